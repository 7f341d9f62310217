"""One load from beginning to end: what is up to date is left alone, what fails leaves its old rows."""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import polars as pl

from bot.stats.calendar import season_of
from bot.stats.load import careers, order
from bot.stats.load.coaches import load_coaches
from bot.stats.load.days import Days
from bot.stats.load.file import LAYOUT, Loaded, StatsFile
from bot.stats.load.order import Step
from bot.stats.load.people import People
from bot.stats.load.plan import File, Job, Written
from bot.stats.load.shape import ShapeError, shaped
from bot.stats.load.upstream import AbsentError, DownloadError, UnreachableError, Upstream

OK, NO_RESULT, TRY_LATER, NEEDS_A_PERSON = 0, 1, 75, 78
_FRESH = timedelta(days=7)
_NO_FILE = "-"  # in the place of a digest
_PATIENCE = 3  # files in a row for which a host may be silent before the rest is not tried
# What a file's content may provoke: a table that refuses a value, polars, a day that is none, and an empty cell or
# an endless number where no writer expects one. It ends its data set, never the load of all others.
_MISFITS = (
    sqlite3.IntegrityError,
    pl.exceptions.PolarsError,
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    ArithmeticError,
)

Tell = Callable[[dict[str, Any]], None]


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a step.

    Attributes:
        state: loaded, unchanged (the same file again), kept (recent enough), absent or failed.
        text: a sentence where there is more to say.
    """

    state: str
    rows: int = 0
    text: str = ""
    code: int = OK


class Load:
    """One run over all steps."""

    def __init__(self, file: StatsFile, upstream: Upstream, now: datetime, tell: Tell) -> None:
        self._file, self._upstream, self._now, self._tell = file, upstream, now, tell
        self._people = People(file.db)
        self._old = file.loaded()
        self._silent = 0

    def run(self, seasons: Sequence[int]) -> int:
        """Load everything; returns the exit code."""
        first, yearly, last = (
            list(order.general()),
            list(order.yearly(seasons)),
            list(order.record()),
        )
        self._tell({"event": "start", "steps": len(first) + len(yearly) + len(last)})
        done = self._each(first)
        of_seasons = self._each(yearly)
        with self._file.transaction():
            careers.refresh(self._file.db)
        done += of_seasons + self._each(last)
        load_coaches(self._file, self._now)
        nothing = all(one.state == "absent" for one in of_seasons)
        return max((one.code for one in done), default=OK) or (NO_RESULT if nothing else OK)

    def _each(self, steps: Iterable[Step]) -> list[Done]:
        found = []
        for step in steps:
            done = self._one(step)
            about = {"dataset": step.data.name, "season": step.season, "title": step.title}
            self._tell({"event": "step", **about, **asdict(done)})
            found.append(done)
        return found

    def _one(self, step: Step) -> Done:
        old = self._old.get((step.data.name, step.season))
        if old and self._is_fresh(step, old):
            return Done("kept", old.row_count, "loaded less than a week ago")
        if self._silent >= _PATIENCE:
            return Done("failed", code=TRY_LATER)
        try:
            return self._load(step, old)
        except AbsentError:
            return self._absent(step, old)
        except (DownloadError, ShapeError, *_MISFITS) as error:
            self._people.reload()  # what the broken transaction found is not in the file
            return self._failed(step, error)

    def _is_fresh(self, step: Step, old: Loaded) -> bool:
        """A season long over, loaded from the same place within a week."""
        past = 0 < step.season < season_of(self._now.date()) - 1
        same = old.origin == self._upstream.host and old.fingerprint.startswith(f"{LAYOUT}:")
        return past and same and self._now - old.loaded_at < _FRESH

    def _absent(self, step: Step, old: Loaded | None) -> Done:
        of = f" of {step.season}" if step.season else ""
        rest = "the old rows stay" if old else "left out"
        return Done("absent", 0, f"nflverse has no {step.data.files[0].title}{of}: {rest}")

    def _failed(self, step: Step, error: Exception) -> Done:
        why, code = str(error), NEEDS_A_PERSON
        if isinstance(error, _MISFITS):
            why = f"its rows do not fit ({why.partition(chr(10))[0] or type(error).__name__})"
        elif isinstance(error, DownloadError):
            code = TRY_LATER
        if isinstance(error, UnreachableError):
            self._silent += 1
            why += "; nothing more is tried" if self._silent == _PATIENCE else ""
        return Done("failed", 0, f"{step.title}: {why}; the old rows stay", code)

    def _load(self, step: Step, old: Loaded | None) -> Done:
        frames, digests = self._fetch(step)
        if step.data.by_name:
            digests.append(careers.stamp(self._file.db))
        fingerprint = f"{LAYOUT}:{'+'.join(digests)}"
        if old and old.origin == self._upstream.host:
            if old.fingerprint == fingerprint:
                self._seen_again(step)
                return Done("unchanged", old.row_count)
            _refuse_loss(step, old, digests)
        with self._file.transaction():
            days = Days(self._file.db, step.season)
            job = Job(self._file.db, self._people, step.season, days, self._now.date())
            written = step.data.write(job, frames)
            if not written.rows:
                raise ShapeError("none of its rows can be used")
            self._file.note(self._loaded(step, written, fingerprint))
        return Done("loaded", written.rows, _without(step, frames))

    def _loaded(self, step: Step, written: Written, fingerprint: str) -> Loaded:
        return Loaded(
            dataset=step.data.name,
            season=step.season,
            row_count=written.rows,
            through_week=written.through,
            unmatched=written.unmatched,
            fingerprint=fingerprint,
            origin=self._upstream.host,
            loaded_at=self._now,
        )

    def _seen_again(self, step: Step) -> None:
        with self._file.transaction():
            self._file.db.execute(
                "UPDATE loaded SET loaded_at = ? WHERE dataset = ? AND season = ?",
                (self._now.isoformat(timespec="seconds"), step.data.name, step.season),
            )

    def _fetch(self, step: Step) -> tuple[list[pl.DataFrame | None], list[str]]:
        """The files of a step and their digests; of several, some may be missing."""
        frames: list[pl.DataFrame | None] = []
        digests = []
        for file in step.data.files:
            try:
                fetched = self._upstream.fetch(partial(file.load, step.season))
                self._silent = 0
            except AbsentError:
                frames.append(None)
                digests.append(_NO_FILE)
            else:
                frames.append(_checked(file, fetched.frame, step.season))
                digests.append(fetched.digest)
        if all(frame is None for frame in frames):
            raise AbsentError
        return frames, digests


def _checked(file: File, frame: pl.DataFrame, season: int) -> pl.DataFrame:
    """The columns that we use; a table without rows or of another season is not the one we asked for."""
    found = shaped(frame, file.columns)
    if found.is_empty():
        raise DownloadError("the file has no rows")
    if season and "season" in found.columns:
        others = sorted(set(found["season"].drop_nulls()) - {season})
        if others:
            raise DownloadError(f"the file is of {others[0]}, not of {season}")
    return found


def _refuse_loss(step: Step, old: Loaded, digests: Sequence[str]) -> None:
    """A file that was there and is gone takes no rows with it."""
    before = old.fingerprint.partition(":")[2].split("+")
    for file, had, has in zip(step.data.files, before, digests, strict=False):
        if has == _NO_FILE != had:
            raise DownloadError(f"the {file.title} are gone from {old.origin}")


def _without(step: Step, frames: Sequence[pl.DataFrame | None]) -> str:
    missing = [
        file.title for file, frame in zip(step.data.files, frames, strict=True) if frame is None
    ]
    return f"nflverse has no {missing[0]} of {step.season}: left out" if missing else ""

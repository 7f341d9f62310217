"""stats.db, opened for writing: one transaction a data set and season."""

import fcntl
import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from bot.errors import AlreadyRunningError, StatsError
from bot.stats.columns import schema
from bot.stats.db import APPLICATION_ID, VERSION

LAYOUT = "2"  # of what the loader makes of a file: another one loads everything again
_SQLITE_HEADER = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What the file says of a data set and season.

    Attributes:
        season: 0: the data set is one file.
        unmatched: rows left out because their player is not known for certain.
    """

    dataset: str
    season: int
    row_count: int
    through_week: int | None
    unmatched: int
    fingerprint: str
    origin: str
    loaded_at: datetime


@contextmanager
def only_loader(path: Path) -> Iterator[None]:
    """Be the only loader of this file, as long as the process lives.

    Raises:
        AlreadyRunningError: another one is at work.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path.with_name(f"{path.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as error:
        raise AlreadyRunningError(
            f"another gridwire stats load already writes {path}: wait until it has finished"
        ) from error
    finally:
        os.close(handle)


class StatsFile:
    """The one writer.

    A rollback journal, and no page leaves the cache before the commit: readers wait only for that moment.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        _refuse_strangers(path)
        if path.exists() and _pragma(path, "user_version") not in {0, VERSION}:
            path.unlink()  # of an older form: everything in it can be loaded again
        self.db = sqlite3.connect(path, isolation_level=None, timeout=10.0)
        self.db.execute("PRAGMA journal_mode = TRUNCATE")
        self.db.execute("PRAGMA synchronous = NORMAL")
        self.db.execute("PRAGMA cache_size = -64000")
        self.db.execute("PRAGMA cache_spill = OFF")
        if self.db.execute("PRAGMA user_version").fetchone()[0] == 0:
            self._create()

    def _create(self) -> None:
        with self.transaction():
            for statement in _statements(schema()):
                self.db.execute(statement)
            self.db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            self.db.execute(f"PRAGMA user_version = {VERSION}")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing."""
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            if self.db.in_transaction:  # a full disk has rolled it back already
                self.db.execute("ROLLBACK")
            raise
        self.db.execute("COMMIT")

    def loaded(self) -> dict[tuple[str, int], Loaded]:
        """By data set and season."""
        rows = self.db.execute(
            "SELECT dataset, season, row_count, through_week, unmatched, fingerprint, origin, loaded_at FROM loaded"
        )
        found = (
            Loaded(
                dataset=r[0],
                season=r[1],
                row_count=r[2],
                through_week=r[3],
                unmatched=r[4],
                fingerprint=r[5],
                origin=r[6],
                loaded_at=datetime.fromisoformat(r[7]),
            )
            for r in rows
        )
        return {(one.dataset, one.season): one for one in found}

    def note(self, one: Loaded) -> None:
        """Remember that a data set and season is loaded whole."""
        self.db.execute(
            "REPLACE INTO loaded (dataset, season, row_count, through_week, unmatched, fingerprint, origin, loaded_at)"
            " VALUES (?,?,?,?,?,?,?,?)",
            (
                one.dataset,
                one.season,
                one.row_count,
                one.through_week,
                one.unmatched,
                one.fingerprint,
                one.origin,
                one.loaded_at.isoformat(timespec="seconds"),
            ),
        )

    def close(self) -> None:
        """Give the file back."""
        self.db.close()


def replace(
    db: sqlite3.Connection,
    table: str,
    names: Sequence[str],
    rows: Iterable[Sequence[Any]],
    season: int | None = None,
) -> None:
    """These rows in the place of all of the table, or of one season; inside a transaction."""
    if season is None:
        db.execute(f"DELETE FROM {table}")  # noqa: S608 - our own names
    else:
        db.execute(f"DELETE FROM {table} WHERE season = ?", (season,))  # noqa: S608
    insert(db, table, names, rows)


def insert(
    db: sqlite3.Connection, table: str, names: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """More rows; a row of a key that was there in this batch already gives way to the later one."""
    marks = ",".join("?" * len(names))
    db.executemany(f"REPLACE INTO {table} ({','.join(names)}) VALUES ({marks})", rows)  # noqa: S608


def _refuse_strangers(path: Path) -> None:
    if not path.exists() or path.stat().st_size == 0:
        return
    with path.open("rb") as file:
        ours = file.read(len(_SQLITE_HEADER)) == _SQLITE_HEADER
    if not ours or _pragma(path, "application_id") != APPLICATION_ID:
        raise StatsError(
            f"{path} is not a statistics file of Gridwire: move it away, then load again"
        )


def _pragma(path: Path, name: str) -> int:
    db = sqlite3.connect(path)
    try:
        return int(db.execute(f"PRAGMA {name}").fetchone()[0])
    except sqlite3.DatabaseError as error:
        raise StatsError(f"{path} is damaged ({error}): move it away, then load again") from error
    finally:
        db.close()


def _statements(script: str) -> Iterator[str]:
    """Its statements one by one: executescript would commit."""
    part = ""
    for line in script.splitlines(keepends=True):
        part += line
        if sqlite3.complete_statement(part):
            yield part
            part = ""

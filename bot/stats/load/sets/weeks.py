"""What clubs report each week: rosters, snap counts, injuries."""

from collections.abc import Sequence

import nflreadpy
import polars as pl

from bot.stats.load.codes import normalised
from bot.stats.load.file import replace
from bot.stats.load.plan import DataSet, File, Frames, Job, Written, only
from bot.stats.load.seen import Seen, join_halves
from bot.stats.load.shape import Kind, columns

_WEEK = columns("season week", Kind.WHOLE, required=True)
_ROSTER = [
    *_WEEK,
    *columns("team status full_name game_type", required=True),
    *columns("position gsis_id pfr_id espn_id birth_date"),
]
_SNAPS = [
    *_WEEK,
    *columns("team opponent game_type player pfr_player_id position", required=True),
    *columns("offense_snaps defense_snaps st_snaps", Kind.WHOLE, required=True),
    *columns("offense_pct defense_pct st_pct", Kind.REAL, required=True),
]
_INJURIES = [
    *_WEEK,
    *columns("team gsis_id full_name game_type report_status practice_status", required=True),
    *columns("position report_primary_injury practice_primary_injury"),
]
_NO_INJURY = "(?i)^not injury related"  # a day of rest, a personal matter


def _write_rosters(job: Job, frames: Frames) -> Written:
    """Rows with ids name their player; rows without are matched by name, or left out."""
    frame = _clean(frames, "status", "full_name")
    seen = Seen(job.db, job.people, job.season)
    who = ("gsis_id", "pfr_id", "espn_id", "full_name", "position", "birth_date", "team")
    persons = frame.select(who).unique(maintain_order=True)
    pids: list[int | None] = []
    for gsis, pfr, espn, name, position, birth, team in persons.rows():
        if gsis or pfr or espn:
            pids.append(job.people.identify(name, position, birth, gsis=gsis, pfr=pfr, espn=espn))
        else:
            pids.append(seen.recognise(name, position, team))
    names = ("season", "week", "team", "pid", "game_type", "position", "status", "known_on")
    return _replace(job, "roster_week", names, _with_pids(frame, persons, pids))


def _write_snaps(job: Job, frames: Frames) -> Written:
    frame = normalised(_clean(frames, "player", "pfr_player_id", "position"), "opponent")
    counts = [
        pl.col(f"{side}_{what}").fill_null(0)
        for side in ("offense", "defense", "st")
        for what in ("snaps", "pct")
    ]
    frame = frame.with_columns(counts)
    persons = frame.select("pfr_player_id", "player", "position").unique(
        "pfr_player_id", maintain_order=True
    )
    pids = [job.people.identify(name, position, pfr=pfr) for pfr, name, position in persons.rows()]
    names = (
        "season", "week", "team", "pid", "game_type", "opponent", "position", "offense_snaps", "offense_pct",
        "defense_snaps", "defense_pct", "st_snaps", "st_pct", "known_on",
    )  # fmt: skip
    written = _replace(job, "snap", names, _with_pids(frame, persons.select("pfr_player_id"), pids))
    join_halves(job.db, job.people, job.season)
    return written


def _write_injuries(job: Job, frames: Frames) -> Written:
    frame = _clean(frames, "gsis_id", "full_name")
    hurt = [_injury(name) for name in ("report_primary_injury", "practice_primary_injury")]
    frame = frame.with_columns(injury=pl.coalesce(hurt))
    persons = frame.select("gsis_id", "full_name", "position").unique(
        "gsis_id", maintain_order=True
    )
    pids = [
        job.people.identify(name, position, gsis=gsis) for gsis, name, position in persons.rows()
    ]
    names = (
        "season",
        "week",
        "team",
        "pid",
        "game_type",
        "report_status",
        "injury",
        "practice_status",
        "known_on",
    )
    return _replace(job, "injury", names, _with_pids(frame, persons.select("gsis_id"), pids))


def _injury(name: str) -> pl.Expr:
    return pl.when(~pl.col(name).str.contains(_NO_INJURY)).then(pl.col(name))


def _clean(frames: Frames, *needed: str) -> pl.DataFrame:
    return normalised(only(frames).drop_nulls(["week", "team", "game_type", *needed]), "team")


def _with_pids(
    frame: pl.DataFrame, persons: pl.DataFrame, pids: Sequence[int | None]
) -> pl.DataFrame:
    table = persons.with_columns(pl.Series("pid", pids, dtype=pl.Int64))
    return frame.join(
        table, on=persons.columns, how="left", nulls_equal=True, maintain_order="left"
    )


def _replace(job: Job, table: str, names: tuple[str, ...], frame: pl.DataFrame) -> Written:
    known = frame.drop_nulls("pid")
    rows = known.with_columns(known_on=job.days.games_of(known)).select(names).rows()
    replace(job.db, table, names, rows, job.season)
    weeks = known["week"]
    through = int(max(weeks)) if weeks.len() else None
    return Written(known.height, through, frame.height - known.height)


ROSTERS = DataSet(
    "rosters_weekly",
    [File("weekly rosters", nflreadpy.load_rosters_weekly, _ROSTER)],
    _write_rosters,
    first=2002,
)
SNAPS = DataSet(
    "snap_counts",
    [File("snap counts", nflreadpy.load_snap_counts, _SNAPS)],
    _write_snaps,
    first=2012,
)
INJURIES = DataSet(
    "injuries", [File("injuries", nflreadpy.load_injuries, _INJURIES)], _write_injuries, first=2009
)

"""Player statistics: the weekly rows, nflverse's season totals where no weekly row has a stat, and every sum of them."""

import nflreadpy
import polars as pl

from bot.stats.columns import (
    DEFENCE,
    FANTASY,
    KICKING,
    PASSING,
    REALS,
    RECEIVING,
    RETURNS,
    RUSHING,
    STATS,
)
from bot.stats.load import totals
from bot.stats.load.codes import normalised
from bot.stats.load.file import insert, replace
from bot.stats.load.plan import DataSet, File, Frames, Job, Written
from bot.stats.load.shape import Column, Kind, columns

_OLDER = {
    "passing_interceptions": ("interceptions",),
    "sacks_suffered": ("sacks",),
    "sack_yards_lost": ("sack_yards",),
}
_ALWAYS = frozenset({*PASSING, *RUSHING, *RECEIVING, *FANTASY}) - {
    "receiving_2pt_conversions",
    "rushing_2pt_conversions",
    "passing_2pt_conversions",
}
_LATER = frozenset({*DEFENCE, *KICKING, *RETURNS})  # files of an older layout have none of these


def _stat(name: str, *, required: bool) -> Column:
    kind = Kind.REAL if name in REALS else Kind.WHOLE
    return Column(name, kind, _OLDER.get(name, ()), required and name in _ALWAYS - _LATER)


_WHO = columns("player_id player_display_name|player_name", required=True)
_WEEK = [
    *_WHO,
    *columns("position opponent_team|opponent"),
    *columns("season week", Kind.WHOLE, required=True),
    *columns("season_type team|recent_team", required=True),
    *(_stat(name, required=True) for name in STATS),
]
_TOTAL = [
    *_WHO,
    *columns("position"),
    *columns("season games", Kind.WHOLE, required=True),
    *columns("team|recent_team", required=True),
    *(_stat(name, required=False) for name in STATS),
]


def _weekly(season: int) -> pl.DataFrame:
    return _losses(nflreadpy.load_player_stats(season, summary_level="week"))


def _regular(season: int) -> pl.DataFrame:
    return _losses(nflreadpy.load_player_stats(season, summary_level="reg"))


def _losses(frame: pl.DataFrame) -> pl.DataFrame:
    """Yards lost in sacks are negative now; the older column counted them up."""
    if "sack_yards" in frame.columns and "sack_yards_lost" not in frame.columns:
        return frame.with_columns(sack_yards=-pl.col("sack_yards"))
    return frame


def _write(job: Job, frames: Frames) -> Written:
    weekly, regular = (_prepared(job, frame) for frame in frames)
    weeks = None if weekly is None else _in_games(job, weekly)
    _write_weeks(job, weeks)
    seasons = totals.seasons(weeks, regular, job.days)
    replace(job.db, "player_season", seasons.columns, seasons.rows(), job.season)
    through = None if weeks is None else int(weeks.select(pl.col("week").max()).item())
    return Written((0 if weeks is None else weeks.height) or seasons.height, through)


def _prepared(job: Job, frame: pl.DataFrame | None) -> pl.DataFrame | None:
    """With pids; rows of no player (a club's own) are left out."""
    if frame is None:
        return None
    found = normalised(frame.drop_nulls(["player_id", "team"]), "team")
    persons = found.select("player_id", "player_display_name", "position").unique(
        "player_id", maintain_order=True
    )
    pids = [
        job.people.identify(name or gsis, position, gsis=gsis)
        for gsis, name, position in persons.rows()
    ]
    table = pl.DataFrame(
        {"player_id": persons["player_id"], "pid": pids, "name": persons["player_display_name"]}
    )
    return found.join(table, on="player_id", how="left", maintain_order="left")


def _in_games(job: Job, frame: pl.DataFrame) -> pl.DataFrame:
    opponents = normalised(frame, "opponent_team")["opponent_team"].alias("opponent")
    return (
        frame.with_columns(opponents, known_on=job.days.games_of(frame))
        .with_columns(
            season_type=pl.when(pl.col("season_type") == "REG")
            .then(pl.lit("REG"))
            .otherwise(pl.lit("POST"))
        )
        .unique(["pid", "week"], keep="last", maintain_order=True)
    )


def _write_weeks(job: Job, weeks: pl.DataFrame | None) -> None:
    for table in ("player_week", "week", "club_week", "club_through", "allowed_through", "leader"):
        job.db.execute(f"DELETE FROM {table} WHERE season = ?", (job.season,))  # noqa: S608 - our own names
    if weeks is None:
        return
    names = (
        "pid",
        "season",
        "week",
        "season_type",
        "team",
        "opponent",
        "position",
        "known_on",
        *STATS,
    )
    insert(job.db, "player_week", names, weeks.select(names).rows())
    for table, frame in totals.tables(weeks, job.days).items():
        insert(job.db, table, frame.columns, frame.rows())


PLAYER_STATS = DataSet(
    "player_stats",
    [File("player stats", _weekly, _WEEK), File("season totals", _regular, _TOTAL)],
    _write,
    first=1999,
)

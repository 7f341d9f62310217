"""Depth charts: by week in the older layout; in the newer one (since 2025) whenever a chart changed."""

from datetime import date, timedelta

import nflreadpy
import polars as pl

from bot.stats.calendar import week_over
from bot.stats.load.codes import normalised
from bot.stats.load.file import replace
from bot.stats.load.plan import DataSet, File, Frames, Job, Written, only
from bot.stats.load.shape import Column, Kind, ShapeError, columns

_OLDER = [
    *columns("club_code", required=True),
    *columns("week depth_team", Kind.WHOLE),
    *columns("formation depth_position position gsis_id full_name"),
]
_NEWER = [
    *columns("dt"),
    *columns("team pos_grp pos_abb gsis_id espn_id player_name"),
    *columns("pos_slot pos_rank", Kind.WHOLE),
]
_NAMES = (
    "season",
    "week",
    "day",
    "team",
    "position",
    "rank",
    "slot",
    "pid",
    "formation",
    "known_on",
)
_LAST_WEEK = 22


def _columns() -> list[Column]:
    """Of both layouts: a file has the one or the other, which the writer checks."""
    either = [*_OLDER, *_NEWER]
    return [Column(c.name, c.kind, c.older) for c in {c.name: c for c in either}.values()]


def _write(job: Job, frames: Frames) -> Written:
    frame = only(frames)
    newer = frame["dt"].null_count() < frame.height
    _refuse_strangers(
        frame,
        "team pos_grp pos_abb pos_slot pos_rank"
        if newer
        else "club_code week depth_team formation gsis_id",
    )
    charts = _newer(frame, job.season) if newer else _older(frame, job)
    known = _known(charts, job)
    replace(job.db, "depth", _NAMES, known.select(_NAMES).rows(), job.season)
    weeks = known["week"]
    return Written(
        known.height, int(max(weeks)) if weeks.len() else None, charts.height - known.height
    )


def _known(charts: pl.DataFrame, job: Job) -> pl.DataFrame:
    """The rows whose player is known, with his pid."""
    ids = charts.select("gsis_id", "espn_id").unique(maintain_order=True)
    pids = [job.people.find(gsis=gsis, espn=espn) for gsis, espn in ids.rows()]
    return charts.join(
        ids.with_columns(pl.Series("pid", pids, dtype=pl.Int64)),
        on=["gsis_id", "espn_id"],
        nulls_equal=True,
        maintain_order="left",
    ).drop_nulls("pid")


def _refuse_strangers(frame: pl.DataFrame, names: str) -> None:
    empty = [name for name in names.split() if frame[name].null_count() == frame.height]
    if empty:
        raise ShapeError(f"column '{empty[0]}' is missing or empty")


def _older(frame: pl.DataFrame, job: Job) -> pl.DataFrame:
    rows = frame.drop_nulls(["week", "club_code", "gsis_id", "depth_team"]).with_columns(
        team=pl.col("club_code"), season=pl.lit(job.season)
    )
    for gsis, name, position in (
        rows.select("gsis_id", "full_name", "position")
        .unique("gsis_id", maintain_order=True)
        .rows()
    ):
        job.people.identify(name or gsis, position, gsis=gsis)
    rows = normalised(rows, "team")
    return rows.with_columns(
        pl.coalesce("depth_position", "position", pl.lit("?")).alias("position"),
        pl.col("depth_team").alias("rank"),
        pl.col("formation").fill_null("?"),
        day=pl.lit(""),
        slot=pl.lit(0),
        known_on=job.days.games_of(rows),
    )


def _newer(frame: pl.DataFrame, season: int) -> pl.DataFrame:
    rows = frame.drop_nulls(["dt", "team", "pos_abb", "pos_rank"]).with_columns(
        day=pl.col("dt").str.slice(0, 10), season=pl.lit(season)
    )
    latest = rows.filter(pl.col("dt") == pl.col("dt").max().over("team", "day"))
    charts = normalised(_changed(latest), "team")
    return charts.with_columns(
        pl.col("pos_abb").alias("position"),
        pl.col("pos_rank").alias("rank"),
        pl.col("pos_slot").fill_null(0).alias("slot"),
        pl.col("pos_grp").fill_null("?").alias("formation"),
        week=pl.col("day").replace_strict(_weeks_of(charts["day"], season), return_dtype=pl.Int64),
        known_on=pl.col("day").str.to_date().dt.offset_by("1d").dt.to_string(),
    )


def _changed(latest: pl.DataFrame) -> pl.DataFrame:
    """Only the charts that differ from the club's one before."""
    line = pl.concat_str(
        "pos_grp",
        "pos_abb",
        "pos_slot",
        "pos_rank",
        "player_name",
        separator="|",
        ignore_nulls=True,
    )
    charts = latest.group_by("team", "day").agg(line.sort().alias("chart")).sort("team", "day")
    before = pl.col("chart").shift(1).over("team")
    kept = charts.filter(before.is_null() | (pl.col("chart") != before))
    return latest.join(
        kept.select("team", "day"), on=["team", "day"], how="semi", maintain_order="left"
    )


def _weeks_of(days: pl.Series, season: int) -> dict[str, int]:
    """The week that each day falls into: 0 before the season's first."""
    return {day: _week_of(date.fromisoformat(day), season) for day in days.unique()}


def _week_of(day: date, season: int) -> int:
    first = week_over(season, 1) - timedelta(weeks=1)
    return int(day >= first) + sum(day >= week_over(season, w) for w in range(1, _LAST_WEEK))


DEPTH_CHARTS = DataSet(
    "depth_charts",
    [File("depth charts", nflreadpy.load_depth_charts, _columns())],
    _write,
    first=2001,
)

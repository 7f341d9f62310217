"""Every sum of a season's weekly rows, in one pass each: clubs, what was done against them, leaders, season lines.

A sum is empty where every part of it is: not known differs from 0. Of a longest one the greatest counts.
"""

import polars as pl

from bot.stats.columns import LONGEST, STATS
from bot.stats.load.days import Days

_PLACES = 25


def tables(weeks: pl.DataFrame, days: Days) -> dict[str, pl.DataFrame]:
    """The rows of each table that follows from the weekly rows, under the table's name."""
    regular = weeks.filter(pl.col("season_type") == "REG")
    found = {"week": _weeks(weeks, days), "club_week": _club_weeks(weeks)}
    if not regular.is_empty():
        found["club_through"] = _through(regular, "team", days)
        found["allowed_through"] = _through(regular.drop_nulls("opponent"), "opponent", days)
        found["leader"] = _leaders(regular, days)
    return found


def seasons(weeks: pl.DataFrame | None, regular: pl.DataFrame | None, days: Days) -> pl.DataFrame:
    """The season lines: weekly sums, completed from nflverse's totals where no weekly row has a stat.

    A game without any statistic has no weekly row: the totals may count more games.
    """
    parts = []
    if weeks is not None:
        for season_type in ("REG", "POST"):
            part = weeks.filter(pl.col("season_type") == season_type)
            parts.append(_season(part, season_type, days))
    if regular is not None:
        known = regular.with_columns(
            season_type=pl.lit("REG"), known_on=pl.lit(days.total("REG")), clubs=pl.col("team")
        )
        summed = parts[0] if parts else known.clear().select(_SEASON)
        parts[:1] = [_completed(summed, known.unique("pid", keep="last", maintain_order=True))]
    return pl.concat(parts)


_FACTS = ("pid", "season", "season_type", "games", "team", "clubs", "position", "known_on")
_SEASON = (*_FACTS, *STATS)


def _season(part: pl.DataFrame, season_type: str, days: Days) -> pl.DataFrame:
    summed = (
        part.sort("week")
        .group_by("pid", maintain_order=True)
        .agg(
            pl.col("season", "season_type", "team", "position").last(),
            *_sums(),
            games=pl.len().cast(pl.Int64),
            clubs=pl.col("team").unique(maintain_order=True).str.join(" "),
        )
    )
    return summed.with_columns(known_on=pl.lit(days.total(season_type))).select(_SEASON)


def _completed(summed: pl.DataFrame, total: pl.DataFrame) -> pl.DataFrame:
    empty = [stat for stat in STATS if summed[stat].null_count() == summed.height]
    more = total.select("pid", *empty, in_total="games")
    filled = summed.drop(empty).join(more, on="pid", how="left", maintain_order="left")
    filled = filled.with_columns(games=pl.max_horizontal("games", "in_total")).select(_SEASON)
    others = total.join(summed, on="pid", how="anti").select(_SEASON)
    return pl.concat([filled, others])


def _sums() -> list[pl.Expr]:
    return [
        pl.col(stat).max()
        if stat in LONGEST
        else pl.when(pl.col(stat).count() > 0).then(pl.col(stat).sum())
        for stat in STATS
    ]


def _weeks(weeks: pl.DataFrame, days: Days) -> pl.DataFrame:
    found = weeks.select("season", "week", "season_type").unique("week").sort("week")
    return found.with_columns(known_on=days.weeks_of(found))


def _club_weeks(weeks: pl.DataFrame) -> pl.DataFrame:
    facts = pl.col("season", "season_type", "opponent", "known_on").first()
    return (
        weeks.group_by("week", "team", maintain_order=True)
        .agg(facts, *_sums())
        .sort("week", "team")
    )


def _through(regular: pl.DataFrame, club: str, days: Days) -> pl.DataFrame:
    """Running sums by club, a row for each week, also that of a bye."""
    played = regular.group_by("week", club, maintain_order=True).agg(
        *_sums(), games=pl.lit(1, dtype=pl.Int64)
    )
    grid = _grid(played.select(team=club, week="week"))
    found = grid.join(played.rename({club: "team"}), on=["week", "team"], how="left").sort(
        "team", "week"
    )
    running = found.with_columns(
        pl.col("games").fill_null(0).cum_sum().over("team"),
        *(_running(stat).over("team") for stat in STATS),
    )
    season = regular["season"][0]
    return running.with_columns(season=pl.lit(season), known_on=days.weeks_of(running)).select(
        "season", "week", "team", "games", "known_on", *STATS
    )


def _grid(played: pl.DataFrame) -> pl.DataFrame:
    """Every club, every week from 1 to the last."""
    weeks = pl.DataFrame({"week": range(1, int(played.select(pl.col("week").max()).item()) + 1)})
    return played.select("team").unique().join(weeks, how="cross")


def _running(stat: str) -> pl.Expr:
    column = pl.col(stat)
    return (column.cum_max() if stat in LONGEST else column.cum_sum()).forward_fill()


def _leaders(regular: pl.DataFrame, days: Days) -> pl.DataFrame:
    """The best of each stat through each week, in the order of the table's key; equal values by name."""
    over_0 = regular.select((pl.col(stat) > 0).any() for stat in STATS).row(0)
    led = [stat for stat, found in zip(STATS, over_0, strict=True) if found]
    running = (
        regular.sort("week")
        .with_columns(_running(stat).over("pid").cast(pl.Float64) for stat in led)
        .sort("name", "pid", "week")
    )
    weeks = sorted(regular["week"].unique())
    found = pl.concat([_standing(running, week, led) for week in weeks])
    return found.with_columns(season=pl.lit(regular["season"][0]), known_on=days.weeks_of(found))


def _standing(running: pl.DataFrame, week: int, led: list[str]) -> pl.DataFrame:
    """The best through one week: every stat's players are in the order of their names before they are ranked."""
    latest = running.filter(pl.col("week") <= week).unique("pid", keep="last", maintain_order=True)
    long = latest.unpivot(led, index=["pid", "team"], variable_name="stat").filter(
        pl.col("value") > 0
    )
    place = pl.col("value").rank("ordinal", descending=True).over("stat").cast(pl.Int64)
    best = long.with_columns(place=place).filter(pl.col("place") <= _PLACES)
    return best.with_columns(week=pl.lit(week)).sort("stat", "place")

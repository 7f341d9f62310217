"""What a day knows: the latest season, the last whole week, and the totals that speak of the clubs now."""

from datetime import date

from bot.stats.calendar import last_regular_week, season_of
from bot.stats.db import Stats


def through(stats: Stats, season: int, as_of: date) -> int:
    """The last regular-season week that is known whole; 0 for none."""
    row = stats.row(
        "SELECT week FROM week WHERE season = ? AND season_type = 'REG' AND known_on <= ?"
        " ORDER BY week DESC LIMIT 1",
        season,
        as_of,
    )
    return row["week"] if row else 0


def latest_season(stats: Stats, as_of: date) -> int | None:
    """The latest season of which a game is known, from the schedule or the statistics."""
    row = stats.row(
        "SELECT MAX(season) AS season FROM ("
        " SELECT * FROM (SELECT season FROM game WHERE known_on <= ?1 AND season <= ?2"
        "  ORDER BY season DESC, week DESC LIMIT 1)"
        " UNION ALL SELECT * FROM (SELECT season FROM club_week WHERE known_on <= ?1 AND season <= ?2"
        "  ORDER BY season DESC, week DESC LIMIT 1))",
        as_of,
        season_of(as_of),
    )
    season: int | None = row["season"] if row else None
    return season


def base(stats: Stats, as_of: date) -> tuple[int, int] | None:
    """(season, week) whose totals speak of the clubs now: this season's, before its week 1 last season's.

    None where the last regular week of last season is not known.
    """
    season = season_of(as_of)
    week = through(stats, season, as_of)
    if week:
        return season, week
    last = last_regular_week(season - 1)
    return (season - 1, last) if through(stats, season - 1, as_of) == last else None

"""A player's games, each with day, place and score where the schedule is loaded."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

from bot.model import ClubCode
from bot.stats.columns import STATS
from bot.stats.db import Stats
from bot.stats.facts import GameLine
from bot.stats.queries.rows import column, numbers

_ALL_SEASONS = (0, 9999)
_SCHEDULED, _FIRST_STAT = 6, 10  # columns of `_select`
_HIS = (
    "w.pid = ?2 AND w.season BETWEEN ?3 AND ?4 AND (?5 IS NULL OR w.season_type = ?5)"
    " AND (?6 IS NULL OR w.opponent = ?6) AND (?7 IS NULL OR w.team = ?7)"
    " ORDER BY w.season, w.week"
)


@cache
def _select(names: tuple[str, ...], where: str) -> str:
    """Kept whole: to put a long statement together takes longer than to run it."""
    columns = ", ".join(f"w.{column(stat)}" for stat in names)
    return f"""
SELECT w.pid, w.season, w.week, w.season_type, w.team, COALESCE(w.opponent, ''),
  COALESCE(h.gameday, a.gameday), h.week IS NOT NULL,
  CASE WHEN h.known_on <= ?1 THEN h.home_score WHEN a.known_on <= ?1 THEN a.away_score END,
  CASE WHEN h.known_on <= ?1 THEN h.away_score WHEN a.known_on <= ?1 THEN a.home_score END,
  {columns}
FROM player_week w
LEFT JOIN game h ON h.season = w.season AND h.home_team = w.team AND h.week = w.week
LEFT JOIN game a ON h.week IS NULL AND a.season = w.season AND a.away_team = w.team AND a.week = w.week
WHERE w.known_on <= ?1 AND {where}"""  # noqa: S608 - checked columns


def game_lines(
    stats: Stats, as_of: date, where: str, *values: Any, only: Sequence[str] = STATS
) -> tuple[GameLine, ...]:
    """Known games by a condition on `w`, whose parameters are numbered from ?2."""
    names = tuple(only)
    rows = stats.tuples(_select(names, where), as_of.isoformat(), *values)
    return tuple([_game_line(row, names) for row in rows])


def _game_line(row: tuple[Any, ...], names: tuple[str, ...]) -> GameLine:
    day, home, own, other = row[_SCHEDULED:_FIRST_STAT]
    return GameLine._make(
        (
            *row[:_SCHEDULED],
            date.fromisoformat(day) if day else None,
            bool(home) if day else None,
            (own, other) if own is not None and other is not None else None,
            numbers(row, _FIRST_STAT, names),
        )
    )


def game_log(
    stats: Stats,
    pid: int,
    season: int | None,
    as_of: date,
    *,
    season_type: str | None = None,
    opponent: ClubCode | None = None,
    club: ClubCode | None = None,
    only: Sequence[str] = STATS,
) -> tuple[GameLine, ...]:
    """His games of a season (None: of all), oldest first; against one opponent, or for one club, if named.

    only: the statistics wanted; a few are read in a third of the time.
    """
    first, last = _ALL_SEASONS if season is None else (season, season)
    values = (pid, first, last, season_type, opponent, club)
    return game_lines(stats, as_of, _HIS, *values, only=only)


def game(stats: Stats, pid: int, season: int, week: int, as_of: date) -> GameLine | None:
    """One game, or None if he has no row in it."""
    where = "w.pid = ?2 AND w.season = ?3 AND w.week = ?4"
    return next(iter(game_lines(stats, as_of, where, pid, season, week)), None)


def last_games(
    stats: Stats, pid: int, count: int, as_of: date, *, season_type: str | None = None
) -> tuple[GameLine, ...]:
    """His latest games over all seasons, at most `count`, oldest first."""
    where = (
        "w.pid = ?2 AND (?3 IS NULL OR w.season_type = ?3)"
        " ORDER BY w.season DESC, w.week DESC LIMIT ?4"
    )
    return game_lines(stats, as_of, where, pid, season_type, count)[::-1]


def game_high(
    stats: Stats, pid: int, stat: str, as_of: date, season_type: str | None = None
) -> tuple[GameLine, ...]:
    """His best game in a statistic, several if they tie (oldest first); empty where he has no value over 0."""
    where = (
        f"w.pid = ?2 AND (?3 IS NULL OR w.season_type = ?3) AND w.{column(stat)} > 0"  # noqa: S608
        f" AND w.{stat} = (SELECT MAX({stat}) FROM player_week WHERE pid = ?2 AND known_on <= ?1"
        "  AND (?3 IS NULL OR season_type = ?3)) ORDER BY w.season, w.week"
    )
    return game_lines(stats, as_of, where, pid, season_type)

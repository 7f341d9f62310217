"""Who leads: through a week, over a season, in one game, of all time.

`groups` are position groups (bot.stats.groups: "QB", "RB", ...), None for everybody. Values over 0 only. Ties share the
better rank and are listed by name. Regular-season totals use whole weeks only: a lone Thursday game waits for its week.
"""

from collections.abc import Collection
from datetime import date
from typing import Any, Final

from bot.model import ClubCode
from bot.stats.calendar import last_regular_week
from bot.stats.db import Stats
from bot.stats.facts import GameLine, Leader
from bot.stats.queries.games_played import game
from bot.stats.queries.moment import through
from bot.stats.queries.rows import OF_GROUPS, column, positions, ranks, tidy, total

READY_MADE: Final = 25  # places in the leader table
_EVERYBODY: Final = -1  # SQLite's LIMIT without a limit
_LAST_WEEK: Final = 99


def leaders(
    stats: Stats,
    season: int,
    stat: str,
    as_of: date,
    *,
    week: int | None = None,
    groups: Collection[str] | None = None,
    limit: int = 10,
    season_type: str = "REG",
) -> tuple[Leader, ...]:
    """The best of a season, through `week` or the last whole one known; of the playoffs with season_type "POST"."""
    until = _until(stats, season, as_of, week, season_type)
    if season_type == "REG" and groups is None and limit <= READY_MADE:
        found = _ready_made(stats, season, column(stat), until, limit)
        if found:  # none: nothing is known, or only the season's totals have this statistic
            return found
    key = (positions(groups), season, season_type, as_of, 0, limit)
    return _totals(stats, stat, until, *key)


def at_least(
    stats: Stats,
    season: int,
    stat: str,
    value: float,
    as_of: date,
    *,
    week: int | None = None,
    groups: Collection[str] | None = None,
    season_type: str = "REG",
) -> tuple[Leader, ...]:
    """Everybody whose total of the season is `value` or more, best first."""
    until = _until(stats, season, as_of, week, season_type)
    key = (positions(groups), season, season_type, as_of, value, _EVERYBODY)
    return _totals(stats, stat, until, *key)


def _until(stats: Stats, season: int, as_of: date, week: int | None, season_type: str) -> int:
    if season_type != "REG":
        return week or _LAST_WEEK
    known = through(stats, season, as_of)
    return min(week or known, known)


def _ready_made(stats: Stats, season: int, stat: str, week: int, limit: int) -> tuple[Leader, ...]:
    return _places(
        stats.rows(
            "SELECT l.pid, p.name, l.team, l.value FROM leader l JOIN player p ON p.pid = l.pid"
            " WHERE l.season = ? AND l.week = ? AND l.stat = ? AND l.place <= ? ORDER BY l.place",
            season,
            week,
            stat,
            limit,
        )
    )


def _totals(stats: Stats, stat: str, until: int, *key: Any) -> tuple[Leader, ...]:
    """Of the whole season where it is over, else summed; key is (positions, season, type, as_of, value, limit)."""
    _, season, season_type, as_of, *_ = key
    if until >= last_regular_week(season) and _is_over(stats, season, season_type, as_of):
        return _places(
            stats.rows(
                f"SELECT s.pid, p.name, s.team, s.{column(stat)} AS value"  # noqa: S608 - a checked column
                " FROM player_season s JOIN player p ON p.pid = s.pid"
                " WHERE s.season = ?2 AND s.season_type = ?3 AND s.known_on <= ?4"
                f" AND value > 0 AND value >= ?5 AND {OF_GROUPS}"
                " ORDER BY value DESC, p.name, s.pid LIMIT ?6",
                *key,
            )
        )
    return _places(
        stats.rows(
            "SELECT pid, name, (SELECT l.team FROM player_week l WHERE l.pid = x.pid"  # noqa: S608 - likewise
            " AND l.season = ?2 AND l.season_type = ?3 AND l.known_on <= ?4 AND l.week <= ?7"
            " ORDER BY l.week DESC LIMIT 1), value FROM ("
            f" SELECT w.pid, p.name, {total('w', stat)} AS value"
            " FROM player_week w JOIN player p ON p.pid = w.pid"
            " WHERE w.season = ?2 AND w.season_type = ?3 AND w.known_on <= ?4 AND w.week <= ?7"
            f" AND {OF_GROUPS} GROUP BY w.pid HAVING value > 0 AND value >= ?5"
            " ORDER BY value DESC, p.name, w.pid LIMIT ?6) x",
            *key,
            until,
        )
    )


def _is_over(stats: Stats, season: int, season_type: str, as_of: date) -> bool:
    return bool(
        stats.row(
            "SELECT 1 FROM player_season WHERE season = ? AND season_type = ? AND known_on <= ?",
            season,
            season_type,
            as_of,
        )
    )


def _places(rows: list[Any]) -> tuple[Leader, ...]:
    """Rows of (pid, name, club, value), best first."""
    values = [tidy(row[3]) for row in rows]
    return tuple(
        Leader(rank=rank, pid=row[0], name=row[1], club=ClubCode(row[2]), value=value)
        for row, value, rank in zip(rows, values, ranks(values), strict=True)
    )


def all_time(
    stats: Stats,
    stat: str,
    as_of: date,
    *,
    groups: Collection[str] | None = None,
    limit: int = 10,
    season_type: str = "REG",
) -> tuple[tuple[int, Leader], ...]:
    """The best seasons in the tables that are over, each with its year: (season, place)."""
    rows = stats.rows(
        f"SELECT s.pid, p.name, s.team, s.{column(stat)} AS value, s.season"  # noqa: S608 - a checked column
        " FROM player_season s JOIN player p ON p.pid = s.pid"
        f" WHERE s.season_type = ?2 AND s.known_on <= ?3 AND value > 0 AND {OF_GROUPS}"
        " ORDER BY value DESC, s.season, p.name, s.pid LIMIT ?4",
        positions(groups),
        season_type,
        as_of,
        limit,
    )
    return tuple((row[4], place) for row, place in zip(rows, _places(rows), strict=True))


def career_leaders(
    stats: Stats,
    stat: str,
    as_of: date,
    *,
    groups: Collection[str] | None = None,
    limit: int = 10,
    season_type: str = "REG",
) -> tuple[Leader, ...]:
    """The greatest totals over all seasons in the tables that are over; `club` is the latest one then."""
    return _places(
        stats.rows(
            "SELECT pid, name, (SELECT l.team FROM player_season l WHERE l.pid = x.pid"  # noqa: S608 - a checked column
            " AND l.season_type = ?2 AND l.known_on <= ?3 ORDER BY l.season DESC LIMIT 1), value"
            f" FROM (SELECT s.pid, p.name, {total('s', stat)} AS value"
            " FROM player_season s JOIN player p ON p.pid = s.pid"
            f" WHERE s.season_type = ?2 AND s.known_on <= ?3 AND {OF_GROUPS}"
            " GROUP BY s.pid HAVING value > 0 ORDER BY value DESC, p.name, s.pid LIMIT ?4) x",
            positions(groups),
            season_type,
            as_of,
            limit,
        )
    )


def game_records(
    stats: Stats,
    stat: str,
    as_of: date,
    *,
    season: int | None = None,
    week: int | None = None,
    season_type: str | None = None,
    groups: Collection[str] | None = None,
    limit: int = 5,
) -> tuple[GameLine, ...]:
    """The best single games, of a season (and week) or of all, best first; ties: the earlier, then by name."""
    key = (positions(groups), as_of, 0, season_type, season, week, limit)
    return _games(stats, stat, _scope(season, week), *key)


def games_at_least(
    stats: Stats,
    stat: str,
    value: float,
    as_of: date,
    *,
    pid: int | None = None,
    season: int | None = None,
    week: int | None = None,
    season_type: str | None = None,
    groups: Collection[str] | None = None,
) -> tuple[GameLine, ...]:
    """Every game of a player, or of a season (and week), with `value` or more; best first.

    Raises:
        ValueError: neither a player nor a season is named.
    """
    key = (positions(groups), as_of, value, season_type, season, week, _EVERYBODY)
    if pid is not None:
        scope = "w.pid = ?8 AND (?5 IS NULL OR w.season = ?5) AND (?6 IS NULL OR w.week = ?6)"
        return _games(stats, stat, scope, *key, pid)
    if season is None:
        raise ValueError("games_at_least needs a player or a season")
    return _games(stats, stat, _scope(season, week), *key)


def _scope(season: int | None, week: int | None) -> str:
    """As much of the index as can be used."""
    if season is None:
        return "?5 IS NULL AND (?6 IS NULL OR w.week = ?6)"
    return "w.season = ?5 AND w.week = ?6" if week else "w.season = ?5 AND ?6 IS NULL"


def _games(stats: Stats, stat: str, scope: str, *key: Any) -> tuple[GameLine, ...]:
    """The keys first, whole rows only of what is shown; key is (positions, as_of, value, type, season, week, limit)."""
    found = stats.rows(
        "SELECT w.pid, w.season, w.week FROM player_week w JOIN player p ON p.pid = w.pid"  # noqa: S608 - a checked column
        f" WHERE {scope} AND (?4 IS NULL OR w.season_type = ?4)"
        f" AND w.known_on <= ?2 AND w.{column(stat)} > 0 AND w.{stat} >= ?3 AND {OF_GROUPS}"
        f" ORDER BY w.{stat} DESC, w.season, w.week, p.name, w.pid LIMIT ?7",
        *key,
    )
    lines = (game(stats, pid, season, week, key[1]) for pid, season, week in found)
    return tuple(line for line in lines if line)

"""A player's seasons and career.

In every function a row counts if it was known on the morning of `as_of`; `season_type` is "REG" or "POST"; `stat` is one
of `bot.stats.columns.STATS`, else ValueError. A season that is over is read as one row of totals; of the running one the
weeks are summed.
"""

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any

from bot.model import ClubCode
from bot.stats.columns import STATS
from bot.stats.db import Stats
from bot.stats.facts import Career, Line, Who
from bot.stats.queries.rows import added, in_order, numbers, stored, total

_FIRST_STAT = 5  # after pid, season, season_type, games, clubs: a Line's fields
_GAMES, _CLUB = 3, 4
_KNOWN = "season_type = ?1 AND known_on <= ?2"
_ONE = "season = ?3 AND pid = ?4"
_HIS_WEEKS = """
SELECT w.team FROM player_week w
WHERE w.pid = s.pid AND w.season = s.season AND w.season_type = s.season_type ORDER BY w.week"""
_CLUBS = f"COALESCE(clubs, (SELECT group_concat(team, ' ') FROM ({_HIS_WEEKS})), team)"  # noqa: S608 - nothing of a caller's


@cache
def _over(names: tuple[str, ...], more: str) -> str:
    """Kept whole, like `_running`: to put a long statement together takes longer than to run it."""
    return f"""
SELECT pid, season, season_type, games, {_CLUBS}, {", ".join(map(stored, names))}
FROM player_season s WHERE {_KNOWN} AND {more}"""  # noqa: S608 - checked columns


@cache
def _running(names: tuple[str, ...], more: str) -> str:
    """Rows of one player are read in the order of their key, and so are his clubs."""
    totals = ", ".join(total("w", stat) for stat in names)
    return f"""
SELECT pid, season, season_type, COUNT(*), group_concat(team, ' '), {totals}
FROM player_week w WHERE {_KNOWN} AND {more}"""  # noqa: S608 - checked columns


@cache
def _all_seasons(names: tuple[str, ...], over: str) -> str:
    """Seasons of player ?3 that are over, by a condition, then the running one; both are read by key, oldest first."""
    latest = "SELECT COALESCE(MAX(season), 0) FROM player_season"
    running = f"pid = ?3 AND season > ({latest} WHERE {_KNOWN} AND pid = ?3) GROUP BY season"
    return f"{_over(names, over)} UNION ALL {_running(names, running)}"


def who(stats: Stats, pid: int) -> Who:
    """The player of this id.

    Raises:
        LookupError: there is none.
    """
    row = stats.row("SELECT name, position, gsis FROM player WHERE pid = ?", pid)
    if row is None:
        raise LookupError(f"no player {pid}")
    return Who(pid=pid, name=row["name"], position=row["position"], gsis=row["gsis"])


def season_line(
    stats: Stats,
    pid: int,
    season: int,
    as_of: date,
    *,
    season_type: str = "REG",
    club: ClubCode | None = None,
    only: Sequence[str] = STATS,
) -> Line | None:
    """His totals of a season so far, of all clubs or of one; None without a known game.

    only: the statistics wanted; a few are read in half the time.
    """
    names = tuple(only)
    key = (season_type, as_of.isoformat(), season, pid)
    if club is not None:
        rows = stats.tuples(_running(names, f"{_ONE} AND team = ?5"), *key, club)
    else:
        rows = stats.tuples(_over(names, _ONE), *key) or stats.tuples(_running(names, _ONE), *key)
    return _line(rows[0], names) if rows and rows[0][_GAMES] else None


def _line(row: tuple[Any, ...], names: tuple[str, ...] = STATS) -> Line:
    """A row of `_over` or `_running`; a season known by totals only has the club of the totals."""
    clubs = row[_CLUB]
    found = in_order(clubs.split()) if " " in clubs else (clubs,)
    return Line._make((*row[:_CLUB], found, numbers(row, _FIRST_STAT, names)))


def seasons(stats: Stats, pid: int, as_of: date, *, season_type: str = "REG") -> tuple[Line, ...]:
    """A line for every known season, the running one included, oldest first."""
    key = (season_type, as_of.isoformat(), pid)
    rows = stats.tuples(_all_seasons(STATS, "pid = ?3"), *key)
    return tuple(_line(row) for row in rows)


def career(stats: Stats, pid: int, as_of: date, season_type: str = "REG") -> Career | None:
    """The sum of all known seasons; None without one."""
    lines = seasons(stats, pid, as_of, season_type=season_type)
    if not lines:
        return None
    return Career(
        pid=pid,
        season_type=season_type,
        first_season=lines[0].season,
        last_season=lines[-1].season,
        games=sum(line.games for line in lines),
        clubs=in_order(club for line in lines for club in line.clubs),
        numbers=added(line.numbers for line in lines),
    )


def season_high(
    stats: Stats,
    pid: int,
    stat: str,
    as_of: date,
    *,
    season_type: str = "REG",
    only: Sequence[str] = STATS,
) -> tuple[Line, ...]:
    """His best season in a statistic, several if they tie (oldest first); empty where he has no value over 0.

    only: the statistics wanted of these lines.
    """
    names = (stat, *only)
    rows = stats.tuples(_highest(names), season_type, as_of.isoformat(), pid)
    best = max((row[_FIRST_STAT] or 0 for row in rows), default=0)
    found = (row for row in rows if row[_FIRST_STAT] == best and best > 0)
    return tuple([_line(row[:_FIRST_STAT] + row[_FIRST_STAT + 1 :], names[1:]) for row in found])


@cache
def _highest(names: tuple[str, ...]) -> str:
    """Of the seasons that are over only the best in the first of the statistics: whole lines are read of no other."""
    value = stored(names[0])
    best = f"SELECT MAX({value}) FROM player_season WHERE {_KNOWN} AND pid = ?3"  # noqa: S608 - a checked column
    return _all_seasons(names, f"pid = ?3 AND {value} = ({best})")


def compare(
    stats: Stats,
    pids: Sequence[int],
    season: int,
    as_of: date,
    *,
    season_type: str = "REG",
    only: Sequence[str] = STATS,
) -> tuple[Line | None, ...]:
    """A season's line of each of these players, in the order given."""
    names = tuple(only)
    theirs = _among(len(pids))
    key = (season_type, as_of.isoformat(), season, *pids)
    rows = stats.tuples(_over(names, theirs), *key)
    if len(rows) < len(set(pids)):
        rows = stats.tuples(_running(names, f"{theirs} GROUP BY pid"), *key) + rows
    lines = {row[0]: _line(row, names) for row in rows}
    return tuple(map(lines.get, pids))


@cache
def _among(count: int) -> str:
    return f"season = ?3 AND pid IN ({', '.join('?' * count)})"

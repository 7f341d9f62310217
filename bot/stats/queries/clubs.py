"""A club's numbers: totals, ranks among the clubs, and which of its players carried the load."""

from datetime import date
from functools import cache
from operator import itemgetter
from typing import Final

import msgspec

from bot.model import ClubCode
from bot.stats.columns import REALS, STATS
from bot.stats.db import Stats
from bot.stats.facts import ClubRank, GameLine, Numbers
from bot.stats.groups import MAIN, SNAP_USAGE, USAGE
from bot.stats.queries.games_played import game_lines
from bot.stats.queries.moment import through
from bot.stats.queries.rows import OF_GROUPS, numbers, positions, stored, tidy

_COLUMNS: Final = ", ".join(map(stored, STATS))
_ANY_WEEK: Final = 99
_VALUE: Final = itemgetter(1)
_VALUES: Final = msgspec.json.Decoder(dict[ClubCode, int | float])
_LAST_WHOLE: Final = (
    "SELECT week FROM week WHERE season = ?1 AND season_type = 'REG' AND known_on <= ?2 AND week <= ?3"
    " ORDER BY week DESC LIMIT 1"
)
_SUMS: Final = {False: "club_through", True: "allowed_through"}


def club_rank(
    stats: Stats,
    club: ClubCode,
    stat: str,
    season: int,
    as_of: date,
    *,
    week: int | None = None,
    against: bool = False,
    fewer_is_better: bool = False,
) -> ClubRank | None:
    """Its place among the clubs, regular season, summed through `week` or the last whole one known.

    against: what opponents did against the club. None where no week is known or the statistic is not.
    """
    key = (season, as_of.isoformat(), week or _ANY_WEEK, club)
    found = stats.tuples(_standing(stat, _SUMS[against]), *key)
    summed, games, text = found[0]
    values = _VALUES.decode(text)
    if club not in values:
        return None
    listed = sorted(values.items())
    listed.sort(
        key=_VALUE, reverse=not fewer_is_better
    )  # equal ones stay in the order of the clubs
    return ClubRank(
        club=club,
        season=season,
        week=summed,
        stat=stat,
        against=against,
        value=tidy(values[club]),
        rank=1 + [value for _, value in listed].index(values[club]),
        games=games,
        all=tuple([(team, tidy(value)) for team, value in listed] if stat in REALS else listed),
    )


@cache
def _standing(stat: str, sums: str) -> str:
    """The week, the club's games by then, and every club's sum as JSON: one row is read sooner than 32."""
    return (
        f"SELECT week, MAX(games) FILTER (WHERE team = ?4), json_group_object(team, {stored(stat)})"  # noqa: S608 - a checked column
        f" FROM {sums} WHERE season = ?1 AND week = ({_LAST_WHOLE}) AND known_on <= ?2"
        f" AND {stat} IS NOT NULL"
    )


def club_line(
    stats: Stats,
    club: ClubCode,
    season: int,
    as_of: date,
    *,
    week: int | None = None,
    against: bool = False,
) -> Numbers | None:
    """Its regular-season totals through `week` or the last whole one known."""
    row = stats.row(
        f"SELECT {_COLUMNS} FROM {_SUMS[against]}"  # noqa: S608 - our columns
        " WHERE season = ? AND week = ? AND team = ? AND known_on <= ?",
        season,
        _until(stats, season, week, as_of),
        club,
        as_of,
    )
    return numbers(row, 0) if row else None


def _until(stats: Stats, season: int, week: int | None, as_of: date) -> int:
    known = through(stats, season, as_of)
    return min(week or known, known)


def in_week(
    stats: Stats, club: ClubCode, season: int, week: int, as_of: date
) -> tuple[GameLine, ...]:
    """The games of all its players in a week, by player id."""
    where = "w.season = ?2 AND w.week = ?3 AND w.team = ?4 ORDER BY w.pid"
    return game_lines(stats, as_of, where, season, week, club)


def group_usage(  # noqa: PLR0917 - reads as a sentence
    stats: Stats, club: ClubCode, group: str, season: int, weeks: tuple[int, int], as_of: date
) -> tuple[tuple[int, float], ...]:
    """Who of a position group carried the load in regular weeks first..last: (pid, usage), greatest first.

    Usage over 0 only; what it is, and how ties go, says docs/insights.md. Empty for K, P and LS.
    """
    table, regular = ("player_week", "season_type") if group in USAGE else ("snap", "game_type")
    usage = USAGE.get(group) or SNAP_USAGE.get(group)
    if usage is None:
        return ()
    main = f"SUM(m.{MAIN[group]})" if group in MAIN else "NULL"
    rows = stats.rows(
        "WITH RECURSIVE w(n) AS (SELECT ?3 UNION ALL SELECT n + 1 FROM w WHERE n < ?4)"  # noqa: S608 - our columns
        f" SELECT u.pid, SUM(u.{usage}) AS load, {main} AS main"
        f" FROM w CROSS JOIN {table} u ON u.season = ?2 AND u.week = w.n AND u.team = ?5"
        " JOIN player p ON p.pid = u.pid LEFT JOIN player_week m"
        " ON m.pid = u.pid AND m.season = u.season AND m.week = u.week AND m.known_on <= ?6"
        f" WHERE u.known_on <= ?6 AND u.{regular} = 'REG' AND {OF_GROUPS}"
        " GROUP BY u.pid HAVING load > 0 ORDER BY load DESC, main DESC, p.name",
        positions({group}),
        season,
        *weeks,
        club,
        as_of,
    )
    return tuple((row["pid"], tidy(row["load"])) for row in rows)

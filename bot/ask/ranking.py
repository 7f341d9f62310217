"""Who has the most, where the ready-made lists do not reach: sums of several columns, one club, some weeks, years."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from bot.ask.measure import Measure
from bot.model import ClubCode
from bot.stats.calendar import LONGER_FROM, regular_season_over
from bot.stats.columns import LONGEST, STATS
from bot.stats.db import Stats
from bot.stats.groups import GROUP_OF

_ALL_WEEKS: Final = (1, 99)
_LAST_WEEK: Final = f"CASE WHEN w.season >= {LONGER_FROM} THEN 18 ELSE 17 END"
_PLACE: Final = {"pid", "name", "team", "season", "week", "opponent"}
# the club of the latest row: its season and week in six figures before it, cut off again
_LAST_CLUB: Final = "SUBSTR(MAX((w.season * 100 + w.week) || w.team), 7)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Which games count.

    Attributes:
        seasons, weeks: first and last.
        part: REG, POST, or None for both.
        groups: position groups; empty for all.
        least: only values of at least so much.
        among: only games for one of these clubs; empty for all.
        rookies: only of his rookie season.
        least_per: of a rate, only where its divisor is at least so much.
        lowest: of a rate, the least first.
        after: only that week after the last regular one: 1 is the wild card round, 4 the Super Bowl.
    """

    seasons: tuple[int, int]
    weeks: tuple[int, int] = _ALL_WEEKS
    part: str | None = "REG"
    club: ClubCode | None = None
    opponent: ClubCode | None = None
    groups: frozenset[str] = frozenset()
    least: float = 0
    after: int | None = None
    among: tuple[ClubCode, ...] = ()
    rookies: bool = False
    least_per: float = 0
    lowest: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A player, or one of his games or seasons, in a list; ties share the better rank."""

    rank: int
    pid: int
    name: str
    team: str
    value: float
    season: int | None = None
    week: int | None = None
    opponent: str | None = None


def _expression(columns: Sequence[str]) -> str:
    """The columns' sum; only names of ours get into a statement.

    Raises:
        ValueError: a column is none of the tables'.
    """
    if not set(columns) <= set(STATS):
        raise ValueError(f"no such statistic: {columns}")
    return " + ".join(f"COALESCE({column}, 0)" for column in columns)


def _divisor(measure: Measure, table: str) -> str:
    """What a row adds to the divisor of a rate."""
    if measure.per == ("games",):
        return "games" if table == "player_season" else "1"
    return _expression(measure.per) if measure.per else "1"


def _where(scope: Scope, as_of: date) -> tuple[str, list[Any]]:
    """Which rows count, and the values of its question marks."""
    names = [p for p, group in GROUP_OF.items() if group in scope.groups]
    wanted: list[tuple[str, Sequence[Any]]] = [
        ("w.known_on <= ?", [as_of]),
        ("w.season_type = ?", [scope.part] if scope.part else []),
        ("w.week BETWEEN ? AND ?", scope.weeks if scope.weeks != _ALL_WEEKS else []),
        (f"w.week - {_LAST_WEEK} = ?", [scope.after] if scope.after else []),
        ("w.team = ?", [scope.club] if scope.club else []),
        ("w.opponent = ?", [scope.opponent] if scope.opponent else []),
        (f"p.position IN ({', '.join('?' * len(names))})", names),
        (f"w.team IN ({', '.join('?' * len(scope.among))})", scope.among),
        ("w.season = p.rookie_season + ?", [0] if scope.rookies else []),
    ]
    said = [(text, values) for text, values in wanted if values]
    return " AND ".join(text for text, _ in said), [v for _, values in said for v in values]


def totals(
    stats: Stats, measure: Measure, scope: Scope, as_of: date, limit: int
) -> tuple[Place, ...]:
    """The greatest sums over the scope's games; whole seasons that are over come from their totals."""
    aggregate = "MAX" if measure.columns[0] in LONGEST else "SUM"
    value = f"{aggregate}(w.value)"
    if measure.per:
        value = f"{measure.scale}.0 * SUM(w.value) / SUM(w.per)"
    one_side = scope.club or scope.opponent or scope.among
    weekly = scope.weeks != _ALL_WEEKS or one_side or scope.after
    first, last = scope.seasons
    over = first - 1 if weekly else _last_over(stats, scope, as_of)
    where, values = _where(scope, as_of)
    rows = stats.rows(
        f"WITH w AS ({_source('player_season', measure)} UNION ALL {_source('player_week', measure)})"  # noqa: S608 - our columns
        f" SELECT w.pid, p.name, {_LAST_CLUB} AS team, {value} AS total"
        f" FROM w JOIN player p ON p.pid = w.pid WHERE {where} GROUP BY w.pid"
        " HAVING (total > 0 OR ?) AND total >= ? AND SUM(w.per) >= ?"
        f" ORDER BY {'total' if scope.lowest else 'total DESC'}, p.name, w.pid LIMIT ?",
        first,
        over,
        over + 1,
        last,
        *values,
        scope.lowest,
        scope.least,
        scope.least_per,
        limit,
    )
    return _ranked([{**dict(row), "value": row["total"]} for row in rows])


def _source(table: str, measure: Measure) -> str:
    """Both tables in one form: of a season's totals week and opponent are nothing."""
    detail = "week, opponent" if table == "player_week" else "0 AS week, NULL AS opponent"
    return (
        f"SELECT pid, season, season_type, team, known_on, {detail},"  # noqa: S608 - our columns
        f" {_expression(measure.columns)} AS value, {_divisor(measure, table)} AS per"
        f" FROM {table} WHERE season BETWEEN ? AND ?"
    )


def _last_over(stats: Stats, scope: Scope, as_of: date) -> int:
    """The last season of the scope whose totals are known: they hold what no weekly row does."""
    first, last = scope.seasons
    row = stats.row(
        "SELECT MAX(known_on) AS day FROM week WHERE season = ?1 AND (?2 IS NULL OR season_type = ?2)",
        last,
        scope.part,
    )
    ended = date.fromisoformat(row["day"]) if row and row["day"] else regular_season_over(last)
    return last if ended <= as_of else max(last - 1, first - 1)


def single(
    stats: Stats,
    measure: Measure,
    scope: Scope,
    as_of: date,
    limit: int,
    *,
    of_season: bool = False,
) -> tuple[Place, ...]:
    """The greatest single games, or single seasons that are over."""
    where, values = _where(scope, as_of)
    source = _source("player_season" if of_season else "player_week", measure)
    rows = stats.rows(
        f"WITH w AS ({source}) SELECT w.pid, p.name, w.team, w.season, w.week, w.opponent, w.value"  # noqa: S608 - our columns
        f" FROM w JOIN player p ON p.pid = w.pid WHERE {where} AND w.value > 0 AND w.value >= ?"
        " ORDER BY w.value DESC, w.season, w.week, p.name, w.pid LIMIT ?",
        *scope.seasons,
        *values,
        scope.least,
        limit,
    )
    return _ranked([dict(row) for row in rows])


def _ranked(found: list[dict[str, Any]]) -> tuple[Place, ...]:
    values = [round(one["value"], 6) for one in found]
    return tuple(
        Place(
            rank=values.index(value) + 1,
            value=value,
            **{name: one[name] for name in _PLACE & one.keys()},
        )
        for one, value in zip(found, values, strict=True)
    )

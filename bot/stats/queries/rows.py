"""From rows to facts: the only place that knows how a statistic is stored."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import cache
from typing import Any, Final

from bot.model import ClubCode
from bot.stats.columns import LONGEST, REALS, STATS
from bot.stats.facts import Numbers
from bot.stats.groups import GROUP_OF

_KNOWN = frozenset(STATS)
_DECIMALS = 6  # sums of tenths leave noise far behind the comma; it must not part a tie
OF_GROUPS: Final = "(?1 IS NULL OR instr(?1, ' ' || p.position || ' '))"


def column(stat: str) -> str:
    """The name itself, safe to be put into a statement.

    Raises:
        ValueError: it is no statistic of `bot.stats.columns.STATS`.
    """
    if stat not in _KNOWN:
        raise ValueError(f"no such statistic: {stat!r}")
    return stat


def total(of: str, stat: str) -> str:
    """The expression that sums a statistic of table `of` over games; the longest field goal is no sum."""
    name = f"{of}.{column(stat)}"
    if stat in LONGEST:
        return f"MAX({name})"
    return f"ROUND(SUM({name}), {_DECIMALS})" if stat in REALS else f"SUM({name})"


def stored(stat: str) -> str:
    """The expression that reads a total which is stored already."""
    return f"ROUND({stat}, {_DECIMALS})" if stat in REALS else column(stat)


def positions(groups: Collection[str] | None) -> str | None:
    """What `OF_GROUPS` takes as ?1, so that one statement serves any choice of groups.

    Raises:
        ValueError: one of them is no position group.
    """
    if groups is None:
        return None
    if unknown := set(groups) - set(GROUP_OF.values()):
        raise ValueError(f"no such position group: {min(unknown)!r}")
    return f" {' '.join(p for p, group in GROUP_OF.items() if group in groups)} "


def tidy(value: float) -> float:
    """A stored number as it is shown: whole numbers as int, others without the noise of sums."""
    if isinstance(value, int):
        return value
    found = round(value, _DECIMALS)
    return int(found) if found == int(found) else found


def numbers(row: Sequence[Any], start: int, names: tuple[str, ...] = STATS) -> Numbers:
    """The statistics of a row, whose columns from `start` on are those of `names`; NULL is absent."""
    values = row[start:]
    found = dict(zip(names, values, strict=True))
    if None in values:
        found = {stat: value for stat, value in found.items() if value is not None}
    for stat in _reals(names):
        if stat in found and found[stat].is_integer():
            found[stat] = int(found[stat])
    return found


@cache
def _reals(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(stat for stat in names if stat in REALS)


def added(parts: Iterable[Numbers]) -> Numbers:
    """Several lines as one."""
    found: dict[str, list[float]] = {}
    for part in parts:
        for stat, value in part.items():
            found.setdefault(stat, []).append(value)
    return {
        stat: max(values) if stat in LONGEST else tidy(sum(values))
        for stat, values in found.items()
    }


def day(text: str | None) -> date | None:
    """A stored day, or None."""
    return date.fromisoformat(text) if text else None


def in_order(codes: Iterable[str]) -> tuple[ClubCode, ...]:
    """Each club once, in order of appearance."""
    return tuple(ClubCode(code) for code in dict.fromkeys(codes))


def ranks(values: Sequence[float]) -> list[int]:
    """The ranks of values that are in order, best first: ties share the better one."""
    return [values.index(value) + 1 for value in values]

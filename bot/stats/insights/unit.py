"""How the unit that a player joins stands among the clubs of the league."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from bot import clubs
from bot.model import ClubCode, Insight, Topic
from bot.stats import queries
from bot.stats.facts import ClubRank
from bot.stats.insights import words
from bot.stats.insights.case import Case

_BAD, _GOOD = 20, 5  # ranks worth telling: from here down, and up to here


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """What a unit is measured by.

    Attributes:
        name: "rushing", or what is counted: "sacks allowed".
        gains: it is yards that the unit gains itself.
        against: the statistic is the opponents'.
    """

    stat: str
    name: str
    gains: bool = False
    against: bool = False
    fewer_is_better: bool = False


_PASSING: Final = Unit(stat="passing_yards", name="passing", gains=True)
_RUSH: Final = Unit(stat="sacks_suffered", name="sacks made", against=True)
UNIT: Final = {
    "QB": _PASSING,
    "RB": Unit(stat="rushing_yards", name="rushing", gains=True),
    "WR": _PASSING,
    "TE": _PASSING,
    "OL": Unit(stat="sacks_suffered", name="sacks allowed", fewer_is_better=True),
    "DL": _RUSH,
    "LB": _RUSH,
    "DB": Unit(
        stat="passing_yards", name="passing yards allowed", against=True, fewer_is_better=True
    ),
}


def unit_rank(case: Case, club: ClubCode, unit: Unit) -> Iterator[Insight]:
    """Its place, if it is among the best or in the lower part of the league."""
    found = _rank(case, club, unit)
    if found is None or _GOOD < found.rank < _BAD:
        return
    data = {
        "season": found.season,
        "week": found.week,
        "stat": unit.stat,
        "side": "against" if unit.against else "for",
        "value": found.value,
        "rank": found.rank,
        "of": len(found.all),
        "games": found.games,
        "next": _next(found),
    }
    yield Insight(
        kind="unit_rank",
        topic=Topic.RECEIVER,
        club=club,
        player=None,
        text=_text(case, unit, found),
        data=data | _carries(case, club, unit),
        source="nflverse player stats",
        as_of=case.as_of,
    )


def _rank(case: Case, club: ClubCode, unit: Unit) -> ClubRank | None:
    if case.base is None:
        return None
    season, week = case.base
    return queries.club_rank(
        case.stats,
        club,
        unit.stat,
        season,
        case.as_of,
        week=week,
        against=unit.against,
        fewer_is_better=unit.fewer_is_better,
    )


def _carries(case: Case, club: ClubCode, unit: Unit) -> dict[str, Any]:
    """A running game also by how often it is tried."""
    runs = unit.stat == "rushing_yards"
    found = _rank(case, club, Unit(stat="carries", name="carries")) if runs else None
    return {"carries": {"value": found.value, "rank": found.rank}} if found else {}


def _worse(of: ClubRank) -> list[tuple[ClubCode, float]]:
    """The clubs strictly worse, best first."""
    return [pair for pair in of.all[of.rank - 1 :] if pair[1] != of.value]


def _next(of: ClubRank) -> dict[str, Any] | None:
    """The nearest worse club; of the last one the nearest better."""
    worse = _worse(of)
    others = worse or list(of.all[: of.rank - 1])
    if not others:
        return None
    nearest = (others[0] if worse else others[-1])[1]
    return {"club": min(club for club, value in others if value == nearest), "value": nearest}


def _text(case: Case, unit: Unit, found: ClubRank) -> str:
    tied = sum(value == found.value for _, value in found.all) > 1
    place = f"tied for {_place(unit, found)}" if tied else _place(unit, found)
    season = "" if found.season == case.season else f" in {found.season}"
    yards = " yards" if unit.gains else ""
    of = f"{words.figure(found.value)}{yards} in {words.games(found.games)}"
    return f"{place[0].upper()}{place[1:]} {unit.name}{season}: {of}{_near(found)}."


def _place(unit: Unit, found: ClubRank) -> str:
    """A rank in words: "first in", "27th in"; of what is only counted "most", "27th of 32 in"."""
    best, last = found.rank == 1, not _worse(found)
    if not (best or last):
        return f"{words.ordinal(found.rank)}{'' if unit.gains else f' of {len(found.all)}'} in"
    if unit.gains:
        return "first in" if best else "last in"
    return "fewest" if best == unit.fewer_is_better else "most"


def _near(found: ClubRank) -> str:
    """The club beside the first and the last one."""
    near = _next(found)
    if near is None or (found.rank > 1 and _worse(found)):
        return ""
    return f" (next: {clubs.name(near['club'])}, {words.figure(near['value'])})"

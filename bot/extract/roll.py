"""The roll: whom a club drafted and who played for it, to tell whose last name a text prints.

It only says who is meant. A player of whom the text prints a last name stays `partial`, and no card starts
with him. The table is made by docs/roll.py.
"""

from dataclasses import replace
from datetime import date
from functools import cache
from importlib.resources import files

from bot.model import ClubCode, Deal, Leg, Player, name_key

_CAREER = 12  # seasons after the draft that a last name may still mean him
_LATELY = 5
_MARCH = 3  # the league year begins


def named(deal: Deal, day: date) -> Deal:
    """The deal with the full name of each player of whom only the last name is printed, if one fits."""
    if not any(isinstance(leg.asset, Player) and leg.asset.partial for leg in deal.legs):
        return deal
    return replace(deal, legs=tuple(_named(leg, day) for leg in deal.legs))


def _named(leg: Leg, day: date) -> Leg:
    man = leg.asset
    if not isinstance(man, Player) or not man.partial or leg.gave is None:
        return leg
    full = full_name(man.name, leg.gave, day)
    return leg if full is None else replace(leg, asset=replace(man, name=full))


def full_name(last: str, club: ClubCode, day: date) -> str | None:
    """The one man of this last name who may have been this club's on that day; None for none or several."""
    year = day.year if day.month >= _MARCH else day.year - 1
    rows = [(s, drafted, name) for s, drafted, name in _roll(club).get(name_key(last), ())]
    fitting = [(season, name) for season, drafted, name in rows if _fits(season, year, drafted)]
    for span in (_LATELY, _CAREER):
        names = {name for season, name in fitting if year - season <= span}
        if names:
            return names.pop() if len(names) == 1 else None
    return None


def holds(club: ClubCode, name: str) -> bool:
    """Whether a man of this full name was ever the club's."""
    rows = _roll(club).get(_last(name), ())
    return any(name_key(full) == name_key(name) for _, _, full in rows)


def _fits(season: int, year: int, drafted: bool) -> bool:  # noqa: FBT001 - a row of the table
    return season <= year and year - season <= (_CAREER if drafted else 1)


@cache
def _roll(club: ClubCode) -> dict[str, list[tuple[int, bool, str]]]:
    """(season, drafted then, full name) by last name."""
    found: dict[str, list[tuple[int, bool, str]]] = {}
    for line in _lines():
        key, _, names = line.partition(":")
        code, _, season = key.partition(" ")
        if code == club:
            for name in names.split(";"):
                row = (int(season.lstrip("+")), season[0] != "+", name)
                found.setdefault(_last(name), []).append(row)
    return found


def _last(name: str) -> str:
    """All behind the first name, in which a hyphen joins: "st brown" of Amon-Ra St. Brown."""
    return name_key(name.replace("-", "_")).partition(" ")[2].replace("_", " ")


@cache
def _lines() -> list[str]:
    return files("bot.extract").joinpath("roll.txt").read_text("utf-8").splitlines()[1:]

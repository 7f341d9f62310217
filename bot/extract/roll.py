"""The roll: whom a club drafted and who played for it, to tell whose last name a text prints.

It only says who is meant. A player of whom the text prints a last name stays `partial`, and no card starts
with him. The table is made by docs/roll.py.
"""

import unicodedata
from collections.abc import Collection, Sequence
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
    meant = deal.concluded
    legs = (*deal.legs, *(meant.legs if meant else ()))
    if not any(isinstance(leg.asset, Player) and leg.asset.partial for leg in legs):
        return deal
    told = replace(meant, legs=tuple(_named(leg, day) for leg in meant.legs)) if meant else None
    return replace(deal, legs=tuple(_named(leg, day) for leg in deal.legs), concluded=told)


def _named(leg: Leg, day: date) -> Leg:
    man = leg.asset
    if not isinstance(man, Player) or not man.partial or leg.gave is None:
        return leg
    if not _is_spelled_out(man.name):
        return leg
    full = full_name(man.name, leg.gave, day)
    return leg if full is None else replace(leg, asset=replace(man, name=full))


def _is_spelled_out(name: str) -> bool:
    """Only letters that the key of a name keeps, with or without an accent: none is skipped over."""
    return all(
        char.isascii() or unicodedata.combining(char)
        for char in unicodedata.normalize("NFKD", name)
    )


def full_name(last: str, club: ClubCode, day: date) -> str | None:
    """The one man of this last name who may have been this club's on that day; None for none or several."""
    year = _league_year(day)
    rows = [(s, drafted, name) for s, drafted, name in _roll(club).get(name_key(last), ())]
    fitting = [(season, name) for season, drafted, name in rows if _fits(season, year, drafted)]
    for span in (_LATELY, _CAREER):
        names = {name for season, name in fitting if year - season <= span}
        if names:
            return names.pop() if len(names) == 1 else None
    return None


def home(
    name: str, day: date, among: Collection[ClubCode], seasons: int = _CAREER
) -> ClubCode | None:
    """The one of these clubs that had this man last before that day, as far as the roll knows.

    Whom he played for in the season of that day counts only where nothing older is known: it may be the club
    that the report sends him to.

    Args:
        name: in full.
        day: of the report.
        among: the clubs that he may come from.
        seasons: how long ago the newest row may be.
    """
    rows = _rows_of(name, day, among)
    return _latest(_before(rows, day) or rows, day, seasons)


def last_home(name: str, day: date, among: Collection[ClubCode]) -> ClubCode | None:
    """The same by older seasons alone: what he did in this one may have come of the very trade."""
    return _latest(_before(_rows_of(name, day, among), day), day, _CAREER)


_Row = tuple[int, ClubCode, bool]  # season, club, drafted then


def _rows_of(name: str, day: date, among: Collection[ClubCode]) -> list[_Row]:
    rows = [row for row in _homes().get(name_key(name), ()) if row[1] in among]
    return [row for row in rows if _fits(row[0], _league_year(day), row[2])]


def _before(rows: Sequence[_Row], day: date) -> list[_Row]:
    return [row for row in rows if row[0] < _league_year(day) or row[2]]


def _latest(rows: Sequence[_Row], day: date, seasons: int) -> ClubCode | None:
    newest = max((season for season, _, _ in rows), default=0)
    clubs = {club for season, club, _ in rows if season == newest}
    return clubs.pop() if len(clubs) == 1 and _league_year(day) - newest <= seasons else None


def _league_year(day: date) -> int:
    return day.year if day.month >= _MARCH else day.year - 1


@cache
def _homes() -> dict[str, list[_Row]]:
    """Whose he was, by full name."""
    found: dict[str, list[_Row]] = {}
    for code, season, drafted, name in _rows():
        found.setdefault(name_key(name), []).append((season, code, drafted))
    return found


def is_known(name: str) -> bool:
    """Whether any club ever had a man of this full name."""
    return name_key(name) in _homes()


def is_drafted(name: str, year: int) -> bool:
    """Whether a man of this full name was drafted in that year."""
    rows = _homes().get(name_key(name), ())
    return any(drafted and season == year for season, _, drafted in rows)


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
    for code, season, drafted, name in _rows():
        if code == club:
            found.setdefault(_last(name), []).append((season, drafted, name))
    return found


def _last(name: str) -> str:
    """All behind the first name, in which a hyphen joins: "st brown" of Amon-Ra St. Brown."""
    return name_key(name.replace("-", "_")).partition(" ")[2].replace("_", " ")


@cache
def _rows() -> list[tuple[ClubCode, int, bool, str]]:
    """(club, season, drafted then, full name), as the table has them."""
    found: list[tuple[ClubCode, int, bool, str]] = []
    for line in files("bot.extract").joinpath("roll.txt").read_text("utf-8").splitlines()[1:]:
        key, _, names = line.partition(":")
        code, _, season = key.partition(" ")
        year, drafted = int(season.lstrip("+")), season[0] != "+"
        found += [(ClubCode(code), year, drafted, name) for name in names.split(";")]
    return found

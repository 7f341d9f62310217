"""Who acts for a club: its general manager, head coach or owner, by name and year."""

import re
from datetime import date
from functools import cache
from importlib.resources import files

from bot.model import ClubCode, name_key

_ROW = re.compile(r"([A-Z]{2,3}) (\d{4})(-(\d{4})?)? (.+)")
_NOW = 9999  # still in office


def employer(name: str, day: date) -> ClubCode | None:
    """The one club for which this man acts in that year.

    Args:
        name: in full.
        day: of the report.
    """
    rows = _terms().get(name_key(name), ())
    found = {club for club, first, last in rows if first <= day.year <= last}
    return found.pop() if len(found) == 1 else None


@cache
def _terms() -> dict[str, list[tuple[ClubCode, int, int]]]:
    """(club, first year, last year) by name."""
    found: dict[str, list[tuple[ClubCode, int, int]]] = {}
    for line in files("bot.extract").joinpath("staff.txt").read_text("utf-8").splitlines():
        if row := _ROW.fullmatch(line):
            code, first, span, last, name = row.groups()
            until = int(last or _NOW) if span else int(first)
            found.setdefault(name_key(name), []).append((ClubCode(code), int(first), until))
    return found

"""Directions that may be wrong: a man sent two ways by one report, or sent to the club that has him.

The leg stands as the report states it, and says what is doubted of it: no card starts with it.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.extract import roll
from bot.model import Deal, Doubt, Leg, Player, name_key


def with_doubts(found: Sequence[Deal], day: date) -> list[Deal]:
    """The deals of a report, each with what speaks against the direction of a man."""
    torn = _torn(found)
    return [
        replace(deal, legs=tuple(replace(leg, doubt=_doubt(leg, torn, day)) for leg in deal.legs))
        for deal in found
    ]


def _torn(found: Sequence[Deal]) -> set[str]:
    """Men whom two deals of the report send to different clubs."""
    heading: dict[str, set[str]] = {}
    for leg in (leg for deal in found for leg in deal.legs):
        if isinstance(leg.asset, Player) and leg.received is not None:
            heading.setdefault(name_key(leg.asset.name), set()).add(leg.received)
    return {name for name, clubs in heading.items() if len(clubs) > 1}


def _doubt(leg: Leg, torn: set[str], day: date) -> Doubt | None:
    if not isinstance(leg.asset, Player):
        return None
    if name_key(leg.asset.name) in torn:
        return Doubt.TORN
    return Doubt.TURNED if _is_turned(leg, leg.asset.name, day) else None


def _is_turned(leg: Leg, name: str, day: date) -> bool:
    """By the roll he is the receiver's man, and was never the giver's."""
    if leg.gave is None or leg.received is None:
        return False
    last = roll.last_home(name, day, (leg.gave, leg.received))
    return last == leg.received and not roll.holds(leg.gave, name)

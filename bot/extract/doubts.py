"""Directions that cannot be right: a man sent two ways by one report, or sent to the club that has him.

His move then keeps no side, so that no card starts with it; what the text says stands as a conclusion beside it.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.extract import roll
from bot.model import Conclusion, Deal, Leg, Player, name_key


def without_doubtful(found: Sequence[Deal], day: date) -> list[Deal]:
    """The deals of a report, each without the sides of men whose direction cannot be right."""
    torn = _torn(found)
    return [_left_open(deal, torn, day) for deal in found]


def _torn(found: Sequence[Deal]) -> set[str]:
    """Men whom two deals of the report send to different clubs."""
    heading: dict[str, set[str]] = {}
    for leg in (leg for deal in found for leg in deal.legs):
        if isinstance(leg.asset, Player) and leg.received is not None:
            heading.setdefault(name_key(leg.asset.name), set()).add(leg.received)
    return {name for name, clubs in heading.items() if len(clubs) > 1}


def _left_open(deal: Deal, torn: set[str], day: date) -> Deal:
    legs = tuple(
        replace(leg, gave=None, received=None) if _is_doubtful(leg, torn, day) else leg
        for leg in deal.legs
    )
    if legs == deal.legs:
        return deal
    told = tuple(leg for leg in deal.legs if not _is_torn(leg, torn))
    as_told = deal.concluded or Conclusion(kind=deal.kind, legs=told, clubs=deal.clubs)
    return replace(deal, legs=legs, concluded=as_told)


def _is_doubtful(leg: Leg, torn: set[str], day: date) -> bool:
    return _is_torn(leg, torn) or _is_turned(leg, day)


def _is_torn(leg: Leg, torn: set[str]) -> bool:
    return isinstance(leg.asset, Player) and name_key(leg.asset.name) in torn


def _is_turned(leg: Leg, day: date) -> bool:
    """By the roll he is the receiver's man, and was never the giver's."""
    if leg.gave is None or leg.received is None or not isinstance(leg.asset, Player):
        return False
    home = roll.home(leg.asset.name, day, (leg.gave, leg.received))
    return home == leg.received and not roll.holds(leg.gave, leg.asset.name)

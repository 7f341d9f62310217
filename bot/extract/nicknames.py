"""What a man is called in the call ahead of the news: "Cheetah to South Beach! Kansas City ships Dale Preston ...".

A name that no roll knows, sent nowhere but where the report sends somebody whom the giver's roll knows, is his.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.extract import roll
from bot.model import ClubCode, Deal, Leg, Player

_CALLS = frozenset({"motion.to", "motion.come", "motion.go", "motion.head", "motion.is_bound"})


def without(found: Sequence[Deal], day: date) -> list[Deal]:
    """The deals, without the men who are others of the same deal by another name.

    Args:
        found: as stated.
        day: of the report.
    """
    return [_plain(deal, day) if len(_men(deal)) > 1 else deal for deal in found]


def _men(deal: Deal) -> list[Leg]:
    return [leg for leg in deal.legs if isinstance(leg.asset, Player)]


def _plain(deal: Deal, day: date) -> Deal:
    men = _men(deal)
    known = {(leg.gave, leg.received) for leg in men if leg.rule not in _CALLS and _is_his(leg)}
    called = [
        leg
        for leg in men
        if leg.rule in _CALLS
        and (leg.gave, leg.received) in known
        and leg.gave is not None
        and not _is_somebody(leg, leg.gave, day)
    ]
    return replace(deal, legs=tuple(leg for leg in deal.legs if leg not in called))


def _is_his(leg: Leg) -> bool:
    """By the roll he is the giver's, and the text prints his full name."""
    man, club = leg.asset, leg.gave
    named = isinstance(man, Player) and not man.partial and club is not None
    return named and isinstance(man, Player) and club is not None and roll.holds(club, man.name)


def _is_somebody(leg: Leg, club: ClubCode, day: date) -> bool:
    """A position is printed with his name, or the roll knows it."""
    man = leg.asset
    if not isinstance(man, Player) or man.position is not None:
        return True
    if man.partial:
        return roll.full_name(man.name, club, day) is not None
    return roll.is_known(man.name)

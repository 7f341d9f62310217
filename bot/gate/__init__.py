"""Trade + source trust + standings + brakes + now -> which card may be shown, and why: pure.

`facts` is what a card may claim, `start` what lets a new one begin, `people` what rosters and older trades say.
A card claims the highest status whose facts hold. A trade that is held can always be explained.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

from bot.gate import facts
from bot.gate.filters import GROUPS, asked, importance, wants
from bot.gate.people import with_ours
from bot.gate.start import MOST_PER_HOUR, MOST_RUMOURS, flood, may_start
from bot.model import (
    Brakes,
    CardKind,
    Check,
    DeliveryKey,
    Destination,
    LaneId,
    Standing,
    Status,
    Trade,
    Verdict,
)

__all__ = [
    "GROUPS",
    "MOST_PER_HOUR",
    "MOST_RUMOURS",
    "asked",
    "decide",
    "flood",
    "importance",
    "showable",
    "wanted",
    "with_ours",
]

_NO_REGISTER: Mapping[str, Standing] = MappingProxyType({})
_FREE = Brakes()


def decide(
    trade: Trade,
    now: datetime,
    *,
    standings: Mapping[str, Standing] = _NO_REGISTER,
    brakes: Brakes = _FREE,
) -> Verdict:
    """Which status the trade's card may claim, and whether a new card may start now.

    Args:
        trade: as merged; its sightings say who told us.
        now: for the age of the news. A card that is shown already stays true however old the news is.
        standings: what the register says of each player, by his name in the trade.
        brakes: what holds every new card.
    """
    card, checks = _claim(trade)
    return Verdict(card=card, checks=(*checks, *may_start(trade, card, now, standings, brakes)))


def _claim(trade: Trade) -> tuple[Status | None, tuple[Check, ...]]:
    """The highest status whose facts hold, with these facts; else those that are missing."""
    if trade.status is Status.VOIDED:
        return Status.VOIDED, ()
    official = facts.official(trade)
    if trade.status is Status.OFFICIAL and _all(official):
        return Status.OFFICIAL, official
    confirmed = facts.confirmed(trade)
    if trade.status is not Status.RUMOUR and _all(confirmed):
        return Status.REPORTED, confirmed
    talk = facts.talk(trade)
    if _all(talk):
        return Status.RUMOUR, talk
    return None, confirmed if trade.terms_rank else talk


def _all(checks: Sequence[Check]) -> bool:
    return all(check.passed for check in checks)


def showable(trade: Trade) -> Status:
    """The status that a card already posted may claim, whatever the age of the news."""
    floor = Status.RUMOUR if trade.status is Status.RUMOUR else Status.REPORTED
    return _claim(trade)[0] or floor


def wanted(
    trade: Trade,
    verdict: Verdict,
    destinations: Iterable[Destination],
    shown: Collection[DeliveryKey],
) -> list[tuple[DeliveryKey, LaneId, int]]:
    """The deliveries this trade needs now: new cards where it is wanted, edits where it is shown.

    Args:
        shown: the trade's deliveries so far.
    """
    found = []
    for destination in destinations:
        for kind in _kinds(trade, verdict, destination, shown):
            key = DeliveryKey(trade=trade.id, destination=destination.id, kind=kind)
            found.append((key, destination.lane, trade.version))
    return found


def _kinds(
    trade: Trade, verdict: Verdict, to: Destination, shown: Collection[DeliveryKey]
) -> list[CardKind]:
    key = DeliveryKey(trade=trade.id, destination=to.id, kind=CardKind.CARD)
    if key in shown:
        void = trade.status is Status.VOIDED and Status.VOIDED in to.statuses
        return [CardKind.CARD, CardKind.VOID] if void else [CardKind.CARD]
    starts = verdict.posts and not verdict.is_void
    return [CardKind.CARD] if starts and wants(to, trade, verdict.card) else []

"""Which known trade does a deal tell of? Decided by who moved where and when, never by the wording."""

from collections.abc import Collection, Sequence
from datetime import date

from bot.merge.terms import picks_overlap, sides_agree
from bot.model import (
    Deal,
    DealKind,
    DealStatus,
    Leg,
    Player,
    Report,
    ReportKind,
    Status,
    Trade,
    TradeId,
    name_key,
)

WINDOW_DAYS = 10  # a wire files the same move again in other words days later
RUMOUR_WINDOW_DAYS = 45  # talk of one trade goes on for weeks
SAME_CLUBS_DAYS = 2  # pieces of one trade of two clubs come within so many days


def match(
    report: Report, deal: Deal, known: Sequence[Trade], told: Collection[TradeId] = ()
) -> Trade | None:
    """The known trade that this deal tells of, or None when it is a new one.

    Args:
        told: trades of an earlier deal of the same report; one that moves other players is another trade.
    """
    day = report.published_at.date()
    same = [
        trade
        for trade in known
        if _is_same(trade, report, deal, day) and not (trade.id in told and _apart(trade, deal))
    ]
    return min(same, key=lambda trade: _farness(trade, deal, day), default=None)


def _farness(trade: Trade, deal: Deal, day: date) -> tuple[bool, int]:
    """A common player says more than the same two clubs; then the nearer day."""
    return not _shared_players(trade, deal), abs((day - _last_day(trade)).days)


def _apart(trade: Trade, deal: Deal) -> bool:
    """Both name players, and none in common."""
    names_one = any(isinstance(leg.asset, Player) for leg in deal.legs)
    return bool(trade.players) and names_one and not _shared_players(trade, deal)


def _is_same(trade: Trade, report: Report, deal: Deal, day: date) -> bool:
    shared = _shared_players(trade, deal)
    days = abs((day - _last_day(trade)).days)
    if not shared:
        return _is_same_by_clubs(trade, deal, days)
    if not all(sides_agree(ours, theirs) or _reversed(ours, theirs) for ours, theirs in shared):
        return False
    if days <= (RUMOUR_WINDOW_DAYS if trade.status is Status.RUMOUR else WINDOW_DAYS):
        return True
    # Long after, the wire files a new move; a news text that tells of the same one is a recap.
    return report.kind is ReportKind.NEWS and trade.status is not Status.RUMOUR


def _shared_players(trade: Trade, deal: Deal) -> list[tuple[Leg, Leg]]:
    ours = {name_key(leg.asset.name): leg for leg in trade.legs if isinstance(leg.asset, Player)}
    return [
        (ours[name_key(leg.asset.name)], leg)
        for leg in deal.legs
        if isinstance(leg.asset, Player) and name_key(leg.asset.name) in ours
    ]


def _reversed(ours: Leg, theirs: Leg) -> bool:
    """The same two clubs the other way round: a slip in print, not a second trade."""
    return None not in {ours.gave, ours.received} and (
        (ours.gave, ours.received) == (theirs.received, theirs.gave)
    )


def _is_same_by_clubs(trade: Trade, deal: Deal, days: int) -> bool:
    """Two reports of one trade that name different pieces of it."""
    if DealStatus.RUMOUR is deal.status or trade.status is Status.RUMOUR:
        return False
    if days > SAME_CLUBS_DAYS or len(deal.clubs) == 1 or set(deal.clubs) != set(trade.clubs):
        return False
    if trade.kind is deal.kind is DealKind.PICK_TRADE:
        return picks_overlap(trade.legs, deal.legs)
    # Pieces of one trade leave the return out; two whole trades of other players are two.
    whole = _goes_both_ways(trade.legs) and _goes_both_ways(deal.legs)
    return not (whole and _apart(trade, deal))


def _goes_both_ways(legs: Sequence[Leg]) -> bool:
    return len({leg.received for leg in legs}) > 1


def _last_day(trade: Trade) -> date:
    days = [sighting.published_at.date() for sighting in trade.sightings]
    return max([trade.traded_on, *days]) if trade.status is Status.RUMOUR else trade.traded_on

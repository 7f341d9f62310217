"""Which known trade does a deal tell of? Decided by who moved where and when, never by the wording."""

from collections.abc import Sequence
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
    name_key,
)

WINDOW_DAYS = 10  # a wire files the same move again in other words days later
RUMOUR_WINDOW_DAYS = 45  # talk of one trade goes on for weeks
SAME_CLUBS_DAYS = 2  # two clubs that trade twice within so many days are taken for one trade


def match(report: Report, deal: Deal, known: Sequence[Trade]) -> Trade | None:
    """The known trade that this deal tells of, or None when it is a new one."""
    day = report.published_at.date()
    same = [trade for trade in known if _is_same(trade, report, deal, day)]
    return min(same, key=lambda trade: abs((day - _last_day(trade)).days), default=None)


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
    return True


def _last_day(trade: Trade) -> date:
    days = [sighting.published_at.date() for sighting in trade.sightings]
    return max([trade.traded_on, *days]) if trade.status is Status.RUMOUR else trade.traded_on

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
    Trust,
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
    day = report.day
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


def is_recap(trade: Trade, report: Report) -> bool:
    """Whether this news comes so long after the trade that it can only look back at it."""
    return report.kind is ReportKind.NEWS and not _is_near(trade, report.day)


def _is_same(trade: Trade, report: Report, deal: Deal, day: date) -> bool:
    if deal.status is DealStatus.FAILED:
        return _is_called_off(trade, deal, day)
    if trade.status is Status.VOIDED and _is_made_again(trade, report, deal):
        return False
    shared = _shared_players(trade, deal)
    if not shared:
        return _is_same_by_clubs(trade, report, deal)
    if not all(sides_agree(ours, theirs) or _reversed(ours, theirs) for ours, theirs in shared):
        return False
    if _is_near(trade, day):
        return True
    # Long after, the wire files a new move; a news text that states the whole old one is a recap.
    whole = all((ours.gave, ours.received) == (it.gave, it.received) for ours, it in shared)
    return report.kind is ReportKind.NEWS and trade.status is not Status.RUMOUR and whole


def _is_near(trade: Trade, day: date) -> bool:
    window = RUMOUR_WINDOW_DAYS if trade.status is Status.RUMOUR else WINDOW_DAYS
    return abs((day - _last_day(trade)).days) <= window


def _is_called_off(trade: Trade, deal: Deal, day: date) -> bool:
    """What is off must be this trade: its player or both its clubs, no other club, and not long ago."""
    named = bool(_shared_players(trade, deal)) or len(deal.clubs) > 1
    theirs, ours = set(deal.clubs), set(trade.clubs)
    fits = theirs <= ours or ours <= theirs  # talk may know one club only
    return named and fits and not _apart(trade, deal) and _is_near(trade, day)


def _is_made_again(trade: Trade, report: Report, deal: Deal) -> bool:
    """Agreed or filed on a later day than it fell through: a trade of its own."""
    off = max((s.day for s in trade.sightings if s.status is DealStatus.FAILED), default=report.day)
    told = report.trust is Trust.OFFICIAL or any(source.tier == 1 for source in deal.sources)
    return deal.status is not DealStatus.RUMOUR and told and report.day > off


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


def _is_same_by_clubs(trade: Trade, report: Report, deal: Deal) -> bool:
    """Two reports of one trade that name different pieces of it."""
    if DealStatus.RUMOUR is deal.status or trade.status is Status.RUMOUR:
        return False
    days = abs((report.day - trade.traded_on).days)
    if days > SAME_CLUBS_DAYS or len(deal.clubs) == 1 or set(deal.clubs) != set(trade.clubs):
        return False
    if trade.kind is deal.kind is DealKind.PICK_TRADE:
        return picks_overlap(trade.legs, deal.legs)
    return not (_apart(trade, deal) and _is_whole(trade, report, deal))


def _is_whole(trade: Trade, report: Report, deal: Deal) -> bool:
    """Whether both tell of all that moved: with a return each, or each as its club files it."""
    filed = any(s.trust is Trust.OFFICIAL for s in trade.sightings)
    both_filed = filed and report.trust is Trust.OFFICIAL
    return both_filed or (_goes_both_ways(trade.legs) and _goes_both_ways(deal.legs))


def _goes_both_ways(legs: Sequence[Leg]) -> bool:
    return len({leg.received for leg in legs}) > 1


def _last_day(trade: Trade) -> date:
    days = [sighting.day for sighting in trade.sightings]
    return max([trade.traded_on, *days]) if trade.status is Status.RUMOUR else trade.traded_on

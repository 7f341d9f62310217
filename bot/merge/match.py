"""Which known trade does a deal tell of? Decided by who moved where and when, never by the wording."""

from collections.abc import Collection, Sequence
from datetime import date

from bot.merge.people import bearers
from bot.merge.terms import complete, same_picks, sides_agree
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
)

WINDOW_DAYS = 10  # a wire files the same move again in other words days later
PENDING_DAYS = 60  # what is agreed in January is filed when the league year opens in March
RUMOUR_WINDOW_DAYS = 45  # talk of one trade goes on for weeks
PAIR = 2
ENDS = (DealStatus.OFFICIAL, DealStatus.FAILED)  # what an agreed deal comes to
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
    return not _shared_players(trade, deal), min(abs((day - one).days) for one in _days(trade))


def _apart(trade: Trade, deal: Deal) -> bool:
    """Both name players, and none in common."""
    names_one = any(isinstance(leg.asset, Player) for leg in deal.legs)
    return bool(trade.players) and names_one and not _shared_players(trade, deal)


def is_recap(trade: Trade, report: Report, deal: Deal) -> bool:
    """Whether this news comes so long after the trade that it can only look back at it."""
    return report.kind is ReportKind.NEWS and not _is_near(trade, deal, report.day)


def _is_same(trade: Trade, report: Report, deal: Deal, day: date) -> bool:
    if deal.status is DealStatus.FAILED:
        return _is_called_off(trade, deal, day)
    if trade.status is Status.VOIDED and _is_made_again(trade, report, deal):
        return False
    shared = _shared_players(trade, deal)
    if not shared:
        return _is_same_by_clubs(trade, report, deal)
    near = _is_near(trade, deal, day)
    if near and _is_edited(trade, report) and any(_half_agree(*pair) for pair in shared):
        return True
    if not _tells_same(trade, deal, shared):
        return False
    return near or _looks_back(trade, report, shared)


def _tells_same(trade: Trade, deal: Deal, shared: Sequence[tuple[Leg, Leg]]) -> bool:
    """Whether every player goes the same way; where a side is not told, the clubs must fit at least."""
    sides = {side for pair in shared for leg in pair for side in (leg.gave, leg.received)}
    fits = None not in sides or _clubs_fit(trade, deal)
    return fits and all(_same_move(*pair) for pair in shared)


def _same_move(ours: Leg, theirs: Leg) -> bool:
    return sides_agree(ours, theirs) or _reversed(ours, theirs)


def _looks_back(trade: Trade, report: Report, shared: Sequence[tuple[Leg, Leg]]) -> bool:
    """Long after, the wire files a new move; a news text that states the whole old one is a recap."""
    whole = all(
        None not in {ours.gave, ours.received}
        and (ours.gave, ours.received) == (theirs.gave, theirs.received)
        for ours, theirs in shared
    )
    return report.kind is ReportKind.NEWS and trade.status is not Status.RUMOUR and whole


def _is_edited(trade: Trade, report: Report) -> bool:
    """Whether an earlier state of this very item told of the trade: what it says now corrects it."""
    return any((s.feed, s.report) == (report.feed, report.id) for s in trade.sightings)


def _half_agree(ours: Leg, theirs: Leg) -> bool:
    gave, received = ours.gave == theirs.gave, ours.received == theirs.received
    return (gave and ours.gave is not None) or (received and ours.received is not None)


def _is_near(trade: Trade, deal: Deal, day: date) -> bool:
    """Whether the days fit: talk goes before its deal by weeks, a deal before its filing, and words by days."""
    days = _days(trade)
    since, until = (day - min(days)).days, (day - max(days)).days
    return since >= -_most_before(trade, deal) and until <= _most_after(trade, deal)


def _days(trade: Trade) -> list[date]:
    """The days of what happened: every one of talk, else of the deal, its first filing, and its end."""
    if trade.status is Status.RUMOUR:
        return [trade.traded_on, *(s.day for s in trade.sightings)]
    filed = [s.day for s in trade.sightings if s.status is DealStatus.OFFICIAL]
    ended = [s.day for s in trade.sightings if s.status is DealStatus.FAILED]
    return [trade.traded_on, *sorted(filed)[:1], *(ended if trade.status is Status.VOIDED else ())]


def _most_after(trade: Trade, deal: Deal) -> int:
    if trade.status is Status.RUMOUR:
        return RUMOUR_WINDOW_DAYS
    ends = trade.status is Status.REPORTED and deal.status in ENDS
    return PENDING_DAYS if ends else WINDOW_DAYS


def _most_before(trade: Trade, deal: Deal) -> int:
    if deal.status is DealStatus.RUMOUR:
        return RUMOUR_WINDOW_DAYS
    agreed = trade.status is Status.OFFICIAL and deal.status is DealStatus.AGREED
    return PENDING_DAYS if agreed else WINDOW_DAYS


def _is_called_off(trade: Trade, deal: Deal, day: date) -> bool:
    """What is off must be this trade: its player or both its clubs, no other club, and not long ago."""
    shared = _shared_players(trade, deal)
    named = bool(shared) or len(deal.clubs) > 1
    moved = all(_same_move(*pair) for pair in shared)
    fits = moved and _clubs_fit(trade, deal)
    return named and fits and not _apart(trade, deal) and _is_near(trade, deal, day)


def _clubs_fit(trade: Trade, deal: Deal) -> bool:
    """Whether the clubs can be those of one trade: talk may know one only, a report two of three."""
    ours, theirs = set(trade.clubs), set(deal.clubs)
    return ours <= theirs or theirs <= ours or len(ours | theirs) == PAIR


def _is_made_again(trade: Trade, report: Report, deal: Deal) -> bool:
    """Agreed or filed on a later day than it fell through: a trade of its own."""
    off = max((s.day for s in trade.sightings if s.status is DealStatus.FAILED), default=report.day)
    told = report.trust is Trust.OFFICIAL or any(source.tier == 1 for source in deal.sources)
    later = deal.status is not DealStatus.RUMOUR and told and report.day > off
    return later and not _is_filed_again(trade, report, deal)


def _is_filed_again(trade: Trade, report: Report, deal: Deal) -> bool:
    """The wire repeats a filing days later, whatever came of the trade; one with other picks is no repeat."""
    filed = any(s.trust is Trust.OFFICIAL for s in trade.sightings)
    return filed and report.trust is Trust.OFFICIAL and _same_picks(trade, deal) is not False


def _shared_players(trade: Trade, deal: Deal) -> list[tuple[Leg, Leg]]:
    """Each player of the deal whom the trade may name, with his move by both."""
    return [
        (_likest(trade.legs, bearers(trade.legs, leg.asset), leg), leg)
        for leg in deal.legs
        if isinstance(leg.asset, Player) and bearers(trade.legs, leg.asset)
    ]


def _likest(legs: Sequence[Leg], places: Sequence[int], leg: Leg) -> Leg:
    return max((legs[place] for place in places), key=lambda ours: sides_agree(ours, leg))


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
        return _same_picks(trade, deal) is not False
    return not _is_another(trade, report, deal)


def _is_another(trade: Trade, report: Report, deal: Deal) -> bool:
    """Whether each tells of all that moved, and they do not fit: with a return each, or as its club files it.

    Of three clubs each files its own part, and the same three do not meet twice.
    """
    if len(set(deal.clubs)) != PAIR:
        return False
    whole = _goes_both_ways(trade.legs) and _goes_both_ways(deal.legs)
    if not _apart(trade, deal):
        return whole and not _same_picks(trade, deal)
    filed = any(s.trust is Trust.OFFICIAL for s in trade.sightings)
    return whole or (filed and report.trust is Trust.OFFICIAL)


def _same_picks(trade: Trade, deal: Deal) -> bool | None:
    return same_picks(complete(trade.legs, trade.clubs), complete(deal.legs, deal.clubs))


def _goes_both_ways(legs: Sequence[Leg]) -> bool:
    return len({leg.received for leg in legs}) > 1

"""Trade + source trust + now -> which card may be shown, and why: pure.

A card claims the highest status whose conditions hold. A trade that is held can always be explained.
"""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from bot.model import (
    CardKind,
    Check,
    ClubCode,
    DealKind,
    DealStatus,
    DeliveryKey,
    Destination,
    LaneId,
    Player,
    Sighting,
    Source,
    Status,
    Trade,
    Trust,
    Verdict,
    league_day,
)

FRESH = timedelta(hours=36)  # a report older than this starts no card
FRESH_DAYS = 4  # a late source makes an older trade known, not new
FRESH_WIRE = timedelta(hours=72)  # a wire row knows only its day, and may be filed a day late
TWO = 2

_CONFIRMED = {DealStatus.AGREED, DealStatus.OFFICIAL}


def decide(trade: Trade, now: datetime) -> Verdict:
    """Which status the trade's card may claim, and whether a new card may start now.

    Args:
        trade: as merged; its sightings say who told us.
        now: for the age of the news. A card that is shown already stays true however old the news is.
    """
    news = (_is_new(trade), _is_fresh(trade, now))
    if trade.status is Status.VOIDED:
        return Verdict(card=Status.VOIDED, checks=news)
    facts = (_has_parties(trade), _has_direction(trade), _has_assets(trade))
    if trade.status is Status.OFFICIAL and all(check.passed for check in facts):
        return Verdict(card=Status.OFFICIAL, checks=(_is_official(trade), *facts, *news))
    confirmed = (_is_confirmed(trade), *facts)
    if trade.status is not Status.RUMOUR and all(check.passed for check in confirmed):
        return Verdict(card=Status.REPORTED, checks=(*confirmed, *news))
    talk = (_is_credible_talk(trade), _has_player(trade))
    if all(check.passed for check in talk):
        return Verdict(card=Status.RUMOUR, checks=(*talk, *news))
    return Verdict(card=None, checks=(*(confirmed if trade.terms_rank else talk), *news))


def showable(trade: Trade) -> Status:
    """The status that a card already posted may claim, whatever the age of the news."""
    floor = Status.RUMOUR if trade.status is Status.RUMOUR else Status.REPORTED
    return decide(trade, trade.updated_at).card or floor


def wanted(
    trade: Trade,
    verdict: Verdict,
    destinations: Sequence[Destination],
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
    asked = verdict.card in to.statuses and _concerns(to.clubs, trade.clubs)
    return [CardKind.CARD] if verdict.posts and asked and not verdict.is_void else []


def _concerns(asked: Sequence[ClubCode], clubs: Sequence[ClubCode]) -> bool:
    return not asked or bool(set(asked) & set(clubs))


# --- the checks, each a sentence ---


def _is_new(trade: Trade) -> Check:
    text = "known since the feed's first poll" if trade.quiet else "new since the first poll"
    return Check(check="new", passed=not trade.quiet, text=text)


def _is_fresh(trade: Trade, now: datetime) -> Check:
    ages = [(now - s.published_at, s) for s in trade.sightings]
    fresh = any(age <= (FRESH_WIRE if s.day_only else FRESH) for age, s in ages)
    fresh = fresh and (trade.status is Status.RUMOUR or _days(trade, now) <= FRESH_DAYS)
    youngest = min(age for age, _ in ages)
    return Check(check="fresh", passed=fresh, text=f"newest report is {_hours(youngest)} old")


def _days(trade: Trade, now: datetime) -> int:
    return (league_day(now, day_only=False) - trade.traded_on).days


def _hours(age: timedelta) -> str:
    hours = max(age.total_seconds(), 0) / 3600
    return f"{hours:.0f} h" if hours < 48 else f"{hours / 24:.0f} days"  # noqa: PLR2004 - two days


def _has_parties(trade: Trade) -> Check:
    passed = len(trade.clubs) >= TWO
    text = f"clubs: {', '.join(trade.clubs) or 'none'}"
    return Check(check="parties", passed=passed, text=text if passed else f"{text}; needs two")


def _has_direction(trade: Trade) -> Check:
    open_ended = [leg for leg in trade.legs if leg.gave is None or leg.received is None]
    text = "every asset has a giver and a receiver"
    if open_ended:
        text = f"{len(open_ended)} of {len(trade.legs)} assets lack a giver or a receiver"
    return Check(check="direction", passed=not open_ended, text=text)


def _has_assets(trade: Trade) -> Check:
    if trade.kind is DealKind.TRADE:
        return _has_player(trade)
    ways = {leg.received for leg in trade.legs}
    text = "picks go both ways" if len(ways) >= TWO else "picks go one way only"
    return Check(check="assets", passed=len(ways) >= TWO, text=text)


def _has_player(trade: Trade) -> Check:
    names = [leg.asset.name for leg in trade.legs if isinstance(leg.asset, Player)]
    text = f"players: {', '.join(names)}" if names else "no player is named"
    return Check(check="player", passed=bool(names), text=text)


def _is_official(trade: Trade) -> Check:
    feeds = {s.feed for s in trade.sightings if s.status is DealStatus.OFFICIAL}
    text = f"announced: {', '.join(sorted(feeds))}" if feeds else "not announced"
    return Check(check="source", passed=bool(feeds), text=text)


def _is_confirmed(trade: Trade) -> Check:
    told = [s for s in trade.sightings if s.status in _CONFIRMED]
    if any(s.status is DealStatus.OFFICIAL for s in told):
        return Check(check="source", passed=True, text="announced by the club or the league")
    strong = [x.name for s in told if s.trust is not Trust.AGGREGATOR for x in _tier_one(s)]
    if strong:
        return Check(check="source", passed=True, text=f"trusted feed, on the word of {strong[0]}")
    voices = sorted({x.name for s in told for x in s.sources if x.tier <= TWO})
    if len(voices) >= TWO:
        return Check(check="source", passed=True, text=f"two sources: {' and '.join(voices[:2])}")
    text = f"one source only: {voices[0]}" if voices else "no known primary source is named"
    return Check(check="source", passed=False, text=text)


def _is_credible_talk(trade: Trade) -> Check:
    talk = [s for s in trade.sightings if s.status is DealStatus.RUMOUR]
    heard = [s for s in talk if s.trust is not Trust.AGGREGATOR]
    names = [x.name for s in heard for x in _tier_one(s)]
    text = f"talk reported by {names[0]}" if names else "talk without an allow-listed reporter"
    return Check(check="source", passed=bool(names), text=text)


def _tier_one(sighting: Sighting) -> list[Source]:
    return [source for source in sighting.sources if source.tier == 1]

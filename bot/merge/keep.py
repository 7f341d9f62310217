"""What is kept of the reports of one trade: each word once, and of very many the telling ones.

What is kept depends on the set of reports alone, not on the order in which they came.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.merge.fold import CONFIRMS, TRUSTED_RANK
from bot.model import Claim, DealStatus, Sighting, Trade, Trust

MOST_FIRSTS, MOST_EARLY, MOST_LATE = 40, 40, 20  # sightings
MOST_BEST, MOST_RECENT = 30, 10  # claims
_COUNTING_TIER = 2
_STRENGTH = (DealStatus.RUMOUR, DealStatus.AGREED, DealStatus.OFFICIAL, DealStatus.FAILED)


def heard(trade: Trade, told: Sighting, claim: Claim) -> Trade:
    """The trade with one more report among those it is made of."""
    inherited = (_inherited(trade),) if trade.sightings else ()
    return replace(
        trade,
        sightings=_with_sighting(trade.sightings, told),
        claims=_with_claim(trade.claims or inherited, claim),
    )


def _inherited(trade: Trade) -> Claim:
    """The terms of a trade that was stored before claims were kept."""
    return Claim(
        report="",
        feed="",
        status=DealStatus.AGREED if trade.terms_rank else DealStatus.RUMOUR,
        rank=trade.terms_rank or TRUSTED_RANK,
        at=trade.created_at,
        seen_at=trade.created_at,
        legs=trade.legs,
        clubs=trade.clubs,
        kind=trade.kind,
    )


# --- sightings ---


def _with_sighting(known: Sequence[Sighting], new: Sighting) -> tuple[Sighting, ...]:
    if any(_says_all(old, new) for old in known):
        return tuple(known)
    rest = (old for old in known if not _says_all(new, old))
    ordered = sorted([*rest, new], key=_order)
    firsts = list(_firsts(ordered))[:MOST_FIRSTS]
    return tuple(sorted({*firsts, *ordered[:MOST_EARLY], *ordered[-MOST_LATE:]}, key=_order))


def _says_all(one: Sighting, other: Sighting) -> bool:
    """Whether one tells all that another telling of the same item does: more sources, or the same earlier."""
    if _word(one) != _word(other):
        return False
    ours, theirs = set(one.sources), set(other.sources)
    return theirs < ours or (theirs == ours and _order(one) <= _order(other))


def _word(told: Sighting) -> tuple[object, ...]:
    return told.feed, told.report, told.trust, told.status


def _firsts(ordered: Iterable[Sighting]) -> Iterable[Sighting]:
    """Whoever is the first to bring a source that counts, to a status, in a feed of this trust."""
    told: set[tuple[DealStatus, Trust, str]] = set()
    for one in ordered:
        names = [source.name for source in one.sources if source.tier <= _COUNTING_TIER]
        fresh = {(one.status, one.trust, name) for name in names or [""]} - told
        if fresh:
            yield one
        told |= fresh


def _order(told: Sighting) -> tuple[object, ...]:
    """Oldest first; at one moment the stronger word later."""
    strength = _STRENGTH.index(told.status)
    words = repr((told.sources, told.url, told.title))
    return told.moment, told.seen_at, strength, told.feed, told.report, words


# --- claims ---


def _with_claim(known: Sequence[Claim], new: Claim) -> tuple[Claim, ...]:
    same = [old for old in known if _words(old) == _words(new)]
    latest = max([*same, new], key=lambda claim: claim.seen_at)
    merged = replace(latest, at=min(claim.at for claim in [*same, new]))
    ordered = sorted([*(old for old in known if old not in same), merged], key=_best_first)
    rest = sorted(ordered[MOST_BEST:], key=_latest_first)
    return tuple(sorted([*ordered[:MOST_BEST], *rest[:MOST_RECENT]], key=_best_first))


def _words(claim: Claim) -> tuple[object, ...]:
    return claim.feed, claim.report, claim.status, claim.rank, claim.legs, claim.clubs, claim.kind


def _best_first(claim: Claim) -> tuple[object, ...]:
    return (*_worth(claim), claim.at, claim.feed, claim.report, repr(claim))


def _latest_first(claim: Claim) -> tuple[object, ...]:
    return (*_worth(claim), -claim.at.timestamp(), claim.feed, claim.report, repr(claim))


def _worth(claim: Claim) -> tuple[bool, bool, int]:
    is_deal = claim.status in CONFIRMS
    return not is_deal, claim.status is DealStatus.FAILED, -claim.rank

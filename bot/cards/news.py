"""What changed between two versions of a trade's card, and on whose word: one plain sentence. Pure."""

from collections.abc import Iterator
from datetime import UTC

from bot.cards.card import build, teller
from bot.cards.words import in_sentence, joined
from bot.model import Card, CardKind, Status, Told, Trade

_ADDS = {
    "rumour": "{} tells of it as talk.",
    "reported": "{} reports it too.",
    "official": "{} has it as official.",
    "off": "{} says that it is off.",
}


def news(before: Trade, now: Trade, was: Status, holds: Status) -> str:
    """What a reader of the card sees that the earlier version did not show; empty where there is nothing.

    Args:
        was, holds: the statuses that the gate lets each card claim. What is off has a notice of its own.
    """
    if holds is Status.VOIDED:
        return ""
    old, new = (build(t, s, CardKind.CARD, UTC) for t, s in ((before, was), (now, holds)))
    known = {(one.claim, one.who) for one in old.told}
    fresh = [one for one in new.told if (one.claim, one.who) not in known]
    terms = "; ".join(_terms(old, new, now))
    if was is holds and not terms:
        return " ".join(_ADDS[one.claim].format(one.who) for one in fresh)
    what = "New terms" if was is holds else f"Now {holds}"
    return f"{what}, according to {_whose(fresh, now)}{f': {terms}' if terms else ''}."


def _terms(old: Card, new: Card, now: Trade) -> Iterator[str]:
    """What a club gets now that the earlier card had otherwise; talk shows no terms."""
    earlier = {side.club: side.gets for side in old.sides}
    for side in new.sides:
        gets = now.acquired(side.club)
        if gets and old.sides and earlier.get(side.club) != side.gets:
            yield f"the {side.name} get {joined(map(in_sentence, gets))}"


def _whose(fresh: list[Told], now: Trade) -> str:
    """Who is new; where nobody is, an earlier source has other words now."""
    if fresh:
        return joined(dict.fromkeys(one.who for one in fresh))
    latest = max(now.claims, key=lambda claim: claim.seen_at, default=None)
    told = latest and next(
        (s for s in now.sightings if (s.feed, s.report) == (latest.feed, latest.report)), None
    )
    return teller(told) if told else "an earlier source"

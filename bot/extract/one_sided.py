"""A man who would come together with his price: "have a deal with Denver for Dale Preston. Chicago gets a fifth".

Such words are printed of buyers and of sellers. Where a club has a deal "for" a man and is told to get picks as
well, with nothing going back, the man may as well be the one who leaves: the direction is not stated.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.extract.reading import Sentence
from bot.extract.terms import Terms
from bot.model import Deal, Leg, Pick, Player, name_key

_DEALS = frozenset({"get.deal_with", "get.trade_for", "get.deal_for", "get.swap_for"})
_BESIDES = frozenset("also too plus additionally along extra sweetener throw throws threw".split())
_AS_WELL = ("as", "well")


def undirected(found: Sequence[Terms], sentences: Sequence[Sentence]) -> Sequence[Terms]:
    """The terms, with no direction for a man whose price would go the way that he goes.

    Args:
        found: what the sentences state, in order.
        sentences: that may start a trade.
    """
    deals = [t for t in found if t.rule in _DEALS and _only(t.legs, Player)]
    if not deals or any(_goes_back(deals[0], t) for t in found):
        return found
    priced = any(_comes_along(deals[0], t, sentences) for t in found)
    if not priced or "with" not in _words(deals[0], sentences):
        return found
    return [_open(t) if t is deals[0] else t for t in found]


def _only(legs: Sequence[Leg], kind: type[Player] | type[Pick]) -> bool:
    return bool(legs) and all(isinstance(leg.asset, kind) for leg in legs)


def _goes_back(deal: Terms, other: Terms) -> bool:
    """Something goes to the club that would give him."""
    return any(
        (leg.received is not None and leg.received == deal.giver)
        or (leg.received is None and leg.gave == deal.receiver)
        for leg in other.legs
    )


def _comes_along(deal: Terms, other: Terms, sentences: Sequence[Sentence]) -> bool:
    """Picks go to the club that would get him, and not "also"."""
    if other is deal or deal.receiver is None or not _only(other.legs, Pick):
        return False
    there = all(
        leg.received == deal.receiver or (leg.received is None and leg.gave == deal.giver)
        for leg in other.legs
    )
    return there and _BESIDES.isdisjoint(_words(other, sentences))


def _words(terms: Terms, sentences: Sequence[Sentence]) -> frozenset[str]:
    """The words of the sentence in which the terms stand."""
    for sentence in sentences:
        first, last = sentence.span()
        if first <= terms.span[0] < last:
            words = sentence.text.split()
            pairs = set(pairwise(words))
            return frozenset(words) | ({"also"} if _AS_WELL in pairs else set())
    return frozenset()


def _open(terms: Terms) -> Terms:
    legs = tuple(replace(leg, gave=None, received=None) for leg in terms.legs)
    return replace(terms, giver=None, receiver=None, others=terms.clubs, legs=legs, sure=True)


def once(deal: Deal) -> Deal:
    """The deal, in which no man leaves the club that gets him: "trade for Dale Preston, give him a deal".

    Args:
        deal: as joined; of two whole legs that contradict each other both stay, and are doubted.
    """
    first: dict[str, Leg] = {}
    kept: list[Leg] = []
    for leg in deal.legs:
        if isinstance(leg.asset, Player):
            known = first.setdefault(name_key(leg.asset.name), leg)
            if known is not leg and None in {leg.gave, leg.received} and _turns(known, leg):
                continue
        kept.append(leg)
    return replace(deal, legs=tuple(kept)) if len(kept) < len(deal.legs) else deal


def _turns(one: Leg, two: Leg) -> bool:
    away = two.gave is not None and two.gave == one.received
    return away or (two.received is not None and two.received == one.gave)

"""Men whom one sentence names and the next trades: "X is leaving Houston. The Texans get a third from the Jets"."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from bot.extract import heroes, positions
from bot.extract.heroes import Read
from bot.extract.lexicon import Kind
from bot.extract.mentions import Chunk
from bot.extract.scope import Scope
from bot.extract.terms import Terms
from bot.model import ClubCode, Leg, Pick, Player

_LEAVE_OTHERWISE = frozenset(
    "coach retire retires retired retiring retirement career crash agency agent contract compensatory free hired fired suspended".split()
)
_FINDS = frozenset("landed lands land found finds find finally filled fills fill".split())
_HAS = frozenset({"have", "has", "got", "get", "gets", "getting"})
_NEW = frozenset({"new", "their", "its", "replacement"})
_UNSURE = frozenset(
    "need needs needed want wants wanted without lost no not could may might would should if still search"
    " looking hope hopes hoping interest interested draft back injury practice healthy extension contract".split()
)


def completed(stated: Sequence[Terms], earlier: Sequence[Read], here: Scope) -> list[Terms]:
    """What a sentence states, with the man or the club that the sentences before it name.

    Args:
        stated: the terms of the sentence.
        earlier: the sentences before it.
        here: its scope.
    """
    if not earlier or not stated:
        return [*stated]
    if added := _hero_of(stated, earlier, here):
        return [*stated, added]
    return _with_seeker(stated, earlier)


def _hero_of(stated: Sequence[Terms], earlier: Sequence[Read], here: Scope) -> Terms | None:
    """The man who goes where nothing goes yet: he left the one club, or joined the other."""
    parties = tuple(dict.fromkeys(code for terms in stated for code in terms.clubs))
    paid = _paid([leg for terms in stated for leg in terms.legs])
    man = here.hero
    if man is None or len(parties) not in {1, 2} or len(paid) != 1 or None in paid:
        return None
    giver = next(iter(paid))
    receiver = next((code for code in parties if code != giver), here.joined)
    if receiver is None or giver == receiver or any(terms.unnamed for terms in stated):
        return None
    picks = any(isinstance(leg.asset, Pick) for terms in stated for leg in terms.legs)
    if not (any(terms.sure for terms in stated) if len(parties) > 1 else picks):
        return None
    if man.name in _men(stated) or not _LEAVE_OTHERWISE.isdisjoint(_words(earlier)):
        return None
    was = here.club(heroes.left(earlier, man))
    if here.joined != receiver and was != giver:
        return None
    span = stated[0].span
    leg = Leg(gave=giver, received=receiver, asset=man, rule="arrival", span=span)
    return Terms(giver=giver, receiver=receiver, legs=(leg,), rule="arrival", span=span)


def _paid(legs: Sequence[Leg]) -> set[ClubCode | None]:
    """The clubs that get something; what one of them throws in or swaps back needs no receiver named."""
    there = {leg.received for leg in legs if leg.received is not None}
    return there | {None for leg in legs if leg.received is None and leg.gave not in there}


def _men(stated: Iterable[Terms]) -> set[str]:
    legs = (leg for terms in stated for leg in terms.legs)
    return {leg.asset.name for leg in legs if isinstance(leg.asset, Player)}


def _words(read: Iterable[Read]) -> set[str]:
    return {chunk.text for sentence in read for chunk in sentence.chunks}


def _with_seeker(stated: Sequence[Terms], earlier: Sequence[Read]) -> list[Terms]:
    """Read "Denver has its left tackle. The Jets agreed to trade Dale Preston for a third": to Denver."""
    found = _seeker(earlier[-1].chunks)
    givers = {code for terms in stated for code in terms.clubs}
    if found is None or len(givers) != 1 or found[0] in givers:
        return [*stated]
    return [_received_by(terms, *found) for terms in stated]


def _received_by(terms: Terms, club: ClubCode, position: str | None) -> Terms:
    """The terms with the club that gets the man, if he plays what it found."""
    men = [leg.asset for leg in terms.legs if leg.gave and isinstance(leg.asset, Player)]
    if terms.receiver is not None or len(men) != 1 or not men[0].name:
        return terms
    if not positions.alike(position, men[0].position):
        return terms
    paid = any(leg.received == terms.giver for leg in terms.legs)
    return replace(terms.opposite(club), sure=terms.sure or paid)


def _seeker(chunks: Sequence[Chunk]) -> tuple[ClubCode, str | None] | None:
    """The club that found a man for a position, and the position."""
    words = {chunk.text for chunk in chunks}
    there = [chunk for chunk in chunks if chunk.kind is Kind.CLUB]
    sought = [chunk for chunk in chunks if chunk.kind is Kind.UNNAMED and not chunk.plural]
    named = any(chunk.kind in {Kind.PLAYER, Kind.SURNAME, Kind.MOVE} for chunk in chunks)
    if len(there) != 1 or len(there[0].clubs) != 1 or len(sought) != 1 or named:
        return None
    return (there[0].clubs[0], sought[0].position) if _finds(words) else None


def _finds(words: Collection[str]) -> bool:
    has = not _HAS.isdisjoint(words) and not _NEW.isdisjoint(words)
    return (has or not _FINDS.isdisjoint(words)) and _UNSURE.isdisjoint(words)

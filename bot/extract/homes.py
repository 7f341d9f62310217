"""Sides that a report leaves open, concluded from the other club it names and from who plays where.

What is concluded stands beside what is stated: it tells whom a report must mean, and no card rests on it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from bot import clubs
from bot.extract import meant, roll
from bot.extract.lexicon import Kind
from bot.extract.mentions import Chunk
from bot.extract.reading import Sentence
from bot.model import ClubCode, Conclusion, Deal, Leg, Player

_TWO = 2
_SEASONS = 9  # since his draft, where nobody else says whose he is
_NO_PARTY = frozenset(
    "against over facing versus vs beat former than like leapfrogged ahead as while whereas but".split()
)
_REACH = 2  # words ahead of a club that keep it out: "a touchdown against Tampa Bay"


def completed(deal: Deal, lead: Sequence[Sentence], day: date, others: Iterable[Deal] = ()) -> Deal:
    """The deal with what it must mean beside it, where it leaves a side open and only one club fits.

    Args:
        deal: as stated.
        lead: the sentences that may start a trade.
        day: of the report.
        others: further trades that it states; who takes part in them alone takes none in this one.
    """
    pair = deal.clubs
    taken = {club for one in others for club in one.clubs}
    named = [club for club in parties(lead) if club not in taken]
    if len(pair) == 1 and (other := _other(deal.legs, pair[0], named, day)):
        pair = (*pair, other)
    legs = tuple(_concluded(leg, pair, day) for leg in deal.legs) if len(pair) == _TWO else ()
    if legs and (moved := meant.man(deal, legs, pair, lead, day)):
        legs = (*legs, moved)
    if not legs or (legs == deal.legs and pair == deal.clubs):
        return deal
    return replace(deal, concluded=Conclusion(kind=deal.kind, legs=legs, clubs=pair))


def parties(lead: Iterable[Sentence]) -> list[ClubCode]:
    """The clubs that the sentences name, but for opponents and former clubs."""
    found = [
        chunk.clubs[0]
        for sentence in lead
        for chunk in sentence.chunks
        if chunk.kind is Kind.CLUB and len(chunk.clubs) == 1 and not _is_aside(chunk, sentence)
    ]
    return list(dict.fromkeys(found))


def _is_aside(club: Chunk, sentence: Sentence) -> bool:
    before = sentence.tokens[max(0, club.first - _REACH) : club.first]
    return any(token.low in _NO_PARTY for token in before)


def _other(
    legs: Sequence[Leg], known: ClubCode, named: Sequence[ClubCode], day: date
) -> ClubCode | None:
    """The club on the other side of a deal that names one."""
    others = [club for club in named if club != known]
    homes = {
        home
        for leg in legs
        if isinstance(leg.asset, Player) and leg.received == known
        if (home := _home(leg.asset.name, others, known, day))
    }
    if len(homes) == 1:
        return homes.pop()
    return others[0] if len(others) == 1 else None


def _home(name: str, others: Sequence[ClubCode], known: ClubCode, day: date) -> ClubCode | None:
    """His club among those named; where no other is named, any but the one that gets him."""
    every = {club.code for club in clubs.CLUBS} - {known}
    if others:
        return roll.home(name, day, others)
    return roll.home(name, day, every, _SEASONS)


def _concluded(leg: Leg, pair: Sequence[ClubCode], day: date) -> Leg:
    """The leg between these two clubs, as far as one side or his club tells."""
    if None not in {leg.gave, leg.received}:
        return leg
    one, two = pair
    partner = {one: two, two: one}
    gave = leg.gave or (partner.get(leg.received) if leg.received else None)
    if gave is None and isinstance(leg.asset, Player):
        gave = roll.home(leg.asset.name, day, pair)
    received = leg.received or (partner.get(gave) if gave else None)
    return replace(leg, gave=gave, received=received)

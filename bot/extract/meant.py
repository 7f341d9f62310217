"""The man whom a deal must mean when it moves none by name: the only one who fits of those that the text names."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from bot.extract import roll
from bot.extract.lexicon import Kind
from bot.extract.reading import Sentence
from bot.model import ClubCode, Deal, DealKind, Leg, Player

_ASIDE = frozenset({Kind.WITH, Kind.OF, Kind.BY, Kind.FOR})
_STAYS = re.compile(
    r"\b(?:tore|torn|hurt|injur\w+|acl|achilles|surgery|backup|replac\w+|behind|retire\w*|out for)\b"
)


def man(
    deal: Deal, legs: Sequence[Leg], pair: Sequence[ClubCode], lead: Sequence[Sentence], day: date
) -> Leg | None:
    """The move of the man whom the deal leaves out; None where it moves one, or several could be meant.

    Read "Jets give up on Dale Preston, deal receiver to Bears for a third": he goes where no pick does.

    Args:
        deal: as stated.
        legs: its legs, as far as their sides are known.
        pair: the clubs of the deal.
        lead: the sentences that may start a trade.
        day: of the report.
    """
    if deal.kind is DealKind.PICK_TRADE or any(isinstance(leg.asset, Player) for leg in legs):
        return None
    paid = [club for club in pair if any(leg.received == club for leg in legs)]
    fitting = [(one, giver) for one in _named(lead) if (giver := _giver(one, pair, paid, day))]
    if len(fitting) != 1 or any(_STAYS.search(sentence.text) for sentence in lead):
        return None
    player, giver = fitting[0]
    receiver = next(club for club in pair if club != giver)
    return Leg(gave=giver, received=receiver, asset=player, rule="meant", span=deal.span)


def _named(lead: Sequence[Sentence]) -> Iterator[Player]:
    """Every man named in full, but for those beside somebody: "reunites with Al Roe"."""
    seen: set[str] = set()
    for sentence in lead:
        before = None
        for one in sentence.chunks:
            if one.kind is Kind.PLAYER and one.text not in seen and before not in _ASIDE:
                seen.add(one.text)
                yield Player(name=one.text, position=one.position)
            before = one.kind


def _giver(
    player: Player, pair: Sequence[ClubCode], paid: Sequence[ClubCode], day: date
) -> ClubCode | None:
    """His club, if something comes back to it."""
    home = roll.home(player.name, day, pair)
    return home if home in paid else None

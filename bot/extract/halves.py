"""Trades told by half: a pick changes hands between two clubs, and who goes for it stands in other words.

"Dale Preston is a Panther. Chicago will receive a third-round pick" states no trade in one frame. The deal holds what
the text states, and beside it what it must mean.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.extract import cues, dates, draftees, homes, roll
from bot.extract.joining import join
from bot.extract.lexicon import Kind
from bot.extract.reading import Sentence, Story
from bot.extract.scope import scope_of
from bot.extract.terms import Terms
from bot.model import (
    ClubCode,
    Conclusion,
    Deal,
    DealStatus,
    Leg,
    Pick,
    Player,
    Source,
)

_TWO = 2
_NO_PRICE = re.compile(
    r"\b(?:compensatory|resolution|forfeit\w*|tamper\w*|penalt\w+|fined?|losing|lost|loss of|hir(?:e|es|ed|ing)|coach\w*"
    r"|(?:for|free) agen\w+|waive[sd]?(?! (?:his|the|their) no)|claim(?:s|ed)|sign(?:s|ed) (?:a|an|to)|would|could|should|might|may|nobody"
    r"|offer(?:s|ed|ing)?|look at|last (?:year|season|month|week)|ago|already|if|grade[sd]?|owns?(?! the \w+ pick)|wants?|wanted|needs?|order|win|loss|finished|bidding|did|like the|joined (?:the )?\w+ in|scoring|rushing|passing|defense|offense|yards|rankings?|standings)\b"
)
_TRADE = re.compile(r"\b(?:trad(?:e|es|ed|ing)|deal|swap|swaps|swapped|agreement|exchang\w+)\b")


def told_by_half(stated: Sequence[Terms], story: Story, by: tuple[Source, ...]) -> Deal | None:
    """The one trade that these halves come to; None where they may be something else.

    Args:
        stated: what the sentences state, none of it a trade by itself.
        story: the report.
        by: the sources that the report names.
    """
    priced = any(isinstance(leg.asset, Pick) for terms in stated for leg in terms.legs)
    priced = priced or _change_homes(stated, story)
    if not priced or any(_is_doubtful(s, story) for s in story.lead):
        return None
    whole = join(_sides(stated, story), status=DealStatus.AGREED, sources=by, together=False)
    if len(whole) != 1:
        return None
    meant = Conclusion(kind=whole[0].kind, legs=whole[0].legs, clubs=whole[0].clubs)
    legs = tuple(leg for terms in stated for leg in terms.legs)
    clubs = tuple(dict.fromkeys(club for terms in stated for club in terms.clubs))
    return replace(whole[0], legs=legs, clubs=clubs[:1], concluded=meant)


def _change_homes(stated: Sequence[Terms], story: Story) -> bool:
    """Read "Dale Preston to the Rams, Al Roe to the Jets": each goes where the other played."""
    day, rows = story.report.day, [terms for terms in stated if terms.legs]
    clubs = {terms.receiver for terms in rows} - {None}
    legs = [leg for terms in rows for leg in terms.legs if isinstance(leg.asset, Player)]
    if len(clubs) != _TWO or len(legs) != _TWO or any(terms.giver for terms in rows):
        return False
    among = [club for club in clubs if club is not None]
    return all(
        isinstance(leg.asset, Player)
        and (home := roll.home(leg.asset.name, day, among)) is not None
        and home != leg.received
        for leg in legs
    )


def _sides(stated: Sequence[Terms], story: Story) -> list[Terms]:
    """Each half between the two clubs that the lead names, and the man who goes for it."""
    joined = _joined(story)
    clubs = list(dict.fromkeys([*homes.parties(story.lead), *([joined] if joined else [])]))
    if len(clubs) != _TWO:
        return []
    sides = [_between(terms, clubs) for terms in stated if terms.legs]
    if man := _man_for(sides, clubs, joined, story):
        return [*sides, man] if _is_paid_for(man, sides) else sides
    return sides if _is_exchange(sides, story) else []


def _is_paid_for(man: Terms, sides: Sequence[Terms]) -> bool:
    """Something goes to the club that gives him: who would come with the picks is not the man who is sold."""
    return any(leg.received == man.giver for terms in sides for leg in terms.legs)


def _are_slots(sides: Sequence[Terms]) -> bool:
    """Slots go one way and picks the other: a trade without any man."""
    legs = [leg for terms in sides for leg in terms.legs]
    slots = any(isinstance(leg.asset, Pick) and leg.asset.number for leg in legs)
    return (slots or _climb(sides)) and len({leg.received for leg in legs}) > 1


def _climb(sides: Sequence[Terms]) -> bool:
    return any(terms.rule.startswith("climb.") for terms in sides)


def _is_exchange(sides: Sequence[Terms], story: Story) -> bool:
    """A man moves, something goes each way, or the text calls it a trade."""
    legs = [leg for terms in sides for leg in terms.legs]
    both = len({leg.received for leg in legs}) > 1
    men = any(isinstance(leg.asset, Player) for leg in legs)
    ranks = all(leg.rule.startswith("climb.") for leg in legs)  # "Jets up to 2, Bears back to 5"
    return (
        (both and not ranks) or men or any(_TRADE.search(sentence.text) for sentence in story.lead)
    )


def _is_doubtful(sentence: Sentence, story: Story) -> bool:
    return (
        _NO_PRICE.search(sentence.text) is not None
        or cues.is_view(sentence.text)
        or dates.is_of_past_year(sentence.text, story.report.published_at)
        or sentence.text.endswith("?")
    )


def _joined(story: Story) -> ClubCode | None:
    """The club whose man the text says he is now: "Dale Preston is a Panther"."""
    last = story.lead[-1]
    return scope_of(story.every).at(last.tokens, last.offset, story.lead[:-1]).joined


def _between(terms: Terms, clubs: Sequence[ClubCode]) -> Terms:
    known = terms.giver or terms.receiver
    other = next((club for club in clubs if club != known), None)
    whole = terms.opposite(other) if other and None in {terms.giver, terms.receiver} else terms
    return replace(whole, sure=True)


def _man_for(
    sides: Sequence[Terms], clubs: Sequence[ClubCode], joined: ClubCode | None, story: Story
) -> Terms | None:
    """The one man named without a part, who was one club's or is the other's now."""
    moved = {
        leg.asset.name for terms in sides for leg in terms.legs if isinstance(leg.asset, Player)
    }
    men = {
        c.text: c
        for s in story.lead
        for c in draftees.plainly(s.chunks)
        if c.kind is Kind.PLAYER and not c.owner
    }
    left = [man for name, man in men.items() if name not in moved]
    if len(left) != 1 or moved or (not joined and _are_slots(sides)):
        return None
    if roll.is_drafted(left[0].text, story.report.day.year) and _climb(sides):
        return None  # he is the one they draft
    giver = roll.home(left[0].text, story.report.day, [club for club in clubs if club != joined])
    giver = next((club for club in clubs if club != joined), None) if joined else giver
    if giver is None:
        return None
    receiver = next(club for club in clubs if club != giver)
    player = Player(name=left[0].text, position=left[0].position)
    span = sides[0].span
    leg = Leg(gave=giver, received=receiver, asset=player, rule="half", span=span)
    return Terms(giver=giver, receiver=receiver, legs=(leg,), rule="half", span=span)

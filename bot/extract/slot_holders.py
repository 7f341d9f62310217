"""Who holds a slot now: "The Jets now hold the No. 1 pick. Denver gets ...", "Detroit: Nos. 12 and 46.".

Such words tell of a trade only beside others: what the other club gets, or that a club has moved up.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.extract.draft_turns import is_number
from bot.extract.lexicon import Frame, Kind
from bot.extract.patterns import any_in
from bot.extract.reading import Sentence, Story
from bot.extract.slot_words import is_slot
from bot.extract.terms import Terms
from bot.model import Pick

_RULES = frozenset({"get.label", "get.end_up"})
_MOVED = any_in(
    r"\b(?:jump|climb|leap|vault|mov|trad|go|went|hop|slid|dropp?)\w* (?:(?:up|down|back) )?(?:a |just )?"
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|single) (?:spots?|places?|slots?)\b"
)
_LEAST = 2  # assets for a slot


def supported(found: Sequence[Terms], sentences: Sequence[Sentence]) -> Sequence[Terms]:
    """The terms without what is only held, unless the rest tells of the trade."""
    moved = any(_MOVED.search(s.text) for s in sentences) or any(
        t.rule.startswith("climb.") and None not in {t.giver, t.receiver} for t in found
    )
    other = [t for t in found if t.rule != "get.hold"]
    if not moved:
        other = [t for t in other if t.rule not in _RULES]
    held = [t for t in found if t.rule == "get.hold"]
    return [*held, *other] if len(held) == 1 and _is_paid(held[0], other) else other


def _is_paid(held: Terms, other: Sequence[Terms]) -> bool:
    """Read "Denver gets X, No. 9 and a 2028 first" behind it: what one slot was worth."""
    clubs = {club for t in other if t.legs for club in t.clubs} - {held.receiver}
    legs = [leg for t in other for leg in t.legs if leg.received in clubs]
    picks = [leg.asset for leg in legs if isinstance(leg.asset, Pick)]
    stated = any(t.giver for t in other if t.legs)
    slots = not stated or any(pick.number for pick in picks)
    return len(clubs) == 1 and len(legs) >= _LEAST and bool(picks) and slots


def carried(story: Story) -> Story:
    """Read "The Jets dropped out of the 34th spot. Dallas takes over that selection": it is No. 34."""
    new = {id(s): s for s in story.every}
    told = False
    for one, two in zip(story.every, story.every[1:], strict=False):
        told = told or any(pick.number for chunk in one.chunks for pick in chunk.picks)
        landed = _with_landing(one, _with_slot(one, two))
        new[id(two)] = _with_numbers(landed) if told else landed

    def these(sentences: Sequence[Sentence]) -> Sequence[Sentence]:
        return [new[id(sentence)] for sentence in sentences]

    return Story(
        story.report, these(story.head), these(story.body), these(story.lead), these(story.every)
    )


def _with_slot(before: Sentence, sentence: Sentence) -> Sentence:
    slots = [chunk for chunk in before.chunks if is_number(chunk)]
    if len(slots) != 1 or any(pick.number for c in sentence.chunks[:_EARLY] for pick in c.picks):
        return sentence
    chunks = [
        replace(two, picks=slots[0].picks) if one.text == "that" and two.picks == (Pick(),) else two
        for one, two in zip((*sentence.chunks[:1], *sentence.chunks), sentence.chunks, strict=False)
    ]
    return replace(sentence, chunks=chunks)


def _with_landing(before: Sentence, sentence: Sentence) -> Sentence:
    """Read "Shocker at No. 3! The Dolphins come up from 12 in a trade": to No. 3."""
    heading, chunks = before.chunks, sentence.chunks
    at = [one.text for one in heading[-2:-1]] == ["at"] and is_number(heading[-1])
    if not at or len(heading) > _EARLY or any(one.clubs or one.verb for one in heading):
        return sentence
    for index in range(2, len(chunks) - 1):
        way, from_, slot = chunks[index - 1 : index + 2]
        if way.text in _UPWARD and from_.kind is Kind.FROM and is_slot(slot):
            to = replace(from_, kind=Kind.TO, text="to", first=slot.last, last=slot.last)
            there = replace(heading[-1], first=slot.last, last=slot.last)
            return replace(sentence, chunks=[*chunks[: index + 2], to, there, *chunks[index + 2 :]])
    return sentence


def _with_numbers(sentence: Sentence) -> Sentence:
    """Read "Jacksonville also gets 104 and 200." behind a sentence with slots."""
    chunks = sentence.chunks
    start = 2 + (len(chunks) > 1 and chunks[1].text == "also")
    verb = chunks[start - 1].verb if len(chunks) > start else None
    gets = verb is not None and verb.frame is Frame.GET and chunks[0].kind is Kind.CLUB
    if not gets or any(is_slot(c) is (c.kind in _LINKS) for c in chunks[start:]):
        return sentence
    picks = [
        replace(c, kind=Kind.PICKS, text="", picks=(Pick(number=int(c.text)),))
        if c.text.isdecimal()
        else c
        for c in chunks[start:]
    ]
    return replace(sentence, chunks=[*chunks[:start], *picks])


_UPWARD = frozenset({"up", "back up", "all the way up"})
_LINKS = frozenset({Kind.COMMA, Kind.AND})
_EARLY = 4  # chunks

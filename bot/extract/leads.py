"""How a lead opens on a trade, in more words than it needs: "bolstered their line with a trade for"."""

from collections.abc import Sequence
from dataclasses import replace

from bot.extract.lexicon import Form, Frame, Kind
from bot.extract.mentions import Chunk
from bot.extract.rewriting import Plain, begins

_MEN = frozenset({Kind.PLAYER, Kind.SURNAME})
_IMPROVED = frozenset(
    "bolstered bolster addressed improved upgraded strengthened fortified filled boosted solidified replenished"
    " revamped shored beefed reinforced".split()
)
_UNSURE = frozenset("would could should may might not n't never had if to want wants hope".split())
_SURPRISES = frozenset({"stunner", "shocker", "surprise", "doozy"})
_TAKES = frozenset({"takes", "take"})
_CLAUSE = [Kind.CLUB, Kind.COMMA, Kind.WHO]


def _kinds(chunks: Sequence[Chunk], start: int, stop: int) -> list[Kind]:
    return [one.kind for one in chunks[max(0, start) : stop]]


def improved_with(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "The Jets bolstered their line with a trade for Bears guard Al Roe": by trading for him."""
    verb = chunks[at + 1].verb if at + 1 < len(chunks) else None
    if verb is None or verb.lemma != "trade for" or chunks[0].kind is not Kind.CLUB:
        return None
    words = {one.text for one in chunks[1:at]}
    made = not words.isdisjoint(_IMPROVED) and words.isdisjoint(_UNSURE)
    plain = not any(one.verb is not None or one.kind in _MEN for one in chunks[:at])
    if not made or not plain or chunks[at + 1].definite:
        return None
    by = replace(chunks[at], kind=Kind.BY, text="by")
    trading = replace(chunks[at + 1], article=False, verb=replace(verb, form=Form.ING))
    return at + 2, [by, trading]


@begins(*_SURPRISES)
def surprise(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "The Jets and Bears pulled off a stunner, with Al Roe going to New York": a trade."""
    one = chunks[at]
    pair = _kinds(chunks, 0, 3) == [Kind.CLUB, Kind.AND, Kind.CLUB]
    pulled = [c.text for c in chunks[3:at]] in (["pulled", "off"], ["pull", "off"])
    if not one.article or not (pair and pulled):
        return None
    return at + 1, [replace(one, kind=Kind.NOUN, text="trade")]


def drafted_man(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "shipping the third-round rookie to Miami": the round only tells when he was drafted."""
    one, two = chunks[at], chunks[at + 1] if at + 1 < len(chunks) else None
    if two is None or two.kind is not Kind.UNNAMED or two.text != "rookie":
        return None
    if not one.definite or one.last != two.first:
        return None
    return at + 2, [replace(two, first=one.first, article=True, definite=True)]


@begins(*_TAKES)
def which_takes(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "getting Al Roe from Denver, which takes tight end Ike Vance and a third": Denver receives them."""
    verb = chunks[at].verb
    if verb is None or at < len("abcd"):
        return None
    if _kinds(chunks, at - 4, at) != [Kind.FROM, *_CLAUSE]:
        return None
    man = chunks[at + 1 : at + 2]
    paid = _kinds(chunks, at + 2, at + 4) == [Kind.AND, Kind.PICKS]
    if not (man and man[0].kind is Kind.PLAYER and paid):
        return None
    return at + 1, [replace(chunks[at], text="receives", verb=replace(verb, lemma="receive"))]


def who_signed(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "The Jets, who signed Al Roe, will receive a fifth": whom they have signed stays out."""
    if not at or _kinds(chunks, at - 1, at + 5) != _SIGNED or chunks[at + 2].text != "signed":
        return None
    goes_on = chunks[at + 5 : at + 7]
    told = any(one.verb is not None and one.verb.frame is Frame.GET for one in goes_on)
    return (at + 5, []) if told else None


_SIGNED = [*_CLAUSE, Kind.MOVE, Kind.PLAYER, Kind.COMMA]

"""Whom a trade reunites and where, and who takes a man his club wants to move; put plainly."""

from collections.abc import Sequence
from dataclasses import replace

from bot.extract.lexicon import Force, Form, Frame, Kind, Verb
from bot.extract.mentions import Chunk
from bot.extract.rewriting import Plain, begins

_REUNITES = frozenset({"reunite", "reunites", "reuniting"})
_TRADE = frozenset({"trade", "deal", "swap", "trade with"})
_LINKS = frozenset({"that", "which", "would", "will", "to"})
_MEN = frozenset({Kind.PLAYER, Kind.SURNAME})
_BESIDE = _MEN | {Kind.PERSON}
_FOUND = frozenset({"found", "find", "finds"})
_TAKERS = frozenset({"taker", "buyer", "partner"})
_AT_LAST = frozenset({"after", "all", "finally", "at", "last", "quickly", "today", "tonight"})
_WITH_HIM = frozenset({Kind.AND, Kind.COMMA, Kind.PICKS})
_BE = frozenset({"is", "are"})
_NEAR = 4  # chunks from what is done with a trade to the trade
_MADE = frozenset(
    "finalizing finalized finalize agree agreed complete completed completing made struck announced reached executed".split()
)
_UNSURE = frozenset(
    "not n't never no close near closing could would may might if talk talks discuss discussing discussed want wants"
    " hope hopes hoping trying try push almost nearly yet expected before until unless had".split()
)
_SEND = Verb("send", Frame.GIVE, Force.FAIR, Form.ING)
_MOVE = Verb("trade", Frame.GIVE, Force.FAIR, Form.PAST)


@begins(*_REUNITES)
def reunites_in(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "a trade that would reunite Dale Preston with Al Roe in Green Bay": Preston goes there."""
    if len(chunks) < at + len("abcdef"):
        return None
    start = at
    while start and chunks[start - 1].text in _LINKS:
        start -= 1
    man, way, other, inside, place = chunks[at + 1 : at + 6]
    named = man.kind in _MEN and other.kind in _BESIDE and not (man.owner or other.owner)
    told = way.kind is Kind.WITH and inside.text in {"in", "with"} and place.kind is Kind.CLUB
    if not (named and told and _is_made(chunks[:start])) or place.owner:
        return None
    there = replace(inside, kind=Kind.TO, text="to")
    return at + 6, [replace(chunks[at], kind=Kind.VERB, verb=_SEND), man, there, place]


def _is_made(ahead: Sequence[Chunk]) -> bool:
    """Read "are finalizing a trade", "agreed on a deal"; "are discussing a trade" is none yet."""
    if not ahead or ahead[-1].text not in _TRADE:
        return False
    words = {word for one in ahead for word in one.text.casefold().split()}
    near = {one.text for one in ahead[-_NEAR:]}
    return not near.isdisjoint(_MADE) and _UNSURE.isdisjoint(words)


@begins(*_LINKS)
def link_to_reunion(chunks: Sequence[Chunk], at: int) -> Plain:
    """Pass over "that would" ahead of "reunite Dale Preston with Al Roe in Green Bay"."""
    stop = at
    while stop < len(chunks) and chunks[stop].text in _LINKS:
        stop += 1
    if stop == at or stop > at + len("ab"):
        return None
    return (stop, []) if stop < len(chunks) and reunites_in(chunks, stop) else None


@begins(*_FOUND)
def found_taker(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "have found a taker for Dale Preston: the Rams, who will give up a fifth": they trade him there."""
    if not at:
        return None
    if chunks[at - 1].kind is not Kind.CLUB and chunks[at - 1].text not in {"have", "has"}:
        return None
    stop = at + 1
    while stop < min(len(chunks), at + 4) and chunks[stop].text not in _TAKERS:
        if chunks[stop].text not in {"trade", "new", "willing", ""}:
            return None
        stop += 1
    if told := _where_he_goes(chunks, at, stop + 1):
        return told
    one = chunks[stop + 1 : stop + 5]
    if len(one) < len("abcd") or stop == at + 4 or not _is_taken(one):
        return None
    way = replace(one[2], kind=Kind.TO, text="to")
    return stop + 5, [replace(chunks[at], kind=Kind.VERB, verb=_MOVE), one[1], way, one[3]]


def _where_he_goes(chunks: Sequence[Chunk], at: int, start: int) -> Plain:
    """Read "for Dale Preston after all: he and a sixth go to the Rams"."""
    man, stop = next(iter(chunks[start + 1 : start + 2]), None), start + 2
    if man is None or chunks[start].kind is not Kind.FOR or man.kind not in _MEN or man.owner:
        return None
    while stop < len(chunks) and chunks[stop].text in _AT_LAST:
        stop += 1
    if [c.kind for c in chunks[stop : stop + 2]] != [Kind.COLON, Kind.PRONOUN]:
        return None
    if chunks[stop + 1].text != "he" and not chunks[stop + 1].owner:  # "he's headed to"
        return None
    end = stop + 2
    while end < len(chunks) and chunks[end].kind in _WITH_HIM:
        end += 1
    goods, end = (
        chunks[stop + 2 : end],
        end + (chunks[end : end + 1] != [] and chunks[end].text in _BE),
    )
    goes = [c.kind for c in chunks[end : end + 3]] == [Kind.VERB, Kind.TO, Kind.CLUB]
    if not goes or not _is_going(chunks[end]) or chunks[end + 2].owner:
        return None
    verb = replace(chunks[at], kind=Kind.VERB, verb=_MOVE)
    return end + 3, [verb, man, *goods, chunks[end + 1], chunks[end + 2]]


def _is_going(chunk: Chunk) -> bool:
    return chunk.verb is not None and chunk.verb.frame is Frame.MOTION


def _is_taken(one: Sequence[Chunk]) -> bool:
    """Read "for Dale Preston: the Rams" and "for Dale Preston in the Rams"."""
    kinds = [c.kind for c in one]
    here = one[2].kind is Kind.COLON or one[2].text == "in"
    man = kinds[1] in _MEN and not one[1].owner
    return kinds[0] is Kind.FOR and man and here and kinds[3] is Kind.CLUB and not one[3].owner

"""What it took, told beside the trade: "and it cost them a sixth, which goes to Denver", "a sixth is all it took"."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.extract.costs import goes_to
from bot.extract.lexicon import Force, Form, Frame, Kind, Verb
from bot.extract.mentions import Chunk
from bot.extract.rewriting import Plain

_COSTS = frozenset({"took", "cost"})
_COMPLETES = frozenset({"completing", "finalizing", "finalising", "sealing"})
_TRADE = frozenset({"trade", "deal", "swap"})
_GET = Verb("get", Frame.GET, Force.WEAK, Form.BASE)
_SO = frozenset({",", "and"})
_FILLERS = frozenset({"them", "him", "only", "just", "was", "a mere"})
_IS = frozenset({"is", "was"})
_MEN = frozenset({Kind.PLAYER, Kind.SURNAME})
_GOODS = frozenset({Kind.PICKS, Kind.PLAYER})


def and_it_cost(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "added Dale Preston and it cost them a sixth", ", and all it took was a sixth": for a sixth.

    Whom nobody is said to come from may have been free to sign; then what it cost is at least nothing they got.
    """
    told = _told_cost(chunks, at)
    if told is None:
        return None
    stop, word = told
    verb, behind = _got(chunks[:at])
    if verb is None or any(to.kind is Kind.TO and two.verb for to, two in pairwise(chunks[stop:])):
        return None
    named = any(way.kind is Kind.FROM and club.kind is Kind.CLUB for way, club in pairwise(behind))
    paid = named or verb.force is Force.STRONG or _goes_on(chunks, stop)
    kind, text = (Kind.FOR, "for") if paid else (Kind.STOP, "so")
    return stop, [replace(word, kind=kind, text=text, verb=None, owner=False)]


def completed(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read ", completing the trade with the Bears for a third": what they get for a man named before."""
    one = chunks[at + 1 : at + 7]
    if len(one) < len("abcdef") or one[0].text not in _COMPLETES or one[1].text not in _TRADE:
        return None
    kinds = [chunk.kind for chunk in one[2:]]
    if kinds != [Kind.WITH, Kind.CLUB, Kind.FOR, Kind.PICKS] or one[3].owner or not one[1].article:
        return None
    stop = replace(chunks[at], kind=Kind.STOP, text="so")
    return at + 6, [stop, one[3], replace(one[4], kind=Kind.VERB, text="get", verb=_GET)]


def _told_cost(chunks: Sequence[Chunk], at: int) -> tuple[int, Chunk] | None:
    """Where the goods stand, and the "it" of "and it cost them"."""
    start = at
    while start < len(chunks) and chunks[start].text in _SO:
        start += 1
    start += start < len(chunks) and chunks[start].text == "all"
    words = [one.text for one in chunks[start : start + 2]]
    if start == at or words[:1] != ["it"] or not {*words[1:]} <= _COSTS:
        return None
    stop = start + 2
    while stop < len(chunks) and (chunks[stop].text in _FILLERS or _is_payer(chunks[stop])):
        stop += 1
    there = stop < len(chunks) and chunks[stop].kind in _GOODS
    return (stop, chunks[start]) if there else None


def _is_payer(chunk: Chunk) -> bool:
    return chunk.kind is Kind.CLUB and not chunk.owner


def _got(ahead: Sequence[Chunk]) -> tuple[Verb | None, Sequence[Chunk]]:
    """The verb by which a club got a man, and what stands behind it; None where a price was told."""
    index = next((i for i in reversed(range(len(ahead))) if ahead[i].verb is not None), None)
    verb = ahead[index].verb if index is not None else None
    behind = ahead[index + 1 :] if index is not None else []
    man = any(one.kind in _MEN for one in behind)
    got = verb is not None and verb.frame is Frame.GET and man
    return (verb if got and all(one.kind is not Kind.FOR for one in behind) else None), behind


def _goes_on(chunks: Sequence[Chunk], stop: int) -> bool:
    """Behind the price stands ", which goes to the Ravens"."""
    comma = next((i for i in range(stop, len(chunks)) if chunks[i].kind is Kind.COMMA), None)
    return comma is not None and goes_to(chunks, comma) is not None


def all_it_took(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "A sixth is all it took (for Carolina) to get Dale Preston": for a sixth, Carolina got him."""
    told = [one.text for one in chunks[at + 1 : at + 5]]
    if at or len(told) < len("abcd") or told[0] not in _IS or told[1:3] != ["all", "it"]:
        return None
    stop = at + 5 + (chunks[at + 5 : at + 6] != [] and chunks[at + 5].kind is Kind.FOR)
    payer = [one for one in chunks[stop : stop + 1] if _is_payer(one)]
    stop += len(payer)
    way = chunks[stop : stop + 2]
    if told[3] not in _COSTS or [one.kind for one in way] != [Kind.TO, Kind.VERB]:
        return None
    if way[1].verb is None or way[1].verb.frame is not Frame.GET:
        return None
    price = replace(chunks[at + 1], kind=Kind.FOR, text="for")
    comma = replace(chunks[at + 2], kind=Kind.COMMA, text=",")
    return stop + 2, [price, chunks[at], comma, *payer, way[1]]

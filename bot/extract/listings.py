"""Trades told as two lists: "Terms of the trade: / Broncos: X, 2027 sixth / Jets: 2026 third"; put plainly.

The same layout serves mock trades, depth charts and the picks that each club holds. So a word must say that it is
the terms of a trade, and the lists must be of two clubs with nothing else beside them.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.extract.draft_turns import as_slot
from bot.extract.lexicon import Force, Form, Frame, Kind, Verb
from bot.extract.mentions import Chunk

_RECEIVE = Verb("receive", Frame.GET, Force.WEAK, Form.BASE)
_ITEMS = frozenset({Kind.PICKS, Kind.PLAYER, Kind.SURNAME, Kind.AND, Kind.COMMA, Kind.CASH})
_NAMES = frozenset({Kind.CLUB, Kind.PLAYER, Kind.SURNAME, Kind.SOURCE, Kind.PERSON})
_EDGES = frozenset({Kind.COLON, Kind.COMMA})
_TERMS = frozenset("terms deal trade swap exchange compensation".split())
_OF_TERMS = _TERMS | frozenset(
    """full complete final exact official the a an in of between and per via from source sources according to here
    are is details breakdown blockbuster done complete completed now confirmed , :""".split()
)
_TWO = 2  # clubs


def plainly(chunks: Sequence[Chunk]) -> Sequence[Chunk]:
    """The lines "Broncos: X, 2027 sixth" under a heading that says that they are the terms of a trade."""
    chunks = _numbers(chunks)
    labels = _labels(chunks)
    if len(labels) != _TWO or not labels[0] or not _is_heading(chunks[: labels[0]]):
        return chunks
    first, second = labels
    lists = (chunks[first:second], chunks[second:])
    return [*chunks[:first], *received(*lists)] if are_lists(*lists) else chunks


def _numbers(chunks: Sequence[Chunk]) -> Sequence[Chunk]:
    """The whole line "Packers receive: 18, 248" with its numbers as draft slots."""
    if len(chunks) < len("abcd") or [one.kind for one in chunks[:3]] != _RECEIVES:
        return chunks
    verb, items = chunks[1].verb, chunks[3:]
    known = verb is not None and verb.lemma == _RECEIVE.lemma and not chunks[0].owner
    slots = [as_slot(one) if one.text.isdecimal() else None for one in items]
    rest = {one.kind for one, slot in zip(items, slots, strict=True) if slot is None}
    if not known or not any(slots) or not rest <= _BETWEEN:
        return chunks
    return [*chunks[:3], *(slot or one for one, slot in zip(items, slots, strict=True))]


_RECEIVES = [Kind.CLUB, Kind.VERB, Kind.COLON]
_BETWEEN = frozenset({Kind.COMMA, Kind.AND, Kind.PICKS})


def _labels(chunks: Sequence[Chunk]) -> list[int]:
    """Where each "CLUB:" of a list begins."""
    colons = [at for at, chunk in enumerate(chunks) if chunk.kind is Kind.COLON]
    return [
        at - 1
        for at in colons[1:]
        if chunks[at - 1].kind is Kind.CLUB and chunks[at - 2].kind in _EDGES
    ]


def _is_heading(chunks: Sequence[Chunk]) -> bool:
    """Read "Full terms of the Preston trade between Denver and New York:", and no word of anybody's wishes."""
    said = " ".join(chunk.text for chunk in chunks if chunk.kind not in _NAMES)
    words = {word for word in said.split() if word[0] != "@"}
    return chunks[-1].kind is Kind.COLON and not _TERMS.isdisjoint(words) and words <= _OF_TERMS


def are_lists(one: Sequence[Chunk], two: Sequence[Chunk]) -> bool:
    """Two clubs, and what each gets: picks among it."""
    if not (_is_list(one) and _is_list(two)) or one[0].clubs == two[0].clubs:
        return False
    return any(chunk.kind is Kind.PICKS for chunk in (*one, *two)) and any(
        chunk.kind is Kind.PLAYER or chunk.kind is Kind.SURNAME for chunk in (*one, *two)
    )


def _is_list(chunks: Sequence[Chunk]) -> bool:
    if [chunk.kind for chunk in chunks[:2]] != [Kind.CLUB, Kind.COLON] or chunks[0].owner:
        return False
    items = {chunk.kind for chunk in chunks[2:]}
    return bool(items) and items <= _ITEMS


def received(*lists: Sequence[Chunk]) -> list[Chunk]:
    """The lists as "Broncos receive X, 2027 sixth"."""
    return [
        replace(chunk, kind=Kind.VERB, text="receive", verb=_RECEIVE)
        if chunk.kind is Kind.COLON
        else chunk
        for one in lists
        for chunk in one
    ]

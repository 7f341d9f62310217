"""Words for holding a slot, as verbs: "The Jets now hold the No. 1 pick", "Detroit: Nos. 12 and 46"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.extract.draft_turns import is_number
from bot.extract.lexicon import Force, Form, Frame, Kind, Verb
from bot.extract.mentions import Chunk

_HOLD = Verb("hold", Frame.GET, Force.WEAK, Form.BASE)
_LABEL = Verb("label", Frame.GET, Force.WEAK, Form.BASE)
_END_UP = Verb("end up", Frame.GET, Force.WEAK, Form.PAST)
_HELD = (
    ["now", "holds"], ["now", "hold"], ["now", "owns"], ["now", "own"], ["now", "have"], ["now", "has"],
    ["are", "back", "on", "clock", "at"], ["is", "back", "on", "clock", "at"],
    ["are", "back", "on", "clock", "with"], ["is", "back", "on", "clock", "with"],
)  # fmt: skip
_HAUL = Verb("haul", Frame.GET, Force.WEAK, Form.BASE)
_HAULS, _NAMED = frozenset({"haul", "return", "take", "package", "in return"}), 4
_WHOLE = frozenset("full the total entire complete whole".split())
_ITEMS = frozenset({Kind.PICKS, Kind.AND, Kind.COMMA, Kind.PLAYER})


def plainly(chunks: Sequence[Chunk]) -> list[Chunk]:
    """The sentence with the words for holding a slot as verbs."""
    return [*_ended(_labelled(_held(_hauled(chunks))))]


def _hauled(chunks: Sequence[Chunk]) -> Sequence[Chunk]:
    """Read "Full haul for Cleveland: No. 8, No. 77", "Cleveland's haul: No. 8"."""
    at = next((i for i, one in enumerate(chunks[:_NAMED]) if one.text in _HAULS), None)
    if at is None:
        return chunks
    behind = [one.kind for one in chunks[at + 1 : at + 4]]
    if at and chunks[at - 1].owner and behind[:1] == [Kind.COLON]:
        club, colon = replace(chunks[at - 1], owner=False), at + 1
    elif behind == [Kind.FOR, Kind.CLUB, Kind.COLON] and all(c.text in _WHOLE for c in chunks[:at]):
        club, colon = chunks[at + 2], at + 3
    else:
        return chunks
    plain = [club, chunks[colon], *chunks[colon + 1 :]]
    verb = replace(chunks[colon], kind=Kind.VERB, verb=_HAUL)
    return [club, verb, *plain[2:]] if club.clubs and is_label(plain) else chunks


def _held(chunks: Sequence[Chunk]) -> Sequence[Chunk]:
    """Read "Denver now holds the No. 1 pick", "The Jets are back on the clock at No. 29", and no word more."""
    if len(chunks) < len("abc") or chunks[0].kind is not Kind.CLUB or not is_number(chunks[-1]):
        return chunks
    if chunks[0].owner or [one.text for one in chunks[1:-1]] not in _HELD:
        return chunks
    verb = replace(chunks[1], kind=Kind.VERB, verb=_HOLD, last=chunks[-2].last)
    return [chunks[0], verb, chunks[-1]]


def _labelled(chunks: Sequence[Chunk]) -> Sequence[Chunk]:
    """Read "Detroit: Nos. 12 and 46"."""
    if not is_label(chunks):
        return chunks
    return [chunks[0], replace(chunks[1], kind=Kind.VERB, verb=_LABEL), *chunks[2:]]


def _ended(chunks: Sequence[Chunk]) -> Iterator[Chunk]:
    """Read "The Jets ended up with Nos. 32 and 34, and the Lions with No. 12"."""
    ended = False
    for index, chunk in enumerate(chunks):
        follower = chunks[index + 1].kind if index + 1 < len(chunks) else None
        if chunk.verb and chunk.verb.lemma == "end up with" and follower is Kind.PICKS:
            ended = True
            yield replace(chunk, verb=_END_UP)
        elif ended and chunk.kind is Kind.WITH and follower is Kind.PICKS and (
            [one.kind for one in chunks[index - 2 : index]] == [Kind.AND, Kind.CLUB]
        ):  # fmt: skip
            yield replace(chunk, kind=Kind.VERB, verb=_END_UP)
        else:
            yield chunk


def is_label(chunks: Sequence[Chunk]) -> bool:
    """Read "Detroit: Nos. 12 and 46": a club, a colon, and nothing but picks and men, among them a slot."""
    heads = [one.kind for one in chunks[:2]] == [Kind.CLUB, Kind.COLON]
    slots = any(pick.number for one in chunks[2:] for pick in one.picks)
    return heads and slots and _ITEMS.issuperset(one.kind for one in chunks[2:])

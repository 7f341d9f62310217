"""Draft slots in other words: bare numbers, "that pick", "trading places", the round in which it happens."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.extract.lexicon import Force, Form, Frame, Kind, Verb
from bot.extract.mentions import Chunk
from bot.extract.pick_items import MAX_NUMBER, MAX_ROUND
from bot.extract.pick_words import ordinal
from bot.extract.pick_years import is_year
from bot.model import Pick

_INSIDE = frozenset({"in", "during"})
_PLACES = frozenset("places spots positions slots".split())
_TRADING = frozenset(
    "trade trades traded trading swap swaps swapped swapping switch switches switched switching flip flips"
    " flipped flipping exchange exchanges exchanged exchanging".split()
)
_BRINGS = frozenset("brought brings bringing yielded yields yielding".split())
_ALL = frozenset({"both", "all"})
_TWO, _MANY = 2, 3  # bare numbers that are slots beside another slot, and by themselves
_AHEAD = 3  # chunks
_YIELDS = frozenset({"give up", "surrender", "return", "move"})
_GO = frozenset({"go", "head"})
_ENDS = frozenset({Kind.FROM, Kind.TO, Kind.FOR, Kind.STOP, Kind.COMMA, Kind.SOURCE})


def named(chunks: Sequence[Chunk]) -> list[Chunk]:
    """The sentence with every slot as a pick, and no round that only tells where it happens."""
    return _without_rounds([*_again(_gains(_numbers([*_places(_of_one_year(chunks))])))])


def is_slot(chunk: Chunk) -> bool:
    """Read "No. 12" and a bare "12"."""
    if chunk.kind is Kind.PICKS:
        return len(chunk.picks) == 1 and chunk.picks[0].number is not None
    return chunk.text.isdecimal() and 0 < int(chunk.text[:4]) <= MAX_NUMBER


def is_round(chunk: Chunk) -> bool:
    """Read "the first round", "a first-rounder": one pick of which nothing else is known."""
    return len(chunk.picks) == 1 and chunk.picks[0] == Pick(round=chunk.picks[0].round)


def _of_one_year(chunks: Sequence[Chunk]) -> Sequence[Chunk]:
    """Read "X and a seventh for a fifth, both in 2027", ", all in 2027": it holds for every pick before it."""
    pairs = enumerate(pairwise(chunks))
    at = next((i for i, (one, two) in pairs if _is_of_all(one, two)), len(chunks))
    tail = [chunk.text for chunk in chunks[at + 1 : at + 1 + _TWO]]
    if len(tail) < _TWO or tail[0] != "in" or not is_year(tail[1]):
        return chunks
    dated = [_dated(chunk, int(tail[1])) for chunk in chunks[:at]]
    return [*dated, *chunks[at:]]


def _is_of_all(one: Chunk, two: Chunk) -> bool:
    return two.text == "in" and one.text in _ALL


def _dated(chunk: Chunk, year: int) -> Chunk:
    picks = tuple(
        one if one.season or one.number else replace(one, season=year) for one in chunk.picks
    )
    return replace(chunk, picks=picks)


def _is_of_round(chunk: Chunk) -> bool:
    """Read "the third round this year" as well."""
    return len(chunk.picks) == 1 and bool(chunk.picks[0].round) and not chunk.picks[0].number


def _places(chunks: Sequence[Chunk]) -> Iterator[Chunk]:
    """Read "trading places in the third round": the third-rounders go both ways."""
    skip = -1
    for index, chunk in enumerate(chunks):
        if index <= skip:
            continue
        tail = chunks[index + 1 : index + 1 + _AHEAD]
        if chunk.text in _TRADING and len(tail) == _AHEAD and tail[0].text in _PLACES and (
            tail[1].text == "in" and _is_of_round(tail[2])
        ):  # fmt: skip
            verb = Verb("swap", Frame.SWAP, Force.STRONG, Form.ING)
            yield replace(chunk, kind=Kind.VERB, verb=verb)
            yield replace(tail[2], picks=tail[2].picks * 2)
            skip = index + _AHEAD
        else:
            yield chunk


def _numbers(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Read "Baltimore gets 25, 127 and 197", "for 50, 53 and 161"."""
    if not any(one.kind is Kind.WORD and _figure(one) for one in chunks):
        return [*chunks]
    sure = any(_tells_slots(chunk) for chunk in chunks)
    found: list[Chunk] = []
    at, listed = 0, False
    while at < len(chunks):
        run = _run(chunks, at) if _opens(found) or (sure and _sent_on(chunks, at)) else []
        stop = at + 2 * len(run) - 1
        more = sure or _goes_on(chunks, stop)
        told = sure and bool(run) and not _is_score(found) and _is_one(chunks, at, stop)
        paid = bool(found) and found[-1].kind is Kind.FOR  # "sending 42 and 111 to the Jets for 36"
        alone = (listed and (paid or _gets(found))) or told
        least = 1 if alone else _TWO if more else _MANY
        if not more and _is_score(found):
            run = []
        if len(run) >= least and (_closes(chunks, stop) or _goes_to_club(chunks, stop)):
            picks = tuple(Pick(number=_figure(one)) for one in run)
            found.append(replace(run[0], kind=Kind.PICKS, text="", last=run[-1].last, picks=picks))
            at, sure, listed = stop, True, True
        else:
            found.append(chunks[at])
            at += 1
    return found


def _tells_slots(chunk: Chunk) -> bool:
    slots = chunk.verb is not None and chunk.verb.frame in {Frame.CLIMB, Frame.SWAP}
    return slots or any(pick.number for pick in chunk.picks)


def _opens(before: Sequence[Chunk]) -> bool:
    """What is given stands here: behind the verb, behind the club that gets it, or behind "for"."""
    if not before:
        return False
    verb = before[-2].verb if before[-1].kind is Kind.CLUB and len(before) > 1 else before[-1].verb
    return before[-1].kind is Kind.FOR or (
        verb is not None and verb.frame in {Frame.GIVE, Frame.GET}
    )


def _is_score(before: Sequence[Chunk]) -> bool:
    """Read "gave up 24, 27 and 31": points, where nothing speaks of slots."""
    verb = before[-1].verb if before else None
    return verb is not None and verb.lemma in _YIELDS


def _gets(before: Sequence[Chunk]) -> bool:
    """Read the second verb of "Indianapolis gets 52 and 82, Tennessee gets 46"."""
    verb = before[-1].verb if before else None
    return verb is not None and verb.frame is Frame.GET


def _run(chunks: Sequence[Chunk], at: int) -> list[Chunk]:
    """The bare numbers of a list, of which each but the last stands before a comma or "and"."""
    run: list[Chunk] = []
    while at < len(chunks) and chunks[at].kind is Kind.WORD and _figure(chunks[at]):
        run.append(chunks[at])
        if at + 1 == len(chunks) or chunks[at + 1].kind not in {Kind.COMMA, Kind.AND}:
            break
        at += 2
    return run


def _closes(chunks: Sequence[Chunk], at: int) -> bool:
    return at >= len(chunks) or chunks[at].kind in _ENDS or _goes_on(chunks, at)


def _goes_on(chunks: Sequence[Chunk], at: int) -> bool:
    """Read "46, 242 and a 2027 first", "12, 33, a 2027 first": the list names a pick in words."""
    kinds = [one.kind for one in chunks[at : at + 2]]
    dated = kinds == [Kind.COMMA, Kind.PICKS] and any(p.season for p in chunks[at + 1].picks)
    return dated or kinds == [Kind.AND, Kind.PICKS]


def _figure(chunk: Chunk) -> int | None:
    """The slot of a bare "12" or "the ninth"; what comes before the eighth can be a round."""
    if is_slot(chunk):
        return int(chunk.text)
    nth = ordinal(chunk.text) if chunk.definite else None
    return nth if nth and MAX_ROUND < nth <= MAX_NUMBER else None


def _is_one(chunks: Sequence[Chunk], at: int, stop: int) -> bool:
    """Read "the ninth", "127 and a 2027 fifth", "51 to the Rams", "84 from them": one, where others are told."""
    if not is_slot(chunks[at]) or _goes_on(chunks, stop):
        return True
    kinds = [one.kind for one in chunks[stop : stop + 2]]
    verb = chunks[at - 1].verb if at else None
    got = verb is not None and verb.frame is Frame.GET and kinds == [Kind.FROM, Kind.CLUB]
    return got or kinds == [Kind.TO, Kind.CLUB] or _goes_to_club(chunks, stop)


def _sent_on(chunks: Sequence[Chunk], at: int) -> bool:
    """Read "; 146 also goes to the Jets": a clause about slots."""
    if chunks[at].kind is not Kind.WORD or not is_slot(chunks[at]):
        return False
    edge = not at or chunks[at - 1].kind in {Kind.STOP, Kind.COMMA, Kind.AND, Kind.WITH}
    return edge and _goes_to_club(chunks, at + 2 * len(_run(chunks, at)) - 1)


def _goes_to_club(chunks: Sequence[Chunk], at: int) -> bool:
    at += at < len(chunks) and chunks[at].text == "also"
    verb = chunks[at].verb if at < len(chunks) else None
    kinds = [one.kind for one in chunks[at + 1 : at + 3]]
    return verb is not None and verb.lemma in _GO and kinds == [Kind.TO, Kind.CLUB]


def _gains(chunks: Sequence[Chunk]) -> Iterator[Chunk]:
    """Read "dropped to No. 16 in a deal that also brought No. 98": ", getting No. 98"."""
    climbed, skip = False, -1
    for index, chunk in enumerate(chunks):
        climbed |= chunk.verb is not None and chunk.verb.frame is Frame.CLIMB
        at = index + 1 + (index + 1 < len(chunks) and chunks[index + 1].text == "also")
        tail = chunks[at : at + 2]
        if index <= skip:
            continue
        if climbed and chunk.text == "that" and len(tail) > 1 and tail[0].text in _BRINGS and (
            tail[1].kind is Kind.PICKS
        ):  # fmt: skip
            yield replace(chunk, kind=Kind.COMMA, text=",")
            verb = Verb("get", Frame.GET, Force.WEAK, Form.ING)
            yield replace(tail[0], kind=Kind.VERB, verb=verb)
            skip = at
        else:
            yield chunk


def _again(chunks: Iterator[Chunk]) -> Iterator[Chunk]:
    """Read "moved up to No. 30, getting that pick from the Bills": it is No. 30."""
    slot: Chunk | None = None
    held: Chunk | None = None
    for chunk in chunks:
        if held is not None and slot is not None and chunk.picks == (Pick(),):
            yield replace(chunk, picks=slot.picks)
            held = None
            continue
        if held is not None:
            yield held
        held = chunk if chunk.text == "that" else None
        slot = chunk if chunk.kind is Kind.PICKS and is_slot(chunk) else slot
        if held is None:
            yield chunk
    if held is not None:
        yield held


def _without_rounds(chunks: Sequence[Chunk]) -> list[Chunk]:
    """Read "traded down in the second round": the round tells where, and is no pick."""
    climbing, kept = False, list(chunks)
    for index, chunk in enumerate(kept):
        climbing |= chunk.verb is not None and chunk.verb.frame is Frame.CLIMB
        before = kept[index - 1] if index else None
        if not climbing or before is None or not is_round(chunk):
            continue
        out = before.kind is Kind.FROM or (before.text == "of" and kept[index - 2].text == "out")
        if out or before.text in _INSIDE:
            kept[index] = replace(chunk, kind=Kind.WORD, picks=(), text="round")
    return kept

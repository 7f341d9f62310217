"""Men whom a club drafts with the slots it trades for: they are chosen, and no club gives or gets them.

"and chose Dale Preston", "used No. 32 on Dale Preston", "to select Dale Preston at No. 4": where a slot stands with
the man, the slot is what moves.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.extract.draft_turns import is_number
from bot.extract.lexicon import Frame, Kind
from bot.extract.mentions import Chunk
from bot.extract.rewriting import Plain, Worded, begins, rewritten, rules

_CHOOSES = frozenset(
    "pick picks picked picking select selects selected selecting draft drafts drafted drafting choose chooses"
    " chose choosing take takes took taking grab grabs grabbed grabbing".split()
)
_USES = frozenset("use uses used using spend spends spent spending".split())
_STEPS = frozenset(
    "move moves moved moving jump jumps jumped jumping climb climbs climbed climbing leap leaps leaped trade"
    " trades traded trading go goes went rise rises rose come comes came".split()
)
_SPOTS = frozenset("slot spot pick selection place position".split())
_MEN = frozenset({Kind.PLAYER, Kind.SURNAME})
_DESCRIBES = frozenset({Kind.WORD, Kind.UNNAMED})
_LINKS = frozenset({Kind.AND, Kind.COMMA})
_DESCRIBED = 4  # chunks between a verb and its man
_COUNTED = frozenset("spot spots slot slots place places pick picks position positions".split())
_PATH = _COUNTED | frozenset(
    "up just a one two three four five six seven eight nine ten eleven twelve couple few of single".split()
)
_FAR = 8  # chunks of a way up to a slot
_PURPOSE = frozenset({"so", "that", "could", "can", "would", "it", "they"})


def plainly(chunks: Sequence[Chunk]) -> list[Chunk]:
    """The sentence without the men whom a club only drafts; the slots at which it does so stay."""
    if not any(pick.number for chunk in chunks for pick in chunk.picks):
        return [*chunks]
    return rewritten(chunks, _RULES)


def _man(chunks: Sequence[Chunk], at: int) -> int:
    """The index behind "guard Dale Preston" that begins here, else 0."""
    stop = at
    while stop < min(len(chunks), at + _DESCRIBED) and _describes(chunks[stop]):
        stop += 1
    here = stop < len(chunks) and chunks[stop].kind in _MEN and not chunks[stop].owner
    return stop + 1 if here else 0


def _describes(chunk: Chunk) -> bool:
    return chunk.kind in _DESCRIBES and not chunk.owner


def _chooses(chunk: Chunk) -> bool:
    """Read "chose"; the "pick" before a name is read as a pick that describes him."""
    bare = chunk.kind is Kind.WORD and not chunk.text and chunk.last - chunk.first == 1
    return (chunk.text in _CHOOSES or bare) and not chunk.article


def _kinds(chunks: Sequence[Chunk], at: int, count: int) -> list[Kind]:
    return [one.kind for one in chunks[at : at + count]]


def _slot_behind(chunks: Sequence[Chunk], at: int) -> bool:
    """Read "at No. 4" here."""
    tail = chunks[at : at + 2]
    return len(tail) > 1 and tail[0].text == "at" and is_number(tail[1])


def _and_chose(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "obtained the 25th pick for the 31st and chose Dale Preston": no price."""
    if chunks[at].kind is not Kind.AND or at + 1 >= len(chunks) or not _chooses(chunks[at + 1]):
        return None
    stop = _man(chunks, at + 2)
    ends = stop == len(chunks) or (stop and chunks[stop].kind in {Kind.COMMA, Kind.STOP})
    bought = any(one.kind is Kind.FROM for one in chunks[stop:])
    return (stop, []) if stop and ends and not bought else None


def _used_on(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read ", and used No. 32 on Dale Preston": what they did with it."""
    start = at
    while start < len(chunks) and chunks[start].kind in _LINKS:
        start += 1
    tail = chunks[start : start + 3]
    if start == at or len(tail) < len("abc") or tail[0].text not in _USES:
        return None
    stop = _man(chunks, start + 3) if is_number(tail[1]) and tail[2].text == "on" else 0
    return (stop, []) if stop else None


def _at_slot(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "get Dale Preston at No. 32": they get the slot."""
    verb = chunks[at].verb
    if verb is None or verb.frame is not Frame.GET or (at and chunks[at - 1].kind is Kind.TO):
        return None
    stop = _man(chunks, at + 1)
    return (stop + 1, [chunks[at]]) if stop and _slot_behind(chunks, stop) else None


def _in_order_to(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "dealt No. 45 to Denver to select Dale Preston at No. 36": for No. 36."""
    if not at or chunks[at - 1].kind is not Kind.CLUB or not _gave_slots(chunks[: at - 1]):
        return None
    start = at
    while start < len(chunks) and (
        chunks[start].text in _PURPOSE or (start > at and chunks[start].kind is Kind.CLUB)
    ):
        start += 1
    if start == at and chunks[at].kind is Kind.TO:
        start += 1
    if start == at or start >= len(chunks):
        return None
    verb = chunks[start].verb
    if chunks[start].text not in _CHOOSES and (verb is None or verb.frame is not Frame.GET):
        return None
    stop = _man(chunks, start + 1)
    if not stop or not _slot_behind(chunks, stop):
        return None
    return stop + 1, [replace(chunks[at], kind=Kind.FOR, text="for", verb=None)]


def _to_get(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "dealt No. 45 to Denver to get No. 36 and draft Dale Preston": for No. 36."""
    if not at or chunks[at - 1].kind is not Kind.CLUB or _kinds(chunks, at, 3) != [
        Kind.TO, Kind.VERB, Kind.PICKS
    ]:  # fmt: skip
        return None
    verb, slots = chunks[at + 1].verb, chunks[at + 2]
    gets = verb is not None and verb.frame is Frame.GET and all(p.number for p in slots.picks)
    if not gets or not _gave_slots(chunks[: at - 1]):
        return None
    return at + 2, [replace(chunks[at], kind=Kind.FOR, text="for")]


def _gave_slots(before: Sequence[Chunk]) -> bool:
    """Read "dealt Nos. 45 and 108 to": they are given, and nothing stands for them yet."""
    verbs = [i for i, one in enumerate(before) if one.verb and one.verb.frame is Frame.GIVE]
    if not verbs or before[-1].kind is not Kind.TO:
        return False
    behind = before[verbs[-1] + 1 :]
    slots = any(pick.number for one in behind for pick in one.picks)
    return slots and all(one.kind is not Kind.FOR and one.kind not in _MEN for one in behind)


def _for_man(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "moved up to No. 10 for Dale Preston", "to No. 10, Denver's slot, for him": whom they take there."""
    slot = _before_slot_aside(chunks, at)
    stop = _man(chunks, at + 1) if slot and chunks[at].kind is Kind.FOR else 0
    if not stop or (stop < len(chunks) and chunks[stop].kind is Kind.AND):
        return None
    way = chunks[max(0, slot - _FAR) : slot]
    climbs = any(one.text.split(" ")[0] in _STEPS for one in way)
    return (stop, []) if climbs and way[-1].kind is Kind.TO else None


def _whom_they_rise_for(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "came up five spots (in the third round) for Dale Preston at No. 96": to No. 96."""
    if chunks[at].kind not in _TO_MAN or not _has_risen(chunks, at):
        return None
    inside = chunks[at].text == "in" and _kinds(chunks, at + 1, 1) == [Kind.PICKS]
    way = at + 2 * inside
    start = _before_student(chunks, way)
    stop = _student(chunks, start) if start else 0
    if not stop or not _slot_behind(chunks, stop):
        return None
    return stop + 2, [replace(chunks[way], kind=Kind.TO, text="to"), chunks[stop + 1]]


_TO_MAN = frozenset({Kind.TO, Kind.FOR, Kind.SOFT})


def _before_student(chunks: Sequence[Chunk], at: int) -> int:
    """The index behind "for", "to take" here, else 0."""
    kind, after = _kinds(chunks, at, 1), chunks[at + 1 : at + 2]
    if kind == [Kind.FOR]:
        return at + 1
    takes = any(_chooses(one) or (one.verb and one.verb.frame is Frame.GET) for one in after)
    return at + 2 if kind == [Kind.TO] and takes else 0


def _has_risen(chunks: Sequence[Chunk], at: int) -> bool:
    """Read "moved up two spots (with the Rams)", "came up five spots" right before."""
    start = at - 2 if _kinds(chunks, at - 2, 2) == [Kind.WITH, Kind.CLUB] else at
    counted = start > 0 and chunks[start - 1].text in _COUNTED
    while start and (chunks[start - 1].text in _PATH or chunks[start - 1].text.isdecimal()):
        start -= 1
    step = chunks[start - 1].text if start else ""
    return counted and step.split(" ")[0] in _STEPS


def _student(chunks: Sequence[Chunk], at: int) -> int:
    """The index behind "Houston receiver Dale Preston", "Notre Dame guard Dale Preston", else 0."""
    college = chunks[at] if at + 1 < len(chunks) else None
    named = college is not None and not college.owner and (
        college.kind is Kind.CLUB or _kinds(chunks, at, 2) == [Kind.PLAYER, Kind.PLAYER]
    )  # fmt: skip
    state = named and _kinds(chunks, at + 1, 2) == [Kind.SURNAME, Kind.PLAYER]  # "Arizona State"
    return _man(chunks, at + named + state)


def _before_slot_aside(chunks: Sequence[Chunk], at: int) -> int:
    """The index of the slot before "for", over ", Denver's slot,"; else 0."""
    end = at
    if _kinds(chunks, end - 4, 4) == [Kind.COMMA, Kind.CLUB, Kind.WORD, Kind.COMMA] and (
        chunks[end - 2].text in _SPOTS
    ):
        end -= 4
    return end - 1 if end > 1 and is_number(chunks[end - 1]) else 0


def _to_get_man(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "To get Dale Preston, the Jets dealt No. 45 to Denver for No. 36": he is drafted there."""
    verb = chunks[1].verb if not at and len(chunks) > 1 else None
    if verb is None or chunks[0].kind is not Kind.TO or verb.frame is not Frame.GET:
        return None
    stop = _man(chunks, 2)
    if not stop or _kinds(chunks, stop, 1) != [Kind.COMMA]:
        return None
    rest = chunks[stop + 1 :]
    men = any(one.kind in _MEN for one in rest[1:])
    slots = any(one.kind is Kind.FOR and is_number(two) for one, two in pairwise(rest))
    return (stop + 1, []) if slots and not men else None


@begins("as")
def _as_well(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "acquired the third pick from the Jets as well, at a cost of No. 12"."""
    words = [one.text for one in chunks[at : at + 2]]
    return (at + 2, []) if at and words == ["as", "well"] else None


_RULES = rules(
    (Worded(_PURPOSE, _in_order_to), _as_well),
    {
        Kind.AND: (_and_chose, _used_on),
        Kind.COMMA: (_used_on,),
        Kind.VERB: (_at_slot,),
        Kind.TO: (_in_order_to, _to_get, _to_get_man, _whom_they_rise_for),
        Kind.FOR: (_for_man, _whom_they_rise_for),
        Kind.SOFT: (_whom_they_rise_for,),
    },
)

"""Turns of phrase of a draft's night, put plainly: "swapped places with", "letting the Jets have No. 26"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.extract.lexicon import Force, Form, Frame, Kind, Verb
from bot.extract.mentions import Chunk
from bot.extract.pick_items import MAX_NUMBER
from bot.extract.rewriting import Plain, begins, rewritten, rules
from bot.model import Pick

_PLACES = frozenset("places spots positions slots place spot slot position picks".split())
_SWAPS = {
    **dict.fromkeys("swapped switched traded exchanged flipped".split(), Form.PAST),
    **dict.fromkeys(
        "swap swaps switch switches trade trades exchange exchanges".split(), Form.BASE
    ),
    **dict.fromkeys("swapping switching trading exchanging flipping".split(), Form.ING),
}
_LETS = {
    **dict.fromkeys("letting".split(), Form.ING),
    **dict.fromkeys("let lets".split(), Form.PAST),
}
_TAKES = frozenset("take takes took taking draft drafts drafted drafting".split())
_PATH = frozenset(
    "one two three four five six seven eight nine ten a single just up down back".split()
)
_LONGEST = 5  # chunks of a path
_INCLUDES = {"include": Form.BASE, "includes": Form.BASE, "included": Form.PAST}
_GETS = frozenset("get gets got getting move moves moved moving jump jumps jumped jumping".split())
_STEPS = frozenset(
    "jumped jump jumps moved moves climbed climbs leaped leaps went vaulted vaults rose".split()
) | {"moved up", "moves up", "jumped up", "traded up"}
_BEYOND_ROUNDS = {"eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12}
_MEN = frozenset({Kind.PLAYER, Kind.SURNAME, Kind.UNNAMED})
_COSTS = frozenset({"took", "cost", "takes", "costs"})
_LISTED = frozenset({Kind.PICKS, Kind.PLAYER, Kind.CLUB, Kind.COMMA, Kind.AND, Kind.CASH})
_SWAPPED = Verb("trade places", Frame.CLIMB, Force.FAIR, Form.PAST)
_GIVE = Verb("give", Frame.GIVE, Force.FAIR, Form.ING)
_INCLUDE = Verb("include", Frame.GIVE, Force.FAIR, Form.BASE)


def plainly(chunks: Sequence[Chunk]) -> list[Chunk]:
    """The sentence with these turns put plainly; every chunk keeps its place in the text."""
    return list(_in_order(rewritten(chunks, _RULES)))


@begins(*_SWAPS)
def _swaps_places(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "swapped places with the Jets", "traded spots with the Jets": both clubs move."""
    form = _SWAPS.get(chunks[at].text)
    if form is None:
        return None
    tail = chunks[at + 1 : at + 4]
    if [one.kind for one in tail[1:]] != [Kind.WITH, Kind.CLUB]:
        return None
    if tail[0].text not in _PLACES or tail[0].kind is Kind.PICKS:
        return None
    last = chunks[at + 2].first
    return at + 2, [
        replace(chunks[at], kind=Kind.VERB, last=last, verb=replace(_SWAPPED, form=form))
    ]


def _taken_at(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "to take Dale Preston second overall": at No. 2."""
    man = chunks[at - 1] if at else None
    slot = chunks[at]
    if man is None or man.kind is not Kind.PLAYER or man.last != slot.first or not is_number(slot):
        return None
    if at < len("ab") or chunks[at - 2].text not in _TAKES:
        return None
    edge = replace(slot, kind=Kind.OF, text="at", picks=(), last=slot.first)
    return at + 1, [edge, slot]


@begins(*_LETS)
def _lets_have(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "letting the Jets have No. 26 for No. 46": gives it to them."""
    form = _LETS.get(chunks[at].text)
    tail = chunks[at + 1 : at + 4]
    if form is None or [one.kind for one in tail] != [Kind.CLUB, Kind.WORD, Kind.PICKS]:
        return None
    if tail[1].text != "have" or tail[0].owner:
        return None
    verb = replace(_GIVE, form=form)
    return at + 4, [replace(chunks[at], kind=Kind.VERB, verb=verb), tail[0], tail[2]]


@begins(*_INCLUDES)
def _includes(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "the Jets, who also include a seventh", "the Jets also included a sixth": they add it."""
    form = _INCLUDES.get(chunks[at].text)
    if form is None or at < len("ab") or chunks[at - 1].text != "also":
        return None
    before = chunks[at - 2]
    acts = before.kind is Kind.WHO or (before.kind is Kind.CLUB and not before.owner)
    kinds = [one.kind for one in chunks[at + 1 : at + 3]]
    if not acts or kinds[:1] != [Kind.PICKS] or kinds[1:] == [Kind.SOFT]:
        return None  # "who also include two first-rounders on their roster"
    return at + 1, [replace(chunks[at], kind=Kind.VERB, verb=replace(_INCLUDE, form=form))]


@begins("it")
def _it_took(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "It took the 25th pick and a 2027 first." behind the trade: the price."""
    if at or len(chunks) < len("abc") or chunks[1].text not in _COSTS:
        return None
    if chunks[2].kind is not Kind.PICKS or not _LISTED.issuperset(c.kind for c in chunks[2:]):
        return None
    price = replace(chunks[0], kind=Kind.NOUN, text="price")
    return 2, [price, replace(chunks[1], kind=Kind.COLON, text=":", verb=None)]


@begins("out")
def _out_of(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "dropped out of the 34th spot": from it."""
    kinds = [one.kind for one in chunks[at + 1 : at + 3]]
    verb = chunks[at - 1].verb if at else None
    if kinds != [Kind.OF, Kind.PICKS] or verb is None:
        return None
    if verb.frame is not Frame.CLIMB:
        return None
    return at + 2, [replace(chunks[at], kind=Kind.FROM, last=chunks[at + 1].last)]


def _takes_over(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "takes over that selection", "took over the No. 34 pick"."""
    verb = chunks[at].verb
    tail = [one for one in chunks[at + 1 : at + 4] if one.text != "that"]
    if verb is None or verb.lemma != "take" or len(tail) < len("ab"):
        return None
    if tail[0].text != "over" or not is_number(tail[1]):
        return None
    stop = next(i for i in range(at, len(chunks)) if chunks[i] is tail[1])
    return stop, [replace(chunks[at], verb=replace(verb, lemma="take over"))]


def _adds(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "slid to No. 20, with the Jets adding a fifth to get Dale Preston": they pay it."""
    verb = chunks[at].verb
    if verb is None or verb.lemma != "add":
        return None
    ahead = chunks[max(0, at - 2) : at]
    with_club = [one.kind for one in ahead] == [Kind.WITH, Kind.CLUB]
    climbs = any(one.verb and one.verb.frame is Frame.CLIMB for one in chunks[:at])
    climbs |= any(one.kind is Kind.FROM for one in chunks[:at])
    if not with_club or not climbs:
        return None
    stop = at + 1
    while stop < len(chunks) and chunks[stop].kind in {Kind.PICKS, Kind.AND, Kind.COMMA}:
        stop += 1
    goal = chunks[stop : stop + 2]
    buys = len(goal) > 1 and goal[0].kind is Kind.TO and goal[1].verb is not None
    if not buys or goal[1].verb is None or goal[1].verb.frame not in {Frame.GET, Frame.CLIMB}:
        return None
    return at + 1, [replace(chunks[at], verb=replace(_INCLUDE, form=verb.form))]


@begins(*_GETS)
def _in_front(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "paid No. 84 to get in front of the Jets for Dale Preston": they take no part, he is drafted."""
    tail = chunks[at + 1 : at + 5]
    if [one.text for one in tail[:3]] != ["in", "front", "of"]:
        return None
    if [one.kind for one in tail[3:]] != [Kind.CLUB]:
        return None
    behind = [one.kind for one in chunks[at + 5 : at + 7]]
    drafted = len(behind) > 1 and behind[0] is Kind.FOR and behind[1] in _MEN
    return at + 5 + 2 * drafted, []


def _by_ordinals(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "dropped one spot, from third to fourth": from No. 3 to No. 4."""
    comma = chunks[at].kind is Kind.COMMA
    if not comma and chunks[at].kind is not Kind.FROM:
        return None
    tail = chunks[at + comma : at + comma + 4]
    if [one.kind for one in tail[::2]] != [Kind.FROM, Kind.TO] or len(tail) < len("abcd"):
        return None
    slots = [as_slot(one) for one in tail[1::2]]
    counted = _moves(chunks[max(0, at - _LONGEST) : at])
    if None in slots or not (counted or (not comma and _jumps_for_man(chunks, at))):
        return None
    one, two = (slot for slot in slots if slot is not None)
    return at + comma + 4, [tail[0], one, tail[2], two]


def _jumps_for_man(chunks: Sequence[Chunk], at: int) -> bool:
    """Read "jumped (from seventh to fifth) to grab Dale Preston": no place in a ranking."""
    step = at > 0 and chunks[at - 1].text in _STEPS
    behind = chunks[at + 4 : at + 9]
    if not step or len(behind) < len("ab"):
        return False
    takes = behind[1].text in _TAKES or (
        behind[1].verb is not None and behind[1].verb.frame is Frame.GET
    )
    goes = behind[0].kind is Kind.FOR or (behind[0].kind is Kind.TO and takes)
    return goes and any(one.kind in _MEN for one in behind)


def _moves(before: Sequence[Chunk]) -> bool:
    """Read "dropped one spot": a way counted in slots, and nothing but it."""
    counted = bool(before) and before[-1].text in _PLACES
    return counted and any(one.text in _PATH for one in before[:-1])


def as_slot(chunk: Chunk) -> Chunk | None:
    """The slot of a bare "third", "20" or "No. 20"."""
    if is_number(chunk):
        return chunk
    if chunk.text.isdecimal() and 0 < int(chunk.text[:4]) <= MAX_NUMBER:
        return replace(chunk, kind=Kind.PICKS, picks=(Pick(number=int(chunk.text)),))
    if chunk.text in _BEYOND_ROUNDS and chunk.kind is Kind.WORD:
        return replace(chunk, kind=Kind.PICKS, picks=(Pick(number=_BEYOND_ROUNDS[chunk.text]),))
    return _numbered(chunk, tokens=1)


def _numbered(chunk: Chunk, *, tokens: int) -> Chunk | None:
    """Read "the sixth" as the slot, not as a sixth-rounder."""
    bare = chunk.kind is Kind.PICKS and chunk.last - chunk.first == tokens
    round_ = chunk.picks[0].round if bare and len(chunk.picks) == 1 else None
    if round_ is None or chunk.picks != (Pick(round=round_),):
        return None
    return replace(chunk, picks=(Pick(number=round_),))


def is_number(chunk: Chunk) -> bool:
    """Read "No. 12", "the 12th pick": one slot."""
    return chunk.kind is Kind.PICKS and len(chunk.picks) == 1 and bool(chunk.picks[0].number)


def _in_order(chunks: Sequence[Chunk]) -> Iterator[Chunk]:
    """Read "moved up eight places, giving the Jets the 14th pick for the sixth": it is No. 6."""
    slots = any(pick.number for chunk in chunks for pick in chunk.picks)
    counted = any(_moves(chunks[max(0, i - 2) : i + 1]) for i in range(1, len(chunks)))
    drafted = _drafted(chunks) if counted else frozenset()
    for index, chunk in enumerate(chunks):
        if index in drafted:
            continue
        wanted = slots and counted and index and chunks[index - 1].kind is Kind.FOR
        yield (_numbered(chunk, tokens=2) if wanted and chunk.definite else None) or chunk


def _drafted(chunks: Sequence[Chunk]) -> frozenset[int]:
    """Read "jumped nine spots, giving the Jets No. 12 for the third pick and guard Dale Preston": he is drafted."""
    for index in range(len(chunks) - len("abcd") + 1):
        for_, slot, and_ = chunks[index : index + 3]
        if for_.kind is Kind.FOR and is_number(slot) and and_.kind is Kind.AND:
            man = index + 3 + (chunks[index + 3].kind is Kind.SURNAME)
            if man < len(chunks) and chunks[man].kind is Kind.PLAYER:
                return frozenset(range(index + 2, man + 1))
    return frozenset()


_RULES = rules(
    (_swaps_places, _lets_have, _includes, _it_took, _out_of, _in_front),
    {
        Kind.PICKS: (_taken_at,),
        Kind.COMMA: (_by_ordinals,),
        Kind.FROM: (_by_ordinals,),
        Kind.VERB: (_takes_over, _adds),
    },
)

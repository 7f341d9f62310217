"""Wordings of a trade of men: who is somebody's man now, what he cost, whom a headline means; put plainly."""

from collections.abc import Sequence
from dataclasses import replace

from bot import clubs
from bot.extract.claims import FOR_VERBS
from bot.extract.lexicon import Force, Form, Frame, Kind, Verb
from bot.extract.mentions import Chunk
from bot.extract.rewriting import Plain, begins

_MEN = frozenset({Kind.PLAYER, Kind.SURNAME, Kind.UNNAMED, Kind.PRONOUN})
_BELONGS = frozenset({"belongs", "belonged", "belong"})
_THROWS = {"throw": Form.BASE, "throws": Form.BASE, "threw": Form.PAST, "throwing": Form.ING}
_PAY = frozenset({"salary", "contract", "deal", "money"})
_HONOURS = frozenset({"bowl", "pro"})
_JOIN = Verb("join", Frame.MOTION, Force.WEAK, Form.BASE)
_BELONG_TO = Verb("belong to", Frame.MOTION, Force.WEAK, Form.PAST)
_BOUND = Verb("is bound", Frame.MOTION, Force.WEAK, Form.ING)
_HEAD = Verb("head", Frame.MOTION, Force.WEAK, Form.ING)
_NAMED = frozenset({Kind.PLAYER, Kind.SURNAME})
_BRING_IN = Verb("bring in", Frame.GET, Force.WEAK, Form.PAST)
_RECEIVE = Verb("receive", Frame.GET, Force.WEAK, Form.BASE)
_GOING = frozenset({"going", "heading", "headed", "on the way", "off", "moving"})
_OPENINGS: tuple[list[str], ...] = ([], ["also"], ["in return", ","], ["in exchange", ","])
_GOODS = frozenset({Kind.PICKS, Kind.PLAYER, Kind.SURNAME, Kind.AND, Kind.COMMA, Kind.CASH})
_REACH = 8


def _kinds(chunks: Sequence[Chunk], at: int, count: int) -> list[Kind]:
    return [one.kind for one in chunks[at : at + count]]


def pick_of_man(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "swap first-round receivers": the pick only tells when they were drafted."""
    one, two = chunks[at], chunks[at + 1] if at + 1 < len(chunks) else None
    if one.kind is not Kind.PICKS or two is None or two.kind is not Kind.UNNAMED:
        return None
    if one.last != two.first or not two.plural:
        return None
    return at + 1, [replace(one, kind=Kind.WORD, picks=(), swap=False)]


def brought_from(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "a deal to bring Dale Preston from the Texans for a sixth": they get him."""
    verb = chunks[at].verb
    if verb is None or verb.lemma != "bring" or _kinds(chunks, at + 1, 1) not in _ONE_MAN:
        return None
    kinds = _kinds(chunks, at + 1, _REACH)
    origin = next((i for i, kind in enumerate(kinds) if kind is Kind.FROM), None)
    if origin is None or kinds[origin + 1 : origin + 2] != [Kind.CLUB]:
        return None
    other = {Kind.TO, Kind.VERB, Kind.STOP, Kind.WHO, Kind.AFTER, Kind.CLUB}
    if not other.isdisjoint(kinds[:origin]) or kinds[origin + 2 : origin + 3] == [Kind.TO]:
        return None
    return at + 1, [replace(chunks[at], verb=replace(_BRING_IN, form=verb.form))]


@begins("in")
def straight_swap(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "in a straight swap for Al Moss", "in a one-for-one trade for Al Moss": in a swap for him."""
    stop = at + 1
    while stop < min(len(chunks), at + _REACH) and chunks[stop].text in _STRAIGHT:
        stop += 1
    verb = chunks[stop].verb if stop < len(chunks) else None
    if stop == at + 1 or verb is None or verb.lemma not in FOR_VERBS:
        return None
    if _kinds(chunks, stop + 1, 1) not in _ONE_MAN:
        return None
    return stop + 1, [chunks[at], replace(chunks[stop], article=True)]


_STRAIGHT = frozenset("straight up one 1 for player man direct clean simple outright".split())
_ONE_MAN = ([Kind.PLAYER], [Kind.SURNAME], [Kind.PRONOUN], [Kind.UNNAMED])


def got_one_in(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "needing a receiver, the Jets got one Friday in Buffalo's Dale Preston": him, from Buffalo."""
    verb = chunks[at].verb
    if (
        verb is None
        or verb.frame is not Frame.GET
        or [c.text for c in chunks[at + 1 : at + 2]] != ["one"]
    ):
        return None
    stop = at + 2
    while stop < min(len(chunks), at + 4) and chunks[stop].text != "in":
        stop += 1
    if _kinds(chunks, stop, 3) != [Kind.SOFT, Kind.CLUB, Kind.PLAYER] or chunks[stop].text != "in":
        return None
    club, man = chunks[stop + 1 : stop + 3]
    if not club.owner:
        return None
    source = replace(chunks[stop], kind=Kind.FROM, text="from")
    return stop + 3, [chunks[at], man, source, replace(club, owner=False)]


@begins(*_BELONGS)
def belongs_to(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "By Friday he belonged to the Bears, who sent a fifth to the Jets": he is theirs now."""
    one = chunks[at : at + 6]
    if _kinds(chunks, at + 1, 4) != _BELONGING:
        return None
    verb = one[5].verb if len(one) == len("abcdef") else None
    before = [c for c in chunks[max(0, at - 2) : at] if c.text != "now"]
    man = bool(before) and before[-1].kind in _MEN and not before[-1].owner
    if not man or verb is None or verb.frame is not Frame.GIVE:
        return None
    return at + 1, [replace(one[0], kind=Kind.VERB, verb=_BELONG_TO)]


_BELONGING = [Kind.TO, Kind.CLUB, Kind.COMMA, Kind.WHO]


@begins("bound")
def bound_for(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "with Dale Preston bound for the Rams in a trade": he goes there."""
    if not at or chunks[at - 1].kind is not Kind.PLAYER:
        return None
    if _kinds(chunks, at + 1, 2) not in ([Kind.FOR, Kind.CLUB], [Kind.TO, Kind.CLUB]):
        return None
    return at + 1, [replace(chunks[at], kind=Kind.VERB, verb=_BOUND)]


def moving_to(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "Dale Preston is moving to New York": he goes there."""
    verb, before = chunks[at].verb, chunks[max(0, at - 2) : at]
    if verb is None or verb.lemma != "move" or verb.form is not Form.ING:
        return None
    man = len(before) == len("ab") and before[0].kind in _NAMED and before[1].text == "is"
    if not man or _kinds(chunks, at + 1, 2) != [Kind.TO, Kind.CLUB]:
        return None
    return at + 1, [replace(chunks[at], verb=_HEAD)]


def to_join_another(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "Dale Preston to join Al Roe in New England": Roe is there already."""
    verb = chunks[at].verb
    if verb is None or verb.lemma != "join" or not at:
        return None
    man, place = chunks[at + 1 : at + 2], chunks[at + 2 : at + 4]
    if [c.kind for c in man] != [Kind.PLAYER] or [c.kind for c in place][1:] != [Kind.CLUB]:
        return None
    if man[0].owner or place[1].owner or place[0].text not in {"in", "with"}:
        return None
    return at + 3, [chunks[at]]


@begins(*_GOING)
def going_there(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "Going to Denver: punter Dale Preston and a fourth.", a sentence that lists what the club gets."""
    ahead = [one.text for one in chunks[:at]] if at < len("abc") else None
    if ahead not in _OPENINGS:
        return None
    if _kinds(chunks, at + 1, 3) != [Kind.TO, Kind.CLUB, Kind.COLON] or chunks[at + 2].owner:
        return None
    goods = chunks[at + 4 :]
    if not goods or any(one.kind not in _GOODS for one in goods):
        return None
    club = replace(chunks[at + 2], first=chunks[at].first)
    return at + 4, [club, replace(chunks[at + 3], kind=Kind.VERB, text="receive", verb=_RECEIVE)]


@begins(*_THROWS)
def throws_in(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "They throw in a sixth-round pick and get a fourth": they give it besides."""
    form = _THROWS.get(chunks[at].text)
    if form is None or at + 2 >= len(chunks) or chunks[at + 1].text != "in":
        return None
    if chunks[at + 2].kind is not Kind.PICKS:
        return None
    verb = Verb("include", Frame.GIVE, Force.WEAK, form)
    return at + 2, [replace(chunks[at], kind=Kind.VERB, verb=verb)]


def takes_on_pay(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "Cleveland takes on his $20 million salary": the man with it."""
    verb = chunks[at].verb
    if (
        verb is None
        or verb.lemma != "take on"
        or [c.text for c in chunks[at + 1 : at + 2]] != ["his"]
    ):
        return None
    stop = at + 2
    while stop < min(len(chunks), at + _REACH) and chunks[stop].text not in _PAY:
        if chunks[stop].kind is not Kind.WORD:
            return None
        stop += 1
    if stop >= min(len(chunks), at + _REACH):
        return None
    him = replace(chunks[at + 1], kind=Kind.PRONOUN, text="him", definite=True)
    return stop + 1, [chunks[at], him]


@begins("end")
def honoured_end(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "ship the three-time Pro Bowl end to the Eagles": a man told by what he is."""
    if chunks[at].kind is not Kind.WORD or at < len("ab"):
        return None
    if chunks[at - 1].text not in _HONOURS:
        return None
    return at + 1, [replace(chunks[at], kind=Kind.UNNAMED)]


def headline_man(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "Giants give up on Dale Preston, deal receiver to Chiefs", "Preston to Chiefs; Giants send receiver"."""
    one = chunks[at]
    verb = chunks[at - 1].verb if at > 1 else None
    if one.kind is not Kind.UNNAMED or verb is None or verb.frame is not Frame.GIVE:
        return None
    ahead, plain = chunks[: at - 1], not (one.plural or one.article or one.owner)
    men = [i for i, c in enumerate(ahead) if c.kind is Kind.PLAYER and not _is_joined(ahead, i)]
    if not plain or one.first != chunks[at - 1].last or len(men) != 1:
        return None
    man = ahead[men[0]]
    if one.position and man.position and man.position != one.position:
        return None
    if not (_given_up(ahead, men[0]) or _goes_elsewhere(ahead, men[0])):
        return None
    return at + 1, [
        replace(man, first=one.first, last=one.last, position=man.position or one.position)
    ]


def _is_joined(ahead: Sequence[Chunk], at: int) -> bool:
    """Read the second man of "Dale Preston to join Al Roe in Denver"."""
    verb = ahead[at - 1].verb if at else None
    return verb is not None and verb.lemma == "join"


def _given_up(ahead: Sequence[Chunk], at: int) -> bool:
    """Read "give up on Dale Preston," right before the verb."""
    told = " ".join(c.text for c in ahead[max(0, at - 3) : at])
    return [c.kind for c in ahead[at + 1 :]] == [Kind.COMMA] and told.endswith(_GIVEN_UP)


_GIVEN_UP = (
    "give up on",
    "gives up on",
    "gave up on",
    "move on from",
    "moves on from",
    "moved on from",
)


def _goes_elsewhere(ahead: Sequence[Chunk], at: int) -> bool:
    """Read "Dale Preston to the Chiefs; Giants": he opens the headline, and another club has the verb."""
    said = [c for c in ahead[at + 1 :] if c.kind is not Kind.WORD]
    edge = next((i for i, c in enumerate(said) if c.text in {";", ":"}), None)
    if at or edge is None or _kinds(said, edge + 1, 2) != [Kind.CLUB] or len(said) != edge + 2:
        return False
    there, giver = said[:edge], said[-1]
    goes = any(c.kind is Kind.TO or (c.verb and c.verb.frame is Frame.MOTION) for c in there)
    others = [c for c in there if c.kind is Kind.CLUB and not set(c.clubs) & set(giver.clubs)]
    return goes and len(others) == 1 and there[-1] is others[0]


@begins("is")
def is_member_then(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "Dale Preston is a Seahawk: Jets get a first-round pick"."""
    if (
        chunks[at].text != "is"
        or not at
        or chunks[at - 1].kind not in {Kind.PLAYER, Kind.SURNAME, Kind.COMMA}
    ):
        return None
    stop = at + 1
    while stop < len(chunks) and chunks[stop].text in {"now", "officially"}:
        stop += 1
    what = chunks[stop : stop + 1]
    code = clubs.members().get(what[0].text.casefold()) if what else None
    if code is None or not what[0].article or _kinds(chunks, stop + 1, 1) != [Kind.COLON]:
        return None
    club = replace(what[0], kind=Kind.CLUB, clubs=(code,), article=False)
    return stop + 1, [replace(chunks[at], kind=Kind.VERB, text="joins", verb=_JOIN), club]

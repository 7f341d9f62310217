"""Moves told without a verb: "X, Lions to Eagles (2026 third)", "official: X from Denver for a fourth"; put plainly."""

from collections.abc import Sequence
from dataclasses import replace

from bot.extract.lexicon import Force, Form, Frame, Kind, Verb
from bot.extract.mentions import Chunk
from bot.extract.rewriting import Plain, begins

_RECEIVE = Verb("receive", Frame.GET, Force.WEAK, Form.BASE)
_ACQUIRE = Verb("acquire", Frame.GET, Force.STRONG, Form.PAST)
_OF_TRADES = frozenset("deadline trade trades traded deal deals swaps".split())
_TRACKING = _OF_TRADES | frozenset(
    """tracker day the nfl so far today today's tonight moves done made live latest breaking update updates now monday
    tuesday wednesday thursday friday saturday sunday 's , :""".split()
)
_PRICE = frozenset({Kind.PICKS, Kind.AND, Kind.COMMA})
_WAY = [Kind.CLUB, Kind.TO, Kind.CLUB]
_OFFICIAL = frozenset("made make makes it official officially at is announced announce".split())
_GOODS = frozenset({Kind.PLAYER, Kind.PICKS, Kind.AND, Kind.COMMA})
_BOUND = frozenset({"bound", "headed", "heading", "off", "is off"})
_BACK = ((), ("in return",), ("in exchange",), ("back",), ("instead",))
_TITLES = frozenset("champions champion reigning defending super bowl afc nfc".split())
_LONGEST = 9  # chunks of a price, or of what is acquired


def between(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "Deadline tracker: X, Lions to Eagles (2026 third); Y, Packers to Washington, for a fourth"."""
    stop = at + 1 + len(_WAY)
    if _kinds(chunks, at + 1, stop) != _WAY or not _is_tracked(chunks, at):
        return None
    origin = replace(chunks[at], kind=Kind.FROM, text="from")
    way = [origin, *chunks[at + 1 : stop]]
    if _texts(chunks, stop, stop + 1) == ("(",):
        end = _end(chunks, stop + 1)
        closes = end > stop + 1 and _texts(chunks, end, end + 1) == (")",)
        price = replace(chunks[stop], kind=Kind.FOR, text="for")
        return (end + 1, [*way, price, *chunks[stop + 1 : end]]) if closes else None
    comma = _kinds(chunks, stop, stop + 1) == [Kind.COMMA]
    paid = _kinds(chunks, stop + comma, stop + comma + 2) == [Kind.FOR, Kind.PICKS]
    return (stop + comma, way) if paid else None


def _is_tracked(chunks: Sequence[Chunk], at: int) -> bool:
    """A man stands right before, first behind a heading of trades or behind a semicolon."""
    if at < len("abc") or chunks[at - 1].kind is not Kind.PLAYER or chunks[at - 1].owner:
        return False
    if chunks[at - 2].kind is not Kind.COLON and chunks[at - 2].text != ";":
        return False
    colon = next((i for i, one in enumerate(chunks[:at]) if one.kind is Kind.COLON), 0)
    words = {one.text for one in chunks[:colon]}
    return not _OF_TRADES.isdisjoint(words) and words <= _TRACKING


def announced(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "The Jets made it official: X and a sixth from Denver for a fourth"."""
    clubs = [one for one in chunks[:at] if one.kind is Kind.CLUB]
    if len(clubs) != 1 or clubs[0].owner or chunks[0] is not clubs[0]:
        return None
    said = {one.text for one in chunks[1:at] if not one.text[:1].isdigit()}
    goods = _end(chunks, at + 1, _GOODS)
    paid = _kinds(chunks, goods, goods + 4) == [Kind.FROM, Kind.CLUB, Kind.FOR, Kind.PICKS]
    man = _kinds(chunks, at + 1, at + 2) == [Kind.PLAYER]
    if not ("official" in said and said <= _OFFICIAL and paid and man):
        return None
    return at + 1, [replace(chunks[at], kind=Kind.VERB, text="acquired", verb=_ACQUIRE)]


def bound_too(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "X bound for Dallas and Y for Minnesota": he goes there."""
    ahead = [Kind.CLUB, Kind.AND, Kind.PLAYER]
    there = chunks[at + 1 : at + 3]
    if at < len("abcde") or _kinds(chunks, at - 3, at) != ahead or not there:
        return None
    if (
        there[0].kind is not Kind.CLUB
        or there[0].owner
        or there[-1].kind in {Kind.PICKS, Kind.PLAYER}
    ):
        return None
    if chunks[at - 4].kind not in {Kind.FOR, Kind.TO} or chunks[at - 5].text not in _BOUND:
        return None
    return at + 1, [replace(chunks[at], kind=Kind.TO, text="to")]


def lists_goods(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "Jets acquire:" as "Jets receive:"; it heads a list of one side."""
    verb = chunks[at].verb
    if not at or verb is None or verb.lemma != "acquire" or verb.form is not Form.BASE:
        return None
    heads = chunks[at - 1].kind is Kind.CLUB and _kinds(chunks, at + 1, at + 2) == [Kind.COLON]
    return (at + 1, [replace(chunks[at], verb=_RECEIVE)]) if heads else None


def recovers(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "who get Dale Preston back from injury", and not "back from the Jets"."""
    verb = chunks[at].verb
    if verb is None or verb.lemma not in {"get", "receive"}:
        return None
    behind = _kinds(chunks, at + 1, at + 5)
    back = _texts(chunks, at + 2, at + 3) == ("back",) and behind[2:3] == [Kind.FROM]
    if behind[:1] != [Kind.PLAYER] or not back or behind[3:] == [Kind.CLUB]:
        return None
    return at + 3, [replace(chunks[at], kind=Kind.STOP, verb=None)]


def leaves_champions(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "Dale Preston leaves champions Kansas City": the club, without its titles."""
    verb = chunks[at].verb
    if verb is None or verb.lemma != "leave":
        return None
    stop = at + 1
    while stop < len(chunks) and chunks[stop].text in _TITLES:
        stop += 1
    there = stop > at + 1 and _kinds(chunks, stop, stop + 1) == [Kind.CLUB]
    return (stop, [chunks[at]]) if there else None


@begins("take", "takes")
def who_take(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "Tackle for tackle: Jets get X from Rams, who take Y": he is no draft choice, but what they get."""
    if not _is_one_for_one(chunks):
        return None
    ahead = _kinds(chunks, at - 4, at)
    man = _kinds(chunks, at + 1, at + 2) == [Kind.PLAYER]
    ends = _texts(chunks, at + 2, len(chunks)) in _BACK
    if ahead != [Kind.FROM, Kind.CLUB, Kind.COMMA, Kind.WHO] or not (man and ends):
        return None
    return at + 1, [replace(chunks[at], verb=_RECEIVE)]


def _is_one_for_one(chunks: Sequence[Chunk]) -> bool:
    """Read the heading "Tackle for tackle:"."""
    kinds = _kinds(chunks, 0, 4)
    return kinds == [Kind.UNNAMED, Kind.FOR, Kind.UNNAMED, Kind.COLON] and (
        chunks[0].position == chunks[2].position
    )


def _kinds(chunks: Sequence[Chunk], start: int, stop: int) -> list[Kind]:
    return [one.kind for one in chunks[max(0, start) : stop]]


def _texts(chunks: Sequence[Chunk], start: int, stop: int) -> tuple[str, ...]:
    return tuple(one.text for one in chunks[start:stop])


def _end(chunks: Sequence[Chunk], at: int, kinds: frozenset[Kind] = _PRICE) -> int:
    stop = at
    while stop < min(len(chunks), at + _LONGEST) and chunks[stop].kind in kinds:
        stop += 1
    return stop

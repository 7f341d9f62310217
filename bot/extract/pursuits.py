"""How a club came by its man, in many words: "moved quickly to land", "paid a steep price for", "got one in"."""

from collections.abc import Sequence
from dataclasses import replace

from bot.extract.lexicon import Force, Form, Frame, Kind, Verb
from bot.extract.mentions import Chunk
from bot.extract.rewriting import Plain, begins

_MEN = frozenset({Kind.PLAYER, Kind.SURNAME})
_GOODS = frozenset({Kind.PICKS, Kind.PLAYER})
_HURRIES = frozenset({"moved", "acted", "worked", "wasted", "moves", "acts", "wastes"})
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_SOON = frozenset({"quickly", "fast", "swiftly", "no time", "early"}) | _DAYS
_HASTE = _SOON | {"no", "time", "in"}
_DEAR = frozenset("steep hefty heavy high stiff big huge premium small modest low".split())
_PRICES = frozenset({"price", "cost", "ransom"})
_DEARLY = frozenset({"dearly", "handsomely", "plenty", "big"})
_ACQUIRE = Verb("acquire", Frame.GET, Force.STRONG, Form.PAST)
_BESIDE = frozenset({Kind.WITH, Kind.OF, Kind.FROM})
_CHAMPIONS = frozenset({"champion", "champ", "leader", "king", "titlist"})
_FEATS = frozenset(
    {"rushing", "receiving", "passing", "sack", "sacks", "interception", "scoring", "tackles"}
)
_REACH = 6
_WHAT_HE_WAS = 4  # chunks of "a former first-rounder with the Bengals"


@begins(*_HURRIES)
def moved_quickly(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "moved quickly Thursday to bring in Al Roe", "wasted no time landing Al Roe": brought him in."""
    stop = at + 1
    while stop < min(len(chunks), at + _REACH) and chunks[stop].text in _HASTE:
        stop += 1
    ahead = stop > at + 1
    stop += stop < len(chunks) and chunks[stop].kind is Kind.TO
    verb = chunks[stop].verb if stop < len(chunks) else None
    if (
        not ahead
        or verb is None
        or verb.frame is not Frame.GET
        or not _man_stands(chunks, stop + 1)
    ):
        return None
    return stop + 1, [replace(chunks[stop], verb=replace(verb, form=Form.PAST))]


def _man_stands(chunks: Sequence[Chunk], at: int) -> bool:
    """A man stands here, behind what he plays or whose he is."""
    while at < len(chunks) and chunks[at].kind in {Kind.UNNAMED, Kind.CLUB, Kind.WORD}:
        at += 1
    return at < len(chunks) and chunks[at].kind in _MEN


def paid_price(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "paid a steep price for Al Roe: two firsts and Ike Vance": acquired him for that."""
    verb, stop = chunks[at].verb, _behind_price(chunks, at + 1)
    if verb is None or verb.lemma != "pay" or not stop or not _man_stands(chunks, stop):
        return None
    if verb.form is not Form.PAST or chunks[at].article:
        return None
    for colon in range(stop, min(len(chunks), stop + _REACH)):
        if chunks[colon].kind is Kind.COLON:
            return _acquired(chunks, at, stop, colon)
    return None


def _behind_price(chunks: Sequence[Chunk], at: int) -> int:
    """Index behind "a steep price for" and "dearly for", else 0."""
    words = [one.text for one in chunks[at : at + 3]]
    if words[:1] and words[0] in _DEARLY and words[1:2] == ["for"]:
        return at + 2
    dear = len(words) == len("abc") and words[0] in _DEAR and words[1] in _PRICES
    return at + 3 if dear and words[2] == "for" else 0


def _acquired(chunks: Sequence[Chunk], at: int, man: int, colon: int) -> Plain:
    goods = chunks[colon + 1 :]
    first = next((one for one in goods if one.kind is not Kind.UNNAMED), None)
    if first is None or first.kind not in _GOODS or any(one.verb for one in goods):
        return None
    price = replace(chunks[colon], kind=Kind.FOR, text="for")
    return colon + 1, [replace(chunks[at], verb=_ACQUIRE), *chunks[man:colon], price]


def got_one_of(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "got one in Al Roe, a first-rounder with the Bengals, who will add Ike Vance": Roe from them."""
    verb = chunks[at].verb
    if verb is None or verb.frame is not Frame.GET or _texts(chunks, at + 1, 1) != ["one"]:
        return None
    man = at + 2
    while _texts(chunks, man, 1) != ["in"] and man < at + _WHAT_HE_WAS:
        man += 1
    man += 1
    if [one.kind for one in chunks[man : man + 2]] != [Kind.PLAYER, Kind.COMMA]:
        return None
    club = _club_who_gets(chunks, man + 2)
    if not club:
        return None
    source = replace(chunks[club - 1], kind=Kind.FROM, text="from")
    return club + 1, [chunks[at], chunks[man], source, chunks[club]]


def _club_who_gets(chunks: Sequence[Chunk], at: int) -> int:
    """Index of the club in "a former first-rounder with the Bengals, who (will) add Ike Vance", else 0."""
    kinds = [one.kind for one in chunks[at : at + _REACH + _REACH]]
    club = kinds.index(Kind.CLUB) if Kind.CLUB in kinds else 0
    if not club or club > _WHAT_HE_WAS or kinds[club - 1] not in _BESIDE:
        return 0
    tail = chunks[at + club + 1 : at + club + 5]
    who = [one.kind for one in tail[:2]] == [Kind.COMMA, Kind.WHO]
    rest = [one for one in tail[2:] if one.text != "will"]
    verb = rest[0].verb if who and rest else None
    return at + club if verb is not None and verb.frame is Frame.GET else 0


def _texts(chunks: Sequence[Chunk], at: int, count: int) -> list[str]:
    return [one.text for one in chunks[at : at + count]]


@begins(*_CHAMPIONS)
def champion(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "traded the 2014 rushing champion to the Titans": a man told by what he won."""
    if at < len("ab"):
        return None
    if chunks[at - 1].text not in _FEATS:
        return None
    the = any(one.definite for one in chunks[max(0, at - 3) : at])
    return at + 1, [replace(chunks[at], kind=Kind.UNNAMED, article=the, definite=the)]


def whom_they_had(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "a fifth for the back the Saints had been planning to release": for the back."""
    man = chunks[at - 1] if at else None
    if man is None or (man.text not in _BACKS and man.kind is not Kind.UNNAMED):
        return None
    owner = chunks[at].kind is Kind.CLUB or chunks[at].text == "they"
    had = _texts(chunks, at + 1, 1) == ["had"]
    if chunks[at].owner or not owner or not had or Kind.FOR not in {c.kind for c in chunks[:at]}:
        return None
    told = {one.kind for one in chunks[at + 2 :]}
    return (len(chunks), []) if told.isdisjoint(_TOLD) else None


_BACKS = frozenset({"back", "end"})  # no words for a man elsewhere
_TOLD = _GOODS | _MEN | {Kind.VERB, Kind.CLUB, Kind.COMMA, Kind.STOP, Kind.AND}

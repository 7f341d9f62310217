"""What stands beside a trade and is no part of it: another deal of the same club, what a man is, a pick that is kept."""

from collections.abc import Sequence
from dataclasses import replace

from bot.extract.lexicon import Form, Frame, Kind
from bot.extract.mentions import Chunk
from bot.extract.rewriting import Plain, begins

_CLOSES = {",": ",", "(": ")", "\u2014": "\u2014", "\u2013": "\u2013", "--": "--", "-": "-"}
_SINCE = frozenset("after since removed off from following".split())
_SHORT = frozenset(  # "a year after trading for Al Roe" it may well be him whom they send on
    "week weeks day days hour hours minute minutes moments weekend fresh".split()
)
_OPENS = 5  # chunks up to "after": "a little more than a week after"
_LONGEST = 16  # chunks of an aside
_GOES_ON = frozenset("have has had are is will were was also now reportedly".split())
_MEN = frozenset({Kind.PLAYER, Kind.SURNAME, Kind.UNNAMED})
_KEEPS = frozenset(
    "keep keeps keeping kept retain retains retaining retained hold holds holding".split()
)
_OF_PICK = frozenset({Kind.WORD, Kind.PICKS, Kind.TO, Kind.SOFT, Kind.OF, Kind.VERB})
_KEPT = 6  # chunks from "keeping" to "from"
_WHAT_HE_IS = 7  # chunks of ", a pending free agent,"
_TRADE = frozenset({"trade", "deal", "swap"})


def other_deal(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "The Rams, a week after agreeing to a deal for Al Roe, have sent": whom they got then stays out."""
    closing = _CLOSES.get(chunks[at].text)
    if closing is None or not at or chunks[at - 1].kind is not Kind.CLUB or chunks[at - 1].owner:
        return None
    if not _is_just_after(chunks[at + 1 : at + 1 + _OPENS]):
        return None
    span = range(at + 2, min(len(chunks) - 1, at + _LONGEST))
    ends = (i for i in span if chunks[i].text == closing and _acts(chunks[i + 1]))
    stop = next(ends, None)
    return (stop + 1, []) if stop and _gets_man(chunks[at + 1 : stop]) else None


def _gets_man(inside: Sequence[Chunk]) -> bool:
    """Read "a deal for Al Roe", "landing Al Roe"; "after Al Roe asked out" is about whom they send."""
    verbs = (i for i, one in enumerate(inside) if one.verb is not None)
    verb = next(verbs, None)
    gets = inside[verb].verb if verb is not None else None
    got = gets is not None and gets.frame is Frame.GET
    men = [i for i, one in enumerate(inside) if one.kind in _MEN]
    return got and bool(men) and verb is not None and men[0] > verb


def _is_just_after(opening: Sequence[Chunk]) -> bool:
    """Read "a week after", "hours after", "fresh off"."""
    words = {word for one in opening for word in one.text.casefold().split()}
    return not (_SINCE.isdisjoint(words) or _SHORT.isdisjoint(words))


def other_arrival(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "Denver, which is bringing in Al Roe, gets a sixth": Roe comes in another deal."""
    words = chunks[at + 1 : at + 6]
    if (
        len(words) < len("abcde")
        or words[0].kind is not Kind.WHO
        or chunks[at - 1].kind is not Kind.CLUB
    ):
        return None
    brings, man, comma, gets = words[2].verb, words[3], words[4], chunks[at + 6 : at + 7]
    now = words[1].text in _NOW and brings is not None and brings.form is Form.ING
    both = brings is not None and gets and gets[0].verb is not None and (
        brings.frame is gets[0].verb.frame is Frame.GET
    )  # fmt: skip
    named = man.kind is Kind.PLAYER and comma.kind is Kind.COMMA
    return (at + 6, []) if now and both and named else None


def first_deal(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "Days after landing Al Roe, the Jets sent the receiver": another man, and Roe stays out."""
    if at or not _is_just_after(chunks[:_OPENS]):
        return None
    stop = next((i for i, one in enumerate(chunks) if one.kind is Kind.COMMA), 0)
    main = [one.kind for one in chunks[stop + 1 : stop + 2]]
    gets = [one.verb.frame for one in chunks[:stop] if one.verb is not None] == [Frame.GET]
    men = any(one.kind in {Kind.PLAYER, Kind.SURNAME} for one in chunks[:stop])
    club = any(one.kind is Kind.CLUB for one in chunks[:stop])
    sends = any(one.kind is Kind.UNNAMED and one.definite for one in chunks[stop + 2 :])
    return (stop + 1, []) if main == [Kind.CLUB] and gets and men and sends and not club else None


def _acts(chunk: Chunk) -> bool:
    """Read "have agreed", "sent": the club of the main clause goes on."""
    told = chunk.verb is not None and chunk.verb.form is not Form.ING and not chunk.article
    return chunk.text in _GOES_ON or told


def what_he_is(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "The trade: Preston, a pending free agent, to the Seahawks": what he is stays out."""
    if at < len("abc") or chunks[at - 1].kind not in _MEN or chunks[at - 2].kind is not Kind.COLON:
        return None
    if chunks[at - 3].text not in _TRADE or not _describes(chunks, at + 1):
        return None
    span = range(at + 1, min(len(chunks) - 2, at + _WHAT_HE_IS))
    stop = next((i for i in span if chunks[i].kind is Kind.COMMA), None)
    if stop is None or [one.kind for one in chunks[stop + 1 : stop + 3]] != [Kind.TO, Kind.CLUB]:
        return None
    inside = {one.kind for one in chunks[at + 1 : stop]}
    return (stop + 1, []) if inside.isdisjoint({Kind.CLUB, Kind.PLAYER, Kind.VERB}) else None


def _describes(chunks: Sequence[Chunk], at: int) -> bool:
    first = chunks[at : at + 1]
    return any(one.article or one.kind in {Kind.WHO, Kind.SOFT} for one in first)


def kept_pick(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read ", with the Bears keeping the one from Baltimore": nobody moves, and Baltimore takes no part."""
    verb = at + 1
    if [one.kind for one in chunks[verb : verb + 1]] == [Kind.CLUB]:
        verb += 1
    if verb >= len(chunks) or chunks[verb].text not in _KEEPS:
        return None
    stop = verb + 1
    while stop < min(len(chunks), verb + _KEPT) and chunks[stop].kind in _OF_PICK:
        stop += 1
    if [one.kind for one in chunks[stop : stop + 2]] != [Kind.FROM, Kind.CLUB]:
        return None
    paid = [one.kind for one in chunks[stop + 2 : stop + 3]] == [Kind.FOR]
    return None if paid else (stop + 2, [])


@begins("what")
def what_they_give(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "what the Bears are giving up to the Jets is a sixth": they give it."""
    if at + len("abcd") > len(chunks):
        return None
    club, now, verb = chunks[at + 1 : at + 4]
    gives = verb.verb is not None and verb.verb.form is Form.ING
    if club.kind is not Kind.CLUB or club.owner or now.text not in _NOW or not gives:
        return None
    stop = at + 4
    while stop < min(len(chunks), at + _LONGEST) and chunks[stop].kind in _WHOM:
        stop += 1
    told = [one.text for one in chunks[stop : stop + 1]] == ["is"]
    goods = [one.kind for one in chunks[stop + 1 : stop + 2]] == [Kind.PICKS]
    if not (told and goods):
        return None
    return stop + 2, [club, now, verb, chunks[stop + 1], *chunks[at + 4 : stop]]


_NOW = frozenset({"are", "is"})
_WHOM = frozenset({Kind.TO, Kind.CLUB})


def comes_for(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "Dale Preston comes over from the Packers, who get Al Roe": he comes for him."""
    verb, tail = chunks[at].verb, chunks[at + 1 : at + 7]
    if verb is None or verb.lemma not in _COMES or [one.kind for one in tail[:5]] != _WHO_GET:
        return None
    gets, man, after = tail[4].verb, tail[5:], chunks[at + 7 : at + 8]
    named = [one.kind for one in man] == [Kind.PLAYER] and not man[0].owner
    ends = not after or after[0].kind in {Kind.COMMA, Kind.STOP, Kind.AND}
    if not named or not ends or gets is None or gets.lemma not in _GETS:
        return None
    price = replace(tail[3], kind=Kind.FOR, text="for")
    return at + 6, [chunks[at], *tail[:2], price]


_COMES = frozenset({"come", "come over", "arrive"})
_GETS = frozenset({"get", "receive", "land", "acquire"})
_WHO_GET = [Kind.FROM, Kind.CLUB, Kind.COMMA, Kind.WHO, Kind.VERB]

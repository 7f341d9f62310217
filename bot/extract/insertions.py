"""What stands between the parts of a list: who a man is, or what else a club gets; put out of the way."""

from collections.abc import Sequence

from bot.extract.lexicon import Frame, Kind
from bot.extract.mentions import Chunk
from bot.extract.pick_years import is_year
from bot.extract.rewriting import Plain

_MEN = frozenset({Kind.PLAYER, Kind.SURNAME, Kind.UNNAMED})
_GOODS = frozenset({Kind.PLAYER, Kind.SURNAME, Kind.PICKS})
_LIST = _GOODS | {Kind.COMMA, Kind.AND, Kind.UNNAMED}
_ALONG = frozenset(
    {"along with", "on top of", "in addition to", "alongside", "besides", "together with"}
)
_BETWEEN = frozenset({"will", "they", "also", "is", "are"})
_TRADES = frozenset({Frame.GIVE, Frame.GET})
_LONGEST = 16  # chunks of ", who was drafted by the Bears in the second round of 2021,"
_ENDS = frozenset(
    {
        Kind.TO,
        Kind.FROM,
        Kind.FOR,
        Kind.COMMA,
        Kind.AND,
        Kind.WITH,
        Kind.STOP,
        Kind.SOFT,
        Kind.AFTER,
    }
)
_WHERE = frozenset({Kind.TO, Kind.FROM})
_HE_IS = frozenset(
    "whose entering acquired signed drafted obtained coming undrafted claimed once formerly then"
    " currently arguably still recently widely now set due seeking".split()
)
_PAST = frozenset({"last", "only", "just"})
_UNDONE = frozenset({"not", "n't", "never", "instead", "fell", "failed", "vetoed", "voided"})
_DEAL_NOW = frozenset({Kind.PERSON, Kind.SOURCE, Kind.COLON})


def goods_ahead(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read ", in addition to Al Roe, will receive a third": will receive Roe and a third."""
    if _text(chunks, at + 1) not in _ALONG or not any(c.verb for c in chunks[:at]):
        return None
    stop = at + 2
    while stop < min(len(chunks), at + _LONGEST) and chunks[stop].kind in _LIST:
        stop += 1
    if chunks[stop - 1].kind is Kind.COMMA:
        goods = chunks[at + 2 : stop - 1]
    elif _text(chunks, stop) in _BETWEEN or _kind(chunks, stop) is Kind.CLUB:
        goods = chunks[at + 2 : stop]  # "besides a third they receive Al Roe"
    else:
        return None
    if not any(one.kind in _GOODS for one in goods):
        return None
    verb = stop
    while _text(chunks, verb) in _BETWEEN or (_kind(chunks, verb) is Kind.CLUB and verb == stop):
        verb += 1
    if not _takes(chunks, verb):  # whatever happens to them, it was not told before
        return (stop, []) if chunks[at - 1].kind is Kind.AND else None
    return verb + 1, [*chunks[stop : verb + 1], *goods, chunks[at + 1]]


def _takes(chunks: Sequence[Chunk], at: int) -> bool:
    """A verb of trading stands here, and right behind it what it moves."""
    verb = chunks[at].verb if at < len(chunks) else None
    moves = verb is not None and verb.frame in _TRADES and not chunks[at].article
    behind = at + 1 + (_text(chunks, at + 1) == "back")
    return moves and _kind(chunks, behind) in _GOODS | {Kind.UNNAMED}


def who_he_is(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "trading Al Roe, who had asked out, and a seventh to the Jets": Roe and a seventh."""
    if not at or chunks[at - 1].kind not in _MEN or chunks[at - 1].owner:
        return None
    if not _tells_of_him(chunks, at + 1) or not _is_moved(chunks[:at]):
        return None
    for stop in range(at + 2, min(len(chunks) - 1, at + _LONGEST)):
        one = chunks[stop]
        if one.kind in _DEAL_NOW or one.kind is Kind.STOP or one.text in _UNDONE:
            return None
        if one.kind is Kind.COMMA and _list_goes_on(chunks, stop + 1):
            return stop + 1, []
        if one.kind is Kind.COMMA and not is_year(chunks[stop + 1].text):
            return None
    return None


def _tells_of_him(chunks: Sequence[Chunk], at: int) -> bool:
    """Read "who", "whose", "entering", "a former", and "a second-round pick only last year"."""
    one = chunks[at] if at < len(chunks) else None
    if one is None:
        return False
    if one.kind is Kind.WHO:
        return one.text != "which"
    if one.kind is Kind.PICKS:
        return _text(chunks, at + 1) in _PAST
    return one.text in _HE_IS and not one.article


def _is_moved(ahead: Sequence[Chunk]) -> bool:
    """The man stands in the list of a verb of trading: between it and him are only goods, clubs and "for"."""
    index = next((i for i in reversed(range(len(ahead))) if ahead[i].verb is not None), None)
    verb = ahead[index].verb if index is not None else None
    if index is None or verb is None or verb.frame not in _TRADES or ahead[index].article:
        return False
    return not any(
        one.kind in {Kind.WHO, Kind.STOP, Kind.AFTER, Kind.COLON} for one in ahead[index:]
    )


def _list_goes_on(chunks: Sequence[Chunk], at: int) -> bool:
    """Read "and a seventh to", "plus Al Roe for", "to the Jets", "for a sixth"."""
    kind, behind = _kind(chunks, at), at + 1
    if kind in _WHERE:
        return _kind(chunks, behind) is Kind.CLUB
    if kind is Kind.FOR:
        return _kind(chunks, behind) in _GOODS
    if kind is not Kind.AND:
        return False
    while _kind(chunks, behind) is Kind.UNNAMED:
        behind += 1
    end = _kind(chunks, behind + 1)
    return _kind(chunks, behind) in _GOODS and (end is None or end in _ENDS)


def _kind(chunks: Sequence[Chunk], at: int) -> Kind | None:
    return chunks[at].kind if at < len(chunks) else None


def _text(chunks: Sequence[Chunk], at: int) -> str:
    return chunks[at].text if at < len(chunks) else ""

"""What a man cost, in other words: "for the modest price of", "who cost them", "the third they hand the Jets"."""

from collections.abc import Sequence
from dataclasses import replace

from bot.extract.lexicon import Form, Frame, Kind
from bot.extract.mentions import Chunk
from bot.extract.pick_years import is_year
from bot.extract.rewriting import Plain, begins

_NAMED = frozenset({Kind.PLAYER, Kind.SURNAME})
_THEY = frozenset({"they", "it"})
_THEM = frozenset({"them", "it"})
_COSTS = frozenset({"cost", "costs"})
_WHICH = frozenset({"that", "which"})
_TRADE = frozenset({"trade", "deal", "swap", "move"})


def _kinds(chunks: Sequence[Chunk], at: int, count: int) -> list[Kind]:
    return [one.kind for one in chunks[at : at + count]]


def price_of(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "for the modest price of a sixth": the sixth."""
    if chunks[at].kind is not Kind.FOR:
        return None
    stop = at + 1
    while stop < min(len(chunks), at + len("abc")) and chunks[stop].kind is Kind.WORD:
        stop += 1
    told = stop > at + 1 and chunks[stop - 1].text in _PRICES
    return (stop + 1, [chunks[at]]) if told and _kinds(chunks, stop, 2) == _OF_PICKS else None


_PRICES = frozenset({"price", "cost", "sum", "fee", "total"})
_OF_PICKS = [Kind.OF, Kind.PICKS]


@begins("only", "just")
def only_pick(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "giving Houston only a fourth-rounder": a fourth-rounder."""
    if _kinds(chunks, at + 1, 1) != [Kind.PICKS]:
        return None
    before = chunks[max(0, at - 2) : at]
    verb = before[0].verb if len(before) == len("ab") else None
    gives = verb is not None and verb.frame is Frame.GIVE
    return (at + 1, []) if gives and before[1].kind is Kind.CLUB else None


def pick_they_hand(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "for the third-rounder they hand the Jets in 2027": the year is the pick's."""
    one, tail = chunks[at], chunks[at + 1 : at + 6]
    if one.kind is not Kind.PICKS or len(tail) < len("abcde") or tail[0].text not in _THEY:
        return None
    gives = tail[1].verb is not None and tail[1].verb.frame is Frame.GIVE
    dated = tail[3].text == "in" and is_year(tail[4].text)
    if not gives or tail[2].kind is not Kind.CLUB or not dated or len(one.picks) != 1:
        return None
    if one.picks[0].season or one.picks[0].number:
        return None
    pick = replace(one.picks[0], season=int(tail[4].text))
    return at + 6, [replace(one, picks=(pick,)), *tail[:3]]


def who_cost(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "got Dale Preston from Buffalo, who cost them a fourth": his price."""
    if _kinds(chunks, at, 2) != [Kind.COMMA, Kind.WHO]:
        return None
    tail = chunks[at + 2 : at + 5]
    words = [one.text for one in tail]
    paid = len(words) == len("abc") and words[0] in _COSTS and words[1] in _THEM
    if not paid or tail[2].kind is not Kind.PICKS or not _gets(chunks, at):
        return None
    return at + 4, [replace(tail[0], kind=Kind.FOR, text="for")]


def _gets(chunks: Sequence[Chunk], at: int) -> bool:
    """The verb before is one of getting, and the man stands right here."""
    verbs = [one.verb for one in chunks[:at] if one.verb is not None]
    got = bool(verbs) and verbs[-1].frame is Frame.GET
    return got and at > 0 and chunks[at - 1].kind in _NAMED


@begins(*_WHICH)
def trade_that_cost(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "is a Bear after a trade Tuesday that cost Chicago guard Ike Vance": what is given for him."""
    if at + 2 >= len(chunks) or chunks[at + 1].text not in _COSTS:
        return None
    trade = any(
        one.text in _TRADE or one.text == "trade with" for one in chunks[max(0, at - 4) : at]
    )
    payer = chunks[at + 2]
    told = payer.text in _THEM or (payer.kind is Kind.CLUB and not payer.owner)
    if not trade or not told or _kinds(chunks, at + 3, 1) not in ([Kind.PLAYER], [Kind.PICKS]):
        return None
    return at + 3, [replace(chunks[at], kind=Kind.FOR, text="for")]


def sent_to(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "for a sixth, sent to the Ravens", "sent to the team that beat them last year, the Ravens"."""
    if _kinds(chunks, at - 1, 2) != [Kind.PICKS, Kind.COMMA] or not _is_price(chunks[:at]):
        return None
    if (there := goes_to(chunks, at)) is not None:
        return there
    verb = chunks[at + 1].verb if at + 1 < len(chunks) else None
    sent = verb is not None and verb.lemma in {"send", "ship"} and verb.form is Form.PAST
    if not sent or _kinds(chunks, at + 2, 1) != [Kind.TO]:
        return None
    stop = at + 3
    if [one.text for one in chunks[stop : stop + 1]] in (["team"], ["club"]):
        rest = _kinds(chunks, stop, _ASIDE)
        stop += rest.index(Kind.COMMA) + 1 if Kind.COMMA in rest else _ASIDE
        if not _NO_ASIDE.isdisjoint(rest[: stop - at - 3]):
            return None
    if _kinds(chunks, stop, 1) != [Kind.CLUB] or chunks[stop].owner:
        return None
    return stop + 1, [chunks[at + 2], chunks[stop]]


def goes_to(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read ", which goes to the Ravens" behind a pick: the pick goes there, and not the man."""
    stop = at + 2
    if [one.text for one in chunks[at + 1 : stop]] != ["which"]:
        return None
    stop += [one.text for one in chunks[stop : stop + 1]] == ["will"]
    tail = chunks[stop : stop + 3]
    goes = bool(tail) and tail[0].verb is not None and tail[0].verb.lemma in {"go", "head"}
    if not goes or _kinds(chunks, stop + 1, 2) != [Kind.TO, Kind.CLUB] or tail[2].owner:
        return None
    return stop + 3, [tail[1], tail[2]]


def _is_price(ahead: Sequence[Chunk]) -> bool:
    """Behind a verb of getting and "for", or "it cost them"."""
    verbs = [one.verb for one in ahead if one.verb and not (one.article or one.text == "took")]
    got = bool(verbs) and verbs[-1].frame is Frame.GET
    return got and any(c.kind is Kind.FOR or c.text in _PAID for c in ahead)


_PAID = frozenset({"cost", "took"})


_ASIDE = 12  # chunks of "the team that just beat them in the Super Bowl,"
_NO_ASIDE = frozenset({Kind.CLUB, Kind.VERB, Kind.PLAYER, Kind.PICKS})

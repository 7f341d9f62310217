"""Moves up and down told without their verb or by another: "Pittsburgh up to 14", "bought his way into Round 2"."""

from collections.abc import Sequence
from dataclasses import replace

from bot.extract import slot_extras, slot_words
from bot.extract.draft_turns import as_slot, is_number
from bot.extract.lexicon import Force, Form, Frame, Kind, Verb
from bot.extract.mentions import Chunk
from bot.extract.pick_items import MAX_ROUND
from bot.extract.rewriting import Plain, rewritten, rules
from bot.extract.slot_extras import CLOSES, DOWN, TRADES, UP
from bot.model import Pick

_SPOTS = frozenset("spot spots slot slots place places position positions".split())
_BUYS = {
    **dict.fromkeys("bought traded dealt bartered paid".split(), Form.PAST),
    **dict.fromkeys("buy buys trade trades deal deals barter barters pay pays".split(), Form.BASE),
    **dict.fromkeys("buying trading dealing bartering paying".split(), Form.ING),
}
_SELLS = {"sell": Form.BASE, "sells": Form.BASE, "sold": Form.PAST, "selling": Form.ING}
_BUYS_SLOT = {"buy": Form.BASE, "buys": Form.BASE, "bought": Form.PAST, "buying": Form.ING}
_SURE = frozenset({"sure", "certain", "assured"})
_BE, _NOW = frozenset({"is", "are"}), frozenset({"now", "back", "suddenly"})
_THEIR = frozenset({"his", "their", "its", "her"})
_DOES = frozenset({"do", "did", "does", "doing", "done"})
_OPENS = frozenset({Kind.COLON, Kind.COMMA, Kind.AND, Kind.WITH, Kind.STOP})
_MEN = frozenset({Kind.PLAYER, Kind.SURNAME})
_HOLDS = frozenset({"clock", "way"}) | _SPOTS
_MAKES = {
    **dict.fromkeys("took made".split(), Form.PAST),
    **dict.fromkeys("take takes make makes".split(), Form.BASE),
    **dict.fromkeys("taking making".split(), Form.ING),
}
_MOVES = frozenset("step hop jump leap dip slide drop climb".split())
_FAR = 6  # chunks of "a small step back"
_JUMP = Verb("jump", Frame.CLIMB, Force.WEAK, Form.PAST)
_SELL = Verb("sell", Frame.GIVE, Force.FAIR, Form.PAST)
_BUY = Verb("buy", Frame.GET, Force.FAIR, Form.PAST)


def plainly(chunks: Sequence[Chunk]) -> list[Chunk]:
    """The sentence with such moves as verbs; one that speaks of no slot stays as it is."""
    if not any(c.picks or c.text in _HOLDS or c.text.isdecimal() for c in chunks):
        return [*chunks]
    return rewritten(chunks, _RULES)


def _kinds(chunks: Sequence[Chunk], at: int, count: int) -> list[Kind]:
    return [one.kind for one in chunks[at : at + count]]


def _texts(chunks: Sequence[Chunk], at: int, count: int) -> list[str]:
    return [one.text for one in chunks[at : at + count]]


def _step(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "Pittsburgh up to 14", "New England back to 17", "Denver back into Round 1" as the verb's own."""
    if chunks[at].owner or (at and chunks[at - 1].kind not in _OPENS):
        return None
    back = _texts(chunks, at + 1, 1) == ["back to"]
    way = chunks[at + 1 : at + 2 + (_texts(chunks, at + 1, 2) == ["back", "up"])]
    if not way or way[-1].text not in UP | DOWN:
        return None
    edge = at + 1 + (0 if back else len(way))
    if (entered := _round_entered(chunks, edge)) is not None:
        stop, round_ = entered
        return stop, [chunks[at], _jumped(way[0]), *way[1:], chunks[edge], round_]
    if _kinds(chunks, edge, 1) != [Kind.TO] or not _is_end(chunks, edge + 1):
        return None
    return edge, [chunks[at], _jumped(way[0])]


def _jumped(way: Chunk) -> Chunk:
    return replace(way, kind=Kind.VERB, verb=_JUMP)


def _is_end(chunks: Sequence[Chunk], at: int) -> bool:
    """A slot stands here, and behind it nothing that could be counted or ranked: "up to 14 wins", "to 3 in"."""
    if at >= len(chunks) or not slot_words.is_slot(chunks[at]):
        return False
    behind = chunks[at + 1 : at + 3]
    traded = len(behind) > 1 and behind[0].text == "in" and behind[1].text in TRADES
    return not behind or behind[0].kind in CLOSES or traded


def _round_entered(chunks: Sequence[Chunk], at: int) -> tuple[int, Chunk] | None:
    """Read "into Round 1", "into the second round": the index behind it, and the round as a pick."""
    if _texts(chunks, at, 1) != ["into"] or at + 1 >= len(chunks):
        return None
    one, two = chunks[at + 1], chunks[at + 2] if at + 2 < len(chunks) else None
    if slot_words.is_round(one) and one.picks[0].round:
        return at + 2, one
    if one.text != "round" or two is None or not two.text.isdecimal():
        return None
    round_ = int(two.text[:4])
    picks = (Pick(round=round_),)
    known = 0 < round_ <= MAX_ROUND and _texts(chunks, at + 3, 1) != ["of"]  # "of the 2020 draft"
    return (at + 3, replace(one, kind=Kind.PICKS, last=two.last, picks=picks)) if known else None


def _into_round(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "moved back into Round 1": the first round."""
    if _texts(chunks, at + 1, 1) != ["round"] or (found := _round_entered(chunks, at)) is None:
        return None
    return found[0], [chunks[at], found[1]]


def _bought_way(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "bought his way back into the second round", "traded their way up to No. 9"."""
    form = _BUYS.get(chunks[at].text)
    if form is None or not _is_way(chunks[at + 1 : at + 3]):
        return None
    stop = at + 3
    while stop < len(chunks) and chunks[stop].text in UP | DOWN - {"back to"}:
        stop += 1
    entered = _round_entered(chunks, stop) is not None
    reached = _kinds(chunks, stop, 1) == [Kind.TO] and _is_end(chunks, stop + 1)
    if not entered and not reached:
        return None
    verb = replace(chunks[at], kind=Kind.VERB, verb=replace(_JUMP, form=form))
    return stop, [verb]


def _is_way(chunks: Sequence[Chunk]) -> bool:
    texts = [one.text for one in chunks]
    return len(texts) > 1 and texts[0] in _THEIR and texts[1] == "way"


def _took_step(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "took a small step back, from 16 to 18", "made a big jump, from No. 20 to No. 9"."""
    form = _MAKES.get(chunks[at].text)
    if form is None:
        return None
    stop = at + 1
    while stop < min(len(chunks), at + _FAR) and chunks[stop].kind is Kind.WORD:
        stop += 1
    steps = _MOVES.isdisjoint(_texts(chunks, at + 1, stop - at - 1))
    stop += _kinds(chunks, stop, 1) == [Kind.COMMA]
    if steps or _kinds(chunks, stop, 4)[::2] != [Kind.FROM, Kind.TO]:
        return None
    if not all(map(slot_words.is_slot, chunks[stop + 1 : stop + 4 : 2])):
        return None
    return stop, [replace(chunks[at], kind=Kind.VERB, verb=replace(_JUMP, form=form))]


def _does_business(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "The Steelers and Patriots do business": they have a deal."""
    if chunks[at].text not in _DOES or _texts(chunks, at + 1, 1) != ["business"] or at < len("abc"):
        return None
    if _kinds(chunks, at - 3, 3) != [Kind.CLUB, Kind.AND, Kind.CLUB]:
        return None
    return at + 2, [replace(chunks[at + 1], kind=Kind.NOUN, text="deal")]


def _to_ordinal(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "jumps one spot to third", "slides to fourth": to that slot."""
    slot = as_slot(chunks[at + 1]) if at and at + 1 < len(chunks) else None
    if slot is None or chunks[at].kind is not Kind.TO or is_number(chunks[at + 1]):
        return None
    before = chunks[at - 1]
    counted = before.text in _SPOTS and before.kind is not Kind.PICKS
    climbs = before.verb is not None and before.verb.frame is Frame.CLIMB
    behind = chunks[at + 2 : at + 3]
    ends = not behind or behind[0].kind in CLOSES
    return (at + 2, [chunks[at], slot]) if ends and (counted or climbs) else None


def _to_be_sure(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "jumps to No. 3 to be sure of Dale Preston": whom they draft there."""
    words = _texts(chunks, at, 4)
    told = words[:1] == ["to"] and words[1:2] in (["be"], ["make"]) and words[3:4] == ["of"]
    if not told or words[2] not in _SURE or not at:
        return None
    stop = at + 4
    while stop < len(chunks) and chunks[stop].kind in {Kind.WORD, Kind.UNNAMED}:
        stop += 1
    man = stop < len(chunks) and chunks[stop].kind in _MEN
    return (stop + 1, []) if man else None


def _on_clock(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "The Bills are on the clock (at No. 16) after sending Nos. 22 and 65": they sent them, now."""
    stop = at + 1
    if chunks[at].owner or stop >= len(chunks) or chunks[stop].text not in _BE:
        return None
    stop += 1 + (_texts(chunks, stop + 1, 1)[:1] != [] and chunks[stop + 1].text in _NOW)
    if _texts(chunks, stop, 2) != ["on", "clock"]:
        return None
    stop += 2
    slot = chunks[stop : stop + 2]
    held = len(slot) > 1 and slot[0].text in {"at", "with"} and is_number(slot[1])
    stop += 2 * held
    if _texts(chunks, stop, 1) not in (["after"], ["following"]) or not _trades(chunks, stop + 1):
        return None
    verb = chunks[stop + 1]
    if verb.verb is None:
        return None
    if not held:
        return stop + 2, [chunks[at], replace(verb, verb=replace(verb.verb, form=Form.PAST))]
    to = replace(slot[0], kind=Kind.TO, text="to", last=slot[0].first)
    comma = replace(chunks[stop], kind=Kind.COMMA, text=",")
    return stop + 2, [chunks[at], _jumped(slot[0]), to, slot[1], comma, verb]


def _trades(chunks: Sequence[Chunk], at: int) -> bool:
    """Read "sending (the Jets) Nos. 22 and 65", "trading up with the Jets"."""
    verb = chunks[at].verb if at < len(chunks) else None
    if verb is None or verb.form is not Form.ING:
        return False
    goods = at + 1 + (_kinds(chunks, at + 1, 1) == [Kind.CLUB])
    slots = goods < len(chunks) and any(pick.number for pick in chunks[goods].picks)
    return verb.frame is Frame.CLIMB or (verb.frame in {Frame.GIVE, Frame.GET} and slots)


def _sells_slot(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "sold the 70th pick for Nos. 73 and 191", "bought the 70th pick from Philadelphia"."""
    text = chunks[at].text
    form = _SELLS.get(text) or _BUYS_SLOT.get(text)
    if form is None or at + 1 >= len(chunks) or chunks[at].article:
        return None
    goods = at + 1 + (chunks[at + 1].kind is Kind.CLUB and not chunks[at + 1].owner)
    if goods >= len(chunks) or not any(pick.number for pick in chunks[goods].picks):
        return None
    verb = replace(_SELL if text in _SELLS else _BUY, form=form)
    return at + 1, [replace(chunks[at], kind=Kind.VERB, verb=verb)]


def _by_word(chunks: Sequence[Chunk], at: int) -> Plain:
    """The rules that begin with a word of their own."""
    text = chunks[at].text
    if text not in _OWN:
        return None
    return (
        _does_business(chunks, at)
        or _bought_way(chunks, at)
        or _sells_slot(chunks, at)
        or _took_step(chunks, at)
    )


_OWN = _DOES | _BUYS.keys() | _SELLS.keys() | _BUYS_SLOT.keys() | _MAKES.keys()
_RULES = rules(
    (),
    {
        Kind.AND: (slot_extras.besides,),
        Kind.CLUB: (_step, _on_clock),
        Kind.SOFT: (_into_round,),
        Kind.FOR: (slot_extras.down_for,),
        Kind.VERB: (_by_word, slot_extras.adds_to_deal),
        Kind.WORD: (_by_word,),
        Kind.TO: (_to_ordinal, _to_be_sure),
        Kind.WITH: (slot_extras.thrown_in,),
    },
)

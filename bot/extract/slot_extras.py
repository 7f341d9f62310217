"""What goes along with a move between slots: "with No. 120 thrown in", "down to 52 and a fourth", "for a fifth"."""

from collections.abc import Sequence
from dataclasses import replace

from bot.extract import slot_words
from bot.extract.lexicon import Force, Form, Frame, Kind, Verb
from bot.extract.mentions import Chunk
from bot.extract.rewriting import Plain

UP, DOWN = frozenset({"up", "back up"}), frozenset({"down", "back", "back to", "back down"})
CLOSES = frozenset({Kind.COMMA, Kind.AND, Kind.FOR, Kind.WITH, Kind.STOP, Kind.COLON, Kind.TO})
TRADES = frozenset({"trade", "deal", "swap", "trade with", "deal with", "exchange"})
_FALLS = frozenset("down back slide slides slid sliding drop drops dropped dropping".split())
_THROWN = frozenset({"thrown", "tossed", "included", "added"})
_GAIN = Verb("get", Frame.GET, Force.WEAK, Form.ING)
_INCLUDE = Verb("include", Frame.GIVE, Force.FAIR, Form.ING)


def _kinds(chunks: Sequence[Chunk], at: int, count: int) -> list[Kind]:
    return [one.kind for one in chunks[at : at + count]]


def thrown_in(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "back to 17 with No. 120 thrown in": who moves down gets it, who moves up gives it."""
    if _kinds(chunks, at, 2) != [Kind.WITH, Kind.PICKS]:
        return None
    tail = [one.text for one in chunks[at + 2 : at + 4]]
    if tail[:1] == [] or tail[0] not in _THROWN:
        return None
    way = next((_way(one) for one in reversed(chunks[:at]) if _way(one)), "")
    stop = at + 3 + (tail[1:] == ["in"])
    if not way or (stop < len(chunks) and chunks[stop].kind not in CLOSES):
        return None
    comma = replace(chunks[at], kind=Kind.COMMA, text=",", last=chunks[at].first)
    verb = _GAIN if way == "down" else _INCLUDE
    return stop, [
        comma,
        replace(chunks[at], kind=Kind.VERB, text="with", verb=verb),
        chunks[at + 1],
    ]


def besides(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "New Orleans down to 52 and a fourth-rounder": they get it besides."""
    if _kinds(chunks, at - 2, 4) != [Kind.TO, chunks[at - 1].kind, Kind.AND, Kind.PICKS]:
        return None
    slot = at > len("abc") and slot_words.is_slot(chunks[at - 1])
    stop = at + 2
    ends = stop == len(chunks) or chunks[stop].kind in {Kind.COMMA, Kind.STOP, Kind.AND}
    if not slot or not ends or _way(chunks[at - 3]) != "down":
        return None
    verb = replace(chunks[at], kind=Kind.VERB, text="get", verb=_GAIN)
    comma = replace(chunks[at], kind=Kind.COMMA, text=",", last=chunks[at].first)
    return stop, [comma, verb, chunks[at + 1]]


def down_for(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "moved down from 16 to 18 (in a trade with the Jets) for a fifth": they get it."""
    if at < len("abc") or _kinds(chunks, at + 1, 1) != [Kind.PICKS]:
        return None
    climbs = [one for one in chunks[:at] if one.verb and one.verb.frame is Frame.CLIMB]
    end = _before_partner(chunks, at)
    there = chunks[end - 2].kind is Kind.TO and slot_words.is_slot(chunks[end - 1])
    if not there or not climbs or _way(climbs[-1]) != "down":
        return None
    if any(one.verb for one in chunks[:end] if one.first > climbs[-1].first):
        return None
    verb = replace(chunks[at], kind=Kind.VERB, text="get", verb=_GAIN)
    return at + 1, [replace(chunks[at], kind=Kind.COMMA, text=",", last=chunks[at].first), verb]


def _before_partner(chunks: Sequence[Chunk], at: int) -> int:
    """The index behind the slot, over "with the Jets", "in a trade with the Jets"."""
    if _kinds(chunks, at - 1, 1) != [Kind.CLUB] or at < len("abcde"):
        return at
    at -= 1 + (chunks[at - 2].kind is Kind.WITH)
    if chunks[at - 1].text in TRADES:
        at -= 1 + (chunks[at - 2].text == "in")
    return at


def _way(chunk: Chunk) -> str:
    """Which way a word of motion goes."""
    words = set(chunk.text.split())
    climbs = chunk.verb is not None and chunk.verb.frame is Frame.CLIMB
    if not climbs and chunk.text not in UP | DOWN:
        return ""
    return "up" if "up" in words else "down" if words & _FALLS else ""


def adds_to_deal(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "Pittsburgh adds No. 120 to the deal": they give it besides."""
    verb = chunks[at].verb
    if verb is None or verb.lemma != "add" or _kinds(chunks, at + 1, 2) != [Kind.PICKS, Kind.TO]:
        return None
    if at + 3 >= len(chunks) or chunks[at + 3].text not in TRADES or not chunks[at + 3].article:
        return None
    return at + 4, [replace(chunks[at], verb=replace(_INCLUDE, form=verb.form)), chunks[at + 1]]

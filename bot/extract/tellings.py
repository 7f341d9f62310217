"""Figures in which a man comes or goes: "becomes a Colt in exchange for", "wins the Preston sweepstakes"; put plainly."""

from collections.abc import Sequence
from dataclasses import replace

from bot import clubs
from bot.extract.lexicon import Force, Form, Frame, Kind, Verb
from bot.extract.mentions import Chunk
from bot.extract.rewriting import Plain, begins

_MEN = frozenset({Kind.PLAYER, Kind.SURNAME})
_GOODS = frozenset({Kind.PLAYER, Kind.SURNAME, Kind.PICKS, Kind.UNNAMED, Kind.AND, Kind.COMMA})
_BECOMES = {"becomes": Form.BASE, "became": Form.PAST, "is": Form.BASE}
_NOW = frozenset({"now", "officially"})
_WINS = {"win": Form.BASE, "wins": Form.BASE, "won": Form.PAST, "winning": Form.ING}
_CONTESTS = frozenset({"sweepstakes", "derby", "lottery", "bidding"})
_IS = frozenset({"is", "are", "was", "were", "been", "being"})
_PRICED = frozenset({"in exchange for", "for", "in return for"})
_CHANCES = frozenset({"chance", "right", "rights", "opportunity", "ability", "privilege"})
_COUNTS = frozenset("two three four five six several multiple".split())
_JOIN = Verb("join", Frame.MOTION, Force.WEAK, Form.BASE)
_ACQUIRE = Verb("acquire", Frame.GET, Force.STRONG, Form.PAST)
_TRADE = Verb("trade", Frame.GIVE, Force.STRONG, Form.PAST)
_DRAFTING = frozenset({Kind.OF, Kind.WORD, Kind.COMMA, Kind.PLAYER, Kind.UNNAMED, Kind.SOFT})
_ONES = frozenset({"one", "another", "help"})
_RECEIVE = Verb("receive", Frame.GET, Force.WEAK, Form.BASE)
_CLIMB = Verb("move up", Frame.CLIMB, Force.FAIR, Form.BASE)
_PARTY = frozenset({Kind.TO, Kind.FROM, Kind.WITH, Kind.BY})
_TEAMS = frozenset({"team", "club", "franchise", "organization"})
_GOES_ON = frozenset({Kind.FOR, Kind.TO, Kind.FROM, Kind.WITH})
_LONGEST = 8  # chunks of what is taken


@begins(*_BECOMES)
def becomes(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "Dale Preston becomes a Colt in exchange for a third": he goes to the club."""
    stop = at + 1
    while stop < len(chunks) and chunks[stop].text in _NOW:
        stop += 1
    what, price = chunks[stop : stop + 1], chunks[stop + 1 : stop + 2]
    code = clubs.members().get(what[0].text.casefold()) if what and what[0].article else None
    paid = bool(price) and price[0].kind is Kind.FOR and price[0].text in _PRICED
    man = any(one.kind in _MEN and not one.owner for one in chunks[:at])
    if code is None or not paid or not man or any(one.verb for one in chunks[:at]):
        return None
    club = replace(what[0], kind=Kind.CLUB, clubs=(code,), article=False)
    verb = replace(_JOIN, form=_BECOMES[chunks[at].text])
    return stop + 1, [replace(chunks[at], kind=Kind.VERB, text="joins", verb=verb), club]


@begins(*_WINS)
def wins(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "Cleveland wins the Dale Preston sweepstakes, giving Denver a first": it gets him."""
    tail = chunks[at + 1 : at + 3]
    if not at or chunks[at - 1].kind is not Kind.CLUB or len(tail) < len("ab"):
        return None
    if tail[0].kind not in _MEN or tail[0].owner or tail[1].text not in _CONTESTS:
        return None
    verb = replace(_ACQUIRE, form=_WINS[chunks[at].text])
    return at + 3, [replace(chunks[at], kind=Kind.VERB, verb=verb), replace(tail[0], article=False)]


def taken_off(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "took Dale Preston and a seventh off Detroit": they get them from there."""
    verb, stop = chunks[at].verb, at + 1
    while stop < min(len(chunks), at + _LONGEST) and chunks[stop].kind in _GOODS:
        stop += 1
    off, club = chunks[stop : stop + 1], chunks[stop + 1 : stop + 2]
    if verb is None or verb.lemma != "take" or stop == at + 1 or not club:
        return None
    if off[0].text != "off" or club[0].kind is not Kind.CLUB or club[0].owner:
        return None
    origin = replace(off[0], kind=Kind.FROM, text="from")
    taken = replace(chunks[at], verb=replace(_ACQUIRE, form=verb.form))
    return stop + 1, [taken, *chunks[at + 1 : stop], origin]


def club_he_knew(chunks: Sequence[Chunk], at: int) -> Plain:
    """Pass over ", the team that drafted him," behind a club."""
    opens = at > 0 and chunks[at - 1].kind is Kind.CLUB and not chunks[at - 1].owner
    what = chunks[at + 1 : at + 2]
    if not opens or not what or what[0].text not in _TEAMS or not what[0].article:
        return None
    span = range(at + 2, min(len(chunks) - 1, at + _LONGEST))
    stop = next((i for i in span if chunks[i].kind is Kind.COMMA), 0)
    him = bool(stop) and (chunks[stop - 1].kind is Kind.PRONOUN or chunks[stop - 1].text == "him")
    return (stop + 1, []) if him and chunks[stop + 1].kind in _GOES_ON else None


def traded_back(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "has been traded back to the Rams": he is traded, and nobody moves down."""
    verb, ends = chunks[at].verb, [one.kind for one in chunks[at + 1 : at + 3]]
    passive = at > 0 and chunks[at - 1].text in _IS
    if verb is None or verb.lemma != "trade back" or not passive or ends != [Kind.TO, Kind.CLUB]:
        return None
    return at + 1, [replace(chunks[at], text="traded", verb=_TRADE)]


def coached(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "to Ned Orr's Patriots": to the Patriots."""
    behind = [one.kind for one in chunks[at + 1 : at + 2]]
    there = chunks[at].kind is Kind.PERSON or (at > 0 and chunks[at - 1].kind in _PARTY)
    return (at + 1, []) if there and chunks[at].owner and behind == [Kind.CLUB] else None


def up_for_man(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "sending No. 89 to go up for receiver Dale Preston": they draft him."""
    way = [one.text for one in chunks[max(0, at - 2) : at]]
    up = way[-1:] == ["up"] or (way and way[-1].endswith(" up"))
    man = at + 1 + (at + 1 < len(chunks) and chunks[at + 1].kind is Kind.UNNAMED)
    slots = any(pick.number for one in chunks[:at] for pick in one.picks)
    if not up or not slots or [one.kind for one in chunks[man : man + 1]] != [Kind.PLAYER]:
        return None
    ends = [one.kind for one in chunks[man + 1 : man + 2]]
    return (man + 1, []) if not ends or ends[0] in {Kind.COMMA, Kind.STOP} else None


def with_club_also(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "with Denver also sending a third" as "with Denver sending a third"."""
    tail = chunks[at + 1 : at + 4]
    if [one.kind for one in tail] != [Kind.CLUB, Kind.AND, Kind.VERB] or tail[1].text != "also":
        return None
    gerund = tail[2].verb is not None and tail[2].verb.form is Form.ING
    return (at + 3, [chunks[at], tail[0]]) if gerund and not tail[0].owner else None


@begins("get", "gets", "got", "getting")
def gets_up(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "to get up to No. 48": to move up there."""
    verb, tail = chunks[at].verb, chunks[at + 1 : at + 4]
    if verb is None or [one.text for one in tail[:1]] != ["up"] or len(tail) < len("abc"):
        return None
    if tail[1].kind is not Kind.TO or not any(pick.number for pick in tail[2].picks):
        return None
    return at + 2, [replace(chunks[at], text="move up", verb=replace(_CLIMB, form=verb.form))]


def listed_to(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read the whole line "To Chicago: Dale Preston and a fifth-rounder" as "Chicago receives:"."""
    if at or [one.kind for one in chunks[:3]] != [Kind.TO, Kind.CLUB, Kind.COLON]:
        return None
    if len(chunks) < len("abcd") or any(one.kind not in _GOODS for one in chunks[3:]):
        return None
    verb = replace(chunks[0], kind=Kind.VERB, text="receive", verb=_RECEIVE)
    return 3, [chunks[1], verb, chunks[2]]


@begins("make", "makes", "made", "making")
def makes_selection(chunks: Sequence[Chunk], at: int) -> Plain:
    """Pass over "made its third first-round selection of the night, Dale Preston": he is drafted."""
    picks = chunks[at + 1 : at + 2]
    if [one.kind for one in picks] != [Kind.PICKS] or not at or chunks[at - 1].kind is not Kind.AND:
        return None
    stop = at + 2
    while stop < len(chunks) and chunks[stop].kind in _DRAFTING:
        stop += 1
    return stop, []


@begins("has", "have", "found", "finds")
def has_one(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "Denver has one: Dale Preston, from the Jets, for a fourth": Denver acquired him."""
    one = chunks[at : at + 3]
    if not at or chunks[at - 1].kind is not Kind.CLUB or len(one) < len("abc"):
        return None
    if one[1].text not in _ONES or one[2].kind is not Kind.COLON:
        return None
    rest = [c for c in chunks[at + 3 :] if c.kind is not Kind.COMMA]
    if [c.kind for c in rest[:4]] != [Kind.PLAYER, Kind.FROM, Kind.CLUB, Kind.FOR]:
        return None
    verb = replace(one[0], kind=Kind.VERB, verb=_ACQUIRE)
    return at + 3, [verb]


def picks_of(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "for a Miami first-rounder", "for five Miami picks": Miami's."""
    stop = at + 1 + (at + 1 < len(chunks) and chunks[at + 1].text in _COUNTS)
    club, picks = chunks[stop : stop + 1], chunks[stop + 1 : stop + 2]
    if not club or not picks or club[0].kind is not Kind.CLUB or club[0].owner:
        return None
    if picks[0].kind is not Kind.PICKS or picks[0].first != club[0].last or not at:
        return None
    return stop + 1, [chunks[at], replace(club[0], owner=True)]


def chance_at(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "for the chance to draft Dale Preston at No. 105": for No. 105."""
    chance = chunks[at + 1 : at + 2]
    if not chance or chance[0].text not in _CHANCES or not chance[0].article:
        return None
    slot = next((i for i in range(at + 3, min(len(chunks), at + 8)) if chunks[i].text == "at"), 0)
    to, goal = chunks[at + 2 : at + 3], chunks[slot + 1 : slot + 2]
    numbered = bool(slot) and bool(goal) and any(pick.number for pick in goal[0].picks)
    if not numbered or [one.kind for one in to] != [Kind.TO]:
        return None
    return slot + 1, [chunks[at]]

"""Idioms: turns of phrase that say in many words what the grammar reads in one, put plainly before it reads."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot import clubs
from bot.extract import (
    asides,
    costs,
    insertions,
    leads,
    pursuits,
    takers,
    tellings,
    tolls,
    trackers,
    turns,
    wordings,
)
from bot.extract.lexicon import Force, Form, Frame, Kind, Verb
from bot.extract.mentions import Chunk
from bot.extract.rewriting import Plain, Worded, begins, rewritten, rules

_TELLS = frozenset(
    """reports reported report says said say told tells tell confirmed confirms announced tweeted
    wrote per""".split()
) | {"according to", "source says", "sources say", "sources said"}  # fmt: skip
_ASIDE = 8  # chunks of ", sources told Jane Rowe of the Star,"
_IN_ASIDE = frozenset(
    {Kind.WORD, Kind.STOP, Kind.SOURCE, Kind.PERSON, Kind.OF, Kind.AND, Kind.SOFT}
)
_GOES_ON = frozenset({Kind.FOR, Kind.TO, Kind.FROM})
_TIMES = frozenset(
    {"hours", "minutes", "moments", "days", "hour", "just", "shortly", "two", "a day"}
)
_AHEAD = frozenset({"before", "ahead of", "prior to"})
_ZONES = frozenset("ET EST EDT CT PT MT".split())  # "before the 4 p.m. ET deadline"
_DATED = 6  # chunks of "before the NFL's trading deadline"
_SETS = frozenset({"package", "bundle", "haul", "combination", "collection", "bounty"})
_ASSETS = frozenset({Kind.PICKS, Kind.PLAYER, Kind.SURNAME, Kind.UNNAMED})
_MEN = frozenset({Kind.PLAYER, Kind.SURNAME, Kind.UNNAMED, Kind.PRONOUN})
_MAKES = {"make": Form.BASE, "makes": Form.BASE, "made": Form.PAST, "making": Form.ING}
_IS = frozenset({"is", "became", "becomes"})
_NOW = frozenset({"now", "officially", "newest", "latest"})
_TRADE = frozenset({"trade", "deal", "swap", "agreement", "trade with"})
_AFTER = frozenset({"after", "following"})
_JOIN = Verb("join", Frame.MOTION, Force.WEAK, Form.BASE)
_LAND_WITH = Verb("land with", Frame.MOTION, Force.WEAK, Form.PAST)


def plain(chunks: Sequence[Chunk]) -> list[Chunk]:
    """The sentence with its idioms put plainly; every chunk keeps its place in the text."""
    return rewritten(chunks, _RULES)


def _told_aside(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "to Denver, sources said, for a third": who says it stands between two commas."""
    if chunks[at].kind is not Kind.COMMA:
        return None
    stop = _end(chunks, at + 1, _ASIDE, _IN_ASIDE)
    said = any(one.text in _TELLS for one in chunks[at + 1 : stop])
    behind = chunks[stop : stop + 2]
    closes = len(behind) > 1 and behind[0].kind is Kind.COMMA and behind[1].kind in _GOES_ON
    return (stop + 1, []) if said and closes else None


def _end(chunks: Sequence[Chunk], at: int, most: int, kinds: frozenset[Kind]) -> int:
    stop = at
    while stop < min(len(chunks), at + most) and chunks[stop].kind in kinds:
        stop += 1
    return stop


def _before_deadline(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "from Miami on Tuesday, hours before the trading deadline, for a second": a date."""
    comma = chunks[at].kind is Kind.COMMA
    start = at + comma
    while start < min(len(chunks), at + _DATED) and chunks[start].text in _TIMES:
        start += 1
    if start == len(chunks) or chunks[start].text not in _AHEAD:
        return None
    tail = chunks[start + 1 : start + 1 + _DATED]
    ends = next((i for i, one in enumerate(tail) if one.text == "deadline"), None)
    if ends is None or any(
        one.kind in {*_ASSETS, Kind.CLUB} and one.text not in _ZONES for one in tail[:ends]
    ):
        return None
    stop = start + ends + 2
    closes = stop < len(chunks) and chunks[stop].kind is Kind.COMMA
    if closes and _is_participle(chunks[stop + 1 : stop + 2]):
        return stop, []  # "hours before the deadline, shipping Denver a first"
    stop += comma and closes
    goes_on = stop < len(chunks) and chunks[stop].kind in {*_GOES_ON, Kind.BY}
    return (stop, []) if goes_on else None


def _is_participle(chunk: Sequence[Chunk]) -> bool:
    return any(one.verb is not None and one.verb.form is Form.ING for one in chunk)


@begins(*_SETS)
def _set_of(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "for a package of a third and a fifth"."""
    one = chunks[at : at + 3]
    if len(one) < len("abc") or not one[0].article:
        return None
    return (at + 2, []) if one[1].text == "of" and one[2].kind in _ASSETS else None


@begins("off")
def _off_hands(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "took Dale Preston off the Bears' hands"."""
    one = chunks[at : at + 3]
    if len(one) < len("abc") or one[2].text != "hands":
        return None
    source = replace(one[0], kind=Kind.FROM, text="from")
    return (at + 3, [source, replace(one[1], owner=False)]) if one[1].kind is Kind.CLUB else None


@begins(*_MAKES)
def _made_move(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "made a move for Bears guard Ike Vance, sending a sixth": by itself it only tries."""
    form = _MAKES.get(chunks[at].text)
    one = chunks[at : at + 3]
    if form is None or len(one) < len("abc") or one[1].text != "move" or one[2].text != "for":
        return None
    verb = Verb("make a move for", Frame.GET, Force.WEAK, form)
    return at + 3, [replace(one[0], kind=Kind.VERB, verb=verb, last=one[2].last)]


@begins(*_IS)
def _is_member(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "Dale Preston is now a Raven following a trade", "is the newest member of the Ravens after"."""
    if not at or chunks[at - 1].kind is Kind.WHO:
        return None
    stop = at + 1
    while stop < min(len(chunks), at + _DATED) and chunks[stop].text in _NOW:
        stop += 1
    named = chunks[stop : stop + 3]
    club = _member(named)
    if club is None or not any(one.kind in _MEN for one in chunks[:at]):
        return None
    stop += len("abc") if club is named[-1] else 1
    trade = chunks[stop : stop + 2]
    if len(trade) < len("ab") or trade[0].text not in _AFTER or not _is_trade(trade[1]):
        return None
    return stop, [replace(chunks[at], kind=Kind.VERB, text="joins", verb=_JOIN), club]


def _member(named: Sequence[Chunk]) -> Chunk | None:
    if not named:
        return None
    if [one.text for one in named[:2]] == ["member", "of"] and named[-1].kind is Kind.CLUB:
        return named[-1]
    code = clubs.members().get(named[0].text.casefold().rpartition(" ")[2])
    if code is None or not named[0].article:
        return None
    club = named[0] if len(named) < len("abc") else replace(named[0], article=False)
    return replace(club, kind=Kind.CLUB, clubs=(code,))


def _is_trade(chunk: Chunk) -> bool:
    noun = chunk.kind in {Kind.NOUN, Kind.VERB} and chunk.text in _TRADE
    return noun and chunk.article


@begins(*_AFTER)
def _after_trade(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "is headed to the Ravens after a trade with the Bears": the trade is how he goes there."""
    if at < len("ab") or at + 1 >= len(chunks):
        return None
    there, way = chunks[at - 1], chunks[at - 2]
    goes = way.kind is Kind.TO or way.text == "of" or way.text in _JOINS or way.text in _NOW | _IS
    goes |= there.kind is not Kind.CLUB and there.text.casefold() in clubs.members()
    if not goes or (there.kind is not Kind.CLUB and not there.article):
        return None
    if not _is_trade(chunks[at + 1]):
        return None
    return at + 1, [replace(chunks[at], kind=Kind.SOFT, text="in")]


_JOINS = frozenset({"join", "joins", "joining", "joined"})


def _landed_in(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "Dale Preston landed in Denver"."""
    one = chunks[at : at + 3]
    verb = one[0].verb if len(one) == len("abc") else None
    if verb is None or verb.lemma != "land" or one[1].text != "in" or one[2].kind is not Kind.CLUB:
        return None
    moved = at > 0 and any(chunk.kind in _MEN for chunk in chunks[:at])
    return (at + 2, [replace(one[0], verb=replace(_LAND_WITH, form=verb.form))]) if moved else None


def _reported_price(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "for what was reported to be a third", "for what is described as a late pick"."""
    if chunks[at].kind is not Kind.FOR:
        return None
    words = [one.text for one in chunks[at + 1 : at + 6]]
    told = words[:1] == ["what"] and {*words[1:2]} <= _WERE and {*words[2:3]} <= _SAID
    stop = at + 5 + (words[3:5] == ["to", "be"])
    ends = words[3:5] == ["to", "be"] or words[3:4] == ["as"]
    price = stop < len(chunks) and chunks[stop].kind in _ASSETS
    return (stop, [chunks[at]]) if told and ends and price else None


@begins("it")
def _it_cost(chunks: Sequence[Chunk], at: int) -> Plain:
    """Read "It took a third." and "and it cost Denver a third" as what the club gave up for what is told before."""
    one = chunks[at : at + 4]
    if len(one) < len("abc") or one[1].text not in _COSTS:
        return None
    payer = [replace(one[2], owner=False)] if one[2].kind is Kind.CLUB else []
    ahead = 2 + (bool(payer) or one[2].text == "them")
    goods = one[ahead : ahead + 1]
    serves = any(
        to.kind is Kind.TO and verb.kind in {Kind.VERB, Kind.MOVE}
        for to, verb in pairwise(chunks[at + 2 :])
    )
    if serves or not goods or goods[0].kind not in {Kind.PICKS, Kind.PLAYER}:
        return None  # "it took a third to get him"
    return at + ahead, [*payer, replace(one[1], kind=Kind.VERB, verb=_GIVE_UP)]


_WERE = frozenset({"was", "is", "were", "are"})
_SAID = frozenset({"reported", "believed", "said", "described", "thought"})
_COSTS = frozenset({"took", "cost"})
_GIVE_UP = Verb("give up", Frame.GIVE, Force.FAIR, Form.PAST)


_RULES = rules(
    (
        Worded(_TIMES | _AHEAD, _before_deadline), _set_of, _off_hands, _made_move, _is_member, _after_trade,
        turns.native, turns.his_rights, _it_cost, costs.only_pick, costs.trade_that_cost,
        wordings.belongs_to, wordings.bound_for, wordings.throws_in, wordings.honoured_end,
        wordings.is_member_then, takers.reunites_in, takers.link_to_reunion, takers.found_taker,
        tellings.becomes, tellings.wins, tellings.makes_selection, tellings.has_one,
    ),
    {
        Kind.AND: (insertions.goods_ahead, tolls.and_it_cost, asides.kept_pick),
        Kind.WITH: (tellings.with_club_also, asides.kept_pick, leads.improved_with),
        Kind.STOP: (asides.other_deal,),
        Kind.CLUB: (pursuits.whom_they_had,),
        Kind.WORD: (pursuits.champion, pursuits.moved_quickly, Worded({"they"}, pursuits.whom_they_had), asides.first_deal, asides.what_they_give, leads.surprise),
        Kind.AFTER: (asides.first_deal,),
        Kind.COMMA: (tellings.club_he_knew, _before_deadline, insertions.goods_ahead, insertions.who_he_is, asides.other_deal, asides.other_arrival, leads.who_signed, tolls.completed, asides.what_he_is, asides.kept_pick, tolls.and_it_cost, _told_aside, costs.sent_to, costs.who_cost, trackers.between),
        Kind.COLON: (trackers.announced,),
        Kind.PERSON: (tellings.coached,),
        Kind.PLAYER: (tellings.coached,),
        Kind.FOR: (tellings.chance_at, tellings.up_for_man, tellings.picks_of, _reported_price, costs.price_of, trackers.bound_too),
        Kind.SOFT: (wordings.straight_swap,),
        Kind.TO: (tellings.listed_to, turns.team_named),
        Kind.FROM: (turns.team_named, trackers.between),
        Kind.PICKS: (tolls.all_it_took, turns.pick_held, costs.pick_they_hand, wordings.pick_of_man, leads.drafted_man),
        Kind.SURNAME: (tellings.coached, asides.first_deal, turns.hyped),
        Kind.UNNAMED: (wordings.headline_man,),
        Kind.VERB: (
            tellings.traded_back, tellings.taken_off, tellings.gets_up,
            pursuits.moved_quickly, pursuits.paid_price, pursuits.got_one_of,
            asides.comes_for, _landed_in, turns.comes_west, turns.brought_home, turns.their_man, wordings.brought_from,
            wordings.going_there, wordings.got_one_in, wordings.to_join_another, wordings.takes_on_pay, wordings.moving_to,
            trackers.who_take, trackers.lists_goods, trackers.recovers,
            trackers.leaves_champions, leads.which_takes,
        ),
    },
)  # fmt: skip

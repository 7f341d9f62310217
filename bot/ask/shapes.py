"""Which kind of answer a typed query wants: a table of shapes, first fit wins, nothing said is ignored."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Final

from bot.ask import refusals
from bot.ask.answers import (
    availability,
    bests,
    club_card,
    club_trades,
    clubs,
    coach_records,
    coaches,
    fixtures,
    leaders,
    market,
    often_traded,
    outings,
    people,
    picks,
    players,
    playing,
    playoffs,
    records,
    results,
    trades,
)
from bot.ask.desk import Desk, Said
from bot.ask.query import Cue, Query
from bot.ask.refusals import RefusedError

_C = Cue
_NEUTRAL: Final = frozenset({_C.WHO, _C.HOW_MANY, _C.STATS, _C.PLAYER, _C.GET})
_ONE_OR_MORE: Final = {"players": ("player", "players"), "clubs": ("club", "clubs")}
_SUBJECTS: Final = {"player", "players", "club", "clubs"}
_TRADES: Final = (_C.TRADE, _C.TRADE_IN, _C.TRADE_AWAY, _C.LATEST, _C.TEAM)


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of answer.

    Attributes:
        cues: at least one of them is said; empty where none is needed.
        needs: slots that must be filled. `player` is exactly one, `players` are several; so for clubs.
        may: slots that narrow it.
        also: cues that change nothing, or that the answer itself looks at.
    """

    answer: Callable[[Query, Desk], Said]
    cues: frozenset[Cue]
    needs: frozenset[str]
    may: frozenset[str]
    also: frozenset[Cue]

    def matches(self, query: Query, slots: Collection[str]) -> bool:
        """All that it needs is there."""
        return self.needs <= set(slots) and (not self.cues or query.has(*self.cues))

    def left_over(self, query: Query, slots: Collection[str]) -> list[str]:
        """What is said beyond it, by name."""
        left = set(slots) - self.needs - self.may
        cues = query.cues - self.cues - self.also - _NEUTRAL
        return [*sorted(left), *sorted(cue.name for cue in cues)]


def _shape(
    answer: Callable[[Query, Desk], Said],
    needs: str,
    *cues: Cue,
    may: str = "",
    also: Collection[Cue] = (),
) -> Shape:
    return Shape(
        answer, frozenset(cues), frozenset(needs.split()), frozenset(may.split()), frozenset(also)
    )


def slots_of(query: Query) -> frozenset[str]:
    """The slots that are filled; one player is `player`, several are `players`."""
    found = set(query.slots())
    for name, (one, several) in _ONE_OR_MORE.items():
        if name in found:
            found.remove(name)
            found.add(one if len(getattr(query, name)) == 1 else several)
    return frozenset(found)


_TRADE_SHAPES: Final = (
    _shape(trades.cost, "player", _C.COST, may="club clubs opponent season", also=_TRADES),
    _shape(trades.history, "player", _C.TRADE, _C.TRADE_IN, _C.TRADE_AWAY, may="club clubs opponent season", also=(*_TRADES, _C.PLAY)),
    _shape(trades.history, "player club", _C.GET, may="season", also=(_C.HOW,)),
    _shape(trades.cost, "player club", _C.PICKS, may="season", also=_TRADES),
    *(
        _shape(picks.picks, needs, _C.PICKS, may="season pick_season round", also=(*_TRADES, _C.OWN, _C.COST))
        for needs in ("club", "clubs", "club opponent")
    ),
    _shape(people.club_draft, "club", _C.PICKS, may="season groups round", also=(_C.DRAFTED,)),
    _shape(often_traded.most_traded, "", _C.MOST, may="season limit", also=(_C.TRADE, _C.MAKE, _C.TEAM)),
    _shape(club_trades.biggest, "", _C.BIGGEST, may="season limit club", also=(*_TRADES, _C.PICKS, _C.MOST)),
    _shape(club_trades.traded_in, "club opponent", _C.TRADE_IN, may="season groups limit", also=_TRADES),
    _shape(club_trades.traded_in, "club", _C.TRADE_IN, may="season groups limit", also=_TRADES),
    _shape(club_trades.traded_away, "club", _C.TRADE_AWAY, may="season groups limit", also=_TRADES),
    _shape(club_trades.between, "clubs", *_TRADES[:3], may="season limit", also=(*_TRADES, _C.MAKE)),
    _shape(club_trades.between, "club opponent", *_TRADES[:3], may="season limit", also=(*_TRADES, _C.MAKE)),
    _shape(club_trades.of_club, "club", _C.TRADE, may="season groups limit round month", also=(*_TRADES, _C.PICKS, _C.MAKE)),
    _shape(club_trades.of_season, "", _C.TRADE, may="season groups limit round month", also=(*_TRADES, _C.PICKS)),
)  # fmt: skip
_PEOPLE_SHAPES: Final = (
    _shape(coaches.under, "player coach", _C.UNDER, _C.COACH, _C.PLAY, _C.PLAYS_FOR, may="", also=(_C.TEAM,)),
    _shape(coaches.under, "player", _C.UNDER, _C.COACH, also=(_C.PLAY, _C.PLAYS_FOR)),
    _shape(coach_records.record, "coach", _C.RECORD, _C.WIN, _C.LOSE, may="season part", also=(_C.WIN, _C.LOSE, _C.COACH, _C.GAME)),
    _shape(coaches.coach_posts, "coach", may="club season", also=(_C.COACH, _C.OFFENCE_COACH, _C.DEFENCE_COACH, _C.TEAM, _C.SUMMARY, _C.PLAYS_FOR, _C.UNDER)),
    _shape(coaches.coach_of, "club", _C.COACH, _C.OFFENCE_COACH, _C.DEFENCE_COACH, _C.STAFF, may="season"),
    _shape(people.bio, "player", _C.COLLEGE, _C.AGE, _C.POSITION, may="groups", also=(_C.PLAY,)),
    _shape(people.drafted, "player", _C.DRAFTED, may="club season groups", also=(_C.PICKS, _C.TEAM)),
    _shape(people.pick_number, "pick", may="season pick_season", also=(_C.DRAFTED, _C.PICKS, _C.TEAM)),
    _shape(people.club_draft, "club", _C.DRAFTED, may="season pick_season groups round", also=(_C.PICKS,)),
    _shape(people.contract, "player", _C.CONTRACT, _C.MAKE, may="groups"),
    _shape(availability.injury, "player", _C.INJURY, may="season week groups"),
    _shape(availability.club_injury, "club", _C.INJURY, may="season week"),
    _shape(availability.player_reserve, "player", _C.RESERVE, may="season groups"),
    _shape(availability.reserve, "", _C.RESERVE, may="club season week groups"),
    _shape(playing.snaps, "player", _C.SNAPS, may="season week groups last_games", also=(_C.BY_GAME, _C.LATEST, _C.PLAY)),
    _shape(playing.club_snaps, "club", _C.SNAPS, may="season week groups", also=(_C.PLAY,)),
    _shape(availability.depth, "club", _C.DEPTH, may="groups season week", also=(_C.GAME,)),
    _shape(availability.depth, "club groups", _C.WHO, may="season week"),
    _shape(people.plays_for, "player", _C.PLAYS_FOR, _C.TEAM, may="season groups club", also=(_C.PLAY,)),
    _shape(people.plays_for, "player", _C.PLAY, may="season"),
    _shape(people.summary, "player", _C.SUMMARY, _C.WHO, may="groups club"),
)  # fmt: skip
_GAME_SHAPES: Final = (
    _shape(records.ties, "", _C.TIES, may="season groups", also=(_C.MOST, _C.COACH, _C.TEAM, _C.GAME)),
    _shape(market.odds, "", _C.ODDS, may="club week season", also=(_C.GAME, _C.NEXT, _C.PLAY, _C.LATEST)),
    _shape(fixtures.byes, "", _C.BYE, may="club season week", also=(_C.TEAM, _C.PLAY)),
    _shape(fixtures.schedule, "club", _C.SCHEDULE, may="season"),
    _shape(records.standings, "division", _C.RECORD, _C.STANDINGS, _C.WIN, may="season", also=(_C.MOST, _C.BEST, _C.WORST, _C.FEWEST, _C.TEAM)),
    _shape(records.standings, "", _C.RECORD, _C.STANDINGS, may="season", also=(_C.MOST, _C.BEST, _C.WORST, _C.FEWEST, _C.TEAM)),
    _shape(playoffs.playoffs, "club part", may="season", also=(_C.MAKE, _C.PLAY, _C.WIN, _C.LOSE, _C.SCORE, _C.HOW, _C.LATEST, _C.GAME, _C.RECORD)),
    _shape(playoffs.clubs_in, "part", _C.MAKE, _C.TEAM, may="season", also=(_C.PLAY,)),
    _shape(playoffs.bowl, "part", _C.WIN, _C.SCORE, _C.PLAY, _C.LOSE, may="season", also=(_C.LATEST, _C.TEAM, _C.GAME)),
    _shape(records.streak, "club", _C.STREAK, may="season", also=(_C.LATEST, _C.WIN, _C.LOSE, _C.LONGEST, _C.MOST, _C.BIGGEST, _C.GAME)),
    _shape(records.points, "", _C.POINTS, may="season division limit", also=(_C.MOST, _C.FEWEST, _C.BEST, _C.WORST, _C.TEAM, _C.ALLOWED, _C.DEFENCE, _C.SCORE, _C.PER_GAME)),
    *(
        _shape(results.meetings, needs, _C.RECORD, may="season", also=(_C.WIN, _C.LOSE, _C.GAME))
        for needs in ("club opponent", "clubs")
    ),
    _shape(records.record, "club", _C.RECORD, _C.POINTS, _C.APPEARANCES, may="season", also=(_C.TEAM, _C.WIN, _C.LOSE, _C.GAME, _C.SCORE, _C.ALLOWED, _C.DEFENCE, _C.PER_GAME)),
    _shape(records.wins, "club", _C.HOW_MANY, may="season", also=(_C.WIN, _C.LOSE, _C.GAME)),
    _shape(fixtures.upcoming, "club", _C.NEXT, _C.PLAY, may="week season", also=(_C.GAME, _C.SCHEDULE)),
    _shape(fixtures.upcoming, "clubs", _C.NEXT, _C.PLAY, may="week season", also=(_C.GAME,)),
    _shape(fixtures.upcoming, "club opponent", _C.NEXT, _C.PLAY, may="week season", also=(_C.GAME,)),
    *(_shape(results.result, needs, may="season week part") for needs in ("club opponent", "clubs")),
    _shape(club_card.summary, "club season", _C.HOW, _C.OPINION, also=(_C.OPINION,)),
    *(
        _shape(results.result, needs, _C.WIN, _C.LOSE, _C.SCORE, _C.GAME, _C.LATEST, _C.HOW, may="season week part opponent", also=(_C.BIGGEST,))
        for needs in ("club", "clubs")
    ),
)  # fmt: skip
_RANGE: Final = "season week through part groups"
_LIST: Final = "limit place division opponent"
_SAID: Final = (_C.GAME, _C.SCORE, _C.ROOKIE)
_SEASON: Final = "season through part groups"
_COUNTS: Final = (_C.MOST, _C.BEST, _C.IN_A_GAME, _C.IN_A_SEASON, _C.BEST_GAME, _C.BEST_SEASON)
_STAT_SHAPES: Final = (
    _shape(bests.compare, "players", may=f"measures {_RANGE}", also=(_C.COMPARE, _C.OR, _C.MORE, _C.MOST, _C.BEST, _C.OPINION, _C.CAREER_HIGH)),
    _shape(bests.many, "player least measures", _C.APPEARANCES, may="season part groups", also=(_C.GAME, _C.IN_A_GAME)),
    _shape(players.appearances, "player", _C.APPEARANCES, may="season part club groups", also=(_C.PLAY,)),
    _shape(bests.many, "player least measures", may="season part groups", also=(_C.GAME, _C.IN_A_GAME)),
    _shape(bests.best, "player", _C.CAREER_HIGH, _C.BEST_GAME, _C.BEST_SEASON, _C.MOST, _C.BEST, may="measures part groups season", also=(_C.IN_A_GAME, _C.IN_A_SEASON, _C.GAME)),
    *(
        _shape(outings.games, f"player {slot}", may=f"measures opponent club {_RANGE}", also=(_C.GAME, _C.LATEST, _C.PLAY, _C.BY_GAME, _C.OPINION, _C.HOW, _C.SCORE))
        for slot in ("week", "last_games", "opponent")
    ),
    _shape(outings.games, "player", _C.GAME, _C.LATEST, _C.BY_GAME, may=f"measures club {_RANGE}", also=(_C.HOW, _C.OPINION, _C.PLAY)),
    _shape(players.season, "player season", _C.HOW, may=f"measures club {_SEASON}", also=(_C.OPINION, _C.GAME, _C.PLAY)),
    _shape(players.season, "player measures", _C.HOW, may=f"club {_SEASON}"),
    _shape(outings.games, "player", _C.HOW, may="groups part club", also=(_C.OPINION, _C.PLAY)),
    _shape(players.season, "player", may=f"measures club {_SEASON}", also=(_C.OPINION, _C.HOW_MANY, _C.SCORE)),
    _shape(leaders.place_of, "player measures", _C.RANK, may="season through part groups"),
    _shape(clubs.rank, "club measures", _C.RANK, may="season through", also=(_C.ALLOWED, _C.DEFENCE, _C.TEAM)),
    _shape(leaders.leaders, "club measures", *_COUNTS, may=f"least limit place {_RANGE}", also=_SAID),
    _shape(clubs.leading, "measures", _C.TEAM, _C.ALLOWED, _C.DEFENCE, may="season through division limit", also=(_C.MOST, _C.FEWEST, _C.BEST, _C.WORST, _C.RANK)),
    _shape(clubs.total, "club measures", may="season week through part opponent", also=(_C.ALLOWED, _C.DEFENCE, _C.TEAM, _C.SCORE, _C.GAME)),
    _shape(leaders.leaders, "measures", *_COUNTS, _C.FEWEST, _C.WORST, _C.RANK, may=f"least {_LIST} {_RANGE}", also=_SAID),
    _shape(leaders.leaders, "measures least", may=f"club {_LIST} {_RANGE}", also=_SAID),
    _shape(leaders.leaders, "measures", may=f"{_LIST} {_RANGE}", also=(_C.ROOKIE,)),
    _shape(leaders.opinion, "", _C.BEST, _C.WORST, _C.MORE, _C.COMPARE, may="season division groups limit", also=(_C.TEAM, _C.DEFENCE, _C.MOST, _C.OPINION, _C.ROOKIE)),
    _shape(club_card.summary, "club", may="season", also=(_C.SUMMARY, _C.HOW, _C.TEAM, _C.OPINION)),
)  # fmt: skip
SHAPES: Final = (*_TRADE_SHAPES, *_PEOPLE_SHAPES, *_GAME_SHAPES, *_STAT_SHAPES)


def chosen(query: Query) -> tuple[Shape, list[str]]:
    """The shape that takes all that is said; else the one that takes most, and what it leaves over.

    Raises:
        RefusedError: nothing is asked of anything.
    """
    slots = slots_of(query)
    matching = [shape for shape in SHAPES if shape.matches(query, slots)]
    if not matching:
        raise RefusedError(refusals.NO_SUBJECT)
    extras = [shape.left_over(query, slots) for shape in matching]
    best = min(
        range(len(matching)), key=lambda at: (len(extras[at]), bool(_SUBJECTS & {*extras[at]}))
    )
    return matching[best], extras[best]

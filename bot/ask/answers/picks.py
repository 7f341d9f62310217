"""Draft picks that a club sent away or received."""

from bot.ask import say
from bot.ask.answers.club_trades import Moved
from bot.ask.answers.people import club_draft
from bot.ask.answers.trade_words import (
    SOURCE,
    asset_text,
    years,
)
from bot.ask.desk import Desk, Said, nickname
from bot.ask.query import Cue, Query, Years
from bot.ask.refusals import RefusedError
from bot.model import ClubCode, Table
from bot.stats import queries
from bot.stats.facts import TradedAsset

_MOVED = (Cue.TRADE_IN, Cue.TRADE_AWAY, Cue.COST, Cue.GET, Cue.TRADE)
_TOLD = 8  # picks in words
_PICK_YEARS = (
    "a year before “picks” is the draft's, any other the trade's; a pick may have moved on since"
)


def picks(query: Query, desk: Desk) -> Said:
    """The picks that a club gave away or received."""
    club = query.clubs[0]
    if query.has(Cue.OWN):
        raise _no_owners(query, club)
    if not query.has(*_MOVED) and _is_drafted(query, desk):
        desk.assume("picks are those that it made in the draft")
        return club_draft(query, desk)
    away = query.has(Cue.TRADE_AWAY, Cue.COST) or not query.has(Cue.TRADE_IN, Cue.GET)
    if not query.has(*_MOVED[:4]):
        desk.assume("picks sent away")
    desk.assume(_PICK_YEARS)
    first, last, when = years(query, desk)
    year = query.pick_season
    moved = queries.picks_moved(desk.stats, club, desk.as_of, pick_season=year, away=away)
    other = query.opponent or next(iter(query.clubs[1:]), None)
    found = [
        (t, a)
        for t, a in moved
        if first <= t.season <= last
        and query.round in {None, a.round}
        and other in {None, a.gave, a.received}
    ]
    kind = f"{say.ordinal(query.round)}-round picks" if query.round else "picks"
    opening = f"The {nickname(club)} {'sent away' if away else 'received'}"
    if other:
        when = f"{when} {'to' if away else 'from'} the {nickname(other)}"
    if not found:
        text = f"{opening} no {f'{year} ' if year else ''}{kind} {when}, by the recorded trades."
        return Said(text=text, source=SOURCE)
    told = "; ".join(_pick_text(a, away=away) for _, a in found[-_TOLD:])
    shown = "; the latest" if len(found) > _TOLD else ""
    text = f"{opening} {say.counted(len(found), kind)} {when}{shown}: {told}."
    return Said(text=text, source=SOURCE, table=_pick_table(found))


def _is_drafted(query: Query, desk: Desk) -> bool:
    """The named draft is over, and so "its picks" are players."""
    held = query.season if isinstance(query.season, Years) else None
    year = query.pick_season or (held.first if held and held.first == held.last else None)
    sql = "SELECT 1 FROM draft_pick WHERE season = ? AND known_on <= ?"
    single = len(query.clubs) == 1 and query.opponent is None
    return single and desk.stats.row(sql, year, desk.as_of) is not None


def _no_owners(query: Query, club: ClubCode) -> RefusedError:
    verbs = ("receive", "send away")
    return RefusedError(
        "Who owns a pick is not recorded, only trades: ask which picks a club sent away or received.",
        tuple(f"which {_pick_year(query)}picks did the {nickname(club)} {verb}?" for verb in verbs),
    )


def _pick_text(pick: TradedAsset, *, away: bool) -> str:
    other = f"to the {nickname(pick.received)}" if away else f"from the {nickname(pick.gave)}"
    return f"{asset_text(pick)} {other}"


def _pick_table(found: list[Moved]) -> Table:
    rows = tuple(
        (
            t.day.isoformat(),
            asset_text(a),
            nickname(a.gave),
            nickname(a.received),
            f"nflverse:{t.id}",
        )
        for t, a in found
    )
    return Table(columns=("day", "pick", "from", "to", "trade"), rows=rows)


def _pick_year(query: Query) -> str:
    year = query.pick_season or (query.season.first if isinstance(query.season, Years) else None)
    return f"{year} " if year else ""

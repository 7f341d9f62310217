"""Recorded trades of clubs: whom they got and sent, between two, and the biggest."""

from calendar import month_name
from collections.abc import Callable

from bot.ask import say
from bot.ask.answers.trade_words import (
    SOURCE,
    check_coverage,
    given,
    listed,
    received,
    trade_rows,
    trade_text,
    within,
    years,
)
from bot.ask.desk import Desk, Said, nickname
from bot.ask.query import Cue, Query, Time, Years
from bot.ask.refusals import RefusedError
from bot.model import ClubCode, Table
from bot.stats import queries
from bot.stats.calendar import season_of
from bot.stats.facts import RecordedTrade, TradedAsset
from bot.stats.groups import group_of

_FEW = 5
_MONTHS = dict(enumerate(month_name))


def traded_in(query: Query, desk: Desk) -> Said:
    """The players for whom a club traded, and what they cost."""
    club = query.clubs[0]
    found = [(t, a) for t, a in _moved(query, desk) if a.received == club]
    return _players(query, desk, found, ("traded for", "gave up", given))


def traded_away(query: Query, desk: Desk) -> Said:
    """The players whom a club traded away, and what it got."""
    club = query.clubs[0]
    found = [(t, a) for t, a in _moved(query, desk) if a.gave == club]
    return _players(query, desk, found, ("traded away", "got", received))


Moved = tuple[RecordedTrade, TradedAsset]


def _moved(query: Query, desk: Desk) -> list[Moved]:
    """The players in the club's trades of the years, the groups and with the club that are named."""
    first, last, _ = years(query, desk)
    trades = within(queries.of_club(desk.stats, query.clubs[0], desk.as_of), first, last)
    other = query.opponent or next(iter(query.clubs[1:]), None)
    return [
        (t, a)
        for t in trades
        for a in t.assets
        if not a.is_pick
        and _fits(query, desk, a)
        and (other is None or other in {a.gave, a.received})
    ]


def _players(
    query: Query,
    desk: Desk,
    found: list[Moved],
    words: tuple[str, str, Callable[[RecordedTrade, ClubCode], str]],
) -> Said:
    """The list in words; `words`: what the club did, the column of the other side, and what it holds."""
    club, (verb, column, other_side) = query.clubs[0], words
    when = years(query, desk)[2]
    if query.limit or query.has(Cue.LATEST):
        found = found[-(query.limit or 1) :]
    opening = f"The {nickname(club)} {verb}"
    if not found:
        known = f"by the recorded trades known on {say.day(desk.as_of)}"
        return Said(text=f"{opening} no player {when}, {known}.", source=SOURCE)
    names = say.listed([a.name or "?" for _, a in found])
    rows = tuple(
        (
            t.day.isoformat(),
            a.name,
            nickname(a.gave),
            nickname(a.received),
            other_side(t, club),
            f"nflverse:{t.id}",
        )
        for t, a in found
    )
    table = Table(columns=("day", "player", "from", "to", column, "trade"), rows=rows)
    text = f"{opening} {say.counted(len(found), 'players')} {when}: {names}."
    return Said(text=text, source=SOURCE, table=table)


def _fits(query: Query, desk: Desk, asset: TradedAsset) -> bool:
    if not query.groups:
        return True
    if asset.pid is None:
        return False
    return group_of(queries.who(desk.stats, asset.pid).position) in query.groups


def of_club(query: Query, desk: Desk) -> Said:
    """A club's trades, latest first."""
    club = query.clubs[0]
    first, last, when = years(query, desk)
    trades = within(queries.of_club(desk.stats, club, desk.as_of), first, last)
    trades = [t for t in trades if _is_wanted(query, desk, t)]
    if query.month:
        trades = [t for t in trades if t.day.month == query.month]
        when = f"{when}, in {_MONTHS[query.month]}"
    if not trades:
        return Said(
            text=f"No trade of the {nickname(club)} {when} was recorded by {say.day(desk.as_of)}.",
            source=SOURCE,
        )
    limit = query.limit or (1 if query.has(Cue.LATEST) else None)
    opening = f"The {nickname(club)} made {say.counted(len(trades), 'trades')} {when}; the latest:"
    return listed(trades, opening, limit)


def between(query: Query, desk: Desk) -> Said:
    """Trades between two clubs."""
    a = query.clubs[0]
    b = query.opponent or query.clubs[1]
    first, last, when = years(query, desk)
    trades = within(queries.between(desk.stats, a, b, desk.as_of), first, last)
    pair = f"the {nickname(a)} and the {nickname(b)}"
    if not trades:
        return Said(
            text=f"No trade between {pair} {when} was recorded by {say.day(desk.as_of)}.",
            source=SOURCE,
        )
    limit = query.limit or (1 if query.has(Cue.LATEST) else None)
    opening = f"{say.counted(len(trades), 'trades')} between {pair} {when}; the latest:"
    return listed(trades, opening, limit)


def of_season(query: Query, desk: Desk) -> Said:
    """The league's trades of a year."""
    season = _year(query, desk)
    trades = [t for t in _in_year(query, desk, season) if _is_wanted(query, desk, t)]
    when = f"{_MONTHS[query.month]} {season}" if query.month else str(season)
    if not trades:
        raise RefusedError(f"No such trade of {when} is known on {desk.as_of}.")
    limit = query.limit or (1 if query.has(Cue.LATEST) and query.season is None else None)
    kind = f" with {say.ordinal(query.round)}-round picks" if query.round else ""
    opening = f"{say.counted(len(trades), 'trades')}{kind} in {when}; the latest:"
    return listed(trades, opening, limit)


def _in_year(query: Query, desk: Desk, season: int) -> list[RecordedTrade]:
    """A league year's trades; those of a month are of the calendar's year, whose start is an older league year."""
    trades = queries.in_season(desk.stats, season, desk.as_of)
    if query.month is None:
        return list(trades)
    before = queries.in_season(desk.stats, season - 1, desk.as_of)
    return [t for t in (*before, *trades) if (t.day.year, t.day.month) == (season, query.month)]


def _is_wanted(query: Query, desk: Desk, trade: RecordedTrade) -> bool:
    """It moves a player of the groups and a pick of the round that are named."""
    picks = [a for a in trade.assets if a.is_pick and a.round == query.round]
    players = [a for a in trade.assets if not a.is_pick and _fits(query, desk, a)]
    return (query.round is None or bool(picks)) and (not query.groups or bool(players))


def _year(query: Query, desk: Desk) -> int:
    match query.season:
        case Years(first, last) if first == last:
            year = first
        case Time.LAST:
            year = season_of(desk.as_of) - 1
        case None | Time.THIS:
            row = desk.stats.row(
                "SELECT MAX(season) AS season FROM trade WHERE known_on <= ?", desk.as_of
            )
            year = (row["season"] if row else None) or season_of(desk.as_of)
            desk.assume(f"league year {year}")
        case _:
            raise RefusedError("Trades of the league are told of one year at a time: name one.")
    check_coverage(year, desk)
    return year


def biggest(query: Query, desk: Desk) -> Said:
    """A year's trades by the draft value of all picks in them."""
    season = _year(query, desk)
    found = queries.biggest(
        desk.stats, season, desk.as_of, 50 if query.clubs else query.limit or _FEW
    )
    found = tuple((t, v) for t, v in found if not query.clubs or query.clubs[0] in t.clubs)[
        : query.limit or _FEW
    ]
    if not found:
        raise RefusedError(f"No trade of {season} with picks is known on {desk.as_of}.")
    desk.assume(
        "by the Rich Hill chart value of all picks in the trade; players have no value there"
    )
    told = f"{say.number(round(found[0][1], 1))} points, {trade_text(found[0][0])}"
    rows: tuple[tuple[str | float, ...], ...] = tuple(
        (round(v, 1), *row) for t, v in found for row in trade_rows([t])
    )
    table = Table(columns=("draft value", "day", "club", "got", "trade"), rows=rows)
    return Said(
        text=f"The biggest trade of {season}: {told}",
        source=f"{SOURCE}, Rich Hill draft chart",
        table=table,
    )

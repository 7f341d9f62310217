"""A player's seasons: one, several, the first, all."""

from collections.abc import Sequence
from dataclasses import replace

from bot.ask import say
from bot.ask.answers.lines import (
    SOURCE,
    chosen_season,
    clubs,
    coverage,
    in_words,
    no_rows,
    part_text,
    season_type,
    table,
)
from bot.ask.answers.outings import games
from bot.ask.desk import Desk, Said, nickname, spans
from bot.ask.measures import GAMES
from bot.ask.query import ROUNDS, Cue, Query, Time, Years
from bot.ask.refusals import RefusedError
from bot.ask.whom import player_of
from bot.stats import queries
from bot.stats.calendar import regular_season_over
from bot.stats.facts import Line, Who
from bot.stats.queries.rows import added

_GAMES_COLUMN = 2


def season(query: Query, desk: Desk) -> Said:
    """One season, several, a rookie season, or all."""
    who = player_of(query, desk)
    if query.through or query.part in ROUNDS or query.has(Cue.BY_GAME):
        return games(query, desk)
    match query.season:
        case Time.CAREER:
            return _career(who, query, desk)
        case Years(first, last) if first != last:
            return _several(who, query, desk, season_lines(who, query, desk, *desk.years(query)))
        case _:
            return _one(who, query, desk)


def _one(who: Who, query: Query, desk: Desk) -> Said:
    chosen = chosen_season(who, query, desk)
    part = desk.part(query)
    club = query.clubs[0] if query.clubs else None
    line = queries.season_line(desk.stats, who.pid, chosen, desk.as_of, season_type=part, club=club)
    if line is None:
        raise no_rows(who, query, desk, f"in the {chosen} {part_text(part)}")
    with_club = f" for the {clubs(line)}"
    so_far = _so_far(who, chosen, desk) if part == "REG" else ""
    when = f"In the {chosen} {part_text(part)}{so_far}"
    if not query.measures and not say.shown_columns([line.numbers], who.position):
        raise RefusedError(
            f"The tables keep no statistics of {who.name}'s position: ask for his snaps."
        )
    said = in_words(who, query, desk, [line.numbers], [line.games])[0]
    games_text = say.counted(line.games, "games")
    opinion = " I give no opinion on whether that is good." if query.has(Cue.OPINION) else ""
    text = f"{when} {who.name} had {said} in {games_text}{with_club}.{opinion}"
    return Said(text=text, source=SOURCE, table=table(who, query, desk, [line]))


def appearances(query: Query, desk: Desk) -> Said:
    """How many games he played."""
    who = player_of(query, desk)
    said = season(replace(query, measures=(GAMES,)), desk)
    rows = said.table.rows if said.table else ()
    played = sum(int(row[_GAMES_COLUMN] or 0) for row in rows)
    seasons = spans(sorted({int(row[0] or 0) for row in rows}))
    part = part_text(season_type(query))
    desk.assume("games with a row of statistics or, where nflverse counts more, its count")
    text = f"{who.name} played {say.counted(played, 'games')} in the {part} of {seasons}, by what was known on {say.day(desk.as_of)}."
    return Said(text=text, source=SOURCE, table=said.table)


def _so_far(who: Who, season: int, desk: Desk) -> str:
    """Nothing for a season that is over; else the last whole week, or his own last game after it."""
    if regular_season_over(season) <= desk.as_of:
        return ""
    whole = queries.through(desk.stats, season, desk.as_of)
    own = desk.stats.row(
        "SELECT MAX(week) AS week FROM player_week WHERE pid = ? AND season = ? AND known_on <= ?",
        who.pid,
        season,
        desk.as_of,
    )
    week = max(whole, (own["week"] if own else None) or 0)
    return f" through week {week}" if week else ""


def _career(who: Who, query: Query, desk: Desk) -> Said:
    lines = season_lines(who, query, desk, 0, 9999)
    return _several(who, query, desk, lines)


def season_lines(who: Who, query: Query, desk: Desk, first: int, last: int) -> tuple[Line, ...]:
    """His lines of the seasons from first to last, of the named club's games if one is named."""
    part = desk.part(query)
    known = queries.seasons(desk.stats, who.pid, desk.as_of, season_type=part)
    lines = tuple(line for line in known if first <= line.season <= last)
    if query.clubs:
        found = (
            queries.season_line(
                desk.stats, who.pid, line.season, desk.as_of, season_type=part, club=query.clubs[0]
            )
            for line in lines
        )
        lines = tuple(line for line in found if line)
    return lines


def _several(who: Who, query: Query, desk: Desk, lines: Sequence[Line]) -> Said:
    part = part_text(desk.part(query))
    if not lines:
        raise no_rows(who, query, desk, f"in the {part} of the seasons asked for")
    gaps = coverage(who, query, desk)
    total = added([line.numbers for line in lines])
    played = sum(line.games for line in lines)
    said = in_words(who, query, desk, [total], [played])[0]
    where = f" with the {nickname(query.clubs[0])}" if query.clubs else ""
    span = spans(line.season for line in lines)
    text = f"{who.name}{where} in the {part} of {span}: {said} in {say.counted(played, 'games')}.{gaps}"
    return Said(text=text, source=SOURCE, table=table(who, query, desk, lines))

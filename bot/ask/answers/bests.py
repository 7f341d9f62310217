"""A player's best, how often he reached a mark, and players against each other."""

from bot.ask import say
from bot.ask.answers.lines import (
    GAMES_SOURCE,
    SOURCE,
    coverage,
    in_words,
    log_table,
    no_rows,
    rookie_season,
    season_type,
    stat_columns,
)
from bot.ask.answers.players import season_lines
from bot.ask.desk import Desk, Said, spans
from bot.ask.meant import measures_of
from bot.ask.measure import Measure
from bot.ask.query import Cue, Query, Time
from bot.ask.refusals import RefusedError
from bot.ask.whom import player_of
from bot.model import Table
from bot.stats import queries
from bot.stats.facts import Numbers, Who
from bot.stats.groups import MAIN, group_of
from bot.stats.queries.rows import added


def best(query: Query, desk: Desk) -> Said:
    """His best season and his best game in a statistic."""
    who = player_of(query, desk)
    measure = _main(who, query, desk)
    if not measure.is_ranked or len(measure.columns) > 1:
        raise RefusedError(f"A best can be told of a plain count only, not of {measure.name}.")
    if query.season not in {None, Time.CAREER}:
        raise RefusedError("A best is told of all seasons; ask for a season's game log instead.")
    parts = (
        [_best_season(who, measure, desk)] if not query.has(Cue.BEST_GAME, Cue.IN_A_GAME) else []
    )
    parts += (
        [_best_game(who, measure, query, desk)]
        if not query.has(Cue.BEST_SEASON, Cue.IN_A_SEASON)
        else []
    )
    if not any(parts):
        raise no_rows(who, query, desk, f"with {measure.name}")
    known = spans(line.season for line in queries.seasons(desk.stats, who.pid, desk.as_of))
    desk.assume(f"of the seasons in the tables: {known}")
    text = " ".join(filter(None, parts))
    return Said(text=f"{text}{coverage(who, query, desk)}", source=GAMES_SOURCE)


def _main(who: Who, query: Query, desk: Desk) -> Measure:
    if query.measures:
        return measures_of(query, desk, who.position)[0]
    stat = MAIN.get(group_of(who.position) or "")
    if stat is None:
        raise RefusedError(
            f"Say in which statistic: there is none for a {who.position or 'player'}."
        )
    desk.assume(f"measured by {say.COLUMN_NAMES[stat]}")
    return Measure(name=say.COLUMN_NAMES[stat], columns=(stat,))


def _best_season(who: Who, measure: Measure, desk: Desk) -> str:
    found = queries.season_high(desk.stats, who.pid, measure.columns[0], desk.as_of)
    if not found:
        return ""
    years = say.listed([str(line.season) for line in found])
    columns = say.shown_columns([found[0].numbers], who.position)
    rest = f" ({say.line(found[0].numbers, columns)} in {say.counted(found[0].games, 'games')})"
    value = say.counted(found[0].numbers[measure.columns[0]], measure.name)
    return f"{say.possessive(who.name)} best season is {years} with {value}{rest}."


def _best_game(who: Who, measure: Measure, query: Query, desk: Desk) -> str:
    kind = None if query.part is None else season_type(query)
    if kind is None:
        desk.assume("best game: playoffs included")
    found = queries.game_high(desk.stats, who.pid, measure.columns[0], desk.as_of, kind)
    if not found:
        return ""
    value = say.counted(found[0].numbers[measure.columns[0]], measure.name)
    return f"{say.possessive(who.name)} best game: {value} in {say.listed([say.played(g) for g in found])}."


def compare(query: Query, desk: Desk) -> Said:
    """Several players over one season, or over all."""
    people = [player_of(query, desk, at) for at in range(len(query.players))]
    if query.week or query.last_games or query.opponent or query.through:
        raise RefusedError(
            "Players can be compared over a season or a career, not over single games."
        )
    lines = [_compared(who, query, desk) for who in people]
    if not any(lines):
        raise RefusedError(f"None of them has statistics there as known on {desk.as_of}.")
    numbers = [n for n, _ in filter(None, lines)]
    first = people[0]
    names, takers = stat_columns(first, query, desk, numbers)
    rows = tuple(
        (
            who.name,
            found[1] if found else 0,
            *(take(*found) if found else None for take in takers),
        )
        for who, found in zip(people, lines, strict=True)
    )
    told = [
        f"{who.name}: {in_words(who, query, desk, [found[0]], [found[1]])[0]}"
        if found
        else f"{who.name}: no statistics"
        for who, found in zip(people, lines, strict=True)
    ]
    when = "career in the tables" if query.season is Time.CAREER else str(_years_text(query, desk))
    text = f"{when}: {'; '.join(told)}."
    return Said(
        text=text[0].upper() + text[1:],
        source=SOURCE,
        table=Table(columns=("player", "games", *names), rows=rows),
    )


def _years_text(query: Query, desk: Desk) -> str:
    first, last = desk.years(query)
    return str(first) if first == last else f"{first} to {last}"


def _compared(who: Who, query: Query, desk: Desk) -> tuple[Numbers, int] | None:
    if query.season is Time.ROOKIE:
        season = rookie_season(who, desk)
        lines = season_lines(who, query, desk, season, season)
    elif query.season is Time.CAREER:
        lines = season_lines(who, query, desk, 0, 9999)
    else:
        lines = season_lines(who, query, desk, *desk.years(query))
    return (added([x.numbers for x in lines]), sum(x.games for x in lines)) if lines else None


def many(query: Query, desk: Desk) -> Said:
    """How many of his games reached a threshold."""
    who = player_of(query, desk)
    measure = measures_of(query, desk, who.position)[0]
    least = query.least
    if least is None:
        raise RefusedError("Say how many at the least.")
    every = query.season is None or query.season is Time.CAREER
    if every:
        desk.assume("all seasons in the tables")
    first, last = (0, 9999) if every else desk.years(query)
    kind = desk.part(query)
    log = queries.game_log(desk.stats, who.pid, None, desk.as_of, season_type=kind)
    found = [
        g
        for g in log
        if first <= g.season <= last and (measure.of(g.numbers, 1) or 0) >= least.bound
    ]
    sign = "more than" if least.over else "at least"
    text = f"{who.name} had {say.counted(len(found), 'games')} with {sign} {say.number(least.value)} {measure.name}."
    table = log_table(who, query, desk, found) if found else None
    return Said(text=text, source=GAMES_SOURCE, table=table)

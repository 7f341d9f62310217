"""A player's lines in words and tables, and what the tables cannot hold of him."""

from collections.abc import Callable, Sequence

from bot.ask import say
from bot.ask.desk import FIRST_SEASON, Desk, nickname, spans
from bot.ask.meant import measures_of
from bot.ask.measure import Measure
from bot.ask.query import Part, Query, Time
from bot.ask.refusals import RefusedError
from bot.model import Table
from bot.stats import queries
from bot.stats.facts import GameLine, Line, Numbers, Who

SOURCE = "nflverse player stats"
GAMES_SOURCE = "nflverse player stats, schedule"


def first_season(who: Who, desk: Desk) -> int | None:
    """As the players table says, else the year of his draft."""
    first = queries.bio(desk.stats, who.pid).rookie_season
    drafted = queries.drafted(desk.stats, who.pid, desk.as_of)
    return first or (drafted.season if drafted else None)


def coverage(who: Who, query: Query, desk: Desk) -> str:
    """What of a career the tables cannot hold."""
    if query.season is not Time.CAREER:
        return ""
    first, loaded = first_season(who, desk), desk.loaded()
    if first is None or not loaded or first >= loaded[0]:
        return ""
    return (
        f" That is only a part: his first season was {first}, and the loaded statistics begin with {loaded[0]}"
        f" (nflverse's with {FIRST_SEASON})."
    )


def no_rows(who: Who, query: Query, desk: Desk, where: str) -> RefusedError:
    """Why there is nothing, and what is loaded."""
    extra = coverage(who, query, desk)
    loaded = desk.loaded()
    seasons = spans(loaded)
    club = f" with the {nickname(query.clubs[0])}" if query.clubs else ""
    return RefusedError(
        f"{who.name} has no statistics{club} {where} as known on {desk.as_of}; loaded are the seasons {seasons}.{extra}"
    )


def in_words(
    who: Who, query: Query, desk: Desk, numbers: Sequence[Numbers], games: Sequence[int]
) -> list[str]:
    """Each line in words: the statistics asked for, or those of his position."""
    measures = measures_of(query, desk, who.position)
    if not measures:
        columns = say.shown_columns(numbers, who.position)
        return [say.line(n, columns) for n in numbers]
    return [
        say.listed([say.measured(m, m.of(_with_games(n, g), g)) for m in measures])
        for n, g in zip(numbers, games, strict=True)
    ]


def _with_games(numbers: Numbers, games: int) -> Numbers:
    return {**numbers, "games": games}


def stat_columns(
    who: Who, query: Query, desk: Desk, numbers: Sequence[Numbers]
) -> tuple[tuple[str, ...], list[Callable[[Numbers, int], float | None]]]:
    """Names of the statistics asked for, or of his position, and what takes each value out of (numbers, games)."""
    measures = measures_of(query, desk, who.position)
    if measures:
        return tuple(m.name for m in measures), [_taker(m) for m in measures]
    shown = say.shown_columns(numbers, who.position)
    return shown, [_taker(Measure(name=c, columns=(c,))) for c in shown]


def _taker(measure: Measure) -> Callable[[Numbers, int], float | None]:
    return lambda numbers, games: say.cell(measure.of(_with_games(numbers, games), games), measure)


def table(who: Who, query: Query, desk: Desk, lines: Sequence[Line]) -> Table:
    """A row for each season."""
    names, takers = stat_columns(who, query, desk, [line.numbers for line in lines])
    rows = tuple(
        (
            line.season,
            " ".join(line.clubs),
            line.games,
            *(take(line.numbers, line.games) for take in takers),
        )
        for line in lines
    )
    return Table(columns=("season", "club", "games", *names), rows=rows)


def clubs(line: Line) -> str:
    """Such as "Panthers and 49ers"."""
    return say.listed([nickname(c) for c in line.clubs])


def part_text(part: str) -> str:
    """The part of a season in words."""
    return "regular season" if part == "REG" else "playoffs"


def season_type(query: Query) -> str:
    """Regular season unless another part is named."""
    return "REG" if query.part in {None, Part.REGULAR} else "POST"


def log_table(who: Who, query: Query, desk: Desk, found: Sequence[GameLine]) -> Table:
    """A row for each game."""
    names, takers = stat_columns(who, query, desk, [g.numbers for g in found])
    rows = tuple(
        (
            g.season,
            g.week,
            g.club,
            f"{'at ' if g.home is False else ''}{g.opponent}",
            f"{g.score[0]}-{g.score[1]}" if g.score else None,
            *(take(g.numbers, 1) for take in takers),
        )
        for g in found
    )
    return Table(columns=("season", "week", "club", "opponent", "score", *names), rows=rows)


def chosen_season(who: Who, query: Query, desk: Desk) -> int:
    """The season named; without one the latest of his."""
    if query.season is Time.ROOKIE:
        return rookie_season(who, desk)
    if query.season is not None:
        return desk.season(query)
    known = queries.seasons(desk.stats, who.pid, desk.as_of, season_type=season_type(query))
    if not known:
        return desk.season(query)
    chosen = known[-1].season
    if chosen == desk.latest():
        return desk.season(query)
    desk.assume(f"season {chosen}, his latest in the tables")
    return chosen


def rookie_season(who: Who, desk: Desk) -> int:
    """The year of his first season, if statistics of it can be loaded."""
    first = first_season(who, desk)
    if first is None:
        raise RefusedError(
            f"The tables do not say which season was {say.possessive(who.name)} first."
        )
    if first < FIRST_SEASON:
        raise RefusedError(
            f"{say.possessive(who.name)} rookie season, {first}, is before coverage: nflverse's weekly statistics begin with {FIRST_SEASON}."
        )
    desk.assume(f"his rookie season is {first}")
    return desk.checked(first)

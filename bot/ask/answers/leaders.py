"""Lists of players: who has the most, in a season, some weeks, one game, of all time; who reached a threshold."""

from dataclasses import replace

from bot.ask import say
from bot.ask.answers.qualifying import qualified
from bot.ask.answers.scopes import running_week, scope_of
from bot.ask.desk import Desk, Said, nickname, spans
from bot.ask.meant import measure_of, measures_of
from bot.ask.measure import Measure
from bot.ask.query import Cue, Part, Query, Time, Weeks
from bot.ask.ranking import Place, Scope, single, totals
from bot.ask.refusals import BEST_BY, RefusedError
from bot.ask.whom import player_of
from bot.model import Table
from bot.stats import queries

SOURCE = "nflverse player stats"
_USUAL, _MOST_ROWS, _NAMED = 10, 50, 5
_EVERYBODY = -1  # SQLite's LIMIT without a limit
_FEWEST = (Cue.FEWEST, Cue.WORST)
_SINGLE = (Cue.IN_A_GAME, Cue.BEST_GAME, Cue.IN_A_SEASON, Cue.BEST_SEASON, Cue.GAME)


def leaders(query: Query, desk: Desk) -> Said:
    """Who leads in a statistic."""
    measure = measure_of(query, desk)
    _refuse_unlistable(query, measure)
    if query.has(Cue.IN_A_GAME, Cue.BEST_GAME) or (query.least and query.has(Cue.GAME)):
        return _games(query, desk, measure)
    if query.has(Cue.IN_A_SEASON, Cue.BEST_SEASON):
        return _seasons(query, desk, measure)
    return _totals(query, desk, measure)


def opinion(_query: Query, _desk: Desk) -> Said:
    """Raises RefusedError: who is best depends on the statistic."""
    raise RefusedError(BEST_BY)


def place_of(query: Query, desk: Desk) -> Said:
    """Where one player stands among all."""
    who = player_of(query, desk)
    measures = measures_of(query, desk, who.position)
    if len(measures) != 1 or not measures[0].is_ranked:
        raise RefusedError("A player's rank can be told in one count at a time: name it.")
    scope = scope_of(query, desk)
    found = totals(desk.stats, measures[0], scope, desk.as_of, _EVERYBODY)
    where = _where_text(query, desk, scope)
    his = next((p for p in found if p.pid == who.pid), None)
    if his is None:
        raise RefusedError(
            f"{who.name} has no {measures[0].name} {where} as known on {desk.as_of}."
        )
    text = f"{who.name} is {say.ordinal(his.rank)} in {measures[0].name} {where}: {say.measured(measures[0], his.value)}."
    rows = tuple(
        (p.rank, p.name, p.team, say.cell(p.value))
        for p in found
        if p.rank <= max(his.rank, _USUAL)
    )
    columns = ("rank", "player", "club", measures[0].name)
    return Said(text=text, source=SOURCE, table=Table(columns=columns, rows=rows[:_MOST_ROWS]))


def _refuse_unlistable(query: Query, measure: Measure) -> None:
    if not measure.is_ranked and query.has(*_SINGLE):
        raise RefusedError(
            f"Single games and seasons are not ranked by {measure.name}: ask for a count."
        )
    if not measure.is_ranked and "games" in measure.columns:
        raise RefusedError("Players are not ranked by games here: ask for one player.")
    if query.has(*_FEWEST) and (measure.is_ranked or query.has(Cue.WORST)):
        raise RefusedError(
            "The fewest among players is nought for nearly everybody: ask for the most, or for a club."
        )


def _totals(query: Query, desk: Desk, measure: Measure) -> Said:
    scope = scope_of(query, desk)
    if measure.per:
        scope = qualified(desk, measure, scope, lowest=query.has(Cue.FEWEST))
    if query.least:
        desk.assume("totals, not single games: say “in a game” for those")
    if query.season is Time.CAREER:
        desk.assume(f"of the loaded seasons, {spans(desk.loaded())}; nflverse's begin with 1999")
    limit = _limit(query)
    found = _ready_made(query, desk, measure, scope, limit) or totals(
        desk.stats, measure, scope, desk.as_of, limit
    )
    where = _where_text(query, desk, scope)
    if not found:
        raise _nobody(query, desk, measure, where)
    table = Table(
        columns=("rank", "player", "club", measure.name),
        rows=tuple((p.rank, p.name, p.team, say.cell(p.value, measure)) for p in found),
    )
    if query.place:
        return Said(
            text=_place_text(query.place, measure, found, where), source=SOURCE, table=table
        )
    return Said(text=_lead_text(query, measure, found, where), source=SOURCE, table=table)


def _ready_made(
    query: Query, desk: Desk, measure: Measure, scope: Scope, limit: int
) -> tuple[Place, ...]:
    """The loader's own lists, for a plain statistic over one season."""
    plain = len(measure.columns) == 1 and not measure.per and scope.seasons[0] == scope.seasons[1]
    narrowed = scope.among or scope.rookies
    if (
        not plain
        or narrowed
        or scope.club
        or scope.opponent
        or scope.after
        or not scope.part
        or scope.least
    ):
        return ()
    if scope.weeks[0] != 1 or (scope.part == "POST" and scope.weeks != (1, 99)):
        return ()
    found = queries.leaders(
        desk.stats,
        scope.seasons[0],
        measure.columns[0],
        desk.as_of,
        week=query.through,
        groups=scope.groups or None,
        limit=limit,
        season_type=scope.part,
    )
    return tuple(
        Place(rank=x.rank, pid=x.pid, name=x.name, team=x.club, value=x.value) for x in found
    )


def _limit(query: Query) -> int:
    if query.place:
        return min(query.place + _USUAL, _MOST_ROWS)
    if query.limit:
        return min(query.limit, _MOST_ROWS)
    return _MOST_ROWS if query.least else _USUAL


def _nobody(query: Query, desk: Desk, measure: Measure, where: str) -> RefusedError:
    if query.least:
        sign = "more than" if query.least.over else "at least"
        return RefusedError(
            f"Nobody had {sign} {say.number(query.least.value)} {measure.name} {where}, as known on {desk.as_of}."
        )
    return RefusedError(f"The tables have no {measure.name} of anybody {where} on {desk.as_of}.")


def _lead_text(query: Query, measure: Measure, found: tuple[Place, ...], where: str) -> str:
    first = [p for p in found if p.rank == 1]
    value = say.measured(measure, first[0].value)
    kind = _group_text(query) if query.groups else "rookies" if query.has(Cue.ROOKIE) else ""
    of = f" of the {kind}" if kind else ""
    if query.least:
        return f"{_count(len(found))} had {_least_text(query, measure)} {where}: {_names(found, measure)}."
    who = say.listed([f"{p.name} ({p.team})" for p in first])
    rest = [p for p in found if p.rank > 1][:2]
    after = (
        f", ahead of {say.listed([f'{p.name} ({say.number(p.value, measure)})' for p in rest])}"
        if rest
        else ""
    )
    if len(first) > 1:
        return f"{who} share the lead{of} {where}: {value} each{after}."
    extreme = "most" if not measure.per else "lowest" if query.has(Cue.FEWEST) else "highest"
    return f"{who} has the {extreme}{of} {where}: {value}{after}."


def _place_text(place: int, measure: Measure, found: tuple[Place, ...], where: str) -> str:
    """The one who is second, say; where a tie leaves nobody so, what is there."""
    there = [p for p in found if p.rank == place]
    if not there:
        ranks = say.listed([f"{p.rank}: {p.name}" for p in found[:_NAMED]])
        return f"Nobody is {say.ordinal(place)} in {measure.name} {where}; the ranks are {ranks}."
    who = say.listed([f"{p.name} ({p.team})" for p in there])
    value = say.measured(measure, there[0].value)
    return f"{who} {'is' if len(there) == 1 else 'are'} {say.ordinal(place)} in {measure.name} {where}: {value}."


def _least_text(query: Query, measure: Measure) -> str:
    least = query.least
    if least is None:
        return measure.name
    return f"{'more than' if least.over else 'at least'} {say.number(least.value)} {measure.name}"


def _count(number: int) -> str:
    if number >= _MOST_ROWS:
        return f"At least {number} players"
    return f"{number} player{'s' if number != 1 else ''}"


def _names(found: tuple[Place, ...], measure: Measure) -> str:
    shown = [f"{p.name} {say.number(p.value, measure)}" for p in found[:_NAMED]]
    more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
    return f"{', '.join(shown)}{more}"


def _group_text(query: Query) -> str:
    return " and ".join(sorted({f"{g}s" for g in query.groups}))


def _where_text(query: Query, desk: Desk, scope: Scope) -> str:
    first, last = scope.seasons
    when = f"in {first}" if first == last else f"from {first} to {last}"
    part = _part_text(query, scope)
    if scope.weeks == (1, running_week(desk, last)) and not query.week:
        part = f" (through week {scope.weeks[1]})"
    elif scope.weeks != (1, 99) and query.part is None:
        weeks = Weeks(*scope.weeks)
        span = (
            f"week {weeks.first}"
            if weeks.first == weeks.last
            else f"weeks {weeks.first} to {weeks.last}"
        )
        part = f" ({span})"
    club = f" for the {nickname(scope.club)}" if scope.club else ""
    inside = f" in the {query.division}" if query.division else ""
    opponent = f" against the {nickname(scope.opponent)}" if scope.opponent else ""
    return f"{when}{part}{club}{inside}{opponent}"


def _part_text(query: Query, scope: Scope) -> str:
    if query.part in {None, Part.REGULAR, Part.PLAYOFFS}:
        return {"REG": " (regular season)", "POST": " (playoffs)"}.get(scope.part or "", "")
    return {Part.SUPER_BOWL: " (Super Bowl)", Part.CONFERENCE: " (conference championships)"}.get(
        query.part or Part.REGULAR, f" ({(query.part or '').lower()} round)"
    )


def _games(query: Query, desk: Desk, measure: Measure) -> Said:
    """Single games."""
    query, every = _all_time(query, desk)
    scope = scope_of(query, desk)
    if every and query.part is None:
        desk.assume("regular season only: say playoffs for those")
    found = single(
        desk.stats, measure, scope, desk.as_of, _limit(query) if query.least or query.limit else 5
    )
    where = _where_text(query, desk, scope)
    if not found:
        raise _nobody(query, desk, measure, where)
    table = Table(
        columns=("rank", "player", "club", "opponent", "season", "week", measure.name),
        rows=tuple(
            (p.rank, p.name, p.team, p.opponent, p.season, p.week, say.tidy(p.value)) for p in found
        ),
    )
    best = [p for p in found if p.rank == 1]
    if query.least:
        text = f"{len(found)} games with {_least_text(query, measure)} {where}; the most: {best[0].name} {say.number(best[0].value)}."
    else:
        told = [
            f"{p.name} ({p.team}) in {say.week_text(p.season or 0, p.week or 0)} against {p.opponent}"
            for p in best
        ]
        text = f"The most {measure.name} in a game {where}: {say.number(best[0].value)} by {say.listed(told)}."
    return Said(text=text, source=SOURCE, table=table)


def _all_time(query: Query, desk: Desk) -> tuple[Query, bool]:
    """Records are of every loaded season unless one is named."""
    if query.season not in {None, Time.CAREER} or query.week or query.through:
        return query, False
    known = desk.loaded()
    desk.assume(f"of the loaded seasons, {spans(known)}; nflverse's begin with 1999")
    return replace(query, season=Time.CAREER), True


def _seasons(query: Query, desk: Desk, measure: Measure) -> Said:
    """Single seasons of all that are over."""
    query, _ = _all_time(query, desk)
    scope = scope_of(query, desk)
    found = single(desk.stats, measure, scope, desk.as_of, _limit(query), of_season=True)
    where = _where_text(query, desk, scope)
    if not found:
        raise _nobody(query, desk, measure, where)
    table = Table(
        columns=("rank", "player", "club", "season", measure.name),
        rows=tuple((p.rank, p.name, p.team, p.season, say.tidy(p.value)) for p in found),
    )
    best = say.listed([f"{p.name} ({p.season})" for p in found if p.rank == 1])
    text = f"The most {measure.name} in a season {where}: {say.number(found[0].value)} by {best}."
    return Said(text=text, source=SOURCE, table=table)

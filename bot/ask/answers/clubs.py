"""A club's numbers: totals, rank, and who leads among clubs."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from bot.ask import say
from bot.ask.answers.qualifying import clubs_in
from bot.ask.desk import Desk, Said, nickname
from bot.ask.meant import measure_of
from bot.ask.measure import Measure
from bot.ask.query import ROUNDS, Cue, Part, Query
from bot.ask.refusals import RefusedError
from bot.model import ClubCode, Table
from bot.stats import queries
from bot.stats.calendar import last_regular_week
from bot.stats.columns import STATS
from bot.stats.facts import Numbers
from bot.stats.queries.rows import added

SOURCE = "nflverse player stats, summed by club"
_DEFENCE_MAKES = {"sacks", "interceptions"}
_BETTER_FEWER = frozenset(
    {"sacks_suffered", "passing_interceptions", "rushing_fumbles", "rushing_fumbles_lost"}
)


def total(query: Query, desk: Desk) -> Said:
    """One statistic, or several, of a club over a season or some weeks."""
    club = query.clubs[0]
    season = desk.season(query)
    against = _is_against(query)
    numbers, when = _numbers(query, desk, club, season, against=against)
    games = int(numbers.get("games", 0))
    said = [say.measured(m, m.of(numbers, games)) for m in _each(query, desk)]
    let = query.has(Cue.ALLOWED) or (against and not _made_by_defence(query))
    verb = "have allowed" if let else "have"
    text = f"The {nickname(club)} {verb} {say.listed(said)} {when}."
    return Said(text=text, source=SOURCE)


def _each(query: Query, desk: Desk) -> list[Measure]:
    return [measure_of(replace(query, measures=(m,)), desk, of_club=True) for m in query.measures]


def _made_by_defence(query: Query) -> bool:
    """Sacks and interceptions of a club are those that its defence made: what opponents suffered."""
    loose = {getattr(m, "word", "") for m in query.measures}
    return bool(loose & _DEFENCE_MAKES) and not query.has(Cue.ALLOWED)


def _is_against(query: Query) -> bool:
    if _made_by_defence(query):
        return True
    loose = {getattr(m, "word", "") for m in query.measures} & _DEFENCE_MAKES
    return not loose and query.has(Cue.ALLOWED, Cue.DEFENCE)


def _numbers(
    query: Query, desk: Desk, club: ClubCode, season: int, *, against: bool
) -> tuple[Numbers, str]:
    weeks = desk.weeks(query, season)
    if weeks or query.opponent or query.part not in {None, Part.REGULAR}:
        return _of_games(query, desk, club, season, against=against)
    desk.assume("regular season")
    line = queries.club_line(
        desk.stats, club, season, desk.as_of, week=query.through, against=against
    )
    if line is None:
        raise RefusedError(
            f"No week of {season} is known for the {nickname(club)} on {desk.as_of}."
        )
    return {**line, "games": _games(desk, club, season, query.through)}, _through_text(
        query, desk, season
    )


def _through_text(query: Query, desk: Desk, season: int) -> str:
    known = queries.through(desk.stats, season, desk.as_of)
    week = min(query.through or known, known)
    return (
        f"in {season}" if week >= last_regular_week(season) else f"through week {week} of {season}"
    )


def _games(desk: Desk, club: ClubCode, season: int, week: int | None) -> int:
    row = desk.stats.row(
        "SELECT games FROM club_through WHERE season = ? AND team = ? AND week <= ? AND known_on <= ?"
        " ORDER BY week DESC LIMIT 1",
        season,
        club,
        week or 99,
        desk.as_of,
    )
    return row["games"] if row else 0


def _of_games(
    query: Query, desk: Desk, club: ClubCode, season: int, *, against: bool
) -> tuple[Numbers, str]:
    weeks = desk.weeks(query, season)
    first, last = (weeks.first, weeks.last) if weeks else (1, query.through or 99)
    part = "POST" if query.part not in {None, Part.REGULAR} else None
    if query.part in ROUNDS:
        first = last = last_regular_week(season) + 1 + ROUNDS.index(query.part)
    side = "opponent" if against else "team"
    rows = desk.stats.rows(
        f"SELECT * FROM club_week WHERE {side} = ? AND season = ? AND week BETWEEN ? AND ?"  # noqa: S608 - our columns
        " AND known_on <= ? AND (? IS NULL OR season_type = ?) AND (? IS NULL OR ? IN (team, opponent))",
        club,
        season,
        first,
        last,
        desk.as_of,
        part,
        part,
        query.opponent,
        query.opponent,
    )
    if not rows:
        raise RefusedError(f"No such game of the {nickname(club)} is known on {desk.as_of}.")
    parts = [_known(row) for row in rows]
    return {**added(parts), "games": len(rows)}, _games_text(query, rows, season)


def _known(row: sqlite3.Row) -> Numbers:
    """The statistics of a row that have a value."""
    return {stat: row[stat] for stat in STATS if row[stat] is not None}


def _games_text(query: Query, rows: Sequence[sqlite3.Row], season: int) -> str:
    weeks = [row["week"] for row in rows]
    opponent = f" against the {nickname(query.opponent)}" if query.opponent else ""
    if len(weeks) == 1:
        return f"in week {weeks[0]} of {season}{opponent}"
    part = " playoff" if query.part not in {None, Part.REGULAR} else ""
    return f"in {len(weeks)}{part} games of {season}{opponent} (weeks {weeks[0]} to {weeks[-1]})"


def rank(query: Query, desk: Desk) -> Said:
    """Where a club stands in a statistic."""
    club = query.clubs[0]
    season = desk.season(query)
    measure = measure_of(query, desk, of_club=True)
    against = _is_against(query)
    fewer = _fewer_is_better(measure, against=against)
    week = _rank_week(query, desk, season)
    values = _all_values(desk, measure, season, week, against=against, fewer=fewer)
    place = next((row for row in values if row[1] == club), None)
    if place is None:
        raise RefusedError(
            f"No week of {season} is known for the {nickname(club)} on {desk.as_of}."
        )
    what = f"{measure.name}{' allowed' if against and not _made_by_defence(query) else ''}"
    desk.assume(f"regular season; rank 1 is the {'fewest' if fewer else 'most'}")
    whole = week >= last_regular_week(season)
    when = f"in {season}" if whole else f"through week {week} of {season}"
    text = (
        f"The {nickname(club)} rank {say.ordinal(place[0])} of {len(values)} in {what} {when}:"
        f" {say.measured(measure, place[2])}."
    )
    return Said(text=text, source=SOURCE, table=_club_table(measure, values))


def _rank_week(query: Query, desk: Desk, season: int) -> int:
    known = queries.through(desk.stats, season, desk.as_of)
    if known == 0:
        raise RefusedError(f"No whole week of {season} is known on {desk.as_of}.")
    return min(query.through or known, known)


def _fewer_is_better(measure: Measure, *, against: bool) -> bool:
    """Yards allowed, sacks taken: the fewest is the best; sacks made: the most."""
    bad = bool(set(measure.columns) & _BETTER_FEWER)
    return against != bad


Place = tuple[int, ClubCode, float]


def _all_values(
    desk: Desk, measure: Measure, season: int, week: int, *, against: bool, fewer: bool
) -> list[Place]:
    table = "allowed_through" if against else "club_through"
    rows = desk.stats.rows(
        f"SELECT * FROM {table} WHERE season = ? AND week = ? AND known_on <= ?",  # noqa: S608 - our columns
        season,
        week,
        desk.as_of,
    )
    found = [
        (ClubCode(row["team"]), value)
        for row in rows
        if (value := measure.of(_known(row), row["games"])) is not None
    ]
    found.sort(key=lambda pair: (pair[1] if fewer else -pair[1], pair[0]))
    values = [value for _, value in found]
    return [(values.index(value) + 1, code, value) for code, value in found]


def _club_table(measure: Measure, values: list[Place]) -> Table:
    rows = tuple((place, nickname(code), say.cell(value, measure)) for place, code, value in values)
    return Table(columns=("rank", "club", measure.name), rows=rows)


def leading(query: Query, desk: Desk) -> Said:
    """Which club has the most or the fewest."""
    season = desk.season(query)
    measure = measure_of(query, desk, of_club=True)
    against = _is_against(query)
    better_fewer = _fewer_is_better(measure, against=against)
    fewest = _wants_fewest(query, better_fewer=better_fewer)
    week = _rank_week(query, desk, season)
    values = _all_values(desk, measure, season, week, against=against, fewer=fewest)
    values = _in_division(query, desk, values)
    if not values:
        raise RefusedError(f"The tables have no {measure.name} of clubs in {season}.")
    first = [row for row in values if row[0] == values[0][0]]
    who = say.listed([f"the {nickname(code)}" for _, code, _ in first])
    what = f"{measure.name}{' allowed' if against and not _made_by_defence(query) else ''}"
    when = (
        f"in {season}" if week >= last_regular_week(season) else f"through week {week} of {season}"
    )
    desk.assume("regular season")
    value = say.number(first[0][2], measure)
    inside = f" in the {query.division}" if query.division else ""
    text = f"{who[0].upper()}{who[1:]} have the {'fewest' if fewest else 'most'} {what}{inside} {when}: {value}."
    shown = values[: query.limit or len(values)]
    return Said(text=text, source=SOURCE, table=_club_table(measure, shown))


def _wants_fewest(query: Query, *, better_fewer: bool) -> bool:
    if query.has(Cue.FEWEST):
        return True
    if query.has(Cue.WORST):
        return not better_fewer
    return query.has(Cue.BEST) and better_fewer


def _in_division(query: Query, desk: Desk, values: list[Place]) -> list[Place]:
    if query.division is None:
        return values
    inside = clubs_in(query.division, desk)
    kept = [row for row in values if row[1] in inside]
    best = [value for _, _, value in kept]
    return [(best.index(value) + 1, code, value) for _, code, value in kept]

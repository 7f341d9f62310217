"""Which games a list of players counts."""

from bot.ask.answers.qualifying import clubs_in
from bot.ask.desk import Desk
from bot.ask.query import ROUNDS, Cue, Query, Time, Weeks, Years
from bot.ask.ranking import Scope
from bot.ask.refusals import RefusedError
from bot.stats import queries
from bot.stats.calendar import last_regular_week


def scope_of(query: Query, desk: Desk) -> Scope:
    """Which games and players a list counts.

    Raises:
        RefusedError: a week is not known whole, or the words do not agree.
    """
    seasons = desk.years(query)
    part, weeks = _part_and_weeks(query, desk, seasons[1])
    if query.has(Cue.ROOKIE):
        desk.assume("rookies: in the season that the players table gives as their first")
    return Scope(
        seasons=seasons,
        weeks=weeks,
        part=part,
        among=clubs_in(query.division, desk),
        rookies=query.has(Cue.ROOKIE),
        club=query.clubs[0] if query.clubs else None,
        opponent=query.opponent,
        groups=query.groups,
        least=query.least.bound if query.least else 0,
        after=ROUNDS.index(query.part) + 1 if query.part in ROUNDS else None,
    )


def _part_and_weeks(query: Query, desk: Desk, season: int) -> tuple[str | None, tuple[int, int]]:
    if query.part in ROUNDS:
        return "POST", (1, 99)
    if query.week and query.through:
        raise RefusedError("Say either in which weeks, or through which.")
    weeks = desk.weeks(query, season)
    if weeks:
        _check_week(weeks, season, desk)
        return None, (weeks.first, weeks.last)
    part = desk.part(query)
    if query.through:
        _check_through(query.through, season, desk)
        return part, (1, query.through)
    running = running_week(desk, season) if part == "REG" else 0
    alone = not isinstance(query.season, Years) or query.season.first == season
    return part, (1, running if running and alone and query.season is not Time.CAREER else 99)


def _check_week(weeks: Weeks, season: int, desk: Desk) -> None:
    known = desk.stats.row(
        "SELECT 1 FROM week WHERE season = ? AND week = ? AND known_on <= ?",
        season,
        weeks.last,
        desk.as_of,
    )
    if known is None:
        raise RefusedError(f"Week {weeks.last} of {season} is not known whole on {desk.as_of}.")


def _check_through(week: int, season: int, desk: Desk) -> None:
    known = queries.through(desk.stats, season, desk.as_of)
    if week > known and week <= last_regular_week(season):
        raise RefusedError(
            f"Week {week} of {season} is not known whole on {desk.as_of}: the last one is {known}."
        )


def running_week(desk: Desk, season: int) -> int:
    """The last whole week known of a season that is not over; 0 once it is."""
    week = queries.through(desk.stats, season, desk.as_of)
    return 0 if week >= last_regular_week(season) else week

"""A player's single games: a week, the last ones, against an opponent, the log of a season."""

from collections.abc import Sequence

from bot.ask import say
from bot.ask.answers.lines import (
    GAMES_SOURCE,
    chosen_season,
    in_words,
    log_table,
    no_rows,
    season_type,
)
from bot.ask.desk import Desk, Said, nickname
from bot.ask.query import ROUNDS, Cue, Query, Time
from bot.ask.refusals import RefusedError
from bot.ask.whom import player_of
from bot.stats import queries
from bot.stats.calendar import last_regular_week
from bot.stats.facts import GameLine, Who
from bot.stats.queries.rows import added


def games(query: Query, desk: Desk) -> Said:
    """Single games: a week, the last ones, against an opponent, the log of a season."""
    who = player_of(query, desk)
    found = _games(who, query, desk)
    if not found:
        raise no_rows(who, query, desk, f"in the games asked for{_missed(who, query, desk)}")
    if query.part is None and len({g.season_type for g in found}) > 1:
        desk.assume("playoff games count here too")
    told = in_words(who, query, desk, [g.numbers for g in found], [1] * len(found))
    if len(found) == 1:
        text = f"{who.name} had {told[0]} in {say.played(found[0])}."
    else:
        total = in_words(who, query, desk, [added([g.numbers for g in found])], [len(found)])[0]
        text = f"{who.name} had {total} in {len(found)} games, {_span(found)}."
    return Said(text=text, source=GAMES_SOURCE, table=log_table(who, query, desk, found))


def _span(found: Sequence[GameLine]) -> str:
    first, last = found[0], found[-1]
    if first.season == last.season:
        return f"weeks {first.week} to {last.week} of {first.season}"
    return f"week {first.week} of {first.season} to week {last.week} of {last.season}"


def _games(who: Who, query: Query, desk: Desk) -> tuple[GameLine, ...]:
    season = _log_season(who, query, desk)
    log = queries.game_log(
        desk.stats,
        who.pid,
        season,
        desk.as_of,
        season_type=None if query.part is None else season_type(query),
        opponent=query.opponent,
        club=query.clubs[0] if query.clubs else None,
    )
    found = _of_weeks(log, query, desk, season)
    if query.last_games:
        return found[-query.last_games :]
    if not _is_latest(query):
        return found
    if found:
        desk.assume(f"his latest such game in the tables, {say.played(found[-1])}")
    return found[-1:]


def _is_latest(query: Query) -> bool:
    """One game, where no word says which or the word is "last"."""
    if query.week or query.through or query.has(Cue.BY_GAME):
        return False
    return query.has(Cue.LATEST) or not (query.season or query.opponent)


def _log_season(who: Who, query: Query, desk: Desk) -> int | None:
    """The season of the log; None for all."""
    dated = query.week or query.through or query.has(Cue.BY_GAME)
    if query.season is Time.CAREER or (query.season is None and not dated):
        if query.opponent:
            desk.assume("all seasons in the tables")
        return None
    return chosen_season(who, query, desk)


def _of_weeks(
    log: tuple[GameLine, ...], query: Query, desk: Desk, season: int | None
) -> tuple[GameLine, ...]:
    weeks = desk.weeks(query, season) if season else None
    if query.week and weeks is None:
        raise RefusedError("A week is of one season: name its year.")
    first, last = (weeks.first, weeks.last) if weeks else (1, query.through or 99)
    after = ROUNDS.index(query.part) + 1 if query.part in ROUNDS else None
    return tuple(
        g
        for g in log
        if first <= g.week <= last and after in {None, g.week - last_regular_week(g.season)}
    )


def _missed(who: Who, query: Query, desk: Desk) -> str:
    """Why there is no game in a week: what the roster or the injury report says."""
    if query.week is None:
        return ""
    season = chosen_season(who, query, desk)
    weeks = desk.weeks(query, season)
    if weeks is None or weeks.first != weeks.last:
        return ""
    roster = queries.roster_weeks(desk.stats, who.pid, season, desk.as_of)
    status = next((r for r in roster if r.week == weeks.first), None)
    return f" (roster status with the {nickname(status.club)}: {status.status})" if status else ""

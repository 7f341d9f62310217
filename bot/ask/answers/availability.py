"""Who could play: injuries, reserve lists, depth charts."""

from collections.abc import Sequence

from bot.ask import say
from bot.ask.desk import Desk, Said, nickname
from bot.ask.query import Query
from bot.ask.refusals import RefusedError
from bot.ask.whom import player_of
from bot.clubs import CLUBS
from bot.model import ClubCode, Table
from bot.stats import queries
from bot.stats.facts import DepthPlace, Game, InjuryReport, Who
from bot.stats.groups import group_of

_MOST_NAMES = 12
_RETURNERS = {"KR", "PR", "KOR", "H"}
_STATUSES = {"ACT": "active", "INA": "inactive", "RES": "on reserve", "DEV": "on the practice squad", "CUT": "released", "EXE": "exempt", "SUS": "suspended", "PUP": "on the PUP list"}  # fmt: skip


def injury(query: Query, desk: Desk) -> Said:
    """What a player's injury reports and roster status say."""
    who = player_of(query, desk)
    season = desk.season(query)
    weeks = desk.weeks(query, season)
    reports = [
        r
        for r in queries.injuries(desk.stats, who.pid, season, desk.as_of)
        if weeks is None or weeks.first <= r.week <= weeks.last
    ]
    roster = queries.roster_weeks(desk.stats, who.pid, season, desk.as_of)
    status = next((r for r in reversed(roster) if weeks is None or r.week == weeks.last), None)
    if not reports and status is None and not is_loaded(desk, "injuries", season):
        raise RefusedError(f"The injury reports of {season} are not loaded.")
    told = (
        f" {_report(reports[-1])}."
        if reports
        else f" No injury report names him{_when(query, desk, season)}."
    )
    place = (
        f" Roster status in week {status.week}: {_STATUSES.get(status.status, status.status)} ({nickname(status.club)})."
        if status
        else ""
    )
    rows = tuple((r.week, r.club, r.designation, r.injury, r.practice) for r in reports)
    columns = ("week", "club", "designation", "injury", "practice")
    return Said(
        text=f"{who.name}, {season}:{told}{place}",
        source="nflverse injuries, weekly rosters",
        table=Table(columns=columns, rows=rows) if rows else None,
    )


def is_loaded(desk: Desk, dataset: str, season: int) -> bool:
    """Whether a data set of a season is in the tables."""
    sql = "SELECT 1 FROM loaded WHERE dataset = ? AND season = ?"
    return desk.stats.row(sql, dataset, season) is not None


def _when(query: Query, desk: Desk, season: int) -> str:
    weeks = desk.weeks(query, season)
    return f" in week {weeks.first}" if weeks else f" by {desk.as_of}"


def _report(report: InjuryReport) -> str:
    what = report.injury or "injury not named"
    return f"Week {report.week}: {report.designation or 'listed without a designation'} ({what})"


def club_injury(query: Query, desk: Desk) -> Said:
    """A club's injury report of a week."""
    club, season = query.clubs[0], desk.season(query)
    week = week_of(query, desk, season)
    found = queries.club_injuries(desk.stats, club, season, week, desk.as_of)
    if not found:
        raise RefusedError(
            f"No injury report of the {nickname(club)} for week {week} of {season} is known on {desk.as_of}."
        )
    named = [f"{who.name} ({r.designation})" for who, r in found if r.designation]
    text = f"{nickname(club)}, week {week} of {season}: {', '.join(named) or 'nobody with a designation'}."
    rows = tuple((w.name, w.position, r.designation, r.injury, r.practice) for w, r in found)
    columns = ("player", "position", "designation", "injury", "practice")
    return Said(text=text, source="nflverse injuries", table=Table(columns=columns, rows=rows))


def week_of(query: Query, desk: Desk, season: int) -> int:
    """The week that is meant; without one the latest that is known whole."""
    weeks = desk.weeks(query, season)
    if weeks:
        return weeks.first
    week = queries.through(desk.stats, season, desk.as_of)
    desk.assume(f"week {week}, the latest known whole")
    return week


def reserve(query: Query, desk: Desk) -> Said:
    """Who stood on reserve lists in a week."""
    season = desk.season(query)
    week = week_of(query, desk, season)
    if not is_loaded(desk, "rosters_weekly", season):
        raise RefusedError(f"The weekly rosters of {season} are not loaded.")
    clubs = query.clubs or tuple(c.code for c in CLUBS)
    found = [
        (who, club)
        for club in clubs
        for who in queries.on_reserve(desk.stats, club, season, week, desk.as_of)
        if not query.groups or group_of(who.position) in query.groups
    ]
    desk.assume(
        "reserve lists of the weekly rosters: injured reserve and its like are one status there"
    )
    where = f" of the {nickname(query.clubs[0])}" if query.clubs else ""
    if not found:
        raise RefusedError(
            f"No roster row shows anybody{where} on reserve in week {week} of {season}."
        )
    shown = ", ".join(f"{who.name} ({club})" for who, club in found[:_MOST_NAMES])
    more = f" and {len(found) - _MOST_NAMES} more" if len(found) > _MOST_NAMES else ""
    rows = tuple((who.name, who.position, club) for who, club in found)
    return Said(
        text=f"On reserve in week {week} of {season}: {shown}{more}.",
        source="nflverse weekly rosters",
        table=Table(columns=("player", "position", "club"), rows=rows),
    )


def player_reserve(query: Query, desk: Desk) -> Said:
    """The weeks in which a player was not active."""
    who = player_of(query, desk)
    season = desk.season(query)
    roster = queries.roster_weeks(desk.stats, who.pid, season, desk.as_of)
    if not roster:
        raise RefusedError(
            f"No weekly roster of {season} that was known on {desk.as_of} has {who.name}."
        )
    weeks = [str(r.week) for r in roster if r.status in {"RES", "PUP"}]
    text = (
        f"{who.name} was on reserve in week{'s' if len(weeks) > 1 else ''} {say.listed(weeks)} of {season}."
        if weeks
        else f"No roster row of {season} shows {who.name} on reserve."
    )
    rows = tuple((r.week, r.club, _STATUSES.get(r.status, r.status)) for r in roster)
    return Said(
        text=text,
        source="nflverse weekly rosters",
        table=Table(columns=("week", "club", "status"), rows=rows),
    )


def depth(query: Query, desk: Desk) -> Said:
    """The latest known depth chart of a club, or that of a season or week."""
    club = query.clubs[0]
    if query.season is not None or query.week is not None:
        return _past_depth(query, desk, club)
    places = queries.depth(desk.stats, club, desk.as_of)
    if not places and query.groups == {"QB"} and (starter := _last_starter(club, desk)):
        return starter
    if not places:
        raise RefusedError(
            f"No depth chart of the {nickname(club)} in the running season is known on {desk.as_of}."
        )
    return _chart(query, desk, places)


def _past_depth(query: Query, desk: Desk, club: ClubCode) -> Said:
    """Of quarterbacks the one who started the week's game, as the schedule has it."""
    season = desk.season(query)
    weeks = desk.weeks(query, season)
    if weeks and weeks.first != weeks.last:
        raise RefusedError("A depth chart is of one week: name it.")
    week = weeks.first if weeks else None
    games = queries.games(desk.stats, club, season, desk.as_of)
    started = next((g for g in games if g.week == week), None)
    if query.groups == {"QB"} and started and (said := _starter(started, club)):
        return said
    places = queries.depth(desk.stats, club, desk.as_of, season=season, week=week)
    if not places:
        loaded = is_loaded(desk, "depth_charts", season)
        why = "" if loaded else f": the depth charts of {season} are not loaded"
        when = f"week {week} of {season}" if week else str(season)
        raise RefusedError(f"No depth chart of the {nickname(club)} in {when} is known{why}.")
    return _chart(query, desk, places)


def _chart(query: Query, desk: Desk, places: Sequence[DepthPlace]) -> Said:
    club = query.clubs[0]
    people = {p.pid: queries.who(desk.stats, p.pid) for p in places}
    kept = [p for p in places if not query.groups or _chart_group(p, people[p.pid]) in query.groups]
    if not kept:
        raise RefusedError(f"The depth chart of the {nickname(club)} has nobody there.")
    first = kept[0]
    of = say.day(first.day) if first.day else f"week {first.week} of {first.season}"
    desk.assume(f"the chart of {of}; charts lag behind moves")
    starters = dict.fromkeys(f"{people[p.pid].name} ({p.position})" for p in kept if p.rank == 1)
    text = f"{nickname(club)} depth chart, {of}: first {'is' if len(starters) == 1 else 'are'} {say.listed(list(starters)[:_MOST_NAMES])}."
    rows = tuple(dict.fromkeys((p.position, p.rank, people[p.pid].name) for p in kept))
    return Said(
        text=text,
        source="nflverse depth charts",
        table=Table(columns=("position", "rank", "player"), rows=rows),
    )


def _last_starter(club: ClubCode, desk: Desk) -> Said | None:
    """Without a chart, the quarterback who started the latest known game."""
    game = queries.last_game(desk.stats, club, desk.as_of)
    said = _starter(game, club) if game else None
    if said:
        desk.assume("no depth chart is known: the starter of the latest known game")
    return said


def _starter(game: Game, club: ClubCode) -> Said | None:
    name = game.home_qb if game.home == club else game.away_qb
    if name is None:
        return None
    when = say.week_text(game.season, game.week)
    return Said(
        text=f"{name} started at quarterback for the {nickname(club)} in {when}.",
        source="nflverse schedule",
    )


def _chart_group(place: DepthPlace, who: Who) -> str | None:
    """Of the place; where a chart has names of its own (RCB, KR) of the man, but not for returning kicks."""
    if place.position in _RETURNERS:
        return None
    return group_of(place.position) or group_of(who.position)

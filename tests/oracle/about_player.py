"""Reasons about a traded player."""

from collections.abc import Iterator
from typing import Any

from tests.oracle.day import Day, line
from tests.oracle.record import Leg, Trade
from tests.oracle.words import MAIN, plain
from tests.oracle.world import Game, Listed

Data = dict[str, Any]


def about_player(day: Day, leg: Leg, trade: Trade) -> Iterator[tuple[str, Data]]:
    """Kind and data of everything that is said of him."""
    key = leg.key or ""
    group = day.world.people.group(key)
    found = {
        "season_line": _season_line(day, key, group),
        "last_game": _last_game(day, key, group),
        "career_best": _career_best(day, key, group),
        "availability": _availability(day, key, leg.gave),
        "draft": _draft(day, key),
        "contract": _contract(day, key, leg.gave),
        "traded_before": _traded_before(day, key, trade),
    }
    yield from ((kind, data) for kind, data in found.items() if data)


def _season_line(day: Day, key: str, group: str | None) -> Data | None:
    season = day.numbers(key, day.season)
    if not season and day.over(day.season - 1):
        season = day.numbers(key, day.season - 1)
    if not season:
        return None
    said = line(group, season.stats)
    told = {"season": season.season, "games": season.games, "clubs": season.clubs, "line": said}
    return told if any(said.values()) else None


def result(game: Game, team: str) -> Data:
    """Score and result from a club's side."""
    side = game.side(team)
    ours, theirs = game.scores[side] or 0, game.scores[1 - side] or 0
    letter = "W" if ours > theirs else "L" if ours < theirs else "T"
    return {"score": {"club": ours, "opponent": theirs}, "result": letter}


def game_of(day: Day, season: int, week: int, team: str) -> Game | None:
    """A club's game of a week, if its result is known."""
    games = (g for g in day.world.games if (g.season, g.week) == (season, week))
    return next((g for g in games if team in g.teams and g.known <= day.day), None)


def _last_game(day: Day, key: str, group: str | None) -> Data | None:
    rows = day.rows(key, day.season)
    if not rows:
        return None
    row = rows[-1]
    if not any(line(group, row.stats).values()):
        return None
    game = game_of(day, row.season, row.week, row.team)
    data: Data = {
        "season": row.season,
        "week": row.week,
        "club": row.team,
        "opponent": row.opponent,
        "line": line(group, row.stats),
    }
    if game:
        data |= {"home": game.side(row.team) == 1, **result(game, row.team)}
    return data


def _career_best(day: Day, key: str, group: str | None) -> Data | None:
    stat = MAIN.get(group or "")
    seasons = day.seasons(key)
    having = [s for s in seasons if stat and s.stats.get(stat, 0) > 0]
    if not stat or len(having) < 2:
        return None
    best = max(having, key=lambda s: (s.stats[stat], -s.season))
    said = line(group, best.stats)
    others = [s for s in seasons if s is not best]
    high = [k for k, v in said.items() if v > 0 and all(v >= o.stats.get(k, 0) for o in others)]
    return {
        "season": best.season,
        "games": best.games,
        "line": said,
        "career_high": high,
        "seasons": len(seasons),
    }


def _out(day: Day, key: str, club: str, week: int) -> Listed | None:
    """The roster row that keeps him out of his club's game of a week."""
    listed = day.listed(day.world.rosters, key, day.season)
    here = [r for r in listed if (r.week, r.team) == (week, club)]
    played = any(r.week == week for r in day.rows(key, day.season))
    silent = played or not here or here[0].status in {"ACT", "DEV", "CUT"}
    return None if silent else here[0]


def _availability(day: Day, key: str, club: str) -> Data | None:
    played = day.club_weeks(club, day.season)
    row = _out(day, key, club, played[-1]) if played else None
    if not row:
        return None
    opponent = day.world.club_rows[day.season, row.week, club][0].opponent
    data: Data = {
        "season": day.season,
        "week": row.week,
        "club": club,
        "opponent": opponent,
        "status": row.status,
        "weeks": _weeks_out(day, key, club),
        **_reports(day, key, row.week),
    }
    game = game_of(day, day.season, row.week, club)
    return data | ({"score": result(game, club)["score"]} if game else {})


def _weeks_out(day: Day, key: str, club: str) -> list[int]:
    listed = day.listed(day.world.rosters, key, day.season)
    weeks: list[int] = []
    for row in reversed([r for r in listed if (r.team, r.kind) == (club, "REG")]):
        if not _out(day, key, club, row.week):
            break
        weeks.insert(0, row.week)
    return weeks


def _reports(day: Day, key: str, week: int) -> Data:
    everybody = (r for rows in day.world.injuries.values() for r in rows)
    if not any(r.season == day.season for r in everybody):
        return {"injury_reports": None, "designation": None}
    reports = day.listed(day.world.injuries, key, day.season)
    now = [r.status for r in reports if r.week == week and r.status]
    named = sum(1 for r in reports if r.position)
    return {"injury_reports": named, "designation": now[0] if now else None}


def _draft(day: Day, key: str) -> Data | None:
    choice = day.record.drafted.get(key)
    if not choice or choice.known > day.day:
        return None
    return {
        "season": choice.season,
        "round": choice.round,
        "pick": choice.pick,
        "club": choice.club,
    }


def _contract(day: Day, key: str, club: str) -> Data | None:
    choice = day.record.drafted.get(key)
    if not choice or choice.known > day.day or day.season > choice.season + 3:
        return None
    if choice.season < 2011:
        return None
    moved_to = {leg.received for t, leg in day.record.moves.get(key, []) if t.day <= day.day}
    if {club, *clubs_so_far(day, key)} - moved_to - {choice.club} or let_go(day, key):
        return None
    deal = {
        "from": choice.season,
        "to": choice.season + 3,
        "years_left": choice.season + 3 - day.season,
        "option": choice.round == 1,
    }
    return {"rookie_deal": deal}


def clubs_so_far(day: Day, key: str) -> set[str]:
    """Every club that he has a known roster, stat or snap row with."""
    world = day.world
    rows = [*world.rows.get(key, []), *world.rosters.get(key, []), *world.snaps.get(key, [])]
    return {r.team for r in rows if r.known <= day.day}


def let_go(day: Day, key: str) -> bool:
    """Whether a known roster row of his says practice squad or released."""
    rows = day.world.rosters.get(key, [])
    return any(r.status in {"DEV", "CUT"} and r.known <= day.day for r in rows)


def _traded_before(day: Day, key: str, trade: Trade) -> Data | None:
    moves = [(t, leg) for t, leg in day.record.moves.get(key, []) if t.day < trade.day]
    moves.sort(key=lambda m: (m[0].day, m[0].id))
    told = [{"id": t.id, "day": t.day, "gave": m.gave, "received": m.received} for t, m in moves]
    return {"trades": told} if told else None


def is_he(day: Day, key: str | None, name: str) -> bool:
    """Whether a printed name is one of a person's."""
    return plain(name) in day.world.people.names.get(key or "", set())

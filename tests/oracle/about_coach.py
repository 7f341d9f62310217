"""Coaches in common."""

from collections.abc import Iterator
from typing import Any

from tests.oracle.day import Day
from tests.oracle.record import Leg, Run
from tests.oracle.record import same_name as same
from tests.oracle.words import DEFENCE, OFFENCE, plain, season_of

Data = dict[str, Any]
_SIDE = {"OC": OFFENCE, "DC": DEFENCE}


def about_coaches(day: Day, leg: Leg) -> Iterator[tuple[str, Data]]:
    """Coaches of the receiving club who had him elsewhere."""
    if "01-05" <= day.day[5:] < "03-01":
        return
    group = day.world.people.group(leg.key or "")
    told: set[str] = set()
    for now in _staff(day, leg.received):
        data = _link(day, now, leg, group)
        if data and plain(now.name) not in told:
            told.add(plain(now.name))
            yield "coach_link", data


def _staff(day: Day, club: str) -> list[Run]:
    staff = [r for r in day.record.staff if r.club == club and r.since <= day.day < r.until]
    games = [g for g in day.world.games if g.season == day.season and club in g.teams]
    played = [g for g in games if g.known <= day.day]
    if played and not any(r.slot == "HC" for r in staff):
        head = played[-1].coaches[played[-1].side(club)]
        staff.append(Run(head, club, "HC", f"{day.season}-03-01", f"{day.season + 1}-03-01"))
    return sorted(staff, key=lambda r: ("HC OC DC".index(r.slot), r.name))


def _seasons(run: Run) -> range:
    last = season_of(run.until) - (run.until[5:] == "03-01")
    return range(season_of(run.since), last + 1)


def _with_player(day: Day, key: str, club: str, season: int) -> bool:
    world = day.world
    rows = [*world.rows.get(key, []), *world.rosters.get(key, []), *world.snaps.get(key, [])]
    return any((r.season, r.team) == (season, club) and r.known <= day.day for r in rows)


def _link(day: Day, now: Run, leg: Leg, group: str | None) -> Data | None:
    if group not in _SIDE.get(now.slot, {group}):
        return None
    posts: dict[tuple[str, str], set[int]] = {}
    for run in day.record.staff:
        away = run.club != now.club and same(run.name, now.name)
        if away and group in _SIDE.get(run.slot, {group}):
            past = {s for s in _seasons(run) if s < day.season}
            posts.setdefault((run.club, run.slot), set()).update(past)
    shared = {
        post: [s for s in sorted(seasons) if _with_player(day, leg.key or "", post[0], s)]
        for post, seasons in posts.items()
    }
    met = {post: seasons for post, seasons in shared.items() if seasons}
    if not met:
        return None
    post = min(met, key=lambda p: (-len(met[p]), "HC OC DC".index(p[1]), -met[p][-1]))
    return {
        "coach": now.name,
        "role": now.slot,
        "since": _since(day, now),
        "then": {"club": post[0], "role": post[1], "seasons": sorted(posts[post])},
        "seasons": met[post],
    }


def _since(day: Day, now: Run) -> int:
    """The first season of his unbroken run in the post."""
    held = {
        s
        for run in day.record.staff
        if (run.club, run.slot) == (now.club, now.slot) and same(run.name, now.name)
        for s in _seasons(run)
    }
    season = day.season
    while season - 1 in held:
        season -= 1
    return season

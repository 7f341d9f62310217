"""Reasons about the two clubs: how the unit ranks, and who carries the load."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from tests.oracle.about_player import is_he
from tests.oracle.day import Day, Named, OneOf, line
from tests.oracle.record import Leg
from tests.oracle.words import CLUBS, MAIN, SNAP_LOAD, WEEKLY_LOAD, last_week, percent, plain
from tests.oracle.world import Row, total

Data = dict[str, Any]
_UNIT = {  # group: statistic, against, fewer is better
    "RB": ("rushing_yards", False, False),
    "WR": ("passing_yards", False, False),
    "TE": ("passing_yards", False, False),
    "QB": ("passing_yards", False, False),
    "OL": ("sacks_suffered", False, True),
    "DL": ("sacks_suffered", True, False),
    "LB": ("sacks_suffered", True, False),
    "DB": ("passing_yards", True, True),
}


def about_receiver(
    day: Day, club: str, group: str, traded: list[Leg]
) -> Iterator[tuple[str, Data]]:
    """Kind and data of what is said of the receiving club's group."""
    moved = {leg.key for leg in traded}
    found = {
        "unit_rank": unit_rank(day, club, group),
        "record": record(day, club),
        "quarterback": _quarterback(day, club, group, traded),
        "incumbent": _incumbent(day, club, group, moved),
        "departed": _departed(day, club, group, moved),
    }
    yield from ((kind, data) for kind, data in found.items() if data)


def sums(day: Day, season: int, week: int, stat: str, *, against: bool) -> dict[str, float]:
    """Every club's sum of a statistic through a week, of its own or of its opponents."""
    values = dict.fromkeys(CLUBS, 0.0)
    for w in range(1, week + 1):
        for club in CLUBS:
            for row in day.world.club_rows.get((season, w, club), []):
                values[row.opponent if against else club] += row.stats.get(stat, 0)
    return values


def place(values: dict[str, float], club: str, *, fewer: bool) -> int:
    """1 and the clubs strictly better."""
    better = [v for v in values.values() if (v < values[club] if fewer else v > values[club])]
    return 1 + len(better)


def unit_rank(day: Day, club: str, group: str) -> Data | None:
    """The group's statistic among all clubs, if it is good or bad."""
    if not day.base or group not in _UNIT:
        return None
    season, week = day.base
    stat, against, fewer = _UNIT[group]
    values = sums(day, season, week, stat, against=against)
    rank = place(values, club, fewer=fewer)
    if 5 < rank < 20:
        return None
    data: Data = {
        "season": season,
        "week": week,
        "stat": stat,
        "side": "against" if against else "for",
        "value": values[club],
        "rank": rank,
        "of": len(values),
        "games": sum(1 for w in day.club_weeks(club, season) if w <= week),
        "next": _next(values, club, fewer=fewer),
    }
    if group == "RB":
        carries = sums(day, season, week, "carries", against=False)
        data["carries"] = {"value": carries[club], "rank": place(carries, club, fewer=False)}
    return data


def _next(values: dict[str, float], club: str, *, fewer: bool) -> Data | None:
    sign = 1 if fewer else -1
    scores = {c: sign * v for c, v in values.items()}  # the smaller the better
    worse = [c for c in scores if scores[c] > scores[club]]
    better = [c for c in scores if scores[c] < scores[club]]
    if worse:
        near = min(worse, key=lambda c: (scores[c], c))
    elif better:
        near = min(better, key=lambda c: (-scores[c], c))
    else:
        return None
    return {"club": near, "value": values[near]}


def record(day: Day, club: str) -> Data | None:
    """Wins, losses, ties and points of the base season's known games."""
    if not day.base:
        return None
    games = [g for g in day.world.games if g.season == day.base[0] and g.kind == "REG"]
    games = [g for g in games if club in g.teams and g.known <= day.day]
    pairs = [(g.scores[g.side(club)] or 0, g.scores[1 - g.side(club)] or 0) for g in games]
    told = {
        "season": day.base[0],
        "wins": sum(a > b for a, b in pairs),
        "losses": sum(a < b for a, b in pairs),
        "ties": sum(a == b for a, b in pairs),
        "points_for": sum(a for a, _ in pairs),
        "points_against": sum(b for _, b in pairs),
    }
    return told if games else None


def _quarterback(day: Day, club: str, group: str, traded: list[Leg]) -> Data | None:
    if not day.base or group not in {"QB", "RB", "WR", "TE"}:
        return None
    games = [g for g in day.world.games if g.season == day.base[0] and g.kind == "REG"]
    games = [g for g in games if club in g.teams and g.known <= day.day]
    if not games:
        return None
    name = games[-1].starters[games[-1].side(club)]
    if any(is_he(day, leg.key, name) for leg in traded):
        return None
    return {
        "quarterback": Named(frozenset({plain(name)})),
        "season": games[-1].season,
        "week": games[-1].week,
    }


def _load(day: Day, club: str, group: str, season: int, weeks: Iterable[int]) -> dict[str, float]:
    """What every player of a group did for a club: attempts, carries, targets or snaps."""
    load: dict[str, float] = defaultdict(float)
    for week in weeks:
        if group in WEEKLY_LOAD:
            for row in day.world.club_rows.get((season, week, club), []):
                load[row.key] += row.stats.get(WEEKLY_LOAD[group], 0)
        for listed in day.world.club_snaps.get((season, week, club), []):
            if group in SNAP_LOAD:
                load[listed.key] += listed.snaps[SNAP_LOAD[group]][0]
    return {k: v for k, v in load.items() if v > 0 and day.world.people.group(k) == group}


def _first(  # noqa: PLR0917 - reads as a sentence
    day: Day, club: str, group: str, season: int, weeks: list[int], out: set[Any]
) -> str | None:
    """Who carries most; ties go to the greater main stat, then to the name."""
    load = {k: v for k, v in _load(day, club, group, season, weeks).items() if k not in out}

    def order(key: str) -> tuple[float, float, str]:
        rows = [r for r in day.rows(key, season) if r.team == club and r.week in weeks]
        done = total(r.stats for r in rows).get(MAIN.get(group, ""), 0)
        return -load[key], -done, day.world.people.shown[key]

    return min(load, key=order, default=None)


def by_game(group: str, rows: list[Row], weeks: list[int]) -> list[Data]:
    """The last three games, those with a weekly row."""
    return [
        {"week": r.week, "opponent": r.opponent, "line": line(group, r.stats)}
        for r in rows
        if r.week in weeks[-3:]
    ]


def shares(day: Day, key: str, club: str, group: str, weeks: Iterable[int]) -> list[Data]:
    """His share of the unit's snaps in these weeks."""
    unit = "defense" if group in {"DL", "LB", "DB"} else "offense"
    rows = day.listed(day.world.snaps, key, day.season)
    found = [r for r in rows if r.team == club and r.week in set(weeks)]
    return [{"week": r.week, "pct": percent(r.snaps[unit][1])} for r in found]


def _games(day: Day, key: str, club: str, group: str, season: int) -> tuple[list[Row], list[int]]:
    """His weekly rows for a club, and the weeks that count as games."""
    last = day.through if season == day.season else last_week(season)
    rows = [r for r in day.rows(key, season) if r.team == club and r.week <= last]
    listed = day.listed(day.world.snaps, key, season)
    seen = {r.week for r in listed if r.team == club and r.week <= last}
    weeks = {r.week for r in rows}
    return rows, sorted(weeks | seen if group in SNAP_LOAD or not weeks else weeks)


def _incumbent(day: Day, club: str, group: str, moved: set[str | None]) -> Data | None:
    weeks = list(range(1, day.through + 1))
    key = _first(day, club, group, day.season, weeks, moved)
    if not key:
        return None
    rows, played = _games(day, key, club, group, day.season)
    return {
        "incumbent": day.named(key),
        "season": day.season,
        "games": len(played),
        "line": line(group, total(r.stats for r in rows)),
        "by_game": by_game(group, rows, played),
        "snaps": shares(day, key, club, group, played[-3:]),
    }


def _departed(day: Day, club: str, group: str, moved: set[str | None]) -> Data | None:
    before = day.season - 1
    if not day.over(before):
        return None
    key = _first(day, club, group, before, list(range(1, last_week(before) + 1)), set())
    now = latest_clubs(day, key) if key else None
    if not key or not now or club in now or key in moved:
        return None
    rows, weeks = _games(day, key, club, group, before)
    last = {
        "season": before,
        "games": len(weeks),
        "line": line(group, total(r.stats for r in rows)),
    }
    return {"departed": day.named(key), "last_season": last, "now": OneOf(now)}


def latest_clubs(day: Day, key: str) -> frozenset[str]:
    """The club of his latest known week of this season; two where he moved in it."""
    world, season = day.world, day.season
    listed = day.listed(world.rosters, key, season) + day.listed(world.snaps, key, season)
    rows = [*day.rows(key, season, None), *listed]
    last = max((r.week for r in rows), default=0)
    return frozenset(r.team for r in rows if r.week == last)


def about_sender(day: Day, club: str, leg: Leg, traded: list[Leg]) -> Iterator[tuple[str, Data]]:
    """Kind and data of what is said of the sending club."""
    group = day.world.people.group(leg.key or "")
    found = {"successor": _successor(day, club, group, leg, traded), "record": record(day, club)}
    yield from ((kind, data) for kind, data in found.items() if data)


def _successor(day: Day, club: str, group: str | None, leg: Leg, traded: list[Leg]) -> Data | None:
    played = [w for w in day.club_weeks(club, day.season) if w <= day.through]
    if not group or not played:
        return None
    key = _first(day, club, group, day.season, played[-1:], {m.key for m in traded})
    if not key:
        return None
    rows, weeks = _games(day, key, club, group, day.season)
    choice = day.record.drafted.get(key)
    draft = (
        {"season": choice.season, "round": choice.round, "pick": choice.pick} if choice else None
    )
    return {
        "successor": day.named(key),
        "draft": draft,
        "by_game": by_game(group, rows, weeks),
        "snaps": shares(day, key, club, group, weeks[-3:]),
        "before": shares(day, leg.key or "", club, group, weeks[-3:]),
    }

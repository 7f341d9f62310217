"""Who works where in a club: its coaches, and its depth chart."""

import sqlite3
from datetime import date
from typing import Any, Final

from bot.model import ClubCode
from bot.stats.calendar import season_of
from bot.stats.db import Stats
from bot.stats.facts import DepthPlace, Post
from bot.stats.queries.rows import day

_MARCH: Final = 3
_IN_RANK = "instr('HC OC DC', slot)"
_POST = "SELECT season, team, slot, name, known_on, until FROM coach WHERE known_on <= ?1 AND "


def staff(stats: Stats, club: ClubCode, as_of: date) -> tuple[Post, ...]:
    """Head coach and coordinators on that day: HC, OC, DC."""
    where = f"season = ?2 AND team = ?3 AND ?1 < until ORDER BY {_IN_RANK}, known_on, name"
    return _posts(stats, as_of, where, season_of(as_of), club)


def club_posts(
    stats: Stats, club: ClubCode, season: int, as_of: date, slot: str | None = None
) -> tuple[Post, ...]:
    """Who held the posts of a club in a season: by post, then in order of beginning."""
    where = (
        "season = ?2 AND team = ?3 AND (?4 IS NULL OR slot = ?4)"
        f" ORDER BY {_IN_RANK}, known_on, name"
    )
    return _posts(stats, as_of, where, season, club, slot)


def posts(stats: Stats, name: str, as_of: date) -> tuple[Post, ...]:
    """A coach's known posts, a row for each season, oldest first."""
    where = f"name = ?2 ORDER BY season, known_on, {_IN_RANK}, team"
    return _posts(stats, as_of, where, name)


def _posts(stats: Stats, as_of: date, where: str, *values: Any) -> tuple[Post, ...]:
    return tuple(_post(row, as_of) for row in stats.rows(_POST + where, as_of, *values))


def _post(row: sqlite3.Row, as_of: date) -> Post:
    """An end inside the season that is still to come was not known: the post runs to the next 1 March."""
    until = date.fromisoformat(row["until"])
    return Post(
        name=row["name"],
        season=row["season"],
        club=ClubCode(row["team"]),
        slot=row["slot"],
        since=date.fromisoformat(row["known_on"]),
        until=until if until <= as_of else date(row["season"] + 1, _MARCH, 1),
    )


def depth(
    stats: Stats,
    club: ClubCode,
    as_of: date,
    position: str | None = None,
    *,
    season: int | None = None,
    week: int | None = None,
) -> tuple[DepthPlace, ...]:
    """The latest known depth chart of a club in this or a named season or week, by formation, position, slot and rank."""
    season = season or season_of(as_of)
    chart = stats.row(
        "SELECT week, day FROM depth WHERE season = ? AND team = ? AND known_on <= ?"
        " AND (? IS NULL OR week = ?) ORDER BY week DESC, day DESC LIMIT 1",
        season,
        club,
        as_of,
        week,
        week,
    )
    if chart is None:
        return ()
    rows = stats.rows(
        "SELECT d.*, p.name FROM depth d JOIN player p ON p.pid = d.pid WHERE d.season = ?1"
        " AND d.week = ?2 AND d.day = ?3 AND d.team = ?4 AND (?5 IS NULL OR d.position = ?5)"
        " AND d.known_on <= ?6 ORDER BY d.formation, d.position, d.slot, d.rank, p.name",
        season,
        chart["week"],
        chart["day"],
        club,
        position,
        as_of,
    )
    return tuple(_place(row) for row in rows)


def _place(row: sqlite3.Row) -> DepthPlace:
    return DepthPlace(
        season=row["season"],
        week=row["week"],
        day=day(row["day"]),
        club=ClubCode(row["team"]),
        formation=row["formation"],
        position=row["position"],
        slot=row["slot"],
        rank=row["rank"],
        pid=row["pid"],
        name=row["name"],
    )

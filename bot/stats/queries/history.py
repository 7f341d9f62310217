"""A player's path: draft, contracts, clubs, rosters, snaps, injuries."""

import sqlite3
from datetime import date
from typing import Any

from bot.model import ClubCode
from bot.stats.db import Stats
from bot.stats.facts import (
    Bio,
    Contract,
    Drafted,
    InjuryReport,
    RosterWeek,
    Snaps,
    Spell,
    Who,
)
from bot.stats.queries.rows import day

# The planner would read a whole season of these tables, because their keys begin with it: the index is named.
_INJURY = (
    "SELECT i.season, i.week, i.team, i.report_status, i.injury, i.practice_status"
    ", p.pid, p.name, p.position, p.gsis FROM injury i {index} JOIN player p ON p.pid = i.pid"
    " WHERE i.known_on <= ?1 AND "
)
_SNAP = (
    "SELECT pid, season, week, team AS club, position, offense_snaps, offense_pct,"
    " defense_snaps, defense_pct, st_snaps, st_pct FROM snap {index} WHERE known_on <= ?1 AND "
)
_SEEN = " UNION ALL ".join(
    f"SELECT season, team, week FROM {table} WHERE pid = ?1 AND known_on <= ?2"  # noqa: S608 - our tables
    for table in ("roster_week", "player_week", "snap")
)


def bio(stats: Stats, pid: int) -> Bio:
    """College, birth date and first season.

    Raises:
        LookupError: there is no such player.
    """
    row = stats.row("SELECT birth_date, college, rookie_season FROM player WHERE pid = ?", pid)
    if row is None:
        raise LookupError(f"no player {pid}")
    born = day(row["birth_date"])
    return Bio(pid=pid, birth_date=born, college=row["college"], rookie_season=row["rookie_season"])


def drafted(stats: Stats, pid: int, as_of: date) -> Drafted | None:
    """Where he was drafted; None for undrafted players and drafts not over."""
    row = stats.row(
        "SELECT season, round, pick, team FROM draft_pick WHERE pid = ? AND known_on <= ?"
        " ORDER BY season DESC LIMIT 1",
        pid,
        as_of,
    )
    if row is None:
        return None
    season, round_, pick, team = row
    return Drafted(season=season, round=round_, pick=pick, club=ClubCode(team))


def contracts(stats: Stats, pid: int, as_of: date) -> tuple[Contract, ...]:
    """His contracts known then, in order of signing; those without a year first."""
    rows = stats.rows(
        "SELECT team AS club, year_signed, years, value, apy, guaranteed FROM contract"
        " WHERE pid = ? AND known_on <= ? ORDER BY year_signed, seq",
        pid,
        as_of,
    )
    return tuple(Contract(**dict(row)) for row in rows)


def spells(stats: Stats, pid: int, as_of: date) -> tuple[Spell, ...]:
    """With which clubs a roster, a game or a snap shows him: a spell for each club and season, in order."""
    rows = stats.rows(
        f"SELECT season, team, MIN(week), MAX(week) FROM ({_SEEN})"  # noqa: S608 - our tables
        " GROUP BY season, team ORDER BY season, MIN(week), MAX(week), team",
        pid,
        as_of,
    )
    return tuple(
        Spell(club=ClubCode(team), season=season, first_week=first, last_week=last)
        for season, team, first, last in rows
    )


def roster_weeks(stats: Stats, pid: int, season: int, as_of: date) -> tuple[RosterWeek, ...]:
    """His status week by week; two rows of one week are two clubs."""
    rows = stats.rows(
        "SELECT season, week, team AS club, status FROM roster_week INDEXED BY roster_week_by_player"
        " WHERE pid = ? AND season = ? AND known_on <= ? ORDER BY week, team",
        pid,
        season,
        as_of,
    )
    return tuple(RosterWeek(**dict(row)) for row in rows)


def snaps(stats: Stats, pid: int, season: int, as_of: date) -> tuple[Snaps, ...]:
    """His snaps week by week, playoffs included."""
    where = "pid = ?2 AND season = ?3 ORDER BY week, team"
    return _snaps(stats, as_of, "INDEXED BY snap_by_player", where, pid, season)


def club_snaps(
    stats: Stats, club: ClubCode, season: int, week: int, as_of: date
) -> tuple[Snaps, ...]:
    """Everybody's snaps in one game of a club, most of the offence first, then of the defence, then by id."""
    where = (
        "season = ?2 AND week = ?3 AND team = ?4"
        " ORDER BY offense_snaps DESC, defense_snaps DESC, pid"
    )
    return _snaps(stats, as_of, "", where, season, week, club)


def _snaps(stats: Stats, as_of: date, index: str, where: str, *values: Any) -> tuple[Snaps, ...]:
    rows = stats.rows(_SNAP.format(index=index) + where, as_of, *values)
    return tuple(Snaps(**dict(row)) for row in rows)


def injuries(stats: Stats, pid: int, season: int, as_of: date) -> tuple[InjuryReport, ...]:
    """His lines in the season's injury reports, week by week."""
    sql = _INJURY.format(index="INDEXED BY injury_by_player")
    where = "i.pid = ?2 AND i.season = ?3 ORDER BY i.week, i.team"
    return tuple(_report(row) for row in stats.rows(sql + where, as_of, pid, season))


def club_injuries(
    stats: Stats, club: ClubCode, season: int, week: int, as_of: date
) -> tuple[tuple[Who, InjuryReport], ...]:
    """A club's injury report of one week, by name."""
    where = "i.season = ?2 AND i.week = ?3 AND i.team = ?4 ORDER BY p.name, p.pid"
    rows = stats.rows(_INJURY.format(index="") + where, as_of, season, week, club)
    return tuple((_who(row), _report(row)) for row in rows)


def _report(row: sqlite3.Row) -> InjuryReport:
    return InjuryReport(
        season=row["season"],
        week=row["week"],
        club=ClubCode(row["team"]),
        designation=row["report_status"],
        injury=row["injury"],
        practice=row["practice_status"],
    )


def on_reserve(
    stats: Stats, club: ClubCode, season: int, week: int, as_of: date
) -> tuple[Who, ...]:
    """Who stood on a club's reserve lists (injured, PUP and the like: status RES or PUP) that week, by name."""
    rows = stats.rows(
        "SELECT p.pid, p.name, p.position, p.gsis FROM roster_week r JOIN player p ON p.pid = r.pid"
        " WHERE r.season = ? AND r.week = ? AND r.team = ? AND r.known_on <= ?"
        " AND r.status IN ('RES', 'PUP') ORDER BY p.name, p.pid",
        season,
        week,
        club,
        as_of,
    )
    return tuple(_who(row) for row in rows)


def _who(row: sqlite3.Row) -> Who:
    return Who(pid=row["pid"], name=row["name"], position=row["position"], gsis=row["gsis"])

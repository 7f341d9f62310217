"""Persons by name or id, and where they were last seen, as of a day."""

import json
from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple

from bot.model import ClubCode
from bot.stats.db import Stats

_PERSON = "SELECT pid, gsis, name, position, COALESCE(rookie_season, draft_season) FROM player p"
_CALLED = f"""
{_PERSON} WHERE pid IN (SELECT pid FROM player WHERE name_key IN (SELECT value FROM json_each(?1))
 UNION SELECT pid FROM player_alias WHERE name_key IN (SELECT value FROM json_each(?1))) ORDER BY pid"""  # noqa: S608 - our tables
_WITHIN = "WHERE pid = ?1 AND known_on > ?2 AND known_on <= ?3"
# The planner would read whole seasons of most of these tables, because their keys begin with it: the index is named.
_SEEN = f"""
SELECT season, week, team, status, known_on FROM (
 SELECT season, week, team, status, known_on FROM roster_week INDEXED BY roster_week_by_player {_WITHIN}
 UNION ALL SELECT season, week, team, NULL, known_on FROM player_week {_WITHIN}
 UNION ALL SELECT season, week, team, NULL, known_on FROM snap INDEXED BY snap_by_player {_WITHIN}
 UNION ALL SELECT season, week, team, NULL, known_on FROM injury INDEXED BY injury_by_player {_WITHIN}
) ORDER BY season DESC, week DESC, status IS NULL, team"""  # noqa: S608 - our tables
_ON_RECORD = f"""
SELECT EXISTS (SELECT 1 FROM player_season {_WITHIN})
 OR EXISTS (SELECT 1 FROM depth WHERE season IN (?4, ?4 - 1) AND pid = ?1 AND known_on > ?2 AND known_on <= ?3)"""  # noqa: S608
_ROSTER = f"""
{_PERSON} WHERE pid IN (SELECT pid FROM roster_week WHERE team = ?1 AND (season, week) = (
  SELECT season, week FROM roster_week WHERE season >= ?4 AND team = ?1 AND known_on > ?2 AND known_on <= ?3
  ORDER BY season DESC, week DESC LIMIT 1)) ORDER BY pid"""  # noqa: S608
_MOST = """
SELECT COUNT(*) FROM roster_week WHERE season >= ?3 AND known_on > ?1 AND known_on <= ?2
GROUP BY season, week ORDER BY 1 DESC LIMIT 1"""
_MOVES = """
SELECT t.day, l.gave, l.received, l.pid, l.name FROM trade_leg l JOIN trade t USING (trade_id)
WHERE l.pid IS ?1 AND l.pick_season IS NULL AND t.known_on <= ?2 ORDER BY t.day, t.trade_id, l.seq"""


class Person(NamedTuple):
    """A player as the tables know him; `entered` is his first season, where they say."""

    pid: int
    gsis: str | None
    name: str
    position: str | None
    entered: int | None


class Place(NamedTuple):
    """A row that shows a player with a club; `status` is a roster's word, None for a game or an injury report."""

    season: int
    week: int
    club: ClubCode
    status: str | None
    known_on: date


class Move(NamedTuple):
    """A player's part of a recorded trade; `pid` is None where the record does not say who he is."""

    day: date
    gave: ClubCode
    received: ClubCode
    pid: int | None
    name: str


def with_gsis(stats: Stats, gsis: str) -> Person | None:
    """The person with the league's id."""
    found = stats.tuples(f"{_PERSON} WHERE gsis = ?", gsis)
    return Person._make(found[0]) if found else None


def called(stats: Stats, keys: Collection[str]) -> tuple[Person, ...]:
    """Everybody who has one of these keys, of whatever time."""
    return _persons(stats.tuples(_CALLED, json.dumps(sorted(keys))))


def on_roster(stats: Stats, club: ClubCode, since: date, as_of: date) -> tuple[Person, ...]:
    """A club's latest weekly roster that became known after a day."""
    return _persons(stats.tuples(_ROSTER, club, *_days(since, as_of), since.year - 1))


def places(stats: Stats, pid: int, since: date, as_of: date) -> tuple[Place, ...]:
    """The rows of him that became known after a day, latest week first and rosters before games."""
    rows = stats.tuples(_SEEN, pid, *_days(since, as_of))
    return tuple(Place._make((*row[:-1], date.fromisoformat(row[-1]))) for row in rows)


def on_record(stats: Stats, pid: int, since: date, as_of: date) -> bool:
    """Whether season totals or a depth chart of these days hold him."""
    return bool(stats.tuples(_ON_RECORD, pid, *_days(since, as_of), as_of.year)[0][0])


def most_on_rosters(stats: Stats, since: date, as_of: date) -> int:
    """How many players the fullest weekly rosters list that became known after a day."""
    found = stats.tuples(_MOST, *_days(since, as_of), since.year - 1)
    return int(found[0][0]) if found else 0


def count_entered(stats: Stats, season: int) -> int:
    """How many players began in a season."""
    sql = "SELECT COUNT(*) FROM player WHERE COALESCE(rookie_season, draft_season) = ?"
    count: int = stats.tuples(sql, season)[0][0]
    return count


def moves(stats: Stats, pid: int | None, as_of: date) -> tuple[Move, ...]:
    """A player's recorded trades, oldest first; None: of everybody whom the record only names."""
    rows = stats.tuples(_MOVES, pid, as_of.isoformat())
    return tuple(Move._make((date.fromisoformat(row[0]), *row[1:])) for row in rows)


def _persons(rows: Collection[tuple[Any, ...]]) -> tuple[Person, ...]:
    return tuple(map(Person._make, rows))


def _days(since: date, as_of: date) -> tuple[str, str]:
    return since.isoformat(), as_of.isoformat()

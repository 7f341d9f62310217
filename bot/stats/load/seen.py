"""Who was with which club in a season: what makes a name certain."""

import sqlite3
from collections import defaultdict

from bot.model import name_key
from bot.stats.load.people import People, Person, complementary

_TRACES = ("player_week", "player_season", "injury", "depth", "snap")


class Seen:
    """The persons of one season by club and name."""

    def __init__(self, db: sqlite3.Connection, people: People, season: int) -> None:
        self._people = people
        self.at_club: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
        self.anywhere: defaultdict[str, set[int]] = defaultdict(set)
        names = _names(people)
        for team, pid in _pairs(db, season):
            for key in names.get(pid, ()):
                self.at_club[team, key].add(pid)
                self.anywhere[key].add(pid)

    def recognise(self, name: str, position: str | None, team: str) -> int | None:
        """The one person who can be meant by a row without ids: of that club, else of that season, else of all."""
        key = name_key(name)
        for pids in (
            self.at_club.get((team, key)),
            self.anywhere.get(key),
            self._people.named.get(key),
        ):
            found = self._people.fitting(pids or (), position)
            if found:
                return found[0].pid if len(found) == 1 else None
        return self._without_position(key, team)

    def _without_position(self, key: str, team: str) -> int | None:
        """He may have played elsewhere on the field then: the only one at the club, or the only namesake at all."""
        here = self.at_club.get((team, key), set())
        named = self._people.named.get(key, set())
        sure = here or (named if named <= self.anywhere.get(key, set()) else set())
        return next(iter(sure)) if len(sure) == 1 else None


def _names(people: People) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for key, pids in people.named.items():
        for pid in pids:
            found.setdefault(pid, []).append(key)
    return found


def _pairs(db: sqlite3.Connection, season: int) -> set[tuple[str, int]]:
    traces = " UNION ".join(f"SELECT team, pid FROM {t} WHERE season = ?1" for t in _TRACES)  # noqa: S608
    drafted = "SELECT team, pid FROM draft_pick WHERE season = ?1 AND pid IS NOT NULL"
    return set(db.execute(f"{traces} UNION {drafted}", (season,)))


def join_halves(db: sqlite3.Connection, people: People, season: int) -> None:
    """Make one person of two rows that know him by different ids.

    Both were with one club in this season, under one name and in one kind of position; nobody else fits either.
    """
    for pids in list(Seen(db, people, season).at_club.values()):
        here = [people.persons[pid] for pid in pids if pid in people.persons]
        for half in [person for person in here if "gsis" not in person.ids]:
            if other := _other_half(half, here):
                people.merge(other, half)
                break


def _other_half(half: Person, here: list[Person]) -> Person | None:
    """The only one who may be he, if nobody else may be that one."""
    fits = [p for p in here if "gsis" in p.ids and complementary(p, half)]
    if len(fits) != 1:
        return None
    rivals = [p for p in here if "gsis" not in p.ids and complementary(p, fits[0])]
    return fits[0] if len(rivals) == 1 else None

"""Who a row speaks of: one `player` row a person, found by id, else by name where that is certain.

Two persons are never made one because of a name alone: a name needs the club and season too, the same kind of
position, and must fit one person only.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from bot.model import name_key
from bot.stats.groups import group_of

_key = lru_cache(maxsize=50_000)(name_key)  # most names come in many files
IDS = ("gsis", "pfr", "espn")
_FRONT = frozenset({"DL", "LB"})  # an edge rusher is either, by the source
# The tables whose rows come without a gsis id: only there a half that lacks it has rows.
_HALVES_IN = (
    ("snap", "pid"),
    ("roster_week", "pid"),
    ("draft_pick", "pid"),
    ("trade_leg", "pid"),
    ("trade_leg", "drafted_pid"),
    ("contract", "pid"),
    ("player_alias", "pid"),
)
_FACTS_OF_HALF = """
    UPDATE player AS kept SET
      position = coalesce(kept.position, half.position), birth_date = coalesce(kept.birth_date, half.birth_date),
      college = coalesce(kept.college, half.college), draft_season = coalesce(kept.draft_season, half.draft_season)
    FROM player AS half WHERE half.pid = ? AND kept.pid = ?
"""


@dataclass(slots=True)
class Person:
    """What decides whether two rows are one person."""

    pid: int
    key: str
    position: str | None
    birth: str | None
    ids: dict[str, str] = field(default_factory=dict)


class People:
    """Every person of the file, in memory; writes go into the open transaction."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self.reload()

    def reload(self) -> None:
        """Read everybody from the file again."""
        self.by_id: dict[str, dict[str, int]] = {kind: {} for kind in IDS}
        self.persons: dict[int, Person] = {}
        self.named: defaultdict[str, set[int]] = defaultdict(set)
        query = "SELECT pid, name_key, position, birth_date, gsis, pfr, espn FROM player"
        for pid, key, position, birth, *ids in self._db.execute(query):
            known = {kind: one for kind, one in zip(IDS, ids, strict=True) if one}
            self._remember(Person(pid, key, position, birth, known))
        for key, pid in self._db.execute("SELECT name_key, pid FROM player_alias"):
            self.named[key].add(pid)

    def _remember(self, person: Person) -> None:
        self.persons[person.pid] = person
        self.named[person.key].add(person.pid)
        for kind, one in person.ids.items():
            self.by_id[kind].setdefault(one, person.pid)

    def find(self, **ids: str | None) -> int | None:
        """The person with the first of these ids that is known: gsis, then pfr, then espn."""
        hits = (self.by_id[kind].get(ids.get(kind) or "") for kind in IDS)
        return next((pid for pid in hits if pid is not None), None)

    def identify(
        self, name: str, position: str | None = None, birth: str | None = None, **ids: str | None
    ) -> int:
        """The person with these ids, made if there is none; ids that he lacked become his."""
        given = {kind: one for kind, one in ids.items() if one}
        pid = self.find(**given)
        if pid is None:
            return self._create(name, position, birth, given)
        for kind, one in given.items():
            self._link(self.persons[pid], kind, one)
        self.alias(pid, name)
        return pid

    def _create(
        self, name: str, position: str | None, birth: str | None, ids: dict[str, str]
    ) -> int:
        key = _key(name)
        cursor = self._db.execute(
            "INSERT INTO player (gsis, pfr, espn, name, name_key, position, birth_date) VALUES (?,?,?,?,?,?,?)",
            (*(ids.get(kind) for kind in IDS), name, key, position, birth),
        )
        pid = int(cursor.lastrowid or 0)
        self._remember(Person(pid, key, position, birth, ids))
        return pid

    def _link(self, person: Person, kind: str, one: str) -> None:
        """The id is his too; was it another half of him, the two become one."""
        other = self.by_id[kind].get(one)
        if other is None and kind not in person.ids:
            person.ids[kind] = one
            self.by_id[kind][one] = person.pid
            self._db.execute(f"UPDATE player SET {kind} = ? WHERE pid = ?", (one, person.pid))  # noqa: S608
        elif other is not None and other != person.pid:
            self._join(person, self.persons[other])

    def _join(self, one: Person, other: Person) -> None:
        if one.key == other.key and complementary(one, other) and "gsis" not in other.ids:
            self.merge(one, other)

    def alias(self, pid: int, name: str) -> None:
        """Another printed name of his; one that shares no word with his own is rather a wrong id."""
        key = _key(name)
        if pid not in self.named[key] and set(key.split()) & set(self.persons[pid].key.split()):
            self.named[key].add(pid)
            self._db.execute("INSERT OR IGNORE INTO player_alias VALUES (?, ?)", (key, pid))

    def merge(self, kept: Person, half: Person) -> None:
        """Two halves of one person, the second without a gsis id: its rows become the kept one's."""
        for table, column in _HALVES_IN:
            self._db.execute(
                f"UPDATE OR IGNORE {table} SET {column} = ? WHERE {column} = ?",  # noqa: S608
                (kept.pid, half.pid),
            )
            self._db.execute(f"DELETE FROM {table} WHERE {column} = ?", (half.pid,))  # noqa: S608
        self._db.execute(_FACTS_OF_HALF, (half.pid, kept.pid))
        self._db.execute("DELETE FROM player WHERE pid = ?", (half.pid,))
        self._forget(half)
        kept.position, kept.birth = kept.position or half.position, kept.birth or half.birth
        for kind, one in half.ids.items():
            self._link(kept, kind, one)

    def _forget(self, half: Person) -> None:
        del self.persons[half.pid]
        self.named[half.key].discard(half.pid)
        for kind, one in half.ids.items():
            if self.by_id[kind].get(one) == half.pid:
                del self.by_id[kind][one]

    def called(self, name: str, position: str | None) -> list[Person]:
        """Everybody of that name and kind of position."""
        return self.fitting(self.named.get(_key(name), ()), position)

    def fitting(self, pids: Iterable[int], position: str | None) -> list[Person]:
        """Those of them whose position is of that kind."""
        found = [self.persons[pid] for pid in pids if pid in self.persons]
        return [person for person in found if same_kind(person.position, position)]


def same_kind(one: str | None, other: str | None) -> bool:
    """Whether two positions may be one man's, as two sources write them; an unknown one may be any."""
    first, second = group_of(one), group_of(other)
    return first is None or second is None or first == second or {first, second} <= _FRONT


def complementary(one: Person, other: Person) -> bool:
    """Whether nothing speaks against two persons being halves of one: no id of both, no two birthdays."""
    births = {one.birth, other.birth} - {None}
    clash = one.ids.keys() & other.ids.keys()
    return not clash and len(births) <= 1 and same_kind(one.position, other.position)

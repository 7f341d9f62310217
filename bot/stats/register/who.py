"""Which person a printed name means, as of a day."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from bot.model import ClubCode, Identity, Leg, Player, name_key, printed_keys
from bot.stats.calendar import season_of
from bot.stats.db import Stats
from bot.stats.given_names import ALIKE
from bot.stats.groups import group_of
from bot.stats.queries import people
from bot.stats.queries.people import Move, Person, Place
from bot.stats.register.where import before, last_club
from bot.stats.trigrams import distances

RECENT = timedelta(days=548)  # 18 months: a whole season lost to injury or suspension
_YEAR = timedelta(days=365)
_LONGEST_CAREER = 23  # seasons
_FULL = (
    2000  # players on the rosters of a week: 32 clubs have 53 each, a practice squad and reserves
)
_ENTRANTS = 250  # new players of a season: as many are drafted
_DRAFT_MONTH = 4
_FRONT = {"DL", "LB"}  # an edge rusher is either, by the source
_SUFFIXES = frozenset("jr sr ii iii iv v".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Man:
    """A person with what was known of him lately.

    Attributes:
        seen: latest week first, rosters before games.
        moves: his recorded trades before the one that is told, oldest first.
        active: something shows that he is a player these days.
    """

    person: Person
    seen: Sequence[Place]
    moves: Sequence[Move]
    active: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Who is meant; `named` is everybody so called who may still play."""

    identity: Identity
    man: Man | None = None
    named: Sequence[Man] = ()


class Who:
    """Names to persons on one day."""

    def __init__(self, stats: Stats, day: date) -> None:
        self._stats, self._day = stats, day
        self._since = day - RECENT
        self._season = season_of(day)

    def find(self, player: Player, leg: Leg) -> Found:
        """By id; else by full name: at the giving club, by position, among those who play, by suffix."""
        held = people.with_gsis(self._stats, player.gsis) if player.gsis else None
        if held:
            return self._certain(held, leg)
        if player.partial:
            return Found(identity=Identity.UNCHECKED)
        named = [self._man(person, leg) for person in self._called(player.name)]
        if not named:
            return self._stranger(player, leg)
        men = [man for man in named if man.active]
        if len(men) < len(named) and not self._has_rosters:
            men = named  # who left no trace may play all the same
        if not men:
            return Found(identity=Identity.NOBODY, named=named)
        return self._chosen(_narrowed(men, player, leg.gave), named)

    def _certain(self, person: Person, leg: Leg) -> Found:
        man = self._man(person, leg)
        return Found(identity=Identity.ONE, man=man, named=(man,))

    def _chosen(self, left: Sequence[Man], named: Sequence[Man]) -> Found:
        """One who plays is certain; one who left no trace is, where nobody else is so called."""
        rivals = any(man.active for man in named)
        if len(left) > 1:
            identity = Identity.SEVERAL if rivals else Identity.UNCHECKED
            return Found(identity=identity, named=named)
        certain = left[0].active or (left[0].person.entered is not None and not rivals)
        if certain:
            return Found(identity=Identity.ONE, man=left[0], named=named)
        return Found(identity=Identity.UNCHECKED, named=named)

    def _stranger(self, player: Player, leg: Leg) -> Found:
        """Nobody has the name: a slip of the writer's, or a name from nowhere."""
        meant = self._misspelt(player, leg.gave) if leg.gave else []
        if len(meant) == 1:
            return self._certain(meant[0], leg)
        return Found(identity=Identity.NOBODY if self._has_persons() else Identity.UNCHECKED)

    def _misspelt(self, player: Player, gave: ClubCode) -> list[Person]:
        """On the giver's roster: one slip in the name and the same position, or a given name that stands for his."""
        roster = people.on_roster(self._stats, gave, self._day - _YEAR, self._day)
        key, group = name_key(player.name), group_of(player.position)
        return [
            person
            for person in roster
            if (
                group
                and group_of(person.position) == group
                and _one_slip(key, name_key(person.name))
            )
            or _given_alike(key, name_key(person.name))
        ]

    def _called(self, name: str) -> list[Person]:
        found = people.called(self._stats, printed_keys(name))
        first = self._season - _LONGEST_CAREER
        return [p for p in found if p.entered is None or first <= p.entered <= self._season]

    def _man(self, person: Person, leg: Leg) -> Man:
        seen = people.places(self._stats, person.pid, self._since, self._day)
        moves = before(people.moves(self._stats, person.pid, self._day), leg, self._day)
        active = (
            bool(seen)
            or (person.entered or 0) >= self._season - 1
            or any(move.day > self._since for move in moves)
            or (person.gsis and people.on_record(self._stats, person.pid, self._since, self._day))
        )
        return Man(person=person, seen=seen, moves=moves, active=bool(active))

    def _has_persons(self) -> bool:
        """Whether the tables know everybody: those of this season, or before its draft those of the last."""
        before_draft = self._day.year == self._season and self._day.month <= _DRAFT_MONTH
        return people.count_entered(self._stats, self._season - before_draft) >= _ENTRANTS

    @cached_property
    def _has_rosters(self) -> bool:
        """Whether the year's rosters are there, so that somebody who is on none does not play."""
        return people.most_on_rosters(self._stats, self._day - _YEAR, self._day) >= _FULL


def _narrowed(men: Sequence[Man], player: Player, gave: ClubCode | None) -> Sequence[Man]:
    """Those who pass the first test that tells them apart, and so on; nobody is lost where none passes."""
    left = [man for man in men if _is_with(man, gave)] or men
    for test in (_has_id, _plays(player.position), _is_active, _has_suffix(player.name)):
        left = [man for man in left if test(man)] or left
    return left


def _is_with(man: Man, club: ClubCode | None) -> bool:
    last = last_club(man.seen, man.moves)
    return last is not None and last[0] == club


def _has_id(man: Man) -> bool:
    """The tables hold some men twice; the half without the league's id is the lesser one."""
    return man.person.gsis is not None


def _is_active(man: Man) -> bool:
    return man.active


def _plays(position: str | None) -> Callable[[Man], bool]:
    said = group_of(position)
    return lambda man: _same_kind(said, group_of(man.person.position))


def _same_kind(one: str | None, other: str | None) -> bool:
    return None in {one, other} or one == other or {one, other} <= _FRONT


def _has_suffix(name: str) -> Callable[[Man], bool]:
    """A printed suffix decides; that none is printed says nothing."""
    said = _suffix(name)
    return lambda man: said is None or _suffix(man.person.name) == said


def _suffix(name: str) -> str | None:
    last = name.casefold().split()[-1:]
    return next((word.strip(".") for word in last if word.strip(".") in _SUFFIXES), None)


def _one_slip(key: str, other: str) -> bool:
    """One letter wrong, missing or too many, but not the first of the last name."""
    if key.rpartition(" ")[2][:1] != other.rpartition(" ")[2][:1]:
        return False
    return abs(len(key) - len(other)) <= 1 and distances(key, other)[1] == 1


def _given_alike(key: str, other: str) -> bool:
    (given, _, last), (theirs, _, name) = key.partition(" "), other.partition(" ")
    return bool(last) and last == name and theirs in ALIKE.get(given, ())

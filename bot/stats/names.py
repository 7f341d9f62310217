"""Players by name: as typed so far, whole, misspelt, or inside a question."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import nsmallest
from sys import intern
from typing import Any, Self

from bot.model import name_key
from bot.stats.db import Stats
from bot.stats.given_names import ALIKE
from bot.stats.trigrams import Trigrams, distances

CHOICES = 25  # what Discord shows
_LONGEST_TEXT = 100
_LONGEST_SPAN = 5  # words of a name in a question, "Jr." included
_MOST_WORDS = 100  # of a question
_ALIKE = 30  # spellings that are compared letter by letter
_FEW_LETTERS, _MANY_LETTERS = 4, 8  # below: no typo is forgiven; from: two are
_LETTERS_A_SLIP = 5  # while typing, where choices are shown anyway
_SHORTEST_CALL, _MOST_INITIALS = 3, 4  # letters: "Tua", "CMC"
_CAPITAL = re.compile("[A-Z]")
_TOP = "\U0010ffff"  # sorts after every key
_SHORT_GIVEN = re.compile(r"^([A-Za-z])\.(?=[^\s.]{2})")  # "J.Jones", as play-by-play writes it
_POSSESSIVE = re.compile("['\u2019][sS]?$")
_PEOPLE = """
SELECT pid, name, name_key, position, last_club, last_season FROM player
ORDER BY last_season DESC, recent_games DESC, name, pid"""
_ALIASES = "SELECT name_key, pid FROM player_alias"


@dataclass(frozen=True, slots=True, kw_only=True)
class NameHit:
    """A player that a text may mean.

    Attributes:
        club, last_season: of his latest row of all; labels for choices, never facts to show.
        exact: the text is his whole name, his last name, another printed name or "J. Jones".
        typo: found only by forgiving a misspelling.
    """

    pid: int
    name: str
    position: str | None
    club: str | None
    last_season: int | None
    exact: bool
    typo: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Spotted:
    """Words [start, end) of a question that name a player.

    Attributes:
        hits: everyone whom they may mean, in the order of `Names.find`.
        full: a whole (or another printed) name; otherwise a last name, or one with an initial.
    """

    start: int
    end: int
    hits: tuple[NameHit, ...]
    full: bool


class Names:
    """An index in memory of everyone in `player` and `player_alias`; about 10 MiB for 25,000.

    Hits come in this order: exact ones, then the latest season, the games in it, the name.
    Inside, a person is his place in that order: to sort places is to rank people.
    """

    def __init__(self, people: Iterable[Any], aliases: Iterable[Any]) -> None:
        self._pids, self._seasons = array("q"), array("H")
        self._labels: list[tuple[str, str | None, str | None]] = []
        self._keys: list[str] = []
        for row in people:
            self._pids.append(row["pid"])
            self._seasons.append(row["last_season"] or 0)
            self._labels.append((row["name"], _shared(row["position"]), _shared(row["last_club"])))
            self._keys.append(row["name_key"])
        self._whole, self._last = self._spelt(aliases)
        self._spellings = sorted({*self._whole.keys, *self._last.keys})
        self._alike = Trigrams(self._spellings)
        self._longest = max(map(len, self._spellings), default=0)

    def _spelt(self, aliases: Iterable[Any]) -> tuple["_Spellings", "_Spellings"]:
        """Whole and last names of everybody, in their own and in their other spelling."""
        place = {pid: here for here, pid in enumerate(self._pids)}
        printed = [(row["name_key"], place[row["pid"]]) for row in aliases if row["pid"] in place]
        called = [*range(len(self._pids)), *(here for _, here in printed)]
        whole = [*self._keys, *(key for key, _ in printed)]
        names = (_last_name(name) for name, _, _ in self._labels)
        last = [*names, *(_after_first(key) for key, _ in printed)]
        return _Spellings(whole, called), _Spellings(last, called)

    @classmethod
    def from_stats(cls, stats: Stats) -> Self:
        """Read both tables; build anew after a load."""
        return cls(stats.each(_PEOPLE), stats.each(_ALIASES))

    def find(self, text: str, limit: int = CHOICES) -> tuple[NameHit, ...]:
        """Whom a text typed so far may mean; misspellings are forgiven only where nothing begins so.

        Begins so: a whole name, a last name, or both words in part ("pat mah", "J. Jones").
        An empty text gives the first of all; only the first 100 characters count.
        """
        if not text.strip():
            return self._hits(range(min(limit, len(self._pids))))
        key = _key(text)
        exact = self._exact(key)
        begun = nsmallest(limit, self._begun(key).difference(exact))
        if exact or begun:
            return (*self._hits(exact[:limit], exact=True), *self._hits(begun))[:limit]
        return self._hits(self._typing(key)[:limit], typo=True)

    def exact(self, text: str) -> tuple[NameHit, ...]:
        """Everyone whose whole, printed or last name is this text, or initial and last name."""
        return self._hits(self._exact(_key(text)), exact=True)

    def near(self, text: str, limit: int = CHOICES) -> tuple[NameHit, ...]:
        """Everyone whose whole or last name is the text but for one typo (two from eight letters on)."""
        key = _key(text)
        slips = (len(key) >= _FEW_LETTERS) + (len(key) >= _MANY_LETTERS)
        found = ((whole, one) for _, whole, one in self._compared(key) if whole <= slips)
        return self._hits(self._people(found)[:limit], typo=True)

    def spot(self, words: Sequence[str]) -> tuple[Spotted, ...]:
        """The longest names in a question's words, left to right, none overlapping.

        A word may carry "'s", dots and hyphens; no misspelling is forgiven here: see `near`.
        Common words are somebody's last name too ("Best", "Love"): the caller knows its own words.
        Only the first 100 words count.
        """
        plain = [_POSSESSIVE.sub("", word) for word in words[:_MOST_WORDS]]
        found: list[Spotted] = []
        start = 0
        while start < len(plain):
            spotted = self._longest_at(plain, start)
            found += [spotted] if spotted else []
            start = spotted.end if spotted else start + 1
        return tuple(found)

    def called(self, words: Sequence[str]) -> Spotted | None:
        """Whom the first words of a question may call by a shorter name that `spot` does not know.

        "Matt Stafford" is Matthew Stafford, "Tua" a given name, "CMC" the initials of Christian McCaffrey.
        """
        given = _key(words[0]) if words else ""
        last = _key(words[1]) if len(words) > 1 else ""
        alike = ALIKE.get(given, frozenset())
        both = [n for n in self._last.of(last) if self._keys[n].partition(" ")[0] in alike]
        if both:
            return Spotted(start=0, end=2, hits=self._hits(sorted({*both})), full=True)
        if not given.isalpha() or len(given) < _SHORTEST_CALL:
            return None
        found = [n for n, key in enumerate(self._keys) if key.startswith(f"{given} ")]
        found += [] if found or len(given) > _MOST_INITIALS else self._with_initials(given)
        return Spotted(start=0, end=1, hits=self._hits(found), full=False) if found else None

    def _with_initials(self, letters: str) -> list[int]:
        first = letters[0].upper()
        named = ((n, label[0]) for n, label in enumerate(self._labels) if label[0][:1] == first)
        return [n for n, name in named if "".join(_CAPITAL.findall(name)).casefold() == letters]

    def _longest_at(self, words: Sequence[str], start: int) -> Spotted | None:
        for end in range(min(start + _LONGEST_SPAN, len(words)), start, -1):
            key = _key(" ".join(words[start:end]))
            hits = self._hits(self._exact(key), exact=True)
            if hits and not _is_versus(words[end - 1], hits):
                return Spotted(start=start, end=end, hits=hits, full=bool(self._whole.of(key)))
        return None

    def _exact(self, key: str) -> list[int]:
        called = sorted({*self._whole.of(key), *self._last.of(key)})
        given, _, last = key.partition(" ")
        if called or len(given) > 1:
            return called
        return sorted(n for n in {*self._last.of(last)} if self._keys[n].startswith(given))

    def _begun(self, key: str) -> set[int]:
        if not key:
            return set()
        whole = {*self._whole.beginning(key), *self._last.beginning(key)}
        given, _, last = key.partition(" ")
        if whole or not last:
            return whole
        return {n for n in self._last.beginning(last) if self._keys[n].startswith(given)}

    def _typing(self, key: str) -> list[int]:
        slips = 1 + len(key) // _LETTERS_A_SLIP
        return self._people((begun, one) for begun, _, one in self._compared(key) if begun <= slips)

    def _compared(self, key: str) -> list[tuple[int, int, str]]:
        """(slips from its beginning, from all of it, spelling) of the spellings most alike."""
        if len(key) > self._longest + 2:
            return []
        alike = (self._spellings[n] for n in self._alike.most_alike(key, _ALIKE))
        return [(*distances(key, one), one) for one in alike]

    def _people(self, spellings: Iterable[tuple[int, str]]) -> list[int]:
        """Those so called; fewest slips first, then by rank."""
        best: dict[int, int] = {}
        for slips, one in sorted(spellings):
            for here in (*self._whole.of(one), *self._last.of(one)):
                best.setdefault(here, slips)
        return sorted(best, key=lambda here: (best[here], here))

    def _hits(
        self, places: Iterable[int], *, exact: bool = False, typo: bool = False
    ) -> tuple[NameHit, ...]:
        return tuple(self._hit(here, exact=exact, typo=typo) for here in places)

    def _hit(self, here: int, *, exact: bool, typo: bool) -> NameHit:
        name, position, club = self._labels[here]
        return NameHit(
            pid=self._pids[here],
            name=name,
            position=position,
            club=club,
            last_season=self._seasons[here] or None,
            exact=exact,
            typo=typo,
        )


class _Spellings:
    """Texts in order, each with the people so called: two flat arrays instead of many small sets."""

    def __init__(self, spelt: Sequence[str], people: Sequence[int]) -> None:
        self.keys: list[str] = []
        self._starts, self._people = array("I"), array("I")
        for at in sorted(range(len(spelt)), key=spelt.__getitem__):
            if not self.keys or self.keys[-1] != spelt[at]:
                self.keys.append(spelt[at])
                self._starts.append(len(self._people))
            self._people.append(people[at])
        self._starts.append(len(self._people))

    def of(self, key: str) -> Sequence[int]:
        """The people so called; one of two equal spellings twice."""
        at = bisect_left(self.keys, key)
        there = at < len(self.keys) and self.keys[at] == key
        return self._people[self._starts[at] : self._starts[at + there]]

    def beginning(self, key: str) -> Sequence[int]:
        """The people whose spelling begins so; one with two of them twice."""
        first, end = bisect_left(self.keys, key), bisect_left(self.keys, key + _TOP)
        return self._people[self._starts[first] : self._starts[end]]


def _shared(text: str | None) -> str | None:
    """Held once for everybody."""
    return intern(text) if text else None


def _key(text: str) -> str:
    return name_key(_SHORT_GIVEN.sub(r"\1 ", text[:_LONGEST_TEXT].strip()))


def _last_name(name: str) -> str:
    """All after the first word, where a hyphen joins: "st brown" of Amon-Ra St. Brown."""
    return _after_first(name_key(name.replace("-", "_"))).replace("_", " ")


def _after_first(key: str) -> str:
    first, _, rest = key.partition(" ")
    return rest or first


def _is_versus(word: str, hits: Sequence[NameHit]) -> bool:
    """In "Allen v Jackson" the v is no Allen the Fifth."""
    return word.casefold() == "v" and not any(hit.name.endswith(" V") for hit in hits)

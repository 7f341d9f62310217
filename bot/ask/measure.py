"""What a number about games is: columns of the tables, summed or divided; or a word that may mean several."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.stats.facts import Numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """One number about games.

    Attributes:
        columns: of `bot.stats.columns.STATS`, summed.
        per: the divisor's columns; empty for a count. `games` divides by games played.
        scale: of a rate: 100 for a percentage.
        note: what the number counts, where its name does not say it.
        groups: the position groups it speaks of; empty for all.
    """

    name: str
    columns: tuple[str, ...]
    per: tuple[str, ...] = ()
    scale: int = 1
    note: str = ""
    groups: frozenset[str] = frozenset()

    @property
    def is_ranked(self) -> bool:
        """A sum of the tables' own columns, and so one can ask who has the most of it."""
        return not self.per and "games" not in self.columns

    def per_game(self) -> "Measure":
        """The same, divided by games; a rate stays what it is."""
        if self.per or self.columns == ("fg_long",):
            return self
        return replace(self, name=f"{self.name} per game", per=("games",))

    def of(self, numbers: Numbers, games: int) -> float | None:
        """Its value; None where no column has one, or nothing to divide by."""
        found = [numbers[c] for c in self.columns if c in numbers]
        if not found:
            return None
        if not self.per:
            return _whole(sum(found))
        divisor = games if self.per == ("games",) else sum(numbers.get(c, 0) for c in self.per)
        return self.scale * sum(found) / divisor if divisor else None


def _whole(value: float) -> float:
    return int(value) if value == int(value) else value


@dataclass(frozen=True, slots=True, kw_only=True)
class Loose:
    """A word that means another statistic for each kind of player.

    Attributes:
        by_group: what it means of a player.
        of_club: what it means of a club, or None.
        offers: the whole names to choose from where nothing decides.
        of_list: what it means of players in general, where custom decides, or None.
    """

    word: str
    by_group: Mapping[str, tuple[Measure, ...]]
    of_club: Measure | None
    offers: tuple[str, ...]
    of_list: Measure | None = None

    def per_game(self) -> "Loose":
        """The same, each divided by games."""
        return Loose(
            word=f"{self.word} per game",
            by_group={g: tuple(m.per_game() for m in ms) for g, ms in self.by_group.items()},
            of_club=self.of_club.per_game() if self.of_club else None,
            offers=tuple(f"{name} per game" for name in self.offers),
            of_list=self.of_list.per_game() if self.of_list else None,
        )

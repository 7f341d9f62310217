"""What stands beside a pick and says more of it: ", No. 92 overall", ", a third-rounder", ", one in 2026 and ..."."""

from bot.extract.pick_items import MAX_ROUND, fits_round
from bot.extract.pick_ordinals import Ordinals
from bot.extract.pick_words import HEADS, ordinal
from bot.extract.pick_years import is_year, next_draft

_SLOT = frozenset({"overall", "pick", "selection", "choice"})
_ONE = frozenset({"one", "another", "other", "the"})
_ASIDE = frozenset({",", "--", "\u2014", ":", "(", "one"})


class Appositions(Ordinals):
    """Reads them on, where they fit the pick."""

    def _apposition(self) -> bool:
        """Read "a third-round pick, No. 92 overall": the number fits the round, so it is this pick's."""
        item = self.item
        ahead = 1 + (self._low(1) == "the")
        ahead += self._low(ahead) == "no."
        number = bare_number(self._low(ahead))
        behind = self._low(ahead + 1)
        told = self._low(ahead - 1) == "no." or self._low(ahead)[:1] == "#" or behind in _SLOT
        if not told or not self._is_number(number) or item.numbers or item.plural:
            return False
        dated = item.years not in ([], [next_draft(self.published)])
        if dated or len(item.rounds) != 1 or not fits_round(int(number), item.rounds[0]):
            return False
        item.numbers.append(int(number))
        self._take(ahead + 1)
        while self._low() in _SLOT:
            self._take()
        return self._mark()

    def _apposition_of_round(self) -> bool:
        """Read "the 92nd pick, a third-rounder"."""
        item, nth = self.item, ordinal(self._low(2)) or 0
        noun = self._low(3) in {"rounder", "round"} and self._low(1) in {"a", "the"}
        if not noun or item.rounds or len(item.numbers) != 1 or not 0 < nth <= MAX_ROUND:
            return False
        if not fits_round(item.numbers[0], nth):
            return False
        length = 5 if self._low(4) in HEADS else 4
        if self._low(length) == "in" and is_year(self._low(length + 1)):
            return False  # "the ninth pick, a first-round pick in 2027": another one
        item.rounds.append(nth)
        return self._take(length) and self._mark()

    def _appositions(self) -> bool:
        """Read "two first-round picks, Nos. 16 and 19"."""
        saved, item = self.at, self.item
        if self._low(1) != "nos." or item.numbers or len(item.rounds) != 1 or not item.plural:
            return False
        self._take()
        if self._number() and all(fits_round(number, item.rounds[0]) for number in item.numbers):
            return self._mark()
        self.at, item.numbers = saved, []
        return False

    def _in_turn(self) -> bool:
        """Read "two firsts, one in 2026 and the other in 2027"."""
        saved, item = self.at, self.item
        if item.years or not (item.plural or item.count) or self._low() not in _ASIDE:
            return False
        self._take(int(self._low() in _ASIDE - {"one"}))
        while self._low() in _ONE or (item.years and self._low() == "and"):
            beside = _ONE | {"in", "the", "other"}
            self._take(next((i for i in range(1, 5) if self._low(i) not in beside), 0))
            if not self._year() and not self._one_next():
                break
        if len(item.years) > 1 and len(item.years) == item.count:
            return self._take(int(self._low() == ")")) and self._mark()
        self.at, item.years, item.years_behind = saved, [], False
        return False

    def _one_next(self) -> bool:
        """Read "one this year and one next"."""
        if self._low() != "next":
            return False
        self.item.years.append(self.published.year + 1)
        return self._take()


def bare_number(low: str) -> str:
    """The figures of "#92" and "92nd"."""
    nth = ordinal(low)
    return str(nth) if nth and low[:1].isdigit() else low.lstrip("#")

"""What may stand before a pick's noun: articles, counts, years, rounds, numbers, "the higher of"."""

from bot.extract.pick_tails import Tails
from bot.extract.pick_words import CONDITIONS, ROUND_WORDS, ROUNDS, SLOTS, ordinal, short_round
from bot.extract.pick_years import is_year

COUNTS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "pair": 2, "trio": 3,
    "couple": 2,
}  # fmt: skip
COMPARED = frozenset("higher lower better later earlier highest lowest worse best one".split())
DETERMINERS = frozenset("a an the their its his another one extra own additional".split())
KINDS = frozenset(
    "draft nfl overall future original early late mid high top day compensatory comp undisclosed"
    " unspecified".split()
)
VAGUE_COUNTS = frozenset("multiple several some various".split())
SWAPS = frozenset({"swap", "swaps", "exchange", "flip"})
STARTS = (
    DETERMINERS | KINDS | CONDITIONS | VAGUE_COUNTS | COMPARED | ROUND_WORDS | SWAPS
    | frozenset(COUNTS) | frozenset(ROUNDS) | frozenset(SLOTS)
    | frozenset("no. nos. no nos next this april upcoming either".split())
)  # fmt: skip


class Fronts(Tails):
    """Reads up to the noun."""

    def _front(self) -> bool:
        return (
            self._opening_word(self._low())
            or self._year()
            or self._number()
            or self._round()
            or self._noun()
            or self._link()
        )

    def _opening_word(self, low: str) -> bool:
        if low in CONDITIONS and self._low(1) != "on":
            if self.item.said and self.tokens[self.at - 1].low in {",", "and", "&"}:
                self._close()  # "a 2026 fourth, conditional 2027 fifth"
            self.item.condition = "conditional"
            return self._take()
        if low in SWAPS:
            return self._swap_of()
        if low in COMPARED and self._low(1) == "of" and not self.item.said:
            return self._one_of()
        if low in {"a", "the"} and self.item.said and self._dated_here():
            return True
        if low in DETERMINERS or low in COUNTS or low in VAGUE_COUNTS:
            return self._opening(low)
        return (low in KINDS and self._kind(low)) or self._passes(low)

    def _passes(self, low: str) -> bool:
        """Read on over "either" and over the "of" of "two of their firsts"."""
        counted = low == "of" and self.item.count is not None
        return (low == "either" or counted) and not self.item.said and self._take()

    def _kind(self, low: str) -> bool:
        """Read "late-round", "Day 3", "draft": they do not narrow a pick down to a round."""
        next_ = self._low(1)
        counted = low == "day" and (next_.isdecimal() or next_ in {"one", "two", "three"})
        return self._take(2 if counted or (next_ in ROUND_WORDS and low != "draft") else 1)

    def _one_of(self) -> bool:
        """Read "the higher of the Jets' two third-round picks": one pick, and it is open which."""
        self._take(2)
        self._take(int(self._low() == "the"))
        words = self.tokens[self.at : self.at + 3]
        length = next((i for i, token in enumerate(words, 1) if token.owner), 0)
        self.item.original = self.codes.get(" ".join(token.low for token in words[:length]))
        self.item.chosen = True
        return self._take(length)

    def _opening(self, low: str) -> bool:
        if self.item.said and not self.item.alternatives:
            if self.item.head or not self._bare_allowed(self.item):
                return False
            self._close()
        self.item.count = self.item.count or COUNTS.get(low)  # "two of their three firsts"
        self.item.plural |= low in VAGUE_COUNTS
        return self._take()

    def _swap_of(self) -> bool:
        """Read "swap of 2026 picks"; a "pick swap" is seen behind the noun."""
        if self._low(1) != "of" or self.item.said:
            return False
        self.swap = True
        return self._take(2)

    def _link(self) -> bool:
        """Words inside a list whose noun is still to come, or never comes ("a first in 2026")."""
        low = self._low()
        if not (self.item.said or self.item.years):
            return False
        if low in {"and", ",", "&", "/", "or"} and self._list_goes_on():
            self.item.alternatives |= low == "or"
            return self._take()
        if low == "," and self._apposition():
            return True
        if (self.item.rounds and self._stands_alone(low)) or self._lies_in_round(low):
            self.item.head = True
            return True
        return self._attribute() or (low == "draft" and self._take())

    def _stands_alone(self, low: str) -> bool:
        return (low == "in" and not self.item.years and self._of_draft()) or self._clause()

    def _lies_in_round(self, low: str) -> bool:
        """Read "No. 64 in the second round"."""
        ahead = 1 + (self._low(1) == "the")
        inside = low == "in" and ordinal(self._low(ahead)) and self._low(ahead + 1) == "round"
        return bool(inside) and len(self.item.numbers) == 1 and self._of_draft()

    def _list_goes_on(self) -> bool:
        ahead = 2 if self._low(1) in {"and", "&", "a", "an"} else 1
        ahead += self._low(ahead) in {"a", "an", "conditional"}
        low = self._low(ahead)
        if low.isdecimal():
            return is_year(low)
        return (
            ordinal(low) is not None
            or low in {"no.", "nos."}
            or low[:1] == "#"
            or short_round(low) is not None
        )

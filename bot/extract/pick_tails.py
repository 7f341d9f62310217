"""What may stand behind a pick's noun: brackets, "in 2027", "of the second round", a condition."""

from abc import ABC, abstractmethod
from collections.abc import Sequence

from bot.extract.pick_items import MAX_ROUND, Item
from bot.extract.pick_words import CONDITIONS, HEADS, Words, is_year, ordinal
from bot.extract.tokens import Token
from bot.model import ClubCode

_MAY_BECOME = frozenset("can could may might will would becomes turns".split())
_WAS = frozenset({"was", "is", "belonged", "belongs", "came", "originally"})
_BRACKET = 16  # tokens inside


class Tails(Words, ABC):
    """Reads on behind the noun."""

    @abstractmethod
    def _front(self) -> bool:
        """Take one step before the noun; False where the phrase ends."""

    def _step(self) -> bool:
        return self._behind() if self.item.head else self._front()

    def _behind(self) -> bool:
        low = self._low()
        if low in {"in", "of", "from"}:
            return self._of_draft()
        if low in {"and", ","}:
            return self._more_years() and self._take() and self._year() and self._mark()
        if low in {"swap", "swaps"}:
            return self._both_ways()
        if low == "overall":
            return self._take() and self._mark()
        if low in {"this", "next"} and not self.item.years:
            return self._year() and self._mark()
        return self._parenthesis() or self._clause() or (self._number() and self._mark())

    def _both_ways(self) -> bool:
        self.swap = True
        return self._take() and self._mark()

    def _more_years(self) -> bool:
        """Read "in 2026 and 2027", but not "a 2026 pick and 2027 seventh-rounder"."""
        follower = self._low(2)
        another = follower in {"draft", "conditional"} or ordinal(follower) is not None
        return self.item.years_behind and is_year(self._low(1)) and not another

    def _of_draft(self) -> bool:
        """Read "in the 2022 and 2023 NFL drafts", "of the second round", "in Round 7 of the 2024 draft"."""
        ahead = 1
        while self._low(ahead) in {"the", "nfl"} and ahead <= len(("the", "nfl")):
            ahead += 1
        low, follower = self._low(ahead), self._low(ahead + 1)
        nth = ordinal(low)
        if nth and nth <= MAX_ROUND and follower == "round":
            return self._in_round(nth, ahead + 2)
        if low == "round" and self._is_number(follower):
            return self._in_round(int(follower), ahead + 2)
        return (is_year(low) or low in {"this", "next"}) and self._years_of_draft(ahead)

    def _years_of_draft(self, ahead: int) -> bool:
        saved = self.at
        self._take(ahead)
        if not self._year():
            self.at = saved
            return False
        self.item.years_behind = True
        while self._low() in {"and", ",", "&"} and self._more_years():
            self._take()
            self._year()
        while self._low() in {"nfl", "draft", "drafts"}:
            self._take()
        return self._mark()

    def _in_round(self, number: int, length: int) -> bool:
        """The slot was counted inside this round, unless an overall number stands beside it."""
        if len(self.item.numbers) > 1:
            self.item.numbers = self.item.numbers[1:]
        elif self.item.numbers and self.item.numbers[0] <= MAX_ROUND:
            self.item.numbers = []
        self.item.rounds = [number]
        return self._take(length) and self._mark()

    def _parenthesis(self) -> bool:
        """Read numbers, years, a former owner or a condition in brackets."""
        if self._low() != "(":
            return False
        signs = [token.text for token in self.tokens[self.at : self.at + _BRACKET]]
        if ")" not in signs:
            return False
        end = self.at + signs.index(")")
        self._read_inside(self.tokens[self.at + 1 : end])
        self.at = end + 1
        return self._mark()

    def _read_inside(self, inside: Sequence[Token]) -> None:
        words = [token.low for token in inside]
        nested = self._nested(inside)
        if nested:
            self.done += nested
            return
        for low in words:
            if is_year(low):
                self.item.years.append(self._possible(low))
                self.item.years_behind = True
            elif self._is_number(low.lstrip("#")):
                self.item.numbers.append(int(low.lstrip("#")))
            elif low in CONDITIONS:
                self.item.condition = "conditional"
        self.item.original = self._owner(words) or self.item.original

    def _nested(self, inside: Sequence[Token]) -> list[Item]:
        """Read "three picks (Nos. 87 and 162 and a 2020 fourth-rounder)": the brackets hold the picks."""
        if self.item.said or not any(token.low in HEADS for token in inside):
            return []
        self.item = Item()
        return type(self)(inside, 0, self.published, self.codes).all_items()

    def all_items(self) -> list[Item]:
        """Every pick of the tokens, whatever stands between them."""
        while self.at < len(self.tokens):
            before = self.at
            while self.at < len(self.tokens) and self._step():
                pass
            self._close()
            self.at += self.at == before or self._low() in {"and", ",", "&"}
        return self.done

    def _owner(self, words: Sequence[str]) -> ClubCode | None:
        text = " ".join(word for word in words if word not in {"via", "from", "the", "originally"})
        return self.codes.get(text)

    def _clause(self) -> bool:
        """Read "that could become a second": a condition, not one more pick."""
        if self._low() != "that" or self._low(1) not in _MAY_BECOME | _WAS:
            return False
        end = self.at + 2
        while end < len(self.tokens) and not self._ends_clause(end):
            end += 1
        if self._low(1) in _MAY_BECOME:
            self.item.condition = " ".join(token.text for token in self.tokens[self.at : end])
        self.at = end
        return self._mark()

    def _ends_clause(self, index: int) -> bool:
        low = self.tokens[index].low
        if low in {"to", "from"} and index + 1 < len(self.tokens):
            return self.tokens[index + 1].low in self.codes
        return low in {",", ";", "and", "\u2014"}

"""What may stand behind a pick's noun: brackets, "in 2027", "of the second round", a condition, a former owner."""

from abc import ABC, abstractmethod
from collections.abc import Sequence

from bot.extract.pick_appositions import Appositions, bare_number
from bot.extract.pick_clauses import clause, owner
from bot.extract.pick_items import MAX_ROUND, Item, fits_round
from bot.extract.pick_words import CONDITIONS, HEADS, LATER, ordinal
from bot.extract.pick_years import full_year, is_past, is_short_year, is_year, possible
from bot.extract.tokens import Token

_BRACKET = 16  # tokens inside
_RELATIVE = frozenset("this next last the a upcoming april".split())
_ENDS_YEAR = frozenset({"", ",", ";", "to", "for", "per", "from", "in", "and", "with"})
_SIGNS = frozenset({"(", "["})
_CLOSING = {"(": ")", "[": "]"}
_OWNED = frozenset({"via", "originally", "acquired", "from"})


class Tails(Appositions, ABC):
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
        if low in {"and", ",", "at"}:
            return self._goes_on()
        if low in {"swap", "swaps"}:
            return self._both_ways()
        if low == "overall":
            return self._take() and self._mark()
        if low in _RELATIVE and not self.item.years:
            return self._dated_here()
        return self._attribute() or (self._number() and self._mark())

    def _attribute(self) -> bool:
        """Brackets, a condition or a former owner, before the noun or behind it."""
        return self._in_turn() or self._parenthesis() or self._former_owner() or self._clause()

    def _both_ways(self) -> bool:
        self.swap = True
        return self._take() and self._mark()

    def _dated_here(self) -> bool:
        """Read "next year", "the following year", "a year later"."""
        saved, of_today = (self.at, self.item.head), self._low() == "this"
        if self._low() in {"the", "a"}:
            self._take()
            if self._low() not in LATER:
                self.at = saved[0]
                return False
        self.item.head = True  # the year belongs to what was said
        if not self._year():
            self.at, self.item.head = saved
            return False
        self.year_for_all = self.item.years[0] if of_today else None
        return self._mark()

    def _goes_on(self) -> bool:
        """Behind a comma or "and": one more year of the same picks, or the number of this one."""
        if self._low() == "at":  # "the Broncos' pick at No. 51"
            numbered = not self.item.numbers and self._low(1) == "no."
            return numbered and self._take() and self._number() and self._mark()
        if self._more_years():
            self._take()
            return self._year() and self._mark()
        if self._low() == "," and self._low(1) in {"which", "conditional", "contingent"}:
            return self._clause()
        return self._low() == "," and (
            self._apposition()
            or self._apposition_of_round()
            or self._appositions()
            or self._in_turn()
        )

    def _more_years(self) -> bool:
        """Read "in 2026 and 2027", but not "a 2026 pick and 2027 seventh-rounder"."""
        short = int(is_short_year(self.tokens, self.at + 1))  # "'24"
        follower = self._low(2 + short)
        if self._low(1) == "next" and self.item.years == [self.published.year]:
            return self.item.years_behind and follower in _ENDS_YEAR  # "picks this year and next"
        another = follower in {"draft", "conditional"} or ordinal(follower) is not None
        return self.item.years_behind and (bool(short) or is_year(self._low(1))) and not another

    def _of_draft(self) -> bool:
        """Read "in the 2022 and 2023 NFL drafts", "of the second round", "in Round 7 of the 2024 draft"."""
        if self._low() == "of" and self.swap and not self.item.said:
            self.item.head = False  # "a pick swap of fifth- and sixth-rounders"
            return self._take()
        ahead = 1
        while self._low(ahead) in {"the", "that", "nfl", "both"} and ahead <= len(("the", "nfl")):
            ahead += 1
        low, follower = self._low(ahead), self._low(ahead + 1)
        nth = ordinal(low)
        if nth and nth <= MAX_ROUND and (rounds := self._rounds_named(ahead)):
            return self._in_round(*rounds)
        if low == "round" and self._is_number(follower):
            return self._in_round([int(follower)], ahead + 2)
        self.history |= self._is_of_club(ahead)
        self.history |= low == "top"  # "three picks in the top 100": what a club now has
        return self._years_of_draft(ahead) or self._of_the_draft(low, ahead)

    def _is_of_club(self, ahead: int) -> bool:
        """Read "a first-round pick of the Dolphins in 2009": the man who was it."""
        names = (" ".join(self._low(ahead + i) for i in range(length)) for length in (1, 2, 3))
        length = next((i for i, name in enumerate(names, 1) if name in self.codes), 0)
        behind = self.at + ahead + length + 1
        dated = length and self._low(ahead + length) == "in" and behind < len(self.tokens)
        return bool(dated) and is_past(self.tokens, behind, self.published)

    def _of_the_draft(self, low: str, ahead: int) -> bool:
        """Read "the 10th pick in the draft": no year, but no end either."""
        return low == "draft" and ahead > 1 and self._take(ahead + 1) and self._mark()

    def _rounds_named(self, ahead: int) -> tuple[list[int], int] | None:
        """Read "third round" and "third and fifth rounds"."""
        rounds: list[int] = []
        while (nth := ordinal(self._low(ahead))) is not None and nth <= MAX_ROUND:
            rounds.append(nth)
            ahead += 1
            if self._low(ahead) in {"round", "rounds"}:
                return rounds, ahead + 1
            ahead += self._low(ahead) in {"and", ",", "&"}
        return None

    def _years_of_draft(self, ahead: int) -> bool:
        saved = self.at
        self._take(ahead)
        ahead_of_draft = int(self._low() in {"upcoming", "coming"} and is_year(self._low(1)))
        self._take(ahead_of_draft)
        if not self._year():
            self.at = saved
            return False
        self.item.years_behind = True
        while self._low() in {"and", ",", "&"} and (self._more_years() or self._and_next()):
            self._take()
            self.item.head = True  # "fourths in 2026 and 2028": the year begins no other pick
            self._year()
        while self._low() in {"nfl", "draft", "drafts"}:
            self._take()
        self.year_for_all = self.item.years[0] if len(self.item.years) == 1 else None
        return self._mark()

    def _and_next(self) -> bool:
        return self._low(1) == "next" and self._low(2) in {"year", "season"}

    def _in_round(self, rounds: list[int], length: int) -> bool:
        """The slot was counted inside this round, unless an overall number stands beside it."""
        if len(self.item.numbers) > 1:
            self.item.numbers = self.item.numbers[1:]
        elif self.item.numbers and (
            (self.item.numbers[0] <= MAX_ROUND and not self._is_overall())
            or not fits_round(self.item.numbers[0], rounds[0])
        ):
            self.item.numbers = []
        self.item.rounds = rounds
        return self._take(length) and self._mark()

    def _is_overall(self) -> bool:
        """Read "the fourth overall pick in the first round"."""
        return "overall" in {
            token.low for token in self.tokens[max(self.first, self.at - 2) : self.at]
        }

    def _parenthesis(self) -> bool:
        """Read numbers, years, a former owner or a condition in brackets."""
        if self._low() not in _SIGNS:
            return False
        signs = [token.text for token in self.tokens[self.at : self.at + _BRACKET]]
        if (closing := _CLOSING[signs[0]]) not in signs:
            return False
        end = self.at + signs.index(closing)
        inside = self.tokens[self.at + 1 : end]
        if not any(self._is_of_pick(token.low) for token in inside):
            return False  # "(Rapoport)": who says so
        self._read_inside(inside)
        self.at = end + 1
        return self._mark()

    def _is_of_pick(self, low: str) -> bool:
        if any(char.isdigit() for char in low) and low[0] != "@":
            return True
        return low in CONDITIONS or low in _OWNED or low in self.codes or ordinal(low) is not None

    def _read_inside(self, inside: Sequence[Token]) -> None:
        nested = self._nested(inside)
        if nested:
            self.done += nested
            return
        for at, low in enumerate(token.low for token in inside):
            if is_year(low) or is_short_year(inside, at - 1):
                self.item.years.append(possible(full_year(low), self.published))
                self.item.years_behind = True
            elif self._is_number(bare := bare_number(low)):
                self.item.numbers.append(int(bare))
            elif low in CONDITIONS:
                self.item.condition = "conditional"
        self._round_inside([token.low for token in inside])
        words = [token.low for token in inside if token.low not in _OWNED | {"the", "from"}]
        self.item.original = self.codes.get(" ".join(words)) or self.item.original
        if (found := clause(inside, 0, self.codes)) is not None:
            self.item.condition = found[0]

    def _round_inside(self, words: Sequence[str]) -> None:
        """Read "the No. 75 pick (third round)"."""
        nth = ordinal(words[0]) if len(words) == 2 and words[1] in {"round", "rounder"} else None  # noqa: PLR2004 - two words
        if (
            nth
            and len(self.item.numbers) == 1
            and not self.item.rounds
            and fits_round(self.item.numbers[0], nth)
        ):
            self.item.rounds.append(nth)

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

    def _clause(self) -> bool:
        """Read "that could become a second": a condition, not one more pick."""
        found = clause(self.tokens, self.at, self.codes)
        if found is None:
            return False
        self.item.condition, self.at = found
        return self._mark()

    def _former_owner(self) -> bool:
        """Read "via Denver", "originally from the Jets", "acquired from Denver"."""
        found = owner(self.tokens, self.at, self.codes)
        if found is None:
            return False
        self.item.original, self.at = found
        return self._mark()

"""A pick's ordinal: the round of "a third-rounder", the slot of "the third, 67th and 111th picks"."""

from bot.extract import misprints
from bot.extract.pick_items import MAX_NUMBER, MAX_ROUND
from bot.extract.pick_words import (
    LATER,
    LONGEST,
    MOST,
    PLACES,
    ROUND_WORDS,
    ROUNDS,
    SLOTS,
    Words,
    is_before_round,
    ordinal,
    short_round,
)
from bot.extract.pick_years import is_year

_SLOT_NOUNS = frozenset({"overall", "pick", "picks", "selection", "selections", "choice"})
_TOWARDS = frozenset("to from of into at".split())
_LINKS = frozenset({"and", ",", "&"})
_BEHIND_BACK = frozenset({"", ",", ";", ")", "and", "from", "for", "per", "to", "in"})
_BEHIND_FIGURE = frozenset({"", ".", ",", ";", ")", "and", "&", "+", "plus", "for", "from", "to"})
_AFTER_BARE = frozenset(
    ", ; ) / and & to from for in plus via per along off goes going heads heading according as next this \u2014 :".split()
)
_DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


class Ordinals(Words):
    """Tells rounds from slots."""

    def _round(self) -> bool:
        low = self._low()
        if low in ROUND_WORDS and self._is_number(self._low(1)) and not self.item.rounds:
            self.item.rounds.append(int(self._low(1)))
            return self._take(2)
        short = short_round(low) or self._figure(low)
        if short is not None:
            self.item.rounds.append(short)
            self._take()
            return self._round_word()
        return self._ordinal(low)

    def _figure(self, low: str) -> int | None:
        """Read "a 2027 1 and a 2027 3": a first and a third."""
        if len(low) > 1 or not low.isdecimal() or not 0 < int(low) <= MAX_ROUND:
            return None
        if not self.item.years or self.item.said or self._low(1) not in _BEHIND_FIGURE:
            return None
        ahead = [token.low for token in self.tokens[max(0, self.at - 2) : self.at]]
        return int(low) if len(ahead) > 1 and ahead[0] == "a" and is_year(ahead[1]) else None

    def _ordinal(self, low: str) -> bool:
        nth = ordinal(low) if len(self.item.rounds) < MOST else None
        if (nth is None or nth > MAX_ROUND) and is_before_round(self.tokens, self.at):
            return self._misprinted(low)
        if nth is None:
            return False
        slot = self._low(1) in _SLOT_NOUNS or self._is_spot() or self._shares_number()
        if low in SLOTS and not slot:
            return False
        if nth > MAX_ROUND or slot:
            return self._slot(nth)
        if self._counts():
            return self._take()
        if self._is_another():
            self._close()
        self.item.rounds.append(nth)
        self.item.plural |= low.endswith("s")
        self._take()
        return self._round_word()

    def _counts(self) -> bool:
        """Read the "second" of "their second first-round pick"."""
        return (ordinal(self._low(1)) or MAX_ROUND + 1) <= MAX_ROUND and is_before_round(
            self.tokens, self.at + 1
        )

    def _is_another(self) -> bool:
        """Read "No. 12 and first-rounders in 2027", "a third this year and first-round picks in 2027"."""
        dated = bool(self.item.rounds) and self.item.years_behind
        return self._starts_anew() and (dated or bool(self.item.numbers and not self.item.rounds))

    def _is_spot(self) -> bool:
        """Read "out of the third spot", "into the No. 3 slot", but not "the second spot on the depth chart"."""
        before = [
            token.low for token in self.tokens[max(0, self.at - 2) : self.at] if token.low != "the"
        ]
        return (
            self._low(1) in PLACES
            and before[-1:] != []
            and before[-1] in _TOWARDS
            and self._low(2) != "on"
        )

    def _misprinted(self, low: str) -> bool:
        """Read "a 2026 fifht-round pick"; where nobody can tell the round, it stays open."""
        meant = misprints.round_name(low)
        if meant:
            self.item.rounds.append(ROUNDS[meant])
        elif not self.item.years or not self.tokens[self.at + 1].hyphen:
            return False
        self._take()
        return self._round_word()

    def _shares_number(self) -> bool:
        """A later ordinal of the list is a slot, so this one is: "the fifth, 36th and 126th picks"."""
        ahead, beyond = 1, False
        while self._low(ahead) in _LINKS and ahead < LONGEST:
            ahead += 1 + (self._low(ahead + 1) == "and")
            nth = ordinal(self._low(ahead))
            if nth is None:
                return False
            beyond |= nth > MAX_ROUND
            ahead += 1
        return beyond and self._low(ahead) in _SLOT_NOUNS

    def _slot(self, nth: int) -> bool:
        """Read "the 28th pick"; a "2026 5th pick" is a round all the same."""
        if self.item.years and nth <= MAX_ROUND:
            self.item.rounds.append(nth)
        elif nth <= MAX_NUMBER:
            self.item.numbers.append(nth)
        return self._take()

    def _round_word(self) -> bool:
        low = self._low()
        if low in ROUND_WORDS:
            self._take()
            self.stop = self.at
            if self._low() in {"draft", "nfl"}:
                self._take()
        elif low in {"rounder", "rounders"}:
            self._head()
        else:
            later = low in {"a", "the"} and self._low(1) in LATER
            back = low == "back" and self._low(1) in _BEHIND_BACK  # "and get a fifth back"
            dated = (self._low(1) if low == "on" else low) in _DAYS  # "for a fourth on Saturday"
            self.item.alone = later or back or dated or not low or low in _AFTER_BARE
        if self._low() in {"swap", "swaps"}:
            self._head()
            self.swap = True
        return True

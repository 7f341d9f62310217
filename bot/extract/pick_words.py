"""The words of a pick phrase one by one: a cursor that reads a year, a round, a number, the noun."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.extract import misprints
from bot.extract.pick_items import MAX_NUMBER, MAX_ROUND, Item
from bot.extract.pick_years import is_past, years
from bot.extract.tokens import Token
from bot.model import ClubCode

_ROUND_NAMES = "first second third fourth fifth sixth seventh".split()
ROUNDS = {
    **{name: n for n, name in enumerate(_ROUND_NAMES, 1)},
    **{f"{name}s": n for n, name in enumerate(_ROUND_NAMES, 1)},
}
_TENTHS = (
    "eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth"
    " eighteenth nineteenth twentieth"
).split()
SLOTS = {name: n for n, name in enumerate(_TENTHS, 8)}
_NUMERAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)(s?)$")
_SHORT_ROUND = re.compile(r"r(?:d|nd)?([1-7])$")
CONDITIONS = frozenset({"conditional", "conditionally"})
HEADS = frozenset("pick picks selection selections choice choices rounder rounders".split())
_SLOT_NOUNS = frozenset({"overall", "pick", "picks", "selection", "selections", "choice"})
ROUND_WORDS = frozenset("round rounds rd rd. rds rnd".split())
_ROUND_NOUNS = frozenset({"round", "rounder", "rounders"})
_LONGEST = 30  # tokens in one phrase
LATER = frozenset({"year", "following", "subsequent"})  # behind an article: "a year later"
_YEAR_WORDS = frozenset(
    "this next upcoming coming approaching april may following subsequent year each thursday"
    " friday saturday tonight tomorrow today last".split()
)
_AFTER_BARE = frozenset(
    ", ; ) / and & to from for in plus via per along according as next this \u2014 :".split()
)


def ordinal(low: str) -> int | None:
    """The number of "third", "3rd", "thrid", "89th" or "ninth"; None for other words."""
    if low in ROUNDS or low in SLOTS:
        return ROUNDS.get(low) or SLOTS[low]
    match = _NUMERAL.match(low) if low[:1].isdigit() else None
    return int(match[1]) if match else None


def short_round(low: str) -> int | None:
    """The number of "R6"."""
    match = _SHORT_ROUND.match(low)
    return int(match[1]) if match else None


def is_before_round(tokens: Sequence[Token], at: int) -> bool:
    """The next word is "round" or "rounder"."""
    return at + 1 < len(tokens) and tokens[at + 1].low in _ROUND_NOUNS


class Words:
    """A cursor on one pick phrase.

    Args:
        tokens: one sentence.
        start: where the phrase begins.
        published: resolves "next year's"; bounds which years are possible.
        codes: printed club codes and names, casefolded.
    """

    def __init__(
        self,
        tokens: Sequence[Token],
        start: int,
        published: datetime,
        codes: Mapping[str, ClubCode],
    ) -> None:
        self.tokens, self.at, self.published, self.codes = tokens, start, published, codes
        self.item = Item()
        self.done: list[Item] = []
        self.swap = False
        self.year_for_all: int | None = None
        self.history = False
        self.first = self.stop = start
        self.limit = min(len(tokens), start + _LONGEST)

    def _low(self, ahead: int = 0) -> str:
        index = self.at + ahead
        return self.tokens[index].low if index < len(self.tokens) else ""

    def _take(self, count: int = 1) -> bool:
        self.at += count
        return True

    def _mark(self) -> bool:
        """What was just read belongs to the phrase for certain."""
        self.stop = self.at
        return True

    def _year(self) -> bool:
        found = years(self.tokens, self.at, self.published) if self._may_be_year() else None
        if found is None:
            return self._count(self._low())
        if (
            self.item.said
            and not self.item.head
            and self._starts_anew()
            and (not self.item.alternatives)
        ):
            self._close()
        self.item.years += found[0]
        self.item.years_behind |= self.item.said
        self.history |= is_past(self.tokens, self.at, self.published)
        return self._take(found[1])

    def _may_be_year(self) -> bool:
        low = self._low()
        return low[:1] in {"1", "2", "'"} or low in _YEAR_WORDS

    def _count(self, low: str) -> bool:
        """Read the first figure of "2 2026 first-round picks"."""
        if not (low.isdecimal() and len(low) == 1 and int(low) > 1) or self.item.said:
            return False
        self.item.count = int(low)
        return self._take()

    def _starts_anew(self) -> bool:
        """A year behind "and" or an article begins the next pick; "a third-round 2024 pick" does not."""
        return self.tokens[self.at - 1].low in {"and", ",", "&", "/", "a", "or", "conditional"}

    def _number(self) -> bool:
        low = self._low()
        if self.item.rounds and not self.item.numbers and self._follows_and(low):
            self._close()  # "a first and #92"
        if low in {"no.", "nos.", "no", "nos"} and self._low(1).isdecimal():
            self._take()
            return self._numbers()
        if low[:1] == "#" and low[1:].isdecimal():
            return self._add_number(low[1:])
        return False

    def _follows_and(self, low: str) -> bool:
        number = low[:1] == "#" or low in {"no.", "nos."}
        return number and self.tokens[self.at - 1].low in {"and", "&", "plus"}

    def _numbers(self) -> bool:
        """Read "87 and 162": numbers after "Nos." share the word, "picks No. 16 and No. 19" repeat it."""
        self._add_number(self._low())
        while self._low() in {"and", ",", "&"}:
            ahead = 1 + (self.item.plural and self._low(1) == "no.")
            if not self._is_number(self._low(ahead)):
                break
            self._take(ahead)
            self._add_number(self._low())
        return True

    def _is_number(self, low: str) -> bool:
        return low.isdecimal() and len(low) < len("2026") and 0 < int(low) <= MAX_NUMBER

    def _add_number(self, text: str) -> bool:
        if self._is_number(text):
            self.item.numbers.append(int(text))
        self.stop = self.at + 1
        return self._take()

    def _round(self) -> bool:
        low = self._low()
        if low in ROUND_WORDS and self._is_number(self._low(1)) and not self.item.rounds:
            self.item.rounds.append(int(self._low(1)))
            return self._take(2)
        if (short := short_round(low)) is not None:
            self.item.rounds.append(short)
            self._take()
            return self._round_word()
        return self._ordinal(low)

    def _ordinal(self, low: str) -> bool:
        nth = ordinal(low)
        if (nth is None or nth > MAX_ROUND) and is_before_round(self.tokens, self.at):
            return self._misprinted(low)
        if nth is None or (low in SLOTS and self._low(1) not in _SLOT_NOUNS):
            return False
        if nth > MAX_ROUND or self._low(1) in _SLOT_NOUNS or self._shares_number():
            return self._slot(nth)
        if self.item.numbers and not self.item.rounds and self._starts_anew():
            self._close()  # "No. 12 and first-rounders in 2027 and 2028"
        self.item.rounds.append(nth)
        self.item.plural |= low.endswith("s")
        self._take()
        return self._round_word()

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
        """The list's later ordinal is a slot, so this one is: "the 5th and 89th picks"."""
        return (
            self._low(1) in {"and", ","}
            and (ordinal(self._low(2)) or 0) > MAX_ROUND
            and self._low(3) in _SLOT_NOUNS
        )

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
            self.item.alone = later or not low or low in _AFTER_BARE
        if self._low() in {"swap", "swaps"}:
            self._head()
            self.swap = True
        return True

    def _noun(self) -> bool:
        if self._low() in HEADS:
            self._head()
            return True
        return False

    def _head(self) -> None:
        self.item.head = True
        self.item.plural |= self._low().endswith("s")
        self._take()
        if not self.item.said and self._is_number(self._low()):
            self._numbers()  # "picks 92 and 133"
        self.stop = self.at
        if self._low() in {"swap", "swaps"}:
            self.swap = True
            self._take()
            self.stop = self.at

    def _close(self) -> None:
        item, self.item = self.item, Item()
        bare = item.rounds and not item.head
        if bare and self.stop <= self.at - 1 and not self._bare_allowed(item):
            return
        if item.head or item.rounds or item.numbers:
            self.done.append(item)
            self.stop = max(self.stop, self._last_word())

    def _last_word(self) -> int:
        """Behind the last token that is not a mere link."""
        at = self.at
        while at > 0 and self.tokens[at - 1].low in {"and", ",", "&", "/", "or", "a", "an"}:
            at -= 1
        return at

    def _bare_allowed(self, item: Item) -> bool:
        """Whether "a second", with neither round nor pick, means one: not before another noun."""
        last = self.tokens[self.at - 1].low
        if item.years or item.numbers or item.count or last in ROUND_WORDS or last.endswith("s"):
            return True
        return item.alone

"""The words of a pick phrase one by one: a cursor that reads a year, a round, a number, the noun."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.extract.pick_items import MAX_NUMBER, Item
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
PLACES = frozenset("spot spots slot slots position positions".split())  # behind a round or a number
ROUND_WORDS = frozenset("round rounds rd rd. rds rnd".split())
_ROUND_NOUNS = frozenset({"round", "rounder", "rounders"})
LONGEST = 30  # tokens in one phrase
MOST = 8  # rounds or years of one pick: there are seven, and nobody names more
LATER = frozenset({"year", "following", "subsequent"})  # behind an article: "a year later"
_YEAR_WORDS = frozenset(
    "this next upcoming coming approaching april may same following subsequent year each thursday"
    " friday saturday tonight tomorrow today last".split()
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
        self.limit = min(len(tokens), start + LONGEST)

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
        may = len(self.item.years) < MOST and self._may_be_year()
        found = years(self.tokens, self.at, self.published) if may else None
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
        if self.item.said and self._low() == "this":
            self.item.reach = found[0][0]
        self.history |= is_past(self.tokens, self.at, self.published)
        return self._take(found[1])

    def _may_be_year(self) -> bool:
        low = self._low()
        return low[:1] in {"1", "2", "'"} or low in _YEAR_WORDS

    def _count(self, low: str) -> bool:
        """Read the first figure of "2 2026 first-round picks"."""
        if not (low.isdecimal() and len(low) == 1 and int(low) > 1) or self.item.said:
            return False
        if self.item.years:
            return False  # "a 2027 3": a third
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

    def _noun(self) -> bool:
        place = self._low() in PLACES and (self.item.numbers or self._is_behind_round())
        if self._low() in HEADS or place:
            self._head()
            return True
        return False

    def _is_behind_round(self) -> bool:
        """Read the "spots" of "first-round spots" and "first-round draft spots"."""
        before = self.tokens[self.at - 1].low
        return bool(self.item.rounds) and before in ROUND_WORDS | {"draft"}

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

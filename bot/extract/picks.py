"""Draft picks in words: "second- (No. 42) and sixth-round (No. 188) picks this year" is two picks.

A phrase is read left to right into years, rounds and numbers, which then share each other out. What a
phrase does not say, or says impossibly, stays None.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.extract.pick_items import share_out
from bot.extract.pick_tails import Tails
from bot.extract.pick_words import CONDITIONS, HEADS, ROUND_WORDS, ROUNDS, is_year, ordinal
from bot.extract.tokens import Token
from bot.model import ClubCode, Pick

_COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "pair": 2, "trio": 3, "couple": 2}
_DETERMINERS = frozenset("a an the their its his another one extra own additional".split())
_KINDS = frozenset(
    "draft nfl overall future original early late mid high top day compensatory".split()
)
_VAGUE_COUNTS = frozenset("multiple several some various".split())
_BEFORE_PAST = frozenset({"former", "ex", "onetime", "then"})
_OPENING = 6  # tokens before the first year, round or number
_DRAFT_OVER = 5  # in May this year's picks are used up
_NOT_A_MAN = frozenset(
    "to from for in and per via with swap as of trade plus send sends sending after before at on by"
    " sources source report reports".split()
)


@dataclass(frozen=True, slots=True)
class PickPhrase:
    """A run of words that names draft picks.

    Attributes:
        stop: index of the first token behind it.
        picks: empty where the phrase only describes a player ("former first-round pick").
        swap: picks of this kind go both ways.
    """

    stop: int
    picks: tuple[Pick, ...]
    swap: bool = False


def pick_phrase(
    tokens: Sequence[Token], start: int, published: datetime, codes: Mapping[str, ClubCode]
) -> PickPhrase | None:
    """The pick phrase that begins at this token, or None.

    Args:
        tokens: one sentence.
        published: resolves "next year's"; bounds which years are possible.
        codes: printed club codes and names, casefolded, for "(via CLUB)" and "(BUF)".
    """
    if not _may_begin(tokens, start):
        return None
    return _Parser(tokens, start, published, codes).run()


def _may_begin(tokens: Sequence[Token], start: int) -> bool:
    token = tokens[start]
    low = token.low
    return (
        low[0].isdigit()
        or low[0] == "#"
        or low in ROUNDS
        or low in _STARTS
        or (low in HEADS and token.text.islower())
    )


_STARTS = (
    _DETERMINERS
    | _KINDS
    | CONDITIONS
    | _VAGUE_COUNTS
    | frozenset(_COUNTS)
    | frozenset("swap swaps no. nos. no nos next this round pick-swap".split())
)


class _Parser(Tails):
    """One attempt to read a pick phrase."""

    def run(self) -> PickPhrase | None:
        """Read on while words belong to the phrase."""
        while self.at < self.limit and self._step():
            if self.at > self.first + _OPENING and not self._found_something():
                return None  # bounded: a long run of articles is no pick
        self._close()
        if not self.done:
            return None
        if self._describes_a_player():
            return PickPhrase(self.stop, ())
        if len(self.done) > 1:
            self.done[-1].plural = False  # the plural counts the list
        season = self._season_of_number()
        picks = tuple(pick for item in self.done for pick in share_out(item, season))
        if self.swap:
            picks = tuple(dict.fromkeys(picks))
        return PickPhrase(self.stop, picks, self.swap)

    def _found_something(self) -> bool:
        return bool(self.item.said or self.item.years or self.done)

    def _front(self) -> bool:
        low = self._low()
        if low in CONDITIONS:
            self.item.condition = "conditional"
            return self._take()
        if low in {"swap", "swaps"}:
            return self._swap_of()
        if low in _DETERMINERS or low in _COUNTS or low in _VAGUE_COUNTS:
            return self._opening(low)
        if low in _KINDS:
            return self._kind(low)
        if low == "of" and self.item.count and not self.item.said:
            return self._take()
        return self._year() or self._number() or self._round() or self._noun() or self._link()

    def _kind(self, low: str) -> bool:
        """Read "late-round", "Day 3", "draft": they do not narrow a pick down to a round."""
        next_ = self._low(1)
        counted = low == "day" and next_.isdecimal()
        return self._take(2 if counted or (next_ in ROUND_WORDS and low != "draft") else 1)

    def _opening(self, low: str) -> bool:
        if self.item.said:
            if self.item.head or not self._bare_allowed(self.item):
                return False
            self._close()
        self.item.count = _COUNTS.get(low, self.item.count)
        self.item.plural |= low in _VAGUE_COUNTS
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
        if self.item.rounds and self._stands_alone(low):
            self.item.head = True
            return True
        return self._parenthesis() or (low == "draft" and self._take())

    def _stands_alone(self, low: str) -> bool:
        return (low == "in" and not self.item.years and self._of_draft()) or self._clause()

    def _list_goes_on(self) -> bool:
        ahead = 2 if self._low(1) in {"and", "&", "a", "an"} else 1
        ahead += self._low(ahead) in {"a", "an", "conditional"}
        low = self._low(ahead)
        if low.isdecimal():
            return is_year(low)
        return ordinal(low) is not None or low in {"no.", "nos."} or low[:1] == "#"

    def _describes_a_player(self) -> bool:
        """Read "2022 fifth-round pick Kyren Williams": the pick is history, the man is the asset."""
        if self.first and self.tokens[self.first - 1].low in _BEFORE_PAST:
            return True
        if self.tokens[self.first].low in {"their", "his", "its"} and self._is_past():
            return True
        if self.swap or any(item.plural for item in self.done) or self.stop >= len(self.tokens):
            return False
        follower = self.tokens[self.stop]
        if not (follower.capital and self.tokens[self.stop - 1].low in HEADS):
            return False
        return not follower.hyphen and follower.low not in _NOT_A_MAN

    def _is_past(self) -> bool:
        """The year lies behind: "their 2019 first-round pick" is a man."""
        low = self._low(self.first + 1 - self.at)
        return is_year(low) and int(low) < self.published.year

    def _season_of_number(self) -> int | None:
        """Overall numbers are known from January to the draft: they name that year's picks."""
        return self.published.year if self.published.month < _DRAFT_OVER else None

"""Draft picks in words: "second- (No. 42) and sixth-round (No. 188) picks this year" is two picks.

A phrase is read left to right into years, rounds and numbers, which then share each other out. What a
phrase does not say, or says impossibly, stays None.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cache

from bot.extract import misprints, people
from bot.extract.pick_fronts import DETERMINERS, STARTS, Fronts
from bot.extract.pick_items import Item, share_out
from bot.extract.pick_words import HEADS, is_before_round, short_round
from bot.extract.pick_years import is_year, next_draft
from bot.extract.tokens import Token
from bot.model import ClubCode, Pick

_BEFORE_PAST = frozenset({"former", "ex", "onetime", "then"})
_RANKED = frozenset("target priority option goal seed jersey weapon threat wideout man".split())
_LAST_YEAR = ["last", "year"]
_SHARING = 4  # picks of a list that share the year behind it
_OPENING = 6  # tokens before the first year, round or number
_NOT_A_MAN = frozenset(
    "to from for in and per via with swap as of trade plus send sends sending after before at on by"
    " sources source report reports monday tuesday wednesday thursday friday saturday sunday".split()
)


@dataclass(frozen=True, slots=True)
class PickPhrase:
    """A run of words that names draft picks.

    Attributes:
        stop: index of the first token behind it.
        picks: empty where the phrase only describes a player ("former first-round pick").
        swap: picks of this kind go both ways.
        year: the year behind the phrase that a list of picks before it shares.
    """

    stop: int
    picks: tuple[Pick, ...]
    swap: bool = False
    year: int | None = None


def pick_phrase(
    tokens: Sequence[Token], start: int, published: datetime, codes: Mapping[str, ClubCode]
) -> PickPhrase | None:
    """The pick phrase that begins at this token, or None.

    Args:
        tokens: one sentence.
        published: resolves "next year's"; bounds which years are possible.
        codes: printed club codes and names, casefolded, for "(via CLUB)" and "(BUF)".
    """
    return _phrase(tokens, start, published, codes, _SHARING)


def _phrase(
    tokens: Sequence[Token],
    start: int,
    published: datetime,
    codes: Mapping[str, ClubCode],
    ahead: int,
) -> PickPhrase | None:
    """A phrase, with the year of the list it begins: "a third and a fifth in 2026" are both of 2026."""
    if start >= len(tokens) or not _may_begin(tokens, start):
        return None
    found = _Parser(tokens, start, published, codes).run()
    if found is None or not ahead or not _lacks_year(found) or not _joins(tokens, found.stop):
        return found
    behind = _phrase(tokens, found.stop + 1, published, codes, ahead - 1)
    if behind is None or behind.year is None:
        return found
    picks = tuple(replace(pick, season=behind.year) for pick in found.picks)
    return replace(found, picks=picks, year=behind.year)


def _lacks_year(found: PickPhrase) -> bool:
    return bool(found.picks) and not found.swap and all(
        pick.season is None and pick.round and not pick.number for pick in found.picks
    )  # fmt: skip


def _joins(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].low in {"and", ",", "&"}


def _may_begin(tokens: Sequence[Token], start: int) -> bool:
    """A quick look, because it is taken at every word of a text."""
    token = tokens[start]
    low = token.low
    if low in STARTS:
        if low not in DETERMINERS:
            return True
        follows = start + 1 < len(tokens)
        if low == "own" and follows and tokens[start + 1].low in {"the", "a"}:
            return False  # "The Eagles own the No. 2 pick"
        return follows and (tokens[start + 1].low == "of" or _may_begin(tokens, start + 1))
    if low[0].isdigit() or low[0] == "#":
        return True
    return (
        (low in HEADS and token.text.islower())
        or (low == "'" and start + 1 < len(tokens) and tokens[start + 1].glued)
        or (low[0] == "r" and short_round(low) is not None)
        or (is_before_round(tokens, start) and misprints.round_name(low) is not None)
    )


@cache
def _ranked() -> frozenset[str]:
    """What a number before it ranks: positions, and what else a club may call its first."""
    return _RANKED | {text.split()[0] for text in people.positions()}


class _Parser(Fronts):
    """One attempt to read a pick phrase."""

    def run(self) -> PickPhrase | None:
        """Read on while words belong to the phrase."""
        while self.at < self.limit and self._step():
            if self.at > self.first + _OPENING and not self._found_something():
                return None  # bounded: a long run of articles is no pick
        self._close()
        if not self.done or self._ranks_a_man():
            return None
        if self._describes_a_player():
            return PickPhrase(self.stop, ())
        if len(self.done) > 1:
            self.done[-1].plural = False  # the plural counts the list
        shared, season = self._share_year(), self._season_of_number()
        picks = tuple(pick for item in self.done for pick in share_out(item, season))
        if self.swap:
            picks = _one_each_way(picks)
        return PickPhrase(self.stop, picks, self.swap, None if self.swap else shared)

    def _share_year(self) -> int | None:
        """Give the year behind a pick to those before it; the year, if it reaches the first."""
        year = self.year_for_all or self.done[-1].reach
        for behind, item in zip(self.done[::-1], self.done[-2::-1], strict=False):
            if item.years or item.numbers:
                year = item.reach
            elif year:
                item.years = [year]
            elif _shares_year(item, behind):
                item.years = [*behind.years]  # "a fourth- and a seventh-round pick next year"
        return year

    def _found_something(self) -> bool:
        return bool(self.item.said or self.item.years or self.done)

    def _describes_a_player(self) -> bool:
        """Read "2022 fifth-round pick Kyren Williams": the pick is history, the man is the asset."""
        if (
            self.history
            or self._is_years_ago()
            or (self.first and self.tokens[self.first - 1].low in _BEFORE_PAST)
        ):
            return True
        if [token.low for token in self.tokens[max(0, self.first - 2) : self.first]] == _LAST_YEAR:
            return True  # "last year's No. 3 overall pick"
        if self.tokens[self.first].low in {"their", "his", "its"} and self._is_past():
            return True
        if self.swap or any(item.plural for item in self.done) or self.stop >= len(self.tokens):
            return False
        follower = self.tokens[self.stop]
        if not (follower.capital and self.tokens[self.stop - 1].low in HEADS):
            return False
        return not follower.hyphen and follower.low not in _NOT_A_MAN

    def _is_years_ago(self) -> bool:
        """Read "the third overall pick a year ago"."""
        behind = [token.low for token in self.tokens[self.stop : self.stop + 3]]
        return behind[1:2] in (["year"], ["years"]) and behind[2:] == ["ago"]

    def _ranks_a_man(self) -> bool:
        """Read "No. 1 cornerback": no pick."""
        item = self.done[-1]
        follower = self.tokens[self.stop].low if self.stop < len(self.tokens) else ""
        return bool(item.numbers) and not item.head and not item.rounds and follower in _ranked()

    def _is_past(self) -> bool:
        """The year lies behind: "their 2019 first-round pick" is a man."""
        low = self._low(self.first + 1 - self.at)
        return is_year(low) and int(low) < self.published.year

    def _season_of_number(self) -> int | None:
        """Overall numbers are known from January to the draft: they name that year's picks."""
        year = self.published.year
        return year if next_draft(self.published) == year else None


def _shares_year(item: Item, behind: Item) -> bool:
    """Read "a first and a fourth next year" as well."""
    alike = behind.head or (behind.alone and behind.years_behind)
    return alike and item.alone and not item.head and len(behind.years) == 1


def _one_each_way(picks: tuple[Pick, ...]) -> tuple[Pick, ...]:
    """Where a swap names two kinds of pick, it is open who gives which: only the common year is told."""
    kinds = tuple(dict.fromkeys(picks))
    if len(kinds) < 2:  # noqa: PLR2004 - two kinds
        return kinds
    seasons = {pick.season for pick in kinds}
    return (Pick(season=seasons.pop() if len(seasons) == 1 else None),)

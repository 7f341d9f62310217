"""How a desk prints draft picks, and what of each pick its words state."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from random import Random

from bot import clubs
from bot.model import ClubCode, Pick

_ROUNDS = ("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh")
_NTH = ("", "1st", "2nd", "3rd", "4th", "5th", "6th", "7th")
_COUNTS = ("", "a", "two", "three", "four", "five")
_DRAFT_OVER = (5, 3)

Worded = tuple[str, tuple[Pick, ...]]


class PickPen:
    """One desk's habits with picks.

    Attributes:
        noun: "round pick", "rounder", "round selection", "round draft pick".
        year: where the year stands: before, behind, in the draft's name, told from today, nowhere.
        numbered: picks of this year's draft are told by their number where it is known.
        clause: a condition is told in words.
        via: now and then a club is named whose pick it was.
    """

    def __init__(
        self, rng: Random, day: datetime, parties: frozenset[ClubCode], *, wire: bool = False
    ) -> None:
        self.rng, self.day = rng, day
        self.others = [club for club in clubs.CLUBS if club.code not in parties]
        nouns = ("-round pick", "-round draft pick", "-round selection", "-rounder", "")
        self.noun = rng.choice(nouns[:2] if wire else nouns)
        years = ("before", "before", "behind", "draft", "relative", "none")
        self.year = rng.choice(("before", "before", "behind", "draft") if wire else years)
        self.nth = rng.random() < (0.1 if wire else 0.2)
        self.numbered = self.clause = self.via = False
        if not self.noun:
            self.year = "before" if self.year == "none" else self.year

    def group(self, picks: Sequence[Pick]) -> list[Worded]:
        """Phrases for all of them; some share their year or round."""
        shared = self._shared(picks) if len(picks) > 1 else None
        return [shared] if shared else [self.one(pick) for pick in picks]

    def _shared(self, picks: Sequence[Pick]) -> Worded | None:
        if any(p.condition or not p.round for p in picks) or self._is_special(picks):
            return None
        seasons, rounds = {p.season for p in picks}, {p.round for p in picks}
        bare = tuple(replace(p, number=None) for p in picks)
        noun = {"": "-round pick"}.get(self.noun, self.noun)
        if len(seasons) == 1 and len(rounds) == 1:
            return f"{_COUNTS[len(picks)]} {picks[0].season} {self._round(picks[0])}{noun}s", bare
        if len(seasons) == 1 and len(rounds) == len(picks):
            return self._rounds_of_one_year(bare, noun), bare
        if len(rounds) == 1 and len(seasons) == len(picks):
            years = _and([str(p.season) for p in picks])
            text = f"{self._round(picks[0])}{noun}s"
            return (f"{years} {text}" if self.year == "before" else f"{text} in {years}"), bare
        return None

    def _rounds_of_one_year(self, picks: Sequence[Pick], noun: str) -> str:
        words = [self._round(p) for p in picks]
        text = _and([*(f"{word}-" for word in words[:-1]), f"{words[-1]}{noun}s"])
        return (
            f"{picks[0].season} {text}" if self.year == "before" else f"{text} in {picks[0].season}"
        )

    def _is_special(self, picks: Sequence[Pick]) -> bool:
        if self.via or self.year in {"none", "relative"} or self.rng.random() < 0.4:
            return True
        return self.numbered and any(self._number(p) for p in picks)

    def one(self, pick: Pick) -> Worded:
        """One pick in words."""
        if self.numbered and (number := self._number(pick)):
            return self._by_number(pick, number)
        if not pick.round:
            plain = replace(pick, round=None, number=None)
            return f"a {'conditional ' if pick.condition else ''}{pick.season} draft pick", (plain,)
        return self._by_round(replace(pick, number=None))

    def _number(self, pick: Pick) -> int | None:
        """The number, where the order of this year's draft is known."""
        return pick.number if pick.season == self.day.year and self._is_before_draft() else None

    def _is_before_draft(self) -> bool:
        return (self.day.month, self.day.day) < _DRAFT_OVER

    def _by_number(self, pick: Pick, number: int) -> Worded:
        plain = Pick(number=number, season=None)
        full = replace(pick, season=None, condition=None)
        forms = (
            (f"No. {number} overall", plain),
            (f"the No. {number} overall pick", plain),
            (f"the No. {number} pick", plain),
            (f"pick No. {number}", plain),
            (f"a {_ROUNDS[pick.round or 0]}-round pick (No. {number} overall)", full),
            (f"a {_ROUNDS[pick.round or 0]}-round pick (No. {number})", full),
        )
        text, stated = self.rng.choice(forms if pick.round else forms[:4])
        return text, (stated,)

    def _by_round(self, pick: Pick) -> Worded:
        words = f"{self._round(pick)}{self.noun}"
        text, season = self._dated(words, pick.season or 0, open_=bool(pick.condition))
        stated = replace(pick, season=season)
        if pick.condition and self.clause and pick.round and pick.round > 1:
            clause = self.rng.choice(("that could become", "that can become", "that would become"))
            clause += f" a {_ROUNDS[pick.round - 1]}-rounder"
            bare, season = self._dated(words, pick.season or 0, open_=False)
            return f"{bare} {clause}", (replace(pick, season=season, condition=clause),)
        if self.via and not pick.condition:
            club = self.rng.choice(self.others)
            return f"{text} (via {club.nickname})", (replace(stated, original=club.code),)
        return text, (stated,)

    def _dated(self, words: str, season: int, *, open_: bool) -> tuple[str, int | None]:
        """The words with their year where this desk puts it, and the year if it is stated."""
        front = "conditional " if open_ else ""
        ahead = season - self.day.year
        match self.year:
            case "before":
                return f"a {front}{season} {words}", season
            case "behind":
                return f"a {front}{words} in {season}", season
            case "draft":
                return f"a {front}{words} in the {season} {self._league()}draft", season
            case "relative" if ahead in {0, 1}:
                return f"a {front}{words} {self._relative(ahead)}", season
            case "relative":
                return f"a {front}{words} in {season}", season
            case _:
                return f"a {front}{words}", None

    def _league(self) -> str:
        return "" if self.nth else "NFL "

    def _relative(self, ahead: int) -> str:
        forms = (
            ["in next year's draft", "next year"]
            if ahead
            else ["in this year's draft", "this year"]
        )
        if ahead != self._is_before_draft():
            forms.append("in the upcoming draft")
        return self.rng.choice(forms)

    def _round(self, pick: Pick) -> str:
        return (_NTH if self.nth else _ROUNDS)[pick.round or 0]


def _and(words: Sequence[str]) -> str:
    return " and ".join(words) if len(words) < 3 else f"{', '.join(words[:-1])} and {words[-1]}"

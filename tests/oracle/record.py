"""What does not come by the week: trades, drafts, the chart, and our own list of coaches."""

import csv
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from tests.oracle.people import People, read, whole
from tests.oracle.words import club, plain


@dataclass(frozen=True, slots=True)
class Leg:
    """One asset; a pick has a season."""

    gave: str
    received: str
    key: str | None
    name: str
    season: int | None
    round: int | None
    number: int | None

    def number_on(self, day: str) -> int | None:
        """A pick's number counts from 1 April of its season."""
        return self.number if self.season and f"{self.season}-04-01" <= day else None


@dataclass(frozen=True, slots=True)
class Trade:
    """A recorded trade."""

    id: int
    season: int
    day: str
    legs: tuple[Leg, ...]

    @property
    def players(self) -> list[Leg]:
        """Legs that are players."""
        return [leg for leg in self.legs if leg.season is None]

    @property
    def picks(self) -> list[Leg]:
        """Legs that are picks."""
        return [leg for leg in self.legs if leg.season is not None]

    @property
    def clubs(self) -> set[str]:
        """Every party."""
        return {c for leg in self.legs for c in (leg.gave, leg.received)}


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft choice."""

    season: int
    round: int
    pick: int
    club: str

    @property
    def known(self) -> str:
        """No draft ended later."""
        return f"{self.season}-05-15"


@dataclass(frozen=True, slots=True)
class Run:
    """A coach in a post, from a day up to, not with, another."""

    name: str
    club: str
    slot: str
    since: str
    until: str


class Record:
    """The files for all seasons."""

    def __init__(self, folder: Path, coaches: Path, people: People) -> None:
        self.drafted: dict[str, Drafted] = {}
        self._read_draft(folder, people)
        self.trades = _trades(folder, people, self.drafted)
        self.moves: dict[str, list[tuple[Trade, Leg]]] = defaultdict(list)
        for trade in self.trades:
            for leg in trade.players:
                if leg.key:
                    self.moves[leg.key].append((trade, leg))
        self.chart = [float(r["hill"]) for r in _csv(folder / "draft" / "draft_values_nfldata.csv")]
        self.staff = [
            Run(r["name"], r["team"], r["slot"], r["from"], r["until"]) for r in _csv(coaches)
        ]

    def _read_draft(self, folder: Path, people: People) -> None:
        for file in ("draft_picks_1980_2023.csv", "draft_picks_2022_2025.csv"):
            for r in read(folder, file):
                key = people.key(r["gsis_id"], r["pfr_player_id"])
                season, rnd, pick = (whole(r[c]) or 0 for c in ("season", "round", "pick"))
                if key and (season < 2022) == (file == "draft_picks_1980_2023.csv"):
                    self.drafted[key] = Drafted(season, rnd, pick, club(r["team"]))

    def value(self, rnd: int, number: int | None) -> float:
        """The chart's value of a pick; without a number, of the middle of its round."""
        place = number or (16, 48, 80, 112, 144, 176, 208)[rnd - 1]
        return self.chart[min(place, len(self.chart)) - 1]


def _csv(path: Path) -> list[dict[str, str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))


def _trades(folder: Path, people: People, drafted: dict[str, Drafted]) -> list[Trade]:
    legs: dict[int, list[Leg]] = defaultdict(list)
    head: dict[int, tuple[int, str]] = {}
    for r in read(folder, "trades.csv"):
        number = int(r["trade_id"])
        head[number] = int(r["season"]), r["trade_date"]
        leg = _leg(r, people, drafted)
        if not r["pfr_id"] and legs[number] and _names_the_pick(legs[number][-1], leg):
            continue
        legs[number].append(leg)
    return [Trade(number, *head[number], tuple(assets)) for number, assets in legs.items()]


def _names_the_pick(pick: Leg, leg: Leg) -> bool:
    """A bare name right below a pick that was used and names nobody: who was drafted with it."""
    nameless = pick.season and pick.number and not pick.name
    below = leg.season is None and (pick.gave, pick.received) == (leg.gave, leg.received)
    return bool(nameless and below)


def _leg(r: dict[str, str], people: People, drafted: dict[str, Drafted]) -> Leg:
    season, rnd, number = (whole(r[c]) for c in ("pick_season", "pick_round", "pick_number"))
    key = people.key("", r["pfr_id"]) if season is None else ""
    if season is None and not key:
        key = _only_namesake(r, people, drafted)
    elif key:
        people.note(key, [r["pfr_name"]], "")
    return Leg(
        club(r["gave"]), club(r["received"]), key or None, r["pfr_name"], season, rnd, number
    )


def _only_namesake(r: dict[str, str], people: People, drafted: dict[str, Drafted]) -> str:
    """Who of those playing about then is meant by a bare name; one just drafted by the receiver was a pick."""
    season = int(r["season"])
    called = {k for k in people.called(plain(r["pfr_name"])) if people.plays_about(k, season)}
    key = next(iter(called)) if len(called) == 1 else ""
    choice = drafted.get(key)
    became = (choice.season, choice.club) if choice else None
    return "" if became == (season, club(r["received"])) else key


def same_name(one: str, two: str) -> bool:
    """Whether two printed names are one."""
    return plain(one) == plain(two)

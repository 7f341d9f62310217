"""All that a card of a recorded trade should know."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.oracle.about_club import about_receiver, about_sender
from tests.oracle.about_coach import about_coaches
from tests.oracle.about_player import about_player
from tests.oracle.about_price import about_price
from tests.oracle.day import Day, Named
from tests.oracle.record import Leg, Trade
from tests.oracle.words import MAIN


@dataclass(frozen=True, slots=True)
class Fact:
    """One expected reason."""

    kind: str
    topic: str
    club: str | None
    player: Named | None
    data: dict[str, Any]


def card(day: Day, trade: Trade) -> list[Fact]:
    """Every reason, each once, in no order."""
    facts: list[Fact] = []
    for fact in (*_receiver(day, trade), *_player(day, trade), *_sender(day, trade)):
        if fact not in facts:
            facts.append(fact)
    prices = about_price(day, trade)
    return [*facts, *(Fact(kind, "price", None, None, data) for kind, data in prices)]


def _player(day: Day, trade: Trade) -> Iterator[Fact]:
    for leg in trade.players:
        if leg.key:
            for kind, data in about_player(day, leg, trade):
                yield Fact(kind, "player", leg.gave, day.named(leg.key), data)


def _man(kind: str, data: dict[str, Any]) -> Named | None:
    """The player that a reason about a club speaks of."""
    return data.get(kind)


def _career(day: Day, leg: Leg) -> float:
    stat = MAIN.get(day.world.people.group(leg.key or "") or "", "")
    return sum(s.stats.get(stat, 0) for s in day.seasons(leg.key or ""))


def _receiver(day: Day, trade: Trade) -> Iterator[Fact]:
    for leg in trade.players:
        group = day.world.people.group(leg.key or "")
        if not leg.key:
            continue
        for kind, data in about_receiver(day, leg.received, group or "", trade.players):
            yield Fact(kind, "receiver", leg.received, _man(kind, data), data)
        for kind, data in about_coaches(day, leg):
            yield Fact(kind, "receiver", leg.received, day.named(leg.key), data)


def _sender(day: Day, trade: Trade) -> Iterator[Fact]:
    known = [leg for leg in trade.players if leg.key]
    told: set[tuple[str, str | None]] = set()
    for leg in sorted(known, key=lambda m: (-_career(day, m), m.name)):
        place = leg.gave, day.world.people.group(leg.key or "")
        for kind, data in about_sender(day, leg.gave, leg, trade.players):
            if kind == "record" or place not in told:
                yield Fact(kind, "sender", leg.gave, _man(kind, data), data)
        told.add(place)

"""One invented trade and the many ways in which it is told, each at its own time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from bot import gate, merge
from bot.model import (
    ClubCode,
    Deal,
    DealStatus,
    DeliveryKey,
    GsisId,
    Leg,
    Pick,
    Player,
    Report,
    ReportKind,
    Source,
    SourceKind,
    Status,
    Trade,
    TradeId,
    Trust,
)
from tests.builders import GB, NOON, NYJ, REPORTER, a_deal, a_destination, a_report

RAPOPORT = Source(name="Ian Rapoport", kind=SourceKind.REPORTER, tier=1)
DAWN = NOON.replace(hour=7)  # the stamp of a wire row, which knows only its day
NAMES = ["Dale Preston", "Roy Preston", "Tom Reyes", "Omar St. Clair"]  # invented
EVERYWHERE = a_destination(statuses=tuple(Status))
WIRE: dict[str, Any] = {
    "kind": ReportKind.WIRE,
    "trust": Trust.OFFICIAL,
    "status": DealStatus.OFFICIAL,
}
Telling = tuple[Report, Deal]


@dataclass(frozen=True)
class Truth:
    """What happened: these players from Green Bay to New York for this price."""

    players: tuple[Player, ...]
    price: tuple[Pick, ...]

    def legs(self, price: Iterable[Pick]) -> tuple[Leg, ...]:
        """The players, and this return."""
        there = [Leg(gave=GB, received=NYJ, asset=player) for player in self.players]
        return (*there, *(Leg(gave=NYJ, received=GB, asset=pick) for pick in price))

    def tellings(self) -> list[tuple[str, dict[str, Any]]]:
        """Every way to tell it: true, partly true, vague and wrong."""
        first = self.players[0]
        last = Player(name=first.name.split(" ", 1)[1], partial=True)
        vague = self.legs(Pick(season=pick.season) for pick in self.price)
        wrong = self.legs([*self.price[1:], Pick(season=2028, round=2)])
        bare = (Leg(gave=GB, received=None, asset=first),)
        gained = (Leg(gave=None, received=NYJ, asset=first),)
        whole = self.legs(self.price)
        known = Player(name=f"{first.name} Jr.", position="WR", gsis=GsisId(f"00-{first.name}"))
        blog = {"trust": Trust.AGGREGATOR, "feed": "blog"}
        talk = {"status": DealStatus.RUMOUR, "legs": bare, "clubs": (GB,)}
        return [
            ("talk", talk),
            ("vague", {"legs": vague}),
            ("wrong", {"legs": wrong}),
            ("other", {"legs": whole, "sources": (RAPOPORT,), "feed": "league desk"}),
            ("nameless", {"legs": self.legs(()), "sources": ()}),
            ("surname", {"legs": (Leg(gave=GB, received=NYJ, asset=last),)}),
            ("known", {"legs": (Leg(gave=GB, received=NYJ, asset=known),)}),
            ("copy", {"legs": wrong, **blog}),
            ("echo", {"legs": whole[:1], **blog}),
            ("gossip", {**talk, **blog, "sources": ()}),
            ("row", {"legs": whole, **WIRE}),
            ("mirror", {"legs": wrong[::-1], "clubs": (NYJ, GB), **WIRE}),
            ("bare", {"legs": bare, "clubs": (GB,), **WIRE}),
            ("refiled", {"legs": whole, "days": 2, **WIRE}),
            ("gained", {"legs": gained, "clubs": (NYJ,), **WIRE}),
        ]


def told(name: str, at: datetime, lag: timedelta, how: dict[str, Any]) -> Telling:
    """One telling as a report and its deal."""
    on_wire = how.get("kind") is ReportKind.WIRE
    late = timedelta(days=how.get("days", 0))
    published = (DAWN if on_wire else at) + late
    report: dict[str, Any] = {"id": name, "published_at": published, "feed": "desk"}
    report |= {"seen_at": at + lag + late, "day_only": on_wire, "title": name}
    report |= {key: how[key] for key in ("trust", "kind", "feed") if key in how}
    deal = {key: how[key] for key in ("legs", "clubs", "status", "sources") if key in how}
    sources = () if on_wire else (REPORTER,)
    return a_report(**report), a_deal(**{"sources": sources, **deal})


positions = st.sampled_from([None, "WR"])
picks = st.builds(Pick, season=st.sampled_from([2026, 2027]), round=st.integers(1, 7))
truths = st.builds(
    Truth,
    players=st.lists(
        st.builds(Player, name=st.sampled_from(NAMES), position=positions),
        min_size=1,
        max_size=3,
        unique_by=lambda player: player.name,
    ).map(tuple),
    price=st.lists(picks, max_size=3).map(tuple),
)
minutes_of_a_day = st.integers(0, 10 * 60).map(lambda n: timedelta(minutes=n))


@st.composite
def stories(draw: st.DrawFn, needed: str = "vague") -> list[Telling]:
    """Two to eight reports of one trade, one of which (`needed`) may be shown by itself."""
    truth = draw(truths)
    ways = dict(truth.tellings())
    names = draw(st.lists(st.sampled_from(sorted(ways)), min_size=1, max_size=7, unique=True))
    found = []
    for name in dict.fromkeys([needed, *names]):
        at = NOON + draw(minutes_of_a_day)
        found.append(told(name, at, draw(minutes_of_a_day) / 10, ways[name]))
    return found


@dataclass
class World:
    """What the store and the ledger hold, without either."""

    trades: dict[TradeId, Trade] = field(default_factory=dict)
    posts: list[DeliveryKey] = field(default_factory=list)
    now: datetime = NOON - timedelta(days=9)

    def hear(self, tellings: Sequence[Telling]) -> None:
        """Take in the reports in this order, each when it is seen or later."""
        for report, deal in tellings:
            self.now = max(self.now, report.seen_at)
            known = [trade for trade in self.trades.values() if found_by(trade, deal)]
            change = merge.decide(report, deal, known, self.now)
            if change is not None:
                self.trades[change.trade.id] = change.trade
                self._show(change.trade)

    def _show(self, trade: Trade) -> None:
        verdict = gate.decide(trade, self.now)
        wanted = gate.wanted(trade, verdict, [EVERYWHERE], self.posts)
        self.posts += [key for key, _, _ in wanted if key not in self.posts]


def found_by(trade: Trade, deal: Deal) -> bool:
    """What a store answers with: a common player, or two common clubs."""
    asked = [leg.asset for leg in deal.legs if isinstance(leg.asset, Player)]
    keys = {key for player in trade.players for key in merge.index_keys(player)}
    shared = set[ClubCode](trade.clubs) & set(deal.clubs)
    return any(merge.query_keys(player) & keys for player in asked) or len(shared) > 1

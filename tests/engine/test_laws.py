"""Laws of merge and gate, for any trade: order, duplication and repetition change nothing in the end."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot import gate, merge
from bot.clubs import CLUBS
from bot.model import (
    Asset,
    Cash,
    ClubCode,
    Deal,
    DealKind,
    DealStatus,
    DeliveryKey,
    FutureConsiderations,
    Leg,
    Pick,
    Player,
    Report,
    ReportKind,
    Status,
    Trade,
    TradeId,
    Trust,
    name_key,
)
from tests.builders import NOON, REPORTER, a_deal, a_destination, a_report

NAMES = ["Dale Preston", "Tom Reyes", "Omar Tillis", "Pete Valdry", "Ruben Stallard"]  # invented
PLAYERS = [Player(name=name, position=place) for name in NAMES for place in ("WR", None)]
CODES = [ClubCode(club.code) for club in CLUBS[:4]]
EVERYWHERE = a_destination(statuses=tuple(Status))

picks = st.builds(
    Pick,
    season=st.sampled_from([None, 2026, 2027]),
    round=st.sampled_from([None, 1, 4, 7]),
    number=st.sampled_from([None, None, 33]),
    condition=st.sampled_from([None, "conditional"]),
)
assets: st.SearchStrategy[Asset] = st.one_of(
    st.sampled_from(PLAYERS), picks, st.just(Cash()), st.just(FutureConsiderations())
)
ends = st.sampled_from([None, *CODES])
legs = st.lists(st.builds(Leg, gave=ends, received=ends, asset=assets), max_size=4).map(tuple)
pick_legs = st.builds(Leg, gave=ends, received=ends, asset=picks)


@st.composite
def told_deals(draw: st.DrawFn) -> tuple[Report, Deal]:
    """Any report of any deal, true or not."""
    moved = draw(legs)
    kind = DealKind.TRADE
    if not any(isinstance(leg.asset, Player) for leg in moved):
        kind, moved = DealKind.PICK_TRADE, (*moved, draw(pick_legs))
    parties = [club for leg in moved for club in (leg.gave, leg.received) if club]
    deal = a_deal(
        kind=kind,
        status=draw(st.sampled_from(DealStatus)),
        legs=moved,
        clubs=tuple(dict.fromkeys([*parties, *draw(st.lists(st.sampled_from(CODES), max_size=2))])),
        sources=draw(st.sampled_from([(), (REPORTER,)])),
    )
    day = NOON + timedelta(days=draw(st.integers(0, 20)))
    report = a_report(
        id=f"r{draw(st.integers(0, 9))}", trust=draw(st.sampled_from(Trust)), published_at=day
    )
    return report, deal


@dataclass
class World:
    """What the store and the ledger hold, without either."""

    trades: dict[TradeId, Trade] = field(default_factory=dict)
    wanted: dict[DeliveryKey, int] = field(default_factory=dict)

    def hear(self, report: Report, deal: Deal) -> Trade | None:
        """Decide on a report, and keep what it changes."""
        known = [trade for trade in self.trades.values() if _is_candidate(trade, deal)]
        change = merge.decide(report, deal, known[::-1], report.published_at)
        if change is None:
            return None
        assert change.expected_version == self._version(change.trade.id)
        self.trades[change.trade.id] = change.trade
        verdict = gate.decide(change.trade, report.published_at)
        for key, _, version in gate.wanted(change.trade, verdict, [EVERYWHERE], self.wanted):
            assert version >= self.wanted.get(key, 0)
            self.wanted[key] = version
        return change.trade

    def _version(self, trade: TradeId) -> int:
        return self.trades[trade].version if trade in self.trades else 0


def _is_candidate(trade: Trade, deal: Deal) -> bool:
    """What a store answers with: a common player, or two common clubs."""
    ours = {name_key(player.name) for player in trade.players}
    theirs = {name_key(leg.asset.name) for leg in deal.legs if isinstance(leg.asset, Player)}
    return bool(ours & theirs) or len(set(trade.clubs) & set(deal.clubs)) > 1


def visible(trade: Trade) -> tuple[object, ...]:
    """What a reader of the card can tell."""
    moved = Counter(trade.legs)
    return trade.id, trade.version, trade.status, trade.kind, moved, trade.clubs, trade.sightings


@given(st.lists(told_deals(), max_size=5), told_deals())
@settings(max_examples=150, deadline=None)
def test_a_report_told_twice_says_no_more_than_once(
    before: Sequence[tuple[Report, Deal]], last: tuple[Report, Deal]
) -> None:
    """Whatever is known, the second time changes nothing that a reader sees, and wants nothing more."""
    world = World()
    for report, deal in before:
        world.hear(report, deal)
    once = world.hear(*last)
    wanted, count = dict(world.wanted), len(world.trades)
    twice = world.hear(*last)
    assert (twice and visible(twice)) == (once and visible(once))
    assert (world.wanted, len(world.trades)) == (wanted, count)


@given(st.lists(told_deals(), max_size=12))
@settings(max_examples=80, deadline=None)
def test_versions_rise_by_one_where_a_reader_sees_a_change(
    told: Sequence[tuple[Report, Deal]],
) -> None:
    """A version never falls, and status moves forward, but for a first filing of what was said to be off."""
    world, order = World(), list(Status)
    for report, deal in told:
        known = dict(world.trades)
        trade = world.hear(report, deal)
        before = known.get(trade.id) if trade else None
        if trade and before:
            changed = (before.status, Counter(before.legs)) != (trade.status, Counter(trade.legs))
            assert trade.version - before.version in ({1} if changed else {0, 1})
            reopened = (before.status, trade.status) == (Status.VOIDED, Status.OFFICIAL)
            assert reopened or order.index(trade.status) >= order.index(before.status)


# --- one trade, told in many ways ---


@dataclass(frozen=True)
class Truth:
    """A trade as it is: who moves, and what comes back."""

    giver: ClubCode
    taker: ClubCode
    players: tuple[Player, ...]
    price: tuple[Pick, ...]

    def legs(self, price: Sequence[Pick]) -> tuple[Leg, ...]:
        """The players and this return."""
        there = [Leg(gave=self.giver, received=self.taker, asset=player) for player in self.players]
        back = [Leg(gave=self.taker, received=self.giver, asset=pick) for pick in price]
        return (*there, *back)

    def versions(self) -> list[tuple[Report, Deal]]:
        """Every way in which it is told, each true as far as it goes."""
        pair = (self.giver, self.taker)
        vague = [Pick(season=pick.season) for pick in self.price]
        bare = tuple(
            Leg(gave=self.giver, received=None, asset=player) for player in self.players[:1]
        )
        full = self.legs(self.price)
        return [
            _news("talk", DealStatus.RUMOUR, bare, (self.giver,)),
            _news("first", DealStatus.AGREED, self.legs(vague), pair),
            _news("who", DealStatus.AGREED, self.legs(()), pair),
            _news("terms", DealStatus.AGREED, full, pair),
            _news("blog", DealStatus.AGREED, full[:1], pair, Trust.AGGREGATOR),
            _row("giver", full, pair, self.giver),
            _row("taker", full[::-1], pair[::-1], self.taker),
            _row("bare", bare, (self.giver,), self.giver),
            _row("one-sided", self.legs(()), pair, self.taker),
        ]


def _news(
    name: str,
    status: DealStatus,
    told: tuple[Leg, ...],
    pair: tuple[ClubCode, ...],
    trust: Trust = Trust.TRUSTED,
) -> tuple[Report, Deal]:
    return a_report(id=name, trust=trust), a_deal(status=status, legs=told, clubs=pair)


def _row(
    name: str, told: tuple[Leg, ...], pair: tuple[ClubCode, ...], filer: ClubCode
) -> tuple[Report, Deal]:
    report = a_report(
        id=name, trust=Trust.OFFICIAL, kind=ReportKind.WIRE, filer=filer, day_only=True
    )
    return report, a_deal(status=DealStatus.OFFICIAL, legs=told, clubs=pair, sources=())


exact_picks = st.builds(Pick, season=st.sampled_from([2026, 2027]), round=st.integers(1, 7))
truths = st.builds(
    Truth,
    giver=st.sampled_from(CODES[:2]),
    taker=st.sampled_from(CODES[2:]),
    players=st.lists(
        st.sampled_from(PLAYERS), min_size=1, max_size=3, unique_by=lambda player: player.name
    ).map(tuple),
    price=st.lists(exact_picks, max_size=3).map(tuple),
)


@given(truths, st.data())
@settings(max_examples=150, deadline=None)
def test_one_trade_told_in_any_order_and_number_ends_the_same(
    truth: Truth, data: st.DataObject
) -> None:
    """One trade, all of its terms, official; each report once in its timeline."""
    versions = truth.versions()
    repeats = data.draw(st.lists(st.sampled_from(versions), max_size=5))
    world = World()
    for report, deal in data.draw(st.permutations([*versions, *repeats])):
        world.hear(report, deal)
    [trade] = world.trades.values()
    assert trade.status is Status.OFFICIAL
    assert Counter(trade.legs) == Counter(truth.legs(truth.price))
    assert Counter(sighting.report for sighting in trade.sightings) == Counter(
        report.id for report, _ in versions
    )
    [(key, version)] = world.wanted.items()
    assert (key.trade, version) == (trade.id, trade.version)


@given(truths, st.data())
@settings(max_examples=80, deadline=None)
def test_the_news_alone_ends_the_same_too(truth: Truth, data: st.DataObject) -> None:
    """Some of the reports, in any order: the same trade as in the order of their telling."""
    some = data.draw(st.lists(st.sampled_from(range(9)), min_size=1, unique=True))
    ends = []
    for order in (some, sorted(some)):
        world = World()
        for number in order:
            world.hear(*truth.versions()[number])
        [trade] = world.trades.values()
        ends.append((trade.status, Counter(trade.legs), set(trade.clubs)))
    assert ends[0] == ends[1]

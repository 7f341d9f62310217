"""What came in quiet hours: one message in the morning, whatever happens on the way to it."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.engine.gather import MOST
from bot.engine.pacer import Pacer
from bot.engine.send import Sender
from bot.errors import (
    DeliveryError,
    MessageGoneError,
    PermanentDeliveryError,
    StoreError,
    TemporaryDeliveryError,
    UncertainDeliveryError,
)
from bot.model import (
    Card,
    CardKind,
    DeliveryKey,
    Destination,
    Manner,
    MessageRef,
    Quiet,
    Status,
    TradeId,
)
from bot.store import SqliteLedger, SqliteStore, open_database
from tests.builders import a_key, a_trade
from tests.engine.conftest import HERE, Rig
from tests.fakes import FakeClock, FakeNotifier

QUIET = Quiet(start=22, end=7, zone=ZoneInfo("UTC"))
EVENING = datetime(2025, 10, 7, 23, tzinfo=UTC)
NIGHTLY = Destination(
    **{name: getattr(HERE, name) for name in ("id", "platform", "channel", "lane")},
    quiet=QUIET,
    manner=Manner(pings=((Status.REPORTED, "77"),)),
)
LOST = UncertainDeliveryError("cut")


class Board(FakeNotifier):
    """A channel that remembers what each message lists."""

    def __init__(self, **given: Any) -> None:
        super().__init__(**given)
        self.lists: dict[MessageRef, list[str]] = {}
        self.kinds: dict[MessageRef, CardKind] = {}
        self.pinged = 0
        self.forum = False

    async def gathers(self, to: Destination) -> bool:
        """Not in a forum."""
        del to
        return not self.forum

    async def post(
        self, to: Destination, card: Card, key: DeliveryKey, under: MessageRef | None = None
    ) -> MessageRef:
        """As ever."""
        ref = await super().post(to, card, key, under)
        self.pinged += len(to.manner.pings)
        self._list(ref, card)
        return ref

    async def edit(self, to: Destination, ref: MessageRef, card: Card, key: DeliveryKey) -> None:
        """As ever."""
        await super().edit(to, ref, card, key)
        self._list(ref, card)

    def lines(self) -> Iterator[tuple[CardKind, str]]:
        """What stands in the channel, a trade a line."""
        return ((self.kinds[ref], line) for ref, lines in self.lists.items() for line in lines)

    def _list(self, ref: MessageRef, card: Card) -> None:
        self.kinds[ref] = card.kind
        self.lists[ref] = [f"{i.trade}@{i.version} {i.status}" for i in card.items or (card,)]


@dataclass(kw_only=True)
class Night(Rig):
    """A quiet channel at night."""

    notifier: Board = field(default_factory=Board)
    clock: FakeClock = field(default_factory=lambda: FakeClock(EVENING))  # type: ignore[assignment]
    destinations: tuple[Destination, ...] = (NIGHTLY,)

    async def told(self, *names: str, version: int = 1, **given: Any) -> None:
        """Trades are published, a minute after each other."""
        for name in names:
            trade = a_trade(id=TradeId(name), version=version, **given)
            keys = [a_key(trade=trade.id)]
            if trade.status is Status.VOIDED:
                keys.append(a_key(trade=trade.id, kind=CardKind.VOID))
            await self.publish(trade, *keys)
            self.clock.advance(60)

    async def work(self, queue: Any = None) -> None:
        """A new holder does everything that is due now."""
        sender = Sender(self.desk(queue), Pacer(1000, self.clock))
        sender.epoch = await self.ledger.acquire(HERE.lane)
        for _ in range(100):
            rows = await self.ledger.claim(HERE.lane, sender.epoch, self.clock.now())
            if not rows:
                return
            await sender.deliver(rows[0])
        pytest.fail("it never ends")

    def desk(self, queue: Any = None) -> Any:
        """With another queue, if one is given."""
        desk = super().desk()
        return desk if queue is None else type(desk)(**{**_fields(desk), "queue": queue})

    def morning(self) -> None:
        """Seven o'clock."""
        self.clock.advance((QUIET.until(self.clock.now()) - self.clock.now()).total_seconds())  # type: ignore[operator]

    def morning_if_quiet(self) -> None:
        """The same, unless it is day."""
        if QUIET.until(self.clock.now()) is not None:
            self.morning()

    @property
    def board(self) -> list[list[str]]:
        """What stands in the channel."""
        return list(self.notifier.lists.values())

    async def state(self, name: str) -> tuple[str, str]:
        """Of a trade's card."""
        rows = await self.store.deliveries(TradeId(name))
        return next((words, e) for row, words, e in rows if row.key.kind is CardKind.CARD)


def _fields(desk: Any) -> dict[str, Any]:
    return {name: getattr(desk, name) for name in type(desk).__slots__}


@pytest.fixture
async def night(tmp_path: Path) -> AsyncIterator[Night]:
    """An evening on a fresh database."""
    async with open_database(tmp_path / "gridwire.db") as database:
        made = Night(store=SqliteStore(database), ledger=SqliteLedger(database))
        await made.ledger.sync_destinations(made.destinations)
        yield made


async def test_the_night_comes_as_one_message_in_the_morning(night: Night) -> None:
    """In the order in which it happened, and nobody is called."""
    await night.told("a", "b", "c")
    await night.work()
    assert night.board == []
    night.morning()
    await night.work()
    assert night.board == [["a@1 reported", "b@1 reported", "c@1 reported"]]
    assert night.notifier.pinged == 0
    assert {await night.state(name) for name in "abc"} == {("shown", "")}


async def test_one_trade_of_the_night_is_its_own_card(night: Night) -> None:
    """A list of one would tell less."""
    await night.told("a")
    night.morning()
    await night.told("later")
    await night.work()
    assert night.board == [["a@1 reported"], ["later@1 reported"]]
    assert [call for call, _, _ in night.notifier.calls] == ["post", "post"]


async def test_the_list_shows_what_is_true_by_then_and_stays_true(night: Night) -> None:
    """A new version of one trade edits the message that tells of it, once."""
    await night.told("a", "b")
    await night.told("a", version=2)
    night.morning()
    await night.work()
    assert night.board == [["a@2 reported", "b@1 reported"]]
    await night.told("b", version=2)
    await night.told("a", version=3)
    await night.work()
    assert night.board == [["a@3 reported", "b@2 reported"]]
    assert [call for call, _, _ in night.notifier.calls] == ["post", "edit"]
    assert {key.trade for _, key, _ in night.notifier.calls} == {TradeId("a")}


async def test_what_fell_through_at_night_is_left_out(night: Night) -> None:
    """Nobody saw it; what falls through later is crossed out in the list, and a notice says so."""
    await night.told("a", "b", "c")
    await night.told("b", version=2, status=Status.VOIDED)
    night.morning()
    await night.work()
    assert night.board == [["a@1 reported", "c@1 reported"]]
    assert await night.state("b") == ("dead", "voided before it was shown")
    await night.told("c", version=2, status=Status.VOIDED)
    await night.work()
    assert night.board == [["a@1 reported", "c@2 voided"], ["c@2 voided"]]


async def test_a_night_of_very_many_trades_comes_in_several_messages(night: Night) -> None:
    """None is left out."""
    names = [f"t{n:02}" for n in range(MOST * 2 + 1)]
    await night.told(*names)
    night.morning()
    await night.work()
    assert [len(each) for each in night.board] == [MOST, MOST, 1]
    assert [line.split("@")[0] for each in night.board for line in each] == names


async def test_a_forum_gets_each_trade_by_itself(night: Night) -> None:
    """Each has its post there."""
    night.notifier.forum = True
    await night.told("a", "b")
    night.morning()
    await night.work()
    assert night.board == [["a@1 reported"], ["b@1 reported"]]


async def test_where_quiet_hours_are_ended_meanwhile_cards_come_by_themselves(
    night: Night,
) -> None:
    """Also those of a list that could not be sent yet."""
    night.notifier.script = [TemporaryDeliveryError("429", timedelta(seconds=5))]
    await night.told("a", "b")
    night.morning()
    await night.work()
    night.destinations = (HERE,)
    night.clock.advance(10)
    await night.work()
    assert night.board == [["a@1 reported"], ["b@1 reported"]]


async def test_a_channel_that_is_paused_at_night_gets_no_list(night: Night) -> None:
    """Who pauses alerts wants no new card, also none that waited."""
    await night.told("a", "b")
    night.destinations = (replace(NIGHTLY, paused=True),)
    night.morning()
    await night.work()
    assert night.board == []
    reason = "paused by a manager before it was shown"
    assert {await night.state(name) for name in "ab"} == {("dead", reason)}


async def test_a_list_that_is_refused_loses_its_first_trade_alone(night: Night) -> None:
    """The others are tried as a list of their own."""
    night.notifier.script = [PermanentDeliveryError("invalid form body")]
    await night.told("a", "b", "c")
    night.morning()
    await night.work()
    assert await night.state("a") == ("dead", "invalid form body")
    assert night.board == [["b@1 reported", "c@1 reported"]]


async def test_a_list_that_a_person_removed_stays_removed(night: Night) -> None:
    """For each of its trades."""
    await night.told("a", "b")
    night.morning()
    await night.work()
    night.notifier.script = [MessageGoneError("unknown message")] * 2
    await night.told("a", "b", version=2)
    await night.work()
    await night.told("a", "b", version=3)
    await night.work()
    assert [call for call, _, _ in night.notifier.calls] == ["post", "edit", "edit"]


@pytest.mark.parametrize("fault", [LOST, ("stored", LOST)])
@pytest.mark.parametrize("safe_s", [0, 120])
async def test_an_unknown_outcome_neither_loses_nor_doubles_the_list(
    night: Night, fault: Any, safe_s: float
) -> None:
    """Adopted with the nonce, or after looking back; then it is edited, and every trade counts as shown."""
    night.notifier.safe_s = safe_s
    night.notifier.script = [fault]
    await night.told("a", "b")
    night.morning()
    await night.work()
    night.clock.advance(30)
    await night.work()
    night.clock.advance(30)
    await night.work()
    assert night.board == [["a@1 reported", "b@1 reported"]]
    assert {await night.state(name) for name in "ab"} == {("shown", "")}


class Killed(BaseException):
    """The process ends here."""


class Mortal:
    """A ledger or a platform before or behind whose n-th call the process is killed."""

    def __init__(self, real: Any, left: list[int], *, after: bool) -> None:
        self._real, self._left, self._after = real, left, after

    def __getattr__(self, name: str) -> Any:
        real = getattr(self._real, name)
        if not asyncio.iscoroutinefunction(real):
            return real

        async def call(*args: Any, **given: Any) -> Any:
            self._left[0] -= 1
            if self._left[0] == 0 and not self._after:
                raise Killed
            result = await real(*args, **given)
            if self._left[0] == 0:
                raise Killed
            return result

        return call


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("safe_s", [0, 120])
async def test_a_kill_at_any_step_neither_loses_nor_doubles_a_trade(
    tmp_path: Path, safe_s: float, *, after: bool
) -> None:
    """Before and behind every call of the ledger and the platform, from the first claim to the last edit."""
    for step in range(1, 40):
        async with open_database(tmp_path / f"{step}.db") as database:
            night = Night(store=SqliteStore(database), ledger=SqliteLedger(database))
            night.notifier.safe_s = safe_s
            await night.ledger.sync_destinations(night.destinations)
            await night.told("a", "b", "c")
            night.morning()
            killed = await killed_at(night, step, after=after)
            for _ in range(4):
                night.clock.advance(200)
                await night.work()
            shown = sorted(line.split("@")[0] for each in night.board for line in each)
            assert shown == ["a", "b", "c"], f"killed at step {step}"
            assert {await night.state(name) for name in "abc"} == {("shown", "")}
            if not killed:
                return
    pytest.fail("the work has more steps than were tried")


async def killed_at(night: Night, step: int, *, after: bool) -> bool:
    """Work until the process dies before or behind this step; False: it had fewer steps."""
    left, real = [step], night.notifier
    night.notifier = Mortal(real, left, after=after)  # type: ignore[assignment]
    try:
        await night.work(Mortal(night.ledger, left, after=after))
    except (Killed, StoreError, DeliveryError):
        return True
    finally:
        night.notifier = real
    return False

"""What cards owe, done beside the lane: the platform in memory, the database real."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.engine import follow
from bot.engine.follow import Follower
from bot.engine.pacer import Pacer
from bot.errors import (
    PermanentDeliveryError,
    StoreError,
    TemporaryDeliveryError,
    UncertainDeliveryError,
)
from bot.model import DestinationId, TradeId
from bot.store import SqliteErrands, SqliteLedger, SqliteStore, open_database
from tests.builders import NOON, a_destination, a_key, minutes
from tests.contracts.steps import LANE, REF, claim, publish
from tests.fakes import FakeClock, FakeNotifier

HERE = a_destination(lane=LANE)


class Office:
    """One card that stands, and what it owes."""

    def __init__(self, database: Any) -> None:
        self.store, self.queue = SqliteStore(database), SqliteLedger(database)
        self.errands: Any = SqliteErrands(database)
        self.notifier, self.clock = FakeNotifier(), FakeClock()
        self.destinations = {HERE.id: HERE}
        self.pacer = Pacer(45, self.clock)
        self.zone = NOON.tzinfo

    async def owe(self, *names: str) -> None:
        """A card of each of these trades stands, and owes a thread."""
        epoch = await self.queue.acquire(LANE)
        for name in names:
            key = a_key(trade=TradeId(name))
            await publish(self.store, 1, key)
            await claim(self.queue, epoch)
            assert await self.queue.ack(key, epoch, 1, REF, minutes(1), owes={"thread": name})

    def follower(self) -> Follower:
        """Of a process."""
        return Follower(LANE, self, self.errands, self.pacer)  # type: ignore[arg-type]

    @asynccontextmanager
    async def working(self) -> AsyncIterator[Follower]:
        """Until killed."""
        follower = self.follower()
        task = asyncio.create_task(follower.run())
        try:
            yield follower
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def settled(self) -> None:
        """Everything that can be done now is."""
        async with self.working():
            await asyncio.sleep(0.15)

    def done(self) -> list[str]:
        """What was tried, in order."""
        return [errand.text for errand, _ in self.notifier.errands]


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Office]:
    """On a fresh database."""
    async with open_database(tmp_path / "gridwire.db") as database:
        opened = Office(database)
        await opened.queue.sync_destinations([HERE])
        yield opened


async def test_each_is_done_once_in_order(office: Office) -> None:
    """Also over a restart."""
    await office.owe("a", "b", "c")
    for _ in range(2):
        await office.settled()
    assert office.done() == ["a", "b", "c"]
    assert {to.id for _, to in office.notifier.errands} == {HERE.id}


async def test_one_that_fails_for_now_waits_ever_longer_and_for_a_day(
    office: Office, caplog: pytest.LogCaptureFixture
) -> None:
    """Then it is given up, with the reason in the log; the others go on meanwhile."""
    await office.owe("a", "b")
    office.notifier.troubles = [UncertainDeliveryError("cut")]
    await office.settled()
    assert office.done() == ["a", "b"]
    office.clock.advance(1)
    office.notifier.troubles = [TemporaryDeliveryError("busy", timedelta(hours=25))]
    await office.settled()
    office.clock.advance(25 * 3600)
    office.notifier.troubles = [TemporaryDeliveryError("busy", timedelta(minutes=1))]
    for _ in range(2):
        await office.settled()
        office.clock.advance(3600)
    assert office.done() == ["a", "b", "a", "a"]
    assert caplog.messages == ["card stands, errand waits"] * 2 + ["card stands, errand failed"]


@pytest.mark.parametrize("error", [PermanentDeliveryError("no"), ZeroDivisionError("a bug")])
async def test_one_that_cannot_be_done_is_dropped(office: Office, error: Exception) -> None:
    """The next has its turn."""
    await office.owe("a", "b")
    office.notifier.troubles = [error]
    for _ in range(2):
        await office.settled()
        office.clock.advance(3600)
    assert office.done() == ["a", "b"]


async def test_a_pause_of_the_lane_holds_here_and_one_met_here_holds_the_lane(
    office: Office,
) -> None:
    """A ban is the address's, whoever meets it."""
    await office.owe("a")
    office.pacer.pause(60)
    await office.settled()
    assert office.done() == []
    office.clock.advance(60)
    office.notifier.troubles = [
        TemporaryDeliveryError("banned", timedelta(minutes=15), lane_wide=True)
    ]
    await office.settled()
    assert office.pacer.wait_s() == pytest.approx(900)


async def test_what_is_owed_to_a_channel_that_was_removed_is_dropped(office: Office) -> None:
    """Nobody is there to want it."""
    await office.owe("a")
    office.destinations = {}
    await office.settled()
    office.destinations = {HERE.id: HERE, DestinationId("discord:9"): HERE}
    await office.settled()
    assert office.done() == []


async def test_a_database_that_fails_for_a_while_ends_nothing(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was done may be done again, which changes nothing."""

    class Faulty(SqliteErrands):
        failures = 2

        async def owed(self, *given: Any) -> Any:
            """As ever, after two failures."""
            if self.failures:
                self.failures -= 1
                raise StoreError("the database is held by another program")
            return await super().owed(*given)

    monkeypatch.setattr(follow, "SWEEP_S", 0.02)
    office.errands = Faulty(office.errands._db)
    await office.owe("a")
    await office.settled()
    assert office.done() == ["a"]

"""A lane on a real ledger, in front of a platform in memory."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC
from pathlib import Path

import pytest

from bot.app.clock import SystemClock
from bot.engine.lane import Desk, Lane
from bot.model import Change, ChangeReason, DeliveryKey, Destination, LaneId, Trade
from bot.store import SqliteLedger, SqliteStore, open_database
from tests.builders import a_destination, a_key, a_report
from tests.engine.watching import Watch, watching
from tests.fakes import FakeNotifier

HERE = a_destination(lane=LaneId("test"))


@dataclass(kw_only=True)
class Rig:
    """Store, ledger and platform, and lanes that can be started and cancelled like a killed process."""

    store: SqliteStore
    ledger: SqliteLedger
    notifier: FakeNotifier = field(default_factory=FakeNotifier)
    clock: SystemClock = field(default_factory=SystemClock)
    destinations: tuple[Destination, ...] = (HERE,)

    async def publish(self, trade: Trade, *keys: DeliveryKey) -> None:
        """Store this version and want it shown."""
        change = Change(reason=ChangeReason.TERMS, trade=trade, expected_version=trade.version - 1)
        wanted = [(key, HERE.lane, trade.version) for key in keys or (a_key(),)]
        report = a_report(id=f"{trade.id} {trade.version}")
        await self.store.apply(report, (), (change,), wanted, self.clock.now())

    def lane(self, rate_per_s: float = 1000) -> Lane:
        """A new holder."""
        return Lane(HERE.lane, self.desk(), rate_per_s=rate_per_s, takeover_s=0)

    def desk(self) -> Desk:
        """What a lane works with."""
        return Desk(
            queue=self.ledger,
            store=self.store,
            notifier=self.notifier,
            destinations={to.id: to for to in self.destinations},
            clock=self.clock,
            zone=UTC,
        )

    async def deliver(
        self,
        until: Callable[[], Awaitable[bool]],
        timeout_s: float = 5,
        *,
        rate_per_s: float = 1000,
    ) -> None:
        """Run a lane until this holds, then stop it cleanly."""
        stop = asyncio.Event()
        running = asyncio.create_task(self.lane(rate_per_s).run(stop))
        async with asyncio.timeout(timeout_s):
            while not await until():  # noqa: ASYNC110 - what it waits for is in the database
                await asyncio.sleep(0.01)
        stop.set()
        await running

    async def states(self) -> list[str]:
        """The state of each delivery of the sample trade."""
        return [state for _, state, _ in await self.store.deliveries(a_key().trade)]

    async def all_shown(self) -> bool:
        """Whether nothing is left to do."""
        return set(await self.states()) == {"shown"}


@pytest.fixture
async def rig(tmp_path: Path) -> AsyncIterator[Rig]:
    """A rig on a fresh database."""
    async with open_database(tmp_path / "gridwire.db") as database:
        rig = Rig(store=SqliteStore(database), ledger=SqliteLedger(database))
        await rig.ledger.sync_destinations(rig.destinations)
        yield rig


@pytest.fixture
async def watch(tmp_path: Path) -> AsyncIterator[Watch]:
    """A watch on a fresh database."""
    async with watching(tmp_path) as opened:
        yield opened

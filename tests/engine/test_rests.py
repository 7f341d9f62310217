"""Channels that rest after each call: the next row is ready when the rest is over, and nothing is claimed in vain."""

import asyncio
import time
from itertools import pairwise
from typing import cast

from bot.engine.lane import HELD_S
from bot.model import Card, DeliveryKey, Destination, DestinationId, MessageRef, TradeId
from bot.store import SqliteLedger
from tests.builders import a_key, a_trade
from tests.engine.conftest import Rig
from tests.engine.test_lane import Faulty, verbs
from tests.fakes import FakeNotifier


class RestingNotifier(FakeNotifier):
    """A platform whose channel rests after each call; a call that comes sooner waits."""

    def __init__(self, rest_s: float, *, repeat_safe_s: float = 120) -> None:
        super().__init__(repeat_safe_s=repeat_safe_s)
        self._rest_s, self._free_at = rest_s, 0.0
        self.stuck_from = 1000  # calls wait for ever from this one on
        self.held_s: list[float] = []
        self.posted_at: list[float] = []

    def rest_s(self, destination: DestinationId) -> float:
        """What is left of it."""
        del destination
        return max(0.0, self._free_at - time.monotonic())

    async def post(
        self, to: Destination, card: Card, key: DeliveryKey, under: MessageRef | None = None
    ) -> MessageRef:
        """When the rest is over."""
        self.held_s.append(self.rest_s(to.id))
        await asyncio.sleep(60 if len(self.held_s) >= self.stuck_from else self.held_s[-1])
        self.posted_at.append(time.monotonic())
        self._free_at = self.posted_at[-1] + self._rest_s
        return await super().post(to, card, key, under)


async def three_trades(rig: Rig) -> None:
    """For one channel."""
    for name in ("one", "two", "three"):
        await rig.publish(a_trade(id=TradeId(name)), a_key(trade=TradeId(name)))


async def test_the_next_row_is_ready_when_its_channels_rest_is_over(rig: Rig) -> None:
    """Claimed shortly before, so that the commit is no pause besides; and no sooner than that."""
    resting = rig.notifier = RestingNotifier(0.4)
    await three_trades(rig)
    await rig.deliver(lambda: asyncio.sleep(0, len(resting.shown) == 3))
    assert [key.trade for _, key, _ in resting.calls] == ["one", "two", "three"]
    assert all(after - before >= 0.4 for before, after in pairwise(resting.posted_at))
    assert max(resting.held_s) <= HELD_S


async def test_a_row_that_was_only_held_is_looked_for_after_a_kill_and_posted_once(
    rig: Rig,
) -> None:
    """The next holder cannot know that nothing was sent."""
    resting = rig.notifier = RestingNotifier(0.4, repeat_safe_s=0)
    resting.stuck_from = 2
    await three_trades(rig)
    running = asyncio.create_task(rig.lane().run(asyncio.Event()))
    async with asyncio.timeout(5):
        while len(resting.held_s) < 2:  # noqa: ASYNC110 - the moment of the kill
            await asyncio.sleep(0.01)
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
    resting.stuck_from = 1000
    await rig.deliver(lambda: asyncio.sleep(0, len(resting.shown) == 3))
    assert verbs(rig) == ["post", "look", "post", "post"]


async def test_with_nothing_due_nothing_is_written(rig: Rig) -> None:
    """A claim in vain would hold up the commits of every other lane."""
    ledger = Faulty(rig.ledger)
    rig.ledger = cast("SqliteLedger", ledger)
    lane, stop = rig.lane(), asyncio.Event()
    running = asyncio.create_task(lane.run(stop))
    for _ in range(20):
        lane.wake()
        await asyncio.sleep(0.01)
    await rig.publish(a_trade())
    lane.wake()
    async with asyncio.timeout(5):
        while not await rig.all_shown():  # noqa: ASYNC110 - what it waits for is in the database
            await asyncio.sleep(0.01)
    stop.set()
    await running
    assert ledger.calls["claim"] == 1

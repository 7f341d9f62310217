"""One lane: claim what is due, hand it to be sent at the lane's pace.

A row's life is in the ledger; nothing here is remembered over a restart. Neither an exception in one send
nor a database that fails for a while ends the lane; one that is damaged does.
"""

import asyncio
import logging
from collections import deque
from contextlib import suppress
from typing import Any

from bot.engine.follow import Follower
from bot.engine.outcome import backoff
from bot.engine.pacer import Pacer
from bot.engine.send import Desk, Sender
from bot.engine.sight import MOST_IN_FLIGHT, Sight
from bot.errors import SchemaError, StoreError
from bot.model import Delivery, DestinationId, LaneId

__all__ = ["DRAIN_S", "TAKEOVER_S", "Desk", "Lane"]

log = logging.getLogger(__name__)

SWEEP_S = 5.0  # heals a wake-up that was missed
TAKEOVER_S = 1.0  # one limiter window: an earlier holder's last sends still count at the platform
AHEAD_S = 0.1  # what goes out in this time is claimed in one commit
# Before its channel's rest is over a row is claimed: the commit takes no time of its own.
HELD_S = 0.05
SHORTLY_S = 0.01  # until what could not be claimed is looked at again
DRAIN_S = 10.0
LONGEST_TROUBLE_S = 30.0  # between two tries of a database that fails


class Lane:
    """The holder of one rate-limit domain."""

    def __init__(
        self, lane: LaneId, desk: Desk, *, rate_per_s: float, takeover_s: float = TAKEOVER_S
    ) -> None:
        self._lane, self._desk, self._takeover_s = lane, desk, takeover_s
        self._pacer = Pacer(rate_per_s, desk.clock)
        self._ahead = max(1, int(rate_per_s * AHEAD_S))
        self._sender, self._sight = Sender(desk, self._pacer), Sight(lane, desk)
        self._at_once = MOST_IN_FLIGHT
        self._follower = Follower(lane, desk, desk.errands, self._pacer) if desk.errands else None
        self._following: asyncio.Task[None] | None = None
        self._wake = asyncio.Event()
        self._busy: dict[
            DestinationId, float
        ] = {}  # destination -> free again at; inf while sending
        self._claimed: deque[Delivery] = deque()  # their sends have not begun
        self._tasks: set[asyncio.Task[None]] = set()
        self._holds = False  # only a new epoch frees a row that is stuck in our name
        self._troubles = 0  # of the database, one after another
        self._ruin: SchemaError | None = None

    @property
    def refused(self) -> bool:
        """Whether the platform refuses the token, which ends the lane."""
        return self._sender.refused

    def wake(self) -> None:
        """Something new may be due."""
        self._wake.set()
        if self._follower is not None:
            self._follower.wake()

    async def run(self, stop: asyncio.Event) -> None:
        """Deliver until told to stop, then finish what is in flight.

        1. Become the holder and let the earlier one's last calls pass.
        2. Wait for the pace, claim a few rows, send each in a task of its own.
        3. With nothing due, sleep until woken or until the next row's time.
        4. On stop, put back what was claimed only, and wait for the sends in flight.

        Raises:
            SchemaError: the database is damaged; what is known from it cannot be trusted.
        """
        try:
            while not stop.is_set() and not self.refused:
                await self._step(stop)
            with suppress(StoreError):  # else the next start takes them for begun, and makes sure
                await self._put_back()
            if self._tasks:
                await asyncio.wait(self._tasks, timeout=DRAIN_S)
        finally:
            left = [*self._tasks, *filter(None, [self._following])]
            for task in left:
                task.cancel()
            await asyncio.gather(*left, return_exceptions=True)

    async def _step(self, stop: asyncio.Event) -> None:
        try:
            await self._work(stop)
            if self._ruin is not None:
                raise self._ruin
        except SchemaError:
            raise
        except StoreError as error:
            self._holds = False  # a claim that failed may have been stored
            self._troubles += 1
            if self._troubles == 1:
                extra = {"lane": self._lane, "reason": str(error)}
                log.error("lane waits for the database", extra=extra)  # noqa: TRY400 - no bug
            wait_s = backoff(self._troubles).total_seconds()
            await self._pause_or(stop, min(wait_s, LONGEST_TROUBLE_S))

    async def _work(self, stop: asyncio.Event) -> None:
        if not self._holds:
            await self._become_holder(stop)
        elif (wait_s := self._pacer.wait_s()) > 0:
            if wait_s > AHEAD_S:  # who claims says that a message may exist soon
                await self._put_back()
            await self._pause_or(stop, wait_s)
        elif not self._claimed and (idle_s := await self._idle_s()) > 0:
            self._troubles = 0
            await self._pause_or(stop, idle_s, self._wake)
        elif not await self._start_one():
            await self._pause_or(stop, SHORTLY_S, self._wake)

    async def _become_holder(self, stop: asyncio.Event) -> None:
        """Take the lane, with nothing in flight, so that rows left in an earlier name are due again."""
        self._forgotten()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        wait_s = TAKEOVER_S if self._sender.epoch else self._takeover_s
        self._sender.epoch = await self._desk.queue.acquire(self._lane)
        await self._heed_rest()
        self._holds = True
        await self._pause_or(stop, wait_s)
        if self._follower is not None and self._following is None:
            self._following = asyncio.create_task(self._follower.run(), name="errands")

    async def _heed_rest(self) -> None:
        """A ban or a global limit that an earlier holder met is in force, whoever sends."""
        until = await self._desk.queue.rests_until(self._lane)
        if until is not None:
            self._pacer.pause((until - self._desk.clock.now()).total_seconds())

    async def _start_one(self) -> bool:
        """Start the delivery of a claimed row; False when what seemed due is not ours to claim."""
        if not self._claimed:
            await self._claim()
        if not self._claimed:
            return False
        row = self._claimed.popleft()
        self._pacer.take()
        task = asyncio.create_task(self._deliver(row), name=f"deliver {row.key}")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return True

    async def _claim(self) -> None:
        most = min(self._ahead, self._at_once - len(self._tasks))
        now, busy = self._desk.clock.now(), self._busy_now()
        found = await self._desk.queue.claim(self._lane, self._sender.epoch, now, busy, most=most)
        self._troubles = 0
        self._claimed.extend(found)
        self._busy |= {row.key.destination: float("inf") for row in found}

    async def _put_back(self) -> None:
        """Give up what was claimed and not begun: nothing of it left."""
        await asyncio.gather(*map(self._sender.put_back, self._forgotten()))

    def _forgotten(self) -> list[Delivery]:
        """What was claimed and not begun; it is no business of ours any more."""
        rows = list(self._claimed)
        self._claimed.clear()
        for row in rows:
            self._busy.pop(row.key.destination, None)
        return rows

    async def _deliver(self, row: Delivery) -> None:
        try:
            await self._sender.deliver(row)
        except SchemaError as error:
            self._ruin = error
        except Exception:  # the one broad catch here: what cannot be recorded must not end the lane
            log.exception("delivery left unrecorded", extra={"delivery": str(row.key)})
            self._holds = False
        finally:
            to = row.key.destination
            rest_s = max(0.0, self._desk.notifier.rest_s(to) - HELD_S)
            self._busy[to] = self._desk.clock.monotonic() + rest_s
            self.wake()

    def _busy_now(self) -> list[DestinationId]:
        now = self._desk.clock.monotonic()
        self._busy = {to: until for to, until in self._busy.items() if until > now}
        return list(self._busy)

    async def _idle_s(self) -> float:
        """For how many seconds nothing can be started, 0 or less when something may; a send that ends wakes the lane.

        It is only read: whoever claims in vain holds up the commits of every other lane.
        """
        self._wake.clear()
        self._at_once = 1 if self._sender.blind else await self._sight.most_in_flight()
        if len(self._tasks) >= self._at_once:
            return SWEEP_S
        due = await self._desk.queue.next_due(self._lane, self._busy_now())
        wait = SWEEP_S if due is None else (due - self._desk.clock.now()).total_seconds()
        free = min(self._busy.values(), default=float("inf")) - self._desk.clock.monotonic()
        return min(SWEEP_S, wait, free)

    async def _pause_or(self, stop: asyncio.Event, seconds: float, *others: asyncio.Event) -> None:
        waits: list[asyncio.Task[Any]] = [
            asyncio.create_task(event.wait()) for event in (stop, *others)
        ]
        waits.append(asyncio.create_task(self._desk.clock.sleep(seconds)))
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()
            await asyncio.gather(*waits, return_exceptions=True)

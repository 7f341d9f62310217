"""One lane: claim what is due, send it at the lane's pace, record what came of it.

A row's life is in the ledger; nothing here is remembered over a restart. An exception in one send never
ends the lane.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from typing import Any

from bot import cards, gate
from bot.engine.outcome import Bury, Pause, Retry, StopLane, after_failure, next_edit
from bot.engine.pacer import Pacer
from bot.errors import DeliveryError, HistoryRefusedError
from bot.model import Card, Delivery, Destination, DestinationId, LaneId, MessageRef
from bot.ports import Clock, DeliveryQueue, Notifier, Store

log = logging.getLogger(__name__)

SWEEP_S = 5.0  # heals a wake-up that was missed
TAKEOVER_S = 1.0  # one limiter window: an earlier holder's last sends still count at the platform
MOST_IN_FLIGHT = 100
DRAIN_S = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What a lane works with."""

    queue: DeliveryQueue
    store: Store
    notifier: Notifier
    destinations: Mapping[DestinationId, Destination]
    clock: Clock
    zone: tzinfo
    on_result: Callable[[Delivery, str], None] = lambda _row, _result: None


class Lane:
    """The holder of one rate-limit domain."""

    def __init__(
        self, lane: LaneId, desk: Desk, *, rate_per_s: float, takeover_s: float = TAKEOVER_S
    ) -> None:
        self.refused = False  # the platform refuses the token
        self._lane, self._desk, self._takeover_s = lane, desk, takeover_s
        self._pacer = Pacer(rate_per_s, desk.clock)
        self._wake = asyncio.Event()
        self._busy: dict[
            DestinationId, float
        ] = {}  # destination -> free again at; inf while sending
        self._tasks: set[asyncio.Task[None]] = set()
        self._epoch = 0
        self._unrecorded = False  # a row is stuck in our name: only a new epoch frees it

    def wake(self) -> None:
        """Something new may be due."""
        self._wake.set()

    async def run(self, stop: asyncio.Event) -> None:
        """Deliver until told to stop, then finish what is in flight.

        1. Become the holder and let the earlier one's last calls pass.
        2. Wait for the pace, claim one row, send it in a task of its own.
        3. With nothing due, sleep until woken or until the next row's time.
        4. On stop, claim no more and wait for the sends in flight.
        """
        try:
            self._epoch = await self._desk.queue.acquire(self._lane)
            await self._pause_or(stop, self._takeover_s)
            while not stop.is_set() and not self.refused:
                await self._work(stop)
            if self._tasks:
                await asyncio.wait(self._tasks, timeout=DRAIN_S)
        finally:
            for task in list(self._tasks):
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _work(self, stop: asyncio.Event) -> None:
        if self._unrecorded:
            await self._start_over()
        await self._pacer.ready()
        if not await self._start_one():
            await self._rest(stop)

    async def _start_over(self) -> None:
        """Become the holder anew, with nothing in flight, so that rows left in our name are due again."""
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._desk.clock.sleep(TAKEOVER_S)
        self._epoch = await self._desk.queue.acquire(self._lane)
        self._unrecorded = False

    async def _start_one(self) -> bool:
        """Claim a row and start its delivery; False when nothing can be started now."""
        self._wake.clear()
        if len(self._tasks) >= MOST_IN_FLIGHT:
            return False
        row = await self._desk.queue.claim(
            self._lane, self._epoch, self._desk.clock.now(), self._busy_now()
        )
        if row is None:
            return False
        self._pacer.take()
        self._busy[row.key.destination] = float("inf")
        task = asyncio.create_task(self._deliver(row), name=f"deliver {row.key}")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return True

    def _busy_now(self) -> list[DestinationId]:
        now = self._desk.clock.monotonic()
        self._busy = {to: until for to, until in self._busy.items() if until > now}
        return list(self._busy)

    async def _rest(self, stop: asyncio.Event) -> None:
        """Sleep until woken, stopped, or something may be due."""
        due = await self._desk.queue.next_due(self._lane)
        wait = SWEEP_S
        if due is not None:
            wait = min(wait, max((due - self._desk.clock.now()).total_seconds(), 0.01))
        free = min(self._busy.values(), default=float("inf")) - self._desk.clock.monotonic()
        await self._pause_or(stop, min(wait, max(free, 0.01)), self._wake)

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

    # --- one delivery ---

    async def _deliver(self, row: Delivery) -> None:
        try:
            try:
                await self._send(row)
            except DeliveryError as error:
                await self._failed(row, error)
        except Exception:  # the one broad catch: a bug or a full disk must not end the lane
            log.exception("delivery left unrecorded", extra={"delivery": str(row.key)})
            self._unrecorded = True
        finally:
            pause = self._desk.notifier.pause_s
            self._busy[row.key.destination] = self._desk.clock.monotonic() + pause
            self._wake.set()

    async def _send(self, row: Delivery) -> None:
        """Edit what is posted; post what is not; look first where an earlier post may have landed."""
        to = self._desk.destinations[row.key.destination]
        card = await self._card(row)
        if card is None:
            await self._desk.queue.bury(row.key, self._epoch, "the trade is no longer known")
        elif row.ref is not None:
            await self._desk.notifier.edit(to, row.ref, card, row.key)
            await self._shown(row, row.ref, "edited")
        elif self._must_look(row):
            await self._look_back(row, to)
        else:
            await self._post(row, to, card)

    async def _post(self, row: Delivery, to: Destination, card: Card) -> None:
        ref = await self._desk.notifier.post(to, card, row.key)
        if row.unknown_since is None:
            await self._shown(row, ref, "posted")
        else:  # the platform may have returned the message of an earlier try
            await self._adopt(row, ref)

    async def _card(self, row: Delivery) -> Card | None:
        trade = await self._desk.store.trade(row.key.trade)
        if trade is None:
            return None
        return cards.build(trade, gate.showable(trade), row.key.kind, self._desk.zone)

    def _must_look(self, row: Delivery) -> bool:
        if row.unknown_since is None:
            return False
        safe = timedelta(seconds=min(self._desk.notifier.repeat_safe_s, 1e9))
        return self._desk.clock.now() - row.unknown_since > safe

    async def _look_back(self, row: Delivery, to: Destination) -> None:
        """Find the message of the earlier try; only when it surely is not there may a post follow."""
        assert row.unknown_since is not None  # noqa: S101 - what _must_look established
        settled = row.unknown_since + timedelta(seconds=self._desk.notifier.settle_s)
        if self._desk.clock.now() < settled:
            await self._retry(row, Retry(due=settled, nothing_stored=False), None)
            return
        try:
            ref = await self._desk.notifier.look_back(to, row.key)
        except HistoryRefusedError as error:
            log.warning(
                "posting again without look-back: the message may show twice",
                extra={"delivery": str(row.key), "reason": str(error)},
            )
            ref = None
        if ref is not None:
            await self._adopt(row, ref)
        else:
            now = self._desk.clock.now()
            await self._retry(row, Retry(due=now, nothing_stored=True), None)

    # --- what came of it ---

    async def _shown(self, row: Delivery, ref: MessageRef, result: str) -> None:
        edit_from = next_edit(row, self._desk.clock.now())
        self._note(
            row, await self._desk.queue.ack(row.key, self._epoch, row.version, ref, edit_from)
        )
        log.info(
            "card shown", extra={"delivery": str(row.key), "version": row.version, "by": result}
        )
        self._desk.on_result(row, result)

    async def _adopt(self, row: Delivery, ref: MessageRef) -> None:
        now = self._desk.clock.now()
        self._note(row, await self._desk.queue.adopt(row.key, self._epoch, ref, now))
        log.info("card found again", extra={"delivery": str(row.key)})

    async def _retry(self, row: Delivery, action: Retry, error: str | None) -> None:
        kept = await self._desk.queue.retry(
            row.key, self._epoch, action.due, error, nothing_stored=action.nothing_stored
        )
        self._note(row, kept)

    async def _pause(self, row: Delivery, until: datetime, error: str) -> bool:
        return await self._desk.queue.pause(
            row.key, self._epoch, until, error, nothing_stored=row.is_first_try
        )

    async def _failed(self, row: Delivery, error: DeliveryError) -> None:
        extra = {"delivery": str(row.key), "attempt": row.attempts, "reason": str(error)}
        match after_failure(error, row, self._desk.clock.now()):
            case Retry() as action:
                log.warning("delivery will be retried", extra=extra)
                self._pacer.pause(action.pause_lane_s)
                await self._retry(row, action, str(error))
            case Pause(until=until):
                log.error("destination paused", extra=extra)
                self._note(row, await self._pause(row, until, str(error)))
            case Bury(reason=reason):
                log.error("delivery given up", extra=extra)
                self._note(row, await self._desk.queue.bury(row.key, self._epoch, reason))
            case StopLane():
                self.refused = True
                log.error("lane stopped: the platform refuses the token", extra=extra)
                action = Retry(due=self._desk.clock.now(), nothing_stored=row.is_first_try)
                await self._retry(row, action, str(error))

    def _note(self, row: Delivery, kept: bool) -> None:  # noqa: FBT001 - the queue's answer
        if not kept:
            log.warning("another holder took this lane", extra={"delivery": str(row.key)})

"""Trades that only a brake held, looked at again: what is still fresh is posted once it is released."""

import asyncio
import logging
from collections.abc import Callable
from datetime import timedelta

from bot.engine.judge import Judge
from bot.errors import ConflictError, SchemaError, StoreError
from bot.model import Brakes, Trade
from bot.ports import Clock, Store

log = logging.getLogger(__name__)

KEPT = timedelta(days=4)  # nothing older than this is fresh by any rule of the gate


class Review:
    """Runs every few seconds, and at the start."""

    def __init__(
        self, store: Store, judge: Judge, clock: Clock, on_wanted: Callable[[], None]
    ) -> None:
        self._store, self._judge, self._clock, self._on_wanted = store, judge, clock, on_wanted
        self._brakes = Brakes()
        self._running = asyncio.Lock()
        self._failing = False

    async def finished(self) -> None:
        """Wait for the run that is under way, if any."""
        async with self._running:
            return

    async def run(self) -> None:
        """Tell of a brake that was set or released; post what nothing holds any more.

        Raises:
            SchemaError: the database is damaged.
        """
        async with self._running:
            try:
                brakes = await self._store.brakes()
                self._tell(brakes)
                if brakes.reason is None:
                    await self._post_held()
            except SchemaError:
                raise
            except StoreError as error:
                self._failed(error)
            else:
                self._failing = False

    def _failed(self, error: StoreError) -> None:
        """Tell it once: the next run, two seconds later, may fail as well."""
        if not self._failing:
            log.warning("held trades not reviewed", extra={"reason": str(error)})
        self._failing = True

    def _tell(self, brakes: Brakes) -> None:
        if brakes == self._brakes:
            return
        self._brakes = brakes
        if brakes.reason is None:
            log.warning("new cards may start again")
        else:
            log.warning("new cards are held", extra={"reason": brakes.reason})

    async def _post_held(self) -> None:
        for trade in await self._store.held(self._clock.now() - KEPT):
            try:
                await self._look_at(trade)
            except ConflictError:  # a report or a command was faster: the next run sees what it did
                continue

    async def _look_at(self, trade: Trade) -> None:
        now = self._clock.now()
        verdict, wanted = await self._judge.released(trade, now)
        if verdict.waits:
            return
        await self._store.want(trade, wanted, now)
        extra = {"trade": trade.id, "version": trade.version, "posts": verdict.posts}
        log.info("held trade reviewed", extra=extra)
        if wanted:
            self._on_wanted()

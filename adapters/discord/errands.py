"""What may wait and may fail without harm: paced apart, so that it never delays a card."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from bot.errors import DeliveryError

log = logging.getLogger(__name__)

PER_S = 2.0  # beside 45 cards a second this stays below Discord's 50 in all
CLOSE_S = 2.0  # an errand that was begun may end


class Errands:
    """Small tasks, each begun in its turn."""

    def __init__(self, per_s: float = PER_S) -> None:
        self._interval, self._next = 1 / per_s, 0.0
        self._tasks: set[asyncio.Task[None]] = set()

    def start(self, what: str, where: str, errand: Callable[[], Awaitable[None]]) -> None:
        """Run it soon; a failure is logged under its name, and it is not repeated."""
        task = asyncio.create_task(self._run(what, where, errand), name=f"{what} {where}")
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def turn(self) -> None:
        """Wait until one more request may go out."""
        now = asyncio.get_running_loop().time()
        start = max(now, self._next)
        self._next = start + self._interval
        await asyncio.sleep(start - now)

    async def close(self) -> None:
        """Let what runs end, for a moment."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=CLOSE_S)
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _run(self, what: str, where: str, errand: Callable[[], Awaitable[None]]) -> None:
        try:
            await self.turn()
            await errand()
        except DeliveryError as error:
            extra = {"errand": what, "where": where, "problem": str(error)}
            log.warning("card stands, errand failed", extra=extra)
        except Exception:  # the card stands, whatever became of its thread
            log.exception("errand failed unexpectedly", extra={"errand": what, "where": where})

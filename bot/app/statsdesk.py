"""The statistics as a service uses them: questions go to one thread, the event loop stays free."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from bot.errors import NoStatsError, StatsError
from bot.model import Answer, Deal, DealStatus, Insight, Standing, Trade
from bot.stats.db import Stats
from bot.stats.insights import case, compute
from bot.stats.names import NameHit, Names
from bot.stats.register import standings

log = logging.getLogger(__name__)

_STANDINGS_S = 2.0
_AGAIN_S = 3.0  # after players were waited for in vain: one report asks twice, and once while others wait for it
_STUCK_S = 10.0  # one question for so long: nobody waits behind it any more

T = TypeVar("T")


def day_of(trade: Trade) -> date:
    """The day whose knowledge a trade's reasons use: when it was first told as done; talk came before."""
    done = (s.day for s in trade.sightings if s.status in {DealStatus.AGREED, DealStatus.OFFICIAL})
    return min(done, default=trade.traded_on)


class StatsDesk:
    """One connection in one thread, opened when it is first needed and again after a load."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="stats")
        self._stats: Stats | None = None
        self._names: Names | None = None
        self._told_absent = False
        self._busy_since: float | None = None  # monotonic: when the thread took up its question
        self._gave_up = float("-inf")  # monotonic: when players were last waited for in vain

    async def reasons(self, trade: Trade) -> Sequence[Insight]:
        """Every reason for this trade, as of its day; none while the statistics cannot be read."""
        try:
            return await self.run(lambda stats: reasons_of(stats, trade, day_of(trade)))
        except NoStatsError as error:
            log.info("no reasons", extra={"trade": trade.id, "reason": str(error)})
        except StatsError as error:
            log.error("no reasons", extra={"trade": trade.id, "reason": str(error)})  # noqa: TRY400 - no bug
        return ()

    async def standings(self, deal: Deal, day: date) -> Mapping[str, Standing]:
        """What the register of a day says of a deal's players; nothing while it cannot be read in two seconds."""
        if time.monotonic() - self._gave_up < _AGAIN_S:
            return {}
        try:
            async with asyncio.timeout(_STANDINGS_S):
                return await self.run(lambda stats: standings(stats, deal, day))
        except NoStatsError as error:
            if not self._told_absent:
                log.info("players are not checked", extra={"reason": str(error)})
            self._told_absent = True
        except StatsError as error:
            log.error("players not checked", extra={"reason": str(error)})  # noqa: TRY400 - no bug
        except TimeoutError:
            self._gave_up = time.monotonic()
            log.warning("players not checked", extra={"reason": "the statistics are busy"})
        return {}

    async def ask(self, questions: Sequence[str], as_of: date) -> tuple[Answer, ...]:
        """Answer one conversation: each question may go on from the one before.

        Raises:
            StatsError: there is nothing to read, or it cannot be read.
        """
        return await self.run(lambda stats: self._talk(stats, questions, as_of))

    async def names(self, typed: str, limit: int) -> tuple[NameHit, ...]:
        """Whom a text typed so far may mean.

        Raises:
            StatsError: there is nothing to read, or it cannot be read.
        """
        return await self.run(lambda stats: self._index(stats).find(typed, limit))

    def _talk(self, stats: Stats, questions: Sequence[str], as_of: date) -> tuple[Answer, ...]:
        from bot.ask import Conversation  # noqa: PLC0415 - alerts start without the grammar of questions

        talk = Conversation(stats, self._index(stats))
        return tuple(talk.ask(question, as_of) for question in questions)

    def _index(self, stats: Stats) -> Names:
        if self._names is None:
            self._names = Names.from_stats(stats)
        return self._names

    async def run(self, query: Callable[[Stats], T]) -> T:
        """Answer one query in the thread.

        Raises:
            StatsError: there is nothing to read, it cannot be read, or the thread is stuck.
        """
        since = self._busy_since
        if since is not None and time.monotonic() - since > _STUCK_S:
            raise StatsError(
                "the statistics are stuck on a question: if it stays, restart the service"
            )
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, partial(self._answer, query))

    def _answer(self, query: Callable[[Stats], T]) -> T:
        self._busy_since = time.monotonic()
        try:
            if self._stats is None:
                self._stats = Stats(self.path)
            return query(self._stats)
        except StatsError:  # somebody may move the file away and load a new one: look at it afresh
            self._close()
            raise
        finally:
            self._busy_since = None

    async def renew(self) -> None:
        """Open the file anew at the next query: a load may have replaced it."""
        await asyncio.get_running_loop().run_in_executor(self._thread, self._close)

    def _close(self) -> None:
        if self._stats is not None:
            self._stats.close()
            self._stats = self._names = None

    async def close(self) -> None:
        """Give the connection and the thread back."""
        await self.renew()
        self._thread.shutdown()


def reasons_of(stats: Stats, trade: Trade, as_of: date) -> tuple[Insight, ...]:
    """Every reason for a trade of ours as of a day, in card order."""
    return compute(case.of_trade(stats, trade, as_of))


@asynccontextmanager
async def stats_desk(path: Path) -> AsyncIterator[StatsDesk]:
    """A desk for as long as the body runs."""
    desk = StatsDesk(path)
    try:
        yield desk
    finally:
        await desk.close()

"""The statistics as a service uses them: questions go to one thread, the event loop stays free."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from bot.errors import NoStatsError, StatsError
from bot.model import Answer, DealStatus, Insight, Trade
from bot.stats.db import Stats
from bot.stats.insights import case, compute
from bot.stats.names import Names

log = logging.getLogger(__name__)

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

    async def reasons(self, trade: Trade) -> Sequence[Insight]:
        """Every reason for this trade, as of its day; none while the statistics cannot be read."""
        try:
            return await self.run(lambda stats: reasons_of(stats, trade, day_of(trade)))
        except NoStatsError as error:
            log.info("no reasons", extra={"trade": trade.id, "reason": str(error)})
        except StatsError as error:
            log.error("no reasons", extra={"trade": trade.id, "reason": str(error)})  # noqa: TRY400 - no bug
        return ()

    async def ask(self, questions: Sequence[str], as_of: date) -> tuple[Answer, ...]:
        """Answer one conversation: each question may go on from the one before.

        Raises:
            StatsError: there is nothing to read, or it cannot be read.
        """
        return await self.run(lambda stats: self._talk(stats, questions, as_of))

    def _talk(self, stats: Stats, questions: Sequence[str], as_of: date) -> tuple[Answer, ...]:
        from bot.ask import Conversation  # noqa: PLC0415 - alerts start without the grammar of questions

        if self._names is None:
            self._names = Names.from_stats(stats)
        talk = Conversation(stats, self._names)
        return tuple(talk.ask(question, as_of) for question in questions)

    async def run(self, query: Callable[[Stats], T]) -> T:
        """Answer one query in the thread.

        Raises:
            StatsError: there is nothing to read, or it cannot be read.
        """
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._thread, partial(self._answer, query))

    def _answer(self, query: Callable[[Stats], T]) -> T:
        if self._stats is None:
            self._stats = Stats(self.path)
        try:
            return query(self._stats)
        except StatsError:  # somebody may move the file away and load a new one: look at it afresh
            self._close()
            raise

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

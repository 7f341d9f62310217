"""Keeps the statistics fresh while the service runs: a tick of the scheduler is one load."""

import logging
from datetime import UTC, date, datetime, timedelta

from bot.app.statsdesk import StatsDesk
from bot.config import StatsConfig
from bot.stats import supervise
from bot.stats.calendar import season_of

log = logging.getLogger(__name__)

TIME_LIMIT = timedelta(hours=2)  # the first load of all seasons, on a slow line


class Refresh:
    """Loads what is new; the desk reads on meanwhile."""

    def __init__(self, desk: StatsDesk, table: StatsConfig) -> None:
        self._desk, self._table = desk, table

    async def run(self) -> None:
        """One load; what went wrong is logged, and the rows of before stay in use."""
        seasons = seasons_until(datetime.now(UTC).date(), self._table.from_season)
        log.info("statistics: looking for newer tables", extra={"seasons": len(seasons)})
        outcome = await supervise.load(
            self._desk.path.parent, seasons, self._table.mirror or None, _told, TIME_LIMIT
        )
        await self._desk.renew()
        for problem in outcome.problems:
            log.error("statistics not loaded", extra={"reason": problem})
        log.info("statistics: done", extra={"code": outcome.code})


def seasons_until(today: date, first: int) -> range:
    """From this season to the one that today belongs to."""
    return range(first, season_of(today) + 1)


def _told(step: supervise.StepDone) -> None:
    log.debug("statistics", extra={"set": step.title, "state": step.state, "rows": step.rows})

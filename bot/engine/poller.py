"""One feed, polled: baseline first, gaps paged back, faults told once and once when they end."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.engine.ingest import Ingest
from bot.engine.outcome import backoff
from bot.errors import BotError, FeedError, FeedUnavailableError, SchemaError, StoreError
from bot.model import Page, Rejected, Report, Trust, Validators
from bot.ports import Clock, Feed, Store

log = logging.getLogger(__name__)

MOST_PAGES = 15  # a week of the wire
MOST_PAGE_TRIES = 5  # then alerts are worth more than the gap
QUIET_FAILURES = 3  # so many polls may fail before anybody is told


@dataclass(slots=True, kw_only=True)
class FeedState:
    """How a feed is doing, for the log and the status page."""

    name: str
    trust: Trust
    last_ok: datetime | None = None
    last_error: str = ""
    failures: int = 0
    reports: int = 0


class Poller:
    """Polls one feed; no failure of the feed ends it."""

    def __init__(self, feed: Feed, store: Store, ingest: Ingest, clock: Clock) -> None:
        self.state = FeedState(name=feed.name, trust=feed.trust)
        self._feed, self._store, self._ingest, self._clock = feed, store, ingest, clock
        self._not_before = 0.0  # monotonic: the wall clock may be set back
        self._asked_since = datetime.max.replace(tzinfo=UTC)
        self._polling = asyncio.Lock()

    async def finished(self) -> None:
        """Wait for the poll that runs, if any."""
        async with self._polling:
            return

    async def poll(self) -> None:
        """Poll once, unless the feed asked us to wait.

        Raises:
            SchemaError: the database is damaged.
        """
        if self._clock.monotonic() < self._not_before:
            return
        now = self._clock.now()
        self._asked_since = min(self._asked_since, now)
        async with self._polling:
            try:
                await self._poll(now)
            except SchemaError:
                raise  # no later poll would mend it
            except (FeedError, StoreError) as error:
                self._failed(error)
            else:
                self._recovered(now)

    async def _poll(self, now: datetime) -> None:
        """Read, and store what is new.

        1. Ask for what changed since the last stored page.
        2. Without any overlap with what is known, page back until there is one.
        3. Take in each new report, oldest first, in a transaction of its own.
        4. Only then store the page's validators: a kill in between reads the page again.
        """
        validators = await self._store.validators(self._feed.name)
        page = await self._feed.poll(validators or Validators(), now)
        if not page.modified or (validators is None and not page.reports):
            return  # an empty first answer is no baseline
        new = list(await self._store.unseen(page.reports))
        if validators is not None and page.reports and len(new) == len(page.reports):
            new = [*await self._older(now), *new]
        await self._take_in(new, page, now, baseline=validators is None)

    async def _take_in(
        self, new: Sequence[Report], page: Page, now: datetime, *, baseline: bool
    ) -> None:
        quiet, rejected = [], list(page.rejected)
        for report in new:
            first = baseline and not self._came_after_the_start(report, now)
            try:
                deals = await self._ingest.report(report, now, baseline=first)
            except BotError:
                raise
            except Exception as error:  # a report that trips a bug must not stop those behind it
                log.exception("report could not be taken in", extra={"report": report.id})
                deals = ()
                rejected.append(Rejected(raw=report.title or report.text, problem=repr(error)))
            if not deals:
                quiet.append(report)
        await self._store.finish_poll(self._feed.name, page, quiet, rejected, now)
        self.state.reports += len(new)
        if baseline:
            extra = {"feed": self._feed.name, "reports": len(new)}
            log.info("baseline taken: nothing of it is posted", extra=extra)
        for item in page.rejected:
            extra = {"feed": self._feed.name, "problem": item.problem}
            log.warning("item not understood", extra=extra)

    def _came_after_the_start(self, report: Report, now: datetime) -> bool:
        """Whether a first page that came late (the feed was down, or empty) tells of something new.

        An item without a date is stamped with the poll's own time, and proves nothing.
        """
        return self._asked_since < report.published_at < now and not report.day_only

    async def _older(self, now: datetime) -> list[Report]:
        """The unknown reports behind a page that does not overlap with what we know, oldest first."""
        found: list[Report] = []
        try:
            for number in range(2, MOST_PAGES + 1):
                page = await self._feed.page_back(number, now)
                if page is None or not page.reports:
                    break
                new = await self._store.unseen(page.reports)
                found = [*new, *found]
                if len(new) < len(page.reports):
                    return found
        except FeedError as error:
            if isinstance(error, FeedUnavailableError) and self.state.failures < MOST_PAGE_TRIES:
                raise  # nothing is stored: the next poll pages back again
            log.warning("paging back failed", extra={"feed": self._feed.name, "reason": str(error)})
        self._tell_gap(now)
        return found

    def _tell_gap(self, now: datetime) -> None:
        since = self.state.last_ok.isoformat() if self.state.last_ok else "before this start"
        log.error(
            "possible missed trades: the feed shows nothing that was known",
            extra={"feed": self._feed.name, "since": since, "until": now.isoformat()},
        )

    def _failed(self, error: BotError) -> None:
        """Back off; tell the operator once."""
        state = self.state
        state.failures += 1
        state.last_error = str(error)
        wait = backoff(state.failures)
        if isinstance(error, FeedUnavailableError) and error.retry_after is not None:
            wait = max(wait, error.retry_after)
        self._not_before = self._clock.monotonic() + wait.total_seconds() - 0.01
        level = logging.ERROR if state.failures == self._patience() else logging.DEBUG
        log.log(level, "feed fails", extra={"feed": state.name, "reason": str(error)})

    def _patience(self) -> int:
        """After how many failures somebody is told: at once, if the feed never worked."""
        return QUIET_FAILURES if self.state.last_ok else 1

    def _recovered(self, now: datetime) -> None:
        state = self.state
        if state.failures >= self._patience():
            log.warning("feed works again", extra={"feed": state.name, "failures": state.failures})
        state.failures, state.last_error, state.last_ok = 0, "", now
        self._not_before = 0.0

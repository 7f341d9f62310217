"""Every clock of the service: one job a feed, the look at held trades, the statistics."""

import logging
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

from apscheduler.events import EVENT_JOB_ERROR, JobExecutionEvent
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.app.alarm import Alarm
from bot.app.refresh import Refresh
from bot.config import AlarmConfig, FeedConfig
from bot.engine.poller import Poller
from bot.engine.review import Review
from bot.errors import SchemaError

log = logging.getLogger(__name__)

STATS_PAUSE = timedelta(minutes=1)
LOOK_S = 15.0
REVIEW_S = 2  # from a release to the first held card


def schedule(
    feeds: Sequence[FeedConfig],
    pollers: Sequence[Poller],
    review: Review,
    on_ruin: Callable[[SchemaError], None],
) -> AsyncIOScheduler:
    """One job a feed, started at once: no run is dropped for being late, none overlaps.

    Args:
        on_ruin: called when a job finds the database damaged.
    """

    def failed(event: JobExecutionEvent) -> None:
        if isinstance(event.exception, SchemaError):
            on_ruin(event.exception)
        else:
            log.error(
                "job failed unexpectedly", exc_info=event.exception, extra={"job": event.job_id}
            )

    defaults = {"misfire_grace_time": None, "coalesce": True, "max_instances": 1}
    scheduler = AsyncIOScheduler(timezone=UTC, job_defaults=defaults)
    scheduler.add_listener(failed, EVENT_JOB_ERROR)
    logging.getLogger("apscheduler.executors").setLevel(logging.CRITICAL)  # the listener tells
    for table, poller in zip(feeds, pollers, strict=True):
        scheduler.add_job(
            poller.poll,
            "interval",
            seconds=table.poll_s,
            jitter=table.poll_s / 10,
            next_run_time=datetime.now(UTC),
            name=table.name,
        )
    scheduler.add_job(
        review.run,
        "interval",
        seconds=REVIEW_S,
        next_run_time=datetime.now(UTC),
        name="held trades",
    )
    return scheduler


def add_refresh(scheduler: AsyncIOScheduler, refresh: Refresh, hours: float) -> None:
    """Not at once: a start has cards to deliver first."""
    scheduler.add_job(
        refresh.run,
        "interval",
        hours=hours,
        jitter=60,
        next_run_time=datetime.now(UTC) + STATS_PAUSE,
        name="statistics",
    )


def add_alarm(scheduler: AsyncIOScheduler, alarm: Alarm, table: AlarmConfig) -> None:
    """Look a few times before anything counts as lasting."""
    look_s = min(table.after_s / 4, LOOK_S)
    scheduler.add_job(alarm.look, "interval", seconds=look_s, name="alarm")
    scheduler.add_job(alarm.ping, "interval", seconds=table.ping_s, name="ping")

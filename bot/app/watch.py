"""Is the service ready, and how does it do: asked of everything at the moment of the question."""

import asyncio
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from bot.app.meter import Meter
from bot.config import FeedConfig
from bot.engine.poller import FeedState
from bot.errors import StatsError, StoreError
from bot.model import Brakes
from bot.ports import Clock, Store
from bot.stats import status
from bot.stats.db import Stats
from bot.store import Database
from bot.store.depth import Depth, depth
from bot.web.exposition import Family, Labels, gauge
from bot.web.watch import Check, Readiness

FRESH = 3  # intervals, and a poll's own time, for a feed to answer in
POLL_S = 30.0
OVERDUE_S = 600.0
_PAGE = os.sysconf("SC_PAGE_SIZE")


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """How a platform is.

    Attributes:
        up: it took our token and has not refused it since.
        hears: commands and buttons reach us; None where that is not known.
    """

    up: bool
    hears: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Everything that is looked at; callables give the moment's state."""

    database: Database
    store: Store
    stats: Path
    clock: Clock
    meter: Meter
    feeds: Sequence[FeedConfig]
    states: Sequence[FeedState]
    links: Callable[[], Mapping[str, Link]]
    reload_failed: Callable[[], bool]


async def readiness(seen: Seen) -> Readiness:
    """Ready while the database answers, a feed is fresh, and a platform takes our cards."""
    now = seen.clock.now()
    stored = await _stored(seen, now)
    feeds = [_feed(table, state, now) for table, state in zip(seen.feeds, seen.states, strict=True)]
    links = [_platform(name, link) for name, link in seen.links().items()]
    ready = stored[0].ok and any(c.ok for c in feeds) and any(c.ok for c in links)
    return Readiness(ready=ready, checks=[*stored, *feeds, *links])


async def families(seen: Seen) -> list[Family]:
    """Every metric; what cannot be read now is left out."""
    found = [
        gauge("gridwire_build_info", "The version.", {(("version", version("gridwire")),): 1}),
        *seen.meter.families(),
        *_feeds(seen.states),
        *_platforms(seen.links()),
        *_process(),
        _value(
            "gridwire_config_last_reload_successful",
            "0 after a reload that kept the old configuration.",
            0 if seen.reload_failed() else 1,
        ),
        _value("gridwire_event_loop_lag_seconds", "How late the loop is.", await _lag_s()),
    ]
    try:
        brakes = await seen.store.brakes()
        found += [_brakes(brakes), *_outbox(await depth(seen.database, seen.clock.now()))]
    except StoreError:
        pass
    loaded = await asyncio.to_thread(_loaded_at, seen.stats)
    about = "When the statistics were last found to be up to date."
    values: dict[Labels, float] = {} if loaded is None else {(): loaded}
    return [*found, gauge("gridwire_stats_refreshed_timestamp_seconds", about, values)]


async def _stored(seen: Seen, now: datetime) -> list[Check]:
    try:
        brakes, found = await seen.store.brakes(), await depth(seen.database, now)
    except StoreError as error:
        return [Check(name="database", ok=False, text=str(error))]
    held = f"are held ({brakes.reason}) until gridwire resume" if brakes.reason else "may start"
    waits = f"the oldest that is due has waited for {found.overdue_s:.0f} s"
    return [
        Check(name="database", ok=True, text="answers"),
        Check(name="new cards", ok=brakes.flood is None, text=held),
        Check(name="deliveries", ok=found.overdue_s < OVERDUE_S, text=waits),
    ]


def _feed(table: FeedConfig, state: FeedState, now: datetime) -> Check:
    name = f"feed {table.name}"
    if state.last_ok is None:
        return Check(name=name, ok=False, text=state.last_error or "has not answered yet")
    age = (now - state.last_ok).total_seconds()
    text = f"answered {age:.0f} s ago" + (f"; {state.last_error}" if state.last_error else "")
    return Check(name=name, ok=age <= FRESH * table.poll_s + POLL_S, text=text)


def _platform(name: str, link: Link) -> Check:
    words = "takes our cards" if link.up else "is not connected, or refuses our token"
    deaf = "; commands and buttons are deaf" if link.up and link.hears is False else ""
    return Check(name=name, ok=link.up, text=words + deaf)


def _value(name: str, about: str, value: float) -> Family:
    return gauge(name, about, {(): value})


def _feeds(states: Sequence[FeedState]) -> list[Family]:
    ok: dict[Labels, float] = {
        (("feed", s.name),): s.last_ok.timestamp() for s in states if s.last_ok
    }
    failures: dict[Labels, float] = {(("feed", s.name),): s.failures for s in states}
    reports: dict[Labels, float] = {(("feed", s.name),): s.reports for s in states}
    return [
        gauge("gridwire_feed_last_success_timestamp_seconds", "Its last answer.", ok),
        gauge("gridwire_feed_failures", "Failed polls in a row.", failures),
        gauge("gridwire_feed_reports", "New items since the start.", reports),
    ]


def _platforms(links: Mapping[str, Link]) -> list[Family]:
    up: dict[Labels, float] = {(("platform", name),): link.up for name, link in links.items()}
    hears: dict[Labels, float] = {
        (("platform", name),): link.hears for name, link in links.items() if link.hears is not None
    }
    return [
        gauge("gridwire_platform_up", "1 while it takes our cards.", up),
        gauge("gridwire_gateway_up", "1 while commands and buttons reach us.", hears),
    ]


def _brakes(brakes: Brakes) -> Family:
    values: dict[Labels, float] = {
        (("brake", "pause"),): brakes.paused is not None,
        (("brake", "flood"),): brakes.flood is not None,
    }
    return gauge("gridwire_new_cards_held", "1 while this brake holds every new card.", values)


def _outbox(found: Depth) -> list[Family]:
    rows: dict[Labels, float] = {
        (("platform", platform), ("state", state)): number
        for (platform, state), number in sorted(found.rows.items())
    }
    about = "For how long the oldest delivery waits that is due."
    return [
        gauge("gridwire_outbox_rows", "Deliveries that wait, or were given up.", rows),
        _value("gridwire_outbox_oldest_due_age_seconds", about, found.overdue_s),
    ]


def _process() -> list[Family]:
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
        files = len(list(Path("/proc/self/fd").iterdir()))
    except OSError:  # no Linux
        return []
    return [
        _value("process_resident_memory_bytes", "Memory in use.", pages * _PAGE),
        _value("process_open_fds", "Open files and sockets.", files),
    ]


async def _lag_s() -> float:
    loop = asyncio.get_running_loop()
    before = loop.time()
    await asyncio.sleep(0)
    return loop.time() - before


def _loaded_at(path: Path) -> float | None:
    try:
        with Stats(path) as stats:
            return max((one.loaded_at.timestamp() for one in status.status(stats)), default=None)
    except StatsError:
        return None

"""The service with one configuration: feeds polled by APScheduler, one lane a platform, a clean start and stop."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot import feeds
from bot.app.alarm import Alarm
from bot.app.chat import Backends
from bot.app.clock import SystemClock
from bot.app.lanes import Lanes
from bot.app.meter import Meter, MeteredFeed, MeteredNotifier
from bot.app.page import local_page
from bot.app.platforms import Wired, keep_listening, wire
from bot.app.refresh import Refresh
from bot.app.schedule import add_alarm, add_refresh, schedule
from bot.app.signals import tell_systemd, watchdog_s
from bot.app.state import State, lane_of, state_in
from bot.app.statsdesk import StatsDesk
from bot.app.watch import Link, Seen, families, readiness
from bot.config import Config, FeedConfig
from bot.engine.ingest import Ingest
from bot.engine.lane import DRAIN_S, TAKEOVER_S, Desk
from bot.engine.outcome import backoff
from bot.engine.poller import FeedState, Poller
from bot.engine.review import Review
from bot.errors import (
    ConfigError,
    SchemaError,
    StoreError,
    TemporaryDeliveryError,
    TokenRefusedError,
)
from bot.extract import people
from bot.feeds.http import GuardedClient
from bot.model import Destination, DestinationId, LaneId
from bot.stats.supervise import FILE
from bot.store import Database
from bot.web.watch import Watch

log = logging.getLogger(__name__)

OK, NEEDS_A_PERSON = 0, 78


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """What only a rehearsal changes."""

    takeover_s: float = TAKEOVER_S


class Service:
    """Everything that runs, and how it ends.

    Attributes:
        following: the configuration that comes after this one; None: none does.
    """

    def __init__(
        self,
        config: Config,
        database: Database,
        state: State,
        *,
        places: dict[DestinationId, Destination],
        timing: Timing,
        desk: StatsDesk,
        load: Callable[[], Config] | None,
    ) -> None:
        self._load = load or (lambda: config)
        self._reload_failed = False
        self.following: Config | None = None
        self._config, self._database, self._timing = config, database, timing
        self._state = state
        self._meter, self._stats_file = Meter(), database.path.with_name(FILE)
        self._store, self._queue = state.store, state.queue
        self._places, self._stats = places, desk
        self._clock, self._stop = SystemClock(), asyncio.Event()
        self._lanes: dict[LaneId, Lanes] = {}
        self._refused: set[LaneId] = set()
        self._ruin: SchemaError | None = None
        self._ingest = Ingest(
            self._store,
            places.values(),
            self._wake,
            desk,
            most_per_hour=config.gate.most_per_hour,
            voices=people.with_voices(reporters=config.reporters, outlets=config.outlets),
        )
        self._review = Review(self._store, self._ingest.judge, self._clock, self._wake)
        judge, clock, zone = self._ingest.judge, self._clock, config.zone
        backends = Backends(
            state=state,
            judge=judge,
            places=places,
            clock=clock,
            zone=zone,
            desk=desk,
            lane_of=partial(lane_of, config),
        )
        self._wired = wire(config, backends, state)

    def _lanes_of(self, wired: Wired) -> Lanes:
        desk = Desk(
            queue=self._queue,
            store=self._store,
            notifier=MeteredNotifier(
                wired.platform.notifier, wired.platform.name, self._meter, self._clock
            ),
            destinations=self._places,
            clock=self._clock,
            zone=self._config.zone,
            reasons=self._stats,
            errands=self._state.errands,
        )
        return Lanes(wired, desk, takeover_s=self._timing.takeover_s)

    def _wake(self) -> None:
        for lanes in self._lanes.values():
            lanes.wake()

    def stop(self) -> None:
        """Finish what is in flight, and end."""
        self._stop.set()

    def _ruined(self, error: SchemaError) -> None:
        self._ruin = error
        self._stop.set()

    def reload(self) -> None:
        """Read the configuration again; if it is good, end, to be started anew with it."""
        self._reloading = asyncio.create_task(self._reload())

    async def _reload(self) -> None:
        try:
            config = await asyncio.to_thread(self._load)
            await state_in(self._database, config)
        except (ConfigError, StoreError) as error:
            self._reload_failed = True
            reason = str(error).replace("\n", "; ")
            log.error("configuration not reloaded: the old one is kept", extra={"reason": reason})  # noqa: TRY400 - no bug
            return
        log.info("configuration reloaded")
        self.following = config
        self._stop.set()

    async def run(self) -> int:
        """Poll and deliver until told to stop, or until every platform refuses its token.

        Raises:
            SchemaError: the database is damaged, so that nothing it says can be trusted.
        """
        async with GuardedClient() as public, GuardedClient(allow_private=True) as private:
            pollers = [
                self._poller(table, private if table.allow_private else public)
                for table in self._config.feeds
            ]
            states = [poller.state for poller in pollers]
            seen = self._seen(states)
            scheduler = self._schedule(pollers, seen)
            watch = Watch(partial(readiness, seen), partial(families, seen))
            async with local_page(self._config, self._store, states, watch):
                keepers = [asyncio.create_task(self._keep(w)) for w in self._wired]
                scheduler.start()
                tell_systemd("READY=1")
                log.info("running", extra={"feeds": len(pollers), "platforms": len(keepers)})
                try:
                    await self._until_stopped(keepers)
                finally:
                    await self._finish(scheduler, pollers, keepers)
        if self._ruin is not None:
            raise self._ruin
        refused = self._refused | {lane for lane, held in self._lanes.items() if held.refused}
        return NEEDS_A_PERSON if self._wired and len(refused) == len(self._wired) else OK

    def _poller(self, table: FeedConfig, client: GuardedClient) -> Poller:
        feed = feeds.build(table.name, table.kind, table.url, table.trust, client)
        feed = MeteredFeed(feed, self._meter)
        return Poller(feed, self._store, self._ingest, self._clock)

    def _schedule(self, pollers: Sequence[Poller], seen: Seen) -> AsyncIOScheduler:
        scheduler = schedule(self._config.feeds, pollers, self._review, self._ruined)
        if (every_s := watchdog_s()) is not None:
            scheduler.add_job(tell_systemd, "interval", ["WATCHDOG=1"], seconds=every_s)
        alarm = Alarm(self._config.alarm, partial(readiness, seen), self._clock)
        add_alarm(scheduler, alarm, self._config.alarm)
        table = self._config.stats
        if table.refresh_h:
            add_refresh(scheduler, Refresh(self._stats, table), table.refresh_h)
        return scheduler

    def _links(self) -> dict[str, Link]:
        """How each platform is now."""
        return {
            w.platform.name: Link(up=self._is_up(w), hears=w.platform.hears) for w in self._wired
        }

    def _is_up(self, wired: Wired) -> bool:
        lanes = self._lanes.get(wired.lane)
        return lanes is not None and not lanes.refused

    def _seen(self, states: Sequence[FeedState]) -> Seen:
        return Seen(
            database=self._database,
            store=self._store,
            stats=self._stats_file,
            clock=self._clock,
            meter=self._meter,
            feeds=self._config.feeds,
            states=states,
            links=self._links,
            reload_failed=lambda: self._reload_failed,
        )

    async def _until_stopped(self, keepers: Sequence[asyncio.Task[None]]) -> None:
        stop = asyncio.create_task(self._stop.wait())
        everyone = asyncio.gather(*keepers)
        waits: list[asyncio.Future[Any]] = [stop, everyone] if keepers else [stop]
        await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        stop.cancel()
        if everyone.done():
            everyone.result()

    async def _finish(
        self,
        scheduler: AsyncIOScheduler,
        pollers: Sequence[Poller],
        keepers: Sequence[asyncio.Task[None]],
    ) -> None:
        """Start nothing new, finish what runs, within the time a service manager allows."""
        self._stop.set()
        scheduler.pause()
        working = [*(poller.finished() for poller in pollers), self._review.finished()]
        ending = asyncio.gather(*working, *keepers, return_exceptions=True)
        try:
            await asyncio.wait_for(ending, DRAIN_S)
        except TimeoutError:
            log.warning("stopped with work in flight: it is taken up at the next start")
        scheduler.shutdown(wait=False)

    async def _keep(self, wired: Wired) -> None:
        """Connect, however long it takes; then deliver and listen until stopped."""
        try:
            if await self._connected(wired):
                await self._deliver(wired)
        finally:
            await wired.platform.close()

    async def _deliver(self, wired: Wired) -> None:
        lanes = self._lanes[wired.lane] = self._lanes_of(wired)
        listening = asyncio.create_task(keep_listening(wired))
        try:
            await lanes.run(self._stop)
        finally:
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)

    async def _connected(self, wired: Wired) -> bool:
        """False when stopped or refused before the platform answered."""
        tries = 0
        while not self._stop.is_set():
            try:
                await wired.platform.connect()
            except TemporaryDeliveryError as error:
                tries += 1
                if tries == 1:
                    log.error("platform unreachable", extra=_about(wired, error))  # noqa: TRY400 - no bug
                wait = max(backoff(tries), error.retry_after).total_seconds()
                await _wait(self._stop, wait)
            except TokenRefusedError as error:
                log.error("platform refuses the token", extra=_about(wired, error))  # noqa: TRY400 - no bug
                self._refused.add(wired.lane)
                return False
            else:
                log.info("platform connected", extra={"platform": wired.platform.name})
                return True
        return False


def _about(wired: Wired, error: Exception) -> dict[str, str]:
    return {"platform": wired.platform.name, "reason": str(error)}


async def _wait(stop: asyncio.Event, seconds: float) -> None:
    try:
        await asyncio.wait_for(stop.wait(), seconds)
    except TimeoutError:
        return

"""A watch on one feed: a real store and ledger, a feed in memory, and reports that the grammar reads."""

import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from bot.engine.ingest import Ingest
from bot.engine.poller import Poller
from bot.errors import FeedError, FeedUnavailableError
from bot.model import (
    Destination,
    DestinationId,
    LaneId,
    MessageRef,
    Page,
    Report,
    ReportKind,
    Status,
    Trade,
    Trust,
    Validators,
)
from bot.store import SqliteLedger, SqliteStore, open_database
from tests.builders import a_destination, a_report
from tests.fakes import FakeClock, FakeFeed

GONE = FeedUnavailableError("desk", "no answer")
BEARS = "Bears trade LB Tom Reyes to Lions for 2027 sixth-round pick"
LANE = LaneId("test")
HERE = a_destination(lane=LANE)
TALKERS = a_destination(
    id=DestinationId("discord:2"), channel="2", lane=LANE, statuses=tuple(Status)
)


def noise(number: int) -> Report:
    """An item without a trade."""
    return a_report(id=f"n{number}", title=f"Browns sign kicker {number}", text="They needed one.")


def talk(**given: Any) -> Report:
    """Talk of the sample trade, on the word of an insider."""
    text = "Green Bay wants to move him, Adam Schefter of ESPN reports."
    fields = {"id": "talk", "title": "Packers looking to trade WR Dale Preston", "text": text}
    return a_report(**{**fields, **given})


def row(text: str, **given: Any) -> Report:
    """A row of the wire, filed by Green Bay."""
    fields: dict[str, Any] = {
        "id": text,
        "feed": "wire",
        "trust": Trust.OFFICIAL,
        "kind": ReportKind.WIRE,
        "title": "",
        "text": text,
        "filer": "GB",
        "day_only": True,
    }
    return a_report(**{**fields, **given})


def off(**given: Any) -> Report:
    """The sample trade is off, says an insider."""
    title = "Packers' trade of WR Dale Preston to Jets falls through after failed physical"
    text = "New York and Green Bay called it off, Adam Schefter of ESPN reports."
    return a_report(**{"id": "off", "title": title, "text": text, **given})


def page(*reports: Report, tag: str = "") -> Page:
    """A page with these reports, oldest first."""
    return Page(reports=reports, validators=Validators(etag=tag))


@dataclass(kw_only=True)
class Watch:
    """Everything around a poller."""

    store: SqliteStore
    ledger: SqliteLedger
    destinations: Sequence[Destination] = (HERE, TALKERS)
    feed: FakeFeed = field(default_factory=FakeFeed)
    clock: FakeClock = field(default_factory=FakeClock)
    wakes: list[None] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.poller = self.start()

    def ingest(self, store: Any = None) -> Ingest:
        """What takes in reports."""
        return Ingest(store or self.store, self.destinations, lambda: self.wakes.append(None))

    def start(self, store: Any = None) -> Poller:
        """A poller as a new process would have it."""
        return Poller(self.feed, store or self.store, self.ingest(store), self.clock)

    async def poll(self, *answers: Page | FeedError, after_s: float = 60) -> None:
        """Poll once for each answer."""
        for answer in answers:
            self.feed.script.append(answer)
            self.clock.advance(after_s)
            await self.poller.poll()

    async def baseline(self, *reports: Report) -> None:
        """Take a first page of noise, and of these."""
        await self.poll(page(noise(0), *reports, tag="first"))

    async def trades(self) -> Sequence[Trade]:
        """Every stored trade."""
        return await self.store.trades()

    async def trade(self) -> Trade:
        """The only stored trade."""
        [trade] = await self.trades()
        return trade

    async def wanted(self) -> list[tuple[str, str, int]]:
        """The ledger: channel, kind and wanted version of each row."""
        rows = [row for t in await self.trades() for row, _, _ in await self.store.deliveries(t.id)]
        return [(str(row.key.destination), str(row.key.kind), row.version) for row in rows]

    async def show_all(self) -> None:
        """Post everything that is due, as a lane would."""
        now = self.clock.now()
        epoch = await self.ledger.acquire(LANE)
        while rows := await self.ledger.claim(LANE, epoch, now):
            for due in rows:
                ref = due.ref or MessageRef(f"m {due.key}")
                await self.ledger.ack(due.key, epoch, due.version, ref, now)


@asynccontextmanager
async def watching(folder: Path) -> AsyncIterator[Watch]:
    """A watch on a fresh database."""
    async with open_database(folder / "gridwire.db") as database:
        watch = Watch(store=SqliteStore(database), ledger=SqliteLedger(database))
        await watch.ledger.sync_destinations(watch.destinations)
        yield watch


class FaultyStore:
    """A store whose n-th call raises, before or after it did its work.

    Attributes:
        calls: the methods called, in order.
    """

    def __init__(self, store: Any, at: int, error: BaseException, *, after: bool = False) -> None:
        self.calls: list[str] = []
        self._store, self._at, self._error, self._after = store, at, error, after

    def __getattr__(self, name: str) -> Any:
        async def call(*args: Any, **kwargs: Any) -> Any:
            self.calls.append(name)
            strikes = len(self.calls) == self._at
            if strikes and not self._after:
                raise self._error
            result = await getattr(self._store, name)(*args, **kwargs)
            if strikes:
                raise self._error
            return result

        return call


class Cursed(str):
    """A text that no grammar can read: taking a part of it fails, as a bug in the grammar would."""

    __slots__ = ()

    def __getitem__(self, part: Any) -> str:
        raise ZeroDivisionError("a bug of the grammar")


def told(caplog: pytest.LogCaptureFixture, event: str, least: int = logging.WARNING) -> int:
    """How often a person was told of this."""
    return sum(r.getMessage() == event and r.levelno >= least for r in caplog.records)

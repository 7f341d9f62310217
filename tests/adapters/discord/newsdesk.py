"""Store, ledger, lane and the real adapter before our Discord, with a clock that can jump."""

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from adapters.discord.bot import DiscordPlatform
from adapters.discord.marks import custom_id
from bot.engine.lane import Desk, Lane
from bot.model import (
    CardKind,
    Change,
    ChangeReason,
    DeliveryKey,
    Destination,
    DestinationId,
    LaneId,
    Trade,
    TradeId,
)
from bot.store import SqliteErrands, SqliteLedger, SqliteStore, open_database
from tests.builders import a_report, a_trade
from tests.servers.discord_gateway import GUILD, READER
from tests.servers.fake_discord import CHANNEL, FakeDiscord

LANE = LaneId("discord")
OWNER_DMS = f"7{READER[1:]}"


class JumpingClock:
    """The machine's, and what was jumped; it sleeps as it should."""

    def __init__(self) -> None:
        self.ahead = timedelta()

    def now(self) -> datetime:
        """The wall clock."""
        return datetime.now(UTC) + self.ahead

    def monotonic(self) -> float:
        """Seconds of this process."""
        return time.monotonic() + self.ahead.total_seconds()

    async def sleep(self, seconds: float) -> None:
        """Really, unless the clock jumps meanwhile."""
        end = self.monotonic() + seconds
        while (left := end - self.monotonic()) > 0:  # noqa: ASYNC110 - a jump sets no event
            await asyncio.sleep(min(left, 0.05))


def channel(number: int = 0, **given: Any) -> Destination:
    """A channel of our server."""
    name = str(CHANNEL + number)
    fields = {"platform": "discord", "lane": LANE, "server": GUILD}
    return Destination(id=DestinationId(f"discord:{name}"), channel=name, **{**fields, **given})


HERE, THERE = channel(), channel(1)


@dataclass(kw_only=True)
class Newsdesk:
    """Publishes trades and delivers them."""

    far: FakeDiscord
    platform: DiscordPlatform
    store: SqliteStore
    ledger: SqliteLedger
    errands: SqliteErrands
    destinations: tuple[Destination, ...]
    clock: JumpingClock = field(default_factory=JumpingClock)
    lane: Lane | None = None
    published: list[TradeId] = field(default_factory=list)

    async def publish(self, name: str, version: int = 1, **given: Any) -> Trade:
        """Store a version of a trade, wanted everywhere."""
        now = self.clock.now()
        times = {"created_at": now, "updated_at": now}
        trade = a_trade(id=TradeId(name), version=version, **{**times, **given})
        change = Change(reason=ChangeReason.TERMS, trade=trade, expected_version=version - 1)
        keys = [self.key(name, to) for to in self.destinations]
        lanes = [to.lane for to in self.destinations]
        wanted = [(key, lane, version) for key, lane in zip(keys, lanes, strict=True)]
        await self.store.apply(a_report(id=f"{name} {version}"), (), (change,), wanted, now)
        if version == 1:
            self.published.append(trade.id)
        if self.lane is not None:
            self.lane.wake()
        return trade

    def key(self, name: str, to: Destination) -> DeliveryKey:
        """Of a trade's card in a channel."""
        return DeliveryKey(trade=TradeId(name), destination=to.id, kind=CardKind.CARD)

    @asynccontextmanager
    async def delivering(self) -> AsyncIterator[Lane]:
        """A lane at work, ended cleanly."""
        desk = Desk(
            queue=self.ledger,
            store=self.store,
            notifier=self.platform.notifier,
            destinations={to.id: to for to in self.destinations},
            clock=self.clock,
            zone=UTC,
            errands=self.errands,
        )
        self.lane = lane = Lane(self.destinations[0].lane, desk, rate_per_s=200, takeover_s=0)
        stop = asyncio.Event()
        running = asyncio.create_task(lane.run(stop))
        try:
            yield lane
        finally:
            stop.set()
            with suppress(asyncio.CancelledError):
                await running
            self.lane = None

    def jump(self, **by: float) -> None:
        """Let so much time have passed."""
        self.clock.ahead += timedelta(**by)
        if self.lane is not None:
            self.lane.wake()

    async def states(self) -> list[str]:
        """Of every delivery, in the order of publishing."""
        rows = [row for name in self.published for row in await self.store.deliveries(name)]
        return [state for _, state, _ in rows]

    async def reasons(self) -> list[str]:
        """What went wrong last with each."""
        rows = [row for name in self.published for row in await self.store.deliveries(name)]
        return [error for _, _, error in rows]

    async def until(self, claim: Callable[[], bool | Awaitable[bool]], within_s: float = 8) -> None:
        """Wait until it holds."""
        async with asyncio.timeout(within_s):
            while not await _true(claim):  # noqa: ASYNC110 - it happens in a database or far away
                await asyncio.sleep(0.02)

    async def all(self, state: str) -> bool:
        """Whether every delivery is in this state."""
        return set(await self.states()) == {state}

    async def has(self, state: str) -> bool:
        """Whether some delivery is in this state."""
        return state in await self.states()

    def cards(self, to: Destination) -> list[str]:
        """The trades whose cards a channel or its posts show, oldest first."""
        own = [d["id"] for d in self.far.channels.details.values() if _below(d, to)]
        shown = [m for place in (to.channel, *own) for m in self.far.shown(place)]
        marks = {custom_id(self.key(name, to)): name for name in self.published}
        return [marks[m["components"][0]["components"][0]["custom_id"]] for m in shown]

    def notices(self) -> list[str]:
        """What the server's owner was told."""
        return [message["content"] for message in self.far.shown(OWNER_DMS)]

    async def check(self) -> None:
        """What must hold whatever happened: no card twice, no order lost, none given up without a reason."""
        for to in self.destinations:
            cards = self.cards(to)
            assert len(cards) == len(set(cards)), "shown twice"
            assert cards == [name for name in self.published if name in cards], "out of order"
        for name in self.published:
            for row, state, error in await self.store.deliveries(name):
                assert state in {"shown", "waiting"} or error, "given up without a reason"
                assert (row.ref is not None) or state != "shown"
        assert self.far.violations == []

    def calls(self, to: Destination, since: int = 0) -> list[int]:
        """The answers to requests about a channel."""
        asked = self.far.requests[since:]
        return [r.status for r in asked if r.path.startswith(f"/channels/{to.channel}/")]


async def _true(claim: Callable[[], bool | Awaitable[bool]]) -> bool:
    held = claim()
    return held if isinstance(held, bool) else await held


def _below(details: dict[str, Any], to: Destination) -> bool:
    return details.get("parent_id") == to.channel


@asynccontextmanager
async def newsdesk(
    far: FakeDiscord, platform: DiscordPlatform, folder: Path, destinations: Sequence[Destination]
) -> AsyncIterator[Newsdesk]:
    """One on a fresh database, with its channels open."""
    far.channels.states |= {to.channel: "open" for to in destinations}
    async with open_database(folder / "newsdesk.db") as database:
        desk = Newsdesk(
            far=far,
            platform=platform,
            store=SqliteStore(database),
            ledger=SqliteLedger(database),
            errands=SqliteErrands(database),
            destinations=tuple(destinations),
        )
        await desk.ledger.sync_destinations(destinations)
        yield desk

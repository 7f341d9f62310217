"""How fast is a card out, and how fast does one token reach many channels?

    bench/fanout.py [--quick]

Real discord.py against the loopback fake in a process of its own. Beside our publish-to-post (from the report
in hand to the request at the platform: grammar, merge, gate, durable commit, claim, card, HTTP) stands what
the bare library needs for the same message. Beside the drain of 200 channels stands the floor: 200 / rate.
"""

import argparse
import asyncio
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import aiohttp

from adapters.discord.bot import DiscordPlatform
from bench.report import finish
from bot.app.clock import SystemClock
from bot.engine.ingest import Ingest
from bot.engine.lane import Desk, Lane
from bot.model import (
    Card,
    ClubCode,
    Destination,
    DestinationId,
    LaneId,
    Report,
    ReportKind,
    TradeId,
    Trust,
)
from bot.store import SqliteLedger, SqliteStore, open_database
from tests.builders import a_card, a_key
from tests.servers.fake_discord import CHANNEL

ROOT = Path(__file__).resolve().parents[1]
RATE_PER_S = 45.0
NO_FLOOD = 1_000_000  # the rate is measured, not the breaker
CHANNELS = 200
FIRST_NAMES = [f"{a}{b}rlan" for a in "BCDFGHJKLMNPRSTW" for b in "aeio"]


class NoStories:
    """Nobody presses a button here."""

    async def story(self, trade: TradeId) -> Card | None:
        """No trade is known."""
        del trade
        return None


@dataclass(kw_only=True)
class Far:
    """The fake Discord in its own process."""

    api_base: str
    gateway: str
    admin: str
    session: aiohttp.ClientSession

    async def posts(self) -> list[float]:
        """When each post that was taken arrived, by the machine's monotonic clock."""
        return [float(request["t"]) for request in await self._asked() if request["status"] == 200]

    async def refused(self) -> int:
        """How many posts met a limit."""
        return sum(request["status"] == 429 for request in await self._asked())

    async def _asked(self) -> list[dict[str, Any]]:
        async with self.session.get(self.admin + "/ledger") as answer:
            ledger: dict[str, Any] = json.loads(await answer.text())
        assert not ledger["violations"]
        return [request for request in ledger["requests"] if request["method"] == "POST"]

    async def until(self, count: int) -> list[float]:
        """Wait for so many posts."""
        while len(posts := await self.posts()) < count:  # noqa: ASYNC110 - it happens in another process
            await asyncio.sleep(0.05)
        return posts


async def far_end(stack: AsyncExitStack) -> Far:
    """Start the fake."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.servers.fake_discord", "--channels", str(CHANNELS),
        stdout=asyncio.subprocess.PIPE, cwd=ROOT,
    )  # fmt: skip
    stack.callback(process.kill)
    assert process.stdout is not None
    urls = json.loads(await process.stdout.readline())
    session = await stack.enter_async_context(aiohttp.ClientSession())
    return Far(**urls, session=session)


def report(number: int, first: str) -> Report:
    """A wire row of today about an invented receiver."""
    now = datetime.now(UTC)
    return Report(
        id=f"r{number} {first}",
        feed="wire",
        trust=Trust.OFFICIAL,
        kind=ReportKind.WIRE,
        title="",
        text=f"Traded WR {first} Marlow to the New York Jets for a 2027 fifth-round draft pick.",
        published_at=now,
        seen_at=now,
        filer=ClubCode("GB"),
        day_only=True,
    )


def channels(count: int) -> list[Destination]:
    """So many channels on the one lane."""
    return [
        Destination(
            id=DestinationId(f"discord:{CHANNEL + n}"),
            platform="discord",
            channel=str(CHANNEL + n),
            lane=LaneId("discord"),
        )
        for n in range(count)
    ]


async def connected(far: Far, stack: AsyncExitStack) -> DiscordPlatform:
    """The real adapter, logged in."""
    platform = DiscordPlatform("t", api_base=far.api_base, gateway=far.gateway, stories=NoStories())
    stack.push_async_callback(platform.close)
    await platform.connect()
    return platform


async def with_lane(
    far: Far, destinations: list[Destination], work: Callable[[Ingest], Any]
) -> None:
    """Run `work` while a lane delivers to these channels."""
    async with AsyncExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="gridwire-bench-"))
        database = await stack.enter_async_context(open_database(Path(folder) / "gridwire.db"))
        store, queue = SqliteStore(database), SqliteLedger(database)
        await queue.sync_destinations(destinations)
        desk = Desk(
            queue=queue,
            store=store,
            notifier=(await connected(far, stack)).notifier,
            destinations={to.id: to for to in destinations},
            clock=SystemClock(),
            zone=UTC,
        )
        lane = Lane(LaneId("discord"), desk, rate_per_s=RATE_PER_S, takeover_s=0)
        stop = asyncio.Event()
        running = asyncio.create_task(lane.run(stop))
        await asyncio.sleep(0.2)
        await work(Ingest(store, destinations, lane.wake, most_per_hour=NO_FLOOD))
        stop.set()
        await running


async def bare_latency(far: Far, rounds: int) -> list[float]:
    """Seconds from the call to the arrival, with the adapter alone: discord.py and the card's JSON."""
    async with AsyncExitStack() as stack:
        platform = await connected(far, stack)
        [to] = channels(1)
        took = []
        for number in range(rounds):
            before = len(await far.posts())
            started = time.monotonic()
            key = a_key(trade=TradeId(f"bare-{number}"), destination=to.id)
            await platform.notifier.post(to, a_card(trade=key.trade), key)
            took.append((await far.until(before + 1))[-1] - started)
        return took


async def our_latency(far: Far, rounds: int) -> list[float]:
    """Seconds from the report in hand to the arrival of its card."""
    took: list[float] = []

    async def work(ingest: Ingest) -> None:
        for number in range(rounds):
            before = len(await far.posts())
            started = time.monotonic()
            await ingest.report(report(number, FIRST_NAMES[number]), datetime.now(UTC))
            took.append((await far.until(before + 1))[-1] - started)

    await with_lane(far, channels(1), work)
    return took


async def drain(far: Far) -> tuple[float, int]:
    """Seconds from the report to the last of the channels, and the posts of the worst second."""
    found: list[float] = []

    async def work(ingest: Ingest) -> None:
        before = len(await far.posts())
        started = time.monotonic()
        await ingest.report(report(0, "Zebulon"), datetime.now(UTC))
        posts = (await far.until(before + CHANNELS))[before:]
        found.extend(at - started for at in posts)

    await with_lane(far, channels(CHANNELS), work)
    worst = max(sum(1 for at in found if start <= at < start + 1) for start in found)
    return max(found), worst


async def measure(rounds: int) -> dict[str, float]:
    """All figures of one run."""
    async with AsyncExitStack() as stack:
        far = await far_end(stack)
        bare, ours = await bare_latency(far, rounds), await our_latency(far, rounds)
        seconds, worst = await drain(far)
        refused = await far.refused()
    floor = CHANNELS / RATE_PER_S
    return {
        "publish_to_post_ms": statistics.median(ours) * 1000,
        "bare_library_post_ms": statistics.median(bare) * 1000,
        "publish_to_post_over_bare": statistics.median(ours) / statistics.median(bare),
        "drain_200_s": seconds,
        "drain_floor_s": floor,
        "drain_over_floor": seconds / floor,
        "worst_second": worst,
        "answered_429": refused,
    }


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--quick", action="store_true", help="fewer rounds")
    figures = asyncio.run(measure(10 if options.parse_args().quick else 40))
    print("one Discord token on loopback, SQLite with synchronous=FULL")
    targets = {
        "publish_to_post_ms": ("<=", 250.0),
        "drain_over_floor": ("<=", 1.1),
        "worst_second": ("<=", 50.0),
        "answered_429": ("<=", 0.0),
    }
    finish("fanout", figures, targets)


if __name__ == "__main__":
    main()

"""How fast is a card out, and how fast does one token reach many channels?

    bench/fanout.py [--quick]

Real discord.py against the loopback fake in a process of its own, which keeps Discord's limits as they are
known: 50 requests a second in all, five posts in five seconds a channel, each told in the headers. Beside our
publish-to-post (from the report in hand to the request at the platform: grammar, merge, gate, durable commit,
claim, card, HTTP) stands what the bare library needs for the same message. Beside the drain of 1,000 channels (300
with --quick) stands the floor: channels / configured rate, 22.2 s at 45 a second. Then two of 300 channels fail, three
trades break at once, and every card brings a thread along.
"""

import argparse
import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))


from adapters.discord.bot import DiscordPlatform
from bench._far import Arrival, Far, far_end
from bench.report import finish
from bot.app.clock import SystemClock
from bot.engine.ingest import Ingest
from bot.engine.lane import Desk, Lane
from bot.model import (
    ClubCode,
    Destination,
    DestinationId,
    LaneId,
    Manner,
    Report,
    ReportKind,
    TradeId,
    Trust,
)
from bot.ports import Backend
from bot.store import SqliteErrands, SqliteLedger, SqliteStore, open_database
from tests.builders import a_card, a_key
from tests.servers.fake_discord import CHANNEL

RATE_PER_S = 45.0
NO_FLOOD = 1_000_000  # the rate is measured, not the breaker
ALL, SOME, FEW = 1_000, 300, 100  # channels; SOME are all of a quick run
SLOW_S = 9.0  # how long the slow one of two failing channels holds its answer
FIRST_NAMES = [f"{a}{b}rlan" for a in "BCDFGHJKLMNPRSTW" for b in "aeio"]


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
    """The real adapter, logged in; nobody presses a button here."""
    nobody: Any = None
    backend = Backend(trades=nobody, questions=nobody, alerts=nobody)
    platform = DiscordPlatform("t", api_base=far.api_base, gateway=far.gateway, backend=backend)
    stack.push_async_callback(platform.close)
    await platform.connect()
    return platform


async def with_lane(
    far: Far, destinations: list[Destination], work: Callable[[Ingest], Awaitable[None]]
) -> None:
    """Run `work` while a lane delivers to these channels."""
    async with AsyncExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="gridwire-bench-"))
        database = await stack.enter_async_context(open_database(Path(folder) / "gridwire.db"))
        store, queue = SqliteStore(database), SqliteLedger(database)
        await asyncio.sleep(
            1.1
        )  # as a restart takes: the new process knows not what the old one sent
        await queue.sync_destinations(destinations)
        desk = Desk(
            queue=queue,
            store=store,
            notifier=(await connected(far, stack)).notifier,
            destinations={to.id: to for to in destinations},
            clock=SystemClock(),
            zone=UTC,
            errands=SqliteErrands(database),
        )
        lane = Lane(LaneId("discord"), desk, rate_per_s=RATE_PER_S, takeover_s=0)
        stop = asyncio.Event()
        running = asyncio.create_task(lane.run(stop))
        await work(Ingest(store, destinations, lane.wake, most_per_hour=NO_FLOOD))
        stop.set()
        await running


async def bare_latency(far: Far, rounds: int) -> list[float]:
    """Seconds from the call to the arrival, with the adapter alone: discord.py and the card's JSON."""
    async with AsyncExitStack() as stack:
        platform = await connected(far, stack)
        took = []
        for number, to in enumerate(channels(rounds)):
            before = len(await far.posts())
            started = time.monotonic()
            key = a_key(trade=TradeId(f"bare-{number}"), destination=to.id)
            await platform.notifier.post(to, a_card(trade=key.trade), key)
            took.append((await far.until(before + 1))[-1][0] - started)
        return took


async def our_latency(far: Far, rounds: int) -> list[float]:
    """Seconds from the report in hand to the arrival of its card."""
    took: list[float] = []

    async def work(ingest: Ingest) -> None:
        for number in range(rounds):
            before = len(await far.posts())
            started = time.monotonic()
            await ingest.report(report(number, FIRST_NAMES[number]), datetime.now(UTC))
            took.append((await far.until(before + 1))[-1][0] - started)
            await asyncio.sleep(1.0)  # a channel takes five cards in five seconds

    await with_lane(far, channels(1), work)
    return took


async def drain(
    far: Far, to: list[Destination], names: Sequence[str], expected: int
) -> list[Arrival]:
    """Seconds from the reports to each of the posts that are expected."""
    found: list[Arrival] = []

    async def work(ingest: Ingest) -> None:
        before = len(await far.posts())
        started = time.monotonic()
        for number, name in enumerate(names):
            await ingest.report(report(number, name), datetime.now(UTC))
        found.extend(
            (at - started, where) for at, where in (await far.until(before + expected))[before:]
        )

    await with_lane(far, to, work)
    return found


async def with_two_that_fail(far: Far) -> float:
    """Seconds to the last of the others, while one channel hangs and one refuses."""
    slow, shut = (str(CHANNEL + n) for n in (0, 1))
    held = {"suffix": f"/channels/{slow}/messages", "do": "delay", "seconds": SLOW_S}
    await far.control("faults", [held])
    await far.control("channels", {shut: "no_send"})
    found = await drain(far, channels(SOME), ["Quillon"], SOME - 1)
    await far.control("channels", {shut: "open"})
    return max(at for at, where in found if where not in {slow, shut})


async def with_threads(far: Far) -> int:
    """How many threads stand when as many cards have arrived and a few seconds have passed."""
    talking = [replace(to, manner=Manner(thread=True)) for to in channels(FEW)]
    before = await far.threads()
    await drain(far, talking, ["Wystan"], FEW)
    return await far.threads() - before


async def measure(rounds: int, many: int) -> dict[str, float]:
    """All figures of one run.

    Args:
        rounds: of single cards.
        many: channels of the drain.
    """
    async with AsyncExitStack() as stack:
        far = await far_end(stack, many)
        bare, ours = await bare_latency(far, rounds), await our_latency(far, rounds)
        used = time.process_time()
        every = max(at for at, _ in await drain(far, channels(many), ["Zebulon"], many))
        used = time.process_time() - used
        others = await with_two_that_fail(far)
        order = ["Ambrus", "Benedek", "Corvin"]
        three = await drain(far, channels(FEW), order, FEW * len(order))
        disordered = await far.out_of_order(order)
        threads = await with_threads(far)
        worst, refused = await far.worst_second(), await far.refused()
    floor = many / RATE_PER_S
    return {
        "publish_to_post_ms": statistics.median(ours) * 1000,
        "bare_library_post_ms": statistics.median(bare) * 1000,
        "publish_to_post_over_bare": statistics.median(ours) / statistics.median(bare),
        "drain_channels": many,
        "drain_s": every,
        "drain_floor_s": floor,
        "drain_over_floor": every / floor,
        "cpu_a_card_ms": used / many * 1000,
        "drain_300_beside_2_failing_over_floor": others / ((SOME - 2) / RATE_PER_S),
        "three_trades_over_floor": max(at for at, _ in three) / (FEW * len(order) / RATE_PER_S),
        "channels_out_of_order": disordered,
        "threads_opened": threads,
        "worst_second": worst,
        "answered_429": refused,
    }


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--quick", action="store_true", help="300 channels, fewer rounds")
    quick = options.parse_args().quick
    figures = asyncio.run(measure(*((10, SOME) if quick else (40, ALL))))
    print("one Discord token on loopback, SQLite with synchronous=FULL")
    print(f"the floor of a drain: channels / {RATE_PER_S:g} a second, the configured rate")
    targets = {
        "publish_to_post_ms": ("<=", 250.0),
        "drain_over_floor": ("<=", 1.1),
        "cpu_a_card_ms": ("<=", 1000 / RATE_PER_S),  # else no machine keeps the pace
        "drain_300_beside_2_failing_over_floor": ("<=", 1.1),
        "channels_out_of_order": ("<=", 0.0),
        "worst_second": ("<=", 50.0),
        "answered_429": ("<=", 0.0),
    }
    finish("fanout", figures, targets)


if __name__ == "__main__":
    main()

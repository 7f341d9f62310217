"""How fast do cards reach many workspaces of Slack, and does one that is slow delay the others?

    bench/fanout_slack.py [--quick]

Twenty workspaces of five channels each, every one with its own token and lane, before the loopback Slack in a process of its own, which takes one message a second and channel and refuses more. Some trades break at once; the
floor is one message a second and channel: as many seconds as there are trades behind the first. Then one workspace
answers each call seconds late, and the others are timed alone.
"""

import argparse
import asyncio
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from cryptography.fernet import Fernet

from adapters.slack.bot import SlackPlatform
from adapters.slack.workspaces import App, Installed, Workspace
from bench._far_slack import FarSlack, far_slack, team, token
from bench.report import finish
from bot.app.clock import SystemClock
from bot.app.lanes import Lanes
from bot.app.platforms import SLACK_CALLS_PER_S, Wired
from bot.engine.ingest import Ingest
from bot.engine.lane import Desk
from bot.model import ClubCode, Destination, DestinationId, LaneId, Report, ReportKind, Trust
from bot.store import Database, Seal, SqliteInstallations, SqliteLedger, SqliteStore, open_database
from tests.adapters.slack.conftest import a_backend
from tests.fakes import FakeOnce

WORKSPACES, CHANNELS = 20, 5
TRADES, QUICK = 21, 11
SLOW_S = 3.0
TIMEOUT_S = 10.0
PATIENCE_S = 120.0
WARM = "Zebulon"
NAMES = """Ambrus Benedek Corvin Dorian Emeric Faustin Gaspard Hadrian Ignace Jarek Kaspar
Lorcan Matthis Nestor Osmund Percival Quillon Rurik Severin Tancred Wystan""".split()


def destinations() -> list[Destination]:
    """Every channel of every workspace."""
    return [
        Destination(
            id=DestinationId(f"slack:C{w:02}{c}"),
            platform="slack",
            channel=f"C{w:02}{c}",
            lane=LaneId(f"slack:{team(w)}"),
            server=team(w),
        )
        for w in range(WORKSPACES)
        for c in range(CHANNELS)
    ]


def report(name: str) -> Report:
    """A wire row of today about an invented receiver."""
    now = datetime.now(UTC)
    return Report(
        id=name,
        feed="wire",
        trust=Trust.OFFICIAL,
        kind=ReportKind.WIRE,
        title="",
        text=f"Traded WR {name} Bexley to the New York Jets for a 2027 fifth-round draft pick.",
        published_at=now,
        seen_at=now,
        filer=ClubCode("GB"),
        day_only=True,
    )


async def drain(names: Sequence[str], slow: str = "") -> tuple[float, int]:
    """Seconds from the reports to the last card that is not the slow one's, and how many calls came too soon."""
    async with AsyncExitStack() as stack:
        far = await stack.enter_async_context(far_slack(WORKSPACES))
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="gridwire-bench-"))
        database = await stack.enter_async_context(open_database(Path(folder) / "gridwire.db"))
        platform = await connected(far, database, stack)
        to = destinations()
        queue = SqliteLedger(database)
        await queue.sync_destinations(to)
        desk = Desk(
            queue=queue,
            store=SqliteStore(database),
            notifier=platform.notifier,
            destinations={each.id: each for each in to},
            clock=SystemClock(),
            zone=UTC,
        )
        wired = Wired(platform=platform, lane=LaneId("slack"), rate_per_s=SLACK_CALLS_PER_S)
        lanes, stop = Lanes(wired, desk, takeover_s=0), asyncio.Event()
        running = asyncio.create_task(lanes.run(stop))
        ingest = Ingest(desk.store, to, lanes.wake, most_per_hour=1000)
        await timed(far, ingest, [WARM], "")  # the grammar, the far end's schemas
        if slow:
            await far.slow(slow, SLOW_S)
        await asyncio.sleep(1.5)
        took = await timed(far, ingest, names, slow)
        told = await far.told()
        assert told["violations"] == []
        stop.set()
        await running
        return took, told["busy"]


async def connected(far: FarSlack, database: Database, stack: AsyncExitStack) -> SlackPlatform:
    """With every workspace's token, as if it had installed the app."""
    seal = Seal([Fernet.generate_key().decode()])
    workspaces = Installed(SqliteInstallations(database, "slack", seal), App("1.2", "x"))
    for number in range(WORKSPACES):
        await workspaces.save(Workspace(team=team(number), token=token(team(number))))
    platform = SlackPlatform(
        workspaces,
        [],
        api_base=far.url,
        request_timeout_s=TIMEOUT_S,
        backend=a_backend(),
        once=FakeOnce(),
    )
    await platform.connect()
    stack.push_async_callback(platform.close)
    return platform


async def timed(far: FarSlack, ingest: Ingest, names: Sequence[str], slow: str) -> float:
    """Let the trades break, and wait for their cards."""
    before = shown(await far.told(), slow)
    expected = before + len(names) * CHANNELS * (WORKSPACES - bool(slow))
    started = time.monotonic()
    for name in names:
        await ingest.report(report(name), datetime.now(UTC))
    while shown(await far.told(), slow) < expected:
        assert time.monotonic() - started < PATIENCE_S
        await asyncio.sleep(0.1)
    return time.monotonic() - started


def shown(told: dict[str, Any], slow: str) -> int:
    """How many cards stand, but in the slow one's channels."""
    rooms = told["cards"].items()
    return sum(n for channel, n in rooms if not slow or channel[1:3] != slow[1:])


async def measure(count: int) -> dict[str, float]:
    """All figures of one run."""
    names = NAMES[:count]
    floor = count - 1.0
    every, early = await drain(names)
    beside, early_too = await drain(names, slow=team(0))
    return {
        "trades": count,
        "channels": WORKSPACES * CHANNELS,
        "drain_s": every,
        "floor_s": floor,
        "drain_over_floor": every / floor,
        "beside_a_slow_one_over_floor": beside / floor,
        "answered_429": early + early_too,
    }


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--quick", action="store_true", help=f"{QUICK} trades")
    count = QUICK if options.parse_args().quick else TRADES
    print("Slack on loopback, a lane a workspace, SQLite with synchronous=FULL")
    figures = asyncio.run(measure(count))
    targets = {
        "drain_over_floor": ("<=", 1.1),
        "beside_a_slow_one_over_floor": ("<=", 1.1),
        "answered_429": ("<=", 0.0),
    }
    finish("fanout_slack", figures, targets)


if __name__ == "__main__":
    main()

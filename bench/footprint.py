"""What does the running service weigh, beside the bare chat libraries?

    bench/footprint.py [--quick]

`gridwire run` as a process, connected to a fake Discord (REST and gateway) and a fake Slack (Web API and Socket
Mode), with a baseline of 500 rows, one card posted on each and edited once; beside it a process that only
imports discord.py and slack-bolt. Memory is VmRSS.
"""

import argparse
import asyncio
import os
import statistics
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.report import finish
from tests.e2e.conftest import World
from tests.servers.fake_discord import FakeDiscord
from tests.servers.fake_feeds import FakeFeeds
from tests.servers.fake_slack import FakeSlack

ROOT = Path(__file__).resolve().parents[1]
BARE = "import discord, slack_bolt.async_app, sys; print('up', flush=True); sys.stdin.read()"
TRADED = "Traded WR Dale Preston to the New York Jets for a 2027 fifth-round draft pick."


def rss_mb(pid: int) -> float:
    """A process's resident memory now."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    raise ProcessLookupError(pid)


async def bare() -> float:
    """The libraries, imported and idle."""
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", BARE, stdin=pipe, stdout=pipe
    )
    assert process.stdout is not None
    await process.stdout.readline()
    weight = rss_mb(process.pid)
    process.kill()
    await process.wait()
    return weight


async def service(seconds: float) -> float:
    """The whole service, after it did its work and idled for so long."""
    async with FakeFeeds() as feeds, FakeDiscord() as discord, FakeSlack() as slack:
        for number in range(500):
            feeds.file("CLE", f"Signed WR Number Player{number} to the practice squad.")
        feeds.publish("Browns sign kicker", "The club needed one.")
        with tempfile.TemporaryDirectory(prefix="gridwire-bench-") as folder:
            world = World(feeds=feeds, discord=discord, slack=slack, folder=Path(folder))
            async with world.running() as process:
                await world.baselines()
                feeds.file("GB", TRADED)
                await world.until(lambda: world.both_show("Dale Preston"))
                await asyncio.sleep(seconds)
                return rss_mb(process.pid)


async def measure(rounds: int) -> dict[str, float]:
    """Medians of interleaved rounds."""
    os.chdir(ROOT)
    weights = [(await bare(), await service(2)) for _ in range(rounds)]
    libraries = statistics.median(one for one, _ in weights)
    ours = statistics.median(two for _, two in weights)
    return {
        "service_rss_mb": ours,
        "bare_libraries_rss_mb": libraries,
        "service_over_bare": ours / libraries,
    }


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--quick", action="store_true", help="one round")
    figures = asyncio.run(measure(1 if options.parse_args().quick else 3))
    print("gridwire run with both platforms connected")
    finish(
        "footprint", figures, {"service_rss_mb": ("<=", 150.0), "service_over_bare": ("<=", 2.2)}
    )


if __name__ == "__main__":
    main()

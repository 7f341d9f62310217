"""End the service at every call that leaves it, one after the other: is anything lost, is anything shown twice?

    bench/crash_points.py [--quick] [--every K] [--rigs N]

One script: the service starts, polls, finds one new trade and posts it in two channels of Discord and two of Slack.
The first life of a trade ends itself at crash point 1 of the script, the next trade's at point 2, and so on until the script
ends before its point: so every statement of SQLite and every operation of a socket was once the last (tests/rig/crash.py).
After each crash a whole life brings what is due. What is lost and doubled is read from the fakes' ledgers.
--every K takes each Kth point.
"""

import argparse
import asyncio
import os
import random
import sqlite3
import sys
import tempfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.report import finish
from tests.rig.lives import CRASHED, Zygote
from tests.rig.stage import Stage
from tests.servers.fake_discord import FakeDiscord
from tests.servers.fake_feeds import FakeFeeds
from tests.servers.fake_slack import FakeSlack
from tests.servers.slack_workspace import APP_TOKEN, BOT_TOKEN

RIGS, QUICK = 4, 40
MOST = 20_000  # points are walked at most: the script ends long before
POLL_S = 0.5  # seldom, so that little but the script is walked
LAST_S = 0.05  # a life that brought everything is looked at a little longer


@dataclass(frozen=True, kw_only=True)
class Walk:
    """What one rig saw on its points of the script."""

    points: int
    last: int
    lost: int
    doubled: int
    sound: bool


async def _until_crashed(stage: Stage, mark: Path) -> None:
    """Until the life ended itself, or the script is over."""
    over = asyncio.create_task(stage.all_shown(LAST_S))
    while not over.done() and not _crashed(mark):
        await asyncio.wait([over], timeout=0.005)
    over.cancel()


def _crashed(mark: Path) -> bool:
    return mark.exists()


async def _walk(points: range, folder: Path, zygote: Zygote) -> Walk:
    mark = folder / CRASHED
    async with FakeFeeds() as feeds, FakeDiscord() as discord, FakeSlack() as slack:
        stage = Stage(feeds, discord, slack, random.Random(points.start))
        feeds.file("CLE", "Signed WR Old News to the practice squad.")
        (folder / "gridwire.toml").write_text(stage.config(POLL_S))
        while len(feeds.polls) < 2:
            await zygote.live(asyncio.sleep(1))  # the baseline
        for point in points:
            mark.unlink(missing_ok=True)
            stage.trade()
            await zygote.live(_until_crashed(stage, mark), crash_at=point)
            if not _crashed(mark):
                break
            await zygote.live(stage.all_shown(LAST_S))
        await zygote.live(stage.all_shown())
        return _walked(stage, points.index(point), point, folder)


def _walked(stage: Stage, points: int, last: int, folder: Path) -> Walk:
    with sqlite3.connect(folder / "state" / "gridwire.db") as db:
        [(integrity,)] = db.execute("PRAGMA integrity_check")
    db.close()
    return Walk(
        points=points,
        last=last,
        lost=sum(each.total() for each in stage.missing().values()),
        doubled=sum(each.total() for each in stage.surplus().values()),
        sound=integrity == "ok",
    )


def walk(points: range) -> Walk:
    """These points, or as many of them as the script has, in a world of its own."""
    os.environ.update(KILL9_DISCORD="t", KILL9_SLACK_BOT=BOT_TOKEN, KILL9_SLACK_APP=APP_TOKEN)
    with tempfile.TemporaryDirectory(prefix="gridwire-crash-") as name:
        zygote = Zygote(Path(name))
        try:
            return asyncio.run(_walk(points, Path(name), zygote))
        finally:
            zygote.close()


def walks(every: int, rigs: int = RIGS, most: int = MOST) -> list[Walk]:
    """Each `every`th point of the script up to `most`, shared among rigs that run side by side."""
    with ProcessPoolExecutor(rigs, mp_context=get_context("spawn")) as pool:
        return list(pool.map(walk, [range(1 + every * n, most, every * rigs) for n in range(rigs)]))


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--quick", action="store_true", help=f"each {QUICK}th point")
    options.add_argument("--every", type=int, default=1)
    options.add_argument("--rigs", type=int, default=RIGS)
    given = options.parse_args()
    every = QUICK if given.quick else given.every
    found = walks(every, given.rigs)
    figures = {
        "crash_points": sum(each.points for each in found),
        "last_point": max(each.last for each in found),
        "every": every,
        "lost": sum(each.lost for each in found),
        "doubled": sum(each.doubled for each in found),
        "databases_sound": sum(each.sound for each in found) / len(found),
    }
    targets = {"lost": ("<=", 0.0), "doubled": ("<=", 0.0), "databases_sound": (">=", 1.0)}
    finish("crash_points", figures, {**targets, "crash_points": (">=", 1.0)})


if __name__ == "__main__":
    main()

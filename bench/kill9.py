"""Kill the service with -9 at random moments: is anything lost, is anything shown twice?

    bench/kill9.py [--quick] [--kills N] [--seed S] [--no-history]

The whole service runs (real discord.py, slack_sdk, SQLite, HTTP) in a process forked from one that has the
libraries loaded, so that a life costs no import. Two times are shorter than in service: a new holder does not
stay silent for a second, and a Slack call times out after 0.2 s, its settle time with it. Feeds, Discord and Slack are the loopback
fakes; both platforms hold requests before they store, and go on when the client is dead.
With --no-history Slack refuses to show the channels' history: then a card may come twice for each kill, and none is lost.
The count is taken from the fakes' ledgers, never from our database.
"""

import argparse
import asyncio
import os
import random
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.report import finish
from tests.rig.lives import Zygote
from tests.rig.stage import Stage
from tests.servers.fake_discord import FakeDiscord
from tests.servers.fake_feeds import FakeFeeds
from tests.servers.fake_slack import FakeSlack
from tests.servers.slack_oauth import SCOPES
from tests.servers.slack_workspace import APP_TOKEN, BOT_TOKEN, HISTORY

TRADES_A_KILL = 1


@dataclass(kw_only=True)
class Result:
    """What the fakes' ledgers say."""

    kills: int
    expected: int = 0
    lost: dict[str, int] = field(default_factory=dict)
    doubled: dict[str, int] = field(default_factory=dict)
    absorbed: int = 0  # repeated Discord posts that its nonce turned into the first message
    looked_back: int = 0
    violations: int = 0
    integrity: str = ""
    seconds: float = 0.0


async def run(
    kills: int, seed: int, folder: Path, zygote: Zygote, *, history: bool = True
) -> Result:
    """Kill so often, let the last life finish, and count."""
    started = time.monotonic()
    async with FakeFeeds() as feeds, FakeDiscord() as discord, FakeSlack() as slack:
        stage = Stage(feeds, discord, slack, random.Random(seed))
        if not history:
            slack.world.scopes = tuple(each for each in SCOPES if each not in HISTORY)
        feeds.file("CLE", "Signed WR Old News to the practice squad.")
        (folder / "gridwire.toml").write_text(stage.config())
        while len(feeds.polls) < 2:
            await zygote.live(asyncio.sleep(1))  # the baseline
        for _ in range(kills):
            for _ in range(TRADES_A_KILL):
                stage.trade()
            stage.hold_requests()
            await zygote.live(stage.some_moment())
        await zygote.live(stage.all_shown())
        return _result(stage, kills, folder, time.monotonic() - started)


def _result(stage: Stage, kills: int, folder: Path, seconds: float) -> Result:
    nonces = Counter(r.body["nonce"] for r in stage.discord.calls("POST", "/messages") if r.body)
    with sqlite3.connect(folder / "state" / "gridwire.db") as db:
        [(integrity,)] = db.execute("PRAGMA integrity_check")
    db.close()
    return Result(
        kills=kills,
        expected=len(stage.expected),
        lost={name: cards.total() for name, cards in stage.missing().items()},
        doubled={name: cards.total() for name, cards in stage.surplus().items()},
        absorbed=nonces.total() - len(nonces),
        looked_back=len(stage.slack.calls("conversations.history")),
        violations=len(stage.discord.violations) + len(stage.slack.violations),
        integrity=integrity,
        seconds=seconds,
    )


def kill(kills: int, seed: int, *, history: bool = True) -> Result:
    """The whole rig, in a folder that is gone afterwards; with or without Slack's history."""
    os.environ.update(KILL9_DISCORD="t", KILL9_SLACK_BOT=BOT_TOKEN, KILL9_SLACK_APP=APP_TOKEN)
    with tempfile.TemporaryDirectory(prefix="gridwire-kill9-") as name:
        zygote = Zygote(Path(name))
        try:
            return asyncio.run(run(kills, seed, Path(name), zygote, history=history))
        finally:
            zygote.close()


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--quick", action="store_true", help="100 kills")
    options.add_argument("--kills", type=int, default=1000)
    options.add_argument("--seed", type=int, default=int(time.time()))
    options.add_argument("--no-history", action="store_true", help="Slack shows no history")
    given = options.parse_args()
    result = kill(100 if given.quick else given.kills, given.seed, history=not given.no_history)
    print(f"kill -9 at random moments, seed {given.seed}, both platforms in each life")
    figures = {
        "kills": result.kills,
        "cards_due_per_platform": result.expected,
        **{f"lost_{name}": number for name, number in result.lost.items()},
        **{f"doubled_{name}": number for name, number in result.doubled.items()},
        "absorbed_by_the_nonce": result.absorbed,
        "look_backs": result.looked_back,
        "violations": result.violations,
        "integrity_ok": float(result.integrity == "ok"),
        "seconds": round(result.seconds, 1),
    }
    zero = {k: ("<=", 0.0) for k in figures if k.startswith(("lost", "doubled", "violations"))}
    if given.no_history:
        zero["doubled_slack"] = ("<=", float(result.kills))
    finish("kill9", figures, {**zero, "integrity_ok": (">=", 1.0)})


if __name__ == "__main__":
    main()

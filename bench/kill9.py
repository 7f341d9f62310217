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
import itertools
import os
import random
import signal
import socket
import sqlite3
import string
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Awaitable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.report import finish
from bot import clubs
from tests.servers.fake_discord import CHANNEL, FakeDiscord, Fault
from tests.servers.fake_feeds import FakeFeeds
from tests.servers.fake_slack import FakeSlack, Kind
from tests.servers.slack_oauth import SCOPES
from tests.servers.slack_workspace import APP_TOKEN, BOT_TOKEN, HISTORY

FAR_S = 0.03  # how long the far end may hold a request; every third at Slack up to LATE_S
LATE_S = 0.2
TIMEOUT_S = 0.2  # of a Slack call: look-back waits one and a half of it
LIFE_S = 0.25  # half of the lives end at any moment of their start and first work,
WORK_S = 0.06  # the other half at any moment of the work: so long after the first post arrived
TRADES_A_KILL = 1
PATIENCE_S = 30.0


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


class Zygote:
    """A process with the libraries loaded, that forks the service and kills it."""

    def __init__(self, folder: Path) -> None:
        ours, theirs = socket.socketpair()
        self._pid = os.fork()
        if self._pid == 0:
            ours.close()
            _fork_lives(theirs, folder)
            os._exit(0)
        theirs.close()
        self._channel = ours

    async def live(self, until: Awaitable[object]) -> None:
        """One life of the service, ended by SIGKILL when `until` is over."""
        loop = asyncio.get_running_loop()
        self._channel.setblocking(False)
        await loop.sock_sendall(self._channel, b"live\n")
        await until
        await loop.sock_sendall(self._channel, b"die\n")
        await loop.sock_recv(self._channel, 16)

    def close(self) -> None:
        """End the zygote; it has no child then."""
        self._channel.close()
        os.waitpid(self._pid, 0)


def _fork_lives(channel: socket.socket, folder: Path) -> None:
    """In the zygote: load everything once, then one child a request."""
    import discord  # noqa: F401, PLC0415 - loaded for the children
    import slack_bolt.async_app  # noqa: F401, PLC0415

    from bot.app import serve as service  # noqa: PLC0415

    orders = channel.makefile("r")
    while orders.readline():
        pid = os.fork()
        if pid == 0:
            _serve(service, folder)
        orders.readline()
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        channel.sendall(b"dead\n")


def _serve(service: Any, folder: Path) -> None:
    from bot import config  # noqa: PLC0415
    from bot import log as logs  # noqa: PLC0415

    with (folder / "log").open("a") as stream:
        logs.setup(30, stream, [])
        settings = config.load(folder / "gridwire.toml", os.environ)
        timing = service.Timing(takeover_s=0.0)
        try:
            asyncio.run(service.serve(settings, folder / "state", timing))
        finally:
            os._exit(1)


def trades() -> Iterator[tuple[str, str, str]]:
    """Invented trades for ever: player, giver, receiver."""
    codes = [club.code for club in clubs.CLUBS]
    letters = ["".join(two) for two in itertools.product(string.ascii_lowercase, repeat=3)]
    for number in itertools.count():
        name = f"{letters[number % 17576].title()}on {letters[number * 7 % 17576].title()}ley"
        yield name, codes[number % 32], codes[(number * 5 + 1) % 32]


class Rig:
    """The world around the killed service."""

    def __init__(self, feeds: FakeFeeds, discord: FakeDiscord, slack: FakeSlack) -> None:
        self.feeds, self.discord, self.slack = feeds, discord, slack
        self._trades = trades()
        self.expected: list[tuple[str, str]] = []  # player, club

    def config(self) -> str:
        """One channel a club on each platform, so that channels have work of their own."""
        places = []
        for number, club in enumerate(clubs.CLUBS):
            self.discord.channels.states[str(CHANNEL + number)] = "open"
            for platform, channel in (("discord", CHANNEL + number), ("slack", f"C{number}")):
                places.append(
                    f'[[destinations]]\nplatform = "{platform}"\nchannel = "{channel}"\n'
                    f'clubs = ["{club.code}"]\n'
                )
        return f"""
[[feeds]]
name = "wire"
kind = "espn-transactions"
url = "{self.feeds.wire}"
trust = "official"
poll_s = 0.2
allow_private = true
[discord]
token = "env:KILL9_DISCORD"
api_base = "{self.discord.api_base}"
gateway = "{self.discord.gateway.url}"
[slack]
bot_token = "env:KILL9_SLACK_BOT"
app_token = "env:KILL9_SLACK_APP"
api_base = "{self.slack.url}"
request_timeout_s = {TIMEOUT_S}
{"".join(places)}
[gate]
most_per_hour = 100000
[stats]
refresh_h = 0
[web]
enabled = false
"""

    def trade(self) -> None:
        """One more trade on the wire, filed by the giver and sometimes by both."""
        name, giver, receiver = next(self._trades)
        to, origin = clubs.by_code(receiver), clubs.by_code(giver)
        assert to is not None
        assert origin is not None
        pick = "a 2027 fifth-round draft pick"
        self.feeds.file(giver, f"Traded WR {name} to the {to.name} in exchange for {pick}.")
        if random.random() < 0.3:
            self.feeds.file(receiver, f"Acquired WR {name} from {origin.city} for {pick}.")
        self.expected += [(name, giver), (name, receiver)]

    def hold_requests(self) -> None:
        """Let the next calls wait at the far end, and be stored whatever happens to the client."""
        for _ in range(4 - len(self.discord.faults)):
            self.discord.faults.append(Fault(do="delay", seconds=random.random() * FAR_S))
        for _ in range(4):
            longest = LATE_S if random.random() < 1 / 3 else FAR_S
            self.slack.fail("chat.postMessage", Kind.STORE_LATE, seconds=random.random() * longest)

    async def some_moment(self) -> None:
        """Wait for the next kill."""
        if random.random() < 0.5:
            await asyncio.sleep(random.random() * LIFE_S)
            return
        before = self._posts()
        for _ in range(200):
            if self._posts() > before:
                break
            await asyncio.sleep(0.005)
        await asyncio.sleep(random.random() * WORK_S)

    def _posts(self) -> int:
        return len(self.discord.calls("POST", "/messages")) + len(
            self.slack.calls("chat.postMessage")
        )

    def shown(self) -> dict[str, Counter[tuple[str, str]]]:
        """How often each player's card stands in each club's channel."""
        found: dict[str, Counter[tuple[str, str]]] = {"discord": Counter(), "slack": Counter()}
        for number, club in enumerate(clubs.CLUBS):
            cards = [str(m) for m in self.discord.shown(CHANNEL + number)]
            found["discord"].update(_counted(cards, club.code, self.expected))
            cards = [str(m.shown) for m in self.slack.world.messages[f"C{number}"]]
            found["slack"].update(_counted(cards, club.code, self.expected))
        return found

    async def all_shown(self) -> None:
        """Wait until every card is there, or until none came for so long that none will."""
        missing, since = self._missing(), time.monotonic()
        while missing and time.monotonic() - since < PATIENCE_S:
            await asyncio.sleep(0.5)
            if (now := self._missing()) < missing:
                missing, since = now, time.monotonic()
        await asyncio.sleep(1)  # what comes twice comes now

    def _missing(self) -> int:
        return sum((Counter(self.expected) - shown).total() for shown in self.shown().values())


def _counted(
    cards: list[str], club: str, expected: list[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    names = [name for name, code in expected if code == club]
    for card in cards:
        yield from ((name, club) for name in names if name in card)


async def run(
    kills: int, seed: int, folder: Path, zygote: Zygote, *, history: bool = True
) -> Result:
    """Kill so often, let the last life finish, and count."""
    random.seed(seed)
    started = time.monotonic()
    async with FakeFeeds() as feeds, FakeDiscord() as discord, FakeSlack() as slack:
        rig = Rig(feeds, discord, slack)
        if not history:
            slack.world.scopes = tuple(each for each in SCOPES if each not in HISTORY)
        feeds.file("CLE", "Signed WR Old News to the practice squad.")
        (folder / "gridwire.toml").write_text(rig.config())
        while len(feeds.polls) < 2:
            await zygote.live(asyncio.sleep(1))  # the baseline
        for _ in range(kills):
            for _ in range(TRADES_A_KILL):
                rig.trade()
            rig.hold_requests()
            await zygote.live(rig.some_moment())
        await zygote.live(rig.all_shown())
        return _result(rig, kills, folder, time.monotonic() - started)


def _result(rig: Rig, kills: int, folder: Path, seconds: float) -> Result:
    expected, shown = Counter(rig.expected), rig.shown()
    nonces = Counter(r.body["nonce"] for r in rig.discord.calls("POST", "/messages") if r.body)
    with sqlite3.connect(folder / "state" / "gridwire.db") as db:
        [(integrity,)] = db.execute("PRAGMA integrity_check")
    db.close()
    return Result(
        kills=kills,
        expected=expected.total(),
        lost={name: (expected - found).total() for name, found in shown.items()},
        doubled={name: (found - expected).total() for name, found in shown.items()},
        absorbed=nonces.total() - len(nonces),
        looked_back=len(rig.slack.calls("conversations.history")),
        violations=len(rig.discord.violations) + len(rig.slack.violations),
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

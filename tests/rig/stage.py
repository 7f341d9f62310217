"""The world around a killed service: feeds, Discord and Slack on loopback, and trades for ever."""

import asyncio
import itertools
import random
import string
import time
from collections import Counter
from collections.abc import Iterator

from bot import clubs
from tests.servers.fake_discord import CHANNEL, FakeDiscord, Fault
from tests.servers.fake_feeds import FakeFeeds
from tests.servers.fake_slack import FakeSlack, Kind

FAR_S = 0.03  # how long the far end may hold a request; every third at Slack up to LATE_S
LATE_S = 0.2
TIMEOUT_S = 0.2  # of a Slack call: look-back waits one and a half of it
LIFE_S = 0.25  # half of the lives end at any moment of their start and first work,
WORK_S = 0.06  # the other half at any moment of the work: so long after the first post arrived
PATIENCE_S = 30.0


def trades() -> Iterator[tuple[str, str, str]]:
    """Invented trades for ever: player, giver, receiver."""
    codes = [club.code for club in clubs.CLUBS]
    letters = ["".join(two) for two in itertools.product(string.ascii_lowercase, repeat=3)]
    for number in itertools.count():
        name = f"{letters[number % 17576].title()}on {letters[number * 7 % 17576].title()}ley"
        yield name, codes[number % 32], codes[(number * 5 + 1) % 32]


class Stage:
    """What the killed service sees: two feeds of one wire, one channel a club on each platform."""

    def __init__(
        self, feeds: FakeFeeds, discord: FakeDiscord, slack: FakeSlack, rng: random.Random
    ) -> None:
        self.feeds, self.discord, self.slack, self._rng = feeds, discord, slack, rng
        self._trades = trades()
        self.expected: list[tuple[str, str]] = []  # player, club

    def config(self, poll_s: float = 0.2) -> str:
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
poll_s = {poll_s}
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
        if self._rng.random() < 0.3:
            self.feeds.file(receiver, f"Acquired WR {name} from {origin.city} for {pick}.")
        self.expected += [(name, giver), (name, receiver)]

    def hold_requests(self) -> None:
        """Let the next calls wait at the far end, and be stored whatever happens to the client."""
        for _ in range(4 - len(self.discord.faults)):
            self.discord.faults.append(Fault(do="delay", seconds=self._rng.random() * FAR_S))
        for _ in range(4):
            longest = LATE_S if self._rng.random() < 1 / 3 else FAR_S
            self.slack.fail(
                "chat.postMessage", Kind.STORE_LATE, seconds=self._rng.random() * longest
            )

    async def some_moment(self) -> None:
        """Wait for the next kill."""
        if self._rng.random() < 0.5:
            await asyncio.sleep(self._rng.random() * LIFE_S)
            return
        before = self._posts()
        for _ in range(200):
            if self._posts() > before:
                break
            await asyncio.sleep(0.005)
        await asyncio.sleep(self._rng.random() * WORK_S)

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

    async def all_shown(self, last_s: float = 1.0) -> None:
        """Wait until every card is there, or until none came for so long that none will."""
        missing, since = self._missing(), time.monotonic()
        while missing and time.monotonic() - since < PATIENCE_S:
            await asyncio.sleep(0.05)
            if (now := self._missing()) < missing:
                missing, since = now, time.monotonic()
        await asyncio.sleep(last_s)  # what comes twice comes now

    def _missing(self) -> int:
        return sum(each.total() for each in self.missing().values())

    def missing(self) -> dict[str, Counter[tuple[str, str]]]:
        """By platform: the cards that are due and not shown."""
        return {name: Counter(self.expected) - shown for name, shown in self.shown().items()}

    def surplus(self) -> dict[str, Counter[tuple[str, str]]]:
        """By platform: the cards that are shown more often than they are due."""
        return {name: shown - Counter(self.expected) for name, shown in self.shown().items()}


def _counted(
    cards: list[str], club: str, expected: list[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    names = [name for name, code in expected if code == club]
    for card in cards:
        yield from ((name, club) for name in names if name in card)

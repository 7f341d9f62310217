"""The service as a process, with feeds, a Discord and a Slack of our own around it."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.servers.fake_discord import CHANNEL, FakeDiscord
from tests.servers.fake_feeds import FakeFeeds
from tests.servers.fake_slack import FakeSlack
from tests.servers.slack_workspace import APP_TOKEN, BOT_TOKEN

POLL_S = 0.3
SLACK_CHANNEL = "C1"
SECRETS = {
    "T_DISCORD": "discord-canary-7f3a",
    "T_SLACK_BOT": BOT_TOKEN,
    "T_SLACK_APP": APP_TOKEN,
}


@dataclass(kw_only=True)
class World:
    """Everything around the service."""

    feeds: FakeFeeds
    discord: FakeDiscord
    slack: FakeSlack
    folder: Path
    output: str = ""

    def config(self, *, statuses: Sequence[str] = ("reported", "official", "voided")) -> str:
        """A configuration with both platforms and both feeds."""
        wanted = ", ".join(f'"{status}"' for status in statuses)
        return f"""
[bot]
data_dir = "state"
[[feeds]]
name = "wire"
kind = "espn-transactions"
url = "{self.feeds.wire}"
trust = "official"
poll_s = {POLL_S}
allow_private = true
[[feeds]]
name = "desk"
kind = "rss"
url = "{self.feeds.news}"
trust = "trusted"
poll_s = {POLL_S}
allow_private = true
[discord]
token = "env:T_DISCORD"
api_base = "{self.discord.api_base}"
gateway = "{self.discord.gateway.url}"
[slack]
bot_token = "env:T_SLACK_BOT"
app_token = "env:T_SLACK_APP"
api_base = "{self.slack.url}"
request_timeout_s = 1
[[destinations]]
platform = "discord"
channel = "{CHANNEL}"
statuses = [{wanted}]
[[destinations]]
platform = "slack"
channel = "{SLACK_CHANNEL}"
statuses = [{wanted}]
[stats]
refresh_h = 0
[web]
port = 0
"""

    @asynccontextmanager
    async def running(self, config: str | None = None) -> AsyncIterator[asyncio.subprocess.Process]:
        """The service, until the body ends; then SIGTERM, and it must end well."""
        path = self.folder / "gridwire.toml"
        path.write_text(config or self.config())
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "run", "-c", str(path),
            env={**os.environ, **SECRETS},
            stderr=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )  # fmt: skip
        reading = asyncio.create_task(self._read(process))
        try:
            yield process
            if process.returncode is None:
                process.send_signal(signal.SIGTERM)
            await asyncio.wait_for(process.wait(), 12)
        finally:
            if process.returncode is None:
                process.kill()
            await process.wait()
            await reading

    async def _read(self, process: asyncio.subprocess.Process) -> None:
        assert process.stderr is not None
        async for line in process.stderr:
            self.output += line.decode()

    async def until(self, holds: Callable[[], Any], timeout_s: float = 15) -> None:
        """Wait for this; on a time-out show what the service said."""
        try:
            async with asyncio.timeout(timeout_s):
                while not holds():  # noqa: ASYNC110 - it is a state of another process
                    await asyncio.sleep(0.02)
        except TimeoutError:
            pytest.fail(f"not within {timeout_s} s; the service said:\n{self.output[-4000:]}")

    async def baselines(self) -> None:
        """Wait until both feeds' first polls are stored: a second poll is answered with "unchanged"."""
        await self.until(lambda: {("/wire", 304), ("/rss", 304)} <= set(self.feeds.polls))

    def on_discord(self) -> list[dict[str, Any]]:
        """What readers of the Discord channel see."""
        return self.discord.shown()

    def on_slack(self) -> list[Any]:
        """What readers of the Slack channel see."""
        return [message.shown for message in self.slack.world.messages[SLACK_CHANNEL]]

    def both_show(self, text: str) -> bool:
        """Whether the newest message of each channel shows this text."""
        shown = (self.on_discord(), self.on_slack())
        return all(messages and text in str(messages[-1]) for messages in shown)

    def assert_well_behaved(self) -> None:
        """No request broke a rule, and no secret was said."""
        assert self.discord.violations == []
        assert self.slack.violations == []
        assert [secret for secret in SECRETS.values() if secret in self.output] == []


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """Feeds with 500 rows of history, an empty Discord and an empty Slack."""
    async with FakeFeeds() as feeds, FakeDiscord() as discord, FakeSlack() as slack:
        for n in range(500):
            feeds.file("CLE", f"Signed WR Number Player{n} to the practice squad.")
        feeds.file(
            "DET", "Traded LB Older Story to Houston in exchange for a 2027 fifth-round pick."
        )
        feeds.publish("Browns sign kicker", "The club needed one.")
        yield World(feeds=feeds, discord=discord, slack=slack, folder=tmp_path)

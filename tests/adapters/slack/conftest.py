"""A fake Slack, and the real platform connected to it."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from adapters.slack.bot import SlackPlatform
from adapters.slack.socket import Socket
from adapters.slack.workspaces import Own
from bot.model import Card, TradeId
from bot.ports import Backend
from tests.builders import a_card
from tests.fakes import FakeOnce
from tests.servers.fake_slack import FakeSlack
from tests.servers.slack_workspace import APP_TOKEN, BOT_TOKEN

TIMEOUT_S = 2.0  # of a call: a busy machine needs a second for one that works


class KnownStories:
    """Knows one trade; asked for `bug`, it breaks."""

    async def story(self, trade: TradeId) -> Card | None:
        """The sample card for the sample trade."""
        if trade == "bug":
            raise RuntimeError("broken on purpose")
        return a_card() if trade == a_card().trade else None


def a_backend() -> Backend:
    """Only its stories are asked for."""
    nobody: Any = None
    trades: Any = KnownStories()
    return Backend(trades=trades, questions=nobody, alerts=nobody)


def a_platform(
    url: str, *, app_token: str | None = APP_TOKEN, timeout_s: float = TIMEOUT_S
) -> SlackPlatform:
    """The real platform of one workspace, pointed at the fake."""
    return SlackPlatform(
        Own(BOT_TOKEN),
        [Socket(app_token)] if app_token else [],
        api_base=url,
        request_timeout_s=timeout_s,
        backend=a_backend(),
        once=FakeOnce(),
    )


@pytest.fixture
async def fake() -> AsyncIterator[FakeSlack]:
    """A fake Slack that saw no bad request."""
    async with FakeSlack() as server:
        yield server
    assert server.violations == []


@pytest.fixture
async def platform(fake: FakeSlack) -> AsyncIterator[SlackPlatform]:
    """Connected; closed after the test."""
    connected = a_platform(fake.url)
    await connected.connect()
    yield connected
    await connected.close()

"""A fake Slack, and the real platform connected to it."""

from collections.abc import AsyncIterator

import pytest

from adapters.slack.bot import SlackPlatform
from bot.model import Card, TradeId
from tests.builders import a_card
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


def a_platform(fake: FakeSlack, **given: object) -> SlackPlatform:
    """The real platform, pointed at the fake."""
    options: dict[str, object] = {
        "bot_token": BOT_TOKEN,
        "app_token": APP_TOKEN,
        "api_base": fake.url,
        "request_timeout_s": TIMEOUT_S,
        "stories": KnownStories(),
    }
    return SlackPlatform(**{**options, **given})  # type: ignore[arg-type]


@pytest.fixture
async def fake() -> AsyncIterator[FakeSlack]:
    """A fake Slack that saw no bad request."""
    async with FakeSlack() as server:
        yield server
    assert server.violations == []


@pytest.fixture
async def platform(fake: FakeSlack) -> AsyncIterator[SlackPlatform]:
    """Connected; closed after the test."""
    connected = a_platform(fake)
    await connected.connect()
    yield connected
    await connected.close()

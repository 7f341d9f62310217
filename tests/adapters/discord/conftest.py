"""A Discord on loopback, and our platform logged in to it."""

from collections.abc import AsyncIterator

import pytest

from adapters.discord.bot import DiscordPlatform
from bot.errors import StoreError
from bot.model import Card, TradeId
from tests.builders import a_card
from tests.servers.fake_discord import FakeDiscord

TOKEN = "canary.never-to-be-seen.0123456789"  # noqa: S105 - opens nothing


class CardStories:
    """Knows the sample trade; `broken` fails as a locked database does."""

    def __init__(self) -> None:
        self.broken = False
        self.cards = {a_card().trade: a_card(timeline=tuple(f"report {n}" for n in range(1, 6)))}

    async def story(self, trade: TradeId) -> Card | None:
        """The card, if it is known."""
        if self.broken:
            raise StoreError("the database is locked.")
        return self.cards.get(trade)


@pytest.fixture
def stories() -> CardStories:
    """What the platform may ask."""
    return CardStories()


@pytest.fixture
async def far() -> AsyncIterator[FakeDiscord]:
    """The far end; whatever a test does, every request must keep Discord's rules and ours."""
    async with FakeDiscord(TOKEN) as discord:
        yield discord
    assert discord.violations == []


@pytest.fixture
async def unconnected(far: FakeDiscord, stories: CardStories) -> AsyncIterator[DiscordPlatform]:
    """Our platform before its first login."""
    platform = DiscordPlatform(
        TOKEN,
        api_base=far.api_base,
        gateway=far.gateway.url,
        stories=stories,
        guild_ready_timeout_s=0,
    )
    yield platform
    await platform.close()


@pytest.fixture
async def platform(unconnected: DiscordPlatform) -> DiscordPlatform:
    """Our platform, able to post."""
    await unconnected.connect()
    return unconnected

"""A Discord on loopback, and our platform logged in to it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from adapters.discord.bot import DiscordPlatform
from bot.ports import Backend
from bot.store import open_database
from tests.chats import CardStories, a_backend
from tests.servers.fake_discord import FakeDiscord

TOKEN = "canary.never-to-be-seen.0123456789"  # noqa: S105 - opens nothing


@pytest.fixture
async def backend(stories: CardStories, tmp_path: Path) -> AsyncIterator[Backend]:
    """Real alerts on a database of their own, a known trade, statistics that echo."""
    async with open_database(tmp_path / "gridwire.db") as database:
        yield a_backend(database, stories)


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
async def unconnected(far: FakeDiscord, backend: Backend) -> AsyncIterator[DiscordPlatform]:
    """Our platform before its first login."""
    platform = DiscordPlatform(
        TOKEN,
        api_base=far.api_base,
        gateway=far.gateway.url,
        backend=backend,
        guild_ready_timeout_s=0,
    )
    yield platform
    await platform.close()


@pytest.fixture
async def platform(unconnected: DiscordPlatform) -> DiscordPlatform:
    """Our platform, able to post."""
    await unconnected.connect()
    return unconnected

"""A Discord on loopback, and our platform logged in to it."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import discord
import pytest

from adapters.discord.bot import DiscordPlatform
from adapters.discord.doctor import examine
from adapters.discord.doctor.registered import described
from bot.model import Destination, Finding
from bot.ports import Backend
from bot.store import open_database
from tests.adapters.discord.examined import Doctor
from tests.adapters.discord.forums import make_forum
from tests.adapters.discord.newsdesk import HERE, THERE, Newsdesk, newsdesk
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
    async with FakeDiscord(TOKEN) as made:
        yield made
    assert made.violations == []


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


@pytest.fixture
def doctor(far: FakeDiscord) -> Doctor:
    """Looks at the fake; the token is in nothing that it says."""
    client = discord.Client(intents=discord.Intents.none())
    far.guilds.register([dict(command) for command in described(client)])

    async def look(*places: Destination, token: str = TOKEN) -> list[Finding]:
        found = await examine(token, api_base=far.api_base, destinations=places)
        assert token not in repr(found)
        return found

    return look


@pytest.fixture
async def desk(
    far: FakeDiscord, platform: DiscordPlatform, tmp_path: Path
) -> AsyncIterator[Newsdesk]:
    """Two channels of one server, whose owner takes direct messages; afterwards the invariants hold."""
    platform.notifier._errands._interval = 0.01
    async with newsdesk(far, platform, tmp_path, [HERE, THERE]) as opened:
        yield opened
        await opened.check()


@pytest.fixture
def forum(far: FakeDiscord) -> dict[str, Any]:
    """The sample channel is a forum."""
    return make_forum(far)

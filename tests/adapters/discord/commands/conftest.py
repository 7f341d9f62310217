"""Both worlds, with our commands in them."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

import pytest
import simcord

from adapters.discord.bot import DiscordPlatform
from bot.errors import BotError
from bot.ports import Backend
from tests.adapters.discord.commands.simworld import SimWorld, sim_bot
from tests.adapters.discord.commands.worlds import SocketWorld, World
from tests.servers.fake_discord import FakeDiscord


@pytest.fixture
async def sockets(far: FakeDiscord, platform: DiscordPlatform) -> AsyncIterator[SocketWorld]:
    """Ours, with the bot listening."""
    made = SocketWorld(far, platform.notifier)
    task = asyncio.create_task(platform.listen())
    async with asyncio.timeout(5):
        await far.gateway.ready.wait()
    yield made
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


@pytest.fixture
async def simulated(backend: Backend) -> AsyncIterator[SimWorld]:
    """The other one."""
    env = simcord.Env(sim_bot(backend))
    await env.start()
    made = SimWorld(env)
    await made.open_commands()
    yield made
    await env.shutdown()
    causes = [getattr(error, "original", error) for error in env.errors]
    assert [cause for cause in causes if not isinstance(cause, BotError)] == []


@pytest.fixture(params=["sockets", "simulated"])
def world(request: pytest.FixtureRequest) -> World:
    """Each in turn."""
    made: World = request.getfixturevalue(request.param)
    return made

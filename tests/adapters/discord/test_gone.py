"""What left while nobody listened is forgotten at the next connection, and nothing else is."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import pytest

from adapters.discord import gone
from adapters.discord.bot import DiscordPlatform
from bot.ports import Backend
from tests.adapters.discord.test_bot import listening
from tests.servers.discord_gateway import GUILD, guild
from tests.servers.fake_discord import CHANNEL, FakeDiscord, Fault

LEFT = "910000000000000002"
HERE, DELETED, HIDDEN = str(CHANNEL), "940000000000000001", "940000000000000002"


@pytest.fixture(autouse=True)
async def subscribed(far: FakeDiscord, backend: Backend, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two servers with alerts, one of them with a manager role."""
    monkeypatch.setattr(gone, "PAUSE_S", 0)
    await subscribe(backend, GUILD, HERE)
    await subscribe(backend, LEFT, "950000000000000001")
    await backend.alerts.set_manager_role(LEFT, "77")
    far.gateway.guilds = [guild(GUILD, channels=[_told(HERE)])]


def _told(number: str) -> dict[str, Any]:
    return {"id": number, "type": 0, "name": "trades", "position": 0, "permission_overwrites": []}


async def subscribe(backend: Backend, server: str, channel: str) -> None:
    """A channel has alerts."""
    await backend.alerts.subscribe(backend.alerts.draft(server, channel), "1")


async def servers(backend: Backend) -> Sequence[str]:
    """Those of which anything is kept."""
    return list(await backend.alerts.servers())


async def until(claim: Callable[[], Awaitable[bool]]) -> None:
    """Wait for what another task does."""
    async with asyncio.timeout(10):
        while not await claim():  # noqa: ASYNC110 - it happens in a database
            await asyncio.sleep(0.01)


async def test_a_server_that_was_left_meanwhile_is_forgotten(
    far: FakeDiscord, platform: DiscordPlatform, backend: Backend
) -> None:
    """With whom it trusted; the other one stays as it was, and is not even asked for."""

    async def forgotten() -> bool:
        return await servers(backend) == [GUILD]

    async with listening(far, platform):
        await until(forgotten)
    assert await backend.alerts.manager_role(LEFT) is None
    assert [to.channel for to in await backend.alerts.subscriptions(GUILD)] == [HERE]
    assert far.calls("GET", f"/guilds/{GUILD}") == []


async def test_a_server_in_an_outage_is_never_forgotten(
    far: FakeDiscord, platform: DiscordPlatform, backend: Backend
) -> None:
    """Discord lists it without its channels; nothing of it is looked at, whatever REST would say."""
    far.gateway.outages = [LEFT]
    far.channels.states.pop("950000000000000001", None)
    async with listening(far, platform):
        await far.gateway.dispatch("GUILD_DELETE", {"id": LEFT, "unavailable": True})
        await _looked(platform)
    assert await servers(backend) == [GUILD, LEFT]
    assert [r.path for r in far.requests if LEFT in r.path] == []


@pytest.mark.parametrize("answer", [{"status": 503}, {"status": 429}, {"do": "drop"}])
async def test_what_discord_does_not_say_to_be_gone_stays(
    far: FakeDiscord,
    platform: DiscordPlatform,
    backend: Backend,
    answer: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Missing on the list alone is not enough: every other trouble keeps it for the next time."""
    monkeypatch.setattr("adapters.discord.errors.CALL_TIMEOUT_S", 0.3)
    far.faults = [Fault(method="GET", suffix=f"/guilds/{LEFT}", **answer) for _ in range(3)]
    async with listening(far, platform):
        await until(lambda: _asked(far, LEFT))
        await _looked(platform)
    assert await servers(backend) == [GUILD, LEFT]


async def test_a_server_that_is_still_there_stays(
    far: FakeDiscord, platform: DiscordPlatform, backend: Backend
) -> None:
    """The list was short for whatever reason."""
    far.guilds.joined.append(LEFT)
    async with listening(far, platform):
        await until(lambda: _asked(far, LEFT))
        await _looked(platform)
    assert await servers(backend) == [GUILD, LEFT]


async def test_a_channel_that_was_deleted_meanwhile_is_forgotten(
    far: FakeDiscord, platform: DiscordPlatform, backend: Backend
) -> None:
    """One that the bot does not see is not: it may be shown again."""
    far.channels.states[HIDDEN] = "no_access"
    await subscribe(backend, GUILD, DELETED)
    await subscribe(backend, GUILD, HIDDEN)

    async def kept() -> bool:
        found = await backend.alerts.subscriptions(GUILD)
        return [to.channel for to in found] == [HERE, HIDDEN]

    async with listening(far, platform):
        await until(kept)
        await _looked(platform)
        assert await kept()


async def _asked(far: FakeDiscord, server: str) -> bool:
    return bool(far.calls("GET", f"/guilds/{server}"))


async def _looked(platform: DiscordPlatform) -> None:
    """Every server was looked at."""
    listener = platform._listener
    assert listener is not None
    async with asyncio.timeout(10):
        while listener._forgetting is None:  # noqa: ASYNC110 - discord.py has no event for it
            await asyncio.sleep(0.01)
        await listener._forgetting

"""F48: whatever the gateway does, posting goes on, nothing is posted twice, and identifying stays rare."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from adapters.discord import listener
from adapters.discord.bot import DiscordPlatform
from adapters.discord.listener import IDENTIFIES_MAX
from tests.adapters.discord.newsdesk import Newsdesk, channel, newsdesk
from tests.servers.discord_gateway import INVALID_SESSION, RECONNECT, Gateway
from tests.servers.fake_discord import FakeDiscord, Fault

HERE = channel()
QUIET_S = 1.0  # instead of a minute: how long the library takes a silent gateway for alive


@pytest.fixture
async def desk(
    far: FakeDiscord, platform: DiscordPlatform, tmp_path: Path
) -> AsyncIterator[Newsdesk]:
    """One channel; afterwards the invariants hold."""
    async with newsdesk(far, platform, tmp_path, [HERE]) as opened:
        yield opened
        await opened.check()


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library gives a silent gateway up after a second."""
    usual = listener.options

    def options(*given: Any, **more: Any) -> dict[str, Any]:
        return usual(*given, **more) | {"heartbeat_timeout": QUIET_S}

    monkeypatch.setattr(listener, "options", options)


@asynccontextmanager
async def open_gateway(desk: Newsdesk) -> AsyncIterator[Gateway]:
    """The gateway's side of a platform that listens."""
    task = asyncio.create_task(desk.platform.listen())
    try:
        yield desk.far.gateway
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        await asyncio.sleep(
            0.05
        )  # events that the library has just begun to tell of have their turn


async def drop(gateway: Gateway) -> None:
    """The connection ends."""
    await gateway.drop(code=4000)


async def abort(gateway: Gateway) -> None:
    """The connection ends without a word."""
    gateway.ready.clear()
    for socket in gateway._sockets:
        assert socket._req is not None
        assert socket._req.transport is not None
        socket._req.transport.abort()


async def reconnect(gateway: Gateway) -> None:
    """Discord asks for a new connection."""
    await gateway.tell(RECONNECT, data=None)


async def resumable(gateway: Gateway) -> None:
    """The session is invalid, but may be resumed."""
    await gateway.tell(INVALID_SESSION, data=True)


async def invalid(gateway: Gateway) -> None:
    """The session is gone for good."""
    await gateway.tell(INVALID_SESSION, data=False)


FAULTS: dict[str, tuple[Callable[[Gateway], Awaitable[None]], int]] = {
    "drop": (drop, 1),
    "abort": (abort, 1),
    "reconnect": (reconnect, 1),
    "resumable": (resumable, 1),
    "invalid": (invalid, 2),
}


@pytest.mark.parametrize(("fault", "identifies"), FAULTS.values(), ids=FAULTS)
async def test_a_lost_session_is_found_again_while_cards_go_out(
    desk: Newsdesk, fault: Callable[[Gateway], Awaitable[None]], identifies: int
) -> None:
    """A resume costs no identify; afterwards buttons answer, and each card stands once."""
    async with desk.delivering(), open_gateway(desk) as gateway:
        await desk.until(gateway.ready.is_set)
        await desk.publish("before")
        await desk.until(lambda: desk.all("shown"))
        await fault(gateway)
        for number in range(3):
            await desk.publish(f"during{number}")
        await desk.until(lambda: desk.all("shown"))
        await desk.until(gateway.ready.is_set, within_s=20)
        await desk.publish("after")
        await desk.until(lambda: desk.all("shown"))
        answer = await gateway.press(desk.far.shown(HERE.channel)[0])
        assert answer["data"]["flags"]
    assert len(gateway.identifies) == identifies
    assert len(gateway.resumes) == (identifies == 1)
    assert desk.cards(HERE) == ["before", "during0", "during1", "during2", "after"]


@pytest.mark.usefixtures("impatient")
async def test_a_zombie_is_recognised_and_resumed(desk: Newsdesk) -> None:
    """A connection that acknowledges nothing is dead, although it is open."""
    desk.far.gateway.deaf = True
    async with desk.delivering(), open_gateway(desk) as gateway:
        await desk.until(gateway.ready.is_set)
        await desk.publish("one")
        await desk.until(lambda: bool(gateway.resumes), within_s=20)
        gateway.deaf = False
        await desk.until(lambda: desk.all("shown"))
    assert len(gateway.identifies) == 1


@pytest.mark.usefixtures("impatient")
async def test_a_gateway_that_never_says_hello_stops_no_card(desk: Newsdesk) -> None:
    """It is tried again, and nobody identifies to a mute gateway."""
    desk.far.gateway.mute = True
    async with desk.delivering(), open_gateway(desk) as gateway:
        await desk.publish("one")
        await desk.until(lambda: desk.all("shown"))
        await desk.until(lambda: len(gateway._sockets) >= 2, within_s=20)
        assert gateway.identifies == []
        gateway.mute = False
        await desk.until(gateway.ready.is_set, within_s=20)
    assert len(gateway.identifies) == 1


@pytest.mark.usefixtures("impatient")
async def test_a_session_that_is_always_invalid_does_not_use_up_the_day(
    desk: Newsdesk, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each identify counts against a thousand a day, after which Discord resets the token."""

    async def at_once(*_: object, **__: object) -> None:
        """Instead of the library's five seconds before each identify."""

    monkeypatch.setattr("discord.Client.before_identify_hook", at_once)
    async with desk.delivering(), open_gateway(desk) as gateway:
        for _ in range(IDENTIFIES_MAX):
            await desk.until(gateway.ready.is_set)
            await invalid(gateway)
        await desk.until(lambda: "discord gateway down, posting goes on" in caplog.messages)
        await desk.publish("one")
        await desk.until(lambda: desk.all("shown"))
    assert len(gateway.identifies) == IDENTIFIES_MAX
    await asyncio.sleep(
        2.5 * QUIET_S
    )  # the library's heart of the last connection beats until then


# --- how many connections, and whether any ---


async def test_as_many_connections_are_opened_as_discord_asks_for(desk: Newsdesk) -> None:
    """One client over all of them; a button of either is answered."""
    desk.far.gateway.shards = 2
    async with desk.delivering(), open_gateway(desk) as gateway:
        await desk.publish("one")
        await desk.until(lambda: len(gateway.identifies) == 2, within_s=20)
        await desk.until(lambda: desk.all("shown"))
        answer = await gateway.press(desk.far.shown(HERE.channel)[0])
        assert answer["data"]["flags"]
    assert sorted(each["shard"] for each in gateway.identifies) == [[0, 2], [1, 2]]


async def test_with_no_session_left_today_the_gateway_is_left_alone(
    desk: Newsdesk, caplog: pytest.LogCaptureFixture
) -> None:
    """Another identify would cost the token; posting needs none."""
    desk.far.gateway.remaining = 0
    async with desk.delivering(), open_gateway(desk) as gateway:
        await desk.publish("one")
        await desk.until(lambda: desk.all("shown"))
        await desk.until(lambda: any("used up" in message for message in caplog.messages))
    assert gateway.identifies == []


@pytest.mark.parametrize(
    "answer",
    [{"status": 404, "body": {}}, {"status": 200, "body": []}, {"status": 200, "raw": "<"}],
)
async def test_an_address_that_is_not_told_is_no_reason_not_to_listen(
    desk: Newsdesk, answer: dict[str, Any]
) -> None:
    """One connection to the address of the configuration."""
    desk.far.faults = [Fault(method="GET", suffix="/gateway/bot", **answer)]
    async with open_gateway(desk) as gateway:
        await desk.until(gateway.ready.is_set)
    assert len(gateway.identifies) == 1


async def test_restarting_the_listener_posts_nothing_again(
    desk: Newsdesk, caplog: pytest.LogCaptureFixture
) -> None:
    """The listener knows of no message."""
    caplog.set_level(logging.INFO)
    async with desk.delivering():
        for number in range(3):
            desk.far.gateway.ready.clear()
            async with open_gateway(desk) as gateway:
                await desk.until(gateway.ready.is_set)
                await desk.publish(f"t{number}")
                await desk.until(lambda: desk.all("shown"))
    assert len(desk.far.calls("POST", "/messages")) == 3

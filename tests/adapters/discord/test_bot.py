"""Login, the gateway, the button, and the end."""

import asyncio
import gc
import logging
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

import pytest

from adapters.discord.bot import DiscordPlatform
from adapters.discord.buttons import UNKNOWN
from adapters.discord.listener import IDENTIFIES_MAX, Listener, TooManyIdentifiesError
from adapters.discord.notifier import DiscordNotifier
from adapters.discord.wire import Wire
from bot.chat.troubles import STORE_LATER
from bot.errors import DeliveryError, TemporaryDeliveryError, TokenRefusedError
from bot.ports import Backend
from tests.adapters.discord.conftest import TOKEN
from tests.builders import a_card, a_destination, a_key
from tests.chats import CardStories
from tests.servers.fake_discord import FakeDiscord, Fault

EPHEMERAL = 1 << 6


@asynccontextmanager
async def listening(far: FakeDiscord, platform: DiscordPlatform) -> AsyncIterator[None]:
    """The platform with its gateway open."""
    task = asyncio.create_task(platform.listen())
    try:
        async with asyncio.timeout(5):
            await far.gateway.ready.wait()
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def until(claim: Callable[[], bool]) -> None:
    """Wait for what another task does."""
    async with asyncio.timeout(10):
        while not claim():  # noqa: ASYNC110 - the far end has no event for everything
            await asyncio.sleep(0.01)


async def test_posting_needs_no_gateway(far: FakeDiscord, platform: DiscordPlatform) -> None:
    """The login is REST only."""
    await platform.notifier.post(a_destination(), a_card(), a_key())
    assert far.gateway.identifies == []
    assert len(far.shown()) == 1


async def test_a_pressed_button_shows_the_story_to_the_one_who_asked(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """Ephemeral, with the whole timeline, which the card cuts."""
    await platform.notifier.post(a_destination(), a_card(), a_key())
    async with listening(far, platform):
        answer = await far.gateway.press(far.shown()[0])
    assert answer["data"]["flags"] == EPHEMERAL
    assert answer["data"]["allowed_mentions"] == {"parse": []}
    timeline = answer["data"]["embeds"][0]["fields"][-1]
    assert timeline["value"].splitlines() == [f"- report {n}" for n in range(1, 6)]


async def test_a_button_from_before_a_restart_still_answers(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """The trade is in the button; the listening side remembers nothing."""
    await platform.notifier.post(a_destination(), a_card(), a_key())
    for _ in range(2):
        far.gateway.ready.clear()
        async with listening(far, platform):
            answer = await far.gateway.press(far.shown()[0])
        assert "Dale Preston" in answer["data"]["embeds"][0]["title"]


async def test_the_button_of_an_unknown_trade_says_so(
    far: FakeDiscord, platform: DiscordPlatform, stories: CardStories
) -> None:
    """As after a restored backup."""
    await platform.notifier.post(a_destination(), a_card(), a_key())
    stories.cards.clear()
    async with listening(far, platform):
        answer = await far.gateway.press(far.shown()[0])
    assert (answer["data"]["content"], answer["data"]["flags"]) == (UNKNOWN, EPHEMERAL)


async def test_a_story_that_cannot_be_read_is_promised_for_later(
    far: FakeDiscord, platform: DiscordPlatform, stories: CardStories
) -> None:
    """The reader gets an answer within Discord's 3 s, and the gateway lives on."""
    await platform.notifier.post(a_destination(), a_card(), a_key())
    stories.broken = True
    async with listening(far, platform):
        assert (await far.gateway.press(far.shown()[0]))["data"]["content"] == STORE_LATER
        stories.broken = False
        assert "embeds" in (await far.gateway.press(far.shown()[0]))["data"]


async def test_a_strange_button_is_left_alone(far: FakeDiscord, platform: DiscordPlatform) -> None:
    """Only ours are answered; the next press of ours is."""
    await platform.notifier.post(a_destination(), a_card(), a_key())
    (ours,) = far.shown()
    row = {"type": 1, "components": [{"type": 2, "style": 2, "custom_id": "t:else:where"}]}
    async with listening(far, platform):
        press = asyncio.create_task(far.gateway.press({**ours, "components": [row]}))
        await asyncio.sleep(0.1)
        assert far.gateway.callbacks.empty()
        press.cancel()
        assert "embeds" in (await far.gateway.press(ours))["data"]


async def test_a_refused_answer_to_a_press_is_logged_and_forgotten(
    far: FakeDiscord, platform: DiscordPlatform, caplog: pytest.LogCaptureFixture
) -> None:
    """The reader waited too long, or is gone: nothing to do."""
    await platform.notifier.post(a_destination(), a_card(), a_key())
    far.faults = [Fault(suffix="/callback", status=404, body={"code": 10062, "message": "late"})]
    async with listening(far, platform):
        press = asyncio.create_task(far.gateway.press(far.shown()[0]))
        await until(lambda: "press not answered" in caplog.messages)
        press.cancel()
        assert "embeds" in (await far.gateway.press(far.shown()[0]))["data"]


async def test_posting_goes_on_while_the_gateway_is_down_and_it_comes_back(
    far: FakeDiscord, platform: DiscordPlatform, caplog: pytest.LogCaptureFixture
) -> None:
    """One line when it goes, one when it is back."""
    caplog.set_level(logging.INFO, "adapters.discord")
    far.gateway.down = True
    task = asyncio.create_task(platform.listen())
    await until(lambda: "discord gateway down, posting goes on" in caplog.messages)
    await platform.notifier.post(a_destination(), a_card(), a_key())
    assert len(far.shown()) == 1
    far.gateway.down = False
    await until(lambda: "discord gateway back" in caplog.messages)
    assert caplog.messages.count("discord gateway down, posting goes on") == 1
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


@pytest.mark.parametrize(("code", "words"), [(4004, "put a valid token"), (4014, "portal")])
async def test_a_refused_gateway_is_explained_once_and_left_alone(
    far: FakeDiscord,
    platform: DiscordPlatform,
    caplog: pytest.LogCaptureFixture,
    code: int,
    words: str,
) -> None:
    """One sentence for the operator, no second identify, and posting goes on."""
    far.gateway.close_codes = [code]
    task = asyncio.create_task(platform.listen())
    await until(lambda: "discord gateway down, posting goes on" in caplog.messages)
    (record,) = [r for r in caplog.records if r.name == "adapters.discord.bot"]
    assert record.levelno == logging.ERROR
    assert words in record.__dict__["problem"]
    await platform.notifier.post(a_destination(), a_card(), a_key())
    assert (len(far.shown()), len(far.gateway.identifies)) == (1, 1)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


async def test_a_dropped_gateway_is_resumed_without_identifying_again(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """Identifying is rationed by Discord."""
    await platform.notifier.post(a_destination(), a_card(), a_key())
    async with listening(far, platform):
        await far.gateway.drop(code=4000)
        await until(lambda: bool(far.gateway.resumes))
        assert "embeds" in (await far.gateway.press(far.shown()[0]))["data"]
    assert len(far.gateway.identifies) == 1


async def test_the_gateway_is_asked_for_nothing_privileged(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """Guilds only."""
    async with listening(far, platform):
        assert far.gateway.identifies[0]["intents"] == 1


async def test_a_wrong_token_is_refused_with_a_remedy(far: FakeDiscord, backend: Backend) -> None:
    """And without telling what the wrong token was."""
    for token in ("wrong.but.printable", "wrong\nline", "wröng"):
        platform = DiscordPlatform(
            token, api_base=far.api_base, gateway=far.gateway.url, backend=backend
        )
        with pytest.raises(TokenRefusedError, match=r"\[discord\] token") as raised:
            await platform.connect()
        assert token not in str(raised.value)
        await platform.close()


@pytest.mark.parametrize(
    "answer",
    [{"status": 503}, {"do": "drop"}, {"status": 200, "raw": "<"}, {"status": 404, "body": {}}],
    ids=["503", "cut", "no JSON", "wrong address"],
)
async def test_a_login_that_fails_can_be_tried_again(
    far: FakeDiscord, unconnected: DiscordPlatform, answer: dict[str, Any]
) -> None:
    """Whatever came back, it is temporary; the second login works, and so does a third."""
    # twice, because aiohttp itself repeats a GET whose connection was cut
    far.faults = [Fault(method="GET", suffix="/users/@me", **answer) for _ in range(2)]
    with pytest.raises(TemporaryDeliveryError):
        await unconnected.connect()
    far.faults.clear()
    await unconnected.connect()
    await unconnected.connect()
    await unconnected.notifier.post(a_destination(), a_card(), a_key())
    assert len(far.shown()) == 1


async def test_a_client_does_not_identify_without_end(backend: Backend) -> None:
    """A gateway that ends every session must not cost the day's ration: the client gives up."""
    client = Listener(backend, DiscordNotifier(), lambda: None, Wire().trace())
    for _ in range(IDENTIFIES_MAX):
        await client.before_identify_hook(None, initial=True)
    with pytest.raises(TooManyIdentifiesError):
        await client.before_identify_hook(None, initial=True)


async def test_a_cancelled_login_leaves_nothing_open(
    far: FakeDiscord, unconnected: DiscordPlatform
) -> None:
    """An open session would be a ResourceWarning, and so a failure of this test."""
    far.faults = [Fault(method="GET", suffix="/users/@me", do="hang")]
    task = asyncio.create_task(unconnected.connect())
    await until(lambda: bool(far.requests))
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    gc.collect()


async def test_closing_twice_is_closing_once(far: FakeDiscord, platform: DiscordPlatform) -> None:
    """Also while it listens; afterwards nothing is sent."""
    task = asyncio.create_task(platform.listen())
    async with asyncio.timeout(5):
        await far.gateway.ready.wait()
    await platform.close()
    await platform.close()
    with pytest.raises(TemporaryDeliveryError):
        await platform.notifier.post(a_destination(), a_card(), a_key())
    async with asyncio.timeout(5):
        await task


async def test_the_token_is_in_no_log(
    far: FakeDiscord, platform: DiscordPlatform, caplog: pytest.LogCaptureFixture
) -> None:
    """Through every path, at the most talkative level of every logger."""
    caplog.set_level(logging.DEBUG)
    await platform.connect()
    async with listening(far, platform):
        ref = await platform.notifier.post(a_destination(), a_card(), a_key())
        await platform.notifier.edit(a_destination(), ref, a_card(), a_key())
        await far.gateway.press(far.shown()[0])
        answers: list[dict[str, Any]] = [{"status": 401}, {"status": 403}, {"do": "drop"}]
        for answer in [*answers, {"status": 429}]:
            far.faults = [Fault(method="PATCH", suffix="", **answer)]
            with pytest.raises(DeliveryError) as raised:
                await platform.notifier.edit(a_destination(), ref, a_card(), a_key())
            assert TOKEN not in str(raised.getrepr(chain=True))
    assert TOKEN not in caplog.text
    assert all(TOKEN not in str(record.__dict__) for record in caplog.records)

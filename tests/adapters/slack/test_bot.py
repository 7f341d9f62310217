"""Connecting, the button through Socket Mode, reconnecting, and giving everything back."""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import pytest

from adapters.slack.bot import SlackPlatform
from adapters.slack.commands.nfl import UNKNOWN_TRADE
from bot.chat.troubles import UNEXPECTED
from bot.errors import DeliveryError, TemporaryDeliveryError, TokenRefusedError
from bot.ports import Notifier, Platform
from tests.adapters.slack.conftest import a_platform
from tests.builders import a_card, a_destination, a_key
from tests.servers.fake_slack import FakeSlack, Kind
from tests.servers.slack_workspace import APP_TOKEN, BOT_TOKEN

BUTTON = {"type": "button", "action_id": "story", "block_id": "b"}
STRANGE = [
    {},
    {"type": "block_actions", "actions": "?"},
    {"type": "block_actions", "user": 5, "actions": [BUTTON]},
    {"type": "block_actions", "user": {"id": "U1"}, "team": {"id": "T1"}, "actions": [BUTTON]},
]


@asynccontextmanager
async def listening(
    fake: FakeSlack, platform: SlackPlatform, sockets: int = 1
) -> AsyncIterator[None]:
    """The platform with an open socket; afterwards no task of it is left."""
    before = asyncio.all_tasks()
    task = asyncio.create_task(platform.listen())
    try:
        await fake.until(lambda: len(fake.sockets) >= sockets)
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
    await asyncio.sleep(0)
    own = [left for left in asyncio.all_tasks() - before if "slack" in repr(left.get_coro())]
    assert [left for left in own if "fake_slack" not in repr(left)] == []


async def test_the_platform_is_what_the_engine_expects(platform: SlackPlatform) -> None:
    """Both ports are implemented."""
    engine_side: Platform = platform
    notifier: Notifier = engine_side.notifier
    assert engine_side.name == "slack"
    assert notifier.rest_s(a_destination().id) == 0.0


@pytest.mark.parametrize(
    "code", ["invalid_auth", "token_revoked", "account_inactive", "not_authed", "token_expired"]
)
async def test_a_refused_token_is_said_at_once(fake: FakeSlack, code: str) -> None:
    """One call, and the sentence names the code."""
    platform = a_platform(fake.url)
    fake.fail("auth.test", Kind.CODE, code=code)
    with pytest.raises(TokenRefusedError, match=code):
        await platform.connect()
    await platform.close()
    assert len(fake.requests) == 1


@pytest.mark.parametrize("kind", [Kind.ERROR, Kind.BUSY, Kind.HANG, Kind.DROP])
async def test_connecting_can_be_tried_again(fake: FakeSlack, kind: Kind) -> None:
    """Temporary trouble is temporary; the same platform connects later."""
    platform = a_platform(fake.url)
    fake.fail("auth.test", kind)
    with pytest.raises(TemporaryDeliveryError):
        await platform.connect()
    await platform.connect()
    await platform.close()


async def test_an_api_base_without_a_slash_is_completed(fake: FakeSlack) -> None:
    """Both spellings mean the same."""
    platform = a_platform(fake.url.rstrip("/"))
    await platform.connect()
    await platform.close()
    assert fake.calls("auth.test")


async def test_a_pressed_button_shows_the_story_to_one_reader(
    fake: FakeSlack, platform: SlackPlatform
) -> None:
    """Acknowledged at once, answered in the channel for this user only."""
    async with listening(fake, platform):
        await fake.press(a_card().trade, user="U7", channel="C5")
        await fake.until(lambda: fake.world.ephemeral)
    (shown,) = fake.world.ephemeral
    assert (shown["user"], shown["channel"]) == ("U7", "C5")
    assert "How it became known" in str(shown["blocks"])


@pytest.mark.parametrize("trade", ["unknown", "bug", ""])
async def test_a_strange_button_ends_nothing(
    fake: FakeSlack, platform: SlackPlatform, trade: str
) -> None:
    """Unknown trades are answered, a bug is told; a button of nobody's is not; the next press works."""
    async with listening(fake, platform):
        await fake.press(trade)
        for payload in STRANGE:
            await fake.say({"envelope_id": "x", "type": "interactive", "payload": payload})
        await fake.press(a_card().trade, user="U2")
        await fake.until(lambda: any(body["user"] == "U2" for body in fake.world.ephemeral))
    others = [body["text"] for body in fake.world.ephemeral if body["user"] != "U2"]
    told = {"unknown": [UNKNOWN_TRADE], "bug": [UNEXPECTED]}
    assert others == told.get(trade, [])


async def test_a_new_connection_follows_when_slack_asks(
    fake: FakeSlack, platform: SlackPlatform
) -> None:
    """A fresh ticket, and the button works again."""
    async with listening(fake, platform):
        await fake.disconnect()
        await fake.until(lambda: len(fake.sockets) == 2)
        await fake.press(a_card().trade)
        await fake.until(lambda: fake.world.ephemeral)
    assert len(fake.calls("apps.connections.open")) == 2


def events(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What happened to the socket, by the log."""
    said = [record.message for record in caplog.records]
    return [event.removeprefix("slack socket ") for event in said if "slack socket" in event]


async def test_a_broken_socket_is_replaced_and_posting_goes_on(
    fake: FakeSlack, platform: SlackPlatform, caplog: pytest.LogCaptureFixture
) -> None:
    """Cut without a word, then refused once: one warning; cut again: another."""
    caplog.set_level(logging.INFO)
    async with listening(fake, platform):
        fake.fail("apps.connections.open", Kind.ERROR)
        fake.cut()
        await platform.notifier.post(a_destination(channel="C1"), a_card(), a_key())
        await fake.until(lambda: len(fake.sockets) == 1)
        await fake.press(a_card().trade)
        await fake.until(lambda: fake.world.ephemeral)
        assert events(caplog) == ["open", "lost", "open"]
        fake.cut()
        async with asyncio.timeout(5):
            while len(events(caplog)) < 4:  # noqa: ASYNC110 - a log has no event to wait for
                await asyncio.sleep(0.05)
    assert events(caplog)[3] == "lost"
    assert len(fake.world.messages["C1"]) == 1


async def test_without_an_app_token_listening_only_waits(fake: FakeSlack) -> None:
    """No socket is asked for."""
    platform = a_platform(fake.url, app_token=None)
    await platform.connect()
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(platform.listen(), 0.1)
    await platform.close()
    assert fake.calls("apps.connections.open") == []


async def test_no_secret_is_logged_or_shown(
    fake: FakeSlack, caplog: pytest.LogCaptureFixture
) -> None:
    """Tokens and tickets stay out of logs, errors and representations, whatever goes wrong."""
    caplog.set_level(logging.DEBUG)
    platform = a_platform(fake.url)
    await platform.connect()
    seen = [repr(platform), repr(platform.notifier)]
    for kind in (Kind.STORE_DROP, Kind.ERROR, Kind.BUSY, Kind.BODY, Kind.HANG):
        fake.fail("chat.postMessage", kind)
        with pytest.raises(DeliveryError) as caught:
            await platform.notifier.post(a_destination(channel="C1"), a_card(), a_key())
        seen += [str(caught.value), str(caught.value.__cause__)]
    async with listening(fake, platform):
        await fake.press("bug")
        fake.cut()
        await fake.until(lambda: fake.sockets)
    await platform.close()
    said = "\n".join([*seen, caplog.text, *(str(vars(record)) for record in caplog.records)])
    for secret in (BOT_TOKEN, APP_TOKEN, "secret-ticket", "/response/1"):
        assert secret not in said

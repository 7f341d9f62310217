"""Every answer of Discord against what it means for a delivery."""

import asyncio
import socket
from collections.abc import Awaitable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import aiohttp
import discord
import pytest

from adapters.discord.bot import DiscordPlatform
from adapters.discord.errors import BAN, OLD_EDITS, ask
from bot.errors import (
    DeliveryError,
    DestinationRefusedError,
    MessageGoneError,
    PermanentDeliveryError,
    TemporaryDeliveryError,
    TokenRefusedError,
    UncertainDeliveryError,
)
from bot.ports import Backend
from tests.adapters.discord.conftest import TOKEN
from tests.builders import a_card, a_destination, a_key
from tests.servers.fake_discord import FakeDiscord, Fault


@dataclass(frozen=True, kw_only=True)
class Row:
    """One line of the table: what Discord answers, and what we say."""

    answer: dict[str, Any]
    meaning: type[DeliveryError]
    words: str = "."
    wait: timedelta | None = None
    lane_wide: bool = False


def _refused(status: int, code: int) -> dict[str, Any]:
    return {"status": status, "body": {"message": "no", "code": code}}


def _limited(seconds: float, **headers: str) -> dict[str, Any]:
    return {"status": 429, "body": {"message": "slow", "retry_after": seconds}, "headers": headers}


# discord.py tries 500, 502, 504 and 524 again by itself for 25 s, so they stand below, by value
TABLE = {
    "503": Row(answer=_refused(503, 0), meaning=UncertainDeliveryError, words="503"),
    "520": Row(answer=_refused(520, 0), meaning=UncertainDeliveryError),
    "a redirect to nowhere": Row(answer=_refused(302, 0), meaning=UncertainDeliveryError),
    "cut": Row(answer={"do": "drop"}, meaning=UncertainDeliveryError),
    "half JSON": Row(answer={"status": 200, "raw": '{"id": '}, meaning=UncertainDeliveryError),
    "no object": Row(answer={"status": 200, "body": []}, meaning=UncertainDeliveryError),
    "HTML": Row(
        answer={"status": 200, "raw": "<html>", "headers": {"Content-Type": "text/html"}},
        meaning=UncertainDeliveryError,
    ),
    "401": Row(answer=_refused(401, 0), meaning=TokenRefusedError, words=r"\[discord\] token"),
    "400": Row(answer=_refused(400, 50035), meaning=PermanentDeliveryError, words="50035"),
    "413": Row(answer=_refused(413, 40005), meaning=PermanentDeliveryError),
    "50001": Row(
        answer=_refused(403, 50001), meaning=DestinationRefusedError, words="View Channel"
    ),
    "50013": Row(answer=_refused(403, 50013), meaning=DestinationRefusedError, words="Embed Links"),
    "10003": Row(answer=_refused(404, 10003), meaning=DestinationRefusedError, words="not exist"),
    "10004": Row(answer=_refused(404, 10004), meaning=DestinationRefusedError, words="server"),
    "50008": Row(
        answer=_refused(400, 50008), meaning=DestinationRefusedError, words="text channel"
    ),
    "50024": Row(answer=_refused(400, 50024), meaning=DestinationRefusedError),
    "50083": Row(answer=_refused(400, 50083), meaning=DestinationRefusedError, words="archived"),
    "403 without a code": Row(answer=_refused(403, 0), meaning=DestinationRefusedError),
    "404 without a code": Row(answer=_refused(404, 0), meaning=DestinationRefusedError),
    "10008": Row(answer=_refused(404, 10008), meaning=MessageGoneError),
    "50005": Row(answer=_refused(403, 50005), meaning=MessageGoneError),
    "30046 as 400": Row(
        answer=_refused(400, 30046), meaning=TemporaryDeliveryError, wait=OLD_EDITS
    ),
    "407": Row(answer=_refused(407, 0), meaning=TemporaryDeliveryError, words="proxy"),
    "a code of no number": Row(
        answer={"status": 403, "body": {"message": ["x"], "code": ["y"]}},
        meaning=DestinationRefusedError,
    ),
    "429, long": Row(
        answer=_limited(60),
        meaning=TemporaryDeliveryError,
        wait=timedelta(seconds=60),
        words="channel 9",
    ),
    "429, long and global": Row(
        answer=_limited(60, **{"X-RateLimit-Global": "true"}),
        meaning=TemporaryDeliveryError,
        wait=timedelta(seconds=60),
        lane_wide=True,
        words="whole bot",
    ),
    "429, for ever": Row(
        answer=_limited(1e300), meaning=TemporaryDeliveryError, wait=timedelta(days=1)
    ),
    "429 without Via: a ban": Row(
        answer=_limited(1) | {"via": False},
        meaning=TemporaryDeliveryError,
        wait=BAN,
        lane_wide=True,
        words="address",
    ),
    "429 in HTML: a ban": Row(
        answer={"status": 429, "raw": "<html>", "headers": {"Content-Type": "text/html"}},
        meaning=TemporaryDeliveryError,
        wait=BAN,
        lane_wide=True,
    ),
    "a ban with an end": Row(
        answer=_limited(1, **{"Retry-After": "3600"}) | {"via": False},
        meaning=TemporaryDeliveryError,
        wait=timedelta(hours=1),
        lane_wide=True,
    ),
}


@pytest.mark.parametrize("method", ["POST", "PATCH"])
@pytest.mark.parametrize("row", TABLE.values(), ids=TABLE)
async def test_every_answer_has_one_meaning(
    far: FakeDiscord, platform: DiscordPlatform, row: Row, method: str
) -> None:
    """For a post and for an edit alike; the words fit an operator and hide the token."""
    ref = await platform.notifier.post(a_destination(), a_card(), a_key())
    far.faults = [Fault(method=method, suffix="", **row.answer) for _ in range(2)]
    if method == "POST":
        call: Awaitable[object] = platform.notifier.post(a_destination(), a_card(), a_key())
    else:
        call = platform.notifier.edit(a_destination(), ref, a_card(), a_key())
    with pytest.raises(row.meaning, match=row.words) as raised:
        await call
    assert TOKEN not in str(raised.value) + repr(raised.value.__cause__)
    assert "\n" not in str(raised.value)
    if isinstance(raised.value, TemporaryDeliveryError):
        assert row.wait in {None, raised.value.retry_after}
        assert raised.value.lane_wide == row.lane_wide


async def test_a_429_that_stays_is_handed_over_with_its_wait(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """discord.py tries five times; then the lane waits."""
    far.faults = [Fault(**_limited(0.01, **{"Retry-After": "7"})) for _ in range(5)]
    with pytest.raises(TemporaryDeliveryError) as raised:
        await platform.notifier.post(a_destination(), a_card(), a_key())
    assert (raised.value.retry_after, raised.value.lane_wide) == (timedelta(seconds=7), False)
    assert far.shown() == []


async def test_a_refusal_after_a_500_is_uncertain(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """discord.py's own first try may have been stored, whatever the second one was told."""
    far.faults = [Fault(do="store_reply", status=500), Fault(**_limited(60))]
    with pytest.raises(UncertainDeliveryError, match="may have been stored"):
        await platform.notifier.post(a_destination(), a_card(), a_key())
    await platform.notifier.post(a_destination(), a_card(), a_key())
    assert len(far.shown()) == 1


async def test_a_500_is_tried_again_with_the_same_nonce(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """The library's own second try shows nothing twice."""
    far.faults = [Fault(do="store_reply", status=500)]
    await platform.notifier.post(a_destination(), a_card(), a_key())
    assert (len(far.calls("POST", "/messages")), len(far.shown())) == (2, 1)


async def test_nobody_listening_means_that_nothing_was_sent(
    far: FakeDiscord, backend: Backend
) -> None:
    """Connection refused: temporary, the next try is a first one."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    platform = DiscordPlatform(
        TOKEN,
        api_base=f"http://127.0.0.1:{port}/api/v10",
        gateway=far.gateway.url,
        backend=backend,
    )
    with pytest.raises(TemporaryDeliveryError, match="cannot be reached"):
        await platform.connect()
    await platform.close()


async def test_a_call_that_hangs_is_uncertain() -> None:
    """The limit is a minute; the test makes it short."""
    with pytest.raises(UncertainDeliveryError, match="TimeoutError"):
        await ask(asyncio.sleep(5), "channel 1", _same, within_s=0.01)


class Answer:
    """As much of aiohttp's response as an exception of discord.py reads."""

    def __init__(self, status: int) -> None:
        self.status, self.reason, self.headers = status, "reason", {"Via": "1.1 google"}


@pytest.mark.parametrize("status", [500, 501, 502, 503, 504, 520, 521, 522, 523, 524, 530])
async def test_every_5xx_is_uncertain(status: int) -> None:
    """The far end may have stored the message before it failed."""
    with pytest.raises(UncertainDeliveryError, match=str(status)):
        await ask(_raising(discord.DiscordServerError(Answer(status), "x")), "channel 1", _same)


@pytest.mark.parametrize(
    ("error", "meaning"),
    [
        (discord.RateLimited(12.5), TemporaryDeliveryError),
        (discord.LoginFailure("improper"), TokenRefusedError),
        (aiohttp.ConnectionTimeoutError(), TemporaryDeliveryError),
        (aiohttp.SocketTimeoutError(), UncertainDeliveryError),
        (aiohttp.ServerDisconnectedError(), UncertainDeliveryError),
        (aiohttp.ClientPayloadError(), UncertainDeliveryError),
        (ConnectionResetError(), UncertainDeliveryError),
        (TimeoutError(), UncertainDeliveryError),
        (KeyError("retry_after"), UncertainDeliveryError),
        (RuntimeError("Session is closed"), UncertainDeliveryError),
    ],
    ids=lambda value: type(value).__name__,
)
async def test_every_failure_below_http_has_one_meaning(
    error: Exception, meaning: type[DeliveryError]
) -> None:
    """The cause stays chained."""
    with pytest.raises(meaning) as raised:
        await ask(_raising(error), "channel 1", _same)
    assert raised.value.__cause__ is error


async def test_cancelling_is_never_an_error_of_delivery() -> None:
    """A stop must stop."""
    with pytest.raises(asyncio.CancelledError):
        await ask(_raising(asyncio.CancelledError()), "channel 1", _same)


async def _raising(error: BaseException) -> None:
    raise error


def _same(answer: object) -> object:
    return answer

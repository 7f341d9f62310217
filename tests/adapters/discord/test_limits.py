"""Rate limits and the ban of an address, over real sockets: F45 and F46 of the fault table."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from adapters.discord import refusals
from adapters.discord.bot import DiscordPlatform
from adapters.discord.refusals import SLOW_FROM, WINDOW_S, Refusals
from bot.errors import TemporaryDeliveryError
from bot.model import Status
from tests.adapters.discord.newsdesk import HERE, THERE, Newsdesk
from tests.builders import a_card, a_destination, a_key
from tests.servers.fake_discord import CHANNEL, FakeDiscord, Fault

# --- F45: rate limits ---


def limited(seconds: float, **headers: str) -> Fault:
    """A 429 as Discord sends it."""
    body = {"message": "slow", "retry_after": seconds, "global": "X-RateLimit-Global" in headers}
    return Fault(status=429, body=body, headers=headers)


async def test_a_limit_of_one_channel_holds_up_no_other(desk: Newsdesk) -> None:
    """Nothing is asked there before its time, and the order stays."""
    fault = replace(limited(60), suffix=f"/channels/{CHANNEL}/messages")
    desk.far.faults = [fault]
    async with desk.delivering():
        for name in ("one", "two", "three"):
            await desk.publish(name)
        await desk.until(lambda: len(desk.cards(THERE)) == 3)
        assert desk.calls(HERE) == [429]
        desk.jump(seconds=61)
        await desk.until(lambda: desk.all("shown"))
    assert desk.calls(HERE) == [429, 200, 200, 200]


async def test_a_global_limit_holds_up_everything(desk: Newsdesk) -> None:
    """A long one is the lane's business."""
    desk.far.faults = [limited(60, **{"X-RateLimit-Global": "true"})]
    async with desk.delivering():
        await desk.publish("one")
        await desk.until(lambda: any(r.status == 429 for r in desk.far.requests))
        await desk.publish("two")
        await asyncio.sleep(0.3)
        assert len([r for r in desk.far.requests if r.method == "POST"]) <= 2
        desk.jump(seconds=61)
        await desk.until(lambda: desk.all("shown"))


@pytest.mark.parametrize(
    "fault",
    [
        Fault(status=429, body={"message": "slow"}),
        Fault(status=429, body=["slow"]),
        Fault(status=429, body={"retry_after": "soon"}),
        Fault(status=429, body={"retry_after": -5}),
        limited(0.05, **{"X-RateLimit-Remaining": "5", "X-RateLimit-Reset-After": "-1"}),
    ],
    ids=["no wait", "a list", "a word", "negative", "headers that lie"],
)
async def test_a_limit_that_lies_or_says_nothing_stops_nobody_for_long(
    desk: Newsdesk, fault: Fault
) -> None:
    """It was a refusal, so nothing was stored."""
    desk.far.faults = [fault]
    async with desk.delivering():
        await desk.publish("one")
        await desk.until(lambda: any(r.status == 429 for r in desk.far.requests))
        await asyncio.sleep(0.2)
        desk.jump(minutes=6)
        await desk.until(lambda: desk.all("shown"))
    assert desk.calls(HERE).count(200) == 1


@pytest.mark.parametrize("code", [30046, 20022])
@pytest.mark.parametrize("status", [400, 429])
async def test_an_edit_that_discord_limits_waits_and_the_newest_version_wins(
    desk: Newsdesk, code: int, status: int
) -> None:
    """Old and published messages have limits of their own: no loop, and no lane-wide pause."""
    async with desk.delivering():
        await desk.publish("one")
        await desk.until(lambda: desk.all("shown"))
        body = {"message": "no", "code": code} | ({"retry_after": 120.0} if status == 429 else {})
        desk.far.faults = [Fault(method="PATCH", suffix="", status=status, body=body)] * 2
        desk.jump(hours=2)
        await desk.publish("one", 2)
        await desk.until(lambda: desk.far.faults == [])
        await desk.publish("one", 3, status=Status.OFFICIAL)
        await desk.publish("two")
        await desk.until(lambda: "two" in desk.cards(HERE) and "two" in desk.cards(THERE))
        assert len([r for r in desk.far.requests if r.method == "PATCH"]) == 2
        desk.jump(minutes=11)
        await desk.until(lambda: desk.all("shown"))
    edits = [r.status for r in desk.far.requests if r.method == "PATCH"]
    assert edits.count(200) == 2


# --- F46: a ban of the address, and how not to earn one ---


async def test_a_ban_stops_everything_for_a_quarter_of_an_hour(desk: Newsdesk) -> None:
    """A 429 that is not Discord's own: HTML, or without the header of its answers."""
    html = {"Content-Type": "text/html"}
    desk.far.faults = [Fault(status=429, raw="<html>1015</html>", headers=html, via=False)]
    async with desk.delivering():
        await desk.publish("one")
        await desk.until(lambda: any(r.status == 429 for r in desk.far.requests))
        await asyncio.sleep(0.1)
        before = len(desk.far.requests)
        desk.jump(minutes=14)
        await desk.publish("two")
        await asyncio.sleep(0.3)
        assert len(desk.far.requests) == before
        desk.jump(minutes=2)
        await desk.until(lambda: desk.all("shown"))


def test_refused_requests_are_counted_for_ten_minutes() -> None:
    """401, 403 and 429, but not a limit that others caused."""
    now = 0.0
    counted = Refusals(lambda: now)
    for _ in range(SLOW_FROM):
        counted.note(200, "")
        counted.note(404, "")
        counted.note(429, "shared")
    counted.check()
    for status in (401, 403, 429):
        for _ in range(SLOW_FROM // 3 + 1):
            counted.note(status, "user")
    counted.check()
    with pytest.raises(TemporaryDeliveryError, match="bans this address") as raised:
        counted.check()
    assert raised.value.lane_wide
    assert raised.value.retry_after == timedelta(seconds=refusals.SLOW_S)
    now += refusals.SLOW_S
    counted.check()
    now += WINDOW_S
    counted.check()
    counted.check()


async def test_near_the_limit_calls_go_out_one_a_second(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """The second of two is not asked at all; even refused ones keep far from 10,000."""
    for _ in range(SLOW_FROM):
        platform.notifier.wire.refusals.note(403, "")
    await platform.notifier.post(a_destination(), a_card(), a_key())
    with pytest.raises(TemporaryDeliveryError, match="slowed down"):
        await platform.notifier.edit(
            a_destination(), far.shown()[0]["id"], a_card(version=2), a_key()
        )
    assert len(far.calls("PATCH", "")) == 0
    assert SLOW_FROM + WINDOW_S / refusals.SLOW_S < 10_000


async def test_the_answers_of_real_calls_are_counted(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """Also those that the library hides by trying again."""
    far.faults = [limited(0.01), limited(0.01, **{"X-RateLimit-Scope": "shared"})]
    await platform.notifier.post(a_destination(), a_card(), a_key())
    assert len(platform.notifier.wire.refusals._at) == 1

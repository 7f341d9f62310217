"""What goes wrong between a lane and Discord, over real sockets, and what must hold afterwards.

The numbers are those of the fault table: F42 token, F44 access, F45 rate limits, F46 a ban, F47 lost
answers; the gateway's faults (F48) are next door.
"""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from adapters.discord import refusals
from adapters.discord.bot import DiscordPlatform
from adapters.discord.notices import ONE_A_SERVER_S
from adapters.discord.refusals import SLOW_FROM, WINDOW_S, Refusals
from bot.errors import TemporaryDeliveryError
from bot.model import Status
from tests.adapters.discord.newsdesk import Newsdesk, channel, newsdesk
from tests.builders import a_card, a_destination, a_key
from tests.servers.discord_gateway import GUILD, READER
from tests.servers.fake_discord import CHANNEL, FakeDiscord, Fault

HERE, THERE = channel(), channel(1)
STAFF = "900000000000000099"


@pytest.fixture
async def desk(
    far: FakeDiscord, platform: DiscordPlatform, tmp_path: Path
) -> AsyncIterator[Newsdesk]:
    """Two channels of one server, whose owner takes direct messages; afterwards the invariants hold."""
    platform.notifier._errands._interval = 0.01
    async with newsdesk(far, platform, tmp_path, [HERE, THERE]) as opened:
        yield opened
        await opened.check()


# --- F42: the token ---


async def test_a_revoked_token_stops_every_call_and_loses_nothing(desk: Newsdesk) -> None:
    """At most what was in flight is asked after the first 401; with a good token all are posted once."""
    for number in range(20):
        await desk.publish(f"t{number}")
    good, desk.far._token = desk.far._token, "revoked"
    async with desk.delivering() as lane:
        await desk.until(lambda: lane.refused)
    refused = [r for r in desk.far.requests if r.status == 401]
    assert 1 <= len(refused) <= 3
    assert await desk.all("waiting")
    desk.far._token = good
    await desk.platform.connect()
    async with desk.delivering():
        await desk.until(lambda: desk.all("shown"))
    assert [len(desk.cards(to)) for to in (HERE, THERE)] == [20, 20]
    assert desk.notices() == []


async def test_what_follows_a_card_is_not_asked_with_a_refused_token(desk: Newsdesk) -> None:
    """Neither a thread nor a notice."""
    desk.far.faults = [Fault(status=401, body={"message": "401: Unauthorized", "code": 0})]
    async with desk.delivering() as lane:
        await desk.publish("t")
        await desk.until(lambda: lane.refused)
    before = len(desk.far.requests)
    await desk.platform.notifier.warn(HERE, "a problem")
    assert len(desk.far.requests) == before


# --- F44: access ---

SHUT: dict[str, str | None] = {
    "no permission": "no_send",
    "not seen": "no_access",
    "deleted": None,
}


def shut(desk: Newsdesk, state: str | None) -> None:
    """Take a channel's rights away, or the channel."""
    if state is None:
        del desk.far.channels.states[HERE.channel]
    else:
        desk.far.channels.states |= {HERE.channel: state}  # type: ignore[dict-item]


@pytest.mark.parametrize("state", SHUT.values(), ids=SHUT)
async def test_a_channel_that_shuts_us_out_is_left_alone_and_its_owner_told_once(
    desk: Newsdesk, state: str | None
) -> None:
    """One refused request, one notice; then it is tried ever more rarely, and the others go on."""
    shut(desk, state)
    async with desk.delivering():
        await desk.publish("one")
        await desk.publish("two")
        await desk.until(lambda: bool(desk.notices()))
        await desk.until(lambda: len(desk.cards(THERE)) == 2)
        assert len(desk.calls(HERE)) == 1
        for _ in range(4):
            desk.jump(minutes=16)
            await asyncio.sleep(0.15)
        assert 2 <= len(desk.calls(HERE)) <= 4
        desk.far.channels.states[HERE.channel] = "open"
        desk.jump(hours=3)
        await desk.until(lambda: desk.all("shown"))
    assert desk.cards(HERE) == ["one", "two"]
    [notice] = desk.notices()
    assert f"<#{HERE.channel}>" in notice
    assert "grant" in notice or "remove" in notice
    assert "/alerts status" in notice


async def test_after_a_day_the_cards_are_given_up_with_a_reason(desk: Newsdesk) -> None:
    """In a day a dead channel costs a handful of refused requests."""
    shut(desk, "no_send")
    async with desk.delivering():
        await desk.publish("one")
        await desk.until(lambda: bool(desk.notices()))
        for _ in range(26):
            desk.jump(hours=1)
            await asyncio.sleep(0.1)
        await desk.until(lambda: _has(desk, "dead"))
    assert len(desk.calls(HERE)) <= 20
    assert any("Send Messages" in reason for reason in await desk.reasons())
    assert len(desk.notices()) == 1


async def test_a_second_loss_of_access_is_told_again(desk: Newsdesk) -> None:
    """What worked in between is news again, but not within hours of the last notice."""
    async with desk.delivering():
        for name in ("one", "two"):
            shut(desk, "no_send")
            await desk.publish(name)
            await desk.until(lambda: _has(desk, "waiting"))
            await asyncio.sleep(0.2)
            desk.far.channels.states[HERE.channel] = "open"
            desk.jump(hours=1)
            await desk.until(lambda: desk.all("shown"))
        assert len(desk.notices()) == 1
        desk.platform.notifier._notices._told[GUILD] -= ONE_A_SERVER_S
        shut(desk, "no_send")
        await desk.publish("three")
        await desk.until(lambda: len(desk.notices()) == 2)
        desk.far.channels.states[HERE.channel] = "open"
        desk.jump(hours=1)
        await desk.until(lambda: desk.all("shown"))


async def test_many_channels_of_one_server_are_one_notice(desk: Newsdesk) -> None:
    """As when the bot's role was taken away."""
    desk.far.channels.states |= {HERE.channel: "no_send", THERE.channel: "no_send"}
    async with desk.delivering():
        await desk.publish("one")
        await desk.until(lambda: len(desk.calls(HERE)) + len(desk.calls(THERE)) == 2)
        await asyncio.sleep(0.3)
    assert len(desk.notices()) == 1


async def test_an_owner_without_direct_messages_is_told_where_the_staff_reads(
    desk: Newsdesk,
) -> None:
    """Discord's own channel of updates for the staff; never one that every member reads."""
    desk.far.channels.closed_dms.add(READER)
    desk.far.channels.states[STAFF] = "open"
    told = {"id": GUILD, "owner_id": READER, "public_updates_channel_id": STAFF}
    desk.far.faults = [Fault(method="GET", suffix=f"/guilds/{GUILD}", status=200, body=told)]
    shut(desk, "no_send")
    async with desk.delivering():
        await desk.publish("one")
        await desk.until(lambda: bool(desk.far.shown(STAFF)))
    assert len(desk.far.shown(STAFF)) == 1
    assert desk.notices() == []


async def test_a_server_that_removed_us_is_told_nothing(
    desk: Newsdesk, caplog: pytest.LogCaptureFixture
) -> None:
    """There is no way to; the log says so, and nothing fails by it."""
    desk.far.guilds.joined.clear()
    desk.far.channels.states |= {HERE.channel: "no_access", THERE.channel: "no_access"}
    async with desk.delivering():
        await desk.publish("one")
        await desk.until(lambda: "nobody told of it" in caplog.messages)
    assert desk.notices() == []


async def test_a_channel_of_the_file_is_the_operator_s_own(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """Whose server it is nobody said: the log is the notice."""
    before = len(far.requests)
    await platform.notifier.warn(a_destination(), "a problem")
    assert len(far.requests) == before


async def test_a_message_that_a_person_deleted_stays_deleted(desk: Newsdesk) -> None:
    """10008 is no loss of access."""
    async with desk.delivering():
        await desk.publish("one")
        await desk.until(lambda: desk.all("shown"))
        [first] = desk.far.shown(HERE.channel)
        desk.far.channels.messages[first["id"]].deleted = True
        desk.jump(minutes=5)
        await desk.publish("one", 2, status=Status.OFFICIAL)
        await desk.until(lambda: _has(desk, "dead"))
    assert desk.cards(HERE) == []
    assert desk.notices() == []


# --- F45: rate limits ---


def limited(seconds: float, **headers: str) -> Fault:
    """A 429 as Discord sends it."""
    body = {"message": "slow", "retry_after": seconds, "global": "X-RateLimit-Global" in headers}
    return Fault(status=429, body=body, headers=headers)


async def test_a_limit_of_one_channel_holds_up_no_other(desk: Newsdesk) -> None:
    """Nothing is asked there before its time, and the order stays."""
    desk.far.faults = [Fault(suffix=f"/channels/{CHANNEL}/messages", **_of(limited(60)))]
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
        await platform.notifier.edit(a_destination(), _ref(far), a_card(version=2), a_key())
    assert len(far.calls("PATCH", "")) == 0
    assert SLOW_FROM + WINDOW_S / refusals.SLOW_S < 10_000


async def test_the_answers_of_real_calls_are_counted(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """Also those that the library hides by trying again."""
    far.faults = [limited(0.01), limited(0.01, **{"X-RateLimit-Scope": "shared"})]
    await platform.notifier.post(a_destination(), a_card(), a_key())
    assert len(platform.notifier.wire.refusals._at) == 1


# --- F47: lost answers ---

LOST = {
    "503 before": Fault(suffix="", status=503),
    "503 after": Fault(suffix="", do="store_reply", status=503),
    "500 after": Fault(suffix="", do="store_reply", status=500),
    "cut before": Fault(suffix="", do="drop"),
    "cut after": Fault(suffix="", do="store_drop"),
    "half an answer": Fault(suffix="", do="store_reply", status=200, raw='{"id": '),
}


@pytest.mark.parametrize("kind", [0, 15], ids=["text", "forum"])
@pytest.mark.parametrize("fault", LOST.values(), ids=LOST)
async def test_a_lost_answer_shows_no_card_twice(desk: Newsdesk, fault: Fault, kind: int) -> None:
    """In a text channel by the nonce, in a forum by looking back; the next card waits its turn."""
    desk.far.channels.details |= {to.channel: {"type": kind} for to in (HERE, THERE)}
    async with desk.delivering():
        await desk.publish("warm-up")
        await desk.until(lambda: desk.all("shown"))
        path = "/threads" if kind else "/messages"
        desk.far.faults = [Fault(**_of(fault) | {"suffix": path}) for _ in range(2)]
        await desk.publish("one")
        await desk.publish("two")
        await desk.until(lambda: desk.far.faults == [])
        for _ in range(3):
            await asyncio.sleep(0.3)
            desk.jump(minutes=2)
        await desk.until(lambda: desk.all("shown"), within_s=15)
    for to in (HERE, THERE):
        assert desk.cards(to) == ["warm-up", "one", "two"]


async def test_a_channel_that_hangs_delays_no_other(desk: Newsdesk) -> None:
    """Its call may take a minute; theirs do not."""
    desk.far.faults = [Fault(suffix=f"/channels/{CHANNEL}/messages", do="hang")]
    async with desk.delivering():
        for number in range(3):
            await desk.publish(f"t{number}")
        await desk.until(lambda: len(desk.cards(THERE)) == 3, within_s=3)
        desk.far._stopping.set()
        desk.jump(minutes=2)
        await desk.until(lambda: desk.all("shown"))


async def _has(desk: Newsdesk, state: str) -> bool:
    return state in await desk.states()


def _of(fault: Fault) -> dict[str, Any]:
    names = ("do", "status", "body", "raw", "headers", "via", "seconds")
    return {name: getattr(fault, name) for name in names}


def _ref(far: FakeDiscord) -> Any:
    return far.shown()[0]["id"]

"""The token and access: what Discord refuses for good, over real sockets, and what must hold afterwards.

F42 and F44 of the fault table; limits (F45, F46), lost answers (F47) and the gateway (F48) are next door.
"""

import asyncio

import pytest

from adapters.discord.bot import DiscordPlatform
from adapters.discord.notices import ONE_A_SERVER_S
from bot.model import Status
from tests.adapters.discord.newsdesk import HERE, THERE, Newsdesk
from tests.builders import a_destination
from tests.servers.discord_gateway import GUILD, READER
from tests.servers.fake_discord import FakeDiscord, Fault

STAFF = "900000000000000099"


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
        await desk.until(lambda: desk.has("dead"))
    assert len(desk.calls(HERE)) <= 20
    assert any("Send Messages" in reason for reason in await desk.reasons())
    assert len(desk.notices()) == 1


async def test_a_second_loss_of_access_is_told_again(desk: Newsdesk) -> None:
    """What worked in between is news again, but not within hours of the last notice."""
    async with desk.delivering():
        for name in ("one", "two"):
            shut(desk, "no_send")
            await desk.publish(name)
            await desk.until(lambda: desk.has("waiting"))
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
        await desk.until(lambda: desk.has("dead"))
    assert desk.cards(HERE) == []
    assert desk.notices() == []

"""What a channel asked for besides the card: a ping, a thread for talk, publishing to followers."""

import asyncio
import logging
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from adapters.discord import publish
from adapters.discord.bot import DiscordPlatform
from bot.errors import TemporaryDeliveryError, UncertainDeliveryError
from bot.model import CardKind, Destination, Manner, Status, TradeId
from tests.adapters.discord.conftest import TOKEN
from tests.builders import a_card, a_destination, a_key
from tests.servers.discord_threads import CROSSPOSTED, CROSSPOSTS_AN_HOUR
from tests.servers.fake_discord import CHANNEL, FakeDiscord, Fault

ROLE, OTHER_ROLE = "900000000000000077", "900000000000000078"
HERE = str(CHANNEL)


def asking(**manner: Any) -> Destination:
    """The sample channel with this manner."""
    return a_destination(manner=Manner(**manner))


async def until(claim: Callable[[], object]) -> None:
    """Wait for what follows a card."""
    async with asyncio.timeout(5):
        while not claim():  # noqa: ASYNC110 - the far end has no event for it
            await asyncio.sleep(0.01)


@pytest.fixture
def announcements(far: FakeDiscord) -> None:
    """The sample channel is an announcement channel."""
    far.channels.details[HERE] = {"type": 5}


# --- pings ---

PINGS = asking(pings=((Status.REPORTED, ROLE), (Status.VOIDED, OTHER_ROLE)))


async def test_a_new_card_mentions_the_role_of_its_status_and_nobody_else(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """In words, and in what the message is allowed to do."""
    await platform.notifier.post(PINGS, a_card(), a_key())
    (shown,) = far.shown()
    assert (shown["content"], shown["mention_roles"]) == (f"<@&{ROLE}>", [ROLE])
    body = far.calls("POST", "/messages")[0].body
    assert body["allowed_mentions"] == {"parse": [], "roles": [int(ROLE)]}


async def test_a_status_without_a_role_pings_nobody(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """Also when other statuses have one."""
    await platform.notifier.post(PINGS, a_card(status=Status.OFFICIAL), a_key())
    (shown,) = far.shown()
    assert (shown["content"], shown["mention_roles"]) == ("", [])
    assert far.calls("POST", "/messages")[0].body["allowed_mentions"] == {"parse": []}


async def test_a_void_notice_calls_the_role_of_voids(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """It is a new message, so it may."""
    card = a_card(kind=CardKind.VOID, status=Status.VOIDED)
    await platform.notifier.post(PINGS, card, a_key(kind=CardKind.VOID))
    assert far.shown()[0]["mention_roles"] == [OTHER_ROLE]


async def test_an_edit_pings_nobody_and_leaves_the_mention_that_people_were_called_by(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """Who looks up what called him finds the card, not a message that never named him."""
    ref = await platform.notifier.post(PINGS, a_card(), a_key())
    await platform.notifier.edit(PINGS, ref, a_card(version=2, status=Status.VOIDED), a_key())
    (edit,) = far.calls("PATCH", f"/messages/{ref}")
    assert edit.body["allowed_mentions"] == {"parse": []}
    assert "content" not in edit.body
    assert far.shown()[0]["content"] == f"<@&{ROLE}>"


async def test_the_last_resort_keeps_its_ping_until_the_embed_passes(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """The text goes with the first edit that Discord takes."""
    far.faults = [Fault(status=400, body={"message": "no", "code": 50035})]
    ref = await platform.notifier.post(PINGS, a_card(), a_key())
    assert far.shown()[0]["content"].startswith(f"<@&{ROLE}>\n📰 REPORTED")
    assert far.shown()[0]["mention_roles"] == [ROLE]
    await platform.notifier.edit(PINGS, ref, a_card(version=2), a_key())
    assert far.shown()[0]["content"] == ""


@pytest.mark.parametrize("role", ["", "everyone", "1> @everyone <@&2", "१२"])
async def test_a_role_that_is_no_number_calls_nobody(
    far: FakeDiscord, platform: DiscordPlatform, role: str
) -> None:
    """It would become text that somebody else chose."""
    await platform.notifier.post(asking(pings=((Status.REPORTED, role),)), a_card(), a_key())
    assert far.shown()[0]["content"] == ""


# --- threads ---


async def test_a_thread_for_talk_is_opened_under_a_new_card_and_only_there(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """It has the message's id and the headline's words."""
    to = asking(thread=True)
    ref = await platform.notifier.post(to, a_card(headline="Packers *send* @everyone"), a_key())
    await until(lambda: ref in far.channels.details)
    assert far.channels.details[ref]["name"] == "Packers *send* @everyone"
    await platform.notifier.edit(to, ref, a_card(version=2), a_key())
    await asyncio.sleep(0.6)
    assert len(far.calls("POST", "/threads")) == 1


async def test_a_thread_that_is_there_already_is_what_was_wanted(
    far: FakeDiscord, platform: DiscordPlatform, caplog: pytest.LogCaptureFixture
) -> None:
    """A repeated post asks for it again."""
    to = asking(thread=True)
    for _ in range(2):
        await platform.notifier.post(to, a_card(), a_key())
    await until(lambda: len(far.calls("POST", "/threads")) == 2)
    await platform.close()
    assert [r.status for r in far.calls("POST", "/threads")] == [201, 400]
    assert "errand failed" not in caplog.text


@pytest.mark.parametrize("answer", [{"status": 403}, {"status": 503}, {"do": "drop"}])
async def test_a_thread_that_fails_never_fails_the_card(
    far: FakeDiscord,
    platform: DiscordPlatform,
    caplog: pytest.LogCaptureFixture,
    answer: dict[str, Any],
) -> None:
    """It is logged, and not tried again."""
    far.faults = [Fault(suffix="/threads", body={"code": 50013, "message": "no"}, **answer)]
    await platform.notifier.post(asking(thread=True), a_card(), a_key())
    await until(lambda: "card stands, errand failed" in caplog.messages)
    assert (len(far.shown()), len(far.calls("POST", "/threads"))) == (1, 1)


async def test_what_follows_a_card_does_not_delay_the_next_one(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """A thread that hangs is nobody's business but its own."""
    far.faults = [Fault(suffix="/threads", do="hang")]
    async with asyncio.timeout(1):
        for number in range(3):
            key = a_key(trade=TradeId(f"t{number}"))
            await platform.notifier.post(asking(thread=True), a_card(), key)
    assert len(far.shown()) == 3


# --- publishing ---

PUBLISHED = asking(publish=True)


@pytest.mark.usefixtures("announcements")
@pytest.mark.parametrize("status", [Status.REPORTED, Status.OFFICIAL])
async def test_a_confirmed_card_is_published_once(
    far: FakeDiscord, platform: DiscordPlatform, status: Status
) -> None:
    """The flag in Discord's answers says that it is; edits and repetitions ask no more."""
    card = a_card(status=status)
    ref = await platform.notifier.post(PUBLISHED, card, a_key())
    await until(lambda: far.shown()[0]["flags"] & CROSSPOSTED)
    await platform.notifier.edit(PUBLISHED, ref, card, a_key())
    await platform.notifier.post(PUBLISHED, card, a_key())
    await asyncio.sleep(0.6)
    assert len(far.calls("POST", "/crosspost")) == 1


@pytest.mark.usefixtures("announcements")
async def test_a_rumour_is_published_when_it_is_confirmed(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """By the edit, and not before."""
    ref = await platform.notifier.post(PUBLISHED, a_card(status=Status.RUMOUR), a_key())
    await asyncio.sleep(0.1)
    assert far.calls("POST", "/crosspost") == []
    await platform.notifier.edit(PUBLISHED, ref, a_card(version=2), a_key())
    await until(lambda: far.shown()[0]["flags"] & CROSSPOSTED)


@pytest.mark.usefixtures("announcements")
async def test_a_restart_publishes_nothing_twice(
    far: FakeDiscord, platform: DiscordPlatform, unconnected: DiscordPlatform
) -> None:
    """The new process knows only what Discord answers."""
    ref = await platform.notifier.post(PUBLISHED, a_card(), a_key())
    await until(lambda: far.shown()[0]["flags"] & CROSSPOSTED)
    fresh = DiscordPlatform(
        TOKEN, api_base=far.api_base, gateway=far.gateway.url, backend=unconnected._backend
    )
    await fresh.connect()
    await fresh.notifier.edit(PUBLISHED, ref, a_card(version=2), a_key())
    await fresh.close()
    assert len(far.calls("POST", "/crosspost")) == 1


@pytest.mark.usefixtures("announcements")
@pytest.mark.parametrize(
    "fault",
    [
        Fault(suffix="/crosspost", status=403, body={"code": 50013, "message": "no"}),
        Fault(suffix="/crosspost", status=429, body={"message": "slow", "retry_after": 3600}),
        Fault(suffix="/crosspost", do="store_drop"),
        Fault(suffix="/crosspost", status=503),
    ],
    ids=["403", "429", "cut after it", "503"],
)
async def test_a_failed_publishing_never_fails_or_repeats_the_card(
    far: FakeDiscord, platform: DiscordPlatform, caplog: pytest.LogCaptureFixture, fault: Fault
) -> None:
    """It is logged; the next edit sees by the flag whether it is still to do."""
    far.faults = [fault]
    ref = await platform.notifier.post(PUBLISHED, a_card(), a_key())
    await until(lambda: "card stands, errand failed" in caplog.messages)
    assert len(far.calls("POST", "/crosspost")) == 1
    await platform.notifier.edit(PUBLISHED, ref, a_card(version=2), a_key())
    await until(lambda: far.shown()[0]["flags"] & CROSSPOSTED)
    assert len(far.shown()) == 1


@pytest.mark.usefixtures("announcements")
async def test_ten_an_hour_are_published_and_an_eleventh_is_not_asked_for(
    far: FakeDiscord, platform: DiscordPlatform, caplog: pytest.LogCaptureFixture
) -> None:
    """Discord would answer with a wait of up to an hour."""
    platform.notifier._errands._interval = 0.0
    for number in range(CROSSPOSTS_AN_HOUR + 1):
        key = a_key(trade=TradeId(f"t{number}"))
        await platform.notifier.post(PUBLISHED, a_card(), key)
    await until(lambda: "not published: ten an hour are" in caplog.messages)
    await platform.close()
    assert [r.status for r in far.calls("POST", "/crosspost")] == [200] * CROSSPOSTS_AN_HOUR
    assert len(far.shown()) == CROSSPOSTS_AN_HOUR + 1


async def test_in_a_text_channel_nothing_is_published(
    far: FakeDiscord, platform: DiscordPlatform, caplog: pytest.LogCaptureFixture
) -> None:
    """The kind of channel is asked for once, and told in the log."""
    caplog.set_level(logging.INFO)
    for number in range(2):
        await platform.notifier.post(PUBLISHED, a_card(), a_key(trade=TradeId(f"t{number}")))
    await until(lambda: caplog.messages.count("not published: no announcement channel") == 2)
    assert far.calls("POST", "/crosspost") == []
    assert len(far.calls("GET", f"/channels/{CHANNEL}")) == 1


@pytest.mark.usefixtures("announcements")
async def test_what_is_published_is_edited_three_times_an_hour(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """Then the newest version waits, without a request."""
    ref = await platform.notifier.post(PUBLISHED, a_card(), a_key())
    await until(lambda: far.shown()[0]["flags"] & CROSSPOSTED)
    await asyncio.sleep(0.05)
    for version in range(2, 2 + publish.EDITS_AN_HOUR):
        await platform.notifier.edit(PUBLISHED, ref, a_card(version=version), a_key())
    with pytest.raises(TemporaryDeliveryError, match="newest version waits") as raised:
        await platform.notifier.edit(PUBLISHED, ref, a_card(version=9), a_key())
    assert timedelta(minutes=59) < raised.value.retry_after <= timedelta(hours=1)
    assert len(far.calls("PATCH", f"/messages/{ref}")) == publish.EDITS_AN_HOUR


async def test_an_uncertain_post_opens_its_thread_when_it_is_repeated(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """The repetition answers with the first message, and that one gets the thread."""
    far.faults = [Fault(do="store_drop")]
    to = asking(thread=True)
    with pytest.raises(UncertainDeliveryError):
        await platform.notifier.post(to, a_card(), a_key())
    ref = await platform.notifier.post(to, a_card(), a_key())
    await until(lambda: ref in far.channels.details)
    assert len(far.shown()) == 1

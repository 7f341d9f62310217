"""What a channel asked for besides the card: a ping, a thread for talk, publishing to followers."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from adapters.discord import publish
from adapters.discord.bot import DiscordPlatform
from bot.errors import PermanentDeliveryError, TemporaryDeliveryError
from bot.model import Card, CardKind, Destination, Errand, Manner, MessageRef, Status, TradeId
from tests.builders import NOON, a_card, a_destination, a_key
from tests.servers.discord_threads import CROSSPOSTED, CROSSPOSTS_AN_HOUR
from tests.servers.fake_discord import CHANNEL, FakeDiscord, Fault

ROLE, OTHER_ROLE = "900000000000000077", "900000000000000078"
HERE = str(CHANNEL)


def asking(**manner: Any) -> Destination:
    """The sample channel with this manner."""
    return a_destination(manner=Manner(**manner))


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


# --- errands ---


async def follow_up(
    platform: DiscordPlatform, to: Destination, ref: MessageRef, card: Card, **given: Any
) -> list[str]:
    """Do what a card owes, at once; returns what that was."""
    owed = platform.notifier.owes(to, ref, card)
    platform.notifier._errands._interval = 0.0
    for what, text in owed.items():
        await platform.notifier.run_errand(an_errand(what, ref, text=text, **given), to)
    return [*owed]


def an_errand(what: str, ref: MessageRef, **given: Any) -> Errand:
    """Of the sample card."""
    fields = {"key": a_key(), "text": "", "tries": 0, "since": NOON, "lately": ()}
    return Errand(what=what, ref=ref, **{**fields, **given})


@pytest.mark.parametrize("status", Status)
def test_what_a_card_owes(platform: DiscordPlatform, status: Status) -> None:
    """Only what was asked for; publishing is for what is confirmed, nothing for notices and forums."""
    card, ref = a_card(status=status), MessageRef("1")
    confirmed = status in {Status.REPORTED, Status.OFFICIAL}
    owes = platform.notifier.owes
    assert owes(asking(), ref, card) == {}
    assert owes(asking(thread=True), ref, card) == {"thread": card.headline}
    assert owes(asking(publish=True), ref, card) == ({"publish": ""} if confirmed else {})
    both = asking(thread=True, publish=True)
    assert owes(both, MessageRef("1/1"), card) == {}
    assert owes(both, ref, a_card(status=status, kind=CardKind.VOID)) == {}


async def test_a_thread_for_talk_is_opened_under_the_card(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """It has the message's id and the headline's words; that it is there already is what was wanted."""
    to, card = asking(thread=True), a_card(headline="Packers *send* @everyone")
    ref = await platform.notifier.post(to, card, a_key())
    for _ in range(2):
        assert await follow_up(platform, to, ref, card) == ["thread"]
    assert far.channels.details[ref]["name"] == "Packers *send* @everyone"
    assert [r.status for r in far.calls("POST", "/threads")] == [201, 400]


async def test_an_errand_of_a_later_version_is_refused(platform: DiscordPlatform) -> None:
    """After a way back to this one it is dropped, and harms nothing."""
    with pytest.raises(PermanentDeliveryError, match="no errand called 'juggle'"):
        await platform.notifier.run_errand(an_errand("juggle", MessageRef("1")), asking())


# --- publishing ---

PUBLISHED = asking(publish=True)


@pytest.mark.usefixtures("announcements")
async def test_a_confirmed_card_is_published_once(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """That it was published already is what was wanted."""
    ref = await platform.notifier.post(PUBLISHED, a_card(), a_key())
    for _ in range(2):
        assert await follow_up(platform, PUBLISHED, ref, a_card()) == ["publish"]
    assert far.shown()[0]["flags"] & CROSSPOSTED
    assert [r.status for r in far.calls("POST", "/crosspost")] == [200, 400]


@pytest.mark.usefixtures("announcements")
async def test_an_eleventh_of_an_hour_is_not_asked_for(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """Discord would answer with a wait of up to an hour; it is put off until there is room."""
    ref = await platform.notifier.post(PUBLISHED, a_card(), a_key())
    now = datetime.now(UTC)
    lately = tuple(now - timedelta(minutes=50 - n) for n in range(CROSSPOSTS_AN_HOUR + 1))
    with pytest.raises(TemporaryDeliveryError, match="10 messages an hour") as raised:
        await follow_up(platform, PUBLISHED, ref, a_card(), lately=lately)
    assert timedelta(minutes=10) < raised.value.retry_after <= timedelta(minutes=11)
    assert far.calls("POST", "/crosspost") == []
    await follow_up(platform, PUBLISHED, ref, a_card(), lately=lately[2:])
    assert far.shown()[0]["flags"] & CROSSPOSTED


async def test_in_a_text_channel_nothing_is_published(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """The kind of channel is asked for once."""
    for number in range(2):
        ref = await platform.notifier.post(PUBLISHED, a_card(), a_key(trade=TradeId(f"t{number}")))
        with pytest.raises(PermanentDeliveryError, match="no announcement channel"):
            await follow_up(platform, PUBLISHED, ref, a_card())
    assert far.calls("POST", "/crosspost") == []
    assert len(far.calls("GET", f"/channels/{CHANNEL}")) == 1


@pytest.mark.usefixtures("announcements")
async def test_what_is_published_is_edited_three_times_an_hour(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """Then the newest version waits, without a request."""
    ref = await platform.notifier.post(PUBLISHED, a_card(), a_key())
    await follow_up(platform, PUBLISHED, ref, a_card())
    for version in range(2, 2 + publish.EDITS_AN_HOUR):
        await platform.notifier.edit(PUBLISHED, ref, a_card(version=version), a_key())
    with pytest.raises(TemporaryDeliveryError, match="newest version waits") as raised:
        await platform.notifier.edit(PUBLISHED, ref, a_card(version=9), a_key())
    assert timedelta(minutes=59) < raised.value.retry_after <= timedelta(hours=1)
    assert len(far.calls("PATCH", f"/messages/{ref}")) == publish.EDITS_AN_HOUR

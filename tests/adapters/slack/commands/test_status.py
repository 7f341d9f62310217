"""`/alerts status` of a workspace with many channels, each of which Slack is asked about."""

from collections.abc import Sequence

from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.commands import places
from adapters.slack.commands.asker import Asker
from bot.model import Destination
from tests.adapters.slack.commands.conftest import HOME, World
from tests.servers.fake_slack import Kind
from tests.servers.slack_workspace import BOT_TOKEN

CHANNELS = 23
LATE_S = 0.2


async def subscribed(world: World) -> Sequence[Destination]:
    """So many channels, the last of which the bot is not in."""
    alerts = world.backend.alerts
    for number in range(CHANNELS):
        channel = f"C7{number:02}"
        world.home.directory.channels[channel] = {"is_member": number < CHANNELS - 1}
        await alerts.subscribe(alerts.draft(HOME, channel), "UBOSS")
    return await alerts.subscriptions(HOME)


def asker(world: World) -> Asker:
    """A manager, with a client of the workspace."""
    client = AsyncWebClient(token=BOT_TOKEN, base_url=world.fake.url, retry_handlers=[])
    return Asker(
        team=HOME, user="UBOSS", channel="C1", answer_url="", trigger="", client=client, payload={}
    )


async def test_a_few_channels_are_asked_about_at_once(world: World) -> None:
    """Neither one after another, nor all together: a slow Slack answers five at a time."""
    every = await subscribed(world)
    world.fake.slow[BOT_TOKEN] = LATE_S
    told = await places.lacks_each(asker(world), every)
    assert [told[to.id] for to in every] == [[]] * (CHANNELS - 1) + [[places.NO_MEMBER]]
    times = [call.at for call in world.fake.calls("conversations.info")]
    together = [sum(at <= other < at + LATE_S for other in times) for at in times]
    assert 1 < max(together) <= places.AT_ONCE


async def test_what_slack_does_not_tell_in_time_is_said_to_be_unchecked(world: World) -> None:
    """One question hangs; the others are answered, and so is who asked."""
    every = await subscribed(world)
    world.fake.fail("conversations.info", Kind.HANG)
    told = await places.lacks_each(asker(world), every, within_s=1)
    assert sorted(map(len, told.values()), reverse=True)[:3] == [1, 1, 0]
    assert [places.UNCHECKED] in told.values()


async def test_status_of_many_channels_has_pages(world: World) -> None:
    """Five channels on each, every one asked about."""
    await subscribed(world)
    seen = await world.home.slash("UBOSS", "/alerts", "status")
    assert "the bot can post there" in seen.text
    assert len(world.fake.calls("conversations.info")) == CHANNELS

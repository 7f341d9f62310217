"""A word in a card's thread of what changed: once a version, whatever is lost or killed. Over real sockets."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from adapters.slack.bot import SlackPlatform
from bot.model import DealStatus, Manner, Status
from tests.adapters.slack.conftest import a_platform
from tests.adapters.slack.newsdesk import SlackDesk, channel, newsdesk
from tests.builders import a_sighting
from tests.servers.fake_slack import FakeSlack, Kind
from tests.servers.slack_workspace import Stored

HERE, PLAIN = channel(0, manner=Manner(thread=True)), channel(1)
OFFICIAL = a_sighting(
    report="wire-2", feed="<!channel> wire", status=DealStatus.OFFICIAL, sources=()
)
SAID = "Now official, according to &lt;!channel&gt; wire."


@pytest.fixture
async def desk(
    fake: FakeSlack, platform: SlackPlatform, tmp_path: Path
) -> AsyncIterator[SlackDesk]:
    """A channel that chose threads, and one that did not; afterwards the invariants hold."""
    platform.notifier.pace.gap_s = 0.02
    async with newsdesk(fake, platform, tmp_path, [HERE, PLAIN]) as opened:
        yield opened
        opened.destinations = (PLAIN,)
        await opened.check()


def thread(desk: SlackDesk) -> list[Stored]:
    """What stands below the one card."""
    card, *below = desk.shown(HERE)
    assert all(each.below == card.ts and not each.broadcast for each in below)
    assert len(desk.shown(PLAIN)) == 1
    return below


def texts(desk: SlackDesk) -> list[str]:
    """The same in words."""
    return [each.shown["text"] for each in thread(desk)]


async def confirmed(desk: SlackDesk) -> None:
    """A card stands, and its trade is official."""
    await desk.publish("one")
    await desk.until(lambda: desk.all("shown"))
    desk.jump(minutes=1)
    await desk.publish("one", 2, status=Status.OFFICIAL, sightings=(OFFICIAL,))


async def settled(desk: SlackDesk, seconds: float = 0) -> None:
    """Everything is shown, and nothing is owed, now or later; so much time passes between two looks."""

    async def done() -> bool:
        desk.jump(seconds=seconds)
        late = desk.clock.now() + timedelta(days=1)
        return await desk.all("shown") and await desk.errands.owed(HERE.lane, late) is None

    await desk.until(done)


async def test_each_version_is_told_once_below_the_card(desk: SlackDesk) -> None:
    """Escaped, for nobody in particular, and only where the channel chose it; a first card tells nothing."""
    async with desk.delivering():
        await confirmed(desk)
        await settled(desk)
        desk.jump(minutes=1)
        again = replace(OFFICIAL, report="wire-3", feed="second wire")
        await desk.publish("one", 3, status=Status.OFFICIAL, sightings=(OFFICIAL, again))
        await settled(desk)
    async with desk.delivering():
        await settled(desk)
    assert texts(desk) == [SAID, "second wire has it as official."]
    assert desk.far.calls("conversations.replies") == []


async def test_what_a_reader_cannot_see_is_not_told_and_what_is_off_only_by_its_notice(
    desk: SlackDesk,
) -> None:
    """A notice is a reply already."""
    async with desk.delivering():
        await desk.publish("one")
        await desk.until(lambda: desk.all("shown"))
        desk.jump(minutes=1)
        await desk.publish("one", 2)
        await settled(desk)
        desk.jump(minutes=1)
        await desk.call_off("one", 3)
        await desk.until(lambda: len(desk.shown(HERE)) == len(desk.shown(PLAIN)) == 2)
        await settled(desk)
    [_, notice] = desk.shown(HERE)
    assert notice.broadcast


@pytest.mark.parametrize("kind", [Kind.STORE_DROP, Kind.STORE_ERROR, Kind.DROP, Kind.ERROR])
async def test_a_lost_answer_is_looked_for_before_it_is_told_again(
    desk: SlackDesk, kind: Kind
) -> None:
    """Once the lost request can no longer land."""
    async with desk.delivering():
        await desk.publish("one")
        await desk.until(lambda: desk.all("shown"))
        desk.far.fail("chat.postMessage", kind)
        desk.jump(minutes=1)
        await desk.publish("one", 2, status=Status.OFFICIAL, sightings=(OFFICIAL,))
        await desk.until(lambda: len(desk.posts(HERE)) == 2)
        await desk.until(lambda: desk.all("shown"))
        assert desk.far.calls("conversations.replies") == []
        await settled(desk, seconds=2)
    assert texts(desk) == [SAID]
    assert len(desk.far.calls("conversations.replies")) == 1


@pytest.mark.parametrize("kind", [Kind.HANG, Kind.STORE_LATE])
async def test_a_kill_while_it_is_told_neither_loses_nor_doubles_it(
    fake: FakeSlack, desk: SlackDesk, kind: Kind
) -> None:
    """A new process with a platform of its own looks, after the time in which the old request may land."""
    async with desk.delivering():
        await desk.publish("one")
        await desk.until(lambda: desk.all("shown"))
        fake.fail("chat.postMessage", kind, seconds=0.5)
        desk.jump(minutes=1)
        await desk.publish("one", 2, status=Status.OFFICIAL, sightings=(OFFICIAL,))
        await desk.until(lambda: len(desk.posts(HERE)) == 2)
    second = a_platform(fake.url)
    await second.connect()
    second.notifier.pace.gap_s = 0.02
    desk.platform = second
    try:
        async with desk.delivering():
            await desk.until(lambda: desk.all("shown"))
            assert fake.calls("conversations.replies") == []
            if kind is Kind.STORE_LATE:
                await desk.until(lambda: len(thread(desk)) == 1)
            desk.jump(seconds=second.notifier.errand_s + 1)
            await settled(desk)
    finally:
        await second.close()
    assert texts(desk) == [SAID]
    assert len(fake.calls("conversations.replies")) == 1


async def test_a_kill_between_the_edit_and_its_record_tells_it_once(
    fake: FakeSlack, desk: SlackDesk
) -> None:
    """The edit is repeated, and what it owes is owed with its record."""
    async with desk.delivering():
        await desk.publish("one")
        await desk.until(lambda: desk.all("shown"))
        desk.far.fail("chat.update", Kind.STORE_DROP)
        desk.far.fail("chat.update", Kind.STORE_DROP)
        desk.jump(minutes=1)
        await desk.publish("one", 2, status=Status.OFFICIAL, sightings=(OFFICIAL,))
        await desk.until(lambda: len(fake.calls("chat.update")) == 2)
    desk.jump(minutes=5)
    async with desk.delivering():
        await desk.until(lambda: len(fake.calls("chat.update")) >= 4)
        desk.jump(minutes=5)
        await settled(desk)
    assert texts(desk) == [SAID]


@pytest.mark.parametrize("code", ["thread_not_found", "cannot_reply_to_message"])
async def test_a_thread_that_is_closed_costs_only_the_word(desk: SlackDesk, code: str) -> None:
    """The card stands; nothing is repeated."""
    async with desk.delivering():
        await desk.publish("one")
        await desk.until(lambda: desk.all("shown"))
        desk.far.fail("chat.postMessage", Kind.CODE, code=code)
        desk.jump(minutes=1)
        await desk.publish("one", 2, status=Status.OFFICIAL, sightings=(OFFICIAL,))
        await desk.until(lambda: len(desk.posts(HERE)) == 2)
        await settled(desk)
    assert texts(desk) == []

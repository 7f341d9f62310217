"""Forum posts that were put away, locked or deleted, over real sockets."""

import pytest

from adapters.discord.bot import DiscordPlatform
from bot.errors import MessageGoneError
from bot.model import TradeId
from tests.adapters.discord.forums import NEWS, OFF, VOID, VOIDED, posts
from tests.builders import a_card, a_destination, a_key
from tests.servers.fake_discord import FakeDiscord, Fault

pytestmark = pytest.mark.usefixtures("forum")


async def test_a_void_notice_brings_a_post_back_that_was_put_away(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """Nobody who reads the forum's list has missed it then."""
    await platform.notifier.post(a_destination(), a_card(), a_key())
    (post,) = posts(far)
    post["thread_metadata"]["archived"] = True
    notice = await platform.notifier.post(a_destination(), VOIDED, VOID)
    assert notice.partition("/")[0] == post["id"]
    assert post["thread_metadata"]["archived"] is False
    assert await platform.notifier.look_back(a_destination(), VOID) == notice


async def test_looking_back_finds_a_post_that_was_put_away_meanwhile(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """By a person or by time: a second post would be a second card."""
    ref = await platform.notifier.post(a_destination(), a_card(), a_key())
    await platform.notifier.post(a_destination(), a_card(), a_key(trade=TradeId("other")))
    for post in posts(far):
        post["thread_metadata"] |= {"archived": True, "locked": True}
    assert await platform.notifier.look_back(a_destination(), a_key()) == ref
    gone = a_key(trade=TradeId("never"))
    assert await platform.notifier.look_back(a_destination(), gone) is None


async def test_a_void_notice_without_its_post_is_a_post_of_its_own(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """As after somebody locked the trade's post."""
    await platform.notifier.post(a_destination(), a_card(), a_key())
    posts(far)[0]["thread_metadata"] |= {"archived": True, "locked": True}
    notice = await platform.notifier.post(a_destination(), VOIDED, VOID)
    assert [post["applied_tags"] for post in posts(far)] == [[NEWS], [OFF]]
    assert await platform.notifier.look_back(a_destination(), VOID) == notice


async def test_a_post_that_was_put_away_is_reopened_for_an_edit(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """A correction after a week reaches its card."""
    ref = await platform.notifier.post(a_destination(), a_card(), a_key())
    (post,) = posts(far)
    post["thread_metadata"]["archived"] = True
    await platform.notifier.edit(a_destination(), ref, a_card(version=2), a_key())
    assert post["thread_metadata"]["archived"] is False
    assert far.shown(post["id"])[0]["edited_timestamp"]


async def test_a_post_that_a_person_closed_or_deleted_is_left_alone(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """That concerns this card: the forum is not paused for it."""
    ref = await platform.notifier.post(a_destination(), a_card(), a_key())
    (post,) = posts(far)
    post["thread_metadata"]["archived"] = True
    locked = {"code": 50013, "message": "Missing Permissions"}
    far.faults = [Fault(method="PATCH", suffix=f"/channels/{post['id']}", status=403, body=locked)]
    with pytest.raises(MessageGoneError, match="closed by a person"):
        await platform.notifier.edit(a_destination(), ref, a_card(version=2), a_key())
    del far.channels.states[post["id"]]
    with pytest.raises(MessageGoneError, match="deleted by a person"):
        await platform.notifier.edit(a_destination(), ref, a_card(version=2), a_key())

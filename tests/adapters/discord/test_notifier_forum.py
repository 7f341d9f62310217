"""Forum channels, over real sockets: a post a trade, never two."""

import asyncio
from collections.abc import Callable
from typing import Any

import pytest

from adapters.discord.bot import DiscordPlatform
from adapters.discord.forum import in_forum, parts
from adapters.discord.marks import custom_id
from bot.errors import (
    DestinationRefusedError,
    HistoryRefusedError,
    PermanentDeliveryError,
    UncertainDeliveryError,
)
from bot.model import Manner, MessageRef, Status, TradeId
from tests.adapters.discord.forums import (
    HAND,
    NEWS,
    OFF,
    SURE,
    THREADS,
    VOID,
    VOIDED,
    posts,
    starts,
)
from tests.builders import a_card, a_destination, a_key
from tests.servers.discord_gateway import GUILD
from tests.servers.discord_threads import REQUIRE_TAG
from tests.servers.fake_discord import CHANNEL, FakeDiscord, Fault

pytestmark = pytest.mark.usefixtures("forum")


async def until(claim: Callable[[], object]) -> None:
    """Wait for what follows a card."""
    async with asyncio.timeout(5):
        while not claim():  # noqa: ASYNC110 - the far end has no event for it
            await asyncio.sleep(0.01)


async def test_a_card_is_a_post_with_the_tag_of_its_status(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """The headline is its name, the card its first message, which has the post's id."""
    ref = await platform.notifier.post(a_destination(), a_card(), a_key())
    (post,) = posts(far)
    assert (post["name"], post["applied_tags"]) == (a_card().headline, [NEWS])
    assert ref == f"{post['id']}/{post['id']}"
    (shown,) = far.shown(post["id"])
    assert shown["components"][0]["components"][0]["custom_id"] == custom_id(a_key())
    assert "nonce" not in far.calls("POST", THREADS)[0].body["message"]


async def test_the_kind_of_channel_is_asked_for_once(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """After the first refusal of a message; later cards go straight to the forum."""
    for number in range(3):
        await platform.notifier.post(a_destination(), a_card(), a_key(trade=TradeId(f"t{number}")))
    assert len(far.calls("GET", f"/channels/{CHANNEL}")) == 1
    assert len(far.calls("POST", f"/channels/{CHANNEL}/messages")) == 1
    assert len(posts(far)) == 3


async def test_without_fitting_tags_a_post_has_none(
    far: FakeDiscord, platform: DiscordPlatform, forum: dict[str, Any]
) -> None:
    """Those that only moderators may apply do not fit."""
    forum["available_tags"][0]["moderated"] = True
    await platform.notifier.post(a_destination(), a_card(), a_key())
    assert posts(far)[0]["applied_tags"] == []


async def test_a_forum_that_demands_a_tag_says_which_ones_to_make(
    platform: DiscordPlatform, forum: dict[str, Any]
) -> None:
    """Nobody is left guessing."""
    forum |= {"available_tags": [], "flags": REQUIRE_TAG}
    with pytest.raises(DestinationRefusedError, match="tags named rumour, reported"):
        await platform.notifier.post(a_destination(), a_card(), a_key())


async def test_a_tag_that_was_deleted_is_relearnt(
    far: FakeDiscord, platform: DiscordPlatform, forum: dict[str, Any]
) -> None:
    """A refusal makes the channel unknown again; the next try goes through."""
    await platform.notifier.post(a_destination(), a_card(), a_key(trade=TradeId("first")))
    forum["available_tags"] = forum["available_tags"][1:]
    with pytest.raises(DestinationRefusedError):
        await platform.notifier.post(a_destination(), a_card(), a_key())
    await platform.notifier.post(a_destination(), a_card(), a_key())
    assert posts(far)[-1]["applied_tags"] == []


async def test_a_post_calls_the_role_of_its_status(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """As a message does."""
    role = "900000000000000077"
    to = a_destination(manner=Manner(pings=((Status.REPORTED, role),), thread=True, publish=True))
    await platform.notifier.post(to, a_card(), a_key())
    assert far.shown(posts(far)[0]["id"])[0]["mention_roles"] == [role]
    await asyncio.sleep(0.6)
    assert far.calls("POST", "/crosspost") == []
    assert starts(far) == [201]  # no thread in a thread


async def test_an_edit_goes_to_the_first_message_and_changes_the_tag(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """Tags that people chose stay."""
    ref = await platform.notifier.post(a_destination(), a_card(), a_key())
    posts(far)[0]["applied_tags"].append(HAND)
    newer = a_card(version=2, status=Status.OFFICIAL)
    await platform.notifier.edit(a_destination(), ref, newer, a_key())
    (post,) = posts(far)
    assert far.shown(post["id"])[0]["embeds"][0]["author"]["name"].startswith("✅ OFFICIAL")
    await until(lambda: post["applied_tags"] == [HAND, SURE])
    before = len(far.requests)
    await platform.notifier.edit(a_destination(), ref, newer, a_key())
    await asyncio.sleep(0.6)
    assert len(far.requests) == before + 1  # the label is right: nothing follows


async def test_a_trade_that_is_off_says_so_in_the_forum_s_list(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """By tag and by name; the notice stands in the trade's own post, with the nonce of a message."""
    ref = await platform.notifier.post(a_destination(), a_card(), a_key())
    await platform.notifier.edit(a_destination(), ref, a_card(status=Status.VOIDED), a_key())
    (post,) = posts(far)
    await until(lambda: post["name"].startswith("VOIDED · "))
    assert post["applied_tags"] == [OFF]
    notice = await platform.notifier.post(a_destination(), VOIDED, VOID)
    assert [m["id"] for m in far.shown(post["id"])] == [post["id"], notice.partition("/")[2]]
    assert far.calls("POST", f"/channels/{post['id']}/messages")[0].body["nonce"]
    assert len(posts(far)) == 1
    assert await platform.notifier.look_back(a_destination(), VOID) == notice
    await platform.notifier.edit(a_destination(), notice, VOIDED, VOID)
    assert far.shown(post["id"])[1]["edited_timestamp"]


@pytest.mark.parametrize(
    "fault",
    [
        Fault(suffix="/threads", do="store_drop"),
        Fault(suffix="/threads", do="store_reply", status=500),
        Fault(suffix="/threads", do="store_reply", status=503),
        Fault(suffix="/threads", do="store_reply", status=200, raw="{"),
    ],
    ids=["cut", "500", "503", "broken answer"],
)
async def test_a_post_of_unknown_outcome_is_never_repeated_blindly(
    far: FakeDiscord, platform: DiscordPlatform, fault: Fault
) -> None:
    """Neither by us nor by the library, which would repeat a 500; looking back finds it."""
    far.faults = [fault]
    with pytest.raises(UncertainDeliveryError):
        await platform.notifier.post(a_destination(), a_card(), a_key())
    assert len(far.calls("POST", THREADS)) == 1
    assert await platform.notifier.repeat_safe_s(a_destination()) == 0
    found = await platform.notifier.look_back(a_destination(), a_key())
    assert found == f"{posts(far)[0]['id']}/{posts(far)[0]['id']}"
    assert len(posts(far)) == 1


async def test_looking_back_finds_nothing_where_nothing_was_stored(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """Other posts of ours do not match, and neither do a stranger's copy or another forum's post."""
    await platform.notifier.post(a_destination(), a_card(), a_key(trade=TradeId("other")))
    await platform.notifier.post(a_destination(), a_card(), a_key())
    await platform.notifier.post(a_destination(), a_card(), a_key(trade=TradeId("gone")))
    other, ours, gone = posts(far)
    far.channels.messages[gone["id"]].deleted = True
    assert await platform.notifier.look_back(a_destination(), a_key()) is not None
    ours["owner_id"] = "900000000000000004"
    assert await platform.notifier.look_back(a_destination(), a_key()) is None
    ours["owner_id"], ours["parent_id"] = other["owner_id"], "1"
    assert await platform.notifier.look_back(a_destination(), a_key()) is None


async def test_a_text_channel_keeps_the_time_of_its_nonce(
    platform: DiscordPlatform, forum: dict[str, Any]
) -> None:
    """The difference is the channel's, not the platform's."""
    forum["type"] = 0
    assert await platform.notifier.repeat_safe_s(a_destination()) > 60


async def test_a_hidden_history_is_told_apart_in_a_forum_too(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """What may not be read is not absent."""
    await platform.notifier.post(a_destination(), a_card(), a_key())
    number = posts(far)[0]["id"]
    refused = {"code": 50001, "message": "Missing Access"}
    far.faults = [Fault(method="GET", suffix=f"/messages/{number}", status=403, body=refused)]
    with pytest.raises(HistoryRefusedError):
        await platform.notifier.look_back(a_destination(), a_key())


async def test_a_refused_embed_becomes_a_post_of_text(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """Without tags, in case they were what is wrong."""
    far.faults = [
        Fault(suffix="/threads", status=400, body={"code": 50035, "message": "Invalid Form Body"})
    ]
    await platform.notifier.post(a_destination(), a_card(), a_key())
    (post,) = posts(far)
    assert post["applied_tags"] == []
    assert "Dale Preston" in far.shown(post["id"])[0]["content"]


async def test_an_answer_about_another_forum_is_not_taken_for_ours(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """Hostile or mixed up, it must not become a reference."""
    strange = {"id": "5", "parent_id": "6", "guild_id": GUILD}
    far.faults = [Fault(suffix="/threads", status=201, body=strange)]
    with pytest.raises(PermanentDeliveryError, match="another forum"):
        await platform.notifier.post(a_destination(), a_card(), a_key())


async def test_a_voice_channel_without_text_is_refused_as_such(
    far: FakeDiscord, platform: DiscordPlatform, forum: dict[str, Any]
) -> None:
    """What takes no messages is not always a forum."""
    forum["type"] = 4
    refused = {"code": 50008, "message": "Cannot send messages in a non-text channel"}
    far.faults = [Fault(status=400, body=refused)]
    with pytest.raises(DestinationRefusedError, match="choose a text channel"):
        await platform.notifier.post(a_destination(), a_card(), a_key())
    assert far.calls("POST", THREADS) == []


def test_a_reference_names_the_post_and_the_message() -> None:
    """So that an edit needs to know nothing of the channel."""
    assert parts(MessageRef("12/34")) == (12, 34)
    assert in_forum(MessageRef("12/34"))
    assert not in_forum(MessageRef("12"))

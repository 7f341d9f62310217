"""Post, edit and look back, over real sockets."""

import asyncio

import pytest

from adapters.discord.bot import DiscordPlatform
from adapters.discord.marks import custom_id, nonce
from bot.errors import (
    DestinationRefusedError,
    HistoryRefusedError,
    MessageGoneError,
    PermanentDeliveryError,
    TemporaryDeliveryError,
    UncertainDeliveryError,
)
from bot.model import CardKind, MessageRef, Status, TradeId
from tests.adapters.discord.conftest import TOKEN
from tests.builders import a_card, a_destination, a_key
from tests.servers.fake_discord import CHANNEL, FakeDiscord, Fault

SECOND = CHANNEL + 1


async def test_a_posted_card_is_one_embed_with_its_mark_and_pings_nobody(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """What goes over the wire is what the fake stores."""
    ref = await platform.notifier.post(a_destination(), a_card(), a_key())
    (shown,) = far.shown()
    assert shown["id"] == ref
    assert [e["title"] for e in shown["embeds"]] == ["Packers send WR Dale Preston to the Jets"]
    ((first, *_),) = [row["components"] for row in shown["components"]]
    assert (first["label"], first["custom_id"]) == ("Full story", custom_id(a_key()))
    body = far.calls("POST", "/messages")[0].body
    assert body["allowed_mentions"] == {"parse": []}
    assert (body["nonce"], body["enforce_nonce"]) == (nonce(a_key()), True)


async def test_a_repeated_post_answers_with_the_first_message(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """The nonce is derived from the key, so that nothing needs to be remembered."""
    first = await platform.notifier.post(a_destination(), a_card(), a_key())
    assert await platform.notifier.post(a_destination(), a_card(version=2), a_key()) == first
    assert len(far.shown()) == 1


@pytest.mark.parametrize(
    "fault",
    [
        Fault(do="store_drop"),
        Fault(do="store_reply", status=503),
        Fault(do="store_reply", status=200, raw="{"),
    ],
    ids=["cut", "503", "broken answer"],
)
async def test_a_post_whose_answer_was_lost_shows_once(
    far: FakeDiscord, platform: DiscordPlatform, fault: Fault
) -> None:
    """It is uncertain; the same key posted again finds the stored message."""
    far.faults = [fault]
    with pytest.raises(UncertainDeliveryError):
        await platform.notifier.post(a_destination(), a_card(), a_key())
    ref = await platform.notifier.post(a_destination(), a_card(), a_key())
    assert [message["id"] for message in far.shown()] == [ref]


async def test_a_cancelled_post_repeated_shows_once(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """A stop in the middle of a call is an unknown outcome like any other."""
    far.faults = [Fault(do="delay", seconds=0.1)]
    task = asyncio.create_task(platform.notifier.post(a_destination(), a_card(), a_key()))
    while not far.calls("POST", "/messages"):  # noqa: ASYNC110 - the far end has no event for it
        await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    await asyncio.sleep(0.15)
    await platform.notifier.post(a_destination(), a_card(), a_key())
    assert len(far.shown()) == 1


async def test_an_edit_replaces_the_card_and_leaves_the_button(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """Editing twice is the same as once."""
    ref = await platform.notifier.post(a_destination(), a_card(), a_key())
    newer = a_card(version=2, status=Status.OFFICIAL)
    await platform.notifier.edit(a_destination(), ref, newer, a_key())
    await platform.notifier.edit(a_destination(), ref, newer, a_key())
    (shown,) = far.shown()
    assert shown["embeds"][0]["author"]["name"].startswith("✅ OFFICIAL · ")
    assert shown["components"][0]["components"][0]["custom_id"] == custom_id(a_key())


async def test_an_edit_of_a_deleted_message_says_so(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """A person deleted it; what follows is the ledger's business."""
    ref = await platform.notifier.post(a_destination(), a_card(), a_key())
    far.channels.messages[ref].deleted = True
    with pytest.raises(MessageGoneError, match="deleted by a person"):
        await platform.notifier.edit(a_destination(), ref, a_card(), a_key())


async def test_a_post_under_the_nonce_of_a_deleted_message_says_that_it_is_gone(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """Discord answers 404, not with a new message."""
    ref = await platform.notifier.post(a_destination(), a_card(), a_key())
    far.channels.messages[ref].deleted = True
    with pytest.raises(MessageGoneError):
        await platform.notifier.post(a_destination(), a_card(), a_key())


async def test_a_message_of_another_channel_is_not_taken_for_ours(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """Discord knows a nonce per author: one key in two channels would be swallowed silently."""
    far.channels.states[str(SECOND)] = "open"
    await platform.notifier.post(a_destination(), a_card(), a_key())
    with pytest.raises(PermanentDeliveryError, match="another channel"):
        await platform.notifier.post(a_destination(channel=str(SECOND)), a_card(), a_key())


async def test_a_refused_embed_is_sent_once_as_text_and_mended_by_the_next_edit(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """An alert in plain words is better than none."""
    far.faults = [Fault(status=400, body={"message": "Invalid Form Body", "code": 50035})]
    ref = await platform.notifier.post(a_destination(), a_card(), a_key())
    (shown,) = far.shown()
    assert shown["embeds"] == []
    assert "Dale Preston" in shown["content"]
    assert shown["components"][0]["components"][0]["custom_id"] == custom_id(a_key())
    await platform.notifier.edit(a_destination(), ref, a_card(), a_key())
    (shown,) = far.shown()
    assert (shown["content"], len(shown["embeds"])) == ("", 1)


async def test_a_message_refused_in_both_forms_is_given_up(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """Two requests, and not one more."""
    far.faults = [Fault(status=400, body={"message": "no", "code": 50035}) for _ in range(3)]
    with pytest.raises(PermanentDeliveryError, match="50035"):
        await platform.notifier.post(a_destination(), a_card(), a_key())
    assert len(far.calls("POST", "/messages")) == 2


async def test_look_back_finds_our_message_among_others(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """By the mark in its button; other cards of ours do not match."""
    ref = await platform.notifier.post(a_destination(), a_card(), a_key())
    notice = a_key(kind=CardKind.VOID)
    await platform.notifier.post(a_destination(), a_card(kind=CardKind.VOID), notice)
    assert await platform.notifier.look_back(a_destination(), a_key()) == ref
    other = a_key(trade=TradeId("another"))
    assert await platform.notifier.look_back(a_destination(), other) is None
    # somebody else may copy the mark
    far.channels.messages[ref].message["author"] = {"id": "900000000000000004"}
    assert await platform.notifier.look_back(a_destination(), a_key()) is None


async def test_look_back_in_an_unused_channel_finds_nothing(platform: DiscordPlatform) -> None:
    """Empty because it is new, not because it is hidden."""
    assert await platform.notifier.look_back(a_destination(), a_key()) is None


async def test_a_hidden_history_is_not_taken_for_an_empty_one(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """Without Read Message History Discord answers with an empty page: that is no proof of absence."""
    await platform.notifier.post(a_destination(), a_card(), a_key())
    far.channels.states[str(CHANNEL)] = "no_history"
    with pytest.raises(HistoryRefusedError, match="Read Message History"):
        await platform.notifier.look_back(a_destination(), a_key())


async def test_a_refused_history_is_told_apart_from_a_missing_channel(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """403 is a permission, 404 is a channel that is gone."""
    far.channels.states[str(CHANNEL)] = "no_access"
    with pytest.raises(HistoryRefusedError):
        await platform.notifier.look_back(a_destination(), a_key())
    del far.channels.states[str(CHANNEL)]
    with pytest.raises(DestinationRefusedError, match="does not exist"):
        await platform.notifier.look_back(a_destination(), a_key())


async def test_a_history_of_an_unknown_shape_is_no_answer(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """Hostile JSON does not look like absence."""
    for page in ({"a": 1}, ["x"], [{"author": None}], [{"author": {"id": "900000000000000001"}}]):
        far.faults = [Fault(method="GET", status=200, body=page)]
        if page == [{"author": {"id": "900000000000000001"}}]:  # readable, and not ours
            assert await platform.notifier.look_back(a_destination(), a_key()) is None
        else:
            with pytest.raises(UncertainDeliveryError):
                await platform.notifier.look_back(a_destination(), a_key())


@pytest.mark.parametrize("channel", ["", "trades", "12/../../users", "१२"])
async def test_a_channel_that_is_no_number_is_refused_without_a_request(
    far: FakeDiscord, platform: DiscordPlatform, channel: str
) -> None:
    """It would become part of an address."""
    before = len(far.requests)
    with pytest.raises(DestinationRefusedError, match="not a channel id"):
        await platform.notifier.post(a_destination(channel=channel), a_card(), a_key())
    assert len(far.requests) == before


async def test_before_the_login_everything_waits(unconnected: DiscordPlatform) -> None:
    """Nothing can have been sent, so it is temporary."""
    with pytest.raises(TemporaryDeliveryError, match="not connected"):
        await unconnected.notifier.edit(a_destination(), MessageRef("1"), a_card(), a_key())


async def test_a_channels_bucket_is_kept_by_the_library(
    far: FakeDiscord, platform: DiscordPlatform
) -> None:
    """Five posts use the bucket up; the sixth waits in discord.py and is never refused."""
    far.channels.buckets = True
    keys = [a_key(trade=TradeId(f"t{n}")) for n in range(6)]
    sends = [platform.notifier.post(a_destination(), a_card(), key) for key in keys]
    tasks = [asyncio.create_task(send) for send in sends]
    async with asyncio.timeout(5):
        while len(far.shown()) < 5:  # noqa: ASYNC110 - what it waits for is at the far end
            await asyncio.sleep(0.01)
    _, waiting = await asyncio.wait(tasks, timeout=0.5)
    assert [r.status for r in far.calls("POST", "/messages")].count(429) == 0
    assert len(far.shown()) == 5
    assert waiting
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


def test_the_token_is_in_no_representation(unconnected: DiscordPlatform) -> None:
    """A debugger's or a log's repr shows nothing."""
    assert TOKEN not in repr(unconnected) + repr(unconnected.notifier)

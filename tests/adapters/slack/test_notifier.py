"""Posting, editing and finding cards over real sockets, with every fault."""

import asyncio
import time
from datetime import timedelta

import pytest

from adapters.slack.bot import SlackPlatform
from adapters.slack.notifier import SlackNotifier, mark
from bot.errors import (
    HistoryRefusedError,
    MessageGoneError,
    PermanentDeliveryError,
    TemporaryDeliveryError,
    UncertainDeliveryError,
)
from bot.model import CardKind, Destination, DestinationId, MessageRef, Status
from tests.adapters.slack.conftest import TIMEOUT_S, a_platform
from tests.builders import a_card, a_destination, a_key
from tests.servers.fake_slack import FakeSlack, Kind
from tests.servers.slack_oauth import SCOPES


def to(channel: str = "C1") -> Destination:
    """A Slack channel."""
    return a_destination(platform="slack", channel=channel)


async def test_a_card_is_posted_with_its_mark(fake: FakeSlack, platform: SlackPlatform) -> None:
    """The reference is channel and ts; text, blocks and mark are there."""
    ref = await platform.notifier.post(to(), a_card(), a_key())
    (stored,) = fake.world.messages["C1"]
    assert ref == f"C1:{stored.ts}"
    assert stored.shown["text"] == a_card().summary
    assert stored.shown["blocks"][0]["type"] == "header"
    assert stored.shown["metadata"]["event_payload"] == {"key": mark(a_key())}


async def test_a_named_channel_is_remembered_by_its_id(
    fake: FakeSlack, platform: SlackPlatform
) -> None:
    """Edits and the history take ids only."""
    fake.world.channels["nfl"] = "C77"
    ref = await platform.notifier.post(to("#nfl"), a_card(), a_key())
    assert ref.startswith("C77:")
    assert await platform.notifier.look_back(to("#nfl"), a_key()) == ref


async def test_an_unknown_name_cannot_be_looked_up(platform: SlackPlatform) -> None:
    """To say "not found" would post twice."""
    with pytest.raises(HistoryRefusedError):
        await platform.notifier.look_back(to("nfl"), a_key())


@pytest.mark.parametrize("missing", [None, "channels:history", "groups:history"])
async def test_the_token_s_scopes_say_whether_a_channel_may_be_looked_back_at(
    fake: FakeSlack, missing: str | None
) -> None:
    """Known at connecting, before anything was refused; a channel may be public or private."""
    fake.world.scopes = tuple(scope for scope in SCOPES if scope != missing)
    platform = a_platform(fake.url)
    await platform.connect()
    assert await platform.notifier.shows_history(to()) is (missing is None)
    await platform.close()


async def test_scopes_that_slack_does_not_tell_are_taken_for_granted(fake: FakeSlack) -> None:
    """The first refusal will tell."""
    fake.fail("auth.test", Kind.BODY, body='{"ok": true, "team_id": "T1"}')
    platform = a_platform(fake.url)
    await platform.connect()
    assert await platform.notifier.shows_history(to())
    await platform.close()


async def test_a_limit_of_the_workspace_rests_the_method_there(
    fake: FakeSlack, platform: SlackPlatform
) -> None:
    """Neither channel had a message: it is not the limit of one. What has a limit of its own goes on."""
    notifier = platform.notifier
    fake.fail("chat.postMessage", Kind.BUSY, headers={"Retry-After": "60"})
    for channel in ("C1", "C2", "C1"):
        with pytest.raises(TemporaryDeliveryError) as caught:
            await notifier.post(to(channel), a_card(), a_key())
        assert timedelta(seconds=55) < caught.value.retry_after <= timedelta(seconds=60)
        assert not caught.value.lane_wide
    assert len(fake.calls("chat.postMessage")) == 1
    assert await notifier.look_back(to("C2"), a_key()) is None
    notifier.limits.monotonic = lambda: time.monotonic() + 61
    assert await notifier.post(to("C2"), a_card(), a_key())


async def test_a_channel_that_just_had_a_message_has_met_its_own_limit(
    fake: FakeSlack, platform: SlackPlatform
) -> None:
    """The others go on."""
    await platform.notifier.post(to("C1"), a_card(), a_key())
    fake.fail("chat.postMessage", Kind.BUSY, headers={"Retry-After": "60"})
    with pytest.raises(TemporaryDeliveryError):
        await platform.notifier.post(to("C1"), a_card(), a_key())
    assert await platform.notifier.post(to("C2"), a_card(), a_key())


async def test_an_edit_changes_the_same_message(fake: FakeSlack, platform: SlackPlatform) -> None:
    """One message, its history, its mark; repeating the edit changes nothing."""
    ref = await platform.notifier.post(to(), a_card(), a_key())
    for _ in range(2):
        await platform.notifier.edit(to(), ref, a_card(status=Status.VOIDED), a_key())
    (stored,) = fake.world.messages["C1"]
    assert len(stored.earlier) == 2
    assert stored.shown["blocks"][0]["text"]["text"].startswith("❌ VOIDED")
    assert stored.shown["metadata"]["event_payload"] == {"key": mark(a_key())}


@pytest.mark.parametrize("ref", ["C1:1.1", "nonsense"])
async def test_a_deleted_message_is_gone(platform: SlackPlatform, ref: str) -> None:
    """And a reference that is none is gone too."""
    with pytest.raises(MessageGoneError):
        await platform.notifier.edit(to(), MessageRef(ref), a_card(), a_key())


async def test_only_our_own_mark_is_found(fake: FakeSlack, platform: SlackPlatform) -> None:
    """Other keys, other apps and misshapen messages are passed over."""
    await platform.notifier.post(to(), a_card(), a_key(kind=CardKind.VOID))
    assert await platform.notifier.look_back(to(), a_key()) is None
    wanted = f'"metadata":{{"event_type":"x","event_payload":{{"key":"{mark(a_key())}"}}}}'
    strange = f'[null,7,{{"ts":1,{wanted}}},{{"ts":"1.1","bot_id":"BX",{wanted}}},{{"ts":"2.1"}}]'
    body = f'{{"ok":true,"messages":{strange}}}'
    fake.fail("conversations.history", Kind.BODY, body=body)
    assert await platform.notifier.look_back(to(), a_key()) is None


async def test_the_wait_that_slack_asks_for_is_passed_on(fake: FakeSlack) -> None:
    """Too fast for the channel: nothing stored, and the header says how long."""
    fake.world.paced = True
    platform = a_platform(fake.url)
    await platform.connect()
    platform.notifier.pace.gap_s = 0.0
    await platform.notifier.post(to(), a_card(), a_key())
    with pytest.raises(TemporaryDeliveryError) as caught:
        await platform.notifier.post(to(), a_card(), a_key(kind=CardKind.VOID))
    await platform.close()
    assert caught.value.retry_after == timedelta(seconds=1)
    assert len(fake.world.messages["C1"]) == 1


@pytest.mark.parametrize("kind", [Kind.STORE_DROP, Kind.STORE_ERROR, Kind.STORE_BODY])
async def test_a_stored_post_without_an_answer_is_found_and_not_repeated(
    fake: FakeSlack, platform: SlackPlatform, kind: Kind
) -> None:
    """One request, one message, an uncertain outcome; the look-back ends the doubt."""
    fake.fail("chat.postMessage", kind, body='{"ok": tr')
    with pytest.raises(UncertainDeliveryError):
        await platform.notifier.post(to(), a_card(), a_key())
    assert len(fake.calls("chat.postMessage")) == 1
    (stored,) = fake.world.messages["C1"]
    assert await platform.notifier.look_back(to(), a_key()) == f"C1:{stored.ts}"


@pytest.mark.parametrize("kind", [Kind.DROP, Kind.ERROR, Kind.HANG])
async def test_a_post_that_was_not_stored_is_as_uncertain(
    fake: FakeSlack, platform: SlackPlatform, kind: Kind
) -> None:
    """From here both look the same; the look-back finds nothing."""
    fake.fail("chat.postMessage", kind)
    with pytest.raises(UncertainDeliveryError):
        await platform.notifier.post(to(), a_card(), a_key())
    assert len(fake.calls("chat.postMessage")) == 1
    assert await platform.notifier.look_back(to(), a_key()) is None


async def test_after_the_settle_time_a_late_post_has_landed(
    fake: FakeSlack, platform: SlackPlatform
) -> None:
    """Held beyond our time-out, stored after we left, and found after settling."""
    platform.notifier.pace.gap_s = 0.0
    fake.fail("chat.postMessage", Kind.STORE_LATE, seconds=TIMEOUT_S * 1.2)
    with pytest.raises(UncertainDeliveryError):
        await platform.notifier.post(to(), a_card(), a_key())
    assert await platform.notifier.look_back(to(), a_key()) is None
    await asyncio.sleep(platform.notifier.settle_s - TIMEOUT_S)
    assert await platform.notifier.look_back(to(), a_key())


async def test_an_edit_without_an_answer_is_uncertain(
    fake: FakeSlack, platform: SlackPlatform
) -> None:
    """It can be repeated."""
    ref = await platform.notifier.post(to(), a_card(), a_key())
    fake.fail("chat.update", Kind.STORE_DROP)
    with pytest.raises(UncertainDeliveryError):
        await platform.notifier.edit(to(), ref, a_card(), a_key())
    assert len(fake.calls("chat.update")) == 1


async def test_refused_blocks_are_posted_once_more_as_text(
    fake: FakeSlack, platform: SlackPlatform
) -> None:
    """With the mark, and without blocks; the edit takes the old blocks away."""
    platform.notifier.pace.gap_s = 0.0
    fake.fail("chat.postMessage", Kind.CODE, code="invalid_blocks")
    ref = await platform.notifier.post(to(), a_card(), a_key())
    (stored,) = fake.world.messages["C1"]
    assert stored.shown["blocks"] == []
    assert "Jets: WR Dale Preston" in stored.shown["text"]
    assert await platform.notifier.look_back(to(), a_key()) == ref
    fake.fail("chat.update", Kind.CODE, code="msg_blocks_too_long")
    await platform.notifier.edit(to(), ref, a_card(), a_key())
    assert fake.calls("chat.update")[-1].body["blocks"] == []


async def test_text_that_is_refused_too_is_permanent(
    fake: FakeSlack, platform: SlackPlatform
) -> None:
    """Two requests, a pause apart, and no third."""
    for _ in range(2):
        fake.fail("chat.postMessage", Kind.CODE, code="invalid_blocks")
    with pytest.raises(PermanentDeliveryError):
        await platform.notifier.post(to(), a_card(), a_key())
    first, second = fake.calls("chat.postMessage")
    assert second.at - first.at >= platform.notifier.pace.gap_s


async def test_a_slack_that_is_not_there_stored_nothing(fake: FakeSlack) -> None:
    """Connection refused: nothing was sent, so nothing is uncertain."""
    platform = a_platform(fake.url)
    await platform.connect()
    await fake.__aexit__()
    with pytest.raises(TemporaryDeliveryError):
        await platform.notifier.post(to(), a_card(), a_key())
    await platform.close()


def test_marks_are_stable_short_and_differ_by_destination() -> None:
    """The same in every instance, 25 characters of base32."""
    assert mark(a_key()) == mark(a_key())
    assert len(mark(a_key())) == 25
    assert mark(a_key()) != mark(a_key(destination="slack:C2"))


async def test_the_lane_learns_the_times(platform: SlackPlatform) -> None:
    """A repeat always shows twice; an old request is over after one and a half time-outs."""
    notifier: SlackNotifier = platform.notifier
    assert await notifier.repeat_safe_s(a_destination()) == 0.0
    assert notifier.settle_s == TIMEOUT_S * 1.5


async def test_a_channel_rests_from_call_to_call(fake: FakeSlack, platform: SlackPlatform) -> None:
    """The second call waits for its turn at our end, and meets no limit; another channel is free."""
    fake.world.paced = True
    notifier: SlackNotifier = platform.notifier
    fake.fail("chat.postMessage", Kind.STORE_LATE, seconds=0.3)
    await notifier.post(to(), a_card(), a_key())
    assert 0.8 < notifier.rest_s(to().id) <= notifier.pace.gap_s
    await notifier.post(to(), a_card(), a_key(kind=CardKind.VOID))
    assert fake.busy == 0
    assert notifier.rest_s(DestinationId("slack:C2")) == 0.0

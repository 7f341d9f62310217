"""What goes wrong between a lane and Slack, over real sockets, and what must hold afterwards.

The numbers are those of the fault table: F42 token, F44 access, F45 rate limits, F47 lost answers.
"""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from adapters.slack.bot import SlackPlatform
from adapters.slack.limits import CHANNEL_S
from bot.model import Status
from tests.adapters.slack.newsdesk import SlackDesk, channel, newsdesk
from tests.servers.fake_slack import FakeSlack, Kind

HERE, THERE = channel(0), channel(1)


@pytest.fixture
async def desk(
    fake: FakeSlack, platform: SlackPlatform, tmp_path: Path
) -> AsyncIterator[SlackDesk]:
    """Two channels of one workspace; afterwards the invariants hold."""
    platform.notifier.pace.gap_s = 0.02
    async with newsdesk(fake, platform, tmp_path, [HERE, THERE]) as opened:
        yield opened
        await opened.check()


async def waits_for_settling(desk: SlackDesk) -> None:
    """Let the time pass in which a lost request may still land."""
    desk.jump(seconds=desk.platform.notifier.settle_s + 1)


# --- F42: the token ---


@pytest.mark.parametrize("code", ["token_revoked", "account_inactive", "invalid_auth"])
async def test_a_refused_token_stops_every_call_and_loses_nothing(
    desk: SlackDesk, code: str
) -> None:
    """At most what was in flight is asked after it; with a good token all are posted once."""
    for number in range(6):
        await desk.publish(f"t{number}")
    for _ in range(4):
        desk.far.fail("chat.postMessage", Kind.CODE, code=code)
    async with desk.delivering() as lane:
        await desk.until(lambda: lane.refused)
    assert len(desk.far.calls("chat.postMessage")) <= 3
    assert await desk.all("waiting")
    desk.far._faults.clear()
    await desk.platform.connect()
    desk.platform.notifier.pace.gap_s = 0.02
    async with desk.delivering():
        await desk.until(lambda: desk.all("shown"))
    assert [len(desk.cards(to)) for to in (HERE, THERE)] == [6, 6]


# --- F44: access ---


@pytest.mark.parametrize(
    "code",
    [
        "not_in_channel",
        "is_archived",
        "channel_not_found",
        "restricted_action",
        "missing_scope",
        "a_new_code",
    ],
)
async def test_a_channel_that_shuts_us_out_is_left_alone(desk: SlackDesk, code: str) -> None:
    """One refused request, then ever rarer ones; the others go on, and nothing is lost."""
    desk.destinations = (HERE,)
    desk.far.fail("chat.postMessage", Kind.CODE, code=code)
    async with desk.delivering():
        await desk.publish("one")
        await desk.publish("two")
        await desk.until(lambda: len(desk.posts(HERE)) == 1)
        await asyncio.sleep(0.2)
        assert len(desk.posts(HERE)) == 1
        assert any(code in reason for reason in await desk.reasons())
        desk.jump(minutes=16)
        await desk.until(lambda: desk.all("shown"))
    assert desk.cards(HERE) == ["one", "two"]


async def test_after_a_day_the_cards_are_given_up_with_a_reason(desk: SlackDesk) -> None:
    """In a day a dead channel costs a handful of refused requests."""
    desk.destinations = (HERE,)
    for _ in range(40):
        desk.far.fail("chat.postMessage", Kind.CODE, code="is_archived")
    async with desk.delivering():
        await desk.publish("one")
        for _ in range(26):
            await asyncio.sleep(0.1)
            desk.jump(hours=1)
        await desk.until(lambda: _has(desk, "dead"))
    assert 2 <= len(desk.posts(HERE)) <= 20
    assert any("unarchive" in reason for reason in await desk.reasons())


async def test_a_message_that_a_person_deleted_stays_deleted(desk: SlackDesk) -> None:
    """An edit of what is gone is no reason to post again."""
    async with desk.delivering():
        await desk.publish("one")
        await desk.until(lambda: desk.all("shown"))
        desk.far.world.messages[HERE.channel].clear()
        desk.jump(minutes=5)
        await desk.publish("one", 2, status=Status.OFFICIAL)
        await desk.until(lambda: _has(desk, "dead"))
    assert desk.cards(HERE) == []


# --- F45: rate limits ---


async def test_a_limit_of_one_channel_holds_up_no_other(desk: SlackDesk) -> None:
    """It just had a message. Nothing is asked there before its time, and the order stays."""
    async with desk.delivering():
        await desk.publish("zero")
        await desk.until(lambda: desk.all("shown"))
        desk.far.fail("chat.postMessage", Kind.BUSY, headers={"Retry-After": "60"})
        await desk.publish("one")
        await desk.until(lambda: len(desk.far.calls("chat.postMessage")) >= 3)
        limited = desk.far.calls("chat.postMessage")[2].body["channel"]
        [shut] = [to for to in (HERE, THERE) if to.channel == limited]
        [free] = [to for to in (HERE, THERE) if to.channel != limited]
        await desk.publish("two")
        await desk.until(lambda: desk.cards(free) == ["zero", "one", "two"])
        await asyncio.sleep(0.2)
        assert len(desk.posts(shut)) == 2
        desk.jump(seconds=61)
        await desk.until(lambda: desk.all("shown"))
    assert desk.cards(shut) == ["zero", "one", "two"]


async def test_a_limit_of_the_workspace_holds_its_posts_and_nothing_else(desk: SlackDesk) -> None:
    """No channel had a message lately. Cards that stand are edited meanwhile; the order stays."""
    async with desk.delivering():
        await desk.publish("zero")
        await desk.until(lambda: desk.all("shown"))
        await asyncio.sleep(CHANNEL_S)
        for _ in range(2):  # both channels may have been asked before the first answer
            desk.far.fail("chat.postMessage", Kind.BUSY, headers={"Retry-After": "60"})
        await desk.publish("one")
        await desk.publish("two")
        await desk.until(lambda: len(desk.far.calls("chat.postMessage")) >= 3)
        await asyncio.sleep(0.2)
        asked = len(desk.far.calls("chat.postMessage"))
        desk.jump(seconds=30)  # so that an edit is due
        await desk.publish("zero", 2, status=Status.OFFICIAL)
        await desk.until(lambda: len(desk.far.calls("chat.update")) == 2)
        assert len(desk.far.calls("chat.postMessage")) == asked
        desk.far._faults.clear()
        desk.jump(seconds=31)
        await desk.until(lambda: desk.all("shown"))
    assert [desk.cards(to) for to in (HERE, THERE)] == [["zero", "one", "two"]] * 2


@pytest.mark.parametrize("wait", ["", "soon", "-5", "0", "99999999999"])
async def test_a_limit_that_lies_or_says_nothing_stops_nobody_for_long(
    desk: SlackDesk, wait: str
) -> None:
    """An hour at the most."""
    headers = {"Retry-After": wait} if wait else {}
    desk.far.fail("chat.postMessage", Kind.BUSY, headers=headers)
    async with desk.delivering():
        await desk.publish("one")
        await desk.until(lambda: len(desk.far.calls("chat.postMessage")) >= 1)
        await asyncio.sleep(0.1)
        desk.jump(minutes=61)
        await desk.until(lambda: desk.all("shown"))


# --- F47: lost answers ---

LOST = {
    "500 before": (Kind.ERROR, ""),
    "500 after": (Kind.STORE_ERROR, ""),
    "cut before": (Kind.DROP, ""),
    "cut after": (Kind.STORE_DROP, ""),
    "half an answer": (Kind.STORE_BODY, '{"ok": true, "ts": '),
    "an answer without the message": (Kind.STORE_BODY, '{"ok": true}'),
}


@pytest.mark.parametrize("name", LOST)
async def test_a_lost_answer_shows_no_card_twice(desk: SlackDesk, name: str) -> None:
    """Settle, look once, post only what is not there."""
    kind, body = LOST[name]
    desk.far.fail("chat.postMessage", kind, body=body)
    async with desk.delivering():
        await desk.publish("one")
        await desk.until(lambda: len(desk.far.calls("chat.postMessage")) == 2)
        await asyncio.sleep(0.1)
        assert desk.far.calls("conversations.history") == []
        await waits_for_settling(desk)
        await desk.until(lambda: desk.all("shown"))
    assert len(desk.far.calls("conversations.history")) == 1
    assert [desk.cards(HERE), desk.cards(THERE)] == [["one"], ["one"]]


async def test_without_the_history_one_card_may_come_twice_and_the_log_says_so(
    desk: SlackDesk, caplog: pytest.LogCaptureFixture
) -> None:
    """Never lost: that is what is promised without the scope."""
    desk.destinations = (HERE,)
    desk.far.fail("chat.postMessage", Kind.STORE_DROP)
    desk.far.fail("conversations.history", Kind.CODE, code="missing_scope")
    async with desk.delivering():
        await desk.publish("one")
        await desk.until(lambda: len(desk.posts(HERE)) == 1)
        await asyncio.sleep(0.1)
        await waits_for_settling(desk)
        await desk.until(lambda: desk.all("shown"))
    assert "posting again without look-back: the message may show twice" in caplog.messages
    assert len(desk.shown(HERE)) == 2
    desk.far.world.messages[HERE.channel].pop()  # the repeat that was promised at most


async def test_a_lost_edit_is_repeated(desk: SlackDesk) -> None:
    """Which changes nothing for a reader."""
    async with desk.delivering():
        await desk.publish("one")
        await desk.until(lambda: desk.all("shown"))
        desk.far.fail("chat.update", Kind.STORE_DROP)
        desk.jump(minutes=1)
        await desk.publish("one", 2, status=Status.OFFICIAL)
        for _ in range(4):
            await asyncio.sleep(0.1)
            desk.jump(seconds=30)
        await desk.until(lambda: desk.all("shown"))
    for to in (HERE, THERE):
        [message] = desk.shown(to)
        assert message.earlier
    assert len(desk.far.calls("chat.update")) >= 3


# --- what is off ---


async def test_a_notice_stands_in_the_card_s_thread_and_in_the_channel(desk: SlackDesk) -> None:
    """Who follows the channel sees it, and who opens the card finds it there."""
    async with desk.delivering():
        await desk.publish("one")
        await desk.until(lambda: desk.all("shown"))
        desk.jump(minutes=1)
        await desk.call_off("one", 2)
        await desk.until(lambda: len(desk.shown(HERE)) == 2)
        await desk.until(lambda: desk.all("shown"))
    card, notice = desk.posts(HERE)
    [first, _] = desk.shown(HERE)
    assert "thread_ts" not in card.body
    assert (notice.body["thread_ts"], notice.body["reply_broadcast"]) == (first.ts, True)


async def test_a_thread_that_is_closed_does_not_cost_the_notice(desk: SlackDesk) -> None:
    """It stands in the channel alone then."""
    desk.destinations = (HERE,)
    async with desk.delivering():
        await desk.publish("one")
        await desk.until(lambda: desk.all("shown"))
        desk.far.fail("chat.postMessage", Kind.CODE, code="cannot_reply_to_message")
        desk.jump(minutes=1)
        await desk.call_off("one", 2)
        await desk.until(lambda: len(desk.shown(HERE)) == 2)
        await desk.until(lambda: desk.all("shown"))
    assert "thread_ts" not in desk.posts(HERE)[-1].body


async def _has(desk: SlackDesk, state: str) -> bool:
    return state in await desk.states()

"""What survives a kill besides cards: threads, publishing, limits and bans. Over real sockets, with a new process's state."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from adapters.discord.bot import DiscordPlatform
from bot.model import Manner
from tests.adapters.discord.conftest import TOKEN
from tests.adapters.discord.newsdesk import LANE, Newsdesk, channel, newsdesk
from tests.servers.discord_threads import CROSSPOSTED, CROSSPOSTS_AN_HOUR
from tests.servers.fake_discord import FakeDiscord, Fault

HERE = channel(0, manner=Manner(thread=True, publish=True))
THERE = channel(1)
ANNOUNCEMENT, FORUM = 5, 15


@pytest.fixture
async def desk(
    far: FakeDiscord, platform: DiscordPlatform, tmp_path: Path
) -> AsyncIterator[Newsdesk]:
    """An announcement channel with threads, and a plain one; afterwards the invariants hold."""
    far.channels.details[HERE.channel] = {"type": ANNOUNCEMENT}
    async with newsdesk(far, platform, tmp_path, [HERE, THERE]) as opened:
        yield opened
        await opened.check()
        await opened.platform.close()


async def restart(desk: Newsdesk) -> None:
    """A new process has the database, and nothing else."""
    await desk.platform.close()
    old = desk.platform
    desk.platform = DiscordPlatform(
        TOKEN, api_base=desk.far.api_base, gateway=desk.far.gateway.url, backend=old._backend
    )
    await desk.platform.connect()
    desk.platform.notifier._errands._interval = 0.01


def threads(desk: Newsdesk) -> list[str]:
    """The cards that have one."""
    found = [d for d in desk.far.channels.details.values() if d.get("parent_id") == HERE.channel]
    return [details["id"] for details in found]


def published(desk: Newsdesk) -> int:
    """How many cards went to the followers."""
    return sum(bool(m["flags"] & CROSSPOSTED) for m in desk.far.shown(HERE.channel))


async def owes_nothing(desk: Newsdesk) -> bool:
    """Whether all that followed the cards is recorded as done."""
    return await desk.errands.owed(LANE, desk.clock.now() + timedelta(days=1)) is None


def asked(desk: Newsdesk, suffix: str) -> list[int]:
    """The answers to requests for this."""
    return [request.status for request in desk.far.calls("POST", suffix)]


@pytest.mark.parametrize("suffix", ["/threads", "/crosspost"])
async def test_what_a_kill_cut_off_behind_a_card_is_done_by_the_next_process(
    desk: Newsdesk, suffix: str
) -> None:
    """The card was acknowledged, its thread or publishing under way; neither comes twice."""
    desk.far.faults = [Fault(suffix=suffix, do="hang")]
    async with desk.delivering():
        await desk.publish("one")
        await desk.until(lambda: desk.all("shown"))
        await desk.until(lambda: asked(desk, suffix) == [0])
    await restart(desk)
    async with desk.delivering():
        await desk.until(lambda: len(threads(desk)) == published(desk) == 1)
        await asyncio.sleep(0.2)
    assert threads(desk) == [desk.far.shown(HERE.channel)[0]["id"]]
    assert asked(desk, suffix) == [0, 201 if suffix == "/threads" else 200]
    assert len(desk.far.calls("POST", f"/channels/{HERE.channel}/messages")) == 1


async def test_ten_publishings_an_hour_are_counted_over_a_restart(desk: Newsdesk) -> None:
    """The eleventh is not asked for, and is sent when there is room; nobody edits a card for it."""
    desk.platform.notifier._errands._interval = 0.01
    async with desk.delivering():
        for number in range(CROSSPOSTS_AN_HOUR):
            await desk.publish(f"t{number}")
        await desk.until(lambda: published(desk) == CROSSPOSTS_AN_HOUR)
        await desk.until(lambda: owes_nothing(desk))
    await restart(desk)
    async with desk.delivering():
        await desk.publish("eleventh")
        await desk.until(lambda: len(threads(desk)) == CROSSPOSTS_AN_HOUR + 1)
        desk.jump(minutes=50)
        await asyncio.sleep(0.3)
        assert asked(desk, "/crosspost") == [200] * CROSSPOSTS_AN_HOUR
        desk.far.channels.threads._crossposts.clear()  # its hour is over as well
        desk.jump(minutes=11)
        await desk.until(lambda: published(desk) == CROSSPOSTS_AN_HOUR + 1)
    assert [r for r in desk.far.requests if r.method == "PATCH"] == []


BANS: dict[str, dict[str, Any]] = {
    "ban": {"raw": "<html>1015</html>", "headers": {"Content-Type": "text/html"}, "via": False},
    "global": {
        "body": {"message": "slow", "retry_after": 900.0, "global": True},
        "headers": {"X-RateLimit-Global": "true", "X-RateLimit-Scope": "global"},
    },
}


@pytest.mark.parametrize("answer", BANS.values(), ids=BANS)
async def test_a_ban_holds_over_a_restart(desk: Newsdesk, answer: dict[str, Any]) -> None:
    """Neither cards nor what follows them are sent before its end, also not those claimed before."""
    desk.far.faults = [Fault(status=429, **answer)] * 2
    async with desk.delivering():
        await desk.publish("one")
        await desk.until(lambda: 429 in [r.status for r in desk.far.requests])
        await asyncio.sleep(0.2)
    desk.far.faults = []
    await restart(desk)
    before = len([r for r in desk.far.requests if r.method == "POST"])
    async with desk.delivering():
        await desk.publish("two")
        desk.jump(minutes=14)
        await asyncio.sleep(0.3)
        assert len([r for r in desk.far.requests if r.method == "POST"]) == before
        desk.jump(minutes=2)
        await desk.until(lambda: desk.all("shown"))
        await desk.until(lambda: len(threads(desk)) == 2)


async def test_a_forum_post_put_away_before_the_look_back_is_not_doubled(desk: Newsdesk) -> None:
    """It was stored, the answer was lost, the process died, and somebody closed the post."""
    desk.far.channels.details[HERE.channel] = {"type": FORUM}
    desk.far.channels.details[THERE.channel] = {"type": FORUM}
    desk.far.faults = [Fault(suffix="/threads", do="store_drop") for _ in range(2)]
    async with desk.delivering():
        await desk.publish("one")
        await desk.until(lambda: len(asked(desk, "/threads")) == 2)
        await asyncio.sleep(0.1)
    for details in desk.far.channels.details.values():
        if "thread_metadata" in details:
            details["thread_metadata"]["archived"] = True
    await restart(desk)
    async with desk.delivering():
        desk.jump(minutes=2)
        await desk.until(lambda: desk.all("shown"))
    assert len(asked(desk, "/threads")) == 2
    assert desk.cards(HERE) == desk.cards(THERE) == ["one"]


# --- what fails behind a card ---


@pytest.mark.parametrize("suffix", ["/threads", "/crosspost"])
async def test_what_is_refused_behind_a_card_is_told_and_owed_anew_by_an_edit(
    desk: Newsdesk, suffix: str, caplog: pytest.LogCaptureFixture
) -> None:
    """The card stands; nothing is asked again until there is something new."""
    body = {"code": 50013, "message": "no"}
    desk.far.faults = [Fault(suffix=suffix, status=403, body=body)]
    async with desk.delivering():
        await desk.publish("one")
        await desk.until(lambda: "card stands, errand failed" in caplog.messages)
        desk.jump(hours=1)
        await asyncio.sleep(0.2)
        assert asked(desk, suffix) == [403]
        await desk.publish("one", 2)
        await desk.until(lambda: len(threads(desk)) == published(desk) == 1)
    assert len(asked(desk, suffix)) == 2


FOR_NOW = {
    "503": {"status": 503},
    "cut": {"do": "drop"},
    "cut after it": {"do": "store_drop"},
    "429": {"status": 429, "body": {"message": "slow", "retry_after": 3600}},
}


@pytest.mark.parametrize("suffix", ["/threads", "/crosspost"])
@pytest.mark.parametrize("answer", FOR_NOW.values(), ids=FOR_NOW)
async def test_what_fails_for_now_behind_a_card_is_tried_again(
    desk: Newsdesk, suffix: str, answer: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    """Without an edit, and without a second card."""
    desk.far.faults = [Fault(suffix=suffix, **answer)]
    async with desk.delivering():
        await desk.publish("one")
        await desk.until(lambda: "card stands, errand waits" in caplog.messages)
        desk.jump(minutes=61)
        await desk.until(lambda: len(threads(desk)) == published(desk) == 1)
    assert [r for r in desk.far.requests if r.method == "PATCH"] == []


async def test_what_hangs_behind_a_card_delays_no_card(desk: Newsdesk) -> None:
    """Neither of its own channel nor of another."""
    desk.far.faults = [Fault(suffix="/threads", do="hang")]
    async with desk.delivering():
        for number in range(3):
            await desk.publish(f"t{number}")
        await desk.until(lambda: desk.all("shown"), within_s=3)

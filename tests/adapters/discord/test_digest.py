"""The digest of quiet hours: over real sockets, in a forum, through its menu, and within every limit."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.discord import render
from adapters.discord.bot import DiscordPlatform
from adapters.discord.marks import custom_id
from adapters.discord.row import button_row
from adapters.discord.text import cut
from bot import cards
from bot.model import Card, Manner, Quiet, Status, TradeId
from tests.adapters.discord.card_laws import problems
from tests.adapters.discord.conftest import CardStories
from tests.adapters.discord.newsdesk import Newsdesk, channel, newsdesk
from tests.any_cards import card_of, hostile
from tests.builders import a_card, a_destination, a_key
from tests.servers.discord_gateway import GUILD
from tests.servers.discord_people import Person, Spot
from tests.servers.fake_discord import FakeDiscord, Fault

UTC = ZoneInfo("UTC")
HERE = {"type": 0, "name": "trades", "position": 1, "permissions": "0", "parent_id": None}
FAN = Person(id="920000000000000001")


def quiet_now(desk: Newsdesk) -> Quiet:
    """Two hours of quiet, of which this is the first."""
    hour = desk.clock.now().hour
    return Quiet(start=hour, end=(hour + 2) % 24, zone=UTC)


def over(desk: Newsdesk) -> None:
    """Let them pass."""
    (to,) = desk.destinations
    assert to.quiet is not None
    until = to.quiet.until(desk.clock.now())
    assert until is not None
    desk.jump(seconds=(until - desk.clock.now()).total_seconds() + 1)


async def night(desk: Newsdesk, *names: str) -> None:
    """These trades come while it is quiet."""
    (to,) = desk.destinations
    desk.destinations = (channel(quiet=quiet_now(desk), manner=to.manner),)
    for name in names:
        await desk.publish(name)


async def test_the_night_is_one_message_that_stays_true(
    far: FakeDiscord, platform: DiscordPlatform, tmp_path: Path
) -> None:
    """Nobody is pinged; a trade's news edits it, and its menu has the story of each."""
    manner = Manner(pings=((Status.REPORTED, "900000000000000077"),), thread=True)
    async with newsdesk(far, platform, tmp_path, [channel(manner=manner)]) as desk:
        await night(desk, "a", "b", "c")
        async with desk.delivering():
            await desk.until(lambda: _waits(desk))
            over(desk)
            await desk.until(lambda: desk.all("shown"))
            (shown,) = far.shown()
            assert shown["embeds"][0]["title"] == "3 trades in quiet hours"
            assert (shown["content"], len(shown["embeds"][0]["fields"])) == ("", 3)
            menu = shown["components"][0]["components"][0]
            assert [option["value"] for option in menu["options"]] == ["a", "b", "c"]
            await desk.publish("b", version=2, status=Status.VOIDED)
            await desk.until(lambda: desk.all("shown"))
        (shown,) = far.shown()
        fields = shown["embeds"][0]["fields"]
        assert [render.OFF in field["value"] for field in fields] == [False, True, False]


async def _waits(desk: Newsdesk) -> bool:
    """The first of them was looked at, and put off."""
    due = await desk.ledger.next_due(desk.destinations[0].lane)
    return due is not None and due > desk.clock.now() + timedelta(minutes=1)


@pytest.mark.parametrize("do", ["store_drop", "drop", "hang"])
async def test_a_cut_connection_neither_loses_nor_doubles_the_digest(
    far: FakeDiscord, platform: DiscordPlatform, tmp_path: Path, do: Any
) -> None:
    """Within the time of the nonce, or with the lane killed and another one looking back later."""
    far.faults = [Fault(do=do)]
    async with newsdesk(far, platform, tmp_path, [channel()]) as desk:
        await night(desk, "a", "b")
        over(desk)
        with suppress(TimeoutError):
            async with asyncio.timeout(1.5), desk.delivering():
                await desk.until(lambda: desk.all("shown"))
        desk.jump(seconds=200)
        async with desk.delivering():
            await desk.until(lambda: desk.all("shown"))
        (shown,) = far.shown()
        assert len(shown["embeds"][0]["fields"]) == 2


async def test_a_forum_keeps_a_post_for_each_trade(
    far: FakeDiscord, platform: DiscordPlatform, tmp_path: Path
) -> None:
    """With its own name and tags; a post pings nobody by itself."""
    async with newsdesk(far, platform, tmp_path, [channel()]) as desk:
        (to,) = desk.destinations
        far.channels.details[to.channel] = {"type": 15}
        await night(desk, "a", "b")
        over(desk)
        async with desk.delivering():
            await desk.until(lambda: desk.all("shown"))
        assert desk.cards(to) == ["a", "b"]


async def test_the_menu_tells_the_story_of_the_trade_that_was_picked(
    far: FakeDiscord, platform: DiscordPlatform, stories: CardStories
) -> None:
    """To whoever picks it alone, also from a message of before a restart."""
    one = a_card()
    other = a_card(trade=TradeId("b"), headline="Bears send DT Max Quill to the Lions")
    stories.cards[other.trade] = other
    await platform.notifier.post(a_destination(), cards.digest([one, other]), a_key())
    (shown,) = far.shown()
    told = []
    for _ in range(2):
        far.gateway.ready.clear()
        task = asyncio.create_task(platform.listen())
        await _until(far.gateway.ready.is_set)
        spot = Spot(channel=HERE | {"id": shown["channel_id"]}, guild=GUILD)
        told.append(await far.people.pick(FAN, spot, shown, custom_id(a_key()), "b"))
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
    assert [each.message["embeds"][0]["title"] for each in told] == [other.headline] * 2
    assert all(each.ephemeral for each in told)


async def _until(claim: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not claim():  # noqa: ASYNC110 - the far end has no event for everything
            await asyncio.sleep(0.01)


@settings(max_examples=300, deadline=None)
@given(st.lists(hostile, min_size=1, max_size=6), st.integers(0, 2**32), st.integers(2, 20))
def test_no_digest_does_harm_or_leaves_a_trade_out(texts: list[str], seed: int, count: int) -> None:
    """Whatever its trades are called."""
    rng = Random(seed)  # noqa: S311 - no secret
    items = [card_of(rng, texts) for _ in range(count)]
    made = cards.digest(items)
    assert problems(made) == []
    fields = render.embed(made).fields
    assert [field.name and field.name[:2] for field in fields] == [_sign(item) for item in items]


def _sign(item: Card) -> str:
    return cut(render.title(item), 256)[:2]


async def test_trades_with_one_name_are_one_choice() -> None:
    """Discord refuses a menu that has a value twice."""
    row = button_row(cards.digest([a_card(), a_card()]), a_key())
    assert len(row.to_components()[0]["components"][0]["options"]) == 1

"""The buttons of a card: for everybody or for managers alone, here alone, and of every version."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Any

import discord
import pytest

from adapters.discord import buttons, here
from adapters.discord.bot import DiscordPlatform
from adapters.discord.buttons import MUTE_YOURS, OUTDATED, RIGHTS, UNKNOWN
from adapters.discord.commands.rights import REFUSALS, Right
from adapters.discord.marks import Wish, asking, nonce
from bot.chat import sentences
from bot.model import Answer, Card, Destination, DestinationId, TradeId
from bot.ports import Backend
from tests.builders import GB, NYJ, a_card, a_destination, a_key
from tests.chats import CardStories
from tests.servers.discord_gateway import GUILD
from tests.servers.discord_people import Person, Spot, Told
from tests.servers.fake_discord import CHANNEL, FakeDiscord

FAN = Person(id="920000000000000001")
MANAGER = Person(id="920000000000000002", permissions=discord.Permissions(manage_guild=True).value)
HERE, AWAY = str(CHANNEL), "910000000000000002"
TRADE = a_card().trade


class Room:
    """A channel with a card in it, and people who press its buttons."""

    def __init__(self, far: FakeDiscord, backend: Backend, stories: CardStories) -> None:
        self.far, self.backend, self.stories = far, backend, stories

    async def raw(self, who: Person, mark: str, *, guild: str = GUILD) -> Told:
        """Press a button with this mark, whatever stands there."""
        row = {"type": 1, "components": [{"type": 2, "style": 2, "custom_id": mark}]}
        shown = self.far.shown()[0] | {"components": [row]}
        return await self.far.people.press(who, _spot(guild), shown, mark)

    async def has(self, server: str = GUILD) -> list[Destination]:
        """What a server's channels asked for."""
        return list(await self.backend.alerts.subscriptions(server))

    async def subscribe(self, **given: Any) -> None:
        """The channel has alerts."""
        await self.backend.alerts.subscribe(a_destination(server=GUILD, **given), "1")

    def knows(self, card: Card) -> None:
        """The story is this one now."""
        self.stories.cards[card.trade] = card


@pytest.fixture
async def room(
    far: FakeDiscord, platform: DiscordPlatform, backend: Backend, stories: CardStories
) -> AsyncIterator[Room]:
    """The card is posted, and the gateway open."""
    await platform.notifier.post(a_destination(), a_card(), a_key())
    task = asyncio.create_task(platform.listen())
    async with asyncio.timeout(20):
        await far.gateway.ready.wait()
    yield Room(far, backend, stories)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


def _spot(guild: str) -> Spot:
    channel = {"id": HERE, "type": 0, "name": "trades", "position": 1, "permissions": "0"}
    channel |= {"parent_id": None, "last_message_id": None}
    may = discord.Permissions.all().value
    return Spot(channel=channel, guild=guild, owners={"0": guild}, app=may)


def _ids(message: dict[str, Any]) -> list[str]:
    return [each["custom_id"] for row in message["components"] for each in row["components"]]


def _text(told: Told) -> str:
    embeds = told.message.get("embeds") or [{}]
    return str(told.message.get("content") or embeds[0].get("description") or "")


async def test_everybody_may_read_the_story_alone(room: Room) -> None:
    """Seen by the one who pressed."""
    told = await room.raw(FAN, f"t:{nonce(a_key())}:{TRADE}")
    assert told.ephemeral
    assert "Dale Preston" in told.message["embeds"][0]["title"]


async def test_one_player_is_shown_with_his_season_and_his_games_a_press_away(room: Room) -> None:
    """The further button works as those of the commands do."""
    told = await room.raw(FAN, asking(Wish.LINES, TRADE))
    assert told.ephemeral
    assert _text(told).startswith("You asked: player Dale Preston None False")
    shown = told.message | {"channel_id": HERE}
    games = await room.far.people.press(FAN, _spot(GUILD), shown, _ids(told.message)[0])
    assert "You asked: player Dale Preston None True" in _text(games)
    assert games.ephemeral


async def test_two_players_are_compared_and_further_ones_offered(room: Room) -> None:
    """A trade of many still fits one answer."""
    room.knows(a_card(players=("Dale Preston", "Lyle Ashdown", "Max Quill")))
    told = await room.raw(FAN, asking(Wish.LINES, TRADE))
    assert "You asked: compare Dale Preston Lyle Ashdown None" in _text(told)
    labels = [b["label"] for row in told.message["components"] for b in row["components"]]
    assert labels == ["Dale Preston, game by game", "Lyle Ashdown, game by game", "Max Quill"]


async def test_a_slow_answer_is_promised_first(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    """Discord would call the button broken after three seconds."""
    quick = room.backend.questions.player

    async def slow(name: str, season: int | None, *, games: bool = False) -> Answer:
        await asyncio.sleep(1.2)
        return await quick(name, season, games=games)

    monkeypatch.setattr(room.backend.questions, "player", slow)
    told = await room.raw(FAN, asking(Wish.LINES, TRADE))
    assert told.deferred
    assert "You asked: player" in _text(told)


async def test_a_trade_without_players_has_no_season(room: Room) -> None:
    """The card changed since it was posted."""
    room.knows(a_card(players=()))
    assert _text(await room.raw(FAN, asking(Wish.LINES, TRADE))) == buttons.NOBODY


@pytest.mark.parametrize("wish", [w for w in Wish if RIGHTS[w] is Right.MANAGER])
async def test_members_change_nothing(room: Room, wish: Wish) -> None:
    """Each button of a manager answers with a sentence, and nothing is written."""
    await room.subscribe(clubs=(GB,))
    before = await room.has()
    told = await room.raw(FAN, asking(wish, TRADE))
    expected = MUTE_YOURS if wish is Wish.MUTE else REFUSALS[Right.MANAGER]
    assert (_text(told), told.ephemeral) == (expected, True)
    assert await room.has() == before


async def test_following_adds_the_clubs_of_the_trade(room: Room) -> None:
    """Those that were followed stay, and all else stays as it was."""
    await room.subscribe(clubs=(GB,), positions=("QB",))
    told = await room.raw(MANAGER, asking(Wish.FOLLOW, TRADE))
    (to,) = await room.has()
    assert (to.clubs, to.positions) == ((GB, NYJ), ("QB",))
    assert f"<#{HERE}> now gets:" in _text(told)
    again = await room.raw(MANAGER, asking(Wish.FOLLOW, TRADE))
    assert _text(again) == sentences.FOLLOWED.format(f"<#{HERE}>", "the Jets, the Packers")


async def test_following_where_every_club_is_followed_changes_nothing(room: Room) -> None:
    """A filter would take clubs away, which nobody asked for."""
    await room.subscribe()
    told = await room.raw(MANAGER, asking(Wish.FOLLOW, TRADE))
    assert _text(told) == sentences.EVERY_CLUB.format(f"<#{HERE}>")
    assert (await room.has())[0].clubs == ()


async def test_following_starts_alerts_of_these_clubs(room: Room) -> None:
    """In a channel that had none."""
    await room.raw(MANAGER, asking(Wish.FOLLOW, TRADE))
    assert [(to.channel, to.clubs) for to in await room.has()] == [(HERE, (NYJ, GB))]


async def test_muting_asks_first_pauses_this_channel_and_goes_on(room: Room) -> None:
    """The question gives way to the answer; the same button leads back."""
    await room.subscribe()
    await room.backend.alerts.subscribe(
        a_destination(id=DestinationId("discord:1"), channel="1", server=GUILD), "1"
    )
    asked = await room.raw(MANAGER, asking(Wish.MUTE, TRADE))
    assert (_text(asked), asked.ephemeral) == (sentences.ASK_TO_PAUSE.format(f"<#{HERE}>"), True)
    assert {to.paused for to in await room.has()} == {False}
    (pause,) = _ids(asked.message)
    done = await room.far.people.press(MANAGER, _spot(GUILD), asked.message, pause)
    assert (_text(done), done.message["components"]) == (here.PAUSED_NOW.format(f"<#{HERE}>"), [])
    assert {to.channel: to.paused for to in await room.has()} == {HERE: True, "1": False}
    asked = await room.raw(MANAGER, asking(Wish.MUTE, TRADE))
    (resume,) = _ids(asked.message)
    done = await room.far.people.press(MANAGER, _spot(GUILD), asked.message, resume)
    assert _text(done) == here.RESUMED.format(f"<#{HERE}>")
    assert {to.paused for to in await room.has()} == {False}


async def test_a_channel_without_alerts_has_nothing_to_pause(room: Room) -> None:
    """Said in a sentence; so has one that belongs to another server."""
    assert _text(await room.raw(MANAGER, asking(Wish.MUTE, TRADE))) == sentences.NONE_TO_PAUSE
    await room.subscribe()
    other = await room.raw(MANAGER, asking(Wish.PAUSE, TRADE), guild=AWAY)
    assert _text(other) == sentences.NONE_TO_PAUSE
    assert [to.paused for to in await room.has()] == [False]


async def test_another_server_cannot_take_a_channel_over(room: Room) -> None:
    """Nor learn what it gets."""
    await room.subscribe(clubs=(GB,))
    told = await room.raw(MANAGER, asking(Wish.FOLLOW, TRADE), guild=AWAY)
    assert _text(told) == "This channel's alerts belong to another server."
    assert (await room.has())[0].clubs == (GB,)


@pytest.mark.parametrize("mark", ["g1:dance:x", "g9:follow:x"])
async def test_a_button_of_another_version_says_so(room: Room, mark: str) -> None:
    """After an upgrade was taken back."""
    assert _text(await room.raw(FAN, mark)) == OUTDATED


async def test_an_unknown_trade_and_a_broken_store_are_said(room: Room) -> None:
    """In a sentence each, for whatever button."""
    assert _text(await room.raw(FAN, asking(Wish.LINES, TradeId("x")))) == UNKNOWN
    room.stories.broken = True
    told = await room.raw(FAN, asking(Wish.LINES, TRADE))
    assert "try again in a minute" in _text(told)

"""A card's buttons, and commands without a channel: both mean the channel where they stand, in both worlds."""

from typing import Any

from adapters.discord.buttons import MUTE_YOURS
from adapters.discord.commands import alerts
from bot import cards
from bot.chat import sentences
from bot.model import Destination, Manner, TradeId
from bot.ports import Backend
from tests.adapters.discord.commands.simworld import SimWorld
from tests.adapters.discord.commands.test_alerts import home
from tests.adapters.discord.commands.worlds import FORUM, SocketWorld, World
from tests.builders import GB, NYJ, a_card
from tests.chats import CardStories

MEDIA = 16


async def has(world: World, backend: Backend) -> dict[str, Destination]:
    """What the channels at home asked for, by number."""
    return {to.channel: to for to in await backend.alerts.subscriptions(home(world))}


# --- the buttons of a posted card ---


async def test_everybody_reads_the_story_and_the_lines(world: World) -> None:
    """Alone."""
    card = await world.card(a_card())
    assert card.labels == ["Full story", "His season", "Follow these clubs", "Mute"]
    story = await world.press("fan", card, "Full story")
    line = await world.press("fan", card, "His season")
    assert (story.ephemeral, line.ephemeral) == (True, True)
    assert "report 1" in story.text
    assert "You asked: player Dale Preston None False" in line.text


async def test_the_manager_role_may_follow_and_mute_from_a_card(
    world: World, backend: Backend
) -> None:
    """Nobody else without Manage Server may; the question gives way to the answer."""
    card = await world.card(a_card())
    for who in ("fan", "crew"):
        refused = await world.press(who, card, "Follow these clubs")
        assert "manager role" in refused.text
        assert (await world.press(who, card, "Mute")).text.strip() == MUTE_YOURS
    await world.slash("boss", "alerts manager", role="crew")
    followed = await world.press("crew", card, "Follow these clubs")
    assert followed.ephemeral
    trades = world.channel("trades")
    assert (await has(world, backend))[trades].clubs == (NYJ, GB)
    asked = await world.press("crew", card, "Mute")
    assert asked.text.strip() == sentences.ASK_TO_PAUSE.format(f"<#{trades}>")
    await world.press("crew", asked, "Pause alerts here")
    assert (await has(world, backend))[trades].paused
    asked = await world.press("crew", card, "Mute")
    await world.press("crew", asked, "Resume alerts here")
    assert not (await has(world, backend))[trades].paused
    await world.slash("boss", "alerts manager", nobody=True)
    assert "manager role" in (await world.press("crew", card, "Follow these clubs")).text


async def test_buttons_go_on_after_a_restart(simulated: SimWorld, backend: Backend) -> None:
    """Those of a card, and those of an answer to one of them."""
    await simulated.slash("manager", "alerts subscribe", channel="trades")
    card = await simulated.card(a_card())
    asked = await simulated.press("manager", card, "Mute")
    await simulated.restart(backend)
    assert "report 1" in (await simulated.press("fan", card, "Full story")).text
    await simulated.restart(backend)
    await simulated.press("manager", asked, "Pause alerts here")
    assert (await has(simulated, backend))[simulated.channel("trades")].paused


async def test_a_digest_tells_each_story_after_a_restart(
    simulated: SimWorld, backend: Backend, stories: CardStories
) -> None:
    """The menu sends which one."""
    other = a_card(trade=TradeId("b"), headline="Bears send DT Max Quill to the Lions")
    stories.cards[other.trade] = other
    seen = await simulated.card(cards.digest([a_card(), other]))
    await simulated.restart(backend)
    told = await simulated.pick("fan", seen, "b")
    assert told.ephemeral
    assert other.headline in told.text


async def test_a_card_in_a_forum_post_means_the_forum(world: World, backend: Backend) -> None:
    """Its post is the trade's own, and gets no others."""
    post = await world.card(a_card(), "forum")
    await world.press("manager", post, "Follow these clubs")
    assert list(await has(world, backend)) == [world.channel("forum")]


async def test_a_trade_that_was_asked_for_has_the_buttons_of_its_card(
    world: World, backend: Backend
) -> None:
    """In a server those for managers too; in a DM nothing can be managed."""
    card = await world.card(a_card())
    seen = await world.slash("fan", "nfl trade", trade=a_card().trade)
    assert seen.labels == card.labels
    alone = await world.slash("fan", "nfl trade", trade=a_card().trade, place="dm")
    assert alone.labels == card.labels[:2]
    assert "You asked: player" in (await world.press("fan", alone, "His season")).text
    assert "manager role" in (await world.press("fan", seen, "Follow these clubs")).text
    await world.press("manager", seen, "Follow these clubs")
    assert len(await has(world, backend)) == 1


# --- commands without a channel ---


async def test_commands_without_a_channel_mean_the_one_where_they_are_typed(
    world: World, backend: Backend
) -> None:
    """From the first to the last of a channel's alerts."""
    trades = world.channel("trades")
    for name in ("alerts edit", "alerts test", "alerts remove"):
        assert "has no alerts" in (await world.slash("manager", name, at="trades")).text
    seen = await world.slash("manager", "alerts subscribe", at="trades", rumours=True)
    assert f"<#{trades}> gets:" in seen.text
    await world.slash("manager", "alerts edit", at="trades", clubs="KC")
    to = (await has(world, backend))[trades]
    assert (to.clubs, to.manner) == (("KC",), Manner())
    tested = await world.slash("manager", "alerts test", at="trades")
    assert f"<#{trades}>" in tested.text
    await world.slash("manager", "alerts remove", at="trades")
    assert await has(world, backend) == {}
    seen = await world.slash("manager", "alerts remove", at="trades")
    assert seen.text.strip() == alerts.NONE_HERE


async def test_a_command_in_a_post_means_its_forum(world: World, backend: Backend) -> None:
    """Where else should the next trade's post go?"""
    await world.card(a_card(), "forum")
    await world.slash("manager", "alerts subscribe", at="post")
    assert list(await has(world, backend)) == [world.channel("forum")]
    await world.slash("manager", "alerts edit", at="post", rumours=True)
    await world.slash("manager", "alerts remove", at="post")
    assert await has(world, backend) == {}


async def test_a_command_in_a_thread_means_what_has_alerts(
    sockets: SocketWorld, backend: Backend
) -> None:
    """The talk under a card belongs to the card's channel; where that has none, it is the thread's own."""
    await sockets.slash("manager", "alerts subscribe", at="chat")
    assert list(await has(sockets, backend)) == [sockets.channel("chat")]
    await sockets.slash("manager", "alerts remove", at="chat")
    await sockets.slash("manager", "alerts subscribe", at="trades")
    await sockets.slash("manager", "alerts edit", at="chat", rumours=True)
    assert list(await has(sockets, backend)) == [sockets.channel("trades")]


async def test_a_media_channel_is_a_forum_that_the_list_does_not_offer(
    sockets: SocketWorld,
) -> None:
    """It is subscribed from one of its posts, and gets posts."""
    for server in sockets.far.gateway.guilds:
        for each in server["channels"]:
            each["type"] = MEDIA if each["type"] == FORUM else each["type"]
    sockets.far.channels.details[sockets.channel("forum")] |= {"type": MEDIA}
    await _again(sockets)
    offered = _channel_types(sockets.far.guilds.commands)
    assert FORUM in offered
    assert MEDIA not in offered
    await sockets.card(a_card(), "forum")
    seen = await sockets.slash("manager", "alerts subscribe", at="post")
    assert f"<#{sockets.channel('forum')}> gets:" in seen.text
    assert "missing" not in seen.text


def _channel_types(commands: list[dict[str, Any]]) -> list[int]:
    root = next(each for each in commands if each["name"] == "alerts")
    leaf = next(each for each in root["options"] if each["name"] == "subscribe")
    return list(leaf["options"][0]["channel_types"])


async def _again(sockets: SocketWorld) -> None:
    """The bot learns anew what there is."""
    sockets.far.gateway.ready.clear()
    await sockets.far.gateway.drop(4009)
    await sockets.far.gateway.ready.wait()

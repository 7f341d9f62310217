"""A card's buttons, the shortcut on its menu, and the home tab."""

from dataclasses import replace
from typing import Any

import pytest

from adapters.slack import buttons, render
from adapters.slack.commands.cards import MUTE_YOURS
from bot.model import Card
from tests.adapters.slack.commands.conftest import HOME, World
from tests.builders import a_card
from tests.chats import CardStories
from tests.servers.fake_slack import Kind
from tests.servers.slack_people import Seen

CARD = next(iter(CardStories().cards.values()))


async def pressed(world: World, who: str, wish: str, **given: Any) -> Seen:
    """Press a button of a card that stands in C1."""
    card = given.pop("card", CARD)
    button = {"type": "button", "action_id": f"card:{wish}:{card.trade}", "value": card.trade}
    return await world.home.press(who, button, private=False, **given)


async def subscribed(world: World, **wishes: Any) -> None:
    """C1 has alerts."""
    draft = world.backend.alerts.draft(HOME, "C1")
    await world.backend.alerts.subscribe(replace(draft, **wishes), "UBOSS")


@pytest.mark.parametrize("action", [f"card:story:{CARD.trade}", "story"])
async def test_the_story_is_told_to_the_one_who_pressed(world: World, action: str) -> None:
    """Also by the button that the first cards had."""
    button = {"type": "button", "action_id": action, "value": CARD.trade}
    seen = await world.home.press("UFAN", button, private=False)
    assert seen.shown["response_type"] == "ephemeral"
    assert seen.shown["replace_original"] is False
    assert "report 5" in seen.text


@pytest.mark.parametrize(
    ("players", "asked", "further"),
    [
        (("A",), "player A None False", {"A, game by game"}),
        (("A", "B"), "compare A B None", {"A, game by game", "B, game by game"}),
        (("A", "B", "C"), "compare A B None", {"A, game by game", "B, game by game", "C"}),
    ],
)
async def test_the_players_are_beside_each_other(
    world: World, stories: CardStories, players: tuple[str, ...], asked: str, further: set[str]
) -> None:
    """The rest is a press away."""
    stories.cards[CARD.trade] = replace(CARD, players=players)
    seen = await pressed(world, "UFAN", "lines")
    assert asked in seen.text
    assert further <= set(seen.buttons())
    games = await world.home.press("UFAN", seen.buttons()["A, game by game"])
    assert "player A None True" in games.text


async def test_a_trade_of_picks_has_no_lines(world: World, stories: CardStories) -> None:
    """And a trade that is not known any more has none either."""
    stories.cards[CARD.trade] = replace(CARD, players=())
    assert "No player changes clubs" in (await pressed(world, "UFAN", "lines")).text
    stories.cards.clear()
    assert "No trade is known" in (await pressed(world, "UFAN", "lines")).text


async def test_a_manager_follows_the_clubs_of_a_card(world: World) -> None:
    """First as a new subscription, then beside those there are, then there is nothing left to do."""
    seen = await pressed(world, "UBOSS", "follow")
    assert "<#C1> now gets:" in seen.text
    (to,) = await world.backend.alerts.subscriptions(HOME)
    assert to.clubs == CARD.clubs
    assert "follows the" in (await pressed(world, "UBOSS", "follow")).text
    await subscribed(world, clubs=("SEA",))
    await pressed(world, "UBOSS", "follow")
    (to,) = await world.backend.alerts.subscriptions(HOME)
    assert to.clubs == ("SEA", *CARD.clubs)
    await subscribed(world, clubs=())
    assert "every club already" in (await pressed(world, "UBOSS", "follow")).text


async def test_a_channel_that_two_workspaces_share_belongs_to_the_first(world: World) -> None:
    """Slack Connect gives it the same id in both; the other is told so in Slack's own word."""
    await subscribed(world, clubs=("SEA",))
    world.away.directory.channels["C1"] = {}
    button = {"type": "button", "action_id": f"card:follow:{CARD.trade}", "value": CARD.trade}
    seen = await world.away.press("UBOSS", button, private=False)
    assert "This channel's alerts belong to another workspace." in seen.text
    (to,) = await world.backend.alerts.subscriptions(HOME)
    assert to.clubs == ("SEA",)


async def test_a_manager_pauses_the_channel_after_a_question(world: World) -> None:
    """And goes on by the same button; who may not is told how to mute for himself."""
    assert (await pressed(world, "UFAN", "mute")).shown["text"] == MUTE_YOURS
    assert "nothing to pause" in (await pressed(world, "UBOSS", "mute")).text
    await subscribed(world)
    asked = await pressed(world, "UBOSS", "mute")
    assert "Pause alerts in <#C1>?" in asked.text
    await world.home.press("UBOSS", asked.buttons()["Pause alerts here"])
    (to,) = await world.backend.alerts.subscriptions(HOME)
    assert to.paused
    again = await pressed(world, "UBOSS", "mute")
    await world.home.press("UBOSS", again.buttons()["Resume alerts here"])
    (to,) = await world.backend.alerts.subscriptions(HOME)
    assert not to.paused


async def test_the_shortcut_explains_the_card_it_is_used_on(world: World) -> None:
    """Whatever else the message holds; one that is no card is told to be none."""
    unknown: Card = a_card(trade="held-one")
    message = {"blocks": [*render.card(unknown).blocks, "?", {"elements": "?"}, {"elements": [5]}]}
    seen = await world.home.shortcut("UBOSS", message)
    assert "No trade is known" in seen.text
    for strange in ({}, {"blocks": "?"}, {"blocks": [{"type": "divider"}]}):
        assert "is no card" in (await world.home.shortcut("UBOSS", strange)).text


def test_every_button_of_a_card_is_answered() -> None:
    """The row and the answers know the same wishes."""
    from adapters.slack.commands.cards import RIGHTS  # noqa: PLC0415

    assert set(RIGHTS) == set(buttons.Wish)


async def test_the_home_tab_shows_managers_their_alerts_and_everybody_the_trades(
    world: World,
) -> None:
    """What the channels get and how that fares is told to managers alone."""
    await subscribed(world, clubs=("SEA",))
    boss, fan = await world.home.home("UBOSS"), await world.home.home("UFAN")
    for words in ("<#C1>", "Seahawks", "nothing was delivered yet", CARD.headline):
        assert words in boss.text
    assert CARD.headline in fan.text
    assert "<#C1>" not in fan.text
    assert set(fan.buttons()) == {"Story"}
    away = await world.away.home("UBOSS")
    assert "<#C1>" not in away.text
    assert "start with /alerts subscribe" in away.text


async def test_the_home_tab_is_worked_with_and_follows(world: World) -> None:
    """Pause, edit, remove, subscribe, a story: a window answers, and the tab shows what came of it."""
    await subscribed(world)
    home = await world.home.home("UBOSS")
    paused = await world.home.press_home("UBOSS", home.buttons()["Pause"], answers=2)
    assert "No new card starts in <#C1>" in str(paused.windows[0])
    assert "Resume" in str(paused.windows[1])
    form = await world.home.press_home("UBOSS", home.buttons()["Edit"], answers=2)
    assert form.windows[0]["submit"]
    story = await world.home.press_home("UBOSS", home.buttons()["Story"])
    assert (story.shown["type"], "report 5" in story.text) == ("modal", True)
    ended = await world.home.press_home("UBOSS", home.buttons()["Remove"], answers=2)
    assert "gets no more alerts" in str(ended.windows[0])
    assert "start with /alerts subscribe" in str(ended.windows[1])
    opened = await world.home.press_home("UBOSS", home.buttons()["Subscribe a channel"], answers=2)
    assert opened.windows[0]["callback_id"] == "alerts"
    assert home.buttons()["Remove"]["confirm"]["deny"]["text"] == "Keep"


async def test_many_channels_find_room_in_the_home_tab(world: World, stories: CardStories) -> None:
    """A hundred blocks are all that Slack takes."""
    for number in range(45):
        draft = world.backend.alerts.draft(HOME, f"C8{number:02}")
        await world.backend.alerts.subscribe(draft, "UBOSS")
    for number in range(9):
        made = a_card(trade=f"2025-{number}")
        stories.cards[made.trade] = made
    assert "and 30 more" in (await world.home.home("UBOSS")).text


async def test_a_home_tab_that_slack_does_not_take_ends_nothing(world: World) -> None:
    """The next time it is shown."""
    world.fake.fail("views.publish", Kind.ERROR)
    await world.home.home("UFAN")
    assert CARD.headline in (await world.home.home("UFAN")).text


async def test_who_cannot_be_checked_sees_the_trades(world: World) -> None:
    """And nothing of the alerts."""
    await subscribed(world)
    world.fake.fail("users.info", Kind.ERROR)
    seen = await world.home.home("UBOSS")
    assert CARD.headline in seen.text
    assert "<#C1>" not in seen.text

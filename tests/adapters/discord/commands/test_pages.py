"""Paging by buttons that remember everything themselves."""

from types import SimpleNamespace
from typing import Any

import discord
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.discord.bot import DiscordPlatform
from adapters.discord.commands import pages
from adapters.discord.commands.desk import GONE
from adapters.discord.commands.pages import Page, Place
from adapters.discord.text import units
from bot.model import TradeId
from bot.ports import Backend
from tests.adapters.discord.commands.simworld import SimWorld, sim_bot
from tests.adapters.discord.commands.worlds import SocketWorld
from tests.adapters.discord.test_bot import listening
from tests.builders import a_card
from tests.chats import CardStories

PRINTED = st.characters(exclude_categories=["Cs"])
ARGS = st.lists(
    st.none() | st.booleans() | st.integers(1999, 2100) | st.text(PRINTED, max_size=30), max_size=3
)


async def made(place: Place, count: int) -> list[dict[str, Any]]:
    """The buttons of a page, as Discord keeps them."""
    sheet = [Page(embed=discord.Embed(title="x")) for _ in range(count)]
    view = pages.view(sheet, place)
    assert view.is_finished()  # else discord.py would keep it for ever
    return [button for row in view.to_components() for button in row["components"]]


def pressed(buttons: list[dict[str, Any]], custom_id: str) -> Any:
    """A press as discord.py hands it over, with the message around it."""
    row: Any = {"type": 1, "components": buttons}
    message = SimpleNamespace(components=[discord.ActionRow(row)] if buttons else [])
    return SimpleNamespace(data={"custom_id": custom_id}, message=message)


@settings(deadline=None)  # other tests share the machine
@given(ARGS, st.integers(2, 40), st.data())
async def test_any_question_survives_its_buttons(args: list[Any], count: int, data: Any) -> None:
    """Long or short, in any script; each id within 100 units and unlike the others."""
    page = data.draw(st.integers(0, count - 1))
    place = Place(command="nfl compare", args=tuple(args), page=page)
    buttons = await made(place, count)
    ids = [button["custom_id"] for button in buttons]
    assert len(set(ids)) == len(ids)
    assert all(units(each) <= pages.CUSTOM_ID_MAX for each in ids)
    for button, leads in zip(buttons, (page - 1, page, page + 1), strict=True):
        if not button["disabled"]:
            found = pages.read(pressed(buttons, button["custom_id"]))
            while args and args[-1] is None:
                args.pop()
            assert found == Place(command="nfl compare", args=tuple(args), page=leads)


@settings(deadline=None)  # other tests share the machine
@given(st.text() | st.from_regex(r"[na]:\d{1,4}:[0-2][13]:.*\.", fullmatch=True))
def test_a_forged_button_asks_for_nothing_odd(custom_id: str) -> None:
    """It is read as a question in full, or not at all."""
    found = pages.read(pressed([], custom_id))
    assert found is None or isinstance(found.command, str)


async def test_one_page_has_no_buttons() -> None:
    """There is nothing to turn to."""
    assert await made(Place(command="nfl ask", args=("x",)), 1) == []


async def test_pages_turn_after_a_restart(
    sockets: SocketWorld, platform: DiscordPlatform, stories: CardStories
) -> None:
    """The process that answered is gone; the button knows all that is needed."""
    many(stories)
    seen = await sockets.slash("fan", "nfl trades", player="Trade")
    await sockets.far.gateway.drop(4009)
    sockets.far.gateway.ready.clear()
    async with listening(sockets.far, platform):
        turned = await sockets.press("fan", seen, "More ▶")
    assert "Trade number 05" in turned.text


async def test_pages_turn_after_a_restart_elsewhere(
    simulated: SimWorld, backend: Backend, stories: CardStories
) -> None:
    """The same, in simcord."""
    many(stories)
    seen = await simulated.slash("fan", "nfl trades", player="Trade")
    await simulated.env.restart_bot(sim_bot(backend))
    turned = await simulated.press("fan", seen, "More ▶")
    assert "Trade number 05" in turned.text


async def test_a_list_that_became_shorter_shows_its_last_page(
    sockets: SocketWorld, stories: CardStories
) -> None:
    """Trades may be off by now."""
    many(stories)
    seen = await sockets.slash("fan", "nfl trades", player="Trade")
    for number in range(5, 12):
        del stories.cards[TradeId(f"2025-preston-{number}")]
    shorter = await sockets.press("fan", seen, "More ▶")
    assert "Trade number 04" in shorter.text
    assert "◀ Back" not in shorter.labels


async def test_a_long_question_is_turned_too(sockets: SocketWorld) -> None:
    """200 characters do not fit one button, but a row."""
    question = "z" * 200
    seen = await sockets.slash("fan", "nfl ask", question=question)
    assert question in seen.text
    place = Place(command="nfl ask", args=(question,))
    assert not pages.fits(place)


@pytest.mark.parametrize("command", ["nfl gone", "alerts gone"])
async def test_buttons_of_commands_that_are_gone_say_so(sockets: SocketWorld, command: str) -> None:
    """After an upgrade."""
    message = (await sockets.slash("boss", "nfl team", club="GB")).raw.message
    data = {"custom_id": f'n:1:01:["{command}"].', "component_type": 2}
    person, spot = sockets.person("boss", "home"), sockets.spot("home")
    told = await sockets.far.people.act(person, spot, 3, data, message=message)
    assert told.message["content"] == GONE


def many(stories: CardStories) -> None:
    """Twelve trades."""
    stories.cards.clear()
    for number in range(12):
        card = a_card(trade=f"2025-preston-{number}", headline=f"Trade number {number:02}")
        stories.cards[card.trade] = card

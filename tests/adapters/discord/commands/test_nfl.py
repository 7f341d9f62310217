"""`/nfl`, in both worlds."""

import pytest

from adapters.discord.commands.nfl import NO_TRADES, UNKNOWN_TRADE
from tests.adapters.discord.commands.worlds import SocketWorld, World
from tests.builders import a_card
from tests.chats import CardStories

PLACES = ["home", "dm"]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("name", "options", "asked"),
    [
        ("player", {"name": "Dale Preston"}, "player Dale Preston None False"),
        ("player", {"name": "Dale Preston", "season": 2023}, "player Dale Preston 2023 False"),
        ("player", {"name": "Dale Preston", "games": True}, "player Dale Preston None True"),
        ("compare", {"one": "A", "other": "B"}, "compare A B None"),
        ("compare", {"one": "A", "other": "B", "season": 1999}, "compare A B 1999"),
        ("leaders", {"statistic": "sacks made"}, "leaders sacks made None"),
        ("leaders", {"statistic": "sacks made", "season": 2023}, "leaders sacks made 2023"),
        ("team", {"club": "GB"}, "team GB None"),
        ("team", {"club": "Packers", "season": 2023}, "team GB 2023"),
        ("ask", {"question": "who led the league?"}, "who led the league?"),
    ],
)
async def test_statistics_are_asked_with_every_option(
    world: World, place: str, name: str, options: dict[str, object], asked: str
) -> None:
    """The answer is for everybody in the channel, with its table and source."""
    seen = await world.slash("fan", f"nfl {name}", place=place, **options)
    assert f"You asked: {asked}" in seen.text.replace("\\", "")
    assert "nflverse player stats" in seen.text
    assert not seen.ephemeral


@pytest.mark.parametrize("place", PLACES)
async def test_trades_are_listed_and_each_opens(world: World, place: str) -> None:
    """A button of the list shows the whole trade to the one who presses, and the list stays."""
    seen = await world.slash("fan", "nfl trades", place=place)
    assert "Packers send WR Dale Preston" in seen.text
    opened = await world.press("fan", seen, seen.labels[0])
    assert "Jets get" in opened.text
    assert opened.ephemeral
    assert not opened.replaced


async def test_trades_are_found_by_club_and_player(world: World) -> None:
    """Both options narrow; nothing found is said to the one who asked alone."""
    assert "Dale" in (await world.slash("fan", "nfl trades", club="NYJ", player="Dale")).text
    for options in ({"club": "DET"}, {"player": "Nobody"}):
        seen = await world.slash("fan", "nfl trades", **options)
        assert (seen.text.strip(), seen.ephemeral) == (NO_TRADES, True)


async def test_one_trade_is_told_whole(world: World) -> None:
    """By its id, which autocomplete sends."""
    (offered,) = await world.complete("fan", "nfl trade", "trade", "pres")
    seen = await world.slash("fan", "nfl trade", trade=offered[1])
    assert "report 1" in seen.text
    assert not seen.ephemeral
    assert "report 1" in (await world.slash("fan", "nfl trade", trade="preston")).text
    seen = await world.slash("fan", "nfl trade", trade="else")
    assert (seen.text.strip(), seen.ephemeral) == (UNKNOWN_TRADE, True)


async def test_a_long_list_of_trades_has_pages(world: World, stories: CardStories) -> None:
    """Back and on, by whoever asked; anybody else gets a copy."""
    for number in range(12):
        card = a_card(trade=f"2025-preston-{number}", headline=f"Trade number {number:02}")
        stories.cards[card.trade] = card
    first = await world.slash("fan", "nfl trades")
    assert "◀ Back" not in first.labels
    second = await world.press("fan", first, "More ▶")
    assert second.replaced
    assert "2 of 3" in str(second.components)
    third = await world.press("crew", second, "More ▶")
    assert third.ephemeral
    assert not third.replaced
    assert "More ▶" not in third.labels
    again = await world.press("fan", second, "◀ Back")
    assert again.text == first.text


@pytest.mark.parametrize(
    ("name", "option", "typed", "offered"),
    [
        ("nfl player", "name", "Dale", ("Dale Preston", "Dale Preston")),
        ("nfl compare", "one", "Lyle", ("Lyle Ashdown", "Lyle Ashdown")),
        ("nfl compare", "other", "Lyle", ("Lyle Ashdown", "Lyle Ashdown")),
        ("nfl leaders", "statistic", "sack", ("sacks made", "sacks made")),
        ("nfl team", "club", "pack", ("Green Bay Packers", "GB")),
        ("nfl trades", "club", "NYJ", ("New York Jets", "NYJ")),
    ],
)
@pytest.mark.parametrize("place", PLACES)
async def test_options_are_completed(  # noqa: PLR0917 - a table
    world: World, place: str, name: str, option: str, typed: str, offered: tuple[str, str]
) -> None:
    """Everywhere."""
    assert await world.complete("fan", name, option, typed, place=place) == [offered]


async def test_a_club_that_is_none_is_said_to_the_one_who_asked(world: World) -> None:
    """Autocomplete binds nobody: hostile text is shown as it is."""
    seen = await world.slash("fan", "nfl team", club="@everyone **x**")
    assert seen.content.startswith("“\N{FULLWIDTH COMMERCIAL AT}everyone \\*\\*x\\*\\*” is no club")
    assert seen.ephemeral
    seen = await world.slash("fan", "nfl team", club="New York")
    assert "may be Giants or Jets" in seen.content


async def test_commands_are_registered_once_a_process(sockets: SocketWorld) -> None:
    """However often the gateway is sought."""
    await sockets.slash("fan", "nfl leaders", statistic="x")
    await sockets.far.gateway.drop(4009)
    await sockets.far.gateway.ready.wait()
    synced = [each for each in sockets.far.requests if each.method == "PUT"]
    assert len(synced) == 1

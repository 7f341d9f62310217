"""`/nfl`: what is typed, what comes back, pages, choices, sharing."""

import pytest

from tests.adapters.slack.commands.conftest import World
from tests.builders import a_card
from tests.chats import CardStories
from tests.servers.slack_people import chose


@pytest.mark.parametrize(
    ("typed", "asked"),
    [
        ("player Dale Preston", "player Dale Preston None False"),
        ("player Dale Preston 2023", "player Dale Preston 2023 False"),
        ("player Dale Preston in 2023 games", "player Dale Preston 2023 True"),
        ("player Dale Preston games 2023", "player Dale Preston 2023 True"),
        ("PLAYER  Dale   Preston", "player Dale Preston None False"),
        ("compare A vs B", "compare A B None"),
        ("compare A and B 2020", "compare A B 2020"),
        ("compare A, B", "compare A B None"),
        ("leaders rushing yards 2022", "leaders rushing yards 2022"),
        ("team bears", "team CHI None"),
        ("team Green Bay Packers 2019", "team GB 2019"),
        ("ask who &lt;3 &amp; why?", "who <3 & why?"),
    ],
)
async def test_words_become_a_question(world: World, typed: str, asked: str) -> None:
    """The same core as elsewhere answers; only the one who asked sees it."""
    seen = await world.home.slash("UFAN", "/nfl", typed)
    (body,) = seen.messages
    assert body["response_type"] == "ephemeral"
    heading = body["blocks"][0]["text"]["text"]
    assert heading == asked.replace("&", "&amp;").replace("<", "&lt;")
    assert "nflverse player stats" in seen.text


@pytest.mark.parametrize(
    ("typed", "near"),
    [("playr Dale", "/nfl player"), ("team's", "/nfl team"), ("xyz", ""), ("help", ""), ("", "")],
)
async def test_a_wrong_word_is_met_with_what_is_near_and_all_there_is(
    world: World, typed: str, near: str
) -> None:
    """Nobody has to know the words by heart."""
    seen = await world.home.slash("UFAN", "/nfl", typed)
    for name in ("trades", "trade", "player", "compare", "leaders", "team", "ask"):
        assert f"`/nfl {name} " in seen.text
    assert ("did you mean" in seen.text) is bool(near)
    assert near in seen.text


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("team Nowhere *x*", "“Nowhere \N{ASTERISK OPERATOR}x\N{ASTERISK OPERATOR}” is no club"),
        ("team New York", "may be"),
        ("compare A", "Name two players"),
        ("ask", "Ask something"),
        ("ask " + "x" * 201, "too long"),
        ("trade nobody", "No trade is known"),
        ("trades nobody", "No trade fits"),
    ],
)
async def test_a_mistake_is_told_in_a_sentence(world: World, typed: str, said: str) -> None:
    """And what was typed does nothing there."""
    seen = await world.home.slash("UFAN", "/nfl", typed)
    assert said in seen.text
    assert "Share in channel" not in seen.buttons()


async def test_trades_turn_pages_in_place_and_tell_their_story(
    world: World, stories: CardStories
) -> None:
    """Back, on, and a story; a press in the channel is answered to the one who pressed alone."""
    card = next(iter(stories.cards.values()))
    for number in range(12):
        made = a_card(trade=f"2025-{number}", headline=f"{card.headline} no {number}")
        stories.cards[made.trade] = made
    first = await world.home.slash("UFAN", "/nfl", "trades")
    second = await world.home.press("UFAN", first.buttons()["Page 1 of 3 · more ▶"])
    assert second.shown["replace_original"] is True
    assert set(second.buttons()) >= {"◀ Back", "Page 2 of 3 · more ▶", "Story"}
    beside = await world.home.press(
        "UOWNER", first.buttons()["Page 1 of 3 · more ▶"], private=False
    )
    assert beside.shown["replace_original"] is False
    assert beside.shown["response_type"] == "ephemeral"
    story = await world.home.press("UFAN", second.buttons()["Story"])
    assert "How it became known" in story.text


async def test_trades_of_a_club_and_a_player(world: World) -> None:
    """In one line of words."""
    club = a_card().sides[0].club
    assert a_card().headline in (await world.home.slash("UFAN", "/nfl", f"trades {club}")).text
    assert "No trade fits" in (await world.home.slash("UFAN", "/nfl", f"trades {club} Nobody")).text


async def test_an_answer_is_shared_by_name_and_its_buttons_answer_others_alone(
    world: World,
) -> None:
    """The whole channel sees it, with who shared it."""
    seen = await world.home.slash("UFAN", "/nfl", "team GB")
    shared = await world.home.press("UFAN", seen.buttons()["Share in channel"])
    assert shared.shown["response_type"] == "in_channel"
    assert shared.shown["replace_original"] is False
    assert "Shared by <@UFAN>" in shared.text
    assert "Share in channel" not in shared.buttons()


@pytest.mark.parametrize(
    ("command", "values", "asked"),
    [
        ("player", ["Dale Preston"], "player Dale Preston None False"),
        ("leaders", ["rushing yards"], "leaders rushing yards None"),
        ("team", ["GB"], "team GB None"),
        ("compare", ["A", "B"], "compare A B None"),
        ("trade", [a_card().trade], a_card().headline),
    ],
)
async def test_a_command_alone_offers_a_choice(
    world: World, command: str, values: list[str], asked: str
) -> None:
    """A select that fills itself; choosing answers."""
    seen = await world.home.slash("UFAN", "/nfl", command)
    select = seen.shown["blocks"][1]["elements"][0]
    assert select["min_query_length"] == 0
    answered = await world.home.press("UFAN", chose(select["action_id"], *values))
    assert asked in answered.text


async def test_one_of_two_players_waits_for_the_other(world: World) -> None:
    """Nothing is answered yet."""
    one = await world.home.press("UFAN", chose("choose:players", "A"), answers=0)
    assert one.messages == []


async def test_selects_offer_what_is_known(world: World) -> None:
    """Players, statistics, trades, clubs and zones, by a part of their names."""
    offered = {
        "choose:player": ("Dale", "Dale Preston"),
        "choose:statistic": ("sacks", "sacks made"),
        "choose:trade": ("", a_card().trade),
        "choose:club": ("pack", "GB"),
        "clubs": ("pack", "GB"),
        "zone": ("new york", "America/New_York"),
    }
    for select, (typed, value) in offered.items():
        assert value in [each["value"] for each in await world.home.type("UFAN", select, typed)]
    assert len(await world.home.type("UFAN", "clubs", "")) == 32
    assert len(await world.home.type("UFAN", "zone", "")) == 100
    assert await world.home.type("UFAN", "nobody's", "") == []


async def test_pages_of_nobodys_are_said_to_be_gone(world: World) -> None:
    """Forged, outdated or broken: a sentence."""
    for value in ("", "[]", "nonsense", '["nfl nothing",0]', '["nfl team",-1,"GB"]', "[" * 3000):
        button = {"type": "button", "action_id": "turn:on", "value": value}
        assert "no longer known" in (await world.home.press("UFAN", button)).text


async def test_a_trade_that_was_asked_for_has_the_buttons_of_its_card(world: World) -> None:
    """But for the one that tells it."""
    card = next(iter(CardStories().cards.values()))
    seen = await world.home.slash("UFAN", "/nfl", f"trade {card.headline[:20]}")
    assert {each["action_id"] for each in seen.buttons().values()} == {
        *(f"card:{wish}:{card.trade}" for wish in ("follow", "mute")),
        *([f"card:lines:{card.trade}"] if card.players else []),
        "share",
    }
    followed = await world.home.press("UBOSS", seen.buttons()["🔔 Follow these clubs"])
    assert "<#C1> now gets:" in followed.text

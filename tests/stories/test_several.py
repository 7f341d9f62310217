"""More than two clubs, more than one deal, and a player who changes clubs twice in a day."""

import pytest

from bot.model import Status
from tests.stories.newsroom import Newsroom, gets

SCHEFTER = "The deal was first reported by Adam Schefter of ESPN."


ROWS = {
    "NYJ": "Acquired WR Dale Preston from Green Bay in a three-team trade with Chicago.",
    "CHI": "Acquired LB Tom Reyes from the New York Jets in a three-team trade with Green Bay.",
    "GB": "Acquired a 2026 fourth-round pick from Chicago in a three-team trade with New York Jets.",
}


@pytest.mark.parametrize("news_comes", ["first", "last"])
async def test_three_clubs_are_one_trade(room: Newsroom, news_comes: str) -> None:
    """The news tells of all three, and each club files its own part."""
    title = (
        "Packers send WR Dale Preston to Jets, Jets send LB Tom Reyes to Bears,"
        " Bears send 2026 fourth-round pick to Packers"
    )
    news = room.desk(f"Three-team trade: {title}", SCHEFTER)
    if news_comes == "first":
        await news
    for filer, text in ROWS.items():
        room.later(minutes=20)
        await room.wire(filer, text)
    if news_comes == "last":
        await news
    trade, card = await room.trade(), await room.card()
    assert [gets(trade, club) for club in ("NYJ", "CHI", "GB")] == [
        {"WR Dale Preston"},
        {"LB Tom Reyes"},
        {"2026 4th-round pick"},
    ]
    assert (card.status, card.notes, await room.posts()) == (Status.OFFICIAL, (), 1)
    assert (
        card.headline == "Three-club trade: WR Dale Preston to the Jets, LB Tom Reyes to the Bears"
    )


async def test_two_deals_of_one_report_are_two_cards(room: Newsroom) -> None:
    """And each club's row finds its own."""
    await room.wire(
        "GB",
        "Traded WR Dale Preston to the New York Jets for a 2026 fourth-round pick."
        " Traded S Omar Tillis to Houston for a 2027 fifth-round pick.",
    )
    await room.wire("HOU", "Acquired S Omar Tillis from Green Bay for a 2027 fifth-round pick.")
    assert {trade.clubs for trade in await room.trades()} == {("GB", "NYJ"), ("GB", "HOU")}
    assert (room.actions, await room.posts()) == (["post", "post", "ignore"], 2)


async def test_a_player_who_is_passed_on_the_same_day_has_two_trades(room: Newsroom) -> None:
    """From Green Bay to New York, and on to Houston: whatever order the rows come in."""
    await room.desk("Packers trade WR Dale Preston to Jets for 2026 fourth-round pick", SCHEFTER)
    room.later(hours=2)
    await room.desk("Jets trade WR Dale Preston to Texans for 2026 third-round pick", SCHEFTER)
    await room.wire(
        "HOU", "Acquired WR Dale Preston from New York Jets for a 2026 third-round pick."
    )
    await room.wire(
        "GB", "Traded WR Dale Preston to the New York Jets for a 2026 fourth-round pick."
    )
    on, first = await room.trades()
    assert (set(first.clubs), set(on.clubs)) == ({"GB", "NYJ"}, {"NYJ", "HOU"})
    assert {first.status, on.status} == {Status.OFFICIAL}
    assert (len(first.sightings), len(on.sightings), await room.posts()) == (2, 2, 2)


PACKAGE = "Packers trade WR Dale Preston to Jets for 2026 fourth-round pick"
CLIMB = "Jets trade 2026 first-round pick to Packers for 2026 second- and third-round picks"


@pytest.mark.parametrize("titles", [(PACKAGE, CLIMB), (CLIMB, PACKAGE)])
async def test_a_player_and_a_swap_of_picks_on_one_day_are_two_trades(
    room: Newsroom, titles: tuple[str, str]
) -> None:
    """Of the same clubs, each with its own return, whichever comes first."""
    for title in titles:
        await room.desk(title, SCHEFTER)
        room.later(hours=2)
    found = {bool(trade.players): trade for trade in await room.trades()}
    assert gets(found[True], "NYJ") == {"WR Dale Preston"}
    assert gets(found[True], "GB") == {"2026 4th-round pick"}
    assert gets(found[False], "NYJ") == {"2026 2nd-round pick", "2026 3rd-round pick"}
    assert (room.actions, await room.posts()) == (["post", "post"], 2)


async def test_a_day_of_many_swaps_between_two_clubs_has_a_card_for_each(room: Newsroom) -> None:
    """A pick that looks like one of another swap does not make them one; a repeat of each is known."""
    swaps = [
        f"Traded a 2025 second-round pick (No. {40 + n}) to Green Bay for a 2025 third-round pick"
        f" (No. {70 + n}) and a 2026 fourth-round pick."
        for n in range(12)
    ]
    for swap in swaps * 2:
        await room.wire("NYJ", swap)
        room.later(minutes=5)
    assert room.actions == ["post"] * 12 + ["ignore"] * 12
    numbers = {text for trade in await room.trades() for text in gets(trade, "GB")}
    assert numbers == {f"2025 2nd-round pick (No. {40 + n})" for n in range(12)}

"""The terms change hands before the players do: wrong at first, then right; and two records that differ."""

from bot import merge
from bot.model import Pick, Status
from tests.stories.newsroom import Newsroom, gets

SCHEFTER = "The deal was first reported by Adam Schefter of ESPN."
RAPOPORT = "The price is known, Ian Rapoport of NFL Network reports."
FOURTH = "Packers trade WR Dale Preston to Jets for 2026 fourth-round pick"


async def test_the_better_source_corrects_the_price(room: Newsroom) -> None:
    """A blog does not; the next insider does; the wire has the last word, and both claims are kept."""
    await room.desk(FOURTH, SCHEFTER)
    room.later(minutes=10)
    await room.blog("Packers trade WR Dale Preston to Jets for 2026 first-round pick", SCHEFTER)
    assert gets(await room.trade(), "GB") == {"2026 4th-round pick"}
    room.later(minutes=10)
    await room.desk("Packers trade WR Dale Preston to Jets for 2026 third-round pick", RAPOPORT)
    assert gets(await room.trade(), "GB") == {"2026 3rd-round pick"}
    room.later(hours=5)
    await room.wire(
        "GB", "Traded WR Dale Preston to the New York Jets for a 2026 third-round pick."
    )
    trade = await room.trade()
    assert gets(trade, "GB") == {"2026 3rd-round pick"}
    assert room.actions == ["post", "ignore", "edit", "edit"]
    assert {(claim.feed, claim.rank) for claim in trade.claims} == {
        ("desk", 3),
        ("blog", 1),
        ("wire", 4),
    }
    [third] = [leg for leg in trade.legs if isinstance(leg.asset, Pick)]
    assert [claim.rank for claim in merge.behind(trade, third)] == [4, 3]


async def test_terms_that_come_later_fill_the_gap(room: Newsroom) -> None:
    """First only that there is a price; then the round; then the condition."""
    await room.desk("Packers trade WR Dale Preston to Jets for 2026 draft pick", SCHEFTER)
    assert (await room.card()).notes == ("Terms not yet confirmed.",)
    room.later(minutes=30)
    await room.desk(FOURTH, RAPOPORT)
    assert (await room.card()).notes == ()
    room.later(minutes=30)
    await room.desk(
        "Jets acquire WR Dale Preston from Packers for conditional 2026 fourth-round pick", SCHEFTER
    )
    assert gets(await room.trade(), "GB") == {"2026 4th-round pick (conditional)"}
    assert room.actions == ["post", "edit", "edit"]


async def test_two_clubs_that_file_different_prices_leave_it_open(room: Newsroom) -> None:
    """Neither is the better source; a row of another day decides."""
    await room.wire(
        "GB", "Traded WR Dale Preston to the New York Jets for a 2026 fourth-round pick."
    )
    assert (await room.card()).notes == ()
    await room.wire(
        "NYJ", "Acquired WR Dale Preston from Green Bay for a 2026 fifth-round draft pick."
    )
    card = await room.card()
    assert (card.status, card.notes) == (Status.OFFICIAL, ("Terms not yet confirmed.",))
    room.later(days=1)
    await room.wire(
        "NYJ", "Acquired WR Dale Preston in a trade with Green Bay for a 2026 fourth-round pick."
    )
    assert (await room.card()).notes == ()
    assert gets(await room.trade(), "GB") == {"2026 4th-round pick"}
    assert room.actions == ["post", "edit", "edit"]


async def test_a_last_name_becomes_a_whole_one(room: Newsroom) -> None:
    """The first headline prints only the last name; the next says who he is."""
    await room.desk("Packers trade Preston to Jets for 2026 fourth-round pick", SCHEFTER)
    held = await room.posts()
    room.later(minutes=5)
    await room.desk(FOURTH, RAPOPORT)
    trade = await room.trade()
    assert (held, await room.posts()) == (0, 1)
    assert [(player.name, player.partial) for player in trade.players] == [("Dale Preston", False)]

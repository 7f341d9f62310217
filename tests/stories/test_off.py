"""Agreed, and then off: the card says so, and a notice tells whoever saw it."""

from bot.model import CardKind, Status
from tests.stories.newsroom import Newsroom

AGREED = "Packers trade WR Dale Preston to Jets for 2026 fourth-round pick"
SCHEFTER = "The deal was first reported by Adam Schefter of ESPN."
FAILED = "Packers' trade of WR Dale Preston to Jets falls through after failed physical"
CALLED_OFF = "New York and Green Bay called it off, Adam Schefter of ESPN reports."


async def test_a_failed_physical_voids_the_card_and_tells_why(room: Newsroom) -> None:
    """One card, edited, and one notice."""
    await room.desk(AGREED, SCHEFTER)
    room.later(days=1)
    await room.desk(FAILED, CALLED_OFF)
    card = await room.card()
    assert (card.status, card.notes) == (Status.VOIDED, ("This trade is off.",))
    assert card.timeline == (
        "Tue 7 Oct 12:00 EDT · reported · Adam Schefter (desk)",
        "Wed 8 Oct 12:00 EDT · off · Adam Schefter (desk)",
    )
    assert (await room.posts(), await room.posts(CardKind.VOID)) == (1, 1)


async def test_an_announced_trade_can_fail_too(room: Newsroom) -> None:
    """The wire has it, the doctors do not like it, and late copies of the old news change nothing."""
    await room.wire(
        "GB", "Traded WR Dale Preston to the New York Jets for a 2026 fourth-round pick."
    )
    room.later(days=2)
    await room.desk(FAILED, CALLED_OFF)
    room.later(hours=1)
    await room.blog(AGREED, SCHEFTER)
    assert (await room.card()).status is Status.VOIDED
    assert (await room.posts(), await room.posts(CardKind.VOID)) == (1, 1)


async def test_a_deal_of_february_may_fail_in_march(room: Newsroom) -> None:
    """What waits for the league year is not forgotten."""
    await room.desk(AGREED, SCHEFTER)
    room.later(days=20)
    await room.desk(FAILED, CALLED_OFF)
    assert (await room.card()).status is Status.VOIDED
    assert await room.posts(CardKind.VOID) == 1


async def test_whoever_hears_of_the_end_first_posts_nothing(room: Newsroom) -> None:
    """The word of the deal is older, and only read later."""
    room.later(hours=3)
    await room.desk(FAILED, CALLED_OFF)
    room.later(hours=-2)
    await room.desk(AGREED, SCHEFTER, feed="slow desk")
    assert (await room.trade()).status is Status.VOIDED
    assert room.actions == ["hold", "hold"]


async def test_a_page_that_nobody_vouches_for_calls_nothing_off(room: Newsroom) -> None:
    """An invented end leaves the card as it is."""
    await room.desk(AGREED, SCHEFTER)
    room.later(hours=1)
    await room.blog(FAILED, "The fan account Gang Green Insider has it.")
    assert (await room.card()).status is Status.REPORTED
    assert room.actions == ["post", "ignore"]


async def test_a_filing_that_is_repeated_after_the_end_posts_nothing(room: Newsroom) -> None:
    """The other club's row comes days late; only other picks make it a trade that was made again."""
    await room.wire(
        "GB", "Traded WR Dale Preston to the New York Jets for a 2026 fourth-round pick."
    )
    room.later(days=1)
    await room.desk(FAILED, CALLED_OFF)
    room.later(days=2)
    await room.wire("NYJ", "Acquired WR Dale Preston from Green Bay for a 2026 fourth-round pick.")
    assert ((await room.trade()).status, await room.posts()) == (Status.VOIDED, 1)
    await room.wire("NYJ", "Acquired WR Dale Preston from Green Bay for a 2027 sixth-round pick.")
    assert [trade.status for trade in await room.trades()] == [Status.OFFICIAL, Status.VOIDED]
    assert await room.posts() == 2


async def test_made_again_on_another_day_it_is_a_new_trade(room: Newsroom) -> None:
    """With a card of its own."""
    await room.desk(AGREED, SCHEFTER)
    room.later(days=1)
    await room.desk(FAILED, CALLED_OFF)
    room.later(days=3)
    await room.desk("Packers trade WR Dale Preston to Jets for 2026 sixth-round pick", SCHEFTER)
    assert [trade.status for trade in await room.trades()] == [Status.REPORTED, Status.VOIDED]
    assert await room.posts() == 2

"""The wire files one trade again and again: each club in its own words, and days later in others."""

from bot.model import Status
from tests.stories.newsroom import Newsroom, gets

OURS = "Traded WR Dale Preston to New York Jets for a 2026 fourth-round pick."
THEIRS = "Acquired WR Dale Preston from Green Bay in exchange for a 2026 fourth-round draft pick."
RELEASED = "Released LB Tom Reyes. Signed S Omar Tillis to the practice squad."


async def test_each_clubs_row_and_a_new_wording_days_later_are_one_trade(room: Newsroom) -> None:
    """The first row posts, what says no more is silent, and the timeline stays short."""
    await room.wire("GB", "Traded WR Dale Preston.")
    assert await room.posts() == 0  # to whom is not told
    await room.wire("NYJ", f"{RELEASED} Acquired WR Dale Preston from Green Bay.")
    await room.wire("NYJ", THEIRS)
    room.later(days=3)
    await room.wire("GB", OURS)
    room.later(days=3)
    await room.wire("NYJ", "Acquired WR Dale Preston in a trade with the Green Bay Packers.")
    trade, card = await room.trade(), await room.card()
    assert (card.status, await room.posts()) == (Status.OFFICIAL, 1)
    assert (gets(trade, "NYJ"), gets(trade, "GB")) == (
        {"WR Dale Preston"},
        {"2026 4th-round pick"},
    )
    assert room.actions == ["hold", "post", "edit", "ignore", "ignore"]
    assert card.timeline == ("Tue 7 Oct · official · wire",)


async def test_the_mirror_rows_add_up(room: Newsroom) -> None:
    """Each club files what it gets, and one names no partner."""
    await room.wire(
        "GB", "Acquired a 2026 fourth-round pick from the New York Jets for WR Preston."
    )
    await room.wire("NYJ", THEIRS)
    trade = await room.trade()
    assert gets(trade, "NYJ") == {"WR Dale Preston"}
    assert gets(trade, "GB") == {"2026 4th-round pick"}
    assert await room.posts() == 1

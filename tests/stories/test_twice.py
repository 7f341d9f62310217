"""One player, traded more than once; and an old trade that is told again."""

from bot.model import Status
from tests.stories.newsroom import Newsroom, gets

SCHEFTER = "The deal was first reported by Adam Schefter of ESPN."
THERE = "Packers trade WR Dale Preston to Jets for 2026 fourth-round pick"
TO_JETS = "Traded WR Dale Preston to the New York Jets for a 2026 fourth-round pick."


async def test_two_trades_of_one_season_are_two(room: Newsroom) -> None:
    """On to another club, and from there back to one that had him before."""
    await room.desk(THERE, SCHEFTER)
    await room.wire("GB", TO_JETS)
    room.later(days=20)
    await room.desk("Jets trade WR Dale Preston to Texans for 2026 sixth-round pick", SCHEFTER)
    await room.wire("NYJ", "Traded WR Dale Preston to Houston for a 2026 sixth-round pick.")
    room.later(days=20)
    await room.desk("Texans trade WR Dale Preston to Jets for 2027 seventh-round pick", SCHEFTER)
    await room.wire("NYJ", "Acquired WR Dale Preston from Houston for a 2027 seventh-round pick.")
    trades = await room.trades()
    assert [trade.status for trade in trades] == [Status.OFFICIAL] * 3
    assert [len(trade.sightings) for trade in trades] == [2, 2, 2]
    assert await room.posts() == 3


async def test_the_very_same_move_again_is_new_when_the_wire_files_it(room: Newsroom) -> None:
    """He went back in between, without a trade that we know of."""
    await room.wire("GB", TO_JETS)
    room.later(days=60)
    await room.wire(
        "GB", "Traded WR Dale Preston to the New York Jets for a 2027 sixth-round pick."
    )
    new, old = await room.trades()
    assert (gets(new, "GB"), gets(old, "GB")) == ({"2027 6th-round pick"}, {"2026 4th-round pick"})


async def test_a_recap_years_later_is_silent(room: Newsroom) -> None:
    """It belongs to the old trade, and adds nothing to it."""
    await room.desk(THERE, SCHEFTER)
    await room.wire("GB", TO_JETS)
    before = await room.trade()
    room.later(days=730)
    await room.desk("Packers trade WR Dale Preston to Jets for 2026 second-round pick", SCHEFTER)
    room.later(hours=1)
    await room.blog(THERE, SCHEFTER)
    assert await room.trade() == before
    assert (room.actions[2:], await room.posts()) == (["ignore", "ignore"], 1)

"""From talk to the announcement; and talk, or an agreement, that time alone does not promote."""

from datetime import UTC, datetime

from bot.model import Status
from tests.stories.newsroom import Newsroom, gets

SCHEFTER = "The deal was first reported by Adam Schefter of ESPN."


async def test_talk_becomes_a_report_and_then_official(room: Newsroom) -> None:
    """One card all the way, and a line for each step."""
    await room.desk(
        "Packers looking to trade WR Dale Preston",
        "Green Bay wants to move him, Adam Schefter of ESPN reports.",
    )
    assert (await room.card()).status is Status.RUMOUR
    room.later(days=2)
    await room.desk("Packers trade WR Dale Preston to Jets", SCHEFTER)
    assert (await room.card()).notes == ("Terms not yet confirmed.",)
    room.later(hours=1)
    await room.desk(
        "Jets acquire WR Dale Preston from Packers for 2026 fourth-round pick",
        "The price is known, Ian Rapoport of NFL Network reports.",
    )
    room.later(hours=20)
    await room.wire(
        "GB", "Traded WR Dale Preston to the New York Jets for a 2026 fourth-round pick."
    )
    trade, card = await room.trade(), await room.card()
    assert room.actions == ["post", "edit", "edit", "edit"]
    assert (card.status, trade.version, await room.posts()) == (Status.OFFICIAL, 4, 1)
    assert (gets(trade, "NYJ"), gets(trade, "GB")) == (
        {"WR Dale Preston"},
        {"2026 4th-round pick"},
    )
    assert card.timeline == (
        "Tue 7 Oct 12:00 EDT · rumour · Adam Schefter (desk)",
        "Thu 9 Oct 12:00 EDT · reported · Adam Schefter (desk)",
        "Thu 9 Oct 13:00 EDT · reported · Ian Rapoport (desk)",
        "Fri 10 Oct · official · wire",
    )


async def test_talk_stays_talk_however_long_it_lasts(room: Newsroom) -> None:
    """A fifth page that repeats it is no deal."""
    for _ in range(5):
        await room.desk(
            "Packers looking to trade WR Dale Preston",
            "Green Bay wants to move him, Adam Schefter of ESPN reports.",
        )
        room.later(days=7)
    assert (await room.trade()).status is Status.RUMOUR
    assert await room.posts() == 1


async def test_a_deal_before_the_league_year_waits_for_the_wire(room: Newsroom) -> None:
    """Agreed in February, it is told again for weeks, and is not official before it is filed."""
    room.now = datetime(2026, 2, 24, 17, tzinfo=UTC)
    headline = "Packers agree to trade WR Dale Preston to Jets for 2026 fourth-round pick"
    later = "The trade cannot become official until the new league year begins on March 11."
    await room.desk(headline, f"{SCHEFTER} {later}")
    for _ in range(4):
        room.later(days=2)
        await room.desk(headline, f"{later} {SCHEFTER}")
    waiting = await room.trade()
    assert (waiting.status, waiting.version) == (Status.REPORTED, 1)
    room.now = datetime(2026, 3, 11, 21, tzinfo=UTC)
    await room.wire(
        "NYJ", "Acquired WR Dale Preston from Green Bay for a 2026 fourth-round draft pick."
    )
    await room.wire(
        "GB", "Traded WR Dale Preston to the New York Jets for a 2026 fourth-round pick."
    )
    assert (await room.trade()).status is Status.OFFICIAL
    assert (room.actions[5:], await room.posts()) == (["edit", "ignore"], 1)

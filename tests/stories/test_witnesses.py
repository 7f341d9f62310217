"""Who says so: an invented reporter, a borrowed name, one voice with many pages, and a second voice."""

import pytest

from bot.model import Status
from tests.stories.newsroom import Newsroom

TITLE = "Packers trade WR Dale Preston to Jets for 2026 fourth-round pick"
SCHEFTER = "The deal was first reported by Adam Schefter of ESPN."


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Sources tell me it is done.",
        "The move was first reported by Barnaby Quillfeather of Gridiron Whispers.",  # invented
        SCHEFTER,  # his name on a page that anybody can write
        "Per Adam Schefter (@AdamSchefterNFI).",  # a parody's handle
    ],
)
async def test_a_page_that_anybody_can_write_posts_nothing(room: Newsroom, text: str) -> None:
    """Whatever name it borrows, however often it says so."""
    for number in range(3):
        await room.blog(TITLE, text, feed=f"blog {number}", by="Adam Schefter")
        room.later(minutes=7)
    assert await room.posts() == 0
    assert (await room.trade()).status is Status.REPORTED


@pytest.mark.parametrize(
    "text",
    [
        "The move was first reported by Barnaby Quillfeather of Gridiron Whispers.",
        "Done deal, @AdamSchefterNFI posts.",
    ],
)
async def test_an_invented_reporter_posts_nothing_on_a_trusted_page_either(
    room: Newsroom, text: str
) -> None:
    """Only a name on the list counts, and a handle like it is not the name."""
    await room.desk(TITLE, text)
    assert (room.actions, await room.posts()) == (["hold"], 0)


async def test_twenty_pages_that_quote_one_reporter_are_one_source(room: Newsroom) -> None:
    """Held, until an outlet that is trusted says so: then exactly one card, with a line for one voice."""
    for number in range(20):
        await room.blog(TITLE, SCHEFTER, feed=f"blog {number}")
        room.later(minutes=1)
    assert (set(room.actions), await room.posts()) == ({"hold"}, 0)
    await room.desk(TITLE, SCHEFTER)
    room.later(minutes=1)
    await room.blog(TITLE, SCHEFTER, feed="blog 20")
    assert (room.actions[20:], await room.posts()) == (["post", "ignore"], 1)
    assert (await room.card()).timeline == (
        "Tue 7 Oct 12:00 EDT · reported · Adam Schefter (blog 0)",
    )


async def test_a_second_voice_confirms_the_first(room: Newsroom) -> None:
    """Two reporters who name themselves, on pages that nobody vouches for: one card."""
    for number in range(20):
        await room.blog(TITLE, SCHEFTER, feed=f"blog {number}")
    room.later(minutes=3)
    second = "The trade was first reported by Ian Rapoport of NFL Network."
    await room.blog(TITLE, second, feed="other")
    await room.blog(TITLE, second, feed="another")
    assert (room.actions[19:], await room.posts()) == (["hold", "post", "ignore"], 1)


async def test_a_story_of_two_hundred_pages_stays_small(room: Newsroom) -> None:
    """What is kept of a trade has a limit, and the voice that counts is not what is lost."""
    await room.desk(TITLE, SCHEFTER)
    for number in range(200):
        room.later(seconds=1)
        await room.blog(TITLE, SCHEFTER, feed=f"blog {number}")
    trade = await room.trade()
    assert (len(trade.sightings) <= 100, len(trade.claims) <= 40) == (True, True)
    assert {"desk", "blog 0", "blog 199"} <= {sighting.feed for sighting in trade.sightings}
    assert "desk" in {claim.feed for claim in trade.claims}

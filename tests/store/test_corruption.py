"""A file that was damaged in any way: refused in one sentence or harmless, and nothing old is posted."""

import asyncio
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bench.corruption import OLD, build, case, live, old_posts
from bot.errors import SchemaError
from bot.store import open_database, open_reader
from tests.engine.watching import noise, page, watching

CASES = 60


def test_damage_at_random_is_refused_or_harmless(tmp_path: Path) -> None:
    """Bytes flipped, a stretch overwritten, the end missing: as bench/corruption.py, with fewer cases."""
    whole, waiting = asyncio.run(build(tmp_path))
    outcomes = [case(whole, f"suite {n}") for n in range(CASES)]
    assert [one.other for one in outcomes if one.other] == []
    assert [old_posts(one, waiting) for one in outcomes if old_posts(one, waiting)] == []
    refused = [one.refused for one in outcomes if one.refused]
    assert CASES / 5 < len(refused) < CASES  # else the test met only one of the two
    for sentence in refused:
        assert (
            "is damaged" in sentence or "what it knew is lost" in sentence or "another" in sentence
        )
        assert "gridwire restore FILE" in sentence or "another" in sentence
        assert "\n" not in sentence


def test_the_whole_file_posts_what_waits_and_what_is_new(tmp_path: Path) -> None:
    """Else the test above would see no old post either."""
    _, waiting = asyncio.run(build(tmp_path))
    outcome = asyncio.run(live(tmp_path / "gridwire.db"))
    assert (outcome.refused, outcome.other) == ("", "")
    assert len({key.trade for key in outcome.posted}) == 2
    assert waiting & set(outcome.posted)
    assert old_posts(outcome, waiting) == []


@pytest.mark.parametrize(
    "body", ["", "{}", "[]", '{"legs": 3}', '{"legs": [{"gave": "GB"}]}', '{"legs": [], "clubs": ']
)
async def test_a_row_that_cannot_be_read_is_damage(tmp_path: Path, body: str) -> None:
    """Whatever became of a trade's words, the same sentence; and the poll does not swallow it."""
    async with watching(tmp_path) as watch:
        await watch.baseline()
        await watch.poll(page(noise(0), OLD[0], tag="old"))
        async with watch.store._db.transaction() as db:
            await db.execute("UPDATE trade SET body = ?", (body,))
        again = replace(OLD[0], id="again", text="Adam Schefter of ESPN was first.")
        with pytest.raises(SchemaError, match="a trade in it cannot be read: restore a backup"):
            await watch.poll(page(OLD[0], again, tag="new"))


async def test_a_text_that_is_none_is_damage(tmp_path: Path) -> None:
    """SQLite keeps such bytes, and Python reads none of them as a text."""
    async with watching(tmp_path) as watch:
        await watch.baseline()
        await watch.poll(page(noise(0), OLD[0], tag="old"))
        async with watch.store._db.transaction() as db:
            await db.execute("UPDATE trade SET body = CAST(x'ff22' AS TEXT)")
        with pytest.raises(SchemaError, match="is damaged: restore a backup"):
            await watch.trades()


def flip(path: Path, sound: bytes, flipped: bytes) -> None:
    """Change letters of the closed file."""
    body = path.read_bytes()
    assert sound in body
    path.write_bytes(body.replace(sound, flipped))


@pytest.mark.parametrize(
    ("sound", "flipped"),
    [
        (b"last_error ", b"last_errOr_"),
        (b"p.paused_until", b"p.pausedOuntil"),
        (b"TABLE brake", b"TABLE brike"),
    ],
)
async def test_a_letter_that_flipped_in_the_schema_is_damage(
    path: Path, sound: bytes, flipped: bytes
) -> None:
    """SQLite finds such a file whole; the service and the commands refuse it before they use it."""
    async with open_database(path):
        pass
    flip(path, sound, flipped)
    for opened in (open_database, open_reader):
        with pytest.raises(SchemaError, match="is damaged"):
            async with opened(path):
                pytest.fail("it was opened")


async def test_tables_of_others_are_no_damage(path: Path) -> None:
    """Tools that copy databases keep some in them."""
    async with open_database(path):
        pass
    with closing(sqlite3.connect(path)) as db:
        db.execute('CREATE TABLE "_their ""own""" (id INTEGER)')
    async with open_database(path) as again:
        assert await again.fetch("SELECT * FROM trade") == []


async def test_a_lane_that_meets_damage_ends(tmp_path: Path) -> None:
    """It sends nothing of what it cannot read, and does not spin."""
    await build(tmp_path)
    path = tmp_path / "gridwire.db"
    async with open_database(path) as database, database.transaction() as db:
        await db.execute("UPDATE delivery SET kind = 'cord' WHERE message_ref IS NULL")
    outcome = await live(path)
    assert "a delivery in it cannot be read" in outcome.refused
    assert (outcome.other, outcome.posted) == ("", [])

"""The service on a database that is damaged before its start, or while it runs."""

import asyncio
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from tests.e2e.conftest import World

FROM_GB = (
    "Traded WR Dale Preston to the New York Jets in exchange for a 2026 fourth-round draft pick."
)
SENTENCE = "restore a backup (gridwire restore FILE), or move it away to begin with a new baseline"


async def command(world: World, *words: str) -> int:
    """Run a command on the world's database; its exit code."""
    config = ("-c", str(world.folder / "gridwire.toml"))
    running = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *words, *config, stdout=-1, stderr=-1,
        env={"PATH": "", "T_DISCORD": "x", "T_SLACK_BOT": "x", "T_SLACK_APP": "x"},
    )  # fmt: skip
    await asyncio.wait_for(running.communicate(), 20)
    assert running.returncode is not None
    return running.returncode


async def ended(world: World) -> int:
    """The exit code of a service that ends by itself."""
    world.output = ""
    async with world.running() as process:
        return await asyncio.wait_for(process.wait(), 15)


def spoil(path: Path) -> None:
    """Make the trades of an open database unreadable, as a page that came back wrong would."""
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE trade SET body = substr(body, 1, 40)")


async def test_damage_ends_the_service_with_78_until_a_backup_is_restored(world: World) -> None:
    """Met while running and at each start: one sentence, no traceback, no card twice; then on."""
    path = world.folder / "state" / "gridwire.db"
    async with world.running() as process:
        await world.baselines()
        world.feeds.file("GB", FROM_GB)
        await world.until(lambda: world.both_show("Dale Preston"))
        await asyncio.sleep(0.5)
        assert await command(world, "backup", str(world.folder / "kept.db")) == 0
        spoil(path)
        world.output = ""
        world.feeds.file(
            "NYJ", "Acquired WR Dale Preston from Green Bay for a 2026 fourth-rounder."
        )
        assert await asyncio.wait_for(process.wait(), 15) == 78
    assert (world.output.count(SENTENCE), world.output.count("Traceback")) == (1, 0)
    body = bytearray(path.read_bytes())
    body[4096 * 3 : 4096 * 12] = b"\xa5" * (4096 * 9)
    path.write_bytes(body)
    for _ in range(2):
        assert await ended(world) == 78
        assert (world.output.count(SENTENCE), world.output.count("Traceback")) == (1, 0)
    assert path.read_bytes() == body
    assert await command(world, "restore", str(world.folder / "kept.db")) == 0
    world.feeds.polls.clear()
    async with world.running():
        await world.until(lambda: ("/wire", 304) in world.feeds.polls)
        await asyncio.sleep(1)
    assert (len(world.on_discord()), len(world.on_slack())) == (1, 1)
    world.assert_well_behaved()

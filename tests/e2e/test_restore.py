"""The whole service on a restored backup: what was posted after it is not posted again."""

import asyncio
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from tests.e2e.conftest import POLL_S, World

LEAD = "New York gets the receiver, according to Adam Schefter of ESPN."


async def command(folder: Path, *words: str) -> str:
    """A command on the service's state; it must end well."""
    done = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", *words, "--data-dir", str(folder / "state"),
        stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    told, _ = await done.communicate()
    assert done.returncode == 0
    return told.decode()


async def test_a_backup_from_before_the_cards_doubles_none_of_them(world: World) -> None:
    """Backup, two cards on each platform, the disk is lost, restore: still two, and edits go on."""
    backup = str(world.folder / "backup.db")
    async with world.running():
        await world.baselines()
        await command(world.folder, "backup", backup)
        world.feeds.publish("Packers trade WR Dale Preston to Jets for 2026 draft pick", LEAD)
        await world.until(lambda: world.both_show("Dale Preston"))
        world.feeds.publish("Bears trade LB Tom Reyes to Lions for 2027 sixth-round pick", LEAD)
        await world.until(lambda: world.both_show("Tom Reyes"))
    for path in (world.folder / "state").glob("gridwire.db*"):
        path.unlink()
    assert "0 of its deliveries" in await command(world.folder, "restore", backup)
    with closing(sqlite3.connect(world.folder / "state" / "gridwire.db")) as db, db:
        db.execute("UPDATE restored SET at = at - 120")  # Discord's look waits so long
    looked = len(world.slack.calls("conversations.history"))
    async with world.running():
        await world.until(lambda: world.output.count("card found; an edit follows") == 4)
        world.feeds.publish(
            "Jets acquire WR Dale Preston from Packers for 2026 fourth-round pick", LEAD
        )
        await world.until(lambda: "2026 4th-round pick" in str(world.on_discord()[0]))
        await asyncio.sleep(4 * POLL_S)
    assert (len(world.on_discord()), len(world.on_slack())) == (2, 2)
    assert len(world.slack.calls("conversations.history")) > looked
    world.assert_well_behaved()

"""`gridwire outbox`, beside a service or without one."""

import asyncio
import json
import sqlite3
from collections.abc import Callable, Coroutine
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.model import Delivery, LaneId
from bot.store import SqliteLedger, SqliteStore, open_database
from bot.store.outbox import SqliteOutbox
from tests.builders import a_report
from tests.cli.conftest import Cli, fill, process
from tests.cli.test_brakes_live import Desk

LANE = LaneId("discord")
Step = Callable[[SqliteLedger, int, Delivery], Coroutine[Any, Any, object]]


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A data directory in which a service has just seen one trade that it has not sent yet."""
    now = datetime.now(UTC)
    asyncio.run(fill(tmp_path / "state", [a_report(published_at=now, seen_at=now)]))
    return tmp_path / "state"


def deliver(folder: Path, step: Step) -> None:
    """Claim the one row that is due, and let this come of it."""

    async def run() -> None:
        async with open_database(folder / "gridwire.db") as database:
            queue = SqliteLedger(database)
            epoch = await queue.acquire(LANE)
            [row] = await queue.claim(LANE, epoch, datetime.now(UTC) + timedelta(hours=1))
            await step(queue, epoch, row)

    asyncio.run(run())


def due(folder: Path) -> int:
    """How many rows a lane could claim now."""

    async def run() -> int:
        async with open_database(folder / "gridwire.db") as database:
            queue = SqliteLedger(database)
            return len(await queue.claim(LANE, await queue.acquire(LANE), datetime.now(UTC)))

    return asyncio.run(run())


def buried(folder: Path) -> None:
    """The platform can never take it."""
    deliver(folder, lambda q, epoch, row: q.bury(row.key, epoch, "Discord says\nno\x1b[2J"))


def test_what_waits_is_listed_with_where_and_why(cli: Cli, fresh: Path) -> None:
    """For people, and for programs."""
    said = cli("outbox", "list", "--data-dir", fresh)
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("waiting  20")
    assert "discord:900000000000000003  card" in said.out
    assert cli("outbox", "--data-dir", fresh).out == said.out
    [line] = cli("outbox", "list", "--json", "--data-dir", fresh).out.splitlines()
    told = json.loads(line)
    assert (told["state"], told["shown_version"], told["wanted_version"]) == ("waiting", 0, 1)


def test_what_failed_is_shown_tried_again_and_shown_no_more(cli: Cli, fresh: Path) -> None:
    """Its reason cannot steer the terminal."""
    buried(fresh)
    said = cli("outbox", "show", "--data-dir", fresh)
    assert "(Discord says no" in said.out
    assert "\x1b" not in said.out
    assert "key: 20" in said.out
    assert cli("outbox", "list", "--state", "waiting", "--data-dir", fresh).code == 1
    assert cli("outbox", "retry", "--all", "--dry-run", "--data-dir", fresh).code == 0
    assert due(fresh) == 0
    said = cli("outbox", "retry", "--state", "failed", "--data-dir", fresh)
    assert said.out.startswith("due now: failed")
    assert due(fresh) == 1


def test_a_row_in_a_lanes_hands_is_left_alone(cli: Cli, fresh: Path) -> None:
    """Whoever sends it may have sent it."""

    async def nothing(_queue: SqliteLedger, _epoch: int, _row: Delivery) -> None:
        return

    deliver(fresh, nothing)
    for verb in ("retry", "drop"):
        said = cli("outbox", verb, "--all", "--data-dir", fresh)
        assert said.code == 1
        assert said.out.startswith("left: sending")
        assert said.out.endswith("is on its way\n")


def test_a_channel_that_rests_is_tried_now(cli: Cli, fresh: Path) -> None:
    """A person has mended it, and does not want to wait for two hours."""
    later = datetime.now(UTC) + timedelta(hours=2)
    deliver(fresh, lambda q, e, row: q.pause(row.key, e, later, "403", nothing_stored=True))
    assert "rests until" in cli("outbox", "list", "--data-dir", fresh).out
    assert due(fresh) == 0
    assert cli("outbox", "retry", "--to", "900000000000000003", "--data-dir", fresh).code == 0
    assert due(fresh) == 1


def test_what_is_dropped_is_never_sent_and_leaves_the_list(cli: Cli, fresh: Path) -> None:
    """It stays to be looked up, with what was wrong before."""
    buried(fresh)
    said = cli("outbox", "drop", "20", "--data-dir", fresh)
    assert said.out.startswith("dropped: failed")
    assert cli("outbox", "list", "--data-dir", fresh).code == 1
    assert "(dropped by hand: Discord says" in cli("outbox", "show", "--data-dir", fresh).out
    assert cli("outbox", "retry", "--all", "--data-dir", fresh).code == 1
    assert due(fresh) == 0


def test_old_news_is_not_started_by_hand(cli: Cli, state: Path) -> None:
    """The sample's trades are years old."""
    said = cli("outbox", "retry", "--all", "--data-dir", state)
    assert said.code == 1
    assert {line.rpartition(": ")[2] for line in said.out.splitlines()} == {
        "too old to start a card"
    }


@pytest.mark.parametrize("verb", ["retry", "drop"])
def test_who_moves_rows_says_which(cli: Cli, fresh: Path, verb: str) -> None:
    """Nothing is moved by a slip."""
    said = cli("outbox", verb, "--data-dir", fresh)
    assert said.code == 2
    assert said.err == (
        f"gridwire: gridwire outbox {verb} needs a trade, --to, --state or --all: say which are meant.\n"
    )
    said = cli("outbox", verb, "nobody", "--data-dir", fresh)
    assert (said.code, "no trade 'nobody' is known" in said.err) == (2, True)


def test_where_no_service_has_run_nothing_is_created(cli: Cli, tmp_path: Path) -> None:
    """As with every command that looks."""
    said = cli("outbox", "list", "--data-dir", tmp_path / "none")
    assert (said.code, "no service has run" in said.err) == (1, True)
    assert not (tmp_path / "none").exists()


def test_a_running_service_posts_what_was_given_up(tmp_path: Path) -> None:
    """Within its next sweep, without a restart, and once."""
    desk = Desk(tmp_path)
    with desk.running():
        desk.publish("Packers trade WR Dale Preston to Jets for 2026 fourth-round pick")
        desk.until(lambda: desk.states("20").endswith("shown"), 30)
    with closing(sqlite3.connect(desk.state / "gridwire.db")) as db, db:
        db.execute(
            "UPDATE delivery SET state = 'dead', message_ref = NULL, sent_version = 0,"
            " last_error = 'the platform said no'"
        )
    with desk.running():
        assert "the platform said no" in desk.command("outbox", "list")
        assert desk.command("outbox", "retry", "--all").startswith("due now: failed")
        desk.until(lambda: desk.states("20").endswith("shown"), 30)
        assert process("outbox", "list", "--data-dir", desk.state).returncode == 1


async def test_two_hands_on_one_row_move_it_once(tmp_path: Path) -> None:
    """What was seen as failed and is alive again is not dropped by the older look."""
    now = datetime.now(UTC)
    await fill(tmp_path, [a_report(published_at=now, seen_at=now)])
    async with open_database(tmp_path / "gridwire.db") as database:
        queue, outbox = SqliteLedger(database), SqliteOutbox(database)
        epoch = await queue.acquire(LANE)
        seen = await outbox.items()
        [row] = await queue.claim(LANE, epoch, now + timedelta(hours=1))
        assert await outbox.drop(seen, now) == 0
        assert await queue.bury(row.key, epoch, "no")
        assert await outbox.retry(seen, now) == 0
        assert await outbox.retry(await outbox.items(), now) == 1
        assert await SqliteStore(database).deliveries(row.key.trade)

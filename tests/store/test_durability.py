"""What was reported as stored is stored, whole, whatever ends the process or the task."""

import asyncio
import contextlib
import os
import random
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path

from bot.model import Change, ChangeReason, LaneId, Trade, TradeId
from bot.store import Database, SqliteStore, open_database
from tests.builders import NOON, a_deal, a_key, a_report, a_trade

KILLS = 30
CHANNELS = 20


async def apply_one(store: SqliteStore, name: str) -> None:
    """One report with a new trade and its deliveries: more than one statement of each kind."""
    trade = a_trade(id=TradeId(name))
    change = Change(reason=ChangeReason.NEW, trade=trade, expected_version=0)
    wanted = [
        (a_key(trade=trade.id, destination=f"discord:{n}"), LaneId("discord"), 1)
        for n in range(CHANNELS)
    ]
    await store.apply(a_report(id=name, text="x" * 9000), (a_deal(),), (change,), wanted, NOON)


def assert_whole(path: Path, reported: set[str]) -> set[str]:
    """The file is intact, no transaction is there by half, and every reported one is there."""
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        trades = {row[0] for row in db.execute("SELECT id FROM trade")}
        reports = {row[0] for row in db.execute("SELECT id FROM report")}
        counts = "SELECT count(d.trade) FROM trade t LEFT JOIN delivery d ON d.trade = t.seq"
        full = {row[0] for row in db.execute(f"{counts} GROUP BY t.seq")}
    assert trades == reports
    assert full <= {CHANNELS}
    assert reported <= trades
    return trades


async def store_until_killed(path: Path, run: int, told: int) -> None:
    """Tell the parent of each transaction once it was reported as committed."""
    async with open_database(path) as db:
        store = SqliteStore(db)
        for n in range(10**6):
            await apply_one(store, f"{run}-{n}")
            os.write(told, f"{run}-{n}\n".encode())


def killed_run(path: Path, run: int, after_s: float) -> set[str]:
    """Start a child, kill it after its first commit and so many seconds; what it reported."""
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        with contextlib.suppress(BaseException):
            os.close(told)
            asyncio.run(store_until_killed(path, run, tell))
        os._exit(1)
    os.close(tell)
    said = os.read(told, 1 << 20)  # it is at work
    time.sleep(after_s)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    while more := os.read(told, 1 << 20):
        said += more
    os.close(told)
    assert os.WTERMSIG(status) == signal.SIGKILL
    return set(said.decode().split())


def test_a_killed_process_leaves_whole_transactions(path: Path) -> None:
    """SIGKILL at any instant: the next process finds all that was reported, and nothing by half."""
    chance = random.Random(7)  # noqa: S311 - a repeatable choice of instants, not a secret
    reported: set[str] = set()
    for run in range(KILLS):
        reported |= killed_run(path, run, chance.uniform(0, 0.03))
        stored = assert_whole(path, reported)
        assert len(stored - reported) <= run + 1  # at most the one that each kill cut off
    assert len(reported) >= KILLS


async def cancelled_at_random(store: SqliteStore, name: str, chance: random.Random) -> bool:
    """Apply, and cancel at once, a little later or not at all; whether it was reported as stored."""
    task = asyncio.create_task(apply_one(store, name))
    wait = chance.choice((None, 0, chance.uniform(0, 0.004)))
    if wait is not None:
        await asyncio.sleep(wait)
        task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        return False
    return True


async def test_a_cancelled_task_leaves_whole_transactions(
    path: Path, db: Database, store: SqliteStore
) -> None:
    """A cancel at any await, often during another's wait for the lock: nothing by half, nothing stuck."""
    chance = random.Random(7)  # noqa: S311 - a repeatable choice of instants, not a secret
    names = [f"t{n}" for n in range(200)]
    done: list[bool] = []
    for start in range(0, 200, 2):
        pair = (cancelled_at_random(store, name, chance) for name in names[start : start + 2])
        done += await asyncio.gather(*pair)
    await apply_one(store, "after")
    reported = {name for name, stored in zip(names, done, strict=True) if stored}
    assert 0 < len(reported) < 200  # else the test met only one of the two
    assert_whole(path, {*reported, "after"})
    assert await db.fetch("SELECT 1 FROM trade WHERE id = 'after'")


async def test_what_is_stored_survives_a_reopening(path: Path) -> None:
    """The plainest promise."""
    async with open_database(path) as db:
        await apply_one(SqliteStore(db), "kept")
    async with open_database(path) as db:
        kept: Trade | None = await SqliteStore(db).trade(TradeId("kept"))
    assert kept == a_trade(id=TradeId("kept"))

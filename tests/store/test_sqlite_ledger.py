"""The SQLite ledger keeps the queue's contract, and looks only at what is due."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import aiosqlite
import pytest

from bot.errors import StoreError
from bot.model import DeliveryKey, TradeId
from bot.store import Database, SqliteLedger, SqliteStore, ledger
from tests.builders import NOON, a_key
from tests.contracts.queue_contract import *  # noqa: F403 - collected here, with this back end's fixtures
from tests.contracts.queue_digest_contract import *  # noqa: F403 - collected here, with this back end's fixtures
from tests.contracts.queue_holder_contract import *  # noqa: F403 - collected here, with this back end's fixtures
from tests.contracts.steps import LANE, REF, claim, claim_all, keys, publish

VALUES = {"lane": "discord", "epoch": 1, "now": 0.0, "busy": "[]", "most": 9}


async def plan(db: Database, statement: str) -> list[str]:
    """How SQLite means to find the rows."""
    return [row["detail"] for row in await db.fetch(f"EXPLAIN QUERY PLAN {statement}", VALUES)]


@pytest.mark.parametrize("statement", [ledger._NEXT, ledger._NEXT_DUE])
async def test_what_is_due_comes_from_the_partial_indexes(db: Database, statement: str) -> None:
    """In the order of the index, so that the first row that fits ends the search."""
    steps = await plan(db, statement)
    assert any("delivery_due" in step for step in steps)
    assert any("delivery_first" in step for step in steps)
    assert not any("SCAN d" in step for step in steps)
    assert not any("TEMP B-TREE" in step for step in steps)


async def test_the_version_that_is_surely_shown_only_rises(
    db: Database, store: SqliteStore, queue: SqliteLedger
) -> None:
    """A late answer about an older version does not lower it."""
    epoch = await queue.acquire(LANE)
    for wanted, said in ((5, 5), (6, 4)):
        await publish(store, wanted, a_key())
        await claim(queue, epoch)
        assert await queue.ack(a_key(), epoch, said, REF, NOON)
        assert (await db.fetch("SELECT sent_version FROM delivery"))[0][0] == 5


async def test_a_long_fan_out_stays_quick_to_claim(
    db: Database, store: SqliteStore, queue: SqliteLedger
) -> None:
    """One trade to many channels: each claim steps over what is in flight, not over all of it."""
    many = [key for n in range(3000) for key in keys("t", destination=f"discord:{n}")]
    await publish(store, 1, *many)
    epoch = await queue.acquire(LANE)
    seen = {(await claim(queue, epoch)).key for _ in range(50)}
    assert len(seen) == 50
    assert await queue.next_due(LANE) == NOON
    count = (await db.fetch("SELECT count(*) FROM delivery WHERE state = 'sending'"))[0][0]
    assert count == 50


async def test_claims_of_a_thousand_waiting_rows_end(
    store: SqliteStore, queue: SqliteLedger
) -> None:
    """A channel far behind gives one first post at a time."""
    await publish(store, 1, *keys(*(f"t{n}" for n in range(1000))))
    epoch = await queue.acquire(LANE)
    assert await claim_all(queue, epoch) == keys("t0")


class Counting(Database):
    """Counts its transactions, and fails those that are told to."""

    def __init__(self, db: Database) -> None:
        super().__init__(db._path, db._writer, db._reader)
        self.count = 0
        self.fail: set[int] = set()

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[aiosqlite.Connection]:
        """As ever, or none."""
        self.count += 1
        if self.count in self.fail:
            await asyncio.sleep(0.01)
            raise StoreError("the disk is full")
        async with super().transaction() as db:
            yield db


async def claimed(store: SqliteStore, queue: SqliteLedger, count: int) -> list[DeliveryKey]:
    """So many channels' cards in hand, under epoch 1."""
    many = [key for n in range(count) for key in keys("t", destination=f"discord:{n}")]
    await publish(store, 1, *many)
    rows = await queue.claim(LANE, await queue.acquire(LANE), NOON, most=count)
    return [row.key for row in rows]


async def test_outcomes_that_come_together_share_their_commits(
    db: Database, store: SqliteStore, queue: SqliteLedger
) -> None:
    """Each its own answer: one of them was not in this holder's hands."""
    taken = await claimed(store, queue, 40)
    counting = Counting(db)
    grouped = SqliteLedger(counting)
    foreign = a_key(trade=TradeId("another"))
    kept = await asyncio.gather(*(grouped.ack(key, 1, 1, REF, NOON) for key in [*taken, foreign]))
    assert kept == [True] * 40 + [False]
    assert counting.count == 2
    assert await queue.next_due(LANE) is None


async def test_claims_that_come_together_share_their_commits(
    db: Database, store: SqliteStore, queue: SqliteLedger
) -> None:
    """No row is taken twice, and who holds no lane takes none."""
    many = [key for n in range(12) for key in keys("t", destination=f"discord:{n}")]
    await publish(store, 1, *many)
    epoch = await queue.acquire(LANE)
    counting = Counting(db)
    grouped = SqliteLedger(counting)
    claims = [
        grouped.claim(LANE, given, NOON, most=3) for given in (epoch, epoch - 1, *[epoch] * 4)
    ]
    found = await asyncio.gather(*claims)
    assert [len(rows) for rows in found] == [3, 0, 3, 3, 3, 0]
    assert len({row.key for rows in found for row in rows}) == 12
    assert counting.count == 2


async def test_an_outcome_that_cannot_be_recorded_takes_no_other_with_it(
    db: Database, store: SqliteStore, queue: SqliteLedger
) -> None:
    """Who had the turn is told; the others try again for themselves."""
    taken = await claimed(store, queue, 10)
    failing = Counting(db)
    failing.fail = {1, 2}
    grouped = SqliteLedger(failing)
    done = await asyncio.gather(
        *(grouped.ack(key, 1, 1, REF, NOON) for key in taken), return_exceptions=True
    )
    assert [isinstance(each, StoreError) for each in done] == [True] * 2 + [False] * 8
    assert done[2:] == [True] * 8
    states = [state for _, state, _ in await store.deliveries(TradeId("t"))]
    assert states.count("shown") == 8


async def test_a_cancelled_outcome_takes_no_other_with_it(
    store: SqliteStore, queue: SqliteLedger
) -> None:
    """Whoever stops in the middle of its turn leaves the others theirs."""
    taken = await claimed(store, queue, 10)
    tasks = [asyncio.create_task(queue.ack(key, 1, 1, REF, NOON)) for key in taken]
    await asyncio.sleep(0.0005)
    tasks[0].cancel()
    done = await asyncio.gather(*tasks, return_exceptions=True)
    assert done[1:] == [True] * 9

"""Connections, transactions, and what the operator reads when the disk or another program says no."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from bot.errors import SchemaError, StoreError
from bot.store import Database, SqliteStore, open_database, open_reader
from bot.store.db import journal_mode
from bot.store.failures import translated
from tests.builders import NOON, a_deal, a_report


@pytest.mark.parametrize(
    ("version", "mode"),
    [
        ((3, 40, 1), "truncate"),
        ((3, 44, 5), "truncate"),
        ((3, 44, 6), "wal"),
        ((3, 44, 9), "wal"),
        ((3, 45, 0), "truncate"),
        ((3, 50, 6), "truncate"),
        ((3, 50, 7), "wal"),
        ((3, 51, 0), "truncate"),
        ((3, 51, 2), "truncate"),
        ((3, 51, 3), "wal"),
        ((3, 52, 0), "truncate"),
        ((3, 53, 0), "wal"),
        ((4, 0, 0), "wal"),
    ],
)
def test_wal_only_where_it_is_mended(version: tuple[int, int, int], mode: str) -> None:
    """The versions with the fix, and none between the back-ports."""
    assert journal_mode(version) == mode


async def test_the_writer_is_set_up_for_durability(db: Database) -> None:
    """FULL, foreign keys, and the journal that this SQLite can be trusted with."""
    expected = {
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 5000,
        "journal_mode": journal_mode(sqlite3.sqlite_version_info),
    }
    async with db.transaction() as writer:
        for pragma, value in expected.items():
            rows = list(await writer.execute_fetchall(f"PRAGMA {pragma}"))
            assert rows[0][0] == value


async def test_a_file_left_in_wal_mode_opens(path: Path) -> None:
    """The file may come from a machine with another SQLite, its last commits still in the log."""
    async with open_database(path) as db:
        await SqliteStore(db).apply(a_report(), (a_deal(),), (), (), NOON)
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode = WAL")
    async with open_database(path) as db:
        assert not await SqliteStore(db).unseen([a_report()])


async def test_a_failed_transaction_leaves_the_next_one_clean(db: Database) -> None:
    """Nothing of it is stored, and the writer is free."""

    async def fail() -> None:
        async with db.transaction() as writer:
            await writer.execute("INSERT INTO lane (id) VALUES ('half')")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fail()
    async with db.transaction() as writer:
        await writer.execute("INSERT INTO lane (id) VALUES ('whole')")
    assert [row["id"] for row in await db.fetch("SELECT id FROM lane")] == ["whole"]


async def test_a_read_sees_only_what_is_committed(db: Database) -> None:
    """Also in the middle of a write, and without waiting for it."""
    async with db.transaction() as writer:
        await writer.execute("INSERT INTO lane (id) VALUES ('new')")
        started = time.monotonic()
        assert await db.fetch("SELECT id FROM lane") == []
        assert time.monotonic() - started < 1
    assert len(await db.fetch("SELECT id FROM lane")) == 1


async def test_a_reader_works_beside_the_service_and_cannot_write(path: Path, db: Database) -> None:
    """A short command reads what was committed last; a transaction of its own is refused."""
    async with open_reader(path) as reader:
        await SqliteStore(db).apply(a_report(), (a_deal(),), (), (), NOON)
        assert not await SqliteStore(reader).unseen([a_report()])
        with pytest.raises(StoreError, match="may not be written"):
            await SqliteStore(reader).apply(a_report(id="r2"), (), (), (), NOON)
    assert list(await SqliteStore(db).unseen([a_report(id="r2")])) == [a_report(id="r2")]


async def test_a_locked_file_is_an_error_of_ours_and_then_heals(path: Path, db: Database) -> None:
    """Another program that holds the file too long: one sentence, nothing stored, and on again."""
    store = SqliteStore(db)
    await db._writer.execute("PRAGMA busy_timeout = 50")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="is held by another program"):
            await store.apply(a_report(), (), (), (), NOON)
    assert await store.unseen([a_report()])
    await store.apply(a_report(), (), (), (), NOON)


async def test_a_commit_that_a_reader_blocks_is_undone(path: Path, db: Database) -> None:
    """The failed commit leaves no open transaction behind. In WAL mode a reader blocks nothing."""
    store = SqliteStore(db)
    await db._writer.execute("PRAGMA busy_timeout = 50")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM lane").fetchone()
        try:
            await store.apply(a_report(), (), (), (), NOON)
        except StoreError as error:
            assert "held by another program" in str(error)  # noqa: PT017 - WAL raises nothing
        assert not db._writer.in_transaction
    await store.apply(a_report(), (), (), (), NOON)
    assert not await store.unseen([a_report()])


async def test_a_full_disk_is_an_error_of_ours_and_then_heals(db: Database) -> None:
    """Nothing is stored while it lasts; with room again, the same call succeeds."""
    store = SqliteStore(db)
    pages = next(iter(await db._writer.execute_fetchall("PRAGMA page_count")))[0]
    await db._writer.execute(f"PRAGMA max_page_count = {pages}")
    large = a_report(text="x" * 100_000)
    with pytest.raises(StoreError, match="the disk is full: free some space"):
        await store.apply(large, (), (), (), NOON)
    assert await store.unseen([large])
    await db._writer.execute(f"PRAGMA max_page_count = {pages + 1000}")
    await store.apply(large, (), (), (), NOON)
    assert not await store.unseen([large])


def test_bugs_are_not_wrapped(path: Path) -> None:
    """A wrong statement is ours to mend, not the operator's."""
    with closing(sqlite3.connect(":memory:")) as db:
        for statement in ("SELECT nonsense", "INSERT INTO t VALUES (1), (1)"):
            db.execute("CREATE TABLE IF NOT EXISTS t (x UNIQUE)")
            with pytest.raises(sqlite3.Error), translated(path):
                db.execute(statement)


def test_what_the_operating_system_refuses_is_a_store_error(path: Path) -> None:
    """With its reason."""
    with pytest.raises(StoreError, match="No such file or directory"), translated(path):
        path.stat()


def test_damage_met_while_running_is_a_schema_error(path: Path) -> None:
    """The same sentence as at the start."""
    path.write_bytes(b"no database at all, but long enough to look at" * 99)
    with (
        closing(sqlite3.connect(path)) as db,
        pytest.raises(SchemaError, match="is not a database"),
        translated(path),
    ):
        db.execute("SELECT 1 FROM trade")

"""The open database: one writer, one reader, and how a transaction ends."""

import asyncio
import logging
import sqlite3
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiosqlite

from bot.errors import StoreError
from bot.store.failures import translated
from bot.store.schema import migrations, prepare, uri, verify

log = logging.getLogger(__name__)

_BUSY_TIMEOUT_S = 5.0


class Database:
    """What the store and the ledger are built from.

    The reader is a connection of its own in either journal mode. Where a commit replaces the rollback journal
    (TRUNCATE), a reader's lock makes it wait; but commands in other processes read the file too, so the writer has
    to live with that anyway. What keeps the wait short is that a read is one statement, fetched whole in one step of
    the reader's thread: no lock outlives it, and a reader that waits for a commit holds none.
    """

    def __init__(
        self, path: Path, writer: aiosqlite.Connection, reader: aiosqlite.Connection
    ) -> None:
        self._path = path
        self._writer = writer
        self._reader = reader
        self._write_lock = asyncio.Lock()

    @property
    def path(self) -> Path:
        """The file."""
        return self._path

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[aiosqlite.Connection]:
        """One write transaction, safe under cancellation.

        aiosqlite runs statements in order on one thread, and a cancelled await does not stop the statement. So the
        rollback is always queued, never guarded by a flag: it runs after whatever was in flight, a commit that
        failed included, and is a no-op when there is nothing to undo.

        Raises:
            StoreError: the file is locked or damaged, or the disk is full or failing. Nothing was stored.
        """
        with translated(self._path):
            async with self._write_lock:
                try:
                    await self._writer.execute("BEGIN IMMEDIATE")
                    yield self._writer
                    await self._writer.commit()
                except BaseException:
                    await self._writer.rollback()
                    raise

    async def fetch(self, sql: str, values: Iterable[Any] = ()) -> list[sqlite3.Row]:
        """Every row of one query, as of the last commit.

        Raises:
            StoreError: the file is locked or damaged, or the disk is failing.
        """
        with translated(self._path):
            return list(await self._reader.execute_fetchall(sql, values))


def journal_mode(version: tuple[int, int, int]) -> str:
    """The journal that this version of SQLite can be trusted with.

    Versions without the WAL-reset fix can corrupt a file in WAL mode that has two connections. It is in 3.51.3, and
    was put back into 3.50.7 and 3.44.6; 3.52.0 was withdrawn (https://www.sqlite.org/changes.html).
    """
    is_fixed = (
        version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)
    )
    return "wal" if is_fixed and version != (3, 52, 0) else "truncate"


@asynccontextmanager
async def open_database(path: Path) -> AsyncIterator[Database]:
    """Open the file for the service; create it if it is missing, bring it up to date if it is old.

    Raises:
        SchemaError: it is newer, foreign, empty or damaged. It is left as it was.
        StoreError: it cannot be opened or written.
    """
    scripts = migrations()
    await asyncio.to_thread(prepare, path, scripts)
    mode = journal_mode(sqlite3.sqlite_version_info)
    async with _connection(path) as writer, _connection(path) as reader:
        await _set_up_writer(writer, path, mode)
        await reader.execute("PRAGMA query_only = ON")
        log.info("database opened", extra={"path": str(path), "journal": mode})
        yield Database(path, writer, reader)


@asynccontextmanager
async def open_reader(path: Path) -> AsyncIterator[Database]:
    """Open the file for a short command, beside a running service; its transactions are refused.

    Raises:
        NoDatabaseError: there is no file yet.
        SchemaError: it is newer, older, foreign, empty or damaged.
        StoreError: it cannot be opened.
    """
    await asyncio.to_thread(verify, path, migrations())
    async with _connection(path) as reader:
        await reader.execute("PRAGMA query_only = ON")
        yield Database(path, reader, reader)


@asynccontextmanager
async def open_beside(path: Path) -> AsyncIterator[Database]:
    """Open the file for a short command that writes, beside a running service or without one.

    Raises:
        NoDatabaseError: there is no file yet.
        SchemaError: it is newer, older, foreign, empty or damaged.
        StoreError: it cannot be opened.
    """
    await asyncio.to_thread(verify, path, migrations())
    async with _connection(path) as db:
        await _make_durable(db)
        yield Database(path, db, db)


@asynccontextmanager
async def _connection(path: Path) -> AsyncIterator[aiosqlite.Connection]:
    with translated(path):
        db = await aiosqlite.connect(
            uri(path), uri=True, isolation_level=None, timeout=_BUSY_TIMEOUT_S
        )
    db.row_factory = sqlite3.Row
    try:
        yield db
    finally:
        await db.close()  # an unclosed connection keeps its thread, and the process, alive


async def _make_durable(writer: aiosqlite.Connection) -> None:
    await writer.execute("PRAGMA foreign_keys = ON")
    await writer.execute("PRAGMA synchronous = FULL")  # a forgotten ack is a doubled post


async def _set_up_writer(writer: aiosqlite.Connection, path: Path, mode: str) -> None:
    with translated(path):
        await _make_durable(writer)
        rows = list(await writer.execute_fetchall(f"PRAGMA journal_mode = {mode}"))
    if rows[0][0] != mode:
        raise StoreError(
            f"{path} stays in journal mode {rows[0][0]} instead of {mode}: "
            "stop every other program that has it open"
        )

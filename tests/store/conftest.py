"""A real file for every test: the journal does not exist in memory."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.store import Database, SqliteLedger, SqliteStore, open_database


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the database goes."""
    return tmp_path / "gridwire.db"


@pytest.fixture
async def db(path: Path) -> AsyncIterator[Database]:
    """An open, empty database."""
    async with open_database(path) as opened:
        yield opened


@pytest.fixture
def store(db: Database) -> SqliteStore:
    """The store on it."""
    return SqliteStore(db)


@pytest.fixture
def queue(db: Database) -> SqliteLedger:
    """The ledger on the same file."""
    return SqliteLedger(db)

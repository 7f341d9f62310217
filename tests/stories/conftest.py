"""A newsroom on a fresh database."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.store import SqliteLedger, SqliteStore, open_database
from tests.stories.newsroom import CHANNEL, Newsroom


@pytest.fixture
async def room(tmp_path: Path) -> AsyncIterator[Newsroom]:
    """Nothing is known, and one channel wants everything."""
    async with open_database(tmp_path / "gridwire.db") as database:
        opened = Newsroom(SqliteStore(database), SqliteLedger(database))
        await opened.ledger.sync_destinations([CHANNEL])
        yield opened

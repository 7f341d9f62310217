"""The SQLite errands keep their contract."""

import pytest

from bot.store import Database, SqliteErrands
from tests.contracts.errands_contract import *  # noqa: F403 - collected here, with this back end's fixtures


@pytest.fixture
def errands(db: Database) -> SqliteErrands:
    """On the test's database."""
    return SqliteErrands(db)

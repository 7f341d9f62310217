"""The durable state: reports, trades and the delivery ledger in one SQLite file."""

from bot.store.db import Database, open_beside, open_database, open_reader
from bot.store.errands import SqliteErrands
from bot.store.installations import SqliteInstallations
from bot.store.ledger import SqliteLedger
from bot.store.lock import hold_lock
from bot.store.once import SqliteOnce
from bot.store.seal import Seal
from bot.store.sqlite import SqliteStore
from bot.store.subscriptions import SqliteSubscriptions

__all__ = [
    "Database",
    "Seal",
    "SqliteErrands",
    "SqliteInstallations",
    "SqliteLedger",
    "SqliteOnce",
    "SqliteStore",
    "SqliteSubscriptions",
    "hold_lock",
    "open_beside",
    "open_database",
    "open_reader",
]

"""The demo's statistics: the sample tables in a file of the very form that the loader writes."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import msgspec

from bot import sample
from bot.stats.coaches import staff_rows
from bot.stats.columns import schema
from bot.stats.db import APPLICATION_ID, VERSION


def write(path: Path) -> None:
    """Make the file; there must be none."""
    with closing(sqlite3.connect(path)) as db:
        db.executescript(schema())
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {VERSION}")
        for part in msgspec.json.decode(sample.tables()):
            _insert(db, part["table"], part["columns"], part["rows"])
        columns = ["season", "team", "slot", "name", "known_on", "until"]
        _insert(db, "coach", columns, [list(row) for row in staff_rows()])
        db.commit()


def _insert(db: sqlite3.Connection, table: str, columns: list[str], rows: list[list[Any]]) -> None:
    marks = ", ".join("?" * len(columns))
    db.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)  # noqa: S608 - our own file

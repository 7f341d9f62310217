"""What the database and the file system refuse, as sentences for the operator."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.errors import SchemaError, StoreError

WAY_OUT = "restore a backup (gridwire restore FILE), or move it away to begin with a new baseline"

# https://www.sqlite.org/rescode.html: what an operator can mend. Anything else is a bug, and passes.
_ADVICE = {
    sqlite3.SQLITE_BUSY: "is held by another program: stop that program, then try again",
    sqlite3.SQLITE_FULL: "cannot grow because the disk is full: free some space",
    sqlite3.SQLITE_IOERR: "cannot be read or written by this disk: check the disk and its mount",
    sqlite3.SQLITE_READONLY: "may not be written: give this user the right to write to it",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened: check the path and the rights of this user",
}
_RUINED = {
    sqlite3.SQLITE_CORRUPT: f"is damaged: {WAY_OUT}",
    sqlite3.SQLITE_NOTADB: f"is not a database: {WAY_OUT}",
}


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn what an operator can mend into an error that says how; bugs pass.

    Raises:
        SchemaError: the file is damaged, or no database.
        StoreError: the file is locked, not writable, or the disk is full or failing.
    """
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # the module's own errors have none
        if not code and "decode to UTF-8" in str(error):  # SQLite never wrote such a text
            raise SchemaError(f"{path} {_RUINED[sqlite3.SQLITE_CORRUPT]}") from error
        if code in _RUINED:
            raise SchemaError(f"{path} {_RUINED[code]}") from error
        if code in _ADVICE:
            raise StoreError(f"{path} {_ADVICE[code]}") from error
        raise
    except OSError as error:
        raise StoreError(
            f"{path} cannot be used ({error.strerror}): check the path and the rights of this user"
        ) from error


@contextmanager
def readable(what: str) -> Iterator[None]:
    """Around the reading of what we wrote ourselves, whose form only damage changes.

    Raises:
        SchemaError: it has another form.
    """
    try:
        yield
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError, OSError) as error:
        raise SchemaError(
            f"the database is damaged: {what} in it cannot be read: {WAY_OUT}"
        ) from error

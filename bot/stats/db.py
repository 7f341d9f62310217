"""The statistics file, opened for reading: one connection, used from one thread at a time."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from bot.errors import NoStatsError, StatsError

APPLICATION_ID = 0x47575354  # "GWST"
VERSION = 1  # of schema.sql; a file of another version is built anew by the loader
_BUSY_TIMEOUT_S = 5.0
_WAY_OUT = "run gridwire stats load"


class Stats:
    """Read-only queries on stats.db; the loader may write beside it.

    Raises:
        NoStatsError: there is no file, or one of another version.
        StatsError: the file is damaged, foreign or held.
    """

    def __init__(self, path: Path) -> None:
        if not path.exists():
            raise NoStatsError(f"{path} does not exist: {_WAY_OUT} once to create it")
        self.path = path
        with _translated(path):
            self._db = sqlite3.connect(
                f"{path.absolute().as_uri()}?mode=rw",  # after a crash the first reader rolls back
                uri=True,
                isolation_level=None,
                timeout=_BUSY_TIMEOUT_S,
                check_same_thread=False,
                cached_statements=512,
            )
        self._bare = self._db.cursor()  # whose rows are tuples
        self._db.row_factory = sqlite3.Row
        try:
            self._check()
        except BaseException:
            self.close()
            raise

    def _check(self) -> None:
        with _translated(self.path):
            self._db.execute("PRAGMA query_only = ON")
            self._db.execute("PRAGMA cache_size = -8000")
            owner = self._db.execute("PRAGMA application_id").fetchone()[0]
            found = self._db.execute("PRAGMA user_version").fetchone()[0]
        if not self.path.stat().st_size:  # the first load has only begun
            raise NoStatsError(f"{self.path} is empty: {_WAY_OUT}")
        if owner != APPLICATION_ID:
            raise StatsError(
                f"{self.path} is not a statistics file of Gridwire: move it away and {_WAY_OUT}"
            )
        if found != VERSION:
            raise NoStatsError(
                f"{self.path} is of another version ({found}, not {VERSION}): {_WAY_OUT}"
            )

    def rows(self, sql: str, *values: Any) -> list[sqlite3.Row]:
        """Every row of one query; a `date` is bound as its ISO text."""
        bound = [v.isoformat() if isinstance(v, date) else v for v in values]
        return self._fetched(self._db, sql, bound)

    def tuples(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """The same as tuples and with days as text: what a keyed query of few rows costs is mostly its wrapping."""
        return self._fetched(self._bare, sql, values)

    def _fetched(
        self, source: sqlite3.Connection | sqlite3.Cursor, sql: str, bound: Sequence[Any]
    ) -> list[Any]:
        try:
            return source.execute(sql, bound).fetchall()
        except sqlite3.DatabaseError:
            with _translated(self.path):  # only now: it costs a third of a keyed query
                raise

    def row(self, sql: str, *values: Any) -> sqlite3.Row | None:
        """The first row, or None."""
        return next(iter(self.rows(sql, *values)), None)

    def each(self, sql: str) -> Iterator[sqlite3.Row]:
        """One row after the other of a long result, which is never held whole."""
        with _translated(self.path):
            yield from self._db.execute(sql)

    def close(self) -> None:
        """Give the connection back."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    """What an operator can mend, as a sentence; a wrong statement of ours stays what it is."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) == sqlite3.SQLITE_ERROR:
            raise
        raise StatsError(
            f"{path} cannot be read now ({error}): check the file and its disk"
        ) from error
    except sqlite3.DatabaseError as error:
        raise StatsError(f"{path} is damaged ({error}): move it away and {_WAY_OUT}") from error

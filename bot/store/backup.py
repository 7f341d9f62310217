"""A copy of the database beside a service that runs, and the way back.

Synchronous: it works on files, for a short command.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.errors import NoDatabaseError, SchemaError, UsageError
from bot.store import restored
from bot.store.failures import translated
from bot.store.lock import hold_lock
from bot.store.schema import examine, migrate, migrations, sync_folder, uri

_COUNTED = ("report", "trade", "delivery", "subscription")
_PARTS = ("", "-journal", "-wal", "-shm")
_BUSY_TIMEOUT_S = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A backup that was checked.

    Attributes:
        counts: rows of each of the tables that matter.
    """

    path: Path
    counts: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """A backup that was put in place.

    Attributes:
        known_until: the latest moment that it has stored.
        looked_for: deliveries that may have been sent after it.
        before: where the database that was there is kept; None where there was none.
    """

    known_until: datetime
    counts: dict[str, int]
    looked_for: int
    before: Path | None


def backup(path: Path, target: Path, now: datetime) -> Kept:
    """Copy the database, of one moment, while the service runs; it appears under its name when it is checked.

    Args:
        path: the database.
        target: a new file, or a folder, where the copy is named by the time.
        now: that time.

    Raises:
        NoDatabaseError: there is nothing to copy.
        UsageError: the target exists.
        SchemaError: the copy is damaged, and so is the database; it is not kept.
        StoreError: one of the files cannot be used.
    """
    if not path.exists():
        raise NoDatabaseError(f"{path} does not exist: start the service once to create it")
    if target.is_dir():
        target = target / f"gridwire-{now:%Y%m%dT%H%M%SZ}.db"
    if target.exists():
        raise UsageError(f"{target} exists: name a new file, or a folder.")
    with _draft(target) as draft:
        counts = _copy(path, draft)
        draft.rename(target)
    with translated(target):
        sync_folder(target.absolute().parent)
    return Kept(path=target, counts=counts)


def restore(source: Path, path: Path, now: datetime) -> Restored:
    """Put a backup in the database's place; what was there is kept beside it.

    Raises:
        UsageError: there is no such backup.
        AlreadyRunningError: a service runs on the database.
        SchemaError: the backup is damaged, foreign, or of a newer version. Nothing was changed.
        StoreError: one of the files cannot be used.
    """
    if not source.is_file():
        raise UsageError(f"{source} is not a file: name a backup made by gridwire backup.")
    with hold_lock(path), _draft(path) as draft:
        _copy(source, draft)
        counts, known_until, looked_for = _brought_up(draft, now)
        before = _put_aside(path, now)
        draft.rename(path)
        sync_folder(path.absolute().parent)
    return Restored(known_until=known_until, counts=counts, looked_for=looked_for, before=before)


@contextmanager
def _draft(beside: Path) -> Iterator[Path]:
    """An empty file of our own in the same folder, gone in the end unless it was renamed."""
    draft = beside.with_name(f".{beside.name}.{os.getpid()}.new")
    with translated(beside):
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        yield draft
    finally:
        for part in _PARTS:
            draft.with_name(draft.name + part).unlink(missing_ok=True)


def _copy(source: Path, target: Path) -> dict[str, int]:
    """Copy in one step and look at every page of the copy: a writer waits that long, and never for us."""
    with translated(source), closing(_opened(source)) as original:
        examine(original, source, migrations())
        with translated(target), closing(_opened(target)) as copy:
            original.execute("BEGIN")  # the counts and the copy are of one moment
            expected = _counts(original)
            original.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, whatever the original has
            _refuse_damage(copy, source)
            counts = _counts(copy)
    if counts != expected:
        raise SchemaError(f"the copy of {source} is not the same: check the disk")
    with target.open("rb") as written:
        os.fsync(written.fileno())
    return counts


def _refuse_damage(copy: sqlite3.Connection, source: Path) -> None:
    verdict = str(copy.execute("PRAGMA integrity_check(1)").fetchone()[0])
    if verdict != "ok" or copy.execute("PRAGMA foreign_key_check").fetchone():
        detail = verdict.replace("\n", " ")
        raise SchemaError(f"{source} is damaged ({detail}), so its copy was not kept")


def _brought_up(draft: Path, now: datetime) -> tuple[dict[str, int], datetime, int]:
    with translated(draft), closing(_opened(draft)) as db:
        db.execute("PRAGMA synchronous = FULL")
        migrate(db, migrations())
        [(known_until,)] = db.execute(restored.KNOWN_UNTIL)
        marked = restored.mark(db, now)
        return _counts(db), datetime.fromtimestamp(known_until, now.tzinfo), marked


def _put_aside(path: Path, now: datetime) -> Path | None:
    """Keep what is there. Its journal goes first: it must never meet the file that comes instead."""
    if not path.exists():
        return None
    before = path.with_name(f"{path.name}.before-{now:%Y%m%dT%H%M%SZ}")
    with translated(before):
        os.link(path, before)
        for part in _PARTS[1:]:
            beside = path.with_name(path.name + part)
            if beside.exists():
                beside.rename(before.with_name(before.name + part))
    return before


def _counts(db: sqlite3.Connection) -> dict[str, int]:
    there = {name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    counted = [name for name in _COUNTED if name in there]
    return {
        name: int(db.execute(f"SELECT count(*) FROM {name}").fetchone()[0])  # noqa: S608 - ours
        for name in counted
    }


def _opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(uri(path), uri=True, isolation_level=None, timeout=_BUSY_TIMEOUT_S)

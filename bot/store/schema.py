"""The shape of the database file: whose it is, which version, and how it gets there.

Synchronous on purpose: it runs once, in a thread, before anyone else opens the file.
"""

import importlib.resources
import logging
import os
import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from pathlib import Path

from bot.errors import NoDatabaseError, SchemaError
from bot.store.failures import WAY_OUT, translated

log = logging.getLogger(__name__)

APPLICATION_ID = 0x47574952  # "GWIR": tells our file from another program's
_OURS = "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')"
_LEAST_BYTES = 512  # one page of the smallest size: SQLite would take a shorter file for a new one


def migrations() -> tuple[str, ...]:
    """The SQL scripts that ship with the package, in order: the schema version is how many there are."""
    folder = importlib.resources.files("bot.store") / "migrations"
    scripts = (entry for entry in folder.iterdir() if entry.name.endswith(".sql"))
    return tuple(
        entry.read_text(encoding="utf-8") for entry in sorted(scripts, key=lambda e: e.name)
    )


def uri(path: Path) -> str:
    """How SQLite opens an existing file for reading and writing, and never creates one.

    Not read-only even for readers: after a crash the first to open the file must roll its journal back.
    """
    return f"{path.absolute().as_uri()}?mode=rw"


def prepare(path: Path, scripts: Sequence[str]) -> None:
    """Create the file if it is missing; check it; bring it up to date.

    Raises:
        SchemaError: it is newer, foreign, empty or damaged. Nothing was written.
        StoreError: it cannot be opened or written.
    """
    with translated(path):
        if not path.exists():
            _create(path, scripts)
        with closing(_open(path)) as db:
            examine(db, path, scripts)
            migrate(db, scripts)
            _refuse_another_shape(db, path, scripts)


def verify(path: Path, scripts: Sequence[str]) -> None:
    """Check that the file is ours and up to date, for a reader that may not change it.

    Raises:
        NoDatabaseError: there is no file yet.
        SchemaError: it is newer, older, foreign, empty or damaged.
        StoreError: it cannot be opened.
    """
    if not path.exists():
        raise NoDatabaseError(f"{path} does not exist: start the service once to create it")
    with translated(path), closing(_open(path)) as db:
        _refuse_strangers(db, path, scripts)
        found = _pragma(db, "user_version")
        if found < len(scripts):
            raise SchemaError(
                f"{path} has schema {found} and this version reads {len(scripts)}: "
                "start the service once to bring the file up to date"
            )
        _refuse_another_shape(db, path, scripts)


def migrate(db: sqlite3.Connection, scripts: Sequence[str]) -> None:
    """Run the scripts that the file has not seen, all or none.

    Args:
        db: a connection without an open transaction, `isolation_level=None`.
        scripts: every script since the first.
    """
    if _pragma(db, "user_version") == len(scripts):
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        for script in scripts[_pragma(db, "user_version") :]:
            for statement in _statements(script):
                db.execute(statement)
        db.execute(f"PRAGMA user_version = {len(scripts)}")
        db.commit()
    except BaseException:
        db.rollback()
        raise


def _create(path: Path, scripts: Sequence[str]) -> None:
    """Build the file aside and give it its name when it is whole: a crash leaves none, not half of one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{os.getpid()}.new")
    draft.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(draft, isolation_level=None)) as db:
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            migrate(db, scripts)
        with suppress(FileExistsError):  # another process was first: its file is as good
            os.link(draft, path)
    finally:
        draft.unlink(missing_ok=True)
    sync_folder(path.parent)
    log.info("database created", extra={"path": str(path)})


def sync_folder(folder: Path) -> None:
    """Make a new name in this folder survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _open(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(uri(path), uri=True, isolation_level=None)


def examine(db: sqlite3.Connection, path: Path, scripts: Sequence[str]) -> None:
    """Look whether an open file is ours, whole, and not from a newer version.

    Raises:
        SchemaError: it is not.
    """
    _refuse_strangers(db, path, scripts)
    _refuse_damage(db, path)


def _refuse_strangers(db: sqlite3.Connection, path: Path, scripts: Sequence[str]) -> None:
    # stat(), never open(): closing a second handle would drop the locks that SQLite holds on the file.
    size = path.stat().st_size
    if size < _LEAST_BYTES:
        raise SchemaError(f"{path} has only {size} bytes, so what it knew is lost: {WAY_OUT}")
    if _pragma(db, "application_id") != APPLICATION_ID:
        raise SchemaError(
            f"{path} is another program's database: use another data directory, or move it away"
        )
    found = _pragma(db, "user_version")
    if found > len(scripts):
        raise SchemaError(
            f"{path} has schema {found} and this version knows only {len(scripts)}: "
            "run the newer version, or restore a backup made before the upgrade"
        )


def _refuse_damage(db: sqlite3.Connection, path: Path) -> None:
    try:
        verdict = str(db.execute("PRAGMA quick_check(1)").fetchone()[0])
    except UnicodeDecodeError as error:  # SQLite's own message quotes the damaged bytes
        raise SchemaError(f"{path} is damaged in its schema: {WAY_OUT}") from error
    if verdict != "ok":
        detail = verdict.replace("\n", " ")
        raise SchemaError(f"{path} is damaged ({detail}): {WAY_OUT}")


def _refuse_another_shape(db: sqlite3.Connection, path: Path, scripts: Sequence[str]) -> None:
    """SQLite's own check reads no names: a letter that flipped in one would show at its first use only.

    What others keep beside our tables, as tools for backups do, is no damage.
    """
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as whole:
        migrate(whole, scripts)
        expected = {name: _columns(whole, name) for (name,) in whole.execute(_OURS).fetchall()}
    try:
        found = {name: _columns(db, name) for name in expected}
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode != sqlite3.SQLITE_ERROR:
            raise
        found = {}
    if found != expected:
        raise SchemaError(f"{path} is damaged in its schema: {WAY_OUT}")


def _columns(db: sqlite3.Connection, name: str) -> list[str]:
    """Of a table or view of ours."""
    return [column[0] for column in db.execute(f"SELECT * FROM {name} LIMIT 0").description]  # noqa: S608 - our own names


def _pragma(db: sqlite3.Connection, name: str) -> int:
    return int(db.execute(f"PRAGMA {name}").fetchone()[0])


def _statements(script: str) -> Iterator[str]:
    """Split a script; `executescript` would commit first, and could not be rolled back."""
    statement = ""
    for piece in re.split(r"(?<=;)", script):
        statement += piece
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
    if statement.strip():  # a trailing comment is harmless, half a statement must fail
        yield statement

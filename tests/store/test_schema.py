"""Whose file it is, and how it gets up to date: never by starting over in silence."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from bot.errors import NoDatabaseError, SchemaError, StoreError
from bot.model import Change, ChangeReason, TradeId
from bot.store import SqliteStore, open_database, open_reader, schema
from tests.builders import NOON, a_report, a_trade

NEWEST = len(schema.migrations())


async def fill(path: Path) -> None:
    """A database with something to lose."""
    async with open_database(path) as db:
        for n in range(50):
            trade = a_trade(id=TradeId(f"t{n}"))
            change = Change(reason=ChangeReason.NEW, trade=trade, expected_version=0)
            await SqliteStore(db).apply(a_report(id=trade.id), (), (change,), (), NOON)


def sql(path: Path, *statements: str) -> None:
    """Run statements on the closed file."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for statement in statements:
            db.execute(statement)


def content(path: Path) -> bytes:
    """The whole file."""
    return path.read_bytes()


def overwrite(path: Path, body: bytes) -> None:
    """Make this the whole file."""
    path.write_bytes(body)


def beside(path: Path) -> set[str]:
    """What else is in the folder, but for a journal that has nothing in it."""
    others = [entry for entry in path.parent.iterdir() if entry != path]
    return {
        entry.name
        for entry in others
        if entry.stat().st_size or entry.name != f"{path.name}-journal"
    }


def newer(path: Path) -> None:
    """As a later version would leave it."""
    sql(path, f"PRAGMA user_version = {NEWEST + 1}")


def foreign(path: Path) -> None:
    """Another program's database."""
    path.unlink()
    sql(path, "CREATE TABLE bookmarks (url TEXT)")


def garbage(path: Path) -> None:
    """Something else by mistake."""
    path.write_bytes(b"[bot]\ntimezone = 'America/New_York'\n" * 99)


def empty(path: Path) -> None:
    """What a full disk leaves of a copy."""
    path.write_bytes(b"")


def truncated(path: Path) -> None:
    """A copy that broke off."""
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def headless(path: Path) -> None:
    """A copy that broke off at once."""
    path.write_bytes(path.read_bytes()[:60])


def scribbled(path: Path) -> None:
    """A page in the middle that something else wrote over; the header is fine."""
    page = 4096
    body = path.read_bytes()
    path.write_bytes(body[: 4 * page] + b"\xa5" * 8 * page + body[12 * page :])


RUIN = [
    (newer, rf"has schema {NEWEST + 1} and this version knows only {NEWEST}: run the newer"),
    (foreign, "is another program's database: use another data directory"),
    (garbage, "is not a database: restore a backup"),
    (empty, "has only 0 bytes, so what it knew is lost: restore a backup"),
    (truncated, "is damaged: restore a backup"),
    (headless, "has only 60 bytes, so what it knew is lost: restore a backup"),
    (scribbled, "is damaged.*: restore a backup"),
]


@pytest.mark.parametrize(("ruin", "sentence"), RUIN)
async def test_a_file_that_is_not_ours_to_use_is_refused_and_left_alone(
    path: Path, ruin: Callable[[Path], None], sentence: str
) -> None:
    """Each with its sentence and a way out; not a byte is changed, so that it can still be rescued."""
    await fill(path)
    ruin(path)
    before = content(path)
    with pytest.raises(SchemaError, match=sentence) as refused:
        async with open_database(path):
            pytest.fail("it was opened")
    assert str(refused.value).startswith(str(path))
    assert "\n" not in str(refused.value)
    assert content(path) == before
    assert beside(path) == set()


@pytest.mark.parametrize(("ruin", "sentence"), RUIN[:5])
async def test_a_reader_refuses_the_same_files(
    path: Path, ruin: Callable[[Path], None], sentence: str
) -> None:
    """A short command says the same, without the time for a full check."""
    await fill(path)
    ruin(path)
    with pytest.raises(SchemaError, match=sentence):
        async with open_reader(path):
            pytest.fail("it was opened")


async def test_any_scribble_is_refused_or_harmless(path: Path) -> None:
    """Bytes flipped anywhere: an error of ours or a database that can be read, never another exception."""
    await fill(path)
    whole = content(path)
    for place in range(0, len(whole), len(whole) // 60):
        overwrite(path, whole[:place] + bytes([whole[place] ^ 0xFF]) + whole[place + 1 :])
        try:
            async with open_database(path) as db:
                await db.fetch("SELECT count(*) FROM trade")
        except StoreError:
            continue


async def test_a_reader_does_not_create_the_file(path: Path) -> None:
    """A command before the first start has an error of its own, to be told as "no trades yet"."""
    with pytest.raises(NoDatabaseError, match="start the service once"):
        async with open_reader(path):
            pytest.fail("it was opened")
    assert not list(path.parent.iterdir())


async def test_a_reader_does_not_migrate_the_file(path: Path) -> None:
    """The service does that, with the file to itself."""
    await fill(path)
    sql(path, f"PRAGMA user_version = {NEWEST - 1}")
    before = content(path)
    with pytest.raises(SchemaError, match="start the service once to bring the file up to date"):
        async with open_reader(path):
            pytest.fail("it was opened")
    assert content(path) == before


async def test_a_new_file_is_whole_and_alone(path: Path) -> None:
    """Its folder is made too, and nothing else stays beside it after the close."""
    deep = path.parent / "a %3f#b" / "gridwire.db"
    await fill(deep)
    assert beside(deep) == set()
    with closing(sqlite3.connect(deep)) as db:
        assert db.execute("PRAGMA application_id").fetchone() == (schema.APPLICATION_ID,)
        assert db.execute("PRAGMA user_version").fetchone() == (NEWEST,)


async def test_a_draft_left_by_a_crash_is_no_obstacle(path: Path) -> None:
    """A process killed while it created the file leaves only a name that nobody opens."""
    path.with_name(f"{path.name}.1.new").write_bytes(b"half")
    await fill(path)
    async with open_reader(path) as db:
        assert len(await SqliteStore(db).trades()) == 50


def test_processes_that_create_it_at_once_end_with_one_file(path: Path) -> None:
    """Whoever is first; the others use that one."""
    children = []
    for _ in range(6):
        child = os.fork()
        if child == 0:
            with suppress(BaseException):
                schema.prepare(path, schema.migrations())
                os._exit(0)
            os._exit(1)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * 6
    schema.verify(path, schema.migrations())
    assert beside(path) == set()


async def test_a_folder_that_cannot_be_made_is_an_error_of_ours(path: Path) -> None:
    """A file stands where the data directory should be."""
    overwrite(path, b"in the way")
    with pytest.raises(StoreError, match="check the path"):
        async with open_database(path / "state" / "gridwire.db"):
            pytest.fail("it was opened")


async def test_a_folder_in_the_files_place_is_an_error_of_ours(tmp_path: Path) -> None:
    """It cannot be opened, and nothing crashes."""
    path = tmp_path
    with pytest.raises(StoreError, match="cannot be"):
        async with open_database(path):
            pytest.fail("it was opened")


@pytest.fixture
def memory() -> Iterator[sqlite3.Connection]:
    """A database of the first version, with a row in it."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        schema.migrate(db, ["CREATE TABLE a (x); INSERT INTO a VALUES ('one; two')"])
        yield db


def tables(db: sqlite3.Connection) -> set[str]:
    """What is in the database."""
    return {row[0] for row in db.execute("SELECT name FROM sqlite_schema")}


def version(db: sqlite3.Connection) -> int:
    """The schema version that the file itself states."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


FIRST = "not run again, so it may be anything"


def test_only_new_migrations_run(memory: sqlite3.Connection) -> None:
    """In order, each once."""
    scripts = [FIRST, "CREATE TABLE b (y);", "-- note\nALTER TABLE b ADD COLUMN z; -- end\n"]
    schema.migrate(memory, scripts)
    schema.migrate(memory, scripts)
    assert version(memory) == 3
    assert memory.execute("SELECT x FROM a").fetchall() == [("one; two",)]
    assert memory.execute("SELECT y, z FROM b").fetchall() == []


@pytest.mark.parametrize("wrong", ["CREATE TABLE b (again);", "CREATE TABLE", "nonsense;"])
def test_a_failing_migration_leaves_version_and_tables_as_before(
    memory: sqlite3.Connection, wrong: str
) -> None:
    """All pending ones are one transaction: also the good ones before it are undone."""
    with pytest.raises(sqlite3.OperationalError):
        schema.migrate(memory, [FIRST, "CREATE TABLE b (y);", f"DROP TABLE a; {wrong}"])
    assert (version(memory), tables(memory)) == (1, {"a"})
    assert not memory.in_transaction
    schema.migrate(memory, [FIRST, "CREATE TABLE b (y);"])
    assert (version(memory), tables(memory)) == (2, {"a", "b"})


def test_a_trigger_is_one_statement(memory: sqlite3.Connection) -> None:
    """A semicolon inside a body does not end it."""
    body = "BEGIN INSERT INTO a VALUES (1); INSERT INTO a VALUES (2); END;"
    schema.migrate(memory, [FIRST, f"CREATE TRIGGER t AFTER DELETE ON a {body}"])
    memory.execute("DELETE FROM a")
    assert memory.execute("SELECT count(*) FROM a").fetchone() == (2,)

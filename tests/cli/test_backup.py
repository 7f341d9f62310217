"""`gridwire backup` and `gridwire restore`: real files, beside a real service."""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from bot.store.schema import migrations
from tests.cli.conftest import Cli, process
from tests.cli.test_brakes_live import Desk


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    """What a database has."""
    with closing(sqlite3.connect(path)) as db:
        return db.execute(sql).fetchall()


def kept(cli: Cli, state: Path) -> Path:
    """A backup of it."""
    target = state.parent / "backup.db"
    assert cli("backup", target, "--data-dir", state).code == 0
    return target


def test_a_backup_is_one_checked_file_of_its_users_alone(cli: Cli, state: Path) -> None:
    """With as many rows as the database, and nothing beside it."""
    target = state.parent / "backup.db"
    said = cli("backup", target, "--data-dir", state)
    assert (said.code, said.err) == (0, "")
    assert said.out == f"{target}: checked, 3 trades, 3 reports, 2 deliveries, 0 subscriptions.\n"
    assert target.stat().st_mode & 0o777 == 0o600
    assert rows(target, "PRAGMA integrity_check") == [("ok",)]
    assert rows(target, "SELECT * FROM trade") == rows(state / "gridwire.db", "SELECT * FROM trade")
    assert [path.name for path in state.parent.iterdir() if path != state] == ["backup.db"]


def test_a_backup_into_a_folder_is_named_by_the_time(cli: Cli, state: Path) -> None:
    """As a timer wants it."""
    folder = state.parent / "kept"
    folder.mkdir()
    assert cli("backup", folder, "--data-dir", state).code == 0
    [made] = folder.iterdir()
    assert made.name.startswith("gridwire-20")


def test_nothing_is_overwritten(cli: Cli, state: Path) -> None:
    """Least of all by a slip of the path."""
    target = state.parent / "precious"
    target.write_text("words")
    said = cli("backup", target, "--data-dir", state)
    assert (said.code, target.read_text()) == (2, "words")
    assert said.err == f"gridwire: {target} exists: name a new file, or a folder.\n"


def test_a_damaged_database_gives_no_backup(cli: Cli, state: Path) -> None:
    """A copy of ruins would be found on the day when it is needed."""
    path = state / "gridwire.db"
    body = bytearray(path.read_bytes())
    for at in range(4096 * 8, len(body), 4096):
        body[at : at + 64] = b"\xff" * 64
    path.write_bytes(body)
    said = cli("backup", state.parent / "backup.db", "--data-dir", state)
    assert said.code == 78
    assert "damaged" in said.err
    assert not (state.parent / "backup.db").exists()


def test_a_restore_brings_back_what_was_there_and_keeps_what_it_replaces(
    cli: Cli, state: Path
) -> None:
    """Deliveries in flight are put in doubt, those that stand are not."""
    target, path = kept(cli, state), state / "gridwire.db"
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("DELETE FROM delivery")
    said = cli("restore", target, "--data-dir", state)
    assert (said.code, said.err) == (0, "")
    assert "3 trades, 3 reports, 2 deliveries" in said.out
    assert "2 of its deliveries" in said.out
    assert rows(path, "SELECT doubt, sending_at IS NOT NULL FROM delivery") == [("look", 1)] * 2
    [before] = state.glob("gridwire.db.before-*")
    assert rows(before, "SELECT count(*) FROM delivery") == [(0,)]
    assert rows(path, "PRAGMA user_version") == [(len(migrations()),)]


def test_a_database_that_is_lost_altogether_comes_back(cli: Cli, state: Path) -> None:
    """On a new machine there is nothing yet."""
    target = kept(cli, state)
    other = state.parent / "new" / "state"
    said = cli("restore", target, "--data-dir", other)
    assert said.code == 0
    assert "What was there" not in said.out
    assert cli("trades", "--data-dir", other).code == 0


def test_a_journal_of_the_lost_database_never_meets_the_backup(cli: Cli, state: Path) -> None:
    """SQLite would roll it into the wrong file."""
    target = kept(cli, state)
    for name in ("gridwire.db-journal", "gridwire.db-wal"):
        (state / name).write_bytes(b"of the old one")
    assert cli("restore", target, "--data-dir", state).code == 0
    assert not (state / "gridwire.db-journal").exists()
    assert rows(state / "gridwire.db", "PRAGMA integrity_check") == [("ok",)]
    assert len(list(state.glob("gridwire.db.before-*"))) == 3


@pytest.mark.parametrize(
    ("body", "code"), [(b"", 78), (b"no database" * 100, 78), (None, 2)], ids=["0", "text", "none"]
)
def test_what_is_no_backup_changes_nothing(
    cli: Cli, state: Path, body: bytes | None, code: int
) -> None:
    """Checked before anything is moved."""
    source, before = state.parent / "backup.db", (state / "gridwire.db").read_bytes()
    if body is not None:
        source.write_bytes(body)
    said = cli("restore", source, "--data-dir", state)
    assert (said.code, said.err.count("\n")) == (code, 1)
    assert (state / "gridwire.db").read_bytes() == before
    assert not list(state.glob("*before*"))


def test_the_drill_beside_a_running_service_takes_seconds(tmp_path: Path) -> None:
    """Back up while it runs, be refused while it runs, lose the file, restore, and go on where it was."""
    desk, target = Desk(tmp_path), tmp_path / "backup.db"
    with desk.running():
        desk.publish("Packers trade WR Dale Preston to Jets for 2026 fourth-round pick")
        desk.until(lambda: desk.states("20").endswith("shown"), 30)
        started = time.monotonic()
        assert "1 trade, " in desk.command("backup", str(target))
        refused = process("restore", target, "--data-dir", desk.state)
        assert (refused.returncode, "already runs" in refused.stderr) == (75, True)
    (desk.state / "gridwire.db").write_bytes(b"")
    assert "restored" in desk.command("restore", str(target))
    with desk.running():
        assert desk.states("20").endswith("shown")
        assert time.monotonic() - started < 30

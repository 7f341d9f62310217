"""A process that is killed in the middle of an upgrade leaves the old file or the new one."""

import os
import signal
import sqlite3
from contextlib import closing
from pathlib import Path

from bot.store import schema

SCRIPTS = schema.migrations()


def first_version(path: Path) -> None:
    """A file of the first version, with reports in it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        schema.migrate(db, SCRIPTS[:1])
        report = "INSERT INTO report VALUES ('desk', ?, x'00', 0, 0, 'news', 'T', ?, '', '[]')"
        db.executemany(report, [(f"r{n}", "words" * 50) for n in range(200)])


def upgrade_until(path: Path, statement: int) -> bool:
    """Upgrade in a child that is killed before so many statements; whether it was killed."""
    child = os.fork()
    if child == 0:
        with closing(sqlite3.connect(path, isolation_level=None)) as db:
            db.execute("PRAGMA cache_size = 1")  # so that pages reach the file before the commit
            left = [statement]

            def step(_: str) -> None:
                left[0] -= 1
                if left[0] < 0:
                    os.kill(os.getpid(), signal.SIGKILL)

            db.set_trace_callback(step)
            schema.migrate(db, SCRIPTS)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def version_and_rows(path: Path) -> tuple[int, int]:
    """What the next process finds."""
    with closing(sqlite3.connect(path)) as db:
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        [(version,)] = db.execute("PRAGMA user_version")
        [(rows,)] = db.execute("SELECT count(*) FROM report")
    return version, rows


def test_a_kill_before_any_statement_leaves_the_old_file_whole(tmp_path: Path) -> None:
    """Each statement of all migrations in turn; the next start brings the file up to date."""
    whole = tmp_path / "whole.db"
    first_version(whole)
    kills = 0
    for at in range(1000):
        path = tmp_path / "gridwire.db"
        path.write_bytes(whole.read_bytes())
        if not upgrade_until(path, at):
            break
        kills += 1
        assert version_and_rows(path) == (1, 200)
        schema.prepare(path, SCRIPTS)
        assert version_and_rows(path) == (len(SCRIPTS), 200)
    assert kills > len(SCRIPTS) * 2
    assert version_and_rows(path) == (len(SCRIPTS), 200)

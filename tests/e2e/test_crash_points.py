"""The service ended at its own calls, one after the other: nothing lost, nothing doubled."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from bench.crash_points import walks
from tests.rig import crash

EVERY, MOST = 89, 900  # bench/crash_points.py takes each one
SCRIPT = """
import sqlite3, sys
from pathlib import Path
from tests.rig import crash
folder = Path(sys.argv[1])
crash.arm(4, folder / "crashed")
db = sqlite3.connect(folder / "one.db", isolation_level=None)
db.execute("CREATE TABLE t (n)")
for number in range(1, 4):
    db.execute("INSERT INTO t VALUES (?)", (number,))
"""


@pytest.mark.timeout(240)
def test_no_call_is_a_bad_one_to_die_at() -> None:
    """A part of the points of one script, from its first statement to its last answer."""
    found = walks(EVERY, 2, MOST)
    assert sum(each.points for each in found) >= 8, (
        "the script ended early: the test proves nothing"
    )
    assert [(each.lost, each.doubled, each.sound) for each in found] == [(0, 0, True)] * 2


def test_a_process_ends_itself_at_the_statement_chosen(tmp_path: Path) -> None:
    """What came before is kept, what would have come is not."""
    ended = subprocess.run([sys.executable, "-c", SCRIPT, str(tmp_path)], check=False)  # noqa: S603 - ours
    assert ended.returncode == crash.STATUS
    assert (tmp_path / "crashed").exists()
    with sqlite3.connect(tmp_path / "one.db") as db:
        assert db.execute("SELECT n FROM t").fetchall() == [(1,), (2,)]
    db.close()

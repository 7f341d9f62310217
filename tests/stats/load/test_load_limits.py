"""What a load does not take from anybody: endless memory, a wrong word for a full disk, passwords, the lock of the dead."""

import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import nflreadpy
import pytest
from nflreadpy.downloader import get_downloader

from bot.stats.load import upstream
from bot.stats.load.file import StatsFile, replace
from tests.servers.nflverse_files import RELEASES, Files
from tests.stats.load.league import TRADES
from tests.stats.load.loading import command, load, rows, until

TRADES_PATH = f"{RELEASES}{TRADES}.parquet"


def test_an_endless_file_is_not_read_to_its_end(
    files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It would fill the memory of the machine."""
    monkeypatch.setattr(upstream, "_MOST_BYTES", 1 << 20)
    files.bodies[TRADES_PATH] = bytes(3 << 20)
    source = upstream.Upstream(files.url)
    try:
        with pytest.raises(upstream.DownloadError, match="sends more than 1 MiB"):
            source.fetch(nflreadpy.load_trades)
    finally:
        get_downloader().session.hooks["response"].clear()


def _days(number: int) -> Iterator[tuple[int, int, str, str]]:
    return ((trade, 2023, "2023-09-20", "2023-09-20") for trade in range(number))


def test_a_full_disk_is_called_by_its_name(path: Path) -> None:
    """Not by the rollback that it has done itself."""
    with closing(StatsFile(path)) as file:
        pages = file.db.execute("PRAGMA page_count").fetchone()[0]
        file.db.execute(f"PRAGMA max_page_count = {pages + 9}")
        with pytest.raises(sqlite3.OperationalError, match="full"), file.transaction():
            replace(file.db, "trade", ("trade_id", "season", "day", "known_on"), _days(99_999))


def test_a_password_in_the_mirrors_address_is_not_kept(files: Files, path: Path) -> None:
    """Neither in the file nor in what is told."""
    ran = load(Files(url=files.url.replace("//", "//somebody:word@")), path)

    assert ran.code == 0
    assert rows(path, "SELECT count(*) FROM loaded WHERE origin LIKE '%word%'") == [(0,)]


def test_a_loader_whose_parent_died_ends(files: Files, path: Path) -> None:
    """It would hold the file against the next one."""
    files.gate(TRADES_PATH)
    told = [*command(files, path), "--attached"]
    with subprocess.Popen(told, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:  # noqa: S603
        until(lambda: TRADES_PATH in files.asked)
        assert child.poll() is None
        assert child.stdin is not None
        child.stdin.close()
        assert child.wait(10) == 75

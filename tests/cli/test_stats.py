"""`gridwire stats`: what is asked for is checked before anything is loaded."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.cli.stats import seasons_of
from tests.cli.conftest import Cli
from tests.servers.nflverse_files import Files, serving
from tests.stats.load.league import fill

FEED = """[[feeds]]
name = "saved"
kind = "file"
url = "saved.jsonl"
trust = "official"
"""


@pytest.mark.parametrize("mirror", ["nonsense", "ftp://host", "http://", "http://[::1", ""])
def test_a_mirror_that_is_no_address_is_usage(cli: Cli, tmp_path: Path, mirror: str) -> None:
    """Nothing is tried, and no file is made."""
    said = cli("stats", "load", "--mirror", mirror, "--data-dir", tmp_path / "state")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith(f"gridwire: --mirror {mirror!r} is no address: ")
    assert not (tmp_path / "state").exists()


def test_the_mirror_of_the_configuration_counts_here_too(cli: Cli, tmp_path: Path) -> None:
    """A load by hand and one of the service ask the same host."""
    with serving(Files()) as files:
        fill(files)
        (tmp_path / "c.toml").write_text(f'{FEED}[stats]\nmirror = "{files.url}"\n')
        options = ("-c", tmp_path / "c.toml", "--data-dir", tmp_path, "--seasons", "2023")
        said = cli("stats", "load", *options)
    assert (said.code, said.err) == (0, "")
    assert files.url.removeprefix("http://") in cli("stats", "status", "--data-dir", tmp_path).out


def test_without_seasons_those_of_the_configuration_are_loaded() -> None:
    """From its first to the league year of today."""
    assert seasons_of(None, datetime(2024, 2, 1, tzinfo=UTC), 2021) == [2021, 2022, 2023]


def test_a_file_that_is_still_empty_asks_for_a_load(cli: Cli, tmp_path: Path) -> None:
    """A first load has made it and has not written yet: nobody needs to move it away."""
    (tmp_path / "stats.db").touch()
    said = cli("stats", "status", "--data-dir", tmp_path)
    assert (said.code, said.out) == (1, "")
    assert said.err == f"gridwire: {tmp_path / 'stats.db'} is empty: run gridwire stats load.\n"

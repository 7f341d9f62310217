"""A small league on a server, an empty place for its statistics, and a file that is loaded already."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers.nflverse_files import Files, serving
from tests.stats.load.league import fill
from tests.stats.load.loading import load


@pytest.fixture(scope="module")
def server() -> Iterator[Files]:
    """One server for all, so that a loaded file knows its origin."""
    with serving(Files()) as files:
        yield files


@pytest.fixture(scope="module")
def once(server: Files, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The league, loaded once; tests get copies."""
    fill(server)
    path = tmp_path_factory.mktemp("league") / "stats.db"
    assert load(server, path).code == 0
    return path


@pytest.fixture
def files(server: Files) -> Iterator[Files]:
    """The league as it should be, for a test to change."""
    fill(server)
    yield server
    server.behave()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where there is no file yet."""
    return tmp_path / "stats.db"


@pytest.fixture
def full(once: Path, path: Path) -> Path:
    """The league's file, loaded a moment ago."""
    shutil.copy(once, path)
    return path

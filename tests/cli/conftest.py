"""The command line in this process, and as the process that a shell starts."""

import asyncio
import logging
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.cli import main
from bot.engine.ingest import Ingest
from bot.model import Report, Trust
from bot.store import SqliteLedger, SqliteStore, open_database
from tests.builders import NOON, a_destination, a_report, minutes

HERE = Path(__file__).parent  # a folder without a gridwire.toml of its owner's
BEARS = a_report(
    id="r2",
    title="Bears trade LB Tom Reyes to Lions for 2027 sixth-round pick",
    published_at=minutes(60 * 24 * 3),
    seen_at=minutes(60 * 24 * 3),
)
UNCONFIRMED = a_report(
    id="r3",
    feed="blog",
    trust=Trust.AGGREGATOR,
    title="Jets trade S Omar Tillis to Texans for 2027 fifth-round pick",
    text="Somebody heard it.",
)


@dataclass(frozen=True, kw_only=True)
class Said:
    """What a command came to."""

    code: int
    out: str
    err: str


Cli = Callable[..., Said]


@pytest.fixture(autouse=True)
def _logging_as_before() -> Iterator[None]:
    """Take back what a command did to the root logger."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


@pytest.fixture(autouse=True)
def _umask_as_before() -> Iterator[None]:
    """`run` narrows it for its whole process."""
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cli:
    """Run a command in this process, in a folder of its own."""
    monkeypatch.chdir(tmp_path)

    def run(*argv: object) -> Said:
        try:
            code = main([str(word) for word in argv])
        except SystemExit as leave:  # argparse
            code = int(leave.code or 0)
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return Said(code=code, out=out, err=err)

    return run


def process(*argv: object, **more: Any) -> subprocess.CompletedProcess[str]:
    """Run a command as a shell does, to its end."""
    words = [sys.executable, "-m", "bot", *map(str, argv)]
    kept = {"capture_output": True, "text": True, "timeout": 30, "cwd": HERE}
    return subprocess.run(words, check=False, **{**kept, **more})  # noqa: S603 - our own command


def environment(**changes: str) -> dict[str, str]:
    """The environment with these changes."""
    return {**os.environ, **changes}


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """A data directory in which a service has seen three trades and shown two."""
    folder = tmp_path / "state"
    asyncio.run(fill(folder, [a_report(), BEARS, UNCONFIRMED]))
    return folder


async def fill(folder: Path, reports: list[Report]) -> None:
    """Let a service see these reports."""
    async with open_database(folder / "gridwire.db") as database:
        here = a_destination()
        await SqliteLedger(database).sync_destinations([here])
        ingest = Ingest(SqliteStore(database), [here])
        for report in reports:
            await ingest.report(report, max(report.published_at, NOON))

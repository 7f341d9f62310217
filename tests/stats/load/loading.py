"""The loader as its own process, and what it told."""

import json
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.servers.nflverse_files import Files


@dataclass(frozen=True, slots=True)
class Ran:
    """How a load ended.

    Attributes:
        steps: what it told of each data set, by name; of several seasons the last one told.
    """

    code: int
    steps: dict[str, dict[str, Any]]
    refused: str
    stderr: str

    def state(self, dataset: str) -> str:
        """Of a data set."""
        return str(self.steps[dataset]["state"])

    def said(self, dataset: str) -> str:
        """Of a data set."""
        return str(self.steps[dataset]["text"])


def command(files: Files, path: Path, *seasons: int) -> list[str]:
    """How the loader is started."""
    years = [str(season) for season in seasons or (2023,)]
    return [sys.executable, "-m", "bot.stats.load", str(path), *years, "--mirror", files.url]


def load(files: Files, path: Path, *seasons: int) -> Ran:
    """Load to the end; season 2023 if none is named."""
    done = subprocess.run(  # noqa: S603 - our own process
        command(files, path, *seasons), capture_output=True, text=True, check=False, timeout=50
    )
    events = [json.loads(line) for line in done.stdout.splitlines()]
    steps = {event["dataset"]: event for event in events if event["event"] == "step"}
    refused = next((event["text"] for event in events if event["event"] == "refused"), "")
    return Ran(done.returncode, steps, refused, done.stderr)


def rows(path: Path, sql: str, *values: Any) -> list[tuple[Any, ...]]:
    """What the file answers."""
    with closing(sqlite3.connect(path)) as db:
        return db.execute(sql, values).fetchall()


def a_month_passes(path: Path) -> None:
    """The file as if it had been loaded a month ago: a season long over is asked for again."""
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE loaded SET loaded_at = datetime(loaded_at, '-30 days') || '+00:00'")


def until(true: Callable[[], bool]) -> None:
    """Wait for it, not for long."""
    limit = time.monotonic() + 20
    while not true():
        assert time.monotonic() < limit, "it never came true"
        time.sleep(0.01)

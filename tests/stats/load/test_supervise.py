"""The service starts the loader, hears of every step, and ends it."""

import asyncio
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from bot.stats import supervise
from bot.stats.supervise import StepDone
from tests.servers.nflverse_files import RELEASES, Files
from tests.stats.load.league import TRADES
from tests.stats.load.loading import until

TRADES_PATH = f"{RELEASES}{TRADES}.parquet"


async def test_the_service_is_told_each_step_and_how_it_ended(files: Files, tmp_path: Path) -> None:
    """The events are numbered through."""
    steps: list[StepDone] = []

    outcome = await supervise.load(tmp_path, [2023], files.url, steps.append)

    assert (outcome.code, outcome.problems) == (0, [])
    assert [step.done for step in steps] == list(range(1, steps[0].of + 1))
    found = next(step for step in steps if step.title == "player stats 2023")
    assert (found.state, found.rows) == ("loaded", 5)


async def test_a_load_that_takes_too_long_is_ended(files: Files, tmp_path: Path) -> None:
    """What it had finished stays."""
    files.gate(TRADES_PATH)

    outcome = await supervise.load(
        tmp_path, [2023], files.url, lambda _: None, timedelta(seconds=3)
    )

    assert outcome.code == 75
    assert outcome.problems == [
        "the load did not end within 0:00:03: run it again, it goes on where it was"
    ]


async def test_a_cancelled_load_leaves_no_process_behind(files: Files, tmp_path: Path) -> None:
    """The next one finds the file free."""
    gate = files.gate(TRADES_PATH)
    task = asyncio.create_task(supervise.load(tmp_path, [2023], files.url, lambda _: None))
    await asyncio.to_thread(until, lambda: TRADES_PATH in files.asked)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    gate.set()

    again = await supervise.load(tmp_path, [2023], files.url, lambda _: None)

    assert again.code == 0  # nobody holds the file any more


def test_a_service_never_imports_what_only_the_loader_needs() -> None:
    """Their memory is the reason for the process."""
    heavy = "polars", "pandas", "pyarrow", "pydantic", "nflreadpy"
    code = (
        "import sys, bot.app.service, bot.cli.stats, bot.stats.supervise, bot.stats.status\n"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603

    assert done.stdout == "[]\n"

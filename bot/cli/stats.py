"""`gridwire stats`: load the statistics, and say what is loaded."""

# ruff: noqa: PLC0415 - the application is imported when a command runs

import asyncio
import json
import os
import re
import sys
from argparse import Namespace
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from bot.cards import printable
from bot.cli.place import config_of, data_dir_of
from bot.config import Config, checks
from bot.errors import UsageError

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

    from bot.stats.supervise import OnStep, Outcome, StepDone

OK, NO_RESULT = 0, 1
FIRST = 1999  # nflverse's first season with weekly statistics
_YEARS = re.compile(r"(?P<first>\d{4})(?:-(?P<last>\d{4}))?", re.ASCII)
_LINES = {"loaded": "{} rows", "unchanged": "{} rows, unchanged", "kept": "{} rows, kept: "}


def load(arguments: Namespace) -> int:
    """Load nflverse's tables."""
    config = config_of(arguments)
    seasons = seasons_of(arguments.seasons, datetime.now(UTC), config.stats.from_season)
    mirror = _mirror(arguments.mirror, config)
    folder = data_dir_of(arguments, config)
    os.umask(0o077)
    begun = monotonic()
    outcome = asyncio.run(_load(folder, seasons, mirror))
    for problem in outcome.problems:
        print(f"gridwire: {printable(problem)}.", file=sys.stderr)
    if outcome.code == NO_RESULT:
        print(f"gridwire: nflverse has nothing of {_told(seasons)}.", file=sys.stderr)
    elif outcome.code == OK:
        print(f"{_told(seasons)} loaded in {monotonic() - begun:.0f} s: {folder / 'stats.db'}")
    return outcome.code


async def _load(folder: Path, seasons: list[int], mirror: str | None) -> "Outcome":
    from bot.stats import supervise

    if not sys.stdout.isatty():
        return await supervise.load(folder, seasons, mirror, _print)
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    says = TextColumn("{task.description}")
    with Progress(says, BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()) as bar:
        return await supervise.load(folder, seasons, mirror, _moving(bar, bar.add_task("loading")))


def _moving(bar: "Progress", task: "TaskID") -> "OnStep":
    def show(step: "StepDone") -> None:
        said = f"{step.title}: {step.rows:,} rows" if step.rows else step.title
        bar.update(task, description=printable(said), completed=step.done, total=step.of)
        if step.state == "absent":
            bar.console.print(printable(step.text), markup=False, highlight=False)

    return show


def _print(step: "StepDone") -> None:
    if step.state in _LINES:
        said = f"{step.title}: {_LINES[step.state].format(f'{step.rows:,}')}"
        print(printable(said + (step.text if step.state == "kept" else "")), flush=True)
    if step.text and step.state in {"loaded", "absent"}:
        print(printable(step.text), flush=True)


def _mirror(asked: str | None, config: Config) -> str | None:
    """The one that is asked for, else the configuration's; None: the real hosts.

    Raises:
        UsageError: it is no address.
    """
    if asked is None:
        return config.stats.mirror or None
    if asked and not list(checks.stats({"mirror": asked})):
        return asked
    raise UsageError(
        f"--mirror {asked!r} is no address: write one that begins with https:// or http:// and names a host."
    )


def seasons_of(text: str | None, now: datetime, first: int = FIRST) -> list[int]:
    """The seasons of "2023", "2020-2024" or "2020,2022"; without a text all from the first up to the current league year.

    Raises:
        UsageError: it says none, or one that cannot be there.
    """
    from bot.stats.calendar import season_of

    last = season_of(now.date())
    found: set[int] = set()
    for part in (f"{first}-{last}" if text is None else text).split(","):
        years = _YEARS.fullmatch(part.strip())
        if years is None:
            raise UsageError(
                f"--seasons {text}: write a season as 2023, several as 2020-2024 or 2020,2022."
            )
        begins, ends = years["first"], years["last"] or years["first"]
        found.update(range(int(begins), int(ends) + 1))
    if not found or min(found) < FIRST or max(found) > last:
        raise UsageError(
            f"--seasons {text}: name seasons from {FIRST} to {last}, the earlier first."
        )
    return sorted(found)


def _told(seasons: list[int]) -> str:
    first, last = seasons[0], seasons[-1]
    if len(seasons) == last - first + 1:
        return f"{first}" if first == last else f"{first}-{last}"
    return ", ".join(map(str, seasons))


def status(arguments: Namespace) -> int:
    """Say what is loaded."""
    from bot.errors import NoStatsError
    from bot.stats import status as loaded
    from bot.stats.db import Stats

    now = datetime.now(UTC)
    try:
        with Stats(data_dir_of(arguments, config_of(arguments)) / "stats.db") as stats:
            found = loaded.status(stats)
    except NoStatsError as error:
        print(f"gridwire: {printable(str(error))}.", file=sys.stderr)
        return NO_RESULT
    if arguments.json:
        print(json.dumps([one.as_json(now) for one in found]))
        return OK
    lines = [list(loaded.told(one, now)) for one in found]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        cells = (cell.ljust(width) for cell, width in zip(line, widths, strict=True))
        print(printable("  ".join(cells)).rstrip())
    return OK

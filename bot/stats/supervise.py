"""Starts the loader in a process of its own, relays what it tells, and ends it when nobody waits for it any more.

nflreadpy and polars live and die with that process: nothing of them is imported here.
"""

import asyncio
import json
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

FILE = "stats.db"
_OK, _TRY_LATER = 0, 75
_LINE_LIMIT = 1 << 20
_LAST_WORDS = 2000  # bytes of its standard error that are worth a line in a log


@dataclass(frozen=True, slots=True, kw_only=True)
class StepDone:
    """The loader has finished one data set of one season.

    Attributes:
        done, of: how far the whole load is.
        title: "player stats 2023".
        state: loaded, unchanged, kept (recent enough), absent (nflverse has none) or failed.
        text: a sentence where there is more to say.
    """

    done: int
    of: int
    title: str
    state: str
    rows: int
    text: str


@dataclass(slots=True, kw_only=True)
class Outcome:
    """How a load ended.

    Attributes:
        code: 0 ok, 1 nflverse has nothing of these seasons, 75 try later, 78 needs a person.
        problems: one sentence each.
    """

    code: int = _OK
    problems: list[str] = field(default_factory=list)


OnStep = Callable[[StepDone], None]


async def load(
    data_dir: Path,
    seasons: Sequence[int],
    mirror: str | None,
    on_step: OnStep,
    time_limit: timedelta | None = None,
) -> Outcome:
    """Load these seasons into the data directory's statistics; what is up to date is left alone.

    Cancelling it, or the end of the time limit, ends the loader; what it has finished stays.
    """
    outcome = Outcome()
    limit = time_limit.total_seconds() if time_limit else None
    process = await _start(data_dir / FILE, seasons, mirror)
    try:
        async with asyncio.timeout(limit):
            _, words = await asyncio.gather(_relay(process, on_step, outcome), _last_words(process))
            outcome.code = _meaning(await process.wait(), outcome, words)
    except TimeoutError:
        outcome.code = _TRY_LATER
        outcome.problems.append(
            f"the load did not end within {time_limit}: run it again, it goes on where it was"
        )
    finally:
        await _end(process)
    return outcome


async def _start(file: Path, seasons: Sequence[int], mirror: str | None) -> Process:
    more = [] if mirror is None else ["--mirror", mirror]
    return await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot.stats.load", str(file), *map(str, seasons), "--attached", *more),
        stdin=PIPE,  # nothing is written: its end tells the loader that we died
        stdout=PIPE,
        stderr=PIPE,
        limit=_LINE_LIMIT,
        start_new_session=True,  # Ctrl-C reaches us alone, and we end it
    )


async def _relay(process: Process, on_step: OnStep, outcome: Outcome) -> None:
    done = of = 0
    assert process.stdout is not None  # noqa: S101 - it is a pipe
    async for line in process.stdout:
        event: dict[str, Any] = json.loads(line)
        if event["event"] == "start":
            of = event["steps"]
        elif event["event"] == "step":
            done += 1
            on_step(_step(event, done, of))
        if event["event"] == "refused" or (event.get("state") == "failed" and event["text"]):
            outcome.problems.append(event["text"])


def _step(event: dict[str, Any], done: int, of: int) -> StepDone:
    facts = {name: event[name] for name in ("title", "state", "rows", "text")}
    return StepDone(done=done, of=of, **facts)


async def _last_words(process: Process) -> str:
    assert process.stderr is not None  # noqa: S101 - it is a pipe
    said = b""
    while part := await process.stderr.read(4096):
        said = (said + part)[-_LAST_WORDS:]
    return said.decode("utf-8", "replace").strip()


def _meaning(code: int, outcome: Outcome, words: str) -> int:
    """Its exit code; one that it does not give on purpose means that it died."""
    if code in {_OK, 1, _TRY_LATER, 78} and not (code == 1 and words):
        return code
    last = words.splitlines()[-1] if words else f"signal {-code}" if code < 0 else f"code {code}"
    outcome.problems.append(f"the loader died ({last}): run it again, it goes on where it was")
    return _TRY_LATER


async def _end(process: Process) -> None:
    """Kill what is left of it: every data set is one transaction, so nothing is half written."""
    if process.returncode is None:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
    await asyncio.shield(process.wait())

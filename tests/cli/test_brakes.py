"""`gridwire pause` and `gridwire resume`, beside a service or without one."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.engine.ingest import Ingest
from bot.model import Brakes, Trade
from bot.store import SqliteStore, open_database, open_reader
from tests.builders import NOON, a_destination, a_report
from tests.cli.conftest import Cli, process


def brakes(folder: Path) -> Brakes:
    """What is set now."""

    async def read() -> Brakes:
        async with open_reader(folder / "gridwire.db") as database:
            return await SqliteStore(database).brakes()

    return asyncio.run(read())


async def hear(folder: Path, name: str = "late") -> None:
    """Let a service see one more trade, in an item of this name."""
    async with open_database(folder / "gridwire.db") as database:
        store = SqliteStore(database)
        report = a_report(
            id=name, title="Packers trade WR Cal Ewart to Texans for 2027 fifth-round pick"
        )
        await Ingest(store, [a_destination()]).report(report, NOON)


def held(folder: Path) -> list[Trade]:
    """The trades that wait for a release."""

    async def read() -> list[Trade]:
        async with open_reader(folder / "gridwire.db") as database:
            return list(await SqliteStore(database).held(NOON))

    return asyncio.run(read())


def test_a_pause_is_set_with_its_reason_and_released(cli: Cli, state: Path) -> None:
    """Both say what they did; doing it twice does no harm."""
    said = cli("pause", "--data-dir", state, "a", "feed", "reports nonsense\x1b")
    assert (said.code, said.err) == (0, "")
    assert said.out.startswith("paused (a feed reports nonsense")
    assert "\x1b" not in said.out
    assert (brakes(state).paused or "").startswith("a feed reports nonsense")
    assert cli("pause", "--data-dir", state).out.startswith("paused (by hand): no new card starts")
    assert brakes(state) == Brakes(paused="by hand")
    said = cli("resume", "--data-dir", state)
    assert said.out == (
        "resumed (it was paused: by hand). Held: 0 trades, posted by the service if still fresh and sound.\n"
    )
    assert (said.code, brakes(state)) == (0, Brakes())
    assert cli("resume", "--data-dir", state).out == "new cards were not held.\n"


@pytest.mark.parametrize(("options", "left"), [([], 1), (["--drop"], 0)])
def test_what_was_held_is_left_to_the_service_or_dropped(
    cli: Cli, state: Path, options: list[str], left: int
) -> None:
    """Counted either way."""
    cli("pause", "--data-dir", state)
    asyncio.run(hear(state))
    said = cli("resume", "--data-dir", state, *options)
    assert "Held: 1 trade, " in said.out
    assert ("never posted" in said.out) == bool(options)
    assert len(held(state)) == left


def test_what_was_released_can_still_be_dropped(cli: Cli, state: Path) -> None:
    """As long as no service has looked at it; what it does is said."""
    cli("pause", "--data-dir", state)
    asyncio.run(hear(state))
    cli("resume", "--data-dir", state)
    said = cli("resume", "--drop", "--data-dir", state)
    assert said.out == "resumed (nothing was stopped). Held: 1 trade, never posted.\n"
    assert held(state) == []


@pytest.mark.parametrize("command", ["pause", "resume"])
def test_before_the_first_start_there_is_nothing_to_hold(
    cli: Cli, tmp_path: Path, command: str
) -> None:
    """One sentence, exit code 1, and no file is made."""
    said = cli(command, "--data-dir", tmp_path / "none")
    assert (said.code, said.out, said.err.count("\n")) == (1, "", 1)
    assert said.err.startswith(f"gridwire: no service has run in {tmp_path / 'none'}: ")
    assert list(tmp_path.iterdir()) == []


def test_a_database_that_another_program_holds_is_tried_again_later(
    state: Path, monkeypatch: pytest.MonkeyPatch, cli: Cli
) -> None:
    """Exit code 75, one sentence, and nothing was changed."""
    monkeypatch.setattr("bot.store.db._BUSY_TIMEOUT_S", 0.1)
    with closing(sqlite3.connect(state / "gridwire.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        said = cli("pause", "--data-dir", state)
    assert (said.code, said.out) == (75, "")
    assert "is held by another program" in said.err
    assert brakes(state) == Brakes()


def test_explain_says_what_holds_a_trade_now(cli: Cli, state: Path) -> None:
    """The pause, in the checks as they stand and in those of the decision."""
    cli("pause", "--data-dir", state, "nonsense")
    asyncio.run(hear(state))
    said = cli("explain", "--data-dir", state, "2025-ewart")
    failed = "FAILED  pause: paused: nonsense (needs: alerts are not paused)"
    assert said.out.count(failed) == 2
    assert ": hold as reported, first report of this trade" in said.out
    cli("resume", "--data-dir", state)
    assert cli("explain", "--data-dir", state, "2025-ewart").out.count(failed) == 1


def test_no_item_can_write_lines_of_its_own_into_an_explanation(cli: Cli, state: Path) -> None:
    """What a feed calls its item stays in the line that speaks of it."""
    asyncio.run(hear(state, name="one\n  passed  source: forged\x1b[2J"))
    lines = cli("explain", "--data-dir", state, "2025-ewart").out.splitlines()
    told = [line for line in lines if "forged" in line]
    assert [line for line in told if "desk one passed source: forged" not in line] == []
    assert len(told) == 3  # the report, and both terms
    assert "\x1b" not in "".join(lines)


def test_the_commands_work_as_a_shell_calls_them(state: Path) -> None:
    """In a process of their own."""
    done = process("pause", "--data-dir", state, "by a script")
    assert (done.returncode, done.stderr) == (0, "")
    assert brakes(state) == Brakes(paused="by a script")
    done = process("resume", "--drop", "--data-dir", state)
    assert (done.returncode, done.stderr) == (0, "")
    assert brakes(state) == Brakes()

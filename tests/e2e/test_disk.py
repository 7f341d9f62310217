"""The service while the disk takes nothing, or another program holds the database: told once, and over by itself."""

import os
import resource
import sqlite3
import subprocess
from asyncio.subprocess import Process
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import pytest

from tests.e2e.conftest import World

FROM_GB = (
    "Traded WR Dale Preston to the New York Jets in exchange for a 2026 fourth-round draft pick."
)


@contextmanager
def small_disk(folder: Path) -> Iterator[None]:
    """A disk of 2 MiB at this folder, where this user may mount one."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(folder)]
    if subprocess.run(mount, check=False, capture_output=True).returncode:  # noqa: S603 - our own
        pytest.skip("needs the right to mount a small disk")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)  # noqa: S603, S607 - our own


@contextmanager
def full(folder: Path) -> Iterator[None]:
    """Something else takes all the room that is left."""
    filler = folder / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(4096))
    try:
        yield
    finally:
        filler.unlink()


@contextmanager
def refusing(pid: int) -> Iterator[None]:
    """Every write to a file fails, as on a disk that is broken or was made read-only."""
    _, hard = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (1, hard))
    try:
        yield
    finally:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (hard, hard))


def is_alive(process: Process) -> bool:
    """Whether it has not ended."""
    return process.returncode is None


async def told_once_and_then_shown(world: World, while_it_lasts: str) -> None:
    """After the fault: one line for it, one for its end, and one card in each channel."""
    await world.until(lambda: world.both_show("Dale Preston"), 30)
    await world.until(lambda: world.output.count("feed works again") == 1)
    assert world.output.count("feed fails") == 1
    assert while_it_lasts in world.output
    assert "Traceback" not in world.output
    assert (len(world.on_discord()), len(world.on_slack())) == (1, 1)


async def test_a_disk_that_takes_nothing_is_told_once_and_heals(world: World) -> None:
    """Nothing of the page is stored, so that it is read again; the same process goes on."""
    async with world.running() as process:
        await world.baselines()
        with refusing(process.pid):
            world.feeds.file("GB", FROM_GB)
            await world.until(lambda: "feed fails" in world.output, 30)
            assert is_alive(process)
            assert (world.on_discord(), world.on_slack()) == ([], [])
        await told_once_and_then_shown(world, "cannot be read or written by this disk")
    assert process.returncode == 0
    world.assert_well_behaved()


@pytest.mark.skipif(os.geteuid() != 0, reason="needs the right to mount a small disk")
async def test_a_full_disk_is_told_once_and_heals(world: World) -> None:
    """The same on a disk without room, which says so."""
    state = world.folder / "state"
    with small_disk(state):
        async with world.running() as process:
            await world.baselines()
            with full(state):
                world.feeds.file("GB", FROM_GB)
                await world.until(lambda: "feed fails" in world.output, 30)
                assert is_alive(process)
                assert (world.on_discord(), world.on_slack()) == ([], [])
            await told_once_and_then_shown(world, "the disk is full: free some space")
        assert process.returncode == 0
    world.assert_well_behaved()


@pytest.mark.timeout(120)
async def test_a_database_that_another_program_holds_is_waited_for(world: World) -> None:
    """For longer than a statement waits: nobody reads or writes, each lane says so once, and all goes on."""
    async with world.running() as process:
        await world.baselines()
        with closing(sqlite3.connect(world.folder / "state" / "gridwire.db")) as other:
            other.execute("BEGIN EXCLUSIVE")
            world.feeds.file("GB", FROM_GB)
            await world.until(lambda: world.output.count("lane waits for the database") == 2, 40)
            await world.until(lambda: "held trades not reviewed" in world.output, 40)
            assert is_alive(process)
        await world.until(lambda: world.both_show("Dale Preston"), 60)
    assert process.returncode == 0
    assert world.output.count("lane waits for the database") == 2
    assert world.output.count("held trades not reviewed") == 1
    assert "is held by another program: stop that program" in world.output
    assert "Traceback" not in world.output
    assert (len(world.on_discord()), len(world.on_slack())) == (1, 1)
    world.assert_well_behaved()

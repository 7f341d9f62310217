"""Two services on one database would send everything twice; the second must say who is first."""

import fcntl
import os
import signal
from pathlib import Path

import pytest

from bot.errors import AlreadyRunningError, StoreError
from bot.store import hold_lock


def test_a_second_holder_learns_the_process_of_the_first(path: Path) -> None:
    """One sentence with the process id, and nothing taken away from the first."""
    with hold_lock(path):
        for _ in range(2):
            with (
                pytest.raises(AlreadyRunningError, match=f"process {os.getpid()} already runs"),
                hold_lock(path),
            ):
                pytest.fail("both hold it")


def test_the_lock_is_free_again_after_its_holder(path: Path) -> None:
    """Also when the earlier process id was a longer one."""
    path.with_name(f"{path.name}.lock").write_text("99999999999\n")
    for _ in range(2):
        with hold_lock(path):
            assert path.with_name(f"{path.name}.lock").read_text() == f"{os.getpid()}\n"


def test_a_killed_holder_leaves_no_lock(path: Path) -> None:
    """The system takes the lock back with the process; a left-over file is no obstacle."""
    told, tell = os.pipe()
    child = os.fork()
    if child == 0:
        with hold_lock(path):
            os.write(tell, b"held")
            signal.pause()
        os._exit(0)
    try:
        assert os.read(told, 4) == b"held"
        with pytest.raises(AlreadyRunningError, match=f"process {child} "), hold_lock(path):
            pytest.fail("both hold it")
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(told)
        os.close(tell)
    with hold_lock(path):
        assert path.with_name(f"{path.name}.lock").read_text() == f"{os.getpid()}\n"


def test_a_lock_that_cannot_be_written_is_an_error_of_ours(path: Path) -> None:
    """A file stands where the data directory should be."""
    path.write_text("in the way")
    with pytest.raises(StoreError, match="check the path"), hold_lock(path / "gridwire.db"):
        pytest.fail("it was taken")


def test_locks_of_two_databases_are_two(path: Path) -> None:
    """Several services on one machine, each with its own data directory."""
    with hold_lock(path), hold_lock(path.parent / "other" / "gridwire.db"):
        assert (path.parent / "other" / "gridwire.db.lock").exists()


def test_two_names_of_one_database_are_one_lock(path: Path) -> None:
    """A symbolic link to the database, or to its directory."""
    path.touch()
    link, folder = path.with_name("link.db"), path.parent / "folder"
    link.symlink_to(path)
    folder.symlink_to(path.parent)
    with hold_lock(path):
        for other in (link, folder / path.name, folder / link.name):
            with pytest.raises(AlreadyRunningError, match="already runs"), hold_lock(other):
                pytest.fail("both hold it")


def test_a_lock_that_is_a_link_is_refused(path: Path) -> None:
    """What it points at is not overwritten."""
    victim = path.with_name("victim")
    victim.write_text("precious")
    path.with_name(f"{path.name}.lock").symlink_to(victim)
    with pytest.raises(StoreError, match="check the path"), hold_lock(path):
        pytest.fail("it was taken")
    assert victim.read_text() == "precious"


def test_the_lock_is_its_users_alone(path: Path) -> None:
    """Nobody else may hold it, and so keep the service from starting."""
    with hold_lock(path):
        assert path.with_name(f"{path.name}.lock").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("replaced", [False, True])
@pytest.mark.parametrize("times", [2, 99])
def test_a_lock_file_that_goes_while_it_is_taken_is_not_the_lock(
    path: Path, monkeypatch: pytest.MonkeyPatch, times: int, *, replaced: bool
) -> None:
    """Then it is taken again, and given up if that never ends."""
    beside, flock, calls = path.with_name(f"{path.name}.lock"), fcntl.flock, list[int]()

    def meddled(handle: int, how: int) -> None:
        calls.append(handle)
        if len(calls) <= times:
            beside.unlink()
            if replaced:
                beside.touch()
        flock(handle, how)

    monkeypatch.setattr(fcntl, "flock", meddled)
    if times == 99:
        with pytest.raises(StoreError, match="does not stay in its place"), hold_lock(path):
            pytest.fail("it was taken")
        return
    with hold_lock(path):
        assert beside.read_text() == f"{os.getpid()}\n"
        with beside.open("rb") as other, pytest.raises(BlockingIOError):
            flock(other, fcntl.LOCK_EX | fcntl.LOCK_NB)

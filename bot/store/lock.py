"""One service per database."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.errors import AlreadyRunningError, StoreError
from bot.store.failures import translated

_TRIES = 5


@contextmanager
def hold_lock(path: Path) -> Iterator[None]:
    """Be the only service on this database, as long as the context lasts or the process lives.

    Args:
        path: the database by any of its names; the lock is a file beside the real one, which stays.

    Raises:
        AlreadyRunningError: another process is; the message names its process id.
        StoreError: the lock file cannot be written, or does not stay.
    """
    real = Path(os.path.realpath(path))  # two names of one database have one lock
    beside = real.with_name(f"{real.name}.lock")
    with translated(beside):
        beside.parent.mkdir(parents=True, exist_ok=True)
        handle = _locked(beside, path)
    try:
        with translated(beside):
            os.ftruncate(handle, 0)
            os.pwrite(handle, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        os.close(handle)


def _locked(beside: Path, path: Path) -> int:
    """The open and locked file; one that was removed or replaced before the lock was taken guards nothing."""
    for _ in range(_TRIES):
        handle = os.open(beside, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
        try:
            _take(handle, path)
            if _is_in_place(handle, beside):
                return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)
    raise StoreError(f"{beside} does not stay in its place: stop what removes it, then try again")


def _take(handle: int, path: Path) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        holder = os.pread(handle, 20, 0).decode("ascii", "replace").strip() or "unknown"
        raise AlreadyRunningError(
            f"process {holder} already runs on {path}: stop it, or use another data directory"
        ) from error


def _is_in_place(handle: int, beside: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), beside.lstat())
    except FileNotFoundError:
        return False

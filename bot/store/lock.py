"""One service per database."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.errors import AlreadyRunningError
from bot.store.failures import translated


@contextmanager
def hold_lock(path: Path) -> Iterator[None]:
    """Be the only service on this database, as long as the context lasts or the process lives.

    Args:
        path: the database; the lock is a file beside it, which stays.

    Raises:
        AlreadyRunningError: another process is; the message names its process id.
        StoreError: the lock file cannot be written.
    """
    beside = path.with_name(f"{path.name}.lock")
    with translated(beside):
        beside.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(beside, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        with translated(beside):
            _take(handle, path)
        yield
    finally:
        os.close(handle)


def _take(handle: int, path: Path) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        holder = os.pread(handle, 20, 0).decode("ascii", "replace").strip() or "unknown"
        raise AlreadyRunningError(
            f"process {holder} already runs on {path}: stop it, or use another data directory"
        ) from error
    os.ftruncate(handle, 0)
    os.pwrite(handle, f"{os.getpid()}\n".encode(), 0)

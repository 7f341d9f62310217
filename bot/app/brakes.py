"""`gridwire pause` and `resume`: hold new cards, and let them go, while the service runs or not."""

from datetime import datetime
from pathlib import Path

from bot.model import Brakes
from bot.store import SqliteStore, open_beside

BY_HAND = "by hand"


async def pause(data_dir: Path, reason: str, now: datetime) -> None:
    """Hold every new card from now on.

    Raises:
        NoDatabaseError: no service has run there yet.
        StoreError: the file cannot be used now.
    """
    async with open_beside(data_dir / "gridwire.db") as database:
        await SqliteStore(database).set_brake("pause", reason, now)


async def resume(data_dir: Path, now: datetime, *, drop: bool) -> tuple[Brakes, int]:
    """Release every brake.

    Returns:
        What was set, and how many trades were held.

    Raises:
        NoDatabaseError: no service has run there yet.
        StoreError: the file cannot be used now.
    """
    async with open_beside(data_dir / "gridwire.db") as database:
        store = SqliteStore(database)
        return await store.brakes(), await store.release(now, drop=drop)

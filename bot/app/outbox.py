"""`gridwire outbox`: what waits and what failed; try it again, or give it up."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.app import look
from bot.engine.outcome import TOO_OLD
from bot.errors import UsageError
from bot.store import Database, SqliteStore, open_beside, open_reader
from bot.store.outbox import Item, SqliteOutbox

MOVABLE = ("waiting", "failed")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Which deliveries are meant.

    Attributes:
        trade: the beginning of an id.
        destination: an id ("discord:123") or its channel.
        states: of `Item.state`; none means every one.
    """

    trade: str | None = None
    destination: str | None = None
    states: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """What came of it: those that were moved, and those left alone with the reason."""

    done: list[Item]
    left: list[tuple[Item, str]]


async def listed(data_dir: Path, wish: Wish) -> list[Item]:
    """The deliveries asked for.

    Raises:
        NoDatabaseError: no service has run there yet.
        UsageError: the trade is not known, or not one alone.
    """
    async with open_reader(data_dir / "gridwire.db") as database:
        return await _found(database, wish)


async def retry(data_dir: Path, wish: Wish, now: datetime, *, dry_run: bool) -> Moved:
    """Make what can still be sent due now; a service that runs sends it within seconds.

    Raises:
        NoDatabaseError, StoreError: the file cannot be used.
        UsageError: the trade is not known, or not one alone.
    """
    async with _opened(data_dir, dry_run=dry_run) as database:
        judged = [(item, _never(item, now)) for item in await _found(database, wish)]
        done = [item for item, why in judged if why is None]
        if not dry_run:
            await SqliteOutbox(database).retry(done, now)
    return Moved(done=done, left=[(item, why) for item, why in judged if why is not None])


async def drop(data_dir: Path, wish: Wish, now: datetime, *, dry_run: bool) -> Moved:
    """Give up what is not under way; raises as `retry` does."""
    async with _opened(data_dir, dry_run=dry_run) as database:
        found = await _found(database, wish)
        done = [item for item in found if item.state in MOVABLE]
        if not dry_run:
            await SqliteOutbox(database).drop(done, now)
    left = [(item, _busy(item)) for item in found if item.state not in MOVABLE]
    return Moved(done=done, left=left)


def _never(item: Item, now: datetime) -> str | None:
    """Why it is of no use to try it again; None to do so."""
    if item.state == "sending":
        return _busy(item)
    if not item.subscribed:
        return "its channel has no alerts any more"
    if item.ref is None and now - item.created_at > TOO_OLD:
        return "too old to start a card"
    return None


def _busy(item: Item) -> str:
    return "is on its way" if item.state == "sending" else "was dropped before"


@asynccontextmanager
async def _opened(data_dir: Path, *, dry_run: bool) -> AsyncIterator[Database]:
    way = open_reader if dry_run else open_beside
    async with way(data_dir / "gridwire.db") as database:
        yield database


async def _found(database: Database, wish: Wish) -> list[Item]:
    trade = None
    if wish.trade is not None:
        known = await look.one(SqliteStore(database), wish.trade)
        if known is None:
            raise UsageError(f"no trade {wish.trade!r} is known: gridwire trades lists them.")
        trade = known.id
    found = await SqliteOutbox(database).items(trade, wish.destination)
    return [item for item in found if not wish.states or item.state in wish.states]

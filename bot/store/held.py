"""The brakes in SQLite, and the trades whose new cards they hold."""

from collections.abc import Sequence
from datetime import datetime

import aiosqlite

from bot.errors import ConflictError
from bot.model import Brakes, Decided, DeliveryKey, LaneId, Started, Trade
from bot.ports.store import BrakeName
from bot.store import rows
from bot.store.db import Database
from bot.store.wanted import publish

_MOST_REASON = 200  # characters

_SET = """
INSERT INTO brake (name, since, reason) VALUES (:name, :now, :reason)
ON CONFLICT (name) DO UPDATE
  SET reason = :reason, since = iif(brake.reason IS NULL, :now, since)
"""
# The count of new cards begins anew at a release, so that what a person let go does not trip the breaker again.
_FORGET = """
INSERT INTO brake (name, since) VALUES ('flood', :now)
ON CONFLICT (name) DO UPDATE SET since = :now WHERE brake.reason IS NULL
"""
_RELEASE = "UPDATE brake SET reason = NULL, since = :now WHERE reason IS NOT NULL"
_COUNT_HELD = "SELECT count(*) FROM trade WHERE held_since IS NOT NULL AND NOT quiet"
# A version of its own: whoever decided on the trade before must decide again.
_DROP = """
UPDATE trade SET quiet = 1, held_since = NULL, version = version + 1,
                 body = json_set(body, '$.quiet', json('true'), '$.version', version + 1)
WHERE held_since IS NOT NULL RETURNING seq, version, body
"""
_TELL = """
INSERT INTO trade_version (trade, version, reason, at, body)
VALUES (:seq, :version, 'dropped by hand', :now, :body)
"""
_BURY_UNSENT = """
UPDATE delivery SET state = 'dead', last_error = 'dropped when alerts were resumed'
WHERE kind = 'card' AND message_ref IS NULL AND sending_at IS NULL AND state = 'idle'
  AND EXISTS (SELECT 1 FROM brake WHERE name = 'pause' AND reason IS NOT NULL)
"""
_FIRST_CARDS = """
SELECT DISTINCT t.seq, t.status FROM delivery d JOIN trade t ON t.seq = d.trade
WHERE d.kind = 'card' AND d.created_at > :since AND NOT EXISTS (
  SELECT 1 FROM delivery e WHERE e.trade = d.trade AND e.kind = 'card' AND e.created_at <= :since)
"""
_STARTED = f"""
WITH counted (since) AS (
  SELECT max(:hour, coalesce((SELECT since FROM brake WHERE name = 'flood' AND reason IS NULL), 0)))
SELECT
  (SELECT count(*) FROM ({_FIRST_CARDS.replace(":since", "(SELECT since FROM counted)")})) AS cards,
  (SELECT count(*) FROM ({_FIRST_CARDS.replace(":since", ":hour")}) WHERE status = 'rumour') AS rumours
"""  # noqa: S608 - constants only
_HELD = """
SELECT body FROM trade INDEXED BY trade_held WHERE held_since >= :since AND NOT quiet ORDER BY seq
"""
_MARK = "UPDATE trade SET held_since = coalesce(held_since, :now) WHERE id = :trade"
_LET_GO = """
UPDATE trade SET held_since = NULL
WHERE id = :trade AND version = :version AND NOT quiet RETURNING seq
"""


async def mark(db: aiosqlite.Connection, decided: Sequence[Decided], now: datetime) -> None:
    """Mark the trades that wait for a brake, within the caller's transaction."""
    for one in decided:
        if one.waits:
            await db.execute(_MARK, {"trade": one.trade, "now": now.timestamp()})


class HeldTrades:
    """The part of `Store` that is about brakes."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def brakes(self) -> Brakes:
        """What holds every new card now."""
        found = await self._db.fetch("SELECT name, reason FROM brake")
        reasons = {row["name"]: row["reason"] for row in found}
        return Brakes(paused=reasons.get("pause"), flood=reasons.get("flood"))

    async def set_brake(self, name: BrakeName, reason: str, now: datetime) -> None:
        """Hold every new card; where that brake is set, only its reason changes."""
        told = rows.plain(reason)[:_MOST_REASON]
        async with self._db.transaction() as db:
            await db.execute(_SET, {"name": name, "now": now.timestamp(), "reason": told})

    async def release(self, now: datetime, *, drop: bool = False) -> int:
        """Release every brake; returns how many trades were held."""
        at = {"now": now.timestamp()}
        async with self._db.transaction() as db:
            [(held,)] = list(await db.execute_fetchall(_COUNT_HELD))
            for row in list(await db.execute_fetchall(_DROP)) if drop else ():
                await db.execute(_TELL, {**row, **at})
            if drop:
                await db.execute(_BURY_UNSENT)
            await db.execute(_RELEASE, at)
            await db.execute(_FORGET, at)
        return int(held)

    async def started(self, since: datetime) -> Started:
        """The trades whose first card was wanted after this time and the last release."""
        [row] = await self._db.fetch(_STARTED, {"hour": since.timestamp()})
        return Started(cards=row["cards"], rumours=row["rumours"])

    async def held(self, since: datetime) -> Sequence[Trade]:
        """The trades marked as held after this time and not dropped, in the order of detection."""
        found = await self._db.fetch(_HELD, {"since": since.timestamp()})
        return [rows.trade(row) for row in found]

    async def want(
        self, trade: Trade, wanted: Sequence[tuple[DeliveryKey, LaneId, int]], now: datetime
    ) -> None:
        """Want these deliveries of a held trade, and take its mark away.

        Raises:
            ConflictError: the stored trade has another version, or was dropped. Nothing was stored.
        """
        values = {"trade": trade.id, "version": trade.version}
        async with self._db.transaction() as db:
            if not list(await db.execute_fetchall(_LET_GO, values)):
                raise ConflictError(
                    f"trade {trade.id} is no longer held as version {trade.version}"
                )
            await publish(db, wanted, now)
            if wanted:
                await db.execute(_FORGET, {"now": now.timestamp()})

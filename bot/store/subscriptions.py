"""What the managers of chat servers subscribed, in SQLite."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import aiosqlite
import msgspec

from bot.model import Destination, DestinationId, Failure, Health, TradeId
from bot.store import subscribed
from bot.store.db import Database
from bot.store.failures import readable
from bot.store.rows import moment, names

_SAVE = """
INSERT INTO subscription (destination, platform, server, body, changed_by, changed_at)
VALUES (:destination, :platform, :server, :body, :by, :now)
ON CONFLICT (destination) DO UPDATE SET body = :body, changed_by = :by, changed_at = :now
WHERE server = :server
"""
# What waits for nothing but the end of quiet hours is looked at again: they may have changed.
_LOOK_AGAIN = """
UPDATE delivery INDEXED BY delivery_first SET due = :now
WHERE destination = (SELECT seq FROM destination WHERE id = :destination)
  AND message_ref IS NULL AND state <> 'dead' AND state = 'idle'
  AND sending_at IS NULL AND attempts = 0 AND due > :now
"""
_REMOVE = """
DELETE FROM subscription WHERE destination = :destination AND server = :server RETURNING destination
"""
_FORGET = """
DELETE FROM subscription WHERE platform = :platform AND server = :server RETURNING destination
"""
_SERVERS = """
SELECT server FROM subscription WHERE platform = :platform
UNION SELECT id FROM server WHERE platform = :platform ORDER BY 1
"""
_EVERY = "SELECT body FROM subscription ORDER BY destination"
_SET_ROLE = """
INSERT INTO server (platform, id, manager_role) VALUES (:platform, :server, :role)
ON CONFLICT (platform, id) DO UPDATE SET manager_role = :role
"""
_DROP_ROLE = "DELETE FROM server WHERE platform = :platform AND id = :server"

_HEALTH = """
SELECT p.id, p.paused_until, coalesce(p.pause_reason, '') AS reason,
       sum(d.message_ref IS NOT NULL) AS shown,
       sum(d.state <> 'dead' AND d.sent_version < d.wanted_version) AS waiting,
       sum(d.state = 'dead' AND d.message_ref IS NULL) AS failed
FROM destination p JOIN delivery d ON d.destination = p.seq
WHERE p.id IN (SELECT value FROM json_each(:ids)) GROUP BY p.seq ORDER BY p.id
"""
_FAILURES = """
SELECT t.id AS trade, p.id AS destination, d.state = 'dead' AS dead, d.last_error AS error
FROM delivery d JOIN destination p ON p.seq = d.destination JOIN trade t ON t.seq = d.trade
WHERE p.id IN (SELECT value FROM json_each(:ids)) AND d.last_error IS NOT NULL
ORDER BY t.seq DESC, p.id LIMIT :most
"""
_MOST_FAILURES = 25


class SqliteSubscriptions:
    """`Subscriptions` on the one SQLite file; every method is one transaction."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def every(self) -> Sequence[Destination]:
        """Those of every server."""
        return [_read(row["body"]) for row in await self._db.fetch(_EVERY, {})]

    async def save(self, to: Destination, by: str, now: datetime) -> bool:
        """Keep what a channel asked for, new or changed, and deliver to it."""
        values = {
            "destination": to.id,
            "platform": to.platform,
            "server": to.server,
            "body": _written(to),
            "by": by,
            "now": now.timestamp(),
        }
        async with self._db.transaction() as db:
            cursor = await db.execute(_SAVE, values)
            if cursor.rowcount < 1:  # it is another server's
                return False
            await subscribed.add(db, to)
            await db.execute(_LOOK_AGAIN, values)
        return True

    async def remove(self, server: str, destination: DestinationId) -> bool:
        """Forget what a channel of this server asked for; what is posted there stays as it is."""
        values = {"destination": destination, "server": server}
        async with self._db.transaction() as db:
            return bool(await _dropped(db, _REMOVE, values))

    async def servers(self, platform: str) -> Sequence[str]:
        """The servers of which anything is kept."""
        return [row["server"] for row in await self._db.fetch(_SERVERS, {"platform": platform})]

    async def forget(self, platform: str, server: str) -> Sequence[DestinationId]:
        """Forget a whole server: the bot was removed from it. Whom it trusted is forgotten too."""
        values = {"platform": platform, "server": server}
        async with self._db.transaction() as db:
            await db.execute(_DROP_ROLE, values)
            return await _dropped(db, _FORGET, values)

    async def manager_role(self, platform: str, server: str) -> str | None:
        """The role whose members may manage alerts besides administrators."""
        sql = "SELECT manager_role FROM server WHERE platform = :platform AND id = :server"
        found = await self._db.fetch(sql, {"platform": platform, "server": server})
        return found[0]["manager_role"] if found else None

    async def set_manager_role(self, platform: str, server: str, role: str | None) -> None:
        """Choose that role, or none."""
        values = {"platform": platform, "server": server, "role": role}
        async with self._db.transaction() as db:
            await db.execute(_SET_ROLE if role else _DROP_ROLE, values)

    async def health(self, destinations: Sequence[DestinationId]) -> Sequence[Health]:
        """How deliveries to these go; who never had one is left out."""
        return [
            Health(
                destination=DestinationId(row["id"]),
                refused_until=row["paused_until"] and moment(row["paused_until"]),
                refusal=row["reason"],
                shown=row["shown"],
                waiting=row["waiting"],
                failed=row["failed"],
            )
            for row in await self._db.fetch(_HEALTH, {"ids": names(destinations)})
        ]

    async def failures(self, destinations: Sequence[DestinationId]) -> Sequence[Failure]:
        """The deliveries to these that were given up or fail now, newest first; of very many the latest."""
        values = {"ids": names(destinations), "most": _MOST_FAILURES}
        return [
            Failure(
                trade=TradeId(row["trade"]),
                destination=DestinationId(row["destination"]),
                given_up=bool(row["dead"]),
                error=row["error"],
            )
            for row in await self._db.fetch(_FAILURES, values)
        ]


async def _dropped(
    db: aiosqlite.Connection, statement: str, values: Mapping[str, str]
) -> list[DestinationId]:
    """Delete subscriptions, and deliver to their channels no more."""
    rows = await db.execute_fetchall(statement, values)
    gone = [DestinationId(row["destination"]) for row in rows]
    for destination in gone:
        await subscribed.drop(db, destination)
    return gone


def _written(to: Destination) -> str:
    return msgspec.json.encode(to, enc_hook=str).decode()


@readable("a subscription")
def _read(body: str) -> Destination:
    return msgspec.json.decode(body, type=Destination, dec_hook=_zone)


def _zone(kind: type, value: Any) -> ZoneInfo:
    """The only type in a destination that msgspec leaves to us."""
    if kind is not ZoneInfo:
        raise NotImplementedError(kind)
    return ZoneInfo(value)

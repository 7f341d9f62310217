"""Which destinations the ledger delivers to: rows of others are left, and no longer claimed."""

from collections.abc import Sequence

import aiosqlite

from bot.model import Destination, DestinationId

ADD_LANE = "INSERT INTO lane (id) VALUES (:lane) ON CONFLICT DO NOTHING"
# What was not posted before a destination was left out is old news when it comes back.
_BURY_MISSED = """
UPDATE delivery SET state = 'dead', last_error = 'subscribed again later'
FROM destination p
WHERE p.seq = delivery.destination AND p.id = :id AND NOT p.active
  AND message_ref IS NULL AND state <> 'dead'
"""
_SUBSCRIBE = """
INSERT INTO destination (id, platform, channel, lane) VALUES (:id, :platform, :channel, :lane)
ON CONFLICT (id) DO UPDATE SET platform = :platform, channel = :channel, lane = :lane, active = 1
"""
# A destination whose lane changed takes its rows along, out of the hands of the old lane's holder.
_MOVE = """
UPDATE delivery SET lane = p.lane, state = iif(state = 'sending', 'idle', state)
FROM destination p WHERE p.seq = delivery.destination AND p.lane <> delivery.lane AND p.active
"""


async def sync(db: aiosqlite.Connection, destinations: Sequence[Destination]) -> None:
    """Make these the only ones, within the caller's transaction."""
    values = list(map(_values, destinations))
    await db.executemany(ADD_LANE, values)
    await db.executemany(_BURY_MISSED, values)
    await db.execute("UPDATE destination SET active = 0")
    await db.executemany(_SUBSCRIBE, values)
    await db.execute(_MOVE)


async def add(db: aiosqlite.Connection, to: Destination) -> None:
    """Deliver to this one too, or again, within the caller's transaction."""
    for statement in (ADD_LANE, _BURY_MISSED, _SUBSCRIBE):
        await db.execute(statement, _values(to))


async def drop(db: aiosqlite.Connection, destination: DestinationId) -> None:
    """Deliver to this one no more, within the caller's transaction."""
    await db.execute("UPDATE destination SET active = 0 WHERE id = ?", (destination,))


def _values(to: Destination) -> dict[str, str]:
    return {"id": to.id, "platform": to.platform, "channel": to.channel, "lane": to.lane}

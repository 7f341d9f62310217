"""What the ledger should show: new rows, and newer versions of those that are there."""

from collections.abc import Sequence
from datetime import datetime

import aiosqlite

from bot.model import DeliveryKey, LaneId
from bot.store import restored, subscribed

# `due` is not touched, so that a back-off stays in force. A dead row stays dead, unless its message is still there to
# be made true: a new version is a new chance for the edit.
_PUBLISH = """
INSERT INTO delivery (trade, destination, kind, wanted_version, lane, due, created_at)
SELECT t.seq, p.seq, :kind, :version, :lane, :now, :now
FROM trade t, destination p WHERE t.id = :trade AND p.id = :destination
ON CONFLICT (trade, destination, kind) DO UPDATE
  SET wanted_version = max(wanted_version, excluded.wanted_version)
"""
_REVIVE = """
UPDATE delivery SET state = 'idle', attempts = 0, failing_since = NULL
FROM trade t, destination p
WHERE t.seq = delivery.trade AND p.seq = delivery.destination AND t.id = :trade AND p.id = :destination
  AND delivery.kind = :kind AND state = 'dead' AND message_ref IS NOT NULL AND wanted_version < :version
"""


async def publish(
    db: aiosqlite.Connection, wanted: Sequence[tuple[DeliveryKey, LaneId, int]], now: datetime
) -> None:
    """Want these versions shown, within the caller's transaction; doing it twice changes nothing.

    Lanes and destinations that are not known yet are added: who wants a delivery has a subscription for it.
    """
    if not wanted:
        return
    values = [
        {
            "trade": key.trade,
            "destination": key.destination,
            "kind": key.kind.value,
            "version": version,
            "lane": lane,
            "now": now.timestamp(),
        }
        for key, lane, version in wanted
    ]
    await db.executemany(
        subscribed.ADD_LANE, [{"lane": lane} for lane in {lane for _, lane, _ in wanted}]
    )
    await db.executemany(
        "INSERT INTO destination (id, platform, channel, lane) VALUES (?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING",
        [_address(key, lane) for key, lane, _ in wanted],
    )
    await db.executemany(_REVIVE, values)
    cursor = await db.executemany(_PUBLISH, values)
    if cursor.rowcount != len(values):
        raise ValueError("a delivery is wanted of a trade that is not stored")
    await db.executemany(restored.DOUBT, values)


def _address(key: DeliveryKey, lane: LaneId) -> tuple[str, str, str, str]:
    platform, _, channel = key.destination.partition(":")
    return key.destination, platform, channel, lane

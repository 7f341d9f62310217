"""Several deliveries of one destination in one message, within the ledger's transactions.

Their rows need no state of their own: a first post waits for the earlier ones of its destination, and the
carrier is the earliest. So the others wait while it is under way, get its message with it, and are free
again when it is given up.
"""

import json
from collections.abc import Sequence
from datetime import datetime

from bot.model import DeliveryKey, TradeId
from bot.store import rows
from bot.store.db import Database

_WAITING = """
SELECT t.id, d.created_at FROM destination p
JOIN trade own ON own.id = :trade
JOIN delivery d INDEXED BY delivery_first ON d.destination = p.seq AND d.trade > own.seq
JOIN trade t ON t.seq = d.trade
WHERE p.id = :destination
  AND d.kind = 'card' AND d.message_ref IS NULL
  AND d.state <> 'dead' AND d.state = 'idle' AND d.sending_at IS NULL
  AND NOT EXISTS (
    SELECT 1 FROM digest g JOIN delivery c
      ON c.trade = g.carrier AND c.destination = g.destination AND c.kind = 'card'
    WHERE g.destination = d.destination AND g.trade = d.trade AND g.carrier <> own.seq AND c.state <> 'dead'
      AND c.sending_at IS NOT NULL)
ORDER BY d.trade LIMIT :most
"""
_MOST_WAITING = 100

_FORGET = """
DELETE FROM digest WHERE destination = :destination AND (carrier = :trade OR trade = :trade)
"""
_KEEP = """
INSERT OR REPLACE INTO digest (destination, trade, carrier)
SELECT :destination, t.seq, :trade FROM trade t WHERE t.id IN (SELECT value FROM json_each(:trades))
"""
_GATHERED = """
SELECT t.id FROM digest mine
JOIN digest g ON g.destination = mine.destination AND g.carrier = mine.carrier
JOIN trade t ON t.seq = g.trade
WHERE mine.destination = (SELECT seq FROM destination WHERE id = :destination)
  AND mine.trade = (SELECT seq FROM trade WHERE id = :trade)
ORDER BY g.trade <> g.carrier, g.trade
"""
# A message that was found again carries all of them.
FOUND = """
UPDATE delivery SET message_ref = :ref, due = :due
WHERE destination = :destination AND kind = 'card' AND message_ref IS NULL AND state <> 'dead'
  AND trade IN (SELECT trade FROM digest WHERE destination = :destination AND carrier = :trade)
"""
# What an earlier try of one of them may still change is left to its own turn.
SHOWN = """
UPDATE delivery SET message_ref = :ref, sent_version = max(sent_version, o.version), due = :due
FROM (SELECT t.seq, json_extract(value, '$[1]') AS version
      FROM json_each(:others) JOIN trade t ON t.id = json_extract(value, '$[0]')) o
WHERE delivery.trade = o.seq AND destination = :destination AND kind = 'card' AND state = 'idle'
  AND sending_at IS NULL
"""

GATHER = (_FORGET, _KEEP)


async def waiting(db: Database, key: DeliveryKey) -> list[tuple[TradeId, datetime]]:
    """The trades whose first card waits behind this one and can have left no message."""
    found = await db.fetch(_WAITING, {**_named(key), "most": _MOST_WAITING})
    return [(TradeId(row["id"]), rows.moment(row["created_at"])) for row in found]


async def gathered(db: Database, key: DeliveryKey) -> list[TradeId]:
    """The trades in a row's message, its carrier first."""
    return [TradeId(row["id"]) for row in await db.fetch(_GATHERED, _named(key))]


def as_json(others: Sequence[tuple[TradeId, int]]) -> str:
    """Trades with their versions as one parameter."""
    return json.dumps(list(others))


def _named(key: DeliveryKey) -> dict[str, str]:
    return {"destination": key.destination, "trade": key.trade}

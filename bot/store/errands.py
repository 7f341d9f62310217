"""What cards that stand still owe, in SQLite."""

import json
from collections.abc import Mapping
from datetime import datetime, timedelta
from sqlite3 import Row

from bot.model import CardKind, DeliveryKey, DestinationId, Errand, LaneId, MessageRef, TradeId
from bot.store import rows
from bot.store.db import Database
from bot.store.failures import readable

_LATELY = timedelta(hours=1)

# Within the transaction of the acknowledgement. What was owed once is not owed again with the next edit.
OWE = """
INSERT INTO errand (destination, trade, kind, what, text, since, due)
SELECT d.destination, d.trade, d.kind, o.key, o.value, d.claimed_at, d.claimed_at
FROM delivery d, json_each(:owes) o
WHERE d.trade = :trade AND d.destination = :destination AND d.kind = :kind
ON CONFLICT DO NOTHING
"""
_OWED = """
SELECT e.*, t.id AS trade_id, p.id AS destination_id, d.message_ref,
       (SELECT json_group_array(l.done_at) FROM (
          SELECT done_at FROM errand WHERE destination = e.destination AND what = e.what AND done_at > :lately
          ORDER BY done_at) l) AS lately
FROM errand e
CROSS JOIN destination p ON p.seq = e.destination
JOIN trade t ON t.seq = e.trade
JOIN delivery d ON d.trade = e.trade AND d.destination = e.destination AND d.kind = e.kind
WHERE e.done_at IS NULL AND e.due <= :now AND p.lane = :lane AND p.active AND d.message_ref IS NOT NULL
  AND (p.paused_until IS NULL OR p.paused_until <= :now)
ORDER BY e.due LIMIT 1
"""
_THIS = """
WHERE what = :what AND kind = :kind AND trade = (SELECT seq FROM trade WHERE id = :trade)
  AND destination = (SELECT seq FROM destination WHERE id = :destination)
"""
_DONE = f"UPDATE errand SET done_at = :at {_THIS}"  # noqa: S608 - both are above
_BEGIN = f"UPDATE errand SET due = :at, tries = tries + 1 {_THIS}"  # noqa: S608 - both are above
_LATER = f"UPDATE errand SET due = :at {_THIS}"  # noqa: S608 - both are above
_DROP = f"DELETE FROM errand {_THIS}"  # noqa: S608 - both are above


class SqliteErrands:
    """`Errands` on one SQLite file."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def owed(self, lane: LaneId, now: datetime) -> Errand | None:
        """The one that is due longest."""
        lately = (now - _LATELY).timestamp()
        values = {"lane": lane, "now": now.timestamp(), "lately": lately}
        found = await self._db.fetch(_OWED, values)
        return _errand(found[0]) if found else None

    async def begin(self, errand: Errand, until: datetime) -> None:
        """A try begins."""
        await self._settle(_BEGIN, errand, until)

    async def done(self, errand: Errand, now: datetime) -> None:
        """It need not be done again."""
        await self._settle(_DONE, errand, now)

    async def later(self, errand: Errand, due: datetime) -> None:
        """It failed for now."""
        await self._settle(_LATER, errand, due)

    async def drop(self, errand: Errand) -> None:
        """It cannot be done."""
        await self._settle(_DROP, errand, None)

    async def _settle(self, statement: str, errand: Errand, at: datetime | None) -> None:
        key = errand.key
        values = {"trade": key.trade, "destination": key.destination, "kind": key.kind.value}
        at_s = None if at is None else at.timestamp()
        async with self._db.transaction() as db:
            await db.execute(statement, {**values, "what": errand.what, "at": at_s})


def as_json(owes: Mapping[str, str]) -> str:
    """Errands with their texts as one parameter."""
    return json.dumps({what: rows.plain(text) for what, text in owes.items()})


@readable("an errand")
def _errand(row: Row) -> Errand:
    key = DeliveryKey(
        trade=TradeId(row["trade_id"]),
        destination=DestinationId(row["destination_id"]),
        kind=CardKind(row["kind"]),
    )
    return Errand(
        key=key,
        what=row["what"],
        text=row["text"],
        ref=MessageRef(row["message_ref"]),
        tries=row["tries"],
        since=rows.moment(row["since"]),
        lately=tuple(map(rows.moment, json.loads(row["lately"]))),
    )

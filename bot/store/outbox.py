"""The ledger as its operator sees and moves it, beside a service that runs."""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.model import CardKind, DeliveryKey, DestinationId, MessageRef, TradeId
from bot.store import rows
from bot.store.db import Database
from bot.store.failures import readable

BY_HAND = "dropped by hand"

_OPEN = f"""
SELECT t.id AS trade_id, p.id AS destination_id, d.*, p.paused_until, p.pause_reason, p.active,
       CASE WHEN d.state = 'sending' THEN 'sending'
            WHEN d.state <> 'dead' THEN 'waiting'
            WHEN substr(d.last_error, 1, {len(BY_HAND)}) = '{BY_HAND}' THEN 'dropped'
            ELSE 'failed' END AS words
FROM delivery d JOIN trade t ON t.seq = d.trade JOIN destination p ON p.seq = d.destination
WHERE (d.sent_version < d.wanted_version OR d.state = 'dead')
  AND (:trade IS NULL OR t.id = :trade)
  AND (:destination IS NULL OR p.id = :destination OR p.channel = :destination)
ORDER BY d.trade, p.id, d.kind
"""  # noqa: S608 - a constant only
# What a lane has taken is its own, and what changed since it was looked at is left: each statement names the state.
_WHICH = """
WHERE trade = (SELECT seq FROM trade WHERE id = :trade) AND kind = :kind
  AND destination = (SELECT seq FROM destination WHERE id = :destination)
  AND state = :state AND state <> 'sending' AND (sent_version < wanted_version OR state = 'dead')
"""
# Of what was given up a person has looked whether it stands; what waits is still looked for.
_RETRY = f"""
UPDATE delivery SET state = 'idle', due = :now, attempts = 0, failing_since = NULL,
                    doubt = iif(state = 'dead', NULL, doubt)
{_WHICH}
"""  # noqa: S608 - a constant only
_DROP = f"""
UPDATE delivery SET state = 'dead',
                    last_error = '{BY_HAND}' || coalesce(': ' || nullif(last_error, ''), '')
{_WHICH}
"""  # noqa: S608 - a constant only
# Its reason stays: who manages the channel was told of it, and only a success forgets it.
_UNPAUSE = "UPDATE destination SET paused_until = NULL WHERE id = :destination"


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A delivery that is not shown as it should be.

    Attributes:
        state: "waiting", "sending", "failed" or "dropped".
        wanted, shown: versions; 0 is none.
        due: not before this time.
        unknown_since: the first try whose outcome is unknown.
        error: what went wrong last; empty if nothing did.
        rests_until: the whole destination is left alone until then.
        subscribed: whether anything is delivered there at all.
    """

    key: DeliveryKey
    state: str
    wanted: int
    shown: int
    ref: MessageRef | None
    attempts: int
    due: datetime
    created_at: datetime
    failing_since: datetime | None
    unknown_since: datetime | None
    error: str
    rests_until: datetime | None
    subscribed: bool


class SqliteOutbox:
    """What waits and what failed, in one SQLite file."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def items(
        self, trade: TradeId | None = None, destination: str | None = None
    ) -> list[Item]:
        """In the order of detection.

        Args:
            trade: this one alone.
            destination: an id ("discord:123") or its channel.
        """
        found = await self._db.fetch(_OPEN, {"trade": trade, "destination": destination})
        return [_item(row) for row in found]

    async def retry(self, items: Sequence[Item], now: datetime) -> int:
        """Make these due now, and their destinations too; returns how many still were as they are given."""
        async with self._db.transaction() as db:
            done = [(await db.execute(_RETRY, _values(item, now))).rowcount for item in items]
            await db.executemany(_UNPAUSE, [_values(item, now) for item in items])
        return sum(done)

    async def drop(self, items: Sequence[Item], now: datetime) -> int:
        """Never send these; returns how many still were as they are given."""
        async with self._db.transaction() as db:
            done = [(await db.execute(_DROP, _values(item, now))).rowcount for item in items]
        return sum(done)


def _values(item: Item, now: datetime) -> dict[str, object]:
    state = "idle" if item.state == "waiting" else "dead"
    key = {"trade": item.key.trade, "destination": item.key.destination, "kind": item.key.kind}
    return {**key, "state": state, "now": now.timestamp()}


@readable("a delivery")
def _item(row: sqlite3.Row) -> Item:
    return Item(
        key=DeliveryKey(
            trade=TradeId(row["trade_id"]),
            destination=DestinationId(row["destination_id"]),
            kind=CardKind(row["kind"]),
        ),
        state=row["words"],
        wanted=row["wanted_version"],
        shown=row["sent_version"],
        ref=None if row["message_ref"] is None else MessageRef(row["message_ref"]),
        attempts=row["attempts"],
        due=rows.moment(row["due"]),
        created_at=rows.moment(row["created_at"]),
        failing_since=_moment(row["failing_since"]),
        unknown_since=_moment(row["sending_at"]),
        error=row["last_error"] or "",
        rests_until=_moment(row["paused_until"]),
        subscribed=bool(row["active"]),
    )


def _moment(seconds: float | None) -> datetime | None:
    return None if seconds is None else rows.moment(seconds)

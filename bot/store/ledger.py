"""The delivery ledger in SQLite: which version each destination should show, and which it does show."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

import aiosqlite

from bot.model import Delivery, DeliveryKey, Destination, DestinationId, LaneId, MessageRef, TradeId
from bot.ports.queue import NOTHING
from bot.store import digests, errands, rows, subscribed
from bot.store.db import Database
from bot.store.shared import Shared

# CROSS JOIN fixes the order of the loops: due rows first, in the order of their index, until one fits.
_NEXT = """
SELECT r.trade, r.destination, r.kind, r.wanted_version, r.message_ref, r.attempts + 1 AS attempts,
       r.sending_at, r.created_at, r.edits, r.failing_since, r.doubt, r.sent_version, r.destination_id, t.id AS trade_id
FROM delivery_ready r CROSS JOIN trade t ON t.seq = r.trade
WHERE r.lane = :lane AND r.lane_epoch = :epoch AND r.due <= :now
  AND (r.paused_until IS NULL OR r.paused_until <= :now)
  AND r.destination_id NOT IN (SELECT value FROM json_each(:busy))
ORDER BY r.due, r.trade, r.destination, r.kind LIMIT :most
"""
_TAKE = """
UPDATE delivery SET state = 'sending', epoch = :epoch, claimed_at = :now,
                    sending_at = coalesce(sending_at, :now)
WHERE trade = :trade AND destination = :destination AND kind = :kind
"""

# The first row by its own time comes straight from the index; those that a pause delays are looked up apart, by their
# destination: the plus sign keeps the lane's index out of it.
_NEXT_DUE = """
SELECT min(at) AS at FROM (
  SELECT at FROM (
    SELECT due AS at FROM delivery_ready
    WHERE lane = :lane AND (paused_until IS NULL OR paused_until <= due)
      AND destination_id NOT IN (SELECT value FROM json_each(:busy))
    ORDER BY due LIMIT 1)
  UNION ALL
  SELECT p.paused_until FROM destination p
  WHERE p.paused_until IS NOT NULL AND p.id NOT IN (SELECT value FROM json_each(:busy)) AND EXISTS (
    SELECT 1 FROM delivery_ready r
    WHERE +r.lane = :lane AND r.destination = p.seq AND r.due < p.paused_until))
"""

# A row is in a holder's hands while it is the last that claimed it and nobody took the lane since.
_HELD = """
SELECT d.trade, d.destination, d.kind
FROM delivery d
JOIN lane l ON l.id = d.lane
JOIN trade t ON t.seq = d.trade
JOIN destination p ON p.seq = d.destination
WHERE t.id = :trade AND p.id = :destination AND d.kind = :kind
  AND d.state = 'sending' AND d.epoch = :epoch AND l.epoch = :epoch
"""
_ACK = """
UPDATE delivery SET state = 'idle', sent_version = max(sent_version, :version), message_ref = :ref,
                    edits = edits + (message_ref IS NOT NULL), attempts = 0, sending_at = NULL,
                    due = :due, failing_since = NULL, last_error = NULL
WHERE trade = :trade AND destination = :destination AND kind = :kind
"""
_UNPAUSE = """
UPDATE destination SET paused_until = NULL, pause_reason = NULL
WHERE seq = :destination AND paused_until IS NOT NULL
"""
_ADOPT = """
UPDATE delivery SET state = 'idle', message_ref = :ref, attempts = 0, sending_at = NULL, due = :due,
                    failing_since = NULL
WHERE trade = :trade AND destination = :destination AND kind = :kind
"""
# Only a failure that was recorded counts as an attempt: a process that was killed says nothing of the platform.
_RETRY = """
UPDATE delivery SET state = 'idle', due = :due, last_error = coalesce(:error, last_error),
                    attempts = attempts + (:error IS NOT NULL),
                    failing_since = iif(:error IS NULL, failing_since,
                                        coalesce(failing_since, claimed_at)),
                    sending_at = iif(:nothing_stored, NULL, sending_at)
WHERE trade = :trade AND destination = :destination AND kind = :kind
"""
_RELEASE = """
UPDATE delivery SET state = 'idle', last_error = :error, attempts = attempts + 1,
                    failing_since = coalesce(failing_since, claimed_at),
                    sending_at = iif(:nothing_stored, NULL, sending_at)
WHERE trade = :trade AND destination = :destination AND kind = :kind
"""
_REST = """
UPDATE lane SET rests_until = max(coalesce(rests_until, 0), :due)
WHERE id = (SELECT lane FROM destination WHERE seq = :destination)
"""
_PAUSE = """
UPDATE destination SET paused_until = :until, pause_reason = :error WHERE seq = :destination
"""
_REFUSED = "SELECT 1 FROM destination WHERE id = :destination AND pause_reason IS NOT NULL"
_BURY = """
UPDATE delivery SET state = 'dead', last_error = :error, message_ref = iif(:gone, NULL, message_ref)
WHERE trade = :trade AND destination = :destination AND kind = :kind
"""


class SqliteLedger:
    """`DeliveryQueue` on one SQLite file."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._shared = Shared(db)  # by what lanes do for every message

    async def sync_destinations(self, destinations: Sequence[Destination]) -> None:
        """Make these the subscribed destinations; rows of others are left, and no longer claimed.

        Where one comes back, its cards are kept true, and what was never posted is buried.
        """
        async with self._db.transaction() as db:
            await subscribed.sync(db, destinations)

    async def acquire(self, lane: LaneId) -> int:
        """Become the lane's holder; fences every earlier one. Returns the new epoch."""
        async with self._db.transaction() as db:
            found = await db.execute_fetchall(
                "INSERT INTO lane (id, epoch) VALUES (?, 1)"
                " ON CONFLICT (id) DO UPDATE SET epoch = epoch + 1 RETURNING epoch",
                (lane,),
            )
            return int(next(iter(found))["epoch"])

    async def claim(
        self,
        lane: LaneId,
        epoch: int,
        now: datetime,
        busy: Collection[str] = (),
        *,
        most: int = 1,
    ) -> Sequence[Delivery]:
        """Take the rows that are due longest, at most so many, no two of one destination."""
        values = {
            "lane": lane,
            "epoch": epoch,
            "now": now.timestamp(),
            "busy": rows.names(list(busy)),
            "most": most,
        }
        taken = await self._shared.do(lambda db: _taken(db, values))
        return [rows.delivery(row) for row in taken]

    async def next_due(self, lane: LaneId, busy: Collection[str] = ()) -> datetime | None:
        """When the next row of this lane, but for busy destinations, becomes due, if any waits."""
        values = {"lane": lane, "busy": rows.names(list(busy))}
        at = (await self._db.fetch(_NEXT_DUE, values))[0]["at"]
        return None if at is None else rows.moment(at)

    async def waiting(self, key: DeliveryKey) -> Sequence[tuple[TradeId, datetime]]:
        """The trades whose first card waits behind this one, by detection, with when it was wanted."""
        return await digests.waiting(self._db, key)

    async def gather(self, key: DeliveryKey, epoch: int, trades: Sequence[TradeId]) -> bool:
        """From now on this row's message shows these trades; none: its own alone."""
        return await self._settle(key, epoch, {"trades": rows.names(trades)}, digests.GATHER)

    async def gathered(self, key: DeliveryKey) -> Sequence[TradeId]:
        """The trades that a row's message shows, its carrier first."""
        return await digests.gathered(self._db, key)

    async def ack(
        self,
        key: DeliveryKey,
        epoch: int,
        version: int,
        ref: MessageRef,
        next_edit: datetime,
        *,
        others: Sequence[tuple[TradeId, int]] = (),
        owes: Mapping[str, str] = NOTHING,
    ) -> bool:
        """The destination shows these versions; later ones are an edit, not before `next_edit`."""
        values = {"version": version, "ref": ref, "due": next_edit.timestamp()}
        values |= {"others": digests.as_json(others), "owes": errands.as_json(owes)}
        more = [*((digests.SHOWN,) if others else ()), *((errands.OWE,) if owes else ())]
        return await self._settle(key, epoch, values, (_ACK, _UNPAUSE, *more))

    async def adopt(self, key: DeliveryKey, epoch: int, ref: MessageRef, now: datetime) -> bool:
        """The message exists, its version is unknown: keep the reference and leave an edit due."""
        values = {"ref": ref, "due": now.timestamp()}
        return await self._settle(key, epoch, values, (_ADOPT, digests.FOUND))

    async def retry(
        self,
        key: DeliveryKey,
        epoch: int,
        due: datetime,
        error: str | None,
        *,
        nothing_stored: bool,
        lane_rests: bool = False,
    ) -> bool:
        """Try again at `due`; without an error it was a step of our own, and is not counted."""
        values = {"due": due.timestamp(), "error": None if error is None else rows.plain(error)}
        statements = (_RETRY, _REST) if lane_rests else (_RETRY,)
        return await self._settle(
            key, epoch, {**values, "nothing_stored": nothing_stored}, statements
        )

    async def rests_until(self, lane: LaneId) -> datetime | None:
        """Until when the lane is left alone, as far as a holder ever said so."""
        found = await self._db.fetch("SELECT rests_until AS at FROM lane WHERE id = ?", (lane,))
        return None if not found or found[0]["at"] is None else rows.moment(found[0]["at"])

    async def pause(
        self, key: DeliveryKey, epoch: int, until: datetime, error: str, *, nothing_stored: bool
    ) -> bool:
        """Leave this delivery's destination alone until then; its rows keep waiting."""
        values = {"until": until.timestamp(), "error": rows.plain(error)}
        return await self._settle(
            key, epoch, {**values, "nothing_stored": nothing_stored}, (_RELEASE, _PAUSE)
        )

    async def is_refused(self, destination: DestinationId) -> bool:
        """Whether it was paused since something was last shown there; only success forgets it."""
        return bool(await self._db.fetch(_REFUSED, {"destination": destination}))

    async def bury(self, key: DeliveryKey, epoch: int, error: str, *, gone: bool = False) -> bool:
        """Try no more; a `gone` message is forgotten, so that no later version revives it."""
        values = {"error": rows.plain(error), "gone": gone}
        return await self._settle(key, epoch, values, (_BURY,))

    async def _settle(
        self,
        key: DeliveryKey,
        epoch: int,
        values: Mapping[str, object],
        statements: Sequence[str],
    ) -> bool:
        """Record an outcome, unless the row is no longer in this holder's hands."""
        row = {"trade": key.trade, "destination": key.destination, "kind": key.kind.value}
        values = {**values, **row, "epoch": epoch}
        return await self._shared.do(lambda db: _settled(db, values, statements))


async def _taken(
    db: aiosqlite.Connection, values: Mapping[str, object]
) -> Collection[aiosqlite.Row]:
    first: dict[int, aiosqlite.Row] = {}
    for row in await db.execute_fetchall(_NEXT, values):
        first.setdefault(row["destination"], row)
    await db.executemany(_TAKE, [{**values, **_place(row)} for row in first.values()])
    return first.values()


async def _settled(
    db: aiosqlite.Connection, values: Mapping[str, object], statements: Sequence[str]
) -> bool:
    for row in await db.execute_fetchall(_HELD, values):
        for statement in statements:
            await db.execute(statement, {**values, **_place(row)})
        return True
    return False


def _place(row: aiosqlite.Row) -> dict[str, int | str]:
    """The primary key of a ledger row."""
    return {name: row[name] for name in ("trade", "destination", "kind")}

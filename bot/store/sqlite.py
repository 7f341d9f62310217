"""The store in SQLite: reports, trades, and what the feeds last said."""

import asyncio
from collections.abc import Sequence
from datetime import datetime

import aiosqlite

from bot.errors import ConflictError
from bot.merge import index_keys, query_keys
from bot.model import (
    Change,
    Deal,
    Decided,
    Delivery,
    DeliveryKey,
    LaneId,
    Leg,
    Page,
    Player,
    Rejected,
    Report,
    Trade,
    TradeId,
    Validators,
)
from bot.store import held, rows, trail
from bot.store.wanted import publish

_MOST_CANDIDATES = 50
_MOST_REJECTED = 200  # a feed
_MOST_PROBLEM = 500  # characters
_MOST_VERSIONS = 200  # of a trade: an item that two servers tell in two ways changes at each poll

_UNSEEN = """
SELECT r.id, r.content FROM json_each(:ids) j CROSS JOIN report r
WHERE r.feed = :feed AND r.id = j.value
"""
_CANDIDATES = """
SELECT body FROM trade WHERE seq IN (
  SELECT trade FROM trade_player WHERE name_key IN (SELECT value FROM json_each(:players))
  UNION
  SELECT trade FROM trade_club WHERE club IN (SELECT value FROM json_each(:clubs))
  GROUP BY trade HAVING count(*) >= 2)
ORDER BY traded_on DESC, seq DESC LIMIT :limit
"""
_TRADE = "SELECT body FROM trade WHERE id = :trade"
_VERSION = """
SELECT v.body FROM trade_version v JOIN trade t ON t.seq = v.trade
WHERE t.id = :trade AND v.version = :version
"""
_DELIVERIES = """
SELECT d.*, t.id AS trade_id, p.id AS destination_id,
       CASE WHEN d.state = 'dead' THEN 'dead'
            WHEN d.state = 'sending' THEN 'sending'
            WHEN d.sent_version >= d.wanted_version THEN 'shown'
            ELSE 'waiting' END AS words
FROM trade t JOIN delivery d ON d.trade = t.seq JOIN destination p ON p.seq = d.destination
WHERE t.id = ? ORDER BY p.id, d.kind
"""

# `seen_at` is when we first saw the item, so an edit of it leaves that.
_PUT_REPORT = """
INSERT INTO report (feed, id, content, published_at, seen_at, kind, title, text, url, deals)
VALUES (:feed, :id, :content, :published_at, :seen_at, :kind, :title, :text, :url, :deals)
ON CONFLICT (feed, id) DO UPDATE
  SET content = :content, published_at = :published_at, kind = :kind, title = :title, text = :text,
      url = :url, deals = :deals
"""
# An item that lost its deal by an edit keeps the words we acted on.
_PUT_IDENTITY = """
INSERT INTO report (feed, id, content, published_at, seen_at)
VALUES (:feed, :id, :content, :published_at, :seen_at)
ON CONFLICT (feed, id) DO UPDATE SET content = :content, published_at = :published_at
"""
_ADD_TRADE = """
INSERT INTO trade (id, version, kind, status, traded_on, updated_at, quiet, body)
VALUES (:id, :version, :kind, :status, :traded_on, :updated_at, :quiet, :body)
ON CONFLICT (id) DO NOTHING RETURNING seq
"""
_MOVE_TRADE = """
UPDATE trade SET version = :version, kind = :kind, status = :status, traded_on = :traded_on,
                 updated_at = :updated_at, quiet = :quiet, body = :body
WHERE id = :id AND version = :expected RETURNING seq
"""
_ADD_VERSION = """
INSERT INTO trade_version (trade, version, reason, at, body)
VALUES (:seq, :version, :reason, :at, :body)
"""
_TRIM_VERSIONS = "DELETE FROM trade_version WHERE trade = :seq AND version <= :version - :most"
_PUT_FEED = """
INSERT INTO feed (name, etag, last_modified, baselined_at) VALUES (:name, :etag, :modified, :now)
ON CONFLICT (name) DO UPDATE SET etag = :etag, last_modified = :modified
"""
_PUT_REJECTED = """
INSERT INTO rejected (feed, content, raw, problem, seen_at)
VALUES (:feed, :content, :raw, :problem, :now)
ON CONFLICT (feed, content) DO UPDATE SET problem = :problem, seen_at = :now
"""
_TRIM_REJECTED = """
DELETE FROM rejected WHERE rowid IN (
  SELECT rowid FROM rejected WHERE feed = :feed
  ORDER BY seen_at DESC, rowid DESC LIMIT -1 OFFSET :most)
"""


class SqliteStore(held.HeldTrades, trail.Trail):
    """`Store` on one SQLite file."""

    async def validators(self, feed: str) -> Validators | None:
        """The validators of the feed's last stored page; None before its baseline was taken."""
        found = await self._db.fetch("SELECT etag, last_modified FROM feed WHERE name = ?", (feed,))
        for row in found:
            return Validators(etag=row["etag"], last_modified=row["last_modified"])
        return None

    async def unseen(self, reports: Sequence[Report]) -> Sequence[Report]:
        """Those of these reports (of one feed) whose id and content were not stored before, in order."""
        if not reports:
            return ()
        ids = rows.names([rows.plain(report.id) for report in reports])
        found = await self._db.fetch(_UNSEEN, {"ids": ids, "feed": reports[0].feed})
        known = {row["id"]: row["content"] for row in found}
        return [
            report for report in reports if known.get(rows.plain(report.id)) != rows.content(report)
        ]

    async def candidates(self, deal: Deal) -> Sequence[Trade]:
        """Every stored trade that shares a player with the deal, or two clubs, newest first."""
        keys = {key for player in _players(deal.legs) for key in query_keys(player)}
        values = {
            "players": rows.names(sorted(keys)),
            "clubs": rows.names(deal.clubs),
            "limit": _MOST_CANDIDATES,
        }
        return [rows.trade(row) for row in await self._db.fetch(_CANDIDATES, values)]

    async def apply(
        self,
        report: Report,
        deals: Sequence[Deal],
        changes: Sequence[Change],
        wanted: Sequence[tuple[DeliveryKey, LaneId, int]],
        now: datetime,
        *,
        decided: Sequence[Decided] = (),
    ) -> None:
        """Store one report, its deals, what they change, and the deliveries wanted: all or nothing.

        Raises:
            ConflictError: a trade's stored version is not the change's `expected_version`, or a new
                trade's id is taken. Nothing was stored.
        """
        async with self._db.transaction() as db:
            await db.execute(_PUT_REPORT, rows.report_row(report, deals))
            for change in changes:
                await _put_trade(db, change, now)
            await trail.keep(db, report, decided)
            await held.mark(db, decided, now)
            await publish(db, wanted, now)

    async def finish_poll(
        self,
        feed: str,
        page: Page,
        quiet: Sequence[Report],
        rejected: Sequence[Rejected],
        now: datetime,
    ) -> None:
        """Store the rest of a poll: reports without a deal, items not understood, the validators."""
        if not (page.modified or quiet or rejected):
            return  # most polls: no commit, no write to the disk
        async with self._db.transaction() as db:
            await db.executemany(_PUT_IDENTITY, [rows.identity_row(report) for report in quiet])
            await _put_rejected(db, feed, rejected, now)
            if page.modified:
                await _put_feed(db, feed, page.validators, now)

    async def trade(self, trade: TradeId, version: int | None = None) -> Trade | None:
        """One trade by id, as it stands or as this version had it."""
        if version is None:
            found = await self._db.fetch(_TRADE, {"trade": trade})
        else:
            found = await self._db.fetch(_VERSION, {"trade": trade, "version": version})
        return rows.trade(found[0]) if found else None

    async def trades(self, *, limit: int = 100) -> Sequence[Trade]:
        """The latest trades by day, newest first."""
        found = await self._db.fetch(
            "SELECT body FROM trade ORDER BY traded_on DESC, seq DESC LIMIT ?", (limit,)
        )
        # Thousands take a second to read, which the event loop has not got.
        return await asyncio.to_thread(lambda: [rows.trade(row) for row in found])

    async def history(self, trade: TradeId) -> Sequence[tuple[int, str, datetime]]:
        """The versions of a trade, oldest first: (version, reason in words, when); of very many the latest."""
        found = await self._db.fetch(
            "SELECT v.version, v.reason, v.at FROM trade_version v JOIN trade t ON t.seq = v.trade"
            " WHERE t.id = ? ORDER BY v.version",
            (trade,),
        )
        return [(row["version"], row["reason"], rows.moment(row["at"])) for row in found]

    async def deliveries(self, trade: TradeId) -> Sequence[tuple[Delivery, str, str]]:
        """The ledger rows of a trade: (row, "waiting", "sending", "shown" or "dead", last error)."""
        return [
            (rows.delivery(row), row["words"], row["last_error"] or "")
            for row in await self._db.fetch(_DELIVERIES, (trade,))
        ]


def _players(legs: Sequence[Leg]) -> list[Player]:
    return [leg.asset for leg in legs if isinstance(leg.asset, Player)]


async def _put_trade(db: aiosqlite.Connection, change: Change, now: datetime) -> None:
    trade = change.trade
    values = {**rows.trade_row(trade), "expected": change.expected_version}
    statement = _MOVE_TRADE if change.expected_version else _ADD_TRADE
    found = list(await db.execute_fetchall(statement, values))
    if not found:
        raise ConflictError(
            f"trade {trade.id} was changed by someone else since version {change.expected_version}:"
            " read it again and decide again"
        )
    seq = found[0]["seq"]
    await _put_index(db, seq, trade)
    if change.visible:
        version = {**values, "seq": seq, "reason": change.reason.value, "at": now.timestamp()}
        await db.execute(_ADD_VERSION, version)
        await db.execute(_TRIM_VERSIONS, {**version, "most": _MOST_VERSIONS})


async def _put_index(db: aiosqlite.Connection, seq: int, trade: Trade) -> None:
    """Make the trade found by its players and clubs as they are now."""
    keys = {key for player in _players(trade.legs) for key in index_keys(player)}
    await db.execute("DELETE FROM trade_player WHERE trade = ?", (seq,))
    await db.executemany(
        "INSERT INTO trade_player (name_key, trade) VALUES (?, ?)",
        [(key, seq) for key in sorted(keys)],
    )
    await db.execute("DELETE FROM trade_club WHERE trade = ?", (seq,))
    await db.executemany(
        "INSERT INTO trade_club (club, trade) VALUES (?, ?)",
        [(club, seq) for club in sorted(set(trade.clubs))],
    )


async def _put_feed(
    db: aiosqlite.Connection, feed: str, validators: Validators, now: datetime
) -> None:
    values = {
        "name": feed,
        "etag": rows.plain(validators.etag),
        "modified": rows.plain(validators.last_modified),
        "now": now.timestamp(),
    }
    await db.execute(_PUT_FEED, values)


async def _put_rejected(
    db: aiosqlite.Connection, feed: str, rejected: Sequence[Rejected], now: datetime
) -> None:
    values = [
        {
            "feed": feed,
            "content": rows.digest(item.raw),
            "raw": rows.shortened(item.raw),
            "problem": rows.plain(item.problem)[:_MOST_PROBLEM],
            "now": now.timestamp(),
        }
        for item in rejected
    ]
    await db.executemany(_PUT_REJECTED, values)
    await db.execute(_TRIM_REJECTED, {"feed": feed, "most": _MOST_REJECTED})

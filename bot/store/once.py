"""What counts once, in SQLite."""

from datetime import datetime

from bot.store.db import Database

_DROP = "DELETE FROM once WHERE until <= :now"
_NOTE = "INSERT INTO once (kind, id, until) VALUES (:kind, :id, :until) ON CONFLICT DO NOTHING"
_SPEND = "DELETE FROM once WHERE kind = :kind AND id = :id RETURNING id"


class SqliteOnce:
    """`Once` on the one SQLite file."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def note(self, kind: str, name: str, until: datetime, now: datetime) -> bool:
        """Note it until its time; False: it is noted already."""
        values = {"kind": kind, "id": name, "until": until.timestamp()}
        async with self._db.transaction() as db:
            await db.execute(_DROP, {"now": now.timestamp()})
            cursor = await db.execute(_NOTE, values)
            return cursor.rowcount == 1

    async def spend(self, kind: str, name: str, now: datetime) -> bool:
        """Use up what was noted; False: it is not there, or its time is over."""
        async with self._db.transaction() as db:
            await db.execute(_DROP, {"now": now.timestamp()})
            return bool(list(await db.execute_fetchall(_SPEND, {"kind": kind, "id": name})))

"""What was decided on a report, kept beside it: written with the report, read to explain a trade."""

import json
import sqlite3
from collections.abc import Sequence
from typing import Any

import aiosqlite
import msgspec

from bot.model import Decided, Heard, Report, Trade
from bot.store import rows
from bot.store.db import Database
from bot.store.failures import readable

_MOST_TAKINGS = 5  # of one report: a live page is edited for hours

_DECISIONS = "SELECT decisions FROM report WHERE feed = :feed AND id = :id"
_KEEP = "UPDATE report SET decisions = :decisions WHERE feed = :feed AND id = :id"
_HEARD = """
SELECT r.* FROM json_each(:keys) j
CROSS JOIN report r ON r.feed = json_extract(j.value, '$[0]') AND r.id = json_extract(j.value, '$[1]')
WHERE r.text IS NOT NULL ORDER BY j.key
"""


async def keep(db: aiosqlite.Connection, report: Report, decided: Sequence[Decided]) -> None:
    """Add to what was decided on a stored report, within the caller's transaction; the latest are kept."""
    if not decided:
        return
    key = {"feed": report.feed, "id": rows.plain(report.id)}
    [(earlier,)] = list(await db.execute_fetchall(_DECISIONS, key))
    with readable("a decision"):
        told = [*(json.loads(earlier) if earlier else ()), *map(_as_json, decided)]
        latest = sorted({one["at"] for one in told})[-_MOST_TAKINGS:]
    kept = [one for one in told if one["at"] in latest]
    await db.execute(_KEEP, {**key, "decisions": rows.plain(json.dumps(kept, ensure_ascii=False))})


def _as_json(decided: Decided) -> dict[str, Any]:
    fields: dict[str, Any] = msgspec.to_builtins(decided)
    return {name: value for name, value in fields.items() if name != "waits"}


class Trail:
    """The part of `Store` that explains."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def heard(self, trade: Trade) -> Sequence[Heard]:
        """The reports of the trade's timeline that are stored, in its order, each once."""
        keys = dict.fromkeys((rows.plain(s.feed), rows.plain(s.report)) for s in trade.sightings)
        found = await self._db.fetch(_HEARD, {"keys": json.dumps(list(keys))})
        return [_heard(row) for row in found]


@readable("a report")
def _heard(row: sqlite3.Row) -> Heard:
    decisions = json.loads(row["decisions"] or "[]")
    return Heard(
        feed=row["feed"],
        id=row["id"],
        title=row["title"],
        words=f"{row['title']}\n{row['text']}",
        published_at=rows.moment(row["published_at"]),
        deals=tuple(rows.deal(fields) for fields in json.loads(row["deals"] or "[]")),
        decisions=tuple(msgspec.convert(one, Decided) for one in decisions),
    )

"""How much waits in the ledger and how much failed: counts only, from its partial indexes."""

from dataclasses import dataclass
from datetime import datetime

from bot.store.db import Database

# The indexes know which rows these are; what is shown is never looked at.
_COUNTS = """
SELECT p.platform, 'waiting' AS state, count(*) AS number, min(d.due) AS due
FROM delivery d INDEXED BY delivery_open JOIN destination p ON p.seq = d.destination
WHERE d.sent_version < d.wanted_version AND d.state <> 'dead' AND p.active GROUP BY 1
UNION ALL
SELECT p.platform, 'failed', count(*), NULL
FROM delivery d INDEXED BY delivery_dead JOIN destination p ON p.seq = d.destination
WHERE d.state = 'dead' GROUP BY 1
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Depth:
    """Of one moment.

    Attributes:
        rows: by platform and "waiting" or "failed".
        overdue_s: for how long the oldest row waits that is due; 0 if none is.
    """

    rows: dict[tuple[str, str], int]
    overdue_s: float


async def depth(database: Database, now: datetime) -> Depth:
    """Count.

    Raises:
        StoreError: the file cannot be read.
    """
    found = await database.fetch(_COUNTS)
    rows = {(row["platform"], row["state"]): int(row["number"]) for row in found}
    due = [row["due"] for row in found if row["due"] is not None]
    return Depth(rows=rows, overdue_s=max(now.timestamp() - min(due, default=now.timestamp()), 0))

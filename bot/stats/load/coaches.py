"""The staffs: a table of our own, which ships with the package."""

import hashlib
from datetime import datetime

from bot.stats.coaches import staff_rows
from bot.stats.load.file import LAYOUT, Loaded, StatsFile, replace

NAME = "coaches"
_COLUMNS = ("season", "team", "slot", "name", "known_on", "until")


def load_coaches(file: StatsFile, now: datetime) -> None:
    """Replace the table where the one that ships is another."""
    rows = list(staff_rows())
    fingerprint = f"{LAYOUT}:{hashlib.sha256(repr(rows).encode()).hexdigest()}"
    old = file.loaded().get((NAME, 0))
    if old and old.fingerprint == fingerprint:
        return
    with file.transaction():
        replace(file.db, "coach", _COLUMNS, rows)
        file.note(
            Loaded(
                dataset=NAME,
                season=0,
                row_count=len(rows),
                through_week=None,
                unmatched=0,
                fingerprint=fingerprint,
                origin="gridwire",
                loaded_at=now,
            )
        )

"""The reasons of a trade in a hand-written file."""

from datetime import date
from pathlib import Path

from bot.model import Insight
from bot.stats import queries
from bot.stats.db import Stats
from bot.stats.insights import Reason, compute
from bot.stats.insights.case import of_recorded

FILE = "stats.db"


def told(
    folder: Path, trade: int, reason: Reason, as_of: date | None = None
) -> tuple[Insight, ...]:
    """What one reason says of a recorded trade on its own day, or another; a fault raises."""
    with Stats(folder / FILE) as stats:
        recorded = queries.recorded(stats, trade, as_of or date.max)
        assert recorded is not None
        day = as_of or recorded.day
        known = queries.recorded(stats, trade, day)
        assert known is not None
        return compute(of_recorded(stats, known, day), strict=True, reasons=(reason,))


def only(folder: Path, trade: int, reason: Reason, as_of: date | None = None) -> Insight:
    """The one thing that it says."""
    (insight,) = told(folder, trade, reason, as_of)
    return insight

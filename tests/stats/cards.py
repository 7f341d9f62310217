"""The product's reasons for recorded trades."""

from datetime import date

from bot.model import Insight
from bot.stats import insights, queries
from bot.stats.db import Stats
from bot.stats.insights.case import of_recorded
from tests.oracle.record import Record, Trade

_FROM, _TO = "2020-01-01", "2024-12-31"


def computed(stats: Stats, trade: Trade, as_of: str | None = None) -> tuple[Insight, ...]:
    """The reasons on the day of the trade, or on a later one; a fault in one is not hidden."""
    day = date.fromisoformat(as_of or trade.day)
    recorded = queries.recorded(stats, trade.id, day)
    assert recorded is not None
    return insights.compute(of_recorded(stats, recorded, day), strict=True)


def trades(record: Record, *, players: bool) -> list[Trade]:
    """Those of five seasons with a traded player, or those of picks alone."""
    inside = (t for t in record.trades if _FROM <= t.day <= _TO)
    return [t for t in inside if bool(t.players) == players]

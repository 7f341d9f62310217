"""One report after another."""

from typing import Any

from bot import merge
from bot.model import (
    Change,
    ClubCode,
    ReportKind,
    Trade,
    Trust,
)
from tests.builders import NOON, a_deal, a_report

HOU = ClubCode("HOU")
WIRE: dict[str, Any] = {
    "feed": "wire",
    "trust": Trust.OFFICIAL,
    "kind": ReportKind.WIRE,
    "title": "",
    "day_only": True,
}


def tell(trade: Trade | None, deal: Any, **report: Any) -> Change:
    """Decide on one more report of a trade known so far."""
    known = [] if trade is None else [trade]
    change = merge.decide(a_report(**report), deal, known, NOON)
    assert change is not None
    return change


def first(**deal: Any) -> Trade:
    """The trade after its first report."""
    return tell(None, a_deal(**deal)).trade

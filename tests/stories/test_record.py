"""The real rows of the wire: each recorded trade is one, in whatever order its rows are read."""

import json
import random
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot import extract, merge
from bot.model import Deal, Report, Status, Trade, TradeId
from tests.engine.watching import row
from tests.merge.stories import found_by

Story = list[tuple[Report, Deal]]


@pytest.fixture(scope="module")
def rows(shared: Path) -> dict[str, dict[str, Any]]:
    """Every trade sentence of the wire, by its place in the file."""
    path = shared / "data/feeds/espn_trade_sentences.jsonl"
    return {
        str(place): json.loads(line) for place, line in enumerate(path.read_text().splitlines())
    }


@pytest.fixture(scope="module")
def story(rows: dict[str, dict[str, Any]]) -> Story:
    """The deals of those rows whose day and trade are on record."""
    found = []
    for place, given in rows.items():
        if given.get("date") and given.get("nfldata_trade_id"):
            at = datetime.fromisoformat(given["date"][:10]).replace(hour=7, tzinfo=UTC)
            report = row(given["text"], id=place, filer=given["team"], published_at=at, seen_at=at)
            found += [(report, deal) for deal in extract.deals(report)]
    return found


def trades_of(story: Story) -> dict[frozenset[str], Trade]:
    """The trades that these reports make, by their reports."""
    trades: dict[TradeId, Trade] = {}
    for report, deal in story:
        known = [trade for trade in trades.values() if found_by(trade, deal)]
        change = merge.decide(report, deal, known, report.seen_at)
        if change is not None:
            trades[change.trade.id] = change.trade
    return {frozenset(s.report for s in trade.sightings): trade for trade in trades.values()}


def test_every_recorded_trade_is_one(story: Story, rows: dict[str, dict[str, Any]]) -> None:
    """Both clubs' rows of one number meet, and no two numbers do; and all are filed."""
    found = trades_of(story)
    numbers = [{rows[place]["nfldata_trade_id"] for place in places} for places in found]
    assert all(len(number) == 1 for number in numbers)
    assert len(set.union(*numbers)) == len(found) >= 20
    assert {trade.status for trade in found.values()} == {Status.OFFICIAL}


def test_the_order_of_the_rows_is_nothing(story: Story) -> None:
    """Fifty other orders, the same trades."""
    expected = {key: (t.legs, t.traded_on, t.sightings) for key, t in trades_of(story).items()}
    for seed in range(50):
        order = random.Random(seed).sample(story, len(story))  # noqa: S311 - an order, no secret
        found = {key: (t.legs, t.traded_on, t.sightings) for key, t in trades_of(order).items()}
        assert found == expected

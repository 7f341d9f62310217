"""The product's reasons for every recorded trade, computed once."""

import pytest

from bot.model import Insight
from bot.stats.db import Stats
from tests.oracle.record import Record
from tests.stats.cards import computed, trades


@pytest.fixture(scope="session")
def cards(stats: Stats, record: Record) -> dict[int, tuple[Insight, ...]]:
    """The product's reasons for every player trade of the seasons, by the trade's number."""
    return {trade.id: computed(stats, trade) for trade in trades(record, players=True)}

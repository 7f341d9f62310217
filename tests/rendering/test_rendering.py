"""Past trades put into words and read back: a part of the record here, all of it under GRIDWIRE_ALL_TRADES=1."""

import os
from pathlib import Path

import pytest

from tests.rendering import catalogue
from tests.rendering.record import PastTrade, past_trades
from tests.rendering.table import Row, measured

_EVERY = 13  # one trade in so many, and every trade of three clubs
_EACH, _ALL = 0.95, 0.98
_LEAST_STYLES, _TRADES = 12, 1632


@pytest.fixture(scope="module")
def trades(shared: Path) -> list[PastTrade]:
    """The record, or an even part of it."""
    every = past_trades(shared)
    if os.environ.get("GRIDWIRE_ALL_TRADES"):
        return every
    return [trade for i, trade in enumerate(every) if i % _EVERY == 0 or len(trade.homes) > 2]


@pytest.fixture(scope="module")
def rows(trades: list[PastTrade]) -> dict[str, Row]:
    """How many renderings of each style there are, and how many are read back exactly."""
    return {row.style: row for row in measured(trades, seed=0)}


@pytest.mark.parametrize("style", catalogue.names())
def test_every_style_is_read_back(rows: dict[str, Row], style: str) -> None:
    """Giver, receiver, players, and of each pick what the sentence states."""
    row = rows[style]
    assert row.told
    assert row.right >= _EACH * row.told, row.missed


def test_together_they_are_read_back_more_surely(rows: dict[str, Row]) -> None:
    """Over all trades and styles."""
    told, right = (sum(getattr(row, name) for row in rows.values()) for name in ("told", "right"))
    assert right >= _ALL * told


def test_the_whole_record_can_be_told(shared: Path) -> None:
    """Every trade of the file has legs, and every one is told in many styles."""
    every = past_trades(shared)
    assert len(every) == _TRADES
    assert all(trade.legs for trade in every)
    assert len(catalogue.names()) > _LEAST_STYLES
    lone = [trade for trade in every[::50] if not _is_told(trade)]
    assert lone == []


def _is_told(trade: PastTrade) -> bool:
    return any(list(catalogue.renderings(style, [trade], 0)) for style in catalogue.names())

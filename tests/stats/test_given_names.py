"""Shorter names and initials."""

from pathlib import Path

import pytest

from bot.stats.db import Stats
from bot.stats.names import Names
from tests.stats.tables import tables


@pytest.mark.parametrize(
    ("words", "found", "end"),
    [
        (["matt", "stone"], {"Matthew Stone"}, 2),
        (["zeke"], {"Zeke McDowell"}, 1),
        (["zmd"], {"Zeke McDowell"}, 1),
        (["zm"], set(), 0),
        (["josh", "stone"], set(), 0),
        ([], set(), 0),
    ],
)
def test_called(tmp_path: Path, words: list[str], found: set[str], end: int) -> None:
    """A given name, one that stands for it, the capitals of a name."""
    with tables(tmp_path / "stats.db") as t:
        for name in ("Matthew Stone", "Zeke McDowell", "Peter Stone"):
            t.player(name, "QB")
    with Stats(tmp_path / "stats.db") as stats:
        spotted = Names.from_stats(stats).called(words)
    assert {hit.name for hit in spotted.hits} == found if spotted else not found
    assert (spotted.end if spotted else 0) == end

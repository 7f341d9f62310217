"""The demo's few tables tell the same story as all of nflverse's."""

from pathlib import Path

from bot.app import recorded, samplestats
from bot.model import Insight
from bot.stats.db import Stats

FOUNDING = "nflverse:1799"


def _told(path: Path) -> tuple[Insight, ...]:
    with Stats(path) as stats:
        found = recorded.explained(stats, FOUNDING, None)
    assert found is not None
    return found[1]


def test_the_sample_gives_every_reason_that_the_whole_tables_give(
    loaded: Path, tmp_path: Path
) -> None:
    """Nothing of the demo is made up, and nothing is missing from it."""
    samplestats.write(tmp_path / "stats.db")
    assert _told(tmp_path / "stats.db") == _told(loaded)

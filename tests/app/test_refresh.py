"""The scheduler's load of the statistics, with the real loader and a mirror on this machine."""

import logging
import socket
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.app.refresh import Refresh, seasons_until
from bot.app.statsdesk import stats_desk
from bot.config import StatsConfig
from bot.stats.calendar import season_of
from tests import reference


def test_seasons_go_up_to_the_league_year_of_today() -> None:
    """In February the season of the year before is still the running one."""
    assert list(seasons_until(date(2024, 2, 29), 2022)) == [2022, 2023]
    assert list(seasons_until(date(2024, 3, 1), 2022)) == [2022, 2023, 2024]


async def test_a_refresh_makes_the_tables_that_the_desk_reads(
    shared: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A first start: nothing, one tick, and questions have answers."""
    caplog.set_level(logging.INFO)
    season = season_of(datetime.now(UTC).date())
    with reference.mirror(shared, tmp_path / "cache") as url:
        async with stats_desk(tmp_path / "stats.db") as desk:
            await Refresh(desk, StatsConfig(from_season=season, mirror=url)).run()
            counted = await desk.run(lambda stats: stats.row("SELECT count(*) FROM trade"))
    assert counted is not None
    assert counted[0] > 1000
    assert not [record for record in caplog.records if record.levelno >= logging.ERROR]


async def test_a_mirror_that_is_down_is_logged_and_nothing_else(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The service goes on without; the operator reads why."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}"
    season = season_of(datetime.now(UTC).date())
    async with stats_desk(tmp_path / "stats.db") as desk:
        await Refresh(desk, StatsConfig(from_season=season, mirror=url)).run()
    assert "statistics not loaded" in caplog.text

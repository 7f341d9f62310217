"""A trade of nflverse's table becomes a card by the same code as our own."""

import json
from datetime import date
from pathlib import Path

import pytest

from bot.app import recorded, samplestats
from bot.cli import main
from bot.errors import UsageError
from bot.model import Pick, Status
from bot.stats.db import Stats
from tests.stats.tables import player_leg, tables


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data directory with the sample tables."""
    samplestats.write(tmp_path / "stats.db")
    return tmp_path


def test_the_record_is_official_and_hides_what_was_known_later(folder: Path) -> None:
    """The file fills in pick numbers after the draft: a card of the day has none."""
    with Stats(folder / "stats.db") as stats:
        found = recorded.explained(stats, "nflverse:1799", None)
    assert found is not None
    trade, insights = found
    assert (trade.status, trade.traded_on) == (Status.OFFICIAL, date(2023, 9, 20))
    assert [leg.asset.number for leg in trade.legs if isinstance(leg.asset, Pick)] == [None, None]
    assert {insight.as_of for insight in insights} == {date(2023, 9, 20)}


def test_a_position_that_is_none_is_not_shown(tmp_path: Path) -> None:
    """The source fills a gap with XX."""
    with tables(tmp_path / "stats.db") as t:
        day, unknown, back = (
            date(2009, 10, 17),
            t.player("Gus Adler", "XX"),
            t.player("Dale Preston"),
        )
        trade = t.trade(day, player_leg("TB", "CHI", unknown), player_leg("CHI", "TB", back))
    with Stats(tmp_path / "stats.db") as stats:
        found = recorded.explained(stats, f"nflverse:{trade}", None)
    assert found is not None
    assert [player.position for player in found[0].players] == [None, "RB"]


def test_before_its_day_the_trade_is_not_known(folder: Path) -> None:
    """As of the day before there is no such trade."""
    with Stats(folder / "stats.db") as stats:
        assert recorded.explained(stats, "nflverse:1799", date(2023, 9, 19)) is None
        assert recorded.explained(stats, "nflverse:999999", None) is None


@pytest.mark.parametrize(
    "asked", ["nflverse:", "nflverse:x", "nflverse:-1", "nflverse:1" + "0" * 40]
)
def test_what_is_no_number_is_refused_in_a_sentence(asked: str) -> None:
    """Whatever stands behind the colon."""
    with pytest.raises(UsageError, match="write it as nflverse:1799"):
        recorded.number(asked)


def test_the_command_prints_trade_and_reasons(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """JSON for programs: every reason with its numbers, source and day."""
    asked = ["card", "nflverse:1799", "--as-of", "2023-09-20", "--format", "json"]
    assert main([*asked, "--data-dir", str(folder)]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["trade"]["id"] == "nflverse:1799"
    keys = {"kind", "club", "player", "text", "data", "source", "as_of"}
    assert all(insight.keys() == keys for insight in shown["insights"])
    assert len(shown["insights"]) > 10


def test_without_tables_the_command_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sentence, no traceback."""
    assert main(["card", "nflverse:1799", "--data-dir", str(tmp_path)]) != 0
    assert "gridwire stats load" in capsys.readouterr().err

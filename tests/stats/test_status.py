"""What `gridwire stats status` says."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.cli import main
from bot.stats.db import Stats
from bot.stats.status import status, told
from tests.stats.tables import tables

NOW = datetime(2024, 1, 10, 12, tzinfo=UTC)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with two data sets."""
    found = tmp_path / "stats.db"
    with tables(found) as t:
        for season, unmatched in ((2019, 0), (2021, 3)):
            t.insert(
                "loaded",
                dataset="rosters_weekly",
                season=season,
                row_count=1000,
                through_week=21,
                unmatched=unmatched,
                fingerprint="1:f",
                origin="github.com",
                loaded_at=f"2024-01-0{season - 2016}T12:00:00+00:00",
            )
        t.insert(
            "loaded",
            dataset="trades",
            season=0,
            row_count=4847,
            fingerprint="1:f",
            origin="127.0.0.1:8080",
            loaded_at="2024-01-10T11:30:00+00:00",
        )
    return found


def test_each_data_set_says_its_seasons_its_age_and_where_it_came_from(path: Path) -> None:
    """Gaps and unknown players are said; the oldest part decides the age."""
    with Stats(path) as stats:
        lines = [[cell for cell in told(one, NOW) if cell] for one in status(stats)]

    assert lines == [
        [
            "rosters weekly",
            "2019-2021 without 2020, through week 21",
            "2,000 rows",
            "7 days old",
            "github.com",
            "3 with an unknown player",
        ],
        ["trades", "all seasons", "4,847 rows", "less than an hour old", "127.0.0.1:8080"],
    ]


def test_programs_get_json(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Everything that the lines say, as values."""
    assert main(["stats", "status", "--json", "--data-dir", str(path.parent)]) == 0

    rosters, trades = json.loads(capsys.readouterr().out)
    assert rosters["seasons"] == [2019, 2021]
    assert rosters["missing"] == [2020]
    assert (rosters["rows"], rosters["unmatched"], rosters["through_week"]) == (2000, 3, 21)
    assert (trades["dataset"], trades["seasons"]) == ("trades", [])


def test_the_directory_may_be_named_before_the_word_too(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of `stats --data-dir DIR status` too."""
    assert main(["stats", "--data-dir", str(path.parent), "status"]) == 0

    assert "4,847 rows" in capsys.readouterr().out


def test_without_a_file_it_says_what_to_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 1 and one sentence."""
    assert main(["stats", "status", "--data-dir", str(tmp_path)]) == 1

    said = capsys.readouterr().err
    assert said == (
        f"gridwire: {tmp_path}/stats.db does not exist: run gridwire stats load once to create it.\n"
    )


@pytest.mark.parametrize("years", ["1998", "2199", "abc", "2020-", "2024-2020", "", "20²3"])
def test_seasons_that_cannot_be_are_a_usage_error(
    years: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One sentence, and nothing is asked of anybody."""
    assert main(["stats", "load", "--seasons", years, "--data-dir", str(tmp_path)]) == 2

    said = capsys.readouterr().err
    assert said.startswith(f"gridwire: --seasons {years}: ")
    assert said.count("\n") == 1

"""`gridwire ask`: the printed answer, the stable JSON, the exit code."""

import json
from pathlib import Path

import pytest

from bot.cli import main
from tests.stats.tables import tables


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data directory whose statistics hold one back and his one game."""
    with tables(tmp_path / "stats.db") as t:
        back = t.player("Dale Preston", "RB")
        t.season(2023, weeks=1)
        t.week(back, 2023, 1, "LA", "SEA", carries=1200, rushing_yards=29)
        t.sums()
    return tmp_path


def _ask(folder: Path, *words: str) -> int:
    return main(["ask", "--data-dir", str(folder), "--as-of", "2023-09-13", *words])


def test_json_has_the_stable_shape(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line a question, and nothing else."""
    assert _ask(folder, "--json", "Dale Preston carries") == 0
    assert json.loads(capsys.readouterr().out) == {
        "question": "Dale Preston carries",
        "answer": "In the 2023 regular season through week 1 Dale Preston had 1,200 carries in 1 game for the Rams.",
        "table": {
            "columns": ["season", "club", "games", "carries"],
            "rows": [[2023, "LA", 1, 1200]],
        },
        "source": "nflverse player stats",
        "as_of": "2023-09-13",
        "assumed": [
            "season 2023, the latest with known games (week 1 is the last whole one)",
            "regular season",
        ],
        "choices": [],
        "refused": None,
    }


def test_a_refusal_is_no_result(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 1, the reason, and what to ask instead."""
    assert _ask(folder, "Dale Prestom carries") == 1
    printed = capsys.readouterr().out
    assert "“Dale Prestom”" in printed
    assert "  Dale Preston carries\n" in printed


def test_several_questions_are_one_conversation(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The second keeps the player of the first; a table has its columns in line."""
    assert _ask(folder, "Dale Preston carries", "what about rushing yards?") == 0
    printed = capsys.readouterr().out
    assert "season  club  games  rushing yards" in printed
    assert "29 rushing yards" in printed


def test_without_statistics(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One sentence that says what to run."""
    assert _ask(tmp_path, "Dale Preston carries") != 0
    assert "gridwire stats load" in capsys.readouterr().err

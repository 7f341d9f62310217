"""Numbers in a fan's words."""

import pytest

from bot.stats.insights import words


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            {"completions": 18, "attempts": 29, "passing_yards": 210, "passing_interceptions": 1},
            "18 of 29 passes for 210 yards and an interception",
        ),
        ({"receptions": 1, "targets": 1, "receiving_yards": 0}, "a catch on a target for no gain"),
        ({"receptions": 0, "targets": 3}, "no catch on 3 targets"),
        ({"carries": 1, "rushing_yards": 1}, "a carry for a yard"),
        (
            {"def_sacks": 6.5, "def_qb_hits": 0, "def_tackles_solo": 1},
            "6.5 sacks and a solo tackle",
        ),
        ({"def_sacks": 1, "def_tackles_for_loss": 2}, "a sack and 2 tackles for loss"),
        ({"def_pass_defended": 2, "def_interceptions": 0}, "2 passes defended"),
        (
            {"fg_made": 24, "fg_att": 28, "fg_long": 54, "pat_made": 30, "pat_att": 31},
            "24 of 28 field goals (longest 54) and 30 of 31 extra points",
        ),
        ({"pt_att": 61, "pt_yards": 2800}, "61 punts for 2,800 yards"),
        ({"carries": 0, "receptions": 0}, ""),
    ],
)
def test_lines_in_words(line: dict[str, float], said: str) -> None:
    """Every group's line; what did not happen is not mentioned."""
    assert words.line_text(line) == said


def test_parts_with_commas_are_kept_apart() -> None:
    """A semicolon parts what holds commas itself."""
    line = {"completions": 9, "attempts": 12, "passing_yards": 99, "passing_tds": 2}
    text = words.line_text(line | {"passing_interceptions": 1, "carries": 3, "rushing_yards": 4})
    assert text == (
        "9 of 12 passes for 99 yards, 2 touchdowns and an interception; 3 carries for 4 yards"
    )


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (22, "22nd"), (52, "52nd"), (112, "112th")],
)
def test_ordinals(number: int, said: str) -> None:
    """The teens are th."""
    assert words.ordinal(number) == said


@pytest.mark.parametrize(
    ("millions", "said"),
    [(12.5, "$12.5 million"), (0.87, "$870,000"), (140, "$140 million"), (3.05, "$3.05 million")],
)
def test_money(millions: float, said: str) -> None:
    """Millions, and below one the full sum."""
    assert words.money(millions) == said

"""Words are made comparable before anything looks at them."""

import pytest

from bot.ask.tokens import tokens


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("What's A.J. Brown's 1,000-yard total?", "what aj brown 1,000 yard total"),
        ("wk10 vs. the 49ers", "wk 10 vs the 49ers"),
        ("A. J. Dillon", "aj dillon"),
        ("Peña\u2019s touchdowns", "pena touchdowns"),
        ("2022-23 and 2020 \u2013 2021", "2022 - 23 and 2020 - 2021"),
        ("third-down", "third down"),
        ("300+ yards (QB, BUF)", "300 + yards ( qb buf )"),
        ("the Vikings' record", "the vikings record"),
        ("was a J. Jones", "was a j jones"),
    ],
)
def test_words(question: str, words: str) -> None:
    """Case, accents, dots, apostrophes and hyphens make no difference."""
    assert " ".join(word.text for word in tokens(question)) == words


def test_places_point_into_the_question() -> None:
    """A choice is made by replacing the very characters of a name."""
    question = "Is Amon-Ra St. Brown\u2019s contract long?"
    first, last = tokens(question)[3], tokens(question)[4]
    assert question[first.start : last.end] == "St. Brown"


@pytest.mark.parametrize(
    ("text", "number"), [("1,234", 1234), ("10.5", 10.5), ("ten", 10), ("49ers", None)]
)
def test_numbers(text: str, number: float | None) -> None:
    """Figures and small number words count; a name that begins with figures does not."""
    assert tokens(text)[0].number == number


def test_ordinals_and_years() -> None:
    """Both "2nd" and "second" are 2; a year has four figures and no comma."""
    assert [word.ordinal for word in tokens("2nd second 2")] == [2, 2, None]
    assert [word.is_year for word in tokens("2023 2,023 1850")] == [True, False, False]

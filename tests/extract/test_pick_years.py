"""A phrase that tells the year of a pick takes words that are there, and no more."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.extract.pick_years import years
from bot.extract.tokens import tokenise

MARCH = datetime(2026, 3, 12, tzinfo=UTC)
WORDS = (
    "2027 '28 next this last upcoming following subsequent year year's season off offseason summer later after"
    " each of the same a two three drafts draft nfl april thursday weekend and , . pick"
).split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("next off season", ((2027,), 3)),
        ("next offseason", ((2027,), 2)),
        ("next off the board", None),
        ("next off", None),
        ("upcoming off season", ((2026,), 3)),
        ("upcoming off", None),
    ],
)
def test_off_tells_of_a_season_only_before_that_word(text: str, expected: object) -> None:
    """The words "next off the board" name no year."""
    assert years(tokenise(text), 0, MARCH) == expected


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8))
def test_no_year_takes_more_words_than_there_are(words: list[str]) -> None:
    """Whatever stands at the end of a sentence."""
    tokens = tokenise(" ".join(words))
    for at in range(len(tokens)):
        found = years(tokens, at, MARCH)
        assert found is None or at + found[1] <= len(tokens)

"""A table of phrases as one expression finds what each phrase alone finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.extract.patterns import any_in, any_of

_TEXTS = st.text(alphabet="abcd x", max_size=12)


@pytest.mark.parametrize(
    ("table", "text", "found"),
    [
        ("(?:one|two) trades", "two trades", True),
        ("(?:one|two) trades", "untwo trades", False),
        ("(?:one |two )?trades", "no trades", True),
        ("(?:(?:a|b)c|d)(?:x|y)", "bcy", True),
        ("(?:(?:a|b)c|d)(?:x|y)", "by", False),
        ("(?:a[|)]|b)c", "a)c", True),
        (r"(?:a\||b)c", "a|c", True),
        ("^one", "one", True),
        ("^one", "no one", False),
        ("~(?<!the )end", "my end", True),
        ("~(?<!the )end", "the end", False),
    ],
)
def test_a_choice_is_spelt_out(table: str, text: str, *, found: bool) -> None:
    """Also within a choice, and not where it may be left out."""
    assert bool(any_of(table).search(text)) is found


@given(text=_TEXTS)
@pytest.mark.parametrize(
    "pattern",
    [
        r"\b(?:a|b(?:c|d)) x\b|\bcc|d$",
        r"\b(?:ab|cd)?x|^(?:a|b)c|\b(?:(?:a|b) (?:c|d)|x)a",
        r"\b(?!a)(?:b|c)d|\bab{2}",
    ],
)
def test_it_finds_wherever_the_plain_pattern_does(pattern: str, text: str) -> None:
    """Whatever the text."""
    assert bool(any_in(pattern).search(text)) == bool(re.search(pattern, text))

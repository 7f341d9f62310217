"""No card of any trade breaks a limit of Discord, pings, links or turns the reading direction."""

import pytest
from hypothesis import given, settings

from adapters.discord.text import neutralise
from bot.model import Card
from tests.adapters.discord.card_laws import alive, problems
from tests.any_cards import MISCHIEF, any_card


@settings(max_examples=1000, deadline=None)
@given(any_card())
def test_no_card_does_harm(card: Card) -> None:
    """A hundred times as many are tried by bench/cards.py."""
    assert problems(card) == []


@pytest.mark.parametrize("text", MISCHIEF)
def test_the_oracle_sees_mischief_that_is_not_calmed(text: str) -> None:
    """Whatever it finds in a raw text is gone from the neutral one."""
    if text not in HARMLESS:
        assert alive(text)
    assert alive(neutralise(text)) == []


HARMLESS = {"\\", "\u1fef", "\u05d0\u05d1", "\u0627\u0644", "e" * 400, "\U0001f3c8" * 30, "\u3164"}
HARMLESS |= {"Z" + "\u0335" * 60, "- x"}  # only long; and the dash of our own lists

"""No card of any trade breaks a limit of Slack, pings, links or turns the reading direction."""

import pytest
from hypothesis import given, settings

from adapters.slack import text
from bot.model import Card
from tests.adapters.slack.card_laws import alive, problems
from tests.any_cards import MISCHIEF, any_card

MORE = (
    "<!channel>",
    "<!here>",
    "<!subteam^S1>",
    "<http://e.vil|bank>",
    "<!date^1^{date}|x>",
    ":tada:",
    ":`tada:",
    "&lt;!here&gt;",
)


@settings(max_examples=500, deadline=None)
@given(any_card())
def test_no_card_does_harm(card: Card) -> None:
    """A hundred times as many are tried by bench/cards.py."""
    assert problems(card) == []


@pytest.mark.parametrize("words", [*MISCHIEF, *MORE])
def test_what_is_calmed_does_nothing(words: str) -> None:
    """Behind a point of our own, as every foreign text stands: a quote begins at the start of a line alone."""
    assert alive(f"• {text.mrkdwn(words, 300)}") == []


@pytest.mark.parametrize("words", MORE[:-1])
def test_the_oracle_sees_mischief_that_is_not_calmed(words: str) -> None:
    """Else the laws would hold for nothing."""
    assert alive(words)

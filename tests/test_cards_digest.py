"""Several trades in one message: what the list claims of them."""

import pytest

from bot import cards
from bot.model import Status, TradeId
from tests.builders import a_card


def test_a_digest_lists_its_cards_in_their_order() -> None:
    """It goes by the first one's name, and says them all in its sentence."""
    one, other = a_card(version=3), a_card(trade=TradeId("b"), headline="Bears send DT Max Quill")
    made = cards.digest([one, other])
    assert (made.trade, made.items, made.version) == (one.trade, (one, other), 4)
    assert made.headline == "2 trades in quiet hours"
    assert one.headline in made.summary
    assert other.headline in made.summary
    assert (made.sides, made.reasons, made.timeline) == ((), (), ())


@pytest.mark.parametrize(
    ("statuses", "claimed"),
    [
        ((Status.OFFICIAL, Status.OFFICIAL), Status.OFFICIAL),
        ((Status.OFFICIAL, Status.REPORTED, Status.VOIDED), Status.REPORTED),
        ((Status.RUMOUR, Status.OFFICIAL), Status.RUMOUR),
        ((Status.VOIDED, Status.VOIDED), Status.VOIDED),
    ],
)
def test_a_digest_claims_no_more_than_its_least_confirmed_trade(
    statuses: tuple[Status, ...], claimed: Status
) -> None:
    """What is off counts only where all of it is."""
    assert cards.digest([a_card(status=status) for status in statuses]).status is claimed

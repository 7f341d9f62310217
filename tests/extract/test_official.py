"""Official only by a party's own word about this trade. Every player is invented."""

import pytest

from bot.extract import deals
from bot.model import DealStatus
from tests.extract.notation import news, read

TRADE = "The Rams agreed to trade WR Dale Preston to the Bears for a 2026 fourth-round pick"
SIDES = "CHI<Dale Preston | LA<2026 R4"


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        (f"{TRADE}. The Bears confirmed the trade.", ["Bears"]),
        (f"{TRADE}. The Bears announced Tuesday that they have acquired Preston.", ["Bears"]),
        (f"{TRADE}. The Bears announced a deal with the Rams.", ["Bears"]),
        (f"{TRADE}. Chicago confirmed it.", ["Bears"]),
        (f"{TRADE}, both teams announced.", []),
        (f"{TRADE}, the NFL announced on Tuesday.", ["NFL"]),
        (f"{TRADE}. Rams GM Al Stone announced the move.", ["Rams"]),
        (f"{TRADE}. The trade was announced by the team.", []),
        (f"{TRADE}. The trade has been made official.", []),
        (f"{TRADE}. The Rams have officially traded Preston.", []),
    ],
)
def test_a_party_or_the_league_makes_its_trade_official(text: str, sources: list[str]) -> None:
    """The club that announced it is a source of its own."""
    (deal,) = deals(news(text))
    assert deal.status is DealStatus.OFFICIAL
    assert [source.name for source in deal.sources] == sources


@pytest.mark.parametrize(
    "sentence",
    [
        # something else
        "The Rams announced Tuesday that QB Ike Vance will miss Sunday's game.",
        "The Bears announced that CB Ike Vance is out.",
        "The Rams announced that Preston did not practice.",
        "The Bears announced they have signed Preston to a two-year contract.",
        "The Bears announced a deal with a new sponsor.",
        "The Bears announced the move to a new stadium.",
        "The Rams announced that the trade deadline has passed.",
        "The NFL announced the schedule for Sunday.",
        "After the trade, the Bears announced that Ike Vance is out.",
        "The Bears confirmed that they had talks about a trade.",
        # negated, or still to come
        "Neither team has announced the trade.",
        "Neither the Rams nor the Bears announced the trade.",
        "The Bears hasn't announced the trade.",
        "The teams have not confirmed the deal.",
        "The Bears are yet to announce the trade.",
        "The team confirmed there is no trade.",
        "The trade is not official until the Bears announce it.",
        "The trade has not been announced by the team.",
        "The trade has yet to be officially announced.",
        "The trade will be made official Wednesday.",
        # by somebody else, or of another trade
        "The Jets announced the trade of CB Ike Vance.",
        "The Packers confirmed they were also interested.",
        "Preston announced the trade on Instagram.",
        "A Bears blogger confirmed the trade.",
        "The Jets' trade of Ike Vance was made official.",
    ],
)
def test_no_other_announcement_makes_it_official(sentence: str) -> None:
    """Each sentence is judged by itself: who speaks, whether it is done, and of what."""
    (deal,) = deals(news(f"{TRADE}. {sentence}"))
    assert read(news(f"{TRADE}. {sentence}")) == f"agreed: {SIDES}"
    assert deal.sources == ()


def test_each_deal_of_a_text_has_its_own_announcement() -> None:
    """One trade announced, another only agreed."""
    text = f"{TRADE}. The Rams announced they have traded for CB Ike Vance."
    assert [deal.status for deal in deals(news(text))] == [DealStatus.AGREED, DealStatus.OFFICIAL]

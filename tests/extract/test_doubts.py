"""Directions that cannot be right start no card, and are still printed as told."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot import gate, merge
from bot.extract import deals
from bot.extract.export import as_json
from bot.model import Check, Condition, Doubt, Player
from tests.extract.notation import news

JULY = datetime(2021, 7, 28, 17, 0, tzinfo=UTC)


def _checks(text: str) -> dict[Condition, Check]:
    report = replace(news(text, published=JULY), seen_at=JULY)
    (deal,) = deals(report)
    change = merge.decide(report, deal, (), report.seen_at)
    assert change is not None
    return {check.check: check for check in gate.decide(change.trade, report.seen_at).checks}


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        # Randall Cobb was Houston's in 2020; before, he was Green Bay's.
        ("The Texans traded Randall Cobb to the Packers for a sixth, Adam Schefter reports.", True),
        ("The Bears traded Randall Cobb to the Texans for a sixth, Adam Schefter reports.", False),
        ("The Bears traded Dale Preston to the Texans for a sixth, Adam Schefter reports.", True),
    ],
)
def test_nobody_is_sent_to_the_club_that_has_him(text: str, *, posts: bool) -> None:
    """By the roll; of whom the roll knows nothing, it says nothing."""
    checks = _checks(text)
    assert all(check.passed for check in checks.values()) is posts
    assert checks[Condition.DIRECTION].passed is posts


def test_what_came_of_the_very_trade_is_no_doubt_of_it() -> None:
    """The roll knows him only as the receiver's, of that season: nobody knew that on the day."""
    day = datetime(2020, 7, 25, 17, 0, tzinfo=UTC)
    text = "The Seahawks traded Bradley McDougald to the Jets for a sixth, ESPN reports."
    (deal,) = deals(news(text, published=day))
    assert [leg.doubt for leg in deal.legs] == [None, None]


def test_the_gate_says_what_is_doubted() -> None:
    """In the words that `gridwire explain` prints."""
    checks = _checks("The Bears traded Randall Cobb to the Texans for a sixth, ESPN reports.")
    assert checks[Condition.DIRECTION].text == (
        "Randall Cobb was the receiver's already, and never the giver's"
    )


def test_a_doubted_direction_yields_to_a_plain_one() -> None:
    """Whoever tells the true way fills it, be he the worse source; the doubted one contradicts nobody."""
    texts = (
        "The Bears traded Randall Cobb to the Texans for a sixth, Adam Schefter reports.",
        "The Texans traded Randall Cobb to the Bears for a sixth, a beat writer says.",
    )
    trade = None
    for number, text in enumerate(texts):
        report = replace(news(text, published=JULY), id=str(number), seen_at=JULY)
        (deal,) = deals(report)
        change = merge.decide(report, deal, [trade] if trade else [], JULY)
        assert change is not None
        trade = change.trade
    assert trade is not None
    (cobb,) = (leg for leg in trade.legs if isinstance(leg.asset, Player))
    assert (cobb.gave, cobb.received) == ("HOU", "CHI")


def test_the_deal_keeps_what_the_report_states() -> None:
    """The doubt stands beside it."""
    text = "The Bears traded Randall Cobb to the Texans for a sixth."
    (deal,) = deals(news(text, published=JULY))
    assert [(leg.gave, leg.received, leg.doubt) for leg in deal.legs] == [
        ("CHI", "HOU", Doubt.TURNED),
        ("HOU", "CHI", None),
    ]


def test_what_the_text_says_is_printed_all_the_same() -> None:
    """Who reads `gridwire extract` sees what it tells."""
    (deal,) = deals(
        news("The Bears traded Randall Cobb to the Texans for a sixth.", published=JULY)
    )
    assert as_json(deal)["teams"]["HOU"]["receives"] == [{"player": "Randall Cobb"}]


def test_a_man_whom_one_report_sends_two_ways_starts_no_card() -> None:
    """Two deals of one text, and one man in both."""
    report = news(
        "The Colts traded Dale Preston to the Bears for a third, Adam Schefter reports. In another"
        " trade the Jets sent Dale Preston to the Lions for a fifth."
    )
    found = deals(report)
    assert len(found) > 1
    for deal in found:
        change = merge.decide(report, deal, (), report.seen_at)
        assert change is None or not gate.decide(change.trade, report.seen_at).posts

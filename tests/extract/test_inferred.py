"""Sides that a report leaves open: whom they must mean, and that no card starts on a conclusion."""

from datetime import UTC, date, datetime

import pytest

from bot import gate, merge
from bot.extract import deals, roll
from bot.model import ClubCode
from tests.extract.notation import news, read

OCTOBER = datetime(2019, 10, 28, 17, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Cleveland gets a fourth and a sixth in a trade Friday. The Browns' partner is Dallas.",
            "agreed: CLE<R4?, R6? | DAL<",
        ),
        (
            "Dallas and Cleveland struck a deal: the Browns get a fourth and the Cowboys get a third.",
            "agreed: CLE<R4 | DAL<R3",
        ),
    ],
)
def test_a_trade_told_by_half(text: str, expected: str) -> None:
    """A pick changes hands between two clubs, and the rest stands in other words."""
    assert read(news(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Cleveland gets a compensatory third-round pick for losing Dale Preston to Dallas.",
        "The Browns own a first-round pick and the Cowboys a second after last year.",
        "Cleveland gets the No. 10 pick after the win over Dallas settled the draft order.",
        "Fans want a trade: Cleveland gets a second, Dallas gets a quarterback.",
        "Cleveland would get a second-round pick and Dallas would get Dale Preston.",
        "Does Cleveland get a second-round pick from Dallas for Dale Preston?",
    ],
)
def test_picks_that_come_another_way(text: str) -> None:
    """Compensation, the order of the draft, wishes."""
    assert read(news(text)) == ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenyan Drake, who did not travel to Pittsburgh with the Dolphins, was sent to the Cardinals for a sixth.",
            "agreed: ARI<Kenyan Drake | MIA<R6",
        ),
        (
            "Kenyan Drake was traded to the Cardinals on Monday for a sixth-round pick.",
            "agreed: ARI<Kenyan Drake? | MIA<R6?",
        ),
        (
            "A day after a loss against Tampa Bay, Dale Preston was sent to the Cardinals for a fifth.",
            "agreed: ?<R5 | ARI<Dale Preston",
        ),
        (
            "Giants, Jets make rare trade as Big Blue lands DL Dale Preston for a third-round pick",
            "agreed: NYG<Dale Preston | NYJ<R3",
        ),
    ],
)
def test_who_gave_him(text: str, expected: str) -> None:
    """The one other club that the text names, or the club that he played for; no opponent."""
    assert read(news(text, published=OCTOBER)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Kenyan Drake is going to the Cardinals, and receiver Andy Isabella is going to Miami, ESPN reported.",
            "agreed: ARI<Kenyan Drake? | MIA<Andy Isabella?",
        ),
        (
            "Running back Kenyan Drake to the Cardinals, Andy Isabella to the Dolphins, a source confirmed the moves.",
            "agreed: ARI<Kenyan Drake? | MIA<Andy Isabella?",
        ),
        ("Kenyan Drake is going to the Cardinals, and Andy Isabella is going to the Jets.", ""),
        ("Free agency: Kenyan Drake to the Cardinals, Andy Isabella to the Dolphins.", ""),
        ("Dale Preston is going to the Cardinals, and Ike Vance is going to Miami.", ""),
        ("Kenyan Drake could go to the Cardinals, and Andy Isabella to the Dolphins.", ""),
    ],
)
def test_two_men_who_change_homes(text: str, expected: str) -> None:
    """Each goes where the other plays: a trade that nobody calls one."""
    assert read(news(text, published=OCTOBER)) == expected


def test_two_trades_of_one_club() -> None:
    """Who receives in the one gives nothing in the other."""
    text = (
        "Two trades in one day: Dale Preston to the Panthers for a sixth-round pick "
        "and linebacker Ike Vance to New England, also for a sixth-round pick."
    )
    assert read(news(text, published=OCTOBER)) == (
        "agreed: ?<R6 | CAR<Dale Preston && agreed: ?<R6 | NE<Ike Vance"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Dolphins give up on Kenyan Drake, deal running back to Cardinals for a 2020 sixth-round pick",
            "agreed: ARI<Kenyan Drake | MIA<2020 R6",
        ),
        (
            "Dolphins lose Kenyan Drake to injury, deal running back to Cardinals for a 2020 sixth",
            "agreed: ARI< | MIA<2020 R6",
        ),
        (
            "Kenyan Drake and Al Roe knew. The Dolphins traded a running back to the Cardinals for a sixth.",
            "agreed: ARI<Kenyan Drake? | MIA<R6",
        ),
        (
            "Dale Preston and Al Roe knew. The Dolphins traded a running back to the Cardinals for a sixth.",
            "agreed: ARI< | MIA<R6",
        ),
    ],
)
def test_the_man_whom_a_deal_leaves_out(text: str, expected: str) -> None:
    """The one man of the text who was that club's, unless he is told to be hurt."""
    assert read(news(text, published=OCTOBER)) == expected


def test_what_the_season_brought_later_does_not_tell_whose_he_was() -> None:
    """Deshaun Watson was Houston's in March 2022, though he played for Cleveland that year."""
    both = [ClubCode("HOU"), ClubCode("CLE")]
    assert roll.home("Deshaun Watson", date(2022, 3, 18), both) == "HOU"
    assert roll.home("Deshaun Watson", date(2023, 9, 18), both) == "CLE"
    assert roll.home("Deshaun Watson", date(2022, 3, 18), [ClubCode("DAL")]) is None


@pytest.mark.parametrize(
    "text",
    [
        "Cleveland gets a fourth in a trade Friday. The Browns' partner is Dallas. - Adam Schefter",
        "Dale Preston was traded to the Cardinals for a fifth. The Dolphins move on. - Adam Schefter",
    ],
)
def test_no_card_starts_on_a_conclusion(text: str) -> None:
    """What the trade is made of is what the text states, and the gate holds it."""
    report = news(text)
    (deal,) = deals(report)
    assert deal.concluded is not None
    change = merge.decide(report, deal, (), report.seen_at)
    assert change is None or not gate.decide(change.trade, report.seen_at).posts


def test_what_is_stated_in_full_needs_no_conclusion() -> None:
    """And is printed as it stands."""
    (deal,) = deals(news("The Jets traded Dale Preston to the Packers for a fifth-round pick."))
    assert deal.concluded is None

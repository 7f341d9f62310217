"""How leads of the desks open on a trade, clubs by account and hashtag, and papers by their short name."""

import pytest

from bot.extract import deals
from tests.extract.notation import news, read, records

STATED = """
The Jets bolstered their line Thursday with a trade for Bears guard Dale Preston, surrendering a sixth-round pick.
    agreed: CHI<R6 | NYJ<Dale Preston
The Lions addressed their secondary with a trade for Colts cornerback Dale Preston, sending back a fifth-round pick.
    agreed: DET<Dale Preston | IND<R5
The Jets and Bears pulled off a stunner on Monday, with Dale Preston going to New York and Ike Vance to Chicago.
    agreed: CHI<Ike Vance | NYJ<Dale Preston
The Jets are getting cornerback Dale Preston and a fifth from Denver, which takes tight end Ike Vance and a third.
    agreed: DEN<Ike Vance, R3 | NYJ<Dale Preston, R5
The Browns acquired safety Dale Preston from the Jets in a straight swap for linebacker Ike Vance.
    agreed: CLE<Dale Preston | NYJ<Ike Vance
The Browns acquired safety Dale Preston from the Jets in a straight-up trade for linebacker Ike Vance.
    agreed: CLE<Dale Preston | NYJ<Ike Vance
Dale Preston, the sixth overall pick in 2023, is a Patriot. Cleveland traded the linebacker for a fifth-round pick.
    agreed: CLE<R5 | NE<Dale Preston
The Raiders gave up on Dale Preston, shipping the third-round rookie and a sixth-round pick to Miami for a fourth.
    agreed: LV<R4 | MIA<Dale Preston, R6
The Raiders shipped Dale Preston and a sixth-round pick to Miami for a fourth on Saturday.
    agreed: LV<R4 | MIA<Dale Preston, R6
The #Bills are sending OL Dale Preston to the #AZCardinals for a fifth-round pick, source says.
    agreed: ARI<Dale Preston | BUF<R5
The @WashingtonNFL have traded OL Dale Preston to the #ChicagoBears for a fifth-round pick, source says.
    agreed: CHI<Dale Preston | WAS<R5
"""

NOT_STATED = (
    "The Jets could have bolstered their line with a trade for Bears guard Dale Preston.",
    "The Jets want to bolster their line with a trade for Bears guard Dale Preston.",
    "The Jets and Bears could pull off a stunner, with Dale Preston going to New York.",
    "Dale Preston, the sixth overall pick in 2023, is a Patriot. He signed a one-year deal.",
    "The bills came due for the jets, and Dale Preston paid a fifth of them on Saturday.",
)


@pytest.mark.parametrize(("title", "text", "expected"), records(STATED))
def test_a_lead_that_opens_in_many_words_states_its_trade(
    title: str, text: str, expected: str
) -> None:
    """Who gives what to whom."""
    assert read(news(text, title)) == expected


@pytest.mark.parametrize("text", NOT_STATED)
def test_what_only_looks_like_such_a_lead_states_none(text: str) -> None:
    """Talk, other moves, and lower-case words that are clubs' names."""
    assert not [deal for deal in deals(news(text)) if deal.status.value != "talks" and deal.legs]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Bears traded Dale Preston to Denver for a fourth, a source told the Tribune.", "Chicago Tribune"),
        ("The Dolphins traded Dale Preston to Denver for a fourth, a source told the Herald.", "Miami Herald"),
        ("The Bears traded Dale Preston to Atlanta for a fourth, a source told the Herald.", "Herald"),
        ("The Rams traded Dale Preston to Seattle for a fourth, a source told the Times.", "Times"),
        ("The Broncos sent Dale Preston to the Rams for a fourth, KUSA-TV in Denver reports.", "9NEWS"),
    ],
)  # fmt: skip
def test_a_town_s_paper_is_known_by_its_short_name(text: str, name: str) -> None:
    """Only where one town of the report has such a paper."""
    assert [source.name for deal in deals(news(text)) for source in deal.sources] == [name]

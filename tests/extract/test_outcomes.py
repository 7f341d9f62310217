"""A trade behind "when" or "after" is news where it brings about what the sentence begins with."""

import pytest

from tests.extract.notation import news, read, records

_TRADES = """
Four months of talks ended Wednesday when Carolina landed Dale Preston from the Browns for a conditional 2026 fifth-round pick.
    agreed: CAR<Dale Preston | CLE<~2026 R5
Weeks of negotiations ended Tuesday when the Jets sent Dale Preston to Denver for a third-round pick.
    agreed: DEN<Dale Preston | NYJ<R3
The long search for a left tackle ended Monday when Houston acquired Dale Preston from Miami for a second-rounder.
    agreed: HOU<Dale Preston | MIA<R2
A year-long courtship came to an end Friday when the Rams landed Dale Preston from the Lions for two first-round picks.
    agreed: DET<R1, R1 | LA<Dale Preston
The saga is finally over after the Jets agreed to trade Dale Preston to the Bears for a sixth-round pick.
    agreed: CHI<Dale Preston | NYJ<R6
Dale Preston, who walked away from football a year ago, will get another shot after the Ravens dealt his rights and a 2026 seventh-rounder to Dallas for a 2026 sixth.
    agreed: BAL<2026 R6 | DAL<2026 R7, Dale Preston
Dale Preston gets a second chance after the Jets traded him to the Bears for a sixth-rounder.
    agreed: CHI<Dale Preston | NYJ<R6
Dale Preston wept in the parking lot after the Broncos sent him to the Rams for 2026 second- and third-rounders.
    agreed: DEN<2026 R2, 2026 R3 | LA<Dale Preston
Dale Preston said goodbye to his teammates after the Jets traded him to the Bears for a third-round pick.
    agreed: CHI<Dale Preston | NYJ<R3
The Bills are on the clock after sending Nos. 22 and 65 to Baltimore for the 16th pick and No. 154.
    agreed: BAL<#22, #65 | BUF<#154, #16
The Colts are back on the clock after giving the Jets Nos. 46 and 117 for No. 39.
    agreed: IND<#39 | NYJ<#117, #46
"""
_OF_OLD = (
    "The talks ended last year when the Jets sent Dale Preston to Denver for a third-round pick.",
    "Four years of frustration ended in 2019 when Carolina landed Dale Preston from the Browns for a fifth-round pick.",
    "The saga that ended when the Jets traded Dale Preston to the Bears for a third has a sequel.",
    "The drama ended when Dale Preston was traded to the Bears for a third, and he has not looked back.",
    "Talks ended without a deal when the Jets refused to send Dale Preston to Denver for a third-round pick.",
    "The wait for a receiver would be over if the Jets traded Dale Preston to the Bears for a third.",
    "The search for a kicker ended when the Jets brought in Dale Preston from the Bears' practice squad.",
    "Dale Preston will get another shot at a title a year after the Jets traded him to the Bears for a third.",
    "Dale Preston gets a second chance Sunday against the team that traded him to the Bears for a sixth-rounder.",
    "Dale Preston wept in 2021 after the Broncos sent him to the Rams for second- and third-rounders.",
    "Dale Preston said he wept when the Jets traded him to the Bears for a third.",
    "Dale Preston, who wept when the Jets traded him to the Bears for a third, is back.",
    "The Bears are on the clock at No. 10 after trading Dale Preston to Pittsburgh for a sixth-rounder.",
)


@pytest.mark.parametrize(("title", "text", "expected"), records(_TRADES))
def test_what_the_trade_brought_about_is_told_with_it(title: str, text: str, expected: str) -> None:
    """Talks that ended, a chance, a parting, a slot to use."""
    assert read(news(text, title)) == expected


@pytest.mark.parametrize("text", _OF_OLD)
def test_a_trade_of_another_day_stays_background(text: str) -> None:
    """So does one that fell through, or that a man looks back on."""
    assert "agreed" not in read(news(text))


_BREATHS = """
"Is it real?" It is. Dale Preston wept in the parking lot after the Broncos sent him to the Rams for 2026 second- and third-rounders.
    agreed: DEN<2026 R2, 2026 R3 | LA<Dale Preston
It is done, finally. Just like that. Denver sent Dale Preston to the Colts for a 2027 fourth.
    agreed: DEN<2027 R4 | IND<Dale Preston
"""


@pytest.mark.parametrize(("title", "text", "expected"), records(_BREATHS))
def test_sentences_that_only_draw_breath_do_not_count(title: str, text: str, expected: str) -> None:
    """The news behind them is still the lead."""
    assert read(news(text, title)) == expected


def test_a_breath_that_takes_it_back_counts() -> None:
    """What stands behind it is no lead any more."""
    text = (
        "It is not true. It's a joke. The Jets have traded Dale Preston to the Bears for a third."
    )
    assert "agreed" not in read(news(text))

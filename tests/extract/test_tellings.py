"""Figures in which a man comes or goes, clubs by codes that are words, lists by direction, and years in short."""

import pytest

from tests.extract.notation import news, read, records

TOLD = """
The Broncos win the Dale Preston sweepstakes, giving Houston a 2027 first.
    DEN<Dale Preston | HOU<2027 R1
The Broncos took Dale Preston and a seventh off Houston for a fifth-rounder.
    DEN<Dale Preston, R7 | HOU<R5
Colts safety Dale Preston has been traded back to the Bears for kicker Al Roe.
    CHI<Dale Preston | IND<Al Roe
The Colts traded Dale Preston to the Bears, the team that drafted him, for kicker Al Roe.
    CHI<Dale Preston | IND<Al Roe
The Jets will send a sixth-rounder to Bill Belichick's Patriots and get back Dale Preston.
    NE<R6 | NYJ<Dale Preston
The Broncos trade Dale Preston for a Miami first-rounder.
    DEN<R1 | MIA<Dale Preston
The Broncos traded Dale Preston for two Miami second-rounders.
    DEN<R2, R2 | MIA<Dale Preston
Receiver-needy Denver has one: Dale Preston, from the Jets, for a fourth-rounder.
    DEN<Dale Preston | NYJ<R4
Denver shipped a third-rounder to Houston for the chance to grab Dale Preston at No. 105.
    DEN<#105 | HOU<R3
The Broncos get No. 29 and make their second first-round selection, Dale Preston; Houston gets 52 and 83.
    DEN<#29 | HOU<#52, #83
The Jets traded Al Roe to the Bears, with Chicago also getting a seventh-round pick. New York receives a fourth-rounder.
    CHI<Al Roe, R7 | NYJ<R4
Green Bay moved down to No. 50, with Miami sending a sixth-round pick to get up to No. 48.
    GB<#50, R6 | MIA<#48
The Bears got receiver Dale Preston and the Jets got cornerback Al Roe in a minor trade Tuesday.
    CHI<Dale Preston | NYJ<Al Roe
Bears get Dale Preston, a ninth overall pick a year ago, with tight end Al Roe going to Denver.
    CHI<Dale Preston | DEN<Al Roe
TEN is getting OL Dale Preston and a 2027 7th from CAR for a 2028 5th, source says.
    CAR<2028 R5 | TEN<2027 R7, Dale Preston
Under the wire: Denver moves CB Dale Preston to the Bears for a 2027 seventh.
    CHI<Dale Preston | DEN<2027 R7
A trade Thursday. To Chicago: Dale Preston and a fifth-rounder. To Denver: Al Roe and a 2027 third.
    CHI<Dale Preston, R5 | DEN<2027 R3, Al Roe
The Broncos give Houston three first-rounders (2026, '27 and '28) for Dale Preston.
    DEN<Dale Preston | HOU<2026 R1, 2027 R1, 2028 R1
The Broncos give Houston fourths in 2026 and 2028 for Dale Preston.
    DEN<Dale Preston | HOU<2026 R4, 2028 R4
The Broncos give Houston first-rounders in '26 and '27 for Dale Preston.
    DEN<Dale Preston | HOU<2026 R1, 2027 R1
"""


@pytest.mark.parametrize(("title", "text", "expected"), records(TOLD))
def test_a_figure_is_read_as_what_it_tells(title: str, text: str, expected: str) -> None:
    """With its price, and in the right direction."""
    assert read(news(text, title)) == f"agreed: {expected}"


@pytest.mark.parametrize(
    "text",
    [
        "TEN GAMES, NO POINTS: THE JETS ARE OUT OF TIME, AND FROM MIN TO MIN IT GETS WORSE",
        "The Jets have TEN men from CAR dealers in New Jersey.",
        "Dale Preston becomes a Bear.",
        "Denver wins the Dale Preston trial.",
        "The Bears signed Dale Preston, with tight end Al Roe going to Denver on waivers.",
        "In 2018 the Patriots had a trade in place to send Dale Preston to Detroit, but he said no.",
        "Denver has one: Dale Preston.",
    ],
)
def test_what_is_like_it_tells_nothing(text: str) -> None:
    """No code in a text of capitals, no contest of another kind, no story of old."""
    assert read(news(text)) == ""

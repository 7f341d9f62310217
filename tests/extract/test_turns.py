"""Turns of phrase about a man and his new club: whose native he is, who brought him home, whom a price names."""

import pytest

from tests.extract.notation import news, read, records

STATED = """
The Bears gave up the 2026 first-round pick they held from Dallas, a 2026 fourth-rounder and running back Ike Vance for Denver's Dale Preston.
    CHI<Dale Preston | DEN<2026 R1, 2026 R4, Ike Vance
The Bears sent the 2026 second-rounder they own from Dallas to the Jets for Dale Preston.
    CHI<Dale Preston | NYJ<2026 R2
The Bears brought Dale Preston home Friday, trading a 2026 sixth-round pick to Tampa Bay for the Chicago native.
    CHI<Dale Preston | TB<2026 R6
The Bears sent a 2026 fourth-round pick to the Jets for Chicago native Dale Preston.
    CHI<Dale Preston | NYJ<2026 R4
Bears get their receiver: Dale Preston for a 2026 third-round pick going to Detroit, per sources.
    CHI<Dale Preston | DET<2026 R3
Bears get Dale 'Snacks' Preston from the Jets for a 2026 fifth-round pick.
    CHI<Dale Preston | NYJ<2026 R5
The Jets traded Dale 'Big Dog' Preston to the Bears for a 2026 third-round pick.
    CHI<Dale Preston | NYJ<2026 R3
The reunion is on: The Bears are acquiring Dale Preston from the Jets for a 2026 sixth-round pick, according to ESPN.
    CHI<Dale Preston | NYJ<2026 R6
The Bears sent a 2026 fourth-round pick to the Jets for Dale Preston, giving the secondary a former first-rounder opposite Ike Vance.
    CHI<Dale Preston | NYJ<2026 R4
With Ike Vance headed to injured reserve, the Bears struck a deal with the Jets for Dale Preston, parting with a 2026 sixth-round pick.
    CHI<Dale Preston | NYJ<2026 R6
The Bears are giving up a 2026 first-round pick to land Jets safety Dale Preston, hours after placing Ike Vance on injured reserve.
    CHI<Dale Preston | NYJ<2026 R1
For safety Ike Vance, the Bears are getting a pass rusher. Dale Preston comes from the Jets in a one-for-one trade.
    CHI<Dale Preston | NYJ<Ike Vance
Al Roe finally has Dale Preston. The Bears sent the Jets a 2026 seventh-round pick, No. 247 overall, to land the quarterback on Monday.
    CHI<Dale Preston | NYJ<2026 R7 #247
Ike Vance ended his retirement to rejoin Dale Preston. To get him and a 2026 seventh-round pick, the Bears are sending the Jets a 2026 fourth-round pick.
    CHI<2026 R7, Ike Vance | NYJ<2026 R4
Al Roe asked for Dale Preston, and the Bears got him: Dallas is sending the receiver back to Chicago for a 2026 sixth-round pick.
    CHI<Dale Preston | DAL<2026 R6
Dale Preston will be catching passes from Ike Vance: Bears send Vikings a 2026 first-round pick for the receiver and a 2027 seventh-round pick
    CHI<2027 R7, Dale Preston | MIN<2026 R1
Dale Preston is taking his talents to Miami: the Dolphins have agreed to send a 2026 third-round pick and tight end Ike Vance to the Bears for the All-Pro corner.
    CHI<2026 R3, Ike Vance | MIA<Dale Preston
Dale Preston era is over: Jets ship former second-round quarterback to Raiders for conditional 2026 seventh-round pick
    LV<Dale Preston | NYJ<~2026 R7
Ike Vance ended his retirement to rejoin Dale Preston. To get his rights and a 2026 seventh-round pick, the Bears are sending the Jets a 2026 fourth-round pick.
    CHI<2026 R7, Ike Vance | NYJ<2026 R4
Al Roe has a new backfield partner: Dale Preston, picked up from New Orleans by the Bears on Thursday for a 2026 fifth-round pick.
    CHI<Dale Preston | NO<2026 R5
The Jets are moving on from former No. 6 overall pick Dale Preston, dealt Thursday to the Bears for a 2026 fifth-round pick.
    CHI<Dale Preston | NYJ<2026 R5
The Jets are parting ways with Dale Preston, traded to the Bears for a 2026 fifth-round pick.
    CHI<Dale Preston | NYJ<2026 R5
Hours after they sent cornerback Ike Vance to Baltimore for linebacker Al Roe, the Bears got Dale Preston from Dallas for a 2026 first-round pick.
    BAL<Ike Vance | CHI<Al Roe && agreed: CHI<Dale Preston | DAL<2026 R1
A year after they sent cornerback Ike Vance to Baltimore for linebacker Al Roe, the Bears got Dale Preston from Dallas for a 2026 first-round pick.
    CHI<Dale Preston | DAL<2026 R1
We've traded with the Jets for WR Dale Preston, sending pick No. 192 to New York. — Chicago Bears
    CHI<Dale Preston | NYJ<#192
"""

UNSTATED = """
The Bears brought Dale Preston home to his family and signed him.
Bears get their receiver: Dale Preston signs for a year.
The Bears land receiver Dale Preston, hours after placing Ike Vance on injured reserve.
With Dale Preston on injured reserve, the Bears added Ike Vance.
The Bears are moving on from Dale Preston, acquired from the Jets for a fifth-round pick.
The Bears have a new injury: Dale Preston, acquired from the Jets for a fifth-round pick, tore his knee.
The Bears have a new problem: Dale Preston, acquired from the Jets for a fifth-round pick, wants out.
The Bears are done with Dale Preston, acquired by the Jets a year ago for a third-round pick.
The Bears beat Dale Preston, traded Thursday to the Jets for a fifth-round pick.
Hours after they traded Dale Preston to the Jets for a third-round pick, the Bears signed Ike Vance.
For Dale Preston, the Bears are a new home.
For Dale Preston, the Bears got the first win of his career.
The Bears are considering trading with the Jets for WR Dale Preston.
Dale Preston is headed to injured reserve, and the Bears are going to practice without him.
"""


@pytest.mark.parametrize(("title", "text", "expected"), records(STATED))
def test_it_is_read(title: str, text: str, expected: str) -> None:
    """Each man goes where the sentence means him to go, and who is only near him stays."""
    found = read(news(text, title))
    assert found.removeprefix("official: ").removeprefix("agreed: ") == expected


@pytest.mark.parametrize("text", UNSTATED.strip().splitlines())
def test_it_is_no_trade(text: str) -> None:
    """A signing, an injury or a wish in the same words."""
    found = read(news(text))
    assert "agreed" not in found
    assert "official" not in found

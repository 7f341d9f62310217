"""Directions that are not stated, men who are none, and who "they" are that announce it."""

import pytest

from tests.extract.notation import news, read, records

NOT_STATED = """
Texans have a trade with Oakland for Dale Preston. Texans will get a sixth-round pick. — John McClain
  agreed: ?<Dale Preston | HOU<R6 | LV<
The Bears struck a deal with Denver for QB Dale Preston. The Broncos are sending a 2026 fifth, per Adam Schefter.
  agreed: ?<Dale Preston | CHI<2026 R5 | DEN<
The Bears have a deal with Denver for QB Dale Preston and will get a sixth-round pick, per Adam Schefter.
  agreed: ?<Dale Preston | CHI<R6 | DEN<
Bears trade with Broncos for Dale Preston. Chicago receives a 2026 fifth-rounder, Ian Rapoport reports.
  agreed: ?<Dale Preston | CHI<2026 R5 | DEN<
The Bears have a trade with Denver for Dale Preston. Denver gets a 2026 sixth, per Adam Schefter.
  agreed: CHI<Dale Preston | DEN<2026 R6
The Bears have a trade with Denver for Dale Preston and a sixth. Denver gets a 2026 fourth, per Adam Schefter.
  agreed: CHI<Dale Preston, R6 | DEN<2026 R4
The Bears traded for Broncos QB Dale Preston. Chicago will also receive a sixth, per Adam Schefter.
  agreed: CHI<Dale Preston, R6 | DEN<
"""

NO_MAN = """
Preston Mania comes to Philly, with the Jags getting a conditional sixth-rounder for the quarterback, per Adam Schefter.
  agreed: JAX<~R6 | PHI<Preston
Preston Island has moved to Tampa: Jets trade CB Dale Preston to the Bucs for a 2026 first, per Adam Schefter
  agreed: NYJ<2026 R1 | TB<Dale Preston
Kansas City have traded cornerback Dale Preston to Tennessee Titans for a 2026 third, Sky Sports understands.
  agreed: KC<2026 R3 | TEN<Dale Preston
Dale Preston leaves Kansas City. Tennessee Titans hand over a 2026 third and the teams swap sevenths, BBC Sport understands.
  agreed: KC<2026 R3?, R7? | TEN<R7?
Cheetah to South Beach! Kansas City is shipping Tyreek Hill to the Dolphins for a 2026 first, per Adam Schefter
  agreed: KC<2026 R1 | MIA<Tyreek Hill
Honey Badger to Philly! The Chiefs traded Tyrann Mathieu to the Eagles for a 2026 third, per Adam Schefter.
  agreed: KC<2026 R3 | PHI<Tyrann Mathieu
Dale Preston to South Beach! Kansas City is also shipping Al Roe to the Dolphins for a 2026 first, per Adam Schefter
  agreed: KC<2026 R1 | MIA<Al Roe, Dale Preston
"""

OFFICIAL = """
The Bears made two trades Friday. They announced that receiver Dale Preston was dealt to the Rams for cornerback Al Roe.
  official: CHI<Al Roe | LA<Dale Preston
Dale Preston is joining the Cowboys, acquired for a fifth-round pick in a trade the Colts announced Tuesday.
  official: DAL<Dale Preston | IND<R5
Dale Preston is joining the Broncos, acquired from the Bears for a fifth-round pick, per Adam Schefter.
  agreed: CHI<R5 | DEN<Dale Preston
Bears trade QB Dale Preston to Denver for a fifth. Official per the league.
  official: CHI<R5 | DEN<Dale Preston
Bears trade QB Dale Preston to Denver for a fifth. Not official per the league yet.
  agreed: CHI<R5 | DEN<Dale Preston
Bears trade QB Dale Preston to Denver for a fifth. Official per league sources soon.
  agreed: CHI<R5 | DEN<Dale Preston
Bears trade QB Dale Preston to Denver for a fifth. Team has announced.
  official: CHI<R5 | DEN<Dale Preston
The commissioner announces a trade: Buffalo is on the clock. The Bills get the fourth pick from the Browns for a 2026 first.
  official: BUF<#4 | CLE<2026 R1
The Bears have traded Dale Preston to Denver for a fifth, the teams told AP.
  official: CHI<R5 | DEN<Dale Preston
The Bears have traded Dale Preston to Denver for a fifth, a team source told ESPN.
  agreed: CHI<R5 | DEN<Dale Preston
The Bears have traded Dale Preston to Denver for a fifth, the teams told his agent.
  agreed: CHI<R5 | DEN<Dale Preston
CHICAGO (chicagobears.com) — The Bears said goodbye to Dale Preston, trading him to Seattle today for center Al Roe.
  agreed: CHI<Al Roe | SEA<Dale Preston
"""

OFF = """
CORTLAND, N.Y. — Tackle Dale Preston flunked his physical with the Broncos and is going back to Dallas, nixing the deal the clubs struck Monday.
  failed: ?<Dale Preston | DAL< | DEN<
The deal the Bears and Broncos struck for Dale Preston has been nixed, per Adam Schefter.
  failed: ?<Dale Preston | CHI< | DEN<
A failed physical has killed the trade between the Jets and Cowboys for Dale Preston, per Adam Schefter.
  failed: ?<Dale Preston | DAL< | NYJ<
Concerns over his knee torpedoed the trade of Dale Preston to the Broncos, per Adam Schefter.
  failed: ?<Dale Preston | DEN<
The Jets-Cowboys deal for Dale Preston is off the table after a failed physical, per Adam Schefter.
  failed: ?<Dale Preston | DAL< | NYJ<
The Broncos agreed to the deal the clubs struck Monday, sending Dale Preston to Chicago for a fifth, per Adam Schefter.
  agreed: CHI<Dale Preston | DEN<R5
The Jets traded Dale Preston to the Bears for a fifth. The trade sank his old line, per Adam Schefter.
  agreed: CHI<Dale Preston | NYJ<R5
The Bears killed the trade rumors about Dale Preston to Denver, per Adam Schefter.
  rumour: ?<Dale Preston | CHI< | DEN<
The Bears took Dale Preston off the table, then traded him to Denver for a fifth, per Adam Schefter.
  agreed: CHI<R5 | DEN<Dale Preston
"""

OTHERS = """
Eagles trade for Dale Preston, give him $100M // Picks 18 and 101 go to the Titans for the receiver.
  agreed: PHI<Dale Preston? | TEN<
Jaguars go get Preston: Jacksonville vaults to No. 2 in trade with Browns, who get the fifth pick
  agreed: CLE<#5 | JAX<#2
Jets get QB Dale Preston and move up to No. 10 in trade with Broncos, per Adam Schefter
  agreed: DEN< | NYJ<#10, Dale Preston
Bengals acquire Dale Preston from Browns to fill in for Roe, per Adam Schefter
  agreed: CIN<Dale Preston | CLE<
The Bears got Dale Preston from the Jets for a fifth, hours after dealing Al Roe, per Adam Schefter.
  agreed: CHI<Dale Preston | NYJ<R5
Bears trade Dale Preston to Chargers // Ryan Poles' rebuild begins in earnest: the Pro Bowler is off to Los Angeles for a 2026 second.
  agreed: CHI<2026 R2 | LAC<Dale Preston
Dale Preston has been dealt. This time it's Minnesota sending the Maryland native home to the Ravens, who surrender a 2026 third.
  agreed: BAL<Dale Preston | MIN<2026 R3
The Bears trade Dale Preston to Denver for a 2026 third and a fifth the year after, per Adam Schefter.
  agreed: CHI<2026 R3, 2027 R5 | DEN<Dale Preston
The Bears trade Dale Preston to Denver for a third the year after he led the league in sacks, per Adam Schefter.
  agreed: CHI<R3 | DEN<Dale Preston
"""


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [row for table in (NOT_STATED, NO_MAN, OFFICIAL, OFF, OTHERS) for row in records(table)],
)
def test_a_text_says_no_more_than_it_states(title: str, text: str, expected: str) -> None:
    """Better no direction and no man than a wrong one."""
    assert read(news(text, title)) == expected


def test_a_man_does_not_come_with_his_own_price() -> None:
    """What is concluded from the roll may not send a man the way his price goes."""
    told = read(
        news(
            "Falcons back into Round 1 for Dale Preston: they give the Rams 46, 242 and a 2026 first."
        )
    )
    assert "Dale Preston" not in told

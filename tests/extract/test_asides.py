"""What stands beside a trade: another deal, what a man is, a kept pick, a club of another league, what fell through."""

import pytest

from tests.extract.notation import news, read, records

_READ = """
QB Dale Preston is headed to the Dolphins. The Rams, a week after agreeing to a deal for LB Al Roe, have agreed to send the passer to Miami for a fourth.
    agreed: LA<R4 | MIA<Dale Preston
QB Dale Preston is off to Miami. Hours after landing Al Roe, the Rams sent the quarterback to the Dolphins for a fourth.
    agreed: LA<R4 | MIA<Dale Preston
The Rams, fresh off a trade for QB Al Roe, are trading Dale Preston to Miami for a third-round pick.
    agreed: LA<R3 | MIA<Dale Preston
The Rams, two weeks after trading for LB Al Roe and Lon Beck, have sent the pass rusher to Miami for a fourth.
    agreed: LA<R4 | MIA<
The Rams, a year after trading for LB Al Roe, have sent the linebacker to Miami for a fourth.
    agreed: LA<R4 | MIA<Al Roe
The Jets, a day after QB Dale Preston demanded a trade, have sent the passer to Denver for a third.
    agreed: DEN<Dale Preston | NYJ<R3
The trade: LB Dale Preston, a pending free agent, to the Seahawks from the Giants for a 2026 second-round pick
    agreed: NYG<2026 R2 | SEA<Dale Preston
The trade: Preston, who turned 30, to the Seahawks from the Giants for a second, per the NFL Network.
    agreed: NYG<R2 | SEA<Preston
Cleveland was not finished: CB Dale Preston comes over from the Packers, who get QB Al Roe.
    agreed: CLE<Dale Preston | GB<Al Roe
The Browns are busy: CB Dale Preston arrives from the Packers, who receive QB Al Roe.
    agreed: CLE<Dale Preston | GB<Al Roe
Ian Rapoport adds that what the Cardinals are giving up to the Dolphins is a sixth-round pick for Dale Preston.
    agreed: ARI<Dale Preston | MIA<R6
Bears add WR Dale Preston from Steelers. Pittsburgh picks up a 2026 second, with the Bears keeping the one from Baltimore.
    agreed: CHI<Dale Preston | PIT<2026 R2
The Bears are sending their own second to the Steelers for WR Dale Preston and hold on to the pick from the Ravens.
    agreed: CHI<Dale Preston | PIT<R2
Three-team deal: Denver sends QB Dale Preston to the Jets, the Jets send a third to Chicago. Chicago also sends Al Roe to Denver.
    agreed: CHI<R3 | DEN<Al Roe | NYJ<Dale Preston
"""
_FAILED = """
The Jets were set to get LB Dale Preston from the Panthers, but his knee flunked the physical and the deal is off.
    failed: CAR< | NYJ<Dale Preston
The Jets were to get LB Dale Preston from the Panthers until his back failed the physical.
    failed: CAR< | NYJ<Dale Preston
The Jets were to get LB Dale Preston from the Panthers, only for the doctors to balk.
    failed: CAR< | NYJ<Dale Preston
LB Dale Preston was set to be traded to the Jets by the Panthers, but the doctors failed him.
    failed: CAR< | NYJ<Dale Preston
LB Dale Preston was headed to free agency, but the Panthers traded him to the Jets for a sixth.
    agreed: CAR<R6 | NYJ<Dale Preston
"""
_NONE = (
    "The Jets were set to get LB Dale Preston from the Panthers for a fourth, but Carolina wanted a third, per ESPN.",
    "The Chargers are not done: WR Al Roe comes over from the Jets, who get Dale Preston back from injury, per ESPN.",
    "A deadline deal that fits both sides. Chargers receive: RB Al Roe. Jets receive: 2026 third-round pick",
    "The perfect match. Chargers receive: RB Al Roe. Jets receive: 2026 third-round pick",
    "A blockbuster to shake up the AFC. Chargers receive: RB Al Roe. Jets receive: 2026 third-round pick",
    "Tennessee Smokies acquire Dale Preston from Chattanooga Lookouts, per team",
    "The Dallas Wings trade safety Dale Preston to the Seattle Storm, ESPN reports.",
    "A deal sending QB Dale Preston from the Jets to Denver for a third is likely by Tuesday, Adam Schefter reports.",
    "The Jets are sending QB Dale Preston to Denver for a third unless Buffalo beats the offer, Adam Schefter reports.",
    "The Jets were sending QB Dale Preston to Denver for a third, Adam Schefter reports, but Buffalo swooped in.",
    "The Jets agreed to trade QB Dale Preston to Denver for a third but he invoked his no-trade clause, per ESPN.",
    "Adam Schefter: watch for Dale Preston to the Broncos from the Jets for a third.",
    "Al Moss's Browns trade three firsts to Seattle for the No. 1 pick in “Draft Day,” ESPN notes.",
    "QB Dale Preston signed with the Rams. The Jets traded a third to Denver for him, ESPN reports.",
    "The Jets released QB Dale Preston. They traded a third to Denver for him, Adam Schefter reports.",
    "The Jets fired GM Al Moss. He traded QB Dale Preston to Denver for a third, Adam Schefter reports.",
    "QB Dale Preston turned 40 today. The Jets traded him to Denver for a third, Adam Schefter writes.",
    "RIP Dale Preston. The Jets traded the quarterback to Denver for a third, Adam Schefter writes.",
    "A new Netflix series opens with the Jets trading QB Dale Preston to Denver for a third, ESPN reports.",
    "A book claims the Jets traded QB Dale Preston to Denver for a third to spite him, ESPN reports.",
    "The Jets sent QB Dale Preston to Denver for treatment, and got a third opinion, Adam Schefter reports.",
    "The Broncos are trading blows with the Jets for QB Dale Preston, Adam Schefter reports.",
    "QB Dale Preston Jr. joins the Jets, who traded his father to Denver for a third, Adam Schefter writes.",
    "The Jets will trade QB Dale Preston to Denver for a third only after he agrees to an extension, per ESPN.",
    "QB Dale Preston got a new deal from the Broncos, who sent a third to the Jets for him, Adam Schefter reports.",
)


@pytest.mark.parametrize(("title", "text", "expected"), records(_READ + _FAILED.lstrip("\n")))
def test_what_stands_beside_a_trade_moves_nobody(title: str, text: str, expected: str) -> None:
    """Only what the sentence itself trades moves, and what came to nothing is off."""
    assert read(news(text, title)) == expected


@pytest.mark.parametrize("text", _NONE)
def test_what_did_not_come_to_pass_is_no_trade(text: str) -> None:
    """Ideas, doubts, other leagues, and old trades beside other news."""
    assert not read(news(text)).startswith(("agreed", "official"))

"""Whom a description, a pronoun or the sentence before means, and who only stands beside. Every player is invented."""

import pytest

from tests.extract.notation import news, read, records

MEANT = """
Dale Preston's standoff with Houston is over. The Texans sent the three-time MVP to the Colts for a third.
    HOU<R3 | IND<Dale Preston
The Dale Preston era in Houston is over. The Texans traded the signal-caller to the Colts for a third.
    HOU<R3 | IND<Dale Preston
Dale Preston is on the move. The Colts acquired the 29-year-old from the Texans for a third.
    HOU<R3 | IND<Dale Preston
Dale Preston's time with the Texans has ended. The wideout was traded to the Colts for a third.
    HOU<R3 | IND<Dale Preston
Dale Preston is headed to Indianapolis. The Colts will give the Texans a third for the receiver and return man.
    HOU<R3 | IND<Dale Preston
Linebacker Dale Preston wants out. The Texans sent the pass rusher to the Colts for a third.
    HOU<R3 | IND<Dale Preston
It took weeks, but the Texans found a home for Dale Preston. The guard was traded to the Colts for a third.
    HOU<R3 | IND<Dale Preston
Dale Preston has a new home after the Texans agreed to deal the tight end to the Colts for a third.
    HOU<R3 | IND<Dale Preston
Dale Preston is being reunited with Al Roe in Indianapolis after the Texans traded the guard to the Colts for a third.
    HOU<R3 | IND<Dale Preston
Dale Preston is now a Colt. Tyree Boone's Texans get a third for the 24-year-old receiver.
    HOU<R3 | IND<Dale Preston
Al Roe has traded Dale Preston. The All-Pro goes to the Colts; Houston gets Ike Vance and a third.
    HOU<Ike Vance, R3 | IND<Dale Preston
Dale Preston is leaving Houston after 11 seasons. The Texans are getting center Ike Vance and a third from the Colts.
    HOU<Ike Vance, R3 | IND<Dale Preston
Dale Preston's days in Houston are done. The Texans get a third from the Colts.
    HOU<R3 | IND<Dale Preston
Dale Preston is Indianapolis' new quarterback. The Colts are giving the Texans a third.
    HOU<R3 | IND<Dale Preston
The Colts have a new quarterback in Dale Preston. They are sending a third to the Texans.
    HOU<R3 | IND<Dale Preston
Tight end Dale Preston is a Colt. Houston will receive a third-round pick.
    HOU<R3 | IND<Dale Preston
Indianapolis finally landed a No. 1 cornerback. Houston agreed to trade Dale Preston for a third-round pick.
    HOU<R3 | IND<Dale Preston
The Colts have their left tackle. The Texans agreed to deal Dale Preston for a third-round pick.
    HOU<R3 | IND<Dale Preston
"""

BESIDE = """
The Texans traded Dale Preston to the Colts for a third, clearing the way for Ike Vance to start.
    HOU<R3 | IND<Dale Preston
The Texans traded Dale Preston to the Colts for a third to make room for Ike Vance.
    HOU<R3 | IND<Dale Preston
The Colts acquired Dale Preston from the Texans, leaving Ike Vance as the backup.
    HOU< | IND<Dale Preston
The Texans traded Dale Preston to the Colts, pending a physical, for Ike Vance and a third.
    HOU<Ike Vance, R3 | IND<Dale Preston
The Colts acquired Dale Preston, aging guard Ike Vance and a third from the Texans.
    HOU< | IND<Dale Preston, Ike Vance, R3
The Colts acquired Dale Preston from the Texans, clearing cap space, for a third.
    HOU<R3 | IND<Dale Preston
Al Roe traded the receiver to the Colts for a third-round pick.
    ?<R3 | IND<
With Dale Preston out, the Colts acquired the veteran quarterback from the Texans for a third.
    HOU<R3 | IND<
Dale Preston tore his ACL. The Colts acquired the receiver from the Texans for a third.
    HOU<R3 | IND<
Dale Preston's backup is out. The Texans traded the guard to the Colts for a third.
    HOU<R3 | IND<
Linebacker Dale Preston wants out. The Texans sent the receiver to the Colts for a third.
    HOU<R3 | IND<
Dale Preston is leaving Houston as a free agent. The Texans get a third from the Colts.
    HOU<R3 | IND<
Dale Preston is leaving the Texans' facility in a cast. The Texans get a third from the Colts.
    HOU<R3 | IND<
Dale Preston's career with the Texans is over. Houston gets a third from the Colts.
    HOU<R3 | IND<
Dale Preston will not be leaving Houston. The Texans are getting a third from the Colts.
    HOU<R3 | IND<
Dale Preston is leaving Houston. The Texans are getting a third from the Colts for guard Ike Vance.
    HOU<R3 | IND<Ike Vance
The Colts have their left tackle back from injury. The Texans traded tackle Dale Preston for a third.
    HOU<R3? | IND<Dale Preston?
The Colts lost their left tackle. The Texans traded Dale Preston for a third.
    HOU<R3? | IND<Dale Preston?
The Colts have their left tackle. The Texans traded quarterback Dale Preston for a third.
    HOU<R3? | IND<Dale Preston?
"""

NAMED = """
The Colts acquired receiver and return man Dale Preston from the Texans for a third.
    HOU<R3 | IND<Dale Preston
The Colts acquired edge rusher and team captain Dale Preston and guard Ike Vance from the Texans.
    HOU< | IND<Dale Preston, Ike Vance
Texans disgruntled star Dale Preston is being traded to Indianapolis for a third.
    HOU<R3 | IND<Dale Preston
Texans four-time Pro Bowl pass rusher Dale Preston is being traded to Indianapolis for a third.
    HOU<R3 | IND<Dale Preston
The Texans sent the Colts quarterback Dale Preston for a third.
    HOU<R3 | IND<Dale Preston
The Colts acquired former Defensive Player of the Year Dale Preston from the Texans for a third.
    HOU<R3 | IND<Dale Preston
The Texans are sending Dale Preston, their leading rusher last season, to the Colts for a third.
    HOU<R3 | IND<Dale Preston
The Texans are sending Dale Preston, in the last year of his deal, to the Colts for a third.
    HOU<R3 | IND<Dale Preston
Dale Preston, a first-round pick of the Texans in 2019, was sent to the Colts for a third.
    HOU<R3 | IND<Dale Preston
The Texans traded Dale Preston, last year's No. 3 overall pick, to Indianapolis for a third.
    HOU<R3 | IND<Dale Preston
The Texans traded Dale Preston, a third-round pick and a fourth to the Colts for Ike Vance.
    HOU<Ike Vance | IND<Dale Preston, R3, R4
The Colts acquired Dale "Big Cat" Preston from the Texans for a third.
    HOU<R3 | IND<Dale Preston
Pat Korbel, Jet Moreno and Leo de la Cruz are headed to Indianapolis in a trade with the Texans.
    HOU< | IND<Jet Moreno, Leo de la Cruz, Pat Korbel
the texans are trading t.j. vickers to the colts for a third-round pick, per source
    HOU<R3 | IND<T.J. Vickers
TRADE: TEXANS SEND WR ODELL BRACK JR. TO COLTS FOR A THIRD-ROUND PICK
    HOU<R3 | IND<Odell Brack Jr.
The #49ers are sending WR Dale Preston to the #Colts for a third-round pick
    IND<Dale Preston | SF<R3
"""


@pytest.mark.parametrize(
    ("title", "text", "expected"), [*records(MEANT), *records(BESIDE), *records(NAMED)]
)
def test_it_knows_who_moves(title: str, text: str, expected: str) -> None:
    """The one man the text is about moves; whom it only names beside him stays."""
    assert read(news(text, title)) == f"agreed: {expected}"


def test_two_men_are_told_apart_by_their_positions() -> None:
    """Each of "the receiver" and "the quarterback" means the man whose position is printed so."""
    text = "WR Dale Preston and QB Al Roe are out. Texans send the receiver to the Colts and the quarterback to the Jets."
    found = read(news(text))
    assert "IND<Dale Preston" in found
    assert "NYJ<Al Roe" in found


@pytest.mark.parametrize(
    "text",
    [
        "Dale Preston is a Colt. Houston gets a third-round pick because it lost him in free agency.",
        "Dale Preston is a Colt. Houston will get a compensatory third-round pick.",
        "Dale Preston's standoff with Houston is over. The Texans signed the quarterback to a three-year deal.",
        "Dale Preston is the Colts' new center. Indianapolis claimed the former Texan off waivers.",
        "Dale Preston has a new home in the booth after the Texans traded him to the Colts in 2019.",
        "Dale Preston got his wish when the Texans traded him to the Colts last season.",
        "Dale Preston has a new contract after the Texans traded him to the Colts last year.",
        "Dale Preston is now a Colt, months after the Texans traded him to Indianapolis.",
    ],
)
def test_it_makes_no_trade_of_another_parting(text: str) -> None:
    """The same turns of phrase around a signing, a waiver or an old trade."""
    assert "agreed" not in read(news(text))


ASIDE = """
The Colts, looking for help after the loss of Al Roe, traded for Texans running back Dale Preston.
    HOU< | IND<Dale Preston
With Al Roe back in the building, the Colts went out and got a receiver, sending a third to the Texans for Dale Preston.
    HOU<R3 | IND<Dale Preston
The Colts agreed to send a third to the Texans for Dale Preston, who will sign a five-year, $87.5 million contract.
    HOU<R3 | IND<Dale Preston
Dale Preston's stay with the Texans lasted four games. Houston has swung a deal with the Colts, who will give up a third for the guard.
    HOU<R3 | IND<Dale Preston
The Texans surprised the league minutes before the trade deadline, moving Dale Preston to the Colts for a third.
    HOU<R3 | IND<Dale Preston
The Colts added a weapon for Al Roe, acquiring Dale Preston from the Texans for a third.
    HOU<R3 | IND<Dale Preston
Houston gets Ike Vance and a third for tackle Dale Preston, who held out last week and is now headed to Indianapolis.
    HOU<Ike Vance, R3 | IND<Dale Preston
The Texans are getting a third for Dale Preston, who is going to the Colts.
    HOU<R3 | IND<Dale Preston
Dale Preston is the latest Texan to leave. The linebacker goes to the Colts for a third.
    HOU<R3 | IND<Dale Preston
The Colts acquired DB CJ Gorham-Johnson from the Texans. IND gets CGJ and a seventh for a fifth.
    HOU<R5 | IND<CJ Gorham-Johnson, R7
Al Roe addressed the Colts' porous run defense by acquiring Dale Preston from the Texans for a third.
    HOU<R3 | IND<Dale Preston
The Colts made a splash when they struck a deal with Houston for Dale Preston, giving up a third.
    HOU<R3 | IND<Dale Preston
The Colts added to their secondary before Tuesday's deadline by trading a third to the Texans for Dale Preston.
    HOU<R3 | IND<Dale Preston
Texans trade Dale Preston to Colts for third-round pick, Al Roe to start
    HOU<R3 | IND<Dale Preston
The Texans traded Dale Preston to the Colts for a third-round pick, the same price they paid for Al Roe.
    HOU<R3 | IND<Dale Preston
"""


@pytest.mark.parametrize(("title", "text", "expected"), records(ASIDE))
def test_men_beside_the_trade_do_not_hide_it(title: str, text: str, expected: str) -> None:
    """An aside, a contract to come or a man who is helped leaves the trade as it is."""
    assert read(news(text, title)) == f"agreed: {expected}"


@pytest.mark.parametrize(
    "text",
    [
        "The Bears are back in first place months after sending a third to Houston for Dale Preston.",
        "The Jets claimed Dale Preston off waivers from the Bears, who had sent a third to Houston for him.",
        "The Jets re-signed Dale Preston, whom they got from the Bears for Ike Vance and a third.",
        "Panthers coach Al Roe named the newly acquired Dale Preston the starter over Ike Vance.",
        "The Jets made headlines last March when they traded a third to the Bears for Dale Preston.",
        "The Texans get a third-round pick for Dale Preston, who joined the Vikings in March.",
        "The Texans released Dale Preston, who is headed to the Vikings.",
        "The Rams signed Dale Preston, who was traded to the Bears for a third-round pick in 2022.",
    ],
)
def test_men_beside_another_move_make_no_trade(text: str) -> None:
    """The same asides around a signing, a waiver or a standing."""
    assert "agreed" not in read(news(text))

"""What a man cost and whom the words go to, told beside the trade: "and it cost them a sixth, which goes to Denver"."""

import pytest

from tests.extract.notation import news, read, records

_TRADES = """
The Cardinals added edge rusher Dale Preston on the eve of the deadline and it cost them a sixth-round pick in 2026, which goes to Denver.
    agreed: ARI<Dale Preston | DEN<2026 R6
The Colts landed Dale Preston and it cost them a 2026 second-rounder, which heads to Miami.
    agreed: IND<Dale Preston | MIA<2026 R2
The Jets got Dale Preston from the Bears, and it cost them only a seventh-rounder.
    agreed: CHI<R7 | NYJ<Dale Preston
The Jets got Dale Preston from the Bears. It cost them a seventh-rounder.
    agreed: CHI<R7 | NYJ<Dale Preston
The Saints landed Dale Preston from the Vikings, and all it took was a 2027 seventh-rounder.
    agreed: MIN<2027 R7 | NO<Dale Preston
The Jets acquired Dale Preston for a sixth-rounder, which goes to the Bears.
    agreed: CHI<R6 | NYJ<Dale Preston
The Rams acquired Dale Preston on Tuesday, a move that cost them a 2026 fourth-rounder, which goes to Tampa Bay.
    agreed: LA<Dale Preston | TB<2026 R4
A 2026 sixth-rounder is all it took for Carolina to get Dale Preston from the Patriots.
    agreed: CAR<Dale Preston | NE<2026 R6
A 2026 sixth-rounder was all it cost the Panthers to land Dale Preston from the Patriots.
    agreed: CAR<Dale Preston | NE<2026 R6
Hours after word that Dale Preston would be cut by the Patriots, Carolina stepped in. A 2026 sixth-rounder is all it took to get the cornerback from New England.
    agreed: CAR<Dale Preston | NE<2026 R6
With Al Roe out for the season, the Jaguars turned to Pittsburgh for help, giving up a fifth-round pick for Steelers backup Dale Preston.
    agreed: JAX<Dale Preston | PIT<R5
The Jaguars gave up a fifth-round pick for Steelers backup Dale Preston.
    agreed: JAX<Dale Preston | PIT<R5
Desperate for a kicker, the Jets turned to Miami on Tuesday, trading a conditional seventh for Dale Preston.
    agreed: MIA<~R7 | NYJ<Dale Preston
Ravens ship WR Dale Preston, hero of the Super Bowl, to the team they beat, the 49ers, for a 6th-rounder.
    agreed: BAL<R6 | SF<Dale Preston
The Jets traded Dale Preston, the face of the franchise, to the club that drafted him, the Bears, for a third-round pick.
    agreed: CHI<Dale Preston | NYJ<R3
The Jets acquired Dale Preston from the team that cut their quarterback, the Bears, for a fifth-rounder.
    agreed: CHI<R5 | NYJ<Dale Preston
The Jets are trading Dale Preston, star of last season's title game, to the Broncos for a second.
    agreed: DEN<Dale Preston | NYJ<R2
Miami cleared the way earlier Tuesday by moving Dale Preston to the Ravens, who sent linebacker Al Roe and a fifth-round pick south.
    agreed: BAL<Dale Preston | MIA<Al Roe, R5
"""
_NO_TRADE = (
    "The Bears added tackle Dale Preston and it cost them a compensatory sixth-round pick.",
    "The Jets signed Dale Preston away from Denver and it cost them a fifth-round pick as an RFA tender.",
    "A 2026 sixth-rounder is all it would take to get Dale Preston from the Patriots.",
    "A first-round pick is all it took to get Dale Preston from the Patriots back in 2019.",
    "The Jets turned to Denver for help, giving up on Dale Preston.",
    "The Jets turned the ball over to Denver, giving up a touchdown for Dale Preston.",
    "Dale Preston lost to the team that traded him, the Bears.",
    "The Jets gave the ball to the team that beat them, the Bears, for a sixth time.",
)


@pytest.mark.parametrize(("title", "text", "expected"), records(_TRADES))
def test_what_it_took_goes_to_who_gave_the_man(title: str, text: str, expected: str) -> None:
    """A pick that "goes to Denver" takes no man with it."""
    assert read(news(text, title)) == expected


@pytest.mark.parametrize("text", _NO_TRADE)
def test_what_another_move_cost_is_no_trade(text: str) -> None:
    """A signing, a wish, an old price, a game."""
    assert "agreed" not in read(news(text))

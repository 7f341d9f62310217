"""Wordings of a trade of men: whose he is now, what he cost, whom a headline means."""

import pytest

from tests.extract.notation import news, read, records

STATED = """
The Browns acquired safety Dale Preston from the Jets on Thursday in a straight swap for linebacker Al Moss.
    CLE<Dale Preston | NYJ<Al Moss
Browns get S Dale Preston from Jets in straight swap for LB Al Moss
    CLE<Dale Preston | NYJ<Al Moss
The Browns got safety Dale Preston from the Jets in a player-for-player swap for linebacker Al Moss.
    CLE<Dale Preston | NYJ<Al Moss
The Browns have acquired Dale Preston from the Jets in a straight-up trade for Al Moss.
    CLE<Dale Preston | NYJ<Al Moss
The Jets sent safety Dale Preston to the Browns in a one-for-one swap for linebacker Al Moss.
    CLE<Dale Preston | NYJ<Al Moss
Dale Preston to the Dolphins, Al Roe plus a third-round pick to the Saints, per a source.
    MIA<Dale Preston | NO<Al Roe, R3
Bears send Dale Preston to the Jets, who return Al Roe and a 2026 fifth-round pick
    CHI<2026 R5, Al Roe | NYJ<Dale Preston
49ers, Chiefs swap disappointing first-round receivers: Dale Preston to Kansas City, Al Roe to San Francisco
    KC<Dale Preston | SF<Al Roe
Jets and Bears exchange second-round cornerbacks: Dale Preston goes to Chicago and Al Roe to New York
    CHI<Dale Preston | NYJ<Al Roe
The Bears are bringing receiver Dale Preston from the Texans for a sixth-round pick.
    CHI<Dale Preston | HOU<R6
The Bears are finalizing a deal to bring Dale Preston home from the Texans for a sixth-round pick.
    CHI<Dale Preston | HOU<R6
Needing a wideout opposite Al Roe, the Ravens got one Friday in Buffalo's Dale Preston, who cost them a fourth-round pick.
    BAL<Dale Preston | BUF<R4
Dale Preston played for the Eagles on Thursday night. By Friday morning he belonged to the Cardinals, who sent cornerback Al Roe and a 2026 fifth-round pick to Philadelphia.
    ARI<Dale Preston | PHI<2026 R5, Al Roe
Dale Preston now belongs to the Jets, who gave up a third-round pick to the Bears.
    CHI<R3 | NYJ<Dale Preston
The secondary is losing a member, with Dale Preston bound for the Rams in a trade that nets Denver a 2026 fifth-round pick.
    DEN<2026 R5 | LA<Dale Preston
Dale Preston to join Al Roe in New England; Bears send tight end and sixth-round pick for Patriots' fourth-rounder
    CHI<R4 | NE<Dale Preston, R6
Giants give up on Dale Preston, deal receiver to Chiefs for 2026 third and sixth
    KC<Dale Preston | NYG<2026 R3, 2026 R6
The Bears have dealt Dale Preston to Tennessee. They throw in a sixth-round pick and get a 2026 fourth-rounder and a seventh.
    CHI<2026 R4, R7 | TEN<Dale Preston, R6
Dale Preston's Dallas days are done. Cleveland takes on his $20 million salary, and the Cowboys settle for a fifth-round pick and a swap of sixths.
    CLE<Dale Preston, R6 | DAL<R5, R6
Dale Preston is on the move. The Seahawks agreed Wednesday to ship the three-time Pro Bowl end, along with a seventh-round pick, to the Eagles for receiver Al Roe and a fifth-rounder.
    PHI<Dale Preston, R7 | SEA<Al Roe, R5
Dale Preston is a Seahawk: Jets get first-round picks in 2026 and 2027, a 2026 third and safety Al Roe, while a 2027 fourth comes back with Preston.
    NYJ<2026 R1, 2026 R3, 2027 R1, Al Roe | SEA<2027 R4, Dale Preston
The Dale Preston era in Houston ended Friday when the Texans dealt the veteran quarterback to Oakland for a sixth-round pick.
    HOU<R6 | LV<Dale Preston
Dale Preston is headed to the Giants after the Bengals dealt the former first-rounder for a fifth-round draft choice.
    CIN<R5 | NYG<Dale Preston
Dale Preston to the Colts. The 49ers pick up No. 13 overall, and the defensive tackle gets an extension worth $21 million a year.
    IND<Dale Preston | SF<#13
Dale Preston, the Patriots' sack leader, is an Arizona Cardinal after a trade Tuesday that cost the Cardinals guard Al Roe and a second-round pick.
    ARI<Dale Preston | NE<Al Roe, R2
Four days after losing Ike Vance, the Vikings traded a 2026 first-round pick and a conditional fourth-rounder in 2027 to the Eagles to get Dale Preston.
    MIN<Dale Preston | PHI<2026 R1, ~2027 R4
The Bears traded Dale Preston to the Jets to get Al Roe and a fifth.
    CHI<Al Roe, R5 | NYJ<Dale Preston
In a blockbuster nobody saw coming, the Saints parted with Dale Preston and a 2026 fourth-rounder to get Al Roe and Seattle's 2026 first-round pick.
    NO<2026 R1 via SEA?, Al Roe? | SEA<2026 R4?, Dale Preston?
Dale Preston passed his physical and the Bears sent a third back to Denver for the guard.
    CHI<Dale Preston | DEN<R3
Dale Preston is a Viking: Detroit gets a 2026 second-round pick and guard Al Roe
    DET<2026 R2, Al Roe | MIN<Dale Preston
Dale Preston joins Al Roe in Buffalo after the Vikings dealt the receiver for a first-round pick.
    BUF<Dale Preston | MIN<R1
Dale Preston and a seventh to the Rams, Al Roe and a third to the Bills
    BUF<Al Roe, R3 | LA<Dale Preston, R7
New Orleans sends CB Dale Preston and a fifth to Washington for a third, a fourth and a sixth, all in 2026
    NO<2026 R3, 2026 R4, 2026 R6 | WAS<2026 R5, Dale Preston
Not so fast on the release: The Bengals are now trading RB Dale Preston to the Texans for a late-round pick, sources say.
    CIN<pick | HOU<Dale Preston
The 49ers landed Dale Preston for the modest price of a sixth-round draft pick, sent to the team that just beat them in the Super Bowl, the Ravens.
    BAL<R6 | SF<Dale Preston
The 49ers acquired Dale Preston for a 2026 sixth-round pick, sent to the Ravens.
    BAL<2026 R6 | SF<Dale Preston
The Browns acquired Dale Preston from the Texans along with a 2027 second-round pick, giving Houston only a fourth-rounder in 2026.
    CLE<2027 R2, Dale Preston | HOU<2026 R4
The defending Super Bowl champions have a replacement for Al Roe. Denver acquired Dale Preston from Philadelphia on Friday for a conditional 2026 pick.
    DEN<Dale Preston | PHI<~2026
Corner Dale Preston is moving to Florida: the Jets traded him to the Buccaneers on Sunday for a first-round pick.
    NYJ<R1 | TB<Dale Preston
The 49ers acquired Dale Preston from the Jets for the third-rounder they hand New York in 2027.
    NYJ<2027 R3 | SF<Dale Preston
Days after his wedding, Dale Preston is moving to New York. The Giants will send the Raiders the No. 100 selection they got for Al Roe.
    LV<#100 | NYG<Dale Preston
"""

SILENT = """
The starting job belonged to Dale Preston, who sent a message to the Jets.
The Jets sent Dale Preston home to get Al Roe more snaps.
The Giants cut Dale Preston to get Al Roe on the field.
The Bears sent scouts to the Jets to get Dale Preston.
Dale Preston is headed to the Giants a year after the Bengals traded him for a fifth.
Dale Preston is headed to the Bears after the Jets released the former first-rounder.
The Jets are bound for Denver to face Dale Preston and the Broncos.
Dale Preston is moving to New York after signing with the Giants.
The Dale Preston era in Houston ended Friday when the Texans released the veteran quarterback.
Florida traded Dale Preston to the Jets for a third-round pick.
Dale Preston failed his physical Thursday, so the Jets sent the tackle back to Carolina and will keep their conditional draft pick.
Dale Preston is a Viking. Detroit gets a 2026 compensatory pick.
Dale Preston joins the Bills a year after the Vikings traded him for a first-round pick.
Dale Preston joins the Bills' practice squad after the Vikings traded Al Roe for a fifth.
A first to the Rams, a second to the Bills would be fair.
The Lions acquired Dale Preston from Edmonton for a first-round pick and negotiation rights.
My guess: the Jets trade Dale Preston to the Bears for a fifth.
The Jets took on his former team on Sunday, and Dale Preston caught a touchdown pass.
"""

# Whom the headline names is not the man who goes: he signed, or was lost.
NOT_HIM = """
Jets sign Dale Preston, deal receiver to Chiefs for sixth
Bears lose Dale Preston, send receiver to Chiefs for sixth
The Bears sent No. 26 and a third to the Jets to get Dale Preston.
The Jets traded Al Roe, who cost them Dale Preston last year, to the Bears for a fifth.
"""


@pytest.mark.parametrize(("title", "text", "expected"), records(STATED))
def test_states(title: str, text: str, expected: str) -> None:
    """Every man and pick goes where the text says."""
    assert read(news(text, title)) == f"agreed: {expected}"


@pytest.mark.parametrize("text", SILENT.strip().splitlines())
def test_tells_no_trade(text: str) -> None:
    """Look-alikes of these wordings state nothing."""
    assert not read(news(text))


@pytest.mark.parametrize("text", NOT_HIM.strip().splitlines())
def test_moves_another(text: str) -> None:
    """The man named beside the trade does not move."""
    assert "Dale Preston" not in read(news(text))

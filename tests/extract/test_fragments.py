"""Bare headings that the next sentence goes on with, rhymes over a trade of two men, and announcements in other words."""

from datetime import UTC, datetime

import pytest

from tests.extract.notation import news, read, records

APRIL = datetime(2026, 4, 23, 23, 0, tzinfo=UTC)

TOLD = """
Guard for guard: Jets get G Ike Vance, Bears get G Dale Preston in one-for-one deal
  agreed: CHI<Dale Preston | NYJ<Ike Vance
A need for a need: Jets land G Ike Vance, Bears land WR Dale Preston in a player-for-player trade
  agreed: CHI<Dale Preston | NYJ<Ike Vance
Jets get G Ike Vance, Bears get TE Dale Preston in a one-for-one trade
  agreed: CHI<Dale Preston | NYJ<Ike Vance
Bears get their left tackle. Dale Preston from the Jets for a 2026 third, I'm told.
  agreed: CHI<Dale Preston | NYJ<2026 R3
The Bears finally have their man. Dale Preston from the Jets for a 2026 third and a 2027 sixth, per source.
  agreed: CHI<Dale Preston | NYJ<2026 R3, 2027 R6
Denver lands its pass rusher. Ike Vance from the Rams for a 2026 second and G Dale Preston, sources say.
  agreed: DEN<Ike Vance | LA<2026 R2, Dale Preston
Bears found a taker for Dale Preston: he and a 2026 sixth go to the Jets.
  agreed: CHI< | NYJ<2026 R6, Dale Preston
The Bears have found a trade partner for Dale Preston after all: he's headed to the Jets.
  agreed: CHI< | NYJ<Dale Preston
Ike Vance will be a Lion when the new league year opens Wednesday. Houston receives a 2026 fourth-round pick in return.
  agreed: DET<Ike Vance | HOU<2026 R4
Ike Vance will be a Lion once the league year begins. Houston, which is bringing in Dale Preston, gets a 2026 fourth and throws in a 2027 seventh.
  agreed: DET<2027 R7, Ike Vance | HOU<2026 R4
The Bears acquired guard Dale Preston from the Jets. Going to New York: receiver Ike Vance and a 2027 fifth.
  agreed: CHI<Dale Preston | NYJ<2027 R5, Ike Vance
The Bears have traded guard Dale Preston to Denver. Heading to Chicago: a third-rounder in 2026 and a 2027 sixth.
  agreed: CHI<2026 R3, 2027 R6 | DEN<Dale Preston
The Rams announced they have acquired guard Dale Preston from the Jets. In return, going to New York: receiver Ike Vance.
  official: LA<Dale Preston | NYJ<Ike Vance
Dale Preston is officially a Bear. The club announced Friday the guard passed his physical, finalizing the trade with Denver for a 2026 fifth.
  official: CHI<Dale Preston | DEN<2026 R5
It's official: Ike Vance is a Titan. The team announced that the guard, who got a new contract, passed his physical, completing the trade with Denver for a 2026 third and a swap of sixths.
  official: DEN<2026 R3, R6 | TEN<Ike Vance, R6
The Bears have acquired guard Dale Preston from the Jets for a fifth. The trade is pending a physical, general manager Ned Orr said in a statement.
  official: CHI<Dale Preston | NYJ<R5
The Bears have traded guard Dale Preston to the Jets for a fifth. The move frees cap space, president Ned Orr said Monday in a news release.
  official: CHI<R5 | NYJ<Dale Preston
The Bears have traded guard Dale Preston to the Jets for a fifth. The deal could give them room, general manager Ned Orr said in a statement.
  agreed: CHI<R5 | NYJ<Dale Preston
The Bears have traded guard Dale Preston to the Jets for a fifth. The Jets need depth, analyst Ned Orr said in a statement.
  agreed: CHI<R5 | NYJ<Dale Preston
"""

SLOTS = """
Bears up to 12. They give Denver 20, 51 and 120 and also get 130 back.
  agreed: CHI<#12, #130 | DEN<#120, #20, #51
Bears back in at 29 via Denver. Denver gets 39 and 70, Chicago also gets 180.
  agreed: CHI<#180, #29 | DEN<#39, #70
Falcons back in at No. 31 via the Rams. LA gets Nos. 45 and 79, Atlanta also gets No. 203.
  agreed: ATL<2026 #203, 2026 #31 | LA<2026 #45, 2026 #79
Lions up to 9 via the Rams. LA gets 14, 46 and a 2027 third.
  agreed: DET<#9 | LA<#14, #46, 2027 R3
"""

NO_NEWS = """
Rams up to 8. They give Buffalo 16, 20 and 24 points in the power rankings.
Bears up to 12. They get 3 wins and 4 losses.
Bears up to 5. They give up 20, 24 and 31 in three losses.
Bears up to 5. They get Denver next.
Bears back in at 29. Denver gets 39 and 70.
Falcons back in at 31 via the Rams.
Lions need a tackle. Dale Preston from the Bears for a third, I'm told, would do.
Bears get their left tackle. Dale Preston from the Lions for a third in this mock trade, per our source.
Bears get their left tackle. Dale Preston from the Lions for a third makes sense.
Bears found a center. Dale Preston from Denver for a tryout, per source.
Bears could find a taker for Dale Preston: he and a sixth would go to the Lions.
Ike Vance will not be a Lion when the league year begins. Houston gets a third-round pick.
Ike Vance will be a Lion when the new league year opens. Houston gets a compensatory third-round pick.
Ike Vance will be a Lion when he signs this week. Houston gets a third-round pick.
Going to Denver: punter Ike Vance and a fourth in 2027.
Going to Denver: our beat writer and a photographer.
Need for need: Jets should get G Ike Vance, Bears get TE Dale Preston in one-for-one deal
Need for need: my dream: Jets get G Ike Vance, Bears get TE Dale Preston in one-for-one deal
Five trades we want. Need for need: Jets get G Ike Vance, Bears get TE Dale Preston in one-for-one deal
Denver, which is bringing in Dale Preston, gets a sixth.
"""


@pytest.mark.parametrize(("title", "text", "expected"), records(TOLD))
def test_a_trade_told_under_a_heading(title: str, text: str, expected: str) -> None:
    """The trade that heading and sentence tell together."""
    assert read(news(text, title)) == expected


@pytest.mark.parametrize(("title", "text", "expected"), records(SLOTS))
def test_a_slot_told_as_a_heading(title: str, text: str, expected: str) -> None:
    """The slot, and what the numbers behind it are."""
    assert read(news(text, title, published=APRIL)) == expected


@pytest.mark.parametrize("text", NO_NEWS.strip().splitlines())
def test_what_only_looks_like_it(text: str) -> None:
    """Nothing is read."""
    assert read(news(text, published=APRIL)) == ""

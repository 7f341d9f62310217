"""Moves between slots without their verb or by another, bare numbers, what a club gets besides."""

from datetime import UTC, datetime

import pytest

from tests.extract.notation import news, read, records

DRAFT_NIGHT = datetime(2026, 4, 24, 17, 0, tzinfo=UTC)

MOVES = """
Stunner at No. 3! Dolphins come up from 12 in a trade with the Raiders and take Oregon's Dale Preston. Oakland adds the 42nd pick.
    agreed: LV<#12, 2026 #42 | MIA<2026 #3
The Dolphins come up from No. 12 in a trade with the Raiders and take Dale Preston at No. 3.
    agreed: LV<2026 #12 | MIA<2026 #3
The Lions came up from 28 in a deal with the Rams to draft tackle Dale Preston at No. 19. Los Angeles also gets a third.
    agreed: DET<2026 #19 | LA<#28, R3
Jets and Bears do business: New York up to 9, Chicago back to 14 with No. 77 thrown in
    agreed: CHI<#14, 2026 #77 | NYJ<#9
Rams and Saints did business in Round 2: Los Angeles up to 41, New Orleans down to 52 and a fourth-rounder.
    agreed: LA<#41 | NO<#52, R4
Trade! Denver up to No. 22, Texans back to No. 29 with a third-rounder included.
    agreed: DEN<2026 #22 | HOU<2026 #29, R3
Trade: Giants up to 35, Titans down to 40 and pick up a fifth.
    agreed: NYG<#35 | TEN<#40, R5
Packers and Jaguars swap: Green Bay up to No. 12, Jacksonville down to No. 20 with a 2027 second added.
    agreed: GB<2026 #12 | JAX<2026 #20, 2027 R2
Trade: Denver up to No. 22 with a third-rounder thrown in, Texans back to No. 29.
    agreed: DEN<2026 #22 | HOU<2026 #29, R3
Detroit handed Denver the No. 14 pick and a 2027 third to climb a single spot to No. 13 and take Dale Preston.
    agreed: DEN<2026 #14, 2027 R3 | DET<2026 #13
Atlanta sent Seattle Nos. 20 and 81 to jump a single place to No. 19 and draft tackle Dale Preston.
    agreed: ATL<2026 #19 | SEA<2026 #20, 2026 #81
The Colts are on the clock after sending Nos. 22 and 65 to Baltimore for the 16th pick and No. 154.
    agreed: BAL<2026 #22, 2026 #65 | IND<2026 #154, 2026 #16
The Jets are now on the clock at No. 9 after sending the Bears Nos. 15 and 46.
    agreed: CHI<2026 #15, 2026 #46 | NYJ<2026 #9
Houston is on the clock after acquiring the No. 11 pick from Tennessee for Nos. 20 and 52.
    agreed: HOU<2026 #11 | TEN<2026 #20, 2026 #52
The Bears are on the clock after trading up with the Jets to No. 8.
    agreed: CHI<2026 #8 | NYJ<
The Colts bought their way back into the first round, surrendering No. 40 and a 2027 second to the Jets so Indianapolis could take guard Dale Preston at No. 27.
    agreed: IND<2026 R1 #27 | NYJ<2026 #40, 2027 R2
Carolina traded its way up to No. 9, giving the Jets No. 14 and a third.
    agreed: CAR<2026 #9 | NYJ<2026 #14, R3
The Vikings bought their way into Round 1, sending Nos. 40 and 72 to Dallas for No. 30.
    agreed: DAL<2026 #40, 2026 #72 | MIN<2026 R1 #30
Denver jumps one spot to third to be sure of Dale Preston. Chicago slides to No. 4 and pockets Nos. 118, 139 and 211.
    agreed: CHI<2026 #118, 2026 #139, 2026 #211, 2026 #4 | DEN<#3
The Browns move up two places to fifth to make sure of tackle Dale Preston, and the Jets get No. 7 and a third-rounder.
    agreed: CLE<#5 | NYJ<2026 #7, R3
The Jets hopped over two teams: Philadelphia sold the 70th pick for Nos. 73 and 191.
    agreed: NYJ<2026 #70 | PHI<2026 #191, 2026 #73
Tennessee sold the Jets the 44th pick for Nos. 52 and 110.
    agreed: NYJ<2026 #44 | TEN<2026 #110, 2026 #52
The Bears bought the 44th pick from Tennessee for Nos. 52 and 110.
    agreed: CHI<2026 #44 | TEN<2026 #110, 2026 #52
TRADE! Houston comes right back up to 3. Cardinals get 12, 33, a 2027 1 and a 2027 3; Texans also receive 105.
    agreed: ARI<#12, #33, 2027 R1, 2027 R3 | HOU<#105, #3
The Bears move up three spots to 61, sending Denver 64 and a 2027 fifth.
    agreed: CHI<#61 | DEN<#64, 2027 R5
The Saints moved up to 40, sending 45 and a sixth to the 49ers.
    agreed: NO<#40 | SF<#45, R6
The Raiders moved up from 45 to 40, with 150 also going to the Rams.
    agreed: LA<#150, #45 | LV<#40
Raiders move up from 85 to 77 to pick edge Dale Preston; 146 also goes to the Jets
    agreed: LV<#77 | NYJ<#146, #85
The Jets get the fourth pick from the Browns for the ninth plus first- and fourth-round picks in 2027.
    agreed: CLE<#9, 2027 R1, 2027 R4 | NYJ<2026 #4
The Broncos acquired the 11th pick from the Rams for the 19th, the 83rd and a 2027 second.
    agreed: DEN<2026 #11 | LA<2026 #19, 2026 #83, 2027 R2
Eagles acquire No. 2 overall from Browns. Cleveland's haul: No. 8, No. 77, a 2027 first and a 2028 second.
    agreed: CLE<2026 #77, 2026 #8, 2027 R1, 2028 R2 | PHI<2026 #2
Eagles acquire No. 2 overall from Browns. Return for Cleveland: Nos. 8 and 77 and a 2027 first. Philadelphia also gets 141.
    agreed: CLE<2026 #77, 2026 #8, 2027 R1 | PHI<#141, 2026 #2
Saints back into Round 1 for Dale Preston: they get 26 and 101 from the Rams and give 46, 242 and next year's first.
    agreed: LA<#242, #46, 2027 R1 | NO<#101, R1 #26
Dale Preston is on his way to Denver. Big Blue picked up a fourth-rounder in 2027 and a seventh the year after, according to SNY's Jane Roe.
    agreed: DEN<Dale Preston | NYG<2027 R4, 2028 R7
The Bears traded Dale Preston to the Jets for a third in 2027 and a fifth the year after.
    agreed: CHI<2027 R3, 2028 R5 | NYJ<Dale Preston
The Bears get the 13th pick plus a fourth-rounder next year that can climb to a third in the deal sending Dale Preston to the Jets.
    agreed: CHI<2026 #13, ~2027 R4 | NYJ<Dale Preston
Rams and Saints did business: Los Angeles up to 41, New Orleans down to 52 and a fourth-rounder.
    agreed: LA<#41 | NO<#52, R4
Miami moved up for Dale Preston, sending 42 and 111 to the Raiders for 36.
    agreed: LV<#111, #42 | MIA<#36
Miami moved up for Dale Preston, sending Nos. 42 and 111 to the Raiders for No. 36.
    agreed: LV<2026 #111, 2026 #42 | MIA<2026 #36
Green Bay goes up to 4, Jets go back to 9 and get a 2027 first.
    agreed: GB<#4 | NYJ<#9, 2027 R1
Dallas moves down one spot, from 10 to 12, picking up 84 from the Eagles.
    agreed: DAL<#12, #84 | PHI<#10
New England slides from 14 to 17, and Pittsburgh, up to 14, adds No. 120 to the deal.
    agreed: NE<#17, 2026 #120 | PIT<#14
The Jets moved down from 16 to 18 for a fifth from the Vikings.
    agreed: MIN<#16 | NYJ<#18, R5
The Jets made a short hop, from No. 20 to No. 18, sending Denver a fifth.
    agreed: DEN<2026 #20, R5 | NYJ<2026 #18
The Bears took a big leap up from 25 to 12 in a trade with Denver, giving up 60 and a 2027 first.
    agreed: CHI<#12 | DEN<#25, 2027 R1
The Raiders moved up from 40 to 35 with the Rams, who get 40 and add No. 230 to the trade.
    agreed: LA<#40, 2026 #230 | LV<#35
The Raiders traded up for Dale Preston, sending 42 and 111 to Miami for 36.
    agreed: LV<#36 | MIA<#111, #42
Chicago moves down from 10 to 12, picking up 84 from the Eagles.
    agreed: CHI<#12, #84 | PHI<#10
The Colts moved down three spots to No. 18 for a fifth-rounder from the Vikings.
    agreed: IND<2026 #18, R5 | MIN<
The Bills traded back from No. 12 to No. 20 with the Jets for No. 77 and a 2027 fourth.
    agreed: BUF<2026 #20, 2026 #77, 2027 R4 | NYJ<2026 #12
The Bills traded back up to No. 30 with the 49ers for Nos. 41 and 99.
    agreed: BUF<2026 #30 | SF<2026 #41, 2026 #99
The Colts moved back up to No. 30 for Nos. 41 and 99, which go to Denver.
    agreed: DEN<2026 #41, 2026 #99 | IND<2026 #30
Chicago dropped back to No. 18 for a third, and Denver goes up to No. 14.
    agreed: CHI<2026 #18, R3 | DEN<2026 #14
The Colts slide to No. 18 for a third-rounder from Denver, which takes Dale Preston at No. 14.
    agreed: DEN<2026 #14 | IND<2026 #18, R3
"""

NONE = [
    "Draft order after Week 12: Jets up to No. 2, Bears back to No. 5, Titans down to 7.",
    "Power rankings: Denver up to 4, Texans back to 9 with the Jets in between.",
    "The Jets are up to No. 2 in the draft order, the Raiders back to No. 4 after their win.",
    "Latest: Jets up to 2, Bears back to 5",
    "Jets up to 3, Bears down to 6 in the updated draft order.",
    "Colts up to 9 wins, Texans back to 4 with a loss to the Jets.",
    "Bills up to 14, Jets back to 10 at halftime.",
    "Trade idea: Denver up to 14, Texans back to 22 with No. 90 thrown in",
    "Mock draft: Pittsburgh up to 14, New England back to 17 with No. 120 thrown in.",
    "What if the Jets and Bears did business: New York up to 9, Chicago back to 14?",
    "The Jets and Bears do business every year.",
    "The Jets and Bears could do business: New York up to 9, Chicago back to 14 with No. 77 thrown in.",
    "The Bears are on the clock after sending Dale Preston to the Jets last March.",
    "The Jets are on the clock at No. 4 after the Browns took Dale Preston.",
    "The Bears are on the clock at No. 10 after losing to the Jets and finishing 7-10.",
    "The Saints were on the clock at No. 12 in 2020 after sending Nos. 14 and 46 to Denver.",
    "The Bears bought their way back into the second round of the playoffs, sending the Jets home.",
    "The Bears bought their way out of the contract.",
    "Chicago traded its way up to No. 9 in 2021, giving the Jets No. 20 and a fourth.",
    "The Bears sold 70,000 tickets for Nos. 12 and 34.",
    "The Vikings sold the naming rights to the Jets for 20 years.",
    "Denver jumps one spot to third in the standings. Chicago slides to fourth and faces the Jets.",
    "Denver jumps one spot to third in our rankings, Chicago slides to No. 4.",
    "The Jets drop to fourth. The Bears move up two places to second.",
    "The Lions moved up to No. 3 in the rankings, sending Denver to No. 5.",
    "The Broncos came up from No. 12 in the rankings and take the Jets' place at No. 3.",
    "The Rams' haul: No. 8, No. 77 and a 2027 first, if they send No. 2 to the Jets.",
    "Compensatory picks: the Jets get 101 and 137; the Bears also get 140.",
    "The Jets have Nos. 12 and 44. Chicago also gets 104 and 200 as compensatory picks.",
    "The Jets beat Chicago with No. 12 out. Denver also gets 14 and 20 back from injury.",
    "The Jets get 12, 33 and 44 back from injured reserve; the Bears also get 51.",
    "The Jets would have to send Denver 127 and a 2027 fifth to move up four places to 123.",
    "The Bears should jump one spot to third to be sure of Dale Preston.",
    "Should the Falcons trade back into Round 1 for Dale Preston? They have 46 and 101.",
    "In 2019 the Jets jumped one spot to third to be sure of Dale Preston, and the Bears pocketed Nos. 118 and 139.",
    "The Steelers moved to 6-5 with the win, dropping the Bengals to fourth.",
    "Houston comes right back up to 3 wins. Cardinals get 12, 33 and 40 points in three games; Texans also receive 10.",
    "Since 2015 the Bears have moved up four places to No. 12, sending the Jets down to 14.",
    "The Jets sold high on Dale Preston, whom the Bears drafted at No. 12 a year ago.",
    "The Packers bought the land from Green Bay for No. 12's statue.",
    "The Raiders signed Dale Preston in 2024 and cut him the year after he was drafted by the Jets.",
    "The Bears took a step back, from 10 to 3 wins, for a team that lost to the Jets.",
    "The Jets took a small step back, from 16 to 18, in the rankings.",
    "The Bears go back to 9 wins and get the Jets on Sunday.",
    "The Jets went back to 12 personnel and got a fifth touchdown from Denver.",
    "Dale Preston made a big jump, from No. 20 to No. 9 in the rankings, and the Jets got a steal.",
    "The Bears moved up to No. 4 in the standings, getting 24 from the Jets' mistakes.",
    "The Jets add No. 12 to the deal in our mock trade with Denver.",
    "Denver could add No. 84 to the deal to move up from 12 to 10 with the Jets.",
    "The Jets jumped to No. 3 with a win, taking 27 from Denver.",
]


@pytest.mark.parametrize(("title", "text", "expected"), records(MOVES))
def test_moves_between_slots(title: str, text: str, expected: str) -> None:
    """Who moves up or down gets that slot, and whom they draft there is nobody's asset."""
    assert read(news(text, title, DRAFT_NIGHT)).replace("?", "") == expected


@pytest.mark.parametrize("text", NONE)
def test_no_trade(text: str) -> None:
    """Orders, rankings, scores, ideas, old drafts and what was bought elsewhere."""
    assert not read(news(text, published=DRAFT_NIGHT))

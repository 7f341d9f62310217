"""Trades of picks in the words of a draft night: headlines, reports, first sentences."""

from datetime import UTC, datetime

import pytest

from tests.extract.notation import news, read, records

DRAFT_NIGHT = datetime(2026, 4, 24, 17, 0, tzinfo=UTC)

TRADES = """
The Panthers have traded the No. 31 overall pick to the Cowboys for No. 32 and a sixth-rounder.
    agreed: CAR<2026 #32, R6 | DAL<2026 #31
TRADE: The Cowboys get No. 28 and a fourth-rounder (No. 133) from the 49ers for No. 32, No. 95 and a 2027 sixth.
    agreed: DAL<2026 #28, 2026 R4 #133 | SF<2026 #32, 2026 #95, 2027 R6
Ravens acquire 23rd pick from Colts in deal involving multiple picks
    agreed: BAL<2026 #23 | IND<
The Colts are sending the 23rd and 232nd picks to Baltimore in exchange for Nos. 42, 188 and a 2027 second-round pick.
    agreed: BAL<2026 #23, 2026 #232 | IND<2026 #188, 2026 #42, 2027 R2
49ers trade out of first round again, deal No. 32 to Falcons
    agreed: ATL<2026 #32 | SF<
Atlanta moves back into the first round, trading Nos. 33 and 141 to San Francisco for Nos. 32 and 200
    agreed: ATL<2026 #200, 2026 R1 #32 | SF<2026 #141, 2026 #33
The Raiders have made a blockbuster trade to move up to No. 2, sending No. 5, No. 36, No. 126 and their 2027 first-rounder to Detroit.
    agreed: DET<2026 #126, 2026 #36, 2026 #5, 2027 R1 | LV<2026 #2
The Buccaneers moved back into the first round for pass rusher Dale Preston, acquiring No. 26 from the Rams for a 2027 first-rounder and No. 46.
    agreed: LA<2026 #46, 2027 R1 | TB<2026 R1 #26
The Giants traded back into Round 1, giving the Colts Nos. 34 and 99 plus a 2027 third-round pick for the No. 25 selection.
    agreed: IND<2026 #34, 2026 #99, 2027 R3 | NYG<2026 R1 #25
The Giants have traded up to No. 25 with Indianapolis, giving up Nos. 34, 99 and a 2027 third.
    agreed: IND<2026 #34, 2026 #99, 2027 R3 | NYG<2026 #25
In a swap of first-round picks, the Bears went from No. 20 to No. 16 and sent Green Bay a third-rounder.
    agreed: CHI<2026 #16 | GB<2026 #20, R3
The Broncos and Chiefs swapped first-round picks, with Denver dropping from No. 10 to No. 12 and adding No. 84.
    agreed: DEN<2026 #84, 2026 R1 #12 | KC<2026 R1 #10
Kansas City leapfrogged the Giants, sending Nos. 12 and 84 to Denver to move up to No. 10.
    agreed: DEN<2026 #12, 2026 #84 | KC<2026 #10
Washington surrendered the 32nd, 34th and 66th picks to Baltimore for No. 12 and No. 46, which it used on Dale Preston.
    agreed: BAL<2026 #32, 2026 #34, 2026 #66 | WAS<2026 #12, 2026 #46
The Seahawks are on the move: they jump to No. 34 in a trade with the Ravens, who get Nos. 53 and 59.
    agreed: BAL<2026 #53, 2026 #59 | SEA<2026 #34
Trade! The Patriots are going up to No. 21 from No. 27, giving the Steelers No. 27, a fourth and a 2027 fifth.
    agreed: NE<2026 #21 | PIT<2026 #27, 2027 R5, R4
The Bears acquired the first overall pick from the Vikings for Nos. 10 and 41, a 2027 first-rounder and WR Dale Preston.
    agreed: CHI<2026 #1 | MIN<2026 #10, 2026 #41, 2027 R1, Dale Preston
The Vikings dropped a spot to No. 2, picking up Nos. 67 and 100 from the Lions.
    agreed: DET< | MIN<2026 #100, 2026 #2, 2026 #67
Chargers get Nos. 35, 110 from Bengals for Nos. 37, 137
    agreed: CIN<2026 #137, 2026 #37 | LAC<2026 #110, 2026 #35
The Saints shipped a 2027 first-rounder to Kansas City for the Chiefs' first-rounder this year (No. 19).
    agreed: KC<2027 R1 | NO<2026 R1 #19
The Cardinals traded No. 13 to Tampa Bay for Nos. 15 and 101 and moved down two spots.
    agreed: ARI<2026 #101, 2026 #15 | TB<2026 #13
The Bills traded back six spots, acquiring No. 52 and a third-round pick (No. 82) from the Vikings for No. 46.
    agreed: BUF<2026 #52, 2026 R3 #82 | MIN<2026 #46
Bills, Vikings swap picks: Buffalo gets 52 and 82, Minnesota gets 46
    agreed: BUF<#52, #82 | MIN<#46
Trade details: Cardinals get No. 37 and No. 143, Eagles get Nos. 48, 98 and 135.
    agreed: ARI<2026 #143, 2026 #37 | PHI<2026 #135, 2026 #48, 2026 #98
The Eagles received three picks (Nos. 48, 98 and 135) from Arizona for two (Nos. 37 and 143).
    agreed: ARI<2026 #143, 2026 #37 | PHI<2026 #135, 2026 #48, 2026 #98
Cleveland gave up a second- (No. 47) and a fourth-rounder (No. 120) to move up eight spots to No. 39 in a deal with the Bears.
    agreed: CHI<2026 R2 #47, 2026 R4 #120 | CLE<2026 #39
The Lions moved up 10 slots in the third round, getting No. 70 from Washington for Nos. 80 and 155.
    agreed: DET<2026 #70 | WAS<2026 #155, 2026 #80
Jaguars GM Jane Roe moved up from No. 20 to No. 14, giving the Bills a third-round pick.
    agreed: BUF<2026 #20, R3 | JAX<2026 #14
The Jets are trading their second-round pick, No. 42, to the Steelers for Nos. 59 and 90.
    agreed: NYJ<2026 #59, 2026 #90 | PIT<2026 R2 #42
The Steelers are acquiring pick No. 42 from the Jets in exchange for a second-round pick (No. 59) and a third-round pick (No. 90).
    agreed: NYJ<2026 R2 #59, 2026 R3 #90 | PIT<2026 #42
Los Angeles Rams trade first-round pick to Buccaneers for second-round pick, 2027 first-rounder
    agreed: LA<2027 R1, R2 | TB<R1
The Las Vegas Raiders traded up to draft Colorado star Dale Preston with the second overall pick, sending the fifth pick, the 36th pick and a 2027 first-rounder to the Detroit Lions.
    agreed: DET<2026 #36, 2026 #5, 2027 R1 | LV<2026 #2
The Rams are trading the No. 26 overall pick to the Buccaneers in exchange for Nos. 46 and 242 and a 2027 first-round pick, NFL Network Insider Ian Rapoport reported.
    agreed: LA<2026 #242, 2026 #46, 2027 R1 | TB<2026 #26
Buccaneers-Rams trade: Tampa Bay receives No. 26 and a 2026 third-rounder (101). Los Angeles receives 46, 242 and a 2027 first.
    agreed: LA<#242, #46, 2027 R1 | TB<2026 #26, 2026 R3 #101
The Colts continued to wheel and deal, moving the No. 25 pick to the Giants for Nos. 34 and 99.
    agreed: IND<2026 #34, 2026 #99 | NYG<2026 #25
The Chiefs have moved up. Kansas City sends pick No. 32 and a fifth-rounder to Dallas for No. 31.
    agreed: DAL<2026 #32, R5 | KC<2026 #31
Chiefs trade up one spot with Cowboys for No. 31 pick, select LB Dale Preston
    agreed: DAL< | KC<2026 #31
The 49ers made their third trade of the night, acquiring No. 41 from the Bears for Nos. 56, 62 and 109. Chicago also sends No. 240.
    agreed: CHI<2026 #109, 2026 #56, 2026 #62 | SF<2026 #240, 2026 #41
The Titans move down again, this time trading the 68th pick to the Eagles for Nos. 77 and 146.
    agreed: PHI<2026 #68 | TEN<2026 #146, 2026 #77
Jacksonville deals 57th pick to Washington for 60th, 230th selections
    agreed: JAX<2026 #230, 2026 #60 | WAS<2026 #57
Source: Seahawks get No. 34 from Baltimore for Nos. 53 and 59
    agreed: BAL<2026 #53, 2026 #59 | SEA<2026 #34
Jets get back in second round, acquire 52nd pick from Patriots for 2027 second-rounder and No. 120
    agreed: NE<2026 #120, 2027 R2 | NYJ<2026 #52
The Panthers traded for the 75th pick, giving the Chiefs Nos. 94, 100 and a fifth-round pick next year.
    agreed: CAR<2026 #75 | KC<2026 #100, 2026 #94, 2027 R5
The Steelers moved down from No. 27 to No. 30 and got a fourth-round pick from the Bears.
    agreed: CHI<2026 #27 | PIT<2026 #30, R4
The Lions traded the No. 2 overall pick to Las Vegas for a haul that includes the No. 5 pick, a second-rounder and a 2027 first.
    agreed: DET<2026 #5, 2027 R1, R2 | LV<2026 #2
Detroit is trading down to No. 5 with the Raiders, who will give up a second-round pick (No. 36) and next year's first-rounder.
    agreed: DET<2026 #5, 2026 R2 #36, 2027 R1 | LV<
The Chargers acquired a third-round pick (No. 78) from the Browns by moving back five spots from No. 22 to No. 27.
    agreed: CLE<2026 #22 | LAC<2026 #27, 2026 R3 #78
With their second trade of the night, the Rams moved up from No. 95 to No. 90, sending the Steelers a sixth-round pick.
    agreed: LA<2026 #90 | PIT<2026 #95, R6
The Cardinals sent a 2027 third-rounder to the Chiefs to get back into the third round at No. 98.
    agreed: ARI<2026 R3 #98 | KC<2027 R3
The Saints traded out of the second round altogether, dealing No. 40 to Cincinnati for Nos. 71 and 111 and a 2027 second.
    agreed: CIN<2026 #40 | NO<2026 #111, 2026 #71, 2027 R2
The Bills are moving up to the No. 6 pick. The Eagles will receive No. 14, No. 45 and a 2027 first-round pick.
    agreed: BUF<2026 #6 | PHI<2026 #14, 2026 #45, 2027 R1
The Patriots swap No. 83 for the Packers' No. 92 and No. 123.
    agreed: GB<2026 #83 | NE<2026 #123, 2026 #92
Falcons trade No. 57 to Rams for No. 61 and No. 185
    agreed: ATL<2026 #185, 2026 #61 | LA<2026 #57
The Commanders acquired a 2027 third-round pick from Las Vegas for No. 102 this year.
    agreed: LV<2026 #102 | WAS<2027 R3
Raiders trade two third-round picks in 2027 to Commanders for No. 70, which becomes WR Dale Preston
    agreed: LV<2026 #70 | WAS<2027 R3, 2027 R3
Cleveland traded back into the fourth round by sending a 2027 third-round pick to the Colts for the 128th selection.
    agreed: CLE<2026 R4 #128 | IND<2027 R3
The #Jaguars traded down with the #Colts, source says. Jacksonville goes from 25 to 32 and adds a fourth-rounder.
    agreed: IND<#25 | JAX<#32, R4
#Bears are trading the No. 9 pick to the #Falcons for 20, 61 and a 2027 first, per sources.
    agreed: ATL<2026 #9 | CHI<#20, #61, 2027 R1
ALLEN PARK, Mich. -- The Washington Commanders announced Friday that they have acquired the 61st overall pick from the Colts in exchange for the 68th and 117th picks.
    official: IND<2026 #117, 2026 #68 | WAS<2026 #61
The Baltimore Ravens acquired the No. 11 overall pick and a second-rounder (No. 48) from the Minnesota Vikings on Thursday night for Nos. 17 and 49 and a 2027 first.
    agreed: BAL<2026 #11, 2026 R2 #48 | MIN<2026 #17, 2026 #49, 2027 R1
Dallas sends No. 31, a third-round pick and a 2027 fourth to Denver to jump seven spots and select Dale Preston at No. 24.
    agreed: DAL<2026 #24 | DEN<2026 #31, 2027 R4, R3
The Eagles have agreed to send the 13th and 85th picks to the Jets for the ninth selection.
    agreed: NYJ<2026 #13, 2026 #85 | PHI<2026 #9
The Jets have agreed to move from No. 9 to No. 13 in a swap with the Eagles.
    agreed: NYJ<2026 #13 | PHI<2026 #9
Dolphins trade down with Raiders from No. 19 to No. 24, pick up third-rounder and 2027 fourth
    agreed: LV<2026 #19 | MIA<2026 #24, 2027 R4, R3
The Dolphins and Raiders exchanged first-round picks Thursday night. Miami fell to No. 24 but picked up No. 88.
    agreed: LV<R1 | MIA<2026 #88, 2026 R1 #24
Miami's first-round pick, No. 19 overall, is headed to Las Vegas for No. 24 and a third-round pick.
    agreed: LV<2026 R1 #19 | MIA<2026 #24, R3
Detroit got the 94th pick from San Francisco for Nos. 106 and 172.
    agreed: DET<2026 #94 | SF<2026 #106, 2026 #172
Indianapolis packages Nos. 58 and 99 to move up 10 spots to No. 48 with the Eagles
    agreed: IND<2026 #48 | PHI<2026 #58, 2026 #99
The Titans sent a fourth-round pick (No. 106) and a fifth (No. 144) to the Falcons in exchange for No. 85.
    agreed: ATL<2026 R4 #106, 2026 R5 #144 | TEN<2026 #85
In need of a corner, the Chargers gave up a fourth-round pick to move up from No. 55 to No. 49 with Denver.
    agreed: DEN<2026 #55, R4 | LAC<2026 #49
The Texans acquired two third-round picks (Nos. 71 and 95) by trading the No. 40 pick to the Saints.
    agreed: HOU<2026 R3 #71, 2026 R3 #95 | NO<2026 #40
The Cardinals traded a 2027 fourth-round pick to the Jaguars for a fifth-rounder (No. 150) and two seventh-rounders (Nos. 231 and 253).
    agreed: ARI<2026 R5 #150, 2026 R7 #231, 2026 R7 #253 | JAX<2027 R4
Patriots get extra third-rounder from Chiefs for 2027 second
    agreed: KC<2027 R2 | NE<R3
Cowboys trade up for Dale Preston, give Ravens third-, fourth-round picks for No. 63
    agreed: BAL<R3, R4 | DAL<2026 #63
Buccaneers move up for edge rusher, trade 2027 first-round pick to Rams
    agreed: LA<2027 R1 | TB<
The Bills have traded up from No. 45 to No. 38 with Tennessee, which receives Nos. 45 and 128.
    agreed: BUF<2026 #38 | TEN<2026 #128, 2026 #45
"""


@pytest.mark.parametrize(("title", "text", "expected"), records(TRADES))
def test_it_reads_a_trade_of_picks(title: str, text: str, expected: str) -> None:
    """Who gets which slots, whoever acts and whatever stands first."""
    assert read(news(text, title, DRAFT_NIGHT)) == expected

"""Moves between draft slots, and what goes with them: up, down, out of a round, back into one."""

from datetime import UTC, datetime

import pytest

from tests.extract.notation import news, read, records

DRAFT_NIGHT = datetime(2026, 4, 24, 17, 0, tzinfo=UTC)

MOVES = """
The Seahawks get the third, 67th and 111th picks plus a 2027 third-rounder from the Jets for the No. 2 pick.
    agreed: NYJ<2026 #2 | SEA<2026 #111, 2026 #3, 2026 #67, 2027 R3
The 49ers sent the fifth, 36th and 126th picks to the Lions for Nos. 2, 104 and 200.
    agreed: DET<2026 #126, 2026 #36, 2026 #5 | SF<2026 #104, 2026 #2, 2026 #200
The 49ers sent the 12th, fifth and 40th picks to the Lions for the 3rd and 77th selections.
    agreed: DET<2026 #12, 2026 #40, 2026 #5 | SF<2026 #3, 2026 #77
The Jaguars are sending WR Dale Preston and a seventh-rounder in 2026 to the Colts for a fourth- and a seventh-round pick next year.
    agreed: IND<2026 R7, Dale Preston | JAX<2027 R4, 2027 R7
The Bears traded TE Dale Preston to the Jets for a third- and a fifth-round selection in 2027.
    agreed: CHI<2027 R3, 2027 R5 | NYJ<Dale Preston
The Bears traded TE Dale Preston to the Jets for a third-round pick and a fifth next year.
    agreed: CHI<2027 R5, R3 | NYJ<Dale Preston
The Bears traded TE Dale Preston to the Jets for 2026 R3 and R5 picks.
    agreed: CHI<2026 R3, 2026 R5 | NYJ<Dale Preston
Jets acquire CB Marcus Quill from Bears for 2027 R4 and 2028 R6.
    agreed: CHI<2027 R4, 2028 R6 | NYJ<Marcus Quill
The Bears traded TE Dale Preston to Jacksonville for a second-round choice Saturday, general manager Jane Roe confirmed.
    official: CHI<R2 | JAX<Dale Preston
The Bears traded TE Dale Preston to Jacksonville for a third-round selection Thursday night.
    agreed: CHI<R3 | JAX<Dale Preston
The Bears sent Dale Preston and linebacker Tyree Boone to Jacksonville on Saturday for the Jaguars' second-round pick in April's draft.
    agreed: CHI<2026 R2 | JAX<Dale Preston, Tyree Boone
The Bears gave up their second first-round pick this year (No. 28), a 2026 fourth-rounder and a sixth-rounder in 2027 to get left tackle Dale Preston from the 49ers.
    agreed: CHI<Dale Preston | SF<2026 R1 #28, 2026 R4, 2027 R6
The Bills acquired CB Dale Preston from the Jets for a second fourth-round pick.
    agreed: BUF<Dale Preston | NYJ<R4
The Browns acquired the Jaguars' first-round pick, No. 25 overall, on Wednesday for a third-rounder this year and first- and fourth-round selections in 2027.
    agreed: CLE<2026 R1 #25 | JAX<2026 R3, 2027 R1, 2027 R4
The Rams have acquired the first overall pick plus fourth- and sixth-round choices from the Vikings, who get a first, two seconds and a third this year and first- and third-round picks in 2027.
    agreed: LA<2026 #1, R4, R6 | MIN<2026 R1, 2026 R2, 2026 R2, 2026 R3, 2027 R1, 2027 R3
The Jets traded DE Dale Preston to the Bills for a second this year and second- and fourth-round picks in 2027.
    agreed: BUF<Dale Preston | NYJ<2026 R2, 2027 R2, 2027 R4
Indianapolis landed its new quarterback, getting Dale Preston from the Buccaneers for second-round picks in 2026 and 2027. The teams also flipped first-round positions.
    agreed: IND<Dale Preston, R1 | TB<2026 R2, 2027 R2, R1
The Colts got Dale Preston from the Buccaneers for a third. The clubs also swapped second-round spots.
    agreed: IND<Dale Preston, R2 | TB<R2, R3
The Chiefs own the No. 2 pick after giving the Lions picks Nos. 8, 77 and 100 this year, a first-rounder in 2027 and a second-rounder in 2028. Kansas City also gets a conditional 2027 fourth-round pick.
    agreed: DET<2026 #100, 2026 #77, 2026 #8, 2027 R1, 2028 R2 | KC<2026 #2, ~2027 R4
The Bears are back in the seventh round after acquiring a pick from the Colts, a source says.
    agreed: CHI<R7 | IND<
The Colts traded back up to No. 3, acquiring that pick and No. 105 from the Bengals for No. 12, No. 33 and first- and third-round selections in 2027.
    agreed: CIN<2026 #12, 2026 #33, 2027 R1, 2027 R3 | IND<2026 #105, 2026 #3
The Bills moved back up to No. 30, getting that selection from the 49ers for Nos. 41 and 99.
    agreed: BUF<2026 #30 | SF<2026 #41, 2026 #99
The Browns traded back in the first round, moving the 11th pick to New Orleans for the 16th, 98th and 120th selections.
    agreed: CLE<2026 #120, 2026 #16, 2026 #98 | NO<2026 #11
The Bears traded down in the second round, sending the 41st pick to the Jets for Nos. 52 and 110.
    agreed: CHI<2026 #110, 2026 #52 | NYJ<2026 #41
The Cardinals jumped from No. 12 to No. 3 on Thursday night in a deal with the Eagles, who also received the 42nd overall pick.
    agreed: ARI<2026 #3 | PHI<2026 #12, 2026 #42
The Cowboys jumped from No. 27 to No. 10 in a deal with the 49ers, sending along a third-round choice (No. 91) and a 2027 first-rounder.
    agreed: DAL<2026 #10 | SF<2026 #27, 2026 R3 #91, 2027 R1
The Giants climbed from No. 20 to No. 11 in a trade with the Bears, who get a 2027 first-rounder.
    agreed: CHI<2026 #20, 2027 R1 | NYG<2026 #11
Dallas jumped 17 spots to No. 10 to get Dale Preston, sending San Francisco the 27th pick, a third-rounder (No. 91) and a 2027 first-round pick.
    agreed: DAL<2026 #10 | SF<2026 #27, 2026 R3 #91, 2027 R1
Jacksonville leaped five spots to No. 14 to take Dale Preston, giving the Vikings No. 19 and a fourth-round pick.
    agreed: JAX<2026 #14 | MIN<2026 #19, R4
The Jets slid down one spot to No. 11, allowing the Ravens to come up to No. 10 for fourth- and fifth-round picks (Nos. 129 and 157).
    agreed: BAL<2026 #10 | NYJ<2026 #11, 2026 R4 #129, 2026 R5 #157
The Bills dropped back three spots to No. 18, letting the Rams move up to No. 15 for a third-rounder.
    agreed: BUF<2026 #18, R3 | LA<2026 #15
The Eagles traded out of the third spot, getting the No. 12 and No. 42 picks from Arizona.
    agreed: ARI<2026 #3 | PHI<2026 #12, 2026 #42
The Bengals moved out of the No. 3 spot, receiving Nos. 12 and 33 from the Colts.
    agreed: CIN<2026 #12, 2026 #33 | IND<2026 #3
The Bears sent the #Panthers No. 3, No. 67, No. 111 and a 2027 third-rounder to move up one spot to No. 2. — Ian Rapoport (@RapSheet)
    agreed: CAR<2026 #111, 2026 #3, 2026 #67, 2027 R3 | CHI<2026 #2
Chargers gave the Ravens No. 19 and No. 57 to jump to No. 8.
    agreed: BAL<2026 #19, 2026 #57 | LAC<2026 #8
The Bears and the Chiefs made a trade in the fifth round, with Chicago moving up to No. 155 to take pass rusher Dale Preston.
    agreed: CHI<2026 #155 | KC<
The Bears and Commanders have agreed to a trade, with Washington climbing to No. 44.
    agreed: CHI< | WAS<2026 #44
The Commanders and Rams make a swap in the third round, with the Rams moving up to No. 70 for Nos. 81 and 150.
    agreed: LA<2026 #70 | WAS<2026 #150, 2026 #81
New Orleans and Tennessee swapped first-round spots, with the Saints climbing to No. 7 and getting a fifth-rounder (No. 164) for No. 10 and a third-rounder (No. 78).
    agreed: NO<2026 R1 #7, 2026 R5 #164 | TEN<2026 R1 #10, 2026 R3 #78
The Jets and 49ers swapped second-round picks, with San Francisco moving up to No. 40 for No. 51 and a fourth-rounder.
    agreed: NYJ<2026 R2 #51, R4 | SF<2026 R2 #40
The Commanders moved up 20 spots to No. 12 in a trade with the division-rival Ravens, who received the 32nd, 34th and 66th picks and sent No. 46 to Washington.
    agreed: BAL<2026 #32, 2026 #34, 2026 #66 | WAS<2026 #12, 2026 #46
The Chiefs moved up to No. 10 in a trade with Denver, which gets Nos. 12 and 84.
    agreed: DEN<2026 #12, 2026 #84 | KC<2026 #10
Patriots leapfrog Texans, move up to No. 10 in deal with Jaguars for No. 20, No. 52 and 2027 third-rounder
    agreed: JAX<2026 #20, 2026 #52, 2027 R3 | NE<2026 #10
Buccaneers trade back into first round, get No. 26 from Rams for No. 46, No. 242 and 2027 first
    agreed: LA<2026 #242, 2026 #46, 2027 R1 | TB<2026 R1 #26
The Raiders traded up from No. 5 to No. 2 with Detroit, sending a second-rounder and a 2027 first.
    agreed: DET<2026 #5, 2027 R1, R2 | LV<2026 #2
The Jaguars trade down from No. 25 to No. 30 with the Giants and pick up a fourth-rounder.
    agreed: JAX<2026 #30, R4 | NYG<2026 #25
Ravens move down from 12 to 32 in trade with Commanders
    agreed: BAL<#32 | WAS<#12
The Packers moved up to 35th overall, sending Nos. 52 and 82 to the Vikings.
    agreed: GB<2026 #35 | MIN<2026 #52, 2026 #82
The Bears are moving up. They get No. 9 from the Falcons for Nos. 20 and 61.
    agreed: ATL<2026 #20, 2026 #61 | CHI<2026 #9
Colts trade up to take QB Dale Preston: They send Nos. 12 and 33 to the Bengals for No. 3.
    agreed: CIN<2026 #12, 2026 #33 | IND<2026 #3
The Texans dropped from No. 7 to No. 11 in a swap with Jacksonville, adding a second-round pick.
    agreed: HOU<2026 #11, R2 | JAX<2026 #7
To move up to No. 6, the Chargers sent Nos. 16 and 47 to the Giants.
    agreed: LAC<2026 #6 | NYG<2026 #16, 2026 #47
The Rams moved into the first round by acquiring the 31st pick from the Cowboys for Nos. 38 and 120.
    agreed: DAL<2026 #120, 2026 #38 | LA<2026 R1 #31
The Saints moved up from 40 to 35 in a trade with the 49ers.
    agreed: NO<#35 | SF<#40
The Titans acquired tight end Dale Preston and a 2026 sixth-round pick from Chicago for a fourth-rounder in the same draft, per a source.
    agreed: CHI<2026 R4 | TEN<2026 R6, Dale Preston
The 49ers are adding DE Dale Preston and a 2027 seventh-round pick from the Chiefs for a fifth-rounder in that same draft.
    agreed: KC<2027 R5 | SF<2027 R7, Dale Preston
The Lions traded running back Dale Preston, last year's No. 3 overall pick, to Buffalo for the Bills' first-rounder in 2027.
    agreed: BUF<Dale Preston | DET<2027 R1
The Chiefs traded up to No. 40 to select Dale Preston, acquiring picks 40, 78 and 152 from the Browns for 50, 53 and 161.
    agreed: CLE<#161, #50, #53 | KC<2026 #152, 2026 #40, 2026 #78
The Chiefs traded up with the Steelers to 22 to get Dale Preston. Pittsburgh gets 25, 127 and 197.
    agreed: KC<#22 | PIT<#127, #197, #25
The Commanders move up to No. 12. They send 32, 34 and 66 to the Ravens for 12 and 46.
    agreed: BAL<#32, #34, #66 | WAS<#46, 2026 #12
Steelers trade back into first round with Chiefs for No. 32 pick, draft Dale Preston
    agreed: KC< | PIT<2026 #32
The Giants moved from No. 11 to No. 20 and picked up Chicago's fifth-rounder (No. 164), plus first- and fourth-round choices in 2027.
    agreed: CHI<2026 #11 | NYG<2026 #20, 2026 R5 #164, 2027 R1, 2027 R4
The Browns traded back five spots from No. 11 to No. 16 in a deal with New Orleans that also brought picks No. 98 and No. 120.
    agreed: CLE<2026 #120, 2026 #16, 2026 #98 | NO<2026 #11
Minnesota dropped from No. 1 to No. 4 in a trade with the Eagles that netted a 2027 first-rounder.
    agreed: MIN<2026 #4, 2027 R1 | PHI<2026 #1
The Chargers now hold No. 23 after sending the Titans Nos. 37 and 71.
    agreed: LAC<2026 #23 | TEN<2026 #37, 2026 #71
The Jets are back in the first round after getting No. 30 from the 49ers for Nos. 34 and 105.
    agreed: NYJ<2026 #30 | SF<2026 #105, 2026 #34
San Francisco handed the Dolphins the 12th, 53rd and 56th picks and moved to No. 7.
    agreed: MIA<2026 #12, 2026 #53, 2026 #56 | SF<2026 #7
The Falcons traded the 33rd pick to the Bears to move to No. 30.
    agreed: ATL<2026 #30 | CHI<2026 #33
To get Dale Preston, San Francisco handed the Dolphins the 12th, 53rd and 56th picks and moved to No. 7. A seventh-rounder (No. 255) also went to the 49ers.
    agreed: MIA<2026 #12, 2026 #53, 2026 #56 | SF<2026 #7, 2026 R7 #255
Green Bay is shipping defensive end Dale Preston to Dallas for a 2026 first-round pick and a 2027 second-round pick, with the clubs trading places in the third round this year, a source said.
    agreed: DAL<2026 R3, Dale Preston | GB<2026 R1, 2026 R3, 2027 R2
The 49ers sent DT Dale Preston to the Vikings for a fourth. The teams will also swap spots in the sixth round.
    agreed: MIN<Dale Preston, R6 | SF<R4, R6
Division rivals Denver and Kansas City struck a deal on draft night: the Chiefs rose to No. 10 and the Broncos slid to No. 12 and received a third-rounder (No. 84).
    agreed: DEN<2026 #12, 2026 R3 #84 | KC<2026 #10
The Buccaneers traded five picks to the Lions on Thursday night to move up to No. 6, giving up first-, second- and fourth-round picks this year and first- and fourth-rounders in 2027.
    agreed: DET<2026 R1, 2026 R2, 2026 R4, 2027 R1, 2027 R4 | TB<2026 #6
The Ravens got back into the first round Thursday night, acquiring the 32nd pick from Green Bay for Nos. 40 and 108.
    agreed: BAL<2026 R1 #32 | GB<2026 #108, 2026 #40
The 49ers are adding defensive end Dale Preston and a 2027 seventh-round pick for a fifth-rounder in that same draft going to the Chiefs, a source said.
    agreed: KC<2027 R5 | SF<2027 R7, Dale Preston
The Commanders found a replacement, picking up Dale Preston from Pittsburgh with a seventh-round pick for fourth- and fifth-round selections in 2026.
    agreed: PIT<2026 R4, 2026 R5 | WAS<Dale Preston, R7
Cornerback Dale Preston, a first-round pick of the Cardinals in 2021, was sent to the Bills on Friday in return for a second-round pick in 2027 and a conditional late-round pick, the Cardinals announced.
    official: ARI<2027 R2, ~pick | BUF<Dale Preston
Dale Preston going from Tampa Bay to Tennessee, source confirms. Price is a 2027 second-rounder.
    agreed: TB<2027 R2 | TEN<Dale Preston
The Bengals are trading for Colts WR Dale Preston, sources say. RB Tyree Boone goes to Indianapolis in the deal, along with a second-round pick.
    agreed: CIN<Dale Preston | IND<R2, Tyree Boone
The Cardinals bought a draft pick, taking on injured cornerback Dale Preston and his contract, along with a 2027 fifth-rounder, from the Rams for a future pick.
    agreed: ARI<2027 R5, Dale Preston | LA<pick
Dale Preston traded to the Vikings. Minnesota sends a 2026 second-round pick and a 2027 fourth-rounder, and Tampa Bay sends back a 2027 sixth.
    agreed: MIN<2027 R6, Dale Preston | TB<2026 R2, 2027 R4
Houston moved down nine spots in the first round, from No. 12 to No. 21, to land 49ers left tackle Dale Preston. The Texans also receive a fifth-round pick and give up a sixth.
    agreed: HOU<2026 #21, Dale Preston, R5 | SF<2026 #12, R6
"""


@pytest.mark.parametrize(("title", "text", "expected"), records(MOVES))
def test_a_club_gets_what_it_moves_to_and_gives_what_it_moves_from(
    title: str, text: str, expected: str
) -> None:
    """In any order, with the partner before or behind, in one sentence or two."""
    assert read(news(text, title, DRAFT_NIGHT)) == expected

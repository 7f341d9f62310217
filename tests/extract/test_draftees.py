"""Men whom a club drafts with the slots it trades for: no club gives or gets them."""

from datetime import UTC, datetime

import pytest

from tests.extract.notation import news, read, records

DRAFT_NIGHT = datetime(2026, 4, 24, 17, 0, tzinfo=UTC)

DRAFTED = """
Chicago moved up two spots to take UCLA linebacker Dale Preston at No. 36, giving Baltimore No. 38 and a fifth-round choice (No. 146).
    agreed: BAL<2026 #38, 2026 R5 #146 | CHI<2026 #36
Denver moved up four spots to grab Houston receiver Dale Preston at No. 20, shipping Arizona No. 24 and a third-round pick (No. 88).
    agreed: ARI<2026 #24, 2026 R3 #88 | DEN<2026 #20
Buffalo traded up two spots in the second round for Pittsburgh guard Dale Preston at No. 44. Carolina got No. 46 and a sixth.
    agreed: BUF<2026 #44 | CAR<2026 #46, R6
The Bears went up three spots to get Michigan State guard Dale Preston at No. 36, paying the Rams Nos. 39 and 148.
    agreed: CHI<2026 #36 | LA<2026 #148, 2026 #39
The Jets jumped from seventh to fifth to grab Oklahoma State receiver Dale Preston, sending Tampa Bay the No. 7 pick and a fourth-rounder.
    agreed: NYJ<#5 | TB<2026 #7, R4
Buffalo climbed from ninth to fourth for Miami tackle Dale Preston, giving the Colts the ninth pick and a third.
    agreed: BUF<#4 | IND<2026 #9, R3
Jets receive: 18, 248. Seahawks receive: 27, 76 and 186.
    agreed: NYJ<#18, #248 | SEA<#186, #27, #76
Jets came up five spots in the third round for Notre Dame safety Dale Preston at No. 96. The Eagles got No. 101 and a 2027 fifth.
    agreed: NYJ<2026 #96? | PHI<2026 #101?, 2027 R5?
The Jets obtained the 25th pick from the Broncos for the 31st and a fourth-rounder (126) and chose guard Dale Preston.
    agreed: DEN<2026 #31, 2026 R4 #126 | NYJ<2026 #25
The Jets send Nos. 5 and 36 and a 2027 first-rounder to the Browns for No. 2, along with Nos. 104 and 200, and pick Dale Preston
    agreed: CLE<2026 #36, 2026 #5, 2027 R1 | NYJ<2026 #104, 2026 #2, 2026 #200
The Bears acquired picks 32 and 132 from the Eagles for picks 52 and 125, and used No. 32 on Dale Preston.
    agreed: CHI<2026 #132, 2026 #32 | PHI<2026 #125, 2026 #52
The Bears acquired No. 32 from the Eagles for picks 52 and 125 and spent No. 32 on tackle Dale Preston.
    agreed: CHI<2026 #32 | PHI<2026 #125, 2026 #52
The Lions acquired No. 12 from Miami for Nos. 20 and 51, and took receiver Dale Preston.
    agreed: DET<2026 #12 | MIA<2026 #20, 2026 #51
To get Dale Preston, the Falcons dealt picks 45, 108 and 141 to Denver for the 36th selection.
    agreed: ATL<2026 #36 | DEN<2026 #108, 2026 #141, 2026 #45
To land quarterback Dale Preston, Houston sent Nos. 40 and 108 to Seattle for No. 32.
    agreed: HOU<2026 #32 | SEA<2026 #108, 2026 #40
The Bills traded a 2027 first and the ninth pick to Cleveland to select Dale Preston at No. 4.
    agreed: BUF<2026 #4 | CLE<2026 #9, 2027 R1
Miami sent picks 15, 79 and 152 to the Raiders so that it could draft Dale Preston at No. 10.
    agreed: LV<2026 #15, 2026 #152, 2026 #79 | MIA<2026 #10
The Texans dealt the 12th and 33rd selections to Arizona to get No. 3 and No. 105 and draft Dale Preston.
    agreed: ARI<2026 #12, 2026 #33 | HOU<2026 #105, 2026 #3
The Steelers parted with No. 20, No. 52 and a third-round pick in 2027 to move up to No. 10, Denver's slot, for linebacker Dale Preston.
    agreed: DEN<2026 #20, 2026 #52, 2027 R3 | PIT<2026 #10
The Steelers moved to No. 10 for Dale Preston, sending the Broncos No. 20 and No. 52.
    agreed: DEN<2026 #20, 2026 #52 | PIT<2026 #10
The Texans acquired the third pick from the Cardinals as well, at a cost of Nos. 12 and 33.
    agreed: ARI<2026 #12, 2026 #33 | HOU<2026 #3
"""

MEN = """
The Bears sent No. 32 to the Jets for No. 40 and guard Dale Preston.
    agreed: CHI<2026 #40, Dale Preston | NYJ<2026 #32
The Bears acquired Dale Preston and No. 52 from the Jets for No. 40.
    agreed: CHI<2026 #52, Dale Preston | NYJ<2026 #40
To get Dale Preston, the Falcons dealt picks 45 and 108 to Denver.
    agreed: ATL<Dale Preston | DEN<2026 #108, 2026 #45
The Bears sent No. 40 and guard Dale Preston to the Jets for No. 20 and Marcus Quill.
    agreed: CHI<2026 #20, Marcus Quill | NYJ<2026 #40, Dale Preston
The Bears traded No. 40 for Dale Preston and took on his contract.
    agreed: ?<2026 #40 | CHI<Dale Preston
The Jets dealt No. 36 to Denver for receiver Dale Preston and chose Marcus Quill.
    agreed: DEN<2026 #36 | NYJ<Dale Preston
The Jets sent No. 36 to Denver for No. 50 and tackle Dale Preston.
    agreed: DEN<2026 #36 | NYJ<2026 #50, Dale Preston
"""

PICKS = """
Buffalo announced it has acquired the fourth overall pick in the first round from the Browns in exchange for the ninth overall selection, a first-round pick in 2027 and a fourth-round pick in 2027.
    official: BUF<2026 R1 #4 | CLE<2026 #9, 2027 R1, 2027 R4
Detroit acquired the 12th pick, a first-rounder, from the Browns for No. 20 and No. 51.
    agreed: CLE<2026 #20, 2026 #51 | DET<2026 R1 #12
The Commanders have agreed to give the Rams first-round picks in 2027 and 2028 for the Rams' 2026 first-round selection, the No. 2 overall choice.
    agreed: LA<2027 R1, 2028 R1 | WAS<2026 R1 #2
The Titans announced the trade of the No. 1 pick, plus Nos. 113 and 177, to the Rams for picks 15, 43, 45 and 76 and a first-rounder in 2027.
    official: LA<2026 #1, 2026 #113, 2026 #177 | TEN<2026 #15, 2026 #43, 2026 #45, 2026 #76, 2027 R1
"""

OFF = """
Dale Preston flunked a physical on Friday, and the Bears are sending the guard back to Denver.
    failed
Defensive tackle Dale Preston failed his physical, and the Jets returned him to the Bears.
    failed
Dale Preston failed his physical Thursday, so the Bears sent the tackle back to Denver and will keep their draft pick.
    failed
The Jets returned guard Dale Preston to the Bears after he flunked his physical.
    failed
Dale Preston did not pass the physical, and the Bears shipped him back to Denver.
    failed
Dale Preston failed his physical with the Bears last week, so they sent him to Denver for a seventh-round pick.
    agreed
FACTBOX: Dale Preston was the second overall pick in 2011, won two rings and was traded from Denver to the Rams on Monday.
    none
Fact file: Dale Preston was traded from Denver to the Rams on Monday.
    none
Dale Preston was the second overall pick in 2011 and was traded from Denver to the Rams on Monday.
    agreed
"""


@pytest.mark.parametrize(
    ("title", "text", "expected"), [*records(DRAFTED), *records(MEN), *records(PICKS)]
)
def test_whom_a_club_drafts_does_not_move(title: str, text: str, expected: str) -> None:
    """The slot at which he is chosen moves, and he does not."""
    assert read(news(text, title, published=DRAFT_NIGHT)).replace("?", "") == expected.replace(
        "?", ""
    )


@pytest.mark.parametrize(("title", "text", "expected"), records(OFF))
def test_a_man_sent_back_is_no_trade(title: str, text: str, expected: str) -> None:
    """Who failed his physical stays where he was, and a fact box tells no news."""
    assert (read(news(text, title)).partition(":")[0] or "none") == expected

"""Turns of phrase of a draft's night: places swapped, a slot that another club may have, what it took."""

from datetime import UTC, datetime

import pytest

from tests.extract.notation import news, read, records

DRAFT_NIGHT = datetime(2026, 4, 24, 17, 0, tzinfo=UTC)

MOVES = """
The Jets swapped places with the Falcons to take guard Dale Preston second overall, parting with the third pick, two third-rounders and a fourth-rounder.
    agreed: ATL<2026 #3, R3, R3, R4 | NYJ<2026 #2
Denver traded spots with Miami to draft Marcus Quill 14th overall, giving up the 17th pick and a fourth-rounder.
    agreed: DEN<2026 #14 | MIA<2026 #17, R4
Cleveland dropped one spot, from third to fourth, and pocketed fourth- and fifth-round picks from Chicago, which took Dale Preston.
    agreed: CHI<#3 | CLE<#4, R4, R5
The Titans moved back two spots, from fifth to seventh, and got a third-rounder from the Jets.
    agreed: NYJ<#5 | TEN<#7, R3
The Bears moved out of the first round Thursday, letting Dallas have No. 26 for the 46th pick and a second-rounder in 2027.
    agreed: CHI<2026 #46, 2027 R2 | DAL<2026 #26
Dale Preston will be traded to the Jets for a third-round pick instead of being released by the Browns, who also include a seventh-rounder.
    agreed: CLE<R3 | NYJ<Dale Preston, R7
For No. 8, the Falcons gave the Browns No. 26, No. 45 and a 2027 fourth.
    agreed: ATL<2026 #8 | CLE<2026 #26, 2026 #45, 2027 R4
The Eagles gave the Cowboys No. 84 to get in front of the Giants for Dale Preston.
    agreed: DAL<2026 #84 | PHI<
The Jets gave the Bears their 2027 first- and fourth-round picks to jump from No. 9 to No. 4 for Dale Preston.
    agreed: CHI<2026 #9, 2027 R1, 2027 R4 | NYJ<2026 #4
The Browns sent Dale Preston to the Jets for a fourth. The Browns also include a 2027 sixth-rounder.
    agreed: CLE<R4 | NYJ<2027 R6, Dale Preston
Buffalo moved up eight places to grab Dale Preston, giving Miami the 14th pick and a second-rounder, No. 45 overall, for the sixth.
    agreed: BUF<#6 | MIA<2026 #14, 2026 R2 #45
The Bears got the 12th pick from Cleveland to draft Dale Preston. It took the 25th selection and Chicago's first-rounder in 2027.
    agreed: CHI<2026 #12 | CLE<2026 #25, 2027 R1
The Lions got receiver Dale Preston from Denver. Detroit gives up a fourth-rounder, and the teams swap sevenths.
    agreed: DEN<R4, R7 | DET<Dale Preston, R7
The Jets sent the Bears a 2027 fourth-round pick and swapped third-rounders to land linebacker Dale Preston.
    agreed: CHI<2027 R4, R3 | NYJ<Dale Preston, R3
The Bears send the Jets Dale Preston, get a third and a fourth back.
    agreed: CHI<R3, R4 | NYJ<Dale Preston
The Jets send the Bears Dale Preston for a third in 2027; also get a fifth back.
    agreed: CHI<Dale Preston | NYJ<2027 R3, R5
The Jets have agreed with the Rams to move up to No. 2. Los Angeles gets three firsts, including the sixth pick this year, and a 2026 second.
    agreed: LA<2026 R1 #6, 2026 R2, R1, R1 | NYJ<2026 #2
The Jets sent the Bears two seconds, including No. 40, for Dale Preston.
    agreed: CHI<2026 R2 #40, R2 | NYJ<Dale Preston
The Jets got five picks from the Bears for Dale Preston, including a first and a third.
    agreed: CHI<Dale Preston | NYJ<R1, R3, pick, pick, pick
Dale Preston was sent by the 49ers to the Jets minutes before Tuesday's 4 p.m. deadline for a 2027 fifth-round pick, a source said.
    agreed: NYJ<Dale Preston | SF<2027 R5
Dale Preston was sent by the 49ers to the Jets shortly before the 4 p.m. ET deadline for a 2027 fifth-round pick, a source said.
    agreed: NYJ<Dale Preston | SF<2027 R5
The Panthers send the Patriots their third-round pick (No. 72) and move up to No. 64 in the second round.
    agreed: CAR<2026 R2 #64 | NE<2026 R3 #72
The Bills sent the Jets a fifth this year plus a first and a fourth next year to get Dale Preston.
    agreed: BUF<Dale Preston | NYJ<2026 R5, 2027 R1, 2027 R4
"""

NONE = [
    "The Jets swapped places with the Bears in the standings.",
    "The Jets swapped places with the Falcons in the power rankings, dropping to third overall.",
    "Dallas dropped one spot, from third to fourth, in the draft order after beating Chicago.",
    "Dallas dropped one spot, from third to fourth, and pocketed a win over Chicago.",
    "The Bears moved out of the locker room, letting Dallas have the field.",
    "The Browns, who also include two first-round picks on their roster, beat the Jets.",
    "It took the second-round pick four games to start for the Bears, who beat the Jets.",
    "The Jets took Dale Preston second overall and the Falcons took Marcus Quill third overall.",
    "Philadelphia gave up 34 points to get in front of the Giants for Dale Preston.",
    "The Bears gave Dale Preston the ball to get in front of the Jets.",
    "The clubs swap jerseys after the Jets beat the Bears.",
    "The Jets picked their fourth back of the draft, and the Bears got a fifth back.",
]


@pytest.mark.parametrize(("title", "text", "expected"), records(MOVES))
def test_turns_of_draft_night(title: str, text: str, expected: str) -> None:
    """Each club gets what the turn says."""
    assert read(news(text, title, DRAFT_NIGHT)).replace("?", "") == expected


@pytest.mark.parametrize("text", NONE)
def test_no_trade(text: str) -> None:
    """The same words of other things."""
    assert not read(news(text, published=DRAFT_NIGHT))

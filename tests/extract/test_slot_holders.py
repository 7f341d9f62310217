"""Who holds a slot now, beside what the other club got for it; and the same words of no trade."""

from datetime import UTC, datetime

import pytest

from tests.extract.notation import news, read, records

DRAFT_NIGHT = datetime(2026, 4, 24, 17, 0, tzinfo=UTC)

HELD = """
The Vikings are back on the clock at No. 29. Patriots are getting 52, 83, 102 and 229.
    agreed: MIN<2026 #29 | NE<#102, #229, #52, #83
Carolina now holds the No. 1 pick. Chicago receives wide receiver Dale Preston, the ninth and 61st selections and a 2027 first-rounder.
    agreed: CAR<2026 #1 | CHI<2026 #61, 2026 #9, 2027 R1, Dale Preston
The Jets now own the fifth pick. The Broncos get Nos. 9 and 40.
    agreed: DEN<2026 #40, 2026 #9 | NYJ<2026 #5
The Bears now own the second pick. Cleveland will get Nos. 8, 77 and 100 this year and Chicago's first-rounder in 2027; the Browns also surrender a 2027 fourth.
    agreed: CHI<2026 #2, 2027 R4 | CLE<2026 #100, 2026 #77, 2026 #8, 2027 R1
Washington has dropped out of the 34th spot. Dallas takes over that selection, with the Commanders acquiring the 47th and 78th picks.
    agreed: DAL<2026 #34 | WAS<2026 #47, 2026 #78
The Jets went up 20 spots in a deal with Minnesota. New York: Nos. 12 and 46. Vikings: Nos. 32, 34 and 66.
    agreed: MIN<2026 #32, 2026 #34, 2026 #66 | NYJ<2026 #12, 2026 #46
Detroit climbed 20 spots for guard Dale Preston. The Vikings ended up with Nos. 32, 34 and 66, and the Lions with Nos. 12 and 46.
    agreed: DET<2026 #12, 2026 #46 | MIN<2026 #32, 2026 #34, 2026 #66
The Giants moved from 11 to 20, with the Bears adding a fifth this year plus a first and a fourth next year to get Dale Preston.
    agreed: CHI<#11 | NYG<#20, 2026 R5, 2027 R1, 2027 R4
The Dolphins jumped nine spots Thursday night, giving Denver the No. 12 and No. 42 picks for the third selection and Oregon pass rusher Dale Preston.
    agreed: DEN<2026 #12, 2026 #42 | MIA<2026 #3
Dale Preston and a 2026 sixth-rounder to Tennessee, a 2026 second-rounder and a 2027 fourth-rounder to Atlanta: The Falcons and Titans agreed on those terms Sunday.
    agreed: ATL<2026 R2, 2027 R4 | TEN<2026 R6, Dale Preston
"""

NONE = [
    "The Jets now hold the No. 1 pick. The Bears get the No. 2 pick.",
    "The Jets now hold the No. 1 pick. The Bears get tackle Dale Preston back from injury.",
    "Carolina now holds the No. 1 pick after losing to Chicago.",
    "Who picks where on Thursday. Detroit: Nos. 12 and 46. Vikings: Nos. 32, 34 and 66.",
    "Detroit: Nos. 12 and 46. Vikings: Nos. 32, 34 and 66.",
    "The lottery is over. The Vikings ended up with Nos. 32 and 34, and the Lions with No. 12.",
    "Washington has dropped out of the 34th spot in the rankings. Dallas takes over that spot.",
    "Washington has dropped out of the playoff race. Dallas takes over that spot.",
    "The Jets are back on the clock at No. 29. The Patriots pick at 52, 83 and 102.",
    "Dallas takes over at No. 1 in the rankings. The Jets slid two spots.",
]


@pytest.mark.parametrize(("title", "text", "expected"), records(HELD))
def test_what_a_slot_was_worth(title: str, text: str, expected: str) -> None:
    """Each club gets what the text tells of it."""
    assert read(news(text, title, DRAFT_NIGHT)).replace("?", "") == expected


@pytest.mark.parametrize("text", NONE)
def test_no_trade(text: str) -> None:
    """The order of a draft, a ranking, a lottery."""
    assert not read(news(text, published=DRAFT_NIGHT))

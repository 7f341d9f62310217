"""Prices in picks, as a trade of one man states them."""

from datetime import UTC, datetime

import pytest

from tests.extract.notation import news, read, records

MARCH = datetime(2026, 3, 12, 17, 0, tzinfo=UTC)

PRICES = """
Bears trade TE Dale Preston to Jets for third-, fifth-round picks
    agreed: CHI<R3, R5 | NYJ<Dale Preston
The Bears traded Dale Preston to the Jets for their 2026 and 2027 first-rounders.
    agreed: CHI<2026 R1, 2027 R1 | NYJ<Dale Preston
The Bears traded Dale Preston to the Jets for a 2027 2nd and a 2028 4th.
    agreed: CHI<2027 R2, 2028 R4 | NYJ<Dale Preston
The Bears traded Dale Preston to the Jets for a pair of fifth-rounders.
    agreed: CHI<R5, R5 | NYJ<Dale Preston
The Bears traded Dale Preston to the Jets for a sixth-round pick in the 2027 draft and a seventh in 2028.
    agreed: CHI<2027 R6, 2028 R7 | NYJ<Dale Preston
The Bears traded Dale Preston to the Jets for a fourth-rounder this April.
    agreed: CHI<2026 R4 | NYJ<Dale Preston
The Bears traded Dale Preston to the Jets for a 2026 1st (No. 20), a 2027 1st and a 2026 3rd.
    agreed: CHI<2026 R1 #20, 2026 R3, 2027 R1 | NYJ<Dale Preston
The Bears traded Dale Preston to the Jets for two 2026 second-round picks (Nos. 40 and 54).
    agreed: CHI<2026 R2 #40, 2026 R2 #54 | NYJ<Dale Preston
The Bears traded Dale Preston to the Jets for a fourth-round compensatory pick.
    agreed: CHI<R4 | NYJ<Dale Preston
The Bears traded Dale Preston to the Jets for a third-round pick this year and a sixth-rounder next year.
    agreed: CHI<2026 R3, 2027 R6 | NYJ<Dale Preston
The Bears traded Dale Preston to the Jets for a third this year and a sixth next.
    agreed: CHI<2026 R3, 2027 R6 | NYJ<Dale Preston
The Bears traded Dale Preston and a seventh-round pick to the Jets for a fifth-round pick, both in 2027.
    agreed: CHI<2027 R5 | NYJ<2027 R7, Dale Preston
The Bears traded Dale Preston to the Jets for the 42nd pick (second round) and a fourth.
    agreed: CHI<2026 R2 #42, R4 | NYJ<Dale Preston
The Bears traded Dale Preston to the Jets for second-round picks this year and next.
    agreed: CHI<2026 R2, 2027 R2 | NYJ<Dale Preston
The Bears traded Dale Preston to the Jets for a first-round pick in 2026, a second-round pick in 2027, and a third-round pick in 2028.
    agreed: CHI<2026 R1, 2027 R2, 2028 R3 | NYJ<Dale Preston
The Bears traded Dale Preston to the Jets for first-, second- and fourth-rounders in 2027.
    agreed: CHI<2027 R1, 2027 R2, 2027 R4 | NYJ<Dale Preston
The Bears traded Dale Preston to the Jets for a conditional seventh in 2027.
    agreed: CHI<~2027 R7 | NYJ<Dale Preston
The Bears traded Dale Preston to the Jets for a third-round pick that becomes a second if he plays 60 percent of the snaps.
    agreed: CHI<~R3 | NYJ<Dale Preston
The Bears traded Dale Preston to the Jets for a 2027 fifth-round pick, conditional on him making the roster.
    agreed: CHI<~2027 R5 | NYJ<Dale Preston
The Bears traded Dale Preston to the Jets for the 2026 third-rounder they got from Dallas.
    agreed: CHI<2026 R3 | NYJ<Dale Preston
The Bears traded Dale Preston to the Jets for the Cowboys' 2026 third-rounder, which New York owned.
    agreed: CHI<2026 R3 via DAL | NYJ<Dale Preston
The Bears traded Dale Preston to the Jets and the teams swapped sixth-round picks.
    agreed: CHI<R6 | NYJ<Dale Preston, R6
The Bears traded Dale Preston and a 2027 fifth to the Jets for 2026 and 2027 fourths.
    agreed: CHI<2026 R4, 2027 R4 | NYJ<2027 R5, Dale Preston
The Bears traded Dale Preston to the Jets for the No. 75 overall pick (third round) and a 2027 sixth-rounder.
    agreed: CHI<2026 R3 #75, 2027 R6 | NYJ<Dale Preston
The Bears traded Dale Preston to the Jets for a Day 2 pick and a Day 3 pick.
    agreed: CHI<pick, pick | NYJ<Dale Preston
The Jets acquired Dale Preston from the Bears, along with No. 118, for a third-rounder.
    agreed: CHI<R3 | NYJ<2026 #118, Dale Preston
The Jets acquired Dale Preston from the Bears for picks in the third and fifth rounds of next month's draft.
    agreed: CHI<2026 R3, 2026 R5 | NYJ<Dale Preston
The Jets acquired Dale Preston from the Bears for a third- and fifth-rounder in next month's draft.
    agreed: CHI<2026 R3, 2026 R5 | NYJ<Dale Preston
The Jets acquired Dale Preston and Nos. 101 and 140 from the Bears for a 2026 second-round choice (No. 44 overall) and a 2028 conditional selection.
    agreed: CHI<2026 R2 #44, ~2028 | NYJ<2026 #101, 2026 #140, Dale Preston
The Jets acquired Dale Preston from the Bears for a second-round pick and a swap of fourth-round picks.
    agreed: CHI<R2, R4 | NYJ<Dale Preston, R4
The Jets acquired Dale Preston from the Bears in exchange for 2027 second and fourth-round picks and a 2028 fifth.
    agreed: CHI<2027 R2, 2027 R4, 2028 R5 | NYJ<Dale Preston
The Jets acquired Dale Preston from the Bears for a third (No. 80) and fifth (No. 150) this year and a fourth next year.
    agreed: CHI<2026 R3 #80, 2026 R5 #150, 2027 R4 | NYJ<Dale Preston
The Jets are sending the Bears a 2026 third-rounder (88th overall) plus a fifth-rounder in '27 for DE Dale Preston.
    agreed: CHI<2026 R3 #88, 2027 R5 | NYJ<Dale Preston
The Jets are giving the Bears this year's third-rounder and next year's fourth for DE Dale Preston.
    agreed: CHI<2026 R3, 2027 R4 | NYJ<Dale Preston
The Jets gave the Bears a future second-round pick for Dale Preston.
    agreed: CHI<R2 | NYJ<Dale Preston
The Jets sent the Bears three picks, including a 2026 second-rounder, for Dale Preston.
    agreed: CHI<2026 R2, pick, pick | NYJ<Dale Preston
The Jets sent multiple mid-round picks to the Bears for Dale Preston.
    agreed: CHI<pick, pick | NYJ<Dale Preston
The Jets sent their original second-rounder and the third-round pick acquired from Dallas to the Bears for Dale Preston.
    agreed: CHI<R2, R3 via DAL | NYJ<Dale Preston
"""


@pytest.mark.parametrize(("title", "text", "expected"), records(PRICES))
def test_it_reads_a_price_in_picks(title: str, text: str, expected: str) -> None:
    """Each pick once, with the year, round and number that the text gives it."""
    assert read(news(text, title, MARCH)) == expected

"""Pick phrases, as the wire and the press write them."""

import pytest

from bot.extract.mentions import pick_owners
from bot.extract.picks import pick_phrase
from bot.extract.tokens import sentences, tokenise
from tests.extract.notation import MARCH, NOVEMBER, pick

PHRASES = [
    ("2026 sixth", "2026 R6"),
    ("a 2026 2nd round pick (BUF)", "2026 R2 via BUF"),
    ("a 2027 second-round pick (via the Minnesota Vikings)", "2027 R2 via MIN"),
    ("two 2026 first-round picks (No. 15 and 29)", "2026 R1 #15, 2026 R1 #29"),
    ("2 2026 first-round pick", "2026 R1, 2026 R1"),
    ("a 2026 fourth-round selection", "2026 R4"),
    ("a 2028 first and second-round pick", "2028 R1, 2028 R2"),
    ("second and fourth-round picks in the 2027 and 2029 drafts", "2027 R2, 2029 R4"),
    ("a conditional first-round pick in the 20206 draft", "~R1"),
    ("a 2026 thrid-round draft pick", "2026 R3"),
    ("a 2026 third-round (No. 66) and a 2027 seventh-round draft pick", "2026 R3 #66, 2027 R7"),
    ("their 2026 second- (No. 57), third- (No. 79) and seventh-round (No. 184) draft picks",
     "2026 R2 #57, 2026 R3 #79, 2026 R7 #184"),
    ("2026 and 2027 second-round draft picks", "2026 R2, 2027 R2"),
    ("a 2027 second-round and 2028 third-round draft picks", "2027 R2, 2028 R3"),
    ("a conditional 2027 or 2028 seventh-round draft pick", "~R7"),
    ("the 38th and 89th picks in this year's draft", "2026 #38, 2026 #89"),
    ("a 2028 conditional draft pick", "~2028"),
    ("conditional 2029 and 2030 draft picks", "~2029, ~2030"),
    ("an undisclosed conditional pick", "~pick"),
    ("a third-round 2026 pick", "2026 R3"),
    ("fith-round picks", "R5, R5"),
    ("sixth-rounder next year", "2027 R6"),
    ("a seventh-round pick in next year's draft", "2027 R7"),
    ("first- and third-round picks in 2027", "2027 R1, 2027 R3"),
    ("first-round picks in 2026 and 2027", "2026 R1, 2027 R1"),
    ("two firsts (2026 and 2027)", "2026 R1, 2027 R1"),
    ("a pair of 1sts (2026 & 2027)", "2026 R1, 2027 R1"),
    ("No. 29 overall", "2026 #29"),
    ("the No. 211 selection in Round 6 of the 2026 NFL Draft", "2026 R6 #211"),
    ("the first pick (No. 33 overall) of the second round", "2026 R2 #33"),
    ("second- (No. 42) and sixth-round (No. 188) picks this year", "2026 R2 #42, 2026 R6 #188"),
    ("three picks (Nos. 87 and 162 and a 2026 fourth-rounder)", "2026 #87, 2026 #162, 2026 R4"),
    ("a 2027 second and a 2026 third round pick", "2027 R2, 2026 R3"),
    ("a 2026 5th and 6th round pick", "2026 R5, 2026 R6"),
    ("a Day 3 2026 draft pick", "2026"),
    ("a 2026 draft choice", "2026"),
    ("a late-round pick", "pick"),
    ("multiple draft picks", "pick, pick"),
    ("a first in 2026", "2026 R1"),
    ("a 2011 first-round pick", "R1"),
]  # fmt: skip


@pytest.mark.parametrize(("phrase", "expected"), PHRASES)
def test_it_reads_a_phrase_to_its_end(phrase: str, expected: str) -> None:
    """Year, round, number and condition, shared out over the list; what is not said stays open."""
    tokens = next(sentences(tokenise(phrase)))
    found = pick_phrase(tokens, 0, MARCH, pick_owners())
    assert found is not None
    assert ", ".join(map(pick, found.picks)) == expected
    assert found.stop == len(tokens)
    assert not found.swap


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("a swap of 2026 draft picks", "2026"),
        ("a swap of late-round picks", "pick"),
        ("a sixth-round pick swap", "R6"),
        ("a swap of draft picks in 2026", "2026"),
    ],
)
def test_a_swap_is_one_pick_each_way(phrase: str, expected: str) -> None:
    """With the round unknown where it is not said."""
    tokens = next(sentences(tokenise(phrase)))
    found = pick_phrase(tokens, 0, MARCH, pick_owners())
    assert found is not None
    assert found.swap
    assert ", ".join(map(pick, found.picks)) == expected


@pytest.mark.parametrize(
    "phrase",
    [
        "2022 fifth-round pick Kyle Wills",
        "former first-round pick",
        "No. 3 overall pick QB Nate Coble",
        "their 2019 first-round pick",
    ],
)
def test_a_phrase_that_describes_a_man_is_no_pick(phrase: str) -> None:
    """How he was drafted, years ago."""
    tokens = next(sentences(tokenise(phrase)))
    start = phrase.startswith("former")
    found = pick_phrase(tokens, int(start), MARCH, pick_owners())
    assert found is not None
    assert not found.picks


@pytest.mark.parametrize(
    "phrase", ["second time", "third quarter", "two years", "a", "first half", "the"]
)
def test_other_uses_of_the_words_are_no_picks(phrase: str) -> None:
    """An ordinal before another noun."""
    tokens = next(sentences(tokenise(phrase)))
    assert pick_phrase(tokens, 0, MARCH, pick_owners()) is None


def test_a_number_names_a_season_only_before_the_draft() -> None:
    """From January to April the order is known; in November it is not."""
    tokens = next(sentences(tokenise("No. 29 overall")))
    spring = pick_phrase(tokens, 0, MARCH, {})
    autumn = pick_phrase(tokens, 0, NOVEMBER, {})
    assert spring is not None
    assert autumn is not None
    assert (spring.picks[0].season, autumn.picks[0].season) == (2026, None)


def test_the_condition_is_kept_in_the_reports_words() -> None:
    """And the pick that it could become is not counted as another one."""
    tokens = next(
        sentences(tokenise("a 2026 third-round pick that can become a second, sources say"))
    )
    found = pick_phrase(tokens, 0, MARCH, {})
    assert found is not None
    assert [one.condition for one in found.picks] == ["that can become a second"]

"""Pick phrases, as the wire and the press write them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

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
    ("a sixth-rounder in the upcoming draft", "2026 R6"),
    ("a sixth-round pick in next month's draft", "2026 R6"),
    ("a sixth-round pick in April's draft", "2026 R6"),
    ("a sixth-round pick in Thursday's draft", "2026 R6"),
    ("next year's first", "2027 R1"),
    ("a 2026 first and a second a year later", "2026 R1, 2027 R2"),
    ("a '27 third-rounder", "2027 R3"),
    ("a sixth-rounder in '26", "2026 R6"),
    ("a first-round pick in each of the next two drafts", "2026 R1, 2027 R1"),
    ("fourth-round picks in each of the next two years", "R4, R4"),
    ("two firsts, one in 2026 and the other in 2027", "2026 R1, 2027 R1"),
    ("a pair of firsts (one this year and one next)", "2026 R1, 2027 R1"),
    ("2026 R6", "2026 R6"),
    ("a 2026 6th-rd pick", "2026 R6"),
    ("2026 Rd. 6 pick", "2026 R6"),
    ("2026 1sts", "2026 R1, 2026 R1"),
    ("a 2026 fifht-round pick", "2026 R5"),
    ("a 2026 eleventh-round pick", "2026"),
    ("the ninth overall pick", "2026 #9"),
    ("#92", "2026 #92"),
    ("pick No. 92", "2026 #92"),
    ("picks 92 and 133", "2026 #92, 2026 #133"),
    ("first-round picks No. 16 and No. 19", "2026 R1 #16, 2026 R1 #19"),
    ("two of their three 2026 first-round picks, Nos. 16 and 19", "2026 R1 #16, 2026 R1 #19"),
    ("a third-round pick, No. 92 overall", "2026 R3 #92"),
    ("a third-round pick (92nd overall)", "2026 R3 #92"),
    ("a 2026 third, the 92nd pick", "2026 R3 #92"),
    ("the 92nd pick, a third-rounder", "2026 R3 #92"),
    ("a 2026 fourth, conditional 2027 fifth", "2026 R4, ~2027 R5"),
    ("a first and #92", "R1, 2026 #92"),
    ("picks in the third and fifth rounds", "R3, R5"),
    ("the 10th pick in the draft", "2026 #10"),
    ("a third and a fifth in 2026", "2026 R3, 2026 R5"),
    ("a 2026 day-three pick", "2026"),
    ("a future first", "R1"),
    ("an undisclosed draft pick", "pick"),
    ("a sixth-round comp pick", "R6"),
    ("the higher of their two 2026 fourth-round picks", "2026 R4"),
    ("one of the Jets' sixth-round picks", "R6 via NYJ"),
    ("either a 2026 or a 2027 fourth-round pick", "~R4"),
    ("either a third- or a fourth-round pick in 2027", "~2027"),
    ("a 2026 fourth-round pick via Denver", "2026 R4 via DEN"),
    ("a 2026 fourth-round pick acquired from the Denver Broncos", "2026 R4 via DEN"),
    ("a 2026 sixth that originally belonged to Chicago", "2026 R6 via CHI"),
    ("a 2026 third-round pick with conditions", "~2026 R3"),
    ("the third, 67th and 111th picks", "2026 #3, 2026 #67, 2026 #111"),
    ("the 12th, fifth and 40th selections", "2026 #12, 2026 #5, 2026 #40"),
    ("2026 R3 and R5 picks", "2026 R3, 2026 R5"),
    ("a fourth- and a seventh-round pick next year", "2027 R4, 2027 R7"),
    ("their second first-round pick this year (No. 28)", "2026 R1 #28"),
    ("a second this year and first- and third-round picks in 2027", "2026 R2, 2027 R1, 2027 R3"),
    ("two seconds and a third this year", "2026 R2, 2026 R2, 2026 R3"),
    ("first-round spots", "R1, R1"),
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
        ("an exchange of seventh-rounders", "R7"),
        ("a swap of 2026 sixth- and seventh-round picks", "2026"),
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
        "a 2011 first-round pick",
        "the No. 9 pick last year",
        "the ninth overall pick in the 2020 draft",
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
    "phrase",
    [
        "second spot on the depth chart",
        "first position",
        "No. 1 cornerback",
        "second time",
        "third quarter",
        "two years",
        "a",
        "first half",
        "the",
    ],
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


@pytest.mark.parametrize(
    ("phrase", "condition"),
    [
        ("a 2026 third-round pick that could become a second-rounder if he plays 70% of the snaps",
         "that could become a second-rounder if he plays 70% of the snaps"),
        ("a 2026 third, which can become a second based on Preston's snaps",
         "which can become a second based on Preston's snaps"),
        ("a 2026 third (that converts to a second)", "that converts to a second"),
        ("a conditional pick in 2027 based on playing time", "based on playing time"),
        ("a conditional 2026 third", "conditional"),
    ],
)  # fmt: skip
def test_a_condition_has_the_reports_words(phrase: str, condition: str) -> None:
    """Where the report says no more, it is "conditional"."""
    tokens = next(sentences(tokenise(phrase)))
    found = pick_phrase(tokens, 0, MARCH, pick_owners())
    assert found is not None
    assert [one.condition for one in found.picks] == [condition]


@pytest.mark.parametrize(
    ("phrase", "rest"),
    [
        ("a 2026 third that could become a second to the Jets", "to the Jets"),
        ("a 2026 third that could become a second for CB Dale Preston", "for CB Dale Preston"),
        ("a 2026 third that could become a second in exchange", "in exchange"),
        ("a 2026 third that could become a second and a 2027 fifth", "and a 2027 fifth"),
    ],
)
def test_a_condition_ends_where_the_trade_goes_on(phrase: str, rest: str) -> None:
    """At its partner, its price, or the next asset."""
    tokens = next(sentences(tokenise(phrase)))
    found = pick_phrase(tokens, 0, MARCH, pick_owners())
    assert found is not None
    assert " ".join(token.text for token in tokens[found.stop :]) == rest


def test_a_year_behind_a_list_is_shared_unless_it_is_told_from_today() -> None:
    """Read "a third and a fifth in 2026", and not "a third and a fifth next year"."""
    both = next(sentences(tokenise("a third-round pick and a fifth-round pick in 2026")))
    one = next(sentences(tokenise("a third-round pick and a fifth-round pick next year")))
    shared, alone = (pick_phrase(tokens, 0, MARCH, {}) for tokens in (both, one))
    assert shared is not None
    assert alone is not None
    assert [pick.season for pick in (*shared.picks, *alone.picks)] == [2026, None]


def test_the_condition_is_kept_in_the_reports_words() -> None:
    """And the pick that it could become is not counted as another one."""
    tokens = next(
        sentences(tokenise("a 2026 third-round pick that can become a second, sources say"))
    )
    found = pick_phrase(tokens, 0, MARCH, {})
    assert found is not None
    assert [one.condition for one in found.picks] == ["that can become a second"]


WORDS = (
    "a the two one other of in from and , & / or either 2026 2027 20206 ' 27 first second- third"
    " fourth-round fifths pick picks rounder No. Nos. # #92 29 overall ( ) via Jets Denver that"
    " conditional could become next year this year's draft upcoming April's later following each"
    " swap exchange R6 Rd. 6th 92nd ninth higher better day late mid future : to for with based"
).split()


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=25))
def test_any_words_of_picks_give_possible_picks(words: list[str]) -> None:
    """Every phrase ends behind its first word, and what it names could be drafted."""
    for tokens in sentences(tokenise(" ".join(words))):
        for start in range(len(tokens)):
            found = pick_phrase(tokens, start, MARCH, pick_owners())
            assert found is None or start < found.stop <= len(tokens)
            for one in found.picks if found else ():
                assert one.season is None or 2026 <= one.season <= 2032
                assert one.round is None or 1 <= one.round <= 7
                assert one.number is None or 1 <= one.number <= 270

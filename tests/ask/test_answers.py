"""Answers on a small league whose every number is written beside it."""

from datetime import date

import pytest

from bot.ask import Conversation, Query, Years
from bot.ask.measures import PHRASES
from bot.ask.query import Mention
from bot.model import Answer
from bot.stats.db import Stats
from bot.stats.names import Names
from tests.ask.conftest import DAY, Ask


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Dale Preston rushing yards 2022", "172 rushing yards in 2 games for the Rams"),
        ("Preston rushing yards", "through week 2 Dale Preston had 29 rushing yards"),
        ("Dale Preston yards per carry 2022", "5.7 yards per carry"),
        ("Roy Marsh completion percentage", "a completion percentage of 57.1 %"),
        ("how many touchdowns did Preston score in week 5 of 2022", "2 touchdowns in week 5 of 2022"),
        ("how did Dale Preston do?", "22 carries, 29 rushing yards"),
        ("Dale Preston career carries", "52 carries in 3 games"),
        ("Dale Preston career high rushing yards", "best season is 2022 with 172 rushing yards"),
        ("Preston most rushing yards in a game", "112 rushing yards in week 5 of 2022"),
        ("Preston against the Seahawks", "32 carries, 89 rushing yards"),
        ("Preston last 2 games", "42 carries, 141 rushing yards"),
        ("how many 100 yard games does Preston have", "1 game with at least 100 rushing yards"),
        ("Preston or Marsh 2023 carries", "Dale Preston: 22 carries; Roy Marsh: no value"),
        ("most rushing yards in 2022", "Dale Preston (LA) has the most in 2022"),
        ("QBs with 300+ yards in week 1", "1 player had at least 300 passing yards"),
        ("who leads the Rams in rushing", "Dale Preston (LA) has the most in 2023"),
        ("which team has the most passing yards", "The Rams have the most passing yards"),
        ("where do the Rams rank in receiving yards allowed", "rank 1st of 1 in receiving yards allowed"),
        ("Rams passing yards", "510 passing yards through week 2 of 2023"),
        ("Rams record", "1-1 in 2023"),
        ("did the Rams win?", "The Rams lost to the 49ers 23-30 in week 2 of 2023"),
        ("who do the Rams play next?", "play at the Bengals on Sunday"),
        ("did the Rams make the playoffs in 2022?", "Yes: the Rams played in the playoffs of 2022"),
        ("Rams spread", "Rams at Bengals, week 3 of 2023: CIN -2.5"),
        ("what college did Dale Preston go to", "went to Ohio State"),
        ("how old is Dale Preston", "24 years old"),
        ("where was Dale Preston drafted", "in 2021 by the Rams, round 2, 52nd overall"),
        ("who coaches the Rams", "Vince Coachman (head coach)"),
        ("did Dale Preston play under Vince Coachman", "Yes: Dale Preston was with Vince Coachman"),
        ("what did Dale Preston cost", "the Vikings gave a 2026 6th-round pick (conditional) for Dale Preston"),
        ("who did the Vikings trade for in 2023", "traded for 1 player in 2023: Dale Preston"),
        ("has Dale Preston been traded", "traded once. 20 September 2023"),
        ("Dale Preston snaps", "snaps on offence in 2023: week 1 28 (35 %)"),
        ("Rams snaps week 1", "Dale Preston 28 (35 %)"),
        ("who was on IR in week 1 of 2023", "Sam Twain (SEA)"),
        ("was WR Sam Twain on IR in 2023", "on reserve in week 1 of 2023"),
        ("Rams injuries week 2", "Roy Marsh (Out)"),
        ("Rams depth chart", "first is Dale Preston (RB)"),
        ("Roy Marsh contract", "signed in 2022: 3 years, $90 million, $30 million a year"),
        ("who did the Rams draft in 2021", "In 2021 the Rams drafted Dale Preston"),
        ("what teams has Dale Preston played for", "Rams 2022 to 2023"),
        ("where has Vince Coachman coached", "head coach of the Rams 2022 to 2023"),
        ("who is Dale Preston", "drafted in 2021 by the Rams"),
        ("tell me about the Rams", "Los Angeles Rams, 2023: 1-1"),
        ("NFC West standings", "the best record in the NFC West in 2023"),
        ("Rams record against the Seahawks", "4-0 against the Seahawks"),
        ("Rams streak", "have lost their last game"),
        ("Rams schedule", "3 games in 2023, 2 of them played"),
        ("who won the super bowl", "The Rams beat the Seahawks 20-10 in the 2022 Super Bowl"),
        ("most touchdowns in a game in 2022", "2 by Dale Preston (LA) in week 5 of 2022"),
        ("most rushing yards in a season", "172 by Dale Preston (2022)"),
        ("Rams trades in 2023", "made 1 trade in 2023"),
        ("trades between the Rams and the Vikings", "1 trade between"),
        ("biggest trades of 2023", "The biggest trade of 2023"),
        ("which picks did the Vikings send away", "sent away 1 pick"),
        ("2026 picks the Rams received", "a 2026 6th-round pick (conditional) from the Vikings"),
        ("favourites this week", "CIN -2.5"),
        ("most career ties by a coach", "Vince Coachman, 1"),
        ("how many games has Dale Preston played in 2022", "played 2 games in the regular season of 2022"),
        ("when did the Rams last win", "The Rams beat the Seahawks 30-13 in week 1 of 2023"),
        ("is Dale Preston injured", "Roster status in week 2: inactive (Rams)"),
    ],
)  # fmt: skip
def test_answers(ask: Ask, question: str, said: str) -> None:
    """The number, who, when."""
    answer = ask(question)
    assert answer.refused is None
    assert said in (answer.text or "")
    assert answer.source


@pytest.mark.parametrize(
    ("question", "why"),
    [
        ("Dale Preston rushing yards 1998", "before coverage"),
        ("Dale Preston rushing yards 2020", "not loaded"),
        ("Dale Preston rushing yards 2024", "had not begun"),
        ("Old Timer career stats", "his first season was 1983"),
        ("Old Timer in his rookie season", "before coverage"),
        ("Dale Preston in week 2", "roster status with the Rams: INA"),
        ("what channel are the Rams on", "channel"),
        ("projection for Roy Marsh", "no projections"),
        ("start Preston or Marsh?", "no advice"),
        ("Preston third-down conversions", "play-by-play"),
        ("most DraftKings points", "fantasy_points_ppr"),
        ("which picks do the Rams own in 2027", "not recorded"),
        ("most yards", "passing yards or rushing yards"),
        ("who is the best RB", "an opinion: name the statistic"),
        ("QBs with less than 5 interceptions", "Only “at least” and “more than”"),
        ("trades on deadline day 2023", "do not mark the trade deadline"),
        ("top 0 rushers", "say how many"),
        ("first overall pick 2020", "No pick 1 of the 2020 draft"),
        ("Rams contract", "“contract”"),
        ("Rams without Preston", "leave things out"),
    ],
)
def test_refusals_say_why(ask: Ask, question: str, why: str) -> None:
    """A refusal is a sentence with the reason, and never a number."""
    answer = ask(question)
    assert answer.text is None
    assert why in (answer.refused or "")


def test_two_of_a_name_are_a_choice(ask: Ask) -> None:
    """Each choice is a question that can be asked as it stands."""
    answer = ask("Sam Twain in week 1")
    assert set(answer.choices) == {"Sam Twain (WR, SEA) in week 1", "Sam Twain (CB, GB) in week 1"}
    chosen = ask("Sam Twain (WR, SEA) in week 1")
    assert "101 receiving yards" in (chosen.text or "")


@pytest.mark.parametrize("question", ["WR Sam Twain 2023", "Sam Twain receiving yards 2023"])
def test_the_context_decides_between_two(ask: Ask, question: str) -> None:
    """A position or a statistic of the position does, and it is said."""
    answer = ask(question)
    assert "101 receiving yards" in (answer.text or "")
    assert "sam twain is Sam Twain (WR, SEA)" in answer.assumed


def test_a_name_that_is_a_word_of_ours(ask: Ask) -> None:
    """Where the word makes no sense the name does."""
    assert "55 receiving yards" in (ask("how did Best do?").text or "")


def test_a_conversation(ask: Ask) -> None:
    """A follow-up keeps what it does not say."""
    assert "172 rushing yards" in (ask("Preston rushing yards 2022").text or "")
    assert "30 carries" in (ask("what about carries?").text or "")
    assert "22 carries" in (ask("and in 2023?").text or "")
    assert "Roy Marsh had no value for carries" in (ask("what about Roy Marsh?").text or "")
    assert "22 carries" in (ask("and the Rams?").text or "")
    assert "Vince Coachman" in (ask("who coaches them?").text or "")


def test_a_follow_up_of_nothing_is_refused(ask: Ask) -> None:
    """There is nothing to go on from."""
    assert "earlier question" in (ask("what about Roy Marsh?").refused or "")


def test_a_question_sees_no_later_day(ask: Ask) -> None:
    """On the morning of the second week's games only the first is known."""
    early = date(2023, 9, 13)
    assert "1-0 in 2023" in (ask("Rams record", early).text or "")
    assert "310 passing yards" in (ask("Rams passing yards", early).text or "")
    assert (ask("has Dale Preston been traded", early).text or "").startswith("No:")


def test_a_typed_query_needs_no_words(league: Stats) -> None:
    """What a slash command builds answers like the sentence."""
    names = Names.from_stats(league)
    mention = Mention("Dale Preston", (0, 12), names.exact("Dale Preston"))
    carries = PHRASES["carries"]
    typed = Query(players=(mention,), measures=(carries,), season=Years(2022, 2022))
    answer: Answer = Conversation(league, names).run(typed, "carries of Dale Preston", DAY)
    assert "30 carries" in (answer.text or "")


def test_empty_tables_refuse(ask: Ask) -> None:
    """Before anything was known there is nothing to tell."""
    answer = ask("most rushing yards", date(2019, 1, 1))
    assert "gridwire stats load" in (answer.refused or "")

"""What a plainly worded question may ask beyond a total: rates, places, rookies, months, rounds, runs."""

from datetime import date

import pytest

from bot.ask.desk import Desk
from bot.ask.meant import measure_of
from bot.ask.measures import PHRASES
from bot.ask.query import Query
from bot.ask.reading import read
from bot.ask.spotting import Known
from bot.stats.db import Stats
from tests.ask.conftest import DAY, Ask
from tests.ask.test_reading import FewNames

DRAFTED = date(2023, 9, 20)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("most rushing yards ever", "Dale Preston (LA) has the most from 2022 to 2023"),
        ("most completions per game in 2022", "no completions per game of anybody"),
        ("highest completion percentage", "Roy Marsh (LA) has the highest in 2023"),
        ("lowest completion percentage", "Roy Marsh (LA) has the lowest in 2023"),
        ("most yards per target in the NFC", "has the highest in 2023"),
        ("second most receiving yards", "Lou Best (SF) is 2nd in receiving yards"),
        ("who was 5th in receiving yards", "Nobody is 5th in receiving yards"),
        ("most receiving yards by a rookie", "no receiving yards of anybody"),
        ("most receiving yards in the NFC West", "Sam Twain (SEA) has the most in 2023"),
        ("most receiving yards in the AFC", "no receiving yards of anybody"),
        ("who scored the most touchdowns", "Dale Preston (LA) has the most"),
        ("Preston touchdowns per game in 2022", "1.5 touchdowns per game"),
        ("how many picks did Marsh throw", "interceptions thrown"),
        ("Preston EPA", "rushing EPA"),
        ("top 2 rushers", "Dale Preston (LA) has the most"),
        ("Rams longest winning streak 2023", "won at most 1 game in a row in 2023"),
        ("Rams longest losing streak 2023", "lost at most 1 game in a row in 2023"),
        ("how many points did the Rams score", "53 points for, 43 against"),
        ("Rams points per game", "26.5 and 21.5 per game"),
        ("most points scored by a team", "The most points in 2023 by 20 September 2023: the Rams, 53"),
        ("which team allowed the fewest points", "The fewest points allowed"),
        ("who had a bye in week 1 of 2023", "Bye in 2023: the Bengals (week 1) and the 49ers (week 1)"),
        ("52nd overall pick 2021", "the Rams drafted Dale Preston"),
        ("who did the Rams draft in the second round in 2021", "drafted Dale Preston"),
        ("what round was Preston drafted in", "round 2, 52nd overall"),
        ("Rams depth chart week 2", "first is Dale Preston (RB)"),
        ("did Preston play for the Rams", "Yes: Dale Preston was with the Rams 2022 to 2023"),
        ("did Preston play for the Bears", "No row of the loaded seasons"),
        ("did Preston play under Coachman", "Yes: Dale Preston was with Vince Coachman"),
        ("how much does Roy Marsh make", "$90 million"),
        ("trades in September 2023", "1 trade in September 2023"),
        ("trades with sixth-round picks in 2023", "1 trade with 6th-round picks in 2023"),
        ("who has been traded most", "Dale Preston, traded 1 time."),
        ("which team made the most trades", "the Rams and the Vikings, made 1 trade each"),
        ("what picks did the Rams get from the Vikings", "The Rams received 1 pick"),
        ("how many 6th round picks did the Vikings trade in 2023", "sent away 1 6th-round pick in 2023"),
        ("LAR record", "1-1 in 2023"),
        ("Vince Coachman career record", "head coach, 2022: 0-0-1"),
        ("Vince Coachman playoff record", "No game with Vince Coachman"),
        ("when did the Rams last win a game", "beat the Seahawks 30-13"),
        ("Rams biggest win in 2022", "beat the Seahawks 20-10"),
        ("Rams biggest loss in 2022", "No result of such a game"),
        ("Preston 2022 2023 carries", "52 carries in 3 games"),
        ("Preston 2020 2023 carries", "Name one year"),
        ("Preston carries by season", "52 carries in 3 games"),
        ("which team gave up the most rushing yards", "rushing yards allowed"),
        ("who caught the most passes", "Sam Twain (SEA) has the most"),
        ("which teams made the playoffs in 2022", "the Rams and the Seahawks"),
        ("which teams made the playoffs in 2023", "No playoff game of 2023 is known"),
        ("where does Marsh rank in passing yards", "Roy Marsh is 1st in passing yards"),
        ("Rams 2021 draft picks", "In 2021 the Rams drafted Dale Preston"),
        ("2026 picks the Rams received", "received 1 pick"),
        ("whats the Rams record", "1-1 in 2023"),
    ],
)  # fmt: skip
def test_answers(ask: Ask, question: str, said: str) -> None:
    """The words that a reader waits for, in the answer or in the reason."""
    answer = ask(question, DRAFTED)
    assert said in (answer.text or answer.refused or "")


def test_a_rate_says_who_counts(ask: Ask) -> None:
    """Few tries are no rate; the least that counts is said."""
    assumed = ask("highest completion percentage").assumed
    assert "of players with at least 28 pass attempts" in assumed


def test_a_custom_is_said(league: Stats) -> None:
    """Sacks of nobody in particular are those of defenders, and the answer says so."""
    desk = Desk(stats=league, as_of=DAY, question="most sacks")
    assert measure_of(Query(measures=(PHRASES["sacks"],)), desk).columns == ("def_sacks",)
    assert desk.assumed == ["sacks of players: sacks made"]


def test_last_week_is_of_now(ask: Ask) -> None:
    """After a question about an older season."""
    ask("Dale Preston rushing yards 2022")
    answer = ask("and in week 1 of 2023?", DAY)
    assert "29 rushing yards in week 1 of 2023" in (answer.text or "")
    ask("Roy Marsh passing yards 2022")
    assert "200 passing yards in week 2 of 2023" in (ask("and last week?", DAY).text or "")


def test_a_shorter_name_is_asked_for_last() -> None:
    """A name that `spot` does not know, where the word says nothing else."""
    known = Known(players=FewNames(), coaches={})
    assert read("dp rushing yards", known).query.players[0].hits[0].name == "Dale Preston"


def test_this_season_is_no_older_one(ask: Ask) -> None:
    """A running season that is not loaded is not silently the one before."""
    later = date(2025, 11, 1)
    assert "the running season, 2025" in (
        ask("most rushing yards this season", later).refused or ""
    )
    assert "The schedule of 2025 is not loaded" in (ask("Rams schedule", later).refused or "")
    assert "Dale Preston" in (ask("most rushing yards", later).text or "")

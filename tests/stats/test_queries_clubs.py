"""A club's ranks, games and records, on hand-written tables; and what a day knows."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.model import ClubCode
from bot.stats import queries
from bot.stats.calendar import week_over
from bot.stats.db import Stats
from bot.stats.facts import Record
from tests.stats.tables import tables

GB, CHI, DET, MIN, SF = (ClubCode(code) for code in ("GB", "CHI", "DET", "MIN", "SF"))
LATER = date(2030, 1, 1)
ONE, TWO, BLOCK = 1, 2, 3


@pytest.fixture
def stats(tmp_path: Path) -> Iterator[Stats]:
    """Two weeks of the NFC North, a play-off game, and a fixture to come."""
    with tables(tmp_path / "stats.db") as t:
        t.player("Ole One")
        t.player("Tim Two")
        t.player("Bo Block", "T")
        t.season(2022, weeks=18)
        t.season(2023, weeks=2)
        t.game(2022, 18, "DET", "GB", score=(20, 16))
        t.game(2023, 1, "GB", "CHI", score=(38, 20), home_coach="A", away_qb="B", overtime=1)
        t.game(2023, 2, "DET", "GB", score=(21, 21))
        t.game(2023, 2, "CHI", "MIN", score=(10, 13))
        t.game(2023, 18, "CHI", "GB", score=(9, 17))
        t.game(2023, 19, "GB", "SF", score=(21, 24))
        t.week(ONE, 2023, 1, "GB", "CHI", rushing_yards=90, carries=10)
        t.week(TWO, 2023, 1, "GB", "CHI", rushing_yards=20, carries=10)
        t.week(ONE, 2023, 2, "GB", "DET", rushing_yards=10, carries=4)
        t.week(TWO, 2023, 2, "CHI", "MIN", rushing_yards=120, carries=3)
        t.snap(BLOCK, 2023, 1, "GB", "CHI", offense_snaps=70)
        t.sums()
    with Stats(tmp_path / "stats.db") as found:
        yield found


def test_a_day_knows_whole_weeks(stats: Stats) -> None:
    """From the Tuesday after; before week 1 the totals of the season before speak."""
    assert queries.through(stats, 2023, date(2023, 9, 11)) == 0
    assert queries.through(stats, 2023, date(2023, 9, 12)) == 1
    assert queries.through(stats, 2023, LATER) == 2
    assert queries.base(stats, date(2023, 9, 12)) == (2023, 1)
    assert queries.base(stats, date(2023, 9, 11)) == (2022, 18)
    assert queries.base(stats, date(2022, 5, 1)) is None


def test_the_latest_season_has_a_known_game(stats: Stats) -> None:
    """A fixture to come makes no season."""
    assert queries.latest_season(stats, date(2023, 9, 10)) == 2022
    assert queries.latest_season(stats, LATER) == 2023
    assert queries.latest_season(stats, date(2022, 9, 1)) is None


def test_a_rank_is_one_more_than_the_clubs_strictly_better(stats: Stats) -> None:
    """Equal clubs share it and are listed by code; clubs without the statistic have no place."""
    found = queries.club_rank(stats, CHI, "rushing_yards", 2023, LATER)
    assert found
    assert (found.rank, found.value, found.week, found.games) == (1, 120, 2, 1)
    assert list(found.all) == [(CHI, 120), (GB, 120)]
    tied = queries.club_rank(stats, GB, "rushing_yards", 2023, LATER)
    assert tied
    assert (tied.rank, tied.games) == (1, 2)
    assert queries.club_rank(stats, MIN, "rushing_yards", 2023, LATER) is None
    assert queries.club_rank(stats, GB, "rushing_yards", 2023, date(2023, 9, 11)) is None


def test_a_rank_of_what_was_allowed_with_fewer_better(stats: Stats) -> None:
    """Detroit gave up 10, Chicago 110, Minnesota 120."""
    found = queries.club_rank(
        stats, CHI, "rushing_yards", 2023, LATER, against=True, fewer_is_better=True
    )
    assert found
    assert list(found.all) == [(DET, 10), (CHI, 110), (MIN, 120)]
    assert found.rank == 2
    early = queries.club_rank(stats, CHI, "rushing_yards", 2023, LATER, week=1, against=True)
    assert early
    assert (early.rank, early.week) == (1, 1)


def test_a_clubs_totals(stats: Stats) -> None:
    """Of both players, through a week; and what it allowed."""
    assert queries.club_line(stats, GB, 2023, LATER) == {"rushing_yards": 120, "carries": 24}
    assert queries.club_line(stats, GB, 2023, LATER, week=1) == {
        "rushing_yards": 110,
        "carries": 20,
    }
    allowed = queries.club_line(stats, DET, 2023, LATER, against=True)
    assert allowed == {"rushing_yards": 10, "carries": 4}
    assert queries.club_line(stats, GB, 2019, LATER) is None


def test_a_record_counts_known_regular_games(stats: Stats) -> None:
    """A win, a tie, and in January another win; no play-off game."""
    early = queries.record(stats, GB, 2023, date(2023, 9, 20))
    assert early == Record(
        club=GB, season=2023, wins=1, losses=0, ties=1, points_for=59, points_against=41
    )
    late = queries.record(stats, GB, 2023, LATER)
    assert late
    assert (late.wins, late.losses, late.ties) == (2, 0, 1)
    assert queries.record(stats, GB, 2023, date(2023, 9, 1)) is None


def test_standings(stats: Stats) -> None:
    """By share of wins, then points difference; a division is a part of them."""
    moment = date(2023, 9, 20)
    assert [r.club for r in queries.records(stats, 2023, moment)] == [MIN, GB, DET, CHI]
    north = queries.division_records(stats, "NFC North", 2023, moment)
    assert [r.club for r in north] == [MIN, GB, DET, CHI]
    assert queries.division_records(stats, "AFC", 2023, moment) == ()


def test_a_streak_is_the_latest_run(stats: Stats) -> None:
    """Chicago lost all three, Green Bay's tie ended its win."""
    assert queries.streak(stats, CHI, 2023, LATER) == ("L", 3)
    assert queries.streak(stats, GB, 2023, date(2023, 9, 20)) == ("T", 1)
    assert queries.streak(stats, SF, 2023, LATER) is None


def test_a_fixture_hides_what_was_not_known(stats: Stats) -> None:
    """On the morning of week 2 the score of week 1 stands, week 2 is a fixture, the play-offs do not exist."""
    first, second, last = queries.games(stats, GB, 2023, date(2023, 9, 17))
    assert (first.away_score, first.home_score, first.overtime) == (38, 20, True)
    assert (first.away_qb, first.home_coach) == ("B", "A")
    assert (second.week, second.away_score, last.week, last.home_score) == (2, None, 18, None)
    hidden = queries.games(stats, GB, 2023, date(2023, 9, 1))[0]
    assert (hidden.away_qb, hidden.home_coach, hidden.overtime) == (None, None, False)


def test_a_play_off_fixture_shows_after_the_week_before(stats: Stats) -> None:
    """On the Monday after week 18 the pairing is known, its score is not; on the day before it is not."""
    (known,) = queries.playoff_games(stats, GB, 2023, date(2024, 1, 8))
    assert (known.game_type, known.home_score) == ("WC", None)
    assert queries.playoff_games(stats, GB, 2023, date(2024, 1, 7)) == ()


def test_the_last_game_and_the_next(stats: Stats) -> None:
    """Before week 1 the last one is of the season before; the next one may be today."""
    last = queries.last_game(stats, GB, date(2023, 9, 10))
    assert last
    assert last.game_id == "2022_18_DET_GB"
    coming = queries.next_game(stats, GB, date(2023, 9, 10))
    assert coming
    assert coming.week == 1
    regular = queries.last_game(stats, GB, date(2024, 2, 1), game_type="REG")
    assert regular
    assert regular.week == 18
    assert queries.next_game(stats, GB, date(2024, 2, 1)) is None


def test_a_weeks_games_and_players(stats: Stats) -> None:
    """Every fixture of the league; every player of a club."""
    assert [g.home for g in queries.week_games(stats, 2023, 2, LATER)] == [MIN, GB]
    assert [g.pid for g in queries.in_week(stats, GB, 2023, 1, LATER)] == [ONE, TWO]
    assert queries.in_week(stats, GB, 2023, 1, date(2023, 9, 10)) == ()


def test_usage_ranks_by_load_then_main_statistic(stats: Stats) -> None:
    """Ten carries each in week 1: the 90 yards decide; then the sum of both weeks."""
    week = week_over(2023, 1)
    assert queries.group_usage(stats, GB, "RB", 2023, (1, 2), week) == ((ONE, 10), (TWO, 10))
    assert queries.group_usage(stats, GB, "RB", 2023, (1, 2), LATER) == ((ONE, 14), (TWO, 10))
    assert queries.group_usage(stats, GB, "OL", 2023, (1, 2), LATER) == ((BLOCK, 70),)
    assert queries.group_usage(stats, GB, "K", 2023, (1, 2), LATER) == ()
    assert queries.group_usage(stats, GB, "WR", 2023, (1, 2), LATER) == ()

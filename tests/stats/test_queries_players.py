"""A player's seasons, games and bests, on hand-written tables."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.model import ClubCode
from bot.stats import queries
from bot.stats.calendar import regular_season_over, week_over
from bot.stats.db import Stats
from tests.stats.tables import tables

BACK, OTHER = 1, 2
LA, MIN, SEA = ClubCode("LA"), ClubCode("MIN"), ClubCode("SEA")
LATER = date(2030, 1, 1)


@pytest.fixture
def stats(tmp_path: Path) -> Iterator[Stats]:
    """A back with two finished seasons and one that runs, in which he changes clubs after week 1."""
    with tables(tmp_path / "stats.db") as t:
        assert (t.player("Dale Preston"), t.player("Noah Birch", "WR")) == (BACK, OTHER)
        for week in (1, 2):
            t.week(BACK, 2021, week, "LA", "SEA", carries=50, rushing_yards=150, fg_long=30 + week)
        t.total(BACK, 2021, "LA", games=2, carries=100, rushing_yards=300, fg_long=32)
        t.total(BACK, 2022, "LA", games=16, carries=90, rushing_yards=300, def_sacks=1.5)
        t.week(BACK, 2022, 19, "LA", "SF", carries=9, rushing_yards=200)
        t.game(2023, 1, "LA", "SEA", score=(30, 13))
        t.week(BACK, 2023, 1, "LA", "SEA", carries=22, rushing_yards=29, rushing_epa=0.1)
        t.week(BACK, 2023, 4, "MIN", "CAR", carries=5, rushing_yards=40, rushing_epa=0.2)
        t.week(BACK, 2023, 5, "MIN", "KC", carries=1, rushing_yards=2)
        t.week(OTHER, 2023, 1, "LA", "SEA", targets=3)
    with Stats(tmp_path / "stats.db") as found:
        yield found


def after(season: int, week: int) -> date:
    """The first morning that knows this week."""
    return week_over(season, week)


def test_an_unknown_player_is_a_mistake_of_the_caller(stats: Stats) -> None:
    """Ids come from our own look-ups."""
    with pytest.raises(LookupError, match="99"):
        queries.who(stats, 99)
    assert queries.who(stats, BACK).name == "Dale Preston"


def test_a_running_season_counts_only_the_games_known(stats: Stats) -> None:
    """On the morning before week 4 is known only week 1 counts."""
    line = queries.season_line(stats, BACK, 2023, after(2023, 3))
    assert line
    assert (line.games, line.clubs) == (1, (LA,))
    assert line.numbers == {"carries": 22, "rushing_yards": 29, "rushing_epa": 0.1}
    assert queries.season_line(stats, BACK, 2023, date(2023, 9, 1)) is None


def test_a_season_of_two_clubs_is_one_line_or_one_of_each(stats: Stats) -> None:
    """Totals merge the clubs in the order of his games; a club's share is asked for by name."""
    both = queries.season_line(stats, BACK, 2023, after(2023, 5))
    share = queries.season_line(stats, BACK, 2023, after(2023, 5), club=MIN)
    assert both
    assert share
    assert (both.clubs, both.games, both.numbers["rushing_yards"]) == ((LA, MIN), 3, 71)
    assert (share.clubs, share.games, share.numbers["rushing_yards"]) == ((MIN,), 2, 42)
    assert queries.season_line(stats, BACK, 2023, LATER, club=SEA) is None


def test_sums_of_tenths_carry_no_noise(stats: Stats) -> None:
    """0.1 and 0.2 are 0.3."""
    line = queries.season_line(stats, BACK, 2023, LATER)
    assert line
    assert line.numbers["rushing_epa"] == 0.3


def test_totals_of_a_season_are_unknown_inside_it(stats: Stats) -> None:
    """Without weekly rows nothing is known of 2022 before its last Tuesday; then its totals and their club are."""
    over = regular_season_over(2022)
    line = queries.season_line(stats, BACK, 2022, over)
    assert line
    assert (line.games, line.clubs, line.numbers["def_sacks"]) == (16, (LA,), 1.5)
    assert queries.season_line(stats, BACK, 2022, date(2023, 1, 9)) is None


def test_the_longest_field_goal_is_no_sum(stats: Stats) -> None:
    """The greatest counts, in a season that runs and in a career."""
    running = queries.season_line(stats, BACK, 2021, after(2021, 2))
    whole = queries.career(stats, BACK, LATER)
    assert running
    assert whole
    assert running.numbers["fg_long"] == whole.numbers["fg_long"] == 32


def test_a_career_is_every_known_season(stats: Stats) -> None:
    """The running season is part of it, the playoffs are not."""
    lines = queries.seasons(stats, BACK, after(2023, 1))
    career = queries.career(stats, BACK, after(2023, 1))
    assert [(line.season, line.numbers["rushing_yards"]) for line in lines] == [
        (2021, 300),
        (2022, 300),
        (2023, 29),
    ]
    assert career
    assert (career.first_season, career.last_season, career.games) == (2021, 2023, 19)
    assert (career.clubs, career.numbers["rushing_yards"]) == ((LA,), 629)
    assert queries.career(stats, BACK, date(2021, 1, 1)) is None
    playoffs = queries.career(stats, BACK, LATER, "POST")
    assert playoffs
    assert playoffs.numbers["rushing_yards"] == 200


def test_the_best_seasons_tie(stats: Stats) -> None:
    """Two seasons of 300 yards are both his best; before 2022 is over it is one."""
    assert [x.season for x in queries.season_high(stats, BACK, "rushing_yards", LATER)] == [
        2021,
        2022,
    ]
    early = queries.season_high(stats, BACK, "rushing_yards", date(2022, 9, 1))
    assert [x.season for x in early] == [2021]
    assert queries.season_high(stats, BACK, "receptions", LATER) == ()


def test_the_running_season_can_be_the_best(stats: Stats) -> None:
    """Targets exist in 2023 only, and only by games."""
    (best,) = queries.season_high(stats, OTHER, "targets", after(2023, 1))
    assert (best.season, best.numbers) == (2023, {"targets": 3})


def test_a_comparison_keeps_the_order_asked(stats: Stats) -> None:
    """A player without a game has no line."""
    found = queries.compare(stats, [OTHER, 99, BACK], 2023, LATER)
    assert [line and line.pid for line in found] == [OTHER, None, BACK]


def test_a_game_has_day_place_and_score_where_the_schedule_is_loaded(stats: Stats) -> None:
    """Week 1 is in the schedule, week 4 is not."""
    first, fourth, _ = queries.game_log(stats, BACK, 2023, LATER)
    assert (first.day, first.home, first.score) == (date(2023, 9, 10), False, (30, 13))
    assert (fourth.club, fourth.opponent, fourth.day) == (MIN, "CAR", None)
    assert (fourth.home, fourth.score) == (None, None)


def test_a_game_log_is_filtered(stats: Stats) -> None:
    """By opponent over all seasons, by type, by club."""
    against = queries.game_log(stats, BACK, None, LATER, opponent=SEA)
    assert [(g.season, g.week) for g in against] == [(2021, 1), (2021, 2), (2023, 1)]
    assert [g.week for g in queries.game_log(stats, BACK, 2022, LATER, season_type="POST")] == [19]
    assert [g.week for g in queries.game_log(stats, BACK, 2023, LATER, club=MIN)] == [4, 5]


def test_the_last_games_are_the_latest_known(stats: Stats) -> None:
    """Over the turn of the season, oldest first; week 5 is not known yet."""
    found = queries.last_games(stats, BACK, 3, after(2023, 4))
    assert [(g.season, g.week) for g in found] == [(2022, 19), (2023, 1), (2023, 4)]
    regular = queries.last_games(stats, BACK, 3, after(2023, 4), season_type="REG")
    assert [(g.season, g.week) for g in regular] == [(2021, 2), (2023, 1), (2023, 4)]


def test_one_game(stats: Stats) -> None:
    """Known games only."""
    found = queries.game(stats, BACK, 2023, 5, after(2023, 5))
    assert found
    assert found.numbers == {"carries": 1, "rushing_yards": 2}
    assert queries.game(stats, BACK, 2023, 5, after(2023, 4)) is None


def test_the_best_game_ties_and_may_be_limited_to_the_regular_season(stats: Stats) -> None:
    """200 yards in the playoffs beat twice 150."""
    (best,) = queries.game_high(stats, BACK, "rushing_yards", LATER)
    assert (best.season, best.week) == (2022, 19)
    regular = queries.game_high(stats, BACK, "rushing_yards", LATER, "REG")
    assert [(g.season, g.week) for g in regular] == [(2021, 1), (2021, 2)]


def test_a_name_that_is_no_statistic_never_reaches_the_statement(stats: Stats) -> None:
    """A column of the table is refused as well."""
    for name in ("pid", "1; DROP TABLE player", ""):
        with pytest.raises(ValueError, match="no such statistic"):
            queries.season_high(stats, BACK, name, LATER)
        with pytest.raises(ValueError, match="no such statistic"):
            queries.game_high(stats, BACK, name, LATER)

"""Leaders, records and thresholds, on hand-written tables."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.stats import queries
from bot.stats.calendar import regular_season_over, week_over
from bot.stats.db import Stats
from bot.stats.facts import GameLine, Leader
from tests.stats.tables import tables

AMOS, BERT, CARL, THROWER, MATE = 1, 2, 3, 4, 5
LATER = date(2030, 1, 1)


@pytest.fixture
def stats(tmp_path: Path) -> Iterator[Stats]:
    """Three backs and a quarterback in two weeks of 2023 and a playoff game; totals of 2022 without weeks."""
    with tables(tmp_path / "stats.db") as t:
        for name in ("Amos Ash", "Bert Elm", "Carl Oak"):
            t.player(name)
        t.player("Hugo Pine", "QB")
        t.player("Mate Fir", "FB")
        t.season(2023, weeks=2)
        t.week(CARL, 2023, 1, "MIN", "TB", rushing_yards=80, def_sacks=0.5)
        t.week(AMOS, 2023, 1, "LA", "SEA", rushing_yards=30)
        t.week(BERT, 2023, 1, "GB", "CHI", rushing_yards=50)
        t.week(THROWER, 2023, 1, "LA", "SEA", rushing_yards=60)
        t.week(AMOS, 2023, 2, "CHI", "TB", rushing_yards=50)
        t.week(BERT, 2023, 2, "GB", "ATL", rushing_yards=30)
        t.week(MATE, 2023, 3, "MIN", "LAC", rushing_yards=99)  # a week that is not whole yet
        t.week(BERT, 2023, 19, "GB", "DAL", rushing_yards=118)
        t.sums()
        t.total(AMOS, 2022, "LA", rushing_yards=900, def_sacks=2.5)
        t.total(BERT, 2022, "GB", rushing_yards=1000)
        t.total(AMOS, 2021, "LA", rushing_yards=1000)
    with Stats(tmp_path / "stats.db") as found:
        yield found


def short(places: tuple[Leader, ...]) -> list[tuple[int, int, float]]:
    """(rank, player, value) of each place."""
    return [(place.rank, place.pid, place.value) for place in places]


def keys(lines: tuple[GameLine, ...]) -> list[tuple[int, int, int]]:
    """(player, season, week) of each game."""
    return [(line.pid, line.season, line.week) for line in lines]


def test_ties_share_the_better_rank_and_go_by_name(stats: Stats) -> None:
    """Three of 80 yards after two weeks; the fourth is fourth."""
    found = queries.leaders(stats, 2023, "rushing_yards", week_over(2023, 2))
    assert short(found) == [(1, AMOS, 80), (1, BERT, 80), (1, CARL, 80), (4, THROWER, 60)]
    assert found[0].club == "CHI"


def test_leaders_through_an_earlier_week(stats: Stats) -> None:
    """What was later is not counted, whether it is known or not."""
    expected = [(1, CARL, 80), (2, THROWER, 60), (3, BERT, 50), (4, AMOS, 30)]
    for moment, week in ((LATER, 1), (week_over(2023, 1), None), (week_over(2023, 1), 2)):
        found = queries.leaders(stats, 2023, "rushing_yards", moment, week=week)
        assert short(found) == expected
        assert found[3].club == "LA"


def test_a_group_has_leaders_of_its_own(stats: Stats) -> None:
    """Summed on demand, and by the same rules: no week 3, which is not whole, and the club of that week."""
    found = queries.leaders(stats, 2023, "rushing_yards", LATER, groups={"QB"})
    assert short(found) == [(1, THROWER, 60)]
    backs = queries.leaders(stats, 2023, "rushing_yards", LATER, week=1, groups={"RB"}, limit=2)
    assert short(backs) == [(1, CARL, 80), (2, BERT, 50)]
    with pytest.raises(ValueError, match="XY"):
        queries.leaders(stats, 2023, "rushing_yards", LATER, groups={"XY"})


def test_a_long_list_equals_the_ready_made_one(stats: Stats) -> None:
    """Beyond the leader table the weeks are summed: same places."""
    short_list = queries.leaders(stats, 2023, "rushing_yards", LATER, limit=25)
    assert queries.leaders(stats, 2023, "rushing_yards", LATER, limit=26) == short_list


def test_nobody_leads_before_the_first_week_is_over(stats: Stats) -> None:
    """Nor in a season that is not loaded."""
    assert queries.leaders(stats, 2023, "rushing_yards", date(2023, 9, 11)) == ()
    assert queries.leaders(stats, 2019, "rushing_yards", LATER) == ()


def test_the_playoffs_are_a_list_of_their_own(stats: Stats) -> None:
    """Only once they are known."""
    found = queries.leaders(stats, 2023, "rushing_yards", LATER, season_type="POST")
    assert short(found) == [(1, BERT, 118)]
    early = week_over(2023, 18)
    assert queries.leaders(stats, 2023, "rushing_yards", early, season_type="POST") == ()


def test_a_finished_season_known_by_totals_only(tmp_path: Path) -> None:
    """Sacks that no weekly row has are in the season's totals, and only after it."""
    with tables(tmp_path / "totals.db") as t:
        end = t.player("Edge Rusher", "DE")
        t.season(2022, weeks=18)
        t.total(end, 2022, "SF", def_sacks=18.5)
        t.sums()
    with Stats(tmp_path / "totals.db") as stats:
        over = regular_season_over(2022)
        assert short(queries.leaders(stats, 2022, "def_sacks", over)) == [(1, end, 18.5)]
        assert queries.leaders(stats, 2022, "def_sacks", week_over(2022, 17)) == ()


def test_at_least(stats: Stats) -> None:
    """The bound itself counts."""
    found = queries.at_least(stats, 2023, "rushing_yards", 60, LATER)
    assert [place.pid for place in found] == [AMOS, BERT, CARL, THROWER]
    assert queries.at_least(stats, 2023, "rushing_yards", 81, LATER) == ()


def test_all_time_seasons_and_careers(stats: Stats) -> None:
    """Seasons that are over: ties go by year, then name."""
    seasons = queries.all_time(stats, "rushing_yards", LATER, limit=2)
    assert [(year, place.rank, place.pid) for year, place in seasons] == [
        (2021, 1, AMOS),
        (2022, 1, BERT),
    ]
    careers = queries.career_leaders(stats, "rushing_yards", LATER)
    assert short(careers) == [(1, AMOS, 1900), (2, BERT, 1000)]
    assert short(queries.career_leaders(stats, "rushing_yards", date(2022, 5, 1))) == [
        (1, AMOS, 1000)
    ]
    assert queries.all_time(stats, "rushing_yards", LATER, groups={"QB"}) == ()


def test_single_games(stats: Stats) -> None:
    """Of all time, of a season's regular part, of a week, of a group."""
    assert keys(queries.game_records(stats, "rushing_yards", LATER, limit=2)) == [
        (BERT, 2023, 19),
        (MATE, 2023, 3),
    ]
    regular = queries.game_records(
        stats, "rushing_yards", LATER, season=2023, season_type="REG", limit=2
    )
    assert keys(regular) == [(MATE, 2023, 3), (CARL, 2023, 1)]
    week = queries.game_records(stats, "rushing_yards", LATER, season=2023, week=2)
    assert keys(week) == [(AMOS, 2023, 2), (BERT, 2023, 2)]
    passers = queries.game_records(stats, "rushing_yards", LATER, groups={"QB"})
    assert keys(passers) == [(THROWER, 2023, 1)]
    known = queries.game_records(stats, "rushing_yards", week_over(2023, 2), limit=1)
    assert keys(known) == [(CARL, 2023, 1)]


def test_games_of_so_many(stats: Stats) -> None:
    """Of a week, or of a player; one of both must be named."""
    week = queries.games_at_least(stats, "rushing_yards", 50, LATER, season=2023, week=1)
    assert keys(week) == [(CARL, 2023, 1), (THROWER, 2023, 1), (BERT, 2023, 1)]
    own = queries.games_at_least(stats, "rushing_yards", 40, LATER, pid=BERT)
    assert keys(own) == [(BERT, 2023, 19), (BERT, 2023, 1)]
    with pytest.raises(ValueError, match="a player or a season"):
        queries.games_at_least(stats, "rushing_yards", 40, LATER)

"""What is loaded from real files says what is known of the seasons."""

from pathlib import Path

from tests.stats.load.loading import rows


def test_the_facts_of_the_founding_story(loaded: Path) -> None:
    """Akers, the Rams and the Vikings, as README of the reference data has recomputed them."""
    seasons = (
        "SELECT season, games, team, carries, rushing_yards, rushing_tds"
        " FROM player_season JOIN player USING (pid)"
        " WHERE name = 'Cam Akers' AND season_type = 'REG' AND season BETWEEN 2020 AND 2023"
    )
    assert rows(loaded, seasons) == [
        (2020, 11, "LA", 145, 625, 2),
        (2021, 1, "LA", 5, 3, 0),
        (2022, 15, "LA", 188, 786, 7),
        (2023, 7, "MIN", 60, 167, 2),
    ]
    last = (
        "SELECT team, rushing_yards, carries FROM club_through"
        " WHERE season = 2023 AND week = 2 ORDER BY rushing_yards LIMIT 2"
    )
    assert rows(loaded, last) == [("MIN", 69, 26), ("PIT", 96, 31)]
    status = (
        "SELECT week, team, status FROM roster_week JOIN player USING (pid)"
        " WHERE name = 'Cam Akers' AND season = 2023 AND week BETWEEN 2 AND 3"
    )
    assert rows(loaded, status) == [(2, "LA", "INA"), (3, "MIN", "INA")]
    snaps = (
        "SELECT week, offense_snaps, round(offense_pct, 2) FROM snap JOIN player USING (pid)"
        " WHERE name = 'Kyren Williams' AND season = 2023 AND week < 3"
    )
    assert rows(loaded, snaps) == [(1, 53, 0.65), (2, 76, 0.95)]


def test_men_of_one_name_are_kept_apart(loaded: Path) -> None:
    """Each id is one row, and namesakes of different positions never share one."""
    query = "SELECT position FROM player WHERE name_key = ? AND gsis IS NOT NULL ORDER BY position"
    assert rows(loaded, query, "lamar jackson") == [("DB",), ("QB",)]
    assert rows(loaded, query, "michael carter") == [("DB",), ("RB",)]


def test_running_sums_equal_the_sums_of_their_weeks(loaded: Path) -> None:
    """Whatever a reader asks through a week is what the weekly rows add up to."""
    query = (
        "SELECT count(*) FROM club_through t WHERE rushing_yards IS NOT (SELECT sum(rushing_yards)"
        " FROM player_week w WHERE w.season = t.season AND w.team = t.team AND w.week <= t.week"
        " AND w.season_type = 'REG') AND season = 2023"
    )
    assert rows(loaded, query) == [(0,)]
    assert rows(loaded, "SELECT count(DISTINCT team) FROM club_through") == [(32,)]


def test_no_row_is_known_before_its_game(loaded: Path) -> None:
    """Where the schedule is loaded, every row waits for the morning after."""
    query = (
        "SELECT count(*), sum(w.known_on = date(g.gameday, '+1 day')) FROM player_week w"
        " JOIN game g ON g.season = w.season AND g.week = w.week"
        " AND w.team IN (g.home_team, g.away_team)"
    )
    ((rows_there, on_the_day),) = rows(loaded, query)
    assert rows_there == on_the_day > 10_000

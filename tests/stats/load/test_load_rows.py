"""A load makes of nflverse's files what the schema says."""

from pathlib import Path

from tests.servers.nflverse_files import Files
from tests.stats.load.league import (
    BACK,
    CATCHER,
    DEPTH,
    GAMES,
    NAMESAKE,
    PASSER,
    ROSTERS,
    SNAPS,
    TOTALS,
    TRADES,
    WEEKLY,
    columns,
    games,
    line,
    place,
    seat,
    snap,
    trade,
    weekly,
)
from tests.stats.load.loading import a_month_passes, load, rows


def test_a_season_is_loaded_with_every_sum(files: Files, path: Path) -> None:
    """Season lines, running sums of clubs and of what they allowed, leaders: added up by hand."""
    ran = load(files, path)

    assert (ran.code, ran.stderr) == (0, "")
    query = "SELECT games, team, carries, fg_long FROM player_season JOIN player USING (pid) WHERE gsis = ?"
    assert rows(path, query, BACK) == [(2, "LA", 32, None)]
    through = "SELECT week, team, games, rushing_yards, passing_yards FROM {} ORDER BY week, team"
    assert rows(path, through.format("club_through")) == [
        (1, "LA", 1, 29, 300),
        (1, "SEA", 1, 0, 0),
        (2, "LA", 2, 100, 300),
        (2, "SEA", 2, 0, 0),
    ]
    assert rows(path, through.format("allowed_through"))[-2:] == [
        (2, "LA", 2, 0, 0),
        (2, "SEA", 2, 100, 300),
    ]
    best = "SELECT week, stat, place, value FROM leader WHERE stat LIKE 'rushing_y%' OR stat = 'receptions'"
    assert rows(path, best) == [
        (1, "receptions", 1, 5),
        (1, "rushing_yards", 1, 29),
        (2, "receptions", 1, 5),
        (2, "rushing_yards", 1, 100),
    ]


def test_a_row_is_known_from_the_day_after_its_game(files: Files, path: Path) -> None:
    """A Monday game is known on Tuesday; a season only when it is over."""
    load(files, path)

    days = "SELECT week, known_on FROM player_week JOIN player USING (pid) WHERE gsis = ?"
    assert rows(path, days, BACK) == [(1, "2023-09-11"), (2, "2023-09-19")]
    assert rows(path, "SELECT week, known_on FROM week") == [(1, "2023-09-12"), (2, "2023-09-19")]
    season = "SELECT known_on FROM player_season JOIN player USING (pid) WHERE gsis = ?"
    assert rows(path, season, BACK) == [("2024-01-09",)]


def test_a_game_that_moved_moves_the_days_of_its_rows(files: Files, path: Path) -> None:
    """The schedule says from when rows count, also those that were loaded before it changed."""
    load(files, path)
    a_month_passes(path)
    files.put(GAMES, games(second="2023-09-20"))

    ran = load(files, path)

    assert (ran.state("schedules"), ran.state("player_stats")) == ("loaded", "unchanged")
    for table in ("player_week", "club_week", "week", "club_through", "leader"):
        days = f"SELECT DISTINCT known_on FROM {table} WHERE week = 2"  # noqa: S608 - our own names
        assert rows(path, days) == [("2023-09-21",)], table


def test_without_a_schedule_a_week_is_known_on_its_tuesday(files: Files, path: Path) -> None:
    """The calendar stands in for a schedule that is not there."""
    files.bodies = {name: body for name, body in files.bodies.items() if GAMES not in name}

    load(files, path)

    assert rows(path, "SELECT DISTINCT week, known_on FROM player_week") == [
        (1, "2023-09-12"),
        (2, "2023-09-19"),
    ]


def test_what_no_weekly_row_knows_comes_from_the_season_totals(files: Files, path: Path) -> None:
    """Only then; and who has no weekly row at all still has a season."""
    unknown = [{**row, "def_sacks": None} for row in weekly()]
    files.put(WEEKLY, columns(*unknown))
    total = {"games": 3, "carries": 99, "def_sacks": 1.5}
    edge = line("00-0000009", "Kit Rowe", 1, "SEA", "DE", games=17, def_sacks=8.0)
    files.put(TOTALS, columns({**weekly()[0], **total}, edge))

    load(files, path)

    query = (
        "SELECT games, carries, def_sacks FROM player_season JOIN player USING (pid) WHERE gsis = ?"
    )
    assert rows(path, query, BACK) == [(3, 32, 1.5)]
    assert rows(path, query, "00-0000009") == [(17, 0, 8.0)]
    assert rows(path, "SELECT DISTINCT def_sacks FROM club_through") == [(None,)]


def test_a_bye_repeats_the_sum(files: Files, path: Path) -> None:
    """Every club has a row for every week."""
    third = line(CATCHER, "Lee Ames", 3, "SEA", "WR", receiving_yards=40)
    files.put(WEEKLY, columns(*weekly(), third))

    load(files, path)

    query = "SELECT games, rushing_yards FROM club_through WHERE week = 3 ORDER BY team"
    assert rows(path, query) == [(2, 100), (3, 0)]


def test_the_older_names_of_columns_are_understood(files: Files, path: Path) -> None:
    """Files of the older layout, with yards lost counted up."""
    older = {
        "team": "recent_team",
        "passing_interceptions": "interceptions",
        "sacks_suffered": "sacks",
        "sack_yards_lost": "sack_yards",
    }
    row = line(BACK, "Dale Preston", 1, "STL", "RB", sacks_suffered=2, sack_yards_lost=14)
    files.put(WEEKLY, columns({older.get(name, name): value for name, value in row.items()}))

    assert load(files, path).code == 0

    query = "SELECT team, sacks_suffered, sack_yards_lost FROM player_week"
    assert rows(path, query) == [("LA", 2, -14)]


def test_two_men_of_one_name_stay_two_and_two_halves_of_one_become_one(
    files: Files, path: Path
) -> None:
    """The position tells them apart; one club, one name, one position and two kinds of id are one man."""
    files.put(SNAPS, columns(
        snap("AmesLe00", "Lee Ames", "WR", "SEA"),
        snap("TillOm01", "Omar Tillis", "G", "LA"),  # the passer plays there too
        snap("PresDa00", "Dale Preston", "RB", "LA"),
    ))  # fmt: skip

    load(files, path)

    who = "SELECT gsis, pfr, position FROM player WHERE name = ? ORDER BY position"
    assert rows(path, who, "Lee Ames") == [(NAMESAKE, None, "CB"), (CATCHER, "AmesLe00", "WR")]
    assert rows(path, who, "Omar Tillis") == [
        (None, "TillOm01", "G"),
        ("00-0000002", None, "QB"),
    ]
    assert rows(
        path, "SELECT count(*) FROM snap JOIN player USING (pid) WHERE gsis = ?", CATCHER
    ) == [(1,)]


def test_a_roster_row_without_ids_is_matched_only_where_it_is_certain(
    files: Files, path: Path
) -> None:
    """A row that may mean two men, or nobody we know, is left out and counted."""
    files.put(ROSTERS, columns(
        seat("Dale Preston Jr.", "RB", "LA", "INA"),
        seat("Lee Ames", "CB", "SEA"),
        seat("Lee Ames", None, "SEA"),  # either of the two
        seat("Nobody Knows", "WR", "SEA"),
    ))  # fmt: skip

    ran = load(files, path)

    query = "SELECT gsis, team, status FROM roster_week JOIN player USING (pid) ORDER BY gsis"
    assert rows(path, query) == [(BACK, "LA", "INA"), (NAMESAKE, "SEA", "ACT")]
    assert ran.steps["rosters_weekly"]["rows"] == 2
    unmatched = "SELECT unmatched FROM loaded WHERE dataset = 'rosters_weekly'"
    assert rows(path, unmatched) == [(2,)]


def test_trades_drafts_and_contracts_know_their_player_and_todays_clubs(
    files: Files, path: Path
) -> None:
    """Codes of Pro Football Reference and of clubs that moved are today's."""
    load(files, path)

    legs = "SELECT seq, gave, received, p.gsis, pick_season, pick_round, conditional FROM trade_leg LEFT JOIN player p USING (pid) ORDER BY seq"
    assert rows(path, legs) == [
        (0, "LA", "SEA", BACK, None, None, None),
        (1, "SEA", "LA", None, 2026, 6, 1),
    ]
    pick = "SELECT team, gsis, known_on FROM draft_pick JOIN player USING (pid)"
    assert rows(path, pick) == [("LA", BACK, "2020-05-15")]
    deal = "SELECT c.team, gsis, year_signed, known_on FROM contract c JOIN player USING (pid)"
    assert rows(path, deal) == [("LA", BACK, 2020, "2020-05-15")]


def test_two_halves_of_a_used_pick_are_one(files: Files, path: Path) -> None:
    """The file tells of some picks in two rows: the number, then the bare name of whom it became."""
    used = {"pick_season": 2023.0, "pick_round": 4.0, "pick_number": 105.0}
    coming = {"pick_season": 2025.0, "pick_round": 4.0}
    files.put(TRADES, columns(
        trade(used),
        trade({"pfr_name": "Ned Later"}),
        trade({"pfr_name": "Al Passer", "pfr_id": "PassAl00"}),
        trade({"gave": "SEA", "received": "STL", **coming}),
        trade({"gave": "SEA", "received": "STL", "pfr_name": "Un Known"}),
    ))  # fmt: skip
    load(files, path)

    legs = "SELECT name, pick_number, drafted_name FROM trade_leg ORDER BY seq"
    assert rows(path, legs) == [
        (None, 105, "Ned Later"),
        ("Al Passer", None, None),
        (None, None, None),  # of a draft to come: whoever stands below it is a player
        ("Un Known", None, None),
    ]


def test_other_printed_names_lead_to_the_same_man(files: Files, path: Path) -> None:
    """What he is called on the field."""
    load(files, path)

    query = "SELECT a.name_key FROM player_alias a JOIN player USING (pid) WHERE gsis = ?"
    assert rows(path, query, BACK) == [("dutch preston",)]


def test_a_player_keeps_his_number_over_loads(files: Files, path: Path) -> None:
    """Rows of others that come in between do not move it."""
    load(files, path)
    before = rows(path, "SELECT gsis, pid FROM player ORDER BY pid")
    a_month_passes(path)
    files.put(WEEKLY, columns(line("00-0000000", "New Man", 1, "LA", "TE"), *weekly()))

    load(files, path)

    assert rows(path, "SELECT gsis, pid FROM player ORDER BY pid")[: len(before)] == before


def test_a_row_that_nflverse_took_back_disappears(files: Files, path: Path) -> None:
    """And every sum of it changes."""
    load(files, path)
    a_month_passes(path)
    files.put(WEEKLY, columns(*weekly()[1:]))

    load(files, path)

    query = "SELECT week FROM player_week JOIN player USING (pid) WHERE gsis = ?"
    assert rows(path, query, BACK) == [(2,)]
    assert rows(path, "SELECT rushing_yards FROM club_through WHERE team = 'LA'") == [(0,), (71,)]


def test_of_the_newer_depth_charts_those_are_kept_that_changed(files: Files, path: Path) -> None:
    """One a day, the latest; known on the next morning; the week is the calendar's."""
    files.put(DEPTH, columns(
        place("2023-08-30 10:00:00", BACK, 1),
        place("2023-09-12 08:00:00", PASSER, 1),  # corrected in the evening
        place("2023-09-12 20:00:00", BACK, 1),
        place("2023-09-13 10:00:00", PASSER, 1),
        place("2023-09-13 10:00:00", BACK, 2),
        place("2023-09-14 10:00:00", PASSER, 1),
        place("2023-09-14 10:00:00", BACK, 2),
    ))  # fmt: skip

    load(files, path)

    query = "SELECT day, week, gsis, rank, known_on FROM depth JOIN player USING (pid)"
    assert rows(path, query) == [
        ("2023-08-30", 0, BACK, 1, "2023-08-31"),
        ("2023-09-13", 2, PASSER, 1, "2023-09-14"),
        ("2023-09-13", 2, BACK, 2, "2023-09-14"),
    ]


def test_a_season_known_by_totals_only_has_no_weeks(files: Files, path: Path) -> None:
    """And the load says that the weekly rows are missing."""
    files.put(TOTALS, columns(line(BACK, "Dale Preston", 1, "LA", "RB", games=16, carries=200)))
    files.bodies = {name: body for name, body in files.bodies.items() if WEEKLY not in name}

    ran = load(files, path)

    assert ran.said("player_stats") == "nflverse has no player stats of 2023: left out"
    query = "SELECT gsis, games, carries FROM player_season JOIN player USING (pid)"
    assert rows(path, query) == [(BACK, 16, 200)]
    assert rows(path, "SELECT count(*) FROM week") == [(0,)]

"""What a traded player did."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.model import Topic
from bot.stats.insights import player
from tests.stats.insights.told import FILE, only, told
from tests.stats.tables import Writer, pick_leg, player_leg, tables

DAY = date(2023, 9, 20)  # weeks 1 and 2 are known


def _trade(t: Writer, pid: int, day: date = DAY) -> int:
    return t.trade(day, player_leg("LA", "MIN", pid), pick_leg("MIN", "LA", 2026, 6))


def test_the_running_season_is_summed_over_its_weeks(tmp_path: Path) -> None:
    """Of the season that runs only the weeks known that morning count."""
    with tables(tmp_path / FILE) as t:
        back = t.player("Dale Preston")
        t.total(back, 2022, "LA", carries=188, rushing_yards=786)
        t.week(back, 2023, 1, "LA", "SEA", carries=22, rushing_yards=29, rushing_tds=1)
        t.week(back, 2023, 2, "LA", "SF", carries=1, rushing_yards=-3, rushing_tds=0)
        t.week(back, 2023, 3, "LA", "CIN", carries=50, rushing_yards=500)
        trade = _trade(t, back)
    said = only(tmp_path, trade, player.season_lines)
    assert (said.kind, said.topic, said.club, said.player) == (
        "season_line",
        Topic.PLAYER,
        "LA",
        "Dale Preston",
    )
    assert said.as_of == DAY
    assert said.data == {
        "season": 2023,
        "games": 2,
        "clubs": ["LA"],
        "line": {"carries": 23, "rushing_yards": 26, "rushing_tds": 1},
    }
    assert said.text == "2023, two games: 23 carries for 26 yards and a touchdown."


def test_before_his_first_game_last_season_speaks(tmp_path: Path) -> None:
    """In week 3 a man who has not played yet is known by last season."""
    with tables(tmp_path / FILE) as t:
        back = t.player("Dale Preston")
        t.total(back, 2022, "NYJ", games=15, carries=188, rushing_yards=1786, rushing_tds=7)
        trade = _trade(t, back)
    said = only(tmp_path, trade, player.season_lines)
    assert said.data["season"] == 2022
    assert said.text == (
        "In 2022 with the Jets, 15 games: 188 carries for 1,786 yards and 7 touchdowns."
    )


def test_two_clubs_in_one_season_are_both_named(tmp_path: Path) -> None:
    """One row of totals holds both clubs, and names only the last."""
    with tables(tmp_path / FILE) as t:
        back = t.player("Dale Preston")
        t.week(back, 2022, 1, "CAR", "SEA", carries=5, rushing_yards=20)
        t.week(back, 2022, 2, "LA", "SF", carries=7, rushing_yards=30)
        t.total(back, 2022, "LA", games=2, carries=12, rushing_yards=50)
        trade = _trade(t, back)
    said = only(tmp_path, trade, player.season_lines)
    assert said.data["clubs"] == ["CAR", "LA"]
    assert said.text.startswith("In 2022 with the Panthers and the Rams, two games: 12 carries")


@pytest.mark.parametrize(
    ("position", "numbers"),
    [
        ("RB", {"carries": 0, "rushing_yards": 0}),
        ("RB", {}),
        ("OT", {"carries": 1, "rushing_yards": 2}),
        (None, {"carries": 9, "rushing_yards": 20}),
    ],
)
def test_a_season_without_numbers_says_nothing(
    tmp_path: Path, position: str | None, numbers: dict[str, int]
) -> None:
    """Zeros, no values, a line that his position does not have: nothing to say."""
    with tables(tmp_path / FILE) as t:
        pid = t.player("Dale Preston", position)
        t.week(pid, 2023, 1, "LA", "SEA", **numbers)
        trade = _trade(t, pid)
    assert told(tmp_path, trade, player.season_lines) == ()
    assert told(tmp_path, trade, player.last_games) == ()


def test_the_last_game_has_its_place_and_score(tmp_path: Path) -> None:
    """The founding card's sentence."""
    with tables(tmp_path / FILE) as t:
        back = t.player("Dale Preston")
        t.game(2023, 1, "LA", "SEA", score=(30, 13))
        t.week(back, 2023, 1, "LA", "SEA", carries=22, rushing_yards=29, rushing_tds=1)
        trade = _trade(t, back)
    said = only(tmp_path, trade, player.last_games)
    assert said.data == {
        "season": 2023,
        "week": 1,
        "club": "LA",
        "opponent": "SEA",
        "home": False,
        "line": {"carries": 22, "rushing_yards": 29, "rushing_tds": 1},
        "score": {"club": 30, "opponent": 13},
        "result": "W",
    }
    assert said.text == (
        "Last game, week 1 at Seattle (won 30-13): 22 carries for 29 yards and a touchdown."
    )


@pytest.mark.parametrize(
    ("away", "home", "score", "said"),
    [
        ("SF", "LA", (30, 23), "against the 49ers (lost 23-30)"),
        ("SF", "LA", (20, 20), "against the 49ers (tied 20-20)"),
        ("LA", "NYJ", (20, 23), "at the Jets (lost 20-23)"),
    ],
)
def test_the_place_is_said_as_fans_say_it(
    tmp_path: Path, away: str, home: str, score: tuple[int, int], said: str
) -> None:
    """A city where it has one club, else the club; home, away, won, lost or tied."""
    with tables(tmp_path / FILE) as t:
        back = t.player("Dale Preston")
        t.game(2023, 1, away, home, score=score)
        t.week(back, 2023, 1, "LA", home if away == "LA" else away, carries=2, rushing_yards=9)
        trade = _trade(t, back)
    text = only(tmp_path, trade, player.last_games).text
    assert text == f"Last game, week 1 {said}: 2 carries for 9 yards."


def test_a_last_game_for_another_club_names_it_and_needs_no_schedule(tmp_path: Path) -> None:
    """He came in this season, and the schedule is not loaded."""
    with tables(tmp_path / FILE) as t:
        back = t.player("Dale Preston")
        t.week(back, 2023, 1, "NYJ", "BUF", carries=2, rushing_yards=9)
        trade = _trade(t, back)
    said = only(tmp_path, trade, player.last_games)
    assert {"home", "score", "result"}.isdisjoint(said.data)
    assert said.text == "Last game, week 1 for the Jets against the Bills: 2 carries for 9 yards."


def test_last_seasons_games_are_no_last_game(tmp_path: Path) -> None:
    """The reason speaks of the season that runs."""
    with tables(tmp_path / FILE) as t:
        back = t.player("Dale Preston")
        t.week(back, 2022, 17, "LA", "LAC", carries=20, rushing_yards=123)
        trade = _trade(t, back)
    assert told(tmp_path, trade, player.last_games) == ()


def _career(t: Writer, **values: Any) -> int:
    back = t.player("Dale Preston", **values)
    for season in (2020, 2021, 2022):
        t.season(season, 1)
    t.total(back, 2020, "LA", carries=145, rushing_yards=625, receptions=11, receiving_yards=123)
    t.total(back, 2021, "LA", carries=5, rushing_yards=3, receptions=3, receiving_yards=10)
    t.total(back, 2022, "LA", carries=188, rushing_yards=786, receptions=13, receiving_yards=117)
    return back


def test_the_best_season_and_what_was_most_in_it(tmp_path: Path) -> None:
    """Receiving yards were more in 2020, so they are no high of 2022."""
    with tables(tmp_path / FILE) as t:
        back = _career(t, rookie_season=2020)
        t.week(back, 2023, 1, "LA", "SEA", carries=22, rushing_yards=29)
        trade = _trade(t, back)
    said = only(tmp_path, trade, player.career_bests)
    assert (said.data["season"], said.data["seasons"], said.data["games"]) == (2022, 4, 17)
    assert said.data["career_high"] == ["carries", "rushing_yards", "receptions"]
    assert said.text == (
        "Best season: 2022 with 188 carries for 786 yards, 13 catches for 117 yards."
    )


def test_numbers_just_said_are_not_said_again(tmp_path: Path) -> None:
    """The season's line stands above it on the card."""
    with tables(tmp_path / FILE) as t:
        trade = _trade(t, _career(t, rookie_season=2020))
    text = only(tmp_path, trade, player.career_bests).text
    assert text == "Best season: 2022, with highs in carries, rushing yards and catches."


@pytest.mark.parametrize("values", [{"rookie_season": 2019}, {}])
def test_a_best_of_a_career_that_is_not_all_loaded_says_so(
    tmp_path: Path, values: dict[str, int]
) -> None:
    """Where earlier seasons may be missing the text claims no more than is loaded."""
    with tables(tmp_path / FILE) as t:
        trade = _trade(t, _career(t, **values))
    text = only(tmp_path, trade, player.career_bests).text
    assert text.startswith("Best of the seasons loaded: 2022")


def test_of_two_equal_seasons_the_earlier_is_the_best(tmp_path: Path) -> None:
    """And a tie is not surpassed: still a high."""
    with tables(tmp_path / FILE) as t:
        rusher = t.player("Dale Preston", "DE")
        t.total(rusher, 2021, "LA", def_sacks=6.5)
        t.total(rusher, 2022, "LA", def_sacks=6.5)
        trade = _trade(t, rusher)
    said = only(tmp_path, trade, player.career_bests)
    assert (said.data["season"], said.data["line"]) == (2021, {"def_sacks": 6.5})
    assert said.data["career_high"] == ["def_sacks"]


def test_one_season_with_numbers_is_no_best(tmp_path: Path) -> None:
    """One season has nothing to be better than."""
    with tables(tmp_path / FILE) as t:
        back = t.player("Dale Preston")
        t.total(back, 2021, "LA", carries=4, rushing_yards=0)
        t.total(back, 2022, "LA", carries=40, rushing_yards=150)
        trade = _trade(t, back)
    assert told(tmp_path, trade, player.career_bests) == ()

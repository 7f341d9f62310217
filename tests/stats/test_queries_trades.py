"""Recorded trades as a day knew them, and the value of picks."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from bot.model import ClubCode
from bot.stats import queries
from bot.stats.chart import VALUES
from bot.stats.db import Stats
from bot.stats.facts import TradedAsset
from bot.stats.value import pick_value, received_values, rounded, value_of
from tests.stats.tables import pick_leg, player_leg, tables

LA, MIN, HOU, NYJ = (ClubCode(code) for code in ("LA", "MIN", "HOU", "NYJ"))
LATER = date(2030, 1, 1)
BACK = 1


@pytest.fixture
def stats(tmp_path: Path) -> Iterator[Stats]:
    """A back who goes to Minnesota twice, and a trade of three clubs."""
    with tables(tmp_path / "stats.db") as t:
        t.player("Dale Preston")
        drafted = {"pick_number": 60, "drafted_name": "Some Rookie"}
        t.trade(
            date(2024, 10, 15), player_leg("HOU", "MIN", BACK), pick_leg("MIN", "HOU", 2026, 6),
            trade_id=1888,
        )  # fmt: skip
        t.trade(
            date(2023, 9, 20), player_leg("LA", "MIN", BACK, "Dale Preston"),
            pick_leg("MIN", "LA", 2024, 2, conditional=1, **drafted), trade_id=1799,
        )  # fmt: skip
        t.trade(
            date(2023, 3, 15), pick_leg("NYJ", "LA", 2023, 1), pick_leg("LA", "HOU", 2025, 3),
            player_leg("HOU", "NYJ", None, "Nobody Known"), trade_id=1700,
        )  # fmt: skip
        t.trade(date(2023, 8, 1), player_leg("LA", "NYJ", None, "Ed End"), trade_id=1750)
    with Stats(tmp_path / "stats.db") as found:
        yield found


def test_a_trade_is_told_as_it_was_known(stats: Stats) -> None:
    """The pick's number shows from 1 April of its season, the rookie from 15 May."""
    player = TradedAsset(gave=LA, received=MIN, pid=BACK, name="Dale Preston")
    for moment, number, drafted in (
        (date(2024, 3, 31), None, None),
        (date(2024, 4, 1), 60, None),
        (date(2024, 5, 15), 60, "Some Rookie"),
    ):
        found = queries.recorded(stats, 1799, moment)
        assert found
        assert found.clubs == (LA, MIN)
        pick = TradedAsset(
            gave=MIN, received=LA, season=2024, round=2, number=number, conditional=True,
            drafted=drafted,
        )  # fmt: skip
        assert found.assets == (player, pick)


def test_a_trade_is_unknown_before_its_day(stats: Stats) -> None:
    """On the day itself it is known."""
    assert queries.recorded(stats, 1799, date(2023, 9, 19)) is None
    assert queries.recorded(stats, 1799, date(2023, 9, 20)) is not None
    assert queries.recorded(stats, 4, LATER) is None


def test_trades_of_a_club_oldest_first(stats: Stats) -> None:
    """In a span of days, both ends included."""
    assert [t.id for t in queries.of_club(stats, LA, LATER)] == [1700, 1750, 1799]
    span = queries.of_club(stats, LA, LATER, since=date(2023, 8, 1), until=date(2023, 9, 20))
    assert [t.id for t in span] == [1750, 1799]


def test_trades_between_two_clubs(stats: Stats) -> None:
    """In either direction; of three clubs only those that dealt with each other."""
    assert [t.id for t in queries.between(stats, MIN, LA, LATER)] == [1799]
    assert [t.id for t in queries.between(stats, HOU, LA, LATER)] == [1700]
    assert queries.between(stats, MIN, NYJ, LATER) == ()


def test_a_player_may_go_to_one_club_twice(stats: Stats) -> None:
    """Both trades are his."""
    assert [t.id for t in queries.of_player(stats, BACK, LATER)] == [1799, 1888]
    assert [t.id for t in queries.of_player(stats, BACK, date(2024, 1, 1))] == [1799]


def test_seasons_of_trades(stats: Stats) -> None:
    """By league year."""
    assert [t.id for t in queries.in_season(stats, 2023, LATER)] == [1700, 1750, 1799]
    assert queries.first_season(stats) == 2023


def test_picks_that_a_club_gave_or_received(stats: Stats) -> None:
    """With their trades; of one draft."""
    away = queries.picks_moved(stats, LA, LATER)
    assert [(t.id, a.season) for t, a in away] == [(1700, 2025)]
    home = queries.picks_moved(stats, LA, LATER, away=False)
    assert [(t.id, a.season) for t, a in home] == [(1700, 2023), (1799, 2024)]
    of_2024 = queries.picks_moved(stats, LA, LATER, pick_season=2024, away=False)
    assert [a.round for _, a in of_2024] == [2]


def test_the_biggest_trade_has_the_most_pick_value(stats: Stats) -> None:
    """A first-rounder and a third-rounder before a second-rounder; a trade without picks has no value."""
    found = queries.biggest(stats, 2023, date(2023, 12, 1))
    first = VALUES[16 - 1] + VALUES[80 - 1]
    assert [(t.id, value) for t, value in found] == [(1700, first), (1799, VALUES[48 - 1])]
    assert [t.id for t, _ in queries.biggest(stats, 2023, LATER, limit=1)] == [1700]


def test_a_pick_without_a_number_counts_as_the_middle_of_its_round() -> None:
    """16, 48, 80 and so on; that is said."""
    middles = [16, 48, 80, 112, 144, 176, 208]
    assert [pick_value(r, None) for r in range(1, 8)] == [(VALUES[m - 1], True) for m in middles]
    assert pick_value(1, 1) == (1000.0, False)
    assert pick_value(12, 340) == (VALUES[-1], False)


def test_a_number_filled_in_later_is_not_used() -> None:
    """In September 2023 the 60th pick of 2024 was any second-rounder."""
    pick = TradedAsset(gave=MIN, received=LA, season=2024, round=2, number=60)
    assert value_of(pick, date(2023, 9, 20)) == (VALUES[48 - 1], True)
    assert value_of(pick, date(2024, 4, 1)) == (VALUES[60 - 1], False)
    assert value_of(TradedAsset(gave=MIN, received=LA, name="A"), LATER) is None


def test_each_club_receives_a_sum_to_one_decimal() -> None:
    """Who gets players only has none."""
    picks = [
        TradedAsset(gave=MIN, received=LA, season=2024, round=6),
        TradedAsset(gave=MIN, received=LA, season=2024, round=7),
        TradedAsset(gave=LA, received=MIN, name="A"),
    ]
    assert received_values(picks, LATER) == {LA: rounded(VALUES[175] + VALUES[207])}


@pytest.mark.parametrize(("value", "shown"), [(0.25, 0.3), (2.675, 2.7), (9.05, 9.1), (7.04, 7.0)])
def test_values_are_rounded_half_up(value: float, shown: float) -> None:
    """As people do it, whatever the float behind it."""
    assert rounded(value) == shown


def test_the_chart_falls_from_a_thousand() -> None:
    """262 picks; the one place where the source rises (64 to 65) is kept."""
    rises = [i for i, (a, b) in enumerate(pairwise(VALUES), 1) if b >= a]
    assert (len(VALUES), VALUES[0], rises) == (262, 1000.0, [64])


def test_the_chart_is_the_source(shared: Path) -> None:
    """Every value of the reference file's column."""
    lines = (shared / "data/draft/draft_values_nfldata.csv").read_text().splitlines()
    column = lines[0].split(",").index("hill")
    values = [float(line.split(",")[column]) for line in lines[1:]]
    assert list(VALUES) == values

"""What the trade cost."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.model import Topic
from bot.stats.chart import VALUES
from bot.stats.insights import price
from tests.stats.insights.told import FILE, only, told
from tests.stats.tables import Writer, pick_leg, player_leg, tables

DAY = date(2023, 9, 20)
SIXTH, SEVENTH = VALUES[176 - 1], VALUES[208 - 1]  # the middles of their rounds


def _akers(t: Writer, pid: int, day: date = DAY) -> int:
    """A back and a seventh for a sixth."""
    return t.trade(
        day,
        player_leg("LA", "MIN", pid),
        pick_leg("LA", "MIN", 2026, 7, pick_number=220),
        pick_leg("MIN", "LA", 2026, 6, pick_number=190),
    )


def test_future_picks_count_as_the_middle_of_their_round(tmp_path: Path) -> None:
    """The record knows their numbers by now; on the day nobody did."""
    with tables(tmp_path / FILE) as t:
        trade = _akers(t, t.player("Dale Preston"))
    said = only(tmp_path, trade, price.draft_values)
    assert (said.topic, said.club, said.player) == (Topic.PRICE, None, None)
    assert said.data["chart"] == "Rich Hill"
    assert said.data["sides"] == {"LA": round(SIXTH, 1), "MIN": round(SEVENTH, 1)}
    assert said.data["picks"][0] == {
        "season": 2026,
        "round": 7,
        "number": None,
        "to": "MIN",
        "value": round(SEVENTH, 1),
        "assumed": True,
    }
    assert said.text == (
        f"On the Rich Hill chart the Vikings get {SEVENTH:.1f} points of picks and the Rams"
        f" {SIXTH:.1f}; a pick without a number counts as the middle of its round."
    )


def test_from_april_the_number_counts(tmp_path: Path) -> None:
    """On the last of March the order may still change."""
    with tables(tmp_path / FILE) as t:
        trade = t.trade(DAY, pick_leg("MIN", "LA", 2024, 1, pick_number=11))
    known, unknown = (
        only(tmp_path, trade, price.draft_values, date(2024, month, day))
        for month, day in ((4, 1), (3, 31))
    )
    assert known.data["sides"] == {"LA": round(VALUES[10], 1)}
    assert known.text == f"On the Rich Hill chart the Rams get {VALUES[10]:.1f} points of picks."
    assert unknown.data["sides"] == {"LA": round(VALUES[15], 1)}
    assert [pick["number"] for pick in unknown.data["picks"]] == [None]


def test_the_sum_is_rounded_not_its_parts(tmp_path: Path) -> None:
    """Three sevenths."""
    with tables(tmp_path / FILE) as t:
        trade = t.trade(DAY, *[pick_leg("MIN", "LA", 2026, 7) for _ in range(3)])
    said = only(tmp_path, trade, price.draft_values)
    assert said.data["sides"]["LA"] == pytest.approx(3 * SEVENTH, abs=0.0501)
    assert said.data["sides"]["LA"] != pytest.approx(3 * round(SEVENTH, 1))


def test_without_a_pick_of_a_known_round_there_is_no_value(tmp_path: Path) -> None:
    """Player for player, or a pick of an unknown round."""
    with tables(tmp_path / FILE) as t:
        one, other = t.player("Dale Preston"), t.player("Ray Colter")
        players = t.trade(DAY, player_leg("LA", "MIN", one), player_leg("MIN", "LA", other))
        pick = pick_leg("MIN", "LA", 2026, 0) | {"pick_round": None}
        unknown = t.trade(DAY, player_leg("LA", "MIN", one), pick)
    assert told(tmp_path, players, price.draft_values) == ()
    assert told(tmp_path, unknown, price.draft_values) == ()


def _sold(t: Writer, day: date, round_: int, position: str = "RB", **leg: Any) -> int:
    pid = t.player(f"Sold on {day}", position)
    pick = pick_leg("BUF", "IND", day.year + 1, round_)
    return t.trade(day, player_leg("IND", "BUF", pid), pick | leg)


def test_the_nearest_prices_come_first(tmp_path: Path) -> None:
    """Three of four; of two equal ones the later."""
    with tables(tmp_path / FILE) as t:
        _sold(t, date(2020, 8, 1), 1)
        older = _sold(t, date(2021, 8, 1), 6)
        later = _sold(t, date(2022, 8, 1), 6)
        third = _sold(t, date(2022, 9, 1), 5)
        trade = _akers(t, t.player("Dale Preston"))
    said = only(tmp_path, trade, price.comparables)
    assert said.data["group"] == "RB"
    assert [one["id"] for one in said.data["trades"]] == [later, older, third]
    assert said.data["trades"][0] == {
        "id": later,
        "day": "2022-08-01",
        "player": "Sold on 2022-08-01",
        "gave": "IND",
        "received": "BUF",
        "price": round(SIXTH, 1),
        "picks": [
            {
                "season": 2023,
                "round": 6,
                "number": None,
                "to": "IND",
                "value": round(SIXTH, 1),
                "assumed": True,
            }
        ],
    }
    assert said.text.startswith(
        "Similar prices for a running back: Sold on 2022-08-01 to the Bills in 2022"
        " for a 2023 6th-round pick; "
    )


def test_picks_that_travel_with_the_player_are_subtracted(tmp_path: Path) -> None:
    """A seventh thrown in makes a sixth the cheaper price."""
    with tables(tmp_path / FILE) as t:
        _sold(t, date(2022, 8, 1), 6)
        twin = _akers(t, t.player("Ray Colter"), date(2022, 9, 1))
        trade = _akers(t, t.player("Dale Preston"))
    first = only(tmp_path, trade, price.comparables).data["trades"][0]
    assert first["id"] == twin
    assert first["price"] == pytest.approx(SIXTH - SEVENTH, abs=0.0501)


def test_other_shapes_are_no_comparison(tmp_path: Path) -> None:
    """Another position, too long ago, two players, a third club, an unknown round, the same day."""
    with tables(tmp_path / FILE) as t:
        back = t.player("Ray Colter")
        _sold(t, date(2022, 8, 1), 6)
        _sold(t, date(2022, 8, 2), 6, "WR")
        _sold(t, date(2018, 9, 19), 6)
        _sold(t, date(2022, 8, 3), 6, pick_round=None)
        _sold(t, DAY, 6)
        six = pick_leg("MIN", "LA", 2024, 6)
        t.trade(date(2022, 8, 4), player_leg("LA", "MIN", back), player_leg("LA", "MIN", None), six)
        t.trade(date(2022, 8, 5), player_leg("LA", "MIN", back), six, pick_leg("LA", "NE", 2024, 6))
        t.trade(date(2022, 8, 6), player_leg("LA", "MIN", back), pick_leg("LA", "MIN", 2024, 6))
        trade = _akers(t, t.player("Dale Preston"))
        assert told(tmp_path, _commit(t, trade), price.comparables) == ()
        fifth = _sold(t, date(2018, 9, 20), 5)
        said = only(tmp_path, _commit(t, trade), price.comparables)
    assert fifth in {one["id"] for one in said.data["trades"]}
    assert len(said.data["trades"]) == 2


def _commit(t: Writer, trade: int) -> int:
    """Let a second connection see what was written."""
    t.db.commit()
    return trade


def test_a_trade_of_another_shape_has_no_comparison(tmp_path: Path) -> None:
    """Two players, one of them unknown to the tables."""
    with tables(tmp_path / FILE) as t:
        _sold(t, date(2022, 8, 1), 6)
        _sold(t, date(2022, 8, 2), 6)
        legs = (player_leg("LA", "MIN", t.player("Dale Preston")), pick_leg("MIN", "LA", 2026, 6))
        alone, stranger = t.trade(DAY, *legs), t.trade(DAY, *legs, player_leg("LA", "MIN", None))
    assert told(tmp_path, alone, price.comparables)
    assert told(tmp_path, stranger, price.comparables) == ()


def test_how_often_the_two_clubs_dealt_before(tmp_path: Path) -> None:
    """Trades of earlier days, a third club among them or not; the terms between the two."""
    with tables(tmp_path / FILE) as t:
        back = t.player("Dale Preston")
        t.trade(date(2003, 5, 1), pick_leg("NE", "BUF", 2004, 2))
        t.trade(date(2010, 5, 1), pick_leg("MIN", "LA", 2011, 3))
        last = t.trade(
            date(2021, 5, 1),
            player_leg("LA", "MIN", back, "D. Preston"),
            pick_leg("MIN", "LA", 2022, 6),
            pick_leg("MIN", "LA", 2022, 6, pick_number=190),
            pick_leg("MIN", "NE", 2022, 7),
        )
        t.trade(DAY, pick_leg("MIN", "LA", 2024, 4))
        trade = _akers(t, back)
    said = only(tmp_path, trade, price.earlier_trades)
    assert said.data == {
        "clubs": ["LA", "MIN"],
        "count": 2,
        "since": 2003,
        "last": {
            "id": last,
            "day": "2021-05-01",
            "assets": [
                {"gave": "LA", "received": "MIN", "player": "D. Preston"},
                {"gave": "MIN", "received": "LA", "season": 2022, "round": 6, "number": None},
                {"gave": "MIN", "received": "LA", "season": 2022, "round": 6, "number": 190},
            ],
        },
    }
    assert said.text == (
        "The Rams and the Vikings have traded twice since 2003, last on 1 May 2021:"
        " the Rams sent D. Preston and the Vikings sent two 2022 6th-round picks."
    )


def test_first_dealings_and_three_clubs_say_nothing(tmp_path: Path) -> None:
    """There is no pair, or nothing before."""
    with tables(tmp_path / FILE) as t:
        back = t.player("Dale Preston")
        first = _akers(t, back)
        three = t.trade(
            date(2024, 5, 1), player_leg("MIN", "LA", back), pick_leg("NE", "MIN", 2025, 6)
        )
    assert told(tmp_path, first, price.earlier_trades) == ()
    assert told(tmp_path, three, price.earlier_trades) == ()

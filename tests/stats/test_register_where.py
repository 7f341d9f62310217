"""Whose player he was on a day, and which older trade a report tells again."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from bot.model import Identity
from tests.stats.register import HOU, LA, MIN, NYJ, OCTOBER, asked
from tests.stats.tables import Writer, player_leg

Write = Callable[[Writer], None]


def _rostered(*rows: tuple[int, int, str], status: str = "ACT") -> Write:
    """Dale Preston on the rosters of (season, week, club)."""

    def write(t: Writer) -> None:
        pid = t.player("Dale Preston")
        for row in rows:
            t.roster(pid, *row, status=status)

    return write


def _traded(
    *trades: tuple[date, str, str], rosters: tuple[tuple[int, int, str], ...] = ()
) -> Write:
    """Dale Preston traded on (day, giver, receiver), and on rosters."""

    def write(t: Writer) -> None:
        pid = t.player("Dale Preston")
        for day, gave, received in trades:
            t.trade(day, player_leg(gave, received, pid))
        for row in rosters:
            t.roster(pid, *row)

    return write


@pytest.mark.parametrize(("row", "day", "club"), [
    ((2023, 6, "HOU"), date(2023, 10, 18), HOU),  # known since the day before
    ((2023, 6, "HOU"), date(2023, 11, 7), HOU),  # three weeks
    ((2023, 6, "HOU"), date(2023, 11, 8), None),
    ((2023, 18, "HOU"), date(2024, 3, 9), HOU),  # the winter: nobody is signed elsewhere yet
    ((2023, 18, "HOU"), date(2024, 3, 10), None),
    ((2023, 15, "HOU"), date(2024, 2, 1), None),
    ((2022, 18, "HOU"), date(2024, 2, 1), None),
])  # fmt: skip
def test_a_roster_speaks_for_three_weeks_and_over_the_winter(
    tmp_path: Path, row: tuple[int, int, str], day: date, club: str | None
) -> None:
    """Free agency moves people without a row."""
    assert asked(tmp_path, _rostered(row), day=day).club == club


@pytest.mark.parametrize(("row", "day", "club"), [
    ((2023, 18, "LA"), date(2024, 8, 1), LA),
    ((2023, 18, "MIN"), date(2024, 8, 1), MIN),
    ((2022, 18, "MIN"), date(2024, 2, 1), None),
])  # fmt: skip
def test_a_party_to_the_trade_counts_for_a_year(
    tmp_path: Path, row: tuple[int, int, str], day: date, club: str | None
) -> None:
    """In summer the latest roster is last season's: enough to see that the report turns the trade round."""
    assert asked(tmp_path, _rostered(row), day=day).club == club


def test_the_club_comes_with_the_day_of_its_roster(tmp_path: Path) -> None:
    """The latest week counts; one that is not known yet does not."""
    rows = ((2023, 5, "HOU"), (2023, 6, "LA"), (2023, 7, "MIN"))
    found = asked(tmp_path, _rostered(*rows))
    assert (found.club, found.club_on) == (LA, date(2023, 10, 17))


@pytest.mark.parametrize(
    ("status", "club"), [("RES", LA), ("SUS", LA), ("CUT", None), ("TRD", None)]
)
def test_a_man_who_left_has_no_club(tmp_path: Path, status: str, club: str | None) -> None:
    """A reserve list is a roster too; a row may also say that he was let go."""
    assert asked(tmp_path, _rostered((2023, 6, "LA"), status=status)).club == club


def test_two_clubs_in_one_week_are_none(tmp_path: Path) -> None:
    """He moved within it, and the rows do not say which way."""
    assert asked(tmp_path, _rostered((2023, 6, "LA"), (2023, 6, "HOU"))).club is None


def test_a_game_counts_where_no_roster_is_loaded(tmp_path: Path) -> None:
    """The club of that week's game, not of a season's total."""

    def write(t: Writer) -> None:
        pid = t.player("Dale Preston")
        t.week(pid, 2023, 6, "LA", "SEA")
        t.total(pid, 2022, "NYJ")

    assert asked(tmp_path, write).club == LA


@pytest.mark.parametrize(("traded", "club"), [
    (date(2023, 10, 17), HOU),  # the roster of that morning tells of the game before
    (date(2023, 10, 16), NYJ),  # the roster is the later one
    (date(2023, 10, 19), NYJ),  # not known yet
])  # fmt: skip
def test_a_later_trade_overrides_the_roster(tmp_path: Path, traded: date, club: str) -> None:
    """Rosters lag behind trades."""
    write = _traded((traded, "NYJ", "HOU"), rosters=((2023, 6, "NYJ"),))
    assert asked(tmp_path, write, gave=HOU).club == club


@pytest.mark.parametrize(("gave", "received"), [(LA, MIN), (MIN, LA), (None, MIN)])
def test_the_trade_that_is_told_is_no_news_of_him(
    tmp_path: Path, gave: str | None, received: str
) -> None:
    """Its record may be older than the report: the club is the one before it, also where a report turns it round."""
    flip = ((date(2023, 10, 18), "LA", "MIN"), (date(2023, 10, 18), "MIN", "NYJ"))
    write = _traded(*flip, rosters=((2023, 6, "LA"),))
    found = asked(tmp_path, write, gave=gave, received=received)
    assert (found.club, found.moved) == (LA, None)


@pytest.mark.parametrize(("day", "moved"), [
    (date(2023, 10, 28), None),
    (date(2023, 10, 29), date(2023, 10, 18)),
    (date(2025, 8, 1), date(2023, 10, 18)),
])  # fmt: skip
def test_a_trade_of_more_than_ten_days_ago_is_told_again(
    tmp_path: Path, day: date, moved: date | None
) -> None:
    """A recap, a grade, an anniversary; within ten days it is the same news."""
    assert asked(tmp_path, _traded((OCTOBER, "LA", "MIN")), day=day).moved == moved


def test_the_latest_such_trade_is_named(tmp_path: Path) -> None:
    """Only trades of the same way count."""
    write = _traded(
        (date(2021, 8, 1), "LA", "MIN"),
        (date(2022, 8, 1), "MIN", "LA"),
        (date(2023, 8, 1), "HOU", "MIN"),
    )
    found = [
        asked(_new(tmp_path, gave), write, gave=gave, received=MIN).moved for gave in (LA, HOU, NYJ)
    ]
    assert found == [None, date(2023, 8, 1), None]


def _new(path: Path, name: str) -> Path:
    (path / name).mkdir()
    return path / name


@pytest.mark.parametrize(("rosters", "moved"), [
    (((2022, 3, "MIN"),), date(2022, 8, 1)),
    (((2021, 18, "LA"), (2023, 2, "HOU")), date(2022, 8, 1)),
    (((2022, 3, "MIN"), (2023, 2, "LA")), None),
])  # fmt: skip
def test_who_came_back_can_be_traded_again(
    tmp_path: Path, rosters: tuple[tuple[int, int, str], ...], moved: date | None
) -> None:
    """The same way twice needs him with the giver between; a year with a third club does not prove it."""
    assert asked(tmp_path, _traded((date(2022, 8, 1), "LA", "MIN"), rosters=rosters)).moved == moved


def test_a_game_of_the_days_around_the_trade_brings_nobody_back(tmp_path: Path) -> None:
    """The row of Sunday's game is known on Tuesday, and he was traded on Monday."""
    write = _traded((date(2022, 9, 19), "LA", "MIN"), rosters=((2022, 2, "LA"),))
    assert asked(tmp_path, write).moved == date(2022, 9, 19)


@pytest.mark.parametrize(("rosters", "moved"), [
    (((2022, 3, "MIN"),), date(2022, 8, 1)),
    (((2022, 3, "MIN"), (2023, 2, "HOU")), None),
])  # fmt: skip
def test_without_a_giver_any_other_club_lies_between(
    tmp_path: Path, rosters: tuple[tuple[int, int, str], ...], moved: date | None
) -> None:
    """A row that says only who gets him."""
    write = _traded((date(2022, 8, 1), "LA", "MIN"), rosters=rosters)
    assert asked(tmp_path, write, gave=None).moved == moved


def test_a_trade_of_somebody_without_an_id_is_found_by_name(tmp_path: Path) -> None:
    """The record names players whom no other table knows."""

    def write(t: Writer) -> None:
        t.trade(date(2022, 8, 1), player_leg("LA", "MIN", None, "Dale Preston Jr."))
        t.trade(date(2022, 9, 1), player_leg("LA", "MIN", None, "Somebody Else"))
        t.trade(date(2023, 10, 15), player_leg("LA", "MIN", None, "Dale Preston"))

    found = asked(tmp_path, write)
    assert (found.identity, found.moved) == (Identity.UNCHECKED, date(2022, 8, 1))


def test_an_older_trade_is_told_of_any_of_several(tmp_path: Path) -> None:
    """Who is meant is open, but one of them went that way."""

    def write(t: Writer) -> None:
        pids = [t.player("Dale Preston"), t.player("Dale Preston")]
        for pid, club in zip(pids, ("HOU", "NYJ"), strict=True):
            t.roster(pid, 2023, 6, club)
        t.trade(date(2022, 8, 1), player_leg("LA", "MIN", pids[1]))

    found = asked(tmp_path, write)
    assert (found.identity, found.moved) == (Identity.SEVERAL, date(2022, 8, 1))

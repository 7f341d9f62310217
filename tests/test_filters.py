"""What a channel asked for, filter by filter."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot import gate
from bot.model import (
    ClubCode,
    Condition,
    DealKind,
    Destination,
    Importance,
    Leg,
    Pick,
    Player,
    Quiet,
    Status,
    Trade,
)
from tests.builders import FOURTH, GB, NYJ, PRESTON, a_destination, a_trade


def failing(to: Destination, trade: Trade | None = None) -> list[Condition]:
    """The filters that keep this trade, a reported one, from the channel."""
    checks = gate.asked(to, trade or a_trade(), Status.REPORTED)
    return [check.check for check in checks if not check.passed]


def paid(*picks: Pick) -> Trade:
    """The sample trade for these picks."""
    legs = [Leg(gave=NYJ, received=GB, asset=pick) for pick in picks]
    return a_trade(legs=(Leg(gave=GB, received=NYJ, asset=PRESTON), *legs))


@pytest.mark.parametrize(
    ("wish", "kept_back"),
    [
        ({}, []),
        ({"paused": True}, [Condition.UNPAUSED]),
        ({"clubs": (ClubCode("NYJ"),)}, []),
        ({"clubs": (ClubCode("CHI"),)}, [Condition.CLUBS]),
        ({"kinds": (DealKind.PICK_TRADE,)}, [Condition.KINDS]),
        ({"statuses": (Status.OFFICIAL,)}, [Condition.STATUSES]),
        ({"positions": ("WR", "TE")}, []),
        ({"positions": ("QB",)}, [Condition.POSITIONS]),
        ({"least": Importance.NOTABLE}, [Condition.IMPORTANCE]),
        (
            {"clubs": (ClubCode("CHI"),), "positions": ("QB",)},
            [Condition.CLUBS, Condition.POSITIONS],
        ),
    ],
)
def test_each_filter_says_what_it_keeps_back(
    wish: dict[str, object], kept_back: list[Condition]
) -> None:
    """And every one is named, not only the first."""
    assert failing(a_destination(**wish)) == kept_back


def test_a_group_takes_every_name_of_its_positions() -> None:
    """A club lists an end as DE or EDGE, a fan asks for the line."""
    end = Leg(gave=GB, received=NYJ, asset=Player(name="Dale Preston", position="EDGE"))
    assert failing(a_destination(positions=("DL",)), a_trade(legs=(end,))) == []
    assert failing(a_destination(positions=("LB",)), a_trade(legs=(end,))) == [Condition.POSITIONS]


def test_whose_position_nobody_printed_passes() -> None:
    """Rather one card too many than one lost; a trade of picks alone has nobody."""
    man = Leg(gave=GB, received=NYJ, asset=Player(name="Dale Preston"))
    assert failing(a_destination(positions=("QB",)), a_trade(legs=(man,))) == []
    picks = a_trade(legs=(Leg(gave=GB, received=NYJ, asset=FOURTH),), kind=DealKind.PICK_TRADE)
    assert failing(a_destination(positions=("QB",)), picks) == [Condition.POSITIONS]


@pytest.mark.parametrize(
    ("picks", "importance"),
    [
        ((Pick(season=2026, round=1), Pick(season=2027, round=7)), Importance.MAJOR),
        ((Pick(number=32),), Importance.MAJOR),
        ((Pick(number=33),), Importance.NOTABLE),
        ((Pick(season=2026, round=3),), Importance.NOTABLE),
        ((FOURTH,), Importance.MINOR),
        ((Pick(season=2026),), Importance.MINOR),
        ((), Importance.NOTABLE),
    ],
)
def test_importance_goes_by_the_best_pick(picks: tuple[Pick, ...], importance: Importance) -> None:
    """Of a trade whose price nobody told, nobody knows: it counts for more than a late pick."""
    assert gate.importance(paid(*picks)) is importance


def test_a_card_that_is_shown_needs_no_filter() -> None:
    """It is kept true, whatever the channel asks for now."""
    trade, key = a_trade(), None
    to = a_destination()
    verdict = gate.decide(trade, trade.updated_at)
    [(key, _, _)] = gate.wanted(trade, verdict, [to], [])
    paused = replace(to, paused=True, clubs=(ClubCode("CHI"),))
    assert gate.wanted(trade, verdict, [paused], []) == []
    assert [found for found, _, _ in gate.wanted(trade, verdict, [paused], [key])] == [key]


NIGHT = Quiet(start=23, end=7, zone=ZoneInfo("America/New_York"))


@pytest.mark.parametrize(
    ("utc", "until"),
    [
        ("2026-11-04T03:59", None),  # 22:59
        ("2026-11-04T04:00", "2026-11-04T12:00"),
        ("2026-11-04T11:59", "2026-11-04T12:00"),
        ("2026-11-04T12:00", None),
        ("2026-11-01T04:30", "2026-11-01T12:00"),  # the night in which clocks go back
    ],
)
def test_quiet_hours_end_in_the_morning(utc: str, until: str | None) -> None:
    """Of the channel's own zone, also over midnight and over a change of the clocks."""
    found = NIGHT.until(datetime.fromisoformat(utc).replace(tzinfo=UTC))
    assert (found and found.strftime("%Y-%m-%dT%H:%M")) == until


@given(
    start=st.integers(0, 23),
    end=st.integers(0, 23),
    hours=st.integers(0, 24 * 3650),
    minutes=st.integers(0, 59),
)
def test_quiet_ends_later_and_within_a_day(start: int, end: int, hours: int, minutes: int) -> None:
    """And is over then; equal hours are no quiet at all."""
    now = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(hours=hours, minutes=minutes)
    quiet = Quiet(start=start, end=end, zone=ZoneInfo("America/New_York"))
    until = quiet.until(now)
    if until is not None:
        assert 0 < (until - now).total_seconds() <= 25 * 3600
        assert quiet.until(until) is None

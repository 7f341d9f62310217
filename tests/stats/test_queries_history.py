"""A player's path and a club's people, on hand-written tables."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.model import ClubCode
from bot.stats import queries
from bot.stats.calendar import week_over
from bot.stats.db import Stats
from bot.stats.facts import Contract, Drafted
from tests.stats.tables import tables

LA, MIN = ClubCode("LA"), ClubCode("MIN")
LATER = date(2030, 1, 1)
BACK, MATE = 1, 2


@pytest.fixture
def stats(tmp_path: Path) -> Iterator[Stats]:
    """A back who changes clubs in week 3; his mate on the injured list; a head coach let go in October."""
    with tables(tmp_path / "stats.db") as t:
        t.player("Dale Preston", birth_date="1999-06-22", college="FSU", rookie_season=2020)
        t.player("Abel Mate", "TE")
        t.draft(BACK, 2020, 2, 52, "LA")
        t.draft(None, 2020, 2, 53, "PHI")
        t.roster(BACK, 2023, 2, "LA", "INA")
        t.roster(BACK, 2023, 3, "MIN", "INA")
        t.roster(MATE, 2023, 3, "MIN", "RES")
        t.week(BACK, 2023, 1, "LA", "SEA", carries=22)
        t.snap(BACK, 2023, 1, "LA", "SEA", offense_snaps=28, offense_pct=0.35)
        t.snap(MATE, 2023, 1, "LA", "SEA", offense_snaps=60, offense_pct=0.8, position="TE")
        t.snap(BACK, 2023, 4, "MIN", "CAR", offense_snaps=9, offense_pct=0.1)
        t.injury(MATE, 2023, 3, "MIN", report_status="Out", injury="Knee")
        t.injury(BACK, 2023, 3, "MIN", practice_status="Full")
        t.contract(BACK, date(2024, 1, 1), team="MIN", year_signed=2023, years=1, apy=1.5)
        t.contract(BACK, date(2020, 5, 15), team="LA", year_signed=2020, years=4, value=6.17)
        t.coach(2023, "LA", "OC", "Otto Coord")
        t.coach(2023, "LA", "HC", "Hank Head", until=date(2023, 10, 16))
        t.coach(2023, "LA", "HC", "Ivan Interim", known_on=date(2023, 10, 16))
        t.coach(2022, "MIN", "DC", "Hank Head")
        for week, back in ((1, MATE), (2, BACK)):
            t.insert(
                "depth", season=2023, week=week, day="", team="LA", position="RB", rank=1, slot=0,
                pid=back, formation="Offense", known_on=week_over(2023, week),
            )  # fmt: skip
    with Stats(tmp_path / "stats.db") as found:
        yield found


def test_bio_and_draft(stats: Stats) -> None:
    """The draft counts from 15 May; who was not drafted has none."""
    assert queries.bio(stats, BACK).birth_date == date(1999, 6, 22)
    assert queries.bio(stats, MATE).college is None
    with pytest.raises(LookupError):
        queries.bio(stats, 99)
    expected = Drafted(season=2020, round=2, pick=52, club=LA)
    assert queries.drafted(stats, BACK, date(2020, 5, 15)) == expected
    assert queries.drafted(stats, BACK, date(2020, 5, 14)) is None
    assert queries.drafted(stats, MATE, LATER) is None


def test_contracts_come_in_order_of_signing(stats: Stats) -> None:
    """The later one is not known in 2023."""
    rookie = Contract(club=LA, year_signed=2020, years=4, value=6.17, apy=None, guaranteed=None)
    assert queries.contracts(stats, BACK, date(2023, 9, 20)) == (rookie,)
    assert [c.year_signed for c in queries.contracts(stats, BACK, LATER)] == [2020, 2023]


def test_spells_join_rosters_games_and_snaps(stats: Stats) -> None:
    """A game in week 1, a roster row in 2 and 3, snaps in 4: two clubs."""
    found = queries.spells(stats, BACK, LATER)
    assert [(s.club, s.first_week, s.last_week) for s in found] == [(LA, 1, 2), (MIN, 3, 4)]
    early = queries.spells(stats, BACK, week_over(2023, 1))
    assert [(s.club, s.first_week, s.last_week) for s in early] == [(LA, 1, 1)]


def test_statuses_snaps_and_injuries_by_week(stats: Stats) -> None:
    """Only the weeks known."""
    moment = week_over(2023, 3)
    assert [
        (r.week, r.club, r.status) for r in queries.roster_weeks(stats, BACK, 2023, moment)
    ] == [
        (2, LA, "INA"),
        (3, MIN, "INA"),
    ]
    assert [s.offense_pct for s in queries.snaps(stats, BACK, 2023, moment)] == [0.35]
    (own,) = queries.injuries(stats, BACK, 2023, moment)
    assert (own.week, own.designation, own.practice) == (3, None, "Full")
    assert queries.injuries(stats, BACK, 2023, week_over(2023, 2)) == ()


def test_a_clubs_week(stats: Stats) -> None:
    """Snaps by share of the offence; the injury report and the reserve lists by name."""
    moment = week_over(2023, 3)
    assert [s.pid for s in queries.club_snaps(stats, LA, 2023, 1, moment)] == [MATE, BACK]
    report = queries.club_injuries(stats, MIN, 2023, 3, moment)
    assert [(who.name, line.designation) for who, line in report] == [
        ("Abel Mate", "Out"),
        ("Dale Preston", None),
    ]
    assert [w.name for w in queries.on_reserve(stats, MIN, 2023, 3, moment)] == ["Abel Mate"]
    assert queries.on_reserve(stats, MIN, 2023, 3, week_over(2023, 2)) == ()


def test_the_latest_known_depth_chart(stats: Stats) -> None:
    """Of this season; of one position if asked."""
    (first,) = queries.depth(stats, LA, week_over(2023, 1))
    (second,) = queries.depth(stats, LA, week_over(2023, 2), "RB")
    assert (first.name, second.name, second.day) == ("Abel Mate", "Dale Preston", None)
    assert queries.depth(stats, LA, LATER) == ()
    assert queries.depth(stats, LA, week_over(2023, 2), "QB") == ()


def test_a_staff_is_that_of_the_day(stats: Stats) -> None:
    """The head coach changes on 16 October; head coach first."""
    october = date(2023, 10, 16)
    before = queries.staff(stats, LA, october - timedelta(days=1))
    assert [(p.slot, p.name) for p in before] == [("HC", "Hank Head"), ("OC", "Otto Coord")]
    assert queries.staff(stats, LA, october)[0].name == "Ivan Interim"
    assert [p.name for p in queries.club_posts(stats, LA, 2023, october, "HC")] == [
        "Hank Head",
        "Ivan Interim",
    ]


def test_an_end_to_come_is_not_known(stats: Stats) -> None:
    """Who looks in September sees a post that runs to March."""
    found = queries.posts(stats, "Hank Head", date(2023, 9, 20))
    assert [(p.season, p.slot, p.until) for p in found] == [
        (2022, "DC", date(2023, 3, 1)),
        (2023, "HC", date(2024, 3, 1)),
    ]
    assert queries.posts(stats, "Hank Head", LATER)[-1].until == date(2023, 10, 16)

"""Coaches whom a traded player meets again."""

from datetime import date
from pathlib import Path

import pytest

from bot.model import Insight, Topic
from bot.stats.insights import coaching
from tests.stats.insights.told import FILE, only, told
from tests.stats.tables import Writer, pick_leg, player_leg, tables

DAY = date(2023, 9, 20)


def _trade(t: Writer, *pids: int, day: date = DAY) -> int:
    """Players go from LA to MIN."""
    return t.trade(day, *(player_leg("LA", "MIN", p) for p in pids), pick_leg("MIN", "LA", 2026, 6))


def _was_there(t: Writer, pid: int, team: str, *seasons: int) -> None:
    for season in seasons:
        t.week(pid, season, 1, team, "SEA", carries=1)


def _careers(t: Writer, name: str, *posts: tuple[str, str, int, int]) -> None:
    """Posts as (club, slot, first season, last season)."""
    for team, slot, first, last in posts:
        for season in range(first, last + 1):
            t.coach(season, team, slot, name)


def _met(folder: Path, *posts: tuple[str, str, int, int], position: str = "RB") -> Insight | None:
    """What is said of a man who was with LA from 2019 to 2021, and a coach with these posts."""
    with tables(folder / FILE) as t:
        man = t.player("Dale Preston Jr.", position=position)
        _was_there(t, man, "LA", 2019, 2020, 2021)
        _careers(t, "Glen Sayer", *posts)
        trade = _trade(t, man)
    found = told(folder, trade, coaching.links)
    assert len(found) < 2
    return next(iter(found), None)


def test_a_head_coach_who_had_him_as_a_coordinator(tmp_path: Path) -> None:
    """Both posts with their seasons, and the seasons with the player."""
    said = _met(tmp_path, ("LA", "OC", 2020, 2021), ("MIN", "HC", 2022, 2023))
    assert said
    assert (said.kind, said.topic, said.club, said.player) == (
        "coach_link",
        Topic.RECEIVER,
        "MIN",
        "Dale Preston Jr.",
    )
    assert said.data == {
        "coach": "Glen Sayer",
        "role": "HC",
        "since": 2022,
        "then": {"club": "LA", "role": "OC", "seasons": [2020, 2021]},
        "seasons": [2020, 2021],
    }
    assert said.text == (
        "Glen Sayer, head coach since 2022, was the Rams' offensive coordinator in 2020 and 2021,"
        " with Preston there both years."
    )


@pytest.mark.parametrize(
    ("posts", "ending"),
    [
        ((("LA", "OC", 2021, 2022),), "in 2021 and 2022, with Preston there in 2021."),
        ((("LA", "OC", 2021, 2021),), "in 2021, with Preston there."),
        ((("LA", "OC", 2019, 2021),), "from 2019 to 2021, with Preston there all the time."),
        (
            (("LA", "OC", 2012, 2014), ("LA", "OC", 2017, 2017), ("LA", "OC", 2019, 2022)),
            "from 2012 to 2014, in 2017 and from 2019 to 2022, with Preston there from 2019 to 2021.",
        ),
    ],
)
def test_seasons_in_words(
    tmp_path: Path, posts: tuple[tuple[str, str, int, int], ...], ending: str
) -> None:
    """Runs of three or more seasons are told by their ends."""
    said = _met(tmp_path, *posts, ("MIN", "HC", 2023, 2023))
    assert said
    assert said.text.endswith(ending)


@pytest.mark.parametrize(
    ("then", "now", "position", "speaks"),
    [
        ("OC", "HC", "RB", True),
        ("OC", "OC", "G", True),
        ("DC", "HC", "CB", True),
        ("HC", "DC", "DE", True),
        ("HC", "HC", "K", True),
        ("OC", "HC", "CB", False),
        ("OC", "HC", "K", False),
        ("HC", "OC", "CB", False),
        ("HC", "DC", "RB", False),
    ],
)
def test_a_coordinator_knows_his_own_side(
    tmp_path: Path,
    then: str,
    now: str,
    position: str,
    speaks: bool,  # noqa: FBT001
) -> None:
    """The post now and the post then both count only for players of that side of the ball."""
    said = _met(tmp_path, ("LA", then, 2020, 2020), ("MIN", now, 2023, 2023), position=position)
    assert (said is not None) is speaks


@pytest.mark.parametrize(
    "posts",
    [
        (("LA", "OC", 2022, 2022), ("MIN", "HC", 2023, 2023)),  # after the player's time
        (("LA", "OC", 2020, 2021), ("MIN", "HC", 2022, 2022)),  # gone again
        (("LA", "OC", 2020, 2021), ("MIN", "HC", 2024, 2024)),  # not yet come
        (("MIN", "HC", 2019, 2023),),  # the same club is no link
    ],
)
def test_no_link(tmp_path: Path, posts: tuple[tuple[str, str, int, int], ...]) -> None:
    """The coach must be there now, and must have been elsewhere with the player before."""
    assert _met(tmp_path, *posts) is None


def test_since_counts_unbroken_seasons(tmp_path: Path) -> None:
    """An earlier spell in the same post is another one."""
    said = _met(
        tmp_path, ("MIN", "HC", 2010, 2012), ("LA", "OC", 2020, 2020), ("MIN", "HC", 2022, 2023)
    )
    assert said
    assert said.data["since"] == 2022


def test_the_longest_time_together_is_told(tmp_path: Path) -> None:
    """Most seasons with the player, then the head coach's post; the higher of two posts now."""
    with tables(tmp_path / FILE) as t:
        man = t.player("Dale Preston")
        _was_there(t, man, "LA", 2018)
        _was_there(t, man, "DEN", 2019, 2020)
        _careers(t, "Glen Sayer", ("LA", "HC", 2018, 2018), ("DEN", "OC", 2019, 2020))
        _careers(t, "Hal Dorn", ("DEN", "OC", 2019, 2020), ("DEN", "HC", 2019, 2020))
        _careers(t, "Glen Sayer", ("MIN", "OC", 2023, 2023), ("MIN", "HC", 2023, 2023))
        _careers(t, "Hal Dorn", ("MIN", "OC", 2023, 2023))
        trade = _trade(t, man)
    sayer, dorn = told(tmp_path, trade, coaching.links)
    assert (sayer.data["role"], sayer.data["then"]["club"]) == ("HC", "DEN")
    assert (dorn.data["role"], dorn.data["then"]["role"]) == ("OC", "HC")


@pytest.mark.parametrize(
    ("day", "speaks"),
    [
        (date(2023, 10, 9), True),
        (date(2023, 10, 10), False),
        (date(2024, 1, 4), False),
    ],
)
def test_a_dismissed_coach_is_gone_that_day(tmp_path: Path, day: date, speaks: bool) -> None:  # noqa: FBT001
    """`until` is the first day without him; nobody knows his end before it comes."""
    with tables(tmp_path / FILE) as t:
        man = t.player("Dale Preston")
        _was_there(t, man, "LA", 2021)
        t.coach(2021, "LA", "OC", "Glen Sayer")
        t.coach(2023, "MIN", "HC", "Glen Sayer", until=date(2023, 10, 10))
        t.coach(2023, "MIN", "HC", "Hal Dorn", known_on=date(2023, 10, 10))
        trade = _trade(t, man, day=day)
    assert bool(told(tmp_path, trade, coaching.links)) is speaks


@pytest.mark.parametrize(
    ("day", "speaks"),
    [
        (date(2024, 1, 4), True),
        (date(2024, 1, 5), False),
        (date(2024, 2, 29), False),
        (date(2024, 3, 1), True),
    ],
)
def test_staffs_in_flux(tmp_path: Path, day: date, speaks: bool) -> None:  # noqa: FBT001
    """From 5 January to the end of February nobody knows who coaches next."""
    with tables(tmp_path / FILE) as t:
        man = t.player("Dale Preston")
        _was_there(t, man, "LA", 2021)
        _careers(t, "Glen Sayer", ("LA", "OC", 2021, 2021), ("MIN", "HC", 2022, 2024))
        trade = _trade(t, man, day=day)
    assert bool(told(tmp_path, trade, coaching.links)) is speaks


def test_the_game_file_names_the_coach_whom_our_table_does_not(tmp_path: Path) -> None:
    """His name is ours where only its spelling differs; where the table has a coach, it decides."""
    with tables(tmp_path / FILE) as t:
        man = t.player("Dale Preston")
        _was_there(t, man, "LA", 2021)
        _careers(t, "Glen Sayer", ("LA", "OC", 2021, 2021), ("MIN", "HC", 2022, 2022))
        t.game(2023, 1, "TB", "MIN", score=(20, 17), home_coach="Glen Sayer Jr.")
        trade = _trade(t, man)
        t.coach(2021, "LA", "HC", "Hal Dorn")
        t.game(2023, 1, "LA", "SEA", score=(3, 0), away_coach="Hal Dorn")
        back = t.trade(DAY, player_leg("MIN", "LA", man), pick_leg("LA", "MIN", 2025, 1))
        _careers(t, "Sam Ortiz", ("LA", "HC", 2023, 2023))
    said = only(tmp_path, trade, coaching.links)
    assert (said.data["coach"], said.data["since"]) == ("Glen Sayer", 2022)
    assert not told(tmp_path, back, coaching.links)


def test_last_seasons_game_names_nobody(tmp_path: Path) -> None:
    """In summer the coach of last season's last game may be gone."""
    with tables(tmp_path / FILE) as t:
        man = t.player("Dale Preston")
        _was_there(t, man, "LA", 2021)
        t.coach(2021, "LA", "OC", "Glen Sayer")
        t.game(2022, 18, "TB", "MIN", score=(20, 17), home_coach="Glen Sayer")
        trade = _trade(t, man, day=date(2023, 7, 1))
    assert not told(tmp_path, trade, coaching.links)


def test_a_namesake_of_the_coach_is_named_in_full(tmp_path: Path) -> None:
    """The bare surname would be a riddle; a roster row is enough to have been there."""
    with tables(tmp_path / FILE) as t:
        man = t.player("Bo Sayer")
        t.roster(man, 2021, 3, "LA", "RES")
        _careers(t, "Glen Sayer", ("LA", "OC", 2021, 2021), ("MIN", "OC", 2023, 2023))
        trade = _trade(t, man)
    said = only(tmp_path, trade, coaching.links)
    assert said.text == (
        "Glen Sayer, offensive coordinator since 2023, was the Rams' offensive coordinator in 2021,"
        " with Bo Sayer there."
    )

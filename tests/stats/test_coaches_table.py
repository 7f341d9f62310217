"""Our own table of head coaches and coordinators."""

import csv
from collections import defaultdict
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from bot import clubs
from bot.model import name_key
from bot.stats.coaches import Run, runs, staff_rows

FIRST, LAST = 1999, 2025  # the seasons that the table claims
SLOTS = ("HC", "OC", "DC")


@cache
def _held() -> dict[tuple[str, str], list[Run]]:
    """The runs of each post, in the order of the table."""
    held: dict[tuple[str, str], list[Run]] = defaultdict(list)
    for run in runs():
        held[run.team, run.slot].append(run)
    return held


def _on(day: date, team: str, slot: str) -> list[str]:
    return [run.name for run in _held()[team, slot] if run.since <= day < run.until]


def test_every_line_is_well_formed() -> None:
    """Known clubs and posts, plain names, and days in order."""
    codes = {club.code for club in clubs.CLUBS}
    for run in runs():
        assert run.team in codes
        assert run.slot in SLOTS
        assert run.since < run.until, run
        assert run.name == run.name.strip()
        assert not set(run.name) & set("();†/0123456789"), run


def test_no_two_men_hold_one_post_at_once() -> None:
    """Runs of one post follow each other; a run that could be one line is one line."""
    for posts in _held().values():
        for one, after in pairwise(posts):
            assert one.until <= after.since, (one, after)
            assert (one.name, one.until) != (after.name, after.since), one


def test_every_club_has_a_head_coach() -> None:
    """On the first day of October of every season; Houston began in 2002, New Orleans missed one."""
    missing = [
        (season, club.code)
        for season in range(FIRST, LAST + 1)
        for club in clubs.CLUBS
        if len(_on(date(season, 10, 1), club.code, "HC")) != 1
    ]
    assert missing == [(1999, "HOU"), (2000, "HOU"), (2001, "HOU")]


def test_rows_are_seasons_of_the_runs() -> None:
    """Each row lies in its league year, and together they cover the runs to the day."""
    rows = list(staff_rows())
    assert len(
        {(season, team, slot, since, name) for season, team, slot, name, since, _ in rows}
    ) == (len(rows))
    for season, *_, since, until in rows:
        assert f"{season}-03-01" <= since < until <= f"{season + 1}-03-01"
    days = sum((date.fromisoformat(u) - date.fromisoformat(s)).days for *_, s, u in rows)
    assert days == sum((run.until - run.since).days for run in runs())


def test_a_man_who_changed_clubs() -> None:
    """One season a row, with the post of that year."""
    rows = [row for row in staff_rows() if row[3] == "Kevin O'Connell" and row[0] < 2024]
    assert sorted((season, team, slot) for season, team, slot, *_ in rows) == [
        (2019, "WAS", "OC"),
        (2020, "LA", "OC"),
        (2021, "LA", "OC"),
        (2022, "MIN", "HC"),
        (2023, "MIN", "HC"),
    ]


@pytest.mark.parametrize(
    ("day", "team", "coach"),
    [
        (date(2022, 10, 9), "CAR", "Matt Rhule"),
        (date(2022, 10, 20), "CAR", "Steve Wilks"),
        (date(2022, 11, 20), "IND", "Jeff Saturday"),
        (date(2021, 10, 20), "LV", "Rich Bisaccia"),
        (date(2024, 10, 15), "NYJ", "Jeff Ulbrich"),
        (date(2025, 10, 20), "TEN", "Mike McCoy"),
        (date(2020, 9, 20), "LA", "Sean McVay"),
    ],
)
def test_changes_inside_a_season(day: date, team: str, coach: str) -> None:
    """The day decides who was in charge, which season lists cannot say."""
    assert _on(day, team, "HC") == [coach]


def test_head_coaches_agree_with_the_game_files(shared: Path) -> None:
    """Where they name another man, it is a change inside a season that the game file dates otherwise."""
    wrong, seen = set(), 0
    for file in ("games_1999_2021sched.csv", "games_2023_2024.csv"):
        with (shared / "data" / "nflverse" / file).open(encoding="utf-8") as lines:
            for game in csv.DictReader(lines):
                if not game["home_score"]:
                    continue
                seen += 1
                day = date.fromisoformat(game["gameday"])
                wrong |= {
                    (int(game["season"]), code)
                    for side in ("home", "away")
                    if (code := _code(game[f"{side}_team"]))
                    and not _same(game[f"{side}_coach"], _on(day, code, "HC"))
                }
    changes = {(r.since.year, r.team) for r in runs() if r.slot == "HC" and r.since.month > 3}
    january = {(r.since.year - 1, r.team) for r in runs() if r.slot == "HC" and r.since.month == 1}
    assert seen > 6000
    assert wrong <= changes | january
    assert len(wrong) <= 12


def _code(team: str) -> str:
    club = clubs.by_code(team)
    assert club is not None
    return club.code


def _same(printed: str, ours: list[str]) -> bool:
    """The Moras are told apart in our table only."""
    keys = {name_key(name) for name in ours}
    plain = {
        key.replace("jim e mora", "jim mora").replace("jim l mora", "jim mora") for key in keys
    }
    return name_key(printed.strip()) in plain

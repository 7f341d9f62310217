"""Whatever nflverse, the network or the operator does to a load: the old rows stay whole, and he is told."""

import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

import pytest

from bot.stats.db import Stats
from tests.servers.nflverse_files import RELEASES, Files
from tests.stats.load.league import GAMES, PASSER, TRADES, WEEKLY, columns, games, weekly
from tests.stats.load.loading import a_month_passes, command, load, rows, until

YARDS = "SELECT sum(rushing_yards) FROM player_week"
WEEKLY_PATH = f"{RELEASES}{WEEKLY}.parquet"
TRADES_PATH = f"{RELEASES}{TRADES}.parquet"


def test_unchanged_files_are_not_written_again(files: Files, full: Path) -> None:
    """The same bytes make no transaction of rows."""
    a_month_passes(full)

    ran = load(files, full)

    there = {step["state"] for step in ran.steps.values() if step["state"] != "absent"}
    assert there == {"unchanged"}


def test_a_season_long_over_is_not_even_asked_for_within_a_week(files: Files, full: Path) -> None:
    """A load after a killed one is quick."""
    files.asked.clear()

    ran = load(files, full)

    assert ran.state("player_stats") == "kept"
    assert WEEKLY_PATH not in files.asked
    assert TRADES_PATH in files.asked


SPOILED = {
    "short": "127.0.0.1",
    "failing": "answered 503",
    "foreign": "not the table that it should be",
    "of another season": "the file is of 2022, not of 2023",
    "empty": "the file has no rows",
}


@pytest.mark.parametrize("how", SPOILED)
def test_a_file_that_does_not_arrive_leaves_its_old_rows(
    files: Files, full: Path, how: str
) -> None:
    """It is named, and the rest is loaded."""
    a_month_passes(full)
    spoil(files, how)

    ran = load(files, full)

    assert (ran.code, ran.stderr) == (75, "")
    assert ran.said("player_stats").startswith("player stats 2023: ")
    assert SPOILED[how] in ran.said("player_stats")
    assert ran.said("player_stats").endswith("; the old rows stay")
    assert ran.state("trades") == "unchanged"
    assert rows(full, YARDS) == [(100,)]


def spoil(files: Files, how: str) -> None:
    """Put another file in its place, broken in this way."""
    files.put(WEEKLY, columns(*weekly()[1:]))
    match how:
        case "short":
            files.short.add(WEEKLY_PATH)
        case "failing":
            files.failing.add(WEEKLY_PATH)
        case "foreign":
            files.bodies[WEEKLY_PATH] = b"<!doctype html><title>Sign in</title>"
        case "of another season":
            files.put(WEEKLY, columns(*({**row, "season": 2022} for row in weekly())))
        case _:
            files.put(WEEKLY, {name: [] for name in columns(*weekly())})


def test_a_file_that_is_gone_takes_no_rows_with_it(files: Files, full: Path) -> None:
    """What nflverse does not have is no reason to forget what we have."""
    a_month_passes(full)
    del files.bodies[WEEKLY_PATH]

    ran = load(files, full)

    assert ran.said("player_stats") == "nflverse has no player stats of 2023: the old rows stay"
    assert rows(full, YARDS) == [(100,)]


def test_a_column_of_another_name_needs_a_person(files: Files, full: Path) -> None:
    """The sentence names table, season and columns."""
    a_month_passes(full)
    renamed = {"carries": "rushes", "targets": "thrown_at"}
    files.put(WEEKLY, {renamed.get(n, n): cells for n, cells in columns(*weekly()).items()})

    ran = load(files, full)

    assert (ran.code, ran.stderr) == (78, "")
    assert ran.said("player_stats") == (
        "player stats 2023: columns 'carries', 'targets' are missing; the old rows stay"
    )
    assert rows(full, YARDS) == [(100,)]


@pytest.mark.parametrize(
    ("column", "cell", "says"),
    [
        ("carries", "many", "column 'carries' does not hold whole numbers"),
        ("carries", 1.5, "column 'carries' does not hold whole numbers"),
        ("team", "XYZ", "column 'team' names clubs that do not exist: XYZ"),
    ],
)
def test_a_column_with_something_else_in_it_needs_a_person(
    files: Files, path: Path, column: str, cell: object, says: str
) -> None:
    """A wrong kind of value is refused before a row is written."""
    files.put(WEEKLY, columns({**weekly()[0], column: cell}))

    ran = load(files, path)

    assert ran.code == 78
    assert ran.said("player_stats") == f"player stats 2023: {says}; the old rows stay"


def test_a_day_that_is_none_needs_a_person(files: Files, path: Path) -> None:
    """What no check foresees ends its data set, not the load."""
    table = {**games(), "gameday": ["soon", "later"]}
    files.put(GAMES, table)

    ran = load(files, path)

    assert ran.code == 78
    assert ran.said("schedules").startswith("schedules: its rows do not fit (")


@pytest.mark.parametrize("column", ["carries", "week", "team", "season"])
def test_an_empty_cell_ends_its_data_set_at_most(files: Files, path: Path, column: str) -> None:
    """Whatever a writer makes of it, the loader lives, and what comes after is loaded."""
    files.put(WEEKLY, columns(*weekly(), {**weekly()[0], "player_id": PASSER, column: None}))

    ran = load(files, path)

    assert (ran.code in {0, 78}, ran.stderr) == (True, "")
    assert ran.state("trades") == "loaded"


def test_rows_of_which_none_can_be_used_take_no_rows_with_them(files: Files, full: Path) -> None:
    """A whole column that lost its values is a broken file, not an empty league."""
    a_month_passes(full)
    files.put(GAMES, {**games(), "week": [None, None]})

    ran = load(files, full)

    assert ran.code == 78
    assert ran.said("schedules") == ("schedules: none of its rows can be used; the old rows stay")
    assert rows(full, "SELECT count(*) FROM game") == [(2,)]


def test_a_season_that_nflverse_does_not_have_is_a_note(files: Files, path: Path) -> None:
    """No failure, if anything was loaded."""
    ran = load(files, path, 2022, 2023)

    assert ran.code == 0
    assert ran.said("rosters_weekly") == "nflverse has no weekly rosters of 2022: left out"


def test_nothing_at_all_of_the_seasons_is_no_result(files: Files, path: Path) -> None:
    """Exit code 1."""
    assert load(files, path, 2021).code == 1


def test_a_silent_host_is_not_asked_for_everything(path: Path) -> None:
    """Three times is enough."""
    ran = load(Files(url="http://127.0.0.1:1"), path)

    assert (ran.code, ran.stderr) == (75, "")
    told = [step["text"] for step in ran.steps.values() if step["text"]]
    assert len(told) == 3
    assert told[-1] == (
        "player ids: 127.0.0.1:1 does not answer; nothing more is tried; the old rows stay"
    )


def test_a_load_that_was_killed_goes_on_where_it_was(files: Files, path: Path) -> None:
    """Each finished data set stays finished."""
    gate = files.gate(TRADES_PATH)
    with subprocess.Popen(command(files, path), stdout=subprocess.PIPE) as child:  # noqa: S603
        until(lambda: TRADES_PATH in files.asked)
        child.kill()
    gate.set()
    assert rows(path, YARDS) == [(100,)]

    ran = load(files, path)

    assert ran.code == 0
    assert ran.state("players") == "unchanged"
    assert ran.state("player_stats") == "kept"
    assert ran.state("trades") == "loaded"


def test_a_second_load_refuses_while_one_is_at_work(files: Files, path: Path) -> None:
    """In one sentence, at once."""
    files.gate(TRADES_PATH)
    with subprocess.Popen(command(files, path), stdout=subprocess.PIPE) as child:  # noqa: S603
        until(lambda: TRADES_PATH in files.asked)
        ran = load(files, path)
        child.kill()

    assert ran.code == 75
    assert ran.refused.startswith("another gridwire stats load already writes ")


def test_a_reader_reads_on_while_rows_are_replaced(files: Files, full: Path) -> None:
    """He sees the old rows, then the new ones, never an error nor a half."""
    a_month_passes(full)
    files.put(WEEKLY, columns(*weekly()[1:]))
    seen: list[int] = []
    with (
        Stats(full) as stats,
        subprocess.Popen(command(files, full), stdout=subprocess.PIPE) as child,  # noqa: S603
    ):
        while child.poll() is None:
            seen.append(stats.rows(YARDS)[0][0])
        seen.append(stats.rows(YARDS)[0][0])

    assert seen == sorted(seen, reverse=True)
    assert {seen[0], seen[-1]} == {100, 71} == set(seen)


@pytest.mark.parametrize("body", [b"not a database, only text that is long enough", None])
def test_a_foreign_file_is_not_touched(files: Files, path: Path, body: bytes | None) -> None:
    """Somebody else may need it."""
    if body is None:
        with closing(sqlite3.connect(path)) as db:
            db.execute("CREATE TABLE diary (line TEXT)")
        body = path.read_bytes()
    path.write_bytes(body)

    ran = load(files, path)

    assert (ran.code, ran.stderr) == (78, "")
    assert "is not a statistics file of Gridwire" in ran.refused
    assert path.read_bytes() == body


def test_a_file_of_another_version_is_built_anew(files: Files, full: Path) -> None:
    """Everything in it can be loaded again."""
    with closing(sqlite3.connect(full)) as db:
        db.execute("PRAGMA user_version = 999")

    assert load(files, full).state("player_stats") == "loaded"
    assert rows(full, YARDS) == [(100,)]

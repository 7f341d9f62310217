"""What bench/stats.py asks of both sides, and what it makes of their answers and times."""

import random
import sqlite3
import statistics
from contextlib import closing
from pathlib import Path
from typing import Any

from bench._stats_child import Child

COMPARED = tuple(
    "completions attempts passing_yards passing_tds passing_interceptions carries rushing_yards"
    " rushing_tds receptions targets receiving_yards receiving_tds".split()
)
SHAPES = ("season_line", "game_log", "compare", "season_high", "leaders", "club_rank")
KEYED = ("season_line", "game_log", "compare", "season_high")
BARE = {  # what nflreadpy is asked for without what one file of it cannot answer, for information
    "season_line": "season_totals",
    "compare": "compare_totals",
    "game_log": "weekly_rows",
}
WITH_WEEKS = (
    "SELECT p.pid, p.gsis, s.season FROM player_season s JOIN player p USING (pid)"
    " WHERE s.season_type = 'REG' AND s.season BETWEEN ? AND ? AND EXISTS (SELECT 1 FROM player_week w"
    " WHERE w.pid = s.pid AND w.season = s.season AND w.season_type = 'REG') ORDER BY p.pid, s.season"
)
Case = dict[str, Any]
Times = dict[str, list[float]]  # shape -> medians of its rounds, in microseconds


def cases(db: Path, peer: Child, seasons: range, count: int) -> list[Case]:
    """So many questions of each shape, always the same, about players of whom nflverse's own files agree."""
    with closing(sqlite3.connect(db)) as connection:
        rows = connection.execute(WITH_WEEKS, (seasons[0], seasons[-1])).fetchall()
    agreed = peer.ask("agreeing", [{"season": season} for season in seasons])["answers"]
    sound = {(gsis, season) for season, ids in zip(seasons, agreed, strict=True) for gsis in ids}
    odd = {gsis for _, gsis, season in rows if (gsis, season) not in sound}
    print(f"  left out: {len(odd)} players whose season file differs from their weeks at nflverse")
    rng = random.Random(5)
    usable = [row for row in rows if row[1] and row[1] not in odd]
    return [_case(rng, rng.choice(usable), usable, seasons) for _ in range(count)]


def _case(
    rng: random.Random,
    row: tuple[int, str, int],
    usable: list[tuple[int, str, int]],
    seasons: range,
) -> Case:
    pid, gsis, season = row
    other = rng.choice([one for one in usable if one[2] == season and one[0] != pid])
    return {
        "pid": pid,
        "gsis": gsis,
        "other_pid": other[0],
        "other": other[1],
        "season": season,
        "seasons": list(seasons),
        "stat": rng.choice(["receiving_yards", "rushing_yards", "passing_yards", "targets"]),
        "week": rng.randint(2, 17),
        "club": rng.choice(["MIN", "LA", "KC", "BUF", "SF", "NYJ"]),
    }


def check(ours: Child, peer: Child, asked: list[Case]) -> int:
    """How many answers differ; each is printed."""
    wrong = 0
    for shape in SHAPES:
        mine, theirs = (side.ask(shape, asked)["answers"] for side in (ours, peer))
        for case, one, two in zip(asked, mine, theirs, strict=True):
            if not _equal(one, two):
                wrong += 1
                print(f"  {shape} {case}\n    ours {one}\n    peer {two}")
    return wrong


def _equal(one: Any, two: Any) -> bool:
    if isinstance(one, list) and isinstance(two, list):
        return len(one) == len(two) and all(map(_equal, one, two))
    return one == two


def rounds(ours: Child, peer: Child, asked: list[Case], count: int) -> tuple[Times, Times]:
    """Medians of each round, in which every question is asked three times; the two sides take turns, shape by shape."""
    often = asked * 3
    mine: Times = {shape: [] for shape in (*SHAPES, "floor")}
    theirs: Times = {shape: [] for shape in (*SHAPES, *BARE.values())}
    for _ in range(count):
        for shape in (*SHAPES, *BARE.values(), "floor"):
            for side, times in ((ours, mine), (peer, theirs)):
                if shape in times:
                    times[shape].append(statistics.median(side.ask(shape, often)["us"]))
    return mine, theirs


def speed_figures(mine: Times, theirs: Times, label: str) -> dict[str, float]:
    """Microseconds of both, the ratio, and over the floor where a question has one key; medians of the rounds."""
    figures = {f"{label}floor_us": statistics.median(mine["floor"])}
    for shape in SHAPES:
        figures[f"{label}{shape}_us"] = statistics.median(mine[shape])
        figures[f"{label}{shape}_nflreadpy_us"] = statistics.median(theirs[shape])
        figures[f"{label}{shape}_faster"] = _ratio(theirs[shape], mine[shape])
    for shape, bare in BARE.items():
        figures[f"{label}{shape}_faster_than_{bare}"] = _ratio(theirs[bare], mine[shape])
    return figures | {f"{label}{s}_over_floor": _ratio(mine[s], mine["floor"]) for s in KEYED}


def _ratio(one: list[float], other: list[float]) -> float:
    """Of each round, then the median: what slows the machine for a while slows both."""
    return statistics.median(a / b for a, b in zip(one, other, strict=True))

"""Our list of coaches against the staffs that others compiled, and against the coaches named in every game."""

import csv
from pathlib import Path

from tests.oracle.record import Record, Run
from tests.oracle.words import plain
from tests.oracle.world import World

_CITIES = {
    "Arizona": "ARI", "Atlanta": "ATL", "Baltimore": "BAL", "Buffalo": "BUF", "Carolina": "CAR", "Chicago": "CHI",
    "Cincinnati": "CIN", "Cleveland": "CLE", "Dallas": "DAL", "Denver": "DEN", "Detroit": "DET", "Green Bay": "GB",
    "Houston": "HOU", "Indianapolis": "IND", "Jacksonville": "JAX", "Kansas City": "KC", "Las Vegas": "LV",
    "Los Angeles Rams": "LA", "Los Angeles Chargers": "LAC", "Miami": "MIA", "Minnesota": "MIN", "New England": "NE",
    "New Orleans": "NO", "New York Giants": "NYG", "New York Jets": "NYJ", "Philadelphia": "PHI", "Pittsburgh": "PIT",
    "San Francisco": "SF", "Seattle": "SEA", "Tampa Bay": "TB", "Tennessee": "TEN", "Washington": "WAS",
}  # fmt: skip


def code(team: str) -> str:
    """The code of a club's full name."""
    return next(c for city, c in _CITIES.items() if team.startswith(city))


def in_season(run: Run, season: int) -> bool:
    """Whether a run touches a league year."""
    return run.since < f"{season + 1}-03-01" and run.until > f"{season}-03-01"


def test_nearly_every_post_of_the_reference_is_in_ours(shared: Path, record: Record) -> None:
    """Names in season lists; changes inside a season and interim posts are where they may differ."""
    path = shared / "data" / "coaches" / "hc_oc_dc_2010_2025.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = [r for r in csv.DictReader(file) if "nterim" not in r["role"]]
    missing = [
        (r["season"], r["team"], r["slot"], r["name"])
        for r in rows
        if not any(
            (run.club, run.slot) == (code(r["team"]), r["slot"])
            and plain(run.name) == plain(r["name"])
            and in_season(run, int(r["season"]))
            for run in record.staff
        )
    ]
    assert len(missing) < 0.06 * len(rows), missing


def test_the_head_coach_of_a_game_is_ours_on_that_day(world: World, record: Record) -> None:
    """Of the games with a coach; a few of the file still name one dismissed days before."""
    wrong = []
    for game in world.games:
        for club, coach in zip(game.teams, game.coaches, strict=True):
            here = [r for r in record.staff if (r.club, r.slot) == (club, "HC")]
            then = [plain(r.name) for r in here if r.since <= game.day < r.until]
            if coach and then != [plain(coach)]:
                wrong.append((game.id, club, coach, then))
    assert len(wrong) < 0.02 * 2 * len(world.games), wrong

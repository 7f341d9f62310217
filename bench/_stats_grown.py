"""Our file with more in it than the reference data has: made-up seasons and people, for times and memory at full size."""

import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from bench._stats_sides import COMPARED
from bot.model import name_key
from bot.stats.columns import schema
from bot.stats.db import APPLICATION_ID, VERSION

PEOPLE = 25_000
CROWD_FROM = 10_000_000  # the ids of the crowd
GENERATION = (
    100_000  # the ids of the people of older seasons: a career is no longer than in the real ones
)
TABLES = (
    "week game player_week player_season club_week club_through allowed_through leader player"
).split()


def grown(source: Path, target: Path, real: range, oldest: int, crowd: int) -> None:
    """A copy with the real seasons again as older ones of other people, and each weekly row `crowd` times more."""
    shutil.copy(source, target)
    with closing(sqlite3.connect(target)) as db:
        db.execute("PRAGMA synchronous = OFF")
        db.execute("PRAGMA cache_size = -200000")
        for number in range(crowd):
            _crowd(db, CROWD_FROM * (number + 1), real)
        db.execute("DELETE FROM game WHERE season < ?", (real[0],))  # older rows are not of those
        for back in range(len(real), real[-1] - oldest + 1, len(real)):
            for table in TABLES:
                _older(db, table, real, oldest, back)
        db.commit()


def _columns(db: sqlite3.Connection, table: str) -> list[str]:
    return [row[1] for row in db.execute(f"PRAGMA table_info({table})")]


def _crowd(db: sqlite3.Connection, offset: int, real: range) -> None:
    """Each weekly row again under another id, without offence."""
    names = _columns(db, "player_week")
    others = {"pid": f"pid + {offset}"} | dict.fromkeys(COMPARED, "0")
    values = ", ".join(others.get(name, name) for name in names)
    db.execute(
        f"INSERT INTO player_week SELECT {values} FROM player_week"  # noqa: S608
        " WHERE season >= ? AND pid < ?",
        (real[0], CROWD_FROM),
    )


def _older(db: sqlite3.Connection, table: str, real: range, oldest: int, back: int) -> None:
    """The rows of the real seasons again, so many years earlier and of other people."""
    names = _columns(db, table)
    moved = {
        "season": f"season - {back}",
        "known_on": f"date(known_on, '-{back} years')",
        "pid": f"pid + {GENERATION * back}",
        "game_id": f"game_id || '@{back}'",
        "gsis": f"gsis || '@{back}'",
        "pfr": "NULL",
    }
    values = ", ".join(moved.get(name, name) for name in names)
    rows = "season BETWEEN max(?1, ?2) AND ?3"
    if table == "player":
        rows = f"pid IN (SELECT pid FROM player_season WHERE {rows})"  # noqa: S608
    db.execute(
        f"INSERT INTO {table} SELECT {values} FROM {table} WHERE {rows}",  # noqa: S608
        (real[0], oldest + back, real[-1]),
    )


def names_only(source: Path, target: Path) -> None:
    """A file with 25,000 people: the real ones, then known first names with known last names."""
    with closing(sqlite3.connect(target)) as db:
        db.execute("ATTACH ? AS source", (str(source),))
        db.executescript(schema())
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {VERSION}")
        for table in ("player", "player_alias"):
            db.execute(f"INSERT INTO {table} SELECT * FROM source.{table}")  # noqa: S608
        real = [name for (name,) in db.execute("SELECT name FROM player ORDER BY pid")]
        db.executemany(
            "INSERT INTO player (pid, name, name_key, last_season) VALUES (?, ?, ?, ?)",
            _made_up(real, PEOPLE - len(real)),
        )
        db.commit()


def _made_up(real: list[str], count: int) -> Iterator[tuple[int, str, str, int]]:
    parts = [name.split(" ", 1) for name in real if " " in name]
    rng = random.Random(11)
    for pid in range(CROWD_FROM, CROWD_FROM + count):
        name = f"{rng.choice(parts)[0]} {rng.choice(parts)[1]}"
        yield pid, name, name_key(name), rng.randint(1999, 2024)

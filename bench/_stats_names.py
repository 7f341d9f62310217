"""Autocomplete among 25,000 names: times, and whether the right one is among the 25 choices."""

import random
import sqlite3
import statistics
import string
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from bench._stats_child import Child

LETTERS = string.ascii_lowercase


def prefix(rng: random.Random, name: str) -> str:
    """The name as typed so far: at least three characters."""
    return name[: rng.randint(3, len(name))]


def typo(rng: random.Random, name: str) -> str:
    """The name with one slip: a letter inserted, left out, replaced, or two swapped."""
    at, letter = rng.randrange(len(name) - 1), rng.choice(LETTERS)
    slips = (
        name[:at] + letter + name[at:],
        name[:at] + name[at + 1 :],
        name[:at] + letter + name[at + 1 :],
        name[:at] + name[at + 1] + name[at] + name[at + 2 :],
    )
    return rng.choice(slips)


def names_figures(db: Path, count: int) -> dict[str, float]:
    """Median milliseconds and the share found, for prefixes and for typos; what the index weighs."""
    with closing(sqlite3.connect(db)) as connection:
        people = connection.execute(
            "SELECT pid, name FROM player WHERE length(name) > 3 ORDER BY pid"
        ).fetchall()
    rng = random.Random(3)
    chosen = rng.sample(people, count)
    with Child("_stats_ours.py", db) as ours:
        found = {"names_people": float(len(people))}
        found["names_index_mb"] = ours.ask("names_mb", [{}])["answers"][0]
        for kind, spoil in (("prefix", prefix), ("typo", typo)):
            found |= _asked(ours, kind, spoil, rng, chosen)
    return found


def _asked(
    ours: Child,
    kind: str,
    spoil: Callable[[random.Random, str], str],
    rng: random.Random,
    chosen: list[tuple[int, str]],
) -> dict[str, float]:
    told = ours.ask("find", [{"text": spoil(rng, name)} for _, name in chosen])
    right = [pid in pids for (pid, _), pids in zip(chosen, told["answers"], strict=True)]
    return {
        f"names_{kind}_ms": statistics.median(told["us"]) / 1000,
        f"names_{kind}_recall_at_25": sum(right) / len(right),
    }

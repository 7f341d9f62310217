"""What is loaded: every data set, its files, and what writes its rows."""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from bot.stats.load.days import Days
from bot.stats.load.people import People
from bot.stats.load.shape import Column


@dataclass(frozen=True, slots=True)
class Job:
    """What a writer works with; a transaction is open."""

    db: sqlite3.Connection
    people: People
    season: int
    days: Days
    today: date


@dataclass(frozen=True, slots=True)
class Written:
    """What came of it.

    Attributes:
        unmatched: rows left out because their player is not known for certain.
    """

    rows: int
    through: int | None = None
    unmatched: int = 0


Frames = Sequence[pl.DataFrame | None]


@dataclass(frozen=True, slots=True)
class File:
    """One file of nflverse.

    Attributes:
        title: as sentences say it.
        load: of nflreadpy; the season is 0 for a file of all seasons.
        columns: those that are used.
    """

    title: str
    load: Callable[[int], pl.DataFrame]
    columns: Sequence[Column]


@dataclass(frozen=True, slots=True)
class DataSet:
    """Rows that are replaced together.

    Attributes:
        first: the first season that nflverse has; None: one file for all seasons.
        write: replaces the rows; a file that nflverse does not have is None.
        by_name: who its rows speak of may become clearer with every season that is loaded.
    """

    name: str
    files: Sequence[File]
    write: Callable[[Job, Frames], Written]
    first: int | None = None
    by_name: bool = False


def only(frames: Frames) -> pl.DataFrame:
    """The frame of a data set that has one file; without it nothing is written."""
    (frame,) = frames
    if frame is None:
        raise LookupError("a data set without its only file")
    return frame

"""Who coached which club when: coaches.csv beside this file, one line per unbroken run of a man in a post.

The columns are name, team (nflverse's code of today), slot (HC, OC, DC), from, until. Both are days; on the last one
he is no longer in the post. A run begins and ends on 1 March where nothing more exact is known. Lines that begin with
# say where the table comes from.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from bot.model import ClubCode
from bot.stats import calendar

_MARCH = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A coach in one post of one club without a break, from one day up to (not with) another."""

    name: str
    team: ClubCode
    slot: str
    since: date
    until: date


def runs() -> Iterator[Run]:
    """Every line of the table, in its order."""
    text = files("bot.stats").joinpath("coaches.csv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    for row in csv.DictReader(lines):
        yield Run(
            name=row["name"],
            team=ClubCode(row["team"]),
            slot=row["slot"],
            since=date.fromisoformat(row["from"]),
            until=date.fromisoformat(row["until"]),
        )


def staff_rows() -> Iterator[tuple[int, str, str, str, str, str]]:
    """Rows of the table coach: (season, team, slot, name, known_on, until), one per season of every run."""
    for run in runs():
        for season in range(calendar.season_of(run.since), run.until.year + 1):
            begins = max(run.since, date(season, _MARCH, 1))
            ends = min(run.until, date(season + 1, _MARCH, 1))
            if begins < ends:
                yield (
                    season,
                    run.team,
                    run.slot,
                    run.name,
                    begins.isoformat(),
                    ends.isoformat(),
                )

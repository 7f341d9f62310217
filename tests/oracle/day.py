"""One day's knowledge: every answer uses only rows known by then."""

from dataclasses import dataclass
from functools import cached_property

from tests.oracle.record import Record
from tests.oracle.words import LINE, last_week, season_of
from tests.oracle.world import (
    SEASONS,
    WEEKLY,
    Listed,
    Numbers,
    Row,
    World,
    regular_season_known,
    total,
)


@dataclass(frozen=True, slots=True)
class Named:
    """A person in an expected answer: any of his printed names will do."""

    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class OneOf:
    """An expected value where the page leaves a choice."""

    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class Season:
    """A player's season so far."""

    season: int
    games: int
    clubs: list[str]
    stats: Numbers


class Day:
    """The world on the morning of a day."""

    def __init__(self, world: World, record: Record, day: str) -> None:
        self.world, self.record, self.day = world, record, day
        self.season = season_of(day)

    @cached_property
    def through(self) -> int:
        """The last regular week known whole."""
        return self._through(self.season)

    def _through(self, season: int) -> int:
        known = self.world.weeks
        weeks = [w for (s, w), on in known.items() if s == season and on <= self.day]
        return max((w for w in weeks if w <= last_week(season)), default=0)

    @cached_property
    def base(self) -> tuple[int, int] | None:
        """The season and week that speak of the clubs."""
        if self.through:
            return self.season, self.through
        before = self.season - 1
        return (before, last_week(before)) if self._through(before) == last_week(before) else None

    def over(self, season: int) -> bool:
        """Whether a regular season is final."""
        return season in SEASONS and regular_season_known(self.world, season) <= self.day

    def rows(self, key: str, season: int, kind: str | None = "REG") -> list[Row]:
        """His known weeks."""
        mine = (r for r in self.world.rows.get(key, []) if r.season == season)
        return [r for r in mine if r.known <= self.day and kind in {None, r.kind}]

    def listed(self, table: dict[str, list[Listed]], key: str, season: int) -> list[Listed]:
        """His known rows of the rosters, snaps or injuries, in order of week."""
        mine = (r for r in table.get(key, []) if r.season == season and r.known <= self.day)
        return sorted(mine, key=lambda r: r.week)

    def numbers(self, key: str, season: int) -> Season | None:
        """His regular season: sums of weeks; once over, with nflverse's totals for what weeks lack."""
        rows = self.rows(key, season)
        stats, games = total(r.stats for r in rows), len(rows)
        clubs = list(dict.fromkeys(r.team for r in rows))
        final = self.world.totals.get((key, season)) if self.over(season) else None
        if final:
            held = {"passing_interceptions", "sacks_suffered", *WEEKLY} if rows else set()
            stats |= {k: v for k, v in final.stats.items() if k not in held}
            games = max(games, final.games)
            clubs = clubs or [final.team]
        return Season(season, games, clubs, stats) if rows or final else None

    def seasons(self, key: str) -> list[Season]:
        """Every known season of his."""
        found = (self.numbers(key, s) for s in SEASONS)
        return [s for s in found if s]

    def club_weeks(self, team: str, season: int) -> list[int]:
        """The regular weeks that a club is known to have played."""
        weeks = range(1, last_week(season) + 1)
        held = {
            w: self.world.known(season, w, team)
            for w in weeks
            if self.world.club_rows.get((season, w, team))
        }
        return [w for w, known in held.items() if known <= self.day]

    def named(self, key: str) -> Named:
        """His names."""
        return Named(frozenset(self.world.people.names[key]))


def line(group: str | None, stats: Numbers) -> Numbers:
    """The line of a group, without what has no value."""
    return {s: stats[s] for s in LINE.get(group or "", []) if s in stats}

"""Our queries as a side of bench/stats.py, with the floor: one prepared look-up by primary key.

bench/_stats_ours.py STATS_DB
"""

import sqlite3
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench._stats_child import rss_mb, same, serve
from bench._stats_sides import COMPARED
from bot.model import ClubCode
from bot.stats import queries
from bot.stats.db import Stats
from bot.stats.facts import ClubRank, GameLine, Leader, Line
from bot.stats.names import Names

AS_OF = date(2026, 3, 1)  # everything in the tables is known
FLOOR = (
    "SELECT rushing_yards FROM player_season WHERE pid = ? AND season = ? AND season_type = 'REG'"
)


class Ours:
    """The queries on one file, as the service holds it: with the index of names."""

    def __init__(self, path: Path) -> None:
        self.stats = Stats(path)
        before = rss_mb()
        self.names = Names.from_stats(self.stats)
        self.names_mb = rss_mb() - before
        self._bare = sqlite3.connect(path)

    def season_line(self, pid: int, season: int, **_: Any) -> list[Line | None]:
        return [queries.season_line(self.stats, pid, season, AS_OF, only=COMPARED)]

    def compare(self, pid: int, other_pid: int, season: int, **_: Any) -> tuple[Line | None, ...]:
        return queries.compare(self.stats, (pid, other_pid), season, AS_OF, only=COMPARED)

    def game_log(self, pid: int, season: int, **_: Any) -> tuple[GameLine, ...]:
        return queries.game_log(self.stats, pid, season, AS_OF, only=COMPARED)

    def season_high(self, pid: int, stat: str, **_: Any) -> list[Any]:
        best = queries.season_high(self.stats, pid, stat, AS_OF, only=[stat])
        return [(line.season, line.numbers[stat]) for line in best]

    def leaders(self, season: int, week: int, stat: str, **_: Any) -> tuple[Leader, ...]:
        return queries.leaders(self.stats, season, stat, AS_OF, week=week)

    def club_rank(self, club: str, season: int, week: int, stat: str, **_: Any) -> ClubRank | None:
        return queries.club_rank(self.stats, ClubCode(club), stat, season, AS_OF, week=week)

    def floor(self, pid: int, season: int, **_: Any) -> Any:
        return self._bare.execute(FLOOR, (pid, season)).fetchone()


def plain_lines(lines: Iterable[Line | None]) -> list[list[Any]]:
    return [
        [line.games, line.clubs, *(line.numbers.get(stat, 0) for stat in COMPARED)]
        for line in lines
        if line is not None
    ]


def plain_games(games: Iterable[GameLine]) -> list[list[Any]]:
    return [
        [
            game.week,
            game.opponent,
            game.home,
            game.day and game.day.isoformat(),
            game.score,
            *(game.numbers.get(stat, 0) for stat in COMPARED),
        ]
        for game in games
    ]


def plain_rank(found: ClubRank | None) -> list[Any]:
    return [found.rank, found.value, found.games, found.all] if found else []


def main() -> None:
    ours = Ours(Path(sys.argv[1]))
    serve(
        {
            "season_line": (ours.season_line, plain_lines),
            "compare": (ours.compare, plain_lines),
            "game_log": (ours.game_log, plain_games),
            "season_high": (ours.season_high, same),
            "leaders": (ours.leaders, lambda found: [one.value for one in found]),
            "club_rank": (ours.club_rank, plain_rank),
            "floor": (ours.floor, lambda _: None),
            "find": (ours.names.find, lambda hits: [hit.pid for hit in hits]),
            "names_mb": (lambda: ours.names_mb, same),
            "rss": (rss_mb, same),
        }
    )


if __name__ == "__main__":
    main()

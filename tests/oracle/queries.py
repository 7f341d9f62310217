"""The questions of every day, answered from the plain files."""

from functools import lru_cache
from typing import Any

from tests.oracle.about_club import place
from tests.oracle.day import Day
from tests.oracle.record import Leg, Trade
from tests.oracle.words import CLUBS, last_week
from tests.oracle.world import Game, World


class Asked:
    """Answers on a day, with the sums of whole seasons kept ready."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._games = {(g.season, g.week, t): g for g in world.games for t in g.teams}
        self.players_sums = lru_cache(None)(self._players_sums)
        self.club_sums = lru_cache(None)(self._club_sums)

    def game_log(self, day: Day, key: str, season: int) -> list[dict[str, Any]]:
        """Every known game of a season."""
        return [
            {
                "week": r.week,
                "type": r.kind,
                "club": r.team,
                "opponent": r.opponent,
                "stats": r.stats,
                **self._fixture(day, self._games.get((season, r.week, r.team)), r.team),
            }
            for r in day.rows(key, season, None)
        ]

    def _fixture(self, day: Day, game: Game | None, team: str) -> dict[str, Any]:
        if not game:
            return {"day": None, "home": None, "score": None}
        side = game.side(team)
        score = (game.scores[side], game.scores[1 - side]) if game.known <= day.day else None
        return {"day": game.day, "home": side == 1, "score": score}

    def _players_sums(self, season: int, week: int, stat: str) -> dict[str, float]:
        sums = dict(self.players_sums(season, week - 1, stat)) if week > 1 else {}
        for club in CLUBS:
            for row in self._world.club_rows.get((season, week, club), []):
                sums[row.key] = sums.get(row.key, 0) + row.stats.get(stat, 0)
        return sums

    def _club_sums(self, season: int, week: int, stat: str, against: bool) -> dict[str, float]:  # noqa: FBT001
        sums = dict(self.club_sums(season, week - 1, stat, against)) if week else {}
        for club in CLUBS:
            sums.setdefault(club, 0)
            for row in self._world.club_rows.get((season, week, club), []):
                sums[row.opponent if against else club] += row.stats.get(stat, 0)
        return sums

    def whole(self, day: Day, season: int, week: int) -> int:
        """The week asked for, or the last one known whole."""
        weeks = range(1, last_week(season) + 1)
        known = [w for w in weeks if self._world.weeks.get((season, w), "9999") <= day.day]
        return min(week, max(known, default=0))

    def leaders(self, day: Day, season: int, stat: str, week: int) -> list[tuple[int, float, str]]:
        """Rank, value and key of everybody over 0, best first."""
        until = self.whole(day, season, week)
        sums = self.players_sums(season, until, stat) if until else {}
        order = sorted(((v, k) for k, v in sums.items() if v > 0), reverse=True)
        values = [v for v, _ in order]
        first = {v: i for i, v in reversed(list(enumerate(values, 1)))}
        return [(first[v], v, k) for v, k in order]

    def club_rank(
        self, day: Day, club: str, stat: str, season: int, week: int, *, against: bool, fewer: bool
    ) -> tuple[int, float, int] | None:
        """Rank, value and the week summed through."""
        until = self.whole(day, season, week)
        if not until:
            return None
        sums = self.club_sums(season, until, stat, against)
        return place(sums, club, fewer=fewer), sums[club], until

    def season_high(self, day: Day, key: str, stat: str) -> list[tuple[int, float]]:
        """The best seasons in a statistic."""
        having = [(s.season, s.stats.get(stat, 0)) for s in day.seasons(key)]
        best = max((v for _, v in having), default=0)
        return [(s, v) for s, v in having if v == best > 0]


def trades_of(day: Day, club: str) -> list[Trade]:
    """A club's trades by then, oldest first."""
    mine = (t for t in day.record.trades if club in t.clubs and t.day <= day.day)
    return sorted(mine, key=lambda t: (t.day, t.id))


def picks_moved(day: Day, club: str, season: int, *, away: bool) -> list[tuple[int, Leg]]:
    """The picks of a draft that a club gave away, or received."""
    return [
        (t.id, p)
        for t in trades_of(day, club)
        for p in t.picks
        if p.season == season and club == (p.gave if away else p.received)
    ]


def spells(day: Day, key: str) -> set[tuple[str, int, int, int]]:
    """Club, season, first and last week with a row."""
    world = day.world
    rows = [*world.rows.get(key, []), *world.rosters.get(key, []), *world.snaps.get(key, [])]
    weeks: dict[tuple[str, int], list[int]] = {}
    for r in rows:
        if r.known <= day.day:
            weeks.setdefault((r.team, r.season), []).append(r.week)
    return {(club, season, min(w), max(w)) for (club, season), w in weeks.items()}

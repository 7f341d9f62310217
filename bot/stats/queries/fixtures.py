"""A club's games and what came of them."""

import sqlite3
from collections.abc import Iterable
from datetime import date
from itertools import takewhile
from typing import Any, Final

from bot.model import ClubCode
from bot.stats.calendar import season_of
from bot.stats.db import Stats
from bot.stats.facts import Game, Record

_RESULT: Final = (
    "away_score", "home_score", "away_qb", "home_qb", "away_coach", "home_coach",
)  # fmt: skip
# A play-off pairing follows from the week before: only where no game of that week is still to come is it known.
_SELECT = (
    "SELECT * FROM game g WHERE (g.game_type = 'REG' OR NOT EXISTS (SELECT 1 FROM game e"
    " WHERE e.season = g.season AND e.week = g.week - 1 AND e.known_on > ?1)) AND "
)
_OF_CLUB = "g.season = ?2 AND (g.away_team = ?3 OR g.home_team = ?3)"


def games(stats: Stats, club: ClubCode, season: int, as_of: date) -> tuple[Game, ...]:
    """Its fixtures of a season, played or not, oldest first.

    A result shows only where it was known. A play-off fixture shows once the week before it was over.
    """
    return _games(stats, as_of, _OF_CLUB, season, club)


def playoff_games(stats: Stats, club: ClubCode, season: int, as_of: date) -> tuple[Game, ...]:
    """Those of them that are of the postseason."""
    return _games(stats, as_of, f"{_OF_CLUB} AND g.game_type <> 'REG'", season, club)


def week_games(stats: Stats, season: int, week: int, as_of: date) -> tuple[Game, ...]:
    """Every fixture of a week, as in `games`."""
    return _games(stats, as_of, "g.season = ?2 AND g.week = ?3", season, week)


def last_game(
    stats: Stats, club: ClubCode, as_of: date, *, game_type: str | None = None
) -> Game | None:
    """Its latest game whose result was known, of this season or the one before; of one type if named."""
    where = (
        "g.season = ?2 AND (g.away_team = ?3 OR g.home_team = ?3) AND g.known_on <= ?1"
        " AND g.home_score IS NOT NULL AND (?4 IS NULL OR g.game_type = ?4)"
    )
    for season in (season_of(as_of), season_of(as_of) - 1):
        if found := _games(stats, as_of, where, season, club, game_type):
            return found[-1]
    return None


def next_game(stats: Stats, club: ClubCode, as_of: date) -> Game | None:
    """Its first fixture on that day or later; None in the off-season and where no schedule is loaded."""
    where = f"{_OF_CLUB} AND g.gameday >= ?1 AND g.known_on > ?1"
    return next(iter(_games(stats, as_of, where, season_of(as_of), club)), None)


def _games(stats: Stats, as_of: date, where: str, *values: Any) -> tuple[Game, ...]:
    order = " ORDER BY g.season, g.gameday, g.gametime, g.game_id"
    rows = stats.rows(_SELECT + where + order, as_of, *values)
    return tuple(_game(row, as_of.isoformat()) for row in rows)


def _game(row: sqlite3.Row, as_of: str) -> Game:
    known = row["known_on"] <= as_of
    result = {name: row[name] if known else None for name in _RESULT}
    return Game(
        game_id=row["game_id"],
        season=row["season"],
        week=row["week"],
        game_type=row["game_type"],
        day=date.fromisoformat(row["gameday"]),
        time=row["gametime"],
        away=ClubCode(row["away_team"]),
        home=ClubCode(row["home_team"]),
        neutral=bool(row["neutral"]),
        overtime=known and bool(row["overtime"]),
        spread=row["spread_line"],
        away_moneyline=row["away_moneyline"],
        home_moneyline=row["home_moneyline"],
        **result,
    )


def record(stats: Stats, club: ClubCode, season: int, as_of: date) -> Record | None:
    """Its known regular-season games; None before the first."""
    results = _results(stats, season, as_of, club)
    return _record(club, season, results[club]) if club in results else None


def records(stats: Stats, season: int, as_of: date) -> tuple[Record, ...]:
    """Every club with a known regular-season game: best share of wins first, then points difference, then code."""
    results = _results(stats, season, as_of, None)
    return _standing(_record(club, season, scores) for club, scores in results.items())


def division_records(stats: Stats, division: str, season: int, as_of: date) -> tuple[Record, ...]:
    """The same of one division ("NFC North") or conference ("NFC"); the league's tie-breakers are not applied."""
    rows = stats.rows("SELECT code FROM club WHERE ? IN (division, conference)", division)
    clubs = {row["code"] for row in rows}
    return tuple(r for r in records(stats, season, as_of) if r.club in clubs)


def streak(stats: Stats, club: ClubCode, season: int, as_of: date) -> tuple[str, int] | None:
    """("W", 3): its latest run of equal results (W, L or T) in the season's known regular-season games."""
    scores = _results(stats, season, as_of, club).get(club)
    if not scores:
        return None
    marks = [_mark(score) for score in reversed(scores)]
    return marks[0], len(list(takewhile(marks[0].__eq__, marks)))


Scores = list[tuple[int, int]]  # (own, other's) of each game, oldest first


def _results(
    stats: Stats, season: int, as_of: date, club: ClubCode | None
) -> dict[ClubCode, Scores]:
    rows = stats.rows(
        "SELECT away_team, home_team, away_score, home_score FROM game"
        " WHERE season = ?1 AND game_type = 'REG' AND known_on <= ?2 AND home_score IS NOT NULL"
        " AND (?3 IS NULL OR ?3 IN (away_team, home_team)) ORDER BY gameday, gametime, game_id",
        season,
        as_of,
        club,
    )
    found: dict[ClubCode, Scores] = {}
    for away, home, away_score, home_score in rows:
        found.setdefault(away, []).append((away_score, home_score))
        found.setdefault(home, []).append((home_score, away_score))
    return found


def _mark(score: tuple[int, int]) -> str:
    own, other = score
    return "W" if own > other else "L" if own < other else "T"


def _record(club: ClubCode, season: int, scores: Scores) -> Record:
    marks = [_mark(score) for score in scores]
    return Record(
        club=club,
        season=season,
        wins=marks.count("W"),
        losses=marks.count("L"),
        ties=marks.count("T"),
        points_for=sum(own for own, _ in scores),
        points_against=sum(other for _, other in scores),
    )


def _standing(found: Iterable[Record]) -> tuple[Record, ...]:
    def key(r: Record) -> tuple[float, int, str]:
        share = (r.wins + r.ties / 2) / (r.wins + r.losses + r.ties)
        return -share, r.points_against - r.points_for, r.club

    return tuple(sorted(found, key=key))

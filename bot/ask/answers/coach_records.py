"""Wins and losses of head coaches, from the schedule's names."""

from bot.ask import say
from bot.ask.answers.results import SOURCE
from bot.ask.desk import Desk, Said, spans
from bot.ask.query import Part, Query, Time
from bot.ask.refusals import RefusedError
from bot.model import Table

_GAMES = (
    "SELECT season, SUM(own > other) AS won, SUM(own < other) AS lost, SUM(own = other) AS tied FROM ("
    "SELECT season, game_type, known_on, home_coach AS coach, home_score AS own, away_score AS other FROM game"
    " UNION ALL"
    " SELECT season, game_type, known_on, away_coach, away_score, home_score FROM game)"
    " WHERE coach = ? AND season BETWEEN ? AND ? AND (game_type = 'REG') = ? AND known_on <= ?"
    " AND own IS NOT NULL GROUP BY season ORDER BY season"
)


def record(query: Query, desk: Desk) -> Said:
    """A head coach's wins and losses in a season, or in all that are loaded."""
    if query.part not in {None, Part.REGULAR, Part.PLAYOFFS}:
        raise RefusedError("A coach's record is of the regular season or of all playoffs.")
    every = query.season in {None, Time.CAREER}
    loaded = desk.games_loaded()
    first, last = (0, 9999) if every else (desk.season(query, table="game"),) * 2
    regular = query.part is not Part.PLAYOFFS
    rows = desk.stats.rows(_GAMES, query.coach, first, last, regular, desk.as_of)
    part = "regular season" if regular else "playoffs"
    if not rows:
        raise RefusedError(
            f"No game with {query.coach} as head coach is known there in the {part}."
        )
    won, lost, tied = (sum(row[name] for row in rows) for name in ("won", "lost", "tied"))
    desk.assume(part)
    if every:
        desk.assume(f"of the loaded games, {spans(loaded)}; nflverse's begin with 1999")
    ties = f"-{tied}" if tied else ""
    seasons = spans(row["season"] for row in rows)
    text = (
        f"{say.possessive(query.coach or '')} record as head coach, {seasons}: {won}-{lost}{ties}."
    )
    table = Table(columns=("season", "won", "lost", "tied"), rows=tuple(tuple(r) for r in rows))
    return Said(text=text, source=SOURCE, table=table)

"""Spreads and favourites, as of the schedule file."""

from bot.ask import say
from bot.ask.answers.fixtures import running_season
from bot.ask.answers.results import SOURCE
from bot.ask.desk import Desk, Said, nickname
from bot.ask.query import Query
from bot.ask.refusals import RefusedError
from bot.model import Table
from bot.stats import queries
from bot.stats.facts import Game


def odds(query: Query, desk: Desk) -> Said:
    """Spreads and moneylines of listed games."""
    games = _listed_games(query, desk)
    priced = [g for g in games if g.spread is not None]
    if not priced:
        raise RefusedError(
            f"No game with a spread is listed there on {desk.as_of}: odds are as of the schedule file, for its games only."
        )
    desk.assume("as of the schedule file, not live")
    told = " ".join(_line_text(g) for g in priced[:1]) if query.clubs else _favourites(priced)
    text = f"{told} A minus marks the favourite, by so many points."
    rows = tuple(
        (
            g.week,
            g.day.isoformat(),
            f"{g.away} at {g.home}",
            _favourite(g),
            g.away_moneyline,
            g.home_moneyline,
        )
        for g in priced
    )
    columns = ("week", "day", "game", "favourite", "away moneyline", "home moneyline")
    return Said(text=text, source=SOURCE, table=Table(columns=columns, rows=rows))


def _listed_games(query: Query, desk: Desk) -> list[Game]:
    if query.clubs and query.week is None and query.season is None:
        game = queries.next_game(desk.stats, query.clubs[0], desk.as_of)
        return [game] if game else []
    season = desk.season(query, table="game") if query.season else running_season(desk)
    weeks = desk.weeks(query, season)
    week = weeks.first if weeks else _coming_week(desk, season)
    games = queries.week_games(desk.stats, season, week, desk.as_of)
    return [g for g in games if not query.clubs or query.clubs[0] in {g.home, g.away}]


def _coming_week(desk: Desk, season: int) -> int:
    row = desk.stats.row(
        "SELECT MIN(week) AS week FROM game WHERE season = ? AND known_on > ?", season, desk.as_of
    )
    week: int = (row["week"] if row else None) or 0
    desk.assume(f"week {week} of {season}" if week else f"no game of {season} is to come")
    return week


def _favourite(game: Game) -> str:
    spread = game.spread or 0
    if not spread:
        return "even"
    return f"{game.home if spread > 0 else game.away} -{say.number(abs(spread))}"


def _line_text(game: Game) -> str:
    of = say.week_text(game.season, game.week)
    return f"{nickname(game.away)} at {nickname(game.home)}, {of}: {_favourite(game)}."


def _favourites(games: list[Game]) -> str:
    return f"Favourites of {say.week_text(games[0].season, games[0].week)}: {', '.join(map(_favourite, games))}."

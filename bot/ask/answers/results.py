"""Results of clubs' games."""

from bot.ask import say
from bot.ask.desk import Desk, Said, nickname, spans
from bot.ask.query import Cue, Part, Query, RelativeWeek, Time
from bot.ask.refusals import RefusedError
from bot.model import ClubCode, Table
from bot.stats import queries
from bot.stats.facts import Game

SOURCE = "nflverse schedule"


def result(query: Query, desk: Desk) -> Said:
    """A game's result: the last one, or that of a week or against an opponent."""
    club, other = _sides(query)
    found = _results(query, desk, club, other)
    if query.has(Cue.BIGGEST):
        found = _widest(query, found, club)
    if not found:
        raise RefusedError(
            f"No result of such a game of the {nickname(club)} is known on {desk.as_of};"
            f" loaded are the games of {spans(desk.games_loaded())}."
        )
    text = " ".join(result_text(game, club) for game in found[-3:])
    table = game_table(found, club) if len(found) > 1 else None
    return Said(text=text, source=SOURCE, table=table)


def _widest(query: Query, games: list[Game], club: ClubCode) -> list[Game]:
    """The wins, or losses, by the most points."""
    sign = -1 if query.has(Cue.LOSE) and not query.has(Cue.WIN) else 1
    margins = [sign * (score[0] - score[1]) for g in games if (score := score_of(g, club))]
    most = max(margins, default=0)
    return [g for g, by in zip(games, margins, strict=True) if by == most > 0]


def _sides(query: Query) -> tuple[ClubCode, ClubCode | None]:
    other = query.opponent or next(iter(query.clubs[1:]), None)
    return query.clubs[0], other


def _results(query: Query, desk: Desk, club: ClubCode, other: ClubCode | None) -> list[Game]:
    timeless = query.season is None and query.week is None and query.part is None
    if timeless and not query.has(Cue.BIGGEST):
        return _latest_result(query, desk, club, other)
    season = desk.season(query, table="game") if query.season else _current(desk, query)
    weeks = desk.weeks(query, season)
    games = [g for g in queries.games(desk.stats, club, season, desk.as_of) if is_known(g)]
    games = [g for g in games if other is None or other in {g.home, g.away}]
    if weeks:
        games = [g for g in games if weeks.first <= g.week <= weeks.last]
    if query.part not in {None, Part.REGULAR}:
        games = [g for g in games if is_of_part(g, query.part)]
    games = [g for g in games if _is_wanted(query, g, club)]
    return games[-1:] if query.has(Cue.LATEST) else games


def _is_wanted(query: Query, game: Game, club: ClubCode) -> bool:
    """Of "the last win" only wins, of "last lost" only losses; "did they win" asks for any."""
    if (
        not query.has(Cue.LATEST)
        or query.has(Cue.GAME)
        or query.has(Cue.WIN) == query.has(Cue.LOSE)
    ):
        return True
    score = score_of(game, club)
    return score is not None and say.result(*score) == ("won" if query.has(Cue.WIN) else "lost")


def _current(desk: Desk, query: Query) -> int:
    season = desk.latest()
    if not isinstance(query.week, RelativeWeek):
        desk.assume(say.season_text(season))
    return season


def _latest_result(query: Query, desk: Desk, club: ClubCode, other: ClubCode | None) -> list[Game]:
    """Without a word of time: the latest of all loaded seasons."""
    for season in reversed(desk.games_loaded()):
        games = [g for g in queries.games(desk.stats, club, season, desk.as_of) if is_known(g)]
        games = [g for g in games if other is None or other in {g.home, g.away}]
        games = [g for g in games if _is_wanted(query, g, club)]
        if games:
            what = "latest such game" if other is None else "latest such game between them"
            desk.assume(f"their {what} in the tables, {spans(desk.games_loaded())}")
            return games[-1:]
    return []


def is_known(game: Game) -> bool:
    """Whether its result was known."""
    return game.home_score is not None


def is_of_part(game: Game, part: Part | None) -> bool:
    """Whether it is of that round, or of any round of the playoffs."""
    return game.game_type != "REG" if part is Part.PLAYOFFS else game.game_type == part


def score_of(game: Game, club: ClubCode) -> tuple[int, int] | None:
    """(the club's, the other's)."""
    if game.home_score is None or game.away_score is None:
        return None
    scores = (game.home_score, game.away_score)
    return scores if game.home == club else scores[::-1]


def result_text(game: Game, club: ClubCode) -> str:
    """Such as "The Vikings lost to the Eagles 28-34 in week 2 of 2023, on 14 September 2023"."""
    score = score_of(game, club)
    other = nickname(game.away if game.home == club else game.home)
    if score is None:
        return ""
    verb = {"won": "beat", "lost": "lost to", "tied": "tied with"}[say.result(*score)]
    extra = " after overtime" if game.overtime else ""
    when = say.week_text(game.season, game.week)
    return f"The {nickname(club)} {verb} the {other} {score[0]}-{score[1]}{extra} in {when}, on {say.day(game.day)}."


def game_table(found: list[Game], club: ClubCode) -> Table:
    """A row for each game, told from the side of the club."""
    rows = []
    for g in found:
        score = score_of(g, club)
        other = g.away if g.home == club else g.home
        place = "" if g.home == club else "at "
        told = f"{say.result(*score)[0].upper()} {score[0]}-{score[1]}" if score else None
        rows.append((g.season, g.week, g.day.isoformat(), g.time, f"{place}{other}", told))
    return Table(columns=("season", "week", "day", "time", "opponent", "result"), rows=tuple(rows))


def meetings(query: Query, desk: Desk) -> Said:
    """The record of two clubs against each other, playoffs included."""
    club, other = _sides(query)
    seasons: tuple[int, ...] = desk.games_loaded()
    if query.season not in {None, Time.CAREER}:
        seasons = (desk.season(query, table="game"),)
    else:
        desk.assume(f"of the loaded games, {spans(seasons)}, playoffs included")
    games = [
        g
        for season in seasons
        for g in queries.games(desk.stats, club, season, desk.as_of)
        if is_known(g) and other in {g.home, g.away}
    ]
    if not games or other is None:
        raise RefusedError(f"No result between them is known on {desk.as_of}.")
    results = [say.result(*score) for g in games if (score := score_of(g, club))]
    ties = f"-{results.count('tied')}" if "tied" in results else ""
    record = f"{results.count('won')}-{results.count('lost')}{ties}"
    text = f"The {nickname(club)} are {record} against the {nickname(other)}. {result_text(games[-1], club)}"
    return Said(text=text, source=SOURCE, table=game_table(games, club))

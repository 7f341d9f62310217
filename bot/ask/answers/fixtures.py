"""What a club plays next, and its schedule."""

from bot.ask import say
from bot.ask.answers.results import SOURCE, game_table, is_known, result_text
from bot.ask.desk import Desk, Said, nickname, spans
from bot.ask.query import Query
from bot.ask.refusals import RefusedError
from bot.clubs import CLUBS
from bot.model import ClubCode
from bot.stats import queries
from bot.stats.calendar import last_regular_week, season_of
from bot.stats.facts import Game


def upcoming(query: Query, desk: Desk) -> Said:
    """The next game, or that of a week."""
    club = query.clubs[0]
    if query.week is None and query.season is None and query.opponent is None:
        text = next_text(club, desk)
        if not text:
            raise RefusedError(_no_next(club, desk))
        return Said(text=text, source=SOURCE)
    return _fixture(query, desk, club)


def _fixture(query: Query, desk: Desk, club: ClubCode) -> Said:
    season = desk.season(query, table="game") if query.season else running_season(desk)
    weeks = desk.weeks(query, season)
    games = queries.games(desk.stats, club, season, desk.as_of)
    if not games:
        raise RefusedError(
            f"The schedule of {season} is not loaded for the {nickname(club)}; loaded are the games of {spans(desk.games_loaded())}."
        )
    other = query.opponent or next(iter(query.clubs[1:]), None)
    found = [
        g
        for g in games
        if (weeks is None or weeks.first <= g.week <= weeks.last)
        and (other is None or other in {g.home, g.away})
    ]
    if not found and weeks and weeks.first == weeks.last:
        return _bye(club, season, weeks.first)
    if not found:
        raise RefusedError(f"The {nickname(club)} have no such game in {season}.")
    text = " ".join(fixture_text(g, club) for g in found[:3])
    table = game_table(found, club) if len(found) > 1 else None
    return Said(text=text, source=SOURCE, table=table)


def running_season(desk: Desk) -> int:
    """The season of the day.

    Raises:
        RefusedError: its schedule is not loaded.
    """
    season = season_of(desk.as_of)
    if not desk.stats.row("SELECT 1 FROM game WHERE season = ?", season):
        raise RefusedError(
            f"The schedule of {season} is not loaded; loaded are the games of {spans(desk.games_loaded())}."
        )
    desk.assume(say.season_text(season))
    return season


def _bye(club: ClubCode, season: int, week: int) -> Said:
    if week > last_regular_week(season):
        raise RefusedError(f"No game of the {nickname(club)} in week {week} of {season} is known.")
    return Said(
        text=f"The {nickname(club)} have no game in week {week} of {season}: it is their bye.",
        source=SOURCE,
    )


def byes(query: Query, desk: Desk) -> Said:
    """A club's week without a game, or the clubs without one in a week."""
    season = desk.season(query, table="game") if query.season else running_season(desk)
    weeks = desk.weeks(query, season)
    clubs = query.clubs or tuple(club.code for club in CLUBS)
    played = {
        code: {g.week for g in queries.games(desk.stats, code, season, desk.as_of)}
        for code in clubs
    }
    if not any(played.values()):
        raise RefusedError(
            f"The schedule of {season} is not loaded; loaded are the games of {spans(desk.games_loaded())}."
        )
    if not weeks and not query.clubs:
        raise RefusedError("Say whose bye, or in which week.")
    first, last = (weeks.first, weeks.last) if weeks else (1, last_regular_week(season))
    free = [
        (code, week)
        for code, there in played.items()
        for week in range(first, min(last, last_regular_week(season)) + 1)
        if there and week not in there
    ]
    if not free:
        return Said(text=f"No such bye is in the schedule of {season}.", source=SOURCE)
    told = say.listed([f"the {nickname(code)} (week {week})" for code, week in free])
    return Said(text=f"Bye in {season}: {told}.", source=SOURCE)


def fixture_text(game: Game, club: ClubCode) -> str:
    """A game to come, or the result of one that is known."""
    told = result_text(game, club)
    if told:
        return told
    other = nickname(game.away if game.home == club else game.home)
    verb = "play" if game.home == club or game.neutral else "play at"
    ground = " on neutral ground" if game.neutral else " at home" if game.home == club else ""
    time = f" at {game.time} Eastern" if game.time else ""
    of = say.week_text(game.season, game.week)
    return f"The {nickname(club)} {verb} the {other}{ground} on {game.day:%A} {say.day(game.day)}{time}, {of}."


def last_text(club: ClubCode, desk: Desk) -> str:
    """The last result in a sentence, or nothing."""
    game = queries.last_game(desk.stats, club, desk.as_of)
    return result_text(game, club) if game else ""


def next_text(club: ClubCode, desk: Desk) -> str:
    """The next fixture in a sentence, or nothing."""
    game = queries.next_game(desk.stats, club, desk.as_of)
    return fixture_text(game, club) if game else ""


def _no_next(club: ClubCode, desk: Desk) -> str:
    loaded = spans(desk.games_loaded())
    return f"No game of the {nickname(club)} is scheduled on or after {desk.as_of} in what is loaded (games of {loaded})."


def schedule(query: Query, desk: Desk) -> Said:
    """All games of a club in a season."""
    club = query.clubs[0]
    season = desk.season(query, table="game") if query.season else running_season(desk)
    games = queries.games(desk.stats, club, season, desk.as_of)
    if not games:
        raise RefusedError(
            f"The schedule of {season} is not loaded; loaded are the games of {spans(desk.games_loaded())}."
        )
    known = sum(1 for g in games if is_known(g))
    text = f"The {nickname(club)} have {len(games)} games in {season}, {known} of them played by {desk.as_of}."
    return Said(text=text, source=SOURCE, table=game_table(list(games), club))

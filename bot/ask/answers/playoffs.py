"""The playoffs: who was there, and how it went."""

from bot.ask import say
from bot.ask.answers.records import game_season
from bot.ask.answers.results import (
    SOURCE,
    game_table,
    is_known,
    is_of_part,
    result_text,
    score_of,
)
from bot.ask.desk import Desk, Said, nickname
from bot.ask.query import Part, Query, Time
from bot.ask.refusals import RefusedError
from bot.model import ClubCode
from bot.stats import queries
from bot.stats.calendar import last_regular_week

_ROUND_NAMES = {
    Part.WILD_CARD: "wild card round",
    Part.DIVISIONAL: "divisional round",
    Part.CONFERENCE: "conference championship",
    Part.SUPER_BOWL: "Super Bowl",
}
_BOWL_OF = 1965  # the first Super Bowl ended the 1966 season


def playoffs(query: Query, desk: Desk) -> Said:
    """Whether a club was in the playoffs, and its games there."""
    club = query.clubs[0]
    season = _settled_season(query, desk)
    found = queries.playoff_games(desk.stats, club, season, desk.as_of)
    if query.part not in {None, Part.PLAYOFFS}:
        return _round(query, desk, club, season)
    if found:
        told = " ".join(result_text(g, club) for g in found)
        text = f"Yes: the {nickname(club)} played in the playoffs of {season}. {told}".strip()
        return Said(text=text, source=SOURCE, table=game_table(list(found), club))
    if not _bracket_known(desk, season):
        raise RefusedError(f"The playoffs of {season} were not settled on {desk.as_of}.")
    return Said(
        text=f"No: the {nickname(club)} did not play in the playoffs of {season}.", source=SOURCE
    )


def clubs_in(query: Query, desk: Desk) -> Said:
    """All clubs that played in the playoffs, or in one of their rounds."""
    season = _settled_season(query, desk)
    first = query.part if query.part in _ROUND_NAMES else None
    whole = first is None and _bracket_known(desk, season)  # later rounds add no club
    rows = desk.stats.rows(
        "SELECT team, MIN(gameday) AS day FROM (SELECT home_team AS team, * FROM game UNION ALL SELECT away_team, * FROM game)"
        " WHERE season = ? AND game_type <> 'REG' AND (? IS NULL OR game_type = ?) AND (known_on <= ? OR ?)"
        " GROUP BY team ORDER BY team",
        season,
        first,
        first,
        desk.as_of,
        whole,
    )
    if not rows:
        raise RefusedError(f"No playoff game of {season} is known on {desk.as_of}.")
    names = say.listed([f"the {nickname(ClubCode(row['team']))}" for row in rows])
    what = _ROUND_NAMES[first] if first else "playoffs"
    return Said(text=f"In the {season} {what}: {names}.", source=SOURCE)


def _settled_season(query: Query, desk: Desk) -> int:
    """Without a season the latest whose playoffs have begun: the running one, or the one before."""
    if query.season is not None:
        return game_season(query, desk)
    latest = max(desk.games_loaded(), default=0) or desk.latest()
    begun = _bracket_known(desk, latest) or not _bracket_known(desk, latest - 1)
    season = latest if begun else latest - 1
    desk.assume(f"{say.season_text(season)}, the latest whose playoffs are known")
    return season


def _round(query: Query, desk: Desk, club: ClubCode, season: int) -> Said:
    games = queries.playoff_games(desk.stats, club, season, desk.as_of)
    found = [g for g in games if is_of_part(g, query.part)]
    name = f"the {season} {_ROUND_NAMES[query.part or Part.SUPER_BOWL]}"
    if not found and not _bracket_known(desk, season, str(query.part)):
        raise RefusedError(f"The clubs of {name} were not settled on {desk.as_of}.")
    if not found:
        return Said(text=f"No: the {nickname(club)} were not in {name}.", source=SOURCE)
    told = result_text(found[0], club) or f"The {nickname(club)} play in {name}."
    return Said(text=told, source=SOURCE)


def _bracket_known(desk: Desk, season: int, game_type: str = "WC") -> bool:
    """Whether a result of that round is known."""
    sql = "SELECT 1 FROM game WHERE season = ? AND game_type = ? AND known_on <= ?"
    return desk.stats.row(sql, season, game_type, desk.as_of) is not None


def bowl(query: Query, desk: Desk) -> Said:
    """A season's Super Bowl."""
    if query.part is not Part.SUPER_BOWL:
        raise RefusedError("Name a club: a whole round of the playoffs has several winners.")
    season = _bowl_season(query, desk)
    week = last_regular_week(season) + 4
    found = [
        g
        for g in queries.week_games(desk.stats, season, week, desk.as_of)
        if g.game_type == "SB" and is_known(g)
    ]
    if not found:
        raise RefusedError(
            f"The result of the Super Bowl of {season} is not known on {desk.as_of}."
        )
    game = found[0]
    home = score_of(game, game.home) or (0, 0)
    winner = game.home if home[0] > home[1] else game.away
    desk.assume(f"the Super Bowl of season {season} (number {season - _BOWL_OF})")
    return Said(text=result_text(game, winner), source=SOURCE)


def _bowl_season(query: Query, desk: Desk) -> int:
    if query.season not in {None, Time.THIS, Time.LAST}:
        return desk.season(query, table="game")
    row = desk.stats.row(
        "SELECT MAX(season) AS season FROM game WHERE game_type = 'SB' AND known_on <= ? AND home_score IS NOT NULL",
        desk.as_of,
    )
    if row is None or row["season"] is None:
        raise RefusedError(f"No Super Bowl is known on {desk.as_of}.")
    season: int = row["season"]
    return season

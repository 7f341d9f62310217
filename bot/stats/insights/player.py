"""What a traded player did: his season, his last game, his best year."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from bot import clubs
from bot.model import ClubCode, Insight, Topic
from bot.stats import queries
from bot.stats.facts import GameLine, Line
from bot.stats.groups import MAIN
from bot.stats.insights import words
from bot.stats.insights.case import Case, Moved

STATS_SOURCE: Final = "nflverse player stats"
_WITH_SCHEDULE: Final = "nflverse player stats and schedule"
_RESULTS: Final = {"W": "won", "L": "lost", "T": "tied"}
_NO_HONOUR: Final = "passing_interceptions"  # a most of these is no high to speak of


def told(  # noqa: PLR0917 - the order of an Insight
    case: Case, moved: Moved, kind: str, text: str, data: Mapping[str, Any], source: str
) -> Insight:
    """A reason about a traded player."""
    return Insight(
        kind=kind,
        topic=Topic.PLAYER,
        club=moved.gave,
        player=moved.name,
        text=text,
        data=data,
        source=source,
        as_of=case.as_of,
    )


def season_lines(case: Case) -> Iterator[Insight]:
    """What each player has done this season; before his first game, last season."""
    for moved in case.moved:
        found = _season(case, moved)
        line = words.line(moved.group, found.numbers) if found else {}
        said = words.line_text(line)
        if found and said:
            when = f"{found.season}" if found.season == case.season else f"In {found.season}"
            text = f"{when}{_elsewhere(found, moved)}, {words.games(found.games)}: {said}."
            data = {
                "season": found.season,
                "games": found.games,
                "clubs": list(found.clubs),
                "line": line,
            }
            yield told(case, moved, "season_line", text, data, STATS_SOURCE)


def last_games(case: Case) -> Iterator[Insight]:
    """Each player's latest game of this season."""
    for moved in case.moved:
        games = queries.game_log(case.stats, moved.pid, case.season, case.as_of, season_type="REG")
        line = words.line(moved.group, games[-1].numbers) if games else {}
        said = words.line_text(line)
        if said:
            game = games[-1]
            text = f"Last game, week {game.week} {_place(game, moved)}: {said}."
            data = _game_data(game) | {"line": line}
            yield told(case, moved, "last_game", text, data, _WITH_SCHEDULE)


def career_bests(case: Case) -> Iterator[Insight]:
    """Each player's best season by the statistic that matters most in his position."""
    for moved in case.moved:
        stat = MAIN.get(moved.group or "", "")
        lines = queries.seasons(case.stats, moved.pid, case.as_of)
        having = [line for line in lines if line.numbers.get(stat, 0) > 0]
        if len(having) > 1:
            best = max(having, key=lambda line: (line.numbers[stat], -line.season))
            line = words.line(moved.group, best.numbers)
            data = {
                "season": best.season,
                "line": line,
                "games": best.games,
                "career_high": _highs(line, lines),
                "seasons": len(lines),
            }
            text = _best_text(case, moved, data)
            yield told(case, moved, "career_best", text, data, STATS_SOURCE)


def _season(case: Case, moved: Moved) -> Line | None:
    """This season's line, else last season's."""
    now, before = (
        queries.season_line(case.stats, moved.pid, season, case.as_of)
        for season in (case.season, case.season - 1)
    )
    return now or before


def _elsewhere(line: Line, moved: Moved) -> str:
    """The clubs of a season, unless it was only the one that sends him now."""
    if line.clubs == (moved.gave,):
        return ""
    return f" with {words.joined(words.the(club) for club in line.clubs)}"


def _place(game: GameLine, moved: Moved) -> str:
    own = f"for {words.the(game.club)} " if game.club != moved.gave else ""
    where = f"at {_home_of(game.opponent)}" if game.home is False else _against(game.opponent)
    if game.score is None:
        return own + where
    ours, theirs = game.score
    return f"{own}{where} ({_RESULTS[_result(ours, theirs)]} {ours}-{theirs})"


def _against(club: ClubCode) -> str:
    return f"against {words.the(club)}"


def _home_of(code: ClubCode) -> str:
    """A city where that says it all; two clubs share New York and Los Angeles."""
    club = clubs.by_code(code)
    alone = club is not None and sum(c.city == club.city for c in clubs.CLUBS) == 1
    return club.city if club is not None and alone else words.the(code)


def _result(ours: int, theirs: int) -> str:
    if ours == theirs:
        return "T"
    return "W" if ours > theirs else "L"


def _game_data(game: GameLine) -> dict[str, Any]:
    data: dict[str, Any] = {
        "season": game.season,
        "week": game.week,
        "club": game.club,
        "opponent": game.opponent,
    }
    if game.home is not None:
        data["home"] = game.home
    if game.score is not None:
        ours, theirs = game.score
        data["score"] = {"club": ours, "opponent": theirs}
        data["result"] = _result(ours, theirs)
    return data


def _highs(best: Mapping[str, float], lines: tuple[Line, ...]) -> list[str]:
    """What he never did more of in another season."""
    return [
        stat
        for stat, value in best.items()
        if value > 0 and all(line.numbers.get(stat, 0) <= value for line in lines)
    ]


def _best_text(case: Case, moved: Moved, data: Mapping[str, Any]) -> str:
    """With the numbers, unless his season's line has just said them."""
    best = f"Best {_span(case, moved)}: {data['season']}"
    said = _season(case, moved)
    if said is None or said.season != data["season"]:
        return f"{best} with {words.line_text(data['line'])}."
    highs = words.joined(words.NOUNS[s] for s in data["career_high"] if s != _NO_HONOUR)
    return f"{best}, with highs in {highs}."


def _span(case: Case, moved: Moved) -> str:
    """What the best is chosen from: a career, if every season of it is loaded."""
    pick = queries.drafted(case.stats, moved.pid, case.as_of)
    first = queries.bio(case.stats, moved.pid).rookie_season or (pick.season if pick else None)
    row = case.stats.row(
        "SELECT COUNT(DISTINCT season) AS loaded FROM week WHERE season >= ? AND season < ?",
        first or 0,
        case.season,
    )
    whole = first is not None and row is not None and row["loaded"] == case.season - first
    return "season" if whole else "of the seasons loaded"

"""Wins and losses: of a club, of a division, in a row, and ties."""

from itertools import groupby

from bot.ask import say
from bot.ask.answers.qualifying import clubs_in
from bot.ask.answers.results import SOURCE, score_of
from bot.ask.desk import Desk, Said, nickname, spans
from bot.ask.query import Cue, Query, Time
from bot.ask.refusals import NO_SUBJECT, RefusedError
from bot.model import ClubCode, Table
from bot.stats import queries
from bot.stats.calendar import regular_season_over
from bot.stats.facts import Record


def record(query: Query, desk: Desk) -> Said:
    """Wins and losses of a season."""
    club = query.clubs[0]
    season = game_season(query, desk)
    found = queries.record(desk.stats, club, season, desk.as_of)
    if found is None:
        raise RefusedError(_no_games(club, season, desk))
    desk.assume("regular season")
    text = (
        f"The {nickname(club)} are {record_text(found)} in {season}{_so_far(desk, season)}:"
        f" {found.points_for} points for, {found.points_against} against."
    )
    if query.has(Cue.PER_GAME):
        scored, let = (_points(found, against=side, each=True) for side in (False, True))
        text = f"{text[:-1]}; {scored} and {let} per game."
    return Said(text=text, source=SOURCE)


def wins(query: Query, desk: Desk) -> Said:
    """How many games a club won or lost."""
    if not query.has(Cue.WIN, Cue.LOSE):
        raise RefusedError(NO_SUBJECT)
    return record(query, desk)


def game_season(query: Query, desk: Desk) -> int:
    """Without a season the latest with a known result."""
    if query.season in {None, Time.THIS}:
        season = max(desk.games_loaded(), default=0) or desk.latest()
        if season < desk.latest():
            return desk.checked(desk.latest(), "game")
        desk.assume(f"{say.season_text(season)}, the latest with known results")
        return season
    return desk.season(query, table="game")


def _no_games(club: ClubCode, season: int, desk: Desk) -> str:
    return (
        f"No regular-season result of the {nickname(club)} in {season} is known on {desk.as_of};"
        f" loaded are the games of {spans(desk.games_loaded())}."
    )


def record_text(record: Record) -> str:
    """Such as "11-6", "8-8-1"."""
    ties = f"-{record.ties}" if record.ties else ""
    return f"{record.wins}-{record.losses}{ties}"


def _so_far(desk: Desk, season: int) -> str:
    """A running season's record counts every known game, not only whole weeks."""
    over = regular_season_over(season) <= desk.as_of
    return "" if over else f" by {say.day(desk.as_of)}"


def standings(query: Query, desk: Desk) -> Said:
    """Records of a division, a conference or the league, best first."""
    season = game_season(query, desk)
    found = (
        queries.division_records(desk.stats, query.division, season, desk.as_of)
        if query.division
        else queries.records(desk.stats, season, desk.as_of)
    )
    if not found:
        raise RefusedError(f"No result of {season} is known on {desk.as_of}.")
    worst = query.has(Cue.WORST, Cue.FEWEST)
    shares = [(r.wins + r.ties / 2) / (r.wins + r.losses + r.ties) for r in found]
    edge = min(shares) if worst else max(shares)
    best = [r for r, share in zip(found, shares, strict=True) if share == edge]
    who = say.listed([f"the {nickname(r.club)} ({record_text(r)})" for r in best])
    where = query.division or "league"
    verb = "has" if len(best) == 1 else "share"
    desk.assume("regular season; the league's tie-breakers are not applied")
    text = f"{who[0].upper()}{who[1:]} {'have' if verb == 'has' else verb} the {'worst' if worst else 'best'} record in the {where} in {season}{_so_far(desk, season)}."
    rows = tuple(
        (nickname(r.club), r.wins, r.losses, r.ties, r.points_for, r.points_against) for r in found
    )
    columns = ("club", "wins", "losses", "ties", "points for", "points against")
    return Said(text=text, source=f"{SOURCE}, clubs", table=Table(columns=columns, rows=rows))


def streak(query: Query, desk: Desk) -> Said:
    """The latest run of equal results."""
    club = query.clubs[0]
    season = game_season(query, desk)
    if query.has(Cue.LONGEST, Cue.MOST, Cue.BIGGEST):
        return longest(query, desk, season)
    found = queries.streak(desk.stats, club, season, desk.as_of)
    if found is None:
        raise RefusedError(_no_games(club, season, desk))
    kind = {"W": "won", "L": "lost", "T": "tied"}[found[0]]
    desk.assume("regular season")
    games = "game" if found[1] == 1 else f"{found[1]} games"
    text = (
        f"The {nickname(club)} have {kind} their last {games} of {season}{_so_far(desk, season)}."
    )
    return Said(text=text, source=SOURCE)


def longest(query: Query, desk: Desk, season: int) -> Said:
    """The longest run of wins, or of losses, in a season."""
    club, lost = query.clubs[0], query.has(Cue.LOSE)
    games = [g for g in queries.games(desk.stats, club, season, desk.as_of) if g.game_type == "REG"]
    known = [say.result(*score) for g in games if (score := score_of(g, club))]
    if not known:
        raise RefusedError(_no_games(club, season, desk))
    wanted = "lost" if lost else "won"
    runs = (len(list(run)) for mark, run in groupby(known) if mark == wanted)
    most = say.counted(max(runs, default=0), "games")
    desk.assume("regular season")
    text = (
        f"The {nickname(club)} {wanted} at most {most} in a row in {season}{_so_far(desk, season)}."
    )
    return Said(text=text, source=SOURCE)


def points(query: Query, desk: Desk) -> Said:
    """Which clubs scored, or let others score, the most or the fewest points."""
    season = game_season(query, desk)
    inside = clubs_in(query.division, desk)
    found = queries.records(desk.stats, season, desk.as_of)
    against = query.has(Cue.ALLOWED, Cue.DEFENCE)
    if not found:
        raise RefusedError(f"No result of {season} is known on {desk.as_of}.")
    each = query.has(Cue.PER_GAME)
    values = [
        (_points(r, against=against, each=each), r.club)
        for r in found
        if not inside or r.club in inside
    ]
    best_low = against and query.has(Cue.BEST)
    fewest = query.has(Cue.FEWEST) or best_low or (query.has(Cue.WORST) and not against)
    values.sort(key=lambda pair: (pair[0] if fewest else -pair[0], pair[1]))
    who = say.listed([f"the {nickname(c)}" for v, c in values if v == values[0][0]])
    what = f"points{' allowed' if against else ''}{' per game' if each else ''}"
    desk.assume("regular season")
    text = f"The {'fewest' if fewest else 'most'} {what} in {season}{_so_far(desk, season)}: {who}, {say.number(values[0][0])}."
    rows = tuple((nickname(c), v) for v, c in values[: query.limit or len(values)])
    return Said(text=text, source=SOURCE, table=Table(columns=("club", what), rows=rows))


def _points(record: Record, *, against: bool, each: bool) -> float:
    total = record.points_against if against else record.points_for
    return round(total / (record.wins + record.losses + record.ties), 1) if each else total


def ties(query: Query, desk: Desk) -> Said:
    """Who has been part of the most tied games: of quarterbacks, coaches or clubs."""
    if query.season not in {None, Time.CAREER}:
        raise RefusedError("Ties are counted over all loaded seasons only.")
    kind = _tie_kind(query)
    if kind is None:
        choices = tuple(
            f"most career ties by {who}" for who in ("a quarterback", "a coach", "a club")
        )
        raise RefusedError("Ties of whom: a quarterback, a coach or a club?", choices)
    rows = desk.stats.rows(
        f"SELECT who, COUNT(*) AS ties FROM (SELECT away_{kind} AS who, * FROM game UNION ALL"  # noqa: S608 - our columns
        f" SELECT home_{kind}, * FROM game) WHERE known_on <= ? AND home_score = away_score"
        " AND who IS NOT NULL GROUP BY who ORDER BY ties DESC, who LIMIT 10",
        desk.as_of,
    )
    if not rows:
        raise RefusedError(f"No tied game is known on {desk.as_of}.")
    desk.assume(f"of the loaded games, {spans(desk.games_loaded())}; starters count")
    best = [r["who"] for r in rows if r["ties"] == rows[0]["ties"]]
    text = f"Most ties: {say.listed(best)}, {rows[0]['ties']}."
    table = Table(columns=("who", "ties"), rows=tuple((r["who"], r["ties"]) for r in rows))
    return Said(text=text, source=SOURCE, table=table)


def _tie_kind(query: Query) -> str | None:
    if query.has(Cue.COACH):
        return "coach"
    if query.has(Cue.TEAM):
        return "team"
    return "qb" if "QB" in query.groups else None

"""The clubs and the schedule: the schedule says from when everything else is known."""

import sqlite3

import nflreadpy
import polars as pl

from bot.stats.load.codes import normalised, today
from bot.stats.load.days import redate
from bot.stats.load.file import replace
from bot.stats.load.plan import DataSet, File, Frames, Job, Written, only
from bot.stats.load.shape import Kind, columns

_TEAMS = columns("team_abbr team_conf team_division", required=True)
_GAMES = [
    *columns("game_id game_type gameday away_team home_team", required=True),
    *columns("season week away_score home_score", Kind.WHOLE, required=True),
    *columns(
        "gametime location away_qb_name home_qb_name away_qb_id home_qb_id away_coach home_coach"
    ),
    *columns("overtime away_moneyline home_moneyline", Kind.WHOLE),
    *columns("spread_line total_line", Kind.REAL),
]
_GAME = (
    "game_id", "season", "week", "game_type", "gameday", "gametime", "away_team", "home_team", "away_score",
    "home_score", "neutral", "overtime", "spread_line", "total_line", "away_moneyline", "home_moneyline",
    "away_qb", "home_qb", "away_qb_pid", "home_qb_pid", "away_coach", "home_coach", "known_on",
)  # fmt: skip


def _write_teams(job: Job, frames: Frames) -> Written:
    frame = only(frames)
    rows = {today(code, job.today.year): (conf, division) for code, conf, division in frame.rows()}
    found = [(code, *facts) for code, facts in rows.items() if code]
    replace(job.db, "club", ("code", "conference", "division"), found)
    return Written(len(found))


def _write_games(job: Job, frames: Frames) -> Written:
    frame = normalised(only(frames), "away_team", "home_team").drop_nulls(["week", "gameday"])
    before = _days(job.db)
    starters = [
        [job.people.identify(name, "QB", gsis=one) if one and name else None for one, name in pairs]
        for pairs in (
            frame.select(f"{side}_qb_id", f"{side}_qb_name").rows() for side in ("away", "home")
        )
    ]
    played = frame.with_columns(
        pl.Series("away_qb_pid", starters[0], dtype=pl.Int64),
        pl.Series("home_qb_pid", starters[1], dtype=pl.Int64),
        neutral=(pl.col("location") == "Neutral").fill_null(value=False).cast(pl.Int64),
        known_on=pl.col("gameday").str.to_date().dt.offset_by("1d").dt.to_string(),
    ).rename({"away_qb_name": "away_qb", "home_qb_name": "home_qb"})
    replace(job.db, "game", _GAME, played.select(_GAME).rows())
    after = _days(job.db)
    for season in before.keys() | after.keys():
        if before.get(season) != after.get(season):
            redate(job.db, season)
    return Written(played.height)


def _days(db: sqlite3.Connection) -> dict[int, set[tuple[int, str, str, str]]]:
    found: dict[int, set[tuple[int, str, str, str]]] = {}
    for season, *game in db.execute("SELECT season, week, away_team, home_team, gameday FROM game"):
        found.setdefault(season, set()).add((game[0], game[1], game[2], game[3]))
    return found


TEAMS = DataSet("teams", [File("teams", lambda _: nflreadpy.load_teams(), _TEAMS)], _write_teams)
SCHEDULES = DataSet(
    "schedules",
    [File("schedules", lambda _: nflreadpy.load_schedules(seasons=True), _GAMES)],
    _write_games,
)

"""From which morning a row could be known: the day after its game, or what the calendar says without a schedule."""

import sqlite3
from collections.abc import Iterable
from datetime import date, timedelta

import polars as pl

from bot.stats.calendar import last_regular_week, regular_season_over, week_over

_SUPER_BOWL = 4  # weeks after the last regular one
_BY_CLUB = ("player_week", "club_week", "roster_week", "snap", "injury")
_BY_WEEK = ("week", "club_through", "allowed_through", "leader")


class Days:
    """The known_on of one season's rows, as ISO text."""

    def __init__(self, db: sqlite3.Connection, season: int) -> None:
        self.season = season
        self.games: dict[tuple[int, str], str] = {}
        self._weeks: dict[int, str] = {}
        query = "SELECT week, gameday, away_team, home_team FROM game WHERE season = ?"
        for week, gameday, away, home in db.execute(query, (season,)):
            morning = (date.fromisoformat(gameday) + timedelta(days=1)).isoformat()
            self.games[week, away] = self.games[week, home] = morning
            self._weeks[week] = max(morning, self._weeks.get(week, ""))

    def game(self, week: int, club: str) -> str:
        """The day after the club's game of that week; the week's end where no game is known."""
        return self.games.get((week, club)) or week_over(self.season, week).isoformat()

    def week(self, week: int) -> str:
        """The day on whose morning the whole week is known."""
        return max(week_over(self.season, week).isoformat(), self._weeks.get(week, ""))

    def total(self, season_type: str) -> str:
        """The first morning on which the totals of the regular season, or of the play-offs, are final."""
        last = last_regular_week(self.season)
        if season_type == "REG":
            return max(regular_season_over(self.season).isoformat(), self._latest(range(last + 1)))
        post = range(last + 1, last + _SUPER_BOWL + 1)
        return max(week_over(self.season, post[-1]).isoformat(), self._latest(post))

    def _latest(self, weeks: Iterable[int]) -> str:
        return max((self._weeks.get(week, "") for week in weeks), default="")

    def games_of(self, frame: pl.DataFrame) -> pl.Series:
        """The known_on of each row of a table with week and team."""
        pairs = frame.select("week", "team").unique()
        known = [self.game(week, club) for week, club in pairs.rows()]
        return frame.join(
            pairs.with_columns(known_on=pl.Series(known, dtype=pl.String)),
            on=["week", "team"],
            how="left",
            maintain_order="left",
        )["known_on"]

    def weeks_of(self, frame: pl.DataFrame) -> pl.Series:
        """The known_on of each row of a table with week."""
        known = {week: self.week(week) for week in frame["week"].unique()}
        return frame["week"].replace_strict(known, return_dtype=pl.String)


def redate(db: sqlite3.Connection, season: int) -> None:
    """Give every loaded row of a season the day that the schedule has now; inside a transaction."""
    days = Days(db, season)
    for table in _BY_CLUB:
        _redate_games(db, table, days)
    for table in _BY_WEEK:
        _redate_weeks(db, table, days)
    _redate_games(db, "depth", days, "AND day = ''")
    for season_type in ("REG", "POST"):
        db.execute(
            "UPDATE player_season SET known_on = ? WHERE season = ? AND season_type = ?",
            (days.total(season_type), season, season_type),
        )


def _redate_games(db: sqlite3.Connection, table: str, days: Days, only: str = "") -> None:
    pairs = db.execute(
        f"SELECT DISTINCT week, team FROM {table} WHERE season = ? {only}",  # noqa: S608
        (days.season,),
    ).fetchall()
    db.executemany(
        f"UPDATE {table} SET known_on = ? WHERE season = ? AND week = ? AND team = ? {only}",  # noqa: S608
        [(days.game(week, club), days.season, week, club) for week, club in pairs],
    )


def _redate_weeks(db: sqlite3.Connection, table: str, days: Days) -> None:
    weeks = db.execute(f"SELECT DISTINCT week FROM {table} WHERE season = ?", (days.season,))  # noqa: S608
    db.executemany(
        f"UPDATE {table} SET known_on = ? WHERE season = ? AND week = ?",  # noqa: S608
        [(days.week(week), days.season, week) for (week,) in weeks.fetchall()],
    )

"""A statistics file with hand-written rows: every column has a sensible default, and any can be named.

    with tables(tmp_path / "stats.db") as t:
        back = t.player("Dale Preston", position="RB")
        t.season(2023, weeks=2)
        t.week(back, 2023, 1, "LA", "SEA", carries=22, rushing_yards=29)
        t.sums()
    stats = Stats(tmp_path / "stats.db")

Days default to the calendar's: week 1 is played on the Monday before `week_over`, and known on the Tuesday.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bot.clubs import CLUBS
from bot.model import name_key
from bot.stats.calendar import last_regular_week, regular_season_over, week_over
from bot.stats.columns import LONGEST, STATS, schema
from bot.stats.db import APPLICATION_ID, VERSION

_DIVISIONS = {
    "AFC East": "BUF MIA NE NYJ",
    "AFC North": "BAL CIN CLE PIT",
    "AFC South": "HOU IND JAX TEN",
    "AFC West": "DEN KC LAC LV",
    "NFC East": "DAL NYG PHI WAS",
    "NFC North": "CHI DET GB MIN",
    "NFC South": "ATL CAR NO TB",
    "NFC West": "ARI LA SEA SF",
}


class Writer:
    """Writes rows; every method names what its arguments are, the rest goes by column name."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self._trades = 0

    def insert(self, table: str, **values: Any) -> None:
        """One row as given; days may be dates."""
        row = {k: v.isoformat() if isinstance(v, date) else v for k, v in values.items()}
        marks = ", ".join("?" * len(row))
        names = ", ".join(row)
        self.db.execute(f"INSERT INTO {table} ({names}) VALUES ({marks})", list(row.values()))  # noqa: S608

    def player(self, name: str, position: str | None = "RB", **values: Any) -> int:
        """A player; his pid."""
        pid = self.db.execute("SELECT COALESCE(MAX(pid), 0) + 1 FROM player").fetchone()[0]
        row = {"pid": pid, "name": name, "name_key": name_key(name), "position": position}
        self.insert("player", **row | {"gsis": f"00-{pid:07}"} | values)
        return int(pid)

    def season(self, season: int, weeks: int) -> None:
        """The weeks 1 to `weeks` of a season are known, each on its Tuesday."""
        for week in range(1, weeks + 1):
            kind = "REG" if week <= last_regular_week(season) else "POST"
            known = week_over(season, week)
            self.insert("week", season=season, week=week, season_type=kind, known_on=known)

    def week(
        self, pid: int, season: int, week: int, team: str, opponent: str, **values: Any
    ) -> None:
        """A player's game; statistics by name, those not named are NULL."""
        kind = "REG" if week <= last_regular_week(season) else "POST"
        row = {"pid": pid, "season": season, "week": week, "season_type": kind, "team": team}
        row |= {"opponent": opponent, "known_on": week_over(season, week)}
        self.insert("player_week", **row | values)

    def total(self, pid: int, season: int, team: str, **values: Any) -> None:
        """A finished season's totals."""
        row = {"pid": pid, "season": season, "season_type": "REG", "games": 17, "team": team}
        self.insert("player_season", **row | {"known_on": regular_season_over(season)} | values)

    def game(
        self, season: int, week: int, away: str, home: str, *, score: Any = None, **values: Any
    ) -> str:
        """A fixture; score is (away's, home's)."""
        game_id = f"{season}_{week:02}_{away}_{home}"
        over = week_over(season, week)
        post = week - last_regular_week(season)
        row = {
            "game_id": game_id,
            "season": season,
            "week": week,
            "game_type": "REG" if post < 1 else ("WC", "DIV", "CON", "SB")[post - 1],
            "gameday": over - timedelta(days=2),
            "away_team": away,
            "home_team": home,
            "away_score": score[0] if score else None,
            "home_score": score[1] if score else None,
            "neutral": 0,
            "known_on": over - timedelta(days=1),
        }
        self.insert("game", **row | values)
        return game_id

    def roster(
        self, pid: int, season: int, week: int, team: str, status: str = "ACT", **values: Any
    ) -> None:
        """A player's status in a week."""
        row = self._week_row(pid, season, week, team) | {"status": status}
        self.insert("roster_week", **row | values)

    def snap(
        self, pid: int, season: int, week: int, team: str, opponent: str, **values: Any
    ) -> None:
        """A player's snaps in a game; those not named are 0."""
        row = self._week_row(pid, season, week, team) | {"opponent": opponent, "position": "RB"}
        for side in ("offense", "defense", "st"):
            row |= {f"{side}_snaps": 0, f"{side}_pct": 0.0}
        self.insert("snap", **row | values)

    def injury(self, pid: int, season: int, week: int, team: str, **values: Any) -> None:
        """A line of an injury report."""
        self.insert("injury", **self._week_row(pid, season, week, team) | values)

    def draft(self, pid: int | None, season: int, round_: int, pick: int, team: str) -> None:
        """A draft pick."""
        name = self.db.execute("SELECT name FROM player WHERE pid = ?", (pid,)).fetchone()
        row = {"season": season, "round": round_, "pick": pick, "team": team, "pid": pid}
        row |= {"name": name[0] if name else "Somebody", "known_on": date(season, 5, 15)}
        self.insert("draft_pick", **row)

    def trade(self, day: date, *legs: dict[str, Any], trade_id: int | None = None) -> int:
        """A recorded trade of legs from `player_leg` and `pick_leg`; its number."""
        self._trades = trade_id if trade_id is not None else self._trades + 1
        season = day.year if day.month >= 3 else day.year - 1
        self.insert("trade", trade_id=self._trades, season=season, day=day, known_on=day)
        for seq, leg in enumerate(legs):
            self.insert("trade_leg", trade_id=self._trades, seq=seq, **leg)
        return self._trades

    def contract(self, pid: int, known_on: date, **values: Any) -> None:
        """A contract."""
        self.insert("contract", pid=pid, name="Somebody", known_on=known_on, **values)

    def coach(self, season: int, team: str, slot: str, name: str, **values: Any) -> None:
        """A post for a whole season, unless `known_on` or `until` say less."""
        row = {"season": season, "team": team, "slot": slot, "name": name}
        row |= {"known_on": date(season, 3, 1), "until": date(season + 1, 3, 1)}
        self.insert("coach", **row | values)

    def sums(self) -> None:
        """Derive club_week, club_through, allowed_through and leader from the weekly rows, as a load does."""
        _sum_clubs(self.db)
        _sum_through(self.db, "club_through", "w.team")
        _sum_through(self.db, "allowed_through", "w.opponent")
        _sum_leaders(self.db)

    def _week_row(self, pid: int, season: int, week: int, team: str) -> dict[str, Any]:
        post = week - last_regular_week(season)
        kind = "REG" if post < 1 else ("WC", "DIV", "CON", "SB")[post - 1]
        row: dict[str, Any] = {"season": season, "week": week, "team": team, "pid": pid}
        return row | {"game_type": kind, "known_on": week_over(season, week)}


def player_leg(gave: str, received: str, pid: int | None, name: str = "") -> dict[str, Any]:
    """A traded player."""
    return {"gave": gave, "received": received, "pid": pid, "name": name or f"Player {pid}"}


def pick_leg(gave: str, received: str, season: int, round_: int, **values: Any) -> dict[str, Any]:
    """A traded pick; pick_number, conditional, drafted_pid and drafted_name by name."""
    row = {"gave": gave, "received": received, "pick_season": season, "pick_round": round_}
    return row | {"conditional": 0} | values


@contextmanager
def tables(path: Path) -> Iterator[Writer]:
    """A new file with the 32 clubs; what is written is committed at the end."""
    with closing(sqlite3.connect(path)) as db:
        db.executescript(schema())
        db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        db.execute(f"PRAGMA user_version = {VERSION}")
        writer = Writer(db)
        for division, codes in _DIVISIONS.items():
            for code in codes.split():
                writer.insert("club", code=code, conference=division[:3], division=division)
        yield writer
        db.commit()


def _total(stat: str) -> str:
    return f"{'MAX' if stat in LONGEST else 'SUM'}(w.{stat})"


def _sum_clubs(db: sqlite3.Connection) -> None:
    totals = ", ".join(map(_total, STATS))
    db.execute(
        "INSERT INTO club_week SELECT season, week, team, season_type, opponent, MAX(known_on), "  # noqa: S608
        f"{totals} FROM player_week w GROUP BY season, week, team"
    )


def _sum_through(db: sqlite3.Connection, table: str, club: str) -> None:
    totals = ", ".join(map(_total, STATS))
    db.executemany(
        f"INSERT INTO {table} SELECT k.season, k.week, ?1, COUNT(DISTINCT w.week), k.known_on, "  # noqa: S608
        f"{totals} FROM week k LEFT JOIN player_week w ON w.season = k.season AND w.week <= k.week"
        f" AND {club} = ?1 WHERE k.season_type = 'REG' GROUP BY k.season, k.week",
        [(c.code,) for c in CLUBS],
    )


def _sum_leaders(db: sqlite3.Connection) -> None:
    for stat in STATS:
        db.execute(
            "INSERT INTO leader SELECT season, week, ?1, place, pid, team, value, known_on FROM ("  # noqa: S608
            " SELECT *, ROW_NUMBER() OVER (PARTITION BY season, week ORDER BY value DESC, name) place"
            f" FROM (SELECT k.season, k.week, w.pid, {_total(stat)} value, k.known_on, p.name,"
            "  (SELECT l.team FROM player_week l WHERE l.pid = w.pid AND l.season = k.season"
            "   AND l.week <= k.week ORDER BY l.week DESC LIMIT 1) team"
            "  FROM week k JOIN player_week w ON w.season = k.season AND w.week <= k.week"
            "  JOIN player p ON p.pid = w.pid WHERE k.season_type = 'REG'"
            "  GROUP BY k.season, k.week, w.pid) WHERE value > 0) WHERE place <= 25",
            (stat,),
        )

"""nflverse's files in memory, each row with the first morning on which it could be known."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from tests.oracle.people import People, read, whole
from tests.oracle.words import club, last_week, next_day, week_over

SEASONS = range(2020, 2025)
Numbers = dict[str, float]
_RENAMED = {"interceptions": "passing_interceptions", "sacks": "sacks_suffered"}
WEEKLY = (
    "completions attempts passing_yards passing_tds interceptions sacks passing_air_yards "
    "passing_first_downs carries rushing_yards rushing_tds rushing_first_downs receptions targets "
    "receiving_yards receiving_tds receiving_first_downs receiving_air_yards fantasy_points_ppr"
).split()
TOTALS = (
    "def_sacks def_qb_hits def_tackles_for_loss def_tackles_solo def_fumbles_forced "
    "def_interceptions def_pass_defended fg_made fg_att fg_long pat_made pat_att pt_att pt_yards"
).split()


@dataclass(frozen=True, slots=True)
class Game:
    """A game; `known` is when its result is."""

    id: str
    season: int
    week: int
    kind: str
    day: str
    teams: tuple[str, str]  # away, home
    scores: tuple[int | None, int | None]
    starters: tuple[str, str]
    coaches: tuple[str, str]
    known: str

    def side(self, team: str) -> int:
        """0 away, 1 at home."""
        return self.teams.index(team)


@dataclass(frozen=True, slots=True)
class Row:
    """A player's week."""

    key: str
    season: int
    week: int
    kind: str
    team: str
    opponent: str
    stats: Numbers
    known: str


@dataclass(frozen=True, slots=True)
class Total:
    """nflverse's regular-season total of a player."""

    games: int
    team: str
    stats: Numbers


@dataclass(frozen=True, slots=True)
class Listed:
    """A roster row, a snap row (counts and shares by unit) or an injury row."""

    key: str
    season: int
    week: int
    kind: str
    team: str
    known: str
    status: str = ""
    position: str = ""
    snaps: dict[str, tuple[int, float]] = field(default_factory=dict)


def total(rows: Iterable[Numbers]) -> Numbers:
    """Sums; of a longest kick the greatest."""
    sums: Numbers = {}
    for row in rows:
        for stat, value in row.items():
            old = sums.get(stat, 0)
            sums[stat] = max(old, value) if stat == "fg_long" else old + value
    return sums


def _numbers(row: dict[str, str], columns: Iterable[str]) -> Numbers:
    found = {_RENAMED.get(c, c): float(row[c]) for c in columns if row[c]}
    return {c: int(v) if v == int(v) and c != "fantasy_points_ppr" else v for c, v in found.items()}


class World:
    """All weekly files of the seasons, indexed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.people = People(folder)
        self.games: list[Game] = []
        self.rows: dict[str, list[Row]] = defaultdict(list)
        self.club_rows: dict[tuple[int, int, str], list[Row]] = defaultdict(list)
        self.weeks: dict[tuple[int, int], str] = {}
        self.totals: dict[tuple[str, int], Total] = {}
        self.rosters: dict[str, list[Listed]] = defaultdict(list)
        self.snaps: dict[str, list[Listed]] = defaultdict(list)
        self.club_snaps: dict[tuple[int, int, str], list[Listed]] = defaultdict(list)
        self.injuries: dict[str, list[Listed]] = defaultdict(list)
        self._read_games()
        self._day = {(g.season, g.week, t): g.day for g in self.games for t in g.teams}
        self._read_weeks()
        self._read_totals()
        self._note_season_files()
        self._read_snaps()
        self._read_injuries()
        self._read_rosters()

    def known(self, season: int, week: int, team: str) -> str:
        """The morning after the club's game; without a schedule the Tuesday after the week."""
        day = self._day.get((season, week, team))
        return next_day(day) if day else week_over(season, week)

    def _read_games(self) -> None:
        for file in ("games_1999_2021sched.csv", "games_2023_2024.csv"):
            for r in read(self.folder, file):
                if int(r["season"]) in SEASONS:
                    self.games.append(_game(r))
        self.games.sort(key=lambda g: (g.day, g.id))

    def _read_weeks(self) -> None:
        for season in SEASONS:
            for r in read(self.folder, f"player_stats_{season}.csv"):
                row = self._row(r)
                self.rows[row.key].append(row)
                self.club_rows[row.season, row.week, row.team].append(row)
                names = [r["player_display_name"]]
                self.people.seen(row.key, row.season, row.team, names, r["position"])
                self.people.shown[row.key] = names[0]
                self.weeks[row.season, row.week] = week_over(row.season, row.week)
        for g in self.games:
            if (g.season, g.week) in self.weeks:
                self.weeks[g.season, g.week] = max(self.weeks[g.season, g.week], next_day(g.day))
        for rows in self.rows.values():
            rows.sort(key=lambda row: (row.season, row.week))

    def _row(self, r: dict[str, str]) -> Row:
        season, week, team = int(r["season"]), int(r["week"]), club(r["recent_team"])
        return Row(
            self.people.key(r["player_id"], ""),
            season,
            week,
            r["season_type"],
            team,
            club(r["opponent_team"]),
            _numbers(r, WEEKLY),
            self.known(season, week, team),
        )

    def _read_totals(self) -> None:
        for season in SEASONS:
            for r in read(self.folder, f"stats_player_reg_{season}.csv"):
                key, team = self.people.key(r["player_id"], ""), club(r["recent_team"])
                stats = _numbers(r, [_RENAMED.get(c, c) for c in WEEKLY] + TOTALS)
                self.totals[key, season] = Total(int(r["games"]), team, stats)
                self.people.seen(key, season, team, [r["player_display_name"]], r["position"])
                self.people.shown.setdefault(key, r["player_display_name"])

    def _read_snaps(self) -> None:
        rows = [
            r for season in (2022, 2023) for r in read(self.folder, f"snap_counts_{season}.csv")
        ]
        for r in rows:
            season, pfr, team = int(r["season"]), r["pfr_player_id"], club(r["team"])
            self.people.unite(pfr, r["player"], season, team, r["position"])
        for r in rows:
            row = self._snap(r)
            self.snaps[row.key].append(row)
            self.club_snaps[row.season, row.week, row.team].append(row)
            self.people.seen(row.key, row.season, row.team, [r["player"]], r["position"])
            self.people.shown.setdefault(row.key, r["player"])

    def _snap(self, r: dict[str, str]) -> Listed:
        key, team = self.people.key("", r["pfr_player_id"]), club(r["team"])
        season, week = int(r["season"]), int(r["week"])
        units = {u: (int(r[f"{u}_snaps"]), float(r[f"{u}_pct"])) for u in ("offense", "defense")}
        known = self.known(season, week, team)
        return Listed(key, season, week, r["game_type"], team, known, "", r["position"], units)

    def _read_injuries(self) -> None:
        for r in read(self.folder, "injuries_2021_2023.csv"):
            season, week, team = int(r["season"]), int(r["week"]), club(r["team"])
            key = self.people.key(r["gsis_id"], "")
            hurt = (r["report_primary_injury"], r["practice_primary_injury"])
            named = [i for i in hurt if i and not i.lower().startswith("not injury related")]
            listed = " ".join([r["report_status"], *named]).strip()
            known = self.known(season, week, team)
            row = Listed(key, season, week, r["game_type"], team, known, r["report_status"], listed)
            self.injuries[key].append(row)
            self.people.seen(key, season, team, [r["full_name"]])

    def _note_season_files(self) -> None:
        for season in (2022, 2023):
            for r in read(self.folder, f"roster_{season}.csv"):
                names = [r["full_name"], f"{r['football_name']} {r['last_name']}"]
                key = self.people.key(r["gsis_id"], "")
                self.people.seen(key, season, club(r["team"]), names, r["position"])

    def _read_rosters(self) -> None:
        for r in read(self.folder, "weekly_rosters_2021_2023_skill.csv"):
            season, week, team = int(r["season"]), int(r["week"]), club(r["team"])
            key = self.people.find(season, team, r["player_name"], r["position"])
            if key:
                known = self.known(season, week, team)
                row = Listed(key, season, week, r["game_type"], team, known, r["status"])
                self.rosters[key].append(row)


def _game(r: dict[str, str]) -> Game:
    return Game(
        r["game_id"],
        int(r["season"]),
        int(r["week"]),
        r["game_type"],
        r["gameday"],
        (club(r["away_team"]), club(r["home_team"])),
        (whole(r["away_score"]), whole(r["home_score"])),
        (r["away_qb_name"], r["home_qb_name"]),
        (r["away_coach"], r["home_coach"]),
        next_day(r["gameday"]),
    )


def regular_season_known(world: World, season: int) -> str:
    """The first morning on which season totals are final."""
    days = [g.day for g in world.games if g.season == season and g.kind == "REG"]
    return max([week_over(season, last_week(season)), *map(next_day, days)])

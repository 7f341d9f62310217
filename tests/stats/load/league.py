"""A league of two clubs and a few players in nflverse's own columns: small enough to add up by hand.

Week 1 of 2023: the Rams at Seattle on Sunday the 10th. Week 2: the Seahawks at the Rams on Monday the 18th.
"""

from typing import Any

from bot.stats.columns import STATS
from tests.servers.nflverse_files import Files, Table

WEEKLY = "stats_player/stats_player_week_2023"
TOTALS = "stats_player/stats_player_reg_2023"
ROSTERS = "weekly_rosters/roster_weekly_2023"
DEPTH = "depth_charts/depth_charts_2023"
SNAPS = "snap_counts/snap_counts_2023"
GAMES = "schedules/games"
TRADES = "trades/trades"
BACK, PASSER, CATCHER, NAMESAKE = "00-0000001", "00-0000002", "00-0000003", "00-0000004"
_NOTHING = dict.fromkeys(STATS, 0)


def columns(*rows: dict[str, Any]) -> Table:
    """Rows as a table; what a row does not say is empty."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    return {name: [row.get(name) for row in rows] for name in names}


def line(
    player: str, name: str, week: int, team: str, position: str, **stats: Any
) -> dict[str, Any]:
    """One weekly row: what is not said is 0, and no kick was the longest."""
    other = "SEA" if team != "SEA" else "LA"
    who = {"player_id": player, "player_display_name": name, "position": position}
    when = {"season": 2023, "week": week, "season_type": "REG", "team": team}
    return {**who, **when, "opponent_team": other, **_NOTHING, "fg_long": None, **stats}


def weekly() -> list[dict[str, Any]]:
    """The weekly rows of both games."""
    return [
        line(BACK, "Dale Preston", 1, "LA", "RB", carries=22, rushing_yards=29, rushing_tds=1),
        line(BACK, "Dale Preston", 2, "LA", "RB", carries=10, rushing_yards=71),
        line(PASSER, "Omar Tillis", 1, "LA", "QB", attempts=30, passing_yards=300),
        line(CATCHER, "Lee Ames", 1, "SEA", "WR", receptions=5, receiving_yards=60),
        line(NAMESAKE, "Lee Ames", 2, "SEA", "CB", def_interceptions=1),
    ]


def game(number: str, day: str, score: tuple[int, int]) -> dict[str, Any]:
    """One row of the schedule: its number names season, week, guests and hosts."""
    _, week, away, home = number.split("_")
    known = {
        "game_id": number,
        "season": 2023,
        "week": int(week),
        "game_type": "REG",
        "gameday": day,
    }
    return {
        **known,
        "away_team": away,
        "home_team": home,
        "away_score": score[0],
        "home_score": score[1],
    }


def games(second: str = "2023-09-18") -> Table:
    """The schedule."""
    return columns(
        game("2023_01_LA_SEA", "2023-09-10", (30, 13)),
        game("2023_02_SEA_LA", second, (23, 30)),
    )


def snap(player: str, name: str, position: str, team: str) -> dict[str, Any]:
    """A snap count of week 1, with an id of Pro Football Reference."""
    who = {"pfr_player_id": player, "player": name, "position": position, "team": team}
    counts = {f"{side}_snaps": 10 for side in ("offense", "defense", "st")}
    shares = {f"{side}_pct": 0.5 for side in ("offense", "defense", "st")}
    return {
        "season": 2023,
        "week": 1,
        "game_type": "REG",
        **who,
        "opponent": "SEA",
        **counts,
        **shares,
    }


def seat(name: str, position: str, team: str, status: str = "ACT") -> dict[str, Any]:
    """A roster row of week 1 without any id."""
    who = {"full_name": name, "position": position, "team": team, "status": status}
    return {"season": 2023, "week": 1, "game_type": "REG", **who, "gsis_id": None}


def place(day: str, player: str, rank: int) -> dict[str, Any]:
    """A place on the Rams' depth chart of a moment, in the layout of 2025."""
    spot = {"pos_grp": "3WR 1TE", "pos_abb": "RB", "pos_slot": 4, "pos_rank": rank}
    return {"dt": f"{day}+00:00", "team": "LA", "player_name": player, "gsis_id": player, **spot}


def trade(leg: dict[str, Any]) -> dict[str, Any]:
    """A row of the trades: the fifth trade, on the 20th."""
    day = {"trade_id": 5.0, "season": 2023, "trade_date": "2023-09-20"}
    pick = {"pick_season": None, "pick_round": None, "pick_number": None, "conditional": None}
    return {
        **day,
        "gave": "STL",
        "received": "SEA",
        **pick,
        "pfr_id": None,
        "pfr_name": None,
        **leg,
    }


def fill(files: Files) -> None:
    """Every file that the small league has, and nothing else."""
    files.bodies.clear()
    files.put("teams/teams_colors_logos", columns(
        {"team_abbr": "LA", "team_conf": "NFC", "team_division": "NFC West"},
        {"team_abbr": "SEA", "team_conf": "NFC", "team_division": "NFC West"},
    ))  # fmt: skip
    files.put("players/players", columns(
        {"gsis_id": BACK, "display_name": "Dale Preston", "position": "RB", "rookie_season": 2020,
         "football_name": "Dutch", "last_name": "Preston", "draft_year": 2020, "draft_round": 2},
        {"gsis_id": PASSER, "display_name": "Omar Tillis", "position": "QB", "rookie_season": 2015},
    ))  # fmt: skip
    files.put("db_playerids", columns(
        {"gsis_id": BACK, "name": "Dale Preston", "pfr_id": "PresDa00", "espn_id": 17, "position": "RB"},
    ))  # fmt: skip
    files.put(GAMES, games())
    files.put("draft_picks/draft_picks", columns(
        {"season": 2020, "round": 2, "pick": 52, "team": "LAR", "pfr_player_name": "Dale Preston",
         "pfr_player_id": "PresDa00", "gsis_id": None, "position": "RB", "college": "Tech"},
    ))  # fmt: skip
    files.put(WEEKLY, columns(*weekly()))
    files.put(TRADES, columns(
        trade({"pfr_id": "PresDa00", "pfr_name": "Dale Preston"}),
        trade({"gave": "SEA", "received": "STL", "pick_season": 2026.0, "pick_round": 6.0, "conditional": 1.0}),
    ))  # fmt: skip
    files.put("contracts/historical_contracts", columns(
        {"player": "Dale Preston", "position": "RB", "team": "Rams", "year_signed": 2020.0, "years": 4.0,
         "value": 6.5, "apy": 1.6, "guaranteed": 3.0, "is_active": True},
    ))  # fmt: skip

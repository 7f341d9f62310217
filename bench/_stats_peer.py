"""nflreadpy and polars as a side of bench/stats.py: warm memory cache, the best summary level for each question.

    bench/_stats_peer.py URL [FIRST LAST OLDEST CROWD]

Seasons FIRST to LAST from the mirror at URL; the same rows again as older seasons of other people, down to OLDEST; and
each weekly row CROWD times more under other ids and without offence (bench/_stats_grown.py does the same to our file).
"""

import io
import sqlite3
import sys
import time
from functools import partial
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import nflreadpy
import polars as pl
from nflreadpy.cache import get_cache_manager
from nflreadpy.downloader import NflverseDownloader

from bench._stats_child import rss_mb, same, serve
from bench._stats_sides import COMPARED

RELEASES = "/nflverse/nflverse-data/releases/download/"
FILES = (("player", "week"), ("player", "reg"), ("team", "week"))
LOAD = {"player": nflreadpy.load_player_stats, "team": nflreadpy.load_team_stats}
LINE = ["player_id", *COMPARED]
SCHEDULE = "schedules/games"
GAME = ["week", "gameday", "home_team", "away_team", "home_score", "away_score"]
SEASONAL = (
    partial(nflreadpy.load_player_stats, summary_level="week"),
    partial(nflreadpy.load_player_stats, summary_level="reg"),
    nflreadpy.load_injuries,
    nflreadpy.load_depth_charts,
    nflreadpy.load_snap_counts,
    nflreadpy.load_rosters_weekly,
)


def warm(first: int, last: int, oldest: int, crowd: int) -> None:
    """Everything that the questions need is in nflreadpy's memory cache."""
    width = last + 1 - first
    _schedule(first, oldest, range(0, last - oldest + 1, width))
    for kind, level in FILES:
        for season in range(first, last + 1):
            frame = LOAD[kind](season, summary_level=level)
            if crowd and (kind, level) == ("player", "week"):
                frame = _crowded(frame, crowd)
                _keep(kind, level, frame, season, 0)
            for back in range(width, season - oldest + 1, width):
                _keep(kind, level, frame, season - back, back)


def _crowded(frame: pl.DataFrame, crowd: int) -> pl.DataFrame:
    others = frame.with_columns(
        pl.lit(0, dtype=frame.schema[stat]).alias(stat) for stat in COMPARED
    )
    named = (pl.col("player_id") + f"-{number}" for number in range(crowd))
    return pl.concat([frame, *(others.with_columns(name.alias("player_id")) for name in named)])


def _keep(kind: str, level: str, frame: pl.DataFrame, season: int, back: int) -> None:
    """As if it had been downloaded: through a parquet file, so that it shares no memory with its model."""
    body = io.BytesIO()
    shifted = frame.with_columns(pl.lit(season, dtype=frame.schema["season"]).alias("season"))
    if back and kind == "player":
        shifted = shifted.with_columns(pl.col("player_id") + f"@{back}")
    shifted.write_parquet(body)
    path = f"stats_{kind}/stats_{kind}_{level}_{season}.parquet"
    get_cache_manager().set(
        NflverseDownloader.BASE_URLS["nflverse-data"] + path,
        pl.read_parquet(body.getvalue()),
        season=season,
        summary_level=level,
        stat_type=kind,
    )


def _schedule(first: int, oldest: int, backs: range) -> None:
    """The games of the seasons from `first` on, and the same again as older ones."""
    games = nflreadpy.load_schedules().filter(pl.col("season") >= first)
    older = [games.with_columns(pl.col("season") - back) for back in backs]
    url = NflverseDownloader.BASE_URLS["nflverse-data"] + SCHEDULE + ".parquet"
    get_cache_manager().clear()
    get_cache_manager().set(url, pl.concat(older).filter(pl.col("season") >= oldest))


def season_totals(gsis: str, season: int, **_: Any) -> list[dict[str, Any]]:
    frame = nflreadpy.load_player_stats(season, summary_level="reg")
    return frame.select("games", *LINE).filter(pl.col("player_id") == gsis).rows(named=True)


def season_line(gsis: str, season: int, **_: Any) -> list[dict[str, Any]]:
    return _with_clubs(season_totals(gsis, season), season, pl.col("player_id") == gsis)


def compare_totals(gsis: str, other: str, season: int, **_: Any) -> list[dict[str, Any]]:
    frame = nflreadpy.load_player_stats(season, summary_level="reg")
    both = pl.col("player_id").is_in([gsis, other])
    rows = frame.select("games", *LINE).filter(both).rows(named=True)
    return sorted(rows, key=lambda row: row["player_id"] != gsis)


def compare(gsis: str, other: str, season: int, **_: Any) -> list[dict[str, Any]]:
    both = pl.col("player_id").is_in([gsis, other])
    return _with_clubs(compare_totals(gsis, other, season), season, both)


def _with_clubs(totals: list[dict[str, Any]], season: int, whose: pl.Expr) -> list[dict[str, Any]]:
    """And the clubs they played for, in order: the totals name only the last."""
    frame = nflreadpy.load_player_stats(season, summary_level="week")
    his = frame.select("player_id", "week", "season_type", "team").filter(whose)
    clubs: dict[str, dict[str, None]] = {}
    for gsis, _, season_type, team in sorted(his.rows()):
        if season_type == "REG":
            clubs.setdefault(gsis, {})[team] = None
    return [row | {"clubs": list(clubs[row["player_id"]])} for row in totals]


def weekly_rows(gsis: str, season: int, **_: Any) -> list[dict[str, Any]]:
    """A game log without what the schedule knows of the games."""
    frame = nflreadpy.load_player_stats(season, summary_level="week")
    his = frame.select("week", "team", "opponent_team", *LINE).filter(pl.col("player_id") == gsis)
    return his.sort("week").rows(named=True)


def game_log(gsis: str, season: int, **_: Any) -> list[dict[str, Any]]:
    """Put together by hand: two joins of the frames take a third longer."""
    rows = weekly_rows(gsis, season)
    clubs = {row["team"] for row in rows}
    theirs = pl.col("home_team").is_in(clubs) | pl.col("away_team").is_in(clubs)
    games: dict[tuple[int, str], dict[str, Any]] = {}
    for game in nflreadpy.load_schedules(season).select(GAME).filter(theirs).rows(named=True):
        games[game["week"], game["home_team"]] = games[game["week"], game["away_team"]] = game
    return [row | games.get((row["week"], row["team"]), {}) for row in rows]


def season_high(gsis: str, stat: str, seasons: list[int], **_: Any) -> list[Any]:
    frame = nflreadpy.load_player_stats(seasons, summary_level="reg")
    his = frame.select("player_id", "season", stat).filter(pl.col("player_id") == gsis)
    best = his.filter(pl.col(stat) == pl.col(stat).max()).sort("season")
    return best.select("season", stat).rows()


def leaders(season: int, week: int, stat: str, **_: Any) -> list[Any]:
    frame = nflreadpy.load_player_stats(season, summary_level="week")
    known = frame.filter((pl.col("week") <= week) & (pl.col("season_type") == "REG"))
    sums = known.group_by("player_id", "player_display_name").agg(pl.col(stat).sum())
    return sums.top_k(10, by=stat).sort(stat, descending=True).rows()


def club_rank(club: str, season: int, week: int, stat: str, **_: Any) -> list[Any]:
    """The club's rank, value and games, and every club's value, best first: what our answer holds."""
    frame = nflreadpy.load_team_stats(season, summary_level="week")
    names = frame.select("team", "week", "season_type", stat)
    known = names.filter((pl.col("week") <= week) & (pl.col("season_type") == "REG"))
    rows = known.group_by("team").agg(pl.col(stat).sum(), games=pl.col("week").n_unique()).rows()
    rows.sort(key=lambda row: (-row[1], row[0]))
    own = next(row for row in rows if row[0] == club)
    return [1 + [row[1] for row in rows].index(own[1]), *own[1:], [row[:2] for row in rows]]


def agreeing(season: int, **_: Any) -> list[str]:
    """The players whose season file says what their weeks add up to: nflverse's own files differ for a few."""
    weeks = nflreadpy.load_player_stats(season, summary_level="week")
    weekly = weeks.filter(pl.col("season_type") == "REG").group_by("player_id")
    sums = weekly.agg(*(pl.col(stat).sum() for stat in COMPARED))
    totals = nflreadpy.load_player_stats(season, summary_level="reg")
    keys = ["player_id", *COMPARED]
    return totals.select(keys).join(sums.select(keys), on=keys, how="semi")["player_id"].to_list()


def load_and_write(season: int, folder: str, **_: Any) -> int:
    """All files of a season from the host into memory, and from there into plain tables, once."""
    get_cache_manager().clear()
    db = sqlite3.connect(Path(folder) / f"plain-{time.monotonic_ns()}.db")
    rows = 0
    for number, load in enumerate(SEASONAL):
        frame = load(season)
        names = ", ".join(f'"{name}"' for name in frame.columns)
        db.execute(f"CREATE TABLE t{number} ({names})")
        marks = ", ".join("?" * len(frame.columns))
        db.executemany(f"INSERT INTO t{number} VALUES ({marks})", frame.iter_rows())  # noqa: S608
        rows += len(frame)
    db.commit()
    db.close()
    return rows


def plain_games(rows: list[dict[str, Any]]) -> list[list[Any]]:
    return [[*_place(row), *(row[stat] or 0 for stat in COMPARED)] for row in rows]


def _place(row: dict[str, Any]) -> list[Any]:
    home = row["team"] == row["home_team"] if "home_team" in row else None
    score = [row.get("home_score"), row.get("away_score")]
    known = None if None in score else score if home else score[::-1]
    return [row["week"], row["opponent_team"], home, row.get("gameday"), known]


def plain_lines(rows: list[dict[str, Any]]) -> list[list[Any]]:
    return [[row["games"], row["clubs"], *(row[stat] or 0 for stat in COMPARED)] for row in rows]


def main() -> None:
    url, *numbers = sys.argv[1:]
    NflverseDownloader.BASE_URLS = {"nflverse-data": url + RELEASES}
    if numbers:
        warm(*map(int, numbers))
    serve(
        {
            "season_line": (season_line, plain_lines),
            "compare": (compare, plain_lines),
            "game_log": (game_log, plain_games),
            "season_totals": (season_totals, len),
            "compare_totals": (compare_totals, len),
            "weekly_rows": (weekly_rows, len),
            "season_high": (season_high, lambda rows: [row for row in rows if row[-1] > 0]),
            "leaders": (leaders, lambda rows: [row[-1] for row in rows if row[-1] > 0]),
            "club_rank": (club_rank, same),
            "agreeing": (agreeing, same),
            "load_and_write": (load_and_write, same),
            "rss": (rss_mb, same),
        }
    )


if __name__ == "__main__":
    main()

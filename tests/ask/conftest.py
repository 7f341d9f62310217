"""A small made-up league: a few people, some games, one trade."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from bot.ask import Conversation
from bot.model import Answer
from bot.stats.db import Stats
from bot.stats.names import Names
from tests.stats.tables import Writer, pick_leg, player_leg, tables

DAY = date(2023, 9, 20)
Ask = Callable[..., Answer]


def _people(t: Writer) -> dict[str, int]:
    return {
        "back": t.player("Dale Preston", "RB", college="Ohio State", rookie_season=2021, birth_date="1999-06-22"),
        "thrower": t.player("Roy Marsh", "QB", rookie_season=2015),
        "catcher": t.player("Sam Twain", "WR", last_season=2023, last_club="SEA"),
        "namesake": t.player("Sam Twain", "CB", last_season=2023, last_club="GB"),
        "veteran": t.player("Old Timer", "QB", rookie_season=1983),
        "best": t.player("Lou Best", "WR"),
    }  # fmt: skip


def _games(t: Writer, who: dict[str, int]) -> None:
    for season, weeks in ((2022, 18), (2023, 2)):
        t.season(season, weeks=weeks)
    t.week(who["back"], 2022, 1, "LA", "SEA", carries=10, rushing_yards=60, rushing_tds=1)
    t.week(who["back"], 2022, 5, "LA", "SF", carries=20, rushing_yards=112, rushing_tds=2)
    t.total(who["back"], 2022, "LA", games=2, carries=30, rushing_yards=172, rushing_tds=3)
    t.week(who["back"], 2023, 1, "LA", "SEA", carries=22, rushing_yards=29, rushing_tds=1)
    t.week(
        who["thrower"],
        2023,
        1,
        "LA",
        "SEA",
        attempts=30,
        completions=20,
        passing_yards=310,
        passing_tds=2,
    )
    t.week(who["thrower"], 2023, 2, "LA", "SF", attempts=40, completions=20, passing_yards=200)
    t.week(who["catcher"], 2023, 1, "SEA", "LA", targets=9, receptions=7, receiving_yards=101)
    t.week(who["best"], 2023, 2, "SF", "LA", targets=5, receptions=5, receiving_yards=55)
    t.snap(who["namesake"], 2023, 1, "GB", "CHI", defense_snaps=50, defense_pct=0.9, position="CB")
    t.snap(who["back"], 2023, 1, "LA", "SEA", offense_snaps=28, offense_pct=0.35)
    t.roster(who["back"], 2023, 2, "LA", status="INA")
    t.roster(who["catcher"], 2023, 1, "SEA", status="RES")
    t.injury(who["thrower"], 2023, 2, "LA", report_status="Out", injury="Knee")
    t.insert(
        "loaded",
        dataset="rosters_weekly",
        season=2023,
        row_count=2,
        fingerprint="",
        origin="",
        loaded_at="",
    )
    t.contract(who["thrower"], DAY, team="LA", year_signed=2022, years=3, value=90.0, apy=30.0)
    t.insert(
        "depth",
        season=2023,
        week=2,
        day="",
        team="LA",
        position="RB",
        rank=1,
        slot=0,
        pid=who["back"],
        formation="Offense",
        known_on=DAY,
    )
    t.sums()


def _league(t: Writer) -> None:
    t.game(2022, 1, "LA", "SEA", score=(20, 17))
    t.game(2022, 9, "LA", "ARI", score=(13, 13), away_coach="Vince Coachman")
    t.game(2022, 19, "SEA", "LA", score=(10, 13))
    t.game(2022, 22, "SEA", "LA", score=(10, 20), neutral=1)
    t.game(2023, 1, "LA", "SEA", score=(30, 13))
    t.game(2023, 2, "SF", "LA", score=(30, 23))
    t.game(2023, 3, "LA", "CIN", spread_line=2.5, gametime="20:15")
    for season in (2022, 2023):
        t.coach(season, "LA", "HC", "Vince Coachman")


@pytest.fixture(scope="session")
def league(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stats]:
    """The league's tables, open for reading."""
    path: Path = tmp_path_factory.mktemp("ask") / "stats.db"
    with tables(path) as t:
        who = _people(t)
        _games(t, who)
        _league(t)
        t.draft(who["back"], 2021, 2, 52, "LA")
        t.trade(
            DAY,
            player_leg("LA", "MIN", who["back"], "Dale Preston"),
            pick_leg("MIN", "LA", 2026, 6, conditional=1),
            trade_id=7,
        )
    with Stats(path) as opened:
        yield opened


@pytest.fixture
def ask(league: Stats) -> Ask:
    """Ask one question after the other, as one conversation."""
    talk = Conversation(league, Names.from_stats(league))

    def one(question: str, as_of: date = DAY) -> Answer:
        return talk.ask(question, as_of)

    return one

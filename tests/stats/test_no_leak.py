"""What a card says of a day does not change when everything that became known later is gone from the file."""

import re
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.model import Insight
from bot.stats.db import Stats
from tests.oracle.record import Record, Trade
from tests.stats.cards import computed, trades

_RESULT = (
    "home_score away_score overtime away_qb home_qb away_qb_pid home_qb_pid away_coach home_coach"
)
_CONDITION = re.compile(r"(?:\w+\.)?known_on <= (?:\?\d*|:\w+)")


class Past:
    """A copy of the file that forgets, day by day backwards."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.execute("PRAGMA synchronous = OFF")
        self._db.execute("PRAGMA journal_mode = MEMORY")
        self._db.execute("UPDATE player SET last_season = NULL, recent_games = 0, last_club = NULL")
        self._tables = [table for table in self._with_known_on() if table != "game"]
        for table in self._tables:
            self._db.execute(f"CREATE INDEX past_{table} ON {table} (known_on)")

    def _with_known_on(self) -> Iterator[str]:
        for (table,) in self._db.execute("SELECT name FROM sqlite_master WHERE type = 'table'"):
            columns = [row[1] for row in self._db.execute(f"PRAGMA table_info({table})")]
            if "known_on" in columns:
                yield table

    def forget_after(self, day: str) -> None:
        """Delete what was not known on the morning of a day; of a fixture only the result."""
        self._db.execute("BEGIN")
        for table in self._tables:
            self._db.execute(f"DELETE FROM {table} WHERE known_on > ?", (day,))  # noqa: S608
        empty = ", ".join(f"{column} = NULL" for column in _RESULT.split())
        self._db.execute(f"UPDATE game SET {empty} WHERE known_on > ?", (day,))  # noqa: S608
        self._db.execute("DELETE FROM trade_leg WHERE trade_id NOT IN (SELECT trade_id FROM trade)")
        for columns, since in (("pick_number", "04-01"), ("drafted_pid, drafted_name", "05-15")):
            nothing = ", ".join(f"{column} = NULL" for column in columns.split(", "))
            later = f"pick_season || '-{since}' > ?"
            self._db.execute(f"UPDATE trade_leg SET {nothing} WHERE {later}", (day,))  # noqa: S608
        self._db.execute(
            "UPDATE player SET draft_season = NULL WHERE draft_season || '-05-15' > ?", (day,)
        )
        self._db.execute("DELETE FROM loaded WHERE season > ?", (int(day[:4]),))
        self._db.execute("COMMIT")

    def close(self) -> None:
        """Let the file go."""
        self._db.close()


class Leaky(Stats):
    """The product with a fault: one table is read without regard to the day."""

    table = ""

    def rows(self, sql: str, *values: Any) -> list[sqlite3.Row]:
        """Like the real one, but for the condition."""
        return super().rows(self._blind(sql), *values)

    def tuples(self, sql: str, *values: str | float | None) -> list[tuple[Any, ...]]:
        """Likewise."""
        return super().tuples(self._blind(sql), *values)

    def _blind(self, sql: str) -> str:
        named = re.search(rf"\b{self.table}\b", sql)
        return _CONDITION.sub(r"(\g<0> OR 1)", sql) if named else sql


@pytest.fixture
def past(loaded: Path, tmp_path: Path) -> Iterator[Past]:
    """A fresh copy."""
    copy = shutil.copy(loaded, tmp_path / "stats.db")
    with closing(Past(copy)) as opened:
        yield opened


def newest_first(record: Record) -> list[Trade]:
    """Every player trade, from the end."""
    return sorted(trades(record, players=True), key=lambda t: (t.day, t.id), reverse=True)


def test_no_card_knows_the_future(
    cards: Mapping[int, tuple[Insight, ...]], record: Record, past: Past
) -> None:
    """The same reasons, word for word, from a file in which the future does not exist."""
    changed = []
    with Stats(past.path) as stats:
        for trade in newest_first(record):
            past.forget_after(trade.day)
            if computed(stats, trade) != cards[trade.id]:
                changed.append(f"{trade.id} {trade.day}")
    assert not changed


@pytest.mark.parametrize(
    "table",
    ["player_week", "player_season", "game", "week", "snap", "roster_week"],
)
def test_a_table_read_without_its_day_is_noticed(
    table: str, loaded: Path, record: Record, past: Past, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The law above can fail: each of these faults changes some card."""
    monkeypatch.setattr(Leaky, "table", table)
    with Leaky(loaded) as whole, Leaky(past.path) as cut:
        for trade in newest_first(record)[10::9]:
            past.forget_after(trade.day)
            if computed(whole, trade) != computed(cut, trade):
                return
    pytest.fail(f"reading {table} without its day changed no card")


def test_forgetting_forgets(past: Past) -> None:
    """Nothing later than the day is left, and fixtures stay."""
    day = date(2023, 9, 20).isoformat()
    with closing(sqlite3.connect(past.path)) as db:
        fixtures = db.execute("SELECT COUNT(*) FROM game").fetchone()
        past.forget_after(day)
        assert db.execute("SELECT MAX(known_on) <= ? FROM player_week", (day,)).fetchone() == (1,)
        assert db.execute("SELECT COUNT(*) FROM game").fetchone() == fixtures
        late = "SELECT COUNT(*) FROM game WHERE known_on > ? AND home_score IS NOT NULL"
        assert db.execute(late, (day,)).fetchone() == (0,)

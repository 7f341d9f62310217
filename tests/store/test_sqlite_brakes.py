"""The SQLite store keeps the contract of brakes, and brings an older file up to it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from bot.model import DealStatus, Leg, Player
from bot.store import Database, SqliteStore, held, open_beside, open_database, schema, trail
from tests.builders import GB, NOON, NYJ, a_deal, a_trade
from tests.contracts.steps import keep
from tests.contracts.store_brakes_contract import *  # noqa: F403 - collected here, with this back end's fixtures
from tests.contracts.store_trail_contract import *  # noqa: F403 - collected here, with this back end's fixtures


async def test_a_command_writes_beside_the_service(path: Path, store: SqliteStore) -> None:
    """Both see what the other committed."""
    async with open_beside(path) as other:
        await SqliteStore(other).set_brake("pause", "by hand", NOON)
        assert (await store.brakes()).paused == "by hand"
        await store.release(NOON)
        assert (await SqliteStore(other).brakes()).paused is None


async def test_what_is_asked_every_few_seconds_reads_no_whole_table(db: Database) -> None:
    """Held trades, the count of new cards, the reports of a timeline."""
    for statement, values in (
        (held._HELD, {"since": 0.0}),
        (held._STARTED, {"hour": 0.0}),
        (trail._HEARD, {"keys": "[]"}),
    ):
        plan = [row["detail"] for row in await db.fetch(f"EXPLAIN QUERY PLAN {statement}", values)]
        tables = {step.split()[1] for step in plan if step.startswith("SCAN") and "(" not in step}
        assert not tables & {"trade", "report", "delivery", "t", "r", "d", "e"}


async def test_a_file_of_the_first_version_is_brought_up_to_date(path: Path) -> None:
    """Its trades are found by a last name alone, its reports can be explained, nothing is held."""
    with closing(sqlite3.connect(path, isolation_level=None)) as old:
        old.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        schema.migrate(old, schema.migrations()[:1])
        old.execute(
            "INSERT INTO trade VALUES (1, 't', 1, 'trade', 'reported', '2025-10-07', 0, 0, ?)",
            (_body(),),
        )
        old.executemany("INSERT INTO trade_player VALUES (?, 1)", [("dale preston",), ("cher",)])
        old.execute(
            "INSERT INTO report VALUES ('desk', 'r1', x'00', 0, 0, 'news', 'T', 'words', '', '[]')"
        )
    async with open_database(path) as database:
        store = SqliteStore(database)
        bare = Leg(gave=None, received=None, asset=Player(name="Preston", partial=True))
        deal = a_deal(legs=(bare,), clubs=(), status=DealStatus.AGREED)
        assert [trade.id for trade in await store.candidates(deal)] == ["t"]
        [heard] = await store.heard(a_trade())
        assert (heard.words, heard.deals, heard.decisions) == ("T\nwords", (), ())
        assert not await store.held(NOON.replace(year=1971))
        leg = Leg(gave=GB, received=NYJ, asset=Player(name="Omar Tillis"))
        await keep(store, a_trade(legs=(leg,)))


def _body() -> str:
    """A trade as the first version stored it."""
    return """{"id":"t","version":1,"kind":"trade","status":"reported","legs":[{"gave":"GB",
      "received":"NYJ","asset":{"name":"Dale Preston","position":"WR","gsis":null,"type":"player"}}],
      "clubs":["GB","NYJ"],"terms_rank":3,"traded_on":"2025-10-07","created_at":"2025-10-07T16:00:00Z",
      "updated_at":"2025-10-07T16:00:00Z","sightings":[],"quiet":false}"""

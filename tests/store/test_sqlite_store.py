"""The SQLite store keeps the store's contract, and its file small."""

from bot.model import Change, ChangeReason, Page, Rejected, Validators
from bot.store import Database, SqliteStore, sqlite
from tests.builders import NOON, a_deal, a_report, a_trade, minutes
from tests.contracts.steps import keep
from tests.contracts.store_contract import *  # noqa: F403 - collected here, with this back end's fixtures
from tests.contracts.store_trades_contract import *  # noqa: F403 - collected here, with this back end's fixtures


async def test_a_report_without_a_deal_keeps_only_its_identity(
    store: SqliteStore, db: Database
) -> None:
    """The first poll of a feed is hundreds of items that nobody will read again."""
    page = Page(reports=(), validators=Validators())
    await store.finish_poll("desk", page, (a_report(),), (), NOON)
    row = (await db.fetch("SELECT title, text, url, deals, seen_at FROM report"))[0]
    assert tuple(row) == (None, None, None, None, NOON.timestamp())


async def test_a_report_that_lost_its_deal_keeps_the_words_we_acted_on(
    store: SqliteStore, db: Database
) -> None:
    """The evidence of a card outlives the edit of its source."""
    await store.apply(a_report(), (a_deal(),), (), (), NOON)
    page = Page(reports=(), validators=Validators())
    edited = a_report(title="Nothing to see", seen_at=minutes(5))
    await store.finish_poll("desk", page, (edited,), (), NOON)
    assert not await store.unseen([edited])
    row = (await db.fetch("SELECT title, seen_at FROM report"))[0]
    assert tuple(row) == (a_report().title, NOON.timestamp())


async def test_only_the_newest_rejected_items_of_a_feed_are_kept(
    store: SqliteStore, db: Database
) -> None:
    """A broken feed cannot fill the disk, nor push out what another feed left."""
    page = Page(reports=(), validators=Validators())
    await store.finish_poll("other", page, (), (Rejected(raw="old", problem="no date"),), NOON)
    items = [Rejected(raw=f"{n} {'x' * 5000}", problem="no date" * 999) for n in range(250)]
    for start in range(0, 250, 50):
        await store.finish_poll("desk", page, (), items[start : start + 50], minutes(start))
    kept = await db.fetch("SELECT raw, problem FROM rejected WHERE feed = 'desk' ORDER BY rowid")
    assert [row["raw"].split()[0] for row in kept] == [str(n) for n in range(50, 250)]
    assert {len(row["raw"]) for row in kept} == {4096}
    assert {len(row["problem"]) for row in kept} == {500}
    assert len(await db.fetch("SELECT 1 FROM rejected WHERE feed = 'other'")) == 1


async def test_an_item_that_stays_broken_is_one_row(store: SqliteStore, db: Database) -> None:
    """It comes with every poll, and must not push out the others."""
    page = Page(reports=(), validators=Validators())
    for minute in range(3):
        item = Rejected(raw="{", problem=f"problem {minute}")
        await store.finish_poll("desk", page, (), (item,), minutes(minute))
    rows = await db.fetch("SELECT problem, seen_at FROM rejected")
    assert [tuple(row) for row in rows] == [("problem 2", minutes(2).timestamp())]


async def test_a_trade_that_changes_at_every_poll_keeps_its_latest_versions(
    store: SqliteStore,
) -> None:
    """Two servers of one feed that tell it in two ways cannot fill the disk."""
    trade = await keep(store, a_trade())
    for version in range(2, 206):
        change = Change(
            reason=ChangeReason.TERMS, trade=a_trade(version=version), expected_version=version - 1
        )
        await store.apply(a_report(), (), (change,), (), minutes(version))
    assert [version for version, _, _ in await store.history(trade.id)] == list(range(6, 206))


async def test_the_baseline_stays_the_first(store: SqliteStore, db: Database) -> None:
    """Later polls do not move it."""
    page = Page(reports=(), validators=Validators())
    for minute in (0, 7):
        await store.finish_poll("desk", page, (), (), minutes(minute))
    rows = await db.fetch("SELECT baselined_at FROM feed")
    assert [row[0] for row in rows] == [NOON.timestamp()]


async def test_look_ups_use_their_indexes(db: Database) -> None:
    """No look-up of a poll reads a whole table."""
    for statement, values in (
        (sqlite._UNSEEN, {"ids": "[]", "feed": "desk"}),
        (sqlite._CANDIDATES, {"players": "[]", "clubs": "[]", "limit": 50}),
        (sqlite._DELIVERIES, ("t",)),
    ):
        plan = [row["detail"] for row in await db.fetch(f"EXPLAIN QUERY PLAN {statement}", values)]
        assert not [step for step in plan if step.startswith("SCAN") and "VIRTUAL" not in step]

"""After a restore: what was posted after the backup is found, what cannot be found is a person's."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from bot.errors import HistoryRefusedError
from bot.model import DeliveryDoubt, DeliveryKey, Destination, MessageRef, Trade, TradeId
from bot.store import Database, SqliteLedger, SqliteStore, open_database
from bot.store.backup import backup, restore
from bot.store.outbox import SqliteOutbox
from tests.builders import a_destination, a_key, a_sighting, a_trade
from tests.engine.conftest import HERE, Rig
from tests.fakes import FakeNotifier

HOUR = timedelta(hours=1)
LATER = a_key(trade=TradeId("later"))


@dataclass(kw_only=True)
class Restored(Rig):
    """A rig with its database."""

    database: Database


class Deaf(FakeNotifier):
    """Its history may not be read."""

    async def look_back(self, to: Destination, key: DeliveryKey) -> MessageRef | None:
        """Refuse."""
        del to
        self.calls.append(("look", key, 0))
        raise HistoryRefusedError("no history")


@asynccontextmanager
async def opened(folder: Path, notifier: FakeNotifier) -> AsyncIterator[Restored]:
    """A rig on the database of this folder, in front of a platform that outlives it."""
    async with open_database(folder / "gridwire.db") as database:
        rig = Restored(
            store=SqliteStore(database),
            ledger=SqliteLedger(database),
            notifier=notifier,
            database=database,
        )
        await rig.ledger.sync_destinations(rig.destinations)
        yield rig


def as_of(trade: Trade, moment: datetime) -> Trade:
    """The trade as told then."""
    sighting = a_sighting(published_at=moment, seen_at=moment)
    told = replace(trade, created_at=moment, updated_at=moment, sightings=(sighting,))
    return replace(told, traded_on=moment.date())


async def states(rig: Rig, key: DeliveryKey) -> list[tuple[str, str]]:
    """State and reason of a trade's deliveries."""
    return [(state, error) for _, state, error in await rig.store.deliveries(key.trade)]


async def settled(rig: Rig, key: DeliveryKey) -> bool:
    """Whether nothing is left to do for it."""
    return {state for state, _ in await states(rig, key)} <= {"shown", "dead"}


async def lose_what_came_later(folder: Path, notifier: FakeNotifier, *, back_up: bool) -> None:
    """Want a card; back up; post it, and one of a trade that the backup does not have; restore."""
    async with opened(folder, notifier) as rig:
        now = rig.clock.now()
        await rig.publish(as_of(a_trade(), now - HOUR))
        backup(folder / "gridwire.db", folder / "kept.db", now)
        if back_up:
            await rig.publish(as_of(a_trade(id=LATER.trade), now - HOUR), LATER)
            await rig.deliver(rig.all_shown)
            await rig.deliver(lambda: settled(rig, LATER))
    restore(folder / "kept.db", folder / "gridwire.db", now)


@pytest.mark.parametrize("safe_s", [120, 0], ids=["nonce", "none"])
async def test_what_was_posted_after_the_backup_is_found_and_not_posted_again(
    tmp_path: Path, safe_s: float
) -> None:
    """Known of by the backup as waiting, or not at all: the feeds tell it once more."""
    far = FakeNotifier(repeat_safe_s=safe_s)
    await lose_what_came_later(tmp_path, far, back_up=True)
    assert len(far.shown) == 2
    async with opened(tmp_path, far) as rig:
        await rig.publish(as_of(a_trade(id=LATER.trade), rig.clock.now() - HOUR), LATER)
        await rig.deliver(rig.all_shown)
        await rig.deliver(lambda: settled(rig, LATER))
        assert [state for state, _ in await states(rig, LATER)] == ["shown"]
    assert len(far.shown) == 2
    assert [call for call, _, _ in far.calls if call == "look"] == ["look", "look"]


async def test_a_last_request_of_the_stopped_service_is_waited_for(tmp_path: Path) -> None:
    """Looked for at once it would not be there yet."""
    far = FakeNotifier(settle_s=1.5)
    await lose_what_came_later(tmp_path, far, back_up=True)
    async with opened(tmp_path, far) as rig:
        await rig.deliver(rig.all_shown)
        [age] = await rig.database.fetch(
            "SELECT :now - at AS s FROM restored", {"now": rig.clock.now().timestamp()}
        )
    assert age["s"] >= 1.5


async def test_what_was_not_posted_is_posted_if_its_key_is_known(tmp_path: Path) -> None:
    """It waited in the backup, and the history does not show it."""
    far = FakeNotifier()
    await lose_what_came_later(tmp_path, far, back_up=False)
    async with opened(tmp_path, far) as rig:
        await rig.deliver(rig.all_shown)
    assert [call for call, _, _ in far.calls] == ["look", "post"]


async def test_an_older_trade_that_is_not_found_is_left_to_a_person(tmp_path: Path) -> None:
    """It may stand under another id; a person lets it go, and then it is posted."""
    far = FakeNotifier()
    await lose_what_came_later(tmp_path, far, back_up=False)
    async with opened(tmp_path, far) as rig:
        await rig.publish(as_of(a_trade(id=LATER.trade), rig.clock.now() - HOUR / 6), LATER)
        await rig.deliver(lambda: settled(rig, LATER))
        [(state, why)] = await states(rig, LATER)
        assert (state, "gridwire outbox" in why) == ("dead", True)
        outbox = SqliteOutbox(rig.database)
        await outbox.retry(await outbox.items(LATER.trade), rig.clock.now())
        await rig.deliver(lambda: settled(rig, LATER))
        assert [state for state, _ in await states(rig, LATER)] == ["shown"]
    assert "post" in [call for call, _, _ in far.calls]


async def test_a_hand_that_hurries_what_waits_does_not_skip_the_look(tmp_path: Path) -> None:
    """`outbox retry --all` right after a restore doubles nothing either."""
    far = FakeNotifier(repeat_safe_s=0)
    await lose_what_came_later(tmp_path, far, back_up=True)
    async with opened(tmp_path, far) as rig:
        outbox = SqliteOutbox(rig.database)
        assert await outbox.retry(await outbox.items(), rig.clock.now()) == 1
        [row] = [row for row, _, _ in await rig.store.deliveries(a_key().trade)]
        assert row.doubt is DeliveryDoubt.LOOK
        await rig.deliver(rig.all_shown)
    assert len(far.shown) == 2


async def test_where_the_history_may_not_be_read_nothing_is_posted_twice(tmp_path: Path) -> None:
    """A crash may repeat one card; a restore would repeat them all."""
    far = Deaf()
    await lose_what_came_later(tmp_path, far, back_up=True)
    before = len(far.shown)
    async with opened(tmp_path, far) as rig:
        await rig.deliver(lambda: settled(rig, a_key()))
        assert [state for state, _ in await states(rig, a_key())] == ["dead"]
    assert len(far.shown) == before


async def test_what_is_told_after_the_first_hour_is_posted_at_once(tmp_path: Path) -> None:
    """Nobody can have posted it before."""
    far = FakeNotifier()
    async with opened(tmp_path, far) as rig:
        now = rig.clock.now()
        backup(tmp_path / "gridwire.db", tmp_path / "kept.db", now)
    restore(tmp_path / "kept.db", tmp_path / "gridwire.db", now - 2 * HOUR)
    async with opened(tmp_path, far) as rig:
        await rig.publish(as_of(a_trade(), now))
        await rig.deliver(rig.all_shown)
    assert [call for call, _, _ in far.calls] == ["post"]


def test_the_destination_of_these_tests_is_the_samples() -> None:
    """Their keys name it."""
    assert a_key().destination == a_destination().id == HERE.id

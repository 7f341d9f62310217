"""What chats subscribed is kept, belongs to its server, and is delivered to."""

from zoneinfo import ZoneInfo

import pytest

from bot.model import (
    ClubCode,
    DealKind,
    DestinationId,
    Health,
    Importance,
    Manner,
    Quiet,
    Status,
    Style,
)
from bot.store import Database, SqliteLedger, SqliteStore, SqliteSubscriptions
from tests.builders import GB, NOON, NYJ, a_destination, a_key, a_trade, minutes
from tests.contracts.steps import publish

HERE = a_destination(server="g1")
RICH = a_destination(
    id=DestinationId("discord:2"),
    channel="2",
    server="g1",
    clubs=(GB, NYJ),
    positions=("QB", "WR"),
    kinds=(DealKind.TRADE,),
    statuses=(Status.OFFICIAL,),
    least=Importance.MAJOR,
    paused=True,
    quiet=Quiet(start=23, end=7, zone=ZoneInfo("America/New_York")),
    manner=Manner(style=Style.COMPACT, pings=((Status.OFFICIAL, "77"),), thread=True, publish=True),
)


@pytest.fixture
def kept(db: Database) -> SqliteSubscriptions:
    """On the file of the test."""
    return SqliteSubscriptions(db)


async def test_every_field_comes_back(kept: SqliteSubscriptions) -> None:
    """Also those that only one platform uses."""
    assert await kept.save(HERE, "m1", NOON)
    assert await kept.save(RICH, "m1", NOON)
    assert list(await kept.every()) == [RICH, HERE]


async def test_a_change_replaces_what_was_asked(kept: SqliteSubscriptions) -> None:
    """One row a channel."""
    await kept.save(HERE, "m1", NOON)
    changed = a_destination(server="g1", clubs=(ClubCode("CHI"),))
    assert await kept.save(changed, "m2", minutes(1))
    assert list(await kept.every()) == [changed]


async def test_nobody_takes_another_servers_channel(kept: SqliteSubscriptions) -> None:
    """Neither by changing nor by removing it."""
    await kept.save(HERE, "m1", NOON)
    theirs = a_destination(server="g2", paused=True)
    assert not await kept.save(theirs, "m9", NOON)
    assert not await kept.remove("g2", HERE.id)
    assert list(await kept.every()) == [HERE]


async def test_what_waited_for_quiet_hours_is_looked_at_again_when_they_change(
    kept: SqliteSubscriptions, store: SqliteStore, queue: SqliteLedger
) -> None:
    """Not what waits because it failed, or because an earlier try may have left a message."""
    await kept.save(HERE, "m1", NOON)
    epoch = await queue.acquire(HERE.lane)
    for error, nothing_stored, again in (
        (None, True, True),
        ("429", True, False),
        ("time-out", False, False),
    ):
        await publish(store, 1, a_key())
        for row in await queue.claim(HERE.lane, epoch, minutes(90)):
            await queue.retry(row.key, epoch, minutes(60), error, nothing_stored=nothing_stored)
        await kept.save(HERE, "m1", minutes(1))
        assert (await queue.next_due(HERE.lane) == minutes(1)) is again


async def test_what_is_removed_gets_nothing_more(
    kept: SqliteSubscriptions, store: SqliteStore, queue: SqliteLedger
) -> None:
    """Its rows are no longer claimed, also not those that wait."""
    await kept.save(HERE, "m1", NOON)
    await publish(store, 1, a_key())
    assert await kept.remove("g1", HERE.id)
    epoch = await queue.acquire(HERE.lane)
    assert await queue.claim(HERE.lane, epoch, minutes(1)) == []


async def test_a_server_is_forgotten_as_a_whole(kept: SqliteSubscriptions) -> None:
    """Also whom it trusted, should it come back; the others stay."""
    await kept.set_manager_role("discord", "g1", "77")
    other = a_destination(id=DestinationId("discord:9"), channel="9", server="g2")
    for to in (HERE, RICH, other):
        await kept.save(to, "m1", NOON)
    assert list(await kept.servers("discord")) == ["g1", "g2"]
    assert list(await kept.servers("slack")) == []
    assert set(await kept.forget("discord", "g1")) == {HERE.id, RICH.id}
    assert list(await kept.every()) == [other]
    assert await kept.manager_role("discord", "g1") is None
    await kept.set_manager_role("discord", "g3", "77")
    assert list(await kept.servers("discord")) == ["g2", "g3"]


async def test_the_managers_role_is_the_servers_own(kept: SqliteSubscriptions) -> None:
    """Set, changed, taken away."""
    assert await kept.manager_role("discord", "g1") is None
    await kept.set_manager_role("discord", "g1", "77")
    await kept.set_manager_role("discord", "g1", "78")
    assert await kept.manager_role("discord", "g1") == "78"
    assert await kept.manager_role("discord", "g2") is None
    await kept.set_manager_role("discord", "g1", None)
    assert await kept.manager_role("discord", "g1") is None


async def test_health_tells_what_stands_waits_and_failed(
    kept: SqliteSubscriptions, store: SqliteStore, queue: SqliteLedger
) -> None:
    """And a refusal with its end, in the platform's words."""
    await kept.save(HERE, "m1", NOON)
    await publish(store, 1, a_key())
    epoch = await queue.acquire(HERE.lane)
    [row] = await queue.claim(HERE.lane, epoch, minutes(1))
    await queue.pause(row.key, epoch, minutes(15), "no access", nothing_stored=True)
    [health] = await kept.health([HERE.id])
    assert health == Health(
        destination=HERE.id,
        refused_until=minutes(15),
        refusal="no access",
        shown=0,
        waiting=1,
        failed=0,
    )
    [failure] = await kept.failures([HERE.id])
    assert (failure.trade, failure.given_up, failure.error) == (a_trade().id, False, "no access")
    assert list(await kept.failures([DestinationId("discord:2")])) == []

"""What servers handed over is sealed, comes back, and leaves with them; what counts once counts once."""

from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from bot.errors import StoreError
from bot.model import DestinationId
from bot.store import (
    Database,
    Seal,
    SqliteInstallations,
    SqliteLedger,
    SqliteOnce,
    SqliteStore,
    SqliteSubscriptions,
    open_database,
)
from tests.builders import NOON, a_destination, a_key, minutes
from tests.contracts.steps import LANE, claim, publish

SECRET = b"xoxb-canary-of-the-vault"
KEYS = [Fernet.generate_key().decode() for _ in range(2)]


def a_vault(db: Database, *keys: str) -> SqliteInstallations:
    """Sealed by these keys, or the first."""
    return SqliteInstallations(db, "slack", Seal(keys or KEYS[:1]))


async def test_what_was_handed_over_comes_back(db: Database) -> None:
    """Of each server its own, newest word; of the others nothing."""
    vault = a_vault(db)
    await vault.save("T1", b"old", NOON)
    await vault.save("T1", SECRET, minutes(1))
    await vault.save("T2", b"other", NOON)
    assert await vault.find("T1") == SECRET
    assert await vault.find("T3") is None
    assert list(await vault.servers()) == ["T1", "T2"]


async def test_a_server_that_left_is_not_renewed_into_being(db: Database) -> None:
    """A token that was being renewed meanwhile is not kept."""
    vault = a_vault(db)
    await vault.save("T1", SECRET, NOON)
    assert await vault.forget("T1")
    assert not await vault.forget("T1")
    await vault.renew("T1", b"late")
    assert await vault.find("T1") is None


async def test_no_secret_stands_in_the_file(path: Path) -> None:
    """Neither in the database nor in its journal."""
    async with open_database(path) as db:
        await a_vault(db).save("T1", SECRET, NOON)
        held = b"".join(each.read_bytes() for each in path.parent.iterdir())
    assert SECRET not in held


async def test_keys_are_changed_without_losing_anything(db: Database) -> None:
    """The new one in front seals everything again; then the old one is not needed."""
    old, new = KEYS
    await a_vault(db, old).save("T1", SECRET, NOON)
    await a_vault(db, new, old).reseal()
    assert await a_vault(db, new).find("T1") == SECRET
    with pytest.raises(StoreError, match="encryption_key"):
        await a_vault(db, old).find("T1")


async def test_what_the_first_key_sealed_is_left_alone(db: Database) -> None:
    """Each start looks at every workspace's: ten thousand commits would hold up the first card."""
    old, new = KEYS
    await a_vault(db, old).save("T1", SECRET, NOON)
    await a_vault(db, new).save("T2", SECRET, NOON)
    before = await sealed(db)
    await a_vault(db, new, old).reseal()
    after = await sealed(db)
    assert (before["T1"] == after["T1"], before["T2"] == after["T2"]) == (False, True)


async def sealed(db: Database) -> dict[str, bytes]:
    """What stands in the file."""
    return {row["server"]: row["sealed"] for row in await db.fetch("SELECT * FROM installation")}


async def test_whoever_installs_again_is_tried_at_once(
    db: Database, store: SqliteStore, queue: SqliteLedger
) -> None:
    """A channel that was paused for a dead token does not wait for the next look."""
    here = a_destination(
        id=DestinationId("slack:C1"), platform="slack", channel="C1", server="T1", lane=LANE
    )
    await SqliteSubscriptions(db).save(here, "U1", NOON)
    key = a_key(destination=here.id)
    await publish(store, 1, key)
    epoch = await queue.acquire(LANE)
    await claim(queue, epoch)
    await queue.pause(key, epoch, minutes(120), "token revoked", nothing_stored=True)
    assert not await queue.claim(LANE, epoch, minutes(1))
    await a_vault(db).save("T1", SECRET, minutes(1))
    assert (await claim(queue, epoch, 1)).key == key


async def test_what_counts_once_counts_once_until_its_time(db: Database) -> None:
    """Also when it is asked by another instance on the file."""
    once = SqliteOnce(db)
    assert await once.note("signature", "a", minutes(5), NOON)
    assert not await SqliteOnce(db).note("signature", "a", minutes(5), minutes(1))
    assert await once.note("event", "a", minutes(5), minutes(1))
    assert await once.note("signature", "a", minutes(10), minutes(5))


async def test_what_is_noted_is_spent_once(db: Database) -> None:
    """Not after its time, and not if it never was."""
    once = SqliteOnce(db)
    await once.note("state", "a", minutes(5), NOON)
    assert await once.spend("state", "a", minutes(1))
    assert not await once.spend("state", "a", minutes(1))
    await once.note("state", "b", minutes(5), NOON)
    assert not await once.spend("state", "b", minutes(6))
    assert not await once.spend("state", "c", NOON)

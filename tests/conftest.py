"""What every test may rely on: no network but loopback, and the shared reference data if it is there."""

import ipaddress
import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import bot.stats
from bot.stats.db import Stats
from tests import reference
from tests.oracle.day import Day
from tests.oracle.record import Record
from tests.oracle.world import World

pytest.register_assert_rewrite(
    "tests.contracts.steps",
    "tests.contracts.queue_contract",
    "tests.contracts.queue_holder_contract",
    "tests.contracts.store_brakes_contract",
    "tests.contracts.store_contract",
    "tests.contracts.store_trades_contract",
    "tests.contracts.store_trail_contract",
)

SHARED = Path(__file__).resolve().parents[2] / "shared"
_TABLES = frozenset({"loaded", "stats", "world", "record", "day"})  # seconds to make


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest first, and whatever shares the big tables in one process."""
    for item in items:
        group = _group(item)
        if group:
            item.add_marker(pytest.mark.xdist_group(group))
    items.sort(key=lambda item: _ORDER.index(_group(item)))


def _group(item: pytest.Item) -> str:
    if "test_kill9" in item.nodeid or "test_crash_points" in item.nodeid:
        return "kills"
    return "tables" if _TABLES & set(getattr(item, "fixturenames", ())) else ""


_ORDER = ("kills", "tables", "")


def _is_loopback(address: Any) -> bool:
    if not isinstance(address, tuple):
        return True  # a Unix socket
    try:
        return ipaddress.ip_address(str(address[0])).is_loopback
    except ValueError:
        return str(address[0]) == "localhost"


@pytest.fixture(autouse=True)
def loopback_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection that leaves this machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        if not _is_loopback(address):
            pytest.fail(f"a test tried to reach {address}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The reference data beside the checkout; without it the test skips, or fails where CI promises it."""
    if SHARED.is_dir():
        return SHARED
    if os.environ.get("GRIDWIRE_REQUIRE_SHARED"):
        pytest.fail(f"the reference data is missing: {SHARED}")
    pytest.skip("the reference data is not beside this checkout")


@pytest.fixture(scope="session")
def loaded(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A statistics file of the seasons 2020 to 2024; it takes seconds, so all tests share it and none writes."""
    return reference.load(shared, tmp_path_factory.mktemp("stats"), "2020-2024")


@pytest.fixture(scope="session")
def stats(loaded: Path) -> Iterator[Stats]:
    """The product's file, open for reading."""
    with Stats(loaded) as opened:
        yield opened


@pytest.fixture(scope="session")
def world(shared: Path) -> World:
    """The files of nflverse, read by the oracle."""
    return World(shared / "data")


def coaches_table() -> Path:
    """Our own list of coaches: the one file of the product that the oracle reads, as data."""
    return Path(bot.stats.__file__).with_name("coaches.csv")


@pytest.fixture(scope="session")
def record(shared: Path, world: World) -> Record:
    """Trades, drafts and coaches, read by the oracle."""
    return Record(shared / "data", coaches_table(), world.people)


@pytest.fixture(scope="session")
def day(world: World, record: Record) -> Callable[[str], Day]:
    """The oracle's knowledge on a day."""
    return lambda text: Day(world, record, text)

"""What every test may rely on: no network but loopback, and the shared reference data if it is there."""

import ipaddress
import os
import socket
from pathlib import Path
from typing import Any

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


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


@pytest.fixture
def shared() -> Path:
    """The reference data beside the checkout; without it the test skips, or fails where CI promises it."""
    if SHARED.is_dir():
        return SHARED
    if os.environ.get("GRIDWIRE_REQUIRE_SHARED"):
        pytest.fail(f"the reference data is missing: {SHARED}")
    pytest.skip("the reference data is not beside this checkout")

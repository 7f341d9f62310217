"""What systemd is told, over a real socket of its kind."""

import os
import socket
from pathlib import Path

import pytest

from bot.app.signals import tell_systemd, watchdog_s


def test_systemd_hears_one_message_a_call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A datagram on the socket that it names."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
        listener.bind(str(tmp_path / "notify"))
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        tell_systemd("READY=1")
        assert listener.recv(100) == b"READY=1"


@pytest.mark.parametrize("address", ["", "/nowhere/at/all", "@gridwire-nobody"])
def test_where_nobody_listens_nothing_happens(
    monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    """A service manager that is not there stops no alert."""
    monkeypatch.setenv("NOTIFY_SOCKET", address)
    tell_systemd("WATCHDOG=1")
    assert os.environ["NOTIFY_SOCKET"] == address


@pytest.mark.parametrize(
    ("given", "every"), [("60000000", 30.0), ("", None), ("0", None), ("soon", None), ("-1", None)]
)
def test_the_watchdog_is_fed_twice_as_often_as_it_asks(
    monkeypatch: pytest.MonkeyPatch, given: str, every: float | None
) -> None:
    """Late by a whole interval is not too late."""
    monkeypatch.setenv("WATCHDOG_USEC", given)
    assert watchdog_s() == every

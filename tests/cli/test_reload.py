"""SIGHUP: a new configuration takes over as a whole, a wrong one changes nothing."""

import signal
import socket
import time
from collections.abc import Callable
from pathlib import Path
from subprocess import Popen
from threading import Thread

import pytest

from tests.cli.test_brakes_live import CONFIG, Desk
from tests.cli.test_process import started

FLOOD = "[gate]\nmost_per_hour = 1\n"


class Told:
    """What a service says, as it says it."""

    def __init__(self, service: Popen[str]) -> None:
        self.text, self._service = "", service
        Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self._service.stderr is not None
        for line in self._service.stderr:
            self.text += line

    def until(self, holds: Callable[[str], bool], seconds: float = 30) -> None:
        """Wait for this."""
        end = time.monotonic() + seconds
        while not holds(self.text):
            assert time.monotonic() < end, self.text
            time.sleep(0.05)


def test_a_new_configuration_takes_over_and_a_wrong_one_does_not(tmp_path: Path) -> None:
    """The same process, the same lock; what was posted is not posted again."""
    desk, path = Desk(tmp_path), tmp_path / "gridwire.toml"
    with started("run", "-c", path, "--data-dir", desk.state) as service:
        told = Told(service)
        told.until(lambda text: "baseline taken" in text)
        desk.publish("Packers trade WR Dale Preston to Jets for 2026 fourth-round pick")
        desk.until(lambda: desk.states("20").endswith("shown"), 30)
        path.write_text("nonsense = 1\n" + CONFIG)
        service.send_signal(signal.SIGHUP)
        told.until(lambda text: "configuration not reloaded: the old one is kept" in text)
        assert "nonsense is not known" in told.text
        path.write_text(CONFIG + FLOOD)
        service.send_signal(signal.SIGHUP)
        told.until(lambda text: text.count("event=running") == 2)
        desk.publish("Bears trade LB Tom Reyes to Lions for 2027 sixth-round pick")
        told.until(lambda text: "flood: every new card is held" in text)
        assert told.text.count('event="card shown"') == 1
        assert service.poll() is None
        service.send_signal(signal.SIGTERM)
        assert service.wait(12) == 0
    assert "Traceback" not in told.text


def test_the_state_stays_where_it_is(tmp_path: Path) -> None:
    """Another directory is another database: that takes a restart."""
    desk, path = Desk(tmp_path), tmp_path / "gridwire.toml"
    here = f'[bot]\ndata_dir = "{desk.state}"\n'
    path.write_text(here + CONFIG)
    with started("run", "-c", path) as service:
        told = Told(service)
        told.until(lambda text: "event=running" in text)
        path.write_text(here.replace("state", "elsewhere") + CONFIG)
        service.send_signal(signal.SIGHUP)
        told.until(lambda text: "data_dir cannot change while the service runs" in text)
        assert not (tmp_path / "elsewhere").exists()


def test_systemd_hears_when_it_is_ready_alive_and_stopping(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In this order, by the process itself."""
    desk = Desk(tmp_path)
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
        listener.bind(str(tmp_path / "notify"))
        listener.settimeout(15)
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        monkeypatch.setenv("WATCHDOG_USEC", "400000")
        with started("run", "-c", tmp_path / "gridwire.toml", "--data-dir", desk.state) as service:
            Told(service)
            heard = [listener.recv(100), listener.recv(100)]
            service.send_signal(signal.SIGTERM)
            while heard[-1] != b"STOPPING=1":
                heard.append(listener.recv(100))
            assert service.wait(12) == 0
    assert heard[:2] == [b"READY=1", b"WATCHDOG=1"]

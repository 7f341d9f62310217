"""`gridwire pause` and `resume` beside a service that runs: a process each."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from subprocess import Popen
from typing import Any

import pytest

from tests.cli.conftest import process
from tests.cli.test_process import started
from tests.feeds import samples

CONFIG = """
[[feeds]]
name = "desk"
kind = "file"
url = "story.jsonl"
trust = "trusted"
poll_s = 0.2
allow_private = true
[[destinations]]
platform = "console"
[stats]
refresh_h = 0
[web]
enabled = false
"""


class Desk:
    """A feed in a file, a service on it, and what its terminal shows."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.state, self._told = folder, folder / "state", 0
        self._story, self._out = folder / "story.jsonl", folder / "out"
        (folder / "gridwire.toml").write_text(CONFIG)
        self.publish("Browns sign kicker")

    def publish(self, title: str) -> None:
        """Append a report of this moment; the file is never seen half written."""
        self._told += 1
        line = {
            "id": f"n{self._told}",
            "title": title,
            "text": "Adam Schefter of ESPN reports.",
            "published_at": datetime.now(UTC).isoformat(),
            "feed": {"name": "desk", "trust": "trusted"},
        }
        before = self._story.read_bytes() if self._story.exists() else b""
        draft = self._story.with_suffix(".new")
        draft.write_bytes(before + samples.lines(line))
        draft.replace(self._story)

    @contextmanager
    def running(self) -> Iterator[Popen[str]]:
        """The service, once its baseline is taken."""
        config = self.folder / "gridwire.toml"
        with started("run", "-c", config, "--data-dir", self.state) as service:
            assert service.stderr is not None
            for line in service.stderr:
                if "baseline taken" in line or "running" in line:
                    break
            time.sleep(0.6)  # the first poll after a restart says nothing
            yield service

    def command(self, *words: str) -> str:
        """What a command beside it says."""
        done = process(*words, "--data-dir", self.state)
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    def until(self, holds: Callable[[], Any], seconds: float = 8) -> None:
        """Wait for this."""
        end = time.monotonic() + seconds
        while not holds():
            assert time.monotonic() < end
            time.sleep(0.05)

    def states(self, trade: str) -> str:
        """The deliveries of a trade, as `explain` tells them; empty while it is not known."""
        done = process("explain", trade, "--data-dir", self.state)
        return done.stdout.rpartition("Deliveries\n")[2].strip()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk of its own."""
    return Desk(tmp_path)


def test_a_running_service_heeds_a_pause_and_posts_after_the_release(desk: Desk) -> None:
    """Within seconds, without a restart."""
    with desk.running():
        desk.command("pause", "a", "test")
        desk.publish("Packers trade WR Dale Preston to Jets for 2026 fourth-round pick")
        desk.until(lambda: desk.states("20") == "none wanted")
        assert "Held: 1 trade, posted by the service" in desk.command("resume")
        desk.until(lambda: desk.states("20").endswith("shown"))


def test_a_service_that_was_killed_posts_what_is_released_at_its_next_start(desk: Desk) -> None:
    """The release needs no service."""
    with desk.running() as service:
        desk.command("pause")
        desk.publish("Packers trade WR Dale Preston to Jets for 2026 fourth-round pick")
        desk.until(lambda: desk.states("20") == "none wanted")
        service.kill()
        service.wait(5)
    desk.command("resume")
    with desk.running():
        desk.until(lambda: desk.states("20").endswith("shown"))


def test_what_is_dropped_stays_unposted_and_new_trades_go_out(desk: Desk) -> None:
    """Only what comes after the release."""
    with desk.running():
        desk.command("pause")
        desk.publish("Packers trade WR Dale Preston to Jets for 2026 fourth-round pick")
        desk.until(lambda: desk.states("20") == "none wanted")
        assert "Held: 1 trade, never posted" in desk.command("resume", "--drop")
        desk.publish("Bears trade LB Tom Reyes to Lions for 2027 sixth-round pick")
        year = datetime.now(UTC).year
        desk.until(lambda: desk.states(f"{year}-reyes").endswith("shown"))
        assert desk.states(f"{year}-preston") == "none wanted"

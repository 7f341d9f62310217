"""Commands as processes: the demo, a reader that leaves, signals."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.conftest import HERE, Cli, environment, process
from tests.feeds import samples

# --- the demo ---


def test_the_demo_ends_with_the_official_card(cli: Cli) -> None:
    """Talk, report, terms, announcement; then the questions a user would ask."""
    said = cli("demo", "--format", "text")
    assert (said.code, said.err) == (0, "")
    tops = [line.split()[0] for line in said.out.splitlines() if " · Trade" in line]
    assert tops == ["RUMOUR", "REPORTED", "REPORTED", "OFFICIAL"]
    assert said.out.count("A card appears:") == 1
    assert "$ gridwire explain 2023-akers-la-" in said.out


def test_the_demo_for_programs_is_json_lines(cli: Cli) -> None:
    """One card posted and edited; the trade as known at the end."""
    said = cli("demo", "--format", "json")
    assert (said.code, said.err) == (0, "")
    events = [json.loads(line) for line in said.out.splitlines()]
    shown = [(e["event"], e["card"]["status"]) for e in events if "card" in e]
    assert shown[0] == ("post", "rumour")
    assert {event for event, _ in shown[1:]} == {"edit"}
    assert shown[-1] == ("edit", "official")
    assert [trade["status"] for trade in events[-1]["trades"]] == ["official"]


def test_the_demo_in_a_pipe_is_as_good_as_in_a_terminal(cli: Cli) -> None:
    """Without a terminal the rich form prints panels one after the other."""
    said = cli("demo")
    assert said.code == 0
    assert "OFFICIAL" in said.out
    assert "\x1b" not in said.out


# --- a reader that leaves, a terminal that is small ---


@contextmanager
def started(*argv: object) -> Iterator[subprocess.Popen[str]]:
    """A command that runs; killed in the end if it still does."""
    words = [sys.executable, "-m", "bot", *map(str, argv)]
    pipe = subprocess.PIPE
    with subprocess.Popen(words, stdout=pipe, stderr=pipe, text=True, cwd=HERE) as running:  # noqa: S603 - our own command
        try:
            yield running
        finally:
            running.kill()


@pytest.mark.parametrize(
    "argv", [["demo", "--format", "text"], ["demo", "--format", "json"], ["demo"], ["replay"]]
)
def test_a_reader_that_leaves_is_no_traceback(tmp_path: Path, argv: list[str]) -> None:
    """As `| head -1` does."""
    if argv == ["replay"]:
        path = tmp_path / "r.jsonl"
        path.write_bytes(samples.lines(*({**samples.LINE, "id": f"l{n}"} for n in range(300))))
        argv = ["replay", "--json", str(path)]
    with started(*argv) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline()
        running.stdout.close()
        err = running.stderr.read()
        code = running.wait(10)
    assert (err, code in {0, 1}) == ("", True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_output_that_is_full_is_one_sentence() -> None:
    """Not a delivery to be tried again."""
    with Path("/dev/full").open("w") as full:
        done = process("demo", "--format", "text", capture_output=False, stdout=full, stderr=-1)
    told = "gridwire: the output cannot be used: No space left on device.\n"
    assert (done.returncode, done.stderr) == (2, told)


def test_an_output_that_is_closed_ends_no_command() -> None:
    """As `>&-` does."""
    words = f"exec {sys.executable} -m bot extract conftest.py >&-"
    done = subprocess.run(  # noqa: S602 - our own command
        words, shell=True, cwd=HERE, capture_output=True, text=True, timeout=30, check=False
    )
    assert (done.returncode, done.stderr) == (1, "")


def test_the_demo_runs_where_letters_are_few() -> None:
    """An ASCII terminal gets question marks, and no delivery is given up."""
    env = environment(PYTHONIOENCODING="ascii")
    done = process("demo", "--format", "text", env=env)
    assert (done.returncode, done.stderr) == (0, "")
    assert "OFFICIAL ? Trade" in done.stdout


# --- signals ---

FEED = """
[[feeds]]
name = "desk"
kind = "{kind}"
url = "{url}"
trust = "trusted"
allow_private = true
[[destinations]]
platform = "console"
[stats]
refresh_h = 0
[web]
enabled = false
"""


@contextmanager
def service(folder: Path, kind: str, url: str) -> Iterator[subprocess.Popen[str]]:
    """The service with one feed, once it says that it runs."""
    config = folder / "gridwire.toml"
    config.write_text(FEED.format(kind=kind, url=url))
    with started("run", "-c", config, "--data-dir", folder / "state") as running:
        assert running.stderr is not None
        for line in running.stderr:
            if "event=running" in line:
                break
        yield running


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_the_service_cleanly(tmp_path: Path, number: signal.Signals) -> None:
    """Exit code 0, within a moment, and nothing on the log that looks like trouble."""
    story = tmp_path / "story.jsonl"
    story.write_bytes(samples.lines())
    with service(tmp_path, "file", str(story)) as running:
        running.send_signal(number)
        _, err = running.communicate(timeout=5)
    assert running.returncode == 0
    assert "stopping" in err
    assert "Traceback" not in err
    assert "level=error" not in err


def test_what_the_service_writes_is_its_users_alone(tmp_path: Path) -> None:
    """Also where the shell would let others read."""
    story, state = tmp_path / "story.jsonl", tmp_path / "state"
    story.write_bytes(samples.lines())
    with service(tmp_path, "file", str(story)):
        for name in ("gridwire.db", "gridwire.db.lock"):
            assert (state / name).stat().st_mode & 0o777 == 0o600


def test_a_second_signal_stops_at_once(tmp_path: Path) -> None:
    """Even while a feed lets us wait, and the first signal waits for it."""
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/feed"
        with service(tmp_path, "rss", url) as running:
            connection, _ = silent.accept()  # the poll is in flight
            with connection:
                running.send_signal(signal.SIGINT)
                time.sleep(0.3)
                assert running.poll() is None
                running.send_signal(signal.SIGINT)
                running.communicate(timeout=5)
    assert running.returncode == 130


def test_a_signal_before_the_start_is_no_traceback() -> None:
    """Control-C while a short command reads its input."""
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "extract", "-"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=HERE,
    ) as reading:  # fmt: skip
        _until_it_reads(reading.pid)
        reading.send_signal(signal.SIGINT)
        assert reading.stderr is not None
        assert (reading.stderr.read(), reading.wait(5)) == ("", 130)


def _until_it_reads(pid: int) -> None:
    """Wait until the process sleeps in a read of its standard input."""
    call = Path(f"/proc/{pid}/syscall")
    if not os.access(call, os.R_OK):
        time.sleep(1)
        return
    for _ in range(100):
        time.sleep(0.05)
        if call.read_text().startswith("0 0x0 "):  # read(0, ...)
            return

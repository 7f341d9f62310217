"""A statistics file loaded from the reference data, over HTTP, by the product's own command."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_LOAD_S = 55  # on two busy cores


@contextmanager
def mirror(shared: Path, cache: Path, data: Path | None = None) -> Iterator[str]:
    """The releases of nflverse, served from this machine; yields the address."""
    tool = [sys.executable, str(shared / "tools" / "nflverse_mirror.py"), "--cache", str(cache)]
    where = ["--data", str(data)] if data else []
    with subprocess.Popen(  # noqa: S603 - our own tool
        [*tool, *where], stdout=subprocess.PIPE, text=True
    ) as child:
        try:
            assert child.stdout is not None
            yield json.loads(child.stdout.readline())["url"]
        finally:
            child.kill()


def load(shared: Path, state: Path, seasons: str, data: Path | None = None) -> Path:
    """The file that `gridwire stats load` makes in a new folder."""
    with mirror(shared, state / "cache", data) as url:
        command = [sys.executable, "-m", "bot", "stats", "load", "--data-dir", str(state)]
        done = subprocess.run(  # noqa: S603 - our own command
            [*command, "--seasons", seasons, "--mirror", url],
            check=False,
            capture_output=True,
            text=True,
            timeout=_LOAD_S,
        )
    assert done.returncode == 0, done.stdout + done.stderr
    return state / "stats.db"

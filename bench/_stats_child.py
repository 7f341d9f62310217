"""A side of bench/stats.py in a process of its own, so that its memory is its own: one line of JSON asks, one answers.

{"shape": ..., "cases": [...]}  ->  {"answers": [...], "us": [...]}
{"shape": "rss"}                ->  {"answers": [MiB], "us": []}
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

ROOT = Path(__file__).resolve().parents[1]
Shape = Callable[..., Any]


def serve(shapes: Mapping[str, tuple[Shape, Shape]]) -> None:
    """In the child: each shape is a query, which is timed, and what makes of its result the words both sides share."""
    for line in sys.stdin:
        asked = json.loads(line)
        query, plain = shapes[asked["shape"]]
        answers, times = [], []
        for case in asked["cases"]:
            start = time.perf_counter()
            result = query(**case)
            times.append((time.perf_counter() - start) * 1e6)
            answers.append(plain(result))
        print(json.dumps({"answers": answers, "us": times}), flush=True)


def same(result: object) -> object:
    """A result that both sides share as it is."""
    return result


def rss_mb() -> float:
    """This process's resident memory now."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


class Child:
    """The parent's end of a side."""

    def __init__(self, script: str, *arguments: object) -> None:
        command = [sys.executable, str(ROOT / "bench" / script), *map(str, arguments)]
        self._process = subprocess.Popen(  # noqa: S603
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def ask(self, shape: str, cases: list[dict[str, Any]]) -> dict[str, list[Any]]:
        """Answers and times of all cases.

        Raises:
            RuntimeError: the child is dead; its own words are above.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"shape": shape, "cases": cases}) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self._process.args} ended while asked for {shape}")
        answer: dict[str, list[Any]] = json.loads(line)
        return answer

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.kill()
        self._process.communicate()

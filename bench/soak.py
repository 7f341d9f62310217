"""What the promises of reliability come to, in one table.

    bench/soak.py [--quick | --full] [--seed N]

Kills, feed bodies, injections, signatures, private addresses, damaged databases. Runs their benches one after the
other, each at a size of minutes (`--quick`: of seconds; `--full`: 10,000 kills and a million of most others), and prints
target and measured figure of each line. Exit 1 when one misses, or when a bench ends without figures; what it said then
stands under the table.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.report import is_met

BENCH = Path(__file__).resolve().parent
SIZES = ("quick", "minutes", "full")
TAIL = 15  # lines of a bench that missed
# What each bench is given at each size; a seed as well, where it takes one.
RUNS: dict[str, tuple[str, str, str]] = {
    "kill9": ("--kills 20", "--kills 300", "--kills 10000"),
    "bodies": ("--quick", "--bodies 100000", ""),
    "injections": ("--quick", "--strings 100000", ""),
    "signatures": ("--quick", "", ""),
    "addresses": ("", "", ""),
    "corruption": ("--quick", "", ""),
}
SEEDLESS = {"addresses"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the table."""

    bench: str
    figure: str
    target: str
    measured: float
    ok: bool


def run(bench: str, size: str, seed: int) -> tuple[list[Row], str]:
    """The lines of one bench, and the end of what it said; no line when it had no figures."""
    words = RUNS[bench][SIZES.index(size)].split()
    words += [] if bench in SEEDLESS else ["--seed", str(seed)]
    command = [sys.executable, str(BENCH / f"{bench}.py"), *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - ours
    said = (done.stdout + done.stderr).splitlines()
    return list(rows_of(bench, done.stdout)), "\n".join(said[-TAIL:])


def rows_of(bench: str, stdout: str) -> Iterator[Row]:
    """One a figure with a target; the first figure is the size of the run."""
    lines = stdout.splitlines() or [""]
    try:
        told: Any = json.loads(lines[-1])
    except ValueError:
        return
    if not isinstance(told, dict):
        return
    size = next(iter(told["figures"].items()))
    for figure, target in told["targets"].items():
        sign, bound = target.split()
        value = told["figures"][figure]
        ok = is_met(value, (sign, float(bound)))
        name = f"{bench}, {size[1]:,.0f} {size[0].replace('_', ' ')}"
        yield Row(bench=name, figure=figure, target=target, measured=value, ok=ok)


def table(rows: list[Row]) -> str:
    """The lines as columns."""
    cells = [("bench", "figure", "target", "measured", "ok")]
    for row in rows:
        verdict = "ok" if row.ok else "MISSED"
        cells.append((row.bench, row.figure, row.target, f"{row.measured:.6g}", verdict))
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    lines = ("  ".join(map(str.ljust, line, widths)).rstrip() for line in cells)
    return "\n".join(lines)


def main() -> None:
    """Run all, print the table, leave with 1 if something missed."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    size = options.add_mutually_exclusive_group()
    size.add_argument("--quick", dest="size", action="store_const", const="quick")
    size.add_argument("--full", dest="size", action="store_const", const="full")
    options.add_argument("--seed", type=int, default=1)
    given, rows, faults = options.parse_args(), list[Row](), list[str]()
    for bench in RUNS:
        start = time.perf_counter()
        found, said = run(bench, given.size or "minutes", given.seed)
        print(f"{bench}: {time.perf_counter() - start:.0f} s", flush=True)
        rows += found
        faults += [] if found and all(row.ok for row in found) else [f"== {bench}\n{said}"]
    print("", table(rows), *faults, sep="\n")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()

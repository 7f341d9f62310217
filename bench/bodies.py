"""Does any feed body make a parser raise, stall, grow or hand on what cannot be stored?

    bench/bodies.py [--quick] [--bodies N] [--seed N]

A million bodies on all cores, for every kind of feed: our own samples of real shapes with values replaced, dropped,
nested and renamed, bytes changed, spans cut, doubled and spliced, strewn with markup, huge numbers and broken
encodings, under every charset a server may name (tests/feeds/bodies.py). None may raise anything but the feed's own
error, cost more than 50 ms of processor time, or give a page that breaks a law; and no process may grow while
it reads. Bodies are 8 kB at most; larger ones have tests of their own. The same seed makes the same bodies.
"""

import argparse
import multiprocessing
import os
import sys
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.report import Target, finish
from bot.model import Page
from tests.feeds.bodies import broken, problems, read

FULL, QUICK, BATCH = 1_000_000, 10_000, 1_000
WARM = 2  # batches of a process before its memory counts: caches fill
SHOWN = 20  # failures that are printed
DEAR_S = 0.02  # a body that cost more is read again: what else runs here is not its cost
PAGE = os.sysconf("SC_PAGE_SIZE")
TARGETS: dict[str, Target] = {
    "raised": ("<=", 0),
    "unsound": ("<=", 0),
    "worst_ms": ("<=", 50),
    "grown_mib": ("<=", 5),
}


@dataclass(kw_only=True)
class Tally:
    """What came of a batch of bodies.

    Attributes:
        process: who read it, and
        memory: its resident bytes afterwards.
    """

    process: int
    memory: int = 0
    pages: int = 0
    raised: list[str] = field(default_factory=list)
    unsound: list[str] = field(default_factory=list)
    worst: tuple[float, str] = (0.0, "")


def _cost(kind: str, body: bytes, charset: str) -> tuple[float, Page | None]:
    start = time.thread_time()
    page = read(kind, body, charset)
    return time.thread_time() - start, page


def attempt(rng: Random, tally: Tally) -> None:
    """Read one more body, and note what came of it."""
    kind, body, charset = broken(rng)
    shown = f"{kind} {charset!r} {body!r}"
    try:
        cost, page = _cost(kind, body, charset)
    except Exception as error:  # noqa: BLE001 - any at all is what is looked for
        tally.raised.append(f"{error!r}: {shown}")
        return
    if cost > DEAR_S:
        cost = min(cost, *(_cost(kind, body, charset)[0] for _ in range(3)))
    tally.worst = max(tally.worst, (cost * 1000, shown))
    tally.pages += page is not None
    if page is not None and (wrong := problems(page)):
        tally.unsound.append(f"{wrong[0]}: {shown}")


def batch(seed: str) -> Tally:
    """A thousand bodies, always the same of one seed."""
    rng, tally = Random(seed), Tally(process=os.getpid())
    for _ in range(BATCH):
        attempt(rng, tally)
    tally.memory = resident()
    return tally


def resident() -> int:
    """The bytes of memory that this process holds (Linux)."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * PAGE


def grown_mib(memory: dict[int, list[int]]) -> float:
    """By how much the process that grew most did so once it was warm."""
    warm = [sizes[min(WARM, len(sizes)) - 1 :] for sizes in memory.values()]
    return max((sizes[-1] - sizes[0]) / (1 << 20) for sizes in warm)


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--quick", action="store_true", help=f"{QUICK:,} bodies")
    options.add_argument("--bodies", type=int, default=FULL)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    count, start = (QUICK if given.quick else given.bodies), time.perf_counter()
    print(f"bodies: {count:,} broken feed bodies, seed {given.seed}")
    total, memory = Tally(process=0), defaultdict[int, list[int]](list)
    with multiprocessing.Pool(os.cpu_count()) as pool:
        for one in pool.imap_unordered(batch, (f"{given.seed}/{n}" for n in range(count // BATCH))):
            total.raised += one.raised
            total.unsound += one.unsound
            total.pages += one.pages
            total.worst = max(total.worst, one.worst)
            memory[one.process].append(one.memory)
    for line in [*total.raised[:SHOWN], *total.unsound[:SHOWN], f"dearest: {total.worst[1]}"]:
        print(line[:600])
    figures = {
        "bodies": count,
        "with_a_page": total.pages,
        "raised": len(total.raised),
        "unsound": len(total.unsound),
        "worst_ms": total.worst[0],
        "grown_mib": grown_mib(memory),
        "seconds": time.perf_counter() - start,
    }
    finish("bodies", figures, TARGETS)


if __name__ == "__main__":
    main()

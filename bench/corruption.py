"""Does a damaged database ever post old news, or make the service start and fall over again and again?

    bench/corruption.py [--quick] [--seed N]

A database with shown, waiting and quiet trades and a subscription is damaged a thousand times: bytes flipped, a stretch
overwritten, the end cut off. Each time the service's own parts start on it, read the same page and one with news, and
deliver. Either the file is refused with the one sentence that names the way out, at the start or when the damage is met;
or nothing of it mattered. Nothing that was shown or quiet is posted, and no other error is raised. The same seed makes
the same damage.
"""

import argparse
import asyncio
import multiprocessing
import random
import sys
import tempfile
from collections.abc import Container
from dataclasses import dataclass, field
from datetime import UTC
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.report import Target, finish
from bot.engine.ingest import Ingest
from bot.engine.lane import Desk, Lane
from bot.engine.poller import Poller
from bot.engine.review import Review
from bot.errors import SchemaError
from bot.model import DeliveryKey, Report
from bot.store import SqliteLedger, SqliteStore, SqliteSubscriptions, open_database
from tests.builders import a_report
from tests.engine.watching import HERE, LANE, Watch, noise, page, watching
from tests.fakes import FakeClock, FakeFeed, FakeNotifier

FULL, QUICK = 1_000, 100
SHOWN, PERIOD_S = 8, 600
NEWS_AT = SHOWN + 1
LETTERS = "abcdefghijkl"
CLUBS = ("Packers", "Bears", "Lions", "Jets", "Browns", "Texans", "Ravens", "Colts", "Titans")
TARGETS: dict[str, Target] = {"other_errors": ("<=", 0), "old_posts": ("<=", 0)}


@dataclass(kw_only=True)
class Outcome:
    """What came of one damaged file.

    Attributes:
        refused: the sentence, if the file was refused.
        other: any other error.
        posted: every card that was posted.
    """

    refused: str = ""
    other: str = ""
    posted: list[DeliveryKey] = field(default_factory=list)


def old_posts(outcome: Outcome, waiting: Container[DeliveryKey]) -> list[DeliveryKey]:
    """Cards that were posted and are neither news nor were due."""
    posted = [key for key in outcome.posted if key not in waiting]
    return [key for key in posted if f"reyes{LETTERS[NEWS_AT]}-" not in key.trade]


def told(number: int) -> Report:
    """A trade of its own."""
    gave, got = CLUBS[number % 9], CLUBS[(number + 1 + number // 9) % 9]
    title = (
        f"{gave} trade LB Tom Reyes{'abcdefghijklmnopq'[number]} to {got} for 2027 sixth-round pick"
    )
    return a_report(id=f"t{number}", title=title)


OLD, WAITS, NEWS = [told(n) for n in range(SHOWN)], told(SHOWN), told(NEWS_AT)
QUIET = told(SHOWN + 2)


async def build(folder: Path) -> tuple[bytes, set[DeliveryKey]]:
    """The whole file, and the deliveries that may still be posted."""
    async with watching(folder) as watch:
        await SqliteSubscriptions(watch.store._db).save(HERE, "bench", watch.clock.now())  # noqa: SLF001
        await watch.baseline(QUIET, *map(noise, range(1, 30)))
        await watch.poll(page(noise(1), *OLD, tag="old"))
        await watch.show_all()
        await watch.poll(page(*OLD, WAITS, tag="waits"))
        kept = await _open_rows(watch)
    return (folder / "gridwire.db").read_bytes(), kept


async def _open_rows(watch: Watch) -> set[DeliveryKey]:
    """What is stored and not shown."""
    every = [await watch.store.deliveries(trade.id) for trade in await watch.trades()]
    return {row.key for rows in every for row, state, _ in rows if state == "waiting"}


def damaged(whole: bytes, chance: random.Random) -> bytes:
    """Flipped bytes, a stretch of something else, or an end that is missing."""
    body = bytearray(whole)
    match chance.randrange(4):
        case 0 | 1:
            for _ in range(chance.choice((1, 1, 3, 20))):
                body[chance.randrange(len(body))] ^= 1 << chance.randrange(8)
        case 2:
            start, size = chance.randrange(len(body)), chance.choice((8, 64, 512, 4096))
            body[start : start + size] = chance.randbytes(len(body[start : start + size]))
        case _:
            del body[chance.randrange(len(body)) :]
    return bytes(body)


async def live(path: Path) -> Outcome:
    """Start on the file, poll twice, deliver, look at what is held; stop."""
    outcome, notifier = Outcome(), FakeNotifier()
    try:
        await _live(path, notifier)
    except SchemaError as error:
        outcome.refused = str(error)
    except Exception as error:  # noqa: BLE001 - what this bench looks for
        outcome.other = repr(error)
    outcome.posted = [key for call, key, _ in notifier.calls if call == "post"]
    return outcome


async def _live(path: Path, notifier: FakeNotifier) -> None:
    clock = FakeClock()
    clock.advance(PERIOD_S)
    async with open_database(path) as database:
        store, ledger = SqliteStore(database), SqliteLedger(database)
        await SqliteSubscriptions(database).every()
        await ledger.sync_destinations([HERE])
        ingest, feed = Ingest(store, [HERE]), FakeFeed()
        feed.script += [page(*OLD, WAITS, tag="waits"), page(*OLD, WAITS, NEWS, tag="news")]
        poller = Poller(feed, store, ingest, clock)
        for _ in range(2):
            await poller.poll()
            clock.advance(PERIOD_S)
        await Review(store, ingest.judge, clock, lambda: None).run()
        desk = Desk(
            queue=ledger,
            store=store,
            notifier=notifier,
            destinations={HERE.id: HERE},
            clock=clock,
            zone=UTC,
        )
        stop = asyncio.Event()
        lane = asyncio.create_task(Lane(LANE, desk, rate_per_s=1000, takeover_s=0).run(stop))
        await asyncio.wait([lane], timeout=0.15)
        stop.set()
        await lane


def case(whole: bytes, seed: str) -> Outcome:
    """Damage the file in one way, and live on it."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "gridwire.db"
        path.write_bytes(damaged(whole, random.Random(seed)))
        return asyncio.run(live(path))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        whole, waiting = asyncio.run(build(Path(folder)))
    seeds = [f"{given.seed} {n}" for n in range(QUICK if given.quick else FULL)]
    with multiprocessing.Pool() as pool:
        outcomes = pool.map(partial(case, whole), seeds, chunksize=10)
    for seed, outcome in zip(seeds, outcomes, strict=True):
        if outcome.other or old_posts(outcome, waiting):
            print(f"seed {seed}: {outcome.other} {old_posts(outcome, waiting)}")
    figures = {
        "cases": len(outcomes),
        "refused": sum(bool(one.refused) for one in outcomes),
        "went_on": sum(not one.refused and not one.other for one in outcomes),
        "other_errors": sum(bool(one.other) for one in outcomes),
        "old_posts": sum(len(old_posts(one, waiting)) for one in outcomes),
    }
    finish("corruption", figures, TARGETS)


if __name__ == "__main__":
    main()

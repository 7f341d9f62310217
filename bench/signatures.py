"""Is any forged request taken for Slack's, or answered with an error of ours?

    bench/signatures.py [--quick] [--seed N]

A million requests on all cores, near to genuine ones: headers missing, doubled, odd or of another time, signatures
with one digit changed, bodies with one bit changed, others' secrets. Each goes through the handler that serves
`POST /slack/events`; every answer must be 401.
"""

import argparse
import asyncio
import multiprocessing
import os
import sys
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from pathlib import Path
from random import Random
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from multidict import CIMultiDict
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult

from adapters.slack.http import Http, guarded
from adapters.slack.signature import Signatures
from adapters.slack.socket import QUIET
from bench.report import Target, finish
from tests.fakes import FakeOnce
from tests.slack_requests import NOW, SECRET, Request, a_command, an_event, forged

FULL, QUICK, BATCH = 1_000_000, 20_000, 10_000
TARGETS: dict[str, Target] = {
    "accepted": ("<=", 0),
    "server_errors": ("<=", 0),
    "not_401": ("<=", 0),
}

Ask = Callable[[Request], Awaitable[int]]


class Arrived:
    """As much of aiohttp's request as the handler reads; the suite asks over sockets too."""

    query_string = ""

    def __init__(self, request: Request) -> None:
        self.headers = CIMultiDict(request.headers)
        self._body = request.body

    async def read(self) -> bytes:
        """The whole body."""
        return self._body


def asked() -> Ask:
    """The handler of events, with an app that takes the command; it answers with a status."""
    app = AsyncApp(authorize=_anybody, request_verification_enabled=False, logger=QUIET)
    app.command("/nfl")(_taken)
    signatures = Signatures(SECRET, FakeOnce(), lambda: NOW)
    handler = guarded(Http("", 0, signatures).event_handler(app))

    async def ask(request: Request) -> int:
        arrived: Any = Arrived(request)
        return (await handler(arrived)).status

    return ask


async def _anybody() -> AuthorizeResult:
    return AuthorizeResult(enterprise_id=None, team_id="T1", bot_token="x")  # noqa: S106 - none


async def _taken(ack: AsyncAck) -> None:
    await ack()


async def tally(rng: Random, count: int) -> Counter[int]:
    """How so many forgeries are answered."""
    ask, said = asked(), Counter[int]()
    real = (a_command(), an_event({"type": "app_uninstalled"}, name="E1"))
    for _ in range(count):
        said[await ask(forged(rng, rng.choice(real)))] += 1
    return said


def batch(seed: str) -> Counter[int]:
    """One process's share."""
    return asyncio.run(tally(Random(seed), BATCH))


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--quick", action="store_true", help=f"{QUICK:,} requests")
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    count, start, said = (QUICK if given.quick else FULL), time.perf_counter(), Counter[int]()
    print(f"signatures: {count:,} forged requests, seed {given.seed}")
    with multiprocessing.Pool(os.cpu_count()) as pool:
        for found in pool.imap_unordered(
            batch, (f"{given.seed}/{n}" for n in range(count // BATCH))
        ):
            said.update(found)
    figures = {
        "requests": said.total(),
        "accepted": sum(n for status, n in said.items() if status < 400),
        "server_errors": sum(n for status, n in said.items() if status >= 500),
        "not_401": said.total() - said[401],
        "seconds": round(time.perf_counter() - start, 1),
    }
    finish("signatures", figures, TARGETS)


if __name__ == "__main__":
    main()

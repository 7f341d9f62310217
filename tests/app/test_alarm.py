"""The operator hears of what lasts: once, and once when it ends; over real sockets."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any

import pytest
from aiohttp import web

from bot.app.alarm import Alarm, Lasting
from bot.config import AlarmConfig, Secret
from bot.web.watch import Check, Readiness
from tests.builders import NOON, minutes
from tests.fakes import FakeClock

BAD = Check(name="feed wire", ok=False, text="answers 500 <!channel> @everyone")
GOOD = Check(name="feed wire", ok=True, text="answered 1 s ago")
AFTER = timedelta(minutes=5)


def told(lasting: Lasting, check: Check, minute: float) -> list[str]:
    """What is to be told at this minute; somebody hears it."""
    news = lasting.news([check], minutes(minute))
    for name, _ in news:
        lasting.told(name)
    return [text for _, text in news]


def test_a_fault_is_told_when_it_lasts_and_told_once_and_its_end_once() -> None:
    """A hiccup calls nobody."""
    lasting = Lasting(AFTER)
    assert [told(lasting, BAD, at) for at in (0, 4.9)] == [[], []]
    assert told(lasting, GOOD, 4.95) == []
    assert told(lasting, BAD, 5) == []
    assert len(told(lasting, BAD, 10)) == 1
    assert told(lasting, BAD, 20) == []
    assert told(lasting, GOOD, 30) == ["Gridwire: feed wire is well again."]
    assert told(lasting, GOOD, 40) == []
    assert told(lasting, BAD, 41) == []


def test_what_nobody_heard_is_told_again() -> None:
    """A notice that was not taken is not told."""
    lasting = Lasting(timedelta(0))
    assert len(lasting.news([BAD], NOON)) == 1
    assert len(lasting.news([BAD], NOON)) == 1


class FarEnd:
    """A webhook and a dead man's switch."""

    def __init__(self) -> None:
        self.status, self.url = 200, ""
        self.notices: list[Any] = []
        self.pings = 0

    async def take(self, request: web.Request) -> web.Response:
        """A notice."""
        if self.status == 200:
            self.notices.append(await request.json())
        return web.Response(status=self.status)

    async def hear(self, _request: web.Request) -> web.Response:
        """A ping."""
        self.pings += 1
        return web.Response()


@asynccontextmanager
async def far_end() -> AsyncIterator[FarEnd]:
    """One on loopback."""
    far, app = FarEnd(), web.Application()
    app.router.add_post("/{tail:(services|api)/.*}", far.take)
    app.router.add_get("/ping/w-canary", far.hear)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    far.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
    try:
        yield far
    finally:
        await runner.cleanup()


def alarm(far: FarEnd, path: str, state: Readiness) -> tuple[Alarm, FakeClock]:
    """An alarm on a service in this state."""
    clock = FakeClock()

    async def readiness() -> Readiness:
        return state

    table = AlarmConfig(
        webhook=Secret(far.url + path), ping=Secret(far.url + "/ping/w-canary"), after_s=60
    )
    return Alarm(table, readiness, clock), clock


@pytest.mark.parametrize(
    ("path", "key", "text"),
    [
        ("/services/T/B/w-canary", "text", "answers 500 &lt;!channel&gt; @everyone"),
        ("/api/webhooks/1/w-canary", "content", "answers 500 <!channel> @everyone"),
    ],
)
async def test_a_webhook_hears_once_and_calls_nobody(path: str, key: str, text: str) -> None:
    """In the form that each chat takes; what a feed said cannot ping."""
    async with far_end() as far:
        watch, clock = alarm(far, path, Readiness(ready=False, checks=[BAD]))
        for _ in range(4):
            await watch.look()
            clock.advance(40)
    [notice] = far.notices
    assert notice[key].endswith(text)
    assert notice.get("allowed_mentions", {"parse": []}) == {"parse": []}


async def test_a_webhook_that_is_down_gets_it_later_and_the_log_has_no_address(
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Said once, and once when it is back."""
    async with far_end() as far:
        watch, clock = alarm(far, "/services/w-canary", Readiness(ready=False, checks=[BAD]))
        far.status = 503
        for _ in range(4):
            await watch.look()
            clock.advance(60)
        far.status = 200
        await watch.look()
        await watch.look()
    assert len(far.notices) == 1
    assert [r.message for r in caplog.records] == ["operator not reached", "operator reached again"]
    assert "canary" not in str([vars(record) for record in caplog.records])


@pytest.mark.parametrize(("ready", "pings"), [(True, 1), (False, 0)])
async def test_the_ping_stays_away_while_alerts_do_not_go_out(ready: bool, pings: int) -> None:  # noqa: FBT001 - a case
    """Who misses it raises the alarm."""
    async with far_end() as far:
        watch, _ = alarm(far, "/services/x", Readiness(ready=ready, checks=[GOOD]))
        await watch.ping()
    assert far.pings == pings


async def test_a_far_end_that_is_gone_ends_nothing(caplog: pytest.LogCaptureFixture) -> None:
    """Nobody listens there any more."""
    async with far_end() as far:
        watch, _ = alarm(far, "/services/x", Readiness(ready=True, checks=[GOOD]))
    await watch.ping()
    await watch.ping()
    assert [r.message for r in caplog.records] == ["operator not reached"]

"""A feed that fails, and a poll that ends half-way: told once, nothing lost, nothing twice."""

import asyncio
import logging
from datetime import timedelta
from pathlib import Path

import pytest

from bot.errors import FeedInvalidError, FeedUnavailableError, StoreError
from bot.model import DealStatus, Status, Validators
from tests.builders import a_report
from tests.engine.watching import (
    BEARS,
    GONE,
    FaultyStore,
    Watch,
    noise,
    page,
    row,
    talk,
    told,
    watching,
)


async def test_a_feed_that_says_when_to_come_back_is_obeyed(watch: Watch) -> None:
    """Not a second before."""
    wait = timedelta(seconds=90)
    await watch.poll(FeedUnavailableError("desk", "429", wait))
    watch.clock.advance(89)
    await watch.poller.poll()
    assert len(watch.feed.asked) == 1
    watch.clock.advance(1)
    await watch.poller.poll()
    assert len(watch.feed.asked) == 2


async def test_a_failing_feed_is_asked_less_and_less(watch: Watch) -> None:
    """A poll every second against a feed that is down becomes 1, 2, 4, 8 seconds apart."""
    watch.feed.script = [GONE] * 9
    for _ in range(16):
        await watch.poller.poll()
        watch.clock.advance(1)
    assert len(watch.feed.asked) == 5  # at 0, 1, 3, 7 and 15 s


@pytest.mark.parametrize("fault", [GONE, FeedInvalidError("desk", "a login page", b"<html>")])
async def test_a_lasting_fault_is_told_once_and_its_end_once(
    watch: Watch, caplog: pytest.LogCaptureFixture, fault: FeedUnavailableError
) -> None:
    """Nine failures, one line; then one line that it works."""
    await watch.baseline()
    await watch.poll(*[fault] * 9, after_s=600)
    assert (watch.poller.state.failures, watch.poller.state.last_error) == (9, str(fault))
    await watch.poll(page(noise(0), a_report()), page(noise(0)), after_s=600)
    assert (told(caplog, "feed fails"), told(caplog, "feed works again")) == (1, 1)
    assert (watch.poller.state.failures, watch.poller.state.last_error) == (0, "")
    assert len(await watch.wanted()) == 2


async def test_a_hiccup_is_told_to_nobody(watch: Watch, caplog: pytest.LogCaptureFixture) -> None:
    """Two failures and a success leave no line that asks for attention."""
    await watch.baseline()
    await watch.poll(GONE, GONE, page(noise(0)), after_s=600)
    assert [r.getMessage() for r in caplog.records if r.levelno >= logging.WARNING] == []


async def test_a_failure_of_the_disk_is_told_like_one_of_the_feed(watch: Watch) -> None:
    """The state names what is wrong, and the poll is tried again later."""
    await watch.baseline()
    poller = watch.start(FaultyStore(watch.store, 1, StoreError("the disk is full")))
    await poller.poll()
    assert (poller.state.failures, poller.state.last_error) == (1, "the disk is full")


STORY = page(
    talk(),
    noise(1),
    a_report(),
    row("Traded WR Dale Preston to the New York Jets for a 2026 fourth-round pick.", feed="desk"),
    noise(2),
    a_report(id="r9", title=BEARS),
    noise(0),
    tag="story",
)


async def assert_story_is_told(watch: Watch) -> None:
    """Two trades, each line of the timeline once, each channel's card at the newest version."""
    bears, preston = sorted(await watch.trades(), key=lambda trade: trade.id)[::-1]
    assert (bears.version, bears.status) == (1, Status.REPORTED)
    assert (preston.version, preston.status) == (3, Status.OFFICIAL)
    statuses = [sighting.status for sighting in preston.sightings]
    assert statuses == [DealStatus.RUMOUR, DealStatus.AGREED, DealStatus.OFFICIAL]
    versions = [version for version, _, _ in await watch.store.history(preston.id)]
    assert versions == [1, 2, 3]
    assert sorted(version for _, _, version in await watch.wanted()) == [1, 1, 3, 3]
    assert await watch.store.validators("desk") == Validators(etag="story")


@pytest.mark.parametrize("after", [False, True])
async def test_a_poll_that_ends_at_any_step_loses_and_doubles_nothing(
    tmp_path: Path, *, after: bool
) -> None:
    """Killed, or refused by the disk, before or after each call to the store in turn; then again."""
    steps = 0
    for error in (asyncio.CancelledError(), StoreError("the disk is full")):
        for at in range(1, 100):
            async with watching(tmp_path / f"{error!r} {at}") as watch:
                await watch.baseline()
                watch.feed.script = [STORY, STORY]
                store = FaultyStore(watch.store, at, error, after=after)
                results = await asyncio.gather(watch.start(store).poll(), return_exceptions=True)
                is_last = after and len(store.calls) == at and store.calls[-1] == "finish_poll"
                if len(store.calls) < at:
                    assert results == [None]
                    break
                if not is_last:
                    assert await watch.store.validators("desk") == Validators(etag="first")
                await watch.start().poll()
                await assert_story_is_told(watch)
                steps += 1
    assert steps > 20


async def test_a_poll_cancelled_at_any_moment_loses_and_doubles_nothing(watch: Watch) -> None:
    """Thirty processes killed at thirty moments of the same poll; then one that may finish."""
    await watch.baseline()
    for n in range(30):
        watch.feed.script = [STORY]
        polling = asyncio.create_task(watch.start().poll())
        await asyncio.sleep(n * 0.0003)
        polling.cancel()
        await asyncio.gather(polling, return_exceptions=True)
    watch.feed.script = [STORY]
    await watch.poller.poll()
    await assert_story_is_told(watch)

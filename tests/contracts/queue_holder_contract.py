"""What every DeliveryQueue must do: who holds a lane, what is unknown, what is paused.

A back end collects these tests by importing them where it defines the fixtures `store` and `queue`.
"""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from bot.model import (
    CardKind,
    TradeId,
)
from bot.ports import DeliveryQueue, Store
from tests.builders import NOON, a_destination, a_key, minutes
from tests.contracts.steps import (
    LANE,
    LANE_2,
    OTHER,
    REF,
    claim,
    claim_all,
    keys,
    only,
    posted,
    publish,
)

# --- holders ---


async def test_a_take_over_redelivers_what_was_in_flight(
    store: Store, queue: DeliveryQueue
) -> None:
    """At once, and with the time of the first try whose outcome is unknown."""
    await publish(store, 1, a_key())
    first = await queue.acquire(LANE)
    await claim(queue, first, 1)
    for minute in (2, 3):
        row = await claim(queue, await queue.acquire(LANE), minute)
        assert (row.attempts, row.unknown_since) == (1, minutes(1))


async def outcomes(queue: DeliveryQueue, epoch: int) -> Sequence[bool]:
    """What each outcome answers for the sample row."""
    key = a_key()
    return (
        await queue.ack(key, epoch, 1, REF, NOON),
        await queue.adopt(key, epoch, REF, NOON),
        await queue.retry(key, epoch, NOON, "no", nothing_stored=True),
        await queue.bury(key, epoch, "no"),
        await queue.pause(key, epoch, minutes(60), "no", nothing_stored=True),
    )


@pytest.mark.parametrize("reclaimed", [False, True])
async def test_a_fenced_holder_changes_nothing(
    store: Store, queue: DeliveryQueue, *, reclaimed: bool
) -> None:
    """From the moment of the take-over, whether or not its rows were claimed anew."""
    await publish(store, 1, a_key())
    old = await queue.acquire(LANE)
    await claim(queue, old)
    new = await queue.acquire(LANE)
    if reclaimed:
        await claim(queue, new)
    before = await only(store)
    assert not any(await outcomes(queue, old))
    assert await only(store) == before
    assert await queue.claim(LANE, old, minutes(60)) == []
    if not reclaimed:
        await claim(queue, new)
    assert await queue.ack(a_key(), new, 1, REF, minutes(1))


async def test_only_a_row_in_hand_has_an_outcome(store: Store, queue: DeliveryQueue) -> None:
    """Not one that waits, was settled, or does not exist."""
    epoch = await queue.acquire(LANE)
    assert not any(await outcomes(queue, epoch))
    await publish(store, 1, a_key())
    assert not any(await outcomes(queue, epoch))
    await claim(queue, epoch)
    assert await queue.ack(a_key(), epoch, 1, REF, minutes(1))
    assert not any(await outcomes(queue, epoch))
    assert (await only(store))[1] == "shown"


# --- unknown outcomes ---


async def test_an_uncertain_retry_keeps_the_first_time(store: Store, queue: DeliveryQueue) -> None:
    """However often it is tried: the platform's window counts from the first."""
    await publish(store, 1, a_key())
    epoch = await queue.acquire(LANE)
    for minute in range(3):
        row = await claim(queue, epoch, minute)
        assert row.unknown_since == (NOON if minute else None)
        due = minutes(minute + 1)
        assert await queue.retry(a_key(), epoch, due, "time-out", nothing_stored=False)
    assert (await only(store))[2] == "time-out"


async def test_a_refused_first_try_leaves_nothing_unknown(
    store: Store, queue: DeliveryQueue
) -> None:
    """The next try is as good as the first, though it is counted."""
    await publish(store, 1, a_key())
    epoch = await queue.acquire(LANE)
    await claim(queue, epoch)
    assert await queue.retry(a_key(), epoch, minutes(1), "429", nothing_stored=True)
    row = await claim(queue, epoch, 1)
    assert (row.attempts, row.unknown_since) == (2, None)


async def test_a_refusal_of_the_second_try_says_nothing_of_the_first(
    store: Store, queue: DeliveryQueue
) -> None:
    """Time-out, then 429: the first may still have been stored."""
    await publish(store, 1, a_key())
    epoch = await queue.acquire(LANE)
    for minute, error in ((0, "time-out"), (1, "429")):
        await claim(queue, epoch, minute)
        due = minutes(minute + 1)
        assert await queue.retry(a_key(), epoch, due, error, nothing_stored=False)
    assert (await claim(queue, epoch, 2)).unknown_since == NOON


async def test_a_step_of_our_own_is_no_attempt(store: Store, queue: DeliveryQueue) -> None:
    """To wait for a look-back says nothing of the platform, and keeps its last error."""
    await publish(store, 1, a_key())
    epoch = await queue.acquire(LANE)
    for error in ("time-out", None):
        await claim(queue, epoch)
        assert await queue.retry(a_key(), epoch, NOON, error, nothing_stored=False)
    assert (await only(store))[2] == "time-out"
    assert (await claim(queue, epoch)).attempts == 2


async def test_a_success_forgets_the_tries_and_errors_before_it(
    store: Store, queue: DeliveryQueue
) -> None:
    """Attempts count since the last success."""
    await publish(store, 1, a_key())
    epoch = await queue.acquire(LANE)
    await claim(queue, epoch)
    assert await queue.retry(a_key(), epoch, NOON, "time-out", nothing_stored=False)
    await claim(queue, epoch)
    assert await queue.ack(a_key(), epoch, 1, REF, minutes(1))
    row, _, error = await only(store)
    assert (row.attempts, row.unknown_since, row.failing_since, error) == (0, None, None, "")


async def test_failures_are_dated_from_the_first_since_the_last_success(
    store: Store, queue: DeliveryQueue
) -> None:
    """By the try that failed, a retry or a pause; a step of our own is none, and an adoption ends it."""
    await publish(store, 1, a_key())
    epoch = await queue.acquire(LANE)
    for minute, error in enumerate((None, "429", "429")):
        await claim(queue, epoch, minute)
        assert await queue.retry(a_key(), epoch, NOON, error, nothing_stored=True)
    assert (await claim(queue, epoch, 3)).failing_since == minutes(1)
    assert await queue.adopt(a_key(), epoch, REF, NOON)
    assert (await claim(queue, epoch, 4)).failing_since is None
    for minute in (5, 6):
        assert await queue.pause(a_key(), epoch, NOON, "no access", nothing_stored=True)
        assert (await claim(queue, epoch, minute)).failing_since == minutes(4)


# --- pauses and subscriptions ---


async def test_a_paused_destination_is_passed_over_and_resumes(
    store: Store, queue: DeliveryQueue
) -> None:
    """All its rows wait, also those wanted during the pause; the others go on."""
    other = a_key(trade=TradeId("b"), destination=OTHER)
    await publish(store, 1, a_key())
    epoch = await queue.acquire(LANE)
    await claim(queue, epoch)
    assert await queue.pause(a_key(), epoch, minutes(30), "no access", nothing_stored=True)
    await publish(store, 1, *keys("b"), other, minute=1)
    assert await claim_all(queue, epoch, 29) == [other]
    assert await queue.next_due(LANE) == minutes(30)
    row = await claim(queue, epoch, 30)
    assert (row.key, row.attempts, row.unknown_since) == (a_key(), 2, None)
    assert await queue.ack(a_key(), epoch, 1, REF, minutes(31))
    assert await claim_all(queue, epoch, 30) == keys("b")


async def test_a_pause_that_is_over_makes_no_row_due_early(
    store: Store, queue: DeliveryQueue
) -> None:
    """After it, the row's own time counts again: nobody wakes for nothing."""
    await publish(store, 1, a_key())
    epoch = await queue.acquire(LANE)
    await claim(queue, epoch)
    assert await queue.pause(a_key(), epoch, minutes(2), "no access", nothing_stored=True)
    await claim(queue, epoch, 2)
    assert await queue.retry(a_key(), epoch, minutes(9), "busy", nothing_stored=True)
    assert await queue.next_due(LANE) == minutes(9)
    assert await queue.claim(LANE, epoch, minutes(8)) == []


async def test_a_success_ends_the_pause(store: Store, queue: DeliveryQueue) -> None:
    """A send that was in flight when the channel was paused shows that it works."""
    second = a_key(kind=CardKind.VOID)
    epoch = await queue.acquire(LANE)
    await posted(store, queue, epoch)
    await publish(store, 2, a_key(), second, minute=1)
    await claim(queue, epoch, 1)
    await claim(queue, epoch, 1)
    assert await queue.pause(second, epoch, minutes(60), "no access", nothing_stored=True)
    assert await queue.claim(LANE, epoch, minutes(2)) == []
    assert await queue.ack(a_key(), epoch, 2, REF, minutes(2))
    assert await claim_all(queue, epoch, 2) == [second]


async def test_a_pause_keeps_the_first_unknown_time(store: Store, queue: DeliveryQueue) -> None:
    """The refusal concerns the channel, not a post that may be in it."""
    await publish(store, 1, a_key())
    epoch = await queue.acquire(LANE)
    await claim(queue, epoch)
    assert await queue.retry(a_key(), epoch, minutes(1), "time-out", nothing_stored=False)
    await claim(queue, epoch, 1)
    assert await queue.pause(a_key(), epoch, minutes(2), "no access", nothing_stored=False)
    assert (await claim(queue, epoch, 2)).unknown_since == NOON


async def test_an_unsubscribed_destination_waits_until_it_is_back(
    store: Store, queue: DeliveryQueue
) -> None:
    """Its rows are left, not claimed, and make no time due; then posts are edited, old news is not posted."""
    await queue.sync_destinations([a_destination()])
    epoch = await queue.acquire(LANE)
    await posted(store, queue, epoch)
    [missed] = keys("missed")
    await publish(store, 2, a_key(), missed)
    await queue.sync_destinations([a_destination(id=OTHER)])
    assert await queue.claim(LANE, epoch, minutes(1)) == []
    assert await queue.next_due(LANE) is None
    await queue.sync_destinations([a_destination(), a_destination(id=OTHER)])
    assert await claim_all(queue, epoch, 1) == [a_key()]
    [(_, state, error)] = await store.deliveries(missed.trade)
    assert (state, error) == ("dead", "subscribed again later")


async def test_a_destination_takes_its_rows_to_another_lane(
    store: Store, queue: DeliveryQueue
) -> None:
    """Out of the hands of the old lane's holder, with what is unknown still unknown."""
    await publish(store, 1, a_key())
    for _ in range(3):
        old = await queue.acquire(LANE)
    await claim(queue, old)
    await queue.sync_destinations([a_destination(lane=LANE_2)])
    assert not await queue.ack(a_key(), old, 1, REF, NOON)
    row = await claim(queue, await queue.acquire(LANE_2), 1, lane=LANE_2)
    assert (row.key, row.unknown_since) == (a_key(), NOON)


# --- clocks ---


@pytest.mark.parametrize("jump", [timedelta(days=1), timedelta(days=-1)])
async def test_a_clock_that_jumps_loses_and_doubles_nothing(
    store: Store, queue: DeliveryQueue, jump: timedelta
) -> None:
    """A day on or back in the middle of a try: the row is still there, once, with its true times."""
    await publish(store, 1, a_key())
    epoch = await queue.acquire(LANE)
    await claim(queue, epoch)
    due = NOON + jump
    assert await queue.retry(a_key(), epoch, due, "time-out", nothing_stored=False)
    assert await queue.claim(LANE, epoch, due - timedelta(seconds=1)) == []
    [row] = await queue.claim(LANE, epoch, due)
    assert row.unknown_since == NOON
    assert await queue.claim(LANE, epoch, due) == []


async def test_a_refusal_is_remembered_until_something_is_shown(
    store: Store, queue: DeliveryQueue
) -> None:
    """Also after the pause is over: its end is no success, and nobody is told a second time."""
    await publish(store, 1, a_key())
    epoch = await queue.acquire(LANE)
    assert not await queue.is_refused(a_key().destination)
    await claim(queue, epoch)
    assert await queue.pause(a_key(), epoch, minutes(2), "no access", nothing_stored=True)
    assert await queue.is_refused(a_key().destination)
    await claim(queue, epoch, 5)
    assert await queue.is_refused(a_key().destination)
    assert await queue.ack(a_key(), epoch, 1, REF, minutes(9))
    assert not await queue.is_refused(a_key().destination)
    assert not await queue.is_refused(OTHER)

"""What every DeliveryQueue must do with several deliveries of one message.

A back end collects these tests by importing them where it defines the fixtures `store` and `queue`.
"""

from bot.model import TradeId
from bot.ports import DeliveryQueue, Store
from tests.builders import NOON, a_key, minutes
from tests.contracts.steps import LANE, OTHER, REF, claim, claim_all, keys, publish

A, B, C = (TradeId(name) for name in "abc")
KEY_A, KEY_B, KEY_C = keys("a", "b", "c")


async def three(store: Store, queue: DeliveryQueue) -> int:
    """Three cards wait, the first is in hand."""
    await publish(store, 1, KEY_A, KEY_B, KEY_C)
    epoch = await queue.acquire(LANE)
    assert (await claim(queue, epoch)).key == KEY_A
    return epoch


async def states(store: Store) -> list[tuple[str, str | None]]:
    """Of the three, with the message of each."""
    rows = [row for trade in (A, B, C) for row in await store.deliveries(trade)]
    return [(state, row.ref) for row, state, _ in rows]


async def test_what_waits_behind_a_first_post_is_told(store: Store, queue: DeliveryQueue) -> None:
    """In the order of detection, with its time; neither itself, nor another channel's, nor what was shown."""
    await publish(store, 1, KEY_A)
    await publish(store, 1, KEY_B, a_key(trade=C, destination=OTHER), minute=1)
    await publish(store, 1, *keys("d"), minute=2)
    assert await queue.waiting(KEY_A) == [(B, minutes(1)), (TradeId("d"), minutes(2))]
    assert await queue.waiting(KEY_B) == [(TradeId("d"), minutes(2))]
    assert await queue.gathered(KEY_A) == []


async def test_what_may_have_left_a_message_does_not_wait(
    store: Store, queue: DeliveryQueue
) -> None:
    """It would show twice."""
    await publish(store, 1, KEY_B)
    epoch = await queue.acquire(LANE)
    await claim(queue, epoch)
    await queue.retry(KEY_B, epoch, minutes(1), "time-out", nothing_stored=False)
    await publish(store, 1, KEY_A)
    assert await queue.waiting(keys("a")[0]) == []


async def test_gathered_rows_are_shown_by_one_message(store: Store, queue: DeliveryQueue) -> None:
    """Each at its version; none of them is posted by itself."""
    epoch = await three(store, queue)
    assert await queue.gather(KEY_A, epoch, [A, B, C])
    assert await queue.gathered(KEY_B) == [A, B, C]
    assert await claim_all(queue, epoch, 60) == []
    await publish(store, 2, KEY_C)
    assert await queue.ack(KEY_A, epoch, 1, REF, minutes(1), others=[(B, 1), (C, 1)])
    assert await states(store) == [("shown", REF), ("shown", REF), ("waiting", REF)]
    row = await claim(queue, epoch, 60)
    assert (row.key, row.ref, row.version) == (KEY_C, REF, 2)


async def test_a_message_that_is_found_again_is_everybodys(
    store: Store, queue: DeliveryQueue
) -> None:
    """Which version it shows nobody knows, so each of them has an edit due."""
    epoch = await three(store, queue)
    await queue.gather(KEY_A, epoch, [A, B])
    await queue.adopt(KEY_A, epoch, REF, minutes(1))
    assert await states(store) == [("waiting", REF), ("waiting", REF), ("waiting", None)]
    assert set(await claim_all(queue, epoch, 60)) == {KEY_A, KEY_B, KEY_C}


async def test_gathering_anew_lets_the_others_go(store: Store, queue: DeliveryQueue) -> None:
    """Before anything was sent the list may still change, or end."""
    epoch = await three(store, queue)
    await queue.gather(KEY_A, epoch, [A, B, C])
    await queue.gather(KEY_A, epoch, [A, C])
    assert await queue.gathered(KEY_A) == [A, C]
    assert await queue.gathered(KEY_B) == []
    await queue.gather(KEY_A, epoch, [])
    assert await queue.gathered(KEY_C) == []
    assert await queue.waiting(KEY_A) == [(B, NOON), (C, NOON)]


async def test_a_message_that_is_given_up_frees_the_others(
    store: Store, queue: DeliveryQueue
) -> None:
    """They wait for one of their own, and are lost with it no more."""
    epoch = await three(store, queue)
    await queue.gather(KEY_A, epoch, [A, B, C])
    await queue.bury(KEY_A, epoch, "refused")
    assert (await claim(queue, epoch, 60)).key == KEY_B
    assert await queue.waiting(KEY_B) == [(C, NOON)]
    await queue.gather(KEY_B, epoch, [B, C])
    assert await queue.gathered(KEY_C) == [B, C]


async def test_an_older_card_takes_nothing_out_of_a_message_that_may_stand(
    store: Store, queue: DeliveryQueue
) -> None:
    """It is wanted only now, and comes first; what was sent before stays with its message."""
    await publish(store, 1, a_key(trade=A, destination=OTHER))
    await publish(store, 1, KEY_B, KEY_C)
    epoch = await queue.acquire(LANE)
    await claim(queue, epoch)
    await claim(queue, epoch)
    await queue.gather(KEY_B, epoch, [B, C])
    await queue.retry(KEY_B, epoch, minutes(1), "time-out", nothing_stored=False)
    await publish(store, 1, KEY_A)
    assert (await claim(queue, epoch, 60)).key == KEY_A
    assert await queue.waiting(KEY_A) == []


async def test_an_earlier_holder_gathers_nothing(store: Store, queue: DeliveryQueue) -> None:
    """The row is no longer in its hands."""
    epoch = await three(store, queue)
    await queue.acquire(LANE)
    assert not await queue.gather(KEY_A, epoch, [A, B])
    assert await queue.gathered(KEY_A) == []

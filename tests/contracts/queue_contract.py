"""What every DeliveryQueue must do: what is claimed, in which order, towards which version.

A back end collects these tests by importing them where it defines the fixtures `store` and `queue`.
"""

from bot.model import (
    CardKind,
    Delivery,
    DestinationId,
    TradeId,
)
from bot.ports import DeliveryQueue, Store
from tests.builders import NOON, a_key, minutes
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

# --- publish and claim ---


async def test_a_wanted_delivery_is_claimed_once(store: Store, queue: DeliveryQueue) -> None:
    """The row says what to do; while it is in hand nobody gets it."""
    await publish(store, 1, a_key())
    epoch = await queue.acquire(LANE)
    expected = Delivery(
        key=a_key(),
        version=1,
        ref=None,
        attempts=1,
        unknown_since=None,
        created_at=NOON,
        edits=0,
        failing_since=None,
    )
    assert await queue.claim(LANE, epoch, NOON) == [expected]
    assert await queue.claim(LANE, epoch, minutes(60)) == []


async def test_wanting_it_again_changes_nothing(store: Store, queue: DeliveryQueue) -> None:
    """Nor does wanting an older version, or wanting it later."""
    await publish(store, 2, a_key())
    await publish(store, 2, a_key(), minute=5)
    await publish(store, 1, a_key(), minute=6)
    epoch = await queue.acquire(LANE)
    row = await claim(queue, epoch)
    assert (row.version, row.created_at) == (2, NOON)
    assert await queue.ack(a_key(), epoch, 2, REF, minutes(1))
    await publish(store, 2, a_key(), minute=7)
    assert await queue.claim(LANE, epoch, minutes(60)) == []


async def test_nothing_is_due_on_an_empty_ledger(queue: DeliveryQueue) -> None:
    """A lane without rows has no next time."""
    epoch = await queue.acquire(LANE)
    assert await queue.claim(LANE, epoch, NOON) == []
    assert await queue.next_due(LANE) is None


async def test_a_row_is_not_claimed_before_its_time(store: Store, queue: DeliveryQueue) -> None:
    """The time of the next try is the ledger's, and so is the answer to "when?"."""
    await publish(store, 1, a_key(), minute=10)
    epoch = await queue.acquire(LANE)
    assert await queue.claim(LANE, epoch, minutes(9)) == []
    assert await queue.next_due(LANE) == minutes(10)
    await claim(queue, epoch, 10)
    assert await queue.next_due(LANE) is None


async def test_the_row_that_is_due_longest_comes_first(store: Store, queue: DeliveryQueue) -> None:
    """Across destinations, whatever the order of detection."""
    late = a_key(trade=TradeId("a"), destination=OTHER)
    await publish(store, 1, late, minute=5)
    await publish(store, 1, *keys("b"), minute=3)
    epoch = await queue.acquire(LANE)
    assert await claim_all(queue, epoch, 6) == [*keys("b"), late]


async def test_many_rows_are_claimed_at_once_but_one_a_destination(
    store: Store, queue: DeliveryQueue
) -> None:
    """Those that are due longest, in that order; a channel's edit and its next post never together."""
    epoch = await queue.acquire(LANE)
    await posted(store, queue, epoch)
    await publish(store, 2, a_key(), minute=1)
    others = [a_key(destination=DestinationId(f"discord:{n}")) for n in range(5)]
    await publish(store, 1, *others, *keys("b"), minute=2)
    rows = await queue.claim(LANE, epoch, minutes(3), most=4)
    assert [row.key for row in rows] == [a_key(), *others[:3]]
    rest = await queue.claim(LANE, epoch, minutes(3), [a_key().destination], most=9)
    assert [row.key for row in rest] == others[3:]
    assert await claim_all(queue, epoch, 3) == keys("b")


async def test_a_busy_destination_is_passed_over(store: Store, queue: DeliveryQueue) -> None:
    """The lane paces each channel; the others go on."""
    other = a_key(destination=OTHER)
    await publish(store, 1, a_key(), other)
    epoch = await queue.acquire(LANE)
    busy = [a_key().destination]
    [row] = await queue.claim(LANE, epoch, NOON, busy)
    assert row.key == other
    assert await queue.claim(LANE, epoch, NOON, busy) == []
    assert await queue.claim(LANE, epoch, NOON, set()) != []


async def test_a_busy_destination_makes_no_time_due(store: Store, queue: DeliveryQueue) -> None:
    """Neither by its own time nor by the end of its pause: the lane would wake for nothing."""
    other = a_key(destination=OTHER)
    await publish(store, 1, a_key())
    await publish(store, 1, other, minute=5)
    epoch = await queue.acquire(LANE)
    busy = [a_key().destination]
    assert await queue.next_due(LANE, busy) == minutes(5)
    assert await queue.next_due(LANE, [*busy, OTHER]) is None
    await claim(queue, epoch)
    assert await queue.pause(a_key(), epoch, minutes(2), "no access", nothing_stored=True)
    assert await queue.next_due(LANE) == minutes(2)
    assert await queue.next_due(LANE, busy) == minutes(5)


async def test_lanes_do_not_see_each_other(store: Store, queue: DeliveryQueue) -> None:
    """Neither in claims, nor in times, nor in epochs."""
    slack = a_key(destination=DestinationId("slack:C1"))
    await publish(store, 1, a_key(), minute=1)
    await publish(store, 1, slack, lane=LANE_2, minute=2)
    epochs = [await queue.acquire(lane) for lane in (LANE, LANE_2, LANE)]
    assert epochs == [1, 1, 2]
    assert await queue.next_due(LANE_2) == minutes(2)
    assert (await claim(queue, 1, 9, lane=LANE_2)).key == slack
    assert await claim_all(queue, 2, 9) == [a_key()]
    assert await queue.ack(slack, 1, 1, REF, minutes(9))


# --- order ---


async def test_first_posts_of_a_destination_keep_the_order_of_detection(
    store: Store, queue: DeliveryQueue
) -> None:
    """Also across kinds, also when the earlier is still in hand; another destination goes on."""
    first, second = keys("z", "a")
    void = a_key(trade=first.trade, kind=CardKind.VOID)
    elsewhere = a_key(trade=second.trade, destination=OTHER)
    await publish(store, 1, first, void)
    await publish(store, 1, second, elsewhere)
    epoch = await queue.acquire(LANE)
    assert await claim_all(queue, epoch) == [first, elsewhere]
    assert await queue.ack(first, epoch, 1, REF, minutes(1))
    assert await claim_all(queue, epoch) == [void]
    assert await queue.ack(void, epoch, 1, REF, minutes(1))
    assert await claim_all(queue, epoch) == [second]


async def test_a_first_post_in_back_off_holds_back_the_later_ones(
    store: Store, queue: DeliveryQueue
) -> None:
    """The order holds over a retry, and the next time is that of the row that can be sent."""
    first, second = keys("a", "b")
    await publish(store, 1, first, second)
    epoch = await queue.acquire(LANE)
    await claim(queue, epoch)
    assert await queue.retry(first, epoch, minutes(5), "busy", nothing_stored=True)
    assert await queue.claim(LANE, epoch, minutes(4)) == []
    assert await queue.next_due(LANE) == minutes(5)
    assert (await claim(queue, epoch, 5)).key == first


async def test_edits_neither_wait_nor_block(store: Store, queue: DeliveryQueue) -> None:
    """A channel whose next first post is stuck still shows the truth in the posts it has."""
    epoch = await queue.acquire(LANE)
    first, second = keys("a", "b")
    stuck, later = a_key(trade=first.trade, kind=CardKind.VOID), a_key(trade=TradeId("c"))
    for key in (first, second):
        await publish(store, 1, key)
        await claim(queue, epoch)
        assert await queue.ack(key, epoch, 1, REF, minutes(1))
    await publish(store, 1, stuck)
    await claim(queue, epoch)
    assert await queue.retry(stuck, epoch, minutes(60), "busy", nothing_stored=True)
    await publish(store, 2, second)
    assert await claim_all(queue, epoch, 2) == [second]
    assert await queue.retry(second, epoch, minutes(90), "busy", nothing_stored=True)
    await publish(store, 1, later)
    assert await claim_all(queue, epoch, 60) == [stuck]


async def test_a_dead_row_blocks_nothing_and_stays_dead(store: Store, queue: DeliveryQueue) -> None:
    """Its reason is kept; a new version does not wake it."""
    first, second = keys(a_key().trade, "b")
    await publish(store, 1, first, second)
    epoch = await queue.acquire(LANE)
    await claim(queue, epoch)
    assert await queue.bury(first, epoch, "too long")
    await publish(store, 2, first)
    assert await claim_all(queue, epoch, 60) == [second]
    assert (await only(store))[1:] == ("dead", "too long")


async def test_a_newer_version_revives_a_dead_row_that_is_posted(
    store: Store, queue: DeliveryQueue
) -> None:
    """The message is there and wrong: the newer version is a new chance, with a new patience."""
    epoch = await queue.acquire(LANE)
    await posted(store, queue, epoch)
    await publish(store, 2, a_key())
    await claim(queue, epoch, 1)
    assert await queue.retry(a_key(), epoch, minutes(2), "503", nothing_stored=True)
    await claim(queue, epoch, 2)
    assert await queue.bury(a_key(), epoch, "given up")
    await publish(store, 2, a_key())
    assert await claim_all(queue, epoch, 60) == []
    await publish(store, 3, a_key())
    row = await claim(queue, epoch, 60)
    assert (row.version, row.ref, row.attempts, row.failing_since) == (3, REF, 1, None)


async def test_a_message_that_a_person_removed_stays_gone(
    store: Store, queue: DeliveryQueue
) -> None:
    """No later version brings it back, and its reference is forgotten."""
    epoch = await queue.acquire(LANE)
    await posted(store, queue, epoch)
    await publish(store, 2, a_key())
    await claim(queue, epoch, 1)
    assert await queue.bury(a_key(), epoch, "removed", gone=True)
    await publish(store, 3, a_key())
    assert await claim_all(queue, epoch, 60) == []
    row, state, _ = await only(store)
    assert (row.ref, state) == (None, "dead")


# --- levels ---


async def test_many_versions_become_one_edit_to_the_newest(
    store: Store, queue: DeliveryQueue
) -> None:
    """Versions 3, 4, 5, 7 and a late 6: one edit, to 7, not before its time."""
    epoch = await queue.acquire(LANE)
    await posted(store, queue, epoch)
    for version in (3, 4, 5, 7, 6):
        await publish(store, version, a_key())
    assert await queue.claim(LANE, epoch, minutes(0.5)) == []
    assert await queue.next_due(LANE) == minutes(1)
    row = await claim(queue, epoch, 1)
    assert (row.version, row.ref, row.attempts) == (7, REF, 1)
    assert await queue.ack(a_key(), epoch, 7, REF, minutes(2))
    assert await claim_all(queue, epoch, 60) == []
    assert (await only(store))[0].edits == 1


async def test_an_update_in_flight_leaves_the_row_due(store: Store, queue: DeliveryQueue) -> None:
    """What was claimed is acknowledged; what came meanwhile is an edit."""
    await publish(store, 1, a_key())
    epoch = await queue.acquire(LANE)
    await claim(queue, epoch)
    await publish(store, 2, a_key())
    assert await queue.ack(a_key(), epoch, 1, REF, minutes(1))
    assert (await only(store))[1] == "waiting"
    row = await claim(queue, epoch, 1)
    assert (row.version, row.ref, row.edits) == (2, REF, 0)


async def test_an_older_ack_leaves_the_newest_version_due(
    store: Store, queue: DeliveryQueue
) -> None:
    """Whatever a late answer says was shown, the destination ends with the newest."""
    epoch = await queue.acquire(LANE)
    await posted(store, queue, epoch, version=5)
    await publish(store, 6, a_key())
    await claim(queue, epoch, 1)
    assert await queue.ack(a_key(), epoch, 4, REF, minutes(2))
    assert (await claim(queue, epoch, 2)).version == 6
    assert await queue.ack(a_key(), epoch, 6, REF, minutes(3))
    assert (await only(store))[1] == "shown"


async def test_an_adopted_message_gets_an_edit(store: Store, queue: DeliveryQueue) -> None:
    """Its version is unknown, so the row stays due, at once, as an edit on a first try."""
    await publish(store, 1, a_key())
    epoch = await queue.acquire(LANE)
    await claim(queue, epoch)
    assert await queue.adopt(a_key(), epoch, REF, minutes(3))
    assert await queue.next_due(LANE) == minutes(3)
    row = await claim(queue, epoch, 3)
    assert (row.version, row.ref, row.unknown_since) == (1, REF, None)
    assert await queue.ack(a_key(), epoch, 1, REF, minutes(4))
    assert (await only(store))[1] == "shown"

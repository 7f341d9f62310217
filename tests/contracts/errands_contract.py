"""What every Errands must do, with the DeliveryQueue that owes them.

A back end collects these tests by importing them where it defines the fixtures `store`, `queue` and `errands`.
"""

from datetime import timedelta

from bot.model import CardKind, DeliveryKey, Errand, LaneId, TradeId
from bot.ports import DeliveryQueue, Errands, Store
from tests.builders import NOON, a_key, minutes
from tests.contracts.steps import LANE, LANE_2, OTHER, REF, claim, keys, publish

THREAD = {"thread": "Packers send \0 @everyone"}


async def shown(
    store: Store,
    queue: DeliveryQueue,
    key: DeliveryKey,
    *owes: str,
    version: int = 1,
    minute: int = 0,
) -> int:
    """This card stands, and owes these; returns the epoch."""
    await publish(store, version, key, minute=minute)
    epoch = await queue.acquire(LANE)
    await claim(queue, epoch, minute)
    texts = {what: f"about {what}" for what in owes}
    assert await queue.ack(key, epoch, version, REF, minutes(minute), owes=texts)
    return epoch


async def owed(errands: Errands, minute: float, *, lane: LaneId = LANE) -> Errand:
    """One that must be there."""
    errand = await errands.owed(lane, minutes(minute))
    assert errand is not None
    return errand


async def test_what_a_card_owes_is_owed_from_its_acknowledgement_on(
    store: Store, queue: DeliveryQueue, errands: Errands
) -> None:
    """To its own lane, with what it needs to know."""
    assert await errands.owed(LANE, minutes(60)) is None
    await shown(store, queue, a_key(), "thread", minute=3)
    assert await errands.owed(LANE_2, minutes(60)) is None
    assert await errands.owed(LANE, minutes(2)) is None
    assert await owed(errands, 3) == Errand(
        key=a_key(),
        what="thread",
        text="about thread",
        ref=REF,
        tries=0,
        since=minutes(3),
        lately=(),
    )


async def test_a_fenced_acknowledgement_owes_nothing(
    store: Store, queue: DeliveryQueue, errands: Errands
) -> None:
    """What it would have owed, the next holder's does."""
    await publish(store, 1, a_key())
    old = await queue.acquire(LANE)
    await claim(queue, old)
    await queue.acquire(LANE)
    assert not await queue.ack(a_key(), old, 1, REF, NOON, owes=THREAD)
    assert await errands.owed(LANE, minutes(60)) is None


async def test_what_was_done_is_not_owed_again_by_an_edit(
    store: Store, queue: DeliveryQueue, errands: Errands
) -> None:
    """Nor is its text; what is new of the edit is owed."""
    await shown(store, queue, a_key(), "thread")
    await errands.done(await owed(errands, 0), NOON)
    assert await errands.owed(LANE, minutes(60)) is None
    await shown(store, queue, a_key(), "thread", "publish", version=2, minute=1)
    assert (await owed(errands, 1)).what == "publish"


async def test_what_was_dropped_is_owed_anew_by_an_edit(
    store: Store, queue: DeliveryQueue, errands: Errands
) -> None:
    """Something may have been mended since; nothing else makes it due."""
    await shown(store, queue, a_key(), "thread")
    await errands.drop(await owed(errands, 0))
    assert await errands.owed(LANE, minutes(60)) is None
    await shown(store, queue, a_key(), "thread", version=2, minute=1)
    assert (await owed(errands, 1)).tries == 0


async def test_what_failed_for_now_waits_and_counts(
    store: Store, queue: DeliveryQueue, errands: Errands
) -> None:
    """Meanwhile the others have their turn; the one that is due longest comes first; each beginning counts."""
    [second] = keys("b")
    await shown(store, queue, a_key(), "thread")
    await shown(store, queue, second, "thread", minute=1)
    first = await owed(errands, 1)
    await errands.begin(first, minutes(30))
    assert (await owed(errands, 1)).key == second
    await errands.later(first, minutes(9))
    assert (await owed(errands, 8)).key == second
    await errands.done(await owed(errands, 8), minutes(8))
    assert await errands.owed(LANE, minutes(8)) is None
    again = await owed(errands, 9)
    assert (again.key, again.tries, again.since) == (a_key(), 1, NOON)


async def test_a_try_of_which_nothing_is_heard_is_owed_again_in_its_time(
    store: Store, queue: DeliveryQueue, errands: Errands
) -> None:
    """And says that it was begun."""
    await shown(store, queue, a_key(), "thread")
    await errands.begin(await owed(errands, 0), minutes(5))
    assert await errands.owed(LANE, minutes(4)) is None
    assert (await owed(errands, 5)).tries == 1


async def test_it_is_told_when_the_like_was_done_there_within_the_hour(
    store: Store, queue: DeliveryQueue, errands: Errands
) -> None:
    """In this destination, and of this kind; platforms count so."""
    for minute, name in enumerate(("a", "b", "c")):
        [key] = keys(name)
        await shown(store, queue, key, "publish", minute=minute)
        await errands.done(await owed(errands, minute), minutes(minute))
    [key] = keys("d")
    await shown(store, queue, key, "publish", "thread", minute=61)
    elsewhere = a_key(trade=TradeId("d"), destination=OTHER)
    await shown(store, queue, elsewhere, "publish", minute=61)
    found = []
    while errand := await errands.owed(LANE, minutes(61)):
        found.append((errand.key.destination == OTHER, errand.what, errand.lately))
        await errands.drop(errand)
    lately = (minutes(2),)
    assert sorted(found) == [
        (False, "publish", lately),
        (False, "thread", ()),
        (True, "publish", ()),
    ]


async def test_nothing_is_owed_to_a_paused_channel_or_for_a_message_that_is_gone(
    store: Store, queue: DeliveryQueue, errands: Errands
) -> None:
    """The one waits, the other is over."""
    epoch = await shown(store, queue, a_key(), "thread")
    notice = a_key(kind=CardKind.VOID)
    await publish(store, 1, notice)
    await claim(queue, epoch)
    assert await queue.pause(notice, epoch, minutes(30), "no access", nothing_stored=True)
    assert await errands.owed(LANE, minutes(29)) is None
    assert await errands.owed(LANE, minutes(30)) is not None
    await publish(store, 2, a_key())
    await claim(queue, epoch, 30)
    assert await queue.bury(a_key(), epoch, "removed", gone=True)
    assert await errands.owed(LANE, minutes(60)) is None


async def test_a_lane_s_rest_is_kept_for_its_next_holder(
    store: Store, queue: DeliveryQueue
) -> None:
    """The longest that was told; another lane has none."""
    await publish(store, 1, a_key())
    epoch = await queue.acquire(LANE)
    assert await queue.rests_until(LANE) is None
    for minute, due in ((0, 20), (20, 25)):
        await claim(queue, epoch, minute)
        assert await queue.retry(
            a_key(), epoch, minutes(due), "banned", nothing_stored=True, lane_rests=True
        )
    await claim(queue, epoch, 25)
    assert await queue.retry(a_key(), epoch, minutes(99), "503", nothing_stored=True)
    await queue.acquire(LANE)
    assert await queue.rests_until(LANE) == NOON + timedelta(minutes=25)
    assert await queue.rests_until(LANE_2) is None

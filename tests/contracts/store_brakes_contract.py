"""What every Store must do with brakes and the trades they hold.

A back end collects these tests by importing them where it defines the fixtures `store` and `queue`.
"""

from dataclasses import replace

import pytest

from bot.errors import ConflictError
from bot.model import (
    Brakes,
    CardKind,
    LaneId,
    MessageRef,
    Started,
    Status,
    Trade,
    TradeId,
)
from bot.ports import DeliveryQueue, Store
from tests.builders import (
    NOON,
    a_deal,
    a_key,
    a_report,
    minutes,
)
from tests.contracts.steps import HOLD, LANE, OTHER, a_named_trade, claim_all, keep, new


async def hold(store: Store, name: str = "one", minute: float = 0) -> Trade:
    """Store a trade that only a brake holds."""
    trade = a_named_trade(name)
    decided = replace(HOLD, trade=trade.id)
    report = a_report(id=f"about {name}")
    await store.apply(report, (a_deal(),), (new(trade),), (), minutes(minute), decided=(decided,))
    return trade


async def start(store: Store, name: str, minute: float, **given: object) -> None:
    """Store a trade whose card is wanted at once."""
    trade = a_named_trade(name, **given)
    wanted = [(a_key(trade=trade.id), LANE, 1)]
    await store.apply(a_report(id=name), (a_deal(),), (new(trade),), wanted, minutes(minute))


# --- brakes ---


async def test_a_brake_is_set_until_it_is_released(store: Store) -> None:
    """Each with its reason; a second set changes the reason; a release takes both."""
    assert await store.brakes() == Brakes()
    await store.set_brake("pause", "by hand", NOON)
    await store.set_brake("flood", "41 trades", minutes(1))
    await store.set_brake("pause", "nonsense\0" * 99, minutes(2))
    brakes = await store.brakes()
    assert (brakes.flood, (brakes.paused or "")[:8]) == ("41 trades", "nonsense")
    assert len(brakes.paused or "") == 200
    assert await store.release(minutes(3)) == 0
    assert await store.brakes() == Brakes()
    await store.set_brake("flood", "again", minutes(4))
    assert await store.brakes() == Brakes(flood="again")


# --- held trades ---


async def test_what_waits_for_a_brake_is_held_until_it_is_wanted(store: Store) -> None:
    """In the order of detection, and only while it is young."""
    first, second = await hold(store, "first"), await hold(store, "second", 5)
    await keep(store, a_named_trade("other"))
    assert list(await store.held(NOON)) == [first, second]
    assert list(await store.held(minutes(1))) == [second]
    await store.want(first, [(a_key(trade=first.id), LANE, 1)], minutes(6))
    assert list(await store.held(NOON)) == [second]
    [(row, state, _)] = await store.deliveries(first.id)
    assert (row.version, row.created_at, state) == (1, minutes(6), "waiting")


async def test_a_repeat_does_not_make_a_held_trade_young_again(store: Store) -> None:
    """It is as old as its first hold."""
    trade = await hold(store)
    await store.apply(
        a_report(id="again"), (), (), (), minutes(9), decided=(replace(HOLD, trade=trade.id),)
    )
    assert not await store.held(minutes(1))


async def test_what_can_no_longer_start_is_no_longer_held(store: Store) -> None:
    """Wanting nothing of it takes the mark away."""
    trade = await hold(store)
    await store.want(trade, (), minutes(1))
    assert not await store.held(NOON)
    assert not await store.deliveries(trade.id)


async def test_a_decision_on_another_version_wants_nothing(store: Store) -> None:
    """The trade changed between the look and the want."""
    trade = await hold(store)
    wanted = [(a_key(trade=trade.id), LANE, 2)]
    with pytest.raises(ConflictError):
        await store.want(replace(trade, version=2), wanted, minutes(1))
    assert not await store.deliveries(trade.id)
    assert await store.held(NOON)


async def test_a_release_says_how_many_are_held_and_leaves_them(store: Store) -> None:
    """They are looked at again by the service."""
    await store.set_brake("pause", "by hand", NOON)
    trade = await hold(store)
    assert await store.release(minutes(1)) == 1
    assert list(await store.held(NOON)) == [trade]


async def test_what_is_dropped_is_quiet_and_never_wanted(store: Store) -> None:
    """Also by one who looked at it before, and by a report that was decided before."""
    await store.set_brake("pause", "by hand", NOON)
    trade = await hold(store)
    assert await store.release(minutes(1), drop=True) == 1
    assert not await store.held(NOON)
    assert await store.trade(trade.id) == replace(trade, quiet=True, version=2)
    assert [reason for _, reason, _ in await store.history(trade.id)][1:] == ["dropped by hand"]
    wanted = [(a_key(trade=trade.id), LANE, 1)]
    with pytest.raises(ConflictError):
        await store.want(trade, wanted, minutes(2))
    late = replace(new(trade), trade=replace(trade, version=2), expected_version=1)
    with pytest.raises(ConflictError):
        await store.apply(a_report(id="late"), (), (late,), wanted, minutes(2))
    assert not await store.deliveries(trade.id)


# --- the count of new cards ---


async def test_trades_that_got_their_first_card_are_counted(store: Store) -> None:
    """Within the hour, each once, however many channels; talk is counted apart."""
    await start(store, "old", 0)
    await start(store, "new", 30)
    await start(store, "talk", 31, status=Status.RUMOUR)
    more = [(a_key(trade=TradeId(n), destination=OTHER), LANE, 1) for n in ("old", "new")]
    notice = [(a_key(trade=TradeId("new"), kind=CardKind.VOID), LANE, 1)]
    await store.apply(a_report(id="more"), (), (), [*more, *notice], minutes(40))
    assert await store.started(minutes(0)) == Started(cards=2, rumours=1)
    assert await store.started(minutes(30)) == Started(cards=1, rumours=1)
    assert await store.started(minutes(41)) == Started()


async def test_the_count_begins_anew_at_a_release_and_at_what_it_let_go(store: Store) -> None:
    """A person's release does not trip the breaker again; the limit of talk goes on."""
    await start(store, "before", 1, status=Status.RUMOUR)
    held = await hold(store)
    await store.set_brake("flood", "too many", minutes(2))
    assert (await store.started(NOON)).cards == 1
    await store.release(minutes(3))
    assert await store.started(NOON) == Started(cards=0, rumours=1)
    await store.want(held, [(a_key(trade=held.id), LANE, 1)], minutes(4))
    assert (await store.started(NOON)).cards == 0
    await start(store, "after", 5)
    assert (await store.started(NOON)).cards == 1


# --- the ledger under a pause ---


async def test_no_first_card_is_claimed_while_alerts_are_paused(
    store: Store, queue: DeliveryQueue
) -> None:
    """What was wanted before stays due, and goes out after the release."""
    await start(store, "one", 0)
    epoch = await queue.acquire(LANE)
    await store.set_brake("pause", "by hand", minutes(1))
    assert await queue.claim(LANE, epoch, minutes(2)) == []
    assert await queue.next_due(LANE) is None
    await store.release(minutes(3))
    assert await claim_all(queue, epoch, 4) == [a_key(trade=TradeId("one"))]


async def test_a_flood_stops_no_card_that_was_wanted_before_it(
    store: Store, queue: DeliveryQueue
) -> None:
    """They passed the gate while it was open."""
    await start(store, "one", 0)
    await store.set_brake("flood", "too many", minutes(1))
    epoch = await queue.acquire(LANE)
    assert await claim_all(queue, epoch, 2) == [a_key(trade=TradeId("one"))]


async def test_edits_and_notices_go_on_while_alerts_are_paused(
    store: Store, queue: DeliveryQueue
) -> None:
    """Past an older card of the same channel that the pause keeps back."""
    epoch = await queue.acquire(LANE)
    unsent, shown = [await keep(store, a_named_trade(name)) for name in ("unsent", "shown")]
    key = a_key(trade=shown.id)
    notice = a_key(trade=shown.id, kind=CardKind.VOID)
    await store.apply(a_report(), (), (), [(key, LANE, 1)], NOON)
    await queue.claim(LANE, epoch, NOON)
    await queue.ack(key, epoch, 1, MessageRef("m"), NOON)
    older = (a_key(trade=unsent.id), LANE, 1)
    await store.apply(a_report(), (), (), [older], minutes(1))
    await store.set_brake("pause", "by hand", minutes(2))
    await store.apply(a_report(), (), (), [(key, LANE, 2), (notice, LANE, 2)], minutes(3))
    assert set(await claim_all(queue, epoch, 4)) == {key, notice}


async def test_no_notice_is_sent_of_a_card_that_a_pause_keeps_back(
    store: Store, queue: DeliveryQueue
) -> None:
    """Readers would hear the end of what they never saw; after the release both go out in order."""
    epoch = await queue.acquire(LANE)
    await start(store, "one", 0)
    await store.set_brake("pause", "by hand", minutes(1))
    card, notice = (a_key(trade=TradeId("one"), kind=kind) for kind in CardKind)
    await store.apply(a_report(), (), (), [(card, LANE, 2), (notice, LANE, 2)], minutes(2))
    assert await claim_all(queue, epoch, 3) == []
    await store.release(minutes(4))
    assert await claim_all(queue, epoch, 5) == [card]
    await queue.ack(card, epoch, 2, MessageRef("m"), minutes(5))
    assert await claim_all(queue, epoch, 5) == [notice]


async def test_a_drop_buries_the_first_cards_that_a_pause_kept_back(
    store: Store, queue: DeliveryQueue
) -> None:
    """But neither what is shown, nor what may have been sent."""
    epoch = await queue.acquire(LANE)
    elsewhere = LaneId("slack:1")
    await start(store, "unsent", 0)
    tried = a_key(trade=TradeId("tried"), destination=OTHER)
    await store.apply(
        a_report(id="tried"), (), (new(a_named_trade("tried")),), [(tried, elsewhere, 1)], NOON
    )
    other = await queue.acquire(elsewhere)
    await queue.claim(elsewhere, other, NOON)
    await store.set_brake("pause", "by hand", minutes(1))
    await store.release(minutes(2), drop=True)
    assert await claim_all(queue, epoch, 3) == []
    [(_, state, error)] = await store.deliveries(TradeId("unsent"))
    assert (state, error) == ("dead", "dropped when alerts were resumed")
    [(_, state, _)] = await store.deliveries(TradeId("tried"))
    assert state == "sending"


async def test_a_drop_without_a_pause_buries_nothing(store: Store, queue: DeliveryQueue) -> None:
    """After a flood the cards that passed before it are still due."""
    await start(store, "one", 0)
    await store.set_brake("flood", "too many", minutes(1))
    await store.release(minutes(2), drop=True)
    epoch = await queue.acquire(LANE)
    assert await claim_all(queue, epoch, 3) == [a_key(trade=TradeId("one"))]

"""One lane, from the ledger to the platform."""

import asyncio
from collections import Counter
from datetime import timedelta
from typing import Any, cast

import pytest

from bot.errors import (
    DestinationRefusedError,
    PermanentDeliveryError,
    StoreError,
    TemporaryDeliveryError,
    TokenRefusedError,
    UncertainDeliveryError,
)
from bot.model import Card, DeliveryKey, Destination, DestinationId, MessageRef, TradeId
from bot.store import SqliteLedger
from tests.builders import a_destination, a_key, a_trade
from tests.engine.conftest import HERE, Rig
from tests.fakes import FakeNotifier

LOST = UncertainDeliveryError("connection cut")


class SlowNotifier(FakeNotifier):
    """A platform that takes its time."""

    async def post(
        self, to: Destination, card: Card, key: DeliveryKey, under: MessageRef | None = None
    ) -> MessageRef:
        """As ever, half a second later."""
        await asyncio.sleep(0.5)
        return await super().post(to, card, key, under)


def verbs(rig: Rig) -> list[str]:
    """What the platform was asked, in order."""
    return [verb for verb, _, _ in rig.notifier.calls]


async def test_a_wanted_card_is_posted_once(rig: Rig) -> None:
    """One row, one message, nothing more."""
    await rig.publish(a_trade())
    await rig.deliver(rig.all_shown)
    await rig.publish(a_trade(id=TradeId("other")), a_key(trade=TradeId("other")))
    await rig.deliver(lambda: asyncio.sleep(0, len(rig.notifier.shown) == 2))
    assert verbs(rig) == ["post", "post"]


async def test_a_new_version_edits_the_message(rig: Rig) -> None:
    """Everything after the post is an edit of the same message."""
    await rig.publish(a_trade())
    await rig.deliver(rig.all_shown)
    await rig.publish(a_trade(version=2))
    await rig.deliver(rig.all_shown)
    assert list(rig.notifier.shown.values()) == [[1, 2]]


async def test_stored_then_lost_is_posted_again_under_the_same_key_and_then_edited(
    rig: Rig,
) -> None:
    """Inside the repeat window the platform returns the earlier message; one edit makes it true."""
    rig.notifier.script = [("stored", LOST)]
    await rig.publish(a_trade())
    await rig.deliver(rig.all_shown)
    assert verbs(rig) == ["post", "post", "edit"]
    assert len(rig.notifier.shown) == 1


async def test_without_a_repeat_window_the_lane_looks_before_it_posts(rig: Rig) -> None:
    """Settle, look back, adopt: no second message."""
    rig.notifier = FakeNotifier(repeat_safe_s=0, settle_s=0.3)
    rig.notifier.script = [("stored", LOST)]
    await rig.publish(a_trade())
    await rig.deliver(rig.all_shown)
    assert verbs(rig) == ["post", "look", "edit"]


async def test_what_was_not_stored_is_posted_after_looking(rig: Rig) -> None:
    """Nothing found after the settle time: post."""
    rig.notifier = FakeNotifier(repeat_safe_s=0, settle_s=0.3)
    rig.notifier.script = [LOST]
    await rig.publish(a_trade())
    await rig.deliver(rig.all_shown)
    assert verbs(rig) == ["post", "look", "post"]
    assert len(rig.notifier.shown) == 1


async def test_a_refusal_for_now_is_tried_again_as_a_first_try(rig: Rig) -> None:
    """After a 429 nothing can be stored: no adoption, no look-back, no extra edit."""
    rig.notifier.script = [TemporaryDeliveryError("429", timedelta(seconds=0.2))]
    await rig.publish(a_trade())
    await rig.deliver(rig.all_shown)
    assert verbs(rig) == ["post", "post"]


async def test_a_refused_message_is_dead_with_its_reason_and_blocks_nothing(rig: Rig) -> None:
    """The next card of the same channel goes out."""
    rig.notifier.script = [PermanentDeliveryError("invalid form body")]
    await rig.publish(a_trade())
    await rig.publish(a_trade(id=TradeId("other")), a_key(trade=TradeId("other")))
    await rig.deliver(lambda: asyncio.sleep(0, bool(rig.notifier.shown)))
    [(_, state, error)] = await rig.store.deliveries(a_key().trade)
    assert (state, error) == ("dead", "invalid form body")


async def test_a_closed_channel_is_left_alone_while_others_go_on(rig: Rig) -> None:
    """One refusal, no loop; the other channel gets its card."""
    there = a_destination(id=DestinationId("discord:2"), channel="2", lane=HERE.lane)
    rig.destinations = (HERE, there)
    await rig.ledger.sync_destinations(rig.destinations)
    rig.notifier.script = [DestinationRefusedError("no access")]
    await rig.publish(a_trade(), a_key(), a_key(destination=there.id))
    await rig.deliver(lambda: asyncio.sleep(0, bool(rig.notifier.shown)))
    await asyncio.sleep(0.1)
    assert verbs(rig) == ["post", "post"]
    assert sorted(await rig.states()) == ["shown", "waiting"]


async def test_a_refused_token_stops_the_lane_and_buries_nothing(rig: Rig) -> None:
    """One call, and every row still waits."""
    rig.notifier.script = [TokenRefusedError("401")]
    await rig.publish(a_trade())
    lane = rig.lane()
    await asyncio.wait_for(lane.run(asyncio.Event()), 5)
    assert lane.refused
    assert verbs(rig) == ["post"]
    assert await rig.states() == ["waiting"]


async def test_a_bug_in_one_send_does_not_end_the_lane(rig: Rig) -> None:
    """It is a failure of that row, tried again after a back-off."""

    class Broken(FakeNotifier):
        async def post(
            self, to: Destination, card: Card, key: DeliveryKey, under: MessageRef | None = None
        ) -> MessageRef:
            if not self.calls:
                self.calls.append(("bug", key, 0))
                raise ZeroDivisionError
            return await super().post(to, card, key, under)

    rig.notifier = Broken()
    await rig.publish(a_trade())
    await rig.deliver(rig.all_shown)
    assert len(rig.notifier.shown) == 1


class Faulty:
    """The ledger, but for the calls that are scripted to fail, by their number from 1."""

    def __init__(self, ledger: SqliteLedger, **faults: int) -> None:
        self._ledger, self._faults = ledger, faults
        self.calls: Counter[str] = Counter()

    def __getattr__(self, name: str) -> Any:
        """The ledger's method, counted, and failing at its turn."""
        method = getattr(self._ledger, name)

        async def called(*given: Any, **named: Any) -> Any:
            self.calls[name] += 1
            if self._faults.get(name) == self.calls[name]:
                raise StoreError("the database is held by another program")
            return await method(*given, **named)

        return called


@pytest.mark.parametrize("faults", [{"claim": 1}, {"next_due": 1}])
async def test_a_database_that_fails_for_a_while_does_not_end_the_lane(
    rig: Rig, faults: dict[str, int], caplog: pytest.LogCaptureFixture
) -> None:
    """One line in the log, a back-off, and on."""
    rig.ledger = cast("SqliteLedger", Faulty(rig.ledger, **faults))
    await rig.publish(a_trade())
    await rig.deliver(rig.all_shown)
    await rig.publish(a_trade(version=2))
    await rig.deliver(rig.all_shown)
    assert list(rig.notifier.shown.values()) == [[1, 2]]
    assert [r.message for r in caplog.records].count("lane waits for the database") == 1


async def test_a_lane_is_taken_anew_until_that_succeeds(rig: Rig) -> None:
    """The outcome cannot be recorded, and then the lane cannot be taken: the row is not lost."""
    faulty = Faulty(rig.ledger, ack=1, acquire=2)
    rig.ledger = cast("SqliteLedger", faulty)
    await rig.publish(a_trade())
    await rig.deliver(rig.all_shown, timeout_s=8)
    assert faulty.calls["acquire"] == 3
    assert len(rig.notifier.shown) == 1


async def test_stop_ends_the_wait_for_a_platform_at_its_limit(rig: Rig) -> None:
    """A pause of the whole lane does not hold up the end."""
    error = TemporaryDeliveryError("global 429", timedelta(seconds=60), lane_wide=True)
    rig.notifier.script = [error]
    await rig.publish(a_trade())
    await rig.deliver(lambda: asyncio.sleep(0, bool(rig.notifier.calls)), timeout_s=3)


def many(rig: Rig, count: int) -> list[DeliveryKey]:
    """So many channels, each with the sample card to come."""
    rig.destinations = tuple(
        a_destination(id=DestinationId(f"discord:{n}"), channel=str(n), lane=HERE.lane)
        for n in range(count)
    )
    return [a_key(destination=to.id) for to in rig.destinations]


async def claimed_only(rig: Rig) -> list[bool]:
    """Of each row that is not shown, whether somebody must fear that its message exists."""
    rows = await rig.store.deliveries(a_key().trade)
    return [row.unknown_since is not None for row, state, _ in rows if state != "shown"]


@pytest.mark.parametrize("faults", [{"ack": 1}, {"ack": 6}, {"retry": 1}])
async def test_what_was_claimed_and_not_begun_is_claimed_anew_after_trouble(
    rig: Rig, faults: dict[str, int]
) -> None:
    """An outcome is not recorded, or a row not put back: no channel is forgotten for it."""
    keys = many(rig, 24)
    await rig.ledger.sync_destinations(rig.destinations)
    await rig.publish(a_trade(), *keys)
    rig.ledger = cast("SqliteLedger", Faulty(rig.ledger, **faults))
    rig.notifier.script = [TemporaryDeliveryError("429", timedelta(seconds=0.4), lane_wide=True)]
    await rig.deliver(rig.all_shown, timeout_s=15, rate_per_s=40)
    assert len(rig.notifier.shown) == 24


async def test_what_was_claimed_and_not_begun_is_put_back_on_stop(rig: Rig) -> None:
    """The next holder posts it as on a first try: it neither looks for it nor edits it."""
    keys = many(rig, 30)
    await rig.ledger.sync_destinations(rig.destinations)
    await rig.publish(a_trade(), *keys)
    await rig.deliver(lambda: asyncio.sleep(0, len(rig.notifier.shown) >= 12), rate_per_s=40)
    assert len(rig.notifier.shown) < 30
    assert not any(await claimed_only(rig))
    await rig.deliver(rig.all_shown)
    assert verbs(rig) == ["post"] * 30


async def test_what_was_claimed_is_put_back_when_the_whole_lane_must_wait(rig: Rig) -> None:
    """A minute's pause may outlast the process, and the time in which a message can be found."""
    keys = many(rig, 30)
    await rig.ledger.sync_destinations(rig.destinations)
    await rig.publish(a_trade(), *keys)
    limit = TemporaryDeliveryError("global 429", timedelta(seconds=60), lane_wide=True)
    rig.notifier.script = [limit]

    async def paused() -> bool:
        return bool(rig.notifier.calls) and not any(await claimed_only(rig))

    await rig.deliver(paused, rate_per_s=40)
    assert len(rig.notifier.calls) < 30


async def test_a_row_of_a_busy_channel_does_not_make_the_lane_spin(rig: Rig) -> None:
    """It waits for the send in flight to end: a handful of claims, not one every moment."""
    rig.notifier = SlowNotifier()
    faulty = Faulty(rig.ledger)
    other = a_key(trade=TradeId("other"))
    await rig.publish(a_trade())
    await rig.deliver(rig.all_shown)
    rig.ledger = cast("SqliteLedger", faulty)
    await rig.publish(a_trade(id=other.trade), other)
    await rig.publish(a_trade(version=2))
    await asyncio.sleep(1)  # the gap between a post and its first edit
    await rig.deliver(rig.all_shown)
    assert faulty.calls["claim"] <= 8


async def test_killed_at_any_moment_the_card_is_shown_exactly_once(rig: Rig) -> None:
    """Forty holders cancelled at forty moments of the same work; then one that may finish."""
    keys = [a_key(trade=TradeId(f"t{n}")) for n in range(40)]
    for n, key in enumerate(keys):
        await rig.publish(a_trade(id=key.trade), key)
        running = asyncio.create_task(rig.lane().run(asyncio.Event()))
        await asyncio.sleep(n * 0.0004)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)

    async def all_shown() -> bool:
        rows = [await rig.store.deliveries(key.trade) for key in keys]
        return all(state == "shown" for [(_, state, _)] in rows)

    await rig.deliver(all_shown)
    assert len(rig.notifier.shown) == len(keys)

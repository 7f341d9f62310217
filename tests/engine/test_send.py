"""One row: what is sent, and what is better not sent any more."""

from datetime import timedelta

from bot.engine.pacer import Pacer
from bot.engine.send import Sender
from bot.errors import DestinationRefusedError, MessageGoneError, UncertainDeliveryError
from bot.model import (
    Card,
    CardKind,
    DeliveryKey,
    Destination,
    DestinationId,
    MessageRef,
    Status,
    TradeId,
)
from tests.builders import a_destination, a_key, a_trade
from tests.engine.conftest import HERE, Rig
from tests.fakes import FakeClock, FakeNotifier

LOST = UncertainDeliveryError("time-out")
VOID = a_key(kind=CardKind.VOID)
LANE = HERE.lane
HERE_TOO = a_destination(id=DestinationId("discord:2"), channel="2", lane=LANE)


class Poisoned(FakeNotifier):
    """Our rendering of one trade's card is broken."""

    async def post(
        self, to: Destination, card: Card, key: DeliveryKey, under: MessageRef | None = None
    ) -> MessageRef:
        """Fail for the sample trade, work for every other."""
        if key.trade == a_key().trade:
            raise ZeroDivisionError("no such thing")
        return await super().post(to, card, key, under)


async def outcome(rig: Rig) -> dict[CardKind, tuple[str, str]]:
    """State and reason of each row of the sample trade."""
    rows = await rig.store.deliveries(a_key().trade)
    return {row.key.kind: (state, error) for row, state, error in rows}


async def settled(rig: Rig) -> bool:
    """Whether no row of the sample trade has anything left to do."""
    return set(await rig.states()) <= {"shown", "dead"}


async def test_a_card_that_breaks_our_code_is_a_failure_of_that_card(rig: Rig) -> None:
    """Recorded with its reason, tried again after a back-off, while the other channels go on."""
    rig.notifier = Poisoned()
    other = a_key(trade=TradeId("other"), destination=HERE_TOO.id)
    rig.destinations = (*rig.destinations, HERE_TOO)
    await rig.ledger.sync_destinations(rig.destinations)
    await rig.publish(a_trade())
    await rig.publish(a_trade(id=other.trade), other)

    async def seen() -> bool:
        return bool(rig.notifier.shown) and (await outcome(rig))[CardKind.CARD][1] != ""

    await rig.deliver(seen)
    [(row, state, error)] = await rig.store.deliveries(a_key().trade)
    assert (row.attempts, state, error) == (1, "waiting", "ZeroDivisionError('no such thing')")


async def test_a_card_that_breaks_our_code_is_given_up_after_ten_tries(rig: Rig) -> None:
    """The reason is kept for the operator."""
    rig.notifier = Poisoned()
    await rig.publish(a_trade())
    epoch = await rig.ledger.acquire(LANE)
    for _ in range(9):
        await rig.ledger.claim(LANE, epoch, rig.clock.now())
        await rig.ledger.retry(a_key(), epoch, rig.clock.now(), "bug", nothing_stored=True)
    await rig.deliver(lambda: settled(rig))
    reason = "given up after 10 tries: ZeroDivisionError('no such thing')"
    assert (await outcome(rig))[CardKind.CARD] == ("dead", reason)


async def test_a_card_that_could_not_start_for_three_days_is_not_started(rig: Rig) -> None:
    """After a long outage the channel does not fill with old news."""
    clock = FakeClock(rig.clock.now() - timedelta(hours=73))
    now, rig.clock = rig.clock, clock  # type: ignore[assignment]
    await rig.publish(a_trade())
    rig.clock = now
    await rig.deliver(lambda: settled(rig))
    assert rig.notifier.calls == []
    assert (await outcome(rig))[CardKind.CARD] == ("dead", "too old to start a card")


async def test_an_edit_after_a_lost_one_is_repeated_when_the_lost_one_cannot_land_any_more(
    rig: Rig,
) -> None:
    """The platform may apply the earlier edit late, over the newer one: the last word is ours."""
    rig.notifier = FakeNotifier(settle_s=0.3)
    await rig.publish(a_trade())
    await rig.deliver(rig.all_shown)
    rig.notifier.script = [LOST]
    await rig.publish(a_trade(version=2))
    await rig.deliver(rig.all_shown)
    assert [verb for verb, _, _ in rig.notifier.calls] == ["post", "edit", "edit", "edit"]


async def test_a_trade_that_is_off_before_it_was_shown_says_nothing(rig: Rig) -> None:
    """Neither the card nor the notice: nobody saw what is taken back."""
    await rig.publish(a_trade())
    await rig.publish(a_trade(version=2, status=Status.VOIDED), a_key(), VOID)
    await rig.deliver(lambda: settled(rig))
    assert rig.notifier.calls == []
    assert await outcome(rig) == {
        CardKind.CARD: ("dead", "voided before it was shown"),
        CardKind.VOID: ("dead", "its card was never shown"),
    }


async def test_a_trade_that_is_off_after_it_was_shown_gets_its_notice(rig: Rig) -> None:
    """The card is edited, and the notice posted."""
    await rig.publish(a_trade())
    await rig.deliver(rig.all_shown)
    await rig.publish(a_trade(version=2, status=Status.VOIDED), a_key(), VOID)
    await rig.deliver(rig.all_shown)
    assert sorted(rig.notifier.shown.values()) == [[1, 2], [2]]


async def test_a_card_that_a_person_removed_stays_removed(rig: Rig) -> None:
    """No later version, and no notice that it is off."""
    await rig.publish(a_trade())
    await rig.deliver(rig.all_shown)
    rig.notifier.script = [MessageGoneError("unknown message")]
    await rig.publish(a_trade(version=2))
    await rig.deliver(lambda: settled(rig))
    await rig.publish(a_trade(version=3, status=Status.VOIDED), a_key(), VOID)
    await rig.deliver(lambda: settled(rig))
    assert [verb for verb, _, _ in rig.notifier.calls] == ["post", "edit"]


async def test_a_refused_destination_is_told_of_once_until_it_works_again(rig: Rig) -> None:
    """Two cards, four refusals, one notice; after a success the next refusal is news again."""
    refusal = DestinationRefusedError("no permission")
    other = a_key(trade=TradeId("other"))
    rig.notifier.script = [refusal] * 4
    await rig.publish(a_trade())
    await rig.publish(a_trade(id=other.trade), other)
    epoch = await rig.ledger.acquire(LANE)
    sender = Sender(rig.desk(), Pacer(1000, rig.clock))
    sender.epoch = epoch
    later = rig.clock.now()

    async def try_again() -> None:
        nonlocal later
        later += timedelta(hours=3)
        [row] = await rig.ledger.claim(LANE, epoch, later)
        await sender.deliver(row)

    for _ in range(4):
        await try_again()
    assert rig.notifier.warned == [(HERE, "no permission")]
    await try_again()
    assert len(rig.notifier.shown) == 1
    rig.notifier.script = [refusal]
    await try_again()
    assert len(rig.notifier.warned) == 2

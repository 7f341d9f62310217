"""A platform that shows no history: what a crash leaves in flight may show twice, so there is never more than one."""

import asyncio
from dataclasses import replace

import pytest

from bot.errors import HistoryRefusedError, UncertainDeliveryError
from bot.model import Card, DeliveryKey, Destination, MessageRef, TradeId
from tests.builders import a_trade
from tests.engine.conftest import Rig
from tests.engine.test_lane import many
from tests.fakes import FakeNotifier


class Blind(FakeNotifier):
    """Refuses its history, takes its time, and counts what is in flight at once.

    Attributes:
        tells: it says beforehand that it will refuse.
    """

    def __init__(self) -> None:
        super().__init__(repeat_safe_s=0)
        self.refused = self.tells = False
        self.in_flight = self.most = 0

    async def shows_history(self, to: Destination) -> bool:
        """No."""
        del to
        return not self.tells

    async def look_back(self, to: Destination, key: DeliveryKey) -> MessageRef | None:
        """Refuse."""
        del to, key
        self.refused = True
        raise HistoryRefusedError("no history")

    async def post(
        self, to: Destination, card: Card, key: DeliveryKey, under: MessageRef | None = None
    ) -> MessageRef:
        """As ever, a moment later."""
        self.in_flight += 1
        self.most = max(self.most, self.in_flight)
        await asyncio.sleep(0.02)
        self.in_flight -= 1
        return await super().post(to, card, key, under)


async def test_one_message_at_a_time_once_the_history_was_refused(rig: Rig) -> None:
    """The answer of the first is lost, and the history says nothing; eleven channels wait."""
    blind = rig.notifier = Blind()
    first, *others = many(rig, 12)
    await rig.ledger.sync_destinations(rig.destinations)
    blind.script = [UncertainDeliveryError("connection cut")]
    await rig.publish(a_trade(), first)
    told = False

    async def all_told() -> bool:
        nonlocal told
        if blind.refused and not told:
            told, blind.most = True, 0
            other = a_trade(id=TradeId("other"))
            await rig.publish(other, *(replace(key, trade=other.id) for key in others))
        return told and len(blind.shown) == 12

    await rig.deliver(all_told, timeout_s=10)
    assert blind.most == 1


@pytest.mark.parametrize("tells", [True, False])
async def test_one_message_at_a_time_from_the_first_where_the_platform_tells_beforehand(
    rig: Rig, *, tells: bool
) -> None:
    """Nothing was refused yet, and nothing is doubtful. Who may read the history has several under way."""
    blind = rig.notifier = Blind()
    blind.tells = tells
    keys = many(rig, 12)
    await rig.ledger.sync_destinations(rig.destinations)
    await rig.publish(a_trade(), *keys)
    await rig.deliver(rig.all_shown, timeout_s=10)
    assert (blind.most == 1, blind.refused) == (tells, False)

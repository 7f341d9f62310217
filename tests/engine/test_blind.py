"""A platform that shows no history: what a crash leaves in flight may show twice, so there is never more than one."""

import asyncio
from dataclasses import replace

from bot.errors import HistoryRefusedError, UncertainDeliveryError
from bot.model import Card, DeliveryKey, Destination, MessageRef, TradeId
from tests.builders import a_trade
from tests.engine.conftest import Rig
from tests.engine.test_lane import many
from tests.fakes import FakeNotifier


class Blind(FakeNotifier):
    """Refuses its history, takes its time, and counts what is in flight at once after the refusal."""

    def __init__(self) -> None:
        super().__init__(repeat_safe_s=0)
        self.refused = False
        self.in_flight = self.most = 0

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
        await asyncio.sleep(0.02)
        self.in_flight -= 1
        if self.refused:
            self.most = max(self.most, self.in_flight + 1)
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
            told = True
            other = a_trade(id=TradeId("other"))
            await rig.publish(other, *(replace(key, trade=other.id) for key in others))
        return told and len(blind.shown) == 12

    await rig.deliver(all_told, timeout_s=10)
    assert blind.most == 1

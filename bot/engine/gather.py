"""What came in a channel's quiet hours is shown there in one message when they are over.

Which trades it is, is stored before anything is sent, so that a kill in between changes nothing of it. From
then on the message is the card of each of them: what changes of one, edits it.
"""

from collections.abc import Sequence

from bot.engine.outcome import is_over
from bot.model import CardKind, Delivery, Destination, Trade, TradeId
from bot.ports import Clock, DeliveryQueue, Notifier, Store

MOST = 20  # in one message; the busiest day since 2002 had 21, and what is left makes another one


class Gatherer:
    """Finds the trades that belong into a row's message."""

    def __init__(
        self, queue: DeliveryQueue, store: Store, notifier: Notifier, clock: Clock
    ) -> None:
        self._queue, self._store, self._notifier, self._clock = queue, store, notifier, clock

    async def together(
        self, row: Delivery, trade: Trade, to: Destination, epoch: int
    ) -> Sequence[Trade]:
        """Every trade that the row's message shows, its carrier first; none where it is a card of its own.

        Args:
            trade: the row's own.
        """
        if row.key.kind is not CardKind.CARD:
            return ()
        before = await self._queue.gathered(row.key)
        if not row.is_first_try:
            return await self._known(before)
        held = [trade, *await self._held(row, to)]
        found = held if len(held) > 1 else []
        if found or before:
            await self._queue.gather(row.key, epoch, [each.id for each in found])
        return found

    async def _held(self, row: Delivery, to: Destination) -> list[Trade]:
        """The further trades that quiet hours held back here, and that are still worth a card."""
        quiet = to.quiet
        if quiet is None or quiet.until(row.created_at) is None:
            return []
        waiting = await self._queue.waiting(row.key)
        names = [name for name, since in waiting if quiet.until(since) is not None]
        if not names or not await self._notifier.gathers(to):
            return []
        now, since = self._clock.now(), dict(waiting)
        known = await self._known(names[: MOST - 1])
        return [each for each in known if not is_over(each, since[each.id], now)]

    async def _known(self, names: Sequence[TradeId]) -> list[Trade]:
        found = [await self._store.trade(name) for name in names]
        return [trade for trade in found if trade is not None]

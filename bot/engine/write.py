"""A trade as it stands -> the card that is sent, with the reasons that can be said soon."""

import asyncio
import logging
from collections.abc import Sequence
from datetime import tzinfo

from bot import cards, gate
from bot.model import Card, CardKind, Insight, Trade
from bot.ports import Reasons

log = logging.getLogger(__name__)

REASONS_WAIT_S = 2.0


class Writer:
    """Builds cards when they are sent, so that they show the latest truth."""

    def __init__(self, zone: tzinfo, reasons: Reasons | None) -> None:
        self._zone, self._reasons = zone, reasons

    async def card(self, trade: Trade, kind: CardKind) -> Card:
        """Of one trade."""
        why = await self._why(trade)
        return cards.build(trade, gate.showable(trade), kind, self._zone, why)

    def digest(self, trades: Sequence[Trade]) -> Card:
        """Of several in one message."""
        kind = CardKind.CARD
        return cards.digest([cards.build(t, gate.showable(t), kind, self._zone) for t in trades])

    async def _why(self, trade: Trade) -> Sequence[Insight]:
        """Why it makes sense, if that can be said soon: an alert never waits for statistics."""
        if self._reasons is None:
            return ()
        try:
            return await asyncio.wait_for(self._reasons.reasons(trade), REASONS_WAIT_S)
        except Exception:  # the card is worth more than its reasons
            log.exception("reasons left out", extra={"trade": trade.id})
            return ()

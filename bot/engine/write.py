"""A trade as it stands -> the card that is sent, with the reasons that can be said soon."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import tzinfo

from bot import cards, gate
from bot.model import Card, CardKind, Insight, Trade
from bot.ports import Reasons, Store

log = logging.getLogger(__name__)

REASONS_WAIT_S = 2.0


class Writer:
    """Builds cards when they are sent, so that they show the latest truth."""

    def __init__(self, zone: tzinfo, reasons: Reasons | None, store: Store) -> None:
        self._zone, self._reasons, self._store = zone, reasons, store

    async def card(self, trade: Trade, kind: CardKind, told: int = 0) -> Card:
        """Of one trade.

        Args:
            told: with what is new since this version of the trade; 0 for a card without that.
        """
        why = await self._why(trade)
        made = cards.build(trade, gate.showable(trade), kind, self._zone, why)
        return replace(made, news=await self._news(trade, told)) if told else made

    def digest(self, trades: Sequence[Trade]) -> Card:
        """Of several in one message."""
        kind = CardKind.CARD
        return cards.digest([cards.build(t, gate.showable(t), kind, self._zone) for t in trades])

    async def _news(self, trade: Trade, told: int) -> str:
        before = await self._store.trade(trade.id, told)
        if before is None:
            return ""
        return cards.news(before, trade, gate.showable(before), gate.showable(trade))

    async def _why(self, trade: Trade) -> Sequence[Insight]:
        """Why it makes sense, if that can be said soon: an alert never waits for statistics."""
        if self._reasons is None:
            return ()
        try:
            return await asyncio.wait_for(self._reasons.reasons(trade), REASONS_WAIT_S)
        except Exception:  # the card is worth more than its reasons
            log.exception("reasons left out", extra={"trade": trade.id})
            return ()

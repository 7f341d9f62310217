"""The trades that are known, as cards."""

import logging
from collections.abc import Sequence
from datetime import tzinfo

from bot import cards, gate
from bot.model import Card, CardKind, ClubCode, Insight, Status, Trade, TradeId, name_key
from bot.ports import Reasons, Store

log = logging.getLogger(__name__)

_MOST_SEARCHED = 2_000  # trades, newest first: about two years


class ChatTrades:
    """`Trades` from the store."""

    def __init__(self, store: Store, zone: tzinfo, reasons: Reasons) -> None:
        self._store, self._zone, self._reasons = store, zone, reasons

    async def story(self, trade: TradeId) -> Card | None:
        """The card as it stands now, with every reason; None for an unknown one."""
        known = await self._store.trade(trade)
        return None if known is None else self._card(known, await self._why(known))

    async def latest(self, club: ClubCode | None, player: str, limit: int) -> Sequence[Card]:
        """The latest trades that may be shown, newest first, without reasons."""
        found = [trade for trade in await self._shown() if _fits(trade, club, player)]
        return [self._card(trade, ()) for trade in found[:limit]]

    async def named(self, typed: str, limit: int) -> Sequence[tuple[TradeId, str]]:
        """Trades whose headline or id has these letters, newest first, with their headlines."""
        found = []
        for trade in await self._shown():
            headline = self._card(trade, ()).headline
            if typed.casefold() in f"{headline} {trade.id}".casefold():
                found.append((trade.id, headline))
            if len(found) == limit:
                break
        return found

    async def _shown(self) -> list[Trade]:
        """Those that the gate would let claim something besides talk."""
        trades = await self._store.trades(limit=_MOST_SEARCHED)
        return [
            trade
            for trade in trades
            if gate.decide(trade, trade.updated_at).card not in {None, Status.RUMOUR}
        ]

    def _card(self, trade: Trade, why: Sequence[Insight]) -> Card:
        status, kind = gate.showable(trade), CardKind.CARD
        return cards.build(trade, status, kind, self._zone, why, most=len(why))

    async def _why(self, trade: Trade) -> Sequence[Insight]:
        try:
            return await self._reasons.reasons(trade)
        except Exception:  # the story is worth more than its reasons
            log.exception("reasons left out", extra={"trade": trade.id})
            return ()


def _fits(trade: Trade, club: ClubCode | None, player: str) -> bool:
    key = name_key(player)
    named = not key or any(key in name_key(one.name) for one in trade.players)
    return named and (club is None or club in trade.clubs)

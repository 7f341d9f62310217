"""The trades that are known, as cards."""

import logging
from collections.abc import Sequence
from datetime import tzinfo

from bot import cards, gate
from bot.app.chat.recent import Recent, Shown
from bot.model import Card, CardKind, ClubCode, Insight, Trade, TradeId, name_key
from bot.ports import Reasons, Store

log = logging.getLogger(__name__)


class ChatTrades:
    """`Trades` from the store."""

    def __init__(self, store: Store, zone: tzinfo, reasons: Reasons) -> None:
        self._store, self._zone, self._reasons = store, zone, reasons
        self._recent = Recent(store, zone)

    async def story(self, trade: TradeId) -> Card | None:
        """The card as it stands now, with every reason; None for an unknown one."""
        known = await self._store.trade(trade)
        return None if known is None else self._card(known, await self._why(known))

    async def latest(self, club: ClubCode | None, player: str, limit: int) -> Sequence[Card]:
        """The latest trades that may be shown, newest first, without reasons."""
        shown = await self._recent.shown()
        return [card for each, card in shown if _fits(each, club, player)][:limit]

    async def named(self, typed: str, limit: int) -> Sequence[tuple[TradeId, str]]:
        """Trades whose headline or id has these letters, newest first, with their headlines."""
        key, shown = typed.casefold(), await self._recent.shown()
        found = [(each.id, card.headline) for each, card in shown]
        return [(id_, line) for id_, line in found if key in f"{line} {id_}".casefold()][:limit]

    def _card(self, trade: Trade, why: Sequence[Insight]) -> Card:
        status, kind = gate.showable(trade), CardKind.CARD
        return cards.build(trade, status, kind, self._zone, why, most=len(why))

    async def _why(self, trade: Trade) -> Sequence[Insight]:
        try:
            return await self._reasons.reasons(trade)
        except Exception:  # the story is worth more than its reasons
            log.exception("reasons left out", extra={"trade": trade.id})
            return ()


def _fits(trade: Shown, club: ClubCode | None, player: str) -> bool:
    key = name_key(player)
    named = not key or any(key in name for name in trade.players)
    return named and (club is None or club in trade.clubs)

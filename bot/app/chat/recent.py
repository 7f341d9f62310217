"""The latest trades that may be shown, as cards, kept in memory for a moment: somebody types, and each key asks."""

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from bot import cards, gate
from bot.model import Card, CardKind, ClubCode, Status, Trade, TradeId, name_key
from bot.ports import Store

KEPT_S = 10.0
MOST = 2_000  # trades, newest first: about two years


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A trade as it is searched and listed.

    Attributes:
        card: without reasons; None where none may be shown, or only talk.
        players: their names for comparing.
    """

    id: TradeId
    updated_at: datetime
    clubs: tuple[ClubCode, ...]
    players: tuple[str, ...]
    card: Card | None


class Recent:
    """The list; whoever asks within `KEPT_S` gets the same one.

    What is unchanged is not built again, and what is new is built in a thread: the event loop stays free.
    """

    def __init__(
        self, store: Store, zone: tzinfo, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._store, self._zone, self._now = store, zone, now
        self._reading: asyncio.Task[None] | None = None
        self._known: dict[TradeId, Shown] = {}
        self._until = float("-inf")

    async def shown(self) -> Sequence[tuple[Shown, Card]]:
        """Those with a card, newest first."""
        if self._now() >= self._until:
            if self._reading is None:
                self._reading = asyncio.create_task(self._read())
            # Who types on gives up the last question, but the list is worth finishing for the next one.
            await asyncio.shield(self._reading)
        return [(each, each.card) for each in self._known.values() if each.card is not None]

    async def _read(self) -> None:
        try:
            trades = await self._store.trades(limit=MOST)
            self._known = await asyncio.to_thread(self._built, trades)
            self._until = self._now() + KEPT_S
        finally:
            self._reading = None

    def _built(self, trades: Sequence[Trade]) -> dict[TradeId, Shown]:
        return {trade.id: self._same(trade) or self._new(trade) for trade in trades}

    def _same(self, trade: Trade) -> Shown | None:
        known = self._known.get(trade.id)
        return known if known is not None and known.updated_at == trade.updated_at else None

    def _new(self, trade: Trade) -> Shown:
        talk = gate.decide(trade, trade.updated_at).card in {None, Status.RUMOUR}
        return Shown(
            id=trade.id,
            updated_at=trade.updated_at,
            clubs=trade.clubs,
            players=tuple(name_key(player.name) for player in trade.players),
            card=None if talk else plain(trade, self._zone),
        )


def plain(trade: Trade, zone: tzinfo) -> Card:
    """The card without reasons."""
    return cards.build(trade, gate.showable(trade), CardKind.CARD, zone)

"""One trade, now -> which card may be shown and where it is wanted: what the gate needs to know, gathered."""

import asyncio
import logging
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot import gate
from bot.model import (
    Brakes,
    Deal,
    DealStatus,
    DeliveryKey,
    Destination,
    Identity,
    LaneId,
    Player,
    Standing,
    Started,
    Status,
    Trade,
    Verdict,
)
from bot.ports import Register, Store

log = logging.getLogger(__name__)

REGISTER_S = 2.5  # a little more than it allows itself; then a card is decided without rosters
HOUR = timedelta(hours=1)

Wanted = tuple[DeliveryKey, LaneId, int]


class Judge:
    """Asks the register, the ledger and the brakes, and then the gate."""

    def __init__(
        self,
        store: Store,
        destinations: Collection[Destination],
        register: Register | None = None,
        most_per_hour: int = gate.MOST_PER_HOUR,
    ) -> None:
        self._store, self._destinations = store, destinations
        self._register, self._most_per_hour = register, most_per_hour

    async def resolved(self, deal: Deal, day: date) -> Deal:
        """The deal with each player who is one known person as the register has him."""
        standings = await self._standings(deal, day)
        sure = {
            name: standing.player
            for name, standing in standings.items()
            if standing.identity is Identity.ONE
        }
        legs = tuple(
            replace(leg, asset=sure.get(leg.asset.name, leg.asset))
            if isinstance(leg.asset, Player)
            else leg
            for leg in deal.legs
        )
        return replace(deal, legs=legs)

    async def judge(
        self,
        trade: Trade,
        known: Sequence[Trade],
        shown: Collection[DeliveryKey],
        now: datetime,
        begun: Started | None,
    ) -> tuple[Verdict, list[Wanted]]:
        """What the gate says of a trade, and the deliveries that it needs; may trip the flood breaker.

        Args:
            trade: as it will be stored.
            known: other stored trades that share a player with it.
            shown: its deliveries so far.
            now: of the decision.
            begun: new cards of the same report, which are not stored yet; None where none may start.
        """
        standings = await self._informed(trade, known)
        brakes = await self._store.brakes()
        found = self._decide(trade, standings, brakes, shown, now)
        if begun is None or shown or not found[1]:
            return found
        stored = await self._store.started(now - HOUR)
        counted = Started(cards=stored.cards + begun.cards, rumours=stored.rumours + begun.rumours)
        flood = gate.flood(found[0].card, counted, self._most_per_hour)
        if flood is None:
            return found
        if counted.cards >= self._most_per_hour:
            await self._trip(flood, now)
        return self._decide(trade, standings, replace(brakes, flood=flood), shown, now)

    async def verdict(self, trade: Trade, now: datetime) -> Verdict:
        """What the gate says of a stored trade."""
        known = await self._store.candidates(_as_deal(trade))
        standings = await self._informed(trade, known)
        return gate.decide(trade, now, standings=standings, brakes=await self._store.brakes())

    async def released(self, trade: Trade, now: datetime) -> tuple[Verdict, list[Wanted]]:
        """The same for a trade that a brake held: what a person let go does not trip the breaker again."""
        known = await self._store.candidates(_as_deal(trade))
        standings = await self._informed(trade, known)
        brakes = await self._store.brakes()
        started = await self._store.started(now - HOUR)
        if trade.status is Status.RUMOUR:
            talk = gate.flood(Status.RUMOUR, started, self._most_per_hour)
            brakes = replace(brakes, flood=brakes.flood or talk)
        shown = {row.key for row, _, _ in await self._store.deliveries(trade.id)}
        verdict, wanted = self._decide(trade, standings, brakes, shown, now)
        return verdict, [want for want in wanted if want[0] not in shown]

    def holds_back(self, trade: Trade, verdict: Verdict, shown: Collection[DeliveryKey]) -> bool:
        """Whether a destination would get a new card, were it not for a brake."""
        free = Verdict(card=verdict.card, checks=())
        wanted = gate.wanted(trade, free, self._destinations, shown)
        return verdict.waits and any(key not in shown for key, _, _ in wanted)

    def _decide(
        self,
        trade: Trade,
        standings: Mapping[str, Standing],
        brakes: Brakes,
        shown: Collection[DeliveryKey],
        now: datetime,
    ) -> tuple[Verdict, list[Wanted]]:
        verdict = gate.decide(trade, now, standings=standings, brakes=brakes)
        return verdict, gate.wanted(trade, verdict, self._destinations, shown)

    async def _trip(self, flood: str, now: datetime) -> None:
        await self._store.set_brake("flood", flood, now)
        log.error("flood: every new card is held until gridwire resume", extra={"reason": flood})

    async def _informed(self, trade: Trade, known: Sequence[Trade]) -> dict[str, Standing]:
        """What the register and our own trades say of the trade's players, as of its day."""
        standings = await self._standings(_as_deal(trade), trade.traded_on)
        return gate.with_ours(trade, standings, known)

    async def _standings(self, deal: Deal, day: date) -> Mapping[str, Standing]:
        if self._register is None or not any(isinstance(leg.asset, Player) for leg in deal.legs):
            return {}
        try:
            async with asyncio.timeout(REGISTER_S):
                return await self._register.standings(deal, day)
        except Exception:  # a fault of the rosters must not lose a report
            log.exception("decided without rosters")
            return {}


def _as_deal(trade: Trade) -> Deal:
    """The trade as the register and the store are asked about it."""
    return Deal(kind=trade.kind, status=DealStatus.AGREED, legs=trade.legs, clubs=trade.clubs)

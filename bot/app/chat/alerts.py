"""The alerts of chat servers: kept in the store, and in force at once."""

from collections.abc import Callable, MutableMapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC

from bot import cards, gate
from bot.app.chat.sample import sample_card
from bot.chat import sentences
from bot.engine.judge import Judge
from bot.errors import UsageError
from bot.model import (
    Card,
    CardKind,
    Destination,
    DestinationId,
    Explained,
    Failure,
    Health,
    LaneId,
    Trade,
    TradeId,
)
from bot.ports import Clock, Store, Subscriptions

Places = MutableMapping[DestinationId, Destination]

_IN_FILE = (
    "This channel's alerts are managed by the operator's configuration file: ask them to change it."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatAlerts:
    """`Alerts` of one platform.

    Attributes:
        lane_of: the lane of a server's channels.
        places: every destination in force, by id: the engine reads it, and this is its only writer.
    """

    platform: str
    lane_of: Callable[[str], LaneId]
    kept: Subscriptions
    store: Store
    judge: Judge
    places: Places
    clock: Clock

    def draft(self, server: str, channel: str) -> Destination:
        """What a channel gets that asks for nothing in particular."""
        return Destination(
            id=DestinationId(f"{self.platform}:{channel}"),
            platform=self.platform,
            channel=channel,
            lane=self.lane_of(server),
            server=server,
        )

    async def subscriptions(self, server: str) -> Sequence[Destination]:
        """What this server's channels asked for, in the order of their ids."""
        return self._of(server)

    async def subscribe(self, to: Destination, by: str) -> None:
        """Keep what a channel asked for, and act on it from the next trade on."""
        known = self.places.get(to.id)
        if known is not None and not known.server:
            raise UsageError(_IN_FILE)
        if not to.server or not await self.kept.save(to, by, self.clock.now()):
            raise UsageError(sentences.of_server(sentences.ELSEWHERE, self.platform))
        self.places[to.id] = to

    async def remove(self, server: str, destination: DestinationId) -> bool:
        """End the alerts of one channel."""
        if not await self.kept.remove(server, destination):
            return False
        self.places.pop(destination, None)
        return True

    async def servers(self) -> Sequence[str]:
        """The servers of which anything is kept."""
        return await self.kept.servers(self.platform)

    async def forget(self, server: str) -> None:
        """The bot was removed from this server."""
        for destination in await self.kept.forget(self.platform, server):
            self.places.pop(destination, None)

    async def pause(self, server: str, by: str, *, paused: bool) -> int:
        """Start no new card in this server's channels, or again."""
        changing = [to for to in self._of(server) if to.paused is not paused]
        for to in changing:
            await self.subscribe(replace(to, paused=paused), by)
        return len(changing)

    async def health(self, server: str) -> Sequence[Health]:
        """How deliveries to this server's channels go."""
        return await self.kept.health([to.id for to in self._of(server)])

    async def failures(self, server: str) -> Sequence[Failure]:
        """What could not be delivered to this server's channels."""
        return await self.kept.failures([to.id for to in self._of(server)])

    async def explain(self, server: str, trade: TradeId) -> Explained | None:
        """Why a trade was or was not posted in this server's channels."""
        known = await self.store.trade(trade)
        if known is None:
            return None
        verdict = await self.judge.verdict(known, known.updated_at)
        rows = await self.store.deliveries(trade)
        states = {
            row.key.destination: state for row, state, _ in rows if row.key.kind is CardKind.CARD
        }
        return Explained(
            headline=_headline(known),
            card=verdict.card,
            checks=verdict.checks,
            places=tuple(
                (to, gate.asked(to, known, verdict.card), states.get(to.id, "not wanted"))
                for to in self._of(server)
            ),
        )

    def sample(self) -> Card:
        """An invented trade that says so."""
        return sample_card(self.clock.now())

    async def manager_role(self, server: str) -> str | None:
        """The role whose members may manage alerts besides administrators."""
        return await self.kept.manager_role(self.platform, server)

    async def set_manager_role(self, server: str, role: str | None) -> None:
        """Choose that role, or none."""
        await self.kept.set_manager_role(self.platform, server, role)

    def _of(self, server: str) -> list[Destination]:
        """Only chat-made ones have a server, and an empty one is nobody's."""
        found = (to for to in self.places.values() if server and to.server == server)
        return sorted((to for to in found if to.platform == self.platform), key=lambda to: to.id)


def _headline(trade: Trade) -> str:
    return cards.build(trade, gate.showable(trade), CardKind.CARD, UTC).headline

"""What a server's managers may do, and what anybody may ask: the core as a chat adapter sees it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.model import (
    Answer,
    Card,
    ClubCode,
    Destination,
    DestinationId,
    Explained,
    Failure,
    Health,
    TradeId,
)
from bot.ports.platform import Stories


class Subscriptions(Protocol):
    """What chats subscribed, durably. Every method is one transaction."""

    async def every(self) -> Sequence[Destination]:
        """Those of every server."""
        ...

    async def save(self, to: Destination, by: str, now: datetime) -> bool:
        """Keep what a channel asked for, new or changed, and deliver to it; False: it is another server's.

        Args:
            by: the member's id.
        """
        ...

    async def remove(self, server: str, destination: DestinationId) -> bool:
        """Forget what a channel of this server asked for; False: nothing of this server is called so."""
        ...

    async def servers(self, platform: str) -> Sequence[str]:
        """The servers of which anything is kept."""
        ...

    async def forget(self, platform: str, server: str) -> Sequence[DestinationId]:
        """Forget a whole server: the bot was removed from it."""
        ...

    async def manager_role(self, platform: str, server: str) -> str | None:
        """The role whose members may manage alerts besides administrators."""
        ...

    async def set_manager_role(self, platform: str, server: str, role: str | None) -> None:
        """Choose that role, or none."""
        ...

    async def health(self, destinations: Sequence[DestinationId]) -> Sequence[Health]:
        """How deliveries to these go; who never had one is left out."""
        ...

    async def failures(self, destinations: Sequence[DestinationId]) -> Sequence[Failure]:
        """The deliveries to these that were given up or fail now, newest first; of very many the latest."""
        ...


class Alerts(Protocol):
    """What the managers of one server may do. Nothing of another server is ever told or changed.

    Every method raises StoreError where the database cannot do what was asked.
    """

    def draft(self, server: str, channel: str) -> Destination:
        """What a channel gets that asks for nothing in particular: confirmed trades of every club."""
        ...

    async def subscriptions(self, server: str) -> Sequence[Destination]:
        """What this server's channels asked for, in the order of their ids."""
        ...

    async def subscribe(self, to: Destination, by: str) -> None:
        """Keep what a channel asked for, new or changed; it counts from the next trade on.

        Raises:
            UsageError: the channel is managed by the configuration file, or by another server.
        """
        ...

    async def remove(self, server: str, destination: DestinationId) -> bool:
        """End the alerts of one channel; False: this server has none called so."""
        ...

    async def servers(self) -> Sequence[str]:
        """The servers of which anything is kept."""
        ...

    async def forget(self, server: str) -> None:
        """The bot was removed from this server."""
        ...

    async def pause(self, server: str, by: str, *, paused: bool) -> int:
        """Start no new card in this server's channels, or again; returns how many changed."""
        ...

    async def health(self, server: str) -> Sequence[Health]:
        """How deliveries to this server's channels go."""
        ...

    async def failures(self, server: str) -> Sequence[Failure]:
        """What could not be delivered to this server's channels."""
        ...

    async def explain(self, server: str, trade: TradeId) -> Explained | None:
        """Why a trade was or was not posted in this server's channels; None for an unknown one."""
        ...

    def sample(self) -> Card:
        """An invented trade that says so, to see how a card looks in a channel."""
        ...

    async def manager_role(self, server: str) -> str | None:
        """The role whose members may manage alerts besides administrators."""
        ...

    async def set_manager_role(self, server: str, role: str | None) -> None:
        """Choose that role, or none."""
        ...


class Trades(Stories, Protocol):
    """The trades that are known."""

    async def latest(self, club: ClubCode | None, player: str, limit: int) -> Sequence[Card]:
        """The latest trades that may be shown, newest first, without reasons.

        Args:
            player: a part of a name; empty for all.
        """
        ...

    async def named(self, typed: str, limit: int) -> Sequence[tuple[TradeId, str]]:
        """Trades whose headline or id has these letters, newest first, with their headlines."""
        ...


class Questions(Protocol):
    """The statistics. Every method but `statistics` raises StatsError where they cannot be read."""

    async def ask(self, question: str) -> Answer:
        """A question in plain words."""
        ...

    async def player(self, name: str, season: int | None, *, games: bool = False) -> Answer:
        """A player's line of a season, or of his career; game by game on request."""
        ...

    async def compare(self, one: str, other: str, season: int | None) -> Answer:
        """Two players beside each other."""
        ...

    async def leaders(self, statistic: str, season: int | None) -> Answer:
        """Who has the most of a statistic."""
        ...

    async def team(self, club: ClubCode, season: int | None) -> Answer:
        """A club's season: record, ranks, coach."""
        ...

    async def players(self, typed: str, limit: int) -> Sequence[str]:
        """Names that what was typed so far may become; none where the statistics cannot be read."""
        ...

    def statistics(self, typed: str, limit: int) -> Sequence[str]:
        """Statistics that there are leaders of."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Backend:
    """All that a chat adapter may ask for."""

    trades: Trades
    questions: Questions
    alerts: Alerts

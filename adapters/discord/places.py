"""What kind of channel it is that wants cards: asked once, and again after a refusal.

https://docs.discord.com/developers/resources/channel#channel-object-channel-types
"""

import time
from dataclasses import dataclass
from typing import Any

from adapters.discord.wire import Wire
from bot.model import Destination

ANNOUNCEMENT = 5
_FORUMS = {15, 16}  # a media channel is a forum of pictures
KNOWN_S = 3600.0  # an announcement channel may become a text channel, and back


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A channel as Discord describes it.

    Attributes:
        guild: the server's id; empty outside of servers.
        tags: of a forum, name and id of those that we may apply.
    """

    kind: int
    guild: str
    tags: tuple[tuple[str, str], ...] = ()

    @property
    def is_forum(self) -> bool:
        """Whether it takes posts of its own form instead of messages."""
        return self.kind in _FORUMS


class Places:
    """The channels asked for so far."""

    def __init__(self, wire: Wire) -> None:
        self._wire = wire
        self._known: dict[int, tuple[Place, float]] = {}

    def known(self, channel: int) -> Place | None:
        """What was learnt lately, without asking."""
        place, until = self._known.get(channel, (None, 0.0))
        return place if time.monotonic() < until else None

    async def learn(self, to: Destination, channel: int) -> Place:
        """What kind of channel it is.

        Raises:
            DeliveryError: and no other.
        """
        place = self.known(channel)
        if place is None:
            place = await self._wire.ask(
                lambda http: http.get_channel(channel), f"channel {to.channel}", _place
            )
            self._known[channel] = (place, time.monotonic() + KNOWN_S)
        return place

    def forget(self, channel: int) -> None:
        """It is not what it was."""
        self._known.pop(channel, None)


def _place(channel: Any) -> Place:
    tags = channel.get("available_tags") or ()
    return Place(
        kind=int(channel["type"]),
        guild=str(channel.get("guild_id") or ""),
        tags=tuple((str(t["name"]), str(int(t["id"]))) for t in tags if not t.get("moderated")),
    )

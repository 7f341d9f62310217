"""Announcement channels: a confirmed card is published to their followers, once and within Discord's budget.

The limits are not documented; others met ten an hour and channel
(https://github.com/discord/discord-api-docs/issues/2258), and three edits an hour of what is published. The first is
counted by the ledger of errands. The second is kept in memory: whether a message is published Discord says in each
answer, and an edit too many after a restart is one refusal that names its wait.
"""

import time
from collections import deque
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from adapters.discord.errors import code_of
from adapters.discord.message import Shown, shown
from adapters.discord.places import ANNOUNCEMENT, Places
from adapters.discord.wire import Wire
from bot.errors import DeliveryError, PermanentDeliveryError, TemporaryDeliveryError
from bot.model import Card, Destination, MessageRef, Status

HOUR_S = 3600.0
PUBLISHED_AN_HOUR = 10
EDITS_AN_HOUR = 3
ALREADY_CROSSPOSTED = 40033
_CONFIRMED = {Status.REPORTED, Status.OFFICIAL}


class Hourly:
    """So many in any hour."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._at: deque[float] = deque()

    def wait_s(self) -> float:
        """How long until there is room for one; 0 when there is."""
        now = time.monotonic()
        while self._at and self._at[0] <= now - HOUR_S:
            self._at.popleft()
        return 0.0 if len(self._at) < self._most else self._at[0] + HOUR_S - now

    def take(self) -> None:
        """Count one."""
        self._at.append(time.monotonic())


class Publisher:
    """Publishes cards, and keeps edits of what is published rare."""

    def __init__(self, wire: Wire, places: Places) -> None:
        self._wire, self._places = wire, places
        self._edits: dict[MessageRef, Hourly] = {}  # of what is known to be published

    def note(self, message: Shown) -> None:
        """Remember what Discord says of a message."""
        if message.published:
            self._edits.setdefault(message.ref, Hourly(EDITS_AN_HOUR))

    def before_edit(self, ref: MessageRef) -> None:
        """Count an edit of what is published.

        Raises:
            TemporaryDeliveryError: it was edited too often; the newest version waits.
        """
        edits = self._edits.get(ref)
        if edits is None:
            return
        if (wait_s := edits.wait_s()) > 0:
            raise TemporaryDeliveryError(
                f"A published message may be edited {EDITS_AN_HOUR} times an hour: its newest version waits.",
                timedelta(seconds=wait_s),
            )
        edits.take()

    async def publish(self, to: Destination, ref: MessageRef, lately: Sequence[datetime]) -> None:
        """Send a message to the channel's followers; that it was sent already is what was wanted.

        Args:
            lately: when others of the channel were, within the last hour, oldest first.

        Raises:
            DeliveryError: and no other.
        """
        if (await self._places.learn(to, int(to.channel))).kind != ANNOUNCEMENT:
            raise PermanentDeliveryError(
                f"Channel {to.channel} is no announcement channel, so nothing is published there: "
                "take publish away from its alerts."
            )
        if len(lately) >= PUBLISHED_AN_HOUR:
            room = lately[-PUBLISHED_AN_HOUR] + timedelta(seconds=HOUR_S)
            raise TemporaryDeliveryError(
                f"Discord publishes {PUBLISHED_AN_HOUR} messages an hour in a channel: this one waits.",
                max(room - datetime.now(UTC), timedelta(seconds=1)),
            )
        await self._crosspost(to, ref)

    async def _crosspost(self, to: Destination, ref: MessageRef) -> None:
        try:
            await self._wire.ask(
                lambda http: http.publish_message(int(to.channel), int(ref)),
                f"publishing in channel {to.channel}",
                shown,
            )
        except DeliveryError as error:
            if code_of(error) != ALREADY_CROSSPOSTED:
                raise
        self._edits.setdefault(ref, Hourly(EDITS_AN_HOUR))


def wanted(to: Destination, card: Card) -> bool:
    """Whether this card's followers get it too."""
    return to.manner.publish and card.status in _CONFIRMED

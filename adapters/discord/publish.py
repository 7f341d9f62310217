"""Announcement channels: a confirmed card is published to their followers, once and within Discord's budget.

Whether a message is published Discord says itself, in the flags of each answer; nothing is kept for it over a
restart. The limits are not documented; others met ten an hour and channel
(https://github.com/discord/discord-api-docs/issues/2258), and three edits an hour of what is published.
"""

import logging
import time
from collections import deque
from datetime import timedelta

from adapters.discord.errands import Errands
from adapters.discord.errors import code_of
from adapters.discord.message import Shown, shown
from adapters.discord.places import ANNOUNCEMENT, Places
from adapters.discord.wire import Wire
from bot.errors import DeliveryError, TemporaryDeliveryError
from bot.model import Card, CardKind, Destination, MessageRef, Status

log = logging.getLogger(__name__)

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
    """Decides after each card that was shown whether its followers get it too."""

    def __init__(self, wire: Wire, places: Places, errands: Errands) -> None:
        self._wire, self._places, self._errands = wire, places, errands
        self._budgets: dict[str, Hourly] = {}
        self._under_way: set[int] = set()
        self._edits: dict[MessageRef, Hourly] = {}  # of what is known to be published

    def consider(self, to: Destination, card: Card, message: Shown) -> None:
        """Publish this message, unless it is, or need not be."""
        if message.published:
            self._edits.setdefault(message.ref, Hourly(EDITS_AN_HOUR))
        elif _wanted(to, card) and message.id not in self._under_way:
            self._under_way.add(message.id)
            self._errands.start("publish", to.channel, lambda: self._publish(to, message))

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

    async def _publish(self, to: Destination, message: Shown) -> None:
        try:
            place = await self._places.learn(to, int(to.channel))
            budget = self._budgets.setdefault(to.channel, Hourly(PUBLISHED_AN_HOUR))
            if place.kind != ANNOUNCEMENT:
                log.info("not published: no announcement channel", extra={"where": to.channel})
            elif budget.wait_s() > 0:
                log.warning("not published: ten an hour are", extra={"where": to.channel})
            else:
                budget.take()
                await self._crosspost(to, message)
        finally:
            self._under_way.discard(message.id)

    async def _crosspost(self, to: Destination, message: Shown) -> None:
        try:
            await self._wire.ask(
                lambda http: http.publish_message(int(to.channel), message.id),
                f"publishing in channel {to.channel}",
                shown,
            )
        except DeliveryError as error:
            if code_of(error) != ALREADY_CROSSPOSTED:
                raise
        self._edits.setdefault(message.ref, Hourly(EDITS_AN_HOUR))


def _wanted(to: Destination, card: Card) -> bool:
    return to.manner.publish and card.kind is CardKind.CARD and card.status in _CONFIRMED

"""No two calls for a channel within a second at Slack's end, whatever happens to them on the way.

Slack allows about one message a second and channel: https://docs.slack.dev/apis/web-api/rate-limits. When a call
arrives, only Slack knows: some time between its departure and its answer. So a channel rests from the answer on, and a
call that comes before the rest is over waits here for its turn.
"""

import asyncio
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from bot.model import DestinationId

GAP_S = 1.01  # with a margin for two clocks
LATE_S = 2.0  # what has no answer for so long arrived long ago: only its answer is late
TICK_S = 0.02


@dataclass(slots=True, eq=False)
class _Channel:
    """One channel's turns.

    Attributes:
        free_at: when the next call may leave, as far as is known, by the monotonic clock.
    """

    free_at: float = 0.0
    queue: asyncio.Lock = field(default_factory=asyncio.Lock)


class Pace:
    """The turns of every channel.

    Attributes:
        gap_s: from an answer to the next call for the same channel.
    """

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self.gap_s = GAP_S
        self._monotonic = monotonic
        self._channels: defaultdict[DestinationId, _Channel] = defaultdict(_Channel)

    def rest_s(self, of: DestinationId) -> float:
        """For how many seconds from now the channel rests, as far as is known; 0 when it is free."""
        channel = self._channels.get(of)
        return max(0.0, channel.free_at - self._monotonic()) if channel else 0.0

    @asynccontextmanager
    async def turn(self, of: DestinationId) -> AsyncIterator[None]:
        """Make one call inside; who came first has the channel first."""
        channel = self._channels[of]
        async with channel.queue:
            while (rest_s := self.rest_s(of)) > 0:  # noqa: ASYNC110 - time frees it, and an answer sooner
                await asyncio.sleep(min(rest_s, TICK_S))
            until = channel.free_at = self._monotonic() + LATE_S + self.gap_s
        try:
            yield
        finally:
            if channel.free_at == until:  # else a later call has the turn
                channel.free_at = min(until, self._monotonic() + self.gap_s)

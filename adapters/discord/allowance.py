"""No more than fifty requests in any second at Discord's end, whatever happens to them on the way.

https://docs.discord.com/developers/topics/rate-limits#global-rate-limit. When a request arrives, only Discord
knows: some time between its departure and its answer. Sending at even intervals is therefore no promise, for what a
stall holds up arrives at once. Here each request takes one of fifty places, and gives it back a second after its
answer; so no request can leave while fifty others may have arrived less than a second before it will.
"""

import asyncio
import math
import time
from collections.abc import Callable
from dataclasses import dataclass

MOST = 50
WINDOW_S = 1.01  # with a margin for two clocks
LATE_S = 2.0  # what has no answer for so long arrived long ago: only its answer is late
TICK_S = 0.02
_EXEMPT = ("/interactions/", "/webhooks/")  # answers to commands and buttons do not count


@dataclass(slots=True, eq=False)
class Place:
    """One request's.

    Attributes:
        until: when it is free again, by the monotonic clock.
    """

    until: float = math.inf
    sent_at: float = math.inf


class Allowance:
    """The places of one token, for all of its clients."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._taken: list[Place] = []
        self._quickest = math.inf
        self._queue = asyncio.Lock()

    async def turn(self) -> Place:
        """Wait for a place; who came first has it first."""
        async with self._queue:
            while (wait_s := self.wait_s()) > 0:  # noqa: ASYNC110 - time frees a place, and an answer sooner
                await asyncio.sleep(min(wait_s, TICK_S))
            return self.take()

    def wait_s(self) -> float:
        """How long until a place is free, as far as is known; 0 when one is."""
        now = self._monotonic()
        self._taken = [place for place in self._taken if place.until > now]
        if len(self._taken) < MOST:
            return 0.0
        return min(place.until for place in self._taken) - now

    def take(self) -> Place:
        """Have a place; the request has not left yet."""
        place = Place()
        self._taken.append(place)
        return place

    def sent(self, place: Place) -> None:
        """The request leaves, over a connection that stands."""
        place.sent_at = self._monotonic()
        place.until = place.sent_at + LATE_S + WINDOW_S

    def ended(self, place: Place, *, answered: bool) -> None:
        """Its answer is here, or none will come.

        The way itself takes time, back for this answer and there for the next request: so much of the second is over
        already. The quickest answer of all took no less; half of it is counted on.
        """
        now, way_s = self._monotonic(), 0.0
        if answered and math.isfinite(place.sent_at):
            self._quickest = min(self._quickest, now - place.sent_at)
            way_s = self._quickest / 2
        place.until = min(place.until, now + WINDOW_S - way_s)


def counts(path: str) -> bool:
    """Whether a request to this address counts."""
    return not any(exempt in path for exempt in _EXEMPT)

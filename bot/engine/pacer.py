"""Even pacing of one rate-limit domain (GCRA): a window that lets a burst through meets the next one's.

Correct for a token because a lane has one holder.
"""

from bot.ports import Clock

BURST = 3


class Pacer:
    """At most `BURST` calls at once, then one every 1/rate seconds."""

    def __init__(self, rate_per_s: float, clock: Clock) -> None:
        self._interval = 1 / rate_per_s
        self._clock = clock
        self._paid_until = 0.0
        self._paused_until = 0.0

    def wait_s(self) -> float:
        """Seconds until a call may go out, 0 or less when one may now; `take` then counts it."""
        now = self._clock.monotonic()
        burst_ends = self._paid_until - (BURST - 1) * self._interval
        return max(burst_ends - now, self._paused_until - now)

    def take(self) -> None:
        """Count one call."""
        self._paid_until = max(self._paid_until, self._clock.monotonic()) + self._interval

    def pause(self, seconds: float) -> None:
        """Let nothing out for so long: the platform said that the whole domain is at its limit."""
        self._paused_until = max(self._paused_until, self._clock.monotonic() + seconds)

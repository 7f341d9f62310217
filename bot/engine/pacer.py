"""Even pacing of one rate-limit domain (GCRA): a window that lets a burst through meets the next one's.

Correct for a token because a lane has one holder. It keeps the rate; that no burst of it meets another on the way
is the adapter's care, where the requests leave.
"""

from bot.ports import Clock

CATCH_UP_S = 0.25  # a commit or a busy machine that held us up costs no pace


class Pacer:
    """One call every 1/rate seconds; what `CATCH_UP_S` of idleness would have taken may go out at once."""

    def __init__(self, rate_per_s: float, clock: Clock) -> None:
        self._interval = 1 / rate_per_s
        self._clock = clock
        self._paid_until = 0.0
        self._paused_until = 0.0

    def wait_s(self) -> float:
        """Seconds until a call may go out, 0 or less when one may now; `take` then counts it."""
        now = self._clock.monotonic()
        return max(self._paid_until - CATCH_UP_S - now, self.rests_s())

    def take(self) -> None:
        """Count one call."""
        self._paid_until = max(self._paid_until, self._clock.monotonic()) + self._interval

    def rests_s(self) -> float:
        """For how long the whole domain is left alone, 0 or less when it is not."""
        return self._paused_until - self._clock.monotonic()

    def pause(self, seconds: float) -> None:
        """Let nothing out for so long: the platform said that the whole domain is at its limit."""
        self._paused_until = max(self._paused_until, self._clock.monotonic() + seconds)

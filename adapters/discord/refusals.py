"""Answers that Discord counts against our address: too many of them, and it bans the address for a while.

10,000 answers of 401, 403 or 429 within ten minutes are the limit, except a 429 that others caused
(https://docs.discord.com/developers/topics/rate-limits#invalid-request-limit-aka-cloudflare-bans).
"""

import logging
import time
from collections import deque
from collections.abc import Callable
from datetime import timedelta

from bot.errors import TemporaryDeliveryError

log = logging.getLogger(__name__)

WINDOW_S = 600.0
SLOW_FROM = 4_000  # the count begins anew with a restart, and twice this is allowed
SLOW_S = 1.0  # between two calls from then on, so at most 600 more in the window
_COUNTED = {401, 403, 429}


class Refusals:
    """The refused requests of the last ten minutes."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._at: deque[float] = deque()
        self._slow_until = 0.0
        self._slow = False

    def note(self, status: int, scope: str) -> None:
        """Take in an answer; `scope` is what Discord says of a rate limit."""
        if status in _COUNTED and scope != "shared":
            self._at.append(self._monotonic())

    def check(self) -> None:
        """Let a call pass, or not yet.

        Raises:
            TemporaryDeliveryError: so much was refused that calls go out one by one.
        """
        now = self._monotonic()
        while self._at and self._at[0] <= now - WINDOW_S:
            self._at.popleft()
        self._tell(slow=len(self._at) >= SLOW_FROM)
        if not self._slow:
            return
        if now < self._slow_until:
            raise TemporaryDeliveryError(
                f"Discord refused {len(self._at)} requests in ten minutes, and at 10,000 it bans this "
                "address: sending is slowed down; look for refused requests in the log.",
                timedelta(seconds=self._slow_until - now),
                lane_wide=True,
            )
        self._slow_until = now + SLOW_S

    def _tell(self, *, slow: bool) -> None:
        if slow is not self._slow:
            log.warning("too many refused requests", extra={"slowed": slow, "count": len(self._at)})
        self._slow = slow

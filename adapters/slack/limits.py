"""What Slack asked to leave alone for a while: a method, in one workspace.

Its limits count by app, method and workspace. chat.postMessage has one more, about a message a second in each channel,
and the refusal does not say which was met: https://docs.slack.dev/apis/web-api/rate-limits
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from math import inf

from adapters.slack.errors import RateLimitedError
from bot.errors import TemporaryDeliveryError
from bot.model import DestinationId

POST = "chat.postMessage"
CHANNEL_S = 2.0  # a channel that was left alone for so long has not met its own limit


class Limits:
    """The methods that rest, by workspace.

    Attributes:
        monotonic: seconds, for differences only.
    """

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self.monotonic = monotonic
        self._until: dict[tuple[str, str], float] = {}
        self._called: dict[DestinationId, float] = {}

    @contextmanager
    def call(self, method: str, team: str, of: DestinationId) -> Iterator[None]:
        """Make one call inside, for a channel of this workspace.

        Raises:
            TemporaryDeliveryError: the method rests there; nothing was asked.
        """
        now = self.monotonic()
        if (rests_s := self._until.get((method, team), -inf) - now) > 0:
            wait = timedelta(seconds=rests_s)
            raise TemporaryDeliveryError(f"Slack is busy: {method} waits {rests_s:.0f} s", wait)
        alone_s = now - self._called.get(of, -inf)
        self._called[of] = now
        try:
            yield
        except RateLimitedError as error:
            if method != POST or alone_s >= CHANNEL_S:
                self._until[method, team] = self.monotonic() + error.retry_after.total_seconds()
            raise

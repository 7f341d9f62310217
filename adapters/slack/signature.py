"""Is a request Slack's, and is it the first time that it comes?

https://docs.slack.dev/authentication/verifying-requests-from-slack. The library's verifier raises on headers that no
Slack sends, and takes the same request again for five minutes; both are mended here.
"""

import re
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from slack_sdk.signature import Clock, SignatureVerifier

from bot.ports import Once

WINDOW_S = 5 * 60  # on both sides of now
TIMESTAMP, SIGNATURE = "X-Slack-Request-Timestamp", "X-Slack-Signature"

_SECONDS = re.compile(r"[0-9]{1,12}")
_DIGEST = re.compile(r"v0=[0-9a-f]{64}")


class Claim(NamedTuple):
    """What a request says of itself."""

    timestamp: str
    signature: str


class _Clock(Clock):
    def __init__(self, now: Callable[[], float]) -> None:
        self.now = now  # type: ignore[method-assign]


class Signatures:
    """Tells Slack's requests from all others.

    Args:
        secret: the app's signing secret.
        once: remembers what came, also over a restart.
        now: seconds since the epoch.
    """

    def __init__(self, secret: str, once: Once, now: Callable[[], float] = time.time) -> None:
        self._verifier = SignatureVerifier(secret, _Clock(now))
        self._once, self._now = once, now

    def claim(self, headers: Mapping[str, str]) -> Claim | None:
        """What the headers say, if a request of now can say that; to be read before the body is."""
        timestamp, signature = headers.get(TIMESTAMP, ""), headers.get(SIGNATURE, "")
        if not _SECONDS.fullmatch(timestamp) or not _DIGEST.fullmatch(signature):
            return None
        near = abs(self._now() - int(timestamp)) <= WINDOW_S
        return Claim(timestamp, signature) if near else None

    def is_genuine(self, claim: Claim, body: bytes) -> bool:
        """Whether Slack signed this body so; whatever the body is, no error leaves here."""
        try:
            return self._verifier.is_valid(body, claim.timestamp, claim.signature)
        except (ValueError, TypeError):  # a body that is not UTF-8
            return False

    async def is_first(self, claim: Claim) -> bool:
        """Whether a genuine request comes for the first time; raises StoreError."""
        until = datetime.fromtimestamp(int(claim.timestamp) + WINDOW_S + 1, UTC)
        now = datetime.fromtimestamp(self._now(), UTC)
        return await self._once.note("signature", claim.signature, until, now)

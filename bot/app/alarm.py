"""The operator is told of a lasting fault once, and once when it ends; and somebody else notices when we are dead."""

import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

import aiohttp

from bot.cards import printable
from bot.config import AlarmConfig
from bot.ports import Clock
from bot.web.watch import Check, Readiness

log = logging.getLogger(__name__)

_TIMEOUT = aiohttp.ClientTimeout(total=10)
_GOOD = range(200, 300)
_MOST = 1500  # characters of one notice


class Lasting:
    """Which checks have failed for long, and which of them somebody was told of."""

    def __init__(self, after: timedelta) -> None:
        self._after = after
        self._since: dict[str, datetime] = {}
        self._told: set[str] = set()

    def news(self, checks: Sequence[Check], now: datetime) -> list[tuple[str, str]]:
        """What is to be told: the check's name, and a sentence. It counts as told when `told` says so."""
        found = []
        for check in checks:
            if not check.ok:
                since = self._since.setdefault(check.name, now)
                if now - since >= self._after and check.name not in self._told:
                    found.append((check.name, f"Gridwire: {check.name}: {check.text}"))
            elif check.name in self._told:
                found.append((check.name, f"Gridwire: {check.name} is well again."))
            else:
                self._since.pop(check.name, None)
        return found

    def told(self, name: str) -> None:
        """Somebody has heard the news of this check."""
        if name in self._told:
            self._told.discard(name)
            self._since.pop(name, None)
        else:
            self._told.add(name)


class Alarm:
    """Looks at the service at each tick; tells a webhook, and pings while alerts go out."""

    def __init__(
        self, table: AlarmConfig, readiness: Callable[[], Awaitable[Readiness]], clock: Clock
    ) -> None:
        self._table, self._readiness, self._clock = table, readiness, clock
        self._lasting = Lasting(timedelta(seconds=table.after_s))
        self._down: set[str] = set()

    async def look(self) -> None:
        """Tell what lasts; what could not be told is told at the next tick."""
        if self._table.webhook is None:
            return
        found = await self._readiness()
        url = self._table.webhook.reveal()
        for name, text in self._lasting.news(found.checks, self._clock.now()):
            if await self._reached("webhook", "POST", url, _notice(url, text)):
                self._lasting.told(name)

    async def ping(self) -> None:
        """Say that alerts go out; whoever misses it raises the alarm."""
        if self._table.ping is not None and (await self._readiness()).ready:
            await self._reached("ping", "GET", self._table.ping.reveal(), None)

    async def _reached(self, what: str, method: str, url: str, body: Any) -> bool:
        """Whether the far end took it; that it does not is logged once, and once when it does."""
        try:
            async with (
                aiohttp.ClientSession(timeout=_TIMEOUT) as client,
                client.request(method, url, json=body, allow_redirects=False) as response,
            ):
                problem = None if response.status in _GOOD else f"answers {response.status}"
        except (TimeoutError, aiohttp.ClientError, OSError) as error:
            problem = type(error).__name__  # its words may have the address, which is a secret
        if problem and what not in self._down:
            log.error("operator not reached", extra={"by": what, "reason": problem})
            self._down.add(what)
        elif problem is None and what in self._down:
            log.warning("operator reached again", extra={"by": what})
            self._down.discard(what)
        return problem is None


def _notice(url: str, text: str) -> dict[str, Any]:
    """What Slack's incoming webhooks want, or Discord's; the words may be a feed's, and call nobody."""
    shown = " ".join(printable(text).split())[:_MOST]
    if urlsplit(url).path.startswith(
        "/services/"
    ):  # https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
        escaped = shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return {"text": escaped}
    return {"content": shown, "allowed_mentions": {"parse": []}}

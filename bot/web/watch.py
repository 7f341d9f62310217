"""What watches over the service asks: is it ready, and how does it do in numbers."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from aiohttp import web

from bot.web.exposition import CONTENT_TYPE, Family, exposition


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that readiness depends on, or that a person should know.

    Attributes:
        text: a sentence.
    """

    name: str
    ok: bool
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Readiness:
    """Whether alerts go out, and what stands in their way."""

    ready: bool
    checks: Sequence[Check]


class Watch:
    """`/-/ready` and `/-/metrics`.

    Args:
        readiness: looks at everything; never raises.
        families: every metric; never raises.
    """

    def __init__(
        self,
        readiness: Callable[[], Awaitable[Readiness]],
        families: Callable[[], Awaitable[Sequence[Family]]],
    ) -> None:
        self._readiness, self._families = readiness, families

    def routes(self) -> Sequence[web.RouteDef]:
        """Where they answer."""
        return [web.get("/-/ready", self._ready), web.get("/-/metrics", self._metrics)]

    async def _ready(self, request: web.Request) -> web.Response:
        """JSON, or words for who asks for text."""
        found = await self._readiness()
        status = 200 if found.ready else 503
        if "text/plain" in request.headers.get("Accept", ""):
            return web.Response(text=_words(found), status=status)
        checks = [{"check": c.name, "ok": c.ok, "text": c.text} for c in found.checks]
        return web.json_response({"ready": found.ready, "checks": checks}, status=status)

    async def _metrics(self, _request: web.Request) -> web.Response:
        text = exposition(await self._families())
        return web.Response(body=text.encode(), headers={"Content-Type": CONTENT_TYPE})


def _words(found: Readiness) -> str:
    lines = [f"{'ok  ' if c.ok else 'FAIL'}  {c.name}: {c.text}" for c in found.checks]
    return "\n".join(["ready" if found.ready else "not ready", *lines, ""])

"""Serve the page: read only, no script, no password, and so for this machine by default."""

import ipaddress
import logging
import re
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack

from aiohttp import web

from bot.errors import ConfigError, StoreError
from bot.model import Brakes, Card
from bot.web.markup import Markup
from bot.web.render import FeedState, index, problem, stylesheet

__all__ = ["FeedState", "Page"]

log = logging.getLogger(__name__)

_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';"
        " frame-ancestors 'none'"
    ),
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Server": "gridwire",
    "X-Content-Type-Options": "nosniff",
}
_PORT = re.compile(r":[0-9]{1,5}$")
_LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})
_STOP_S = 1.0  # how long a slow reader may hold up the end


class Page:
    """The local page and the health check.

    Args:
        trades: the latest trades as cards, newest first; may raise StoreError.
        feeds: how each feed is now.
        brakes: what holds new cards; may raise StoreError.
        more: what else is served.
    """

    def __init__(
        self,
        *,
        trades: Callable[[], Awaitable[Sequence[Card]]],
        feeds: Callable[[], Sequence[FeedState]],
        brakes: Callable[[], Awaitable[Brakes]],
        more: Sequence[web.RouteDef] = (),
    ) -> None:
        self._trades, self._feeds, self._brakes = trades, feeds, brakes
        self._more = more
        self._stylesheet = stylesheet()
        self._open = AsyncExitStack()

    async def start(self, host: str, port: int) -> int:
        """Begin to serve.

        Args:
            host: name or address to listen on.
            port: 0 takes any free one.

        Returns:
            The port taken.

        Raises:
            ConfigError: the address cannot be listened on.
        """
        runner = web.AppRunner(self._app(host), access_log=None, shutdown_timeout=_STOP_S)
        await runner.setup()
        try:
            await web.TCPSite(runner, host, port).start()
        except OSError as error:
            await runner.cleanup()
            reason = error.strerror or error
            raise ConfigError(
                [f"[web]: {host} port {port} cannot be listened on ({reason}): choose another port"]
            ) from error
        self._open.push_async_callback(runner.cleanup)
        bound: int = runner.addresses[0][1]
        return bound

    async def stop(self) -> None:
        """End serving; without effect if it is not."""
        await self._open.aclose()

    def _app(self, host: str) -> web.Application:
        app = web.Application(middlewares=[_only_local_names] if _is_loopback(host) else [])
        app.on_response_prepare.append(_protect)
        app.add_routes(
            [
                web.get("/", self._index),
                web.get("/style.css", self._style),
                web.get("/-/healthy", self._healthy),
                *self._more,
            ]
        )
        return app

    async def _index(self, _request: web.Request) -> web.Response:
        try:
            trades, brakes = await self._trades(), await self._brakes()
        except StoreError as error:
            log.warning("page without trades", exc_info=error)
            return _html(problem(f"The trades cannot be read: {error}"), status=503)
        return _html(index(trades, self._feeds(), brakes.reason))

    async def _style(self, _request: web.Request) -> web.Response:
        return web.Response(text=self._stylesheet, content_type="text/css")

    async def _healthy(self, _request: web.Request) -> web.Response:
        """The process runs; what holds new cards, if that can be read. A held card is no sickness."""
        try:
            brakes = await self._brakes()
        except StoreError:
            return web.json_response({"status": "ok"})
        held = {"paused": brakes.paused, "flood": brakes.flood}
        return web.json_response({"status": "ok", **held})


@web.middleware
async def _only_local_names(
    request: web.Request, handler: Callable[[web.Request], Awaitable[web.StreamResponse]]
) -> web.StreamResponse:
    """Answer by this machine's own names alone: a stranger's name that leads here is DNS rebinding."""
    host = _PORT.sub("", request.headers.get("Host", "").lower())
    if host not in _LOCAL_NAMES:
        raise web.HTTPMisdirectedRequest(text="Ask for this page by http://localhost.")
    return await handler(request)


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


async def _protect(_request: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(_HEADERS)


def _html(text: Markup, *, status: int = 200) -> web.Response:
    return web.Response(text=text, content_type="text/html", status=status)

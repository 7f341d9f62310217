"""The way in by HTTP: events, commands and presses that Slack posts to us, and the pages of an installation.

https://docs.slack.dev/apis/events-api/#http. Whatever is not Slack's is answered with 401 before anything reads it.
"""

import asyncio
import logging
import time
from collections import deque
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web
from slack_bolt.adapter.aiohttp import to_aiohttp_response
from slack_bolt.async_app import AsyncApp
from slack_bolt.request.async_request import AsyncBoltRequest
from slack_bolt.response import BoltResponse
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.installing import INSTALL, REDIRECT, Installing
from adapters.slack.signature import SIGNATURE, TIMESTAMP, Signatures
from adapters.slack.socket import QUIET
from bot.errors import StoreError

log = logging.getLogger(__name__)

EVENTS = "/slack/events"
MOST_BYTES = 512 * 1024  # of a body; a form of Slack's has some kilobytes
READ_S = 5.0  # for the body to arrive
BIND_AGAIN_S = 30.0
VISITS_MAX, MINUTE_S = 120, 60.0  # of each page of an installation

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Http:
    """Serves Slack's requests.

    Args:
        host, port: where to listen; TLS is ended before us.
        installing: the pages for new workspaces; None for an app of one.
    """

    def __init__(
        self, host: str, port: int, signatures: Signatures, installing: Installing | None = None
    ) -> None:
        self._host, self._port = host, port
        self._signatures, self._installing = signatures, installing
        self.address: tuple[str, int] | None = None

    async def serve(self, app: AsyncApp, client: AsyncWebClient) -> None:
        """Answer until cancelled."""
        runner = web.AppRunner(
            self.application(app, client),
            access_log=None,
            logger=QUIET,  # it has a traceback for each request of a stranger's that is no HTTP
            auto_decompress=False,  # Slack signs what it sends: nothing is unpacked for anybody else
            shutdown_timeout=2,
        )
        await runner.setup()
        try:
            await self._listen(runner)
            await asyncio.Event().wait()
        finally:
            self.address = None
            await runner.cleanup()

    def application(self, app: AsyncApp, client: AsyncWebClient) -> web.Application:
        """The routes."""
        made = web.Application(client_max_size=MOST_BYTES)
        made.router.add_post(EVENTS, guarded(self.event_handler(app)))
        if self._installing is not None:
            flow = self._installing.flow(client)
            made.router.add_get(INSTALL, guarded(_page(flow.handle_installation)))
            made.router.add_get(REDIRECT, guarded(_page(flow.handle_callback)))
        return made

    async def _listen(self, runner: web.AppRunner) -> None:
        """Take the port; while another program has it, say so and wait."""
        said = False
        while self.address is None:
            try:
                await web.TCPSite(runner, self._host, self._port).start()
            except OSError as error:
                if not said:
                    what = f"{self._host}:{self._port} ({error.strerror or error})"
                    log.error("slack http cannot listen", extra={"address": what})  # noqa: TRY400 - no bug
                said = True
                await asyncio.sleep(BIND_AGAIN_S)
            else:
                self.address = runner.addresses[0][:2]
        log.info("slack http open", extra={"port": self.address[1]})

    def event_handler(self, app: AsyncApp) -> Handler:
        """What answers events, commands and presses."""

        async def handle(request: web.Request) -> web.StreamResponse:
            """1. headers, 2. body, 3. signature, 4. not seen before; only then is anything read."""
            headers = request.headers
            once_each = all(len(headers.getall(n, ())) == 1 for n in (TIMESTAMP, SIGNATURE))
            claim = self._signatures.claim(headers) if once_each else None
            if claim is None:
                return _refused()
            body = await _body(request)
            if not self._signatures.is_genuine(claim, body):
                return _refused()
            if not await self._signatures.is_first(claim):
                log.warning("slack request refused: it came before")
                return _refused()
            return await _dispatched(app, request, body)

        return handle


def guarded(handler: Handler) -> Handler:
    """A handler whose own failures are said once, and tell the outside nothing."""

    async def safe(request: web.Request) -> web.StreamResponse:
        try:
            return await handler(request)
        except web.HTTPException as said:  # a body that is too long, or broke off; too many visits
            return web.Response(status=said.status)
        except TimeoutError:
            return web.Response(status=408)
        except StoreError as error:
            log.error("slack request not answered", extra={"reason": str(error)})  # noqa: TRY400 - no bug
            return web.Response(status=503)
        except Exception:  # one request must not end the others
            log.exception("slack request failed")
            return web.Response(status=500)

    return safe


async def _body(request: web.Request) -> bytes:
    try:
        async with asyncio.timeout(READ_S):
            return await request.read()
    except (web.RequestPayloadError, ConnectionError) as error:
        raise web.HTTPBadRequest from error


async def _dispatched(app: AsyncApp, request: web.Request, body: bytes) -> web.StreamResponse:
    headers: Any = request.headers
    asked = AsyncBoltRequest(body=body.decode(), query=request.query_string, headers=headers)
    return await to_aiohttp_response(await app.async_dispatch(asked))


class Turnstile:
    """Lets so many through in a minute, whoever they are.

    Anybody may ask for a page, and each page writes into the database in which deliveries are kept.

    Args:
        now: seconds of the monotonic clock.
    """

    def __init__(self, most: int, now: Callable[[], float] = time.monotonic) -> None:
        self._passed, self._most, self._now = deque[float](maxlen=most), most, now

    def lets_in(self) -> bool:
        """Whether the next one may pass; if so, that one counts."""
        now = self._now()
        if len(self._passed) == self._most and now - self._passed[0] < MINUTE_S:
            return False
        self._passed.append(now)
        return True


def _page(handle: Callable[[AsyncBoltRequest], Awaitable[BoltResponse]]) -> Handler:
    """A page of the flow; whatever body comes with the question is left unread."""
    turnstile = Turnstile(VISITS_MAX)

    async def page(request: web.Request) -> web.StreamResponse:
        if not turnstile.lets_in():
            raise web.HTTPTooManyRequests
        headers: Any = request.headers
        asked = AsyncBoltRequest(body="", query=request.query_string, headers=headers)
        return await to_aiohttp_response(await handle(asked))

    return page


def _refused() -> web.Response:
    return web.Response(status=401, text="not signed by Slack")

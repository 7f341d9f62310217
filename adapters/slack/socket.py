"""Socket Mode: hears a reader press a button, without a public address.

https://docs.slack.dev/apis/events-api/using-socket-mode. The library would renew its connections by itself,
for ever and with the same single-use ticket; here one connection is one attempt, `serve` decides about the next,
and so every task ends with it.
"""

import asyncio
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

from slack_bolt.adapter.socket_mode.aiohttp import AsyncSocketModeHandler
from slack_bolt.async_app import AsyncApp
from slack_sdk.socket_mode.aiohttp import SocketModeClient
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.errors import answer
from bot.errors import (
    DeliveryError,
    TemporaryDeliveryError,
    TokenRefusedError,
    UncertainDeliveryError,
)

log = logging.getLogger(__name__)

# The libraries log tickets, response URLs and payloads: what matters of it is logged here instead.
QUIET = logging.getLogger("adapters.slack.library")
QUIET.setLevel(logging.CRITICAL + 1)

PING_S = 10.0
OPEN_S = 15.0  # for the handshake
CLOSE_S = 2.0  # for the far end to say goodbye
WATCH_S = 0.5
STEADY_S = 30.0  # a connection that lived so long was a good one
SHORTEST_WAIT_S = 0.5
LONGEST_WAIT_S = 60.0


class _Socket(SocketModeClient):
    """One connection; it says when it should be replaced, and never replaces itself."""

    def __init__(self, app_token: str, web: AsyncWebClient) -> None:
        super().__init__(app_token, QUIET, web, auto_reconnect_enabled=False, ping_interval=PING_S)
        self.ending = asyncio.Event()
        self.running: set[asyncio.Task[Any]] = set()

    async def connect_to_new_endpoint(self, force: bool = False) -> None:  # noqa: FBT001, FBT002, ARG002 - the library's signature
        """Note that Slack asked for a new connection."""
        self.ending.set()

    async def run_message_listeners(self, message: dict[str, object], raw_message: str) -> None:
        """Answer one envelope, in a task that `give_back` can end."""
        if task := asyncio.current_task():
            self.running.add(task)
            task.add_done_callback(self.running.discard)
        await super().run_message_listeners(message, raw_message)

    async def give_back(self) -> None:
        """Close the connection and wait for every task of it."""
        with suppress(TimeoutError):
            async with asyncio.timeout(CLOSE_S):
                await self.disconnect()  # type: ignore[no-untyped-call]
        await self.close()  # type: ignore[no-untyped-call]
        parts = (self.message_processor, self.current_session_monitor, self.message_receiver)
        pending = [*self.running, *(part for part in parts if part is not None)]
        for part in pending:
            part.cancel()
        await asyncio.gather(*pending, return_exceptions=True)


class _Handler(AsyncSocketModeHandler):
    """The library's bridge from socket to app, over our socket.

    The library's own `__init__` would open a second client with its own session.
    """

    def __init__(self, app: AsyncApp, socket: _Socket) -> None:
        self.app = app
        self.app_token = socket.app_token
        self.client = socket
        socket.socket_mode_request_listeners.append(self.handle)  # type: ignore[arg-type]


class Socket:
    """The way in by Socket Mode.

    Args:
        app_token: opens the connections; it is another one than posts.
    """

    def __init__(self, app_token: str) -> None:
        self._app_token = app_token

    async def serve(self, app: AsyncApp, client: AsyncWebClient) -> None:
        """Hand on what comes, until cancelled."""
        await serve(app, client, self._app_token)


async def serve(app: AsyncApp, web: AsyncWebClient, app_token: str) -> None:
    """Keep one connection open until cancelled.

    Failures are logged when they begin and when they end; between them are pauses of growing length.
    """
    loop = asyncio.get_running_loop()
    failures, lost = 0, False
    while True:
        began = loop.time()
        try:
            async with _opened(app, web, app_token) as socket:
                log.info("slack socket open", extra={"again": lost})
                lost = False
                await _until_it_ends(socket)
        except DeliveryError as error:
            if not lost:
                level = logging.ERROR if isinstance(error, TokenRefusedError) else logging.WARNING
                log.log(level, "slack socket lost", extra={"error": str(error)})
            lost = True
        failures = 0 if loop.time() - began > STEADY_S else failures + 1
        await asyncio.sleep(_wait_s(failures))


def _wait_s(failures: int) -> float:
    return min(SHORTEST_WAIT_S * 2 ** min(failures - 1, 10), LONGEST_WAIT_S) if failures else 0.0


@asynccontextmanager
async def _opened(app: AsyncApp, web: AsyncWebClient, app_token: str) -> AsyncIterator[_Socket]:
    """One connection, given back afterwards.

    Raises:
        DeliveryError: it could not be opened.
    """
    request = web.apps_connections_open(app_token=app_token)
    ticket = await answer(request, "apps.connections.open", right_missing=TokenRefusedError)
    socket = _Socket(app_token, web)
    try:
        socket.wss_uri = str(ticket.get("url", ""))
        await _open(_Handler(app, socket))
        yield socket
    finally:
        await socket.give_back()


async def _open(handler: _Handler) -> None:
    try:
        async with asyncio.timeout(OPEN_S):
            await handler.connect_async()  # type: ignore[no-untyped-call]
    except TimeoutError as error:
        raise TemporaryDeliveryError(
            "Slack's socket could not be opened: check that the network lets WebSockets through"
        ) from error


async def _until_it_ends(socket: _Socket) -> None:
    """Wait until Slack asks for a new connection; an error says that this one broke."""
    while not socket.ending.is_set():
        if not await socket.is_connected():
            raise UncertainDeliveryError("Slack's socket broke: buttons wait for the next one")
        with suppress(TimeoutError):
            async with asyncio.timeout(WATCH_S):
                await socket.ending.wait()

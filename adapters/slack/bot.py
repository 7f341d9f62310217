"""The connection to Slack: authorise, hear what readers press and ask, give everything back."""

import asyncio
from collections.abc import Sequence
from typing import Protocol

import aiohttp
from slack_bolt.async_app import AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack import socket
from adapters.slack.commands import Commands
from adapters.slack.events import Leaving, count_once, only_installed
from adapters.slack.notifier import SlackNotifier
from adapters.slack.workspaces import Installed, Workspaces, authorizing
from bot.ports import Backend, Once


class WayIn(Protocol):
    """How Slack reaches us: Socket Mode or HTTP."""

    async def serve(self, app: AsyncApp, client: AsyncWebClient) -> None:
        """Hand on what comes, until cancelled."""
        ...


class SlackPlatform:
    """One app of Slack's, in one workspace or in many.

    Args:
        workspaces: whose tokens speak.
        ways_in: with none it posts all the same, and hears nobody.
        once: remembers which events came.

    Attributes:
        name: what the configuration calls this platform.
    """

    name = "slack"

    def __init__(
        self,
        workspaces: Workspaces,
        ways_in: Sequence[WayIn],
        *,
        api_base: str,
        request_timeout_s: float,
        backend: Backend,
        once: Once,
    ) -> None:
        self._workspaces, self._ways_in = workspaces, tuple(ways_in)
        self._api_base = api_base.rstrip("/") + "/"
        self._request_timeout_s = request_timeout_s
        self._backend, self._once = backend, once
        self._session: aiohttp.ClientSession | None = None
        self._web: AsyncWebClient | None = None
        self._notifier: SlackNotifier | None = None

    @property
    def notifier(self) -> SlackNotifier:
        """Usable after `connect`."""
        if self._notifier is None:
            raise RuntimeError("connect first")
        return self._notifier

    @property
    def hears(self) -> None:
        """Not known: the library opens and closes its sockets by itself."""
        return

    async def connect(self) -> None:
        """Authorise; may be called again.

        Raises:
            TemporaryDeliveryError: Slack cannot be reached now.
            TokenRefusedError: Slack does not accept the token.
        """
        web = self._client()
        await self._workspaces.open(web)
        self._notifier = SlackNotifier(
            web, self._workspaces, request_timeout_s=self._request_timeout_s
        )

    async def listen(self) -> None:
        """Answer what comes until cancelled; without a way in there is nothing to hear."""
        if not self._ways_in:
            await asyncio.Event().wait()
        async with asyncio.TaskGroup() as answers:
            app = self.app(answers)
            for way in self._ways_in:
                answers.create_task(way.serve(app, self._client()))

    async def close(self) -> None:
        """Give the connections back; `connect` would open new ones."""
        session, self._session, self._web = self._session, None, None
        if session is not None:
            await session.close()

    def _client(self) -> AsyncWebClient:
        """Without a token of its own: each call names that of its workspace."""
        if self._web is None:
            self._session = aiohttp.ClientSession(
                timeout=aiohttp.ClientTimeout(
                    total=self._request_timeout_s, sock_connect=self._request_timeout_s / 2
                ),
                # A kept connection that the far end has just closed would make the outcome of a post
                # unknown, and the card late by the settle time: a handshake is cheaper.
                connector=aiohttp.TCPConnector(force_close=True),
            )
            self._web = AsyncWebClient(
                base_url=self._api_base,
                timeout=int(self._request_timeout_s) or 1,
                session=self._session,
                logger=socket.QUIET,
                retry_handlers=[],  # the default one repeats a post whose connection was cut
            )
        return self._web

    def app(self, answers: asyncio.TaskGroup) -> AsyncApp:
        """What hears events and presses, however they come in; its answers run in the group, and end with it.

        No call stands between a press and its acknowledgement: who speaks is known here.
        """
        app = AsyncApp(
            client=self._client(),
            authorize=authorizing(self._workspaces),  # type: ignore[arg-type] # None is understood: nobody's
            before_authorize=only_installed(self._workspaces),
            request_verification_enabled=False,  # a way in that needs it does it, without raising
            logger=socket.QUIET,
        )
        count_once(app, self._once)
        if isinstance(self._workspaces, Installed):
            Leaving(self._workspaces, self._backend.alerts.forget).register(app)
        Commands(self._backend, lambda: self.notifier).register(app, answers)
        return app

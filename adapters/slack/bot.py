"""The connection to Slack: authorise, hear what readers press and ask, give everything back."""

import asyncio
import logging
from collections.abc import Sequence
from typing import Any, Protocol

import aiohttp
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack import buttons, render, socket
from adapters.slack.errors import answer
from adapters.slack.events import Leaving, count_once
from adapters.slack.notifier import SlackNotifier
from adapters.slack.workspaces import Installed, Workspaces, authorizing
from bot.errors import DeliveryError
from bot.model import TradeId
from bot.ports import Backend, Once

log = logging.getLogger(__name__)

UNKNOWN_STORY = "The story of this trade is no longer known here."


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

        async def on_press(ack: AsyncAck, body: dict[str, Any]) -> None:
            await ack()
            answers.create_task(self._answer(body))

        app = AsyncApp(
            client=self._client(),
            authorize=authorizing(self._workspaces),  # type: ignore[arg-type] # None is understood: nobody's
            request_verification_enabled=False,  # a way in that needs it does it, without raising
            logger=socket.QUIET,
        )
        count_once(app, self._once)
        if isinstance(self._workspaces, Installed):
            Leaving(self._workspaces, self._backend.alerts.forget).register(app)
        app.action(buttons.PRESSED)(on_press)
        return app

    async def _answer(self, body: dict[str, Any]) -> None:
        match body:
            case {
                "user": {"id": str(user)},
                "channel": {"id": str(channel)},
                "actions": [dict(action), *_],
            } if press := buttons.read(action):
                team = body.get("team") or {}
                await self._tell(press[1], str(team.get("id", "")), channel, user)
            case _:
                log.warning("slack button without a trade")

    async def _tell(self, trade: TradeId, team: str, channel: str, user: str) -> None:
        try:
            message = await self._story(trade)
            here = await self._workspaces.of(team)
            request = self._client().chat_postEphemeral(
                token=here.token,
                channel=channel,
                user=user,
                text=message.text,
                blocks=message.blocks or None,
                parse="none",
            )
            await answer(request, f"chat.postEphemeral in {channel}")
            log.info("slack story told", extra={"trade": trade})
        except DeliveryError as error:
            log.warning("slack story not told", extra={"trade": trade, "error": str(error)})
        except Exception:  # one reader's question must not end the others', nor the socket
            log.exception("slack story failed", extra={"trade": trade})

    async def _story(self, trade: TradeId) -> render.Message:
        card = await self._backend.trades.story(trade)
        return render.story(card) if card else render.Message(text=UNKNOWN_STORY)

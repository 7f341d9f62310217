"""The connection to one Slack workspace: authorise, answer the button, give everything back."""

import asyncio
import logging
from typing import Any

import aiohttp
from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.authorization import AuthorizeResult
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack import buttons, render, socket
from adapters.slack.errors import answer
from adapters.slack.notifier import SlackNotifier
from bot.errors import DeliveryError, TemporaryDeliveryError, TokenRefusedError
from bot.model import TradeId
from bot.ports import Stories

log = logging.getLogger(__name__)

UNKNOWN_STORY = "The story of this trade is no longer known here."


class SlackPlatform:
    """One workspace, by a bot token; with an app token also its buttons.

    Attributes:
        name: what the configuration calls this platform.
    """

    name = "slack"

    def __init__(
        self,
        bot_token: str,
        *,
        app_token: str | None,
        api_base: str,
        request_timeout_s: float,
        stories: Stories,
    ) -> None:
        self._bot_token = bot_token
        self._app_token = app_token
        self._api_base = api_base.rstrip("/") + "/"
        self._request_timeout_s = request_timeout_s
        self._stories = stories
        self._session: aiohttp.ClientSession | None = None
        self._web: AsyncWebClient | None = None
        self._notifier: SlackNotifier | None = None
        self._identity = AuthorizeResult(enterprise_id=None, team_id=None)

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
        try:
            who = await answer(web.auth_test(), "auth.test", right_missing=TokenRefusedError)
        except (TemporaryDeliveryError, TokenRefusedError):
            raise
        except DeliveryError as error:  # nothing is posted here, so nothing is uncertain
            raise TemporaryDeliveryError(str(error)) from error
        self._identity = _identity(who, self._bot_token)
        bot_id = self._identity.bot_id or ""
        self._notifier = SlackNotifier(
            web, request_timeout_s=self._request_timeout_s, bot_id=bot_id
        )
        log.info("slack connected", extra={"team": self._identity.team_id})

    async def listen(self) -> None:
        """Answer pressed buttons until cancelled; without an app token there are none to hear."""
        if self._app_token is None:
            await asyncio.Event().wait()
            return
        async with asyncio.TaskGroup() as answers:
            await socket.serve(self._app(answers), self._client(), self._app_token)

    async def close(self) -> None:
        """Give the connections back; `connect` would open new ones."""
        session, self._session, self._web = self._session, None, None
        if session is not None:
            await session.close()

    def _client(self) -> AsyncWebClient:
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
                self._bot_token,
                base_url=self._api_base,
                timeout=int(self._request_timeout_s) or 1,
                session=self._session,
                logger=socket.QUIET,
                retry_handlers=[],  # the default one repeats a post whose connection was cut
            )
        return self._web

    def _app(self, answers: asyncio.TaskGroup) -> AsyncApp:
        """The app behind the socket; its answers run in the given group, and end with it."""

        async def authorize() -> AuthorizeResult:
            return self._identity  # known from `connect`: no call may stand between press and ack

        async def on_press(ack: AsyncAck, body: dict[str, Any]) -> None:
            await ack()
            answers.create_task(self._answer(body))

        app = AsyncApp(client=self._client(), authorize=authorize, logger=socket.QUIET)
        app.action(buttons.PRESSED)(on_press)
        return app

    async def _answer(self, body: dict[str, Any]) -> None:
        match body:
            case {
                "user": {"id": str(user)},
                "channel": {"id": str(channel)},
                "actions": [dict(action), *_],
            } if press := buttons.read(action):
                await self._tell(press[1], channel, user)
            case _:
                log.warning("slack button without a trade")

    async def _tell(self, trade: TradeId, channel: str, user: str) -> None:
        try:
            message = await self._story(trade)
            request = self._client().chat_postEphemeral(
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
        card = await self._stories.story(trade)
        return render.story(card) if card else render.Message(text=UNKNOWN_STORY)


def _identity(who: dict[str, Any], bot_token: str) -> AuthorizeResult:
    """Who the token speaks for, as far as auth.test told."""

    def text(field: str) -> str | None:
        return value if isinstance(value := who.get(field), str) else None

    return AuthorizeResult(
        enterprise_id=text("enterprise_id"),
        team_id=text("team_id"),
        bot_user_id=text("user_id"),
        bot_id=text("bot_id"),
        bot_token=bot_token,
    )

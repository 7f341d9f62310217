"""Connect to Discord, answer the cards' buttons, close.

Two clients, on purpose: discord.py closes a whole client when the gateway refuses it, and posting must not
depend on the gateway. The first only posts (REST); the second only listens, and is replaced as it fails.
"""

import asyncio
import logging
from typing import Any

import discord
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from adapters.discord.errors import TOKEN_REFUSED, ask
from adapters.discord.listener import Listener, ShardedListener, Synced, options
from adapters.discord.notifier import DiscordNotifier
from bot.errors import DeliveryError, TemporaryDeliveryError, TokenRefusedError
from bot.ports import Backend

log = logging.getLogger(__name__)


BACKOFF_S, BACKOFF_MAX_S = 1.0, 600.0
STABLE_S = 600.0
REFUSED_S = 900.0

_REFUSALS = {
    4004: TOKEN_REFUSED,
    4011: "The bot is in too many servers for one gateway connection: remove it from some.",
    4013: "Discord refuses the gateway intents as invalid: update Gridwire.",
    4014: "Discord refuses the gateway intents: check the switches under Bot > Privileged Gateway "
    "Intents in the developer portal.",
}


class DiscordPlatform:
    """The port `Platform` on discord.py.

    Args:
        token: the bot's token.
        api_base: the REST address with its version, "https://discord.com/api/v10".
        gateway: the gateway's address, "wss://gateway.discord.gg/".
        backend: asked by commands and buttons.
        guild_ready_timeout_s: how long to wait for servers after the gateway is ready.
    """

    name = "discord"

    def __init__(
        self,
        token: str,
        *,
        api_base: str,
        gateway: str,
        backend: Backend,
        guild_ready_timeout_s: float = 2.0,
    ) -> None:
        self.notifier = DiscordNotifier()
        self._token, self._backend = token.strip(), backend
        self._api_base, self._gateway = api_base.rstrip("/"), yarl.URL(gateway)
        self._guild_ready_timeout_s = guild_ready_timeout_s
        self._listener: Listener | None = None
        self._down = self._closed = False
        self._synced = Synced()

    @property
    def hears(self) -> bool:
        """Whether the gateway is open."""
        return self._listener is not None and self._listener.is_ready() and not self._down

    async def connect(self) -> None:
        """Log in by REST; posting works from then on.

        Raises:
            TemporaryDeliveryError: not reachable now.
            TokenRefusedError: the token is not accepted.
        """
        if not (self._token.isascii() and self._token.isprintable()):
            raise TokenRefusedError(TOKEN_REFUSED)  # no header can carry it
        await self._close_poster()
        # discord.py has one address for all its clients, kept in these two classes.
        Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = self._api_base, self._gateway
        client = discord.Client(**options(self.notifier.wire.trace()))
        try:
            await self._login(client)
        except BaseException:
            await client.close()
            raise
        self.notifier.wire.client, self._closed = client, False

    async def listen(self) -> None:
        """Answer the buttons until cancelled; a lost gateway is sought again, ever more slowly."""
        loop, wait = asyncio.get_running_loop(), BACKOFF_S
        while not self._closed:
            started = loop.time()
            pause = await self._listen_once()
            if loop.time() - started > STABLE_S:
                wait = BACKOFF_S
            await asyncio.sleep(max(pause, wait))
            wait = min(wait * 2, BACKOFF_MAX_S)

    async def close(self) -> None:
        """Give everything back."""
        self._closed = True
        await self.notifier.close()
        await self._close_poster()
        if self._listener is not None:
            await self._listener.close()

    async def _login(self, client: discord.Client) -> None:
        """A login stores nothing, so whatever is not a refusal of the token is temporary."""
        try:
            await ask(client.login(self._token), "the login", lambda _: None)
        except (TokenRefusedError, TemporaryDeliveryError):
            raise
        except DeliveryError as error:
            raise TemporaryDeliveryError(
                "Discord does not answer the login: check [discord] api_base and its status page."
            ) from error

    async def _close_poster(self) -> None:
        wire = self.notifier.wire
        client, wire.client = wire.client, None
        if client is not None:
            await client.close()

    async def _listen_once(self) -> float:
        """Listen until the gateway fails; how many seconds to leave it alone at least."""
        shards, wait_s = await self._sessions()
        if wait_s > 0:
            log.error("discord gateway left alone: its sessions of today are used up")
            return wait_s
        if self._closed:
            return 0.0
        kind = ShardedListener if shards > 1 else Listener
        self._listener = client = kind(
            self._backend,
            self.notifier,
            self._on_up,
            self.notifier.wire.trace(),
            synced=self._synced,
            guild_ready_timeout_s=self._guild_ready_timeout_s,
        )
        try:
            await client.start(self._token)
        except Exception as error:  # noqa: BLE001 - supervised: discord.py raises even AttributeError when the first connection fails
            return self._on_failure(error)
        finally:
            await client.close()
        return 0.0

    async def _sessions(self) -> tuple[int, float]:
        """How many connections Discord wants, and for how many seconds none may begin."""
        try:
            return await self.notifier.wire.ask(
                lambda http: http.get_bot_gateway(), "the gateway's address", _sessions_in
            )
        except DeliveryError:  # listening says for itself what is wrong
            return 1, 0.0

    def _on_up(self) -> None:
        if self._down:
            log.info("discord gateway back")
        self._down = False

    def _on_failure(self, error: Exception) -> float:
        refusal = _refusal(error)
        if not self._down:
            problem = (
                refusal or f"Discord's gateway fails ({type(error).__name__}): check the network."
            )
            log.log(
                logging.ERROR if refusal else logging.WARNING,
                "discord gateway down, posting goes on",
                extra={"problem": problem},
                exc_info=None if refusal else error,
            )
        self._down = True
        return REFUSED_S if refusal else 0.0


def _sessions_in(answer: tuple[int, str, Any]) -> tuple[int, float]:
    """https://docs.discord.com/developers/events/gateway#session-start-limit-object."""
    shards, _, limit = answer
    used_up = int(limit["remaining"]) < shards
    return int(shards), int(limit["reset_after"]) / 1000 if used_up else 0.0


def _refusal(error: Exception) -> str | None:
    """What an operator must do, if waiting does not help."""
    match error:
        case discord.LoginFailure() | discord.HTTPException(status=401):
            return TOKEN_REFUSED
        case discord.PrivilegedIntentsRequired():
            return _REFUSALS[4014]
        case discord.ConnectionClosed():
            return _REFUSALS.get(error.code)
        case _:
            return None

"""The one way to Discord's REST side: what the token and the address are allowed is kept here."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import aiohttp
import discord
from discord.http import HTTPClient

from adapters.discord.allowance import Allowance
from adapters.discord.errors import TOKEN_REFUSED, ask, trace
from adapters.discord.refusals import Refusals
from bot.errors import TemporaryDeliveryError, TokenRefusedError

T = TypeVar("T")


class Wire:
    """Calls through a client that is logged in.

    Attributes:
        refusals: of every call, also those of clients before.
    """

    def __init__(self) -> None:
        self.refusals = Refusals()
        self._allowance = Allowance()
        self._client: discord.Client | None = None
        self._token_refused = False

    @property
    def client(self) -> discord.Client | None:
        """Logged in; None before the first login."""
        return self._client

    @client.setter
    def client(self, client: discord.Client | None) -> None:
        self._client, self._token_refused = client, False

    def trace(self) -> aiohttp.TraceConfig:
        """What every client of this token is made with."""
        return trace(self.refusals, self._allowance)

    @property
    def ours(self) -> str:
        """Our own user id; empty before the login."""
        return str(self._client.user.id) if self._client and self._client.user else ""

    async def ask(
        self,
        call: Callable[[HTTPClient], Awaitable[Any]],
        where: str,
        read: Callable[[Any], T],
        *,
        once: bool = False,
    ) -> T:
        """Make a call and read its answer.

        Args:
            call: what to ask of discord.py.
            where: in an error's words ("channel 1").
            read: makes the result of Discord's JSON.
            once: never let the library repeat it by itself.

        Raises:
            DeliveryError: and no other.
        """
        http = self._http()
        self.refusals.check()
        try:
            return await ask(call(http), where, read, once=once)
        except TokenRefusedError:
            self._token_refused = True
            raise

    def _http(self) -> HTTPClient:
        if self._client is None or self._client.is_closed():
            raise TemporaryDeliveryError("Discord is not connected; messages wait for the login.")
        if self._token_refused:  # what else is in flight must not ask again
            raise TokenRefusedError(TOKEN_REFUSED)
        return self._client.http

"""When a channel shuts us out, somebody who can mend it is told once, by a way that needs no permission there.

The server's owner gets a direct message: it needs no permission in any channel, only a server in common. An
owner who takes none is told in the channel that Discord's own updates for the staff go to. The system
channel is not used: every member reads it.
"""

import logging
import time
from typing import Any

import discord
from discord.http import handle_message_parameters

from adapters.discord.errands import Errands
from adapters.discord.text import neutralise
from adapters.discord.wire import Wire
from bot.errors import DeliveryError, DestinationRefusedError
from bot.model import Destination

log = logging.getLogger(__name__)

ONE_A_SERVER_S = 6 * 3600.0  # a lost role shuts us out of every channel at once


class Notices:
    """Tells servers' owners what is wrong; a failure is logged, never raised."""

    def __init__(self, wire: Wire, errands: Errands) -> None:
        self._wire, self._errands = wire, errands
        self._told: dict[str, float] = {}

    async def warn(self, to: Destination, problem: str) -> None:
        """Tell the owner of the destination's server, unless a notice of this server is fresh."""
        if not to.server.isdigit():
            return  # the operator's own channel: the log is the notice
        now = time.monotonic()
        if now < self._told.get(to.server, 0.0):
            return
        self._told[to.server] = now + ONE_A_SERVER_S
        try:
            await self._tell(to, _text(to, problem))
            log.info("server's owner told", extra={"where": to.id})
        except DeliveryError as error:
            log.warning("nobody told of it", extra={"where": to.id, "problem": str(error)})

    async def _tell(self, to: Destination, text: str) -> None:
        await self._errands.turn()
        owner, staff = await self._wire.ask(
            lambda http: http.get_guild(int(to.server)), f"server {to.server}", _guild
        )
        try:
            await self._send(await self._direct(owner), text)
        except DestinationRefusedError:
            if staff is None:
                raise
            await self._send(staff, text)

    async def _direct(self, member: str) -> int:
        await self._errands.turn()
        return await self._wire.ask(
            lambda http: http.start_private_message(member),
            "the owner's direct messages",
            lambda channel: int(channel["id"]),
        )

    async def _send(self, channel: int, text: str) -> None:
        await self._errands.turn()
        once = f"notice-{time.time_ns() // 1000}"  # for the library's own repetitions
        params = handle_message_parameters(
            text, nonce=once, allowed_mentions=discord.AllowedMentions.none()
        )
        await self._wire.ask(
            lambda http: http.send_message(channel, params=params),
            "a notice to a server's owner",
            lambda message: int(message["id"]),
        )


def _guild(guild: Any) -> tuple[str, int | None]:
    staff = guild.get("public_updates_channel_id")
    return str(guild["owner_id"]), int(staff) if staff else None


def _text(to: Destination, problem: str) -> str:
    return (
        f"Gridwire cannot post trade alerts in <#{to.channel}>. {neutralise(problem)} "
        "It is tried again by itself, ever more rarely; cards that cannot be shown for a day are dropped. "
        "`/alerts status` shows every channel of the server, `/alerts remove` ends the alerts of one."
    )[:2000]

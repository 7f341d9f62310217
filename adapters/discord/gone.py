"""Servers that were left, and channels that were deleted, while nobody listened.

The gateway tells on connecting which servers the bot is in, those of an outage too. What is missing there is asked
for once more by REST: only what Discord itself says to be gone is forgotten.
"""

import asyncio
import logging
from collections.abc import Awaitable
from typing import Any

import discord

from adapters.discord.errors import ask, code_of
from bot.errors import BotError, DeliveryError, DestinationRefusedError
from bot.ports import Alerts

log = logging.getLogger(__name__)

PAUSE_S = 1.0  # between two questions: beside cards they must not count
UNKNOWN_CHANNEL, UNKNOWN_SERVER, NO_ACCESS = 10003, 10004, 50001


async def forget(client: discord.Client, alerts: Alerts) -> None:
    """Forget what is gone; what fails is logged, and tried again at the next connection."""
    try:
        for server in await alerts.servers():
            if server.isdigit():
                await _look_at(client, alerts, server)
    except BotError as error:
        log.warning("gone servers not forgotten", extra={"problem": str(error)})


async def _look_at(client: discord.Client, alerts: Alerts, server: str) -> None:
    guild = client.get_guild(int(server))
    if guild is None:
        call = client.http.get_guild(int(server), with_counts=False)
        if await _is_gone(call, f"server {server}", {UNKNOWN_SERVER, NO_ACCESS}):
            await alerts.forget(server)
            log.info("server forgotten", extra={"server": server})
    elif not guild.unavailable:
        await _look_into(client, alerts, guild)


async def _look_into(client: discord.Client, alerts: Alerts, guild: discord.Guild) -> None:
    """Its channels; archived threads and hidden channels are not told of, and yet there."""
    for to in await alerts.subscriptions(str(guild.id)):
        if not to.channel.isdigit() or guild.get_channel_or_thread(int(to.channel)) is not None:
            continue
        call = client.http.get_channel(int(to.channel))
        if await _is_gone(call, f"channel {to.channel}", {UNKNOWN_CHANNEL}):
            await alerts.remove(str(guild.id), to.id)
            log.info("channel forgotten", extra={"where": to.id})


async def _is_gone(call: Awaitable[Any], where: str, codes: set[int]) -> bool:
    """Whether Discord says so in these words; no other trouble does."""
    try:
        await ask(call, where, lambda _: None)
    except DestinationRefusedError as error:
        return code_of(error) in codes
    except DeliveryError as error:
        log.info("not known whether it is gone", extra={"where": where, "problem": str(error)})
    finally:
        await asyncio.sleep(PAUSE_S)
    return False

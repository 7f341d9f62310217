"""The buttons of a card, answered for whoever presses them: nothing is kept in memory for it."""

import asyncio
import logging
from typing import Any

import aiohttp
import discord

from adapters.discord.marks import trade_in
from adapters.discord.render import story
from bot.errors import BotError
from bot.model import TradeId
from bot.ports import Backend

log = logging.getLogger(__name__)

UNKNOWN = "This trade is no longer known."
LATER = "The story cannot be read just now: press again in a minute."
STORY_WITHIN_S = 2.0  # Discord waits 3 s: https://docs.discord.com/developers/interactions/receiving-and-responding


async def pressed(interaction: discord.Interaction, backend: Backend) -> None:
    """Answer a pressed button, if it is one of ours."""
    data: Any = interaction.data or {}
    trade = trade_in(data.get("custom_id"))
    if trade is None:
        return
    try:
        await _answer(interaction, backend, trade)
    except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
        log.warning("story not shown", extra={"trade": trade, "problem": type(error).__name__})


async def _answer(interaction: discord.Interaction, backend: Backend, trade: TradeId) -> None:
    """Show the story to the one who asked."""
    try:
        async with asyncio.timeout(STORY_WITHIN_S):
            card = await backend.trades.story(trade)
    except (BotError, TimeoutError) as error:
        log.warning("story not read", extra={"trade": trade, "problem": type(error).__name__})
        await interaction.response.send_message(LATER, ephemeral=True)
        return
    if card is None:
        await interaction.response.send_message(UNKNOWN, ephemeral=True)
    else:
        await interaction.response.send_message(embed=story(card), ephemeral=True)

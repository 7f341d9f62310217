"""What went wrong, in one sentence for the one who asked; what nobody expected is logged whole."""

import logging

import aiohttp
import discord
from discord import app_commands

from adapters.discord.text import neutralise
from bot.errors import (
    ConflictError,
    DeliveryError,
    NoStatsError,
    StatsError,
    StoreError,
    UnknownWordError,
    UsageError,
)

log = logging.getLogger(__name__)

UNEXPECTED = "That did not work, and it is noted for whoever runs this bot: try again later."
CHANGED = "This command has changed: reload Discord (Ctrl+R) and try again."
NOT_FROM_LIST = "That choice cannot be used: pick one that Discord offers in its list."
NO_STATS = "This bot has no statistics loaded yet: ask whoever runs it."
STATS_LATER = "The statistics cannot be read just now: try again in a minute."
STORE_LATER = "That cannot be read or saved just now: try again in a minute."
DELIVERY = "Discord refused: {}"


def sentence(error: BaseException) -> str:  # noqa: PLR0911 - one line a meaning
    """The sentence; the cause of discord.py's own wrapper counts."""
    if isinstance(error, app_commands.CommandInvokeError):
        error = error.original
    match error:
        case UnknownWordError():
            return neutralise(str(error))
        case UsageError():
            return str(error)
        case NoStatsError():
            return NO_STATS
        case StatsError():
            return STATS_LATER
        case ConflictError() | StoreError() | TimeoutError():
            log.warning("not answered", extra={"problem": str(error)})
            return STORE_LATER
        case DeliveryError():
            return DELIVERY.format(error)
        case app_commands.TransformerError():
            return NOT_FROM_LIST
        case app_commands.CommandNotFound() | app_commands.CommandSignatureMismatch():
            return CHANGED
        case _:
            log.error("command failed", exc_info=error)
            return UNEXPECTED


async def tell(interaction: discord.Interaction, text: str) -> None:
    """Say something to the one who asked alone, whatever was said before; a lost reader is no error."""
    try:
        if not interaction.response.is_done():
            await interaction.response.send_message(text, ephemeral=True)
        elif interaction.response.type in _WAITS_FOR_TEXT:
            await interaction.edit_original_response(content=text, embeds=[], view=None)
        else:
            await interaction.followup.send(text, ephemeral=True)
    except (discord.DiscordException, aiohttp.ClientError, OSError) as lost:
        log.warning("not told", extra={"problem": type(lost).__name__})


_WAITS_FOR_TEXT = {discord.InteractionResponseType.deferred_channel_message}

"""What went wrong, in one sentence for the one who asked; what nobody expected is logged whole."""

import logging

import aiohttp
import discord
from discord import app_commands

from adapters.discord.text import neutralise
from bot.chat import troubles
from bot.errors import DeliveryError, StoreError, UnknownWordError

log = logging.getLogger(__name__)

CHANGED = "This command has changed: reload Discord (Ctrl+R) and try again."
NOT_FROM_LIST = "That choice cannot be used: pick one that Discord offers in its list."
DELIVERY = "Discord refused: {}"


def sentence(error: BaseException) -> str:
    """The sentence; the cause of discord.py's own wrapper counts."""
    if isinstance(error, app_commands.CommandInvokeError):
        error = error.original
    match error:
        case UnknownWordError():
            return neutralise(str(error))
        case DeliveryError():
            return DELIVERY.format(error)
        case app_commands.TransformerError():
            return NOT_FROM_LIST
        case app_commands.CommandNotFound() | app_commands.CommandSignatureMismatch():
            return CHANGED
        case StoreError() | TimeoutError():
            log.warning("not answered", extra={"problem": str(error)})
        case _:
            pass
    shared = troubles.sentence(error)
    if shared is None:
        log.error("command failed", exc_info=error)
    return shared or troubles.UNEXPECTED


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

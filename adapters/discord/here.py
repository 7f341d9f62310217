"""What managers change from a card, for the channel that it stands in."""

from dataclasses import replace
from typing import Any

import discord

from adapters.discord.commands import access, wording
from adapters.discord.commands.desk import note
from adapters.discord.commands.pages import Sheet
from adapters.discord.marks import Wish, asking
from bot.chat import sentences
from bot.errors import UsageError
from bot.model import Card, Destination, TradeId
from bot.ports import Backend

Interaction = discord.Interaction[Any]

PAUSED_NOW = "Alerts in {} are paused. Press Mute on any card, or use /alerts resume, to go on."
RESUMED = "Alerts in {} go on with the next trade."


async def follow(interaction: Interaction, backend: Backend, card: Card) -> Sheet:
    """Add the card's clubs to what this channel asked for, and say what it gets now.

    Raises:
        UsageError: the channel's alerts are not this server's to change.
    """
    has = await access.subscribed_here(interaction, backend.alerts)
    draft = backend.alerts.draft(str(interaction.guild_id), access.here(interaction))
    channel = wording.mention(has or draft)
    to = sentences.following(has, draft, card.clubs, channel)
    if isinstance(to, str):
        return note(to)
    await backend.alerts.subscribe(to, str(interaction.user.id))
    lines = [*wording.words.described(to), *await access.lacks(interaction, to)]
    return note(sentences.listed(sentences.NOW_GETS.format(channel), lines))


async def ask_to_pause(interaction: Interaction, backend: Backend, trade: TradeId) -> None:
    """Offer to pause this channel's alerts, or to go on with them."""
    to = await _managed(interaction, backend)
    text, label, wish = (
        (sentences.IS_PAUSED, sentences.RESUME_HERE, Wish.RESUME)
        if to.paused
        else (sentences.ASK_TO_PAUSE, sentences.PAUSE_HERE, Wish.PAUSE)
    )
    view = discord.ui.View(timeout=None)
    view.add_item(discord.ui.Button(label=label, custom_id=asking(wish, trade)))
    view.stop()  # so that discord.py keeps nothing of it
    channel = wording.mention(to)
    await interaction.response.send_message(text.format(channel), view=view, ephemeral=True)


async def pause(interaction: Interaction, backend: Backend, *, paused: bool) -> None:
    """Pause this channel's alerts, or go on; the question gives way to the answer."""
    to = replace(await _managed(interaction, backend), paused=paused)
    await backend.alerts.subscribe(to, str(interaction.user.id))
    text = (PAUSED_NOW if paused else RESUMED).format(wording.mention(to))
    await interaction.response.edit_message(content=text, view=None)


async def _managed(interaction: Interaction, backend: Backend) -> Destination:
    to = await access.subscribed_here(interaction, backend.alerts)
    if to is None:
        raise UsageError(sentences.NONE_TO_PAUSE)
    return to

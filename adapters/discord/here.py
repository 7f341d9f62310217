"""What managers change from a card, for the channel that it stands in."""

from dataclasses import replace
from typing import Any

import discord

from adapters.discord.commands import access, wording
from adapters.discord.commands.desk import note
from adapters.discord.commands.pages import Sheet
from adapters.discord.marks import Wish, asking
from bot import clubs
from bot.errors import UsageError
from bot.model import Card, Destination, TradeId
from bot.ports import Backend

Interaction = discord.Interaction[Any]

NONE_HERE = (
    "No alerts were set up in this channel with /alerts subscribe, so there is nothing to pause: "
    "ask whoever runs this bot."
)
EVERY_CLUB = (
    "{} gets the trades of every club already. For some clubs only, use /alerts edit with clubs."
)
FOLLOWED = "{} follows {} already."
NOW = "{} now gets:"
CONFIRM = (
    "Pause alerts in {}? No new card starts here until somebody resumes them, for everybody in the channel. "
    "Cards that are here stay true."
)
PAUSED_NOW = "Alerts in {} are paused. Press Mute on any card, or use /alerts resume, to go on."
IS_PAUSED = "Alerts in {} are paused."
RESUMED = "Alerts in {} go on with the next trade."


async def follow(interaction: Interaction, backend: Backend, card: Card) -> Sheet:
    """Add the card's clubs to what this channel asked for, and say what it gets now.

    Raises:
        UsageError: the channel's alerts are not this server's to change.
    """
    has = await access.subscribed_here(interaction, backend.alerts)
    to = has or backend.alerts.draft(str(interaction.guild_id), access.here(interaction))
    names = ", ".join(f"the {clubs.name(club)}" for club in card.clubs)
    if has and not has.clubs:
        return note(EVERY_CLUB.format(wording.mention(to)))
    wanted = tuple(dict.fromkeys((*to.clubs, *card.clubs)))
    if has and wanted == has.clubs:
        return note(FOLLOWED.format(wording.mention(to), names))
    to = replace(to, clubs=wanted)
    await backend.alerts.subscribe(to, str(interaction.user.id))
    lines = [*wording.words.described(to), *await access.lacks(interaction, to)]
    return note("\n".join([NOW.format(wording.mention(to)), *(f"• {line}" for line in lines)]))


async def ask_to_pause(interaction: Interaction, backend: Backend, trade: TradeId) -> None:
    """Offer to pause this channel's alerts, or to go on with them."""
    to = await _managed(interaction, backend)
    text, label, wish = (
        (IS_PAUSED, "Resume alerts here", Wish.RESUME)
        if to.paused
        else (CONFIRM, "Pause alerts here", Wish.PAUSE)
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
        raise UsageError(NONE_HERE)
    return to

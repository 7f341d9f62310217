"""Which channel is meant, and what the bot lacks there."""

from collections.abc import Iterator, Sequence
from typing import Any

import aiohttp
import discord

from adapters.discord import permissions
from adapters.discord.permissions import Permission
from bot.errors import UsageError
from bot.model import Destination
from bot.ports import Alerts

UNSEEN = "The bot does not see <#{}>: grant it **View Channel** there, or choose another channel."
UNCHECKED = "The bot's permissions in <#{}> cannot be checked just now: try again in a minute."

Interaction = discord.Interaction[Any]
AnyChannel = discord.abc.GuildChannel | discord.Thread


def here(interaction: Interaction) -> str:
    """The channel in which somebody writes, as alerts are set up for it: a post of a forum means the forum."""
    channel = interaction.channel
    in_forum = isinstance(channel, discord.Thread) and isinstance(
        channel.parent, discord.ForumChannel
    )
    return [*_around(interaction)][-1 if in_forum else 0]


async def subscribed_here(interaction: Interaction, alerts: Alerts) -> Destination | None:
    """What the channel in which somebody writes asked for; a thread without alerts belongs to its channel."""
    has = {to.channel: to for to in await alerts.subscriptions(str(interaction.guild_id))}
    return next((has[number] for number in _around(interaction) if number in has), None)


def _around(interaction: Interaction) -> Iterator[str]:
    yield str(interaction.channel_id)
    if isinstance(interaction.channel, discord.Thread):
        yield str(interaction.channel.parent_id)


async def found(interaction: Interaction, number: str) -> AnyChannel | None:
    """The channel in this server, from what the gateway told or else asked for; None where it is not seen.

    Raises:
        UsageError: Discord does not answer.
    """
    guild = interaction.guild
    if guild is None or not number.isdigit():
        return None
    known = guild.get_channel_or_thread(int(number))
    if known is not None:
        return known
    try:
        return await guild.fetch_channel(int(number))
    except (discord.Forbidden, discord.NotFound, discord.InvalidData):
        return None
    except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
        raise UsageError(UNCHECKED.format(number)) from error


async def lacks(interaction: Interaction, to: Destination) -> list[str]:
    """Every permission that is missing for these cards, a line each, with what does not work."""
    channel = await found(interaction, to.channel)
    if channel is None:
        return [_line(permissions.VIEW)]
    has = _granted(interaction, channel)
    if has is None:
        return [UNCHECKED.format(to.channel)]
    missed: Sequence[Permission] = permissions.missing(has, channel.type, to.manner)
    if not has.mention_everyone and _is_closed(interaction, to):
        missed = [*missed, permissions.PING]
    return list(map(_line, missed))


def _line(permission: Permission) -> str:
    return f"⚠️ **{permission.name}** is missing: {permission.why}"


def _is_closed(interaction: Interaction, to: Destination) -> bool:
    """Whether a role is to be pinged that not everybody may mention."""
    guild = interaction.guild
    roles = [guild.get_role(int(role)) for _, role in to.manner.pings] if guild else []
    return any(role is not None and not role.mentionable for role in roles)


def _granted(interaction: Interaction, channel: AnyChannel) -> discord.Permissions | None:
    """What the bot may do there; of the channel where it was asked, Discord itself said so."""
    if channel.id == interaction.channel_id:
        return interaction.app_permissions
    try:
        holder = channel.parent if isinstance(channel, discord.Thread) else channel
        return None if holder is None else permissions.granted(holder, channel.guild.me)
    except (AttributeError, discord.ClientException):  # the gateway has told too little as yet
        return None

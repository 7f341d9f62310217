"""What the bot must be allowed to do in a channel, and why: pure. One list for setting up and for telling what lacks.

Names are those that Discord's settings show: https://docs.discord.com/developers/topics/permissions
"""

from dataclasses import dataclass

import discord
from discord import ChannelType

from bot.model import Manner

SCOPES = ("bot", "applications.commands")
THREADS = frozenset(
    {ChannelType.public_thread, ChannelType.private_thread, ChannelType.news_thread}
)
FORUMS = frozenset({ChannelType.forum, ChannelType.media})  # to programs both are the same
# A card goes into each of these; into a forum as a post of its own.
TAKES_CARDS = frozenset({ChannelType.text, ChannelType.news, ChannelType.voice, *FORUMS, *THREADS})


@dataclass(frozen=True, slots=True, kw_only=True)
class Permission:
    """One of Discord's permissions.

    Attributes:
        flag: its attribute of `discord.Permissions`.
        name: as Discord's settings call it.
        why: what does not work without it.
    """

    flag: str
    name: str
    why: str


VIEW = Permission(flag="view_channel", name="View Channel", why="the bot does not see the channel")
SEND = Permission(flag="send_messages", name="Send Messages", why="no card can be posted")
EMBED = Permission(flag="embed_links", name="Embed Links", why="cards arrive empty")
HISTORY = Permission(
    flag="read_message_history",
    name="Read Message History",
    why="after a crash a card can be posted twice",
)
IN_THREADS = Permission(
    flag="send_messages_in_threads",
    name="Send Messages in Threads",
    why="nothing can be posted in a thread",
)
OPEN_THREADS = Permission(
    flag="create_public_threads",
    name="Create Public Threads",
    why="no thread can be opened under a card",
)
PING = Permission(
    flag="mention_everyone",
    name="Mention @everyone, @here, and All Roles",
    why="the role is not called unless anybody may mention it",
)

LEAST = (VIEW, SEND, EMBED, HISTORY)


def needed(kind: ChannelType, manner: Manner) -> tuple[Permission, ...]:
    """What cards need in a channel of this kind; of a thread, in the channel that it belongs to.

    Mentioning a role is not among it: a role that anybody may mention needs no permission.
    """
    if kind in THREADS:
        return (VIEW, IN_THREADS, EMBED, HISTORY)
    if kind in FORUMS:
        return (*LEAST, IN_THREADS)  # a notice goes into the post
    return (*LEAST, OPEN_THREADS) if manner.thread else LEAST


def missing(has: discord.Permissions, kind: ChannelType, manner: Manner) -> tuple[Permission, ...]:
    """What lacks for cards in a channel of this kind; without the first one Discord tells no other."""
    lacks = tuple(each for each in needed(kind, manner) if not getattr(has, each.flag))
    return (VIEW,) if VIEW in lacks else lacks


def granted(channel: discord.abc.GuildChannel, me: discord.Member) -> discord.Permissions:
    """What the bot is granted in a channel, each permission by itself.

    What discord.py makes of it for each kind of channel takes away more with Send Messages: then Embed Links
    would be told as missing where it is granted, and in a thread, which needs no Send Messages, without a reason.
    """
    return discord.abc.GuildChannel.permissions_for(channel, me)


def invite(application: int, more: tuple[Permission, ...] = ()) -> str:
    """The address that adds the bot to a server with the least that it needs, and with these."""
    flags = dict.fromkeys((each.flag for each in (*LEAST, *more)), True)
    return discord.utils.oauth_url(
        application, permissions=discord.Permissions(**flags), scopes=SCOPES
    )

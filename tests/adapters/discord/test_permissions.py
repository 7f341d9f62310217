"""What the bot must be allowed to do, and the invitation that asks for no more."""

from urllib.parse import parse_qs, urlsplit

import discord
import pytest
from discord import ChannelType

from adapters.discord.permissions import LEAST, OPEN_THREADS, TAKES_CARDS, invite, missing, needed
from bot.model import Manner


@pytest.mark.parametrize("kind", sorted(TAKES_CARDS, key=str), ids=str)
def test_each_permission_is_named_alone(kind: ChannelType) -> None:
    """Whichever one is taken away, it and no other is missing."""
    manner = Manner(thread=True)
    for one in needed(kind, manner):
        has = discord.Permissions.all()
        has.update(**{one.flag: False})
        assert missing(has, kind, manner) == (one,)


def test_where_the_channel_is_not_seen_nothing_else_is_asked_for() -> None:
    """Discord answers so, whatever else is granted; the rest is told when it can be."""
    lacks = missing(discord.Permissions.none(), ChannelType.text, Manner())
    assert [each.name for each in lacks] == ["View Channel"]


def test_a_thread_needs_what_threads_need() -> None:
    """Send Messages does not count inside of one."""
    has = discord.Permissions(view_channel=True, embed_links=True, read_message_history=True)
    has.update(send_messages=True)
    lacks = missing(has, ChannelType.public_thread, Manner())
    assert [each.name for each in lacks] == ["Send Messages in Threads"]


def test_the_invitation_asks_for_four_permissions_and_commands() -> None:
    """As the documentation prints it, with the application's number."""
    query = parse_qs(urlsplit(invite(42)).query)
    assert query == {
        "client_id": ["42"],
        "scope": ["bot applications.commands"],
        "permissions": ["84992"],
    }
    asked = discord.Permissions(int(query["permissions"][0]))
    assert asked.value.bit_count() == len(LEAST)
    assert all(getattr(asked, each.flag) for each in LEAST)


def test_the_invitation_asks_for_more_only_where_more_is_used() -> None:
    """Threads under cards are a choice."""
    query = parse_qs(urlsplit(invite(42, (OPEN_THREADS,))).query)
    assert discord.Permissions(int(query["permissions"][0])).create_public_threads

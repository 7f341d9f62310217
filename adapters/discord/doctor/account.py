"""The application behind the token: its switches in the developer portal, and where it is installed."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import discord
from discord import ChannelType

from adapters.discord.errors import ask
from adapters.discord.permissions import LEAST, Permission, needed
from adapters.discord.text import clean
from bot.errors import DeliveryError
from bot.model import Destination, DestinationId, Finding, Mend, broken, odd, well

NAMED = 5  # servers in one line

_PRIVILEGED = {
    "Presence": ("gateway_presence", "gateway_presence_limited"),
    "Server Members": ("gateway_guild_members", "gateway_guild_members_limited"),
    "Message Content": ("gateway_message_content", "gateway_message_content_limited"),
}


async def account(client: discord.Client, application: discord.AppInfo) -> list[Finding]:
    """What the developer portal says, and in how many servers the bot is."""
    found = [*_application(application), _intents(application)]
    return [*found, await _gateway(client), await _servers(client)]


def needed_by(
    destinations: Sequence[Destination], kinds: Mapping[DestinationId, ChannelType]
) -> tuple[Permission, ...]:
    """What these destinations need beyond the least, for the invitation."""
    asked = (
        each for to in destinations if to.id in kinds for each in needed(kinds[to.id], to.manner)
    )
    return tuple(dict.fromkeys(each for each in asked if each not in LEAST))


def _application(application: discord.AppInfo) -> Iterator[Finding]:
    if application.interactions_endpoint_url:
        yield broken(
            "application",
            "it has an Interactions Endpoint URL, so that no command and no button reaches the bot",
            "clear that field under General Information in the developer portal",
        )
    if application.bot_require_code_grant:
        yield broken(
            "application",
            "Requires OAuth2 Code Grant is on, so that the invitation fails",
            "switch it off under Bot in the developer portal",
        )
    who = "anybody" if application.bot_public else "only its owner"
    said = f"{clean(application.name)}, number {application.id}; {who} can invite it"
    yield well("application", said)


def _intents(application: discord.AppInfo) -> Finding:
    on = [name for name, flags in _PRIVILEGED.items() if _any(application.flags, flags)]
    if not on:
        return well("intents", "no privileged one is on, and none is needed")
    said = f"{', '.join(on)} Intent is on, and is not needed"
    do = "switch it off under Bot in the developer portal: Gridwire reads nobody's messages"
    return odd("intents", said, do)


def _any(flags: discord.ApplicationFlags, names: Collection[str]) -> bool:
    return any(getattr(flags, name) for name in names)


async def _gateway(client: discord.Client) -> Finding:
    """https://docs.discord.com/developers/events/gateway#session-start-limit-object."""
    try:
        call = client.http.get_bot_gateway()
        left, wanted = await ask(call, "the gateway's address", _sessions)
    except DeliveryError as error:
        return broken("gateway", str(error).rstrip("."), "", Mend.WAITING)
    said = f"{left} connections are left today"
    if left < wanted:
        do = "wait a day, and look in the log for what restarts the service; cards are posted meanwhile"
        return broken("gateway", f"{said}, and {wanted} needed", do, Mend.WAITING)
    return well("gateway", said)


def _sessions(answer: Any) -> tuple[int, int]:
    """How many connections may still begin, and how many it takes."""
    shards, _, limit = answer
    return int(limit["remaining"]), int(shards)


async def _servers(client: discord.Client) -> Finding:
    try:
        names = await ask(_joined(client), "the list of servers", list)
    except DeliveryError as error:
        return broken("servers", str(error).rstrip("."), "", Mend.WAITING)
    if not names:
        return odd("servers", "the bot is in none", "open the invitation below, and choose yours")
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    count = f"{len(names)} server{'' if len(names) == 1 else 's'}"
    return well("servers", f"in {count}: {', '.join(names[:NAMED])}{more}")


async def _joined(client: discord.Client) -> list[str]:
    return [clean(guild.name) async for guild in client.fetch_guilds(limit=None, with_counts=False)]

"""Each destination: is it there, is it a channel for cards, and what must still be granted, one by one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import discord
from discord import ChannelType

from adapters.discord.errors import ask
from adapters.discord.permissions import (
    FORUMS,
    HISTORY,
    OPEN_THREADS,
    PING,
    TAKES_CARDS,
    THREADS,
    granted,
    missing,
)
from adapters.discord.text import clean
from bot.errors import DeliveryError, DestinationRefusedError
from bot.model import Destination, DestinationId, Finding, Mend, broken, odd, well

_BEARABLE = (HISTORY, OPEN_THREADS)  # cards arrive without them

GRANT = "grant it to the bot's role in the channel's settings, under Permissions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A channel as the bot sees it.

    Attributes:
        has: the bot's permissions; in a thread those of its channel.
        roles: the server's, with which of them anybody may mention.
    """

    kind: ChannelType
    name: str
    has: discord.Permissions = field(default_factory=discord.Permissions.none)
    roles: Mapping[str, bool] = field(default_factory=dict)
    archived: bool = False
    locked: bool = False


async def channels(
    client: discord.Client, destinations: Sequence[Destination]
) -> tuple[list[Finding], dict[DestinationId, ChannelType]]:
    """What each destination came to, and what kinds of channels there are."""
    look = _Look(client)
    found: list[Finding] = []
    kinds: dict[DestinationId, ChannelType] = {}
    for at, to in enumerate(destinations):
        try:
            seen = await look.at(to)
        except DestinationRefusedError as error:
            found.append(_refused(to, error))
        except DeliveryError as error:  # the next ones would only wait as long
            left = len(destinations) - at
            text = f"{str(error).rstrip('.')}; {left} not looked at"
            found.append(broken(to.id, text, "look again in a minute", Mend.WAITING))
            break
        else:
            found += told(to, seen)
            kinds[to.id] = seen.kind
    return found, kinds


def told(to: Destination, seen: Seen) -> list[Finding]:
    """Everything about a channel that was found: pure."""
    if seen.kind not in TAKES_CARDS:
        text = f"#{seen.name} takes no messages: it is a {seen.kind.name} channel"
        return [broken(to.id, text, "choose a text, announcement or forum channel", _mend(to))]
    found = [*_closed(to, seen), *_lacking(to, seen), *_without_effect(to, seen), *_roles(to, seen)]
    paused = "; paused by a manager" * to.paused
    text = f"#{seen.name}, {seen.kind.name}: every permission is granted{paused}"
    return found or [well(to.id, text)]


class _Look:
    """Asks for channels, and for each server once."""

    def __init__(self, client: discord.Client) -> None:
        self._client = client
        self._servers: dict[int, tuple[discord.Guild, discord.Member]] = {}

    async def at(self, to: Destination) -> Seen:
        """The channel of a destination.

        Raises:
            DeliveryError: as `ask`.
        """
        where = f"channel {to.channel}"
        raw: Any = await ask(self._client.http.get_channel(int(to.channel)), where, dict)
        kind = discord.enums.try_enum(ChannelType, raw.get("type"))
        if kind not in TAKES_CARDS or not raw.get("guild_id"):
            return Seen(kind=kind, name=clean(str(raw.get("name"))))
        return await ask(self._seen(raw, kind), where, lambda seen: seen)

    async def _seen(self, raw: Any, kind: ChannelType) -> Seen:
        guild, me = await self._server(int(raw["guild_id"]))
        thread = raw.get("thread_metadata") or {}
        known = int(raw["parent_id"] if kind in THREADS else raw["id"])
        channel = await guild.fetch_channel(known)
        assert not isinstance(channel, discord.Thread)  # noqa: S101 - a thread's parent is none
        return Seen(
            kind=kind,
            name=clean(str(raw.get("name"))),
            has=granted(channel, me),
            roles={str(role.id): role.mentionable for role in guild.roles},
            archived=bool(thread.get("archived")),
            locked=bool(thread.get("locked")),
        )

    async def _server(self, number: int) -> tuple[discord.Guild, discord.Member]:
        if number not in self._servers:
            guild = await self._client.fetch_guild(number, with_counts=False)
            assert self._client.user is not None  # noqa: S101 - logged in
            self._servers[number] = guild, await guild.fetch_member(self._client.user.id)
        return self._servers[number]


def _refused(to: Destination, error: DestinationRefusedError) -> Finding:
    match getattr(error.__cause__, "code", 0):
        case 10003:
            file = "copy the channel's number again, or take the destination out"
            do = "say /alerts remove in its server" if to.server else file
            return broken(to.id, "there is no channel with this number", do, _mend(to))
        case 50001:
            do = "invite the bot to its server, or grant it View Channel there"
            return broken(to.id, "the bot does not see this channel", do)
        case _:
            text, _, do = str(error).rstrip(".").rpartition("): ")
            return broken(to.id, f"{text})", do)


def _mend(to: Destination) -> Mend:
    """What the file says wrong is mended there."""
    return Mend.PERSON if to.server else Mend.SETTING


def _closed(to: Destination, seen: Seen) -> Iterator[Finding]:
    if seen.locked:
        yield broken(to.id, f"the thread {seen.name} is locked", "unlock it, or choose another")
    elif seen.archived:
        do = "reopen it: edits of its cards are refused until then"
        yield odd(to.id, f"the thread {seen.name} is archived", do)


def _lacking(to: Destination, seen: Seen) -> Iterator[Finding]:
    for each in missing(seen.has, seen.kind, to.manner):
        grade = odd if each in _BEARABLE else broken
        yield grade(to.id, f"#{seen.name} lacks {each.name} ({each.why})", GRANT)


def _without_effect(to: Destination, seen: Seen) -> Iterator[Finding]:
    if to.manner.publish and seen.kind is not ChannelType.news:
        text = f"publish has no effect: #{seen.name} is no announcement channel"
        yield odd(to.id, text, "make it one in its settings, or take publish out")
    if to.manner.thread and seen.kind in THREADS | FORUMS:
        text = f"thread has no effect in #{seen.name}: threads hold no threads"
        yield odd(to.id, text, "take thread out")


def _roles(to: Destination, seen: Seen) -> Iterator[Finding]:
    for status, role in to.manner.pings:
        if role not in seen.roles:
            text = f"role {role}, which {status} cards mention, is not one of this server"
            yield odd(to.id, text, "copy the role's number again")
        elif not (seen.roles[role] or seen.has.mention_everyone):
            text = f"role {role}, which {status} cards mention, is not called"
            do = f"let anybody mention it in the role's settings, or grant the bot {PING.name}"
            yield odd(to.id, text, do)

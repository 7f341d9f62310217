"""Two Discords with the same two servers and people in each: ours on sockets here, another in `simworld`.

A world says the same of both: who does what where, and what came back.
"""

from dataclasses import dataclass, field, replace
from typing import Any, Protocol

import discord

from bot.model import Card, DeliveryKey, Destination, DestinationId
from bot.ports import Notifier
from tests.builders import a_destination
from tests.servers.discord_gateway import BOT, GUILD, guild
from tests.servers.discord_guilds import BOT_ROLE, overwrite, role
from tests.servers.discord_people import CHANNEL, ROLE, Person, Spot, Told
from tests.servers.fake_discord import FakeDiscord

HOME, AWAY = GUILD, "910000000000000002"
SERVERS = {"home": HOME, "away": AWAY}
TEXT, NEWS, THREAD, FORUM = 0, 5, 11, 15
KINDS = {"trades": TEXT, "news": NEWS, "forum": FORUM, "closed": TEXT, "chat": THREAD}
BOT_MAY = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    embed_links=True,
    read_message_history=True,
    create_public_threads=True,
)
CLOSED = discord.Permissions(send_messages=True, embed_links=True)
RIGHTS = {
    "boss": discord.Permissions(administrator=True),
    "manager": discord.Permissions(manage_guild=True),
    "crew": discord.Permissions.none(),
    "fan": discord.Permissions.none(),
}
PLAIN = discord.Permissions(view_channel=True, send_messages=True, use_application_commands=True)


@dataclass(slots=True, kw_only=True)
class Seen:
    """What somebody sees of an answer."""

    ephemeral: bool = False
    content: str = ""
    embeds: list[dict[str, Any]] = field(default_factory=list)
    components: list[dict[str, Any]] = field(default_factory=list)
    replaced: bool = False
    raw: Any = None

    @property
    def text(self) -> str:
        """All of it in one string."""
        parts = [self.content]
        for embed in self.embeds:
            parts += [embed.get("title") or "", embed.get("description") or ""]
            parts += [f"{each['name']}\n{each['value']}" for each in embed.get("fields", [])]
            parts.append((embed.get("footer") or {}).get("text") or "")
        return "\n".join(parts)

    @property
    def labels(self) -> list[str]:
        """The buttons that can be pressed."""
        buttons = [each for row in self.components for each in row["components"]]
        return [each["label"] for each in buttons if not each.get("disabled")]

    def custom_id(self, label: str) -> str:
        """What the button with this label carries."""
        buttons = [each for row in self.components for each in row["components"]]
        return next(str(each["custom_id"]) for each in buttons if each["label"] == label)


class World(Protocol):
    """What both can do. A place is "home", "away" or "dm"."""

    async def slash(
        self, who: str, name: str, /, *, place: str = "home", at: str = "talk", **options: Any
    ) -> Seen:
        """Call a command, typed at a channel; channels and roles are given by their names.

        "post" is a post in the forum: a card stands there first.
        """
        ...

    async def card(self, card: Card, name: str = "trades") -> Seen:
        """Post a card in a channel at home, or as a post of its forum."""
        ...

    async def complete(
        self, who: str, name: str, option: str, typed: str, /, *, place: str = "home"
    ) -> list[tuple[str, str]]:
        """Type into an option: the names and values that are offered."""
        ...

    async def press(self, who: str, seen: Seen, label: str) -> Seen:
        """Press a button."""
        ...

    def channel(self, name: str, place: str = "home") -> str:
        """A channel's number."""
        ...

    def role(self, name: str, place: str = "home") -> str:
        """A role's number."""
        ...

    async def delete_channel(self, name: str, place: str = "home") -> None:
        """Somebody deletes it."""
        ...

    def messages(self, name: str, place: str = "home") -> list[dict[str, Any]]:
        """What stands in a channel."""
        ...


class SocketWorld:
    """Ours: real sockets, every request checked against Discord's schema."""

    def __init__(self, far: FakeDiscord, notifier: Notifier) -> None:
        self.far, self.notifier = far, notifier
        far.gateway.guilds = [_guild(place) for place in SERVERS]
        for place, server in SERVERS.items():
            for name, kind in KINDS.items():
                number = self.channel(name, place)
                far.channels.states[number] = "open"
                far.channels.details[number] = {"guild_id": server, "type": kind}

    def channel(self, name: str, place: str = "home") -> str:
        """Numbers that say where they belong."""
        return _channel(name, place)

    def role(self, name: str, place: str = "home") -> str:
        """The same."""
        return _role(name, place)

    async def slash(
        self, who: str, name: str, /, *, place: str = "home", at: str = "talk", **options: Any
    ) -> Seen:
        """Call a command."""
        options, resolved = self._resolved(name, options, place)
        person, spot = self.person(who, place), self.spot(place, at)
        told = await self.far.people.slash(person, spot, name, options, resolved)
        return seen_in(told.followups[-1] if told.followups else told.message, told)

    async def complete(
        self, who: str, name: str, option: str, typed: str, /, *, place: str = "home"
    ) -> list[tuple[str, str]]:
        """Type into an option."""
        person, spot = self.person(who, place), self.spot(place)
        told = await self.far.people.complete(person, spot, name, option, typed)
        return [(choice["name"], choice["value"]) for choice in told.choices or []]

    async def press(self, who: str, seen: Seen, label: str) -> Seen:
        """Press a button."""
        place = next((p for p in SERVERS if SERVERS[p] == seen.raw.body.get("guild_id")), "dm")
        person, body = self.person(who, place), seen.raw.body
        spot = self.spot(place, body.get("at", "talk"))
        spot = replace(spot, channel=body.get("channel", spot.channel))
        told = await self.far.people.press(person, spot, seen.raw.message, seen.custom_id(label))
        shown = seen_in(told.followups[-1] if told.followups else told.message, told)
        shown.replaced = (
            shown.raw.message.get("id") == seen.raw.message["id"] and not told.followups
        )
        return shown

    async def card(self, card: Card, name: str = "trades") -> Seen:
        """Post a card."""
        ref = await self.notifier.post(*posted(card, self.channel(name)))
        thread = ref.partition("/")[0] if "/" in ref else self.channel(name)
        message = self.far.shown(thread)[-1]
        at = "post" if "/" in ref else name
        return seen_in(message, Told(body={"guild_id": HOME, "at": at}, message=message))

    async def delete_channel(self, name: str, place: str = "home") -> None:
        """Somebody deletes it."""
        number = self.channel(name, place)
        gone = {"id": number, "guild_id": SERVERS[place], "type": KINDS[name], "name": name}
        event = "THREAD_DELETE" if KINDS[name] == THREAD else "CHANNEL_DELETE"
        await self.far.gateway.dispatch(
            event,
            gone
            | {"position": 0, "permission_overwrites": [], "parent_id": _channel("trades", place)},
        )

    def messages(self, name: str, place: str = "home") -> list[dict[str, Any]]:
        """What stands in a channel."""
        return self.far.channels.shown(self.channel(name, place))

    def person(self, who: str, place: str) -> Person:
        """Somebody there; nobody has rights in a DM."""
        number = str(920_000_000_000_000_000 + list(RIGHTS).index(who))
        if place == "dm":
            return Person(id=number)
        has = RIGHTS[who] | PLAIN
        roles = (self.role("crew", place),) if who == "crew" else ()
        value = discord.Permissions.all().value if has.administrator else has.value
        return Person(id=number, permissions=value, roles=roles)

    def spot(self, place: str, at: str = "talk") -> Spot:
        """Where commands are typed; "talk" is a channel without alerts."""
        if place == "dm":
            channel = {"id": "930000000000000001", "type": 1, "last_message_id": None}
            return Spot(channel=channel, context=1, owners={"0": "0"})
        server = SERVERS[place]
        channel = {"id": str(int(server) + 90), "type": TEXT, "name": "talk", "position": 9}
        channel |= {"permissions": "0", "parent_id": None, "last_message_id": None}
        if at == "post":
            channel = self._post(place)
        elif at != "talk":
            channel |= _channel_told(at, place)
        return Spot(channel=channel, guild=server, owners={"0": server}, app=BOT_MAY.value)

    def _post(self, place: str) -> dict[str, Any]:
        """The latest post of the forum."""
        posts = self.far.channels.details.values()
        latest = [each for each in posts if each.get("parent_id") == _channel("forum", place)][-1]
        kept = {**_channel_told("chat", place), **latest, "permissions": "0"}
        kept["thread_metadata"] |= _channel_told("chat", place)["thread_metadata"]
        return kept

    def _resolved(
        self, name: str, options: dict[str, Any], place: str
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """Channels and roles as numbers, with what Discord adds of them."""
        first, second = name.split()
        root = next(each for each in self.far.guilds.commands if each["name"] == first)
        leaf = next(each for each in root["options"] if each["name"] == second)
        kinds = {option["name"]: option["type"] for option in leaf.get("options", [])}
        sent, resolved = dict(options), dict[str, Any]()
        for key, value in options.items():
            if kinds.get(key) == CHANNEL:
                sent[key] = self.channel(value, place)
                told = _channel_told(value, place) | {"permissions": "0"}
                resolved.setdefault("channels", {})[sent[key]] = told
            elif kinds.get(key) == ROLE:
                sent[key] = self.role(value, place)
                told = next(each for each in _roles(place) if each["id"] == sent[key])
                resolved.setdefault("roles", {})[sent[key]] = told
        return sent, resolved


def posted(card: Card, channel: str) -> tuple[Destination, Card, DeliveryKey]:
    """What a post of this card is made of."""
    to = a_destination(id=DestinationId(f"discord:{channel}"), channel=channel)
    return to, card, DeliveryKey(trade=card.trade, destination=to.id, kind=card.kind)


def seen_in(message: dict[str, Any], told: Any) -> Seen:
    """A message as its reader sees it."""
    return Seen(
        ephemeral=bool(message.get("flags", 0) & 64),
        content=message.get("content") or "",
        embeds=message.get("embeds") or [],
        components=message.get("components") or [],
        raw=told,
    )


def _channel(name: str, place: str) -> str:
    return str(int(SERVERS[place]) + 10 + list(KINDS).index(name))


def _role(name: str, place: str) -> str:
    return str(int(SERVERS[place]) + 50 + ["crew", "fans"].index(name))


def _channel_told(name: str, place: str) -> dict[str, Any]:
    told = {"id": _channel(name, place), "type": KINDS[name], "name": name, "position": 0}
    told |= {"guild_id": SERVERS[place], "parent_id": None, "last_message_id": None, "nsfw": False}
    if KINDS[name] == THREAD:
        meta = {"archived": False, "auto_archive_duration": 60, "locked": False}
        meta |= {"archive_timestamp": "2025-10-07T16:00:00+00:00"}
        told |= {"parent_id": _channel("trades", place), "owner_id": BOT["id"], "member_count": 1}
        return told | {"thread_metadata": meta, "message_count": 0, "rate_limit_per_user": 0}
    denied = [overwrite(BOT_ROLE, deny=CLOSED.value)] if name == "closed" else []
    tags = {"available_tags": [], "default_sort_order": None, "default_forum_layout": 0}
    return told | {"permission_overwrites": denied} | (tags if KINDS[name] == FORUM else {})


def _roles(place: str) -> list[dict[str, Any]]:
    named = [role(_role(name, place), name) for name in ("crew", "fans")]
    return [role(SERVERS[place], "@everyone"), role(BOT_ROLE, "gridwire", BOT_MAY.value), *named]


def _guild(place: str) -> dict[str, Any]:
    me = {"user": BOT, "roles": [BOT_ROLE], "deaf": False, "mute": False, "flags": 0}
    me |= {"joined_at": "2020-01-01T00:00:00+00:00", "nick": None, "avatar": None}
    told = [_channel_told(name, place) for name in KINDS]
    channels = [each for each in told if each["type"] != THREAD]
    threads = [each for each in told if each["type"] == THREAD]
    return guild(
        SERVERS[place],
        name=place,
        roles=_roles(place),
        members=[me],
        channels=channels,
        threads=threads,
    )

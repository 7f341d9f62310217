"""People at our Discord: they type commands, choose from lists and press buttons, as clients let them.

https://docs.discord.com/developers/interactions/receiving-and-responding
"""

import asyncio
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from aiohttp import web

from tests.servers.discord_channels import refusal, reply
from tests.servers.discord_gateway import APPLICATION, BOT, Gateway
from tests.servers.discord_guilds import Guilds

COMMAND, COMPONENT, AUTOCOMPLETE = 2, 3, 4
MESSAGE, DEFERRED, DEFERRED_UPDATE, UPDATE, CHOICES = 4, 5, 6, 7, 8
SUBCOMMAND, STRING, INTEGER, BOOLEAN, CHANNEL, ROLE = 1, 3, 4, 5, 7, 8
PYTHON = {STRING: str, INTEGER: int, BOOLEAN: bool, CHANNEL: str, ROLE: str}
EPHEMERAL = 1 << 6
ANSWER_S = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who acts, with what Discord computes of him where he is."""

    id: str
    permissions: int = 0
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where somebody acts.

    Attributes:
        context: 0 a server, 1 the bot's own DM, 2 another private channel.
        owners: who installed the bot: "0" the server, "1" the user.
        app: what the bot may do there.
    """

    channel: dict[str, Any]
    guild: str | None = None
    context: int = 0
    owners: dict[str, str] = field(default_factory=dict)
    app: int = 0


@dataclass(slots=True, kw_only=True)
class Told:
    """All that came back for one interaction."""

    body: dict[str, Any]
    message: dict[str, Any] = field(default_factory=dict)
    choices: list[dict[str, Any]] | None = None
    followups: list[dict[str, Any]] = field(default_factory=list)
    deferred: bool = False
    done: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def ephemeral(self) -> bool:
        """Whether only the one who asked sees it."""
        return bool(self.message.get("flags", 0) & EPHEMERAL)


class People:
    """Whoever uses the bot."""

    def __init__(self, gateway: Gateway, guilds: Guilds) -> None:
        self._gateway, self._guilds = gateway, guilds
        self._told: dict[str, Told] = {}
        self._ids = count(1_550_000_000_000_000_000)

    async def slash(
        self,
        who: Person,
        spot: Spot,
        name: str,
        options: dict[str, Any],
        resolved: dict[str, Any],
    ) -> Told:
        """Call a command as a client does: nothing that its registration forbids can be sent."""
        root, leaf = _found(self._guilds.commands, name)
        assert spot.context in (root["contexts"] or [0, 1, 2]), f"{name} is not offered there"
        _allowed(name, leaf, options)
        data = _call(root, leaf, [_option(leaf, key, value) for key, value in options.items()])
        return await self.act(who, spot, COMMAND, data | {"resolved": resolved})

    async def complete(
        self,
        who: Person,
        spot: Spot,
        name: str,
        option: str,
        typed: str,
    ) -> Told:
        """Type into an option."""
        root, leaf = _found(self._guilds.commands, name)
        focused = {"name": option, "type": STRING, "value": typed, "focused": True}
        assert next(o for o in leaf["options"] if o["name"] == option)["autocomplete"]
        return await self.act(who, spot, AUTOCOMPLETE, _call(root, leaf, [focused]))

    async def press(self, who: Person, spot: Spot, message: dict[str, Any], custom_id: str) -> Told:
        """Press a button that stands there."""
        buttons = [each for row in message["components"] for each in row["components"]]
        button = next(each for each in buttons if each.get("custom_id") == custom_id)
        assert not button.get("disabled")
        data = {"custom_id": custom_id, "component_type": 2}
        return await self.act(who, spot, COMPONENT, data, message=message)

    async def pick(
        self, who: Person, spot: Spot, message: dict[str, Any], custom_id: str, value: str
    ) -> Told:
        """Choose from a menu that stands there."""
        menus = [each for row in message["components"] for each in row["components"]]
        menu = next(each for each in menus if each.get("custom_id") == custom_id)
        assert value in [option["value"] for option in menu["options"]]
        data = {"custom_id": custom_id, "component_type": 3, "values": [value]}
        return await self.act(who, spot, COMPONENT, data, message=message)

    async def act(
        self, who: Person, spot: Spot, kind: int, data: dict[str, Any], **more: Any
    ) -> Told:
        """Send an interaction, and wait for what the bot makes of it."""
        number = str(next(self._ids))
        body = _interaction(number, who, spot, kind, data) | more
        told = self._told[body["token"]] = Told(body=body)
        await self._gateway.dispatch("INTERACTION_CREATE", body)
        async with asyncio.timeout(ANSWER_S):
            await told.done.wait()
        return told

    def callback(self, token: str, body: dict[str, Any]) -> web.Response | None:
        """The first answer; None where the interaction is not ours."""
        told = self._told.get(token)
        if told is None:
            return None
        if told.message or told.choices is not None or told.deferred:
            return reply({"message": "already acknowledged", "code": 40060}, 400)
        data = body.get("data") or {}
        match body["type"]:
            case 8:
                told.choices = data["choices"]
            case 5 | 6:
                told.deferred = True
                told.message = _message(told, data) if body["type"] == DEFERRED else {}
                return _acknowledged(told)
            case 4:
                told.message = _message(told, data)
            case 7:
                told.message = told.body["message"] | data
        told.done.set()
        return _acknowledged(told)

    def webhook(self, method: str, token: str, rest: list[str], body: Any) -> web.Response:
        """What follows the first answer."""
        told = self._told.get(token)
        if told is None:
            return refusal(10008)
        if (method, rest) == ("POST", []):
            told.followups.append(_message(told, body))
            shown = told.followups[-1]
        else:
            assert (method, rest) == ("PATCH", ["messages", "@original"]), (method, rest)
            told.message = (told.message or dict(told.body["message"])) | {
                key: value or ("" if key == "content" else []) for key, value in body.items()
            }
            shown = told.message
        told.done.set()
        return reply(shown)


def _interaction(
    number: str, who: Person, spot: Spot, kind: int, data: dict[str, Any]
) -> dict[str, Any]:
    user = {"id": who.id, "username": f"user{who.id}", "discriminator": "0", "avatar": None}
    member = {"user": user, "roles": list(who.roles), "deaf": False, "mute": False, "flags": 0}
    member |= {"joined_at": "2020-01-01T00:00:00+00:00", "permissions": str(who.permissions)}
    body = {
        "id": number,
        "application_id": APPLICATION,
        "type": kind,
        "token": f"aW50ZXJhY3Rpb246{number}",
        "version": 1,
        "channel_id": spot.channel["id"],
        "channel": spot.channel,
        "app_permissions": str(spot.app),
        "locale": "en-US",
        "entitlements": [],
        "authorizing_integration_owners": spot.owners,
        "context": spot.context,
        "attachment_size_limit": 10_485_760,
        "data": data,
    }
    if spot.guild is None:
        return body | {"user": user}
    return body | {"guild_id": spot.guild, "member": member, "guild_locale": "en-US"}


def _found(commands: list[dict[str, Any]], name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The registered command with its subcommand; who calls another one gets a StopIteration."""
    first, second = name.split()
    root = next(each for each in commands if each["name"] == first)
    return root, next(each for each in root["options"] if each["name"] == second)


def _allowed(name: str, leaf: dict[str, Any], options: dict[str, Any]) -> None:
    known = {option["name"]: option for option in leaf.get("options", [])}
    assert set(options) <= set(known), f"{name} has no such option: {options}"
    for key, option in known.items():
        assert key in options or not option.get("required"), f"{name} needs {key}"
        if key in options:
            _fits(option, options[key])


def _fits(option: dict[str, Any], value: Any) -> None:
    assert type(value) is PYTHON[option["type"]], f"{option['name']} is no {value!r}"
    choices = [choice["value"] for choice in option.get("choices") or []]
    assert not choices or value in choices, f"{value!r} is not among {choices}"
    if option["type"] == INTEGER:
        assert option.get("min_value", value) <= value <= option.get("max_value", value)
    if option["type"] == STRING:
        assert option.get("min_length", 0) <= len(value) <= option.get("max_length", 6000)


def _option(leaf: dict[str, Any], key: str, value: Any) -> dict[str, Any]:
    kind = next(option["type"] for option in leaf["options"] if option["name"] == key)
    return {"name": key, "type": kind, "value": value}


def _call(
    root: dict[str, Any], leaf: dict[str, Any], options: list[dict[str, Any]]
) -> dict[str, Any]:
    inner = {"name": leaf["name"], "type": SUBCOMMAND, "options": options}
    return {"id": root["id"], "name": root["name"], "type": 1, "options": [inner]}


def _message(told: Told, data: dict[str, Any]) -> dict[str, Any]:
    asked = {"id": told.body["id"], "type": told.body["type"]}
    asked |= {"user": _asker(told.body), "authorizing_integration_owners": {}}
    return {
        "id": str(int(told.body["id"]) + 1_000_000),
        "channel_id": told.body["channel_id"],
        "author": BOT,
        "content": data.get("content") or "",
        "embeds": data.get("embeds") or [],
        "components": data.get("components") or [],
        "flags": data.get("flags") or 0,
        "timestamp": "2025-10-07T16:00:00+00:00",
        "edited_timestamp": None,
        "type": 20,
        "interaction_metadata": asked,
        "allowed_mentions": data.get("allowed_mentions"),
        **dict.fromkeys(("tts", "mention_everyone", "pinned"), False),
        **{name: [] for name in ("mentions", "mention_roles", "attachments")},
    }


def _asker(body: dict[str, Any]) -> Any:
    return body["user"] if "user" in body else body["member"]["user"]


def _acknowledged(told: Told) -> web.Response:
    return reply({"interaction": {"id": told.body["id"], "type": told.body["type"]}})

"""The server that the bot is in, as REST tells it: roles, the bot's own membership, and the commands it registered.

https://docs.discord.com/developers/resources/guild
"""

from typing import Any

from aiohttp import web

from tests.servers import discord_gateway
from tests.servers.discord_answers import refusal, reply
from tests.servers.discord_gateway import APPLICATION, BOT, GUILD

LEAST = 84992  # View Channel, Send Messages, Embed Links, Read Message History
BOT_ROLE = "900000000000000005"


class Guilds:
    """One server, until it is removed.

    Attributes:
        joined: the servers that the bot is in.
        permissions: what the bot's role grants.
        everyone: what everybody may do.
        roles: more of them.
        commands: what the bot registered, as Discord keeps it.
    """

    def __init__(self) -> None:
        self.joined = [GUILD]
        self.permissions = LEAST
        self.everyone = 0
        self.roles: list[dict[str, Any]] = []
        self.commands: list[dict[str, Any]] = []

    def answer(self, guild: str, rest: list[str]) -> web.Response:
        """Answer a GET below /guilds/{guild}."""
        if guild not in self.joined:
            return refusal(10004)
        match rest:
            case []:
                return reply(discord_gateway.guild() | {"id": guild, "roles": self._roles(guild)})
            case ["members", user] if user == BOT["id"]:
                return reply(_member())
            case _:
                return reply({"message": "404: Not Found", "code": 0}, 404)

    def listed(self) -> web.Response:
        """What /users/@me/guilds answers."""
        kept = {"owner": False, "permissions": str(self.permissions), "features": []}
        return reply([{"id": one, "name": "readers", "icon": None, **kept} for one in self.joined])

    def register(self, commands: list[dict[str, Any]]) -> web.Response:
        """Replace every command, and keep it as Discord does: with an id, a version and every default."""
        self.commands = [_kept(number, each) for number, each in enumerate(commands)]
        return reply(self.commands)

    def _roles(self, guild: str) -> list[dict[str, Any]]:
        return [
            role(guild, "@everyone", self.everyone),
            role(BOT_ROLE, "gridwire", self.permissions),
            *self.roles,
        ]


def role(number: str, name: str, permissions: int = 0, **more: Any) -> dict[str, Any]:
    """A role as Discord tells it."""
    kept = {"color": 0, "hoist": False, "position": 0, "managed": False, "mentionable": False}
    return {"id": number, "name": name, "permissions": str(permissions), "flags": 0, **kept, **more}


def overwrite(number: str, *, allow: int = 0, deny: int = 0) -> dict[str, Any]:
    """What a channel grants or takes from a role."""
    return {"id": number, "type": 0, "allow": str(allow), "deny": str(deny)}


def _member() -> dict[str, Any]:
    kept = {"deaf": False, "mute": False, "flags": 0, "joined_at": "2020-01-01T00:00:00+00:00"}
    return {"user": BOT, "roles": [BOT_ROLE], "nick": None, "avatar": None, **kept}


def _kept(number: int, command: dict[str, Any]) -> dict[str, Any]:
    """https://docs.discord.com/developers/interactions/application-commands#application-command-object."""
    ids = {"id": str(1_600_000_000_000_000_000 + number), "version": "1"}
    known = {"application_id": APPLICATION, "default_member_permissions": None, "nsfw": False}
    known |= {"contexts": None, "integration_types": [0], "dm_permission": True}
    known |= {"name_localizations": None, "description_localizations": None}
    return {**known, **command, **ids}

"""The same world on simcord, a Discord that others wrote."""

import asyncio
from typing import Any

import discord
import simcord

from adapters.discord.listener import Listener
from adapters.discord.notifier import DiscordNotifier
from bot.model import Card
from bot.ports import Backend
from tests.adapters.discord.commands.worlds import CLOSED, RIGHTS, SERVERS, Seen, posted


class SimWorld:
    """simcord: it takes discord.py's requests before they leave, so no sockets, but another mind's rules."""

    def __init__(self, env: simcord.Env) -> None:
        self.env = env
        self._guilds: dict[str, Any] = {}
        self._people: dict[tuple[str, str], Any] = {}
        self._users = {name: env.create_user(name) for name in RIGHTS}
        for place in SERVERS:
            self._found(place)

    def _found(self, place: str) -> None:
        made = self._guilds[place] = self.env.create_guild(place)
        roles = {name: made.create_role(name, permissions=has) for name, has in RIGHTS.items()}
        roles["fans"] = made.create_role("fans")
        made.create_text_channel("talk")
        made.create_text_channel("trades")
        made.create_text_channel(
            "closed", overwrites={made.me: discord.PermissionOverwrite(**dict(_denied()))}
        )
        made.create_news_channel("news")
        made.create_forum_channel("forum")
        for name, user in self._users.items():
            self._people[name, place] = made.add_member(user, roles=[roles[name]])

    def guild(self, place: str) -> Any:
        """The server itself."""
        return self._guilds[place]

    async def open_commands(self) -> None:
        """Everybody may see every command: what we check ourselves is to be tested."""
        for command in await self.env.bot.tree.fetch_commands():
            for place, made in self._guilds.items():
                allowed = {self._people[name, place]: True for name in RIGHTS}
                made.set_command_permissions(command, allowed)

    def channel(self, name: str, place: str = "home") -> str:
        """As simcord numbers them."""
        return str(self._guilds[place].channels[name].id)

    def role(self, name: str, place: str = "home") -> str:
        """The same."""
        return str(self._guilds[place].roles[name].id)

    async def slash(
        self, who: str, name: str, /, *, place: str = "home", at: str = "talk", **options: Any
    ) -> Seen:
        """Call a command."""
        if place == "dm":
            return await self._seen(await self._users[who].slash(name, **options))
        made = self._guilds[place]
        if "channel" in options and name in {"alerts subscribe", "alerts edit"}:
            options["channel"] = made.channels[options["channel"]]
        for key in ("ping_role", "role"):
            if key in options:
                options[key] = made.roles[options[key]]
        person = self._people[who, place]
        where = made.channels["forum"].threads[-1] if at == "post" else made.channels[at]
        return await self._seen(await person.slash(where, name, **options))

    async def card(self, card: Card, name: str = "trades") -> Seen:
        """Post a card."""
        channel = self._guilds["home"].channels[name]
        notifier = DiscordNotifier()
        notifier.wire.client = self.env.bot
        what = posted(card, str(channel.id))
        await notifier.gathers(what[0])  # learns its kind: simcord takes a plain message in a forum
        ref = await notifier.post(*what)
        shown = (channel.threads[-1] if "/" in ref else channel).history()[-1]
        rows = [row.to_dict() for row in shown.components]
        embeds = [dict(embed.to_dict()) for embed in shown.embeds]
        return Seen(content=shown.content, embeds=embeds, components=rows, raw=shown)

    async def restart(self, backend: Backend) -> None:
        """The process ends, and another one begins."""
        await self.env.restart_bot(sim_bot(backend))

    async def complete(
        self, who: str, name: str, option: str, typed: str, /, *, place: str = "home"
    ) -> list[tuple[str, str]]:
        """Type into an option."""
        if place == "dm":
            found = await self._users[who].autocomplete(name, option, typed)
        else:
            talk = self._guilds[place].channels["talk"]
            found = await self._people[who, place].autocomplete(talk, name, option, typed)
        return [(choice["name"], choice["value"]) for choice in found]

    async def press(self, who: str, seen: Seen, label: str) -> Seen:
        """Press a button."""
        guild = getattr(seen.raw, "message", seen.raw).guild
        guild_id = guild and guild.id
        place = next((p for p, made in self._guilds.items() if made.id == guild_id), "dm")
        person = self._users[who] if place == "dm" else self._people[who, place]
        custom_id = seen.custom_id(label)
        before = seen.raw.id
        shown = await self._seen(await person.click(seen.raw, custom_id=custom_id), seen.raw)
        shown.replaced = shown.raw.id == before
        return shown

    async def pick(self, who: str, seen: Seen, value: str) -> Seen:
        """Choose from the menu of a message that stands in a channel at home."""
        person = self._people[who, "home"]
        return await self._seen(await person.select(seen.raw, [value]), seen.raw)

    async def delete_channel(self, name: str, place: str = "home") -> None:
        """Somebody deletes it."""
        await self.env.bot.get_channel(int(self.channel(name, place))).delete()
        await self.env.settle()

    def messages(self, name: str, place: str = "home") -> list[dict[str, Any]]:
        """What stands in a channel."""
        history = self._guilds[place].channels[name].history()
        return [{"embeds": [embed.to_dict() for embed in each.embeds]} for each in history]

    async def _seen(self, result: Any, before: Any = None) -> Seen:
        """The answer, once it is there: the database answers from a thread that simcord does not know."""
        async with asyncio.timeout(5):
            while not result.followups and (result.response is None or _is_waiting(result)):
                if before is not None and result.acknowledged and result.response is None:
                    break
                await asyncio.sleep(0.01)
        shown = result.followups[-1] if result.followups else result.response or before
        embeds = [dict(embed.to_dict()) for embed in shown.embeds]
        return Seen(
            ephemeral=shown.ephemeral,
            content=shown.content,
            embeds=embeds,
            components=shown.components,
            raw=shown,
        )


def _is_waiting(result: Any) -> bool:
    return bool(result.deferred and not (result.response.content or result.response.embeds))


def sim_bot(backend: Backend) -> Listener:
    """Our client, posting as well, for simcord carries one client only."""
    notifier = DiscordNotifier()
    made = Listener(backend, notifier, lambda: None, notifier.wire.trace(), guild_ready_timeout_s=0)
    notifier.wire.client = made
    return made


def _denied() -> Any:
    return ((flag, False) for flag, value in CLOSED if value)

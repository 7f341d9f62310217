"""`/alerts`: what a server's managers decide about their channels. Every answer is for them alone."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import discord
from discord import app_commands
from discord.app_commands import Range

from adapters.discord.commands import access, complete, wording
from adapters.discord.commands.alerts_change import Changes
from adapters.discord.commands.alerts_look import NONE_YET, Looks
from adapters.discord.commands.alerts_test import Trial
from adapters.discord.commands.complete import Choices
from adapters.discord.commands.desk import Desk, note
from adapters.discord.commands.pages import Page
from adapters.discord.commands.rights import Right, declared
from adapters.discord.text import cut
from bot.chat import sentences
from bot.errors import UsageError
from bot.model import Destination
from bot.ports import Notifier

Interaction = discord.Interaction[Any]
Channel = Range[str, 1, 100]
_MANAGER, _ADMINISTRATOR = declared(Right.MANAGER), declared(Right.ADMINISTRATOR)
_SERVERS = app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False)
_INSTALLS = app_commands.AppInstallationType(guild=True, user=False)

NONE_HERE = "This channel has no alerts: name one that has, or start with /alerts subscribe."
MENTIONS_MAX = 1000
NO_ROLE = "Only members with Manage Server manage alerts."
NO_SUCH = "This server has no alerts in that channel: pick one from the list."


class Alerts(app_commands.Group):
    """The group of commands."""

    def __init__(self, desk: Desk, notifier: Notifier) -> None:
        super().__init__(
            name="alerts",
            description="Trade alerts in this server's channels",
            allowed_contexts=_SERVERS,
            allowed_installs=_INSTALLS,
            default_permissions=discord.Permissions(manage_guild=True),
        )
        self._desk, self._alerts = desk, desk.backend.alerts
        self._complete = complete.Complete(desk.backend)
        self._trial = Trial(notifier)
        Looks(desk)
        for command in Changes(desk).commands():
            self.add_command(command)

    @app_commands.command(description="Which channels get what", extras=_MANAGER)
    async def list(self, interaction: Interaction) -> None:
        """Which channels get what."""
        await self._desk.answer(interaction, "alerts list")

    @app_commands.command(description="What the bot lacks, and how deliveries go", extras=_MANAGER)
    async def status(self, interaction: Interaction) -> None:
        """Permissions and health."""
        await self._desk.answer(interaction, "alerts status")

    @app_commands.command(description="Cards that could not be delivered", extras=_MANAGER)
    async def failed(self, interaction: Interaction) -> None:
        """What failed."""
        await self._desk.answer(interaction, "alerts failed")

    @app_commands.command(description="Why a trade was or was not posted here", extras=_MANAGER)
    @app_commands.describe(trade="which trade", channel="only for this channel")
    async def explain(
        self, interaction: Interaction, trade: Range[str, 1, 100], channel: Channel | None = None
    ) -> None:
        """Why or why not."""
        await self._desk.answer(interaction, "alerts explain", trade, channel)

    @app_commands.command(description="Post a sample card in a channel", extras=_MANAGER)
    @app_commands.describe(channel="one that has alerts; left out: this one")
    async def test(self, interaction: Interaction, channel: Channel | None = None) -> None:
        """A sample card."""
        await self._desk.reply(interaction, self._tested(interaction, channel))

    @app_commands.command(description="End the alerts of a channel", extras=_MANAGER)
    @app_commands.describe(channel="one that has alerts, also if it is gone; left out: this one")
    async def remove(self, interaction: Interaction, channel: Channel | None = None) -> None:
        """End alerts."""
        await self._desk.reply(interaction, self._removed(interaction, channel))

    @app_commands.command(description="Start no new card", extras=_MANAGER)
    @app_commands.describe(channel="only in this channel; left out: in all of them")
    async def pause(self, interaction: Interaction, channel: Channel | None = None) -> None:
        """Pause."""
        await self._desk.reply(interaction, self._paused(interaction, channel, paused=True))

    @app_commands.command(description="Start new cards again", extras=_MANAGER)
    @app_commands.describe(channel="only in this channel; left out: in all of them")
    async def resume(self, interaction: Interaction, channel: Channel | None = None) -> None:
        """Resume."""
        await self._desk.reply(interaction, self._paused(interaction, channel, paused=False))

    @app_commands.command(
        description="Which role may manage alerts besides Manage Server", extras=_ADMINISTRATOR
    )
    @app_commands.describe(role="left out: says which it is", nobody="no role any more")
    async def manager(
        self,
        interaction: Interaction,
        role: discord.Role | None = None,
        nobody: bool = False,  # noqa: FBT001, FBT002 - an option
    ) -> None:
        """The manager role."""
        work = self._appointed(interaction, role) if role or nobody else self._told(interaction)
        await self._desk.reply(interaction, work)

    @test.autocomplete("channel")
    @remove.autocomplete("channel")
    @pause.autocomplete("channel")
    @resume.autocomplete("channel")
    @explain.autocomplete("channel")
    async def _channels(self, interaction: Interaction, typed: str) -> Choices:
        return await self._complete.channels(interaction, typed)

    @explain.autocomplete("trade")
    async def _trades(self, interaction: Interaction, typed: str) -> Choices:
        return await self._complete.trades(interaction, typed)

    async def _tested(self, interaction: Interaction, channel: str | None) -> Sequence[Page]:
        to = await self._one(interaction, channel)
        return note(await self._trial.run(interaction, to, self._alerts.sample()))

    async def _removed(self, interaction: Interaction, channel: str | None) -> Sequence[Page]:
        to = await self._one(interaction, channel)
        await self._alerts.remove(to.server, to.id)
        return note(sentences.REMOVED.format(wording.mention(to)))

    async def _paused(
        self, interaction: Interaction, channel: str | None, *, paused: bool
    ) -> Sequence[Page]:
        """One channel, or every one of the server."""
        by, says = str(interaction.user.id), sentences.PAUSED if paused else sentences.RESUMED
        if channel is not None:
            to = await self._one(interaction, channel)
            await self._alerts.subscribe(replace(to, paused=paused), by)
            return note(says.format(wording.mention(to)))
        await self._alerts.pause(str(interaction.guild_id), by, paused=paused)
        every = await self._alerts.subscriptions(str(interaction.guild_id))
        where = cut(", ".join(map(wording.mention, every)), MENTIONS_MAX)
        return note(says.format(where) if every else NONE_YET)

    async def _appointed(
        self, interaction: Interaction, role: discord.Role | None
    ) -> Sequence[Page]:
        server = str(interaction.guild_id)
        if role is not None and role.id == interaction.guild_id:
            raise UsageError("@everyone cannot manage alerts: choose a role.")
        await self._alerts.set_manager_role(server, None if role is None else str(role.id))
        if role is None:
            return note(NO_ROLE)
        shown = (
            "If they do not see the commands, allow the role under Server Settings > Integrations."
        )
        return note(f"Members with <@&{role.id}> may manage alerts now. {shown}")

    async def _told(self, interaction: Interaction) -> Sequence[Page]:
        role = await self._alerts.manager_role(str(interaction.guild_id))
        if role is None:
            return note(NO_ROLE)
        return note(f"Members with <@&{role}>, and those with Manage Server, manage alerts.")

    async def _one(self, interaction: Interaction, channel: str | None) -> Destination:
        """A channel of this server, by its number or its mention; left out, the one where it is asked.

        Raises:
            UsageError: it has none.
        """
        if channel is None:
            here = await access.subscribed_here(interaction, self._alerts)
            if here is None:
                raise UsageError(NONE_HERE)
            return here
        number = channel.strip().removeprefix("<#").removesuffix(">")
        for to in await self._alerts.subscriptions(str(interaction.guild_id)):
            if to.channel == number:
                return to
        raise UsageError(NO_SUCH)

"""The tree of commands: every use is checked before it runs, and every error ends in one sentence."""

import logging
from typing import Any

import discord
from discord import app_commands
from discord.app_commands import AppCommandError

from adapters.discord.commands import rights, troubles
from adapters.discord.commands.alerts import Alerts
from adapters.discord.commands.desk import Desk
from adapters.discord.commands.nfl import Nfl
from bot.ports import Backend, Notifier

log = logging.getLogger(__name__)


class Commands(app_commands.CommandTree[Any]):
    """All our commands on one client.

    Attributes:
        rights: every command's right, made from the tree itself.
        desk: turns pages.
    """

    def __init__(self, client: discord.Client, backend: Backend, notifier: Notifier) -> None:
        super().__init__(client)
        self._backend = backend
        self.desk = Desk(backend)
        self.add_command(Nfl(self.desk))
        self.add_command(Alerts(self.desk, notifier))
        self.rights = self.desk.rights = rights.matrix(self)

    async def interaction_check(self, interaction: discord.Interaction[Any], /) -> bool:
        """Whether the one who asks may; autocomplete tells the others nothing."""
        right = self.rights.get(_name(interaction))
        if right is None:  # Discord's list is older or newer than ours
            await self._refuse(interaction, troubles.CHANGED)
            return False
        try:
            allowed = await rights.may(interaction, right, self._backend)
        except Exception as error:  # noqa: BLE001 - who cannot be checked may not
            await self._refuse(interaction, troubles.sentence(error))
            return False
        if not allowed:
            await self._refuse(interaction, rights.refusal(right))
        return allowed

    async def on_error(
        self, interaction: discord.Interaction[Any], error: AppCommandError, /
    ) -> None:
        """Say it to the one who asked."""
        if interaction.type is not discord.InteractionType.autocomplete:
            await troubles.tell(interaction, troubles.sentence(error))

    async def _refuse(self, interaction: discord.Interaction[Any], sentence: str) -> None:
        if interaction.type is discord.InteractionType.autocomplete:
            await _offer_nothing(interaction)
        else:
            await troubles.tell(interaction, sentence)


_GROUPS = {1, 2}  # a subcommand, a group of them


def _name(interaction: discord.Interaction[Any]) -> str:
    """The whole name of what is called, read as discord.py reads it."""
    data: Any = interaction.data or {}
    names, options = [str(data.get("name"))], data.get("options") or []
    while options and options[0].get("type") in _GROUPS:
        names.append(str(options[0].get("name")))
        options = options[0].get("options") or []
    return " ".join(names)


async def _offer_nothing(interaction: discord.Interaction[Any]) -> None:
    try:
        await interaction.response.autocomplete([])
    except discord.DiscordException as lost:
        log.warning("not told", extra={"problem": type(lost).__name__})

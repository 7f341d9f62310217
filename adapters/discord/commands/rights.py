"""Who may use what: the one place that decides it, for commands, their autocomplete and buttons alike.

Discord hides `/alerts` from members without Manage Server, but a server may change that in its settings, and
a button is shown to everybody who sees its message. So every use is checked here again.
"""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any

import discord
from discord import app_commands

from bot.ports import Backend

DECLARED = "right"  # the key in a command's `extras`


class Right(StrEnum):
    """Who may use a command; the value stands in the documentation's matrix."""

    EVERYONE = "everyone"
    MANAGER = "manager"
    ADMINISTRATOR = "administrator"


REFUSALS = {
    Right.MANAGER: "Only members with Manage Server, or with this server's manager role, may do that: "
    "an administrator chooses the role with /alerts manager.",
    Right.ADMINISTRATOR: "Only administrators of this server may do that.",
}


def declared(right: Right) -> dict[Any, Any]:
    """The `extras` of a command with this right."""
    return {DECLARED: right}


def matrix(tree: app_commands.CommandTree[Any]) -> dict[str, Right]:
    """Every command that the tree offers, by its whole name, with its right.

    Raises:
        ValueError: a command states none.
    """
    return {command.qualified_name: _stated(command) for command in commands(tree)}


def commands(tree: app_commands.CommandTree[Any]) -> Iterator[app_commands.Command[Any, ..., Any]]:
    """Every command that can be called, those of groups included."""
    for command in tree.walk_commands():
        if isinstance(command, app_commands.Command):
            yield command


async def may(interaction: discord.Interaction[Any], right: Right, backend: Backend) -> bool:
    """Whether the one who asks has this right, here and now."""
    if right is Right.EVERYONE:
        return True
    if not is_managed(interaction):
        return False
    has = interaction.permissions
    if has.administrator:
        return True
    if right is Right.ADMINISTRATOR:
        return False
    return has.manage_guild or await _has_role(interaction, backend)


def is_managed(interaction: discord.Interaction[Any]) -> bool:
    """Whether it is in a server that has the bot; where only the user installed it, nothing can be managed."""
    guest = interaction.is_user_integration() and not interaction.is_guild_integration()
    return interaction.guild_id is not None and not guest


def refusal(right: Right) -> str:
    """Why somebody may not."""
    return REFUSALS[right]


def right_of(name: str, known: Mapping[str, Right]) -> Right:
    """The right of a command or of a button's command; what nobody knows needs the highest."""
    return known.get(name, Right.ADMINISTRATOR)


def _stated(command: app_commands.Command[Any, ..., Any]) -> Right:
    right = command.extras.get(DECLARED)
    if not isinstance(right, Right):
        raise ValueError(f"/{command.qualified_name} states no right")  # noqa: TRY004 - of a program, not of a value
    return right


async def _has_role(interaction: discord.Interaction[Any], backend: Backend) -> bool:
    role = await backend.alerts.manager_role(str(interaction.guild_id))
    if role is None or not role.isdigit() or not isinstance(interaction.user, discord.Member):
        return False
    return interaction.user.get_role(int(role)) is not None

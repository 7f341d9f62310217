"""The slash commands: what is offered, and who may use it. `Commands` is the whole of it."""

from adapters.discord.commands.tree import Commands

__all__ = ["Commands"]

"""Slash commands, buttons, forms and the home tab: what is offered, and who may use it.

`Commands` registers the whole of it on a bolt app, however requests come in.
"""

from adapters.slack.commands.listen import Commands

__all__ = ["Commands"]

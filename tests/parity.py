"""What Discord and Slack offer, side by side, from the registries of both: `python -m tests.parity > docs/parity.md`.

What is on one side only needs its reason here; a reason for what is on both sides, or on none, is an error.
"""

import re
import sys
from collections.abc import Iterator, Mapping
from typing import Any

import discord

from adapters.discord import buttons as discord_buttons
from adapters.discord.commands import Commands as DiscordCommands
from adapters.discord.commands.rights import commands as commands_of
from adapters.discord.marks import Wish as DiscordWish
from adapters.slack.buttons import Wish as SlackWish
from adapters.slack.commands import Commands as SlackCommands
from adapters.slack.commands.form import LABELS
from adapters.slack.commands.registry import Kind, Offer
from bot.ports import Backend

WHY_NOT = {
    "ping_role": "in Slack each member chooses what of a channel notifies him; user groups exist on paid plans only",
    "ping_statuses": "see `ping_role`",
    "publish": "Slack has no announcement channels with followers",
}
FORMS = {"alerts subscribe", "alerts edit"}
WHO = {"everyone": "everybody", "manager": "managers", "administrator": "administrators"}
CARD = {
    "story": "Full story",
    "lines": "His season, Compare players",
    "follow": "Follow",
    "mute": "Mute",
}
SLACK_ONLY = (
    ("Share in channel", "there the whole channel sees an answer to `/nfl` from the start"),
    ("the home tab", "Discord has no such page; `/alerts list`, `/alerts status` and `/nfl trades` tell the same"),
    ("*Explain this card* on a message's menu", "on Discord: `/alerts explain`"),
)  # fmt: skip
_WORD = re.compile(r"\[[^\]]+\]")

Discords = Mapping[str, discord.app_commands.Command[Any, ..., Any]]
Slacks = Mapping[str, Offer]


class Unequal(ValueError):  # noqa: N818 - says what it is
    """The two sides differ without a reason."""


def page() -> str:
    """The whole page."""
    return "\n".join([*_head(), *_commands(), *_options(), *_card(), *_only_slack(), ""])


def _head() -> Iterator[str]:
    yield "# Discord and Slack, side by side"
    yield ""
    yield "Both ask the same core, so that an answer, a filter or a reason is the same on either. This page is made from"
    yield "what the two offer, and a test keeps it true."
    yield ""


def _commands() -> Iterator[str]:
    there, here = _on_discord(), _on_slack()
    _equal(set(there), set(here), "command")
    yield from ("## Commands", "", "| command | Discord's options | typed in Slack | who |")
    yield "|---|---|---|---|"
    for name, command in there.items():
        offer, right = here[name], str(command.extras["right"])
        if right != str(offer.right):
            raise Unequal(f"/{name} is for {right} on Discord and for {offer.right} on Slack")
        options = [option.name for option in command.parameters]
        typed = _WORD.findall(offer.usage)
        if name not in FORMS and len(options) != len(typed):
            raise Unequal(f"/{name} takes {options} on Discord and {typed} on Slack")
        told = "see below" if name in FORMS else ", ".join(f"`{each}`" for each in options)
        form = "a form" if name in FORMS else ""
        words = f"`{offer.usage}`" if offer.usage else ""
        yield f"| `/{name}` | {told} | {' and '.join(filter(None, (words, form)))} | {WHO[right]} |"
    yield ""


def _options() -> Iterator[str]:
    there = [option.name for option in _on_discord()["alerts subscribe"].parameters]
    if unknown := set(WHY_NOT) - set(there) - set(LABELS):
        raise Unequal(f"a reason is given for {', '.join(sorted(unknown))}, which is nowhere")
    yield from (
        "## What a channel gets",
        "",
        "| option | Discord | Slack's form |",
        "|---|---|---|",
    )
    _equal(set(there), set(LABELS), "option of a subscription")
    for name in there:
        yield f"| `{name}` | yes | {LABELS.get(name) or f'no: {WHY_NOT[name]}'} |"
    yield ""


def _card() -> Iterator[str]:
    yield from (
        "## A card's buttons",
        "",
        "| button | Discord | Slack | who |",
        "|---|---|---|---|",
    )
    told = {str(wish) for wish in DiscordWish} - {
        "pause",
        "resume",
        "outdated",
    }  # of the question behind Mute
    _equal(told, set(map(str, SlackWish)), "button")
    for wish in SlackWish:
        right = WHO[str(discord_buttons.RIGHTS[DiscordWish(str(wish))])]
        yield f"| {CARD[wish]} | yes | yes | {right} |"
    yield ""


def _only_slack() -> Iterator[str]:
    yield from ("## On Slack alone", "", "| what | why not on Discord |", "|---|---|")
    for what, why in SLACK_ONLY:
        yield f"| {what} | {why} |"


def _equal(there: set[str], here: set[str], what: str) -> None:
    for name in there ^ here:
        if name not in WHY_NOT:
            where = "Discord" if name in there else "Slack"
            raise Unequal(f"the {what} {name} is on {where} alone, and no reason is given")
    for name in there & here & set(WHY_NOT):
        raise Unequal(f"the {what} {name} is on both sides, and a reason is given against it")


def _on_discord() -> Discords:
    client = discord.Client(intents=discord.Intents.none())
    tree = DiscordCommands(client, _backend(), None)  # type: ignore[arg-type] # posts nothing
    return {each.qualified_name: each for each in commands_of(tree)}


def _on_slack() -> Slacks:
    registry = SlackCommands(_backend(), lambda: None).registry  # type: ignore[arg-type,return-value]
    return {each.name: each for each in registry if each.kind is Kind.COMMAND}


def _backend() -> Backend:
    nobody: Any = None  # nothing is asked
    return Backend(trades=nobody, questions=nobody, alerts=nobody)


if __name__ == "__main__":
    sys.stdout.write(page())

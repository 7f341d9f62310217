"""`/alerts list|status|failed|explain`: what a server's managers may see of their own channels."""

from collections.abc import Sequence
from typing import Any

import discord

from adapters.discord.commands import access, wording
from adapters.discord.commands.desk import COLOUR, Desk, note
from adapters.discord.commands.nfl import UNKNOWN_TRADE
from adapters.discord.commands.pages import Page, Sheet
from adapters.discord.lines import join_lines
from adapters.discord.text import cut, neutralise
from bot.chat import sentences
from bot.model import Check, Destination, Explained, Failure, TradeId

A_PAGE = 5
FAILURES_A_PAGE = 8
FIELD_MAX = 1024
NONE_YET = sentences.of_server(sentences.NONE_YET, "discord")
NO_FAILURE = sentences.of_server(sentences.NO_FAILURE, "discord")

Interaction = discord.Interaction[Any]
Entry = tuple[str, list[str]]  # a heading and its lines


class Looks:
    """The pages of these commands; none of them changes anything."""

    def __init__(self, desk: Desk) -> None:
        self._alerts = desk.backend.alerts
        desk.offer("alerts list", self.list)
        desk.offer("alerts status", self.status)
        desk.offer("alerts failed", self.failed)
        desk.offer("alerts explain", self.explain)

    async def list(self, interaction: Interaction) -> Sheet:
        """Every channel with what it asked for."""
        found = await self._of(interaction)
        entries = [
            (_name(interaction, to), [_where(to), *wording.words.described(to)]) for to in found
        ]
        return _pages("Alerts of this server", entries) or note(NONE_YET)

    async def status(self, interaction: Interaction) -> Sheet:
        """Every channel with what the bot lacks there, and how deliveries go."""
        found = await self._of(interaction)
        health = {
            each.destination: each for each in await self._alerts.health(_server(interaction))
        }
        entries: list[Entry] = []
        for to in found:
            lines = [_where(to), *(["⏸️ paused"] * to.paused)]
            lines += await access.lacks(interaction, to) or ["✅ every permission is there"]
            lines.append(wording.words.health(health.get(to.id)))
            entries.append((_name(interaction, to), lines))
        return _pages("Status of this server's alerts", entries) or note(NONE_YET)

    async def failed(self, interaction: Interaction) -> Sheet:
        """What could not be delivered."""
        failures = await self._alerts.failures(_server(interaction))
        channels = {to.id: wording.mention(to) for to in await self._of(interaction)}
        starts = range(0, len(failures), FAILURES_A_PAGE)
        parts = [failures[start : start + FAILURES_A_PAGE] for start in starts]
        return [_failures(part, channels) for part in parts] or note(NO_FAILURE)

    async def explain(
        self, interaction: Interaction, trade: str, channel: str | None = None
    ) -> Sheet:
        """Why a trade was or was not posted here: a page for each channel."""
        told = await self._alerts.explain(_server(interaction), TradeId(trade))
        if told is None:
            return note(UNKNOWN_TRADE)
        places = [place for place in told.places if channel in {None, place[0].channel}]
        pages = [_explained(told, to, checks, state) for to, checks, state in places]
        return pages or note(NONE_YET)

    async def _of(self, interaction: Interaction) -> Sequence[Destination]:
        return await self._alerts.subscriptions(_server(interaction))


def _server(interaction: Interaction) -> str:
    return str(interaction.guild_id)


def _name(interaction: Interaction, to: Destination) -> str:
    """A field's name knows no mentions."""
    guild = interaction.guild
    known = guild.get_channel_or_thread(int(to.channel)) if guild and to.channel.isdigit() else None
    return (
        f"#{neutralise(known.name)}" if known is not None else f"channel {neutralise(to.channel)}"
    )


def _where(to: Destination) -> str:
    return wording.mention(to)


def _pages(title: str, entries: Sequence[Entry]) -> list[Page]:
    parts = [entries[start : start + A_PAGE] for start in range(0, len(entries), A_PAGE)]
    return [Page(embed=_fields(title, part)) for part in parts]


def _fields(title: str, entries: Sequence[Entry]) -> discord.Embed:
    made = discord.Embed(title=title, colour=COLOUR)
    for name, lines in entries:
        made.add_field(name=cut(name, 256), value=join_lines(lines, FIELD_MAX), inline=False)
    return made


def _failures(part: Sequence[Failure], channels: dict[Any, str]) -> Page:
    lines = [wording.words.failure(each, channels.get(each.destination, "?")) for each in part]
    title = "What could not be delivered"
    return Page(embed=discord.Embed(title=title, description="\n".join(lines), colour=COLOUR))


def _explained(told: Explained, to: Destination, checks: tuple[Check, ...], state: str) -> Page:
    made = discord.Embed(title=cut(neutralise(told.headline), 256), colour=COLOUR)
    made.description = f"{wording.mention(to)}\n{wording.words.outcome(told, state, checks)}"
    for name, each in (("Every trade must pass", told.checks), ("This channel asked for", checks)):
        lines = list(map(wording.words.check, each))
        made.add_field(name=name, value=join_lines(lines, FIELD_MAX) or "nothing", inline=False)
    return Page(embed=made)

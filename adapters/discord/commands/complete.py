"""What Discord offers while somebody types: at most 25 choices, soon, and never an error.

https://docs.discord.com/developers/interactions/application-commands#autocomplete
"""

import asyncio
import logging
from collections.abc import Iterable, Sequence
from typing import Any

import discord
from discord.app_commands import Choice

from adapters.discord.text import clean, cut, units
from bot.chat.choices import clubs_like, zones_like
from bot.clubs import CLUBS
from bot.errors import BotError
from bot.model import Destination
from bot.ports import Backend

log = logging.getLogger(__name__)

CHOICES_MAX = 25
CHOICE_MAX = 100
WITHIN_S = 0.9

Choices = list[Choice[str]]
Offer = tuple[str, str]  # what is shown, what is sent


class Complete:
    """The choices of each option that has too many to list."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend

    async def players(self, _: discord.Interaction[Any], typed: str) -> Choices:
        """Players by their names."""
        found = await _soon(self._backend.questions.players(typed, CHOICES_MAX))
        return choices((name, name) for name in found)

    async def statistics(self, _: discord.Interaction[Any], typed: str) -> Choices:
        """Statistics that have leaders."""
        found = self._backend.questions.statistics(typed, CHOICES_MAX)
        return choices((name, name) for name in found)

    async def trades(self, _: discord.Interaction[Any], typed: str) -> Choices:
        """Trades by their headlines, newest first."""
        found = await _soon(self._backend.trades.named(typed, CHOICES_MAX))
        return choices((headline, trade) for trade, headline in found)

    async def channels(self, interaction: discord.Interaction[Any], typed: str) -> Choices:
        """This server's channels that have alerts, also those that are gone."""
        found = await _soon(self._backend.alerts.subscriptions(str(interaction.guild_id)))
        named = [(channel_name(interaction, to), to.channel) for to in found]
        return choices(offer for offer in named if typed.casefold() in offer[0].casefold())


async def club(_: discord.Interaction[Any], typed: str) -> Choices:
    """One club."""
    return choices((each.name, each.code) for each in clubs_like(typed))


async def clubs(_: discord.Interaction[Any], typed: str) -> Choices:
    """Clubs behind those already typed, with commas between them."""
    offers = [("every club", "all"), *((each.name, each.code) for each in CLUBS)]
    return listed(typed, offers)


async def zones(_: discord.Interaction[Any], typed: str) -> Choices:
    """Time zones; those of the league's cities first."""
    return choices((zone, zone) for zone in zones_like(typed))


def listed(typed: str, offers: Iterable[Offer]) -> Choices:
    """The last item of a list with commas, completed; what stands before it is kept."""
    *before, last = [part.strip() for part in typed.split(",")]
    kept = [part for part in before if part]
    key = last.casefold()
    fitting = [
        offer
        for offer in offers
        if key in f"{offer[0]} {offer[1]}".casefold() and offer[1] not in kept
    ]
    return choices((", ".join([*kept, name]), ",".join([*kept, value])) for name, value in fitting)


def choices(offers: Iterable[Offer]) -> Choices:
    """As many as Discord takes; a value is never shortened, for it would mean something else."""
    found: dict[str, Choice[str]] = {}
    for name, value in offers:
        shown = cut(clean(name), CHOICE_MAX)
        if shown and 0 < units(value) <= CHOICE_MAX:
            found.setdefault(value, Choice(name=shown, value=value))
        if len(found) == CHOICES_MAX:
            break
    return list(found.values())


def channel_name(interaction: discord.Interaction[Any], to: Destination) -> str:
    """A channel as its server calls it; its number where it is gone or not seen."""
    guild, number = interaction.guild, to.channel
    known = guild.get_channel_or_thread(int(number)) if guild and number.isdigit() else None
    return f"#{known.name}" if known is not None else f"channel {number}"


async def _soon(found: Any) -> Sequence[Any]:
    """The result, or nothing: a list that comes late is of no use to somebody who types on."""
    try:
        async with asyncio.timeout(WITHIN_S):
            return list(await found)
    except (BotError, TimeoutError) as error:
        log.warning("no choices", extra={"problem": type(error).__name__})
        return ()

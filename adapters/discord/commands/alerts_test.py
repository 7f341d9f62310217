"""`/alerts test`: post a sample card as a real one is posted, and read it back."""

from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import discord

from adapters.discord.commands import access, wording
from bot.errors import DeliveryError, DestinationRefusedError, HistoryRefusedError
from bot.model import Card, CardKind, DeliveryKey, Destination, Errand, Manner, MessageRef, TradeId
from bot.ports import Notifier

DONE = (
    "✅ A sample card is in {}, and it was read back. Nobody was pinged, and nothing was published."
)
NO_HISTORY = (
    "⚠️ A sample card was posted in {}, but it cannot be read back: grant the bot "
    "**Read Message History** there."
)
NOT_FOUND = (
    "⚠️ Discord took a sample card for {}, but it does not stand there: try again in a minute."
)
REFUSED = "❌ The sample card could not be posted in {}: Discord does not let the bot write there."
FAILED = "❌ The sample card could not be posted in {} just now: try again in a minute."


class Trial:
    """Posts samples."""

    def __init__(self, notifier: Notifier) -> None:
        self._notifier = notifier

    async def run(
        self, interaction: discord.Interaction[Any], to: Destination, sample: Card
    ) -> str:
        """Post, read back, and say what came of it, with what the bot lacks there."""
        lacks = await access.lacks(interaction, to)
        return "\n".join([await self._posted(to, sample, interaction.id), *lacks])

    async def _posted(self, to: Destination, sample: Card, number: int) -> str:
        """The number makes each test a post of its own: Discord would repeat the last one otherwise."""
        silent = replace(to, manner=Manner(style=to.manner.style, thread=to.manner.thread))
        card = replace(sample, trade=TradeId(f"{sample.trade}-{number}"))
        key = DeliveryKey(trade=card.trade, destination=to.id, kind=CardKind.CARD)
        where = wording.mention(to)
        try:
            ref = await self._notifier.post(silent, card, key)
            await self._follow_up(silent, ref, card, key)
            found = await self._notifier.look_back(silent, key)
        except HistoryRefusedError:
            return NO_HISTORY.format(where)
        except DestinationRefusedError:
            return REFUSED.format(where)
        except DeliveryError:
            return FAILED.format(where)
        return (NOT_FOUND if found is None else DONE).format(where)

    async def _follow_up(
        self, to: Destination, ref: MessageRef, card: Card, key: DeliveryKey
    ) -> None:
        """As with a card; what it lacks for that is told apart."""
        for what, text in self._notifier.owes(to, ref, card).items():
            now = datetime.now(UTC)
            errand = Errand(key=key, what=what, text=text, ref=ref, tries=0, since=now, lately=())
            with suppress(DeliveryError):
                await self._notifier.run_errand(errand, to)

"""`/alerts test`: post a sample card as a real one is posted, and read it back."""

from collections.abc import Callable
from dataclasses import replace

from adapters.slack.commands import places, wording
from adapters.slack.commands.asker import Asker
from bot.errors import DeliveryError, DestinationRefusedError, HistoryRefusedError
from bot.model import Card, CardKind, DeliveryKey, Destination, Manner, TradeId
from bot.ports import Notifier

DONE = "✅ A sample card is in {}, and it was read back."
NO_HISTORY = (
    "⚠️ A sample card was posted in {}, but it cannot be read back: grant the app the scope for this "
    "channel's history and install it again."
)
NOT_FOUND = "⚠️ Slack took a sample card for {}, but it does not stand there: try again in a minute."
REFUSED = "❌ Slack refuses {}: type /invite @Gridwire there."
FAILED = "❌ The sample card could not be posted in {} just now: try again in a minute."


class Trial:
    """Posts samples.

    Args:
        notifier: asked for at each use, since it is there only when the platform is connected.
    """

    def __init__(self, notifier: Callable[[], Notifier]) -> None:
        self._notifier = notifier

    async def run(self, asker: Asker, to: Destination, sample: Card) -> str:
        """Post, read back, and say what came of it, with what the bot lacks there."""
        lines = [await self._posted(asker, to, sample), *await places.lacks(asker, to)]
        return "\n".join(lines)

    async def _posted(self, asker: Asker, to: Destination, sample: Card) -> str:
        """The trigger makes each test a message of its own."""
        silent = replace(to, manner=Manner(style=to.manner.style))
        card = replace(sample, trade=TradeId(f"{sample.trade}-{asker.trigger}"[:50]))
        key = DeliveryKey(trade=card.trade, destination=to.id, kind=CardKind.CARD)
        where, notifier = wording.mention(to), self._notifier()
        try:
            await notifier.post(silent, card, key)
            found = await notifier.look_back(silent, key)
        except HistoryRefusedError:
            return NO_HISTORY.format(where)
        except DestinationRefusedError:
            return REFUSED.format(where)
        except DeliveryError:
            return FAILED.format(where)
        return (NOT_FOUND if found is None else DONE).format(where)

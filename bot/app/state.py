"""What the service keeps, and whom it delivers to."""

from dataclasses import dataclass
from pathlib import Path

from bot.config import Config
from bot.errors import UsageError
from bot.model import Destination, DestinationId
from bot.ports import DeliveryQueue, Store, Subscriptions


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What is durable."""

    store: Store
    queue: DeliveryQueue
    subscriptions: Subscriptions

    async def places(self, config: Config) -> dict[DestinationId, Destination]:
        """Every destination, those of chats and of the file; the ledger delivers to these from now on."""
        chats = [to for to in await self.subscriptions.every() if _is_on(to, config)]
        places = {to.id: to for to in (*chats, *config.destinations)}  # the file's word counts
        await self.queue.sync_destinations(list(places.values()))
        return places


def _is_on(to: Destination, config: Config) -> bool:
    """Whether its platform is still in the configuration."""
    tables = {"discord": config.discord, "slack": config.slack}
    return tables.get(to.platform) is not None


def make(data_dir: Path) -> None:
    """Create the data directory.

    Raises:
        UsageError: there can be no such directory.
    """
    try:
        data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise UsageError(
            f"{data_dir} cannot be the data directory ({error.strerror}): "
            "name another with --data-dir."
        ) from error

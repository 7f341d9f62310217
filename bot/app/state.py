"""What the service keeps, and whom it delivers to."""

from dataclasses import dataclass, replace
from pathlib import Path

from bot.config import Config, SlackConfig
from bot.errors import UsageError
from bot.model import Destination, DestinationId, LaneId
from bot.ports import DeliveryQueue, Errands, Installations, Once, Store, Subscriptions
from bot.store import (
    Database,
    Seal,
    SqliteErrands,
    SqliteInstallations,
    SqliteLedger,
    SqliteOnce,
    SqliteStore,
    SqliteSubscriptions,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What is durable.

    Attributes:
        vault: what Slack's workspaces handed over; None where none can install the app.
    """

    store: Store
    queue: DeliveryQueue
    errands: Errands
    subscriptions: Subscriptions
    once: Once
    vault: Installations | None

    async def places(self, config: Config) -> dict[DestinationId, Destination]:
        """Every destination, those of chats and of the file; the ledger delivers to these from now on."""
        every = [to for to in await self.subscriptions.every() if _is_on(to, config)]
        chats = [replace(to, lane=lane_of(config, to.platform, to.server)) for to in every]
        places = {to.id: to for to in (*chats, *config.destinations)}  # the file's word counts
        await self.queue.sync_destinations(list(places.values()))
        return places


async def state_in(database: Database, config: Config) -> State:
    """All of it in one file.

    Raises:
        StoreError: it cannot be used, or was sealed by another key.
    """
    return State(
        store=SqliteStore(database),
        queue=SqliteLedger(database),
        errands=SqliteErrands(database),
        subscriptions=SqliteSubscriptions(database),
        once=SqliteOnce(database),
        vault=await _vault(database, config.slack),
    )


async def _vault(database: Database, slack: SlackConfig | None) -> Installations | None:
    if slack is None or slack.encryption_key is None:
        return None
    seal = Seal(slack.encryption_key.reveal().split(","))
    vault = SqliteInstallations(database, "slack", seal)
    await vault.reseal()
    return vault


def lane_of(config: Config, platform: str, server: str) -> LaneId:
    """The rate limit that a channel is under: of the whole platform, or of its workspace where each has its own."""
    apart = platform == "slack" and config.slack is not None and config.slack.is_installable
    return LaneId(f"{platform}:{server}" if apart and server else platform)


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

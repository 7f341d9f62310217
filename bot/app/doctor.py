"""`gridwire doctor`: is everything there that alerts need? Nothing is posted, stored or changed."""

from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.config import Config, SlackConfig
from bot.errors import NoStatsError, SchemaError, StatsError, StoreError
from bot.model import Destination, Finding, Mend, broken, odd, well
from bot.stats import status
from bot.stats.db import Stats
from bot.stats.supervise import FILE
from bot.store import (
    Seal,
    SqliteInstallations,
    SqliteStore,
    SqliteSubscriptions,
    open_reader,
)

STALE = timedelta(days=2)  # refreshes are hours apart
NO_TABLE = "there is no [discord] table, so that nothing is posted there"


async def examine(config: Config, data_dir: Path) -> list[Finding]:
    """Every check but that of the configuration, which the caller has read."""
    stored, chats = await _database(data_dir)
    places = list({to.id: to for to in (*chats, *config.destinations)}.values())
    found = [stored, _statistics(data_dir), *_destinations(places)]
    on_slack = await _slack(config.slack, data_dir, places)
    return [*found, *await _discord(config, places), *on_slack]


def problems(lines: tuple[str, ...]) -> list[Finding]:
    """What is wrong with a configuration, as findings."""
    return [broken("configuration", line.rstrip("."), "", Mend.SETTING) for line in lines]


async def _database(data_dir: Path) -> tuple[Finding, list[Destination]]:
    """The database, and what chats subscribed in it."""
    path = data_dir / "gridwire.db"
    if not path.exists():
        do = "start gridwire run, which makes the file and posts nothing of its first polls"
        return odd("database", f"nothing is stored in {data_dir} yet", do), []
    try:
        async with open_reader(path) as database:
            chats = list(await SqliteSubscriptions(database).every())
            held = (await SqliteStore(database).brakes()).reason
    except SchemaError as error:
        return broken("database", str(error).rstrip("."), ""), []
    except StoreError as error:
        return broken("database", str(error).rstrip("."), "", Mend.WAITING), []
    if held:
        return odd("database", f"new cards are held: {held}", "gridwire resume lets them go"), chats
    return well("database", f"{path}, {len(chats)} subscribed by chat"), chats


def _statistics(data_dir: Path) -> Finding:
    now = datetime.now(UTC)
    try:
        with Stats(data_dir / FILE) as stats:
            ages = [one.age(now) for one in status.status(stats)]
    except NoStatsError:
        do = "wait, since gridwire run loads them a minute after its start, or gridwire stats load"
        return odd("statistics", "none are loaded, so that cards have no reasons", do)
    except StatsError as error:
        return broken("statistics", str(error).rstrip("."), "")
    if not ages or min(ages) > STALE:
        age = f"{min(ages).days} days" if ages else "ever"
        return odd("statistics", f"not refreshed for {age}", "gridwire stats load")
    return well("statistics", f"{len(ages)} tables loaded")


def _destinations(places: list[Destination]) -> list[Finding]:
    if places:
        return []
    do = "say /alerts subscribe in a channel, or add a [[destinations]]"
    return [odd("destinations", "nothing is posted anywhere", do)]


async def _discord(config: Config, places: list[Destination]) -> list[Finding]:
    if config.discord is None and config.slack is not None:
        return []
    if config.discord is None:
        return [odd("discord", NO_TABLE, "add it with its token, unless it is not wanted")]
    from adapters.discord.doctor import examine as ask  # noqa: PLC0415 - as in platforms

    return await ask(
        config.discord.token.reveal(),
        api_base=config.discord.api_base,
        destinations=[to for to in places if to.platform == "discord"],
    )


async def _slack(
    slack: SlackConfig | None, data_dir: Path, places: list[Destination]
) -> list[Finding]:
    if slack is None:
        return []
    from adapters.slack.doctor import examine as ask  # noqa: PLC0415 - as in platforms

    async with AsyncExitStack() as stack:
        try:
            vault = await _vault(stack, slack, data_dir)
            return await ask(
                api_base=slack.api_base,
                bot_token=slack.bot_token.reveal() if slack.bot_token else "",
                app_token=slack.app_token.reveal() if slack.app_token else "",
                by_http=slack.signing_secret is not None,
                vault=vault,
                destinations=[to for to in places if to.platform == "slack"],
            )
        except StoreError as error:
            return [broken("slack", str(error).rstrip("."), "", Mend.WAITING)]


async def _vault(
    stack: AsyncExitStack, slack: SlackConfig, data_dir: Path
) -> SqliteInstallations | None:
    """What workspaces handed over, only to be read; None where nothing can be there."""
    path = data_dir / "gridwire.db"
    if slack.encryption_key is None or not path.exists():
        return None
    database = await stack.enter_async_context(open_reader(path))
    return SqliteInstallations(database, "slack", Seal(slack.encryption_key.reveal().split(",")))

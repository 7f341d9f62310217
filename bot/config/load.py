"""Load the configuration file, or stand in for it."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from bot.config import checks
from bot.config.read import Document, Place
from bot.config.shape import (
    NEW_YORK,
    AlarmConfig,
    BotTable,
    Config,
    DatabaseTable,
    DestinationTable,
    DiscordConfig,
    FeedConfig,
    FeedKind,
    GateConfig,
    LogConfig,
    OutletTable,
    PlatformName,
    ReporterTable,
    SlackConfig,
    StatsConfig,
    WebConfig,
)
from bot.model import Destination, DestinationId, LaneId, Manner, Quiet, Trust

_TABLES = (
    *("bot", "feeds", "discord", "slack", "destinations", "database", "web", "stats"),
    *("gate", "alarm", "log", "reporters", "outlets"),
)
_TERMINAL = "terminal"  # the console's one channel
_ESPN = "https://site.api.espn.com/apis/site/v2/sports/football/nfl"


def load(path: Path, env: Mapping[str, str]) -> Config:
    """Read and check the whole file.

    Args:
        path: the TOML file; relative paths inside it start from its folder.
        env: the environment that "env:NAME" secrets come from.

    Raises:
        ConfigError: with every problem at once.
    """
    document = Document(path, env)
    document.only(_TABLES)
    bot = document.one(BotTable, "bot") or BotTable()
    feeds = document.many(FeedConfig, "feeds", partial(checks.feed, seen=set()))
    discord = document.one(DiscordConfig, "discord", checks.discord)
    slack = document.one(SlackConfig, "slack", checks.slack)
    rule = partial(checks.destination, platforms=document, seen=set())
    destinations = document.many(DestinationTable, "destinations", rule)
    document.one(DatabaseTable, "database", checks.database)
    web = document.one(WebConfig, "web") or WebConfig()
    stats = document.one(StatsConfig, "stats", checks.stats) or StatsConfig()
    gate = document.one(GateConfig, "gate") or GateConfig()
    alarm = document.one(AlarmConfig, "alarm", checks.alarm) or AlarmConfig()
    log = document.one(LogConfig, "log") or LogConfig()
    voices = _voices(document)
    if "feeds" not in document:
        document.complain(Place(""), "[[feeds]]", "is missing: add at least one feed to watch")
    document.finish()
    return Config(
        zone=bot.timezone,
        data_dir=bot.data_dir,
        feeds=tuple(_feed(document, table) for table in feeds),
        destinations=tuple(_destination(table, bot.timezone) for table in destinations),
        discord=discord and replace(discord, api_base=discord.api_base.rstrip("/")),
        slack=slack and replace(slack, api_base=slack.api_base.rstrip("/") + "/"),
        web=web,
        stats=stats,
        gate=gate,
        alarm=alarm,
        log=log,
        **voices,
    )


def default() -> Config:
    """What runs without a file: public feeds, cards in the terminal, the local page."""
    return Config(
        zone=NEW_YORK,
        data_dir=None,
        feeds=(
            FeedConfig(
                name="espn-wire",
                kind=FeedKind.ESPN_TRANSACTIONS,
                url=f"{_ESPN}/transactions",
                trust=Trust.OFFICIAL,
            ),
            FeedConfig(
                name="espn-news",
                kind=FeedKind.ESPN_NEWS,
                url=f"{_ESPN}/news",
                trust=Trust.TRUSTED,
            ),
            FeedConfig(
                name="espn-rss",
                kind=FeedKind.RSS,
                url="https://www.espn.com/espn/rss/nfl/news",
                trust=Trust.TRUSTED,
            ),
        ),
        destinations=(_destination(DestinationTable(platform=PlatformName.CONSOLE), NEW_YORK),),
        discord=None,
        slack=None,
        web=WebConfig(),
        stats=StatsConfig(),
        gate=GateConfig(),
        alarm=AlarmConfig(),
        log=LogConfig(),
    )


def data_dir(option: Path | None, env: Mapping[str, str], config: Config) -> Path:
    """Where all state lives: option, else $GRIDWIRE_DATA_DIR, else the file, else the user's home."""
    if option is not None:
        return option.absolute()
    if given := env.get("GRIDWIRE_DATA_DIR"):
        return Path(given).absolute()
    home = Path(env.get("HOME") or Path.home())
    return config.data_dir or home / ".local/share/gridwire"


def _voices(document: Document) -> dict[str, Any]:
    rule = partial(checks.voice, seen=set())
    reporters = document.many(ReporterTable, "reporters", rule)
    outlets = document.many(OutletTable, "outlets", rule)
    return {
        "reporters": tuple((each.name, each.handle, each.tier) for each in reporters),
        "outlets": tuple((each.name, each.also, each.tier) for each in outlets),
    }


def _feed(document: Document, table: FeedConfig) -> FeedConfig:
    if table.kind is not FeedKind.FILE:
        return table
    return replace(table, url=str(document.path(table.url.removeprefix("file://"))))


def _destination(table: DestinationTable, zone: ZoneInfo) -> Destination:
    channel = table.channel.strip() or _TERMINAL  # only the console may leave it out
    quiet = checks.hours(table.quiet) if table.quiet else None
    return Destination(
        id=DestinationId(f"{table.platform}:{channel}"),
        platform=str(table.platform),
        channel=channel,
        lane=LaneId(str(table.platform)),
        clubs=tuple(dict.fromkeys(checks.club(text) for text in table.clubs)),
        positions=tuple(dict.fromkeys(text.strip().upper() for text in table.positions)),
        kinds=table.kinds,
        statuses=table.statuses,
        least=table.importance,
        quiet=Quiet(start=quiet[0], end=quiet[1], zone=zone) if quiet else None,
        manner=_manner(table),
    )


def _manner(table: DestinationTable) -> Manner:
    return Manner(
        style=table.style,
        pings=tuple(table.pings.items()),
        thread=table.thread,
        publish=table.publish,
    )

"""The tables of the configuration file and their keys; types and limits are checked field by field."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

from msgspec import Meta, Struct

from bot import gate
from bot.config.secret import Secret
from bot.model import DealKind, Destination, Importance, Status, Style, Trust

NEW_YORK = ZoneInfo("America/New_York")


class FeedKind(StrEnum):
    """How a feed is read."""

    ESPN_TRANSACTIONS = "espn-transactions"
    ESPN_NEWS = "espn-news"
    RSS = "rss"
    FILE = "file"


class PlatformName(StrEnum):
    """Where cards can go."""

    DISCORD = "discord"
    SLACK = "slack"
    CONSOLE = "console"


class BotTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The [bot] table."""

    data_dir: Path | None = None
    timezone: ZoneInfo = NEW_YORK


class FeedConfig(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of the [[feeds]].

    Attributes:
        url: http or https; for kind "file" an absolute path.
        poll_s: seconds between two polls; at least 15, unless the feed is one's own.
        allow_private: the feed may stand on a private network.
    """

    name: Annotated[str, Meta(min_length=1, max_length=64)]
    kind: FeedKind
    url: Annotated[str, Meta(min_length=1)]
    trust: Trust
    poll_s: Annotated[float, Meta(ge=0.2, le=86_400)] = 60
    allow_private: bool = False


class DiscordConfig(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The [discord] table.

    Attributes:
        api_base: without a slash at its end.
    """

    token: Secret
    api_base: str = "https://discord.com/api/v10"
    gateway: str = "wss://gateway.discord.gg/"
    requests_per_second: Annotated[float, Meta(gt=0, le=50)] = 45


class SlackConfig(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The [slack] table: one's own workspace, those that install the app by themselves, or both.

    Attributes:
        bot_token: of one's own workspace, whose channels stand in the file.
        app_token: for Socket Mode; without a way in cards are posted all the same.
        signing_secret: for HTTP, with http_host and http_port; whoever serves it ends the TLS.
        client_id, client_secret: for the pages on which workspaces install the app.
        encryption_key: seals their tokens; several with commas between: the first seals, all open.
        public_url: how the internet reaches those pages, without a slash at its end.
        api_base: with a slash at its end.
        request_timeout_s: how long one call may take.
    """

    bot_token: Secret | None = None
    app_token: Secret | None = None
    signing_secret: Secret | None = None
    http_host: Annotated[str, Meta(min_length=1)] = "127.0.0.1"
    http_port: Annotated[int, Meta(ge=0, le=65_535)] = 3000
    client_id: str = ""
    client_secret: Secret | None = None
    encryption_key: Secret | None = None
    public_url: str = ""
    api_base: str = "https://slack.com/api/"
    request_timeout_s: Annotated[float, Meta(gt=0, le=300)] = 10

    @property
    def secrets(self) -> tuple[Secret | None, ...]:
        """All that may not be shown."""
        mine = (self.bot_token, self.app_token, self.signing_secret)
        return (*mine, self.client_secret, self.encryption_key)

    @property
    def is_installable(self) -> bool:
        """Whether workspaces install the app by themselves."""
        return bool(self.client_id)


class DestinationTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of the [[destinations]], as written: the words that `/alerts subscribe` has for a chat.

    Attributes:
        quiet: "23-7", in the time zone of [bot]; empty for none.
        pings: the number of the role that a new card of a status mentions.
    """

    platform: PlatformName
    channel: str = ""
    clubs: tuple[str, ...] = ()
    statuses: Annotated[tuple[Status, ...], Meta(min_length=1)] = (
        Status.REPORTED,
        Status.OFFICIAL,
        Status.VOIDED,
    )
    positions: tuple[str, ...] = ()
    kinds: tuple[DealKind, ...] = ()
    importance: Importance = Importance.MINOR
    quiet: str = ""
    style: Style = Style.FULL
    pings: dict[Status, str] = {}
    thread: bool = False
    publish: bool = False


class DatabaseTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The [database] table."""

    url: str = "sqlite"


class WebConfig(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The [web] table: the local page.

    Attributes:
        port: 0 takes any free one.
    """

    enabled: bool = True
    host: Annotated[str, Meta(min_length=1)] = "127.0.0.1"
    port: Annotated[int, Meta(ge=0, le=65_535)] = 8080


class StatsConfig(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The [stats] table: nflverse's tables, which the reasons and answers are computed from.

    Attributes:
        refresh_h: how often to look for newer tables; 0 never loads by itself.
        from_season: the first season to load; the tables begin in 1999.
        mirror: the address of a mirror of nflverse's files; empty for GitHub.
    """

    refresh_h: Annotated[float, Meta(ge=0, le=168)] = 6
    from_season: Annotated[int, Meta(ge=1999, le=2100)] = 1999
    mirror: str = ""


class GateConfig(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The [gate] table.

    Attributes:
        most_per_hour: so many trades may get a first card within an hour; then all new ones are held.
    """

    most_per_hour: Annotated[int, Meta(ge=1, le=100_000)] = gate.MOST_PER_HOUR


class AlarmConfig(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The [alarm] table: how the operator hears of lasting faults.

    Attributes:
        webhook: an incoming webhook of Slack or Discord; its address is a secret.
        after_s: for how long something must be wrong.
        ping: an address that is asked for while alerts go out; its owner misses it when they do not.
        ping_s: how often.
    """

    webhook: Secret | None = None
    after_s: Annotated[float, Meta(ge=1, le=86_400)] = 300
    ping: Secret | None = None
    ping_s: Annotated[float, Meta(ge=1, le=86_400)] = 60


class LogForm(StrEnum):
    """How a line of the log is written."""

    LOGFMT = "logfmt"
    JSON = "json"


class LogConfig(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The [log] table."""

    format: LogForm = LogForm.LOGFMT


Tier = Annotated[int, Meta(ge=1, le=3)]
VoiceName = Annotated[str, Meta(min_length=1, max_length=64)]


class ReporterTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of the [[reporters]]: known besides the built-in ones, or instead of one of them.

    Attributes:
        handle: the account's, with its "@"; empty where he has none.
        tier: 1 is believed alone, 2 needs a second source, 3 is only noted.
    """

    name: VoiceName
    handle: Annotated[str, Meta(max_length=64)] = ""
    tier: Tier


class OutletTable(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One of the [[outlets]]: known besides the built-in ones, or instead of one of them.

    Attributes:
        also: how else it is printed.
        tier: as a reporter's.
    """

    name: VoiceName
    also: tuple[VoiceName, ...] = ()
    tier: Tier


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """A configuration that passed every check.

    Attributes:
        zone: the time zone of what people read.
        data_dir: absolute; None where the file does not say.
        reporters: beside the built-in ones or instead: name, handle (may be empty), tier.
        outlets: the same: name, other printed names, tier.
    """

    zone: ZoneInfo
    data_dir: Path | None
    feeds: tuple[FeedConfig, ...]
    destinations: tuple[Destination, ...]
    discord: DiscordConfig | None
    slack: SlackConfig | None
    web: WebConfig
    stats: StatsConfig
    gate: GateConfig
    alarm: AlarmConfig
    log: LogConfig
    reporters: tuple[tuple[str, str, int], ...] = ()
    outlets: tuple[tuple[str, tuple[str, ...], int], ...] = ()

    @property
    def secrets(self) -> tuple[Secret, ...]:
        """Every secret in use, for the log to hide."""
        discord = (self.discord.token,) if self.discord else ()
        slack = self.slack.secrets if self.slack else ()
        alarm = (self.alarm.webhook, self.alarm.ping)
        return tuple(secret for secret in (*discord, *slack, *alarm) if secret is not None)

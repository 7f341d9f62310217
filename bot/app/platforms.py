"""The chat platforms a configuration asks for: the only place that knows the adapters.

Each adapter is imported when it is used: a console-only run carries no chat library.
"""

from collections.abc import Callable
from dataclasses import dataclass

from bot.config import Config
from bot.model import LaneId
from bot.ports import Backend, Platform, Stories

SLACK_CALLS_PER_S = 10.0  # the workspace-wide limit is not published; channels are paced apart
CONSOLE_CALLS_PER_S = 1000.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Wired:
    """A platform and its lane."""

    platform: Platform
    lane: LaneId
    rate_per_s: float


def wire(config: Config, backend: Callable[[str, LaneId], Backend]) -> list[Wired]:
    """The platforms that have a destination or a table of their own.

    Args:
        backend: what the adapter of a platform, with its lane, may ask for.
    """
    found = []
    if config.discord is not None:
        found.append(_discord(config, backend("discord", LaneId("discord"))))
    if config.slack is not None:
        found.append(_slack(config, backend("slack", LaneId("slack")).trades))
    if any(to.platform == "console" for to in config.destinations):
        found.append(_console())
    return found


def _discord(config: Config, backend: Backend) -> Wired:
    from adapters.discord.bot import DiscordPlatform  # noqa: PLC0415 - see the module

    table = config.discord
    assert table is not None  # noqa: S101 - the caller looked
    platform = DiscordPlatform(
        table.token.reveal(), api_base=table.api_base, gateway=table.gateway, backend=backend
    )
    return Wired(platform=platform, lane=LaneId("discord"), rate_per_s=table.requests_per_second)


def _slack(config: Config, stories: Stories) -> Wired:
    from adapters.slack.bot import SlackPlatform  # noqa: PLC0415 - see the module

    table = config.slack
    assert table is not None  # noqa: S101 - the caller looked
    platform = SlackPlatform(
        table.bot_token.reveal(),
        app_token=table.app_token.reveal() if table.app_token else None,
        api_base=table.api_base,
        request_timeout_s=table.request_timeout_s,
        stories=stories,
    )
    return Wired(platform=platform, lane=LaneId("slack"), rate_per_s=SLACK_CALLS_PER_S)


def _console() -> Wired:
    from adapters.console import ConsolePlatform  # noqa: PLC0415 - see the module

    platform = ConsolePlatform()
    return Wired(platform=platform, lane=LaneId("console"), rate_per_s=CONSOLE_CALLS_PER_S)

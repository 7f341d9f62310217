"""The chat platforms a configuration asks for: the only place that knows the adapters.

Each adapter is imported when it is used: a console-only run carries no chat library.
"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.app.state import State
from bot.config import Config, SlackConfig
from bot.engine.outcome import backoff
from bot.model import LaneId
from bot.ports import Backend, Platform

log = logging.getLogger(__name__)

SLACK_CALLS_PER_S = (
    10.0  # a workspace; its own limit is not published, and channels are paced apart
)
CONSOLE_CALLS_PER_S = 1000.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Wired:
    """A platform and its lane.

    Attributes:
        rate_per_s: calls a second, in each of its lanes.
    """

    platform: Platform
    lane: LaneId
    rate_per_s: float


def wire(config: Config, backend: Callable[[str], Backend], state: State) -> list[Wired]:
    """The platforms that have a destination or a table of their own.

    Args:
        backend: what the adapter of a platform may ask for.
        state: what is durable.
    """
    found = []
    if config.discord is not None:
        found.append(_discord(config, backend("discord")))
    if config.slack is not None:
        found.append(_slack(config.slack, backend("slack"), state))
    if any(to.platform == "console" for to in config.destinations):
        found.append(_console())
    return found


async def keep_listening(wired: Wired) -> None:
    """Keep the platform's events answered, until cancelled; posting does not depend on it."""
    tries = 0
    while True:
        try:
            await wired.platform.listen()
        except Exception:  # supervised: buttons that broke are logged, and started again
            log.exception("listening failed", extra={"platform": wired.platform.name})
        else:
            return
        tries += 1
        await asyncio.sleep(backoff(tries).total_seconds())


def _discord(config: Config, backend: Backend) -> Wired:
    from adapters.discord.bot import DiscordPlatform  # noqa: PLC0415 - see the module

    table = config.discord
    assert table is not None  # noqa: S101 - the caller looked
    platform = DiscordPlatform(
        table.token.reveal(), api_base=table.api_base, gateway=table.gateway, backend=backend
    )
    return Wired(platform=platform, lane=LaneId("discord"), rate_per_s=table.requests_per_second)


def _slack(table: SlackConfig, backend: Backend, state: State) -> Wired:
    from adapters.slack.assemble import assembled  # noqa: PLC0415 - see the module

    platform = assembled(
        bot_token=table.bot_token.reveal() if table.bot_token else "",
        app_token=table.app_token.reveal() if table.app_token else "",
        signing_secret=table.signing_secret.reveal() if table.signing_secret else "",
        http=(table.http_host, table.http_port),
        client_id=table.client_id,
        client_secret=table.client_secret.reveal() if table.client_secret else "",
        public_url=table.public_url.rstrip("/"),
        api_base=table.api_base,
        request_timeout_s=table.request_timeout_s,
        backend=backend,
        once=state.once,
        vault=state.vault,
    )
    return Wired(platform=platform, lane=LaneId("slack"), rate_per_s=SLACK_CALLS_PER_S)


def _console() -> Wired:
    from adapters.console import ConsolePlatform  # noqa: PLC0415 - see the module

    platform = ConsolePlatform()
    return Wired(platform=platform, lane=LaneId("console"), rate_per_s=CONSOLE_CALLS_PER_S)


def slack_manifest(public_url: str) -> dict[str, Any]:
    """What makes our app at Slack; for Socket Mode where the address is empty."""
    from adapters.slack.manifest import manifest  # noqa: PLC0415 - see the module

    return manifest(public_url)

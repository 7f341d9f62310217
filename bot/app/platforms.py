"""The chat platforms a configuration asks for: the only place that knows the adapters.

Each adapter is imported when it is used: a console-only run carries no chat library.
"""

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from bot import cards, gate
from bot.config import Config
from bot.model import Card, CardKind, Insight, LaneId, Trade, TradeId
from bot.ports import Platform, Reasons, Store, Stories

log = logging.getLogger(__name__)

SLACK_CALLS_PER_S = 10.0  # the workspace-wide limit is not published; channels are paced apart
CONSOLE_CALLS_PER_S = 1000.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Wired:
    """A platform and its lane."""

    platform: Platform
    lane: LaneId
    rate_per_s: float


class TradeStories:
    """Answers a card's button from the store."""

    def __init__(self, store: Store, config: Config, reasons: Reasons) -> None:
        self._store, self._zone, self._reasons = store, config.zone, reasons

    async def story(self, trade: TradeId) -> Card | None:
        """The card as it stands now, with every reason."""
        known = await self._store.trade(trade)
        if known is None:
            return None
        insights = await self._why(known)
        status, kind = gate.showable(known), CardKind.CARD
        return cards.build(known, status, kind, self._zone, insights, most=len(insights))

    async def _why(self, trade: Trade) -> Sequence[Insight]:
        try:
            return await self._reasons.reasons(trade)
        except Exception:  # the story is worth more than its reasons
            log.exception("reasons left out", extra={"trade": trade.id})
            return ()


def wire(config: Config, store: Store, reasons: Reasons) -> list[Wired]:
    """The platforms that have a destination or a table of their own."""
    stories = TradeStories(store, config, reasons)
    found = []
    if config.discord is not None:
        found.append(_discord(config, stories))
    if config.slack is not None:
        found.append(_slack(config, stories))
    if any(to.platform == "console" for to in config.destinations):
        found.append(_console())
    return found


def _discord(config: Config, stories: Stories) -> Wired:
    from adapters.discord.bot import DiscordPlatform  # noqa: PLC0415 - see the module

    table = config.discord
    assert table is not None  # noqa: S101 - the caller looked
    platform = DiscordPlatform(
        table.token.reveal(), api_base=table.api_base, gateway=table.gateway, stories=stories
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

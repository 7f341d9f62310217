"""What Slack offers while somebody types into a select: at most 100 options, soon, and never an error.

https://docs.slack.dev/reference/interaction-payloads/block_suggestion-payload
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Sequence
from typing import Any

from adapters.slack import blocks, text
from adapters.slack.blocks import Block
from adapters.slack.commands.asker import Asker
from adapters.slack.commands.registry import Kind, Offer
from adapters.slack.commands.rights import Right
from bot.chat.choices import clubs_like, zones_like
from bot.errors import BotError
from bot.ports import Backend

log = logging.getLogger(__name__)

OPTIONS_MAX = 100
WITHIN_S = 0.9  # Slack waits 3 s; who types waits for nothing

Named = tuple[str, str]  # what is shown, what is sent
Finder = Callable[[str], Awaitable[Iterable[Named]]]
Taken = Callable[[Asker, Sequence[str]], Awaitable[None]]  # who chose, and the values

PLAYER, PLAYERS, TRADE, CLUB, STATISTIC = (
    *("choose:player", "choose:players", "choose:trade"),
    *("choose:club", "choose:statistic"),
)
CLUBS, ZONE = "clubs", "zone"  # of the form


class Choices:
    """What each select offers."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self._finders: dict[str, Finder] = {
            PLAYER: self._players, PLAYERS: self._players, TRADE: self._trades, CLUB: _clubs,
            STATISTIC: self._statistics, CLUBS: _clubs, ZONE: _zones,
        }  # fmt: skip

    def offers(self) -> list[Offer]:
        """One for each select; what they offer everybody may know."""
        return [
            Offer(kind=Kind.OPTIONS, name=name, right=Right.EVERYONE, act=_nothing)
            for name in self._finders
        ]

    async def options(self, action: str, typed: str) -> list[Block]:
        """The options for what was typed so far."""
        finder = self._finders.get(action)
        return [] if finder is None else options(await _soon(finder(typed[:100])))

    async def _players(self, typed: str) -> Iterable[Named]:
        found = await self._backend.questions.players(typed, OPTIONS_MAX)
        return [(name, name) for name in found]

    async def _trades(self, typed: str) -> Iterable[Named]:
        found = await self._backend.trades.named(typed, OPTIONS_MAX)
        return [(headline, trade) for trade, headline in found]

    async def _statistics(self, typed: str) -> Iterable[Named]:
        return [(name, name) for name in self._backend.questions.statistics(typed, OPTIONS_MAX)]


def options(named: Iterable[Named]) -> list[Block]:
    """As many as Slack takes; a value is never shortened, for it would mean something else."""
    found: dict[str, Block] = {}
    for label, value in named:
        if text.clean(label).strip() and 0 < text.size(value) <= blocks.MAX_OPTION_VALUE:
            found.setdefault(value, blocks.option(label, value))
        if len(found) == OPTIONS_MAX:
            break
    return list(found.values())


def select(action: str, prompt: str, *, most: int = 1) -> Block:
    """A select that fills itself while somebody types, as a row."""
    made: dict[str, Any] = {
        "type": "external_select" if most == 1 else "multi_external_select",
        "action_id": action,
        "placeholder": blocks.plain(prompt, blocks.MAX_PLACEHOLDER),
        "min_query_length": 0,
    }
    return blocks.actions([made if most == 1 else {**made, "max_selected_items": most}])


def chosen(asker: Asker) -> list[str]:
    """The values that were chosen."""
    one, several = asker.action.get("selected_option"), asker.action.get("selected_options")
    found = several if isinstance(several, list) else [one]
    values = [each.get("value") for each in found if isinstance(each, dict)]
    return [value for value in values if isinstance(value, str)]


async def _clubs(typed: str) -> Iterable[Named]:
    return [(each.name, each.code) for each in clubs_like(typed)]


async def _zones(typed: str) -> Iterable[Named]:
    return [(zone, zone) for zone in zones_like(typed)]


async def _nothing(_: Asker, __: str) -> None:
    """Options are told with the acknowledgement."""


async def _soon(found: Awaitable[Iterable[Named]]) -> Iterable[Named]:
    """The result, or nothing: a list that comes late is of no use to somebody who types on."""
    try:
        async with asyncio.timeout(WITHIN_S):
            return await found
    except (BotError, TimeoutError) as error:
        log.warning("no choices", extra={"problem": type(error).__name__})
        return ()

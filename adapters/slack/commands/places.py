"""Which channel is meant, and what the bot lacks there."""

import asyncio
from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from adapters.slack.commands import wording
from adapters.slack.commands.asker import Asker
from adapters.slack.errors import answer
from bot.errors import DeliveryError, DestinationRefusedError, PermanentDeliveryError, UsageError
from bot.model import Destination, DestinationId
from bot.ports import Alerts

UNSEEN = "The bot does not see {}: type /invite @Gridwire there, or choose another channel."
NO_SUCH = "This workspace has no alerts in {}: /alerts subscribe starts them, /alerts list names the others."
NO_MEMBER = (
    "⚠️ the bot is not in the channel, so no card can be posted: type /invite @Gridwire there"
)
ARCHIVED = "⚠️ the channel is archived, so no card can be posted: unarchive it, or remove its alerts"
UNCHECKED = "⚠️ Slack does not tell just now whether the bot can post there: try again in a minute"

AT_ONCE = 5  # conversations.info is allowed fifty times a minute and more, but other commands wait meanwhile
WITHIN_S = 10.0  # for all channels of a workspace together


async def found(asker: Asker, channel: str) -> dict[str, Any] | None:
    """The channel, if this workspace lets the bot see it.

    Raises:
        DeliveryError: Slack does not tell.
    """
    asked = asker.client.conversations_info(channel=channel)
    try:
        told = await answer(asked, "conversations.info", right_missing=PermanentDeliveryError)
    except DestinationRefusedError:
        return None
    info = told.get("channel")
    return info if isinstance(info, dict) and info.get("id") == channel else None


async def seen(asker: Asker, channel: str) -> None:
    """Nothing, where the bot sees the channel.

    Raises:
        UsageError: it does not.
        DeliveryError: Slack does not tell.
    """
    if await found(asker, channel) is None:
        raise UsageError(UNSEEN.format(wording.channel(channel)))


async def lacks(asker: Asker, to: Destination) -> list[str]:
    """What keeps cards out of this channel, a line each."""
    try:
        info = await found(asker, to.channel)
    except DeliveryError:
        return [UNCHECKED]
    if info is None:
        return [NO_MEMBER]
    if info.get("is_archived") is True:
        return [ARCHIVED]
    return [] if info.get("is_member") is True else [NO_MEMBER]


async def lacks_each(
    asker: Asker, places: Sequence[Destination], *, within_s: float = WITHIN_S
) -> dict[DestinationId, list[str]]:
    """The same for each of them, a few asked at once; what Slack does not tell in time is said to be unchecked."""
    told = {to.id: [UNCHECKED] for to in places}
    turns = asyncio.Semaphore(AT_ONCE)

    async def ask(to: Destination) -> None:
        async with turns:
            told[to.id] = await lacks(asker, to)

    with suppress(TimeoutError):
        async with asyncio.timeout(within_s), asyncio.TaskGroup() as asking:
            for to in places:
                asking.create_task(ask(to))
    return told


async def one(asker: Asker, alerts: Alerts, channel: str) -> Destination:
    """The alerts of a channel of this workspace.

    Raises:
        UsageError: it has none.
    """
    for to in await alerts.subscriptions(asker.team):
        if to.channel == channel:
            return to
    raise UsageError(NO_SUCH.format(wording.channel(channel)))

"""The home tab: what this workspace's channels get and how that fares, for its managers; the latest trades, for all."""

import logging
from collections.abc import Iterator, Sequence

from adapters.slack import blocks
from adapters.slack.blocks import Block
from adapters.slack.commands import rights, views, wording
from adapters.slack.commands.alerts import PAUSE, REMOVE, RESUME
from adapters.slack.commands.alerts_change import EDIT
from adapters.slack.commands.alerts_look import NONE_YET, entry
from adapters.slack.commands.asker import Asker
from adapters.slack.commands.desk import Desk
from adapters.slack.commands.nfl import NO_TRADES_YET, trade_line
from adapters.slack.commands.pages import ASK
from adapters.slack.commands.registry import FOR, Kind, Offer
from adapters.slack.commands.rights import Right
from bot.errors import DeliveryError
from bot.model import Destination, Health

log = logging.getLogger(__name__)

OPENED, SUBSCRIBE = "app_home_opened", "subscribe"
TRADES, CHANNELS = 5, 15  # ours: a home tab takes 100 blocks, and how much text nobody tells
MORE = "and {} more: /alerts list shows them all"
HOW = "Type /nfl help or /alerts help in any channel."


class Home:
    """One reader's home tab."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._backend = desk, desk.backend
        desk.registry.add(
            # What a manager alone may see is asked for again inside.
            Offer(kind=Kind.EVENT, name=OPENED, right=Right.EVERYONE, act=self._opened)
        )

    async def show(self, asker: Asker) -> None:
        """Show it as it is now.

        Raises:
            DeliveryError: Slack does not take it.
            StoreError: it cannot be read.
        """
        above = [*await self._alerts(asker)] if await self._manages(asker) else []
        await views.publish(asker, [*above, *await self._trades(), blocks.context(HOW)])

    async def _manages(self, asker: Asker) -> bool:
        """Who cannot be checked sees the trades all the same."""
        try:
            return await rights.may(asker, Right.MANAGER, self._backend.alerts)
        except DeliveryError as error:
            log.warning("not answered", extra={"problem": str(error)})
            return False

    async def _opened(self, asker: Asker, _: str) -> None:
        event = asker.payload.get("event")
        if isinstance(event, dict) and event.get("tab") == "home":
            await self.show(asker)

    async def _alerts(self, asker: Asker) -> Sequence[Block]:
        alerts = self._backend.alerts
        found = await alerts.subscriptions(asker.team)
        health = {each.destination: each for each in await alerts.health(asker.team)}
        made = [blocks.header("Alerts of this workspace")]
        for to in found[:CHANNELS]:
            made += _channel(to, health.get(to.id))
        if not found:
            made.append(blocks.section([NONE_YET]))
        if len(found) > CHANNELS:
            made.append(blocks.context(MORE.format(len(found) - CHANNELS)))
        return [*made, blocks.actions([blocks.button("Subscribe a channel", SUBSCRIBE)])]

    async def _trades(self) -> Sequence[Block]:
        cards = await self._backend.trades.latest(None, "", TRADES)
        rows = [trade_line(card, f"{ASK}:{number}") for number, card in enumerate(cards)]
        return [blocks.header("The latest trades"), *(rows or [blocks.section([NO_TRADES_YET])])]


def _channel(to: Destination, health: Health | None) -> Iterator[Block]:
    yield entry(to, [*wording.words.described(to), wording.words.health(health)])
    hold = ("Resume", RESUME) if to.paused else ("Pause", PAUSE)
    ending = _about(to, "Remove", REMOVE)
    ending["confirm"] = {
        "title": blocks.plain("End the alerts of this channel?", 100),
        "text": blocks.plain("What it asked for is forgotten; the cards there stay.", 300),
        "confirm": blocks.plain("Remove", 30),
        "deny": blocks.plain("Keep", 30),
    }
    yield blocks.actions([_about(to, "Edit", EDIT), _about(to, *hold), ending])


def _about(to: Destination, label: str, action: str) -> Block:
    """A button for one of many channels: what stands behind the sign only tells it from the others."""
    return blocks.button(label, f"{action}{FOR}{to.channel}", to.channel)

"""The seam to bolt: what Slack sends, however it comes in, is acknowledged at once and answered in a task of its own."""

import asyncio
import logging
import re
from collections.abc import Callable, Coroutine
from typing import Any

from slack_bolt.async_app import AsyncAck, AsyncApp, AsyncBoltContext

from adapters.slack import buttons
from adapters.slack.commands import alerts_change, form, guide
from adapters.slack.commands.alerts import Alerts
from adapters.slack.commands.asker import asker
from adapters.slack.commands.cards import SHORTCUT, Cards
from adapters.slack.commands.choose import Choices
from adapters.slack.commands.desk import Desk
from adapters.slack.commands.home import OPENED, SUBSCRIBE, Home
from adapters.slack.commands.nfl import Nfl
from adapters.slack.commands.registry import Kind, Offer, Registry
from adapters.slack.commands.rights import Right
from bot.errors import BotError
from bot.ports import Backend, Notifier

log = logging.getLogger(__name__)

ROOTS = ("nfl", "alerts")
_ANY = re.compile(".*", re.DOTALL)

Body = dict[str, Any]


class Commands:
    """All that Slack may be asked, on one bolt app.

    Args:
        notifier: the platform's, asked for when a sample is posted.
    """

    def __init__(self, backend: Backend, notifier: Callable[[], Notifier]) -> None:
        self._desk = desk = Desk(backend)
        self._choices, self._home = Choices(backend), Home(desk)
        Nfl(desk)
        Alerts(desk, notifier)
        Cards(desk)
        desk.registry.add(*self._choices.offers())
        subscribe = desk.registry.find(Kind.COMMAND, "alerts subscribe")
        assert subscribe is not None  # noqa: S101 - offered above
        desk.registry.add(
            Offer(kind=Kind.ACTION, name=SUBSCRIBE, right=Right.MANAGER, act=subscribe.act)
        )

    @property
    def registry(self) -> Registry:
        """Every offer with its right."""
        return self._desk.registry

    def register(self, app: AsyncApp, answers: asyncio.TaskGroup) -> None:
        """Listen on this app; answers are tasks of this group, and end with it."""

        def start(work: Coroutine[Any, Any, None]) -> None:
            answers.create_task(_guarded(work))

        async def on_command(ack: AsyncAck, body: Body, context: AsyncBoltContext) -> None:
            await ack()
            start(self._command(body, context))

        async def on_action(ack: AsyncAck, body: Body, context: AsyncBoltContext) -> None:
            await ack()
            start(self._action(body, context))

        async def on_view(ack: AsyncAck, body: Body, context: AsyncBoltContext) -> None:
            at_once = alerts_change.acknowledged(body["view"])
            await ack(**at_once)
            if at_once["response_action"] == "update":  # the form is sent again once it is mended
                start(self._other(Kind.VIEW, form.CALLBACK, body, context))

        async def on_shortcut(ack: AsyncAck, body: Body, context: AsyncBoltContext) -> None:
            await ack()
            start(self._other(Kind.SHORTCUT, SHORTCUT, body, context))

        async def on_opened(body: Body, context: AsyncBoltContext) -> None:
            start(self._other(Kind.EVENT, OPENED, body, context))

        async def on_options(ack: AsyncAck, body: Body) -> None:
            sought = str(body.get("value") or "")
            await ack(options=await self._choices.options(str(body.get("action_id")), sought))

        for root in ROOTS:
            app.command(f"/{root}")(on_command)
        app.action(_ANY)(on_action)
        app.view(form.CALLBACK)(on_view)
        app.message_shortcut(SHORTCUT)(on_shortcut)
        app.event(OPENED)(on_opened)
        app.options(_ANY)(on_options)

    async def _command(self, body: Body, context: AsyncBoltContext) -> None:
        who, root = asker(body, context), str(body.get("command")).removeprefix("/")
        first, _, _ = str(body.get("text") or "").strip().partition(" ")
        offer = self.registry.find(Kind.COMMAND, f"{root} {first.casefold()}")
        if offer is None:
            await self._desk.show(who, guide.guide(root, self.registry.commands(root), first))
            return
        await self._desk.attend(offer, who, str(body.get("text")).strip()[len(first) :])

    async def _action(self, body: Body, context: AsyncBoltContext) -> None:
        who = asker(body, context)
        press = buttons.read(who.action)
        name = f"card:{press[0]}" if press is not None else str(who.action.get("action_id"))
        offer = self.registry.find(Kind.ACTION, name)
        if offer is None:
            log.warning("slack action of nobody's")
            return
        await self._desk.attend(offer, who, "")
        if who.view.get("type") == "home" and offer.right is Right.MANAGER:
            await self._home.show(who)

    async def _other(self, kind: Kind, name: str, body: Body, context: AsyncBoltContext) -> None:
        offer = self.registry.find(kind, name)
        if offer is not None:
            await self._desk.attend(offer, asker(body, context), "")


async def _guarded(work: Coroutine[Any, Any, None]) -> None:
    """One reader's question must not end the others', nor the connection."""
    try:
        await work
    except BotError as error:
        log.warning("slack answer failed", extra={"problem": str(error)})
    except Exception:
        log.exception("slack answer failed")

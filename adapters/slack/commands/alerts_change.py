"""`/alerts subscribe` and `edit`: a form, kept together with what it means."""

from typing import Any

from adapters.slack import blocks
from adapters.slack.commands import form, places, typed, views, wording
from adapters.slack.commands.asker import Asker
from adapters.slack.commands.desk import Desk
from adapters.slack.commands.form import Filled
from adapters.slack.commands.pages import note
from adapters.slack.commands.registry import Kind, Offer
from adapters.slack.commands.rights import Right
from bot.chat import sentences
from bot.chat.wishes import granted
from bot.errors import UsageError
from bot.model import Destination
from bot.ports import Alerts

EDIT = "edit"
SAVING = "Saving …"


class Changes:
    """The two commands that say what a channel gets, and their form."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._alerts = desk, desk.backend.alerts
        desk.registry.add(
            Offer(
                kind=Kind.COMMAND, name="alerts subscribe", right=Right.MANAGER, act=self._subscribe,
                usage="[#channel]", summary="Post trades in a channel",
            ),
            Offer(
                kind=Kind.COMMAND, name="alerts edit", right=Right.MANAGER, act=self._edit,
                usage="[#channel]", summary="Change what a channel gets",
            ),
            Offer(kind=Kind.ACTION, name=EDIT, right=Right.MANAGER, act=self._edit_pressed),
            Offer(kind=Kind.VIEW, name=form.CALLBACK, right=Right.MANAGER, act=self._sent),
        )  # fmt: skip

    async def _subscribe(self, asker: Asker, words: str) -> None:
        channel = typed.channel_of(words, asker.channel) or _public(asker.channel)
        draft = self._alerts.draft(asker.team, channel)
        await views.open_window(asker, form.drawn(draft, new=True))

    async def _edit(self, asker: Asker, words: str) -> None:
        await self._open(asker, typed.channel_of(words, asker.channel) or asker.channel)

    async def _edit_pressed(self, asker: Asker, _: str) -> None:
        await self._open(asker, asker.value)

    async def _open(self, asker: Asker, channel: str) -> None:
        to = await _has(asker, self._alerts, channel)
        await views.open_window(asker, form.drawn(to, new=False))

    async def _sent(self, asker: Asker, _: str) -> None:
        """Check, keep, and say what the channel gets now and what the bot lacks there."""
        filled = form.read(asker.view)
        to = granted(await self._before(asker, filled), filled.wish)
        await places.seen(asker, to.channel)
        await self._alerts.subscribe(to, asker.user)
        lines = [*wording.words.described(to), *await places.lacks(asker, to)]
        told = sentences.listed(sentences.GETS.format(wording.mention(to)), lines)
        await self._desk.show(asker, note("\n".join([told, *[sentences.NEXT] * filled.new])))

    async def _before(self, asker: Asker, filled: Filled) -> Destination:
        """What the channel has; a second subscribe begins anew."""
        if filled.new:
            return self._alerts.draft(asker.team, filled.channel)
        return await _has(asker, self._alerts, filled.channel)


def acknowledged(view: dict[str, Any]) -> dict[str, Any]:
    """What a sent form becomes at once: itself with what is wrong, or a window that waits for the answer."""
    problems = form.read(view).problems
    if problems:
        return {"response_action": "errors", "errors": dict(problems)}
    waiting = form.modal("Gridwire", [blocks.section([SAVING])])
    return {"response_action": "update", "view": waiting}


async def _has(asker: Asker, alerts: Alerts, channel: str) -> Destination:
    try:
        return await places.one(asker, alerts, channel)
    except UsageError as error:
        raise UsageError(sentences.NOT_YET.format(wording.channel(channel))) from error


def _public(channel: str) -> str:
    """A direct message is no channel to be chosen in the form."""
    return channel if channel.startswith(("C", "G")) else ""

"""`/alerts`: what a workspace's managers decide about their channels. Every answer is for them alone."""

from collections.abc import Callable
from dataclasses import replace

from adapters.slack.blocks import joined
from adapters.slack.commands import places, typed, wording
from adapters.slack.commands.alerts_change import Changes
from adapters.slack.commands.alerts_look import NONE_YET, Looks
from adapters.slack.commands.asker import Asker
from adapters.slack.commands.desk import Desk
from adapters.slack.commands.pages import Page, Place, note
from adapters.slack.commands.registry import Act, Kind, Offer
from adapters.slack.commands.rights import Right
from adapters.slack.commands.trial import Trial
from bot.chat import sentences
from bot.errors import UsageError
from bot.ports import Notifier

PAUSE, RESUME, REMOVE = "pause", "resume", "remove"
FOUND_MAX, MENTIONS_MAX = 10, 1000
WHICH_TRADE = "Say which trade: /alerts explain, then a player or a club."
WHICH_ONE = "Which trade is meant?"
NO_GROUP = "Only administrators and owners of this workspace manage alerts."


class Alerts:
    """The group of commands."""

    def __init__(self, desk: Desk, notifier: Callable[[], Notifier]) -> None:
        self._desk, self._alerts = desk, desk.backend.alerts
        self._trial = Trial(notifier)
        Looks(desk)
        Changes(desk)
        offered: list[tuple[str, str, str, Act]] = [
            ("list", "", "Which channels get what", self._look("alerts list")),
            ("status", "", "What the bot lacks, and how deliveries go", self._look("alerts status")),
            ("failed", "", "Cards that could not be delivered", self._look("alerts failed")),
            ("explain", "[player or club] [#channel]", "Why a trade was or was not posted here", self._explain),
            ("test", "[#channel]", "Post a sample card in a channel", self._test),
            ("remove", "[#channel]", "End the alerts of a channel", self._remove),
            ("pause", "[#channel]", "Start no new card, here or everywhere", self._pause),
            ("resume", "[#channel]", "Start new cards again", self._resume),
        ]  # fmt: skip
        for name, usage, summary, act in offered:
            desk.registry.add(_command(name, usage, summary, act))
        desk.registry.add(
            _command(
                "manager", "[@group] [none]", "Which user group may manage alerts", self._manager,
                right=Right.ADMINISTRATOR,
            )
        )  # fmt: skip
        for action, act in ((PAUSE, self._pressed(paused=True)), (RESUME, self._pressed(paused=False)),
                            (REMOVE, self._remove_pressed)):  # fmt: skip
            desk.registry.add(Offer(kind=Kind.ACTION, name=action, right=Right.MANAGER, act=act))

    def _look(self, command: str) -> Act:
        async def act(asker: Asker, _: str) -> None:
            await self._desk.answer(asker, command)

        return act

    async def _explain(self, asker: Asker, words: str) -> None:
        sought, channel = typed.split_channel(words, asker.channel)
        if not sought:
            raise UsageError(WHICH_TRADE)
        found = await self._desk.backend.trades.named(sought, FOUND_MAX)
        trades = [trade for trade, _ in found if trade == sought] or [trade for trade, _ in found]
        if len(trades) > 1:
            asks = [(line, Place(command="alerts explain", args=(t, channel))) for t, line in found]
            page = note(WHICH_ONE)[0]
            sheet = [Page(text=page.text, blocks=page.blocks, asks=tuple(asks), private=True)]
            await self._desk.show(asker, sheet)
            return
        # A held trade has no headline to be found by, but an id.
        await self._desk.answer(asker, "alerts explain", trades[0] if trades else sought, channel)

    async def _test(self, asker: Asker, words: str) -> None:
        channel = typed.channel_of(words, asker.channel) or asker.channel
        to = await places.one(asker, self._alerts, channel)
        told = await self._trial.run(asker, to, self._alerts.sample())
        await self._desk.show(asker, note(told))

    async def _remove(self, asker: Asker, words: str) -> None:
        await self._end(asker, typed.channel_of(words, asker.channel) or asker.channel)

    async def _remove_pressed(self, asker: Asker, _: str) -> None:
        await self._end(asker, asker.value)

    async def _end(self, asker: Asker, channel: str) -> None:
        to = await places.one(asker, self._alerts, channel)
        await self._alerts.remove(asker.team, to.id)
        await self._desk.show(asker, note(sentences.REMOVED.format(wording.mention(to))))

    async def _pause(self, asker: Asker, words: str) -> None:
        await self._hold(asker, typed.channel_of(words, asker.channel), paused=True)

    async def _resume(self, asker: Asker, words: str) -> None:
        await self._hold(asker, typed.channel_of(words, asker.channel), paused=False)

    def _pressed(self, *, paused: bool) -> Act:
        async def act(asker: Asker, _: str) -> None:
            await self._hold(asker, asker.value, paused=paused)

        return act

    async def _hold(self, asker: Asker, channel: str | None, *, paused: bool) -> None:
        """One channel, or every one of the workspace."""
        says = sentences.PAUSED if paused else sentences.RESUMED
        if channel is not None:
            to = await places.one(asker, self._alerts, channel)
            await self._alerts.subscribe(replace(to, paused=paused), asker.user)
            await self._desk.show(asker, note(says.format(wording.mention(to))))
            return
        await self._alerts.pause(asker.team, asker.user, paused=paused)
        every = await self._alerts.subscriptions(asker.team)
        where = joined([wording.mention(to) for to in every], MENTIONS_MAX, ", ")
        await self._desk.show(asker, note(says.format(where) if every else NONE_YET))

    async def _manager(self, asker: Asker, words: str) -> None:
        """Choose the group, or none; left out, say which it is."""
        if words:
            await self._alerts.set_manager_role(asker.team, typed.group_of(words))
        group = await self._alerts.manager_role(asker.team)
        told = NO_GROUP
        if group is not None:
            told = (
                f"Members of {wording.group(group)}, and administrators and owners, manage alerts."
            )
        await self._desk.show(asker, note(told))


def _command(
    name: str, usage: str, summary: str, act: Act, *, right: Right = Right.MANAGER
) -> Offer:
    return Offer(
        kind=Kind.COMMAND,
        name=f"alerts {name}",
        right=right,
        act=act,
        usage=usage,
        summary=summary,
    )

"""`/alerts subscribe` and `edit`: one set of options, kept together with what they mean."""

from collections.abc import Awaitable, Callable, Coroutine
from typing import Any

import discord
from discord import AppCommandOptionType, ChannelType, app_commands
from discord.app_commands import AppCommandChannel, AppCommandThread, Choice, Range, Transform

from adapters.discord.commands import access, complete, rights, wording
from adapters.discord.commands.desk import Desk, note
from adapters.discord.commands.pages import Page
from adapters.discord.commands.rights import Right, declared
from adapters.discord.permissions import TAKES_CARDS
from bot.chat import sentences
from bot.chat.choices import IMPORTANCE_WORDS, KIND_WORDS, POSITIONS, STYLE_WORDS
from bot.chat.wishes import PINGABLE, Wish, granted
from bot.errors import UsageError
from bot.model import Destination, Manner

Interaction = discord.Interaction[Any]
Picked = AppCommandChannel | AppCommandThread
Act = Callable[[Interaction, Picked | None, Wish], Awaitable[None]]

NO_CARDS = "Cards cannot be posted in <#{}>: choose a text, announcement or forum channel."
NO_PUBLISH = (
    "Only an announcement channel can publish to followers: leave publish out, or make <#{}> one."
)
NO_THREADS = "Cards in a thread or a forum cannot have threads of their own: leave thread out."
EVERYONE_ROLE = "@everyone is no role to ping: choose a role that members can leave."

Hour = Range[int, 0, 23]
Typed = Range[str, 1, 200]

OPTIONS = {
    "channel": "where the cards go; left out: this channel",
    "clubs": "only of these clubs, with commas; “all” for every club",
    "positions": "only with a player of these positions, with commas; “all” for any",
    "kinds": "only this kind of trade",
    "rumours": "also talk that nobody confirmed; off unless chosen",
    "importance": "how much a trade must move",
    "style": "how much a card shows",
    "ping_role": "administrators only: the role that a new card mentions",
    "ping_statuses": "administrators only: for which cards, with commas; “none” ends pings",
    "quiet_from": "the first quiet hour, 0 to 23; what comes in them is listed in one message afterwards",
    "quiet_to": "the first hour that is loud again, with that list; the same hour ends quiet hours",
    "zone": "the time zone of the quiet hours",
    "thread": "open a thread for talk under each card",
    "publish": "in an announcement channel: publish confirmed cards to followers",
}
_KINDS = [
    Choice(name="every kind", value="all"),
    *(Choice(name=words, value=kind.value) for kind, words in KIND_WORDS.items()),
]
_IMPORTANCE = [Choice(name=words, value=least.value) for least, words in IMPORTANCE_WORDS.items()]
_STYLES = [Choice(name=words, value=style.value) for style, words in STYLE_WORDS.items()]


class Place(app_commands.Transformer):
    """Any channel that can show cards."""

    @property
    def type(self) -> AppCommandOptionType:
        """A channel."""
        return AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[ChannelType]:
        """Those that the picker shows: Discord's published list of kinds knows no media channels.

        A media channel is subscribed from one of its posts, with the channel left out.
        """
        return sorted(TAKES_CARDS - {ChannelType.media}, key=lambda kind: int(kind.value))

    async def transform(self, _: Interaction, value: Any, /) -> Picked:
        """Whatever Discord resolved, if it is one of these."""
        if not isinstance(value, Picked) or value.type not in TAKES_CARDS:
            raise app_commands.TransformerError(value, self.type, self)
        return value


class Changes:
    """The two commands that say what a channel gets."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._alerts = desk, desk.backend.alerts

    def commands(self) -> list[app_commands.Command[Any, ..., Any]]:
        """Subscribe and edit."""
        return [
            _command("subscribe", "Post trades in a channel", self._subscribe),
            _command("edit", "Change what a channel gets; what is left out stays", self._edit),
        ]

    async def _subscribe(
        self, interaction: Interaction, channel: Picked | None, wish: Wish
    ) -> None:
        await self._desk.reply(interaction, self._change(interaction, channel, wish, new=True))

    async def _edit(self, interaction: Interaction, channel: Picked | None, wish: Wish) -> None:
        await self._desk.reply(interaction, self._change(interaction, channel, wish, new=False))

    async def _change(
        self, interaction: Interaction, picked: Picked | None, wish: Wish, *, new: bool
    ) -> list[Page]:
        """Check, keep, and say what the channel gets now and what the bot lacks there."""
        await self._allow_pings(interaction, wish)
        channel = str(picked.id) if picked else await self._here(interaction)
        there = await access.found(interaction, channel)
        if there is None:
            raise UsageError(access.UNSEEN.format(channel))
        to = granted(await self._before(interaction, channel, new=new), wish)
        _fits(there.type, to.manner, channel)
        await self._alerts.subscribe(to, str(interaction.user.id))
        lines = [*wording.words.described(to), *await access.lacks(interaction, to)]
        told = sentences.listed(sentences.GETS.format(wording.mention(to)), lines)
        return note("\n".join([told, *[sentences.NEXT] * new]))

    async def _here(self, interaction: Interaction) -> str:
        """Where it is typed: what has alerts already goes first."""
        has = await access.subscribed_here(interaction, self._alerts)
        return has.channel if has else access.here(interaction)

    async def _allow_pings(self, interaction: Interaction, wish: Wish) -> None:
        """Pings reach people who did not ask for them, so a manager's role is not enough."""
        if wish.role == str(interaction.guild_id):
            raise UsageError(EVERYONE_ROLE)
        right = Right.ADMINISTRATOR
        if wish.pings_anew and not await rights.may(interaction, right, self._desk.backend):
            raise UsageError("Only administrators of this server may choose whom cards ping.")

    async def _before(self, interaction: Interaction, channel: str, *, new: bool) -> Destination:
        """What the channel has; a second subscribe begins anew."""
        server = str(interaction.guild_id)
        draft = self._alerts.draft(server, channel)
        has = {to.id: to for to in await self._alerts.subscriptions(server)}
        if new:
            return draft
        if draft.id not in has:
            raise UsageError(sentences.NOT_YET.format(f"<#{channel}>"))
        return has[draft.id]


def _fits(kind: ChannelType, manner: Manner, channel: str) -> None:
    if kind not in TAKES_CARDS:
        raise UsageError(NO_CARDS.format(channel))
    if manner.publish and kind is not ChannelType.news:
        raise UsageError(NO_PUBLISH.format(channel))
    if manner.thread and kind not in {ChannelType.text, ChannelType.news}:
        raise UsageError(NO_THREADS)


def _command(name: str, description: str, act: Act) -> app_commands.Command[Any, ..., Any]:
    ask = app_commands.describe(**OPTIONS)(_asking(act))
    ask = app_commands.choices(kinds=_KINDS, importance=_IMPORTANCE, style=_STYLES)(ask)
    ask = app_commands.autocomplete(
        clubs=complete.clubs, positions=_positions, ping_statuses=_statuses, zone=complete.zones
    )(ask)
    return app_commands.Command(
        name=name, description=description, callback=ask, extras=declared(Right.MANAGER)
    )


def _asking(act: Act) -> Callable[..., Coroutine[Any, Any, None]]:
    async def ask(  # noqa: PLR0917 - the options of a command
        interaction: Interaction,
        channel: Transform[Picked, Place] | None = None,
        clubs: Typed | None = None,
        positions: Typed | None = None,
        kinds: str | None = None,
        rumours: bool | None = None,  # noqa: FBT001 - an option
        importance: str | None = None,
        style: str | None = None,
        ping_role: discord.Role | None = None,
        ping_statuses: Typed | None = None,
        quiet_from: Hour | None = None,
        quiet_to: Hour | None = None,
        zone: Typed | None = None,
        thread: bool | None = None,  # noqa: FBT001 - an option
        publish: bool | None = None,  # noqa: FBT001 - an option
    ) -> None:
        given = locals()  # the options by their names
        await act(interaction, channel, _wish(**{name: given[name] for name in OPTIONS}))

    return ask


def _wish(*, channel: Picked | None, ping_role: discord.Role | None, **typed: Any) -> Wish:
    """What was asked for; where the cards go is said apart."""
    del channel
    for name, offered in (("kinds", _KINDS), ("importance", _IMPORTANCE), ("style", _STYLES)):
        _chosen(typed[name], offered)
    return Wish(**typed, role=None if ping_role is None else str(ping_role.id))


def _chosen(value: str | None, offered: list[Choice[str]]) -> None:
    """Discord's own clients send nothing else; others may."""
    if value is not None and value not in {choice.value for choice in offered}:
        raise UsageError("That choice cannot be used: pick one that Discord offers in its list.")


async def _positions(_: Interaction, typed: str) -> complete.Choices:
    return complete.listed(typed, [("any position", "all"), *((name, name) for name in POSITIONS)])


async def _statuses(_: Interaction, typed: str) -> complete.Choices:
    return complete.listed(typed, [("no pings", "none"), *((name, name) for name in PINGABLE)])

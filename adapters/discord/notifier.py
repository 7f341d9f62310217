"""Post, edit and find cards on Discord.

It calls discord.py one level below `Messageable.send`: a `Message` claims the channel that was asked for,
and only the JSON says in which channel Discord has it.
"""

from collections.abc import Callable, Mapping
from typing import Any

import discord

from adapters.discord import forum, message, ping, publish, threads
from adapters.discord.errands import Errands
from adapters.discord.errors import CALL_TIMEOUT_S, TAKES_NO_MESSAGES, code_of
from adapters.discord.forum import Forum
from adapters.discord.message import Shown
from adapters.discord.notices import Notices
from adapters.discord.places import Places
from adapters.discord.publish import Publisher
from adapters.discord.wire import Wire
from bot.errors import DestinationRefusedError, HistoryRefusedError, PermanentDeliveryError
from bot.model import (
    Card,
    CardKind,
    DeliveryKey,
    Destination,
    DestinationId,
    Errand,
    MessageRef,
    Style,
)

THREAD, PUBLISH = "thread", "publish"  # stored, so never renamed
HISTORY = 100  # https://docs.discord.com/developers/resources/message#get-channel-messages
NONCE_S = 120.0  # the documented "past few minutes" of a nonce, taken cautiously


class DiscordNotifier:
    """The port `Notifier` on Discord's REST interface.

    Attributes:
        settle_s: the time limit of a call, and a margin for one on the wire when it struck.
        wire: every call goes through it.
    """

    settle_s = CALL_TIMEOUT_S + 15.0
    errand_s = 0.0  # a second thread or publishing is answered with the first

    def __init__(self) -> None:
        self.wire = Wire()
        self._errands = Errands()
        self._places = Places(self.wire)
        self._publisher = Publisher(self.wire, self._places)
        self._forum = Forum(self.wire, self._places, self._errands)
        self._notices = Notices(self.wire, self._errands)

    def rest_s(self, destination: DestinationId) -> float:
        """discord.py keeps each channel's bucket by itself."""
        del destination
        return 0.0

    async def post(
        self, to: Destination, card: Card, key: DeliveryKey, under: MessageRef | None = None
    ) -> MessageRef:
        """Post a card; in a text channel its nonce makes a repetition answer with the first one.

        What kind of channel it is is only asked of one that takes no messages. A notice stands by itself.
        """
        del under
        channel = _channel(to)
        known = self._places.known(channel)
        try:
            if known is None or not known.is_forum:
                return await self._post(to, channel, card, key)
        except DestinationRefusedError as error:
            self._places.forget(channel)
            if code_of(error) not in TAKES_NO_MESSAGES:
                raise
            if not (await self._places.learn(to, channel)).is_forum:
                raise
        return await self._post_in_forum(to, channel, card, key)

    async def edit(self, to: Destination, ref: MessageRef, card: Card, key: DeliveryKey) -> None:
        """Make the message show this card."""
        if forum.in_forum(ref):
            await self._forum.edit(to, ref, card, key)
            return
        self._publisher.before_edit(ref)
        shown = await message.rich_or_plain(
            card, lambda *, rich: self._edit(to, int(ref), card, key, rich=rich)
        )
        self._publisher.note(shown)

    async def gathers(self, to: Destination) -> bool:
        """In a forum each trade keeps a post of its own, with its tags."""
        return not (await self._places.learn(to, _channel(to))).is_forum

    def owes(self, to: Destination, ref: MessageRef, card: Card) -> Mapping[str, str]:
        """A thread for talk, with its name, and publishing; a forum's posts are threads already."""
        if forum.in_forum(ref) or card.kind is not CardKind.CARD:
            return {}
        thread = {THREAD: threads.name(card)} if to.manner.thread else {}
        return thread | ({PUBLISH: ""} if publish.wanted(to, card) else {})

    async def run_errand(self, errand: Errand, to: Destination) -> None:
        """Open the thread, or publish."""
        await self._errands.turn()
        if errand.what == THREAD:
            await threads.open_thread(self.wire, to, int(errand.ref), errand.text)
        elif errand.what == PUBLISH:
            await self._publisher.publish(to, errand.ref, errand.lately)
        else:
            raise PermanentDeliveryError(f"This version knows no errand called {errand.what!r}.")

    async def shows_history(self, to: Destination) -> bool:
        """Until a channel refuses it; in the meantime the nonce keeps a repeated post from showing twice."""
        del to
        return True

    async def repeat_safe_s(self, to: Destination) -> float:
        """The time of a nonce; a forum has none."""
        place = await self._places.learn(to, _channel(to))
        return 0.0 if place.is_forum else NONCE_S

    async def look_back(self, to: Destination, key: DeliveryKey) -> MessageRef | None:
        """Find our message with this key among the channel's latest hundred, or the forum's posts."""
        channel = _channel(to)
        try:
            place = await self._places.learn(to, channel)
            if place.is_forum:
                return await self._forum.look_back(to, place, key)
            return await self._among_latest(to, channel, key)
        except DestinationRefusedError as error:
            if isinstance(error.__cause__, discord.Forbidden):
                raise _history_refused(to) from error
            raise

    async def warn(self, to: Destination, problem: str) -> None:
        """Tell the server's owner that the channel shuts us out."""
        await self._notices.warn(to, problem)

    async def close(self) -> None:
        """End what still follows earlier cards."""
        await self._errands.close()

    # --- text channels ---

    async def _post(
        self, to: Destination, channel: int, card: Card, key: DeliveryKey
    ) -> MessageRef:
        role = ping.role(to, card)

        async def call(*, rich: bool) -> Shown:
            params = message.post(card, key, role, to.manner.style, rich=rich)
            return await self.wire.ask(
                lambda http: http.send_message(channel, params=params), _name(to), _here(to)
            )

        shown = await message.rich_or_plain(card, call)
        self._publisher.note(shown)
        return shown.ref

    async def _edit(
        self, to: Destination, number: int, card: Card, key: DeliveryKey, *, rich: bool
    ) -> Shown:
        """What Discord shows then; text of an earlier last resort is taken away again."""
        channel, params = _channel(to), message.edit(card, key, to.manner.style, rich=rich)
        shown = await self.wire.ask(
            lambda http: http.edit_message(channel, number, params=params), _name(to), _here(to)
        )
        if rich and shown.content and not ping.is_words(shown.content):
            bare = message.without_words()
            await self.wire.ask(
                lambda http: http.edit_message(channel, number, params=bare), _name(to), _here(to)
            )
        return shown

    async def _among_latest(
        self, to: Destination, channel: int, key: DeliveryKey
    ) -> MessageRef | None:
        ours = self.wire.ours
        found, empty = await self.wire.ask(
            lambda http: http.logs_from(channel, HISTORY),
            _name(to),
            lambda page: _find(page, ours, key),
        )
        if empty and await self.wire.ask(
            lambda http: http.get_channel(channel), _name(to), _was_used
        ):
            raise _history_refused(to)
        return found

    # --- forums ---

    async def _post_in_forum(
        self, to: Destination, channel: int, card: Card, key: DeliveryKey
    ) -> MessageRef:
        place = await self._places.learn(to, channel)
        try:
            return await self._forum.post(to, place, card, key)
        except DestinationRefusedError:
            self._places.forget(channel)
            raise


def payload(card: Card, key: DeliveryKey) -> dict[str, Any]:
    """The very body that a post of this card sends; needs a running event loop."""
    return dict(message.post(card, key, None, Style.FULL, rich=True).payload or {})


def _channel(to: Destination) -> int:
    if to.channel.isascii() and to.channel.isdigit():
        return int(to.channel)
    raise DestinationRefusedError(
        f"Discord channel {to.channel!r} is not a channel id: put its number into the destination."
    )


def _name(to: Destination) -> str:
    return f"channel {to.channel}"


def _here(to: Destination) -> Callable[[Any], Shown]:
    """Reads a message, and sees that it is in the right channel.

    Discord knows a nonce per author, not per channel: it would answer with another channel's message.
    """

    def read(answer: Any) -> Shown:
        shown = message.shown(answer)
        if shown.channel != to.channel:
            raise PermanentDeliveryError(
                f"Discord answered for channel {to.channel} with a message of another channel: "
                "two deliveries share a nonce; report it as a bug."
            )
        return shown

    return read


def _find(page: Any, author: str, key: DeliveryKey) -> tuple[MessageRef | None, bool]:
    """Our message in a page of the channel, and whether the page is empty."""
    for found in page:
        if message.carries(found, author, key):
            return MessageRef(str(int(found["id"]))), False
    return None, not page


def _was_used(channel: Any) -> bool:
    """Whether the channel ever had a message.

    Without Read Message History Discord answers with an empty page, not with a refusal
    (https://docs.discord.com/developers/resources/message#get-channel-messages).
    """
    return channel.get("last_message_id") is not None


def _history_refused(to: Destination) -> HistoryRefusedError:
    return HistoryRefusedError(
        f"Discord does not show the history of channel {to.channel}: "
        "grant the bot View Channel and Read Message History there."
    )

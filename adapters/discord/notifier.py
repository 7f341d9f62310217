"""Post, edit and find cards on Discord.

It calls discord.py one level below `Messageable.send`: a `Message` claims the channel that was asked for,
and only the JSON says in which channel Discord has it.
"""

import logging
from collections.abc import Awaitable, Callable, Iterator
from typing import Any, TypeVar

import discord
from discord.http import HTTPClient, MultipartParameters, handle_message_parameters

from adapters.discord.errors import CALL_TIMEOUT_S, RefusedPayloadError, ask
from adapters.discord.marks import custom_id, nonce
from adapters.discord.render import embed, plain
from bot.errors import (
    DestinationRefusedError,
    HistoryRefusedError,
    PermanentDeliveryError,
    TemporaryDeliveryError,
)
from bot.model import Card, DeliveryKey, Destination, MessageRef

log = logging.getLogger(__name__)

BUTTON = "Story"
HISTORY = 100  # https://docs.discord.com/developers/resources/message#get-channel-messages

T = TypeVar("T")


class DiscordNotifier:
    """The port `Notifier` on Discord's REST interface.

    Attributes:
        repeat_safe_s: the documented "past few minutes" of a nonce, taken cautiously.
        settle_s: the time limit of a call, and a margin for one on the wire when it struck.
        pause_s: discord.py keeps each channel's bucket by itself.
        client: logged in; None before the first `connect`.
    """

    repeat_safe_s = 120.0
    settle_s = CALL_TIMEOUT_S + 15.0
    pause_s = 0.0

    def __init__(self) -> None:
        self.client: discord.Client | None = None

    async def post(self, to: Destination, card: Card, key: DeliveryKey) -> MessageRef:
        """Post a card; the nonce makes a repetition within `repeat_safe_s` answer with the first one."""
        http, channel = self._http(), _channel(to)

        def call(params: MultipartParameters) -> Awaitable[MessageRef]:
            return ask(http.send_message(channel, params=params), _name(to), _ref_in(to))

        return await _rich_or_plain(call, card, key, nonce(key))

    async def edit(self, to: Destination, ref: MessageRef, card: Card, key: DeliveryKey) -> None:
        """Make the message show this card."""
        http, channel = self._http(), _channel(to)

        def call(params: MultipartParameters) -> Awaitable[MessageRef]:
            return ask(http.edit_message(channel, int(ref), params=params), _name(to), _ref_in(to))

        await _rich_or_plain(call, card, key, None)

    async def look_back(self, to: Destination, key: DeliveryKey) -> MessageRef | None:
        """Find our message with this key among the channel's latest hundred."""
        http, channel = self._http(), _channel(to)
        ours = str(self.client.user.id) if self.client and self.client.user else ""
        mark = custom_id(key)
        try:
            found, empty = await ask(
                http.logs_from(channel, HISTORY), _name(to), lambda page: _find(page, ours, mark)
            )
            hidden = empty and await ask(http.get_channel(channel), _name(to), _was_used)
        except DestinationRefusedError as error:
            if isinstance(error.__cause__, discord.Forbidden):
                raise _history_refused(to) from error
            raise
        if hidden:
            raise _history_refused(to)
        return found

    def _http(self) -> HTTPClient:
        if self.client is None or self.client.is_closed():
            raise TemporaryDeliveryError("Discord is not connected; messages wait for the login.")
        return self.client.http


def payload(card: Card, key: DeliveryKey) -> dict[str, Any]:
    """The very body that a post of this card sends; needs a running event loop."""
    params = _message(key, nonce(key), content=None, embeds=[embed(card)])
    return dict(params.payload or {})


async def _rich_or_plain(
    call: Callable[[MultipartParameters], Awaitable[T]],
    card: Card,
    key: DeliveryKey,
    once: str | None,
) -> T:
    """Send the embed; if Discord refuses its form, send text once."""
    try:
        return await call(_message(key, once, content=None, embeds=[embed(card)]))
    except RefusedPayloadError as error:
        log.warning("embed refused", extra={"trade": card.trade, "problem": str(error)})
        return await call(_message(key, once, content=plain(card), embeds=[]))


def _message(
    key: DeliveryKey, once: str | None, *, content: str | None, embeds: list[discord.Embed]
) -> MultipartParameters:
    """Content and embeds are always named, so that an edit also removes what is no longer meant."""
    view = discord.ui.View(timeout=None)
    view.add_item(discord.ui.Button(label=BUTTON, custom_id=custom_id(key)))
    return handle_message_parameters(
        content,
        embeds=embeds,
        view=view,
        nonce=once,
        allowed_mentions=discord.AllowedMentions.none(),
    )


def _channel(to: Destination) -> int:
    if to.channel.isascii() and to.channel.isdigit():
        return int(to.channel)
    raise DestinationRefusedError(
        f"Discord channel {to.channel!r} is not a channel id: put its number into the destination."
    )


def _name(to: Destination) -> str:
    return f"channel {to.channel}"


def _ref_in(to: Destination) -> Callable[[Any], MessageRef]:
    """Reads the message's id, and sees that it is in the right channel.

    Discord knows a nonce per author, not per channel: it would answer with another channel's message.
    """

    def read(message: Any) -> MessageRef:
        if message["channel_id"] != to.channel:
            raise PermanentDeliveryError(
                f"Discord answered for channel {to.channel} with a message of another channel: "
                "two deliveries share a nonce; report it as a bug."
            )
        return MessageRef(str(int(message["id"])))

    return read


def _find(page: Any, author: str, mark: str) -> tuple[MessageRef | None, bool]:
    """Our message in a page of the channel, and whether the page is empty."""
    for message in page:
        if message["author"]["id"] == author and mark in _custom_ids(message):
            return MessageRef(str(int(message["id"]))), False
    return None, not page


def _custom_ids(message: Any) -> Iterator[object]:
    for row in message.get("components", ()):
        for component in row.get("components", ()):
            yield component.get("custom_id")


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

"""Card -> the body of a Discord message, and what Discord's answer says of it."""

import logging
from collections.abc import Awaitable, Iterator
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

import discord
from discord.http import MultipartParameters, handle_message_parameters
from discord.utils import MISSING

from adapters.discord import ping
from adapters.discord.errors import RefusedPayloadError
from adapters.discord.marks import custom_id, nonce
from adapters.discord.render import embed, plain
from adapters.discord.row import button_row
from bot.model import Card, DeliveryKey, MessageRef, Style

log = logging.getLogger(__name__)

# https://docs.discord.com/developers/resources/message#message-object-message-flags
CROSSPOSTED = 1 << 0

T = TypeVar("T")
Sent_co = TypeVar("Sent_co", covariant=True)


class Call(Protocol[Sent_co]):
    """Sends a card, as an embed or as text."""

    def __call__(self, *, rich: bool) -> Awaitable[Sent_co]:
        """Once."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What Discord says of a message of ours.

    Attributes:
        published: it went out to the channel's followers.
    """

    id: int
    channel: str
    content: str
    published: bool

    @property
    def ref(self) -> MessageRef:
        """How to find it again in the channel."""
        return MessageRef(str(self.id))


def post(
    card: Card, key: DeliveryKey, role: int | None, style: Style, *, rich: bool
) -> MultipartParameters:
    """A new message; the nonce makes Discord take a repetition for the first one."""
    content = _content(card, role, rich=rich)
    return _body(card, key, content, role, _embeds(card, style, rich=rich), nonce=nonce(key))


def edit(card: Card, key: DeliveryKey, style: Style, *, rich: bool) -> MultipartParameters:
    """The same message as it should look now; a ping above the card stays as it was."""
    content = MISSING if rich else plain(card)
    return _body(card, key, content, None, _embeds(card, style, rich=rich))


def without_words() -> MultipartParameters:
    """An edit that takes the text above the card away."""
    return handle_message_parameters(None, allowed_mentions=discord.AllowedMentions.none())


def forum_post(
    card: Card,
    key: DeliveryKey,
    role: int | None,
    style: Style,
    post: dict[str, Any],
    *,
    rich: bool,
) -> MultipartParameters:
    """A new post of a forum; Discord takes no nonce there.

    Args:
        post: its name and tags.
    """
    content = _content(card, role, rich=rich)
    embeds = _embeds(card, style, rich=rich)
    return _body(card, key, content, role, embeds, channel_payload=post)


def shown(message: Any) -> Shown:
    """Read an answer; raises what `ask` takes for no answer."""
    return Shown(
        id=int(message["id"]),
        channel=str(message["channel_id"]),
        content=str(message.get("content") or ""),
        published=bool(int(message.get("flags") or 0) & CROSSPOSTED),
    )


def carries(message: Any, author: str, key: DeliveryKey) -> bool:
    """Whether it is ours and has this key's mark; anybody may copy the mark."""
    return bool(message["author"]["id"] == author and custom_id(key) in _custom_ids(message))


async def rich_or_plain(card: Card, call: Call[T]) -> T:
    """Send the embed; if Discord refuses its form, send text once.

    Args:
        call: sends the card, rich or not.
    """
    try:
        return await call(rich=True)
    except RefusedPayloadError as error:
        log.warning("embed refused", extra={"trade": card.trade, "problem": str(error)})
        return await call(rich=False)


def _content(card: Card, role: int | None, *, rich: bool) -> str | None:
    lines = [ping.words(role), "" if rich else plain(card)]
    return "\n".join(filter(None, lines)) or None


def _embeds(card: Card, style: Style, *, rich: bool) -> list[discord.Embed]:
    return [embed(card, style)] if rich else []


def _body(
    card: Card,
    key: DeliveryKey,
    content: str | None,
    role: int | None,
    embeds: list[discord.Embed],
    **more: Any,
) -> MultipartParameters:
    """The embeds are always named, so that an edit also removes what is no longer meant."""
    return handle_message_parameters(
        content,
        embeds=embeds,
        view=button_row(card, key),
        allowed_mentions=ping.allowed(role),
        **more,
    )


def _custom_ids(message: Any) -> Iterator[object]:
    for row in message.get("components", ()):
        for component in row.get("components", ()):
            yield component.get("custom_id")

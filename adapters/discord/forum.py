"""Forum channels: a post a trade. Its first message is the card; a void notice is a message below it.

https://docs.discord.com/developers/resources/channel#start-thread-in-forum-or-media-channel: there is no
nonce, so a post whose outcome is unknown is looked for among the forum's posts, also those that were put away, before
another one is started.
A reference names the post and the message in it.
"""

import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from discord.utils import time_snowflake

from adapters.discord import message, ping
from adapters.discord.errands import Errands
from adapters.discord.errors import code_of
from adapters.discord.places import Place, Places
from adapters.discord.text import cut
from adapters.discord.threads import NAME_MAX, name
from adapters.discord.wire import Wire
from bot.errors import DestinationRefusedError, MessageGoneError, PermanentDeliveryError
from bot.model import Card, CardKind, DeliveryKey, Destination, MessageRef, Status

KEPT_MINUTES = 10_080  # the longest: an archived post must be reopened for an edit
LOOKED_AT = 50  # of our posts, newest first
OLDEST = timedelta(days=4)  # no delivery is tried for longer
HISTORY = 100
UNKNOWN_CHANNEL, ARCHIVED = 10003, 50083

_TAGS = {
    Status.RUMOUR: {"rumour", "rumor"},
    Status.REPORTED: {"reported"},
    Status.OFFICIAL: {"official"},
    Status.VOIDED: {"voided", "void"},
}
_OURS = set[str]().union(*_TAGS.values())


class Forum:
    """Posts, edits and finds cards in forum channels."""

    def __init__(self, wire: Wire, places: Places, errands: Errands) -> None:
        self._wire, self._places, self._errands = wire, places, errands
        self._labelled: dict[
            int, Status
        ] = {}  # by post: what its tags and name say, as far as known

    async def post(self, to: Destination, place: Place, card: Card, key: DeliveryKey) -> MessageRef:
        """Start the trade's post; of a trade that has one, add a message to it, unless a person locked it."""
        thread = await self._thread_of(to, place, key) if key.kind is not CardKind.CARD else None
        if thread is not None:
            try:
                return await message.rich_or_plain(
                    card, lambda *, rich: self._add(to, thread, card, key, rich=rich)
                )
            except DestinationRefusedError as error:
                if code_of(error) != ARCHIVED:
                    raise
        return await message.rich_or_plain(
            card, lambda *, rich: self._start(to, place, card, key, rich=rich)
        )

    async def edit(self, to: Destination, ref: MessageRef, card: Card, key: DeliveryKey) -> None:
        """Make a message in a post show this card; a post that was put away is reopened for it."""
        thread, number = parts(ref)
        try:
            await self._edit_open(to, thread, number, card, key)
        except DestinationRefusedError as error:
            if code_of(error) == UNKNOWN_CHANNEL:
                raise MessageGoneError(
                    f"The post in {_name(to)} was deleted by a person."
                ) from error
            raise
        if card.kind is CardKind.CARD and self._labelled.get(thread) is not card.status:
            self._errands.start("label", to.channel, lambda: self._label(to, thread, card))

    async def look_back(self, to: Destination, place: Place, key: DeliveryKey) -> MessageRef | None:
        """Find our message with this key: the start of a post, or below the trade's own."""
        thread = await self._started_with(to, place, key)
        if thread is not None:
            return _ref(thread, thread)
        thread = await self._thread_of(to, place, key) if key.kind is not CardKind.CARD else None
        return None if thread is None else await self._below(to, thread, key)

    # --- posting ---

    async def _start(
        self, to: Destination, place: Place, card: Card, key: DeliveryKey, *, rich: bool
    ) -> MessageRef:
        """One call, never repeated by the library; text is the last resort and goes without tags."""
        post: dict[str, Any] = {"name": name(card), "auto_archive_duration": KEPT_MINUTES}
        if rich and (tags := _tags(place, card.status)):
            post["applied_tags"] = tags
        role, style = ping.role(to, card), to.manner.style
        params = message.forum_post(card, key, role, style, post, rich=rich)
        ref = await self._wire.ask(
            lambda http: http.start_thread_in_forum(int(to.channel), params=params),
            _name(to),
            _started_in(to),
            once=True,
        )
        self._labelled[parts(ref)[0]] = card.status
        return ref

    async def _add(
        self, to: Destination, thread: int, card: Card, key: DeliveryKey, *, rich: bool
    ) -> MessageRef:
        params = message.post(card, key, ping.role(to, card), to.manner.style, rich=rich)
        shown = await self._wire.ask(
            lambda http: http.send_message(thread, params=params), _name(to), message.shown
        )
        return _ref(thread, shown.id)

    async def _edit_open(
        self, to: Destination, thread: int, number: int, card: Card, key: DeliveryKey
    ) -> None:
        async def call(*, rich: bool) -> None:
            params = message.edit(card, key, to.manner.style, rich=rich)
            await self._wire.ask(
                lambda http: http.edit_message(thread, number, params=params),
                _name(to),
                message.shown,
            )

        try:
            await message.rich_or_plain(card, call)
        except DestinationRefusedError as error:
            if code_of(error) != ARCHIVED:
                raise
            await self._reopen(to, thread)
            await message.rich_or_plain(card, call)

    async def _reopen(self, to: Destination, thread: int) -> None:
        """Only this post is closed to us if that fails, not the forum."""
        try:
            await self._wire.ask(
                lambda http: http.edit_channel(thread, archived=False), _name(to), _id
            )
        except DestinationRefusedError as error:
            raise MessageGoneError(f"The post in {_name(to)} was closed by a person.") from error

    async def _label(self, to: Destination, thread: int, card: Card) -> None:
        """Tags by the status, beside those that people chose; a trade that is off says so by name."""
        place = await self._places.learn(to, int(to.channel))
        ours = {number for tag, number in place.tags if tag.casefold() in _OURS}
        there = await self._wire.ask(lambda http: http.get_channel(thread), _name(to), _tags_on)
        tags = [*(t for t in there if t not in ours), *_tags(place, card.status)][:5]
        changed: dict[str, Any] = {} if set(tags) == set(there) else {"applied_tags": tags}
        if card.status is Status.VOIDED:
            changed["name"] = cut(f"VOIDED · {name(card)}", NAME_MAX)
        if changed:
            await self._wire.ask(lambda http: http.edit_channel(thread, **changed), _name(to), _id)
        self._labelled[thread] = card.status

    # --- finding ---

    async def _thread_of(self, to: Destination, place: Place, key: DeliveryKey) -> int | None:
        """The post of this trade's card; a message there brings it back from where it was put away."""
        card = DeliveryKey(trade=key.trade, destination=key.destination, kind=CardKind.CARD)
        return await self._started_with(to, place, card)

    async def _started_with(self, to: Destination, place: Place, key: DeliveryKey) -> int | None:
        guild, forum = int(place.guild), int(to.channel)
        oldest = time_snowflake(datetime.fromtimestamp(time.time(), UTC) - OLDEST)
        read = _posts_in(to, self._wire.ours, oldest)
        active = await self._wire.ask(lambda http: http.get_active_threads(guild), _name(to), read)
        if (found := await self._first(to, active, key)) is not None:
            return found
        away = await self._wire.ask(
            lambda http: http.get_public_archived_threads(forum, limit=HISTORY), _name(to), read
        )
        return await self._first(to, away, key)

    async def _first(self, to: Destination, posts: Sequence[int], key: DeliveryKey) -> int | None:
        """The post that starts with this key's message."""
        for thread in posts[:LOOKED_AT]:
            await self._errands.turn()
            if await self._starts(to, thread, key):
                return thread
        return None

    async def _starts(self, to: Destination, thread: int, key: DeliveryKey) -> bool:
        ours = self._wire.ours
        try:
            return await self._wire.ask(
                lambda http: http.get_message(thread, thread),
                _name(to),
                lambda found: message.carries(found, ours, key),
            )
        except MessageGoneError:
            return False

    async def _below(self, to: Destination, thread: int, key: DeliveryKey) -> MessageRef | None:
        ours = self._wire.ours

        def read(page: Any) -> MessageRef | None:
            found = (m for m in page if message.carries(m, ours, key))
            return next((_ref(thread, int(m["id"])) for m in found), None)

        return await self._wire.ask(lambda http: http.logs_from(thread, HISTORY), _name(to), read)


def in_forum(ref: MessageRef) -> bool:
    """Whether a reference names a message in a post."""
    return "/" in ref


def parts(ref: MessageRef) -> tuple[int, int]:
    """The post, and the message in it."""
    thread, _, number = ref.partition("/")
    return int(thread), int(number)


def _ref(thread: int, number: int) -> MessageRef:
    return MessageRef(f"{thread}/{number}")


def _name(to: Destination) -> str:
    return f"forum {to.channel}"


def _id(channel: Any) -> int:
    return int(channel["id"])


def _tags(place: Place, status: Status) -> list[str]:
    return [number for tag, number in place.tags if tag.casefold() in _TAGS[status]][:1]


def _tags_on(thread: Any) -> list[str]:
    return [str(int(tag)) for tag in thread.get("applied_tags") or ()]


def _started_in(to: Destination) -> Callable[[Any], MessageRef]:
    """The first message of a post has the post's own id."""

    def read(thread: Any) -> MessageRef:
        if thread["parent_id"] != to.channel:
            raise PermanentDeliveryError(
                f"Discord answered with a post of another forum than {to.channel}."
            )
        return _ref(int(thread["id"]), int(thread["id"]))

    return read


def _posts_in(to: Destination, ours: str, oldest: int) -> Callable[[Any], list[int]]:
    """Reads the forum's posts of ours, newest first."""

    def read(answer: Any) -> list[int]:
        here = [t for t in answer["threads"] if t["parent_id"] == to.channel]
        numbers = (int(t["id"]) for t in here if t["owner_id"] == ours)
        return sorted((n for n in numbers if n >= oldest), reverse=True)

    return read

"""A thread for talk under a new card. Its id is the message's, so that there can only be one."""

from typing import Final

from adapters.discord.errors import code_of
from adapters.discord.text import clean, cut
from adapters.discord.wire import Wire
from bot.errors import DeliveryError
from bot.model import Card, Destination

NAME_MAX = 100  # https://docs.discord.com/developers/resources/channel#start-thread-from-message
ALREADY_THERE = 160004
QUIET_MINUTES: Final = 1440  # without a word; then Discord puts it away


def name(card: Card) -> str:
    """The headline, where there is no markdown."""
    return cut(clean(card.headline), NAME_MAX) or "Trade"


async def open_thread(wire: Wire, to: Destination, message: int, title: str) -> None:
    """Open it; that it is there already is what was wanted.

    Raises:
        DeliveryError: and no other.
    """
    try:
        await wire.ask(
            lambda http: http.start_thread_with_message(
                int(to.channel), message, name=title, auto_archive_duration=QUIET_MINUTES
            ),
            f"a thread in channel {to.channel}",
            lambda thread: int(thread["id"]),
        )
    except DeliveryError as error:
        if code_of(error) != ALREADY_THERE:
            raise

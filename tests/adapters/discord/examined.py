"""What `gridwire doctor` says of a Discord, and how it is asked."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.model import Destination, DestinationId, Finding, Grade
from tests.builders import a_destination
from tests.servers.fake_discord import CHANNEL

Doctor = Callable[..., Awaitable[list[Finding]]]


def there(channel: int, **more: Any) -> Destination:
    """A destination in this channel."""
    return a_destination(id=DestinationId(f"discord:{channel}"), channel=str(channel), **more)


def here(**more: Any) -> Destination:
    """One in the fake's first channel."""
    return there(CHANNEL, **more)


def about(found: list[Finding], check: str) -> Finding:
    """The only finding of a check."""
    [one] = [each for each in found if each.check == check]
    return one


def amiss(found: list[Finding]) -> list[tuple[str, Grade]]:
    """What is not well."""
    return [(each.check, each.grade) for each in found if each.grade is not Grade.OK]

"""The sample channel as a forum with some tags, and what stands in it."""

from typing import Any

from bot.model import CardKind, Status
from tests.builders import a_card, a_key
from tests.servers.fake_discord import CHANNEL, FakeDiscord

HERE, NEWS, SURE, OFF, HAND = str(CHANNEL), "801", "802", "803", "804"
THREADS = f"/channels/{CHANNEL}/threads"
VOID = a_key(kind=CardKind.VOID)
VOIDED = a_card(kind=CardKind.VOID, status=Status.VOIDED)


def make_forum(far: FakeDiscord) -> dict[str, Any]:
    """Let the sample channel be a forum with some tags; returns what Discord tells of it."""
    tags = [(NEWS, "Reported"), (SURE, "official"), (OFF, "VOIDED"), (HAND, "blockbuster")]
    made = [{"id": number, "name": name, "moderated": False} for number, name in tags]
    far.channels.details[HERE] = {"type": 15, "available_tags": made}
    return far.channels.details[HERE]


def posts(far: FakeDiscord) -> list[dict[str, Any]]:
    """The forum's posts, oldest first."""
    return [d for d in far.channels.details.values() if d.get("parent_id") == HERE]


def starts(far: FakeDiscord) -> list[int]:
    """The answers to those who wanted to start a post."""
    return [request.status for request in far.calls("POST", THREADS)]

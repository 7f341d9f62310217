"""Threads, forum posts and publishing in our Discord.

https://docs.discord.com/developers/resources/channel#start-thread-from-message,
https://docs.discord.com/developers/resources/message#crosspost-message
"""

import time
from typing import TYPE_CHECKING, Any

from aiohttp import web

from tests.servers import discord_rules
from tests.servers.discord_answers import refusal, reply, too_many
from tests.servers.discord_gateway import BOT, GUILD

if TYPE_CHECKING:
    from tests.servers.discord_channels import Channels

ANNOUNCEMENT, FORUMS, THREAD = 5, {15, 16}, 11
CROSSPOSTED, HAS_THREAD = 1 << 0, 1 << 5
# Met in practice, not promised.
CROSSPOSTS_AN_HOUR = 10
REQUIRE_TAG = 1 << 4


class Threads:
    """What hangs below the channels; a thread is a channel of its own, with its parent in its details."""

    def __init__(self, channels: "Channels") -> None:
        self._channels = channels
        self._crossposts: dict[str, list[float]] = {}

    def active(self, guild: str) -> web.Response:
        """What /guilds/{guild}/threads/active answers: newest first, none that was put away."""
        every = [details for details in self._channels.details.values() if "owner_id" in details]
        kept = [t for t in every if t["guild_id"] == guild and not _archived(t)]
        return reply({"threads": kept[::-1], "members": [], "has_more": False})

    def put_away(self, channel: str) -> web.Response:
        """What /channels/{channel}/threads/archived/public answers: newest first."""
        every = [d for d in self._channels.details.values() if "owner_id" in d and _archived(d)]
        kept = [t for t in every if t["parent_id"] == channel][::-1]
        return reply({"threads": kept[:100], "members": [], "has_more": len(kept) > 100})

    def start(self, channel: str, body: dict[str, Any]) -> web.Response:
        """A forum post: a thread, and the message that has its id."""
        details = self._channels.details.get(channel, {})
        if details.get("type") not in FORUMS:
            return refusal(50024)
        if problems := discord_rules.limits(body["message"]):
            return refusal(50035, errors=problems)
        tags = body.get("applied_tags") or []
        if not set(tags) <= {tag["id"] for tag in details.get("available_tags", ())}:
            return refusal(10087)
        if details.get("flags", 0) & REQUIRE_TAG and not tags:
            return refusal(40067)
        thread = self._open(self._channels.next_id(), channel, body["name"], tags)
        message = self._channels.keep(thread["id"], thread["id"], body["message"])
        return reply({**thread, "message": message}, 201)

    def start_from(self, channel: str, number: str, body: dict[str, Any]) -> web.Response:
        """A thread under a message; there can only be one."""
        stored = self._channels.messages.get(number)
        if stored is None or stored.deleted:
            return refusal(10008)
        if number in self._channels.details:
            return refusal(160004)
        stored.message["flags"] |= HAS_THREAD
        return reply(self._open(number, channel, body["name"], []), 201)

    def change(self, thread: str, body: dict[str, Any]) -> web.Response:
        """Rename, label, put away or reopen a thread."""
        details = self._channels.details.get(thread)
        if details is None or "owner_id" not in details:
            return refusal(50013)
        if "archived" in body:
            details["thread_metadata"] |= {"archived": body["archived"]}
        elif _archived(details):
            return refusal(50083)
        details |= {k: v for k, v in body.items() if k in {"name", "applied_tags"}}
        return reply(details)

    def crosspost(self, channel: str, number: str) -> web.Response:
        """Publish a message to the channel's followers."""
        stored = self._channels.messages.get(number)
        if stored is None or stored.deleted:
            return refusal(10008)
        if self._channels.details.get(channel, {}).get("type") != ANNOUNCEMENT:
            return refusal(50024)
        if stored.message["flags"] & CROSSPOSTED:
            return refusal(40033)
        now, done = time.monotonic(), self._crossposts.setdefault(channel, [])
        done[:] = [at for at in done if at > now - 3600]
        if len(done) >= CROSSPOSTS_AN_HOUR:
            return too_many(done[0] + 3600 - now, "user")
        done.append(now)
        stored.message["flags"] |= CROSSPOSTED
        return reply(stored.message)

    def reopened(self, channel: str) -> bool:
        """A message brings a thread back that was put away, unless a person locked it."""
        metadata = self._channels.details.get(channel, {}).get("thread_metadata")
        if metadata and metadata["archived"] and not metadata["locked"]:
            metadata["archived"] = False
        return not self.is_closed(channel)

    def is_closed(self, channel: str) -> bool:
        """Whether it is a thread that was put away."""
        return _archived(self._channels.details.get(channel, {}))

    def _open(self, number: str, parent: str, name: str, tags: list[str]) -> dict[str, Any]:
        metadata = {"archived": False, "locked": False, "auto_archive_duration": 1440}
        thread = {"id": number, "type": THREAD, "guild_id": GUILD, "parent_id": parent}
        thread |= {"owner_id": BOT["id"], "name": name, "applied_tags": tags}
        thread |= {"thread_metadata": metadata, "message_count": 0, "member_count": 1}
        self._channels.details[number] = thread
        self._channels.states[number] = "open"
        return thread


def _archived(details: dict[str, Any]) -> bool:
    return bool(details.get("thread_metadata", {}).get("archived"))

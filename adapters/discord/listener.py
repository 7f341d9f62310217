"""The client that keeps the gateway: it answers commands and buttons, and knows no state of any message."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import aiohttp
import discord

from adapters.discord import buttons, gone
from adapters.discord.commands import Commands
from bot.errors import BotError
from bot.ports import Backend, Notifier

log = logging.getLogger(__name__)

RATELIMIT_S = 30.0  # the least that discord.py accepts; a longer wait is the ledger's business

# A token that identifies more than 1000 times a day is reset by Discord
# (https://docs.discord.com/developers/events/gateway#identifying). Five a client, and the waits between clients,
# stay below.
IDENTIFIES_MAX = 5
SYNC_AGAIN_S, SYNC_AGAIN_MAX_S = 60.0, 3600.0


class TooManyIdentifiesError(Exception):
    """Discord keeps ending sessions; carry on with a new client, later."""


@dataclass(slots=True)
class Synced:
    """Whether Discord knows this process's commands; one for all its listeners."""

    done: bool = False


class Listener(discord.Client):
    """The client that keeps the gateway and answers commands and buttons."""

    def __init__(
        self,
        backend: Backend,
        notifier: Notifier,
        on_up: Callable[[], None],
        trace: aiohttp.TraceConfig,
        *,
        synced: Synced | None = None,
        guild_ready_timeout_s: float = 2.0,
    ) -> None:
        super().__init__(guild_ready_timeout=guild_ready_timeout_s, **options(trace))
        self.tree = Commands(self, backend, notifier)
        self._backend, self._on_up = backend, on_up
        self._synced = synced or Synced()
        self._syncing: asyncio.Task[None] | None = None
        self._forgetting: asyncio.Task[None] | None = None
        self._identifies = 0

    async def setup_hook(self) -> None:
        """Tell Discord our commands, once a process; what fails is tried again beside the gateway."""
        if not self._synced.done and not await self._sync():
            self._syncing = asyncio.create_task(self._keep_syncing())

    async def close(self) -> None:
        """Give everything back."""
        for task in (self._syncing, self._forgetting):
            if task is not None:
                task.cancel()
        await super().close()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Count; the pause of discord.py (5 s) stays."""
        self._identifies += 1
        if self._identifies > IDENTIFIES_MAX * (self.shard_count or 1):
            raise TooManyIdentifiesError
        await super().before_identify_hook(shard_id, initial=initial)

    async def on_ready(self) -> None:
        """Say that the gateway works, and see what is gone since it worked last."""
        self._on_up()
        if self._forgetting is None or self._forgetting.done():
            self._forgetting = asyncio.create_task(gone.forget(self, self._backend.alerts))

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Answer a pressed button, also one posted before the last restart; commands go to their tree."""
        if interaction.type is discord.InteractionType.component:
            await buttons.pressed(interaction, self.tree.desk)
            await self.tree.desk.turned(interaction)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """The bot was removed, or the server is gone."""
        try:
            await self._backend.alerts.forget(str(guild.id))
        except BotError as error:
            log.warning("server not forgotten", extra={"problem": str(error)})

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """A channel is gone; discord.py tells of its threads one by one."""
        await self._gone(channel.guild.id, channel.id)

    async def on_raw_thread_delete(self, thread: discord.RawThreadDeleteEvent) -> None:
        """A thread is gone."""
        await self._gone(thread.guild_id, thread.thread_id)

    async def _gone(self, server: int, channel: int) -> None:
        alerts = self._backend.alerts
        try:
            await alerts.remove(str(server), alerts.draft(str(server), str(channel)).id)
        except BotError as error:
            log.warning("channel not forgotten", extra={"problem": str(error)})

    async def _keep_syncing(self) -> None:
        wait = SYNC_AGAIN_S
        while not self._synced.done:
            await asyncio.sleep(wait)
            await self._sync()
            wait = min(wait * 2, SYNC_AGAIN_MAX_S)

    async def _sync(self) -> bool:
        """Discord replaces its whole list by ours, so a repetition changes nothing."""
        try:
            await self.tree.sync()
        except (discord.DiscordException, aiohttp.ClientError, OSError) as error:
            log.warning("commands not registered yet", extra={"problem": str(error)})
            return False
        self._synced.done = True
        return True


class ShardedListener(Listener, discord.AutoShardedClient):
    """The same over as many gateway connections as Discord asks for."""


def options(trace: aiohttp.TraceConfig) -> dict[str, Any]:
    """What both clients need: no cache, no privileged intent, and nobody is ever pinged.

    Args:
        trace: the wire's.
    """
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # we have nothing to say
    return {
        "intents": discord.Intents(guilds=True),
        "max_messages": None,
        "member_cache_flags": discord.MemberCacheFlags.none(),
        "chunk_guilds_at_startup": False,
        "allowed_mentions": discord.AllowedMentions.none(),
        "max_ratelimit_timeout": RATELIMIT_S,
        "http_trace": trace,
    }

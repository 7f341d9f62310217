"""The client that keeps the gateway: it answers buttons and knows no state of any message."""

from collections.abc import Callable
from typing import Any

import discord

from adapters.discord import buttons
from adapters.discord.errors import trace
from bot.ports import Backend

RATELIMIT_S = 30.0  # the least that discord.py accepts; a longer wait is the ledger's business

# A token that identifies more than 1000 times a day is reset by Discord
# (https://docs.discord.com/developers/events/gateway#identifying). Five a client, and the waits between clients,
# stay below.
IDENTIFIES_MAX = 5


class TooManyIdentifiesError(Exception):
    """Discord keeps ending sessions; carry on with a new client, later."""


class Listener(discord.Client):
    """The client that keeps the gateway and answers buttons; it knows no state of any message."""

    def __init__(
        self, backend: Backend, on_up: Callable[[], None], guild_ready_timeout_s: float
    ) -> None:
        super().__init__(guild_ready_timeout=guild_ready_timeout_s, **options())
        self._backend, self._on_up = backend, on_up
        self._identifies = 0

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Count; the pause of discord.py (5 s) stays."""
        self._identifies += 1
        if self._identifies > IDENTIFIES_MAX:
            raise TooManyIdentifiesError
        await super().before_identify_hook(shard_id, initial=initial)

    async def on_ready(self) -> None:
        """Say that the gateway works."""
        self._on_up()

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        """Answer a pressed button, also one of a card posted before the last restart."""
        await buttons.pressed(interaction, self._backend)


def options() -> dict[str, Any]:
    """What both clients need: no cache, no privileged intent, and nobody is ever pinged."""
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False  # we have nothing to say
    return {
        "intents": discord.Intents(guilds=True),
        "max_messages": None,
        "member_cache_flags": discord.MemberCacheFlags.none(),
        "chunk_guilds_at_startup": False,
        "allowed_mentions": discord.AllowedMentions.none(),
        "max_ratelimit_timeout": RATELIMIT_S,
        "http_trace": trace(),
    }

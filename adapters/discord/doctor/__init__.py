"""Whether Discord would take our cards and commands: asked by REST, nothing is posted or changed.

`account` looks at the token's bot, `registered` at its commands, `channels` at each destination; here is their order.
"""

from collections.abc import Sequence

import discord
from discord.http import Route

from adapters.discord.doctor.account import account, needed_by
from adapters.discord.doctor.channels import channels
from adapters.discord.doctor.clock import Skew
from adapters.discord.doctor.registered import described, registered
from adapters.discord.errors import ask
from adapters.discord.listener import options
from adapters.discord.permissions import invite
from adapters.discord.wire import Wire
from bot.errors import DeliveryError, TokenRefusedError
from bot.model import Destination, Finding, Mend, broken, well

WITHIN_S = 20.0


async def examine(
    token: str, *, api_base: str, destinations: Sequence[Destination]
) -> list[Finding]:
    """Every check, in the order in which one would mend what it finds.

    Args:
        token: the bot's; it is in no finding.
        api_base: the REST address with its version.
        destinations: those of Discord, of the file and of chats.
    """
    Route.BASE = api_base.rstrip("/")  # discord.py has one address for all its clients
    skew = Skew()
    trace = Wire().trace()
    trace.on_request_end.append(skew.note)
    async with discord.Client(**options(trace)) as client:
        try:
            await ask(client.login(token.strip()), "the login", lambda _: None, within_s=WITHIN_S)
        except DeliveryError as error:
            return [_refused(error)]
        return await _logged_in(client, skew, destinations)


async def _logged_in(
    client: discord.Client, skew: Skew, destinations: Sequence[Destination]
) -> list[Finding]:
    assert client.application is not None  # noqa: S101 - the login fetched it
    found = [
        well("token", f"accepted; the bot is {client.user}"),
        *await account(client, client.application),
        await registered(client, described(client)),
        skew.finding(),
    ]
    places, kinds = await channels(client, destinations)
    more = needed_by(destinations, kinds)
    return [*found, *places, well("invitation", invite(client.application.id, more))]


def _refused(error: DeliveryError) -> Finding:
    if isinstance(error, TokenRefusedError):
        do = "press Reset Token under Bot in the developer portal, and store the new one"
        return broken("token", "Discord does not accept it", do)
    return broken("token", str(error).rstrip("."), "", Mend.WAITING)

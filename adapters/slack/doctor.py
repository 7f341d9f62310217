"""Whether Slack would take our cards and reach us: asked by the Web API, nothing is posted or changed."""

from collections.abc import Mapping, Sequence
from typing import Any

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.errors import answer
from adapters.slack.identity import identity
from adapters.slack.manifest import SCOPES
from adapters.slack.socket import QUIET
from adapters.slack.workspaces import read
from bot.errors import DeliveryError, DestinationRefusedError, TokenRefusedError
from bot.model import Destination, Finding, Mend, broken, odd, well
from bot.ports import Installations

WITHIN_S = 20
NEEDED = "chat:write"  # without the others something is missing, but cards are posted
REINSTALL = "add it under OAuth & Permissions, and install the app again"

Tokens = Mapping[str, str]  # workspace -> its token; "" is the configuration's own


async def examine(
    *,
    api_base: str,
    bot_token: str,
    app_token: str,
    by_http: bool,
    vault: Installations | None,
    destinations: Sequence[Destination],
) -> list[Finding]:
    """Every check, in the order in which one would mend what it finds; no token is in any finding.

    Args:
        by_http: there is a signing secret.
        vault: what workspaces handed over, only read; None where they cannot install the app.
        destinations: those of Slack, of the file and of chats.
    """
    async with aiohttp.ClientSession() as session:
        web = AsyncWebClient(
            base_url=api_base, timeout=WITHIN_S, session=session, logger=QUIET, retry_handlers=[]
        )
        tokens = {"": bot_token} if bot_token else {}
        tokens |= {} if vault is None else await _handed_over(vault)
        found = [
            each for server, token in tokens.items() for each in await _token(web, server, token)
        ]
        found += [await _way_in(web, app_token, by_http=by_http)]
        return [*found, *[await _channel(web, tokens, to) for to in destinations]]


async def _handed_over(vault: Installations) -> dict[str, str]:
    given = {server: await vault.find(server) for server in await vault.servers()}
    return {server: read(secret).token for server, secret in given.items() if secret is not None}


async def _token(web: AsyncWebClient, server: str, token: str) -> list[Finding]:
    check = f"slack {server}".strip()
    try:
        who, granted = await identity(web, token)
    except TokenRefusedError as error:
        do = "" if server else "bot_token is the xoxb- one of Install App"
        return [broken(check, str(error).rstrip("."), do)]
    except DeliveryError as error:
        return [broken(check, str(error).rstrip("."), "", Mend.WAITING)]
    name = f"{who.get('user', 'the bot')} in {who.get('team', who.get('team_id'))}"
    return [well(check, f"accepted; the bot is {name}"), *_scopes(check, granted)]


def _scopes(check: str, granted: Sequence[str]) -> list[Finding]:
    """What the app may do; an answer without the header says nothing."""
    if not granted:
        return [odd(check, "Slack does not tell the token's scopes", "compare them by hand")]
    lacking = [scope for scope in SCOPES if scope not in granted]
    found = [
        (broken if scope == NEEDED else odd)(
            check, f"{scope} is missing, {SCOPES[scope]}", REINSTALL
        )
        for scope in lacking
    ]
    return found or [well(check, "every scope of the manifest is granted")]


async def _way_in(web: AsyncWebClient, app_token: str, *, by_http: bool) -> Finding:
    """Whether commands and buttons are heard."""
    if not app_token:
        do = "give app_token for Socket Mode, or signing_secret for HTTP"
        lost = odd("slack way in", "there is none: commands and buttons answer nobody", do)
        return well("slack way in", "HTTP; only Slack can try it") if by_http else lost
    try:
        call = web.apps_connections_open(app_token=app_token)
        await answer(call, "apps.connections.open", right_missing=TokenRefusedError)
    except TokenRefusedError:
        do = "take the xapp- one of Basic Information > App-Level Tokens, with connections:write"
        return broken("slack way in", "Slack does not accept app_token", do)
    except DeliveryError as error:
        return broken("slack way in", str(error).rstrip("."), "", Mend.WAITING)
    return well("slack way in", "Socket Mode, and Slack opens it")


async def _channel(web: AsyncWebClient, tokens: Tokens, to: Destination) -> Finding:
    token = tokens.get(to.server, tokens.get("", ""))
    if not token:
        do = "an administrator there can install it again"
        return broken(to.id, f"the app is not installed in {to.server or 'a workspace'}", do)
    call = web.conversations_info(token=token, channel=to.channel)
    try:
        told = await answer(call, f"conversations.info of {to.channel}")
    except DestinationRefusedError as error:
        return broken(to.id, str(error).rstrip("."), "")
    except DeliveryError as error:
        return broken(to.id, str(error).rstrip("."), "", Mend.WAITING)
    return _seen(to, told.get("channel") or {})


def _seen(to: Destination, info: Mapping[str, Any]) -> Finding:
    name = f"#{info.get('name', to.channel)}"
    if info.get("is_archived"):
        return broken(to.id, f"{name} is archived", "unarchive it, or remove the destination")
    if info.get("is_member") is not True:
        return broken(to.id, f"the bot is not in {name}", "type /invite @Gridwire there")
    return well(to.id, f"{name}, and the bot is in it")

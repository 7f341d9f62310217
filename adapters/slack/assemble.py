"""Puts a Slack platform together from what the configuration gives."""

from adapters.slack.bot import SlackPlatform, WayIn
from adapters.slack.http import Http
from adapters.slack.installing import Installing
from adapters.slack.manifest import SCOPES
from adapters.slack.signature import Signatures
from adapters.slack.socket import Socket
from adapters.slack.workspaces import App, Installed, Own, Workspaces
from bot.ports import Backend, Installations, Once


def assembled(
    *,
    bot_token: str,
    app_token: str,
    signing_secret: str,
    http: tuple[str, int],
    client_id: str,
    client_secret: str,
    public_url: str,
    api_base: str,
    request_timeout_s: float,
    backend: Backend,
    once: Once,
    vault: Installations | None,
) -> SlackPlatform:
    """The platform; an empty text stands for what is not given.

    Args:
        http: host and port to listen on.
        vault: what workspaces handed over; None where they cannot install the app.
    """
    workspaces: Workspaces = Own(bot_token)
    installing: Installing | None = None
    if vault is not None:
        home = Own(bot_token) if bot_token else None
        app = App(client_id, client_secret)
        workspaces = installed = Installed(vault, app, home)
        installing = Installing(installed, once, app, public_url=public_url, scopes=tuple(SCOPES))
    ways: list[WayIn] = [Socket(app_token)] if app_token else []
    if signing_secret:
        ways.append(Http(*http, Signatures(signing_secret, once), installing))
    return SlackPlatform(
        workspaces,
        ways,
        api_base=api_base,
        request_timeout_s=request_timeout_s,
        backend=backend,
        once=once,
    )

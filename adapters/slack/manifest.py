"""The app's manifest: what it offers, asks for and hears of, in the form that Slack takes.

https://docs.slack.dev/reference/app-manifest
"""

from typing import Any

from adapters.slack.http import EVENTS
from adapters.slack.installing import REDIRECT

SCOPES = (
    "channels:history",  # to find a card again after a crash, so that it is not posted twice
    "channels:read",  # to know a channel's name, and whether we are in it
    "chat:write",  # to post and to edit
    "commands",  # slash commands and shortcuts
    "groups:history",  # the same two in private channels
    "groups:read",
    "users:read",  # who may manage a workspace's alerts
)
LEAVING = ("app_uninstalled", "tokens_revoked")  # only HTTP: else the token's refusal tells it


def manifest(public_url: str = "") -> dict[str, Any]:
    """For Socket Mode, or for HTTP at an address of our own.

    Args:
        public_url: how Slack reaches us, without a slash at its end; empty for Socket Mode.
    """
    http = {"request_url": f"{public_url}{EVENTS}"} if public_url else {}
    events = ["app_home_opened", *(LEAVING if public_url else ())]
    return {
        "display_information": {
            "name": "Gridwire",
            "description": "NFL trade alerts: one true card per trade",
            "background_color": "#013369",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": True,
            },
            "bot_user": {"display_name": "Gridwire", "always_online": True},
            "slash_commands": [
                {**command, **({"url": http["request_url"]} if http else {})}
                for command in COMMANDS
            ],
        },
        "oauth_config": {
            **({"redirect_urls": [f"{public_url}{REDIRECT}"]} if public_url else {}),
            "scopes": {"bot": list(SCOPES)},
        },
        "settings": {
            "event_subscriptions": {**http, "bot_events": events},
            "interactivity": {"is_enabled": True, **http},
            "org_deploy_enabled": False,
            "socket_mode_enabled": not public_url,
            "token_rotation_enabled": bool(public_url),
        },
    }


COMMANDS = (
    {
        "command": "/nfl",
        "description": "Trades, players, clubs and questions",
        "usage_hint": "trades | trade | player | compare | leaders | team | ask ...",
        "should_escape": True,
    },
    {
        "command": "/alerts",
        "description": "Which trades this channel is told of",
        "usage_hint": "subscribe | list | edit | remove | test | pause | status | failed | explain",
        "should_escape": True,
    },
)

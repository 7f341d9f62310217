"""The app's manifest: what it offers, asks for and hears of, in the form that Slack takes.

https://docs.slack.dev/reference/app-manifest. The commands are read from those that answer.
"""

from types import SimpleNamespace
from typing import Any

from adapters.slack.commands import Commands
from adapters.slack.commands.cards import SHORTCUT
from adapters.slack.commands.home import OPENED
from adapters.slack.commands.listen import ROOTS
from adapters.slack.http import EVENTS
from adapters.slack.installing import REDIRECT

SCOPES = {
    "channels:history": "to find a card again after a crash, so that it is not posted twice",
    "channels:read": "to see whether the bot is in a channel",
    "chat:write": "to post and to edit",
    "commands": "for slash commands and the shortcut",
    "groups:history": "as channels:history, in private channels",
    "groups:read": "as channels:read, of private channels",
    "usergroups:read": "to see who is in the group that manages alerts",
    "users:read": "to see who may manage a workspace's alerts",
}
LEAVING = ("app_uninstalled", "tokens_revoked")
DESCRIPTIONS = {
    "nfl": "Trades, players, clubs and questions",
    "alerts": "Which trades this channel is told of",
}


def manifest(public_url: str = "") -> dict[str, Any]:
    """For Socket Mode, or for HTTP at an address of our own.

    Args:
        public_url: how Slack reaches us, without a slash at its end; empty for Socket Mode.
    """
    posted = {"request_url": f"{public_url}{EVENTS}"} if public_url else {}
    options = {"message_menu_options_url": f"{public_url}{EVENTS}"} if public_url else {}
    return {
        "display_information": {
            "name": "Gridwire",
            "description": "NFL trade alerts: one true card per trade",
            "background_color": "#013369",
        },
        "features": _features(public_url),
        "oauth_config": {
            **({"redirect_urls": [f"{public_url}{REDIRECT}"]} if public_url else {}),
            "scopes": {"bot": list(SCOPES)},
        },
        "settings": {
            "event_subscriptions": {
                **posted,
                "bot_events": [OPENED, *(LEAVING if public_url else ())],
            },
            "interactivity": {"is_enabled": True, **posted, **options},
            "org_deploy_enabled": False,
            "socket_mode_enabled": not public_url,
            "token_rotation_enabled": bool(public_url),
        },
    }


def _features(public_url: str) -> dict[str, Any]:
    return {
        "app_home": {
            "home_tab_enabled": True,
            "messages_tab_enabled": True,  # where who installed the app is told what is wrong
            "messages_tab_read_only_enabled": True,
        },
        "bot_user": {"display_name": "Gridwire", "always_online": True},
        "shortcuts": [
            {
                "name": "Explain this card",
                "type": "message",
                "callback_id": SHORTCUT,
                "description": "Why a trade was posted here",
            }
        ],
        "slash_commands": [_command(root, public_url) for root in ROOTS],
    }


def _command(root: str, public_url: str) -> dict[str, Any]:
    nobody: Any = SimpleNamespace(trades=None, questions=None, alerts=None)  # a list asks nobody
    offers = Commands(nobody, nobody).registry.commands(root)
    return {
        "command": f"/{root}",
        "description": DESCRIPTIONS[root],
        "usage_hint": " | ".join(offer.name.removeprefix(f"{root} ") for offer in offers),
        # Channels and people come as <#C1> and <@U1>, not as words that could mean another.
        "should_escape": True,
        **({"url": f"{public_url}{EVENTS}"} if public_url else {}),
    }

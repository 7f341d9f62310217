"""`gridwire slack-manifest`: what Slack needs to make the app."""

# ruff: noqa: PLC0415 - the application is imported when a command runs

import json
from argparse import Namespace


def manifest(arguments: Namespace) -> int:
    """Print it, to be pasted."""
    from bot.app.platforms import slack_manifest

    print(json.dumps(slack_manifest(arguments.http or ""), indent=2))
    return 0

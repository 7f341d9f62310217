"""`gridwire pause` and `gridwire resume`: the switch in front of every new card."""

# ruff: noqa: PLC0415 - the application is imported when a command runs

import asyncio
from argparse import Namespace
from datetime import UTC, datetime

from bot.cards import printable
from bot.cli.place import config_of, data_dir_of, nothing_there
from bot.errors import NoDatabaseError

OK = 0


def pause(arguments: Namespace) -> int:
    """Hold every new card."""
    from bot.app import brakes

    folder = data_dir_of(arguments, config_of(arguments))
    reason = " ".join(printable(" ".join(arguments.reason)).split()) or brakes.BY_HAND
    try:
        asyncio.run(brakes.pause(folder, reason, datetime.now(UTC)))
    except NoDatabaseError:
        return nothing_there(folder)
    print(
        f"paused ({reason}): no new card starts until gridwire resume; cards that stand are kept true."
    )
    return OK


def resume(arguments: Namespace) -> int:
    """Let new cards start again."""
    from bot.app import brakes

    folder = data_dir_of(arguments, config_of(arguments))
    try:
        were, held = asyncio.run(brakes.resume(folder, datetime.now(UTC), drop=arguments.drop))
    except NoDatabaseError:
        return nothing_there(folder)
    if were.reason is None and not held:
        print("new cards were not held.")
        return OK
    what = "never posted" if arguments.drop else "posted by the service if still fresh and sound"
    count = f"{held} trade{'' if held == 1 else 's'}"
    was = f"it was {were.reason}" if were.reason else "nothing was stopped"
    print(printable(f"resumed ({was}). Held: {count}, {what}."))
    return OK

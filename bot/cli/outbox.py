"""`gridwire outbox`: the deliveries that are not shown as they should be."""

# ruff: noqa: PLC0415 - the application is imported when a command runs

import asyncio
import json
import sys
from argparse import Namespace
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from bot.cards import printable
from bot.cli.place import config_of, data_dir_of, nothing_there
from bot.errors import NoDatabaseError, UsageError

if TYPE_CHECKING:
    from bot.app.outbox import Moved, Wish
    from bot.store.outbox import Item

OK, NO_RESULT = 0, 1
_OPEN = ("waiting", "sending", "failed")
_MOVE = {"retry": ("due now", "is tried again"), "drop": ("dropped", "is never sent")}


def outbox(arguments: Namespace) -> int:
    """List what waits and what failed."""
    return _told(arguments, _line, (arguments.state,) if arguments.state else _OPEN)


def show(arguments: Namespace) -> int:
    """Tell all that is known of each."""
    return _told(arguments, _story, ())


def retry(arguments: Namespace) -> int:
    """Try again now."""
    from bot.app import outbox as app

    return _moved(arguments, "retry", app.retry)


def drop(arguments: Namespace) -> int:
    """Never send."""
    from bot.app import outbox as app

    return _moved(arguments, "drop", app.drop)


def _told(arguments: Namespace, form: "Callable[[Item], str]", states: tuple[str, ...]) -> int:
    from bot.app import outbox as app

    folder = data_dir_of(arguments, config_of(arguments))
    try:
        found = asyncio.run(app.listed(folder, _wish(arguments, states)))
    except NoDatabaseError:
        return nothing_there(folder)
    for item in found:
        print(json.dumps(_as_json(item)) if arguments.json else printable(form(item)))
    if not found:
        print("gridwire: nothing of that waits or failed.", file=sys.stderr)
    return OK if found else NO_RESULT


def _moved(arguments: Namespace, verb: str, move: Callable[..., Any]) -> int:
    if not (arguments.trade or arguments.to or arguments.state or arguments.all):
        raise UsageError(
            f"gridwire outbox {verb} needs a trade, --to, --state or --all: say which are meant."
        )
    folder = data_dir_of(arguments, config_of(arguments))
    wish = _wish(arguments, (arguments.state,) if arguments.state else _OPEN)
    try:
        moved: Moved = asyncio.run(move(folder, wish, datetime.now(UTC), dry_run=arguments.dry_run))
    except NoDatabaseError:
        return nothing_there(folder)
    past, future = _MOVE[verb]
    for item in moved.done:
        print(printable(f"{future if arguments.dry_run else past}: {_line(item)}"))
    for item, why in moved.left:
        print(printable(f"left: {_line(item)}: {why}"))
    if not (moved.done or moved.left):
        print("gridwire: nothing of that waits or failed.", file=sys.stderr)
    return OK if moved.done else NO_RESULT


def _wish(arguments: Namespace, states: tuple[str, ...]) -> "Wish":
    from bot.app.outbox import Wish

    return Wish(trade=arguments.trade, destination=arguments.to, states=states)


def _line(item: "Item") -> str:
    """One delivery in one line: how it is, what, where, and why."""
    why = f"  ({' '.join(item.error.split())})" if item.error else ""
    rests = f"  rests until {_time(item.rests_until)}" if item.rests_until else ""
    key = item.key
    return f"{item.state:<7}  {key.trade}  {key.destination}  {key.kind}{rests}{why}"


def _story(item: "Item") -> str:
    told = {name: value for name, value in _as_json(item).items() if value not in (None, "")}
    lines = [f"  {name.replace('_', ' ')}: {value}" for name, value in told.items()]
    return "\n".join([_line(item), f"  key: {item.key}", *lines])


def _as_json(item: "Item") -> dict[str, Any]:
    return {
        "trade": item.key.trade,
        "destination": item.key.destination,
        "kind": item.key.kind,
        "state": item.state,
        "wanted_version": item.wanted,
        "shown_version": item.shown,
        "message": item.ref,
        "attempts": item.attempts,
        "wanted_since": _time(item.created_at),
        "due": _time(item.due),
        "failing_since": _time(item.failing_since),
        "unknown_since": _time(item.unknown_since),
        "rests_until": _time(item.rests_until),
        "subscribed": item.subscribed,
        "error": item.error,
    }


def _time(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat(timespec="seconds")

"""`gridwire backup` and `gridwire restore`."""

# ruff: noqa: PLC0415 - the store is imported when a command runs

from argparse import Namespace
from collections.abc import Mapping
from datetime import UTC, datetime

from bot.cards import printable
from bot.cli.place import config_of, data_dir_of, nothing_there
from bot.errors import NoDatabaseError

OK = 0
_WORDS = (
    ("trade", "trade", "trades"),
    ("report", "report", "reports"),
    ("delivery", "delivery", "deliveries"),
    ("subscription", "subscription", "subscriptions"),
)


def backup(arguments: Namespace) -> int:
    """Copy the database while the service runs."""
    from bot.store.backup import backup as copy

    folder = data_dir_of(arguments, config_of(arguments))
    try:
        kept = copy(folder / "gridwire.db", arguments.path, datetime.now(UTC))
    except NoDatabaseError:
        return nothing_there(folder)
    print(printable(f"{kept.path}: checked, {_counted(kept.counts)}."))
    return OK


def restore(arguments: Namespace) -> int:
    """Put a backup in place."""
    from bot.app.state import make
    from bot.store.backup import restore as put_back

    folder = data_dir_of(arguments, config_of(arguments))
    make(folder)
    done = put_back(arguments.path, folder / "gridwire.db", datetime.now(UTC))
    print(printable(f"restored {arguments.path}: {_counted(done.counts)}."))
    print(f"It knows nothing after {done.known_until:%Y-%m-%d %H:%M:%S} UTC.")
    print(
        f"Looked for before they are posted: {done.looked_for} of its deliveries, and those of trades told since."
    )
    print(
        "What is not found and may stand all the same is left to you: gridwire outbox list --state failed"
    )
    if done.before is not None:
        print(printable(f"What was there is kept: {done.before}"))
    return OK


def _counted(counts: Mapping[str, int]) -> str:
    told = [(counts[name], one, many) for name, one, many in _WORDS if name in counts]
    return ", ".join(f"{number} {one if number == 1 else many}" for number, one, many in told)

"""The options of the commands that look after the state: outbox, backup, restore."""

import argparse
from pathlib import Path

from bot.cli import backup, outbox
from bot.cli.options import Group, new_command, with_config, with_json


def add(group: Group) -> None:
    """Add them all."""
    _outbox(group)
    _backup(group)
    _restore(group)


def _outbox(group: Group) -> None:
    says = "list the deliveries that wait or failed, and why; look closer, try again, give up"
    example = "gridwire outbox retry --state failed"
    top = new_command(group, "outbox", outbox.outbox, says, example)
    top.set_defaults(trade=None, to=None, state=None, json=False, config=None)
    under = top.add_subparsers(metavar="list|show|retry|drop")
    says = "list the deliveries that wait, are on their way, or failed"
    command = new_command(
        under, "list", outbox.outbox, says, "gridwire outbox list --to C0123456789", inner=True
    )
    _which(command)
    with_json(command)
    says = "tell all that is known of each, also of what was dropped"
    example = "gridwire outbox show 2023-akers"
    command = new_command(under, "show", outbox.show, says, example, inner=True)
    _which(command)
    with_json(command)
    says = "make them due now, also in a service that runs; what is on its way is left alone"
    example = "gridwire outbox retry 2023-akers"
    _moving(new_command(under, "retry", outbox.retry, says, example, inner=True))
    says = "give them up; what is on its way is left alone, and a card that stands stays"
    example = "gridwire outbox drop --to discord:123456789012345678"
    _moving(new_command(under, "drop", outbox.drop, says, example, inner=True))


def _moving(command: argparse.ArgumentParser) -> None:
    _which(command)
    command.add_argument("--all", action="store_true", help="every one of them")
    command.add_argument("--dry-run", action="store_true", help="say what would be done, no more")


def _which(command: argparse.ArgumentParser) -> None:
    says = "its id, or the beginning of it"
    command.add_argument("trade", nargs="?", metavar="TRADE", help=says)
    says = "those of one destination: its id, like discord:123456789012345678, or its channel"
    command.add_argument("--to", metavar="DESTINATION", help=says)
    states = ("waiting", "sending", "failed")
    command.add_argument("--state", choices=states, help="only these")
    with_config(command)


def _backup(group: Group) -> None:
    says = "copy the database, also while the service runs, and check the copy"
    command = new_command(group, "backup", backup.backup, says, "gridwire backup /var/backups")
    says = "a new file, or a folder, where the copy is named by the time"
    command.add_argument("path", type=Path, metavar="PATH", help=says)
    with_config(command)


def _restore(group: Group) -> None:
    says = "put a backup in the database's place, while no service runs; what was there is kept"
    example = "gridwire restore /var/backups/gridwire-20261123T040000Z.db"
    command = new_command(group, "restore", backup.restore, says, example)
    command.add_argument("path", type=Path, metavar="PATH", help="a backup")
    with_config(command)

"""What all commands' options have in common."""

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Annotated

Run = Callable[[argparse.Namespace], int]
_Commands = argparse._SubParsersAction  # noqa: SLF001 - argparse gives its type no public name
Group = Annotated["_Commands[argparse.ArgumentParser]", "commands"]


def new_command(
    group: Group,
    name: str,
    run: Run,
    says: str,
    example: str,
    *,
    inner: bool = False,
) -> argparse.ArgumentParser:
    """A command with its help, its example and `--data-dir`.

    Args:
        inner: it is a command's own command, like `stats load`.
    """
    command = group.add_parser(
        name,
        help=says,
        description=f"{says[0].upper()}{says[1:]}.",
        epilog=f"example: {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    command.set_defaults(run=run)
    command.add_argument(
        "--data-dir",
        default=argparse.SUPPRESS if inner else None,  # inside a command: the outer one's may count
        type=Path,
        metavar="DIR",
        help="where the state lives (default: $GRIDWIRE_DATA_DIR, else ~/.local/share/gridwire)",
    )
    return command


def with_config(command: argparse.ArgumentParser) -> None:
    """`-c`."""
    says = "the configuration (default: gridwire.toml, if it is here)"
    command.add_argument("-c", "--config", type=Path, metavar="FILE", help=says)


def with_json(command: argparse.ArgumentParser) -> None:
    """`--json`."""
    command.add_argument("--json", action="store_true", help="for programs")


def day(text: str) -> date:
    """A day as an option has it."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no day: write it as 2023-09-20") from error

"""The command line: every command, its help with an example, its exit code.

Exit codes: 0 ok, 1 no result, 2 usage or configuration, 75 try later, 78 needs a person. An error is one
sentence on stderr without a traceback.
"""

import io
import os
import sys
from collections.abc import Sequence

from bot.cards import printable
from bot.cli.parser import parser
from bot.errors import (
    AlreadyRunningError,
    BotError,
    ConfigError,
    FeedError,
    NoStatsError,
    SchemaError,
    StatsError,
    UsageError,
)

NO_RESULT, USAGE, TRY_LATER, NEEDS_A_PERSON, INTERRUPTED = 1, 2, 75, 78, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    arguments = parser().parse_args(argv)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a name that this terminal lacks ends no command
    try:
        code: int = arguments.run(arguments)
        print(end="", flush=True)  # here, where a reader that left is no traceback
    except BotError as error:
        _tell(error)
        return exit_code(error)
    except OSError as error:
        if error.filename is None:  # our own output: what is left in its buffer must not fail again
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):  # its reader has left: `| head`
            return NO_RESULT
        where = error.filename or "the output"
        print(f"gridwire: {where} cannot be used: {error.strerror}.", file=sys.stderr)
        return USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def exit_code(error: BotError) -> int:
    """What the shell is told about an error."""
    match error:
        case ConfigError() | UsageError() | FeedError() | NoStatsError():
            return USAGE
        case SchemaError() | StatsError():
            return NEEDS_A_PERSON
        case AlreadyRunningError() | _:
            return TRY_LATER


def _tell(error: BotError) -> None:
    lines = error.problems if isinstance(error, ConfigError) else (str(error),)
    for line in lines:
        print(f"gridwire: {printable(line)}", file=sys.stderr)

"""`gridwire doctor`: one line a check, with what to do."""

# ruff: noqa: PLC0415 - the application is imported when a command runs

import asyncio
import json
import logging
import sys
from argparse import Namespace
from collections.abc import Sequence
from typing import Any

from bot import log as logs
from bot.cards import printable
from bot.cli.place import HERE, config_of, data_dir_of
from bot.errors import ConfigError
from bot.model import Finding, Grade, Mend, well

OK, WARNINGS = 0, 1
# What only a person mends comes first, as a service manager should not try again then.
_CODES = ((Mend.PERSON, 78), (Mend.SETTING, 2), (Mend.WAITING, 75))


def doctor(arguments: Namespace) -> int:
    """Look at everything, and tell."""
    found = _findings(arguments)
    if arguments.json:
        print(json.dumps([_as_json(each) for each in found]))
    for each in [] if arguments.json else found:
        print(printable(_line(each)))
    return exit_code(found)


def exit_code(found: Sequence[Finding]) -> int:
    """0 all is well, 1 warnings alone, else by what the worst failure is mended by."""
    mends = {each.mend for each in found}
    failed = [code for mend, code in _CODES if mend in mends]
    warned = any(each.grade is Grade.WARN for each in found)
    return failed[0] if failed else WARNINGS if warned else OK


def _findings(arguments: Namespace) -> list[Finding]:
    from bot.app import doctor as app

    arguments.config = arguments.config or HERE
    try:
        config = config_of(arguments)
    except ConfigError as error:
        return app.problems(error.problems)
    logs.setup(logging.ERROR, sys.stderr, [secret.reveal() for secret in config.secrets])
    checked = well("configuration", f"{arguments.config} is good")
    return [checked, *asyncio.run(app.examine(config, data_dir_of(arguments, config)))]


def _line(found: Finding) -> str:
    do = f": {found.do}" if found.do else ""
    return f"{found.grade:<4}  {found.check}: {found.text}{do}"


def _as_json(found: Finding) -> dict[str, Any]:
    told = {"check": found.check, "grade": found.grade.lower(), "text": found.text}
    return {**told, "do": found.do or None, "mend": found.mend}

"""Load, and tell of it in JSON lines on standard output; bot/stats/supervise.py reads them."""

import argparse
import gc
import json
import os
import sqlite3
import sys
import threading
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.errors import AlreadyRunningError, BotError
from bot.stats.load.file import StatsFile, only_loader
from bot.stats.load.run import NEEDS_A_PERSON, TRY_LATER, Load
from bot.stats.load.upstream import Upstream

_OBJECTS = 200_000  # between two looks for cycles: rows are made by the ten thousand, and none is in a cycle


def main() -> int:
    """Load what the arguments say; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m bot.stats.load")
    parser.add_argument("file", type=Path)
    parser.add_argument("seasons", type=int, nargs="+")
    parser.add_argument("--mirror")
    parser.add_argument("--attached", action="store_true", help="end when standard input ends")
    given = parser.parse_args()
    if given.attached:
        threading.Thread(target=_end_with_parent, daemon=True).start()
    gc.set_threshold(_OBJECTS)
    try:
        with only_loader(given.file), closing(StatsFile(given.file)) as file:
            return Load(file, Upstream(given.mirror), datetime.now(UTC), _tell).run(given.seasons)
    except AlreadyRunningError as error:
        return _refused(str(error), TRY_LATER)
    except BotError as error:
        return _refused(str(error), NEEDS_A_PERSON)
    except (sqlite3.OperationalError, OSError) as error:
        said = f"{given.file} cannot be written ({error}): check its disk, then load again"
        return _refused(said, TRY_LATER)
    except sqlite3.DatabaseError as error:
        said = f"{given.file} is damaged ({error}): move it away, then load again"
        return _refused(said, NEEDS_A_PERSON)


def _end_with_parent() -> None:
    """Our parent holds our standard input open: its end means that it died, also by a signal it could not catch."""
    os.read(0, 1)
    os._exit(TRY_LATER)  # at any instant: a data set is one transaction


def _tell(event: dict[str, Any]) -> None:
    print(json.dumps(event), flush=True)  # noqa: T201 - the protocol of this process


def _refused(text: str, code: int) -> int:
    _tell({"event": "refused", "text": text})
    return code


if __name__ == "__main__":
    sys.exit(main())

"""`gridwire replay`: reports from files through the whole pipeline, into a throwaway store."""

import tempfile
from collections.abc import AsyncGenerator, AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from bot.app.clock import StoryClock
from bot.config import Config
from bot.engine.ingest import Decision, Ingest
from bot.extract import people
from bot.extract.export import as_json, fields
from bot.model import Check, Destination, Rejected, Report
from bot.ports import Register
from bot.store import SqliteLedger, SqliteStore, open_database

_STRENGTH = ("ignore", "hold", "edit", "post")


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """What one report came to."""

    report: Report
    decisions: tuple[Decision, ...]

    @property
    def main(self) -> Decision | None:
        """The decision that matters most."""
        order = _STRENGTH.index
        return max(self.decisions, key=lambda d: order(d.action), default=None)


@asynccontextmanager
async def throwaway(
    destinations: Sequence[Destination],
) -> AsyncIterator[tuple[SqliteStore, SqliteLedger]]:
    """A store and ledger that are gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="gridwire-") as folder:
        async with open_database(Path(folder) / "gridwire.db") as database:
            ledger = SqliteLedger(database)
            await ledger.sync_destinations(destinations)
            yield SqliteStore(database), ledger


async def replay(
    reports: Iterable[Report], config: Config, register: Register | None = None, *, isolated: bool
) -> AsyncGenerator[Replayed, None]:
    """Take in each report at its own time.

    Args:
        reports: oldest first.
        config: whose destinations, voices and limits count.
        register: who the players are; None: nobody is looked up.
        isolated: an empty store for each report.
    """
    build = partial(
        Ingest,
        destinations=config.destinations,
        register=register,
        most_per_hour=config.gate.most_per_hour,
        voices=people.with_voices(reporters=config.reporters, outlets=config.outlets),
    )
    if isolated:
        for report in reports:
            async with throwaway(config.destinations) as (store, _):
                yield await _one(build(store), report, StoryClock())
        return
    async with throwaway(config.destinations) as (store, _):
        ingest, clock = build(store), StoryClock()
        for report in reports:
            yield await _one(ingest, report, clock)


async def _one(ingest: Ingest, report: Report, clock: StoryClock) -> Replayed:
    now = clock.move_to(report.seen_at)
    return Replayed(report=report, decisions=await ingest.report(report, now))


class Summary:
    """Counts of a replay."""

    def __init__(self, rejected: Sequence[Rejected]) -> None:
        self.errors = len(rejected)
        self._trades: set[str] = set()
        self._actions: list[str] = []

    def add(self, one: Replayed) -> None:
        """Count one report."""
        changes = [d.change for d in one.decisions if d.change is not None]
        self._trades |= {change.trade.id for change in changes}
        self._actions.append(one.main.action if one.main else "ignore")

    def as_json(self) -> dict[str, int]:
        """The summary line."""
        return {
            "reports": len(self._actions),
            "trades": len(self._trades),
            "posts": self._actions.count("post"),
            "edits": self._actions.count("edit"),
            "held": self._actions.count("hold"),
            "errors": self.errors,
        }


def line(one: Replayed) -> dict[str, Any]:
    """One report's line of `replay --json`."""
    main = one.main
    acted = main is not None and main.action in {"post", "edit"}
    verdict = main.verdict if main else None
    words = f"{one.report.title}\n{one.report.text}"
    return {
        "report": one.report.id,
        "deals": [{**as_json(d.deal), "fields": fields(d.deal, words)} for d in one.decisions],
        "decision": main.action if main else "ignore",
        "card": verdict.card if acted and verdict else None,
        "trade": main.trade if main else None,
        "why": why(one),
    }


def why(one: Replayed) -> list[dict[str, Any]]:
    """The checks behind the decision, each with its outcome in words."""
    main = one.main
    if main is None:
        return [{"check": "deal", "passed": False, "text": "tells of no trade"}]
    if main.change is None:
        return [{"check": "known", "passed": False, "text": main.reason}]
    return [check_json(check) for check in main.checks]


def check_json(check: Check) -> dict[str, Any]:
    """A check for programs."""
    return {"check": check.check, "passed": check.passed, "text": check.text}

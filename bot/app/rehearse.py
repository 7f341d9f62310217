"""`gridwire replay`: reports from files through the whole pipeline, into a throwaway store."""

import tempfile
from collections.abc import AsyncGenerator, AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.app.clock import StoryClock
from bot.engine.ingest import Decision, Ingest
from bot.extract.export import as_json
from bot.model import Destination, Rejected, Report
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
    reports: Iterable[Report], destinations: Sequence[Destination], *, isolated: bool
) -> AsyncGenerator[Replayed, None]:
    """Take in each report at its own time.

    Args:
        isolated: an empty store for each report.
    """
    if isolated:
        for report in reports:
            async with throwaway(destinations) as (store, _):
                yield await _one(Ingest(store, destinations), report, StoryClock())
        return
    async with throwaway(destinations) as (store, _):
        ingest, clock = Ingest(store, destinations), StoryClock()
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
    return {
        "report": one.report.id,
        "deals": [as_json(d.deal) for d in one.decisions],
        "decision": main.action if main else "ignore",
        "card": verdict.card if acted and verdict else None,
        "trade": main.change.trade.id if main and main.change else None,
        "why": why(one),
    }


def why(one: Replayed) -> list[dict[str, Any]]:
    """The checks behind the decision, each with its outcome in words."""
    main = one.main
    if main is None:
        return [{"check": "deal", "passed": False, "text": "tells of no trade"}]
    if main.change is None:
        return [{"check": "known", "passed": False, "text": "nothing to keep of this deal"}]
    change = {"check": "change", "passed": main.change.visible, "text": main.change.reason}
    checks = main.verdict.checks if main.verdict else ()
    shown = [{"check": c.check, "passed": c.passed, "text": c.text} for c in checks]
    return [change, *shown, *_unasked(main)]


def _unasked(main: Decision) -> list[dict[str, Any]]:
    """Why a trade that passed every check is held all the same."""
    if main.action != "hold" or main.verdict is None or not main.verdict.posts:
        return []
    text = f"no destination asked for {main.verdict.card} cards of these clubs"
    return [{"check": "destination", "passed": False, "text": text}]

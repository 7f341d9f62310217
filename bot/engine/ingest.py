"""One report -> deals -> changes -> stored, with the deliveries they want: decided purely, applied once."""

import asyncio
import logging
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot import extract, gate, merge
from bot.errors import ConflictError
from bot.model import (
    Change,
    ChangeReason,
    Deal,
    DeliveryKey,
    Destination,
    LaneId,
    Report,
    Trade,
    TradeId,
    Verdict,
)
from bot.ports import Store

log = logging.getLogger(__name__)

MOST_TRIES = 5  # of a decision that another writer overtook

Wanted = tuple[DeliveryKey, LaneId, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What one deal came to.

    Attributes:
        action: "post", "edit", "hold" or "ignore".
        change: None when the deal says nothing worth keeping.
    """

    deal: Deal
    action: str
    change: Change | None = None
    verdict: Verdict | None = None


class Ingest:
    """Turns reports into stored trades and deliveries wanted."""

    def __init__(
        self,
        store: Store,
        destinations: Sequence[Destination],
        on_wanted: Callable[[], None] = lambda: None,
    ) -> None:
        self._store, self._destinations, self._on_wanted = store, destinations, on_wanted
        # Two feeds that tell of a new trade at the same time, in other words, must meet: the store
        # alone would take them for two.
        self._one_by_one = asyncio.Lock()

    async def report(
        self, report: Report, now: datetime, *, baseline: bool = False
    ) -> tuple[Decision, ...]:
        """Take in one report; nothing is stored of a report without a deal.

        Args:
            baseline: from a feed's first poll: what it tells of is known, not announced.

        Returns:
            One decision a deal; empty when the report tells of none.
        """
        deals = _read(report)
        if not deals:
            return ()
        async with self._one_by_one:
            return await self._apply(report, deals, now, baseline=baseline)

    async def _apply(
        self, report: Report, deals: Sequence[Deal], now: datetime, *, baseline: bool
    ) -> tuple[Decision, ...]:
        for _ in range(MOST_TRIES):
            decisions, wanted = await self._decide(report, deals, now, baseline=baseline)
            changes = [d.change for d in decisions if d.change is not None]
            try:
                await self._store.apply(report, deals, changes, wanted, now)
            except ConflictError:
                continue
            self._announce(decisions, wanted)
            return tuple(decisions)
        raise ConflictError(f"report {report.id}: its trade kept changing; it is read again later")

    async def _decide(
        self, report: Report, deals: Sequence[Deal], now: datetime, *, baseline: bool
    ) -> tuple[list[Decision], list[Wanted]]:
        """One decision a deal; of several deals about one trade the first one carries the change."""
        changes: dict[TradeId, Change] = {}
        told: list[tuple[Deal, TradeId | None]] = []
        for deal in deals:
            change = await self._change(report, deal, changes, now, baseline=baseline)
            is_first = change is not None and change.trade.id not in changes
            told.append((deal, change.trade.id if change is not None and is_first else None))
            if change is not None:
                changes[change.trade.id] = change
        decisions: list[Decision] = []
        wanted: list[Wanted] = []
        for deal, trade in told:
            if trade is None:
                decisions.append(Decision(deal=deal, action="ignore"))
                continue
            decision, asked = await self._decision(deal, changes[trade], now, baseline=baseline)
            decisions.append(decision)
            wanted += asked
        return decisions, wanted

    async def _change(
        self,
        report: Report,
        deal: Deal,
        ahead: Mapping[TradeId, Change],
        now: datetime,
        *,
        baseline: bool,
    ) -> Change | None:
        """What the deal changes, on top of what the report's earlier deals do."""
        known = {trade.id: trade for trade in await self._store.candidates(deal)}
        known |= {trade: change.trade for trade, change in ahead.items()}
        change = merge.decide(report, deal, [*known.values()], now, baseline=baseline, told=ahead)
        if change is None:
            return None
        change = _seen(change, known.get(change.trade.id))
        earlier = ahead.get(change.trade.id)
        return change if earlier is None else merge.both(earlier, change)

    async def _decision(
        self, deal: Deal, change: Change, now: datetime, *, baseline: bool
    ) -> tuple[Decision, list[Wanted]]:
        verdict = gate.decide(change.trade, now)
        rows = await self._store.deliveries(change.trade.id) if change.expected_version else ()
        shown = {row.key for row, _, _ in rows}
        wanted = gate.wanted(change.trade, verdict, self._destinations, shown)
        if baseline:  # a first poll keeps a shown card true, and starts none
            channels = {key.destination for key in shown}
            wanted = [want for want in wanted if want[0].destination in channels]
        action = _action(change, verdict, wanted, shown)
        return Decision(deal=deal, action=action, change=change, verdict=verdict), wanted

    def _announce(self, decisions: Sequence[Decision], wanted: Sequence[Wanted]) -> None:
        for decision in decisions:
            if decision.change is not None:
                trade = decision.change.trade
                reason = decision.change.reason.value
                extra = {"trade": trade.id, "version": trade.version, "reason": reason}
                log.info("trade decided", extra={**extra, "action": decision.action})
        if wanted:
            self._on_wanted()


def _seen(change: Change, before: Trade | None) -> Change:
    """The change with its version raised where only the card's claim differs.

    A second source of the second rank is no news by itself, but it may let a card that still says
    "rumour" say "reported".
    """
    after = change.trade
    if change.visible or before is None or gate.showable(before) is gate.showable(after):
        return change
    raised = replace(after, version=after.version + 1)
    return replace(change, reason=ChangeReason.SOURCE, trade=raised)


def _action(
    change: Change, verdict: Verdict, wanted: Sequence[Wanted], shown: Collection[DeliveryKey]
) -> str:
    if any(key not in shown for key, _, _ in wanted):
        return "post" if not verdict.is_void else "edit"
    if wanted:
        return "edit" if change.visible else "ignore"
    if change.reason is ChangeReason.REPEAT and verdict.posts:
        return "ignore"
    return "hold"


def _read(report: Report) -> tuple[Deal, ...]:
    """The report's deals; a text that breaks the grammar must not stop the feed."""
    try:
        return extract.deals(report)
    except Exception:
        log.exception("report could not be read", extra={"feed": report.feed, "report": report.id})
        return ()

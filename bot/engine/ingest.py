"""One report -> deals -> changes -> stored, with the deliveries they want: decided purely, applied once."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
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
        for _ in range(MOST_TRIES if deals else 0):
            decisions, wanted = await self._decide(report, deals, now, baseline=baseline)
            changes = [d.change for d in decisions if d.change is not None]
            try:
                await self._store.apply(report, deals, changes, wanted, now)
            except ConflictError:
                continue
            self._announce(decisions, wanted)
            return tuple(decisions)
        if deals:
            raise ConflictError(
                f"report {report.id}: its trade kept changing; it is read again later"
            )
        return ()

    async def _decide(
        self, report: Report, deals: Sequence[Deal], now: datetime, *, baseline: bool
    ) -> tuple[list[Decision], list[Wanted]]:
        decisions: list[Decision] = []
        wanted: list[Wanted] = []
        ahead: dict[TradeId, Trade] = {}  # what earlier deals of this report already changed
        for deal in deals:
            known = [ahead.get(t.id, t) for t in await self._store.candidates(deal)]
            known += [trade for trade in ahead.values() if trade not in known]
            change = merge.decide(report, deal, known, now, baseline=baseline)
            if change is None or change.trade.id in ahead:
                decisions.append(Decision(deal=deal, action="ignore"))
                continue
            ahead[change.trade.id] = change.trade
            verdict = gate.decide(change.trade, now)
            asked = await self._wanted(change, verdict)
            action = await self._action(change, verdict, asked)
            wanted += asked
            decisions.append(Decision(deal=deal, action=action, change=change, verdict=verdict))
        return decisions, wanted

    async def _shown(self, trade: TradeId) -> set[DeliveryKey]:
        return {row.key for row, _, _ in await self._store.deliveries(trade)}

    async def _wanted(self, change: Change, verdict: Verdict) -> list[Wanted]:
        shown = await self._shown(change.trade.id) if change.expected_version else set()
        return gate.wanted(change.trade, verdict, self._destinations, shown)

    async def _action(self, change: Change, verdict: Verdict, wanted: Sequence[Wanted]) -> str:
        shown = await self._shown(change.trade.id) if change.expected_version else set()
        if any(key not in shown for key, _, _ in wanted):
            return "post" if not verdict.is_void else "edit"
        if wanted:
            return "edit" if change.visible else "ignore"
        if change.reason is ChangeReason.REPEAT and verdict.posts:
            return "ignore"
        return "hold"

    def _announce(self, decisions: Sequence[Decision], wanted: Sequence[Wanted]) -> None:
        for decision in decisions:
            if decision.change is not None:
                trade = decision.change.trade
                reason = decision.change.reason.value
                extra = {"trade": trade.id, "version": trade.version, "reason": reason}
                log.info("trade decided", extra={**extra, "action": decision.action})
        if wanted:
            self._on_wanted()


def _read(report: Report) -> tuple[Deal, ...]:
    """The report's deals; a text that breaks the grammar must not stop the feed."""
    try:
        return extract.deals(report)
    except Exception:
        log.exception("report could not be read", extra={"feed": report.feed, "report": report.id})
        return ()

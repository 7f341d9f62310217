"""One report -> deals -> changes -> stored, with the deliveries they want: decided purely, applied once."""

import asyncio
import logging
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot import extract, gate, merge
from bot.engine.judge import Judge, Wanted
from bot.errors import ConflictError
from bot.extract import people
from bot.model import (
    Change,
    ChangeReason,
    Check,
    Condition,
    Deal,
    Decided,
    DeliveryKey,
    Destination,
    Report,
    Started,
    Status,
    Trade,
    TradeId,
    Verdict,
)
from bot.ports import Register, Store

log = logging.getLogger(__name__)

MOST_TRIES = 5  # of a decision that another writer overtook


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What one deal came to.

    Attributes:
        deal: as it was read.
        action: "post", "edit", "hold" or "ignore".
        change: None when the deal says nothing worth keeping.
        joins: the trade that an earlier deal of the same report tells of as well, and changes.
        waits: nothing but a brake holds the new card.
        unasked: why it is held, though the trade itself passes.
    """

    deal: Deal
    action: str
    change: Change | None = None
    verdict: Verdict | None = None
    joins: TradeId | None = None
    waits: bool = False
    unasked: Check | None = None

    @property
    def trade(self) -> TradeId | None:
        """The trade that the deal tells of."""
        return self.joins if self.change is None else self.change.trade.id

    @property
    def reason(self) -> str:
        """What changed, or why nothing did."""
        if self.change is not None:
            return self.change.reason.value
        return (
            "told by an earlier deal of the report"
            if self.joins
            else "nothing to keep of this deal"
        )

    @property
    def checks(self) -> tuple[Check, ...]:
        """Everything that was looked at, in order."""
        if self.change is None or self.verdict is None:
            return ()
        text = self.change.reason.value
        change = Check(check=Condition.CHANGE, passed=self.change.visible, text=text)
        return (change, *self.verdict.checks, *((self.unasked,) if self.unasked else ()))


Told = tuple[Deal, Deal]  # as it was read, and with its players as the register has them


@dataclass(frozen=True, slots=True)
class Draft:
    """A change that is not decided on yet, and the stored trades that it was made beside."""

    change: Change
    known: tuple[Trade, ...]


class Ingest:
    """Turns reports into stored trades and deliveries wanted."""

    def __init__(
        self,
        store: Store,
        destinations: Collection[Destination],
        on_wanted: Callable[[], None] = lambda: None,
        register: Register | None = None,
        *,
        most_per_hour: int = gate.MOST_PER_HOUR,
        voices: people.Voices = people.KNOWN,
    ) -> None:
        """Take in reports.

        Args:
            store: keeps what is decided.
            destinations: that want cards.
            on_wanted: called when a delivery is wanted.
            register: who the players are; None: nobody is looked up.
            most_per_hour: so many trades may get a first card within an hour.
            voices: the reporters and outlets that count.
        """
        self.judge = Judge(store, destinations, register, most_per_hour)
        self._store, self._on_wanted, self._voices = store, on_wanted, voices
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
        deals = self._read(report)
        if not deals:
            return ()
        told = [(deal, await self.judge.resolved(deal, report.day)) for deal in deals]
        async with self._one_by_one:
            return await self._apply(report, told, now, baseline=baseline)

    def _read(self, report: Report) -> tuple[Deal, ...]:
        """The report's deals; a text that breaks the grammar must not stop the feed."""
        try:
            return extract.deals(report, self._voices)
        except Exception:
            extra = {"feed": report.feed, "report": report.id}
            log.exception("report could not be read", extra=extra)
            return ()

    async def _apply(
        self, report: Report, told: Sequence[Told], now: datetime, *, baseline: bool
    ) -> tuple[Decision, ...]:
        for _ in range(MOST_TRIES):
            decisions, wanted = await self._decide(report, told, now, baseline=baseline)
            changes = [d.change for d in decisions if d.change is not None]
            decided = [_decided(place, one, now) for place, one in enumerate(decisions)]
            try:
                deals = [deal for deal, _ in told]
                await self._store.apply(report, deals, changes, wanted, now, decided=decided)
            except ConflictError:
                continue
            self._announce(decisions, wanted)
            return tuple(decisions)
        raise ConflictError(f"report {report.id}: its trade kept changing; it is read again later")

    async def _decide(
        self, report: Report, told: Sequence[Told], now: datetime, *, baseline: bool
    ) -> tuple[list[Decision], list[Wanted]]:
        """One decision a deal; of several deals about one trade the first one carries the change."""
        drafts: dict[TradeId, Draft] = {}
        places: list[tuple[Deal, TradeId | None]] = []
        for deal, resolved in told:
            draft = await self._draft(report, resolved, drafts, now, baseline=baseline)
            places.append((deal, None if draft is None else draft.change.trade.id))
            if draft is not None:
                drafts[draft.change.trade.id] = draft
        decisions: list[Decision] = []
        wanted: list[Wanted] = []
        for deal, trade in places:
            draft = drafts.pop(trade, None) if trade is not None else None
            if draft is None:
                decisions.append(Decision(deal=deal, action="ignore", joins=trade))
                continue
            begun = None if baseline else _begun(decisions)
            decision, asked = await self._decision(deal, draft, now, begun, baseline=baseline)
            decisions.append(decision)
            wanted += asked
        return decisions, wanted

    async def _draft(
        self,
        report: Report,
        deal: Deal,
        ahead: Mapping[TradeId, Draft],
        now: datetime,
        *,
        baseline: bool,
    ) -> Draft | None:
        """What the deal changes, on top of what the report's earlier deals do."""
        known = {trade.id: trade for trade in await self._store.candidates(deal)}
        known |= {trade: draft.change.trade for trade, draft in ahead.items()}
        change = merge.decide(report, deal, [*known.values()], now, baseline=baseline, told=ahead)
        if change is None:
            return None
        change = _seen(change, known.get(change.trade.id))
        earlier = ahead.get(change.trade.id)
        if earlier is not None:
            change = merge.both(earlier.change, change)
        return Draft(change, tuple(known.values()))

    async def _decision(
        self, deal: Deal, draft: Draft, now: datetime, begun: Started | None, *, baseline: bool
    ) -> tuple[Decision, list[Wanted]]:
        change = draft.change
        rows = await self._store.deliveries(change.trade.id) if change.expected_version else ()
        shown = {row.key for row, _, _ in rows}
        verdict, wanted = await self.judge.judge(change.trade, draft.known, shown, now, begun)
        if baseline:  # a first poll keeps a shown card true, and starts none
            channels = {key.destination for key in shown}
            wanted = [want for want in wanted if want[0].destination in channels]
        action = _action(change, verdict, wanted, shown)
        decision = Decision(
            deal=deal,
            action=action,
            change=change,
            verdict=verdict,
            waits=not baseline and self.judge.holds_back(change.trade, verdict, shown),
            unasked=_unasked(verdict, baseline=baseline) if action == "hold" else None,
        )
        return decision, wanted

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


def _unasked(verdict: Verdict, *, baseline: bool) -> Check | None:
    """Why a trade that passes every check is held all the same."""
    if not verdict.posts:
        return None
    if verdict.is_void:
        text = "the trade is off, and no destination shows a card of it"
    elif baseline:
        text = "told by a feed's first poll, which starts no card"
    else:
        text = f"no destination asked for {verdict.card} cards of these clubs"
    return Check(check=Condition.DESTINATION, passed=False, text=text)


def _begun(decisions: Sequence[Decision]) -> Started:
    """The new cards of a report so far."""
    posts = [d for d in decisions if d.action == "post" and d.change and d.verdict]
    talk = [d for d in posts if d.verdict and d.verdict.card is Status.RUMOUR]
    return Started(cards=len(posts), rumours=len(talk))


def _decided(place: int, decision: Decision, now: datetime) -> Decided:
    return Decided(
        deal=place,
        trade=decision.trade,
        action=decision.action,
        card=decision.verdict.card if decision.verdict else None,
        reason=decision.reason,
        checks=decision.checks,
        at=now,
        waits=decision.waits,
    )

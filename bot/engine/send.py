"""One row: send it, and record what came of it.

Whatever goes wrong with a row is recorded on that row. Only a failure to record is raised.
"""

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from math import inf
from typing import assert_never

from bot.engine.gather import Gatherer
from bot.engine.outcome import Bury, Pause, Retry, StopLane, after_failure, next_edit, too_late
from bot.engine.pacer import Pacer
from bot.engine.write import Writer
from bot.errors import DeliveryError, HistoryRefusedError, StoreError
from bot.model import (
    Card,
    CardKind,
    Delivery,
    DeliveryDoubt,
    Destination,
    DestinationId,
    MessageRef,
    Trade,
)
from bot.ports import Clock, DeliveryQueue, Errands, Notifier, Reasons, Store

log = logging.getLogger(__name__)

IN_DOUBT = (
    "not found after a backup was restored, perhaps posted before: look at the channel,"
    " then gridwire outbox retry or drop"
)
PING_WITHIN = timedelta(
    minutes=10
)  # what waited longer, for quiet hours or an outage, calls nobody


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """What a lane works with."""

    queue: DeliveryQueue
    store: Store
    notifier: Notifier
    destinations: Mapping[DestinationId, Destination]
    clock: Clock
    zone: tzinfo
    reasons: Reasons | None = None
    errands: Errands | None = None
    on_result: Callable[[Delivery, str], None] = lambda _row, _result: None


class Sender:
    """Sends the rows that its lane claims.

    Attributes:
        epoch: the lane's; it changes only while nothing is in flight.
        refused: the platform refuses the token.
        blind: it has refused to show its history, whatever it told before.
    """

    def __init__(self, desk: Desk, pacer: Pacer) -> None:
        self.epoch = 0
        self.refused = self.blind = False
        self._desk, self._pacer = desk, pacer
        self._writer = Writer(desk.zone, desk.reasons, desk.store)
        self._gatherer = Gatherer(desk.queue, desk.store, desk.notifier, desk.clock)

    async def deliver(self, row: Delivery) -> None:
        """Send a claimed row and record the outcome.

        Raises:
            StoreError: the outcome could not be recorded, so that the row is left in our name.
        """
        try:
            await self._send(row)
        except StoreError:
            raise
        except DeliveryError as error:
            await self._failed(row, error)
        except Exception as error:  # a fault that one card provokes is that card's failure
            log.exception("delivery failed unexpectedly", extra={"delivery": str(row.key)})
            await self._failed(row, error)

    async def put_back(self, row: Delivery) -> None:
        """Leave a claimed row as it was.

        Raises:
            StoreError: that could not be recorded.
        """
        nothing_stored = row.unknown_since is None
        action = Retry(due=self._desk.clock.now(), nothing_stored=nothing_stored)
        await self._retry(row, action, None)

    async def _send(self, row: Delivery) -> None:
        """Edit what is posted; post what is not; look first where an earlier post may have landed."""
        trade = await self._desk.store.trade(row.key.trade)
        if trade is None:
            await self._bury(row, Bury(reason="the trade is no longer known"))
        elif (reason := await self._too_late(row, trade)) is not None:
            log.warning("card not started", extra={"delivery": str(row.key), "reason": reason})
            await self._bury(row, Bury(reason=reason))
        elif (to := self._desk.destinations.get(row.key.destination)) is None:
            await self._bury(row, Bury(reason="the channel's alerts were removed"))
        elif row.is_first_try and row.key.kind is CardKind.CARD and to.paused:
            await self._bury(row, Bury(reason="paused by a manager before it was shown"))
        elif row.ref is None and await self._must_look(row, to):
            await self._look_back(row, to)
        elif row.is_first_try and (until := _quiet(to, self._desk.clock.now())) is not None:
            await self._retry(row, Retry(due=until, nothing_stored=True), None)
        else:
            together = await self._gatherer.together(row, trade, to, self.epoch)
            await self._show(row, to, await self._card(row, trade, to, together), together)

    async def _card(
        self, row: Delivery, trade: Trade, to: Destination, together: Sequence[Trade]
    ) -> Card:
        if together:
            return self._writer.digest(together)
        return await self._writer.card(trade, row.key.kind, row.shown if to.manner.thread else 0)

    async def _show(
        self, row: Delivery, to: Destination, card: Card, together: Sequence[Trade]
    ) -> None:
        """Args: together: all that the message shows, where it is more than the row's own trade."""
        if row.ref is None:
            await self._post(row, self._late(row, to, together), card, together)
        else:
            await self._edit(row, row.ref, to, card, together)

    def _late(self, row: Delivery, to: Destination, together: Sequence[Trade]) -> Destination:
        """The destination without its pings, where the card waited too long to call anybody."""
        if self._desk.clock.now() - row.created_at <= PING_WITHIN and not together:
            return to
        return replace(to, manner=replace(to.manner, pings=()))

    async def _edit(
        self,
        row: Delivery,
        ref: MessageRef,
        to: Destination,
        card: Card,
        together: Sequence[Trade],
    ) -> None:
        carrier = replace(row.key, trade=card.trade)
        await self._desk.notifier.edit(to, ref, card, carrier)
        settle_s = self._desk.notifier.settle_s
        if row.unknown_since is None or settle_s <= 0:
            await self._shown(row, to, ref, card, together)
        else:  # an edit of an earlier try may still land over this one: edit again when it no longer can
            await self._adopt(row, ref, self._desk.clock.now() + timedelta(seconds=settle_s))

    async def _post(
        self, row: Delivery, to: Destination, card: Card, together: Sequence[Trade]
    ) -> None:
        under = await self._card_here(row) if row.key.kind is CardKind.VOID else None
        ref = await self._desk.notifier.post(to, card, row.key, under)
        if row.unknown_since is None:
            await self._shown(row, to, ref, card, together)
        else:  # the platform may have returned the message of an earlier try
            await self._adopt(row, ref, self._desk.clock.now())

    async def _too_late(self, row: Delivery, trade: Trade) -> str | None:
        stands = row.key.kind is CardKind.CARD or await self._card_here(row) is not None
        return too_late(row, trade, card_stands=stands, now=self._desk.clock.now())

    async def _card_here(self, row: Delivery) -> MessageRef | None:
        """The destination's card that this row speaks of, if it has one."""
        rows = [known for known, _, _ in await self._desk.store.deliveries(row.key.trade)]
        here = [known for known in rows if known.key.destination == row.key.destination]
        return next((known.ref for known in here if known.key.kind is CardKind.CARD), None)

    async def _must_look(self, row: Delivery, to: Destination) -> bool:
        if row.unknown_since is None:
            return False
        safe_s = await self._desk.notifier.repeat_safe_s(to)
        if row.doubt is not None and safe_s < inf:
            return True
        safe = timedelta(seconds=min(safe_s, 1e9))
        return self._desk.clock.now() - row.unknown_since >= safe

    async def _look_back(self, row: Delivery, to: Destination) -> None:
        """Find the message of the earlier try; only when it surely is not there may a post follow."""
        assert row.unknown_since is not None  # noqa: S101 - what _must_look established
        settled = row.unknown_since + timedelta(seconds=self._desk.notifier.settle_s)
        if self._desk.clock.now() < settled:
            await self._retry(row, Retry(due=settled, nothing_stored=False), None)
            return
        try:
            ref = await self._desk.notifier.look_back(to, row.key)
        except HistoryRefusedError as error:
            self.blind = True
            await self._not_found(row, error)
        else:
            if ref is None:
                await self._not_found(row, None)
            else:
                await self._adopt(row, ref, self._desk.clock.now())

    async def _not_found(self, row: Delivery, refusal: HistoryRefusedError | None) -> None:
        """Post it, unless a backup was restored and it may stand all the same."""
        extra = {"delivery": str(row.key), "reason": str(refusal)}
        if row.doubt is DeliveryDoubt.HOLD or (row.doubt and refusal):
            log.warning("left to a person: it may have been posted after the backup", extra=extra)
            await self._bury(row, Bury(reason=IN_DOUBT))
            return
        if refusal is not None:
            log.warning("posting again without look-back: the message may show twice", extra=extra)
        await self._retry(row, Retry(due=self._desk.clock.now(), nothing_stored=True), None)

    # --- what came of it ---

    async def _failed(self, row: Delivery, error: Exception) -> None:
        reason = str(error) if isinstance(error, DeliveryError) else repr(error)
        extra = {"delivery": str(row.key), "attempt": row.attempts, "reason": reason}
        match after_failure(error, row, self._desk.clock.now()):
            case Retry() as action:
                first = row.failing_since is None  # an outage of days is told once a delivery
                log.log(
                    logging.WARNING if first else logging.DEBUG,
                    "delivery will be retried",
                    extra=extra,
                )
                self._pacer.pause(action.pause_lane_s)
                await self._retry(row, action, reason)
            case Pause(until=until):
                log.error("destination paused", extra=extra)
                await self._pause(row, until, reason)
            case Bury() as action:
                log.error("delivery given up", extra=extra)
                await self._bury(row, action)
            case StopLane():
                log.error("lane stopped: the platform refuses the token", extra=extra)
                await self._refuse(row)
            case action:
                assert_never(action)

    async def _refuse(self, row: Delivery) -> None:
        """Keep the row as it was: the refusal is the token's, and no failure of this row."""
        self.refused = True
        await self.put_back(row)

    async def _shown(
        self, row: Delivery, to: Destination, ref: MessageRef, card: Card, together: Sequence[Trade]
    ) -> None:
        result = "posted" if row.ref is None else "edited"
        edit_from = next_edit(row, self._desk.clock.now())
        others = [(trade.id, trade.version) for trade in together if trade.id != row.key.trade]
        owes = self._desk.notifier.owes(to, ref, card)
        kept = await self._desk.queue.ack(
            row.key, self.epoch, row.version, ref, edit_from, others=others, owes=owes
        )
        _note(row, kept=kept)
        log.info(
            "card shown", extra={"delivery": str(row.key), "version": row.version, "by": result}
        )
        self._desk.on_result(row, result)

    async def _adopt(self, row: Delivery, ref: MessageRef, due: datetime) -> None:
        _note(row, kept=await self._desk.queue.adopt(row.key, self.epoch, ref, due))
        log.info("card found; an edit follows", extra={"delivery": str(row.key)})

    async def _retry(self, row: Delivery, action: Retry, error: str | None) -> None:
        kept = await self._desk.queue.retry(
            row.key,
            self.epoch,
            action.due,
            error,
            nothing_stored=action.nothing_stored,
            lane_rests=action.pause_lane_s > 0,
        )
        _note(row, kept=kept)

    async def _pause(self, row: Delivery, until: datetime, error: str) -> None:
        nothing_stored = row.unknown_since is None
        first = not await self._desk.queue.is_refused(row.key.destination)
        kept = await self._desk.queue.pause(
            row.key, self.epoch, until, error, nothing_stored=nothing_stored
        )
        _note(row, kept=kept)
        to = self._desk.destinations.get(row.key.destination)
        if first and kept and to is not None:
            await self._desk.notifier.warn(to, error)

    async def _bury(self, row: Delivery, action: Bury) -> None:
        kept = await self._desk.queue.bury(row.key, self.epoch, action.reason, gone=action.gone)
        _note(row, kept=kept)


def _quiet(to: Destination, now: datetime) -> datetime | None:
    """When the channel's quiet hours end, if they hold now."""
    return to.quiet.until(now) if to.quiet else None


def _note(row: Delivery, *, kept: bool) -> None:
    if not kept:
        log.warning("another holder took this lane", extra={"delivery": str(row.key)})

"""What follows a card that stands: a thread, its publishing. Done one after the other, beside the lane's pace.

What a card owes is stored with its acknowledgement, so a kill in between loses nothing of it. That a try begins is
stored before it, with when the next one may: a platform that would show it twice makes sure first, once what was under
way can no longer land. If it cannot be done, the card stands all the same.
"""

import asyncio
import logging
from contextlib import suppress
from datetime import timedelta

from bot.engine.outcome import backoff
from bot.engine.pacer import Pacer
from bot.engine.send import Desk
from bot.errors import (
    DeliveryError,
    StoreError,
    TemporaryDeliveryError,
    TokenRefusedError,
    UncertainDeliveryError,
)
from bot.model import Errand, LaneId
from bot.ports import Errands

log = logging.getLogger(__name__)

SWEEP_S = 30.0  # what failed for now need not be tried to the second
GIVE_UP = timedelta(days=1)
_FOR_NOW = (TemporaryDeliveryError, UncertainDeliveryError, TokenRefusedError)


class Follower:
    """Does what a lane's cards owe.

    Args:
        pacer: the lane's; its pauses hold here too.
    """

    def __init__(self, lane: LaneId, desk: Desk, errands: Errands, pacer: Pacer) -> None:
        self._lane, self._desk, self._errands, self._pacer = lane, desk, errands, pacer
        self._wake = asyncio.Event()

    def wake(self) -> None:
        """Something new may be owed."""
        self._wake.set()

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            self._wake.clear()
            try:
                worked = await self._do_one()
            except StoreError:  # the lane tells of it
                worked = False
            if not worked:
                with suppress(TimeoutError):
                    async with asyncio.timeout(SWEEP_S):  # wait_for may swallow a cancellation
                        await self._wake.wait()

    async def _do_one(self) -> bool:
        """Do what is owed longest; False when there is nothing to do now."""
        if self._pacer.rests_s() > 0:
            return False
        errand = await self._errands.owed(self._lane, self._desk.clock.now())
        if errand is not None:
            await self._do(errand)
        return errand is not None

    async def _do(self, errand: Errand) -> None:
        to = self._desk.destinations.get(errand.key.destination)
        if to is None:
            await self._errands.drop(errand)
            return
        await self._errands.begin(errand, self._desk.clock.now() + self._lease)
        try:
            await self._desk.notifier.run_errand(errand, to)
        except _FOR_NOW as error:
            await self._failed_for_now(errand, error)
        except DeliveryError as error:
            await self._drop(errand, error)
        except Exception:  # the card stands, whatever became of its thread
            log.exception("errand failed unexpectedly", extra={"errand": errand.what})
            await self._errands.drop(errand)
        else:
            await self._errands.done(errand, self._desk.clock.now())

    @property
    def _lease(self) -> timedelta:
        return timedelta(seconds=self._desk.notifier.errand_s)

    async def _failed_for_now(self, errand: Errand, error: Exception) -> None:
        now, wait = self._desk.clock.now(), backoff(errand.tries + 1)
        if now - errand.since > GIVE_UP:
            await self._drop(errand, error)
            return
        if isinstance(error, UncertainDeliveryError):
            wait = max(wait, self._lease)
        if isinstance(error, TemporaryDeliveryError):
            wait = error.retry_after or wait
            self._pacer.pause(wait.total_seconds() if error.lane_wide else 0.0)
        log.warning("card stands, errand waits", extra=_about(errand, error))
        await self._errands.later(errand, now + wait)

    async def _drop(self, errand: Errand, error: Exception) -> None:
        log.warning("card stands, errand failed", extra=_about(errand, error))
        await self._errands.drop(errand)


def _about(errand: Errand, error: Exception) -> dict[str, str]:
    return {"errand": errand.what, "delivery": str(errand.key), "problem": str(error)}

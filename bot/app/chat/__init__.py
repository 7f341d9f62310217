"""What chat adapters may ask for, answered from the store, the statistics and the destinations in memory."""

from collections.abc import Callable, MutableMapping
from dataclasses import dataclass
from datetime import tzinfo
from functools import partial

from bot.app.chat.alerts import ChatAlerts
from bot.app.chat.questions import ChatQuestions
from bot.app.chat.trades import ChatTrades
from bot.app.state import State
from bot.app.statsdesk import StatsDesk
from bot.engine.judge import Judge
from bot.model import Destination, DestinationId, LaneId
from bot.ports import Backend, Clock

__all__ = ["Backends", "ChatAlerts", "ChatQuestions", "ChatTrades"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Backends:
    """What each platform's adapter may ask for.

    Attributes:
        lane_of: the lane of a platform's server.
        places: every destination in force, which alerts made by chat change.
    """

    state: State
    judge: Judge
    places: MutableMapping[DestinationId, Destination]
    clock: Clock
    zone: tzinfo
    desk: StatsDesk
    lane_of: Callable[[str, str], LaneId]

    def __call__(self, platform: str) -> Backend:
        """That of one platform."""
        alerts = ChatAlerts(
            platform=platform,
            lane_of=partial(self.lane_of, platform),
            kept=self.state.subscriptions,
            store=self.state.store,
            judge=self.judge,
            places=self.places,
            clock=self.clock,
        )
        trades = ChatTrades(self.state.store, self.zone, self.desk)
        return Backend(trades=trades, questions=ChatQuestions(self.desk), alerts=alerts)

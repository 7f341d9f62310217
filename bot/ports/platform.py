"""The chat platforms, as the engine sees them, and what they may ask of it."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from bot.model import (
    Card,
    DeliveryKey,
    Destination,
    DestinationId,
    Errand,
    Insight,
    MessageRef,
    Trade,
    TradeId,
)


class Notifier(Protocol):
    """One chat platform, as the delivery lane sees it.

    Every method raises only errors of the DeliveryError family.
    """

    @property
    def settle_s(self) -> float:
        """After how many seconds a request whose outcome is unknown can no longer be stored."""
        ...

    @property
    def errand_s(self) -> float:
        """After how many seconds a try of an errand that was cut off may be repeated; 0: at any time."""
        ...

    def rest_s(self, destination: DestinationId) -> float:
        """For how many seconds from now the destination should be left alone, by the calls made so far.

        A call that comes sooner is made when they are over.
        """
        ...

    async def post(
        self, to: Destination, card: Card, key: DeliveryKey, under: MessageRef | None = None
    ) -> MessageRef:
        """Post a card under this key.

        Args:
            under: the message of the card that a notice is about, where it is known.
        """
        ...

    async def edit(self, to: Destination, ref: MessageRef, card: Card, key: DeliveryKey) -> None:
        """Make the message show this card; repeating it changes nothing."""
        ...

    async def gathers(self, to: Destination) -> bool:
        """Whether cards that waited for quiet hours come there as one message, a digest."""
        ...

    def owes(self, to: Destination, ref: MessageRef, card: Card) -> Mapping[str, str]:
        """What follows this card once it stands, by name, each with the text that it needs."""
        ...

    async def run_errand(self, errand: Errand, to: Destination) -> None:
        """Do what a card owes; one that was begun before may be done already, and is not done twice."""
        ...

    async def repeat_safe_s(self, to: Destination) -> float:
        """For how many seconds after an unknown outcome a repeated post cannot show twice; 0: never."""
        ...

    async def shows_history(self, to: Destination) -> bool:
        """Whether `look_back` may be asked there, as far as the platform told.

        Where it may not, whatever a crash leaves in flight may show twice: one message is sent at a time.
        """
        ...

    async def look_back(self, to: Destination, key: DeliveryKey) -> MessageRef | None:
        """Find our message with this key among the channel's latest.

        Raises:
            HistoryRefusedError: the channel's history may not be read.
        """
        ...

    async def warn(self, to: Destination, problem: str) -> None:
        """Tell who manages the destination, by another path, that the platform refuses it.

        Nobody is told where there is no such path; that is logged and never an error.
        """
        ...


class Platform(Protocol):
    """A chat platform's connection: its notifier, and what keeps it alive."""

    @property
    def name(self) -> str:
        """The platform's name in the configuration: discord, slack, console."""
        ...

    @property
    def notifier(self) -> Notifier:
        """Usable after `connect`."""
        ...

    @property
    def hears(self) -> bool | None:
        """Whether commands and buttons reach us now; None where that is not known."""
        ...

    async def connect(self) -> None:
        """Authorise. May be called again after a failure.

        Raises:
            TemporaryDeliveryError: not reachable now.
            TokenRefusedError: the token is not accepted.
        """
        ...

    async def listen(self) -> None:
        """Answer the platform's events until cancelled; posting does not depend on it."""
        ...

    async def close(self) -> None:
        """Give everything back."""
        ...


class Stories(Protocol):
    """What an adapter may ask when a reader presses a card's button."""

    async def story(self, trade: TradeId) -> Card | None:
        """The card of a trade as it stands now; None for an unknown one."""
        ...


class Reasons(Protocol):
    """Why a trade makes sense, from the statistics."""

    async def reasons(self, trade: Trade) -> Sequence[Insight]:
        """Every reason known for this trade, in card order; none where the statistics cannot be read.

        A trade's reasons are as of its day: they do not change while its story goes on, unless more of
        that day's statistics were loaded since. Never raises what an operator can mend: it is logged.
        """
        ...

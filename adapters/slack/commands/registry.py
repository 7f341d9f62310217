"""All that is offered, each with the right that it needs: nothing is heard that does not stand here."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from adapters.slack.commands.asker import Asker
from adapters.slack.commands.rights import Right

FOR = "#"  # in an action's id: what stands behind it makes the id unique, and means nothing

Act = Callable[[Asker, str], Awaitable[None]]  # who asks, and what was typed behind the command


class Kind(StrEnum):
    """What Slack calls it."""

    COMMAND = "command"
    ACTION = "action"
    VIEW = "view"
    SHORTCUT = "shortcut"
    OPTIONS = "options"
    EVENT = "event"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One thing that may be used.

    Attributes:
        name: of a command "nfl player", of the others Slack's id of it.
        usage: what may be typed behind a command.
        summary: what it does, in a line.
        refusal: said instead of the right's own words to who may not.
    """

    kind: Kind
    name: str
    right: Right
    act: Act
    usage: str = ""
    summary: str = ""
    refusal: str = ""


class Registry:
    """Every offer by its kind and name."""

    def __init__(self) -> None:
        self._offers: dict[tuple[Kind, str], Offer] = {}

    def add(self, *offers: Offer) -> None:
        """Offer these.

        Raises:
            ValueError: something is called so already, or states no right.
        """
        for offer in offers:
            if not isinstance(offer.right, Right):
                raise ValueError(f"{offer.kind} {offer.name} states no right")  # noqa: TRY004 - of a program, not of a value
            if (offer.kind, offer.name) in self._offers:
                raise ValueError(f"{offer.kind} {offer.name} is offered twice")
            self._offers[offer.kind, offer.name] = offer

    def __iter__(self) -> Iterator[Offer]:
        return iter(self._offers.values())

    def find(self, kind: Kind, name: str) -> Offer | None:
        """That offer, if there is one."""
        return self._offers.get((kind, name.partition(FOR)[0]))

    def commands(self, root: str) -> list[Offer]:
        """Those of `/nfl` or `/alerts`, in the order in which they were offered."""
        return [
            each for each in self if each.kind is Kind.COMMAND and each.name.startswith(f"{root} ")
        ]

    def right_of(self, command: str) -> Right:
        """The right of a command; what nobody knows needs the highest."""
        found = self.find(Kind.COMMAND, command)
        return Right.ADMINISTRATOR if found is None else found.right

"""The terminal as a platform: cards as panels, for the dry run and the demo.

Texts reach rich only as `Text`, so that "[bold]" in a name stays "[bold]".
"""

import asyncio
import math
from collections.abc import Iterable, Mapping
from typing import NoReturn

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from bot.errors import DestinationRefusedError, PermanentDeliveryError
from bot.model import (
    Card,
    DeliveryKey,
    Destination,
    DestinationId,
    Errand,
    MessageRef,
    Side,
    Status,
)

# Middle tones, that can be read on black and on white.
_COLOURS = {
    Status.RUMOUR: "#9a6700",
    Status.REPORTED: "#0969da",
    Status.OFFICIAL: "#1a7f37",
    Status.VOIDED: "#cf222e",
}
_WIDTH = 80


class ConsolePlatform:
    """A platform that needs no connection and is its own notifier."""

    name = "console"
    settle_s = 0.0
    errand_s = 0.0

    def __init__(self, console: Console | None = None) -> None:
        self._console = console or _Terminal(highlight=False)

    @property
    def notifier(self) -> "ConsolePlatform":
        """Itself."""
        return self

    @property
    def hears(self) -> None:
        """A terminal sends no events."""
        return

    async def connect(self) -> None:
        """There is nothing to authorise."""

    async def listen(self) -> None:
        """Wait until cancelled: a terminal sends no events."""
        await asyncio.Event().wait()

    async def close(self) -> None:
        """There is nothing to give back."""

    def rest_s(self, destination: DestinationId) -> float:
        """A terminal needs none."""
        del destination
        return 0.0

    async def post(
        self, to: Destination, card: Card, key: DeliveryKey, under: MessageRef | None = None
    ) -> MessageRef:
        """Print the card.

        Raises:
            DestinationRefusedError: nobody reads the terminal any more.
            PermanentDeliveryError: the terminal's encoding has no such characters.
        """
        del to, under  # there is one terminal
        self._print(panel(card))
        return MessageRef(str(key))

    async def edit(self, to: Destination, ref: MessageRef, card: Card, key: DeliveryKey) -> None:
        """Print the card again as an update; raises as `post` does."""
        del to, ref, key
        self._print(panel(card, updated=True))

    async def gathers(self, to: Destination) -> bool:
        """A digest is a card as any other."""
        del to
        return True

    def owes(self, to: Destination, ref: MessageRef, card: Card) -> Mapping[str, str]:
        """A card brings nothing along."""
        del to, ref, card
        return {}

    async def run_errand(self, errand: Errand, to: Destination) -> None:
        """There is none."""

    async def shows_history(self, to: Destination) -> bool:
        """Printing a card twice harms nobody."""
        del to
        return True

    async def repeat_safe_s(self, to: Destination) -> float:
        """Printing a card twice harms nobody."""
        del to
        return math.inf

    async def warn(self, to: Destination, problem: str) -> None:
        """Whoever reads the terminal reads the log."""

    async def look_back(self, to: Destination, key: DeliveryKey) -> MessageRef | None:
        """What was printed cannot be read back."""
        del to, key
        return None

    def _print(self, what: RenderableType) -> None:
        try:
            self._console.print(what)
        except UnicodeEncodeError as error:
            raise PermanentDeliveryError(
                f"The terminal cannot print {error.object[error.start]!r} in {error.encoding}: "
                "set PYTHONIOENCODING=utf-8."
            ) from error
        except OSError as error:
            raise DestinationRefusedError(
                f"The terminal cannot be written to ({error.strerror}): "
                "start again with its output open."
            ) from error


class _Terminal(Console):
    """A console whose reader may leave without ending the process, as rich would."""

    def on_broken_pipe(self) -> NoReturn:
        """Let the notifier translate it."""
        raise  # noqa: PLE0704 - rich calls this while it handles the BrokenPipeError


def panel(card: Card, *, updated: bool = False) -> RenderableType:
    """The card as a panel of at most 80 columns."""
    colour = _COLOURS[card.status]
    label = Text.assemble((f" {card.status.upper()} ", f"bold #ffffff on {colour}"), " Trade")
    edition = f"updated · version {card.version} · " if updated else ""
    body = _body(card)
    return Panel(
        Group(*(Padding(part, (0, 0, 1, 0)) for part in body[:-1]), *body[-1:]),
        title=label,
        title_align="left",
        subtitle=Text(f"{edition}{card.day:%a} {card.day.day} {card.day:%b %Y}"),
        subtitle_align="right",
        border_style=colour,
        box=box.ROUNDED,
        padding=(1, 2),
        width=_WIDTH,
    )


def _body(card: Card) -> list[RenderableType]:
    return [
        _text(card.headline, "bold"),
        *([_sides(card.sides)] if card.sides else []),
        *(_item(item) for item in card.items),
        *(_group(heading, lines) for heading, lines in card.reasons),
        *([_lines(card.notes, "italic")] if card.notes else []),
        *([_lines(card.timeline, "dim")] if card.timeline else []),
        *([_text(card.credit, "dim italic")] if card.credit else []),
    ]


def _item(item: Card) -> RenderableType:
    """A trade of a digest."""
    title = _text(f"{item.status.upper()} · {item.headline}", "bold")
    return Group(title, _sides(item.sides) if item.sides else _lines(item.notes))


def _sides(sides: Iterable[Side]) -> Table:
    table = Table.grid(padding=(0, 3, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column()
    for side in sides:
        table.add_row(_text(f"{side.name} get", "dim"), _lines(side.gets))
    return table


def _group(heading: str, lines: Iterable[str]) -> RenderableType:
    return Group(_text(heading, "bold"), _lines(lines))


def _lines(lines: Iterable[str], style: str = "") -> RenderableType:
    return Group(*(_text(line, style) for line in lines))


def _text(text: str, style: str = "") -> Text:
    """Feed text, made harmless: no control, bidi or zero-width characters, no markup."""
    shown = "".join(char if char.isprintable() else " " * char.isspace() for char in text)
    return Text(shown, style)

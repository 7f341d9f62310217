"""Answers in pages, turned by buttons that remember everything themselves: a restart forgets no page.

A button's value has room for the whole question: 2000 characters
(https://docs.slack.dev/reference/block-kit/block-elements/button-element).
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from adapters.slack import blocks
from adapters.slack.blocks import Block

Arg = str | int | bool | None

TURN, ASK, SHARE = "turn", "ask", "share"
ASKS_MAX = 10  # ours: two rows
ROW_MAX = 5
PAGE_MAX = 9999


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One page of one answer.

    Attributes:
        command: its whole name.
        page: from 0.
    """

    command: str
    args: tuple[Arg, ...] = ()
    page: int = 0

    def __str__(self) -> str:
        """What a button carries; arguments left out at the end need no room."""
        args = list(self.args)
        while args and args[-1] is None:
            args.pop()
        told = [self.command, self.page, *args]
        return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What one message shows.

    Attributes:
        text: one line for notifications and screen readers; inert.
        asks: further questions as buttons, each with its label.
        private: it is of no use to others, and cannot be shared.
    """

    text: str
    blocks: tuple[Block, ...]
    asks: tuple[tuple[str, Place], ...] = ()
    private: bool = False


Sheet = Sequence[Page]


def note(words: str, *more: Block) -> list[Page]:
    """A short answer of one page, for the one who asked; the words are inert."""
    return [Page(text=words, blocks=(blocks.section([words]), *more), private=True)]


def buttons(sheet: Sheet, place: Place, *, share: bool) -> Iterator[Block]:
    """The rows below a page: further questions, then back, on and share."""
    page = sheet[place.page]
    asks = [(label, to) for label, to in page.asks if len(str(to)) <= blocks.MAX_VALUE][:ASKS_MAX]
    made = [blocks.button(label, f"{ASK}:{n}", str(to)) for n, (label, to) in enumerate(asks)]
    for start in range(0, len(made), ROW_MAX):
        yield blocks.actions(made[start : start + ROW_MAX])
    below = [*_turners(place, len(sheet)), *_sharer(place, share=share and not page.private)]
    if below:
        yield blocks.actions(below)


def read(value: str) -> Place | None:
    """What a pressed button asks for; None for what no button of ours carries."""
    try:
        command, page, *args = json.loads(value)
    except (ValueError, TypeError, RecursionError):
        return None
    if not isinstance(command, str) or not all(isinstance(arg, Arg) for arg in args):
        return None
    if isinstance(page, bool) or not isinstance(page, int) or not 0 <= page <= PAGE_MAX:
        return None
    return Place(command=command, args=tuple(args), page=page)


def within(place: Place, count: int) -> Place:
    """The same within so many pages: the answer may have become shorter since."""
    return replace(place, page=min(place.page, max(count - 1, 0)))


def _turners(place: Place, count: int) -> Iterator[Block]:
    if place.page > 0:
        yield blocks.button("◀ Back", f"{TURN}:back", str(replace(place, page=place.page - 1)))
    if place.page + 1 < count:
        label = f"Page {place.page + 1} of {count} · more ▶"
        yield blocks.button(label, f"{TURN}:on", str(replace(place, page=place.page + 1)))


def _sharer(place: Place, *, share: bool) -> Iterator[Block]:
    if share and len(str(place)) <= blocks.MAX_VALUE:
        yield blocks.button("Share in channel", SHARE, str(place))

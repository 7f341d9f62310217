"""Paging by buttons that remember everything themselves: a restart or an upgrade forgets no page.

A button carries what was asked and which page it leads to. What does not fit into the 100 characters of one
`custom_id` (https://docs.discord.com/developers/components/reference#button) is spread over the row.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import discord

from adapters.discord.text import clean, cut, units

Arg = str | int | bool | None

CUSTOM_ID_MAX = 100
LABEL_MAX = 80
ROW_MAX = 5
ASKS_MAX = 10  # ours: two rows
PARTS = 3  # back, where we are, on
_HEAD_MAX = len("n:9999:00:.")
_ROOM = CUSTOM_ID_MAX - _HEAD_MAX
# Turn or ask, page, which part of how many, the part; the full stop keeps a space at its end from being trimmed.
_OURS = re.compile(r"([na]):(\d{1,4}):([0-2])([13]):(.*)\.", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One page of one answer.

    Attributes:
        command: its whole name.
        page: from 0.
        further: it is another question, not another page of the same.
    """

    command: str
    args: tuple[Arg, ...] = ()
    page: int = 0
    further: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What one message shows.

    Attributes:
        asks: further questions as buttons, each with its label.
        buttons: more of them, which carry what they mean.
        private: only the one who asked should see it.
    """

    embed: discord.Embed
    asks: tuple[tuple[str, Place], ...] = ()
    buttons: tuple[discord.ui.Button[discord.ui.View], ...] = ()
    private: bool = False


Sheet = Sequence[Page]


def view(sheet: Sheet, place: Place) -> discord.ui.View:
    """The buttons below a page; none where there is nothing to turn to.

    The view is stopped, so that discord.py keeps nothing of it: a press arrives as a plain interaction.
    """
    made = discord.ui.View(timeout=None)
    asks = [ask for ask in sheet[place.page].asks if fits(ask[1])]
    for number, (label, asked) in enumerate(asks[:ASKS_MAX]):
        text = cut(clean(label), LABEL_MAX) or "?"
        made.add_item(_button(text, f"a{_ids(asked, [0])[0][1:]}", row=1 + number // ROW_MAX))
    for button in [*_turners(place, len(sheet)), *sheet[place.page].buttons]:
        made.add_item(button)
    made.stop()
    return made


def read(interaction: discord.Interaction[Any]) -> Place | None:
    """What a pressed button asks for; None for a button that is not one of these."""
    data: Any = interaction.data or {}
    pressed = _OURS.fullmatch(str(data.get("custom_id", "")))
    if pressed is None:
        return None
    parts = [pressed[5]] if pressed[4] == "1" else _parts(interaction.message)
    try:
        command, *args = json.loads("".join(parts))
    except (ValueError, TypeError):
        return None
    if not isinstance(command, str) or not all(isinstance(arg, Arg) for arg in args):
        return None
    further = pressed[1] == "a"
    return Place(command=command, args=tuple(args), page=int(pressed[2]), further=further)


def fits(place: Place) -> bool:
    """Whether one button can carry the whole question."""
    return units(_state(place)) <= _ROOM


def _turners(place: Place, count: int) -> Iterator[discord.ui.Button[Any]]:
    if count < 2:  # noqa: PLR2004 - nothing to turn to
        return
    back, on = max(place.page - 1, 0), min(place.page + 1, count - 1)
    # Distinct even at the ends, where a button leads nowhere and is disabled.
    ids = _ids(
        place, [9998 if place.page == 0 else back, place.page, 9999 if on == place.page else on]
    )
    labels = ("◀ Back", f"{place.page + 1} of {count}", "More ▶")
    off = (place.page == 0, True, place.page == count - 1)
    for label, custom_id, disabled in zip(labels, ids, off, strict=True):
        yield _button(label, custom_id, row=0, disabled=disabled)


def _button(
    label: str, custom_id: str, *, row: int, disabled: bool = False
) -> discord.ui.Button[Any]:
    return discord.ui.Button(label=label, custom_id=custom_id, row=row, disabled=disabled)


def _ids(place: Place, pages: Sequence[int]) -> list[str]:
    """One `custom_id` a page: each with the whole question, or each with its part of it."""
    state = _state(place)
    if units(state) <= _ROOM:
        return [f"n:{page}:01:{state}." for page in pages]
    parts = list(_split(state, PARTS))
    return [f"n:{page}:{i}3:{parts[i]}." for i, page in enumerate(pages)]


def _split(state: str, count: int) -> Iterator[str]:
    """Cut into so many parts; the options' lengths see to it that each fits."""
    size = -(-len(state) // count)
    for start in range(0, size * count, size):
        yield state[start : start + size]


def _state(place: Place) -> str:
    """The command and its arguments; arguments left out at the end need no room."""
    args = list(place.args)
    while args and args[-1] is None:
        args.pop()
    return json.dumps([place.command, *args], ensure_ascii=False, separators=(",", ":"))


def _parts(message: discord.Message | None) -> list[str]:
    """The question, gathered from the buttons beside the pressed one."""
    rows = message.components if message is not None else []
    buttons = [
        child for row in rows if isinstance(row, discord.ActionRow) for child in row.children
    ]
    found = [_OURS.fullmatch(getattr(button, "custom_id", None) or "") for button in buttons]
    return [match[5] for match in found if match is not None and match[4] == "3"]


def at(place: Place, count: int) -> Place:
    """The same within so many pages: the answer may have become shorter since."""
    return replace(place, page=min(place.page, max(count - 1, 0)))

"""The form of `/alerts subscribe` and `edit`: how it is drawn, and what was put into it. Pure.

https://docs.slack.dev/reference/views/modal-views, and https://docs.slack.dev/surfaces/modals#inputs
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from adapters.slack import blocks
from adapters.slack.blocks import Block
from adapters.slack.commands import choose, wording
from bot import clubs
from bot.chat.choices import IMPORTANCE_WORDS, KIND_WORDS, POSITIONS, STYLE_WORDS
from bot.chat.wishes import ALL, Wish
from bot.model import Destination, Quiet, Status

CALLBACK = "alerts"
TITLE_MAX = 24
EVERY = "every"  # of a choice: no filter

# The names are those of Discord's options, so that a table can compare them.
LABELS = {
    "channel": "Channel",
    "clubs": "Only trades of these clubs",
    "positions": "Only with a player of these positions",
    "kinds": "Kinds of trades",
    "rumours": "Rumours",
    "importance": "Trades",
    "style": "Cards",
    "thread": "Updates",
    "quiet_from": "Quiet from",
    "quiet_to": "Quiet until",
    "zone": "Time zone of the quiet hours",
}
THREAD_TOO = "Tell in a card's thread what changed, and on whose word"
RUMOURS_TOO = "Also talk that nobody confirmed"
BOTH_HOURS = "Quiet hours need both a beginning and an end."
NO_CHANNEL = "Choose a channel."


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What was put into the form.

    Attributes:
        new: the channel's alerts begin anew; else they are changed.
        problems: what is wrong, by the field's name; empty for a form that can be kept.
    """

    channel: str
    new: bool
    wish: Wish
    problems: Mapping[str, str]


def drawn(to: Destination, *, new: bool) -> Block:
    """The form, filled with what the channel has."""
    first = _channel(to.channel) if new else blocks.section([f"*{wording.mention(to)}*"])
    fields = [
        first,
        _field("clubs", _clubs(to), optional=True),
        _field("positions", _positions(to), optional=True),
        _field("kinds", _one(_kinds(), to.kinds[0] if len(to.kinds) == 1 else EVERY)),
        _field(
            "rumours", _ticked(RUMOURS_TOO, "rumours", Status.RUMOUR in to.statuses), optional=True
        ),
        _field("importance", _one(list(map(_named, IMPORTANCE_WORDS.items())), to.least)),
        _field("style", _one(list(map(_named, STYLE_WORDS.items())), to.manner.style)),
        _field("thread", _ticked(THREAD_TOO, "thread", to.manner.thread), optional=True),
        *_quiet(to.quiet),
    ]
    kept = json.dumps({"channel": "" if new else to.channel, "new": new})
    title = "New alerts" if new else "Change alerts"
    return {**modal(title, fields), "submit": blocks.plain("Save", TITLE_MAX), "callback_id": CALLBACK,
            "private_metadata": kept}  # fmt: skip


def modal(title: str, fields: Sequence[Block]) -> Block:
    """A window that only shows something."""
    made = {"type": "modal", "title": blocks.plain(title, TITLE_MAX), "blocks": list(fields)}
    return {**made, "close": blocks.plain("Close", TITLE_MAX)}


def read(view: Mapping[str, Any]) -> Filled:
    """What was put in, and what is wrong with it."""
    kept, values = _kept(view.get("private_metadata")), _Values(view.get("state"))
    start, end = values.number("quiet_from"), values.number("quiet_to")
    channel = str(kept.get("channel") or "") or values.conversation("channel")
    problems = {} if channel else {"channel": NO_CHANNEL}
    if (start is None) is not (end is None):
        problems["quiet_to" if end is None else "quiet_from"] = BOTH_HOURS
    wish = Wish(
        clubs=",".join(values.several("clubs")) or ALL,
        positions=",".join(values.several("positions")) or ALL,
        kinds=_wanted(values.one("kinds")),
        rumours=bool(values.several("rumours")),
        importance=_wanted(values.one("importance")),
        style=_wanted(values.one("style")),
        thread=bool(values.several("thread")),
        # An emptied field ends quiet hours: the same hour twice does.
        quiet_from=start or 0,
        quiet_to=end or 0,
        zone=values.one("zone"),
    )
    return Filled(channel=channel, new=kept.get("new") is True, wish=wish, problems=problems)


class _Values:
    """The form's state by the fields' names; whatever is misshapen counts as left out."""

    def __init__(self, state: object) -> None:
        found = state.get("values") if isinstance(state, dict) else None
        self._values: Mapping[str, Any] = found if isinstance(found, dict) else {}

    def one(self, name: str) -> str | None:
        match self._field(name).get("selected_option"):
            case {"value": str(value)}:
                return value
            case _:
                return None

    def several(self, name: str) -> list[str]:
        found = self._field(name).get("selected_options")
        options = found if isinstance(found, list) else []
        values = [each.get("value") for each in options if isinstance(each, dict)]
        return [value for value in values if isinstance(value, str)]

    def number(self, name: str) -> int | None:
        value = self.one(name)
        return int(value) if value in set(map(str, range(24))) else None

    def conversation(self, name: str) -> str:
        found = self._field(name).get("selected_conversation")
        return found if isinstance(found, str) else ""

    def _field(self, name: str) -> Mapping[str, Any]:
        match self._values.get(name):
            case dict(actions) if isinstance(found := actions.get(name), dict):
                return found
            case _:
                return {}


def _kept(metadata: object) -> Mapping[str, Any]:
    try:
        found = json.loads(metadata) if isinstance(metadata, str) else None
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _wanted(value: str | None) -> str | None:
    return ALL if value == EVERY else value


def _field(name: str, element: Block, *, optional: bool = False) -> Block:
    label = blocks.plain(LABELS[name], 150)
    made = {"type": "input", "block_id": name, "label": label, "element": element}
    element["action_id"] = name
    return {**made, "optional": optional}


def _channel(here: str) -> Block:
    chooser: Block = {"type": "conversations_select", "filter": {"include": ["public", "private"]}}
    if here:
        chooser["initial_conversation"] = here
    else:
        chooser["default_to_current_conversation"] = True
    return _field("channel", chooser)


def _clubs(to: Destination) -> Block:
    told = [blocks.option(clubs.name(code), code) for code in to.clubs]
    made: Block = {"type": "multi_external_select", "min_query_length": 0}
    made["placeholder"] = blocks.plain("every club", blocks.MAX_PLACEHOLDER)
    return {**made, "initial_options": told} if told else made


def _positions(to: Destination) -> Block:
    made = {
        "type": "multi_static_select",
        "placeholder": blocks.plain("any position", blocks.MAX_PLACEHOLDER),
        "options": [blocks.option(name, name) for name in POSITIONS],
    }
    told = [blocks.option(name, name) for name in to.positions if name in POSITIONS]
    return {**made, "initial_options": told} if told else made


def _ticked(label: str, value: str, has: bool) -> Block:  # noqa: FBT001 - the state of one box
    box = blocks.option(label, value)
    made: Block = {"type": "checkboxes", "options": [box]}
    return {**made, "initial_options": [box]} if has else made


def _kinds() -> list[Block]:
    return [blocks.option("every kind", EVERY), *map(_named, KIND_WORDS.items())]


def _named(named: tuple[str, str]) -> Block:
    value, words = named
    return blocks.option(words, str(value))


def _one(options: Sequence[Block], has: str) -> Block:
    chosen = [option for option in options if option["value"] == has]
    return {"type": "static_select", "options": list(options), "initial_option": chosen[0]}


def _quiet(quiet: Quiet | None) -> list[Block]:
    zone: Block = {"type": "external_select", "min_query_length": 0}
    zone["placeholder"] = blocks.plain("New York", blocks.MAX_PLACEHOLDER)
    if quiet is not None:
        zone["initial_option"] = blocks.option(quiet.zone.key, quiet.zone.key)
    return [
        _field("quiet_from", _hour(quiet.start if quiet else None), optional=True),
        _field("quiet_to", _hour(quiet.end if quiet else None), optional=True),
        _field(choose.ZONE, zone, optional=True),
    ]


def _hour(has: int | None) -> Block:
    hours = [blocks.option(f"{hour}:00", str(hour)) for hour in range(24)]
    made: Block = {"type": "static_select", "options": hours}
    made["placeholder"] = blocks.plain("no quiet hours", blocks.MAX_PLACEHOLDER)
    return made if has is None else {**made, "initial_option": hours[has]}

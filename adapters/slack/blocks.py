"""The blocks that our answers are made of, within Slack's limits: pure.

Every `words` of mrkdwn is already inert; `plain` makes any text inert by itself.
https://docs.slack.dev/reference/block-kit/blocks
"""

from collections.abc import Sequence
from typing import Any

from adapters.slack import text

MAX_HEADER = 150
MAX_SECTION = 3000
MAX_BUTTON = 75
MAX_OPTION = 75
MAX_VALUE = 2000
MAX_OPTION_VALUE = 75  # of a select; 150 elsewhere
MAX_PLACEHOLDER = 150

Block = dict[str, Any]


def plain(words: str, limit: int) -> Block:
    """Any text as it is."""
    return {"type": "plain_text", "text": text.plain(words, limit) or text.ELLIPSIS, "emoji": False}


def mrkdwn(words: str) -> Block:
    """Inert text with markup of ours; Slack adds no links."""
    return {"type": "mrkdwn", "text": words, "verbatim": True}


def header(words: str) -> Block:
    """A heading, of any text."""
    return {"type": "header", "text": plain(words, MAX_HEADER)}


def section(lines: Sequence[str], accessory: Block | None = None) -> Block:
    """Lines of inert text, as many as fit."""
    made = {"type": "section", "text": mrkdwn(joined(lines, MAX_SECTION))}
    return made if accessory is None else {**made, "accessory": accessory}


def context(words: str) -> Block:
    """A small line, of any text."""
    return {"type": "context", "elements": [plain(words, MAX_PLACEHOLDER * 4)]}


def actions(elements: Sequence[Block]) -> Block:
    """A row of buttons or selects."""
    return {"type": "actions", "elements": list(elements)}


def monospace(words: str) -> Block:
    """Any text with its spaces; nothing in it is interpreted."""
    told = {"type": "rich_text_preformatted", "elements": [{"type": "text", "text": words}]}
    return {"type": "rich_text", "elements": [told]}


def button(label: str, action: str, value: str = "") -> Block:
    """A grey button."""
    made = {"type": "button", "text": plain(label, MAX_BUTTON), "action_id": action}
    return {**made, "value": value} if value else made


def option(label: str, value: str) -> Block:
    """One choice of a select."""
    return {"text": plain(label, MAX_OPTION), "value": value}


def joined(lines: Sequence[str], limit: int, between: str = "\n") -> str:
    """As many whole lines as fit, and how many more there are."""
    for kept in range(len(lines), 0, -1):
        more = [f"+{len(lines) - kept} more"] * (kept < len(lines))
        words = between.join([*lines[:kept], *more])
        if text.size(words) <= limit:
            return words
    return text.ELLIPSIS

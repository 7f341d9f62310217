"""The buttons under a card: what each asks for stands in its id, and nothing is kept in memory for it."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from bot.model import Card, TradeId

STORY, LINE, COMPARE, FOLLOW, FOLLOW_ALL, MUTE = (
    *("📖 Full story", "📊 His season", "📊 Compare players"),
    *("🔔 Follow this club", "🔔 Follow these clubs", "🔕 Mute"),
)


class Wish(StrEnum):
    """What a pressed button asks for; the value is in every message, so none is ever renamed."""

    STORY = "story"
    LINES = "lines"
    FOLLOW = "follow"
    MUTE = "mute"


# The first cards had one button, called "story" alone.
PRESSED = re.compile(rf"story|card:(?:{'|'.join(Wish)}):.+", re.DOTALL)


def row(of: Card) -> dict[str, Any]:
    """The story's button, and those that fit this trade, as an actions block."""
    asked = [] if of.items else [(Wish.STORY, STORY)]
    if of.players:
        asked.append((Wish.LINES, LINE if len(of.players) == 1 else COMPARE))
    if of.clubs:
        asked.append((Wish.FOLLOW, FOLLOW if len(of.clubs) == 1 else FOLLOW_ALL))
    asked.append((Wish.MUTE, MUTE))
    return {"type": "actions", "elements": [_button(wish, label, of) for wish, label in asked]}


def beside_story(of: Card) -> dict[str, Any]:
    """The same below a story that was asked for: without the button that tells it."""
    made = row(of)
    own = action_id(Wish.STORY, of.trade)
    return {**made, "elements": [each for each in made["elements"] if each["action_id"] != own]}


def story(of: Card) -> dict[str, Any]:
    """The button of one trade of a digest."""
    return _button(Wish.STORY, STORY, of)


def action_id(wish: Wish, trade: TradeId) -> str:
    """What the press of a button is told by, unique within its message.

    255 characters are allowed (https://docs.slack.dev/reference/block-kit/block-elements/button-element); a trade's
    id has some fifty.
    """
    return f"card:{wish}:{trade}"


def read(action: Mapping[str, Any]) -> tuple[Wish, TradeId] | None:
    """What a pressed button asks for, and of which trade; None when it is not one of a card's."""
    name, value = action.get("action_id"), action.get("value")
    if not isinstance(name, str) or not isinstance(value, str) or not PRESSED.fullmatch(name):
        return None
    return Wish(name.split(":")[1] if ":" in name else name), TradeId(value)


def _button(wish: Wish, label: str, of: Card) -> dict[str, Any]:
    return {
        "type": "button",
        "text": {"type": "plain_text", "text": label, "emoji": False},
        "action_id": action_id(wish, of.trade),
        "value": of.trade,
    }

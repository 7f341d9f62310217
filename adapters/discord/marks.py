"""What a card's buttons carry: the key of its delivery, and what a press asks for.

https://docs.discord.com/developers/resources/message#create-message: a nonce has at most 25 characters
and is unique per author for the past few minutes. A button's `custom_id` (at most 100 characters) stays
as long as the message, so every form that was ever posted is understood for good.
"""

import hashlib
import re
from base64 import b32encode
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.model import DeliveryKey, TradeId

NONCE_MAX = 25
CUSTOM_ID_MAX = 100
VERSION = "g1"

_STORY = re.compile(r"t:[A-Z2-7]{25}:(.+)", re.DOTALL)
_OURS = re.compile(r"(g\d+):([a-z]+):(.+)", re.DOTALL)


class Wish(StrEnum):
    """What a pressed button asks for; the value is in every message, so none is ever renamed."""

    STORY = "story"
    LINES = "lines"
    FOLLOW = "follow"
    MUTE = "mute"
    PAUSE = "pause"
    RESUME = "resume"
    OUTDATED = "outdated"  # a form that this version does not know


@dataclass(frozen=True, slots=True)
class Press:
    """A pressed button of ours."""

    wish: Wish
    trade: TradeId


def nonce(key: DeliveryKey) -> str:
    """The same for the same key in every instance; 125 bits of its hash."""
    return b32encode(hashlib.sha256(str(key).encode()).digest()).decode()[:NONCE_MAX]


def custom_id(key: DeliveryKey) -> str:
    """The mark by which a card is found again: the nonce, and the trade whose story its button tells."""
    return f"t:{nonce(key)}:{key.trade}"


def asking(wish: Wish, trade: TradeId) -> str:
    """What a button carries that asks for this."""
    return f"{VERSION}:{wish}:{trade}"


def read(mark: object, chosen: Sequence[object] | None = None) -> Press | None:
    """What a pressed button asks for; None when it is not one of ours.

    Args:
        chosen: of a menu, what was picked: the trades whose story is asked for.
    """
    if not isinstance(mark, str):
        return None
    if found := _STORY.fullmatch(mark):
        return Press(Wish.STORY, TradeId(str(chosen[0]) if chosen else found[1]))
    if not (found := _OURS.fullmatch(mark)):
        return None
    known = found[1] == VERSION and found[2] in set(Wish)
    return Press(Wish(found[2]) if known else Wish.OUTDATED, TradeId(found[3]))

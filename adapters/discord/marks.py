"""The key of a delivery as Discord carries it: the nonce, and the mark in the button that outlives it.

https://docs.discord.com/developers/resources/message#create-message: a nonce has at most 25 characters
and is unique per author for the past few minutes. A button's `custom_id` (at most 100 characters) stays.
"""

import hashlib
import re
from base64 import b32encode

from bot.model import DeliveryKey, TradeId

NONCE_MAX = 25

_CUSTOM_ID = re.compile(r"t:[A-Z2-7]{25}:(.+)", re.DOTALL)


def nonce(key: DeliveryKey) -> str:
    """The same for the same key in every instance; 125 bits of its hash."""
    return b32encode(hashlib.sha256(str(key).encode()).digest()).decode()[:NONCE_MAX]


def custom_id(key: DeliveryKey) -> str:
    """The mark that a button carries: the nonce, and the trade whose story it tells."""
    return f"t:{nonce(key)}:{key.trade}"


def trade_in(mark: object) -> TradeId | None:
    """The trade of a pressed button; None when the button is not one of ours."""
    found = _CUSTOM_ID.fullmatch(mark) if isinstance(mark, str) else None
    return TradeId(found[1]) if found else None

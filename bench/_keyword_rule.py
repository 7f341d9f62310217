"""The naive peer of the grammar: a word of trading and two clubs in a text make a trade."""

import re

from bot import clubs

_WORDS = re.compile(
    r"\b(?:trad(?:e|es|ed|ing)|acquir(?:e|es|ed|ing)|deal(?:s|t|ing)?|sen(?:d|ds|t|ding)|ship(?:s|ped|ping)?"
    r"|land(?:s|ed|ing)?|swap(?:s|ped|ping)?|exchange)\b",
    re.IGNORECASE,
)
_CODES = clubs.names()
_NAMES = re.compile(
    r"\b(?:" + "|".join(sorted(map(re.escape, _CODES), key=len, reverse=True)) + r")\b"
)


def is_trade(text: str) -> bool:
    """It has such a word and names two different clubs."""
    if not _WORDS.search(text):
        return False
    return len({_CODES[name] for name in _NAMES.findall(text.casefold())}) > 1

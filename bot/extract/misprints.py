"""Misspelt clubs, verbs and rounds: one wrong, missing, doubled or swapped letter, if only one word is meant."""

from collections.abc import Iterable
from functools import cache, lru_cache

from bot import clubs
from bot.model import ClubCode

_LONG_ENOUGH = 6  # "Bills" and "Bears" are too near to other words


@lru_cache(maxsize=1024)
def club(word: str) -> tuple[ClubCode, ...] | None:
    """The clubs whose city or nickname is one slip away from this casefolded word; None if unclear."""
    if len(word) < _LONG_ENOUGH:
        return None
    near = {codes for printed, codes in _words().items() if _is_one_slip(printed, word)}
    return near.pop() if len(near) == 1 else None


@cache
def _words() -> dict[str, tuple[ClubCode, ...]]:
    return {
        text: codes
        for text, codes in clubs.names().items()
        if " " not in text and len(text) >= _LONG_ENOUGH
    }


@lru_cache(maxsize=1024)
def verb(word: str) -> str | None:
    """The verb of a trade that a casefolded word, which is no other, was meant to be; None if unclear."""
    return _meant(word, ("traded", "acquired", "received", "exchanged"))


@lru_cache(maxsize=1024)
def round_name(word: str) -> str | None:
    """The ordinal that "fifht" or "sxith", before "round", was meant to be; None if unclear."""
    return _meant(word, ("first", "second", "third", "fourth", "fifth", "sixth", "seventh"))


def _meant(word: str, words: Iterable[str]) -> str | None:
    near = [one for one in words if _is_one_slip(one, word)]
    return near[0] if len(near) == 1 else None


def _is_one_slip(one: str, two: str) -> bool:
    """Edit distance exactly 1; two neighbours that changed places count as one slip."""
    if one == two or abs(len(one) - len(two)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), None)
    if start is None:
        return True
    rest, other = one[start:], two[start:]
    if len(one) == len(two):
        swapped = rest[:2] == other[1::-1] and rest[2:] == other[2:]
        return rest[1:] == other[1:] or swapped
    return rest[1:] == other or rest == other[1:]

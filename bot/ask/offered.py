"""The statistics that can be asked for by one unmistakable name."""

from functools import cache

from bot.ask.measure import Measure
from bot.ask.measures import PHRASES


@cache
def offered() -> tuple[str, ...]:
    """Their printed names, in the order of the alphabet."""
    return tuple(sorted({found.name for found in PHRASES.values() if isinstance(found, Measure)}))

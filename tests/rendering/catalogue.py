"""Every style by its name, and its renderings of the record."""

from collections.abc import Iterator, Sequence

from tests.rendering import leads, posts, rows, threesomes
from tests.rendering.record import PastTrade
from tests.rendering.scenes import Rendering, Style, scene

_WIRE = {style.__name__: style for style in rows.STYLES}
_NEWS = {style.__name__: style for style in (*leads.STYLES, *posts.STYLES)}


def names() -> list[str]:
    """Of all styles."""
    return [*_WIRE, *_NEWS, *threesomes.STYLES]


def renderings(style: str, trades: Sequence[PastTrade], seed: int) -> Iterator[Rendering]:
    """Every trade that this style can tell."""
    for trade in trades:
        if style in threesomes.STYLES:
            told = threesomes.STYLES[style](trade, seed)
        else:
            told = _of_two(style, trade, seed)
        if told is not None:
            yield told


def _of_two(style: str, trade: PastTrade, seed: int) -> Rendering | None:
    write: Style = _WIRE.get(style) or _NEWS[style]
    seen = scene(trade, style, seed, wire_style=style in _WIRE)
    return write(seen) if seen else None

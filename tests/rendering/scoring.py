"""Whether the grammar reads a rendering back: the same legs, each as far as its words state it."""

from collections.abc import Sequence

from bot.extract import deals
from bot.model import Asset, Leg, Pick, Player, name_key
from tests.rendering.scenes import Rendering


def is_read_back(rendering: Rendering) -> bool:
    """One deal or more, with exactly the legs stated, each once."""
    found = [leg for deal in deals(rendering.report) for leg in deal.legs]
    for wanted in rendering.legs:
        match = next((leg for leg in found if _agrees(wanted, leg, rendering)), None)
        if match is None:
            return False
        found.remove(match)
    return not found


def _agrees(wanted: Leg, found: Leg, rendering: Rendering) -> bool:
    sides = (wanted.gave, wanted.received) == (found.gave, found.received)
    return sides and _is_same(wanted.asset, found.asset, rendering)


def _is_same(wanted: Asset, found: Asset, rendering: Rendering) -> bool:
    match wanted, found:
        case Player(), Player():
            return name_key(wanted.name) == name_key(found.name)
        case Pick(), Pick():
            year = rendering.report.published_at.year
            seasons = {wanted.season, year if wanted.number and not wanted.season else None}
            return found.season in (seasons if wanted.season is None else {wanted.season}) and (
                _fields(wanted) == _fields(found)
            )
        case _:
            return wanted == found


def _fields(pick: Pick) -> Sequence[object]:
    return pick.round, pick.number, pick.original, pick.condition

"""Trades of three clubs and more, as lists of what each one gets."""

from collections.abc import Callable
from random import Random

from bot.model import Leg
from tests.extract.notation import news
from tests.rendering.pens import Pen
from tests.rendering.record import PastTrade
from tests.rendering.scenes import Rendering


def three_clubs(trade: PastTrade, seed: int) -> Rendering | None:
    """Read "A three-team trade: ... send receiver A to the Jets" leg by leg."""
    if len(trade.homes) < 3:
        return None
    rng = Random(f"{trade.id} three {seed}")  # noqa: S311 - the same words every time
    pen = Pen(rng, trade.day, trade.homes)
    pairs = list(dict.fromkeys((leg.gave, leg.received) for leg in trade.legs))
    parts, legs = [], []
    for gave, received in pairs:
        assert gave is not None
        assert received is not None
        assets = [leg.asset for leg in trade.legs if (leg.gave, leg.received) == (gave, received)]
        phrase = pen.phrase(assets)
        parts.append(f"the {pen.nick(gave)} send {phrase} to the {pen.nick(received)}")
        legs += [Leg(gave=gave, received=received, asset=asset) for asset in phrase.assets]
    count = {3: "three", 4: "four"}[len(trade.homes)]
    text = f"In a {count}-team trade, {', '.join(parts[:-1])} and {parts[-1]}, sources told ESPN."
    return Rendering(report=news(text, published=trade.day), legs=tuple(legs))


STYLES: dict[str, Callable[[PastTrade, int], Rendering | None]] = {"three_clubs": three_clubs}

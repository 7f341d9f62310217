"""A trade as its teller sees it: who gives what, whom the sentence is about, and what it leaves out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

from bot.model import Asset, ClubCode, Leg, Pick, Player, Report
from tests.extract.notation import news, wire
from tests.rendering.pens import Pen, Phrase
from tests.rendering.record import PastTrade


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendering:
    """A report, and the legs that its words state."""

    report: Report
    legs: tuple[Leg, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A trade of two clubs, seen from one of them.

    Attributes:
        giver: gives `there` to the receiver and gets `back`.
    """

    trade: PastTrade
    rng: Random
    pen: Pen
    giver: ClubCode
    receiver: ClubCode
    there: tuple[Asset, ...]
    back: tuple[Asset, ...]

    def told(
        self, text: str, there: Phrase | None = None, back: Phrase | None = None, title: str = ""
    ) -> Rendering:
        """The text as news, with what it says goes each way."""
        report = news(text, title=title, published=self.trade.day)
        return Rendering(report=report, legs=self.legs_of(_assets(there), _assets(back)))

    def filed(
        self,
        text: str,
        there: Phrase | None,
        back: Phrase | None,
        *,
        by: ClubCode,
        known: bool = True,
    ) -> Rendering:
        """The text as a club's row; `known`: it names the other club."""
        other = self.receiver if by == self.giver else self.giver
        legs = self.legs_of(_assets(there), _assets(back))
        if not known:
            legs = tuple(_without(leg, other) for leg in legs)
        return Rendering(report=wire(text, by, self.trade.day), legs=legs)

    def legs_of(self, there: Sequence[Asset], back: Sequence[Asset]) -> tuple[Leg, ...]:
        """What goes from the giver to the receiver, and what comes back."""
        out = [Leg(gave=self.giver, received=self.receiver, asset=a) for a in there]
        home = [Leg(gave=self.receiver, received=self.giver, asset=a) for a in back]
        return (*out, *home)


Style = Callable[[Scene], Rendering | None]


def _assets(phrase: Phrase | None) -> Sequence[Asset]:
    return phrase.assets if phrase else ()


def _without(leg: Leg, club: ClubCode) -> Leg:
    return Leg(
        gave=leg.gave if leg.gave != club else None,
        received=leg.received if leg.received != club else None,
        asset=leg.asset,
    )


def scene(trade: PastTrade, style: str, seed: int, *, wire_style: bool) -> Scene | None:
    """A trade of two clubs from the side that the style's teller takes; None for three clubs."""
    rng = Random(f"{trade.id} {style} {seed}")  # noqa: S311 - the same words every time
    sides = sorted(trade.homes)
    if len(sides) != 2:
        return None
    rng.shuffle(sides)
    one, two = sides
    if not wire_style and _weight(trade.given_by(two)) > _weight(trade.given_by(one)):
        one, two = two, one  # news is about the side that gives the men, or the better pick
    if not trade.given_by(one):
        one, two = two, one
    pen = Pen(rng, trade.day, trade.homes, wire=wire_style)
    return Scene(
        trade=trade, rng=rng, pen=pen, giver=one, receiver=two,
        there=tuple(trade.given_by(one)), back=tuple(trade.given_by(two)),
    )  # fmt: skip


def _weight(assets: Sequence[Asset]) -> tuple[int, int]:
    men = sum(isinstance(asset, Player) for asset in assets)
    rounds = [asset.round or 8 for asset in assets if isinstance(asset, Pick)]
    return men, -min(rounds, default=9)

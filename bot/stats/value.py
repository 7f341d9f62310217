"""What picks are worth, on the one chart of bot.stats.chart."""

from collections.abc import Iterable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Protocol

from bot.model import ClubCode
from bot.stats.chart import VALUES

_ROUND_LENGTH = 32
_MIDDLE = 16  # of a round: the picks 16, 48, 80 ...
_ORDER_FIXED = (4, 1)  # month, day
_DRAFT_OVER = (5, 15)  # no draft ended later


class PickLike(Protocol):
    """A pick that changed hands: TradedAsset of the tables, MovedPick of a case."""

    @property
    def season(self) -> int | None: ...  # noqa: D102

    @property
    def round(self) -> int | None: ...  # noqa: D102

    @property
    def number(self) -> int | None: ...  # noqa: D102

    @property
    def received(self) -> ClubCode | None: ...  # noqa: D102


def number_is_known(season: int, as_of: date) -> bool:
    """The order of a draft is fixed by 1 April; a number that a table shows before was filled in later."""
    return as_of >= date(season, *_ORDER_FIXED)


def draft_is_known(season: int, as_of: date) -> bool:
    """From 15 May it is known who was drafted."""
    return as_of >= date(season, *_DRAFT_OVER)


def pick_value(round_: int, number: int | None) -> tuple[float, bool]:
    """(value, assumed): of the overall number, or of the middle of the round, then assumed.

    Beyond the chart's 262 picks its last value holds. Not rounded: see `rounded`.
    """
    at = number if number is not None else (round_ - 1) * _ROUND_LENGTH + _MIDDLE
    return VALUES[min(at, len(VALUES)) - 1], number is None


def value_of(pick: PickLike, as_of: date) -> tuple[float, bool] | None:
    """`pick_value` of a pick as it was known on a day; None for a player, and for a pick of unknown season or round."""
    if pick.season is None or pick.round is None:
        return None
    known = pick.number if number_is_known(pick.season, as_of) else None
    return pick_value(pick.round, known)


def received_values(assets: Iterable[PickLike], as_of: date) -> dict[ClubCode, float]:
    """The summed value of the picks each club receives, to one decimal; clubs without such a pick are absent."""
    sums: dict[ClubCode, float] = {}
    for asset in assets:
        found = value_of(asset, as_of)
        if found and asset.received is not None:
            sums[asset.received] = sums.get(asset.received, 0.0) + found[0]
    return {club: rounded(value) for club, value in sums.items()}


def rounded(value: float) -> float:
    """To one decimal, half up; sums of the chart's two decimals carry float noise, which goes first."""
    exact = Decimal(str(round(value, 4)))
    return float(exact.quantize(Decimal("0.1"), ROUND_HALF_UP))

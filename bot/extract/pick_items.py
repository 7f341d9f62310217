"""What a pick phrase said, and how its years, rounds and numbers share each other out."""

from dataclasses import dataclass, field

from bot.model import ClubCode, Pick

MAX_ROUND, MAX_NUMBER = 7, 270  # the longest draft so far had 262 picks in seven rounds


_Pair = tuple[int | None, int | None]  # year, round


@dataclass(slots=True)
class Item:
    """What a phrase has said so far of one pick, or of picks that share a noun.

    Attributes:
        head: its noun was read ("picks", "rounder").
        alternatives: "or" stands in it: one pick of which something is open.
        chosen: one of several alike: "the higher of their two third-round picks".
        years_behind: the years follow the noun.
        reach: the year behind it that the picks before it share ("a second and a third this year").
        alone: the ordinal stands where a noun would ("a second and a third").
    """

    years: list[int | None] = field(default_factory=list)
    rounds: list[int] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    count: int | None = None
    condition: str | None = None
    original: ClubCode | None = None
    head: bool = False
    plural: bool = False
    alternatives: bool = False
    chosen: bool = False
    years_behind: bool = False
    reach: int | None = None
    alone: bool = False

    @property
    def said(self) -> bool:
        """Something of a pick was said, so a new year or article begins another pick."""
        return bool(self.rounds or self.numbers)


def fits_round(number: int, round_: int) -> bool:
    """The overall number can be one of this round: about 32 picks each, and a few more in the later ones."""
    return 31 * (round_ - 1) < number <= 39 * round_


def share_out(item: Item, season_of_number: int | None) -> list[Pick]:
    """Give each pick of a phrase its year, round and number."""
    if item.alternatives or item.chosen:
        return [_alternative(item)]
    pairs = _pairs(item)
    same = pairs[-1] if len(item.years) <= 1 else (None, pairs[-1][1])
    pairs += [same] * (max(item.count or 0, len(item.numbers)) - len(pairs))
    numbers = [*item.numbers, *[None] * len(pairs)]
    return [
        _pick(item, pair, number, season_of_number)
        for pair, number in zip(pairs, numbers, strict=False)
    ]


def _pick(item: Item, pair: _Pair, number: int | None, season_of_number: int | None) -> Pick:
    year, round_ = pair
    counted = number is not None and not item.years
    return Pick(
        season=season_of_number if counted else year,
        round=round_ if round_ and round_ <= MAX_ROUND else None,
        number=number,
        original=item.original,
        condition=item.condition,
    )


def _pairs(item: Item) -> list[_Pair]:
    years: list[int | None] = item.years or [None]
    rounds: list[int | None] = [*item.rounds] or [None]
    if item.numbers and not item.rounds:
        return [(years[0], None)] * len(item.numbers)
    if len(years) == len(rounds) and len(years) > 1 and item.count != len(years) * len(rounds):
        return list(zip(years, rounds, strict=True))
    pairs = [(year, round_) for year in years for round_ in rounds]
    if len(pairs) == 1 and item.plural and not item.count:
        pairs *= 2  # "draft picks": two at least
    return pairs


def _alternative(item: Item) -> Pick:
    """One pick of which the text leaves year or round open ("a 2027 or 2028 seventh")."""
    year = item.years[0] if len(item.years) == 1 else None
    round_ = item.rounds[0] if len(item.rounds) == 1 else None
    open_ = "conditional" if item.alternatives else None
    return Pick(
        season=year, round=round_, original=item.original, condition=item.condition or open_
    )

"""How many renderings of each style are read back exactly."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tests.rendering import catalogue
from tests.rendering.record import PastTrade
from tests.rendering.scoring import is_read_back

_SHOWN = 3  # sentences of a style that a failing test prints


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One style.

    Attributes:
        missed: a few of the texts that were not read back.
    """

    style: str
    told: int
    right: int
    missed: tuple[str, ...]

    @property
    def share(self) -> float:
        """Of its renderings."""
        return self.right / self.told if self.told else 1.0


def measured(trades: Sequence[PastTrade], *, seed: int) -> Iterator[Row]:
    """Every style in turn."""
    for style in catalogue.names():
        missed: list[str] = []
        told = right = 0
        for one in catalogue.renderings(style, trades, seed):
            told += 1
            if is_read_back(one):
                right += 1
            elif len(missed) < _SHOWN:
                missed.append(f"{one.report.title} {one.report.text}".strip())
        yield Row(style=style, told=told, right=right, missed=tuple(missed))

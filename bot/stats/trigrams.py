"""Which of many short texts are spelt like this one: three letters at a time, then by edit distance."""

from array import array
from collections import Counter
from collections.abc import Sequence
from heapq import nlargest


def _grams(text: str) -> list[str]:
    padded = f" {text} "
    return list(dict.fromkeys(padded[i : i + 3] for i in range(len(padded) - 2)))


class Trigrams:
    """An index over texts; a text is known by its place among them."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._widths = array("B", (min(255, len(_grams(text))) for text in texts))
        held: dict[str, array[int]] = {}
        for place, text in enumerate(texts):
            for gram in _grams(text):
                held.setdefault(gram, array("I")).append(place)
        self._places = array("I")
        self._ranges: dict[str, int] = {}  # start << 32 | end: one small object a gram
        for gram in list(held):
            start = len(self._places)
            self._places.extend(held.pop(gram))
            self._ranges[gram] = start << 32 | len(self._places)

    def _of(self, gram: str) -> Sequence[int]:
        packed = self._ranges.get(gram, 0)
        return self._places[packed >> 32 : packed & 0xFFFFFFFF]

    def most_alike(self, text: str, limit: int) -> list[int]:
        """The places of the texts that share most with it, for their length; best first."""
        grams = _grams(text)
        shared: Counter[int] = Counter()
        for gram in grams:
            shared.update(self._of(gram))
        wide = len(grams)

        def likeness(place: int) -> tuple[float, int]:
            return shared[place] / (wide + self._widths[place]), -place

        return nlargest(limit, shared, key=likeness)


def distances(text: str, other: str) -> tuple[int, int]:
    """How many slips make `text` of the nearest beginning of `other`, and of all of it.

    A slip: one letter too many, too few, wrong, or two swapped (optimal string alignment).
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(text):
        row, before, last = [i + 1], row, before
        for j, there in enumerate(other):
            cost = min(row[j] + 1, before[j + 1] + 1, before[j] + (letter != there))
            if i and j and letter == other[j - 1] and text[i - 1] == there:
                cost = min(cost, last[j - 1] + 1)
            row.append(cost)
    return min(row), row[-1]

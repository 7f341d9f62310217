"""Numbers as Prometheus reads them: https://prometheus.io/docs/instrumenting/exposition_formats/ (text, 0.0.4)."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
Labels = tuple[tuple[str, str], ...]
_ESCAPES = str.maketrans({"\\": r"\\", "\n": r"\n", '"': r"\""})


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """One metric with its samples.

    Attributes:
        samples: what follows the name ("", "_sum", "_bucket"), labels, value.
    """

    name: str
    kind: Literal["counter", "gauge", "histogram"]
    about: str
    samples: Sequence[tuple[str, Labels, float]]


class Counter:
    """Counts from the start of the process, by labels."""

    def __init__(self, name: str, about: str, *labels: str) -> None:
        self._name, self._about, self._labels = name, about, labels
        self._values: dict[tuple[str, ...], float] = {}

    def add(self, *labels: str, by: float = 1.0) -> None:
        """Count up; with 0 it only appears."""
        self._values[labels] = self._values.get(labels, 0.0) + by

    def family(self) -> Family:
        """As it stands."""
        samples = [
            ("", tuple(zip(self._labels, labels, strict=True)), value)
            for labels, value in sorted(self._values.items())
        ]
        return Family(name=self._name, kind="counter", about=self._about, samples=samples)


class Histogram:
    """How often values up to each bound were seen, by one label."""

    def __init__(self, name: str, about: str, label: str, bounds: Sequence[float]) -> None:
        self._name, self._about, self._label, self._bounds = name, about, label, bounds
        self._counts: dict[str, list[int]] = {}
        self._sums: dict[str, float] = {}

    def observe(self, label: str, value: float) -> None:
        """Count one value."""
        counts = self._counts.setdefault(label, [0] * (len(self._bounds) + 1))
        counts[bisect_left(self._bounds, value)] += 1
        self._sums[label] = self._sums.get(label, 0.0) + value

    def family(self) -> Family:
        """As it stands."""
        samples = [sample for label in sorted(self._counts) for sample in self._samples(label)]
        return Family(name=self._name, kind="histogram", about=self._about, samples=samples)

    def _samples(self, label: str) -> Iterator[tuple[str, Labels, float]]:
        named = (self._label, label)
        bounds = [*map(_number, self._bounds), "+Inf"]
        for bound, count in zip(bounds, accumulate(self._counts[label]), strict=True):
            yield "_bucket", (named, ("le", bound)), count
        yield "_sum", (named,), self._sums[label]
        yield "_count", (named,), sum(self._counts[label])


def gauge(name: str, about: str, values: Mapping[Labels, float]) -> Family:
    """What is so at this moment."""
    samples = [("", labels, value) for labels, value in values.items()]
    return Family(name=name, kind="gauge", about=about, samples=samples)


def exposition(families: Iterable[Family]) -> str:
    """The whole page."""
    return "".join(f"{line}\n" for family in families for line in _lines(family))


def _lines(family: Family) -> Iterator[str]:
    about = family.about.translate(_ESCAPES)
    yield f"# HELP {family.name} {about}"
    yield f"# TYPE {family.name} {family.kind}"
    for suffix, labels, value in family.samples:
        named = ",".join(f'{name}="{text.translate(_ESCAPES)}"' for name, text in labels)
        yield f"{family.name}{suffix}{f'{{{named}}}' if named else ''} {_number(value)}"


def _number(value: float) -> str:
    return f"{value:.15g}"

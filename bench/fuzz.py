"""Does any broken text make the grammar stumble, stall or invent?

    bench/fuzz.py [--quick] [--seed N]

A million texts on all cores: our own samples with words swapped, dropped, doubled and replaced, cut anywhere, spliced,
strewn with control and other characters; as news (headline and text) and as rows of the wire. One in ten is noise that
no sample is in. No text may raise, cost more than 50 ms of processor time or give a deal that is not sound
(tests/extract/soundness.py), and noise gives no deal at all. The same seed makes the same texts.
"""

import argparse
import json
import multiprocessing
import os
import random
import string
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench import _samples
from bench.report import Target, finish
from bot.extract import deals
from bot.model import Deal, Report
from tests.extract.notation import MARCH, NOVEMBER, news, wire
from tests.extract.soundness import problems

CORPUS = Path(__file__).resolve().parents[1] / "tests" / "extract" / "corpus"
FULL, QUICK = 1_000_000, 20_000
BATCH = 2_000
Words = list[str]
SHOWN = 20  # failures of each sort that are printed
DEAR_S = 0.02  # a text that cost more is read again: what else runs here is not its cost
STREWN = "\x00\x1b\n\t\u200b\u202e\u2019\u2014\u0301&#;.,:()'\"-/"
DAYS = (NOVEMBER, MARCH)
FILERS = ("NYJ", "GB", "CLE", None)
TARGETS: dict[str, Target] = {
    "raised": ("<=", 0),
    "unsound": ("<=", 0),
    "deals_of_noise": ("<=", 0),
    "worst_ms": ("<=", 50),
}


@dataclass(kw_only=True)
class Tally:
    """What came of a batch of texts."""

    texts: int = 0
    with_deals: int = 0
    raised: list[str] = field(default_factory=list)
    unsound: list[str] = field(default_factory=list)
    deals_of_noise: list[str] = field(default_factory=list)
    worst: tuple[float, str] = (0.0, "")

    def add(self, other: "Tally") -> None:
        """Take in what came of another batch."""
        self.texts += other.texts
        self.with_deals += other.with_deals
        self.raised += other.raised
        self.unsound += other.unsound
        self.deals_of_noise += other.deals_of_noise
        self.worst = max(self.worst, other.worst)


def _corpus() -> list[str]:
    lines = (
        line for path in sorted(CORPUS.glob("*.jsonl")) for line in path.open(encoding="utf-8")
    )
    return [json.loads(line)["text"] for line in lines]


OWN = [*_samples.lines(_samples.NEWS), *_samples.lines(_samples.WIRE)]
LABELLED = _corpus()


def _sample(rng: random.Random) -> Words:
    return rng.choice(rng.choice((OWN, LABELLED))).split(" ")


def _swap(words: Words, rng: random.Random) -> Words:
    one, two = rng.randrange(len(words)), rng.randrange(len(words))
    words[one], words[two] = words[two], words[one]
    return words


def _drop(words: Words, rng: random.Random) -> Words:
    start = rng.randrange(len(words))
    return words[:start] + words[start + rng.randint(1, 4) :]


def _double(words: Words, rng: random.Random) -> Words:
    start = rng.randrange(len(words))
    piece = words[start : start + rng.randint(1, 6)]
    return words[:start] + piece * rng.choice((2, 2, 3, 40)) + words[start:]


def _splice(words: Words, rng: random.Random) -> Words:
    other = _sample(rng)
    return words[: rng.randrange(len(words) + 1)] + other[rng.randrange(len(other)) :]


def _replace(words: Words, rng: random.Random) -> Words:
    words[rng.randrange(len(words))] = rng.choice(_sample(rng))
    return words


def _cut(words: Words, rng: random.Random) -> Words:
    text = " ".join(words)
    start = rng.randrange(len(text) + 1)
    return text[start : start + rng.randint(1, 300)].split(" ")


def _strew(words: Words, rng: random.Random) -> Words:
    for _ in range(rng.randint(1, 5)):
        at = rng.randrange(len(words))
        spot = rng.randrange(len(words[at]) + 1)
        words[at] = words[at][:spot] + _character(rng) + words[at][spot:]
    return words


def _shout(words: Words, rng: random.Random) -> Words:
    return [rng.choice((word.upper(), word.lower(), word.title())) for word in words]


MUTATIONS: tuple[Callable[[Words, random.Random], Words], ...] = (
    _swap, _drop, _double, _splice, _replace, _cut, _strew, _shout,
)  # fmt: skip


def _character(rng: random.Random) -> str:
    """Control characters, typography, signs, and anything else that a string can hold."""
    return rng.choice(STREWN + chr(rng.randrange(0x110000)))


def broken(rng: random.Random) -> str:
    """A sample after one to six mutations."""
    words = _sample(rng)
    for _ in range(rng.randint(1, 6)):
        words = rng.choice(MUTATIONS)(words, rng) or [""]
    return " ".join(words)


def noise(rng: random.Random) -> str:
    """Characters or made-up words, in which there is nothing to read."""
    size = rng.randint(0, 300)
    match rng.randrange(3):
        case 0:
            return "".join(_character(rng) for _ in range(size))
        case 1:
            return "".join(rng.choices(string.printable, k=size))
        case _:
            letters = ("".join(rng.choices(string.ascii_lowercase, k=9)) for _ in range(size // 10))
            return " ".join(rng.choice((word, word.capitalize())) for word in letters)


def _report(make: Callable[[random.Random], str], rng: random.Random) -> Report:
    if rng.random() < 0.3:
        return wire(make(rng), rng.choice(FILERS), rng.choice(DAYS))
    return news(make(rng), make(rng) if rng.random() < 0.5 else "", rng.choice(DAYS))


def _cost(report: Report) -> tuple[float, tuple[Deal, ...]]:
    start = time.thread_time()
    found = deals(report)
    return time.thread_time() - start, found


def _try(report: Report, *, is_noise: bool, tally: Tally) -> None:
    shown = f"{report.kind} {report.filer} {report.title!r} {report.text!r}"
    try:
        cost, found = _cost(report)
        wrong = problems(report, found)
    except Exception as error:  # noqa: BLE001 - any at all is what is looked for
        tally.raised.append(f"{error!r}: {shown}")
        return
    if cost > DEAR_S:
        cost = min(cost, *(_cost(report)[0] for _ in range(3)))
    tally.worst = max(tally.worst, (cost * 1000, shown))
    tally.with_deals += bool(found)
    if wrong:
        tally.unsound.append(f"{wrong[0]}: {shown}")
    if is_noise and found:
        tally.deals_of_noise.append(shown)


def batch(seed: str) -> Tally:
    """Two thousand texts, always the same of one seed."""
    rng = random.Random(seed)
    tally = Tally(texts=BATCH)
    for _ in range(BATCH):
        is_noise = rng.random() < 0.1
        _try(_report(noise if is_noise else broken, rng), is_noise=is_noise, tally=tally)
    return tally


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--quick", action="store_true", help=f"{QUICK:,} texts")
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    count = QUICK if given.quick else FULL
    print(
        f"fuzz: {count:,} broken texts of {len(OWN) + len(LABELLED):,} samples, seed {given.seed}"
    )
    seeds = [f"{given.seed}/{number}" for number in range(count // BATCH)]
    total = Tally()
    with multiprocessing.Pool(os.cpu_count()) as pool:
        for tally in pool.imap_unordered(batch, seeds):
            total.add(tally)
    for failures in (total.raised, total.unsound, total.deals_of_noise):
        for line in failures[:SHOWN]:
            print(line[:600])
    print(f"dearest: {total.worst[1][:300]}")
    figures = {name: float(len(getattr(total, name))) for name in TARGETS if name != "worst_ms"}
    figures |= {"texts": total.texts, "with_deals": total.with_deals, "worst_ms": total.worst[0]}
    finish("fuzz", figures, TARGETS)


if __name__ == "__main__":
    main()

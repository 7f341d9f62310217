"""Does any hostile string ping, link, turn the reading direction or cover a line on Discord or Slack?

    bench/injections.py [--quick] [--strings N] [--seed N]

A million strings on all cores: names with pings, masked links, marks of direction, towers of accents, tags, controls
and code fences around and in them (tests/injections.py). Each goes through the sanitiser of both adapters, whole and
cut short; every 25 make a trade whose card is rendered in all forms for both platforms. Judged is what comes out, by
the laws of tests/adapters/*/card_laws.py, which share no code with the adapters. The same judge counts how many of the
raw strings are hostile, so that a blind one is noticed. The same seed makes the same strings.
"""

import argparse
import multiprocessing
import os
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.report import Target, finish
from tests.adapters.discord.card_laws import problems as on_discord
from tests.adapters.slack.card_laws import problems as on_slack
from tests.any_cards import card_of
from tests.injections import harm, injection, is_hostile

FULL, QUICK, BATCH = 1_000_000, 10_000, 1_000
A_CARD = 25  # strings
CUT_MIN, CUT_MAX = 5, 200
SHOWN = 20  # failures that are printed
TARGETS: dict[str, Target] = {
    "harmful": ("<=", 0),
    "raised": ("<=", 0),
    "hostile_share": (">=", 0.8),
}


@dataclass(kw_only=True)
class Tally:
    """What came of a batch of strings."""

    hostile: int = 0
    cards: int = 0
    harmful: list[str] = field(default_factory=list)
    raised: list[str] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        """Take in what came of another batch."""
        self.hostile += other.hostile
        self.cards += other.cards
        self.harmful += other.harmful
        self.raised += other.raised


def attempt(rng: Random, tally: Tally) -> None:
    """Twenty-five strings, one by one and then on a card."""
    texts = [injection(rng) for _ in range(A_CARD)]
    tally.hostile += sum(map(is_hostile, texts))
    tally.cards += 1
    try:
        found = [told for text in texts for told in harm(text, rng.randint(CUT_MIN, CUT_MAX))]
        card = card_of(rng, texts)
        found += on_discord(card) + on_slack(card)
    except Exception as error:  # noqa: BLE001 - any at all is what is looked for
        tally.raised.append(f"{error!r} of {texts!r}")
    else:
        tally.harmful += [f"{found[0]} of {texts!r}"] if found else []


def batch(seed: str) -> Tally:
    """A thousand strings, always the same of one seed."""
    rng, tally = Random(seed), Tally()
    for _ in range(BATCH // A_CARD):
        attempt(rng, tally)
    return tally


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--quick", action="store_true", help=f"{QUICK:,} strings")
    options.add_argument("--strings", type=int, default=FULL)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    count, start = (QUICK if given.quick else given.strings), time.perf_counter()
    print(f"injections: {count:,} hostile strings, seed {given.seed}")
    total = Tally()
    with multiprocessing.Pool(os.cpu_count()) as pool:
        for one in pool.imap_unordered(batch, (f"{given.seed}/{n}" for n in range(count // BATCH))):
            total.add(one)
    for line in [*total.harmful[:SHOWN], *total.raised[:SHOWN]]:
        print(line[:600])
    figures = {
        "strings": count,
        "cards": total.cards,
        "hostile_share": total.hostile / count,
        "harmful": len(total.harmful),
        "raised": len(total.raised),
        "seconds": time.perf_counter() - start,
    }
    finish("injections", figures, TARGETS)


if __name__ == "__main__":
    main()

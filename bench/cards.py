"""Can any trade's card break a limit of Discord or Slack, ping somebody, link somewhere or turn the reading direction?

    bench/cards.py [--quick] [--seed N]

A hundred thousand trades on all cores, with up to four clubs and 30 assets, their names full of mentions, links,
markup, direction marks and towers of accents; each card in all its forms (full, compact, story, text, buttons),
held against the laws of both platforms (tests/adapters/*/card_laws.py). The same seed makes the same trades.
"""

import argparse
import multiprocessing
import os
import sys
import time
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.report import Target, finish
from tests.adapters.discord.card_laws import problems as on_discord
from tests.adapters.slack.card_laws import problems as on_slack
from tests.any_cards import card_of, mischievous

FULL, QUICK, BATCH = 100_000, 2_000, 500
SHOWN = 20  # failures that are printed
TARGETS: dict[str, Target] = {"harmful": ("<=", 0), "raised": ("<=", 0)}


def batch(seed: str) -> tuple[list[str], list[str]]:
    """Five hundred cards: what is wrong with them, and what could not even be made."""
    rng, harmful, raised = Random(seed), [], []
    for _ in range(BATCH):
        texts = [mischievous(rng) for _ in range(rng.randint(1, 6))]
        try:
            card = card_of(rng, texts)
            if found := on_discord(card) + on_slack(card):
                harmful.append(f"{found[0]} of {texts!r}")
        except Exception as error:  # noqa: BLE001 - any at all is what is looked for
            raised.append(f"{error!r} of {texts!r}")
    return harmful, raised


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--quick", action="store_true", help=f"{QUICK:,} trades")
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    count, start = (QUICK if given.quick else FULL), time.perf_counter()
    print(f"cards: {count:,} trades with mischievous names, seed {given.seed}")
    harmful: list[str] = []
    raised: list[str] = []
    with multiprocessing.Pool(os.cpu_count()) as pool:
        seeds = (f"{given.seed}/{number}" for number in range(count // BATCH))
        for bad, broken in pool.imap_unordered(batch, seeds):
            harmful += bad
            raised += broken
    for line in [*harmful[:SHOWN], *raised[:SHOWN]]:
        print(line[:600])
    seconds = time.perf_counter() - start
    figures = {"trades": count, "harmful": len(harmful), "raised": len(raised), "seconds": seconds}
    finish("cards", figures, TARGETS)


if __name__ == "__main__":
    main()

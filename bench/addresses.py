"""Is any private address reached by a feed, however it is spelled and whichever way it is led there?

    bench/addresses.py [--quick]

Every form of tests/feeds/private_hosts.py against a loopback server that nobody may reach: as the feed's own url, by
a public server's redirect, and by a name that means a public address first and the private one at the next look-up
(there the form is only a number, so names and disguises are left out). Counted is what the client gave and what the
server saw. `--quick` changes nothing: all of it takes seconds.
"""

import argparse
import asyncio
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.report import Target, finish
from tests.feeds.private_hosts import (
    PRIVATE_HOSTS,
    REACHED,
    Said,
    by_rebinding,
    by_redirect,
    directly,
)

WAYS = {"direct": directly, "redirect": by_redirect, "rebinding": by_rebinding}
TARGETS: dict[str, Target] = {
    **{f"reached_{way}": ("<=", 0.0) for way in WAYS},
    **{f"tried_{way}": (">=", 60.0) for way in WAYS},
}


async def tried() -> dict[str, Said]:
    """What each way said of each form."""
    return {way: await attempt() for way, attempt in WAYS.items()}


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--quick", action="store_true", help="the same")
    options.parse_args()
    print(f"addresses: {len(PRIVATE_HOSTS)} forms of private addresses")
    figures = {"forms": len(PRIVATE_HOSTS)}
    for way, said in asyncio.run(tried()).items():
        reached = [form for form, sentence in said.items() if sentence == REACHED]
        figures |= {f"tried_{way}": len(said), f"reached_{way}": len(reached)}
        print(*(f"{way}: {form} was reached" for form in reached), sep="\n", end="")
    finish("addresses", figures, TARGETS)


if __name__ == "__main__":
    main()

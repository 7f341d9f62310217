"""How well are trades recognised, how fast, and what does a hostile text cost?

    bench/extraction.py [--quick]

The labelled texts of the reference data (dev) and our own (tests/extract/corpus) are read and scored by the reference
data's scorer, whose table is printed for each. Beside every score stands the naive peer: a word of trading and two clubs
in a text. Times are of one core's processor, so that what else runs here changes them little: documents per second of
both, taking turns in one run, and the dearest of the hostile kinds, each 100,000 characters long, as headline, as text,
as both and as a row of the wire, bare and behind a trade that is one.
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from typing import Any, TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench import _keyword_rule
from bench.report import Target, finish
from bot.extract import deals
from bot.extract.export import as_json
from bot.model import Report
from tests.extract.hostile import LEAD, kinds
from tests.extract.notation import news, wire

ROOT = Path(__file__).resolve().parents[1]
REFERENCE = ROOT.parent / "shared" / "extraction"
CORPUS = ROOT / "tests" / "extract" / "corpus"
SIZE = 100_000  # characters of a hostile text
SCORES = {  # ours: the scorer's
    "precision": "precision",
    "recall": "recall",
    "f1": "f1",
    "players": "terms_players",
    "picks": "terms_picks",
    "status": "status_acc",
    "attribution": "attribution_acc",
    "wrong_direction": "moves_wrong_direction",
}
TARGETS: dict[str, Target] = {
    "dev_precision": (">=", 0.99),
    "dev_recall": (">=", 0.95),
    "dev_players": (">=", 0.95),
    "dev_picks": (">=", 0.90),
    "dev_status": (">=", 0.95),
    "dev_attribution": (">=", 0.95),
    "dev_wrong_direction": ("<=", 0),
    "docs_per_s": (">=", 1000),
    "hostile_kinds": (">=", 40),
    "hostile_worst_ms": ("<=", 50),
}
Row = dict[str, Any]
T = TypeVar("T")


def rows(paths: Iterable[Path]) -> list[Row]:
    """The labelled texts of some files."""
    lines = (line for path in paths for line in path.open(encoding="utf-8"))
    return [json.loads(line) for line in lines if line.strip()]


def sets() -> dict[str, list[Row]]:
    """The labelled texts by what they are: dev, then ours by the first part of their files' names."""
    found = {"dev": rows([REFERENCE / "dev.jsonl"])}
    paths = sorted(CORPUS.glob("*.jsonl"))
    for name, group in groupby(paths, key=lambda path: path.stem.partition("-")[0]):
        found[name] = rows(group)
    return found


def as_report(row: Row) -> Report:
    """A labelled text as a feed publishes it, at noon."""
    noon = datetime.fromisoformat(row["date"]).replace(hour=12, tzinfo=UTC)
    return news(row["text"], row.get("title", ""), noon, row.get("author", ""))


def words(row: Row) -> str:
    """Headline and text, for the naive peer."""
    return f"{row.get('title', '')}\n{row['text']}"


def by_grammar(row: Row) -> list[Row]:
    """What ours says, as the scorer reads it."""
    return [as_json(deal) for deal in deals(as_report(row))]


def by_keywords(row: Row) -> list[Row]:
    """What the naive peer says: that there is a trade, without terms."""
    return [{"kind": "trade"}] if _keyword_rule.is_trade(words(row)) else []


def scored(gold: list[Row], read: Callable[[Row], list[Row]]) -> tuple[dict[str, float], str]:
    """The scorer's figures of a set, and its table."""
    told = [{"id": row["id"], "deals": read(row)} for row in gold]
    with tempfile.TemporaryDirectory(prefix="gridwire-bench-") as folder:
        paths = [Path(folder) / "gold.jsonl", Path(folder) / "told.jsonl"]
        for path, items in zip(paths, (gold, told), strict=True):
            path.write_text("\n".join(map(json.dumps, items)), encoding="utf-8")
        command = [sys.executable, str(REFERENCE / "score.py"), *map(str, paths)]
        run = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    figures: dict[str, float] = json.loads(run.stdout)
    return figures, run.stderr


def score_figures(name: str, gold: list[Row]) -> dict[str, float]:
    """Ours with every field, and the naive peer's detection."""
    ours, table = scored(gold, by_grammar)
    peer, _ = scored(gold, by_keywords)
    print(f"{name}\n{table}")
    return {
        **{f"{name}_{short}": ours[long] for short, long in SCORES.items()},
        **{f"{name}_keywords_{short}": peer[short] for short in ("precision", "recall", "f1")},
    }


def _cost(work: Callable[[T], object], items: Sequence[T]) -> float:
    """Seconds of this process's processor for all of them."""
    start = time.process_time()
    for item in items:
        work(item)
    return time.process_time() - start


def speed_figures(every: Sequence[Row], rounds: int) -> dict[str, float]:
    """Documents per second: medians of rounds, in which the two take turns."""
    reports, texts = [as_report(row) for row in every], [words(row) for row in every]
    ours, peer = [], []
    for _ in range(rounds + 1):
        ours.append(len(every) / _cost(deals, reports))
        peer.append(len(every) / _cost(_keyword_rule.is_trade, texts))
    return {  # the first round only warms up
        "docs": float(len(every)),
        "docs_per_s": statistics.median(ours[1:]),
        "keywords_docs_per_s": statistics.median(peer[1:]),
    }


def hostile() -> Iterator[tuple[str, Report]]:
    """Every kind in every place."""
    for kind, text in kinds(SIZE).items():
        for lead in ("", LEAD):
            whole = lead + text
            name = f"{kind}, behind a trade" if lead else kind
            yield f"{name}, headline", news("", whole)
            yield f"{name}, text", news(whole)
            yield f"{name}, both", news(whole, whole)
            yield f"{name}, wire", wire(whole, "NYJ")


def hostile_figures(rounds: int) -> dict[str, float]:
    """The dearest reports, each at its cheapest of so many tries: what else runs here is not its cost."""

    def cheapest(report: Report) -> float:
        return min(_cost(deals, [report]) for _ in range(rounds)) * 1000

    costs = sorted(((cheapest(report), name) for name, report in hostile()), reverse=True)
    for cost, name in costs[:5]:
        print(f"  {cost:6.1f} ms  {name}")
    return {
        "hostile_kinds": float(len(kinds(0))),
        "hostile_worst_ms": costs[0][0],
        "hostile_median_ms": statistics.median(cost for cost, _ in costs),
    }


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--quick", action="store_true", help="fewer rounds")
    quick = options.parse_args().quick
    if not REFERENCE.exists():
        print(f"The reference data is not beside this checkout ({REFERENCE}): nothing to score.")
        sys.exit(2)
    print("extraction: the grammar beside a keyword rule")
    figures: dict[str, float] = {}
    texts = sets()
    for name, gold in texts.items():
        figures |= score_figures(name, gold)
    every = [row for gold in texts.values() for row in gold]
    figures |= speed_figures(every, 2 if quick else 9)
    figures |= hostile_figures(2 if quick else 5)
    finish("extraction", figures, TARGETS)


if __name__ == "__main__":
    main()

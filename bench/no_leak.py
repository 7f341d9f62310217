"""Does a card of the past come out as it would have then, from the files that existed then?

    bench/no_leak.py [--quick]

For ten trades spread over five seasons nflverse's files are cut to what was known on the morning of the day (later
weeks, trades, drafts and totals dropped, later scores and pick numbers blanked), loaded by `gridwire stats load` from a
mirror on this machine into a file of its own, and the card is compared, word for word, with the one from the whole
data. Identities and positions are today's in both. Needs the reference data beside the checkout, else exit 2.
"""

import argparse
import csv
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.report import finish
from bot.stats.db import Stats
from tests import reference
from tests.conftest import SHARED, coaches_table
from tests.oracle.record import Record, Trade
from tests.oracle.words import club
from tests.oracle.world import World, regular_season_known
from tests.stats.cards import computed, trades

Row = dict[str, str]
_OUTCOME = (
    "away_score home_score result total overtime away_qb_id home_qb_id away_qb_name home_qb_name "
    "away_coach home_coach"
).split()


class Cut:
    """The reference data as it was on the morning of a day."""

    def __init__(self, world: World, day: str) -> None:
        self._world, self._day = world, day

    def write(self, source: Path, folder: Path) -> None:
        """The cut files under `folder`; files that nobody had then are left out."""
        for kind in ("coaches", "draft"):
            (folder / kind).symlink_to(source / kind)
        (folder / "nflverse").mkdir()
        for path in sorted((source / "nflverse").iterdir()):
            rule = self._rule(path.name)
            target = folder / "nflverse" / path.name
            if rule:
                _copy(path, target, rule)
            else:
                target.symlink_to(path)

    def _rule(self, name: str) -> Callable[[Row], Row | None] | None:
        rules = {
            "games_": self._game,
            "player_stats_": self._weekly,
            "stats_player_reg_": self._total,
            "weekly_rosters_": self._weekly,
            "injuries_": self._weekly,
            "snap_counts_": self._weekly,
            "draft_picks_": self._draft,
            "trades.csv": self._leg,
        }
        return next((rule for start, rule in rules.items() if name.startswith(start)), None)

    def _game(self, row: Row) -> Row:
        return row if row["gameday"] < self._day else row | dict.fromkeys(_OUTCOME, "")

    def _weekly(self, row: Row) -> Row | None:
        team = club(row.get("recent_team") or row["team"])
        known = self._world.known(int(row["season"]), int(row["week"]), team)
        return row if known <= self._day else None

    def _total(self, row: Row) -> Row | None:
        known = regular_season_known(self._world, int(row["season"]))
        return row if known <= self._day else None

    def _draft(self, row: Row) -> Row | None:
        return row if f"{row['season']}-05-15" <= self._day else None

    def _leg(self, row: Row) -> Row | None:
        if row["trade_date"] > self._day:
            return None
        later = []
        if row["pick_season"] and f"{row['pick_season']}-04-01" > self._day:
            later.append("pick_number")
        if row["pick_season"] and f"{row['pick_season']}-05-15" > self._day:
            later += ["pfr_id", "pfr_name"]
        return row | dict.fromkeys(later, "")


def _copy(source: Path, target: Path, rule: Callable[[Row], Row | None]) -> None:
    with source.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        kept = [row for row in map(rule, reader) if row is not None]
        names = reader.fieldnames or []
    per_season = any(source.name.startswith(p) for p in ("player_stats_", "stats_player", "snap_"))
    if not kept and per_season:
        return
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names)
        writer.writeheader()
        writer.writerows(kept)


def then(world: World, trade: Trade, folder: Path) -> Path:
    """A file of the statistics that were there on the day of a trade, made in an empty folder."""
    (folder / "data").mkdir()
    Cut(world, trade.day).write(SHARED / "data", folder / "data")
    season = max(s for (s, _), known in world.weeks.items() if known <= trade.day)
    return reference.load(SHARED, folder, f"2020-{season}", folder / "data")


def changed(world: World, whole: Stats, some: list[Trade]) -> Iterator[str]:
    """The trades whose card differs."""
    for trade in some:
        with (
            tempfile.TemporaryDirectory(prefix="gridwire-bench-") as folder,
            Stats(then(world, trade, Path(folder))) as past,
        ):
            was, now = computed(past, trade), computed(whole, trade)
        print(f"  {trade.day} nflverse:{trade.id}: {len(now)} reasons", end="")
        print("" if was == now else ", NOT the same", flush=True)
        for said in {*map(str, was)} ^ {*map(str, now)}:
            print(f"    {said}")
        if was != now:
            yield str(trade.id)


def main() -> None:
    """Measure, and tell."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="three trades instead of ten")
    given = parser.parse_args()
    if not SHARED.is_dir():
        print(f"the reference data is missing: {SHARED}", file=sys.stderr)
        sys.exit(2)
    world = World(SHARED / "data")
    all_ = trades(Record(SHARED / "data", coaches_table(), world.people), players=True)
    all_ = [
        t for t in all_ if t.day >= min(world.weeks.values())
    ]  # before, there is nothing to load
    count = 3 if given.quick else 10
    some = sorted(all_, key=lambda t: t.day)[len(all_) // count // 2 :: len(all_) // count][:count]
    with (
        tempfile.TemporaryDirectory(prefix="gridwire-bench-") as folder,
        Stats(reference.load(SHARED, Path(folder), "2020-2024")) as whole,
    ):
        wrong = list(changed(world, whole, some))
    finish("no_leak", {"cards": len(some), "changed": len(wrong)}, {"changed": ("<=", 0)})


if __name__ == "__main__":
    main()

"""Are our answers nflreadpy's, how much faster are they, and what do they weigh?

    bench/stats.py [--quick]

nflreadpy with polars, its memory cache warm, and our queries each in a process of their own, taking turns in one run;
every answer is compared first, in all that ours holds: a line has twelve statistics of offence, the games and the clubs
in order; a game log the opponent, at home or away, day and score of each game; a rank every club's sum. Where one file
of nflverse does not tell, nflreadpy takes a second one (weekly rows for the clubs, the schedule for the games), each
time in the cheapest way found; "faster_than_season_totals", "_compare_totals" and "_weekly_rows" set our whole answer
against what the first file alone takes it, for information. The host is the loopback mirror of the reference data:
seasons 2020 to 2024, weekly rows of offence only. Figures that begin with "full_" are of 27 seasons of about the real
size, made up of those five: the same seasons again as older ones of other people, and each weekly row twice more under
other ids. A career high of five seasons and their memory weigh too little to show a ratio: of an answer of microseconds
most is the look-up itself (floor), and of our memory the interpreter and its modules (bare_python_rss_mb); both are
shown, and gated at 27 seasons, which is what the service loads. Names are 25,000: the real ones, then known first names
with known last names. Loading is of the season 2023, all its files; the peer takes them into memory and writes each
once, as it is.
"""

import argparse
import asyncio
import json
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench._stats_child import ROOT, Child
from bench._stats_grown import grown, names_only
from bench._stats_lag import ASKERS, lag_figures
from bench._stats_names import names_figures
from bench._stats_sides import SHAPES, cases, check, rounds, speed_figures
from bench.report import Target, finish

MIRROR = ROOT.parent / "shared" / "tools" / "nflverse_mirror.py"
REAL = range(2020, 2025)
FULL = range(1998, 2025)
CROWD = 2
MEASURED = 2023  # the season with all its files in the reference data
SEASONAL = ("player_stats", "injuries", "depth_charts", "snap_counts", "rosters_weekly")
BARE = "import sys; print('up', flush=True); sys.stdin.read()"
TEN = ("season_line", "game_log", "compare", "leaders", "club_rank")
ONE_ROW = ("season_line", "compare", "season_high")  # a game log reads a dozen: shown, not gated
SPEED: dict[str, Target] = {
    **{f"{label}{shape}_faster": (">=", 10) for label in ("", "full_") for shape in TEN},
    **{f"{label}{shape}_over_floor": ("<=", 8) for label in ("", "full_") for shape in ONE_ROW},
    "full_season_high_faster": (">=", 100),
}
TARGETS: dict[str, Target] = SPEED | {
    "different_answers": ("<=", 0),
    "full_rss_smaller": (">=", 8),
    "names_prefix_ms": ("<=", 1),
    "names_typo_ms": ("<=", 5),
    "names_typo_recall_at_25": (">=", 0.98),
    "names_index_mb": ("<=", 20),
    "load_over_plain": ("<=", 2),
    "ask_50_gap_ms": ("<=", 20),
    "ask_50_answered_or_choices": (">=", ASKERS),
}


@contextmanager
def mirror() -> Iterator[str]:
    """The address of nflverse's files on this machine."""
    command = [sys.executable, str(MIRROR)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603
        assert process.stdout is not None
        try:
            yield json.loads(process.stdout.readline())["url"]
        finally:
            process.kill()


def load(db: Path, url: str, seasons: range) -> dict[str, float]:
    """Our loader in its own process; seconds from event to event, by data set and season."""
    command = [sys.executable, "-m", "bot.stats.load", str(db), *map(str, seasons), "--mirror", url]
    took: dict[str, float] = {}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:  # noqa: S603
        assert process.stdout is not None
        before = time.perf_counter()
        for line in process.stdout:
            event = json.loads(line)
            now = time.perf_counter()
            took[f"{event.get('dataset')} {event.get('season')}"] = now - before
            before = now
    assert process.returncode == 0, f"the load ended with {process.returncode}"
    return took


def load_figures(folder: Path, url: str, count: int) -> dict[str, float]:
    """Seconds for one season, and over those of the plain way; each in a new process, the two take turns."""
    ours, plain = [], []
    for number in range(count):
        took = load(folder / f"one-{number}.db", url, range(MEASURED, MEASURED + 1))
        ours.append(sum(took[f"{name} {MEASURED}"] for name in SEASONAL))
        with Child("_stats_peer.py", url) as peer:
            case = {"season": MEASURED, "folder": str(folder)}
            plain.append(peer.ask("load_and_write", [case])["us"][0] / 1e6)
    over = statistics.median(one / other for one, other in zip(ours, plain, strict=True))
    own, their = statistics.median(ours), statistics.median(plain)
    return {"load_season_s": own, "load_plain_s": their, "load_over_plain": over}


def bare_mb() -> float:
    """An interpreter that does nothing."""
    with subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", BARE], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        status = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
        process.kill()
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def sides(db: Path, peer: Child, seasons: range, label: str, quick: bool) -> dict[str, float]:  # noqa: FBT001
    """Answers compared, then times, then memory after all that work."""
    with Child("_stats_ours.py", db) as ours:
        asked = cases(db, peer, seasons, 20 if quick else 40)
        wrong = check(ours, peer, asked)
        figures = {f"{label}answers_compared": float(len(asked) * len(SHAPES))}
        figures |= speed_figures(*rounds(ours, peer, asked, 3 if quick else 7), label)
        own, their = (side.ask("rss", [{}])["answers"][0] for side in (ours, peer))
    figures |= {f"{label}rss_mb": own, f"{label}rss_nflreadpy_mb": their}
    return figures | {f"{label}rss_smaller": their / own, "different_answers": float(wrong)}


def measure(folder: Path, url: str, quick: bool) -> dict[str, float]:  # noqa: FBT001
    """Both sizes, then loading."""
    real, full = folder / "real.db", folder / "full.db"
    load(real, url, REAL)
    first, last = REAL[0], REAL[-1]
    with Child("_stats_peer.py", url, first, last, first, 0) as peer:
        figures = sides(real, peer, REAL, "", quick)
        figures |= load_figures(folder, url, 3 if quick else 7)
        names = folder / "names.db"
        names_only(real, names)
        figures |= names_figures(names, 200 if quick else 1000)
    figures |= asyncio.run(lag_figures(real, 3 if quick else 7))
    grown(real, full, REAL, FULL[0], CROWD)
    with Child("_stats_peer.py", url, first, last, FULL[0], CROWD) as peer:
        more = sides(full, peer, FULL, "full_", quick)
    more["different_answers"] += figures["different_answers"]
    return {"bare_python_rss_mb": bare_mb()} | figures | more


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--quick", action="store_true", help="fewer questions and rounds")
    quick = options.parse_args().quick
    if not MIRROR.exists():
        print(
            f"The reference data is not beside this checkout ({MIRROR}): nothing to compare with."
        )
        sys.exit(2)
    print("statistics: ours beside nflreadpy, memory cache warm")
    with tempfile.TemporaryDirectory(prefix="gridwire-bench-") as folder, mirror() as url:
        figures = measure(Path(folder), url, quick)
    finish("stats", figures, TARGETS)


if __name__ == "__main__":
    main()

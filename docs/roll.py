# ruff: noqa: INP001 - run by hand, no package
"""Write bot/extract/roll.txt from a loaded stats.db: python docs/roll.py STATS_DB.

Load all seasons first (gridwire stats load); run it again after each draft.
"""

import sqlite3
import sys
from pathlib import Path

FIRST = 2000
ROLL = Path(__file__).parents[1] / "bot" / "extract" / "roll.txt"
HEAD = "# Whom each club drafted (a season), and who else played for it (a+season). Data: nflverse, CC BY 4.0.\n"
DRAFTED = (
    "SELECT team, season, name, pid FROM draft_pick WHERE season >= ? ORDER BY season, team, pick"
)
PLAYED = """
SELECT s.team, s.season, p.name, s.pid FROM player_season s JOIN player p USING (pid)
WHERE s.season_type = 'REG' AND s.games >= 3 ORDER BY s.season, s.team, p.name"""


def main() -> None:
    """Read both tables, and write one line a club and season."""
    stats = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
    lines: dict[str, list[str]] = {}
    drafted_by: dict[int, str] = {}
    for team, season, name, pid in stats.execute(DRAFTED, (FIRST,)):
        lines.setdefault(f"{team} {season}", []).append(name)
        drafted_by[pid] = team
    for team, season, name, pid in stats.execute(PLAYED):
        if drafted_by.get(pid) != team:
            lines.setdefault(f"{team} +{season}", []).append(name)
    ROLL.write_text(HEAD + "".join(f"{key}:{';'.join(lines[key])}\n" for key in sorted(lines)))


if __name__ == "__main__":
    main()

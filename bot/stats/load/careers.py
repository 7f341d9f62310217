"""Whom a row without ids means, by name and years; and the facts by which look-ups rank players."""

import sqlite3
from typing import Any

from bot.stats.load.people import People

_LONGEST = 20  # seasons of a career
_LATEST = """
    SELECT pid, season, games, team, max(season * 100 + games) FROM (
      SELECT pid, season, games, team FROM player_season WHERE season_type = 'REG'
      UNION ALL
      SELECT pid, season, count(*), team FROM snap WHERE game_type = 'REG' GROUP BY pid, season
      UNION ALL
      SELECT pid, season, 0, team FROM (SELECT pid, season, team, max(week) FROM roster_week GROUP BY pid, season)
    ) GROUP BY pid
"""


class Careers:
    """When everybody entered the league, and where he was last."""

    def __init__(self, db: sqlite3.Connection, people: People) -> None:
        self._people = people
        query = "SELECT pid, coalesce(draft_season, rookie_season), last_club FROM player"
        self._known: dict[int, tuple[int | None, str | None]] = {
            pid: (entered, club) for pid, entered, club in db.execute(query)
        }
        drafted = "SELECT season, team, pid FROM draft_pick WHERE pid IS NOT NULL"
        self._drafted: set[tuple[int, str, int]] = set(db.execute(drafted))

    def entered(self, pid: int | None) -> int | None:
        """His first season, if that is known."""
        return self._known.get(pid or 0, (None, None))[0]

    def drafted_in(self, name: str, position: str | None, season: int) -> int | None:
        """The only one of that name and kind of position who entered the league then."""
        found = [p for p in self._named(name, position) if self.entered(p) == season]
        return found[0] if len(found) == 1 else None

    def active_in(self, name: str, season: int, club: str) -> int | None:
        """The only one of that name, if he had entered by then and not too long ago.

        Nobody where the club that gets him drafted him in that season: he was a pick then.
        """
        found = self._named(name, None)
        if len(found) != 1 or (season, club, found[0]) in self._drafted:
            return None
        since = self.entered(found[0])
        return found[0] if since is not None and since <= season < since + _LONGEST else None

    def signed_by(self, row: dict[str, Any], club: str | None) -> int | None:
        """Whose contract it is: of several namesakes he of that draft, else he who was with that club last."""
        found = self._named(row["player"], row["position"])
        if len(found) > 1 and row["draft_year"]:
            found = [pid for pid in found if self.entered(pid) == row["draft_year"]]
        if len(found) > 1 and club:
            found = [pid for pid in found if self._known[pid][1] == club]
        return found[0] if len(found) == 1 else None

    def _named(self, name: str, position: str | None) -> list[int]:
        return [p.pid for p in self._people.called(name, position) if p.pid in self._known]


def refresh(db: sqlite3.Connection) -> None:
    """Each player's latest season, his games in it and his club; inside a transaction."""
    db.executemany(
        "UPDATE player SET last_season = ?, recent_games = ?, last_club = ? WHERE pid = ?"
        " AND (last_season, recent_games, last_club) IS NOT (?1, ?2, ?3)",
        [(season, games, team, pid) for pid, season, games, team, _ in db.execute(_LATEST)],
    )


def stamp(db: sqlite3.Connection) -> str:
    """Changes with what is known of the players, not with rows that only have a name."""
    query = "SELECT count(gsis), count(rookie_season), total(last_season) FROM player"
    return "/".join(str(int(number)) for number in db.execute(query).fetchone())

"""Who carries the load in a club's position group, and what he did there."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final

from bot.model import ClubCode
from bot.stats import queries
from bot.stats.facts import GameLine, Numbers, Snaps
from bot.stats.groups import OFFENCE, SNAP_USAGE
from bot.stats.insights import words
from bot.stats.insights.case import Case
from bot.stats.queries.rows import added

_RECENT = 3  # games told one by one
_LEADS: Final = {  # now, and of a time that is over
    "QB": ("has thrown the most passes", "threw the most passes"),
    "RB": ("leads the backs", "led the backs"),
    "WR": ("leads the receivers", "led the receivers"),
    "TE": ("leads the tight ends", "led the tight ends"),
    "OL": ("plays the most on the offensive line", "played the most on the offensive line"),
    "DL": ("plays the most on the defensive line", "played the most on the defensive line"),
    "LB": ("plays the most of the linebackers", "played the most of the linebackers"),
    "DB": ("plays the most in the secondary", "played the most in the secondary"),
}
_AMONG: Final = {
    "WR": "among the receivers",
    "OL": "on the offensive line",
    "DL": "on the defensive line",
    "LB": "among the linebackers",
    "DB": "in the secondary",
}
ONE_MAN: Final = frozenset({"QB", "RB", "TE"})  # groups in which one man's load can pass to another
_OWN: Final = {  # the part of a line that the group is there for; the rest is said after it
    "QB": ("completions", "attempts", "passing_yards", "passing_tds", "passing_interceptions"),
    "RB": ("carries", "rushing_yards", "rushing_tds"),
}
_BRIEF: Final = {  # a game as 11-34, or 15-52-2 with touchdowns
    "RB": ("carries", "rushing_yards", "rushing_tds"),
    "WR": ("receptions", "receiving_yards", "receiving_tds"),
    "TE": ("receptions", "receiving_yards", "receiving_tds"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """What a player did for one club in some weeks of a regular season.

    Attributes:
        games: his weekly rows; of a group whose usage is snaps, his snap rows too.
        line: his group's statistics over them.
        weeks: of his last three games.
        recent: these games, without those that only a snap row shows.
        shares: week -> per cent of his side's snaps in them.
    """

    name: str
    group: str
    games: int
    line: dict[str, float]
    weeks: tuple[int, ...]
    recent: tuple[GameLine, ...]
    shares: Mapping[int, int]

    def data(self) -> dict[str, Any]:
        """The last games, as an insight carries them."""
        return {
            "by_game": [
                {"week": g.week, "opponent": g.opponent, "line": words.line(self.group, g.numbers)}
                for g in self.recent
            ],
            "snaps": by_week(self.shares),
        }


def leader(  # noqa: PLR0917 - reads as a sentence
    case: Case,
    club: ClubCode,
    group: str,
    season: int,
    weeks: tuple[int, int],
    but: Collection[int] = (),
) -> int | None:
    """Who of a group had the greatest usage for a club in these weeks, leaving some players out."""
    usage = queries.group_usage(case.stats, club, group, season, weeks, case.as_of)
    return next((pid for pid, _ in usage if pid not in but), None)


def load(case: Case, pid: int, club: ClubCode, group: str, season: int, last: int) -> Load:  # noqa: PLR0917
    """What he did for this club in weeks 1 to `last`."""
    log = _games(case, pid, club, season, last)
    seen = _snaps(case, pid, club, season, last)
    played = {game.week for game in log}
    if group in SNAP_USAGE:
        played |= {row.week for row in seen}
    recent = tuple(sorted(played)[-_RECENT:])
    return Load(
        name=queries.who(case.stats, pid).name,
        group=group,
        games=len(played),
        line=words.line(group, added(game.numbers for game in log)),
        weeks=recent,
        recent=tuple(game for game in log if game.week in recent),
        shares={row.week: _percent(row, group) for row in seen if row.week in recent},
    )


def shares(
    case: Case, pid: int, club: ClubCode, group: str, weeks: Collection[int]
) -> dict[int, int]:
    """His per cent of his side's snaps, by week, in those of the weeks with a snap row of him."""
    seen = _snaps(case, pid, club, case.season, case.through)
    return {row.week: _percent(row, group) for row in seen if row.week in weeks}


def by_week(of: Mapping[int, int]) -> list[dict[str, int]]:
    """Snap shares as an insight carries them."""
    return [{"week": week, "pct": pct} for week, pct in of.items()]


def leads(group: str) -> str:
    """That somebody carries the load of this group: "leads the backs"."""
    return _LEADS[group][0]


def led(group: str) -> str:
    """That somebody once did."""
    return _LEADS[group][1]


def was_next(group: str) -> str:
    """That he came after the traded player, in a group of several starters."""
    return f"was next {_AMONG[group]}"


def ahead(  # noqa: PLR0917 - reads as a sentence
    case: Case, pid: int, other: int, club: ClubCode, group: str, weeks: tuple[int, int]
) -> bool:
    """Whether one carried more than the other for a club in weeks of this season."""
    used = dict(queries.group_usage(case.stats, club, group, case.season, weeks, case.as_of))
    return used.get(pid, 0) > used.get(other, 0)


def own_part(load: Load) -> str:
    """What his group is there for, in words: a back's carries. It may be empty."""
    return words.line_text(_split(load)[0])


def story(load: Load) -> str:
    """His weeks, as the end of a sentence: ": 19 carries for 62 yards (11-34 v TB, 8-28 v PHI), 6 catches"."""
    own, rest = (words.line_text(part) for part in _split(load))
    games = ", ".join(f"{_brief(load, game)} v {game.opponent}" for game in load.recent)
    if own and load.group in _BRIEF:
        own += f" ({'' if load.games == len(load.recent) else 'last: '}{games})"
    said = ", ".join(part for part in (own, rest) if part) or _snap_text(load)
    return said and f": {said}"


def lately(load: Load) -> str:
    """His last games and his part in them, as the end of a sentence."""
    games = words.joined(text for game in load.recent if (text := _brief(load, game)))
    if games and load.games > len(load.recent):
        games += f" in the last {words.games(len(load.recent))}"
    said = "; ".join(part for part in (games, _snap_text(load)) if part)
    return said and f": {said}"


def _brief(load: Load, game: GameLine) -> str:
    """A game of a back or receiver as box scores have it, 15-52-2; nothing for other groups."""
    if load.group not in _BRIEF:
        return ""
    count, yards, scores = (game.numbers.get(stat, 0) for stat in _BRIEF[load.group])
    return f"{count}-{yards}" + (f"-{scores}" if scores else "")


def _split(load: Load) -> tuple[Numbers, Numbers]:
    """A line in two: what his group is there for, and the rest."""
    own = _OWN.get(load.group, load.line.keys())
    return (
        {stat: number for stat, number in load.line.items() if stat in own},
        {stat: number for stat, number in load.line.items() if stat not in own},
    )


def _snap_text(load: Load) -> str:
    """His shares in words: "65 % of snaps in week 1, 95 % in week 2"."""
    told = [f"{pct} % in week {week}" for week, pct in load.shares.items()]
    return ", ".join(told).replace(" %", " % of snaps", 1)


def _games(case: Case, pid: int, club: ClubCode, season: int, last: int) -> list[GameLine]:
    log = queries.game_log(case.stats, pid, season, case.as_of, season_type="REG")
    return [game for game in log if game.club == club and game.week <= last]


def _snaps(case: Case, pid: int, club: ClubCode, season: int, last: int) -> list[Snaps]:
    rows = queries.snaps(case.stats, pid, season, case.as_of)
    return [row for row in rows if row.club == club and row.week <= last]


def _percent(row: Snaps, group: str) -> int:
    share = row.offense_pct if group in OFFENCE else row.defense_pct
    return int(share * 100 + 0.5)  # half up

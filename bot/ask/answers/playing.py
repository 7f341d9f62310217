"""Who played how much: snaps."""

from collections.abc import Sequence

from bot.ask.answers.availability import is_loaded, week_of
from bot.ask.desk import Desk, Said, nickname
from bot.ask.query import Query
from bot.ask.refusals import RefusedError
from bot.ask.whom import player_of
from bot.model import ClubCode, Table
from bot.stats import queries
from bot.stats.facts import Snaps
from bot.stats.groups import group_of

_SNAPS = "nflverse snap counts"
_SHARES = ("offense_snaps", "offense %", "defense_snaps", "defense %")
_FEW = 3  # weeks told in words
_SHOWN = 5  # players told in words


def snaps(query: Query, desk: Desk) -> Said:
    """A player's snaps, week by week."""
    who = player_of(query, desk)
    season = desk.season(query)
    weeks = desk.weeks(query, season)
    found = queries.snaps(desk.stats, who.pid, season, desk.as_of)
    found = tuple(s for s in found if weeks is None or weeks.first <= s.week <= weeks.last)
    if query.last_games:
        found = found[-query.last_games :]
    if not found:
        loaded = is_loaded(desk, "snap_counts", season)
        why = "" if loaded else f" (the snap counts of {season} are not loaded)"
        raise RefusedError(f"No snaps of {who.name} there are known on {desk.as_of}{why}.")
    defends = sum(s.defense_snaps for s in found) > sum(s.offense_snaps for s in found)
    told = [f"week {s.week} {_snap_text(s, defends=defends)}" for s in found[-_FEW:]]
    text = f"{who.name}, snaps on {'defence' if defends else 'offence'} in {season}: {'; '.join(told)}."
    return Said(text=text, source=_SNAPS, table=_snap_table(found))


def _snap_table(found: Sequence[Snaps]) -> Table:
    rows = tuple((s.week, s.club, *_shares(s), s.st_snaps, _percent(s.st_pct)) for s in found)
    return Table(columns=("week", "club", *_SHARES, "st_snaps", "st %"), rows=rows)


def _shares(one: Snaps) -> tuple[int, int, int, int]:
    offence = (one.offense_snaps, _percent(one.offense_pct))
    return (*offence, one.defense_snaps, _percent(one.defense_pct))


def _snap_text(one: Snaps, *, defends: bool) -> str:
    if defends:
        return f"{one.defense_snaps} ({_percent(one.defense_pct)} %)"
    return f"{one.offense_snaps} ({_percent(one.offense_pct)} %)"


def _percent(share: float) -> int:
    return int(share * 100 + 0.5)


def club_snaps(query: Query, desk: Desk) -> Said:
    """Everybody's snaps in a club's game."""
    club: ClubCode = query.clubs[0]
    season = desk.season(query)
    week = week_of(query, desk, season)
    found = [
        s
        for s in queries.club_snaps(desk.stats, club, season, week, desk.as_of)
        if not query.groups or group_of(s.position) in query.groups
    ]
    if not found:
        raise RefusedError(
            f"No snaps of the {nickname(club)} in week {week} of {season} are known on {desk.as_of}."
        )
    names = {s.pid: queries.who(desk.stats, s.pid).name for s in found}
    told = [
        f"{names[s.pid]} {_snap_text(s, defends=s.defense_snaps > s.offense_snaps)}"
        for s in found[:_SHOWN]
    ]
    rows = tuple((names[s.pid], s.position, *_shares(s)) for s in found)
    return Said(
        text=f"{nickname(club)}, week {week} of {season}: {', '.join(told)}.",
        source=_SNAPS,
        table=Table(columns=("player", "position", *_SHARES), rows=rows),
    )

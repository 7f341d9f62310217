"""Coaches: whose, where, and whom a player has played under."""

from bot.ask import say
from bot.ask.answers.people import one_year, years_named
from bot.ask.desk import Desk, Said, nickname, spans
from bot.ask.query import Cue, Query, Time
from bot.ask.refusals import RefusedError
from bot.ask.whom import player_of
from bot.model import ClubCode, Table
from bot.stats import queries
from bot.stats.facts import Post

_SLOTS = {"HC": "head coach", "OC": "offensive coordinator", "DC": "defensive coordinator"}


def coach_of(query: Query, desk: Desk) -> Said:
    """Who coaches, or coached, a club."""
    club = query.clubs[0]
    slot = _slot(query)
    if query.season in {None, Time.THIS}:
        posts = queries.staff(desk.stats, club, desk.as_of)
        when = f"on {say.day(desk.as_of)}"
        desk.assume(when)
    else:
        season = one_year(query, desk)
        posts = queries.club_posts(desk.stats, club, season, desk.as_of)
        when = f"in {season}"
    found = [p for p in posts if slot is None or p.slot == slot]
    if not found:
        what = _SLOTS.get(slot or "", "coach")
        raise RefusedError(
            f"The coaches table has no {what} of the {nickname(club)} {when}.",
            _earlier(desk, club, what),
        )
    told = say.listed([f"{p.name} ({_SLOTS[p.slot]})" for p in found])
    return Said(text=f"{nickname(club)} {when}: {told}.", source="Gridwire's coaches table")


def _earlier(desk: Desk, club: ClubCode, what: str) -> tuple[str, ...]:
    """The same of the last season that is known."""
    row = desk.stats.row(
        "SELECT MAX(season) AS season FROM coach WHERE team = ? AND known_on <= ?", club, desk.as_of
    )
    season = row["season"] if row else None
    return (f"who was the {nickname(club)} {what} in {season}?",) if season else ()


def _slot(query: Query) -> str | None:
    """The post that is meant; None for the whole staff."""
    if query.has(Cue.STAFF):
        return None
    if query.has(Cue.OFFENCE_COACH):
        return "OC"
    return "DC" if query.has(Cue.DEFENCE_COACH) else "HC"


def coach_posts(query: Query, desk: Desk) -> Said:
    """Where a coach has worked."""
    name = query.coach or ""
    posts = queries.posts(desk.stats, name, desk.as_of)
    posts = tuple(p for p in posts if not query.clubs or p.club in query.clubs)
    if query.season is not None and query.season is not Time.CAREER:
        first, last = years_named(query, desk)
        posts = tuple(p for p in posts if first <= p.season <= last)
    if not posts:
        raise RefusedError(f"The coaches table has no such post of {name} by {desk.as_of}.")
    rows = tuple((p.season, nickname(p.club), _SLOTS[p.slot]) for p in posts)
    return Said(
        text=f"{name}: {', '.join(_runs(posts))}.",
        source="Gridwire's coaches table",
        table=Table(columns=("season", "club", "post"), rows=rows),
    )


def _runs(posts: tuple[Post, ...]) -> list[str]:
    kinds = dict.fromkeys((p.club, p.slot) for p in posts)
    return [
        f"{_SLOTS[slot]} of the {nickname(club)} {spans(sorted({p.season for p in posts if (p.club, p.slot) == (club, slot)}))}"
        for club, slot in kinds
    ]


def under(query: Query, desk: Desk) -> Said:
    """Whether, or under whom, a player has played."""
    who = player_of(query, desk)
    spells = queries.spells(desk.stats, who.pid, desk.as_of)
    known = {(s.season, s.club) for s in spells}
    posts = [
        p
        for season, club in sorted(known)
        for p in queries.club_posts(desk.stats, club, season, desk.as_of)
        if query.coach is None or p.name == query.coach
    ]
    desk.assume("of the seasons in the tables; a change inside a season counts for both coaches")
    source = "Gridwire's coaches table, nflverse rosters, player stats"
    if not posts and query.coach:
        return Said(
            text=f"No season shows {who.name} at a club where {query.coach} was head coach or coordinator.",
            source=source,
        )
    if not posts:
        raise RefusedError(f"No season of {who.name} with a known staff is in the tables.")
    rows = tuple((p.season, nickname(p.club), p.name, _SLOTS[p.slot]) for p in posts)
    table = Table(columns=("season", "club", "coach", "post"), rows=rows)
    if query.coach:
        text = f"Yes: {who.name} was with {query.coach}, {', '.join(_runs(tuple(posts)))}."
    else:
        heads = [p for p in posts if p.slot == "HC"]
        names = dict.fromkeys(p.name for p in heads)
        told = [f"{n} ({spans(sorted({p.season for p in heads if p.name == n}))})" for n in names]
        text = f"{who.name} played under head coach {say.listed(told)}."
    return Said(text=text, source=source, table=table)

"""A player's person: where he comes from, plays, is paid, is hurt."""

from datetime import date

from bot.ask import say
from bot.ask.answers import players
from bot.ask.desk import Desk, Said, nickname, spans
from bot.ask.query import Cue, Query, Time, Years
from bot.ask.refusals import RefusedError
from bot.ask.whom import player_of
from bot.model import ClubCode, Table
from bot.stats import queries
from bot.stats.facts import Contract, Spell, Who
from bot.stats.groups import group_of


def bio(query: Query, desk: Desk) -> Said:
    """College, birthday, position."""
    who = player_of(query, desk)
    found = queries.bio(desk.stats, who.pid)
    told = []
    if query.has(Cue.COLLEGE):
        told.append(f"went to {found.college}" if found.college else "has no college in the tables")
    if query.has(Cue.AGE):
        told.append(
            _age(found.birth_date, desk) if found.birth_date else "has no birthday in the tables"
        )
    if query.has(Cue.POSITION):
        told.append(f"plays {who.position}" if who.position else "has no position in the tables")
    return Said(text=f"{who.name} {say.listed(told)}.", source="nflverse players")


def _age(born: date, desk: Desk) -> str:
    years = (
        desk.as_of.year - born.year - ((desk.as_of.month, desk.as_of.day) < (born.month, born.day))
    )
    return f"was born on {say.day(born)} ({years} years old on {say.day(desk.as_of)})"


def summary(query: Query, desk: Desk) -> Said:
    """Who he is, and his latest season."""
    who = player_of(query, desk)
    parts = [_who_text(who, desk), _draft_text(who, desk)]
    try:
        parts.append(players.season(query, desk).text)
    except RefusedError as refused:
        parts.append(str(refused))
    text = " ".join(filter(None, parts))
    return Said(text=text, source="nflverse players, draft picks, rosters, player stats")


def _who_text(who: Who, desk: Desk) -> str:
    spells = queries.spells(desk.stats, who.pid, desk.as_of)
    college = queries.bio(desk.stats, who.pid).college
    club = (
        f", last seen with the {nickname(spells[-1].club)} in {spells[-1].season}" if spells else ""
    )
    school = f" from {college}" if college else ""
    return f"{who.name}, {who.position or 'position unknown'}{school}{club}."


def drafted(query: Query, desk: Desk) -> Said:
    """Where he was drafted."""
    who = player_of(query, desk)
    text = _draft_text(who, desk)
    if not text:
        raise RefusedError(
            f"The draft table has no pick of {who.name} by {desk.as_of}: undrafted, or not in it."
        )
    return Said(text=text, source="nflverse draft picks")


def _draft_text(who: Who, desk: Desk) -> str:
    found = queries.drafted(desk.stats, who.pid, desk.as_of)
    if found is None:
        return ""
    return (
        f"{who.name} was drafted in {found.season} by the {nickname(found.club)},"
        f" round {found.round}, {say.ordinal(found.pick)} overall."
    )


def club_draft(query: Query, desk: Desk) -> Said:
    """Whom a club drafted in a year."""
    club = query.clubs[0]
    year = query.pick_season or _draft_year(query, desk)
    rows = desk.stats.rows(
        "SELECT round, pick, name, position, college FROM draft_pick"
        " WHERE season = ? AND team = ? AND known_on <= ? ORDER BY pick",
        year,
        club,
        desk.as_of,
    )
    rows = [r for r in rows if query.round in {None, r["round"]}]
    rows = [r for r in rows if not query.groups or group_of(r["position"]) in query.groups]
    if not rows:
        raise RefusedError(
            f"No draft pick of the {nickname(club)} in {year} is known on {desk.as_of}."
        )
    names = say.listed([f"{r['name']} ({r['position'] or '?'}, round {r['round']})" for r in rows])
    columns = ("round", "pick", "player", "position", "college")
    return Said(
        text=f"In {year} the {nickname(club)} drafted {names}.",
        source="nflverse draft picks",
        table=Table(columns=columns, rows=tuple(tuple(r) for r in rows)),
    )


def pick_number(query: Query, desk: Desk) -> Said:
    """Who was taken with a pick, counted over all rounds."""
    year = query.pick_season or _draft_year(query, desk)
    row = desk.stats.row(
        "SELECT team, name, position, round, pick FROM draft_pick"
        " WHERE season = ? AND pick = ? AND known_on <= ?",
        year,
        query.pick,
        desk.as_of,
    )
    if row is None:
        raise RefusedError(f"No pick {query.pick} of the {year} draft is known on {desk.as_of}.")
    text = f"With the {say.ordinal(row['pick'])} overall pick of {year} (round {row['round']}) the {nickname(row['team'])} drafted {row['name']} ({row['position'] or '?'})."
    return Said(text=text, source="nflverse draft picks")


def _draft_year(query: Query, desk: Desk) -> int:
    """The year named, whether its statistics are loaded or not; else the latest known draft."""
    if query.season not in {None, Time.THIS}:
        return one_year(query, desk)
    row = desk.stats.row(
        "SELECT MAX(season) AS season FROM draft_pick WHERE known_on <= ?", desk.as_of
    )
    year: int = (row["season"] if row else None) or desk.latest()
    desk.assume(f"the draft of {year}")
    return year


def plays_for(query: Query, desk: Desk) -> Said:
    """His clubs, from what rosters, games and snaps show."""
    who = player_of(query, desk)
    spells = queries.spells(desk.stats, who.pid, desk.as_of)
    if query.season not in {None, Time.THIS, Time.CAREER}:
        season = desk.season(query)
        spells = tuple(s for s in spells if s.season == season)
    if not spells:
        raise RefusedError(f"No row shows {who.name} with a club there by {desk.as_of}.")
    desk.assume("clubs as rosters, games and snaps show them; they lag behind trades")
    if query.clubs:
        return _was_with(query.clubs[0], spells, who, desk)
    path = list(dict.fromkeys(s.club for s in spells))
    last = spells[-1]
    text = f"{who.name}: {', '.join(_spell(c, spells) for c in path)}. Last seen with the {nickname(last.club)} in week {last.last_week} of {last.season}."
    rows = tuple((s.season, s.club, s.first_week, s.last_week) for s in spells)
    columns = ("season", "club", "first week", "last week")
    return Said(
        text=text,
        source="nflverse rosters, player stats, snap counts",
        table=Table(columns=columns, rows=rows),
    )


def _was_with(club: ClubCode, spells: tuple[Spell, ...], who: Who, desk: Desk) -> Said:
    """Whether he was with a club; what is not loaded is no "no"."""
    name, there = nickname(club), [s for s in spells if s.club == club]
    loaded = spans(desk.loaded())
    text = (
        f"Yes: {who.name} was with the {_spell(club, tuple(there))}."
        if there
        else f"No row of the loaded seasons ({loaded}) shows {who.name} with the {name}."
    )
    return Said(text=text, source="nflverse rosters, player stats, snap counts")


def _spell(club: ClubCode, spells: tuple[Spell, ...]) -> str:
    return f"{nickname(club)} {spans(sorted({s.season for s in spells if s.club == club}))}"


def contract(query: Query, desk: Desk) -> Said:
    """His latest known contract."""
    who = player_of(query, desk)
    found = queries.contracts(desk.stats, who.pid, desk.as_of)
    if not found:
        raise RefusedError(
            f"The contract table has nothing of {who.name} that was known on {desk.as_of}."
        )
    rows = tuple((c.club, c.year_signed, c.years, c.value, c.apy, c.guaranteed) for c in found)
    columns = ("club", "signed", "years", "value $m", "a year $m", "guaranteed $m")
    return Said(
        text=f"{say.possessive(who.name)} latest known contract{_contract_text(found[-1])}.",
        source="nflverse contracts (Over The Cap)",
        table=Table(columns=columns, rows=rows),
    )


def _contract_text(found: Contract) -> str:
    club = f" with the {nickname(found.club)}" if found.club else ""
    signed = f", signed in {found.year_signed}" if found.year_signed else ""
    years = f"{found.years} years" if found.years else None
    value = say.money(found.value) if found.value is not None else None
    apy = f"{say.money(found.apy)} a year" if found.apy is not None else None
    sure = f"{say.money(found.guaranteed)} guaranteed" if found.guaranteed is not None else None
    terms = ", ".join(filter(None, (years, value, apy, sure)))
    return f"{club}{signed}: {terms or 'no terms in the table'}"


def one_year(query: Query, desk: Desk) -> int:
    """The year named.

    Raises:
        RefusedError: there are several.
    """
    first, last = years_named(query, desk)
    if first != last:
        raise RefusedError("That can be told of one year at a time: name it.")
    return first


def years_named(query: Query, desk: Desk) -> tuple[int, int]:
    """The years named; coaches and drafts are known for seasons whose statistics are not loaded."""
    if isinstance(query.season, Years):
        return query.season.first, query.season.last or desk.as_of.year
    season = desk.season(query)
    return season, season

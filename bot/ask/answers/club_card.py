"""A short card of a club: record, units, coach, last and next game."""

from bot import clubs as all_clubs
from bot.ask import say
from bot.ask.answers import fixtures, records
from bot.ask.answers.clubs import SOURCE
from bot.ask.desk import Desk, Said
from bot.ask.query import Query, Time
from bot.model import ClubCode
from bot.stats import queries


def summary(query: Query, desk: Desk) -> Said:
    """Record, offence, defence, coach, last and next game."""
    club = query.clubs[0]
    season = desk.latest() if query.season in {None, Time.THIS} else desk.season(query)
    parts = [
        _standing(club, season, desk),
        *_units(club, season, desk),
        _led_by(club, season, desk),
    ]
    if query.season in {None, Time.THIS}:
        desk.assume(say.season_text(season))
        parts += [fixtures.last_text(club, desk), fixtures.next_text(club, desk)]
    found = all_clubs.by_code(club)
    name = found.name if found else club
    text = f"{name}, {season}: {' '.join(p for p in parts if p)}"
    return Said(text=text, source=f"{SOURCE}, schedule, coaches")


def _standing(club: ClubCode, season: int, desk: Desk) -> str:
    record = queries.record(desk.stats, club, season, desk.as_of)
    if record is None:
        return "no result is loaded."
    return f"{records.record_text(record)}, points {record.points_for}-{record.points_against}."


def _units(club: ClubCode, season: int, desk: Desk) -> list[str]:
    told = []
    for stat, against in (
        ("passing_yards", False),
        ("rushing_yards", False),
        ("passing_yards", True),
        ("rushing_yards", True),
    ):
        found = queries.club_rank(
            desk.stats, club, stat, season, desk.as_of, against=against, fewer_is_better=against
        )
        if found:
            name = f"{say.COLUMN_NAMES[stat]}{' allowed' if against else ''}"
            told.append(f"{say.number(found.value)} {name} ({say.ordinal(found.rank)})")
    return [f"{say.listed(told)}."] if told else []


def _led_by(club: ClubCode, season: int, desk: Desk) -> str:
    posts = queries.club_posts(desk.stats, club, season, desk.as_of, "HC")
    return f"Head coach {posts[-1].name}." if posts else ""

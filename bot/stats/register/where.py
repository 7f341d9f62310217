"""Whose player somebody is on a day, and whether a recorded trade already tells of his move: pure."""

from collections.abc import Sequence
from datetime import date, timedelta

from bot.model import ClubCode, Leg
from bot.stats.queries.people import Move, Place

SAME = timedelta(days=10)  # a trade of so few days ago is the one that the report tells of
_ROSTER_HOLDS = timedelta(days=21)  # in season: the club's bye and a late report lie between
_YEAR = timedelta(days=365)
_LEAGUE_YEAR = (3, 10)  # month and day: contracts of other clubs are agreed from then on
_WITH_CLUB = {None, *"ACT INA RES DEV EXE SUS PUP NON NWT E14 RSN RSR".split()}  # None: he played


def same_way(move: Move, leg: Leg) -> bool:
    """Whether a recorded trade took the same way as a leg, as far as the leg says it."""
    return move.received == leg.received and leg.gave in {None, move.gave}


def before(moves: Sequence[Move], leg: Leg, day: date) -> Sequence[Move]:
    """The moves before the one that a report of this day tells of, if it is on record already.

    A record of these days between the same clubs is that one, though the report may turn it round.
    """
    clubs = {leg.gave, leg.received}
    for at, move in enumerate(moves):
        if move.day >= day - SAME and (same_way(move, leg) or {move.gave, move.received} == clubs):
            return moves[:at]
    return moves


def last_club(seen: Sequence[Place], moves: Sequence[Move]) -> tuple[ClubCode, date] | None:
    """The club of his latest roster or trade, and the day from which it was known.

    None where nothing is known, where the roster shows that he left, or two clubs in one week.

    Args:
        seen: latest week first, rosters before games.
        moves: oldest first.
    """
    week = [place for place in seen if place[:2] == seen[0][:2]]
    rows = [place for place in week if place.status is not None] or week
    known = max((place.known_on for place in rows), default=date.min)
    if moves and moves[-1].day >= known:  # a roster tells of the day before
        return moves[-1].received, moves[-1].day
    clubs = {place.club for place in rows if place.status in _WITH_CLUB}
    return (clubs.pop(), known) if len(clubs) == 1 else None


def club_before(
    seen: Sequence[Place], moves: Sequence[Move], leg: Leg, day: date
) -> tuple[ClubCode, date] | None:
    """His club on the day of a report that he is traded, as far as a roster can still tell.

    One of the two clubs counts for a year: that a man goes back to the club that he left last spring is rarer than
    a report that turns the trade round.
    """
    last = last_club(seen, moves)
    if last is None:
        return None
    club, known = last
    is_party = club in {leg.gave, leg.received} and day - known <= _YEAR
    return last if is_party or _still_holds(known, day) else None


def _still_holds(known_on: date, day: date) -> bool:
    """For three weeks, and from January to the new league year."""
    winter = known_on >= date(day.year, 1, 1) and (day.month, day.day) < _LEAGUE_YEAR
    return winter or day - known_on <= _ROSTER_HOLDS


def older(moves: Sequence[Move], leg: Leg, day: date) -> Move | None:
    """The latest recorded trade of the same way that this report cannot mean as news."""
    found = [move for move in moves if move.day < day - SAME and same_way(move, leg)]
    return found[-1] if found else None


def came_back(move: Move, leg: Leg, seen: Sequence[Place], moves: Sequence[Move]) -> bool:
    """Whether after that trade he was with the club that is said to give him away now.

    Where the report names no giver: with any other club than the receiver.
    """
    later = {place.club for place in seen if place.known_on > move.day + SAME}
    later |= {other.received for other in moves if other.day > move.day}
    return leg.gave in later if leg.gave else bool(later - {leg.received})

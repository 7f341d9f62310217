"""What lets a new card begin: news, people that fit, no brake. A card that is shown needs none of it."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from bot.gate import people
from bot.model import (
    Brakes,
    Check,
    Condition,
    DealStatus,
    Standing,
    Started,
    Status,
    Trade,
    league_day,
)

FRESH = timedelta(hours=36)  # a report older than this starts no card
FRESH_WIRE = timedelta(hours=72)  # a wire row knows only its day, and may be filed a day late
FRESH_DAYS = people.FRESH_DAYS  # a late source makes an older trade known, not new

MOST_PER_HOUR = (
    40  # the busiest whole day since 2002 had 21 trades: twice that in an hour is a fault
)
MOST_RUMOURS = 6  # an hour: talk that comes faster is one story told by many pages


def may_start(
    trade: Trade,
    card: Status | None,
    now: datetime,
    standings: Mapping[str, Standing],
    brakes: Brakes,
) -> tuple[Check, ...]:
    """The checks that only keep a new card from starting; who is off starts none, and needs only the news."""
    news = (_is_new(trade), _is_fresh(trade, now))
    if card is Status.VOIDED:
        return news
    who: tuple[Check, ...] = ()
    if card is not Status.OFFICIAL:  # the wire files what happened, whatever a roster says
        who = (people.identity(trade, standings), people.roster(trade, standings))
    return (*news, *who, people.ledger(trade, card, standings), *_released(brakes))


def flood(card: Status | None, started: Started, most_per_hour: int) -> str | None:
    """Why one more card of this status is too many within the hour; None while it is not.

    Args:
        started: the trades that got their first card within the hour.
        most_per_hour: so many may, talk included.
    """
    if started.cards >= most_per_hour:
        return f"{started.cards} trades got a card within the hour, and {most_per_hour} may"
    if card is Status.RUMOUR and started.rumours >= MOST_RUMOURS:
        return f"{started.rumours} rumours got a card within the hour, and {MOST_RUMOURS} may"
    return None


def _is_new(trade: Trade) -> Check:
    known = "known since a feed's first poll, or dropped by hand"
    text = known if trade.quiet else "new since the first poll"
    return Check(check=Condition.NEW, passed=not trade.quiet, text=text)


def _is_fresh(trade: Trade, now: datetime) -> Check:
    ages = [(now - s.published_at, s) for s in trade.sightings]
    fresh = any(age <= (FRESH_WIRE if s.day_only else FRESH) for age, s in ages)
    fresh = fresh and (trade.status is Status.RUMOUR or _days(trade, now) <= FRESH_DAYS)
    text = f"newest report is {_hours(min(age for age, _ in ages))} old"
    return Check(check=Condition.FRESH, passed=fresh, text=text)


def _days(trade: Trade, now: datetime) -> int:
    """How old the event is: what is announced counts from there, since it may be agreed weeks before."""
    announced = [s.day for s in trade.sightings if s.status is DealStatus.OFFICIAL]
    return (league_day(now, day_only=False) - min(announced, default=trade.traded_on)).days


def _hours(age: timedelta) -> str:
    hours = max(age.total_seconds(), 0) / 3600
    return f"{hours:.0f} h" if hours < 48 else f"{hours / 24:.0f} days"  # noqa: PLR2004 - two days


def _released(brakes: Brakes) -> tuple[Check, ...]:
    paused, flooded = brakes.paused, brakes.flood
    return (
        Check(
            check=Condition.PAUSE,
            passed=paused is None,
            text="not paused" if paused is None else f"paused: {paused}",
        ),
        Check(
            check=Condition.FLOOD,
            passed=flooded is None,
            text="no flood" if flooded is None else flooded,
        ),
    )

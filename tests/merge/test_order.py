"""What comes late, early or twice, and still finds its trade and its place."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.merge.match import match
from bot.model import (
    ChangeReason,
    ClubCode,
    DealStatus,
    Leg,
    Pick,
    ReportKind,
    Source,
    SourceKind,
    Status,
    Trade,
    TradeId,
)
from tests.builders import FOURTH, GB, NOON, NYJ, PRESTON, a_deal, a_report, a_trade, minutes
from tests.merge.telling import HOU, WIRE, first, tell

THIRD = Leg(gave=NYJ, received=GB, asset=Pick(season=2026, round=3))
OTHER = a_deal(legs=(a_deal().legs[0], THIRD))
FILED = a_deal(status=DealStatus.OFFICIAL)
OFF = a_deal(status=DealStatus.FAILED)
LEAVES = (Leg(gave=GB, received=None, asset=PRESTON),)
TALK = a_deal(status=DealStatus.RUMOUR, legs=LEAVES, clubs=(GB,))


def days(n: float, **given: Any) -> dict[str, Any]:
    """A report published and seen so many days after the sample one."""
    at = NOON + timedelta(days=n)
    return {"id": f"day {n}", "published_at": at, "seen_at": at, **given}


def test_old_words_with_a_new_date_are_still_the_old_words() -> None:
    """Feeds touch the dates of their items; whoever spoke in between has spoken later."""
    corrected = tell(first(), OTHER, id="r2", published_at=minutes(5)).trade
    touched = tell(corrected, a_deal(), published_at=minutes(9), seen_at=minutes(9))
    assert (touched.reason, touched.trade.legs) == (ChangeReason.REPEAT, OTHER.legs)


def test_an_item_that_gains_a_source_has_one_line() -> None:
    """It says all that it said before."""
    rapoport = Source(name="Ian Rapoport", kind=SourceKind.REPORTER, tier=1)
    both = a_deal(sources=(*a_deal().sources, rapoport))
    [sighting] = tell(first(), both, seen_at=minutes(5)).trade.sightings
    assert sighting.sources == both.sources


def test_where_a_side_is_not_told_the_clubs_must_fit() -> None:
    """He leaves one club, and somebody comes to another for a third one's pick: not the same trade."""
    known = a_trade(legs=LEAVES, clubs=(GB,))
    comes = (Leg(gave=None, received=NYJ, asset=PRESTON),)
    assert match(a_report(id="r2"), a_deal(legs=comes, clubs=(NYJ,)), [known]) == known
    assert match(a_report(id="r2"), a_deal(legs=comes, clubs=(NYJ, HOU)), [known]) is None


def test_talk_and_the_agreement_may_be_read_after_the_filing() -> None:
    """Each is older than the trade that it led to, and joins it; what comes after is another story."""
    filed = tell(None, FILED, **days(0), **news_of_the_club()).trade
    agreed = tell(filed, a_deal(), **days(-46)).trade
    assert (agreed.id, agreed.traded_on) == (filed.id, (NOON - timedelta(days=46)).date())
    talk = tell(filed, TALK, **days(-30))
    assert (talk.trade.id, len(talk.trade.sightings)) == (filed.id, 2)
    assert tell(filed, TALK, **days(30)).reason is ChangeReason.NEW


def news_of_the_club() -> dict[str, Any]:
    """An announcement that is no row of the wire."""
    return {"feed": "packers.com"}


def test_an_end_that_is_told_twice_is_one() -> None:
    """Also three weeks after the deal: the trade is as near as its end."""
    once = tell(first(), OFF, **days(20))
    again = tell(once.trade, OFF, **days(20, id="another"))
    assert once.reason is ChangeReason.VOIDED
    assert (again.trade.id, again.reason) == (once.trade.id, ChangeReason.REPEAT)


def test_a_half_told_move_is_no_recap_of_a_half_told_move() -> None:
    """Who leaves the same club a season later may leave for any other."""
    known = a_trade(legs=LEAVES, clubs=(GB,))
    late = a_report(published_at=NOON + timedelta(days=300), id="r2")
    assert match(late, a_deal(legs=LEAVES, clubs=(GB,)), [known]) is None
    assert match(replace(late, kind=ReportKind.WIRE), a_deal(), [a_trade()]) is None


def test_only_the_trade_that_is_meant_is_called_off() -> None:
    """He was passed on, and the second club's deal falls through."""
    on = a_trade(id=TradeId("on"), legs=(Leg(gave=NYJ, received=HOU, asset=PRESTON),))
    on = replace(on, clubs=(NYJ, HOU))
    theirs = (Leg(gave=NYJ, received=None, asset=PRESTON),)
    off = a_deal(status=DealStatus.FAILED, legs=theirs, clubs=(NYJ,))
    assert match(a_report(id="r2"), off, [a_trade(), on]) == on
    assert match(a_report(id="r2"), off, [a_trade()]) is None


def test_a_player_named_twice_in_one_report_is_found_again() -> None:
    """As he is named first."""
    legs = tuple(Leg(gave=None, received=club, asset=PRESTON) for club in (HOU, NYJ))
    deal = a_deal(legs=legs, clubs=(HOU, NYJ))
    known = tell(None, deal).trade
    assert tell(known, deal, id="r2").trade.id == known.id


def test_a_reader_sees_the_dispute_and_the_day() -> None:
    """The terms that the card shows may be the same; that they are open, or older, is news."""
    known = first()
    opened = tell(known, OTHER, id="r2", feed="a desk")
    assert (opened.trade.legs, opened.trade.disputed) == (known.legs, True)
    assert (opened.reason, opened.trade.sent(NYJ)) == (ChangeReason.TERMS, (FOURTH,))
    assert tell(known, a_deal(), **days(-1)).reason is ChangeReason.TERMS


def test_a_row_of_an_earlier_day_that_is_read_late_does_not_outlive_the_end() -> None:
    """It was filed on its day, whenever we saw it."""
    off: Trade = tell(first(), OFF, **days(1)).trade
    row = tell(off, FILED, id="w1", **WIRE, seen_at=NOON + timedelta(days=3))
    assert (row.trade.id, row.trade.status) == (off.id, Status.VOIDED)


def test_the_clubs_of_a_void_talk_are_kept_apart() -> None:
    """A deal that one club loses says nothing of another's."""
    nowhere = (Leg(gave=None, received=None, asset=PRESTON),)
    lost = tell(None, replace(OFF, legs=nowhere, clubs=(ClubCode("MIA"),))).trade
    assert tell(lost, a_deal(), id="r2").reason is ChangeReason.NEW

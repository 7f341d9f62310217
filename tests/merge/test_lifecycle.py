"""What ends a trade, what remakes it, and what comes too late to matter."""

from dataclasses import replace
from datetime import timedelta

from bot import merge
from bot.model import (
    ChangeReason,
    ClubCode,
    DealStatus,
    Leg,
    Pick,
    Player,
    Source,
    SourceKind,
    Status,
    Trust,
)
from tests.builders import GB, NOON, NYJ, PRESTON, a_deal, a_report, minutes
from tests.merge.telling import WIRE, first, tell


def test_another_deal_of_the_player_that_falls_through_voids_nothing() -> None:
    """The club that is named is no party of ours; and a year later it is another story."""
    off = a_deal(status=DealStatus.FAILED, legs=(Leg(gave=None, received=None, asset=PRESTON),))
    elsewhere = replace(off, clubs=(ClubCode("MIA"),))
    theirs = tell(first(), elsewhere, id="r2")
    assert (theirs.reason, theirs.trade.clubs) == (ChangeReason.NEW, (ClubCode("MIA"),))
    late = a_report(id="r3", published_at=NOON + timedelta(days=300))
    assert merge.decide(late, replace(off, clubs=()), [first()], NOON) is None


def test_a_voided_trade_that_is_made_again_is_a_new_one() -> None:
    """On a later day, by somebody who counts; on the same day it stays off."""
    off = tell(first(), a_deal(status=DealStatus.FAILED), id="r2").trade
    assert tell(off, a_deal(), id="r3").trade.status is Status.VOIDED
    again = tell(off, a_deal(), id="r4", published_at=NOON + timedelta(days=3))
    assert (again.reason, again.trade.id != off.id) == (ChangeReason.NEW, True)


def test_the_first_official_word_beats_an_unofficial_off() -> None:
    """A false "called off" does not outlive the wire of the same day."""
    off = tell(first(), a_deal(status=DealStatus.FAILED), id="r2").trade
    filed = tell(off, a_deal(status=DealStatus.OFFICIAL), id="w1", **WIRE, seen_at=minutes(9))
    assert (filed.trade.id, filed.trade.status) == (off.id, Status.OFFICIAL)
    was_official = tell(first(), a_deal(status=DealStatus.OFFICIAL), id="w1", **WIRE).trade
    failed = tell(was_official, a_deal(status=DealStatus.FAILED), id="r2").trade
    again = tell(failed, a_deal(status=DealStatus.OFFICIAL), id="w2", **WIRE, seen_at=minutes(9))
    assert again.trade.status is Status.VOIDED


def test_an_aggregator_adds_nothing_to_better_terms() -> None:
    """No second player, no further pick, no new voice."""
    reyes = Leg(gave=GB, received=NYJ, asset=Player(name="Tom Reyes", position="LB"))
    more = a_deal(
        legs=(*a_deal().legs, reyes),
        sources=(Source(name="X Y", kind=SourceKind.REPORTER, tier=1),),
    )
    change = tell(first(), more, id="r2", trust=Trust.AGGREGATOR)
    assert (change.reason, change.trade.legs) == (ChangeReason.REPEAT, first().legs)


def test_a_recap_changes_neither_terms_nor_timeline() -> None:
    """Half a year later a headline with another pick is no correction."""
    other = a_deal(
        legs=(a_deal().legs[0], Leg(gave=NYJ, received=GB, asset=Pick(season=2027, round=2)))
    )
    known = first()
    change = tell(known, other, id="r2", published_at=NOON + timedelta(days=200))
    assert (change.reason, change.trade) == (ChangeReason.REPEAT, known)


def test_the_day_of_a_trade_is_the_leagues_day() -> None:
    """Half past nine in the evening in New York is tomorrow in UTC."""
    late = tell(None, a_deal(), published_at=NOON + timedelta(hours=9.5))
    assert late.trade.traded_on == NOON.date()


def test_what_only_an_aggregator_claims_in_a_first_poll_mutes_nothing() -> None:
    """A blog in the baseline must not silence the wire."""
    blog = a_report(trust=Trust.AGGREGATOR)
    claim = merge.decide(blog, a_deal(), [], NOON, baseline=True)
    assert claim is not None
    assert not claim.trade.quiet

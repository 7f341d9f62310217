"""What is kept of many reports, and who is behind a leg."""

from dataclasses import replace
from datetime import timedelta

from bot import merge
from bot.merge import keep
from bot.model import (
    ChangeReason,
    Claim,
    ClubCode,
    DealStatus,
    Leg,
    Pick,
    Source,
    SourceKind,
    Status,
    Trade,
    Trust,
)
from tests.builders import FOURTH, GB, NOON, NYJ, PRESTON, a_deal, a_report, a_trade, minutes
from tests.merge.telling import WIRE, first, tell

THIRD = Leg(gave=NYJ, received=GB, asset=Pick(season=2026, round=3))
LOCAL = Source(name="Ann Beat", kind=SourceKind.REPORTER, tier=2)
BEARS = ClubCode("CHI")


def crowd(trade: Trade, size: int) -> Trade:
    """The trade after so many pages that copy it, each a minute later."""
    for number in range(1, size + 1):
        page = {"id": f"p{number}", "feed": f"blog {number}", "trust": Trust.AGGREGATOR}
        trade = tell(trade, a_deal(), **page, published_at=minutes(number)).trade
    return trade


def test_a_crowd_of_copies_is_cut_to_the_telling_ones() -> None:
    """The first, the latest, and whoever brings a new voice; the best claims, and the latest of the rest."""
    voice = {"id": "v", "feed": "local", "trust": Trust.AGGREGATOR, "published_at": minutes(60.5)}
    some = tell(crowd(first(), 60), a_deal(sources=(LOCAL,)), **voice).trade
    trade = crowd(some, 200)
    feeds = [sighting.feed for sighting in trade.sightings]
    assert {"desk", "blog 1", "local", "blog 200"} <= set(feeds)
    assert "blog 100" not in feeds
    assert len(feeds) <= keep.MOST_FIRSTS + keep.MOST_EARLY + keep.MOST_LATE
    assert len(trade.claims) == keep.MOST_BEST + keep.MOST_RECENT
    assert {"desk", "blog 200"} <= {claim.feed for claim in trade.claims}


def test_the_crowd_does_not_depend_on_its_order() -> None:
    """The same 150 pages backwards leave the same trade."""
    forwards = crowd(first(), 150)
    backwards = first()
    for number in range(150, 0, -1):
        page = {"id": f"p{number}", "feed": f"blog {number}", "trust": Trust.AGGREGATOR}
        backwards = tell(backwards, a_deal(), **page, published_at=minutes(number)).trade
    assert backwards.sightings == forwards.sightings
    assert backwards.claims == forwards.claims


def test_an_item_corrected_in_place_is_believed_in_its_last_words() -> None:
    """The wrong club is gone, with its price; the card stays the same one."""
    wrong = (Leg(gave=GB, received=BEARS, asset=PRESTON),)
    wrong += (Leg(gave=BEARS, received=GB, asset=Pick(season=2026, round=1)),)
    known = tell(None, a_deal(legs=wrong, clubs=(GB, BEARS))).trade
    edited = tell(known, a_deal(), seen_at=minutes(5))
    assert (edited.trade.id, edited.reason) == (known.id, ChangeReason.TERMS)
    assert (set(edited.trade.legs), edited.trade.clubs) == (set(a_deal().legs), (GB, NYJ))
    assert len(edited.trade.sightings) == 1
    elsewhere = tell(known, a_deal(), id="r2", seen_at=minutes(5))
    assert elsewhere.reason is ChangeReason.NEW


def test_an_item_that_is_edited_back_says_what_it_said_first() -> None:
    """The last words are those that were read last."""
    third = a_deal(legs=(a_deal().legs[0], THIRD))
    trade = first()
    for deal, at in ((third, 5), (a_deal(), 9)):
        trade = tell(trade, deal, seen_at=minutes(at)).trade
    assert (trade.sent(NYJ), len(trade.claims)) == ((FOURTH,), 2)


def test_the_day_is_that_of_the_first_who_counts() -> None:
    """A page that was a week too early does not make the news old."""
    early = {"trust": Trust.AGGREGATOR, "published_at": NOON - timedelta(days=7)}
    known = tell(None, a_deal(), **early).trade
    trade = tell(known, a_deal(), id="r2").trade
    assert trade.id == known.id
    assert trade.traded_on == NOON.date()


def test_who_is_behind_a_leg() -> None:
    """The best first; whoever says otherwise is not, and whoever says less is."""
    trade = tell(first(), a_deal(legs=(a_deal().legs[0], THIRD)), id="r2", feed="other").trade
    bare = a_deal(legs=(Leg(gave=GB, received=None, asset=PRESTON),), status=DealStatus.OFFICIAL)
    trade = tell(trade, bare, id="w1", **WIRE).trade
    [player, pick] = trade.legs
    assert [claim.feed for claim in merge.behind(trade, player)] == ["wire", "desk", "other"]
    assert [claim.feed for claim in merge.behind(trade, replace(pick, asset=FOURTH))] == ["desk"]
    assert merge.behind(a_trade(), player) == ()


def test_a_trade_without_claims_keeps_its_terms() -> None:
    """It was stored before claims were kept; a worse source still changes nothing."""
    stored = a_trade(terms_rank=4, legs=(a_deal().legs[0], THIRD))
    change = tell(stored, a_deal(), id="r2", published_at=minutes(9))
    assert (change.reason, change.trade.legs) == (ChangeReason.REPEAT, stored.legs)
    assert [claim.feed for claim in change.trade.claims] == ["", "desk"]
    talk = a_trade(status=Status.RUMOUR, terms_rank=0, sightings=())
    assert tell(talk, a_deal(), id="r2").trade.sent(NYJ) == (FOURTH,)


def test_only_equals_can_be_in_dispute() -> None:
    """Of one day and one rank; a better or a later word settles it."""
    third = a_deal(legs=(a_deal().legs[0], THIRD))
    other = {"id": "r2", "feed": "other"}
    open_trade = tell(first(), third, **other)
    assert (open_trade.trade.disputed, open_trade.reason) == (True, ChangeReason.TERMS)
    assert not tell(first(), third, **other, published_at=minutes(1)).trade.disputed
    assert not tell(open_trade.trade, a_deal(), id="r3", published_at=minutes(2)).trade.disputed
    filed = tell(open_trade.trade, replace(third, status=DealStatus.OFFICIAL), id="w1", **WIRE)
    assert not filed.trade.disputed
    blog = tell(first(), third, **other, trust=Trust.AGGREGATOR)
    assert not blog.trade.disputed
    assert isinstance(blog.trade.claims[0], Claim)


def test_a_first_poll_mutes_what_only_a_page_had_claimed() -> None:
    """The trade is old news by the word that counts, though the page was read before."""
    claimed = tell(None, a_deal(), trust=Trust.AGGREGATOR, feed="blog").trade
    filed = a_deal(status=DealStatus.OFFICIAL)
    change = merge.decide(a_report(id="w1", **WIRE), filed, [claimed], NOON, baseline=True)
    assert change is not None
    assert change.trade.quiet

"""What a deal does to what we know."""

from dataclasses import replace
from datetime import timedelta

from bot import merge
from bot.model import (
    ChangeReason,
    DealKind,
    DealStatus,
    Leg,
    Pick,
    Player,
    Source,
    SourceKind,
    Status,
    Trust,
)
from tests.builders import FOURTH, GB, NOON, NYJ, PRESTON, a_deal, a_report, minutes
from tests.merge.telling import HOU, WIRE, first, tell


def test_a_first_report_starts_a_trade() -> None:
    """Version 1, with a readable id and the report in its timeline."""
    change = tell(None, a_deal())
    assert (change.reason, change.expected_version, change.trade.version) == (
        "first report of this trade",
        0,
        1,
    )
    assert change.trade.status is Status.REPORTED
    assert change.trade.id.startswith("2025-preston-gb-nyj-")
    assert [s.report for s in change.trade.sightings] == ["r1"]


def test_the_same_content_gives_the_same_id_in_every_instance() -> None:
    """Ids come from the content: order of legs, feed and report id play no part."""
    turned = a_deal(legs=tuple(reversed(a_deal().legs)))
    one, other = tell(None, a_deal()), tell(None, turned, id="x9", feed="elsewhere")
    assert one.trade.id == other.trade.id


def test_a_repeat_changes_nothing_a_reader_sees() -> None:
    """The same deal from the same source keeps the version and joins the timeline."""
    change = tell(first(), a_deal(), id="r2")
    assert (change.reason, change.visible) == (ChangeReason.REPEAT, False)
    assert len(change.trade.sightings) == 2


def test_the_same_report_read_twice_stands_once_in_the_timeline() -> None:
    """An edited item that says the same adds no line."""
    assert len(tell(first(), a_deal()).trade.sightings) == 1


def test_the_wire_makes_it_official() -> None:
    """A row of the wire moves the status on and raises the version."""
    change = tell(first(), a_deal(status=DealStatus.OFFICIAL), id="w1", **WIRE)
    assert (change.trade.status, change.trade.version) == (Status.OFFICIAL, 2)
    assert change.reason is ChangeReason.STATUS


def test_an_aggregator_cannot_make_it_official() -> None:
    """Its "announced" counts as one more report."""
    change = tell(first(), a_deal(status=DealStatus.OFFICIAL), id="r2", trust=Trust.AGGREGATOR)
    assert change.trade.status is Status.REPORTED


def test_status_never_moves_back() -> None:
    """A late rumour about an official trade changes nothing."""
    official = tell(first(), a_deal(status=DealStatus.OFFICIAL), id="w1", **WIRE).trade
    change = tell(official, a_deal(status=DealStatus.RUMOUR), id="r3")
    assert (change.trade.status, change.visible) == (Status.OFFICIAL, False)


def test_both_clubs_rows_are_one_trade_with_the_union_of_terms() -> None:
    """One row leaves the pick out, the other leaves its round out."""
    bare = a_deal(
        status=DealStatus.OFFICIAL, legs=(Leg(gave=GB, received=None, asset=PRESTON),), clubs=(GB,)
    )
    one = tell(None, bare, id="w1", filer=GB, **WIRE).trade
    mirror = a_deal(status=DealStatus.OFFICIAL)
    both = tell(one, mirror, id="w2", filer=NYJ, **WIRE).trade
    assert set(both.legs) == set(a_deal().legs)
    assert set(both.clubs) == {GB, NYJ}


def test_a_missing_side_is_filled_from_the_other_club() -> None:
    """A row without a partner gives legs with one end; the mirror row names the club."""
    open_legs = (
        Leg(gave=GB, received=None, asset=PRESTON),
        Leg(gave=None, received=GB, asset=FOURTH),
    )
    one = tell(None, a_deal(legs=open_legs, clubs=(GB,)), id="w1", **WIRE).trade
    other = tell(one, a_deal(legs=(Leg(gave=GB, received=NYJ, asset=PRESTON),)), id="w2", **WIRE)
    assert set(other.trade.legs) == set(a_deal().legs)


def test_unknown_picks_become_known() -> None:
    """A swap of picks without rounds is filled when the rounds are told."""
    swap = a_deal(legs=(a_deal().legs[0], Leg(gave=NYJ, received=GB, asset=Pick(season=2026))))
    change = tell(first(legs=swap.legs), a_deal(), id="r2")
    assert change.reason is ChangeReason.TERMS
    assert change.trade.sent(NYJ) == (FOURTH,)


def test_contradicting_terms_follow_the_better_source() -> None:
    """The wire corrects a reporter; an aggregator corrects nobody."""
    fifth = (a_deal().legs[0], Leg(gave=NYJ, received=GB, asset=Pick(season=2026, round=5)))
    official = tell(first(), a_deal(legs=fifth, status=DealStatus.OFFICIAL), id="w1", **WIRE)
    assert official.trade.sent(NYJ) == (Pick(season=2026, round=5),)
    gossip = tell(first(), a_deal(legs=fifth, sources=()), id="r2", trust=Trust.AGGREGATOR)
    assert gossip.trade.sent(NYJ) == (FOURTH,)


def test_a_rumour_becomes_the_report() -> None:
    """Weeks of talk and then the deal are one trade, on the day of the deal."""
    talk = a_deal(
        status=DealStatus.RUMOUR, legs=(Leg(gave=GB, received=None, asset=PRESTON),), clubs=(GB,)
    )
    rumour = tell(None, talk, published_at=minutes(-60 * 24 * 20)).trade
    change = tell(rumour, a_deal(), id="r2")
    assert change.trade.id == rumour.id
    assert change.trade.status is Status.REPORTED
    assert change.trade.traded_on == NOON.date()
    assert set(change.trade.legs) == set(a_deal().legs)


def test_the_same_player_to_the_same_club_from_another_is_another_trade() -> None:
    """Player and receiver are no key."""
    again = a_deal(legs=(Leg(gave=HOU, received=NYJ, asset=PRESTON),), clubs=(HOU, NYJ))
    change = tell(first(), again, id="r2", published_at=NOON + timedelta(days=390))
    assert change.reason is ChangeReason.NEW


def test_a_recap_years_later_attaches_to_the_old_trade() -> None:
    """A news text about the same move is no news."""
    change = tell(first(), a_deal(sources=()), id="r2", published_at=NOON + timedelta(days=700))
    assert change.reason is ChangeReason.REPEAT


def test_the_wire_refiled_days_later_is_the_same_trade_and_a_year_later_a_new_one() -> None:
    """Only the wire may say that the same move happened again."""
    official = a_deal(status=DealStatus.OFFICIAL)
    soon = tell(first(), official, id="w1", **WIRE, published_at=NOON + timedelta(days=6))
    late = tell(first(), official, id="w2", **WIRE, published_at=NOON + timedelta(days=300))
    assert soon.reason is ChangeReason.STATUS
    assert late.reason is ChangeReason.NEW


def test_two_pieces_of_one_trade_meet() -> None:
    """A row that names only the return belongs to the trade of the same two clubs."""
    rest = a_deal(
        kind=DealKind.PICK_TRADE,
        status=DealStatus.OFFICIAL,
        legs=(Leg(gave=NYJ, received=GB, asset=FOURTH),),
    )
    one = first(legs=(a_deal().legs[0],))
    change = tell(one, rest, id="w1", **WIRE)
    assert set(change.trade.legs) == set(a_deal().legs)
    assert change.trade.kind is DealKind.TRADE


def test_pick_trades_of_the_same_clubs_meet_only_over_a_common_pick() -> None:
    """Two pick trades between two clubs on one day stay two."""
    legs = (Leg(gave=NYJ, received=GB, asset=FOURTH),)
    one = first(kind=DealKind.PICK_TRADE, legs=legs)
    other = (Leg(gave=NYJ, received=GB, asset=Pick(season=2026, round=7)),)
    same = tell(one, a_deal(kind=DealKind.PICK_TRADE, legs=legs), id="r2")
    apart = tell(one, a_deal(kind=DealKind.PICK_TRADE, legs=other), id="r3")
    assert (same.trade.id == one.id, apart.trade.id == one.id) == (True, False)


def test_a_slip_in_direction_is_not_a_second_trade() -> None:
    """The same clubs the other way round on the same day attach and lose against the record."""
    official = tell(first(), a_deal(status=DealStatus.OFFICIAL), id="w1", **WIRE).trade
    slip = a_deal(legs=(Leg(gave=NYJ, received=GB, asset=PRESTON),))
    change = tell(official, slip, id="r5")
    assert (change.trade.id, change.trade.legs) == (official.id, official.legs)


def test_a_failed_trade_is_voided_by_a_source_that_may_say_so() -> None:
    """A tier-1 reporter voids; an aggregator does not, and leaves no trace of an unknown trade."""
    off = a_deal(status=DealStatus.FAILED)
    assert tell(first(), off, id="r2").trade.status is Status.VOIDED
    nobody = replace(off, sources=(Source(name="X", kind=SourceKind.REPORTER, tier=3),))
    assert tell(first(), nobody, id="r2", trust=Trust.AGGREGATOR).trade.status is Status.REPORTED
    assert merge.decide(a_report(trust=Trust.AGGREGATOR), nobody, [], NOON) is None


def test_the_end_of_an_unknown_trade_is_remembered() -> None:
    """An older word of the deal, read late, brings it no news; one that names no club says too little."""
    off = a_deal(status=DealStatus.FAILED)
    ended = tell(None, off, id="r9", published_at=minutes(60)).trade
    assert ended.status is Status.VOIDED
    late = tell(ended, a_deal(), id="r2")
    assert (late.trade.id, late.trade.status) == (ended.id, Status.VOIDED)
    nowhere = replace(off, legs=(Leg(gave=None, received=None, asset=PRESTON),), clubs=())
    assert merge.decide(a_report(), nowhere, [], NOON) is None


def test_a_trade_in_the_first_poll_is_known_but_never_announced() -> None:
    """A deal of a first poll for good; its talk until the deal is told, and not by more talk."""
    quiet = merge.decide(a_report(), a_deal(), [], NOON, baseline=True)
    rumour = a_deal(status=DealStatus.RUMOUR)
    talk = merge.decide(a_report(), rumour, [], NOON, baseline=True)
    assert quiet is not None
    assert talk is not None
    assert (quiet.trade.quiet, talk.trade.quiet) == (True, True)
    assert tell(quiet.trade, a_deal(), id="r2").trade.quiet
    assert tell(talk.trade, rumour, id="r2").trade.quiet
    assert not tell(talk.trade, a_deal(), id="r2").trade.quiet


def test_a_second_tier_one_voice_is_shown_and_a_twentieth_page_is_not() -> None:
    """Another primary source is worth an edit; another page that quotes the first is not."""
    rapoport = Source(name="Ian Rapoport", kind=SourceKind.REPORTER, tier=1)
    assert tell(first(), a_deal(sources=(rapoport,)), id="r2").reason is ChangeReason.SOURCE
    assert tell(first(), a_deal(), id="r3").reason is ChangeReason.REPEAT


def test_players_with_and_without_suffix_are_one_person() -> None:
    """The wire writes Jr. where news does not."""
    junior = Player(name="Dale Preston Jr.", position="WR")
    deal = a_deal(legs=(Leg(gave=GB, received=NYJ, asset=junior),))
    assert len(tell(first(), deal, id="r2").trade.players) == 1


def test_two_whole_trades_of_two_clubs_on_one_day_are_two() -> None:
    """Other players for another return: nothing of the first is missing."""
    reyes = Player(name="Tom Reyes", position="LB")
    legs = (
        Leg(gave=GB, received=NYJ, asset=reyes),
        Leg(gave=NYJ, received=GB, asset=Pick(season=2027, round=6)),
    )
    assert tell(first(), a_deal(legs=legs), id="r2").reason is ChangeReason.NEW
    piece = a_deal(legs=legs[:1])
    assert tell(first(), piece, id="r3").reason is ChangeReason.TERMS
    filed = tell(None, a_deal(status=DealStatus.OFFICIAL), id="w1", **WIRE).trade
    assert tell(filed, piece, id="w2", **WIRE).reason is ChangeReason.NEW

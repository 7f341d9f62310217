"""Which known trade a deal tells of, where several may be meant."""

from dataclasses import replace
from datetime import timedelta

from bot import merge
from bot.merge.match import match
from bot.model import (
    Change,
    ChangeReason,
    DealKind,
    DealStatus,
    Leg,
    Pick,
    Player,
    ReportKind,
    Status,
    TradeId,
)
from tests.builders import FOURTH, GB, NOON, NYJ, PRESTON, a_deal, a_report, a_trade

TILLIS = Player(name="Omar Tillis", position="S")
THERE = Leg(gave=GB, received=NYJ, asset=TILLIS)
OTHER = a_trade(id=TradeId("other"), legs=(THERE,))


def test_a_common_player_says_more_than_the_same_clubs() -> None:
    """Two trades of two clubs on one day: each report finds its own."""
    known = [OTHER, a_trade()]
    assert match(a_report(), a_deal(), known) == a_trade()
    assert match(a_report(), a_deal(legs=(THERE,)), known[::-1]) == OTHER


def test_the_nearest_of_several_is_meant() -> None:
    """The same move a week apart: the report belongs to the trade of its days."""
    late = a_trade(id=TradeId("late"), traded_on=(NOON + timedelta(days=12)).date())
    report = a_report(published_at=NOON + timedelta(days=8))
    assert match(report, a_deal(), [a_trade(), late]) == late


def test_two_deals_of_one_report_with_other_players_are_two_trades() -> None:
    """The clubs alone do not join what one writer tells apart; a deal without a player is a piece."""
    told = {OTHER.id}
    assert match(a_report(), a_deal(legs=a_deal().legs[:1]), [OTHER], told) is None
    piece = a_deal(kind=DealKind.PICK_TRADE, legs=(Leg(gave=NYJ, received=GB, asset=FOURTH),))
    assert match(a_report(), piece, [OTHER], told) == OTHER
    assert match(a_report(), a_deal(legs=(THERE,)), [OTHER], told) == OTHER


def test_talk_and_three_clubs_do_not_meet_by_clubs() -> None:
    """Only reports of a deal of the very same clubs can be pieces of it."""
    piece = a_deal(legs=(Leg(gave=NYJ, received=GB, asset=FOURTH),), kind=DealKind.PICK_TRADE)
    assert match(a_report(), piece, [OTHER]) == OTHER
    assert match(a_report(), piece, [replace(OTHER, status=Status.RUMOUR)]) is None
    assert match(a_report(), replace(piece, status=DealStatus.RUMOUR), [OTHER]) is None
    assert match(a_report(), replace(piece, clubs=(GB,)), [OTHER]) is None
    later = a_report(published_at=NOON + timedelta(days=3))
    assert match(later, piece, [OTHER]) is None


def test_only_the_wire_may_repeat_a_move() -> None:
    """Eleven days later its row is a new trade, and a text about it a recap."""
    later = a_report(published_at=NOON + timedelta(days=11))
    assert match(later, a_deal(), [a_trade()]) == a_trade()
    assert match(replace(later, kind=ReportKind.WIRE), a_deal(), [a_trade()]) is None


def test_talk_is_remembered_for_weeks_and_then_over() -> None:
    """Talk a season later is new talk."""
    talk = a_trade(status=Status.RUMOUR, terms_rank=0)
    soon, late = (a_report(published_at=NOON + timedelta(days=days)) for days in (44, 46))
    assert match(soon, a_deal(), [talk]) == talk
    assert match(late, a_deal(), [talk]) is None


def change(deal: Pick | None, *, known: Change | None = None) -> Change:
    """What a deal of Preston for this pick changes."""
    legs = (Leg(gave=GB, received=NYJ, asset=PRESTON),)
    legs += (Leg(gave=NYJ, received=GB, asset=deal),) if deal else ()
    found = merge.decide(a_report(), a_deal(legs=legs), [known.trade] if known else [], NOON)
    assert found is not None
    return found


def test_two_changes_of_one_report_are_one_version() -> None:
    """Decided one on the other, stored as one: the reason is that of the first news."""
    first = change(None)
    one = merge.both(first, change(FOURTH, known=first))
    assert (one.reason, one.expected_version, one.trade.version) == (ChangeReason.NEW, 0, 1)
    assert len(one.trade.legs) == 2
    repeat = change(None, known=first)
    later = merge.both(repeat, change(FOURTH, known=repeat))
    assert (later.reason, later.expected_version, later.trade.version) == (ChangeReason.TERMS, 1, 2)
    nothing = merge.both(repeat, repeat)
    assert (nothing.visible, nothing.reason) == (False, ChangeReason.REPEAT)


def test_what_names_nobody_is_not_kept() -> None:
    """No later report could be known to be about it; one club's picks, or talk of picks."""
    legs = (Leg(gave=None, received=GB, asset=FOURTH),)
    for deal in (
        a_deal(legs=legs, clubs=(GB,)),
        a_deal(legs=legs, clubs=(GB, NYJ), status=DealStatus.RUMOUR),
        a_deal(legs=()),
    ):
        assert merge.decide(a_report(), deal, [], NOON) is None


def test_two_picks_of_one_round_are_two() -> None:
    """A second pick like the first is news to a reader."""
    legs = (*a_deal().legs, Leg(gave=NYJ, received=GB, asset=FOURTH))
    more = merge.decide(a_report(id="r2"), a_deal(legs=legs), [change(FOURTH).trade], NOON)
    assert more is not None
    assert (more.reason, len(more.trade.sent(NYJ))) == (ChangeReason.TERMS, 2)

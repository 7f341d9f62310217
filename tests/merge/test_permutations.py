"""Whatever order and number its reports come in, they end in the same trade, and in one post."""

from collections import Counter
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.merge.fold import fold
from bot.model import CardKind, ClubCode, DealStatus, Leg, Status, Trade
from tests.builders import GB, NOON, NYJ, PRESTON
from tests.merge.stories import WIRE, Telling, Truth, World, stories, told, truths


def end(tellings: Sequence[Telling]) -> tuple[World, Trade]:
    """The world after these reports, and its only trade."""
    world = World()
    world.hear(tellings)
    [trade] = world.trades.values()
    return world, trade


def seen(trade: Trade) -> tuple[object, ...]:
    """All of a trade but its id, its version and our own times."""
    terms = (trade.kind, Counter(trade.legs), set(trade.clubs), trade.terms_rank, trade.disputed)
    return trade.status, *terms, trade.traded_on, trade.sightings, set(trade.claims)


def shuffled(data: st.DataObject, tellings: Sequence[Telling]) -> list[Telling]:
    """The same reports in another order, some of them more than once."""
    again = data.draw(st.lists(st.sampled_from(tellings), max_size=4))
    return data.draw(st.permutations([*tellings, *again]))


@given(stories(), st.data())
@settings(max_examples=150, deadline=None)
def test_any_order_ends_in_the_same_trade_and_one_post(
    story: list[Telling], data: st.DataObject
) -> None:
    """Status, terms, clubs, day and timeline; and a reader sees one card."""
    world, trade = end(shuffled(data, story))
    assert seen(trade) == seen(end(story)[1])
    assert [key.trade for key in world.posts] == [trade.id]
    assert {sighting.report for sighting in trade.sightings} == {report.id for report, _ in story}


@given(stories(needed="row"), st.data())
@settings(max_examples=60, deadline=None)
def test_what_was_filed_ends_official(story: list[Telling], data: st.DataObject) -> None:
    """However late the news and the gossip come in; and last names have become whole ones."""
    _, trade = end(shuffled(data, story))
    assert trade.status is Status.OFFICIAL
    assert (trade.terms_rank, set(trade.clubs)) == (4, {GB, NYJ})
    assert not any(player.partial for player in trade.players)


@given(stories(), st.data())
@settings(max_examples=60, deadline=None)
def test_a_trade_that_fell_through_is_off_in_any_order(
    story: list[Telling], data: st.DataObject
) -> None:
    """Also where word of its end is read first; then nothing at all is posted."""
    way = {"status": DealStatus.FAILED, "legs": story[0][1].legs[:1]}
    off = told("off", NOON + timedelta(days=3), timedelta(0), way)
    world, trade = end([off, *shuffled(data, story)])
    assert (trade.status, world.posts) == (Status.VOIDED, [])
    other, late = end(shuffled(data, [*story, off]))
    assert seen(late) == seen(trade)
    assert Counter(key.kind for key in other.posts)[CardKind.CARD] <= 1


@given(stories())
@settings(max_examples=60, deadline=None)
def test_nothing_is_made_of_the_same_reports_twice(story: list[Telling]) -> None:
    """A trade is what its reports make it."""
    _, trade = end(story)
    assert fold(trade) == trade


@given(truths.filter(lambda truth: truth.price), st.data())
@settings(max_examples=60, deadline=None)
def test_the_wire_has_the_last_word_on_the_terms(truth: Truth, data: st.DataObject) -> None:
    """Whoever else says otherwise, before it or after."""
    ways = dict(truth.tellings())
    names = data.draw(st.permutations(["wrong", "copy", "row", "vague", "talk"]))
    _, trade = end([told(name, NOON, timedelta(0), ways[name]) for name in names])
    assert Counter(trade.legs) == Counter(truth.legs(truth.price))
    assert not trade.disputed


HOU = ClubCode("HOU")
ON = {"gave": NYJ, "received": HOU}
PASSED_ON: dict[str, dict[str, Any]] = {
    "there": {},
    "there, filed": WIRE,
    "there, no partner": {"legs": (Leg(gave=GB, received=None, asset=PRESTON),), "clubs": (GB,)},
    "on": {"legs": (Leg(asset=PRESTON, **ON),), "clubs": (NYJ, HOU)},
    "on, filed": {"legs": (Leg(asset=PRESTON, **ON),), "clubs": (HOU, NYJ), **WIRE},
    "on, no partner": {"legs": (Leg(gave=NYJ, received=None, asset=PRESTON),), "clubs": (NYJ,)},
}


@given(st.permutations(list(PASSED_ON)))
@settings(max_examples=60, deadline=None)
def test_who_is_passed_on_the_same_day_has_two_trades_in_any_order(order: list[str]) -> None:
    """From the first club to the second, and on to the third."""
    world = World()
    world.hear([told(name, NOON, timedelta(0), PASSED_ON[name]) for name in order])
    found = {tuple(sorted(s.report for s in t.sightings)) for t in world.trades.values()}
    assert found == {
        tuple(sorted(n for n in order if n.startswith(way))) for way in ("there", "on")
    }
    assert {trade.acquired(HOU) for trade in world.trades.values()} == {(), (PRESTON,)}
    assert len(world.posts) == 2

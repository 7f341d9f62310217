"""What every Store must do with trades: keep them whole, and find those that a deal may belong to.

A back end collects these tests by importing them where it defines the fixture `store`.
"""

from datetime import date

from bot.model import (
    Cash,
    Change,
    ChangeReason,
    FutureConsiderations,
    Leg,
    Pick,
    Player,
    Status,
)
from bot.ports import Store
from tests.builders import (
    GB,
    NOON,
    NYJ,
    PRESTON,
    a_deal,
    a_report,
    a_sighting,
    a_trade,
    minutes,
)
from tests.contracts.steps import KC, OTHER_PLAYER, SEA, a_named_trade, keep


async def test_a_trade_comes_back_as_it_was_stored(store: Store) -> None:
    """Every kind of asset, every field."""
    legs = (
        Leg(gave=GB, received=NYJ, asset=PRESTON),
        Leg(gave=NYJ, received=None, asset=Pick(season=2026, round=4, original=KC, condition="if")),
        Leg(gave=None, received=GB, asset=Cash()),
        Leg(gave=NYJ, received=GB, asset=FutureConsiderations()),
    )
    trade = a_trade(legs=legs, clubs=(GB, NYJ, KC), quiet=True, created_at=minutes(0.123456))
    await keep(store, trade)
    assert await store.trade(trade.id) == trade


async def test_history_has_every_visible_version(store: Store) -> None:
    """A repeat changes the timeline, not the version."""
    first, third = a_trade(), a_trade(version=2, status=Status.OFFICIAL)
    repeat = a_trade(sightings=(a_sighting(), a_sighting(report="r2")))
    await keep(store, first)
    for minute, reason, trade in (
        (1, ChangeReason.REPEAT, repeat),
        (2, ChangeReason.STATUS, third),
    ):
        change = Change(reason=reason, trade=trade, expected_version=1)
        await store.apply(a_report(), (), (change,), (), minutes(minute))
        assert await store.trade(first.id) == trade
    assert list(await store.history(first.id)) == [
        (1, "first report of this trade", NOON),
        (2, "status moved forward", minutes(2)),
    ]


async def test_candidates_share_a_player_however_his_name_is_written(store: Store) -> None:
    """Accents, dots and suffixes are the reporter's, not the player's."""
    trade = await keep(store, a_trade(clubs=(GB,)))
    written = Leg(gave=None, received=SEA, asset=Player(name="DALE Preston Jr."))
    assert list(await store.candidates(a_deal(legs=(written,), clubs=(SEA,)))) == [trade]


async def test_candidates_share_two_clubs(store: Store) -> None:
    """One club in common is no lead; two of three are."""
    three = await keep(store, a_named_trade("three", legs=(), clubs=(GB, NYJ, KC)))
    await keep(store, a_named_trade("one", legs=(), clubs=(GB, SEA)))
    assert list(await store.candidates(a_deal(legs=(), clubs=(GB, KC)))) == [three]
    assert list(await store.candidates(a_deal(legs=(), clubs=(GB,)))) == []


async def test_candidates_are_each_there_once_and_newest_first(store: Store) -> None:
    """By day, and within a day the one detected last."""
    old = await keep(store, a_named_trade("old", traded_on=date(2024, 3, 1)))
    noon = await keep(store, a_named_trade("noon"))
    later = await keep(store, a_named_trade("later"))
    older = await keep(store, a_named_trade("older", traded_on=date(2023, 3, 1)))
    assert list(await store.candidates(a_deal())) == [later, noon, old, older]
    assert list(await store.trades()) == [later, noon, old, older]
    assert list(await store.trades(limit=2)) == [later, noon]


async def test_candidates_are_bounded(store: Store) -> None:
    """A feed that repeats itself under new names cannot make every look-up slow."""
    for n in range(60):
        await keep(store, a_named_trade(f"t{n}"))
    found = await store.candidates(a_deal())
    assert len(found) == 50
    assert found[0].id == "t59"


async def test_candidates_follow_the_terms(store: Store) -> None:
    """A player who left the deal no longer leads to it; the one who came does."""
    await keep(store, a_trade(clubs=(GB,)))
    leg = Leg(gave=GB, received=NYJ, asset=OTHER_PLAYER)
    changed = a_trade(version=2, legs=(leg,), clubs=(GB,))
    change = Change(reason=ChangeReason.TERMS, trade=changed, expected_version=1)
    await store.apply(a_report(), (), (change,), (), NOON)
    assert list(await store.candidates(a_deal(clubs=()))) == []
    assert list(await store.candidates(a_deal(legs=(leg,), clubs=()))) == [changed]


async def test_players_without_a_latin_letter_are_not_all_the_same(store: Store) -> None:
    """A name that leaves no key finds nobody."""
    await keep(store, a_trade(legs=(Leg(gave=GB, received=NYJ, asset=Player(name="李")),)))
    leg = Leg(gave=GB, received=NYJ, asset=Player(name="王"))
    assert list(await store.candidates(a_deal(legs=(leg,), clubs=(SEA, KC)))) == []

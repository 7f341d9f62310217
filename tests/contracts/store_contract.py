"""What every Store must do.

A back end collects these tests by importing them where it defines the fixtures `store` and `queue`.
"""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.errors import ConflictError
from bot.model import (
    CardKind,
    Change,
    ChangeReason,
    Leg,
    MessageRef,
    Page,
    Pick,
    Rejected,
    Report,
    Status,
    TradeId,
    Validators,
)
from bot.ports import DeliveryQueue, Store
from tests.builders import (
    GB,
    NOON,
    NYJ,
    a_deal,
    a_key,
    a_report,
    a_sighting,
    a_trade,
    minutes,
)
from tests.contracts.steps import LANE, a_named_trade, keep, new


async def test_a_report_is_unseen_until_it_is_stored(store: Store) -> None:
    """Only what was stored is known, and the order is that of the feed."""
    reports = [a_report(id=f"r{n}") for n in range(3)]
    assert list(await store.unseen(reports)) == reports
    await store.apply(reports[1], (), (), (), NOON)
    assert list(await store.unseen(reports)) == [reports[0], reports[2]]


async def test_an_edited_report_is_unseen_again(store: Store) -> None:
    """A known id with other words is news, until those are stored too."""
    await store.apply(a_report(), (a_deal(),), (), (), NOON)
    edited = a_report(text="The Packers called it off.")
    assert list(await store.unseen([edited])) == [edited]
    await store.apply(edited, (), (), (), NOON)
    assert list(await store.unseen([edited])) == []


async def test_a_moved_date_or_address_is_not_an_edit(store: Store) -> None:
    """Feeds touch their items without a new word in them."""
    await store.apply(a_report(), (), (), (), NOON)
    assert not await store.unseen([a_report(published_at=minutes(9), url="https://example.org/?1")])


async def test_the_same_id_in_another_feed_is_another_report(store: Store) -> None:
    """Ids are only stable within a feed."""
    await store.apply(a_report(feed="desk"), (), (), (), NOON)
    other = a_report(feed="wire")
    assert list(await store.unseen([other])) == [other]


async def test_thousands_of_reports_are_looked_up_at_once(store: Store) -> None:
    """A long page is no trouble."""
    reports = [a_report(id=f"r{n}") for n in range(5000)]
    page = Page(reports=tuple(reports), validators=Validators())
    await store.finish_poll("desk", page, reports[:4999], (), NOON)
    assert list(await store.unseen(reports)) == [reports[4999]]


async def test_nothing_to_look_up_is_nothing_unseen(store: Store) -> None:
    """An empty page has no feed, and no unseen report."""
    assert not await store.unseen([])


@pytest.mark.parametrize("text", ["a\0b", "half \ud800 a pair", "\U0001f3c8 \u202e", "'; --", ""])
async def test_hostile_text_is_stored_and_known_again(store: Store, text: str) -> None:
    """No character of a feed can break the store, or make an item new at every poll."""
    report = a_report(id=f"id {text}", title=text, text=text, url=text)
    condition = Pick(season=10**30, condition=text)
    legs = (Leg(gave=GB, received=NYJ, asset=condition),)
    trade = a_trade(legs=legs, sightings=(a_sighting(title=text),))
    await store.apply(report, (a_deal(legs=legs),), (new(trade),), (), NOON)
    page = Page(reports=(), validators=Validators(etag=text))
    await store.finish_poll("desk", page, (), (Rejected(raw=text, problem=text),), NOON)
    assert not await store.unseen([report])
    assert len(await store.trades()) == 1


async def test_an_unknown_trade_is_none(store: Store) -> None:
    """No error for a question."""
    assert await store.trade(TradeId("nobody")) is None
    assert not await store.history(TradeId("nobody"))
    assert not await store.deliveries(TradeId("nobody"))


async def test_a_new_trade_whose_id_is_taken_is_a_conflict(store: Store) -> None:
    """Two deciders cannot both be first."""
    await keep(store, a_trade())
    with pytest.raises(ConflictError, match="decide again"):
        await store.apply(a_report(), (), (new(a_trade(status=Status.RUMOUR)),), (), NOON)
    assert await store.trade(a_trade().id) == a_trade()


@pytest.mark.parametrize("expected", [1, 3])
async def test_a_change_decided_on_another_version_is_a_conflict(
    store: Store, expected: int
) -> None:
    """Older and newer alike: what was decided does not fit what is stored."""
    second = a_trade(version=2, status=Status.OFFICIAL)
    await keep(store, second)
    late = Change(
        reason=ChangeReason.TERMS, trade=a_trade(version=expected + 1), expected_version=expected
    )
    with pytest.raises(ConflictError):
        await store.apply(a_report(), (), (late,), (), NOON)
    assert await store.trade(second.id) == second


async def test_a_conflict_in_the_second_change_leaves_nothing_of_the_first(store: Store) -> None:
    """Report, trades, versions and deliveries are stored together or not at all."""
    await keep(store, a_named_trade("taken"))
    first, second = a_named_trade("first"), a_named_trade("taken")
    wanted = ((a_key(trade=first.id), LANE, 1),)
    with pytest.raises(ConflictError):
        await store.apply(a_report(), (a_deal(),), (new(first), new(second)), wanted, NOON)
    assert await store.trade(first.id) is None
    assert not await store.history(first.id)
    assert not await store.deliveries(first.id)
    assert list(await store.unseen([a_report()])) == [a_report()]


async def test_a_delivery_of_an_unknown_trade_stores_nothing(store: Store) -> None:
    """It would be a promise that nobody can keep."""
    with pytest.raises(ValueError, match="not stored"):
        await store.apply(a_report(), (), (), ((a_key(), LANE, 1),), NOON)
    assert list(await store.unseen([a_report()])) == [a_report()]


async def test_the_first_finished_poll_is_the_baseline(store: Store) -> None:
    """Before it a feed has no validators; after it every report of the page is known."""
    assert await store.validators("desk") is None
    reports = (a_report(id="r1"), a_report(id="r2"))
    page = Page(reports=reports, validators=Validators(etag='"a"', last_modified="Tue"))
    await store.finish_poll("desk", page, reports, (), NOON)
    assert await store.validators("desk") == Validators(etag='"a"', last_modified="Tue")
    assert await store.validators("other") is None
    assert not await store.unseen(reports)


async def test_a_poll_that_changed_nothing_keeps_the_validators(store: Store) -> None:
    """A "nothing changed" answer need not repeat them."""
    first, second = Validators(etag='"a"'), Validators(etag='"b"')
    for validators in (first, second):
        await store.finish_poll("desk", Page(reports=(), validators=validators), (), (), NOON)
    silent = Page(reports=(), validators=Validators(), modified=False)
    for rejected in ((), (Rejected(raw="{", problem="no date"),)):
        await store.finish_poll("desk", silent, (), rejected, NOON)
        assert await store.validators("desk") == second


async def test_an_applied_poll_without_its_end_leaves_the_old_validators(store: Store) -> None:
    """A crash between the two cannot turn the rest of the page into "nothing changed"."""
    page = Page(reports=(), validators=Validators(etag='"a"'))
    await store.finish_poll("desk", page, (), (), NOON)
    await store.apply(a_report(), (a_deal(),), (new(a_trade()),), (), NOON)
    assert await store.validators("desk") == Validators(etag='"a"')


async def test_deliveries_say_their_state_in_words(store: Store, queue: DeliveryQueue) -> None:
    """Waiting, sending, shown, dead; with the last error."""
    keys = [a_key(kind=kind) for kind in (CardKind.CARD, CardKind.VOID)]
    wanted = [(key, LANE, 1) for key in keys]
    await store.apply(a_report(), (), (new(a_trade()),), wanted, NOON)
    epoch = await queue.acquire(LANE)

    async def states() -> list[tuple[str, str]]:
        return [(state, error) for _, state, error in await store.deliveries(a_trade().id)]

    assert await states() == [("waiting", ""), ("waiting", "")]
    await queue.claim(LANE, epoch, NOON)
    assert await states() == [("sending", ""), ("waiting", "")]
    await queue.ack(keys[0], epoch, 1, MessageRef("m1"), minutes(1))
    await queue.claim(LANE, epoch, NOON)
    await queue.bury(keys[1], epoch, "the card is too long")
    assert await states() == [("shown", ""), ("dead", "the card is too long")]
    row = (await store.deliveries(a_trade().id))[0][0]
    assert (row.key, row.version, row.ref, row.created_at) == (keys[0], 1, "m1", NOON)


words = st.text(max_size=12)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.builds(a_report, id=words, title=words, text=words), max_size=5))
async def test_what_was_stored_is_never_unseen(store: Store, reports: list[Report]) -> None:
    """The law behind "nothing old is posted", for any text."""
    for report in reports:
        await store.apply(report, (), (), (), NOON)
        assert not await store.unseen([report])

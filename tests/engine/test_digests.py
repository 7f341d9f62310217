"""What came in quiet hours: one message in the morning, whatever happens on the way to it."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.engine.gather import MOST
from bot.errors import (
    MessageGoneError,
    PermanentDeliveryError,
    TemporaryDeliveryError,
    UncertainDeliveryError,
)
from bot.model import (
    Status,
    TradeId,
)
from bot.store import SqliteLedger, SqliteStore, open_database
from tests.engine.conftest import HERE
from tests.engine.nights import NIGHTLY, Night, killed_at

LOST = UncertainDeliveryError("cut")


@pytest.fixture
async def night(tmp_path: Path) -> AsyncIterator[Night]:
    """An evening on a fresh database."""
    async with open_database(tmp_path / "gridwire.db") as database:
        made = Night(store=SqliteStore(database), ledger=SqliteLedger(database))
        await made.ledger.sync_destinations(made.destinations)
        yield made


async def test_the_night_comes_as_one_message_in_the_morning(night: Night) -> None:
    """In the order in which it happened, and nobody is called."""
    await night.told("a", "b", "c")
    await night.work()
    assert night.board == []
    night.morning()
    await night.work()
    assert night.board == [["a@1 reported", "b@1 reported", "c@1 reported"]]
    assert night.notifier.pinged == 0
    assert {await night.state(name) for name in "abc"} == {("shown", "")}


async def test_one_trade_of_the_night_is_its_own_card(night: Night) -> None:
    """A list of one would tell less."""
    await night.told("a")
    night.morning()
    await night.told("later")
    await night.work()
    assert night.board == [["a@1 reported"], ["later@1 reported"]]
    assert [call for call, _, _ in night.notifier.calls] == ["post", "post"]


async def test_the_list_shows_what_is_true_by_then_and_stays_true(night: Night) -> None:
    """A new version of one trade edits the message that tells of it, once."""
    await night.told("a", "b")
    await night.told("a", version=2)
    night.morning()
    await night.work()
    assert night.board == [["a@2 reported", "b@1 reported"]]
    await night.told("b", version=2)
    await night.told("a", version=3)
    await night.work()
    assert night.board == [["a@3 reported", "b@2 reported"]]
    assert [call for call, _, _ in night.notifier.calls] == ["post", "edit"]
    assert {key.trade for _, key, _ in night.notifier.calls} == {TradeId("a")}


async def test_what_fell_through_at_night_is_left_out(night: Night) -> None:
    """Nobody saw it; what falls through later is crossed out in the list, and a notice says so."""
    await night.told("a", "b", "c")
    await night.told("b", version=2, status=Status.VOIDED)
    night.morning()
    await night.work()
    assert night.board == [["a@1 reported", "c@1 reported"]]
    assert await night.state("b") == ("dead", "voided before it was shown")
    await night.told("c", version=2, status=Status.VOIDED)
    await night.work()
    assert night.board == [["a@1 reported", "c@2 voided"], ["c@2 voided"]]


async def test_a_night_of_very_many_trades_comes_in_several_messages(night: Night) -> None:
    """None is left out."""
    names = [f"t{n:02}" for n in range(MOST * 2 + 1)]
    await night.told(*names)
    night.morning()
    await night.work()
    assert [len(each) for each in night.board] == [MOST, MOST, 1]
    assert [line.split("@")[0] for each in night.board for line in each] == names


async def test_a_forum_gets_each_trade_by_itself(night: Night) -> None:
    """Each has its post there."""
    night.notifier.forum = True
    await night.told("a", "b")
    night.morning()
    await night.work()
    assert night.board == [["a@1 reported"], ["b@1 reported"]]


async def test_where_quiet_hours_are_ended_meanwhile_cards_come_by_themselves(
    night: Night,
) -> None:
    """Also those of a list that could not be sent yet."""
    night.notifier.script = [TemporaryDeliveryError("429", timedelta(seconds=5))]
    await night.told("a", "b")
    night.morning()
    await night.work()
    night.destinations = (HERE,)
    night.clock.advance(10)
    await night.work()
    assert night.board == [["a@1 reported"], ["b@1 reported"]]


async def test_a_channel_that_is_paused_at_night_gets_no_list(night: Night) -> None:
    """Who pauses alerts wants no new card, also none that waited."""
    await night.told("a", "b")
    night.destinations = (replace(NIGHTLY, paused=True),)
    night.morning()
    await night.work()
    assert night.board == []
    reason = "paused by a manager before it was shown"
    assert {await night.state(name) for name in "ab"} == {("dead", reason)}


async def test_a_list_that_is_refused_loses_its_first_trade_alone(night: Night) -> None:
    """The others are tried as a list of their own."""
    night.notifier.script = [PermanentDeliveryError("invalid form body")]
    await night.told("a", "b", "c")
    night.morning()
    await night.work()
    assert await night.state("a") == ("dead", "invalid form body")
    assert night.board == [["b@1 reported", "c@1 reported"]]


async def test_a_list_that_a_person_removed_stays_removed(night: Night) -> None:
    """For each of its trades."""
    await night.told("a", "b")
    night.morning()
    await night.work()
    night.notifier.script = [MessageGoneError("unknown message")] * 2
    await night.told("a", "b", version=2)
    await night.work()
    await night.told("a", "b", version=3)
    await night.work()
    assert [call for call, _, _ in night.notifier.calls] == ["post", "edit", "edit"]


@pytest.mark.parametrize("fault", [LOST, ("stored", LOST)])
@pytest.mark.parametrize("safe_s", [0, 120])
async def test_an_unknown_outcome_neither_loses_nor_doubles_the_list(
    night: Night, fault: Any, safe_s: float
) -> None:
    """Adopted with the nonce, or after looking back; then it is edited, and every trade counts as shown."""
    night.notifier.safe_s = safe_s
    night.notifier.script = [fault]
    await night.told("a", "b")
    night.morning()
    await night.work()
    night.clock.advance(30)
    await night.work()
    night.clock.advance(30)
    await night.work()
    assert night.board == [["a@1 reported", "b@1 reported"]]
    assert {await night.state(name) for name in "ab"} == {("shown", "")}


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("safe_s", [0, 120])
async def test_a_kill_at_any_step_neither_loses_nor_doubles_a_trade(
    tmp_path: Path, safe_s: float, *, after: bool
) -> None:
    """Before and behind every call of the ledger and the platform, from the first claim to the last edit."""
    for step in range(1, 40):
        async with open_database(tmp_path / f"{step}.db") as database:
            night = Night(store=SqliteStore(database), ledger=SqliteLedger(database))
            night.notifier.safe_s = safe_s
            await night.ledger.sync_destinations(night.destinations)
            await night.told("a", "b", "c")
            night.morning()
            killed = await killed_at(night, step, after=after)
            for _ in range(4):
                night.clock.advance(200)
                await night.work()
            shown = sorted(line.split("@")[0] for each in night.board for line in each)
            assert shown == ["a", "b", "c"], f"killed at step {step}"
            assert {await night.state(name) for name in "abc"} == {("shown", "")}
            if not killed:
                return
    pytest.fail("the work has more steps than were tried")

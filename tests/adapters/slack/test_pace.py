"""A second between two calls for a channel at Slack's end, whatever happens on the way."""

import asyncio
import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.slack.pace import GAP_S, LATE_S, Pace
from bot.model import DestinationId

HERE, THERE = DestinationId("slack:C1"), DestinationId("slack:C2")
QUIET_S = 0.05

ways = st.floats(0, LATE_S / 2)


class Way:
    """One channel's calls on a clock of their own, each with its way there and back."""

    def __init__(self) -> None:
        self.now = 0.0
        self.arrivals: list[float] = []
        self.pace = Pace(lambda: self.now)

    async def call(self, there: float, back: float) -> None:
        """As soon as it may leave."""
        self.now += self.pace.rest_s(HERE)
        async with self.pace.turn(HERE):
            self.arrivals.append(self.now + there)
            self.now += there + back


@given(held=st.lists(st.tuples(ways, ways), max_size=20))
def test_no_two_arrive_within_a_second(held: list[tuple[float, float]]) -> None:
    """However calls and answers are held up on the way."""
    way = Way()

    async def calls() -> None:
        for there, back in held:
            await way.call(there, back)

    asyncio.run(calls())
    gaps = [after - before for before, after in itertools.pairwise(way.arrivals)]
    assert all(gap >= 1.0 for gap in gaps)


def test_a_channel_rests_from_the_answer_and_another_is_free() -> None:
    """Whatever the way took."""
    way = Way()
    asyncio.run(way.call(0.25, 0.25))
    assert way.pace.rest_s(HERE) == pytest.approx(GAP_S)
    assert way.pace.rest_s(THERE) == 0.0


def test_a_late_answer_holds_nothing_up_for_ever() -> None:
    """What left two seconds ago arrived long ago."""
    way = Way()
    asyncio.run(way.call(0.1, 9.0))
    assert way.pace.rest_s(HERE) == 0.0


async def test_an_answer_that_is_late_does_not_shorten_the_rest_of_a_later_call() -> None:
    """The first hangs, the second is under way when the first is answered at last."""
    way = Way()
    async with way.pace.turn(HERE):
        way.now += 5.0
        async with way.pace.turn(HERE):
            pass
        way.now += 0.5
        rest_s = way.pace.rest_s(HERE)
    assert way.pace.rest_s(HERE) == rest_s == pytest.approx(GAP_S - 0.5)


async def test_turns_are_taken_in_order_and_one_that_gives_up_blocks_nobody() -> None:
    """Three calls at once, the second cancelled while it waits."""
    pace, seen = Pace(), []
    pace.gap_s = QUIET_S

    async def call(name: str) -> None:
        async with pace.turn(HERE):
            seen.append((name, time.monotonic()))

    one, two, three = (asyncio.create_task(call(name)) for name in "abc")
    await asyncio.sleep(0.01)
    two.cancel()
    await asyncio.gather(one, two, three, return_exceptions=True)
    (first, at), (second, then) = seen
    assert first + second == "ac"
    assert then - at >= QUIET_S * 0.9


async def test_a_call_that_hangs_frees_its_channel_in_time_and_others_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Its answer may come or not."""
    monkeypatch.setattr("adapters.slack.pace.LATE_S", 0.1)
    pace = Pace()
    pace.gap_s = QUIET_S

    async def hang() -> None:
        async with pace.turn(HERE):
            await asyncio.sleep(60)

    hanging = asyncio.create_task(hang())
    await asyncio.sleep(0)
    assert 0.1 < pace.rest_s(HERE) <= 0.1 + QUIET_S < LATE_S
    async with asyncio.timeout(1):
        async with pace.turn(THERE):
            pass
        async with pace.turn(HERE):
            pass
    hanging.cancel()

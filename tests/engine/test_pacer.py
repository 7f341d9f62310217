"""Even pacing of one rate-limit domain."""

import pytest

from bot.engine.pacer import CATCH_UP_S, Pacer
from tests.fakes import FakeClock


async def test_after_a_small_burst_calls_keep_their_distance() -> None:
    """200 calls at 45 a second: a quarter of a second's at once, then one every 1/45 s."""
    clock = FakeClock()
    pacer = Pacer(45, clock)
    sent = []
    for _ in range(200):
        await clock.sleep(max(pacer.wait_s(), 0))
        pacer.take()
        sent.append(clock.monotonic())
    assert sum(at == 0 for at in sent) == 1 + int(45 * CATCH_UP_S)
    assert sent[-1] == pytest.approx(199 / 45 - CATCH_UP_S)
    later = [at for at in sent if at > 0]
    assert max(sum(start <= at < start + 1 for at in later) for start in later) <= 46


@pytest.mark.parametrize("stall_s", [0.1, 0.24, 3.0])
async def test_a_stall_costs_no_pace_but_is_never_followed_by_all_it_held_up(
    stall_s: float,
) -> None:
    """A slow commit is made good at once, an outage is not."""
    clock = FakeClock()
    pacer = Pacer(45, clock)
    for number in range(200):
        if number == 100:
            clock.advance(stall_s)
        await clock.sleep(max(pacer.wait_s(), 0))
        pacer.take()
    lost = max(stall_s - CATCH_UP_S, 0.0)
    assert clock.monotonic() == pytest.approx(199 / 45 - CATCH_UP_S + lost, abs=2 / 45)


async def test_idle_time_is_not_saved_up() -> None:
    """After a quiet hour the burst is as small as ever."""
    clock = FakeClock()
    pacer = Pacer(10, clock)
    clock.advance(3600)
    for _ in range(5):
        await clock.sleep(max(pacer.wait_s(), 0))
        pacer.take()
    assert clock.monotonic() - 3600 == pytest.approx(0.4 - CATCH_UP_S)


def test_a_pause_holds_everything() -> None:
    """A global refusal stops the whole domain for as long as it says."""
    clock = FakeClock()
    pacer = Pacer(45, clock)
    pacer.pause(7)
    assert pacer.wait_s() == 7
    clock.advance(7)
    assert pacer.wait_s() <= 0

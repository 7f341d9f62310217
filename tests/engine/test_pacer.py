"""Even pacing of one rate-limit domain."""

from bot.engine.pacer import Pacer
from tests.fakes import FakeClock


async def test_after_a_small_burst_calls_keep_their_distance() -> None:
    """200 calls at 45 a second: three at once, then one every 1/45 s, never 46 within a second."""
    clock = FakeClock()
    pacer = Pacer(45, clock)
    sent = []
    for _ in range(200):
        await clock.sleep(max(pacer.wait_s(), 0))
        pacer.take()
        sent.append(clock.monotonic())
    assert sum(at == 0 for at in sent) == 3
    assert abs(sent[-1] - 197 / 45) < 0.001
    assert max(sum(1 for at in sent if start <= at < start + 1) for start in sent) <= 48


async def test_idle_time_is_not_saved_up() -> None:
    """After a quiet hour the burst is as small as ever."""
    clock = FakeClock()
    pacer = Pacer(10, clock)
    clock.advance(3600)
    for _ in range(5):
        await clock.sleep(max(pacer.wait_s(), 0))
        pacer.take()
    assert abs(clock.monotonic() - 3600 - 0.2) < 0.001


def test_a_pause_holds_everything() -> None:
    """A global refusal stops the whole domain for as long as it says."""
    clock = FakeClock()
    pacer = Pacer(45, clock)
    pacer.pause(7)
    assert pacer.wait_s() == 7
    clock.advance(7)
    assert pacer.wait_s() <= 0

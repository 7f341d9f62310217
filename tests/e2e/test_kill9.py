"""The service killed with -9 again and again: nothing lost, nothing doubled, by the platforms' own ledgers."""

import pytest

from bench.kill9 import kill

KILLS = 300
SEED = 20230920


@pytest.mark.timeout(280)
def test_three_hundred_kills_lose_nothing_and_double_nothing() -> None:
    """Both platforms in each life; the far ends hold requests, and store them after the client's death."""
    result = kill(KILLS, SEED)
    nothing = {"discord": 0, "slack": 0}
    assert (result.lost, result.doubled) == (nothing, nothing)
    assert (result.violations, result.integrity) == (0, "ok")
    assert result.expected >= KILLS
    assert result.absorbed > 0, (
        "no kill fell between a post and its answer: the test proves nothing"
    )
    assert result.looked_back > 0

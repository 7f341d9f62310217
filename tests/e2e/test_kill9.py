"""The service killed with -9 again and again: nothing lost, nothing doubled, by the platforms' own ledgers."""

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from bench.kill9 import kill

KILLS = (150, 150)  # two rigs side by side: a life is mostly waiting
SEEDS = (20230920, 20241015)


@pytest.mark.timeout(280)
def test_three_hundred_kills_lose_nothing_and_double_nothing() -> None:
    """Both platforms in each life; the far ends hold requests, and store them after the client's death."""
    with ProcessPoolExecutor(len(KILLS), mp_context=get_context("spawn")) as rigs:
        results = list(rigs.map(kill, KILLS, SEEDS))
    nothing = {"discord": 0, "slack": 0}
    for result, kills in zip(results, KILLS, strict=True):
        assert (result.lost, result.doubled) == (nothing, nothing)
        assert (result.violations, result.integrity) == (0, "ok")
        assert result.expected >= kills
        assert result.absorbed > 0, (
            "no kill fell between a post and its answer: the test proves nothing"
        )
        assert result.looked_back > 0


@pytest.mark.timeout(200)
def test_without_slack_s_history_a_kill_repeats_one_card_at_most_and_loses_none() -> None:
    """Where the app may not look back: what was in flight may show twice, and that is one message."""
    kills = 40
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as rig:
        result = rig.submit(kill, kills, 20250311, history=False).result()
    assert result.lost == {"discord": 0, "slack": 0}
    assert result.doubled["discord"] == 0
    assert result.doubled["slack"] <= kills
    assert (result.violations, result.integrity) == (0, "ok")
    assert result.looked_back > 0

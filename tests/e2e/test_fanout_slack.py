"""Twenty workspaces of Slack, five channels each, in a process that keeps Slack's limits: the floor is kept, and no limit met."""

from bench._far_slack import team
from bench.fanout_slack import NAMES, drain

TRADES = 6


async def test_a_slow_workspace_delays_no_other_and_no_channel_meets_its_limit() -> None:
    """One answers each call three seconds late; the others' cards come a message a second and channel."""
    took_s, answered_429 = await drain(NAMES[:TRADES], slow=team(0))
    assert answered_429 == 0
    assert took_s <= 2 * (
        TRADES - 1
    )  # beside the rest of the suite; 1.1 on a quiet machine: bench/fanout_slack.py

"""No body of any feed makes its parser raise, stall or hand on what cannot be stored."""

from random import Random

import pytest

from bench.bodies import Tally, attempt
from tests.feeds.bodies import KINDS, broken, problems, read


def test_five_thousand_broken_bodies_do_no_harm() -> None:
    """Two hundred times as many are tried by bench/bodies.py."""
    rng, tally = Random("suite"), Tally(process=0)  # noqa: S311 - no secret
    for _ in range(5_000):
        attempt(rng, tally)
    assert (tally.raised, tally.unsound) == ([], [])
    assert tally.worst[0] <= 50, tally.worst[1]
    assert tally.pages > 1_000


@pytest.mark.parametrize("kind", KINDS)
def test_whole_bodies_are_read(kind: str) -> None:
    """What is broken starts from a page."""
    for body in KINDS[kind][1]:
        page = read(kind, body, "")
        assert page is not None
        assert page.reports
        assert problems(page) == []


def test_a_seed_always_makes_the_same_bodies() -> None:
    """So that a failure can be looked at again."""
    seeded = (Random(7), Random(7))  # noqa: S311 - no secret
    one, other = ([broken(rng) for _ in range(50)] for rng in seeded)
    assert one == other

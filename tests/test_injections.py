"""No string that feeds or names could hold pings, links or turns the reading direction on either platform."""

from random import Random

import pytest

from bench.injections import A_CARD, Tally, attempt
from tests.injections import LINKS, PILES, PINGS, harm, injection, is_hostile

STRINGS = 10_000
# Posted raw they do nothing by themselves: another at sign, no such link, entities that are decoded once.
INERT = {"\uff20everyone", "@channel", "[a\\](b)", "HTTPS:\\/\\/e.vil", "www.e.vil", "slack://x"}
INERT |= {"&lt;!here&gt;", "&#60;!here&#62;", "&amp;lt;@U1&amp;gt;"}


def test_ten_thousand_hostile_strings_do_no_harm() -> None:
    """A hundred times as many are tried by bench/injections.py."""
    rng, tally = Random("suite"), Tally()  # noqa: S311 - no secret
    for _ in range(STRINGS // A_CARD):
        attempt(rng, tally)
    assert (tally.harmful, tally.raised) == ([], [])
    assert tally.hostile >= 0.8 * STRINGS


@pytest.mark.parametrize("text", [*PINGS, *LINKS, *PILES])
def test_each_piece_alone_is_calmed_and_the_judge_sees_it_raw(text: str) -> None:
    """Else the laws would hold for nothing."""
    assert harm(text, 200) == []
    assert is_hostile(text) == (text not in INERT)


def test_a_seed_always_makes_the_same_strings() -> None:
    """So that a failure can be looked at again."""
    seeded = (Random(7), Random(7))  # noqa: S311 - no secret
    one, other = ([injection(rng) for _ in range(50)] for rng in seeded)
    assert one == other

"""Which printed names mean one player."""

import pytest

from bot.merge import index_keys, query_keys, terms
from bot.merge.people import same
from bot.model import GsisId, Leg, Player
from tests.builders import GB, NYJ

ONE, TWO = GsisId("00-0000001"), GsisId("00-0000002")
WHOLE, LAST = Player(name="Dale Preston"), Player(name="Preston", partial=True)
GUESS = Player(name="Dale Preston", partial=True)
BROTHER = Player(name="Roy Preston", position="CB")


def there(*players: Player) -> tuple[Leg, ...]:
    """These players on their way to the Jets."""
    return tuple(Leg(gave=GB, received=NYJ, asset=player) for player in players)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (WHOLE, Player(name="DALE PRESTON JR."), True),
        (WHOLE, BROTHER, False),
        (WHOLE, LAST, True),
        (WHOLE, Player(name="Preston"), False),  # a name of one word is no last name
        (Player(name="Omar St. Clair"), Player(name="St. Clair", partial=True), True),
        (Player(name="Omar Sinclair"), Player(name="Clair", partial=True), False),
        (LAST, LAST, True),
        (LAST, GUESS, True),
        (GUESS, BROTHER, True),  # his first name was added by us
        (GUESS, Player(name="Dale Reyes"), False),
        (Player(name="Dale Preston", gsis=ONE), Player(name="Dale Preston", gsis=TWO), False),
        (Player(name="Dale Preston", gsis=ONE), Player(name="D. J. Preston", gsis=ONE), True),
        (Player(name="Dale Preston", gsis=ONE), WHOLE, True),
        (Player(name="李"), Player(name="王"), False),
    ],
)
def test_the_id_decides_and_then_the_name(one: Player, other: Player, *, expected: bool) -> None:
    """Either way round; and whoever is the same is found by the other's name."""
    assert (same(one, other), same(other, one)) == (expected, expected)
    if expected:
        assert query_keys(one) & index_keys(other)
        assert query_keys(other) & index_keys(one)


def test_a_namesake_is_not_looked_up() -> None:
    """A whole name does not find every bearer of the last one."""
    assert not query_keys(WHOLE) & index_keys(BROTHER)
    assert query_keys(Player(name="李")) == set()


def test_the_whole_name_and_the_id_fill_in() -> None:
    """Whichever report brings them, and whichever is the better."""
    known = Player(name="Dale Preston Jr.", position="WR", gsis=ONE)
    for less in (LAST, GUESS, WHOLE):
        assert terms.merge(there(less), there(known), replaces=True) == there(known)
        assert terms.merge(there(known), there(less), replaces=True) == there(known)
    assert terms.merge(there(LAST), there(GUESS), replaces=True) == there(GUESS)


def test_a_last_name_that_two_bear_says_nothing() -> None:
    """Neither a third player nor a position for the wrong one."""
    both = there(WHOLE, BROTHER)
    vague = there(Player(name="Preston", position="S", partial=True))
    assert terms.merge(both, vague, replaces=True) == both


def test_a_last_name_turns_no_whole_one_round() -> None:
    """A headline's slip in direction, by the better source, is still only a last name."""
    back = (Leg(gave=NYJ, received=GB, asset=LAST),)
    assert terms.merge(there(WHOLE), back, replaces=True) == there(WHOLE)
    assert terms.merge(back, there(WHOLE), replaces=True) == there(WHOLE)

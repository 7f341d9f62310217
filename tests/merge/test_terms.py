"""Joining what two reports say changed hands."""

import pytest

from bot.merge import terms
from bot.model import Asset, Cash, ClubCode, FutureConsiderations, Leg, Pick, Player
from tests.builders import GB, NYJ, PRESTON
from tests.extract.notation import asset as short

CHI = ClubCode("CHI")
TILLIS = Player(name="Omar Tillis", position="S")


def back(*assets: Asset) -> tuple[Leg, ...]:
    """What the Packers get."""
    return tuple(Leg(gave=NYJ, received=GB, asset=asset) for asset in assets)


def pick(season: int | None = None, round: int | None = None, number: int | None = None) -> Pick:  # noqa: A002 - the field's word
    """A pick in short."""
    return Pick(season=season, round=round, number=number)


FIRST, SECOND, SOME = pick(2026, 1), pick(2026, 2), pick(2026)

JOINED: list[tuple[list[Asset], list[Asset], bool, list[str]]] = [
    ([], [FIRST], True, ["2026 R1"]),
    ([FIRST], [], True, ["2026 R1"]),
    ([SOME], [FIRST], False, ["2026 R1"]),  # an unknown is filled by whoever knows it
    ([FIRST], [SOME], True, ["2026 R1"]),
    ([FIRST], [FIRST, SECOND], False, ["2026 R1", "2026 R2"]),  # more is no contradiction
    ([FIRST, SECOND], [SECOND], True, ["2026 R1", "2026 R2"]),
    ([SOME, SOME], [FIRST, SECOND], False, ["2026 R1", "2026 R2"]),
    ([FIRST, SECOND], [SOME, SOME], True, ["2026 R1", "2026 R2"]),
    ([FIRST, SECOND], [SOME, SECOND], True, ["2026 R1", "2026 R2"]),
    ([FIRST], [pick(None, 1, 33)], False, ["2026 R1 #33"]),
    ([FIRST], [SECOND], True, ["2026 R2"]),  # a contradiction goes to the better source
    ([FIRST], [SECOND], False, ["2026 R1"]),
    ([FIRST, SOME], [SECOND, pick(2027)], True, ["2026 R2", "2027"]),
    ([Cash()], [Cash()], True, ["cash"]),
    ([Cash()], [FutureConsiderations()], False, ["cash"]),
    ([FIRST], [FIRST, Cash()], False, ["2026 R1", "cash"]),
]


@pytest.mark.parametrize(("ours", "theirs", "replaces", "expected"), JOINED)
def test_one_direction_is_filled_completed_or_replaced(
    ours: list[Asset],
    theirs: list[Asset],
    replaces: bool,  # noqa: FBT001 - a column of the table
    expected: list[str],
) -> None:
    """A part left out is no contradiction; only a contradiction asks who is better."""
    merged = terms.merge(back(*ours), back(*theirs), replaces=replaces)
    assert [short(leg.asset) for leg in merged] == expected


def test_the_longer_condition_stays() -> None:
    """The word "conditional" says less than the condition."""
    vague = Pick(season=2026, round=1, condition="conditional")
    exact = Pick(season=2026, round=1, condition="if he plays half of the snaps")
    for ours, theirs in ((vague, exact), (exact, vague), (FIRST, exact)):
        assert terms.merge(back(ours), back(theirs), replaces=True) == back(exact)


def test_the_first_owner_of_a_pick_is_kept() -> None:
    """Whoever names him."""
    via = Pick(season=2026, round=1, original=CHI)
    assert terms.merge(back(via), back(FIRST), replaces=True) == back(via)


def test_players_are_united_by_name_and_filled() -> None:
    """A position, a suffix and a side that one report leaves out come from the other."""
    ours = (Leg(gave=GB, received=None, asset=Player(name="Dale Preston Jr.")),)
    theirs = (Leg(gave=None, received=NYJ, asset=PRESTON), *back(TILLIS))
    merged = terms.merge(ours, theirs, replaces=False)
    filled = Player(name="Dale Preston Jr.", position="WR")
    assert merged == (Leg(gave=GB, received=NYJ, asset=filled), *back(TILLIS))


@pytest.mark.parametrize("replaces", [True, False])
def test_a_player_goes_one_way(*, replaces: bool) -> None:
    """Where two sources contradict each other the better one is believed."""
    there, elsewhere = (Leg(gave=GB, received=club, asset=PRESTON) for club in (NYJ, CHI))
    merged = terms.merge((there,), (elsewhere,), replaces=replaces)
    assert merged == ((elsewhere,) if replaces else (there,))


def test_a_report_that_names_a_player_twice_moves_him_once() -> None:
    """The way he is named first."""
    legs = (Leg(gave=GB, received=None, asset=PRESTON), Leg(gave=NYJ, received=GB, asset=PRESTON))
    assert terms.once(legs) == legs[:1]
    assert terms.once(back(SOME, SOME)) == back(SOME, SOME)


def test_missing_sides_are_filled_where_only_two_clubs_can_be_meant() -> None:
    """Of three clubs, or of one, nothing is known."""
    legs = (Leg(gave=GB, received=None, asset=PRESTON), Leg(gave=None, received=GB, asset=FIRST))
    assert terms.complete(legs, (GB, NYJ)) == (
        Leg(gave=GB, received=NYJ, asset=PRESTON),
        Leg(gave=NYJ, received=GB, asset=FIRST),
    )
    assert terms.complete(legs, (GB,)) == legs
    assert terms.complete(legs, (GB, NYJ, CHI)) == legs
    assert terms.complete(legs, (CHI, NYJ)) == legs

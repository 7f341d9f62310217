"""What clubs are called in print, and which names could mean two."""

import pytest

from bot import clubs
from tests.extract.notation import news, read


@pytest.mark.parametrize(
    ("printed", "code"),
    [("motown", "DET"), ("niners", "SF"), ("k.c.", "KC"), ("tampa", "TB"), ("skins", "WAS")],
)
def test_nicknames_of_clubs_and_places_are_known(printed: str, code: str) -> None:
    """Beside city and nickname."""
    assert clubs.names()[printed] == (code,)


def test_two_clubs_share_a_place() -> None:
    """The text around it must tell which."""
    assert set(clubs.names()["big apple"]) == {"NYG", "NYJ"}
    assert set(clubs.names()["l.a."]) == {"LA", "LAC"}


def test_codes_that_are_words_are_not_read_as_clubs() -> None:
    """A headline in capitals is full of them."""
    assert not {"NO", "WAS", "CAR", "TEN"} & set(clubs.printed_codes())
    assert read(news("Trade: WR Dale Preston and a sixth to NYJ from KC for a 2026 fifth.")) == (
        "agreed: KC<2026 R5 | NYJ<Dale Preston, R6"
    )


def test_a_place_says_nothing_of_the_sport() -> None:
    """Every city has other clubs."""
    assert {"chicago", "philly", "duval"} <= clubs.places()
    assert "bears" not in clubs.places()

"""Names as they are printed: suffixes, hyphens, colleges before them, bare last names. Every player is invented."""

import pytest

from bot.extract import deals
from bot.model import Player
from tests.extract.notation import news

NAMED = [
    ("The Titans traded WR Dorian Green-Beck to the Bears.", "Dorian Green-Beck"),
    ("The Titans traded D.J. O\u2019Malley Jr. to the Bears.", "D.J. O'Malley Jr."),
    ("The Titans traded Dale Preston (QB) to the Bears for a fourth.", "Dale Preston"),
    ("The Titans traded Ohio State wideout Dale Preston to the Bears.", "Dale Preston"),
    ("The Titans traded star Dale Preston to the Bears.", "Dale Preston"),
    ("The Titans traded former Eagle Dale Preston to the Bears.", "Dale Preston"),
    ("The Titans traded Dallas Washburn to the Bears.", "Dallas Washburn"),
    ("The Titans traded Equin St. Clair to the Bears.", "Equin St. Clair"),
    ("TITANS TRADE AJ O'MALLEY TO BEARS FOR FOURTH-ROUND PICK", "AJ O'Malley"),
    ("Ex-Lion Dale Preston was traded to the Bears from the Titans.", "Dale Preston"),
]

BARE = [
    ("Report: Titans trade Preston to Bears for two first-rounders", {"Preston"}),
    ("Titans send Preston to Bears for Vance, fourth-round pick", {"Preston", "Vance"}),
    ("Preston, a two-time Pro Bowl corner, was sent to the Bears by the Titans.", {"Preston"}),
]

NOBODY = [
    "Titans trade speedster to Bears for fourth-round pick",
    "Minutes before the deadline, the Titans traded a receiver to the Bears for a 2026 fourth.",
    "The Cheetah is bound for Chicago. The Titans get a 2026 fourth from the Bears for the receiver.",
    "Titans trade their WR1 to the Bears for a 2026 fourth.",
]


def _men(text: str) -> list[Player]:
    legs = [leg.asset for deal in deals(news(text)) for leg in deal.legs]
    return [asset for asset in legs if isinstance(asset, Player)]


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_it_reads_the_whole_name_and_no_more(text: str, name: str) -> None:
    """What stands before a name, or is tied to it, is told apart from it."""
    assert [man.name for man in _men(text)] == [name]
    assert not any(man.partial for man in _men(text))


@pytest.mark.parametrize(("text", "names"), BARE)
def test_a_bare_last_name_is_marked_as_one(text: str, names: set[str]) -> None:
    """Nobody can say yet who it is, but a man of this name moves."""
    assert {man.name for man in _men(text)} == names
    assert all(man.partial for man in _men(text))


def test_the_full_name_elsewhere_completes_a_last_name() -> None:
    """In the headline, or in a later sentence."""
    later = "The Titans traded Preston to the Bears. Dale Preston had 40 catches."
    assert [man.name for man in _men(later)] == ["Dale Preston"]


@pytest.mark.parametrize("text", NOBODY)
def test_a_word_in_capitals_is_no_man(text: str) -> None:
    """Nicknames, the first word of a sentence, and descriptions."""
    assert deals(news(text))
    assert _men(text) == []

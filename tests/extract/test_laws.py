"""What holds for every club and every name."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.clubs import CLUBS, Club
from tests.extract.notation import news, read, wire

FIRST = ("Dale", "T.J.", "De'Quan", "Amon-Ra", "JuJu", "Kyle Van", "Jean-Luc")
LAST = ("Preston", "O'Rell", "Coble-Smith", "Noord", "St. Clair", "Quill Jr.", "Vance III")

pairs = st.lists(st.sampled_from(CLUBS), min_size=2, max_size=2, unique=True)
men = st.builds("{} {}".format, st.sampled_from(FIRST), st.sampled_from(LAST))
FORMS = (
    "The {a} are trading WR {man} to the {b} for a 2026 third-round pick.",
    "The {b} have acquired wide receiver {man} from the {a} in exchange for a 2026 third-round pick.",
    "{a} send WR {man} to {b} for 2026 third-rounder",
    "{b} get WR {man} from {a} for 2026 third",
    "WR {man} was traded to the {b} from the {a} for a 2026 third-round pick.",
    "The {b} traded a 2026 third-round pick to the {a} for WR {man}.",
    "The {a} received a 2026 third-round pick from the {b} in exchange for WR {man}.",
    "The {a} acquired a 2026 third-round pick in a trade with the {b} for WR {man}.",
    "The {a} and {b} agreed to a trade sending WR {man} to the {b} for a 2026 third-round pick.",
    "The {b} landed a receiver, acquiring {man} from the {a} for a 2026 third-round pick.",
)


def _expected(giver: Club, receiver: Club, man: str) -> str:
    sides = sorted((f"{giver.code}<2026 R3", f"{receiver.code}<{man}"))
    return f"agreed: {' | '.join(sides)}"


@given(pairs, men, st.sampled_from(FORMS))
@settings(max_examples=150, deadline=None)
def test_direction_does_not_depend_on_the_names(clubs: list[Club], man: str, form: str) -> None:
    """Any two clubs, by nickname, any shape of name, any frame."""
    giver, receiver = clubs
    text = form.format(a=giver.nickname, b=receiver.nickname, man=man)
    assert read(news(text)) == _expected(giver, receiver, man)


@given(pairs, men, st.sampled_from(FORMS[:5]))
@settings(max_examples=100)
def test_full_club_names_read_the_same(clubs: list[Club], man: str, form: str) -> None:
    """City and nickname name the club beyond doubt, also where two clubs share the city."""
    giver, receiver = clubs
    text = form.format(a=giver.name, b=receiver.name, man=man)
    assert read(news(text)) == _expected(giver, receiver, man)


@given(pairs, men)
def test_both_clubs_rows_tell_one_trade(clubs: list[Club], man: str) -> None:
    """The wire carries each trade twice, from either side and with either verb."""
    one, two = clubs
    rows = (
        (one, f"Traded WR {man} to the {two.name} in exchange for a 2026 third-round pick."),
        (two, f"Acquired WR {man} from the {one.name} in exchange for a 2026 third-round pick."),
        (one, f"Acquired a 2026 third-round pick from {two.name} for WR {man}."),
        (two, f"Traded a 2026 third-round pick to the {one.name} for WR {man}."),
    )
    told = {read(wire(row, filer.code)) for filer, row in rows}
    assert told == {_expected(one, two, man).replace("agreed", "official")}

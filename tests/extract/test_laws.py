"""What holds for every club, every name and every text."""

import time
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.clubs import CLUBS, Club
from bot.extract import deals
from bot.extract.export import as_json
from bot.model import ReportKind
from tests.extract.notation import MARCH, NOVEMBER, news, read, wire

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
@settings(max_examples=150)
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


WORDS = st.sampled_from(
    "the a Jets Packers trade traded for to from WR Dale Preston 2026 first second-round pick picks"
    " and , . : ; ( ) No. 12 in exchange acquired who that will after No. #3 # ' \u2019 \u2014 \n via".split(
        " "
    )
)


@given(
    st.one_of(st.text(), st.lists(WORDS, max_size=40).map(" ".join)), st.sampled_from(ReportKind)
)
@settings(max_examples=300, deadline=None)
def test_no_text_makes_it_stumble(text: str, kind: ReportKind) -> None:
    """Every string gives a tuple of deals whose JSON can be built and whose spans lie in the report."""
    filer = "GB" if kind is ReportKind.WIRE else None
    report = wire(text, filer) if kind is ReportKind.WIRE else news(text, title=text)
    whole = f"{report.title}\n{report.text}"
    for deal in deals(report):
        assert as_json(deal)["kind"]
        assert 0 <= deal.span[0] <= deal.span[1] <= len(whole)
        assert all(leg.gave != leg.received or leg.gave is None for leg in deal.legs)


HOSTILE = {
    "clubs": "Jets trade New York Giants " * 10_000,
    "articles": "trade a " * 12_500,
    "ordinals": "trade first, " * 8_000,
    "brackets": "Jets trade pick (" * 6_000,
    "entities": "trade &amp;" * 9_000,
    "one word": "trade " + "A" * 100_000,
    "particles": "trade Van " * 10_000,
    "marks": "trade \u202e\ud800\u0301e" * 12_000,
    "lines": "trade:\n" * 15_000,
    "blanks": "trade" + " " * 100_000,
    "apostrophes": "trade a'" * 12_500,
    "best": "the best trade " * 7_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("published", [NOVEMBER, MARCH])
def test_a_hostile_text_costs_little(text: str, published: datetime) -> None:
    """100 KB of nonsense in title and text; the bound is generous, for slow machines."""
    start = time.perf_counter()
    deals(news(text, title=text, published=published))
    deals(wire(text, "NYJ", published))
    assert time.perf_counter() - start < 0.5

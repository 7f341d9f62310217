"""Names as they are compared: typing never parts a person, and the table of facts never joins two."""

from collections import Counter
from collections.abc import Callable
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model import name_key, person_key, printed_keys
from bot.model.aliases import _rows
from bot.stats.db import Stats

_CAREER = 12  # seasons
_PRINTED = {row[0]: row for row in _rows()}

_LETTERS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=9).filter(
    lambda word: word not in {"jr", "sr", "ii", "iii", "iv"}
)
_MARKS = st.sampled_from(["'", "\u2019", "\u2018", "\u02bc", "\u00b4", "`", ""])
_DASHES = st.sampled_from(["-", "\u2010", "\u2011", "\u2012", "\u2013", " "])
_SUFFIXES = st.sampled_from(["", " Jr.", " Jr", ", Jr.", " Sr.", " II", " III", " IV", " V", ","])
_Case = Callable[[str], str]
_CASES = st.sampled_from([str, str.upper, str.title])
_BLANKS = st.sampled_from([" ", "\u00a0", "  ", "\u2009"])


@given(_LETTERS, _LETTERS, _LETTERS, _MARKS, _DASHES, _SUFFIXES, _BLANKS, _CASES)
def test_typing_does_not_change_who_is_meant(  # noqa: PLR0917 - one argument a freedom of the writer
    first: str, last: str, more: str, mark: str, dash: str, suffix: str, blank: str, case: _Case
) -> None:
    """Apostrophes, dashes, blanks, case and suffixes vary from desk to desk."""
    name = f"D{mark}{first.title()}{blank}{last.title()}{dash}{more.title()}{suffix}"
    plain = f"d{first} {last} {more}"
    assert name_key(case(name)) == plain


@given(st.lists(st.sampled_from("ABCDJKT"), min_size=2, max_size=3), _LETTERS, _CASES)
def test_initials_are_one_word(initials: list[str], last: str, case: _Case) -> None:
    """A.J., A. J., A J, AJ and aj are one."""
    forms = ["".join(initials), ".".join(initials), ".".join(initials) + "."]
    forms += [". ".join(initials) + ".", " ".join(initials)]
    name = case(last)
    assert {name_key(f"{form} {name}.") for form in forms} == {
        f"{''.join(initials).lower()} {last}"
    }


@given(st.text(max_size=40))
def test_any_text_has_a_key(name: str) -> None:
    """Whatever is typed, it is a plain text that leads to itself."""
    key = name_key(name)
    assert key == key.strip() == key.casefold()
    assert {key, person_key(name)} <= printed_keys(name)


@pytest.mark.parametrize(("printed", "key"), [
    ("Amon-Ra St. Brown", "amon ra st brown"),
    ("José Ramírez", "jose ramirez"),
    ("Za\u2019Darius Smith", "zadarius smith"),
    ("Robert Griffin III", "robert griffin"),
    ("V. Smith", "v smith"),
])  # fmt: skip
def test_names_of_print(printed: str, key: str) -> None:
    """Accents and the saint's dot go; a first initial is no suffix."""
    assert name_key(printed) == key


@pytest.mark.parametrize("forms", _PRINTED.values(), ids=_PRINTED)
def test_every_form_of_a_person_is_one(forms: list[str]) -> None:
    """Each form leads to the person and to all his other forms."""
    assert {person_key(form) for form in forms} == {forms[0]}
    assert all(printed_keys(form) == set(forms) for form in forms)


def test_no_form_stands_for_two() -> None:
    """A name on two lines would make two persons one."""
    counted = Counter(form for forms in _rows() for form in forms)
    assert [form for form, count in counted.items() if count > 1] == []


def test_who_has_one_name_only_is_left_alone() -> None:
    """A short given name alone joins nobody: two men may have both."""
    assert person_key("Matthew Preston") == "matthew preston"
    assert printed_keys("Matt Preston") == {"matt preston"}


def test_the_tables_know_each_of_them_as_one_player(stats: Stats) -> None:
    """Nobody in the table is invented, and no line joins two men who could play at one time."""
    people = stats.tuples(
        "SELECT name_key, pid, COALESCE(rookie_season, draft_season) FROM player"
        " UNION SELECT a.name_key, pid, COALESCE(rookie_season, draft_season)"
        " FROM player_alias a JOIN player USING (pid)"
    )
    called: dict[str, dict[str, set[tuple[int, int | None]]]] = {}
    for key, pid, entered in people:
        called.setdefault(person_key(key), {}).setdefault(key, set()).add((pid, entered))
    assert [kept for kept in _PRINTED if kept not in called] == []
    joined = [
        (one, other)
        for kept in _PRINTED
        for one, other in combinations(called[kept], 2)
        if any(_at_one_time(a, b) for a in called[kept][one] for b in called[kept][other])
    ]
    assert joined == []


def _at_one_time(one: tuple[int, int | None], other: tuple[int, int | None]) -> bool:
    """Whether these are two persons who began within a career of each other."""
    if one[0] == other[0] or one[1] is None or other[1] is None:
        return False
    return abs(one[1] - other[1]) < _CAREER

"""Tokens, names and misspelt clubs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.extract import misprints, names, positions
from bot.extract.tokens import sentences, tokenise


def _words(text: str) -> list[list[str]]:
    return [[token.text for token in sentence] for sentence in sentences(tokenise(text))]


def test_quotes_dashes_and_entities_have_one_spelling() -> None:
    """Curly and straight, named and numbered."""
    curly = _words("The Jets\u2019 Za&#x27;Quan Coble \u2014 A&amp;B")
    assert curly == _words("The Jets' Za'Quan Coble \u2013 A&B")


def test_signs_that_nobody_sees_do_not_cut_a_word() -> None:
    """Soft hyphens, joiners and marks of direction vanish; every arrow is one arrow."""
    odd = "tra\u00adding \u202eDale\u202c Pres\u200dton \u27a1\ufe0f \uff12\uff10\uff12\uff16"
    assert _words(odd) == _words("trading Dale Preston \u2192 2026")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("T.J. Coble Jr. to the Jets. He left.", 2),
        ("Traded CB Joe Cash Jr. Signed S Bo Rusk.", 2),
        ("Traded CB Joe Cash Jr. to Dallas.", 1),
        ("On the list.Signed S Bo Rusk.", 2),
        ("pick (No. 42) and St. Louis", 1),
        ("a 2026 Rd. 6 pick", 1),
        ("Field Yates of ESPN.com tweets", 1),
        ("It cost $24.5 million.", 1),
    ],
)
def test_sentences_end_where_they_end(text: str, count: int) -> None:
    """Not at initials, suffixes, "No.", "St." or a domain."""
    assert len(_words(text)) == count


@given(st.text(max_size=60))
def test_every_token_lies_where_it_says(text: str) -> None:
    """Spans are in order and inside the text, whatever the text is."""
    spots = [spot for token in tokenise(text) for spot in (token.start, token.end)]
    assert spots == sorted(spots)
    assert not spots or (spots[0] >= 0 and spots[-1] <= len(text))


def test_a_span_survives_entities() -> None:
    """A place in the plain text is a place in the original."""
    text = "A &amp; B Za&#x27;Quan end"
    token = next(token for token in tokenise(text) if token.low == "za'quan")
    assert text[token.start : token.end] == "Za&#x27;Quan"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("WR Dale Preston to the Jets", "Dale Preston"),
        ("wide receiver Dale Preston to", "Dale Preston"),
        ("CB Joe Cash Jr. to", "Joe Cash Jr."),
        ("LB Tom Quill III and", "Tom Quill III"),
        ("T.J. Coble-Smith from", "T.J. Coble-Smith"),
        ("TE Amon-Ra St. Clair,", "Amon-Ra St. Clair"),
        ("LB Kyle Van Noord,", "Kyle Van Noord"),
        ("QB D'Marco O'Rell for", "D'Marco O'Rell"),
        ("DE Chase Young to", "Chase Young"),
        ("QB Will Lewis to", "Will Lewis"),
        ("left guard Ezra Cleveland for", "Ezra Cleveland"),
        ("FB Zeke Funkhouse Washington for", "Zeke Funkhouse"),
        ("AJ Dill from", "AJ Dill"),
    ],
)
def test_it_knows_a_name_by_its_shape(text: str, expected: str) -> None:
    """Initials, particles, hyphens, suffixes, and names that are also words or cities."""
    tokens = next(sentences(tokenise(text)))
    position, start = positions.position(tokens, 0)
    found = names.name(tokens, start, titled=False, behind_position=position is not None)
    assert found is not None
    assert found.text == expected
    assert found.full


@pytest.mark.parametrize("text", ["Monday Night", "Pro Bowl", "The", "Trade Deadline", "NFL", "to"])
def test_capitals_alone_make_no_name(text: str) -> None:
    """Days, honours and headline words."""
    tokens = next(sentences(tokenise(text)))
    assert names.name(tokens, 0, titled=False, behind_position=False) is None


@pytest.mark.parametrize(
    ("word", "codes"),
    [
        ("jacksonvile", ("JAX",)),
        ("philadephia", ("PHI",)),
        ("seahakws", ("SEA",)),
        ("jacksonville", None),
        ("bill", None),
        ("something", None),
    ],
)
def test_one_slip_still_names_the_club(word: str, codes: tuple[str, ...] | None) -> None:
    """One letter wrong, missing or swapped; nothing more, and no short words."""
    assert misprints.club(word) == codes


@pytest.mark.parametrize(
    ("word", "meant"),
    [("tradd", "traded"), ("acquried", "acquired"), ("graced", None), ("signed", None)],
)
def test_a_verb_of_the_wire_may_have_a_slip(word: str, meant: str | None) -> None:
    """One slip, and no more."""
    assert misprints.verb(word) == meant

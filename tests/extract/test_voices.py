"""Who is known: tiers by configuration, handles, bylines, and names that somebody else wears."""

import pytest

from bot.clubs import CLUBS
from bot.extract import deals, people, press
from bot.model import Source, SourceKind
from tests.extract.notation import news

TRADE = "The Rams traded WR Dale Preston to the Bears for a 2026 fourth-round pick"


def _sources(text: str, author: str = "", voices: people.Voices = people.KNOWN) -> list[Source]:
    (deal,) = deals(news(text, author=author), voices)
    return list(deal.sources)


def test_a_voice_may_be_added_with_handle_and_tier() -> None:
    """By name, by handle, and by each printed name of an outlet."""
    voices = people.with_voices(
        reporters=[("Jane Rowe", "@JRoweNFL", 1)], outlets=[("Valley Star", ["the star of the valley"], 2)]
    )  # fmt: skip
    jane = Source(name="Jane Rowe", kind=SourceKind.REPORTER, tier=1)
    assert _sources(f"{TRADE}, per Jane Rowe.", voices=voices) == [jane]
    assert _sources(f"{TRADE}, per @JRoweNFL.", voices=voices) == [jane]
    (star,) = _sources(f"{TRADE}, according to The Star of the Valley.", voices=voices)
    assert (star.name, star.kind, star.tier) == ("Valley Star", SourceKind.OUTLET, 2)


def test_a_known_voice_may_get_another_tier() -> None:
    """His handle goes with him, and nothing else changes."""
    voices = people.with_voices(reporters=[("Adam Schefter", "", 3)])
    assert [one.tier for one in _sources(f"{TRADE}, per @AdamSchefter.", voices=voices)] == [3]
    assert [one.tier for one in _sources(f"{TRADE}, per Ian Rapoport.", voices=voices)] == [1]
    assert [one.tier for one in _sources(f"{TRADE}, per Adam Schefter.")] == [1]


@pytest.mark.parametrize(
    "tail",
    [
        " \u2014 Adam Schefter (@AdamSchefler)",
        " \u2014 Adam Schefter @AdamSchefter_",
        ", per Adam Schefter (@NotSchefter).",
        " \u2014 @AdamSchefterNFLNews (Adam Schefter)",
        " \u2014 Adam Schefter, ESPN (@AdamSchefterESPN2)",
    ],
)
def test_a_name_with_a_strange_handle_is_somebody_else(tail: str) -> None:
    """Whoever posts so counts least, and not under the reporter's name."""
    told = _sources(f"{TRADE}{tail}")
    assert told
    assert {one.tier for one in told if one.kind is SourceKind.REPORTER} == {3}
    assert "Adam Schefter" not in {one.name for one in told}


@pytest.mark.parametrize(
    "author",
    [
        "Adam Schefter", "By Adam Schefter", "Adam Schefter, ESPN", "Adam Schefter | ESPN",
        "@AdamSchefter", "Adam Schefter (@AdamSchefter)",
    ],
)  # fmt: skip
def test_a_byline_names_the_writer(author: str) -> None:
    """With his outlet or his own handle beside his name."""
    assert [one.name for one in _sources(f"{TRADE}.", author)] == ["Adam Schefter"]


@pytest.mark.parametrize(
    "author",
    [
        "Adam Schefter (parody)", "Adam Schefter (@AdamSchefler)", "Not Adam Schefter",
        "Adam Schefter and Jane Rowe", "@AdamSchefler", "Adam Schefter fan page", "",
        "Ian Rapoport (@AdamSchefter)",
    ],
)  # fmt: skip
def test_a_doubtful_byline_names_nobody(author: str) -> None:
    """Another handle, another word, another name."""
    assert _sources(f"{TRADE}.", author) == []


def test_an_agency_speaks_for_itself_where_nobody_else_is_named() -> None:
    """Its dateline; a source in the text comes first."""
    line = f"CHICAGO (AP) \u2014 {TRADE}"
    assert [one.name for one in _sources(f"{line}.")] == ["AP"]
    assert [one.name for one in _sources(f"{line}, per Ian Rapoport.")] == ["Ian Rapoport"]


def test_a_reporter_has_the_weight_of_the_outlet_he_is_named_with() -> None:
    """A columnist of a national desk is believed as the desk is."""
    alone, with_desk, of_desk = (
        _sources(f"{TRADE}, per {who}.")[0]
        for who in ("Bill Barnwell", "ESPN's Bill Barnwell", "Bill Barnwell of ESPN")
    )
    assert (alone.tier, with_desk.tier, of_desk.tier) == (2, 1, 1)
    assert {one.name for one in (alone, with_desk, of_desk)} == {"Bill Barnwell"}


@pytest.mark.parametrize(
    ("tail", "name", "kind"),
    [
        (", per Jane Rowe.", "Jane Rowe", SourceKind.REPORTER),
        (", according to longtime Rams reporter Jane Rowe.", "Jane Rowe", SourceKind.REPORTER),
        (", reports Jane Rowe.", "Jane Rowe", SourceKind.REPORTER),
        (", a source told Jane Rowe.", "Jane Rowe", SourceKind.REPORTER),
        (", per the Valley Courier.", "Valley Courier", SourceKind.OUTLET),
        (", a source told KXAN.", "KXAN", SourceKind.OUTLET),
        (", per 97.1 The Ticket.", "97.1 The Ticket", SourceKind.OUTLET),
        (", WXYZ-TV reported.", "WXYZ-TV", SourceKind.OUTLET),
        (", per ramstalk.com.", "ramstalk.com", SourceKind.OUTLET),
    ],
)  # fmt: skip
def test_a_stranger_is_named_and_counts_least(tail: str, name: str, kind: SourceKind) -> None:
    """Whoever stands in a frame of attribution, by the printed name."""
    assert _sources(f"{TRADE}{tail}") == [Source(name=name, kind=kind, tier=3)]


@pytest.mark.parametrize(
    "tail",
    [", per sources.", ", per multiple reports.", ", according to the Bears.", ", a source said.",
     ", per NFL rules.", ", his agent said.", ", reports Tuesday said."],
)  # fmt: skip
def test_nobody_is_no_stranger(tail: str) -> None:
    """Sources without a name, clubs, days."""
    assert [one for one in _sources(f"{TRADE}{tail}") if one.kind is not SourceKind.CLUB] == []


def test_a_local_station_is_not_its_network() -> None:
    """Its number or city makes another source of it."""
    for tail, name in ((", per FOX 9.", "FOX 9"), (", according to CBS Chicago.", "CBS Chicago")):
        (source,) = _sources(f"{TRADE}{tail}")
        assert (source.name, source.tier) == (name, 2)
    assert _sources(f"{TRADE}, per FOX.")[0].tier == 1


def test_every_table_row_is_whole() -> None:
    """Tiers 1 and 2 only, one tier a name, handles in lower case, an account for each club."""
    known = {**press.reporters(), **press.outlets()}
    assert {source.tier for source in known.values()} == {1, 2}
    tiers = {(source.name, source.tier) for source in known.values()}
    assert len(tiers) == len({name for name, _ in tiers})
    assert all(key == key.casefold() and ("_" not in key or key[0] == "@") for key in known)
    signed = [code for name, code in press.accounts().items() if name.startswith("@")]
    assert set(signed) == {club.code for club in CLUBS}

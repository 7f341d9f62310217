"""Where each field was read: the words behind status, kind, clubs and sources. Every player is invented."""

import pytest

from bot.extract import deals
from bot.model import Deal, Report
from tests.extract.notation import news

TRADE = "The Packers traded WR Dale Preston to the Jets for a 2026 fourth-round pick"


def _words(report: Report, deal: Deal) -> dict[str, str]:
    whole = f"{report.title}\n{report.text}"
    return {mark.field: whole[slice(*mark.span)] for mark in deal.marks}


def _rules(deal: Deal) -> dict[str, str]:
    return {mark.field: mark.rule for mark in deal.marks}


@pytest.mark.parametrize(
    "before", ["", "\U0001f6a8\U0001f6a8 ", "\u201cIt\u2019s done.\u201d ", "GREEN BAY, Wis. \u2014 ", "&#128680; "]
)  # fmt: skip
def test_each_field_points_at_its_words(before: str) -> None:
    """Also behind emoji, curly quotes, entities and a dateline."""
    report = news(f"{before}{TRADE}, per ESPN\u2019s Adam Schefter.", title="Preston moved")
    (deal,) = deals(report)
    found = _words(report, deal)
    assert found["club GB"] == "Packers"
    assert found["club NYJ"] == "Jets"
    assert found["source Adam Schefter"] == "Adam Schefter"
    assert "traded WR Dale Preston" in found["status"]
    assert "fourth-round" in found["kind"]


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        (f"{TRADE}.", "stated", "traded"),
        (f"{TRADE}, the team announced Tuesday.", "announced", "team announced"),
        (f"{TRADE}. Both clubs confirmed the trade.", "announced", "Both clubs confirmed"),
        (f"{TRADE}. The trade was announced by the team.", "announced", "announced by the team"),
        ("The Packers-Jets trade for Dale Preston was voided Friday.", "off", "voided"),
        ("The Jets backed out of a trade with the Packers for Dale Preston.", "off", "backed out"),
        (
            "Dale Preston has waived his no-trade clause, making the Packers-Jets trade final.",
            "progress", "waived his no-trade",
        ),
        ("Dale Preston has requested a trade from the Packers.", "talk", "requested a trade"),
        ("The Packers are shopping Dale Preston, per Ian Rapoport.", "talk", "shopping"),
    ],
)  # fmt: skip
def test_the_status_has_its_rule(text: str, rule: str, words: str) -> None:
    """Stated, announced, off, a step on the way, or talk; the mark holds the words that say so."""
    report = news(text)
    (deal,) = deals(report)
    assert _rules(deal)["status"] == rule
    assert words in _words(report, deal)["status"]


def test_a_source_has_the_frame_that_names_it() -> None:
    """Per, reports, a heading, a signature, an announcement, a byline, a dateline."""
    frames = {
        f"{TRADE}, per Adam Schefter.": "per",
        f"{TRADE}, Adam Schefter reports.": "reports",
        f"Adam Schefter: {TRADE}": "heads",
        f"{TRADE}. \u2014 Adam Schefter": "signs",
        f"{TRADE}, the Packers announced.": "announced",
        f"CHICAGO (AP) \u2014 {TRADE}.": "dateline",
    }
    for text, rule in frames.items():
        (deal,) = deals(news(text))
        assert [r for field, r in _rules(deal).items() if field.startswith("source")] == [rule], (
            text
        )
    (deal,) = deals(news(f"{TRADE}.", author="Adam Schefter"))
    assert _rules(deal)["source Adam Schefter"] == "author"


def test_a_city_of_two_clubs_is_marked_as_such() -> None:
    """The words name the club only together with the rest of the report."""
    report = news("The Packers sent WR Dale Preston to New York for Giants guard Ike Vance.")
    (deal,) = deals(report)
    assert _rules(deal)["club NYG"] == "club.name"
    report = news("The Giants sent WR Dale Preston to New York for guard Ike Vance.")
    (deal,) = deals(report)
    assert _rules(deal)["club NYJ"] == "club.city"
    assert _words(report, deal)["club NYJ"] == "New York"


def test_every_deal_says_how_it_was_read() -> None:
    """Kind, status and every club have a mark, and every mark lies in the report."""
    texts = [f"{TRADE}.", "Packers, Jets discussing trade of Dale Preston", f"{TRADE}. {TRADE}."]
    for text in texts:
        report = news(text, title="Packers trade Dale Preston to Jets")
        for deal in deals(report):
            fields = set(_rules(deal))
            assert {"kind", "status", *(f"club {club}" for club in deal.clubs)} <= fields
            size = len(f"{report.title}\n{report.text}")
            assert all(0 <= mark.span[0] <= mark.span[1] <= size for mark in deal.marks)

"""A source counts only where the text attributes its news to it. Every player is invented."""

import pytest

from bot.extract import deals
from tests.extract.notation import news

TRADE = "The Rams traded WR Dale Preston to the Bears for a 2026 fourth-round pick"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{TRADE}, ESPN's Adam Schefter and Field Yates report.", ["Adam Schefter", "Field Yates"]),
        (f"{TRADE}, according to Adam Schefter and Ian Rapoport.", ["Adam Schefter", "Ian Rapoport"]),
        (f"{TRADE}, NFL Network insider Ian Rapoport reported Tuesday.", ["Ian Rapoport"]),
        (f"{TRADE}, per longtime Rams reporter Jourdan Rodrigue.", ["Jourdan Rodrigue"]),
        (f"{TRADE}, as first reported by ESPN's Adam Schefter.", ["Adam Schefter"]),
        (f"{TRADE}, Ian Rapoport of NFL Network first reported.", ["Ian Rapoport"]),
        (f"{TRADE}, ESPN has learned.", ["ESPN"]),
        (f"{TRADE}, via Adam Schefter.", ["Adam Schefter"]),
        (f"{TRADE}, a source confirmed to ESPN.", ["ESPN"]),
        (f"{TRADE}. ESPN's Adam Schefter broke the news.", ["Adam Schefter"]),
        (f"{TRADE}. \u2014 Adam Schefter (@AdamSchefter) November 4, 2025", ["Adam Schefter"]),
        (f"Adam Schefter: {TRADE}", ["Adam Schefter"]),
        (f"ESPN sources: {TRADE}", ["ESPN"]),
        (f"RT @AdamSchefter: {TRADE}", ["Adam Schefter"]),
        (f"From @RapSheet: {TRADE}", ["Ian Rapoport"]),
        (f"{TRADE}, reports @FieldYates.", ["Field Yates"]),
        (f"{TRADE}, says Ian Rapoport.", ["Ian Rapoport"]),
        (f"{TRADE}, writes Jane Rowe of the Denver Post.", ["Jane Rowe", "Denver Post"]),
        (f"{TRADE}, Schefter reports.", ["Adam Schefter"]),
        (f"{TRADE} (Rapoport)", ["Ian Rapoport"]),
        (f"{TRADE} (h/t @TomPelissero)", ["Tom Pelissero"]),
        (f"{TRADE}, his agent told ESPN.", ["ESPN"]),
        (f"{TRADE}, Jane Rowe reports.", ["Jane Rowe"]),
        (f"{TRADE}, per N.Y. Post.", ["New York Post"]),
        (f"ESPN's Adam Schefter has the price: {TRADE}", ["Adam Schefter"]),
        (f"{TRADE}. The cost is a fourth-rounder, Ian Rapoport says.", ["Ian Rapoport"]),
    ],
)  # fmt: skip
def test_a_frame_names_the_source(text: str, expected: list[str]) -> None:
    """Per, told, reports, a colon, a signature."""
    (deal,) = deals(news(text))
    assert [source.name for source in deal.sources] == expected


@pytest.mark.parametrize(
    "tail",
    [
        "Photo: AP",
        "(AP Photo/Joe Roe)",
        "(Photo by Joe Roe via AP)",
        "Getty Images / AP",
        "Watch the Bears on CBS and FOX.",
        "Follow us on Yahoo Sports.",
        "Listen to Adam Schefter on ESPN.",
        "Adam Schefter has not reported it.",
        "Adam Schefter hasn't reported the trade.",
        "Neither Adam Schefter nor Ian Rapoport has reported this.",
        "Neither ESPN nor NFL Network's Ian Rapoport reported this.",
        "Preston tells SNY he is happy.",
        "CB Ike Vance is expected to miss three games with a sore knee, per Adam Schefter.",
        "Ten minutes ago, Adam Schefter left ESPN.",
    ],
)
def test_a_name_outside_a_frame_is_no_source(tail: str) -> None:
    """Photo credits, channels, negations, and interviews about something else."""
    (deal,) = deals(news(f"{TRADE}. {tail}"))
    assert deal.sources == ()

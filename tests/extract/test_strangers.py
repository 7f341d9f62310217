"""Sources nobody listed, beside those that are, in every place where a text names its source. All invented."""

import pytest

from bot.extract import deals
from bot.extract.export import as_json
from tests.extract.notation import news, read

TRADE = "The Rams traded WR Dale Preston to the Bears for a 2026 fourth-round pick"
JANE, COURIER = "Jane Rowe", "Valley Courier"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{TRADE}, ESPN's Jane Rowe reports.", ["ESPN", JANE]),
        (f"{TRADE}, per FOX 9's Jane Rowe.", ["FOX 9", JANE]),
        (f"{TRADE}, Jane Rowe of ESPN tweeted.", [JANE, "ESPN"]),
        (f"{TRADE}, Jane Rowe of the Valley Courier reports.", [JANE, COURIER]),
        (f"{TRADE}, sources told the Toledo Blade's Jane Rowe.", ["Toledo Blade", JANE]),
        (f"{TRADE}, according to Al van Horne of Pro Football Daily.", ["Al van Horne", "Pro Football Daily"]),
        (f"{TRADE}, Valley Courier reporter Jane Rowe said.", [COURIER, JANE]),
        (f"{TRADE}, Jane Rowe has learned.", [JANE]),
        (f"{TRADE}, Jane Rowe was the first to report.", [JANE]),
        (f"{TRADE}, Adam Schefter was first to report.", ["Adam Schefter"]),
        (f"{TRADE}, as first reported by Jane Rowe.", [JANE]),
        (f"{TRADE}. The news was first reported by Jane Rowe.", [JANE]),
        (f"{TRADE} (h/t Jane Rowe).", [JANE]),
        (f"{TRADE}, ESPN's Adam Schefter and Jane Rowe report.", ["Adam Schefter", JANE]),
        (f"{TRADE}, NFL Network Insiders reported Tuesday.", ["NFL Network"]),
        (f"{TRADE}, a league source confirmed to the Valley Courier.", [COURIER]),
        (f"{TRADE}, a source informed ESPN's Adam Schefter.", ["Adam Schefter"]),
        (f"{TRADE}, according to a person who spoke to ESPN on condition of anonymity.", ["ESPN"]),
        (f"{TRADE}, according to a report from KRON4.", ["KRON4"]),
        (f"Jane Rowe reports that {TRADE}.", [JANE]),
        (f"According to Jane Rowe, {TRADE}.", [JANE]),
        (f"Jane Rowe: {TRADE}", [JANE]),
        (f"{TRADE}. \u2014 Jane Rowe", [JANE]),
        (f"{TRADE}, sources say. \u2014 Jane Rowe (@JRowe)", [JANE]),
        (f"{TRADE}, sources say. \u2014 Jane Rowe, Valley Courier", [JANE, COURIER]),
        (f"{TRADE}, sources say. \u2014 Ian Rapoport, with @MikeGarafolo", ["Ian Rapoport", "Mike Garafolo"]),
        (f"{TRADE}, I'm told. \u2014 Mike Klis (via @TomPelissero)", ["Mike Klis", "Tom Pelissero"]),
        (f"{TRADE}, Jane Rowe of Valley.Football tweets.", [JANE, "Valley.Football"]),
        (f"{TRADE}, sources told SI's Adam Schefter.", ["Adam Schefter"]),
        (f"{TRADE}, first told by ESPN's Adam Schefter.", ["Adam Schefter"]),
        (f"{TRADE}, Adam Schefter and Ian Rapoport say.", ["Adam Schefter", "Ian Rapoport"]),
        (f"{TRADE}, per multiple outlets, including ESPN.", ["ESPN"]),
        (f"{TRADE}. Adam Schefter had it first.", ["Adam Schefter"]),
        (f"{TRADE}, Adam Schefter with the news.", ["Adam Schefter"]),
        (f"{TRADE}, the Courier reports.", ["Courier"]),
        (f"{TRADE}. \u2014 Jane Rowe and @FieldYates", [JANE, "Field Yates"]),
    ],
)  # fmt: skip
def test_whoever_stands_where_a_source_stands_is_one(text: str, expected: list[str]) -> None:
    """By name, with the outlet that nobody or somebody knows, in front, behind and in a signature."""
    (deal,) = deals(news(text))
    assert [source.name for source in deal.sources] == expected


@pytest.mark.parametrize(
    "tail",
    [
        ". Dale Preston tweeted his thanks to the fans.",
        ". Dale Preston reported to the Bears on Tuesday.",
        ". Coach Al Moss said Preston will start.",
        '. "I love it," says Al Moss.',
        ". General manager Al Moss hears offers.",
        ", per multiple reports.",
        ", according to team sources.",
        ". Preston told Jane Rowe he is happy.",
        ". Neither Jane Rowe nor the Valley Courier has reported terms.",
        " and CB Ike Vance \u2014 Al Moss was not part of it.",
        ". Photo: Jane Rowe / Valley Courier",
        ". The NFL Projection Model says the Bears win.",
        ". Los Angeles' Al Moss said Friday he will miss him.",
    ],
)
def test_whoever_is_only_named_is_none(tail: str) -> None:
    """Players, coaches, interviews, denials and photographers."""
    assert {
        source.name for deal in deals(news(f"{TRADE}{tail}")) for source in deal.sources
    } == set()


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        (", The Baltimore Sun has learned.", ["Baltimore Sun", "The Baltimore Sun"]),
        (", the Baltimore Sun has learned.", ["Baltimore Sun"]),
        (", ProFootballTalk reports.", ["Pro Football Talk", "ProFootballTalk"]),
        (", per the Athletic.", ["The Athletic"]),
        (", the Washington Post reported.", ["The Washington Post", "Washington Post"]),
        (", per ESPN.", ["ESPN"]),
        (", Schefter reports.", ["Adam Schefter"]),
        (", per @RapSheet.", ["Ian Rapoport"]),
        (", according to Michael Silver.", ["Mike Silver", "Michael Silver"]),
        (", according to The Valley Courier.", ["The Valley Courier"]),
    ],
)
def test_a_name_is_given_as_printed_too(tail: str, expected: list[str]) -> None:
    """Under the name we know it by it stays one source, whatever the spelling."""
    (deal,) = deals(news(f"{TRADE}{tail}"))
    assert as_json(deal)["attribution"] == expected


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Sources tell ESPN's Jane Rowe the Rams are trading WR Dale Preston to the Bears for a 2026 fourth-round pick.", "ESPN"),
        ("The Rams have agreed to send WR Dale Preston, ESPN reports, to the Bears for a 2026 fourth-round pick.", "ESPN"),
        ("The Rams are trading, per Jane Rowe, WR Dale Preston to the Bears for a 2026 fourth-round pick.", JANE),
        ("The Rams traded WR Dale Preston to the Bears (per ESPN's Adam Schefter) for a 2026 fourth-round pick.", "Adam Schefter"),
        ("The Bears acquired WR Dale Preston, a source told ESPN, from the Rams for a 2026 fourth-round pick.", "ESPN"),
        ("The Bears gave up a 2026 fourth-round pick, per the Valley Courier, for Rams WR Dale Preston.", COURIER),
    ],
)  # fmt: skip
def test_who_tells_it_does_not_part_what_is_told(text: str, source: str) -> None:
    """In front of the clause, between verb and man, between man and club."""
    assert read(news(text)) == "agreed: CHI<Dale Preston | LA<2026 R4"
    assert source in [one.name for deal in deals(news(text)) for one in deal.sources]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dale Preston tweeted goodbye to Los Angeles. The Rams sent him to the Bears for a 2026 fourth-round pick.",
         "agreed: CHI<Dale Preston | LA<2026 R4"),
        ("Dale Preston has learned that he was traded to the Bears by the Rams for a 2026 fourth-round pick.",
         "agreed: CHI<Dale Preston | LA<2026 R4"),
        ("The Rams sent the Bears Dale Preston and Ike Vance for a 2026 fourth-round pick, ESPN reports.",
         "agreed: CHI<Dale Preston, Ike Vance | LA<2026 R4"),
        ("Dale Preston and Ike Vance of the Rams were traded to the Bears for a 2026 first-round pick, Jane Rowe reports.",
         "agreed: CHI<Dale Preston, Ike Vance | LA<2026 R1"),
        ("The Rams are trading WR Dale Preston to the Bears, sources say, with a 2026 fourth-rounder going to Los Angeles.",
         "agreed: CHI<Dale Preston | LA<2026 R4"),
        ("The Bears are acquiring WR Dale Preston, ESPN reports, with the Rams getting a 2026 fourth-round pick.",
         "agreed: CHI<Dale Preston | LA<2026 R4"),
        ("The Bears offered a 2026 fourth-round pick, sources say, for Rams WR Dale Preston.", ""),
    ],
)  # fmt: skip
def test_nobody_who_moves_is_taken_for_a_reporter(text: str, expected: str) -> None:
    """Whoever speaks of himself is still the news."""
    assert read(news(text)) == expected

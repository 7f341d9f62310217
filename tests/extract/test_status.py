"""Agreed, official, failed or rumour, and who said so. Every player is invented."""

import pytest

from bot.extract import deals
from bot.model import ClubCode, DealKind, DealStatus, Player, SourceKind
from tests.extract.notation import news, read

TRADE = "The Packers traded WR Dale Preston to the Jets for a 2026 fourth-round pick"


@pytest.mark.parametrize(
    "text",
    [
        f"{TRADE}, the team announced Tuesday.",
        f"{TRADE}, the Packers announced.",
        f"{TRADE}. GM Al Stone confirmed the move.",
        "The Packers officially traded WR Dale Preston to the Jets for a 2026 fourth-round pick.",
        "Wideout Dale Preston, who held out all summer, was traded to the Jets on Tuesday for a 2026 fourth-round pick, the Packers announced.",
    ],
)
def test_a_club_that_announces_makes_it_official(text: str) -> None:
    """By the text's own words; a named receiver's or giver's announcement also names a party."""
    assert read(news(text)) == "official: GB<2026 R4 | NYJ<Dale Preston"


@pytest.mark.parametrize(
    "text",
    [
        f"{TRADE}, pending a physical.",
        "The Packers have agreed to trade WR Dale Preston to the Jets for a 2026 fourth-round pick.",
        "The Packers and Jets are finalizing a trade that would send WR Dale Preston to New York for a 2026 fourth-round pick.",
        "The Packers are set to send WR Dale Preston to the Jets for a 2026 fourth-round pick.",
    ],
)
def test_what_is_reported_or_pending_is_agreed(text: str) -> None:
    """A modal verb inside an agreed trade is news."""
    assert read(news(text)) == "agreed: GB<2026 R4 | NYJ<Dale Preston"


@pytest.mark.parametrize(
    "text",
    [
        "The trade between the Packers and Jets for Dale Preston was voided after a failed physical.",
        "The Packers and Jets called off the Dale Preston trade, per Ian Rapoport.",
        "Dale Preston's trade from the Packers to the Jets fell through. Dale Preston stays put.",
        "Jets back out of trade with Packers for Dale Preston",
    ],
)
def test_a_trade_that_is_off_has_failed(text: str) -> None:
    """Voided, called off, fallen through, backed out."""
    (deal,) = deals(news(text))
    assert deal.status is DealStatus.FAILED
    assert set(deal.clubs) == {"GB", "NYJ"}


def test_a_condition_is_no_failure() -> None:
    """The trade would be void if: it is not yet."""
    text = f"{TRADE}. The trade would be voided if Preston fails his physical."
    assert read(news(text)).startswith("agreed")


def test_a_passed_physical_and_a_waived_clause_are_progress() -> None:
    """The sentence names man and clubs, and no direction: none is made up."""
    text = (
        "Dale Preston has waived his no-trade clause and passed his physical, making the"
        " Packers-Jets trade final, per ESPN's Adam Schefter."
    )
    (deal,) = deals(news(text))
    assert deal.status is DealStatus.AGREED
    assert [(leg.gave, leg.received) for leg in deal.legs] == [(None, None)]
    assert deal.clubs == ("GB", "NYJ")


@pytest.mark.parametrize(
    "text",
    [
        "Dale Preston has requested a trade from the Packers, per Ian Rapoport.",
        "The Packers have had talks with the Jets about trading Dale Preston, per Adam Schefter.",
        "The Jets are interested in trading for Packers receiver Dale Preston, according to ESPN's Jeremy Fowler.",
        "Rumor: Packers discussing trade that would send Dale Preston to Jets for a second",
    ],
)
def test_talk_and_requests_are_rumours_without_terms(text: str) -> None:
    """A rumour names the man and the clubs; a price is not asserted."""
    (deal,) = deals(news(text))
    assert deal.status is DealStatus.RUMOUR
    assert [leg.asset for leg in deal.legs if isinstance(leg.asset, Player)]
    assert all(isinstance(leg.asset, Player) for leg in deal.legs)
    assert ClubCode("GB") in deal.clubs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{TRADE}, per Adam Schefter.", [("Adam Schefter", SourceKind.REPORTER, 1)]),
        (f"{TRADE}, sources told ESPN's Adam Schefter.", [("Adam Schefter", SourceKind.REPORTER, 1)]),
        (f"{TRADE}, Field Yates of ESPN.com tweets.", [("Field Yates", SourceKind.REPORTER, 1)]),
        (f"According to ESPN, {TRADE}.", [("ESPN", SourceKind.OUTLET, 1)]),
        (f"{TRADE}, people familiar told The Associated Press.", [("AP", SourceKind.OUTLET, 1)]),
        (f"{TRADE}. (AP)", [("AP", SourceKind.OUTLET, 1)]),
        (f"{TRADE}, sources tell @RapSheet and @TomPelissero.", [
            ("Ian Rapoport", SourceKind.REPORTER, 1), ("Tom Pelissero", SourceKind.REPORTER, 1),
        ]),
        (f"{TRADE}. \u2014 Jay Glazer (@JayGlazer)", [("Jay Glazer", SourceKind.REPORTER, 1)]),
        (f"{TRADE}, per Jane Rowe.", [("Jane Rowe", SourceKind.REPORTER, 3)]),
        (f"{TRADE}, Jane Rowe of the Detroit Free Press reports.", [
            ("Jane Rowe", SourceKind.REPORTER, 3), ("Detroit Free Press", SourceKind.OUTLET, 1),
        ]),
        (f"{TRADE}, the Packers announced.", [("Packers", SourceKind.CLUB, 1)]),
        (f"{TRADE}, the NFL announced.", [("NFL", SourceKind.LEAGUE, 1)]),
        (f"{TRADE}.", []),
    ],
)  # fmt: skip
def test_it_names_the_primary_source(
    text: str, expected: list[tuple[str, SourceKind, int]]
) -> None:
    """A known reporter stands for his outlet; an unknown name counts least, and his outlet for itself."""
    (deal,) = deals(news(text))
    found = [(source.name, source.kind, source.tier) for source in deal.sources]
    assert found == expected


def test_a_known_reporters_own_post_is_its_own_source() -> None:
    """Where the post names nobody else."""
    (deal,) = deals(news(f"{TRADE}, sources say.", author="Adam Schefter"))
    assert [source.name for source in deal.sources] == ["Adam Schefter"]
    (deal,) = deals(news(f"{TRADE}, per Ian Rapoport.", author="Adam Schefter"))
    assert [source.name for source in deal.sources] == ["Ian Rapoport"]
    (deal,) = deals(news(f"{TRADE}.", author="Staff report"))
    assert deal.sources == ()


def test_headline_and_lead_make_one_deal_of_the_best_terms() -> None:
    """The union: the lead's exact pick replaces the headline's vague one."""
    report = news(
        f"{TRADE} and CB Ike Vance, per Adam Schefter.",
        title="Packers trade Dale Preston to Jets for fourth-round pick",
    )
    assert read(report) == "agreed: GB<2026 R4, Ike Vance | NYJ<Dale Preston"
    (deal,) = deals(report)
    player = next(leg.asset for leg in deal.legs if leg.received == "NYJ")
    assert player == Player(name="Dale Preston", position="WR")


def test_a_surname_needs_the_full_name_in_headline_or_lead() -> None:
    """A bare last name names a player only in part; elsewhere in the text he is named in full."""
    (deal,) = deals(news("Packers trade Preston to Jets for a 2026 fourth-round pick"))
    assert deal.kind is DealKind.TRADE
    assert [leg.asset.partial for leg in deal.legs if isinstance(leg.asset, Player)] == [True]
    titled = news("The Packers sent Preston to the Jets.", title="Jets acquire Dale Preston")
    assert read(titled) == "agreed: GB< | NYJ<Dale Preston"


def test_only_picks_make_a_pick_trade() -> None:
    """The kind follows from what moves."""
    text = "The Bills traded the 32nd pick to the Panthers for No. 33 and a fifth-round pick (No. 141)."
    (deal,) = deals(news(text))
    assert deal.kind is DealKind.PICK_TRADE


def test_body_sentences_start_nothing() -> None:
    """Only headline and the first two sentences may."""
    body = f"The Jets needed help. They had little money. {TRADE}."
    assert not deals(news(body))


def test_the_span_points_into_title_and_text() -> None:
    """Characters of "title, line break, text"."""
    report = news(f"GREEN BAY, Wis. \u2014 {TRADE}.", title="Notes from the day")
    (deal,) = deals(report)
    start, end = deal.span
    assert f"{report.title}\n{report.text}"[start:end] == TRADE
    assert deal.rule == "give.trade"

"""General managers, coaches and owners who deal for their club, and what they say."""

from datetime import UTC, date, datetime

import pytest

from bot.extract import staff
from tests.extract.notation import news, read, records

OCTOBER_2019 = datetime(2019, 10, 15, 17, 0, tzinfo=UTC)

ACTS = """
Les Snead pried CB Dale Preston from the Jaguars at the cost of a fourth-round pick.
    agreed: JAX<R4 | LA<Dale Preston
General manager Les Snead sent Dale Preston to the Bears for a fourth-round pick.
    agreed: CHI<Dale Preston | LA<R4
Les Snead, the Rams' general manager, sent Dale Preston to the Bears for a fourth-round pick.
    agreed: CHI<Dale Preston | LA<R4
Rams' Les Snead trades Dale Preston to Bears for fourth-round pick
    agreed: CHI<Dale Preston | LA<R4
Les Snead and Sean McVay sent two first-round picks to Jacksonville for CB Dale Preston.
    agreed: JAX<R1, R1 | LA<Dale Preston
Dale Preston was traded by Les Snead to the Bears for a fourth-round pick.
    agreed: CHI<Dale Preston | LA<R4
Bill Belichick surprised everyone Monday by moving Dale Preston to the winless Browns for a third-round pick.
    agreed: CLE<Dale Preston | NE<R3
Jerry Jones went all in, giving Oakland a first-round pick for WR Dale Preston.
    agreed: DAL<Dale Preston | LV<R1
Les Snead swung a trade with the Bears for Dale Preston, sending a fourth-round pick to Chicago.
    agreed: CHI<R4 | LA<Dale Preston
Jets traded QB Les Snead to the Bears for a fourth-round pick.
    agreed: CHI<Les Snead | NYJ<R4
The Patriots sent Dale Preston to Cleveland for what is believed to be a fifth-round pick.
    agreed: CLE<Dale Preston | NE<R5
The Texans acquired WR Dale Preston from the Browns. It cost a third-round pick and LB Bo Rust.
    agreed: CLE<Bo Rust, R3 | HOU<Dale Preston
The Texans acquired WR Dale Preston from the Browns, and it cost Houston a third-round pick.
    agreed: CLE<R3 | HOU<Dale Preston
"""

ACTS_NOT = (
    "Les Snead would trade Dale Preston to the Bears for a first-round pick.",
    "Les Snead was hired by the Bears after he traded Dale Preston to the Jets for a fourth.",
    "How Jon Gruden got two first-round picks from the Bears for Dale Preston",
    "After Les Snead acquired G Dale Preston from the Chiefs, the Rams cut Bo Rust.",
    "Les Snead wants to trade Dale Preston to the Bears.",
    "Les Snead never traded Dale Preston to the Bears.",
    "The Texans cut Dale Preston. It cost $3 million against the cap.",
    "Nine games into the season, Les Snead has traded Dale Preston to the Bears and beaten Dallas by 14.",
)


@pytest.mark.parametrize(("title", "text", "expected"), records(ACTS))
def test_officer_acts_for_his_club(title: str, text: str, expected: str) -> None:
    """Where a man deals who is known to run a club, his club deals."""
    assert read(news(text, title, OCTOBER_2019)) == expected


@pytest.mark.parametrize("text", ACTS_NOT)
def test_officer_who_does_not_deal(text: str) -> None:
    """What he might do, how he did it, and what became of him is no trade."""
    assert "agreed" not in read(news(text, published=OCTOBER_2019))


def test_who_speaks_is_not_his_club() -> None:
    """He tells of other clubs, and his own takes no part."""
    text = "Les Snead said the Bears traded Dale Preston to the Jets for a fourth-round pick."
    assert read(news(text, published=OCTOBER_2019)) == "agreed: CHI<R4 | NYJ<Dale Preston"


@pytest.mark.parametrize(
    ("year", "club"), [(2008, None), (2012, "PHI"), (2016, "KC"), (2025, "KC")]
)
def test_employer_by_year(year: int, club: str | None) -> None:
    """One man, two clubs: the year says which."""
    assert staff.employer("Andy Reid", date(year, 6, 1)) == club

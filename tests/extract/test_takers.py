"""Whom a trade reunites, who takes a man, and whom a club gets hours after it lost another."""

import pytest

from tests.extract.notation import news, read, records

TAKEN = """
Dale Preston and Ike Vance are headed to Miami, with the Dolphins and Eagles swapping first-round picks.
    MIA<Dale Preston, Ike Vance, R1 | PHI<R1
Dale Preston is heading to the Dolphins, with Miami and Philadelphia swapping sevenths.
    MIA<Dale Preston, R7 | PHI<R7
The Jets and Bears agreed to a trade that will reunite Dale Preston with Al Roe in Chicago.
    CHI<Dale Preston | NYJ<
The Jets have found a taker for Dale Preston: the Bears, who will give up a fifth.
    CHI<Dale Preston | NYJ<R5
The Jets found a trade partner for Dale Preston in the Bears, who will send a sixth-round pick.
    CHI<Dale Preston | NYJ<R6
Never mind the release: the Bears are trading RB Dale Preston to the Jets for a sixth-round pick.
    CHI<R6 | NYJ<Dale Preston
Change of plans: the Bears are trading RB Dale Preston to the Jets for a sixth-round pick.
    CHI<R6 | NYJ<Dale Preston
Preston is a Bear: Chicago gave up a fifth-round pick to get the receiver from the Jets.
    CHI<Preston | NYJ<R5
Hours after losing Al Roe to Miami, the Lions struck a deal for Ravens tackle Dale Preston.
    BAL< | DET<Dale Preston
Days after losing Al Roe to Miami, the Lions agreed to a trade for Ravens tackle Dale Preston, giving up a fourth-round pick.
    BAL<R4 | DET<Dale Preston
After losing Al Roe to Miami, the Lions made a trade for Ravens tackle Dale Preston, sending a fifth.
    BAL<R5 | DET<Dale Preston
The Jets and Bears are finalizing a trade that would reunite Dale Preston with Al Roe in Chicago.
    CHI<Dale Preston | NYJ<
Houston unloaded Dale Preston's $16 million salary on Cleveland. The Texans gave the Browns the quarterback, a sixth-round pick and a second-rounder for a fourth-round pick.
    CLE<Dale Preston, R2, R6 | HOU<R4
The Jets guaranteed Dale Preston's salary. New York sent the Bears a receiver and a sixth-round pick for a fifth-round pick.
    CHI<R6 | NYJ<R5
"""


@pytest.mark.parametrize(("title", "text", "expected"), records(TAKEN))
def test_a_man_goes_where_he_is_taken(title: str, text: str, expected: str) -> None:
    """Read a reunion, a taker, a swap beside the men who go, and a club that lost another man before."""
    assert read(news(text, title)) == f"agreed: {expected}"


@pytest.mark.parametrize(
    "text",
    [
        "The Jets and Bears are discussing a trade that would reunite Dale Preston with Al Roe in Chicago.",
        "The Jets could make a trade that would reunite Dale Preston with Al Roe in Chicago.",
        "The Jets would love a trade reuniting Dale Preston with Al Roe in Chicago.",
        "A trade to reunite Dale Preston with Al Roe in Chicago makes sense for the Jets.",
        "The Bears have talked to the Jets about a trade that would reunite Dale Preston with Al Roe in Chicago.",
        "A trade that would reunite Dale Preston with Al Roe in Chicago fell through, the Jets said.",
        "The Jets have not found a taker for Dale Preston: the Bears, who offered a fifth, backed out.",
        "The Jets could find a taker for Dale Preston in the Bears.",
        "The Jets hope to have found a buyer for Dale Preston in the Bears.",
        "Forget the rumors: the Bears are trading RB Dale Preston to the Jets for a sixth-round pick.",
        "Preston is a bust: Chicago gave up a fifth-round pick to get the receiver from the Jets.",
        "After sending Al Roe to Miami in a trade for a fifth, the Lions cut Ike Vance.",
        "The Jets and Bears have not agreed to a trade that would reunite Dale Preston with Al Roe in Chicago.",
        "The Jets and Bears are close to finalizing a deal that would reunite Dale Preston with Al Roe in Chicago.",
    ],
)
def test_a_taker_only_hoped_for_makes_no_trade(text: str) -> None:
    """The same words of talks, hopes and other moves."""
    assert "agreed" not in read(news(text))

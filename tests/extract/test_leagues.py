"""Which league it is: other sports with the same cities and nicknames, and what proves ours."""

from datetime import UTC, datetime

import pytest

from bot.extract import deals
from tests.extract.notation import news, read

OTHERS = """
The Jets traded Dale Preston to the Panthers on Monday for a conditional pick in the 2026 NHL draft.
The Panthers acquired goalie Dale Preston from the Jets.
Florida acquired Dale Preston from Winnipeg for a second-round pick.
Giants trade Dale Preston to Cardinals for minor leaguer Ike Vance
The Giants acquired left-hander Dale Preston from the Cardinals for prospect Ike Vance, per Jon Heyman.
The Cardinals dealt closer Dale Preston to the Giants for three prospects.
The Giants sent catcher Dale Preston to Minnesota for cash.
Arizona acquired Dale Preston from Seattle for two prospects.
Houston acquired Dale Preston from Tampa Bay, per Ken Rosenthal.
Philadelphia traded first baseman Dale Preston to Cincinnati.
Minnesota acquires Dale Preston from New York in three-team NBA trade
The Heat acquired Dale Preston from Chicago for a 2026 first-round pick, per Shams Charania.
Chicago traded Dale Preston to Miami for a protected 2026 first-round pick.
Detroit is trading Dale Preston to Dallas for two second-round picks, per Shams Charania.
Dallas traded forward Dale Preston to Detroit for a fourth-round pick.
The Jets acquired Dale Preston from Dallas for a fourth-round pick and prospect Ike Vance.
Carolina acquired winger Dale Preston from Tampa Bay for a third-round pick.
Buffalo traded defenceman Dale Preston to Chicago for a fourth-round pick.
The Lions traded halfback Dale Preston to the Elks for a first-round pick in the CFL draft.
The Broncos signed prop Dale Preston from the Raiders on a three-year deal.
The Eagles traded ruckman Dale Preston to the Lions for pick 12.
Texas lands Dale Preston, a transfer from Cincinnati.
Dale Preston Cards: trade a Preston rookie card for a Packers lot
Chiefs general manager Al Stone traded barbs with Jets coach Ike Vance.
"""


@pytest.mark.parametrize("text", OTHERS.strip().splitlines())
def test_another_league_is_silent(text: str) -> None:
    """By a word, a position, a club, a reporter or a draft of theirs, or by nothing of ours."""
    assert deals(news(text)) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Giants trade Dale Preston to Cleveland for a third-round pick.", "CLE<Dale Preston | NYG<R3"),
        ("Carolina traded Dale Preston to New England for a second-round pick.", "CAR<R2 | NE<Dale Preston"),
        ("Seattle traded Dale Preston to Jacksonville for a first-round pick.", "JAX<Dale Preston | SEA<R1"),
        ("Baltimore traded Dale Preston to the Cardinals for a fourth-round pick.", "ARI<Dale Preston | BAL<R4"),
        ("Dallas traded WR Dale Preston to Chicago for a second-round pick.", "CHI<Dale Preston | DAL<R2"),
        ("Dallas traded Dale Preston to Detroit for a pick, per Ian Rapoport.", "DAL<pick | DET<Dale Preston"),
        ("Dallas traded Quincy Carter to Chicago for a second-round pick.", "CHI<Quincy Carter | DAL<R2"),
    ],
)  # fmt: skip
def test_one_thing_of_ours_is_enough(text: str, expected: str) -> None:
    """A late pick where hockey has no such name, a city of ours alone, a position, a reporter, a known man."""
    assert read(news(text)) == f"agreed: {expected}"


@pytest.mark.parametrize(
    ("text", "month", "expected"),
    [
        ("Seattle sends the 32nd pick to Minnesota for Nos. 40 and 108.", 4,
         "agreed: MIN<2026 #32 | SEA<2026 #108, 2026 #40"),
        ("Seattle sends the 32nd pick to Minnesota for Nos. 40 and 108.", 6, ""),
        ("Calgary sends the 32nd pick to Minnesota for Nos. 40 and 108.", 4, ""),
        ("Seattle sends the 32nd pick to Minnesota.", 4, ""),
    ],
)  # fmt: skip
def test_slots_are_ours_in_the_days_of_our_draft(text: str, month: int, expected: str) -> None:
    """Between two clubs of ours; hockey and basketball trade theirs in June."""
    assert read(news(text, published=datetime(2026, month, 24, 17, 0, tzinfo=UTC))) == expected

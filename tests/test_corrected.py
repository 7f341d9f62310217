"""What earlier reports had, and what no longer holds, is told; what they left out is not held against them."""

from typing import Any

from bot import cards
from bot.cards.corrected import formerly
from bot.model import (
    LEAGUE_ZONE,
    CardKind,
    Cash,
    Claim,
    ClubCode,
    DealKind,
    DealStatus,
    Leg,
    Pick,
    Player,
    Status,
    Trade,
)
from tests.builders import FOURTH, GB, NYJ, PRESTON, a_trade, minutes

KC = ClubCode("KC")
FIFTH = Pick(season=2026, round=5)
SENT = Leg(gave=GB, received=NYJ, asset=PRESTON)


def back(pick: Pick) -> Leg:
    """What the Packers get."""
    return Leg(gave=NYJ, received=GB, asset=pick)


def a_claim(at: int, *legs: Leg, **given: Any) -> Claim:
    """What a report of this minute says."""
    fields: dict[str, Any] = {
        "report": f"r{at}",
        "feed": "desk",
        "status": DealStatus.AGREED,
        "rank": 3,
        "at": minutes(at),
        "seen_at": minutes(at),
        "legs": legs,
        "clubs": (GB, NYJ),
        "kind": DealKind.TRADE,
    }
    return Claim(**{**fields, **given})


def now(*legs: Leg, claims: tuple[Claim, ...]) -> Trade:
    """A trade that stands so, after these claims."""
    return a_trade(legs=legs, claims=claims)


def test_another_pick_in_its_place_is_a_correction() -> None:
    """The side of the card keeps both apart."""
    first, second = a_claim(0, SENT, back(FOURTH)), a_claim(9, SENT, back(FIFTH))
    trade = now(SENT, back(FIFTH), claims=(first, second))
    assert (formerly(trade, GB), formerly(trade, NYJ)) == ((FOURTH,), ())
    card = cards.build(trade, Status.REPORTED, CardKind.CARD, LEAGUE_ZONE)
    assert card.corrected
    assert [(side.gets, side.formerly) for side in card.sides] == [
        (("WR Dale Preston",), ()),
        (("2026 5th-round pick",), ("2026 4th-round pick",)),
    ]


def test_more_of_the_same_is_no_correction() -> None:
    """A number, a year, a second pick, cash."""
    vague = a_claim(0, SENT, back(Pick(season=None, round=4)))
    exact = back(Pick(season=2026, round=4, number=120))
    more = (exact, back(FIFTH), Leg(gave=NYJ, received=GB, asset=Cash()))
    trade = now(SENT, *more, claims=(vague, a_claim(9, SENT, *more)))
    assert formerly(trade, GB) == ()


def test_a_worse_source_that_came_later_corrects_nothing() -> None:
    """What it said never stood on a card."""
    trade = now(
        SENT, back(FOURTH), claims=(a_claim(0, SENT, back(FOURTH)), a_claim(9, SENT, back(FIFTH)))
    )
    assert formerly(trade, GB) == ()


def test_talk_is_not_corrected_by_a_deal() -> None:
    """Its terms never stood on a card."""
    talk = a_claim(0, SENT, back(FOURTH), status=DealStatus.RUMOUR)
    trade = now(SENT, back(FIFTH), claims=(talk, a_claim(9, SENT, back(FIFTH))))
    assert formerly(trade, GB) == ()


def test_a_player_who_goes_elsewhere_is_a_correction() -> None:
    """The side that does not get him says so; a bare last name is the same man."""
    wrong = a_claim(0, SENT)
    right = Leg(gave=GB, received=KC, asset=Player(name="Preston", partial=True))
    trade = a_trade(
        legs=(right, Leg(gave=NYJ, received=GB, asset=FOURTH)),
        clubs=(GB, KC, NYJ),
        claims=(wrong, a_claim(9, right)),
    )
    assert (formerly(trade, NYJ), formerly(trade, KC)) == ((PRESTON,), ())


def test_without_claims_nothing_is_corrected() -> None:
    """A trade that an older version stored."""
    assert formerly(a_trade(), GB) == ()

"""Who and whom a frame leaves out, and another clause or sentence tells. Every player is invented."""

import pytest

from tests.extract.notation import news, read, records

STATED = """
Dale Preston has been traded to the Jets. The Packers will get a 2026 fourth-round pick and send back a seventh-rounder.
    GB<2026 R4 | NYJ<Dale Preston, R7
Packers WR Dale Preston to the Jaguars. Green Bay gets a 2026 fourth-round pick and a 2027 sixth.
    GB<2026 R4, 2027 R6 | JAX<Dale Preston
Dale Preston traded to Broncos as Packers continue rebuild
    DEN<Dale Preston | GB<
Receiver Dale Preston, the Packers' leading scorer, was dealt to the Broncos on Thursday for a third-round pick.
    DEN<Dale Preston | GB<R3
Dale Preston was traded to the Broncos for a second-round pick, ending a seven-year run with the Packers.
    DEN<Dale Preston | GB<R2
Dale Preston's tenure with the Packers ended Tuesday when the team traded him to the Broncos for a fifth-round pick.
    DEN<Dale Preston | GB<R5
Dale Preston's time in Green Bay is over, with the Packers trading the receiver and a sixth-round pick to Denver for a fifth.
    DEN<Dale Preston, R6 | GB<R5
The Packers moved on from Dale Preston, trading the former first-round pick to the Broncos for a fifth.
    DEN<Dale Preston | GB<R5
Dale Preston is on his way out of Green Bay, traded to the Broncos for a fourth-round pick.
    DEN<Dale Preston | GB<R4
Dale Preston waived his no-trade clause and is being traded from the Packers to the Broncos for a third.
    DEN<Dale Preston | GB<R3
The Packers traded Dale Preston, who signed a three-year contract last March, to the Broncos for a 2026 third.
    DEN<Dale Preston | GB<2026 R3
Dale Preston is joining the Broncos, who sent linebacker Tyree Boone to the Packers for the receiver.
    DEN<Dale Preston | GB<Tyree Boone
Dale Preston is headed to Denver after the Packers agreed to trade the All-Pro receiver to the Broncos for a second.
    DEN<Dale Preston | GB<R2
The Packers have a new center after acquiring Ike Vance from the Broncos for a fourth-round pick.
    DEN<R4 | GB<Ike Vance
Dale Preston is a New York Jet. The team announced that it has acquired the receiver from the Packers for a 2026 seventh.
    GB<2026 R7 | NYJ<Dale Preston
To get Dale Preston, the Broncos sent a fourth-round pick to the Packers.
    DEN<Dale Preston | GB<R4
Packers finalizing trade of wide receiver Dale Preston to Broncos
    DEN<Dale Preston | GB<
Guard Ike Vance was dealt from Green Bay to Denver along with a sixth, the Broncos sending a fourth to the Packers.
    DEN<Ike Vance, R6 | GB<R4
Green Bay sent Dale Preston to Denver hours before Tuesday's deadline, receiving a third-round pick.
    DEN<Dale Preston | GB<R3
The Packers obtained corner Lamar Dent from Denver for a second-round pick, also getting a fifth in return, and signed him to a contract.
    DEN<R2 | GB<Lamar Dent, R5
Packers trade up 20 spots with Broncos, land No. 12 and No. 46 for Nos. 32, 34 and 66
    DEN<#32, #34, #66 | GB<#12, #46
The Packers and Broncos have completed a trade of first-rounders: Green Bay gets Nos. 16 and 194, and Denver gets Nos. 18 and 101.
    DEN<#101, #18 | GB<#16, #194
Reigning Player of the Year Dale Preston was traded to the Broncos by the Packers for a first.
    DEN<Dale Preston | GB<R1
The Packers agreed to acquire Ike Vance from the Broncos for a sixth-round pick, Action News Nine has confirmed.
    DEN<R6 | GB<Ike Vance
"""

UNSTATED = [
    "The Packers have a new coach after they traded Dale Preston to the Broncos.",
    "The Packers have a new quarterback after trading Dale Preston to the Broncos last March.",
    "Dale Preston's season is over after the Packers traded his backup to the Vikings in October.",
    "Dale Preston is joining the Broncos, who lost Ike Vance to the Packers.",
    "Dale Preston is headed to Denver after the Packers declined to trade him to the Broncos last year.",
    "Former Lions WR Dale Preston to the Broncos. Detroit gets a compensatory third-round pick.",
]


@pytest.mark.parametrize(("title", "text", "expected"), records(STATED))
def test_it_fills_in_what_stands_beside_the_frame(title: str, text: str, expected: str) -> None:
    """Giver, receiver and man are found where the sentence or its neighbour has them."""
    found = read(news(text, title)).replace("official: ", "agreed: ")
    assert found == f"agreed: {expected}"


@pytest.mark.parametrize("text", UNSTATED)
def test_it_takes_no_outcome_for_news(text: str) -> None:
    """The same turns of phrase around an old trade, a loss or a signing."""
    assert "agreed" not in read(news(text))


def test_it_does_not_guess_who_gave_him() -> None:
    """A club that is only affected is no party."""
    found = read(news("Dale Preston traded to Jets as Bills miss out on cornerback"))
    assert "BUF" not in found

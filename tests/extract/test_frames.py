"""Frames in the order, voice and ellipsis of headlines, leads and posts. Every player is invented."""

import pytest

from tests.extract.notation import news, read, records

# [title //] text, and who gets what
STATED = """
Dale Preston is on the move. The Packers are sending the veteran receiver to the Jets for a 2026 fourth-round pick.
    GB<2026 R4 | NYJ<Dale Preston
Dale Preston got his wish Tuesday as the Packers traded him to the Jets for a 2026 fourth-round pick.
    GB<2026 R4 | NYJ<Dale Preston
Dale Preston is a former first-round pick. Green Bay dealt the wideout to the Jets for a 2026 fourth-round pick.
    GB<2026 R4 | NYJ<Dale Preston
The Packers parted with receiver Dale Preston, sending him to the Jets for a 2026 fourth-round pick.
    GB<2026 R4 | NYJ<Dale Preston
Bengals linebacker Tyree Boone asked out. The Cowboys are giving up a 2026 seventh-rounder for him.
    CIN<2026 R7 | DAL<Tyree Boone
Tyree Boone finally has a new club. The Bengals agreed to part with guard Ike Vance to get him from Cleveland.
    CIN<Tyree Boone | CLE<Ike Vance
The Packers traded Dale Preston to the winless Jets on Monday for a fourth-round pick.
    GB<R4 | NYJ<Dale Preston
The Packers are trading Dale Preston to his hometown Jaguars for a fourth-round pick.
    GB<R4 | JAX<Dale Preston
The Packers are trading with the Jets for receiver Dale Preston.
    GB<Dale Preston | NYJ<
The Packers announced Tuesday that they had traded Dale Preston to the Jets.
    GB< | NYJ<Dale Preston
Receiver Dale Preston has been traded to the Jets, the Packers have announced.
    GB< | NYJ<Dale Preston
The Packers on Monday announced the acquisition of Dale Preston from the Jets for a 2026 third.
    GB<Dale Preston | NYJ<2026 R3
Dale Preston, a Pro Bowl receiver in 2021, was traded by the Packers to the Jets for a fourth-round pick.
    GB<R4 | NYJ<Dale Preston
Dale Preston and a 2026 seventh-round pick are going to the Jets, with the Packers receiving a 2026 fourth-round pick.
    GB<2026 R4 | NYJ<2026 R7, Dale Preston
Dale Preston is off to the Jets with a 2027 seventh for a 2026 fifth, and the Packers are moving on.
    GB<2026 R5? | NYJ<2027 R7?, Dale Preston?
Dale Preston is headed for New Orleans in exchange for linebacker Tyree Boone.
    ?<Tyree Boone | NO<Dale Preston
Dale Preston is returning to the Jets, who acquired him from the Packers for a 2026 fourth-rounder.
    GB<2026 R4 | NYJ<Dale Preston
Green Bay was not done, acquiring Dale Preston from the Jets for a 2026 third.
    GB<Dale Preston | NYJ<2026 R3
Packers to trade WR Dale Preston to Jets for fourth-round pick
    GB<R4 | NYJ<Dale Preston
Packers trade for Dale Preston. Jets get a 2026 fourth.
    GB<Dale Preston | NYJ<2026 R4
Dale Preston traded to Jets as Packers net fourth-round pick
    GB<R4 | NYJ<Dale Preston
The Packers get receiver Dale Preston and the Jets a fourth-round pick.
    GB<Dale Preston | NYJ<R4
The Jets get the Packers' 2026 first-round pick and guard Ike Vance from Green Bay for receiver Dale Preston.
    GB<Dale Preston | NYJ<2026 R1, Ike Vance
A trade that sends QB Nate Coble to the Rams and QB Owen Trask to the Lions is complete.
    DET<Owen Trask | LA<Nate Coble
The Packers acquired Dale Preston from the Jets for a fifth-round pick and guard Ike Vance from the Bears for a seventh-rounder.
    GB<Dale Preston | NYJ<R5 && CHI<R7 | GB<Ike Vance
The Packers are dealing Dale Preston to the Jets for a fourth and Ike Vance to the Bears for a 2026 seventh.
    GB<R4 | NYJ<Dale Preston && CHI<Ike Vance | GB<2026 R7
The Packers traded Dale Preston to the Jets for a 2026 third. The teams will also swap 2027 sixth-rounders.
    GB<2026 R3, 2027 R6 | NYJ<2027 R6, Dale Preston
The Packers agreed to trade Dale Preston to the Jets. Compensation: a 2026 third.
    GB<2026 R3 | NYJ<Dale Preston
In a three-team trade, Rams get CB Lamar Dent, Jaguars get two first-round picks, Browns get a fourth-rounder
    CLE<R4 | JAX<R1, R1 | LA<Lamar Dent
The Titans send WR Dale Preston to the Eagles, the Eagles send a first-round pick to the Jets and the Jets send a third-rounder to Tennessee in a three-team trade.
    NYJ<R1 | PHI<Dale Preston | TEN<R3
PACKERS TRADE WR DALE PRESTON TO JETS FOR FOURTH-ROUND PICK
    GB<R4 | NYJ<Dale Preston
breaking: the packers are trading wr dale preston to the jets for a 2026 fourth, per source
    GB<2026 R4 | NYJ<Dale Preston
"""

SLOTS = """
The Packers traded up with the Jets to draft Ohio State receiver Dale Preston at No. 10. New York gets the 27th pick and a third-rounder.
    GB<#10 | NYJ<#27, R3
The Packers traded up one spot, sending a fifth-round pick to the Jets to land LB Tyree Boone at No. 31.
    GB<#31 | NYJ<R5
The Packers moved up from 12 to 9, sending the Jets a third-rounder.
    GB<#9 | NYJ<#12, R3
The Packers jumped ahead of the Bears to draft Dale Preston, sending No. 12 and a third-rounder to the Jets for No. 10.
    GB<#10 | NYJ<#12, R3
The Packers traded up for the No. 33 pick to take safety Marcus Quill. The Jets receive a second-rounder and a fourth-rounder.
    GB<#33 | NYJ<R2, R4
"""

UNDIRECTED = """
The Browns and Giants have agreed to a trade that would swap guard Ike Vance for end Rashad Ames.
    ?<Ike Vance, Rashad Ames | CLE< | NYG<
The Raiders and Jets have agreed to a trade involving receiver Dale Preston.
    ?<Dale Preston | LV< | NYJ<
"""

UNSTATED = [
    "The Packers have no first-round pick because of the trades for Dale Preston and Ike Vance.",
    "A year after New Orleans gave up on Dale Preston, sending him to Philadelphia for Ike Vance, he is hurt.",
    "Cowboys Not Pursuing Trade For Raiders WR Dale Preston",
    "The 49ers are adding former Eagle Dale Preston. Philadelphia gets a 2027 third-round compensatory pick.",
    "Dale Preston says the Packers traded him because of his knee.",
    "Trading down is an option for the Colts, who picked up two seconds by moving from No. 3 to No. 6.",
    "The Jets announced the trade of CB Ike Vance.",
    "Dale Preston is returning to the Jets, who traded him to the Seahawks for two first-round picks.",
    "Packers drop to No. 12 in the draft order; Bears get the No. 10 pick.",
    "Dale Preston, who came over in the trade for the No. 1 pick, caught two passes for Carolina.",
    "The Bears got a haul from the Panthers in 2023, and now Dale Preston gets his quarterback.",
]


def _agreed(sides: str) -> str:
    return " && ".join(f"agreed: {one}" for one in sides.split(" && "))


def _plain(found: str) -> str:
    """Whether it is announced is another table's matter."""
    return found.replace("official: ", "agreed: ")


@pytest.mark.parametrize(("title", "text", "expected"), [*records(STATED), *records(SLOTS)])
def test_it_reads_who_gets_what(title: str, text: str, expected: str) -> None:
    """What a pronoun, a gap or another clause leaves out is found again."""
    assert _plain(read(news(text, title))) == _agreed(expected)


@pytest.mark.parametrize(("title", "text", "expected"), records(UNDIRECTED))
def test_it_does_not_guess_a_direction(title: str, text: str, expected: str) -> None:
    """Two clubs and their men, and nobody says who goes where."""
    assert _plain(read(news(text, title))) == _agreed(expected)


@pytest.mark.parametrize("text", UNSTATED)
def test_it_states_no_trade(text: str) -> None:
    """The words of a trade, and none is told."""
    assert not _plain(read(news(text))).startswith("agreed")

"""Rows of the transactions wire, with its omissions, slips and odd orders. Every player is invented."""

import pytest

from bot.extract import deals
from bot.model import ReportKind
from tests.builders import a_report
from tests.extract.notation import read, records, wire

# filer // row, and who gets what
FILED = """
CHI // Acquired DE Luke Strand from the Denver Broncos in exchange for a 2026 second-round pick. Acquired LB Bram Tavis from the Seattle Seahawks in exchange for a 2027 third-round pick.
    CHI<Luke Strand | DEN<2026 R2 && CHI<Bram Tavis | SEA<2027 R3
CHI // Sent CB Noel Blaine to Denver in exchange for a sixth-round pick in the 2027 draft.
    CHI<2027 R6 | DEN<Noel Blaine
CHI // Acquired C Mick Esser and a 2027 first-round pick in a three-team trade with Detroit from Tampa Bay Buccaneers for RB Olin Birk and a 2026 fifth-round pick.
    CHI<2027 R1, Mick Esser | DET< | TB<2026 R5, Olin Birk
CHI // Traded C Tadeo Zell to Philadelphia in exchange for C Rowan Pell and two draft picks.
    CHI<Rowan Pell, pick, pick | PHI<Tadeo Zell
CHI // Acquired FB Zeke Funkhouse Washington for LS Tyl Kopp.
    CHI<Zeke Funkhouse | WAS<Tyl Kopp
CHI // Acquire TE Nico Dowd-Ray from the Washington Commanders in exchange for G Jesper Vik.
    CHI<Nico Dowd-Ray | WAS<Jesper Vik
CHI // Aquired DE Devin Stepp from the Buffalo Bills in exchange for DT Mattis Spence.
    BUF<Mattis Spence | CHI<Devin Stepp
CHI // Acquired G Saul Erss from Jacksonvile for a 2026 sixth-round pick.
    CHI<Saul Erss | JAX<2026 R6
CHI // Acquired G Saul Erss and a 2026 third-round pick from Philadephia Eagles for G Josse Wolf.
    CHI<2026 R3, Saul Erss | PHI<Josse Wolf
CHI // Acquired C Fredo Hampt from Denver for a conditional 2026 seventh-round draft pick and assigned Hampt to the practice squad.
    CHI<Fredo Hampt | DEN<~2026 R7
CHI // Traded CB Val Fillip and 2026 fourth- and seventh-round draft picks to Philadelphia for DE Marek Streat, who was traded to Pittsburgh for a 2027 fourth-round draft pick.
    CHI<Marek Streat | PHI<2026 R4, 2026 R7, Val Fillip && CHI<2027 R4 | PIT<Marek Streat
CHI // Traded FB Gio Smithe to Denver in exchange for DE Mika Zott then traded him to Dallas in exchange for FB Dan O'Rell and subsequently waived him.
    CHI<Mika Zott | DEN<Gio Smithe && CHI<Dan O'Rell | DAL<Mika Zott
CHI // Recalled C Remy Pitt from the reserve list and traded him to Dallas in exchange for a 2026 seventh-round pick.
    CHI<2026 R7 | DAL<Remy Pitt
CHI // Traded the rights to G Anton Nils to Buffalo for a 2026 fifth-round draft pick.
    BUF<Anton Nils | CHI<2026 R5
CHI // Traded RB Aldo Crack to Indianapolis for future considerations, and RB Nat Horten to Cleveland for WR Davit Clarke.
    CHI<future | IND<Aldo Crack && CHI<Davit Clarke | CLE<Nat Horten
CHI // Acquired DE Jed Pettr from Denver a 2026 second-round draft pick and a conditional 2026 fifth-round draft pick.
    CHI<Jed Pettr | DEN<2026 R2, ~2026 R5
CHI // Traded C Jon Grude and a 2026 second-round draft pick for Denver G Matt Murl.
    CHI<Matt Murl | DEN<2026 R2, Jon Grude
CHI // Acquired DE Mikka Leht in trade for G Veino Vehv from Denver.
    CHI<Mikka Leht | DEN<Veino Vehv
CHI // Acquired FB Ty Toffel in a trade with Denver in exchange for FB Egor Shar and a third-round pick in the 2026 draft.
    CHI<Ty Toffel | DEN<2026 R3, Egor Shar
CHI // Acquired C Boe Harv fom Denver for LT Ant Beau and a conditional 2026 first round pick.
    CHI<Boe Harv | DEN<Ant Beau, ~2026 R1
CHI // Waived G Dre Arms. Acquired Gs Budd Held, Ryder Nemb and cash considerations from Atlanta in exchange for FB Dorian Finn-Smythe.
    ATL<Dorian Finn-Smythe | CHI<Budd Held, Ryder Nemb, cash
MIN // Acquired RB Cal Ackroyd from the L.A. Rams for a conditional 2026 sixth-round draft pick.
    LA<~2026 R6 | MIN<Cal Ackroyd
NYG // Traded LB Tyree Boone to New York Jets for a 2026 third round pick
    NYG<2026 R3 | NYJ<Tyree Boone
NYG // Traded LB Tyree Boone to the NY Jets for a 2026 third round pick
    NYG<2026 R3 | NYJ<Tyree Boone
MIN // Traded LB Tyree Boone to New York.
    ?<Tyree Boone | MIN<
LV // Acquired WR Davon Ames (from Packers) for a 2026 second-round pick.
    GB<2026 R2 | LV<Davon Ames
LV // Completed a trade with Green Bay to acquire WR Davon Ames in exchange for a 2026 second-round pick.
    GB<2026 R2 | LV<Davon Ames
LV // WR Davon Ames traded to Green Bay for 2026 second-round pick
    GB<Davon Ames | LV<2026 R2
LV // CB Joe Malone acquired in trade with Green Bay for 2026 second-round pick; S Bo Rusk waived
    GB<2026 R2 | LV<Joe Malone
LV // Trades WR Davon Ames to Green Bay Packers in exchange for 2026 second-round pick.
    GB<Davon Ames | LV<2026 R2
LV // The Las Vegas Raiders trade WR Davon Ames to the Green Bay Packers.
    GB<Davon Ames | LV<
LV // Traded WR Davon Ames and CB Joe Cash Jr. to the Packers in exchange for LB Tom Quill III, a 2026 second-round pick (via Minnesota) and cash.
    GB<Davon Ames, Joe Cash Jr. | LV<2026 R2 via MIN, Tom Quill III, cash
LV // Traded for WR Davon Ames from Green Bay.
    GB< | LV<Davon Ames
LV // Activated WR Davon Ames.Acquired via trade CB Joe Malone from Green Bay.
    GB< | LV<Joe Malone
LV // Traded WR Davon Ames to Green Bay in exchange for a 2026 second-round pick; signed CB Joe Malone; waived LB Tom Quill.
    GB<Davon Ames | LV<2026 R2
LV // Received S Marcus Quill from a trade with Carolina.
    CAR< | LV<Marcus Quill
LV // Received a 2026 fifth-round pick in a trade with Carolina.
    CAR< | LV<2026 R5
LV // Swapped 2026 sixth-round picks with Green Bay.
    GB<2026 R6 | LV<2026 R6
LV // Exchanged WR Davon Ames for CB Joe Malone with Green Bay.
    GB<Davon Ames | LV<Joe Malone
LV // Traded a 2026 third-round pick, pending a physical to Green Bay Packers for CB Joe Malone.
    GB<2026 R3 | LV<Joe Malone
LV // Acquired a 2027 fourth-round draft pick from Green Bay for WR Davon Ames.
    GB<Davon Ames | LV<2027 R4
LV // Acquired the No. 211 selection in Round 6 of the 2026 NFL Draft in a trade with Houston for HB Joe Malone
    HOU<Joe Malone | LV<2026 R6 #211
LV // Traded WR Davon Ames.
    LV< | ?<Davon Ames
LV // Traded CB Joe Cash Jr. Signed S Bo Rusk.
    LV< | ?<Joe Cash Jr.
LV // Traded a 2026 second-round and a 2027 third-round draft pick in exchange for TE Bo Rusk and a 2026 fourth-round pick.
    ?<2026 R2, 2027 R3 | LV<2026 R4, Bo Rusk
LV // Trade QB Nate Coble to the Jacksonville Jaguars in exchange for a 2026 draft choice.
    JAX<Nate Coble | LV<2026
LV // Nate Coble: Traded; Raiders → Jaguars
    JAX<Nate Coble | LV<
JAX // Za&#x27;Quan Coble: Traded; Raiders → Jaguars
    JAX<Za'Quan Coble | LV<
"""

NOT_TRADES = [
    "Acquired a 2026 third-round (No. 86) draft pick from Denver as compensation for the Broncos' hiring of coach Todd Mack.",
    "Acquired DE Sam Vatt off waivers from Denver.",
    "Acquired WR Davon Ames from Green Bay via waivers.",
    "Acquired WR Davon Ames from Green Bay's practice squad.",
    "Acquired the contract of WR Davon Ames from the practice squad.",
    "Placed WR Davon Ames, acquired in a trade with Green Bay, on injured reserve.",
    "Signed WR Davon Ames, who was traded by Green Bay in 2024.",
    "Traded D Amon Clair to Calgary for a 2026 third-round pick.",
    "Claimed LB Bo Rusk off waivers from Jacksonville.",
    "Nate Coble: Assigned via Waivers; Raiders \u2192 Jaguars",
    "Waived CBs Bo Rusk and Joe Malone, OLs Sal Grau, Dan Dell and Nick Sams.",
    "Sent WR Davon Ames to the practice squad.",
    "Received a roster exemption for WR Davon Ames.",
]


@pytest.mark.parametrize(("filer", "row", "expected"), records(FILED))
def test_it_reads_the_direction_from_the_whole_row(filer: str, row: str, expected: str) -> None:
    """The verb alone does not give it, and half of the words may be missing."""
    found = read(wire(row, filer)).split(" && ")
    sides = [sorted(deal.removeprefix("official: ").split(" | ")) for deal in found]
    assert sides == [sorted(deal.split(" | ")) for deal in expected.split(" && ")]


@pytest.mark.parametrize("row", NOT_TRADES)
def test_it_takes_no_other_move_for_a_trade(row: str) -> None:
    """Waivers, contracts, compensation, other leagues, and trades told in passing."""
    assert not read(wire(row, "LV"))


def test_a_voided_trade_on_the_wire_has_failed() -> None:
    """The row names the man and the clubs, no direction."""
    assert read(wire("Voided the trade of WR Davon Ames to Green Bay.", "LV")) == (
        "failed: ?<Davon Ames | GB< | LV<"
    )


def test_a_trade_undone_by_its_filer_has_failed_though_the_reason_follows() -> None:
    """A word of releases elsewhere; of a trade it is the end of it."""
    row = "Terminated the trade of WR Davon Ames to Green Bay after he failed his physical."
    assert read(wire(row, "LV")) == "failed: ?<Davon Ames | GB< | LV<"


@pytest.mark.parametrize(
    "row",
    [
        "Traded C Tadeo Zell to Philadelphia in exchange for C Rowan Pell and two draft picks.",
        "Acquired G Rob Dill from Chicago for G Budd Held.",
        "Traded the rights to G Anton Nils to Buffalo for a 2026 fifth-round draft pick.",
    ],
)
def test_without_a_filer_a_city_alone_proves_no_league(row: str) -> None:
    """The same wire serves hockey and basketball from the same cities."""
    assert not read(wire(row, None))


@pytest.mark.parametrize(
    "row",
    [
        "Traded QB Nate Coble to Philadelphia for a 2026 second-round pick.",
        "Traded C Tadeo Zell to the Philadelphia Eagles for a 2026 second-round pick.",
        "Traded a 2026 fourth-round draft pick to Cincinnati for a 2027 third-round pick.",
    ],
)
def test_without_a_filer_a_position_nickname_or_late_round_proves_ours(row: str) -> None:
    """Quarterbacks, Eagles, and a fourth-round pick from a city without hockey."""
    assert read(wire(row, None))


def test_the_span_points_at_the_move() -> None:
    """A row holds many moves; the deal says which words it came from."""
    row = "Signed S Bo Rusk. Traded WR Davon Ames to Green Bay. Waived G Dre Arms."
    report = a_report(title="", text=row, kind=ReportKind.WIRE)
    start, end = deals(report)[0].span
    assert f"{report.title}\n{report.text}"[start:end] == "Traded WR Davon Ames to Green Bay"

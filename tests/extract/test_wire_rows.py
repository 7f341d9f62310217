"""Whole rows of the wire: many moves in one text, misprints, marks. And every real row that is known, with its terms."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.extract import deals
from bot.model import Player
from tests.extract.notation import read, records, wire

ROWS = """
BUF // Acquired CBs Kai Elams and Dane Jackett from Dallas for a 2026 fifth-round pick.
    BUF<Dane Jackett, Kai Elams | DAL<2026 R5
BUF // Tradd CB Kai Elams to Dallas for a 2026 fifth-round pick.
    BUF<2026 R5 | DAL<Kai Elams
BUF // Acquried CB Kai Elams from Dalas Cowboys for a 2026 fifht round pick.
    BUF<Kai Elams | DAL<2026 R5
BUF // Acquired CB Kai Elams from Dallas for a 20206 sxith-round pick.
    BUF<Kai Elams | DAL<R6
BUF // Acquired CB Kai Elams from Dallas for a 2026 eleventh-round pick.
    BUF<Kai Elams | DAL<2026
BUF // Traded CB Kai Elams to Dallas in a three-team trade. Acquired a 2026 fifth-round pick from Denver in a three-team trade.
    BUF<2026 R5 | DAL<Kai Elams | DEN<
BUF // Traded 41st and 72nd overall picks to Chicago for 56th and 62nd overall picks.
    BUF<2026 #56, 2026 #62 | CHI<2026 #41, 2026 #72
BUF // Traded its 2026 first-round selection (No. 30 overall) to Houston for its first-round (No. 32) and fifth-round (No. 170) selections.
    BUF<2026 R1 #32, 2026 R5 #170 | HOU<2026 R1 #30
BUF // Traded LB Terrel Bernards Sr. to Dallas for a 2026 fifth-round pick.Signed S Bo Hallam.
    BUF<2026 R5 | DAL<Terrel Bernards Sr.
BUF // Traded CB Kai Elams to Dallas for a 2026 fifth-round pick and a swap of 2027 seventh-round picks.
    BUF<2026 R5, 2027 R7 | DAL<2027 R7, Kai Elams
BUF // Signed S Bo Hallam; traded CB Kai Elams to Dallas for a 2026 third-round pick that can become a second; waived G Ned Farrow
    BUF<~2026 R3 | DAL<Kai Elams
"""
KNOWN = """
PIT<William Jackson III | WAS<
ATL<Rashad Fenton | KC<2023 R7
CLE<2026 R5 | LV<Kenny Pickett
CLE<2026 R5 | LV<Kenny Pickett
DEN<2024 R5, Jacob Martin | NYJ<2024 R4
BAL<2023 R2, 2023 R5, A.J. Klein | CHI<Roquan Smith
JAX<2026 R7 | PHI<Fred Johnson
?<2023 R2, 2024 R3 | MIN<2023 R4, T.J. Hockenson, ~2024 R4
MIA<Jeff Wilson | SF<2023 R5
BAL<Tre'Davious White | LA<2026 R7
BAL<Diontae Johnson, R6 | CAR<R5
JAX<~2026 R5, ~2026 R7 | MIN<Cam Robinson
BAL<2026 R6 | PHI<
SF<Brian Robinson Jr. | WAS<2026 R6
JAX<Mac Jones | NE<2024
?<2026 R5 | MIA<2026 R4
ATL<R2 | TEN<Julio Jones
SF<2025 R5 | WAS<Deebo Samuel Sr.
SF<Brian Robinson Jr. | WAS<2026 R6
?<Brian Robinson Jr. | WAS<
GB<Malik Willis | TEN<2025 R7
GB<Malik Willis | TEN<
DET< | PHI<D'Andre Swift
CIN<2024 R7 #224 | HOU<Joe Mixon
?<Skyy Moore | KC<
KC< | SF<Skyy Moore
GB< | NYJ<Aaron Rodgers
GB< | NYJ<Aaron Rodgers
BAL<Cam Jurgens, ~2027 R7 | PHI<2027 R5, 2028 R2
BAL<Cam Jurgens, ~2027 R7 | PHI<2027 R5, 2028 R2
DAL<Joey Porter Jr. | PIT<2027 R6, 2028 R2
NE< | PIT<Kyle Dugger
JAX< | PHI<Tank Bigsby
MIA<2029 R7, Caedan Wallace | NE<2028 R6
"""
OTHERS = (
    "Signed OL Tavin Brask.", "Released QB Kyle Morrand.", "Waived CBs Deshan Pyle and Ned Farrow.",
    "Placed LB Oren Vasquez-Lyle on injured reserve.", "Activated CB Milo Trent Jr.",
    "Acquired the contract of RB Cole Darby from the practice squad.",
    "Claimed TE Wade Ironmonger off waivers from Jacksonville.",
    "Elevated DTs Amos Quill and Rasul Nettles from the practice squad.",
    "Waived WR Otis Vance, acquired in a trade with Denver, with a failed physical designation.",
    "Sent S Boden Clay to the reserve/suspended list.",
)  # fmt: skip


@pytest.mark.parametrize(("filer", "row", "expected"), records(ROWS))
def test_it_reads_what_an_editor_meant(filer: str, row: str, expected: str) -> None:
    """Misprints with one meaning are mended; a round or a year that nobody can tell stays open."""
    assert read(wire(row, filer)) == f"official: {expected}"


@pytest.mark.parametrize("place", range(0, 21, 4))
def test_a_trade_among_twenty_moves_is_the_only_one(place: int) -> None:
    """Wherever in the row it stands."""
    moves = [*OTHERS, *OTHERS]
    moves.insert(place, "Traded WR Davon Ames to Green Bay for a 2026 sixth-round pick.")
    assert read(wire(" ".join(moves), "LV")) == "official: GB<Davon Ames | LV<2026 R6"


def test_the_trade_may_be_the_last_of_a_cutdown_days_row() -> None:
    """Rows without full stops, dozens of moves long."""
    moves = [f"WR Ames{'abcdefghij'[n % 10]} Pyle waived" for n in range(90)]
    row = "; ".join([*moves, "Traded WR Davon Ames to Green Bay for a 2026 sixth-round pick"])
    assert read(wire(row, "LV")) == "official: GB<Davon Ames | LV<2026 R6"


def test_a_row_of_nothing_but_trades_is_read_in_part() -> None:
    """No club files more in a day; what a hostile row can cost is bounded."""
    row = "Traded WR Davon Ames to Green Bay. " * 60
    assert 0 < len(deals(wire(row, "LV"))) <= 30


def test_every_field_tells_its_words() -> None:
    """Status, kind and clubs carry the words they were read from."""
    report = wire("Signed S Bo Rusk. Traded WR Davon Ames to Green Bay.", "LV")
    (deal,) = deals(report)
    text = f"{report.title}\n{report.text}"
    said = {mark.field: text[slice(*mark.span)] for mark in deal.marks}
    move = "Traded WR Davon Ames to Green Bay"
    assert said == {"status": move, "kind": move, "club GB": "Green Bay"}


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        yield json.loads(line)


def test_every_known_row_has_its_terms(shared: Path) -> None:
    """Direction, players, and the picks as far as the row states them, row by row."""
    rows = list(_rows(shared / "data/feeds/espn_trade_sentences.jsonl"))
    days = [_day(row["date"]) for row in rows]
    found = [read(wire(row["text"], row["team"], day)) for row, day in zip(rows, days, strict=True)]
    assert found == [f"official: {sides}" for sides in KNOWN.strip().splitlines()]


def test_the_composed_page_is_three_trades_told_twice(shared: Path) -> None:
    """Each club's own row, in its own words: the same legs, or fewer where a row leaves them out."""
    page = json.loads((shared / "data/feeds/transactions_page_reconstructed.json").read_text())
    found = [
        (deal.clubs, leg.asset, leg.gave, leg.received)
        for row in page["transactions"]
        for deal in deals(wire(row["description"], row["team"]["abbreviation"], _day(row["date"])))
        for leg in deal.legs
    ]
    assert len(page["transactions"]) == 8
    assert len({asset for _, asset, *_ in found}) < len(found)
    ways: dict[Any, set[Any]] = {}
    for _, asset, gave, received in found:
        ways.setdefault(asset, set()).update({("from", gave), ("to", received)} - _OPEN)
    assert all(len(way) <= 2 for way in ways.values())


_OPEN = {("from", None), ("to", None)}


def test_rows_with_an_arrow_are_trades_only_where_they_say_so(shared: Path) -> None:
    """The league's own style: one man a row, and waivers in the same form."""
    page = json.loads((shared / "data/feeds/nflcom_style_transactions_sample.json").read_text())
    for row in page["rows"]:
        _, text, kind, code, man, *_ = row
        found = deals(wire(text, code, _day(row[0])))
        assert bool(found) == (kind == "trades"), text
        men = {
            leg.asset.name for deal in found for leg in deal.legs if isinstance(leg.asset, Player)
        }
        assert men <= {man}, text


def _day(text: str | None) -> datetime:
    return datetime.fromisoformat((text or "2026-10-08")[:10]).replace(hour=12, tzinfo=UTC)

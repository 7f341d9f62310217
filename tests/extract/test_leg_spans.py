"""Every leg says by which rule it was read, and where its words stand in title and text."""

import pytest

from bot.extract import deals
from bot.model import Leg, Pick, Player, Report
from tests.extract.notation import news, wire

ROUNDS = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth", 7: "seventh"}

REPORTS = [
    news("\U0001f6a8 Trade \U0001f6a8 The Jets\u2019 Dale Preston is traded to the Bears for a fourth."),
    news("The \u201cnew\u201d Jets send CB Ike O\u2019Neal to the Bears for a 2026 third-round pick."),
    news(
        "The Packers are trading Preston to the Bears for a 2027 fifth-round pick and Ike Vance.",
        title="\u200bPackers, Bears agree to trade Dale Preston",
    ),
    news("Broncos receive: Dale Preston, fourth-round pick\nJaguars receive: Ike Vance, sixth-round pick"
         "\nThe trade is done, per Adam Schefter."),
    news("Jets &amp; Bears: the Jets trade Dale Preston to the Bears for a second-round pick."),
    wire("Released OL Ken Reese.Acquired OL Fred Ames from Jacksonville for a 2026 seventh-round pick.", "PHI"),
    wire("Signed K Bo Lund. Traded CB Joey Potter Jr. to Dallas for S Ike Vance.", "PIT"),
]  # fmt: skip


def _legs(report: Report) -> list[Leg]:
    return [leg for deal in deals(report) for leg in deal.legs]


def _words(leg: Leg) -> str:
    match leg.asset:
        case Player(name=name):
            return name.removesuffix(" Jr.").split()[-1].replace("'", "\u2019")
        case Pick(round=int(number)):
            return ROUNDS[number]
        case _:
            return "?"


@pytest.mark.parametrize("report", REPORTS)
def test_the_span_of_a_leg_holds_its_own_words(report: Report) -> None:
    """The last name of a man, the round of a pick; counted in title, line break, text."""
    whole = f"{report.title}\n{report.text}"
    legs = _legs(report)
    assert len(legs) > 1
    for leg in legs:
        start, end = leg.span
        assert _words(leg) in whole[start:end]
        assert end - start < len(whole) / 2


def test_the_rule_of_a_leg_names_frame_verb_and_list() -> None:
    """What the verb moves, and what is given for it."""
    one, two = _legs(news("The Jets trade Dale Preston to the Bears for a fourth-round pick."))
    assert (one.rule, two.rule) == ("give.trade", "give.trade.back")

"""Which way a man goes where a sentence names more clubs than take part. Every player is invented."""

import pytest

from tests.extract.notation import news, read, records

STATED = """
Dale Preston is a Raven. Baltimore and Tennessee announced Wednesday that the quarterback was traded for a fourth-round pick.
    BAL<Dale Preston | TEN<R4
Dale Preston is officially a member of the Jets. The Packers and Jets announced that the receiver was traded for a fourth.
    GB<R4 | NYJ<Dale Preston
Dale Preston is a Raven. The Titans traded the quarterback on Monday for a fourth-round pick.
    BAL<Dale Preston | TEN<R4
The Packers announced that Dale Preston was traded to the Jets for a fourth-round pick.
    GB<R4 | NYJ<Dale Preston
The Packers announced Dale Preston was acquired from the Jets for a fourth-round pick.
    GB<Dale Preston | NYJ<R4
The Jets are trading Dale Preston to the Raiders. New York will receive a third, No. 100 overall, that Las Vegas got for Tyree Boone.
    LV<Dale Preston | NYJ<R3 #100
The Jets traded Dale Preston to the Raiders for a third-round pick they got from the Bears for Tyree Boone.
    LV<Dale Preston | NYJ<R3
The Jets traded Dale Preston to the Raiders for the third-round pick acquired from the Bears for Tyree Boone.
    LV<Dale Preston | NYJ<R3 via CHI
The Jets traded Dale Preston to the Raiders for a third-round pick, which came from the Bears for Tyree Boone.
    LV<Dale Preston | NYJ<R3
The Colts landed Dale Preston from the Broncos in a deal for Tyree Boone, ESPN reports.
    DEN<Tyree Boone | IND<Dale Preston
The Colts got Dale Preston from the Broncos in a trade for Tyree Boone and a sixth-round pick.
    DEN<R6, Tyree Boone | IND<Dale Preston
The Bears, not the Colts, are getting Dale Preston from the Jets for a 2026 third.
    CHI<Dale Preston | NYJ<2026 R3
The Bears, rather than the Colts, acquired Dale Preston from the Jets for a 2026 third.
    CHI<Dale Preston | NYJ<2026 R3
The Jets are sending Dale Preston to the Bears and not the Colts for a 2026 third.
    CHI<Dale Preston | NYJ<2026 R3
The Bears got Dale Preston from the Jets, and Joe Pruett ended up with New York.
    CHI<Dale Preston | NYJ<Joe Pruett
The Bears are adding a receiver for Joe Pruett, agreeing to send a third-round pick to the Jets for Dale Preston.
    CHI<Dale Preston | NYJ<R3
The Colts acquired Dale Preston in a stunning midseason trade with the Broncos, who get a fifth-round pick.
    DEN<R5 | IND<Dale Preston
Wow: the Bears are trading Dale Preston to the Jets for a third-round pick.
    CHI<R3 | NYJ<Dale Preston
Dale Preston finally got his wish: the Bears dealt the receiver to the Jets on Monday for a third-round pick.
    CHI<R3 | NYJ<Dale Preston
The Jets acquired Dale Preston from the Bears at the cost of a third-round pick.
    CHI<R3 | NYJ<Dale Preston
The Bears gave Joe Pruett some help on Tuesday, getting Dale Preston from Pittsburgh for a second-round pick.
    CHI<Dale Preston | PIT<R2
The Bears got Joe Pruett a new target, acquiring Dale Preston from the Steelers for a second-round pick.
    CHI<Dale Preston | PIT<R2
The Bears landed Dale Preston a day early from the Steelers for a second-round pick.
    CHI<Dale Preston | PIT<R2
"""


@pytest.mark.parametrize(("title", "text", "expected"), records(STATED))
def test_only_who_takes_part_gives_and_receives(title: str, text: str, expected: str) -> None:
    """Clubs that announce, are denied, or owned a pick once, are no parties by that."""
    found = read(news(text, title)).replace("official: ", "agreed: ")
    assert found == f"agreed: {expected}"


def test_two_men_go_to_two_clubs() -> None:
    """The colon names each man's club; the frame before it names none."""
    found = read(
        news(
            "The Jets dealt Dale Preston and Joe Pruett to separate teams on Tuesday:"
            " Preston to the Bears for a third, Pruett to the Colts for a fifth."
        )
    )
    assert found == "agreed: CHI<Dale Preston | NYJ<R3 && agreed: IND<Joe Pruett | NYJ<R5"


@pytest.mark.parametrize(
    "text",
    [
        "The Packers and Jets announced that Dale Preston was traded for a fourth-round pick.",
        "Dale Preston is a former Jet. The Packers and Jets announced that he was traded for a fourth.",
    ],
)
def test_who_announces_together_says_no_direction(text: str) -> None:
    """Two clubs that tell of it give no hint who has him now."""
    assert "?<Dale Preston, R4" in read(news(text))


def test_who_acted_before_a_semicolon_is_only_concluded_to_sell() -> None:
    """Each half of the headline stands for itself; no report states that the Jets gave him."""
    found = read(
        news("Trade deadline: Cowboys and Jets busy; Dale Preston to Dallas for a 2026 third")
    )
    assert found == "agreed: DAL<Dale Preston? | NYJ<2026 R3?"


def test_the_man_who_is_hurt_is_not_the_one_who_comes() -> None:
    """A description behind an injury means his replacement."""
    found = read(
        news(
            "Hours after Joe Pruett tore up a knee, the Jets sent the Bears a 2026 second-rounder"
            " for the former Pro Bowl tackle."
        )
    )
    assert "Pruett" not in found


def test_two_clubs_that_agree_on_a_trade_for_a_man_do_not_say_who_gets_him() -> None:
    """The next sentence may say it."""
    bare = "Packers and Jets agree to a trade for receiver Dale Preston"
    assert read(news(bare)) == "agreed: ?<Dale Preston | GB< | NYJ<"
    told = f"{bare}, the teams announced. Green Bay gets Preston for a 2026 fourth-rounder."
    assert read(news(told)) == "official: GB<Dale Preston | NYJ<2026 R4"

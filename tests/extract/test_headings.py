"""The words before a colon: a figure of speech over news keeps it news, somebody's idea does not become any."""

import pytest

from tests.extract.notation import news, read, records

_NEWS = """
Roe and Preston together again: Miami has dealt WR Dale Preston to the Bears for two third-round picks, according to ESPN's Adam Schefter.
    agreed: CHI<Dale Preston | MIA<R3, R3
One last ride, one last wave, and off to the mountains: the Jets are trading Dale Preston to Denver for rookie CB Al Roe and a 2026 fifth-round pick.
    agreed: DEN<Dale Preston | NYJ<2026 R5, Al Roe
A rare bit of business inside the division: Chicago is trading linebacker Dale Preston and a 2027 seventh to Detroit for a fifth-rounder.
    agreed: CHI<R5 | DET<2027 R7, Dale Preston
Preston is back with Roe: the NFL approved the trade that sends tight end Dale Preston and a 2026 seventh-rounder from New England to Tampa Bay for a fourth-rounder.
    official: NE<R4 | TB<2026 R7, Dale Preston
The band is back together: the Raiders have agreed to send Dale Preston to the Jets for a second-round pick.
    agreed: LV<R2 | NYJ<Dale Preston
Off to the desert: tight end Dale Preston is being traded to Arizona by the Eagles for a 2026 fifth-round pick.
    agreed: ARI<Dale Preston | PHI<2026 R5
Bright lights, big city: Dale Preston has been traded to the Giants by the Colts for a third-rounder.
    agreed: IND<R3 | NYG<Dale Preston
A ten-year run is over: Miami traded Dale Preston and a sixth-rounder to Tennessee on Friday for a seventh and a fourth in 2026.
    agreed: MIA<2026 R4, 2026 R7 | TEN<Dale Preston, R6
Also today: Buffalo sends CB Dale Preston to Philly, gets WR Al Roe and a third-round pick.
    agreed: BUF<Al Roe, R3 | PHI<Dale Preston
Elsewhere tonight: the Bears trade Dale Preston to the Colts for a sixth-rounder.
    agreed: CHI<R6 | IND<Dale Preston
A draft-night jaw-dropper: Dale Preston to the Eagles, picks 18 and 101 to the Titans.
    agreed: PHI<Dale Preston | TEN<#101, #18
"""
_IDEAS = (
    "Who says no: the Jets trade Dale Preston to the Bears for a first-round pick.",
    "Hear me out: Eagles trade for Lions RB Dale Preston, with a 2026 fourth going to Detroit.",
    "Enough is enough: the Jets trade Dale Preston to the Bears for a first-round pick.",
    "In a perfect world: the Jets are trading Dale Preston to the Bears for a first-round pick.",
    "My gut feeling: the Jets are trading Dale Preston to the Bears for a first-round pick.",
    "Bold call: the Jets are trading Dale Preston to the Bears for a first-round pick.",
    "Madden night: the Jets are trading Dale Preston to the Bears for a first-round pick.",
    "Satire: the Jets are trading Dale Preston to the Bears for a bag of balls and a first-round pick.",
    "Not happening: the Jets are trading Dale Preston to the Bears for a first-round pick.",
    "The whisper at the combine: the Jets are trading Dale Preston to the Bears for a first-round pick.",
    "April Fools: the Jets have traded Dale Preston to the Bears for a first-round pick.",
    "Crystal ball: the Jets have traded Dale Preston to the Bears for a first-round pick by Halloween.",
    "Flashback: the Jets have traded Dale Preston to the Bears for a first-round pick.",
    "Reminder: the Jets have traded Dale Preston to the Bears for a first-round pick.",
    "The problem: the Jets have traded their second-round pick to Denver for Dale Preston.",
    "On this day: the Jets traded Dale Preston to the Bears for a first-round pick.",
    "Today in 1987: the Jets trade Dale Preston to the Bears for a first-round pick.",
    "Together again: the Jets would be sending Dale Preston to the Bears for a third.",
    "Together again: the Jets are close to sending Dale Preston to the Bears for a third.",
    "The season is over: the Jets traded Dale Preston to the Bears last March for a third, and on Sunday it showed.",
)


@pytest.mark.parametrize(("title", "text", "expected"), records(_NEWS))
def test_news_under_a_figure_of_speech_is_news(title: str, text: str, expected: str) -> None:
    """What is told as done or going on between two clubs, or as of today."""
    assert read(news(text, title)) == expected


@pytest.mark.parametrize("text", _IDEAS)
def test_a_heading_of_another_world_or_day_heads_no_news(text: str) -> None:
    """Ideas, games, jokes, memories; and a bare present under any heading."""
    assert "agreed" not in read(news(text))


_MEMBERS = """
Dale Preston was in the meeting room in Flowery Branch when he found out: he's a Patriot. Atlanta gets a 2026 second-rounder.
    agreed: ATL<2026 R2 | NE<Dale Preston
Dale Preston found out on the practice field: he's a Raven. The Jets get a 2026 fourth.
    agreed: BAL<Dale Preston | NYJ<2026 R4
Dale Preston got the call at breakfast: he's a Bear now. New England gets a sixth-rounder in 2027.
    agreed: CHI<Dale Preston | NE<2027 R6
Seattle answers San Francisco: DL Dale Preston comes west from the Giants at the price of a 2026 second and a 2027 fifth-round pick.
    agreed: NYG<2026 R2, 2027 R5 | SEA<Dale Preston
Buffalo answers Miami: CB Dale Preston comes north from the Falcons for a third-rounder.
    agreed: ATL<R3 | BUF<Dale Preston
"""
_NO_MEMBERS = (
    "Dale Preston signed Tuesday: he's a Raven. The Jets get a fourth-round pick.",
    "Dale Preston made the team: he's a Raven. The Jets get the ball and a second chance.",
    "Seattle hosts San Francisco: Dale Preston comes home from the hospital on Sunday.",
    "Seattle plays San Francisco: Dale Preston comes west from New York with the Giants.",
)


@pytest.mark.parametrize(("title", "text", "expected"), records(_MEMBERS))
def test_whose_man_he_is_behind_a_colon(title: str, text: str, expected: str) -> None:
    """The club whose man he is now has him, and the club that acts in the heading gets him."""
    assert read(news(text, title)) == expected


@pytest.mark.parametrize("text", _NO_MEMBERS)
def test_another_man_of_a_club_is_not_traded(text: str) -> None:
    """He signed, made the team, or comes home."""
    assert "agreed" not in read(news(text))

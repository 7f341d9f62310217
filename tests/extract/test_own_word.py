"""A club's own word, in its signature and by its officers; reporters and stations by their whole names."""

import pytest

from bot.extract import deals
from tests.extract.notation import news, read, records

STATUS = """
We've traded DB Dale Preston to the Tennessee Titans for a 2027 sixth-round pick. \u2014 Los Angeles Chargers
    official
We've traded with the Rams for WR Dale Preston, sending a sixth to Los Angeles. #OurDraft \u2014 Dallas Cowboys
    official
We have traded the 17th overall pick to Minnesota for Nos. 23 and 167. - Jacksonville Jaguars
    official
The Steelers have acquired DT Dale Preston from the Ravens for a fifth-rounder, it was announced today.
    official
It was announced Friday that the Steelers have acquired DT Dale Preston from the Ravens for a fifth.
    official
The New England Patriots announced that they have traded RB Dale Preston to the Rams for undisclosed draft considerations.
    official
Titans GM Al Moss said Tuesday the club has dealt WR Dale Preston to Philadelphia for OL Bo Rust.
    official
Titans general manager Al Moss said Wednesday that the team has acquired WR Dale Preston from the Eagles for a sixth.
    official
Titans coach Al Moss said the Titans have traded WR Dale Preston to Philadelphia for a fifth.
    official
Howie Roseman announced the Eagles have traded Dale Preston to the Bears for a fourth-round pick.
    official
Titans GM Al Moss said Tuesday he likes Bo Rust. The Titans have traded WR Dale Preston to the Eagles for a fifth.
    agreed
An agent said Tuesday the club has dealt WR Dale Preston from Tennessee to Philadelphia for a fifth.
    agreed
The Titans traded DB Dale Preston to the Chargers for a sixth, per source. Photo: Los Angeles Chargers
    agreed
The Steelers acquired DT Dale Preston from the Ravens for a fifth-rounder. The trade will be announced today.
    agreed
The Texans have acquired S Dale Preston from the Jets for a seventh. \u2014 Al Rowe, Houston Texans beat writer
    agreed
The Titans have traded DB Dale Preston to the Chargers for a sixth. \u2014 Chicago Bears
    agreed
"""

VOICES = """
The Saints trade WR Dale Preston to Miami for LB Bo Rust and a third. \u2014 Larry Holder (@LarryHolder)
    Larry Holder
The Saints trade WR Dale Preston to Miami for LB Bo Rust and a third. \u2014 Dan Wiederer (@DanWiederer)
    Dan Wiederer
The Bears traded TE Dale Preston to the Patriots for a fourth-rounder, per a report by CSN Chicago.
    CSN Chicago
The Bears traded TE Dale Preston to the Patriots for a fourth-rounder, CSN Chicago reported.
    CSN Chicago
The Colts are trading QB Dale Preston to the Jets for a sixth, Zak Keefer tells ESPN.
    Zak Keefer, ESPN
"""


@pytest.mark.parametrize(("title", "text", "status"), records(STATUS))
def test_own_word_is_official(title: str, text: str, status: str) -> None:
    """What a party signs, or its officer says of it, is its own word; nobody else's is."""
    assert read(news(text, title)).partition(":")[0] == status


@pytest.mark.parametrize(("title", "text", "names"), records(VOICES))
def test_voice_by_its_whole_name(title: str, text: str, names: str) -> None:
    """A handle that is his name run together is his own; a station is not the network."""
    (deal,) = deals(news(text, title))
    assert ", ".join(source.name for source in deal.sources) == names


def test_who_is_told_nothing_by_a_player() -> None:
    """A player who talks to an outlet is no reporter."""
    text = "The Colts are trading QB Dale Preston to the Jets for a sixth, Bo Rust tells ESPN."
    assert not any(
        source.name == "Bo Rust" for deal in deals(news(text)) for source in deal.sources
    )

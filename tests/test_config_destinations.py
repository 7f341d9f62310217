"""The destinations of the configuration file: what they ask for, and every mistake in a sentence."""

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.model import (
    ClubCode,
    DealKind,
    Destination,
    DestinationId,
    Importance,
    LaneId,
    Manner,
    Quiet,
    Status,
    Style,
)
from tests.test_config import DISCORD, FEED, SLACK, loaded, problems


def test_a_destination_is_the_engines_own_value(tmp_path: Path) -> None:
    """Clubs by any name or code become our codes, once each, in order."""
    text = (
        FEED
        + DISCORD
        + """
        [[destinations]]
        platform = "discord"
        channel = "42"
        clubs = ["redskins", "LAR", "Rams", "niners"]
        statuses = ["rumour", "official"]
        """
    )
    assert loaded(tmp_path, text).destinations == (
        Destination(
            id=DestinationId("discord:42"),
            platform="discord",
            channel="42",
            lane=LaneId("discord"),
            clubs=(ClubCode("WAS"), ClubCode("LA"), ClubCode("SF")),
            statuses=(Status.RUMOUR, Status.OFFICIAL),
        ),
    )


def test_a_destination_of_the_file_asks_as_one_of_a_chat_does(tmp_path: Path) -> None:
    """Every filter, the quiet hours in the file's time zone, and how cards look and arrive."""
    text = (
        '[bot]\ntimezone = "Europe/Berlin"\n'
        + FEED
        + DISCORD
        + """
        [[destinations]]
        platform = "discord"
        channel = "42"
        positions = ["qb", "CB", "QB"]
        kinds = ["trade"]
        importance = "major"
        quiet = "23-7"
        style = "compact"
        pings = { official = "7", rumour = "8" }
        thread = true
        publish = true
        """
    )
    [to] = loaded(tmp_path, text).destinations
    assert (to.positions, to.kinds) == (("QB", "CB"), (DealKind.TRADE,))
    assert to.least is Importance.MAJOR
    assert to.quiet == Quiet(start=23, end=7, zone=ZoneInfo("Europe/Berlin"))
    pings = ((Status.OFFICIAL, "7"), (Status.RUMOUR, "8"))
    assert to.manner == Manner(style=Style.COMPACT, pings=pings, thread=True, publish=True)
    assert (to.server, to.paused) == ("", False)


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ('platform = "discord"\nchannel = "general"', "channel's number"),
        ('platform = "discord"\nchannel = "\u0664\u0662"', "channel's number"),
        ('platform = "discord"\nchannel = 42', "channel must be text in quotes"),
        ('platform = "slack"\nchannel = " "', "channel's id"),
        ('platform = "slack"\nchannel = "#trades"', "not its name"),
        ('platform = "consle"', 'did you mean "console"?'),
        ('platform = "console"\nclubs = ["New York"]', "write Giants or Jets"),
        ('platform = "console"\nclubs = ["Vikngs"]', 'did you mean "Vikings"?'),
        ('platform = "console"\nclubs = ["?"]', "write a code or a name"),
        ('platform = "console"\nclubs = [3]', "not a whole number (entry 1)"),
        ('platform = "console"\nstatuses = ["oficial"]', 'did you mean "official"?'),
        ('platform = "console"\nstatuses = []', "statuses must be a list of length >= 1"),
        ('platform = "console"\npositions = ["RBS"]', 'knows no position "RBS": did you mean "RB"'),
        ('platform = "console"\npositions = ["wing"]', "write one of QB, RB, WR"),
        ('platform = "console"\nkinds = ["trades"]', 'did you mean "trade"?'),
        ('platform = "console"\nimportance = "mayor"', 'did you mean "major"?'),
        ('platform = "console"\nquiet = "23:00"', 'from and to, like "23-7"'),
        ('platform = "console"\nquiet = "7-7"', "two different full hours"),
        ('platform = "console"\nquiet = "23-24"', "two different full hours"),
        ('platform = "console"\nthread = true', "thread is not for the terminal: remove it"),
        ('platform = "console"\nstyle = "compact"', "style is not for the terminal"),
        ('platform = "slack"\nchannel = "C1"\npublish = true', "publish is for Discord alone"),
        ('platform = "slack"\nchannel = "C1"\npings = {official = "7"}', "pings is for Discord"),
        ('platform = "discord"\nchannel = "1"\nstyle = "compct"', 'did you mean "compact"?'),
        ('platform = "discord"\nchannel = "1"\npings = {officl = "7"}', 'did you mean "official"?'),
        ('platform = "discord"\nchannel = "1"\npings = {official = "@fans"}', "role's number"),
        ('platform = "discord"\nchannel = "1"\npings = "7"', "pings must be a table"),
        ('platform = "discord"\nchannel = "1"\npositons = []', 'did you mean "positions"?'),
        ('platform = "console"\n[[destinations]]\nplatform = "console"', "an earlier destination"),
    ],
)
def test_a_wrong_destination_is_one_sentence(tmp_path: Path, lines: str, said: str) -> None:
    """Channels, clubs and statuses are checked before anything is sent to them."""
    (problem,) = problems(tmp_path, FEED + DISCORD + SLACK + "[[destinations]]\n" + lines)
    assert said in problem


def test_a_destination_needs_its_platforms_table(tmp_path: Path) -> None:
    """A channel without a token would never hear anything."""
    text = FEED + '[[destinations]]\nplatform = "slack"\nchannel = "C1"\n'
    (problem,) = problems(tmp_path, text)
    assert problem.startswith('gridwire.toml:7: [[destinations]] #1 "C1": platform needs the table')

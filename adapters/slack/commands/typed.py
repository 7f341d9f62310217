"""What somebody typed behind a command: pure.

https://docs.slack.dev/interactivity/implementing-slash-commands: channels and groups arrive as `<#C1|name>` and
`<!subteam^S1|@name>`, and three characters as entities.
"""

import re

from bot import clubs
from bot.chat.choices import club_of
from bot.errors import UsageError
from bot.model import ClubCode

TYPED_MAX = 200
FIRST_SEASON, LAST_SEASON = 1999, 2100  # nflverse's first
HERE = "here"

_CHANNEL = re.compile(r"<#([CG][A-Z0-9]+)(?:\|[^>]*)?>")
_GROUP = re.compile(r"<!subteam\^(S[A-Z0-9]+)(?:\|[^>]*)?>")
_VERSUS = re.compile(r"\s+(?:vs?\.?|versus|and|with|against)\s+|\s*[,/&]\s*", re.IGNORECASE)
TOO_LONG = f"That is too long: use at most {TYPED_MAX} characters."
TWO = "Name two players, with “vs” between them: /nfl compare Dale Preston vs Lyle Ashdown"
NO_CHANNEL = "That is no channel: type # and pick it from Slack's list, or say “here”."
NO_GROUP = "That is no user group: type @ and pick it from Slack's list, or say “none”."


def words_of(typed: str) -> str:
    """The text as it was meant.

    Raises:
        UsageError: it is too long.
    """
    plain = typed.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    if len(plain) > TYPED_MAX:
        raise UsageError(TOO_LONG)
    return " ".join(plain.split())


def seasoned(words: str) -> tuple[str, int | None]:
    """What is asked for, and the season behind it."""
    head, _, last = words.rpartition(" ")
    known = last.isascii() and last.isdigit() and FIRST_SEASON <= int(last[:5]) <= LAST_SEASON
    if not known:
        return words, None
    return head.removesuffix(" in").strip(), int(last)


def of_player(words: str) -> tuple[str, int | None, bool]:
    """A name, a season, and whether every game is wanted, in any order behind the name."""
    name, games = _without(words, "games")
    name, season = seasoned(name)
    if not games:
        name, games = _without(name, "games")
    return name, season, games


def of_two(words: str) -> tuple[str, str, int | None]:
    """Two names and a season.

    Raises:
        UsageError: these are not two.
    """
    names, season = seasoned(words)
    parts = [part.strip() for part in _VERSUS.split(names) if part.strip()]
    if len(parts) != 2:  # noqa: PLR2004 - see the function's name
        raise UsageError(TWO)
    return parts[0], parts[1], season


def of_trades(words: str) -> tuple[ClubCode | None, str]:
    """A club, in front or at the end, and a part of a player's name; what names no club is all of a name."""
    parts = words.split()
    for kept in range(len(parts), 0, -1):
        for club, rest in ((parts[:kept], parts[kept:]), (parts[-kept:], parts[:-kept])):
            code = _club(" ".join(club))
            if code is not None:
                return code, " ".join(rest)
    return None, words


def channel_of(words: str, here: str) -> str | None:
    """The id of the channel that is named; None where none is.

    Raises:
        UsageError: something else is named.
    """
    if not words:
        return None
    if words.casefold() == HERE and here:
        return here
    found = _CHANNEL.fullmatch(words)
    if found is None:
        raise UsageError(NO_CHANNEL)
    return found[1]


def split_channel(words: str, here: str) -> tuple[str, str | None]:
    """What stands before a channel at the end, and that channel."""
    head, _, last = words.rpartition(" ")
    if last.casefold() == HERE or _CHANNEL.fullmatch(last):
        return head.strip(), channel_of(last, here)
    return words, None


def group_of(words: str) -> str | None:
    """The id of the user group that is named; None for "none".

    Raises:
        UsageError: something else is named.
    """
    if words.casefold() == "none":
        return None
    found = _GROUP.fullmatch(words)
    if found is None:
        raise UsageError(NO_GROUP)
    return found[1]


def _without(words: str, last: str) -> tuple[str, bool]:
    """The text without this word at its end, and whether it was there."""
    head, _, found = words.rpartition(" ")
    return (head, True) if head and found.casefold() == last else (words, False)


def _club(typed: str) -> ClubCode | None:
    """The club that this names, None for a name that no club has; one that several have is an error."""
    named = clubs.by_code(typed) is not None or typed.casefold() in clubs.names()
    return club_of(typed) if named else None

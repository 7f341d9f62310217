"""What every chat says of a channel's alerts. The first `{}` is the channel as the chat shows it, unless it says otherwise."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot import clubs
from bot.model import ClubCode, Destination

SERVER_WORDS = {"slack": "workspace"}  # of the other platforms: server

NEXT = (
    "See how a card looks there with /alerts test, and change something with /alerts edit; a second "
    "/alerts subscribe begins anew."
)
NOT_YET = "{} has no alerts yet: start with /alerts subscribe."
GETS = "{} gets:"
NOW_GETS = "{} now gets:"
REMOVED = "{} gets no more alerts; the cards there stay."
PAUSED = (
    "No new card starts in {}, until somebody says /alerts resume. Cards that are there stay true."
)
RESUMED = "New cards start again in {}, with the next trade."

EVERY_CLUB = (
    "{} gets the trades of every club already. For some clubs only, choose them with /alerts edit."
)
FOLLOWED = "{} follows {} already."  # the channel, the clubs
NONE_TO_PAUSE = (
    "No alerts were set up in this channel with /alerts subscribe, so there is nothing to pause: "
    "ask whoever runs this bot."
)
ASK_TO_PAUSE = (
    "Pause alerts in {}? No new card starts here until somebody resumes them, for everybody in the channel. "
    "Cards that are here stay true."
)
PAUSE_HERE, RESUME_HERE = "Pause alerts here", "Resume alerts here"
IS_PAUSED = "Alerts in {} are paused."

# Of a whole server, whose word is filled in.
NONE_YET = "No channel of this {} has alerts yet: start with /alerts subscribe."
NO_FAILURE = "Nothing failed: every card of this {}'s channels was delivered."
ELSEWHERE = "This channel's alerts belong to another {}."


def of_server(sentence: str, platform: str) -> str:
    """The sentence with the platform's word for a server."""
    return sentence.format(SERVER_WORDS.get(platform, "server"))


def listed(first: str, lines: Iterable[str]) -> str:
    """A sentence, and below it a line each."""
    return "\n".join([first, *(f"• {line}" for line in lines)])


def following(
    has: Destination | None, draft: Destination, wanted: Sequence[ClubCode], channel: str
) -> Destination | str:
    """What a channel asks for that follows these clubs as well; a sentence, where it does already.

    Args:
        has: what it asks for now.
        draft: what one gets that asks for nothing in particular.
        channel: as the chat shows it.
    """
    if has is not None and not has.clubs:
        return EVERY_CLUB.format(channel)
    before = has.clubs if has is not None else ()
    after = tuple(dict.fromkeys((*before, *wanted)))
    if has is not None and after == before:
        names = ", ".join(f"the {clubs.name(club)}" for club in wanted)
        return FOLLOWED.format(channel, names)
    return replace(has or draft, clubs=after)

"""The sentences that every chat says, in Slack's markup."""

import re
from datetime import UTC, datetime

from adapters.slack import text
from bot.chat.words import Markup, Words
from bot.model import Destination

SHOWN_MAX = 300
CODE_MAX = 80

_CHANNEL = re.compile(r"[CDG][A-Z0-9]+")
_GROUP = re.compile(r"S[A-Z0-9]+")


def moment(at: datetime) -> str:
    """A moment in the reader's own zone, with words for who cannot show it.

    https://docs.slack.dev/messaging/formatting-message-text#date-formatting
    """
    here = at.astimezone(UTC)
    words = f"{here:%a} {here.day} {here:%b %H:%M} UTC"
    return f"<!date^{int(at.timestamp())}^{{date_short_pretty}} at {{time}}|{words}>"


def group(number: str) -> str:
    """A user group by its name; it is called only in messages of the bot itself, never in answers."""
    return f"<!subteam^{number}>" if _GROUP.fullmatch(number) else text.mrkdwn(number, CODE_MAX)


def mention(to: Destination) -> str:
    """The channel as Slack shows it to whoever may see it."""
    return channel(to.channel)


def channel(number: str) -> str:
    """The same by its id."""
    return f"<#{number}>" if _CHANNEL.fullmatch(number) else text.mrkdwn(number, CODE_MAX)


words = Words(
    Markup(
        platform="Slack",
        thread="what changes is told in its thread",
        foreign=lambda told: text.mrkdwn(told, SHOWN_MAX),
        strong="*{}*".format,
        code=lambda told: f"`{text.mrkdwn(told, CODE_MAX)}`",
        role=group,
        ago=moment,
    )
)

"""The sentences that every chat says, in Discord's markup."""

from adapters.discord.text import clean, cut, neutralise
from bot.chat.words import Markup, Words
from bot.model import Destination

SHOWN_MAX = 300
CODE_MAX, QUOTE = 80, "'"

words = Words(
    Markup(
        platform="Discord",
        thread="a thread under each",
        foreign=lambda text: cut(neutralise(text), SHOWN_MAX),
        strong="**{}**".format,
        code=lambda text: f"`{cut(clean(text).replace('`', QUOTE), CODE_MAX)}`",
        role="<@&{}>".format,
        ago=lambda at: f"<t:{int(at.timestamp())}:R>",
    )
)


def mention(to: Destination) -> str:
    """The channel as Discord shows it to whoever may see it."""
    return f"<#{to.channel}>" if to.channel.isdigit() else neutralise(to.channel)

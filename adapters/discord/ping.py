"""Whom a new card calls: the one role that an administrator chose for its status, or nobody.

https://docs.discord.com/developers/resources/message#allowed-mentions-object: only what is named there pings,
whatever the text says. An edit never pings anybody; it leaves the words of the first ping as they are.
"""

import re

import discord

from bot.model import Card, Destination

_WORDS = re.compile(r"<@&\d+>")


def role(to: Destination, card: Card) -> int | None:
    """The role to mention; what is no number would become text that somebody else chose."""
    chosen = dict(to.manner.pings).get(card.status, "")
    return int(chosen) if chosen.isascii() and chosen.isdigit() else None


def words(role: int | None) -> str:
    """The mention, as it stands above the card."""
    return "" if role is None else f"<@&{role}>"


def allowed(role: int | None) -> discord.AllowedMentions:
    """That role and nobody else."""
    if role is None:
        return discord.AllowedMentions.none()
    only = [discord.Object(role)]
    return discord.AllowedMentions(everyone=False, users=False, roles=only, replied_user=False)


def is_words(text: str) -> bool:
    """Whether a message's text is nothing but a mention of ours."""
    return _WORDS.fullmatch(text) is not None

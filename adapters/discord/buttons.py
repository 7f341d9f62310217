"""The buttons of a card, answered for whoever presses them: nothing is kept in memory for it.

An answer is seen by the one who pressed alone, and so is a refusal.
"""

import logging
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, assert_never

import aiohttp
import discord

from adapters.discord import here
from adapters.discord.commands import answers, rights, troubles
from adapters.discord.commands.desk import Desk
from adapters.discord.commands.pages import Page, Place, Sheet
from adapters.discord.commands.rights import Right
from adapters.discord.marks import Press, Wish, read
from adapters.discord.render import story
from bot.errors import UsageError
from bot.model import Card
from bot.ports import Backend

log = logging.getLogger(__name__)

Interaction = discord.Interaction[Any]
Ask = tuple[str, Place]

UNKNOWN = "This trade is no longer known."
NOBODY = "No player changes clubs in this trade."
OUTDATED = "This button is of another version of the bot: use /nfl trade or /alerts edit instead."
MUTE_YOURS = (
    "Only managers of this server pause its alerts. To hear less of this channel yourself, right-click it "
    "(on a phone: hold it) and choose Mute Channel."
)

# Who may press what; checked again with every press.
RIGHTS: Mapping[Wish, Right] = {
    Wish.STORY: Right.EVERYONE,
    Wish.LINES: Right.EVERYONE,
    Wish.FOLLOW: Right.MANAGER,
    Wish.MUTE: Right.MANAGER,
    Wish.PAUSE: Right.MANAGER,
    Wish.RESUME: Right.MANAGER,
    Wish.OUTDATED: Right.EVERYONE,
}


async def pressed(interaction: Interaction, desk: Desk) -> None:
    """Answer a pressed button, if it is one of a card's."""
    data: Any = interaction.data or {}
    press = read(data.get("custom_id"), data.get("values"))
    if press is None:
        return
    try:
        await _answer(interaction, desk, press)
    except (discord.DiscordException, aiohttp.ClientError, OSError) as lost:
        log.warning("press not answered", extra={"problem": type(lost).__name__})
    except Exception as error:  # noqa: BLE001 - the sentence goes to the one who pressed, the rest to the log
        await troubles.tell(interaction, troubles.sentence(error))


async def _answer(interaction: Interaction, desk: Desk, press: Press) -> None:
    right, backend = RIGHTS[press.wish], desk.backend
    if not await rights.may(interaction, right, backend):
        own = press.wish is Wish.MUTE
        await troubles.tell(interaction, MUTE_YOURS if own else rights.refusal(right))
        return
    match press.wish:
        case Wish.STORY | Wish.LINES | Wish.FOLLOW:
            await desk.reply(interaction, _sheet(interaction, backend, press))
        case Wish.MUTE:
            await here.ask_to_pause(interaction, backend, press.trade)
        case Wish.PAUSE | Wish.RESUME:
            await here.pause(interaction, backend, paused=press.wish is Wish.PAUSE)
        case Wish.OUTDATED:
            await troubles.tell(interaction, OUTDATED)
        case _:
            assert_never(press.wish)


async def _sheet(interaction: Interaction, backend: Backend, press: Press) -> Sheet:
    card = await backend.trades.story(press.trade)
    if card is None:
        raise UsageError(UNKNOWN)
    match press.wish:
        case Wish.LINES:
            return await _lines(backend, card)
        case Wish.FOLLOW:
            return await here.follow(interaction, backend, card)
        case _:
            return [Page(embed=story(card))]


async def _lines(backend: Backend, card: Card) -> Sheet:
    """The season of the player, or of the first two beside each other; the rest is a press away."""
    if not card.players:
        raise UsageError(NOBODY)
    one, *more = card.players
    if not more:
        answer, further = await backend.questions.player(one, None), [_games(one)]
    else:
        answer = await backend.questions.compare(one, more[0], None)
        further = [_games(one), _games(more[0]), *map(_season, more[1:])]
    # A few lines are one page: there are at most two rows.
    return [replace(page, asks=page.asks or tuple(further)) for page in answers.sheet(answer)[:1]]


def _games(player: str) -> Ask:
    return f"{player}, game by game", Place(command="nfl player", args=(player, None, True))


def _season(player: str) -> Ask:
    return player, Place(command="nfl player", args=(player,))

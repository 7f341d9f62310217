"""Where answers are given: in time, to whom they are meant for, with their pages."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeVar

import discord

from adapters.discord.commands import pages, rights, troubles
from adapters.discord.commands.pages import Arg, Page, Place, Sheet
from adapters.discord.commands.rights import Right
from bot.ports import Backend

T = TypeVar("T")
Interaction = discord.Interaction[Any]
Maker = Callable[..., Awaitable[Sheet]]  # (interaction, *arguments of the command)

# Discord waits 3 s (https://docs.discord.com/developers/interactions/receiving-and-responding); a reader less.
DEFER_AFTER_S = 0.7

COLOUR = 0x2F6FDB
GONE = "These pages are no longer known: ask again with the command."


class Desk:
    """Answers commands and turns pages.

    Attributes:
        backend: all that may be asked.
        rights: every command's right; filled once the tree is complete.
    """

    def __init__(self, backend: Backend) -> None:
        self.backend = backend
        self.rights: Mapping[str, Right] = {}
        self._makers: dict[str, Maker] = {}

    def offer(self, command: str, maker: Maker) -> None:
        """From now on this answers that command, and turns its pages; it must change nothing."""
        self._makers[command] = maker

    async def answer(self, interaction: Interaction, command: str, *args: Arg) -> None:
        """Show the first page of what was asked for."""
        place = Place(command=command, args=args)
        await self.reply(interaction, self._makers[command](interaction, *args), place)

    async def reply(
        self, interaction: Interaction, work: Awaitable[Sheet], place: Place | None = None
    ) -> None:
        """Show what this work comes to; if it takes long, say first that it does."""
        place = place or Place(command="")
        private = self._is_private(place.command)
        sheet = await _patiently(
            work, lambda: interaction.response.defer(ephemeral=private, thinking=True)
        )
        await _show(interaction, sheet, place, private=private)

    async def turned(self, interaction: Interaction) -> None:
        """Answer a pressed button of a page, if it is one."""
        place = pages.read(interaction)
        if place is None:
            return
        try:
            await self._turn(interaction, place)
        except Exception as error:  # noqa: BLE001 - the sentence goes to the one who pressed, the rest to the log
            await troubles.tell(interaction, troubles.sentence(error))

    async def _turn(self, interaction: Interaction, place: Place) -> None:
        """The one who asked turns the page itself; anybody else, and a further question, gets a message."""
        right = rights.right_of(place.command, self.rights)
        if not await rights.may(interaction, right, self.backend):
            await troubles.tell(interaction, rights.refusal(right))
            return
        maker = self._makers.get(place.command)
        if maker is None:
            await troubles.tell(interaction, GONE)
            return
        own = _is_replaced(interaction, place)
        sheet = await _patiently(
            maker(interaction, *place.args),
            lambda: interaction.response.defer(ephemeral=not own, thinking=not own),
        )
        if own and not sheet[0].private:
            await _replace(interaction, sheet, pages.at(place, len(sheet)))
        else:
            await _show(interaction, sheet, pages.at(place, len(sheet)), private=True)

    def _is_private(self, command: str) -> bool:
        return rights.right_of(command, self.rights) is not Right.EVERYONE


async def _patiently(work: Awaitable[T], defer: Callable[[], Awaitable[Any]]) -> T:
    """The result; when it does not come soon, Discord is told to wait."""
    task = asyncio.ensure_future(work)
    try:
        done, _ = await asyncio.wait({task}, timeout=DEFER_AFTER_S)
        if not done:
            await defer()
        return await task
    finally:
        task.cancel()


async def _show(interaction: Interaction, sheet: Sheet, place: Place, *, private: bool) -> None:
    """A new message, or the text of the one that was promised."""
    page, view = sheet[place.page], pages.view(sheet, place)
    if interaction.response.is_done():
        await interaction.edit_original_response(embed=page.embed, view=view)
    else:
        hidden = private or page.private
        await interaction.response.send_message(embed=page.embed, view=view, ephemeral=hidden)


async def _replace(interaction: Interaction, sheet: Sheet, place: Place) -> None:
    """Another page in the message whose button was pressed."""
    page, view = sheet[place.page], pages.view(sheet, place)
    if interaction.response.is_done():
        await interaction.edit_original_response(embed=page.embed, view=view)
    else:
        await interaction.response.edit_message(embed=page.embed, view=view)


def _is_replaced(interaction: Interaction, place: Place) -> bool:
    """Whether the message with the button may show something else from now on."""
    message = interaction.message
    if message is None or message.flags.ephemeral:
        return message is not None
    asked = message.interaction_metadata
    own = asked is not None and asked.user.id == interaction.user.id
    return own and not place.further


def note(text: str, title: str | None = None) -> list[Page]:
    """A short answer of one page."""
    return [Page(embed=discord.Embed(title=title, description=text, colour=COLOUR))]

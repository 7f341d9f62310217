"""Where answers are given: to whom they are meant for, with their pages."""

from collections.abc import Awaitable, Callable

from adapters.slack import blocks
from adapters.slack.commands import pages, reply, rights, troubles
from adapters.slack.commands.asker import Asker
from adapters.slack.commands.pages import Arg, Place, Sheet
from adapters.slack.commands.registry import Kind, Offer, Registry
from adapters.slack.commands.rights import Right
from adapters.slack.commands.typed import words_of
from bot.ports import Backend

Maker = Callable[..., Awaitable[Sheet]]  # (asker, *arguments of the command)

GONE = "These pages are no longer known: ask again with the command."


class Desk:
    """Answers questions, turns pages, shares them.

    Attributes:
        backend: all that may be asked.
        registry: every offer with its right.
    """

    def __init__(self, backend: Backend) -> None:
        self.backend = backend
        self.registry = Registry()
        self._makers: dict[str, Maker] = {}
        for action, act in (
            (f"{pages.TURN}:back", self._turn), (f"{pages.TURN}:on", self._turn),
            *((f"{pages.ASK}:{number}", self._turn) for number in range(pages.ASKS_MAX)),
            (pages.SHARE, self._share),
        ):  # fmt: skip
            # What a page shows is checked by the right of its command.
            offer = Offer(kind=Kind.ACTION, name=action, right=Right.EVERYONE, act=act)
            self.registry.add(offer)

    def makes(self, command: str, maker: Maker) -> None:
        """From now on this answers that command, and turns its pages; it must change nothing."""
        self._makers[command] = maker

    async def attend(self, offer: Offer, asker: Asker, typed: str) -> None:
        """Do what is asked if the one who asks may; whatever goes wrong is told in a sentence."""
        try:
            if await self._allowed(asker, offer.right, offer.refusal):
                await offer.act(asker, words_of(typed))
        except Exception as error:  # noqa: BLE001 - the sentence goes to the one who asked, the rest to the log
            await tell(asker, troubles.sentence(error))

    async def _allowed(self, asker: Asker, right: Right, refusal: str = "") -> bool:
        """Whether the one who asks may; if not, that was said."""
        if await rights.may(asker, right, self.backend.alerts):
            return True
        await tell(asker, refusal or rights.REFUSALS[right])
        return False

    async def answer(self, asker: Asker, command: str, *args: Arg) -> None:
        """Show the first page of what was asked for."""
        place = Place(command=command, args=args)
        await self.show(asker, await self._makers[command](asker, *args), place)

    async def show(
        self, asker: Asker, sheet: Sheet, place: Place | None = None, *, replace: bool = False
    ) -> None:
        """Show a page to the one who asked alone."""
        place = pages.within(place or Place(command=""), len(sheet))
        share = self.registry.right_of(place.command) is Right.EVERYONE
        rows = pages.buttons(sheet, place, share=share)
        page = sheet[place.page]
        await reply.say(asker, page.text, [*page.blocks, *rows], replace=replace)

    async def _turn(self, asker: Asker, _: str) -> None:
        """A page of one's own gives way to the next; beside one in the channel a private one appears."""
        found = await self._found(asker)
        if found is not None:
            sheet, place = found
            await self.show(asker, sheet, place, replace=asker.is_private)

    async def _share(self, asker: Asker, _: str) -> None:
        """The same page for the whole channel, with the name of who shared it."""
        found = await self._found(asker)
        if found is None:
            return
        sheet, place = found
        place = pages.within(place, len(sheet))
        page = sheet[place.page]
        if page.private or self.registry.right_of(place.command) is not Right.EVERYONE:
            await tell(asker, GONE)
            return
        by = blocks.section([f"_Shared by <@{asker.user}>_"])
        rows = pages.buttons(sheet, place, share=False)
        await reply.say(asker, page.text, [*page.blocks, by, *rows], in_channel=True)

    async def _found(self, asker: Asker) -> tuple[Sheet, Place] | None:
        """What the pressed button asks for, if the one who pressed may see it; else that was said."""
        place = pages.read(asker.value)
        maker = self._makers.get(place.command) if place is not None else None
        if place is None or maker is None:
            await tell(asker, GONE)
            return None
        if not await self._allowed(asker, self.registry.right_of(place.command)):
            return None
        return await maker(asker, *place.args), place


async def tell(asker: Asker, sentence: str) -> None:
    """Say an inert sentence to the one who asked alone."""
    await reply.say(asker, sentence, [blocks.section([sentence])])

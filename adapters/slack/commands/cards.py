"""The buttons of a card, and the shortcut on its menu, answered for whoever presses them."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from adapters.slack import blocks, buttons
from adapters.slack.buttons import Wish
from adapters.slack.commands import answers, places, wording
from adapters.slack.commands.alerts import PAUSE, RESUME
from adapters.slack.commands.asker import Asker
from adapters.slack.commands.desk import Desk
from adapters.slack.commands.nfl import UNKNOWN_TRADE
from adapters.slack.commands.pages import Place, note
from adapters.slack.commands.registry import Act, Kind, Offer
from adapters.slack.commands.rights import Right
from bot.chat import sentences
from bot.errors import UsageError
from bot.model import Card, Destination, TradeId

SHORTCUT = "explain_card"
NO_CARD = "That message is no card of Gridwire: use the shortcut on a card."
NOBODY = "No player changes clubs in this trade."
MUTE_YOURS = (
    "Only managers of this workspace's alerts pause them. To hear less of this channel yourself, press its name "
    "on top and choose Mute channel."
)

# Who may press what; checked again with every press.
RIGHTS = {
    Wish.STORY: Right.EVERYONE,
    Wish.LINES: Right.EVERYONE,
    Wish.FOLLOW: Right.MANAGER,
    Wish.MUTE: Right.MANAGER,
}


class Cards:
    """The four buttons and the shortcut."""

    def __init__(self, desk: Desk) -> None:
        self._desk, self._alerts = desk, desk.backend.alerts
        acts: dict[Wish, Act] = {
            Wish.STORY: self._story, Wish.LINES: self._lines, Wish.FOLLOW: self._follow,
            Wish.MUTE: self._mute,
        }  # fmt: skip
        for wish, act in acts.items():
            refusal = MUTE_YOURS if wish is Wish.MUTE else ""
            offer = Offer(
                kind=Kind.ACTION, name=f"card:{wish}", right=RIGHTS[wish], act=act, refusal=refusal
            )
            desk.registry.add(offer)
        desk.registry.add(
            Offer(kind=Kind.SHORTCUT, name=SHORTCUT, right=Right.MANAGER, act=self._explain)
        )

    async def _story(self, asker: Asker, _: str) -> None:
        await self._desk.answer(asker, "nfl trade", asker.value)

    async def _lines(self, asker: Asker, _: str) -> None:
        """The season of the player, or of the first two beside each other; the rest is a press away."""
        card = await self._card(asker)
        if not card.players:
            raise UsageError(NOBODY)
        one, *more = card.players
        questions = self._desk.backend.questions
        answer = await (
            questions.compare(one, more[0], None) if more else questions.player(one, None)
        )
        command, args = ("nfl compare", (one, more[0])) if more else ("nfl player", (one,))
        further = tuple(_further(card.players))
        sheet = [replace(page, asks=page.asks or further) for page in answers.sheet(answer)[:1]]
        await self._desk.show(asker, sheet, Place(command=command, args=args))

    async def _follow(self, asker: Asker, _: str) -> None:
        """Add the card's clubs to what this channel asked for, and say what it gets now."""
        card, has = await self._card(asker), await self._here(asker)
        draft = self._alerts.draft(asker.team, asker.channel)
        where = wording.mention(has or draft)
        match sentences.following(has, draft, card.clubs, where):
            case str(told):
                await self._desk.show(asker, note(told))
            case to:
                await places.seen(asker, to.channel)
                await self._alerts.subscribe(to, asker.user)
                lines = [*wording.words.described(to), *await places.lacks(asker, to)]
                told = sentences.listed(sentences.NOW_GETS.format(where), lines)
                await self._desk.show(asker, note(told))

    async def _mute(self, asker: Asker, _: str) -> None:
        """Offer to pause this channel's alerts, or to go on with them."""
        to = await self._here(asker)
        if to is None:
            raise UsageError(sentences.NONE_TO_PAUSE)
        text, label, action = (
            (sentences.IS_PAUSED, sentences.RESUME_HERE, RESUME)
            if to.paused
            else (sentences.ASK_TO_PAUSE, sentences.PAUSE_HERE, PAUSE)
        )
        row = blocks.actions([blocks.button(label, action, to.channel)])
        await self._desk.show(asker, note(text.format(wording.mention(to)), row))

    async def _explain(self, asker: Asker, _: str) -> None:
        """Why the trade of this card was posted here."""
        trade = next(_trades_in(asker.payload.get("message")), None)
        if trade is None:
            raise UsageError(NO_CARD)
        await self._desk.answer(asker, "alerts explain", trade, asker.channel)

    async def _card(self, asker: Asker) -> Card:
        card = await self._desk.backend.trades.story(TradeId(asker.value))
        if card is None:
            raise UsageError(UNKNOWN_TRADE)
        return card

    async def _here(self, asker: Asker) -> Destination | None:
        """What this channel asked for."""
        has = {to.channel: to for to in await self._alerts.subscriptions(asker.team)}
        return has.get(asker.channel)


def _further(players: tuple[str, ...]) -> Iterator[tuple[str, Place]]:
    for player in players[:2]:
        place = Place(command="nfl player", args=(player, None, True))
        yield f"{player}, game by game", place
    for player in players[2:]:
        yield player, Place(command="nfl player", args=(player,))


def _trades_in(message: Any) -> Iterator[TradeId]:
    """The trades whose buttons stand in a message; anything misshapen is none of ours."""
    rows = message.get("blocks") if isinstance(message, dict) else None
    for row in rows if isinstance(rows, list) else []:
        elements = row.get("elements") if isinstance(row, dict) else None
        for element in elements if isinstance(elements, list) else []:
            press = buttons.read(element) if isinstance(element, dict) else None
            if press is not None:
                yield press[1]

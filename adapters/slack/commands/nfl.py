"""`/nfl`: trades and statistics, for everybody."""

from collections.abc import Sequence

from adapters.slack import blocks, buttons, render, text
from adapters.slack.blocks import Block
from adapters.slack.commands import answers, choose, typed
from adapters.slack.commands.asker import Asker
from adapters.slack.commands.choose import chosen
from adapters.slack.commands.desk import Desk
from adapters.slack.commands.pages import ASK, Page, Place, Sheet, note
from adapters.slack.commands.registry import Act, Kind, Offer
from adapters.slack.commands.rights import Right
from bot.chat.choices import club_of
from bot.errors import UsageError
from bot.model import Card, TradeId
from bot.ports import Backend

TRADES_MAX = 100
TRADES_A_PAGE = 5
FOUND_MAX = 10
LINE_MAX = 300

NO_TRADES_YET = "No trade is known yet: this bot knows those that were told since it was set up."
NO_TRADES = "No trade fits. Try without a club or a player."
UNKNOWN_TRADE = (
    "No trade is known by these words: try a player or a club, or /nfl trade alone for a list."
)
NO_QUESTION = "Ask something, such as: /nfl ask most rushing yards by a Bears player in 2023"
WHICH_ONE = "Which trade is meant?"


class Nfl:
    """The commands, and what makes their pages."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        makers = Makers(desk.backend)
        offered: list[tuple[str, str, str, Act]] = [
            ("trades", "[club] [player]", "The latest trades", self._trades),
            ("trade", "[player or club]", "One trade, with its reasons and sources", self._trade),
            ("player", "[name] [season] [games]", "A player's season", self._player),
            ("compare", "[name] vs [name] [season]", "Two players beside each other", self._compare),
            ("leaders", "[statistic] [season]", "Who has the most of a statistic", self._leaders),
            ("team", "[club] [season]", "A club's season", self._team),
            ("ask", "[question]", "A question in plain words", self._ask),
        ]  # fmt: skip
        for name, usage, summary, act in offered:
            desk.makes(f"nfl {name}", getattr(makers, name))
            desk.registry.add(_command(name, usage, summary, act))
        desk.registry.add(
            _choice(choose.TRADE, self._picked_trade), _choice(choose.PLAYER, self._picked_player),
            _choice(choose.PLAYERS, self._picked_two), _choice(choose.CLUB, self._picked_club),
            _choice(choose.STATISTIC, self._picked_statistic),
        )  # fmt: skip

    async def _trades(self, asker: Asker, words: str) -> None:
        club, player = typed.of_trades(words)
        await self._desk.answer(asker, "nfl trades", club, player or None)

    async def _trade(self, asker: Asker, words: str) -> None:
        if not words:
            await self._ask_for(asker, choose.TRADE, "Choose a trade")
            return
        found = await self._desk.backend.trades.named(words, FOUND_MAX)
        exact = [trade for trade, _ in found if trade == words] or [trade for trade, _ in found]
        if len(exact) > 1:
            asks = tuple((line, Place(command="nfl trade", args=(trade,))) for trade, line in found)
            page = note(WHICH_ONE)[0]
            await self._desk.show(
                asker, [Page(text=page.text, blocks=page.blocks, asks=asks, private=True)]
            )
            return
        await self._desk.answer(asker, "nfl trade", exact[0] if exact else words)

    async def _player(self, asker: Asker, words: str) -> None:
        if not words:
            await self._ask_for(asker, choose.PLAYER, "Choose a player")
            return
        name, season, games = typed.of_player(words)
        await self._desk.answer(asker, "nfl player", name, season, games or None)

    async def _compare(self, asker: Asker, words: str) -> None:
        if not words:
            await self._ask_for(asker, choose.PLAYERS, "Choose two players", most=2)
            return
        await self._desk.answer(asker, "nfl compare", *typed.of_two(words))

    async def _leaders(self, asker: Asker, words: str) -> None:
        if not words:
            await self._ask_for(asker, choose.STATISTIC, "Choose a statistic")
            return
        await self._desk.answer(asker, "nfl leaders", *typed.seasoned(words))

    async def _team(self, asker: Asker, words: str) -> None:
        if not words:
            await self._ask_for(asker, choose.CLUB, "Choose a club")
            return
        club, season = typed.seasoned(words)
        await self._desk.answer(asker, "nfl team", club_of(club), season)

    async def _ask(self, asker: Asker, words: str) -> None:
        if not words:
            raise UsageError(NO_QUESTION)
        await self._desk.answer(asker, "nfl ask", words)

    async def _ask_for(self, asker: Asker, action: str, prompt: str, *, most: int = 1) -> None:
        """Offer a select instead of an error."""
        await self._desk.show(asker, note(f"{prompt}:", choose.select(action, prompt, most=most)))

    async def _picked_trade(self, asker: Asker, _: str) -> None:
        await self._picked(asker, "nfl trade", chosen(asker)[:1])

    async def _picked_player(self, asker: Asker, _: str) -> None:
        await self._picked(asker, "nfl player", chosen(asker)[:1])

    async def _picked_two(self, asker: Asker, _: str) -> None:
        names = chosen(asker)
        if len(names) == 2:  # noqa: PLR2004 - after the first one the other is still to come
            await self._picked(asker, "nfl compare", names)

    async def _picked_club(self, asker: Asker, _: str) -> None:
        await self._picked(asker, "nfl team", chosen(asker)[:1])

    async def _picked_statistic(self, asker: Asker, _: str) -> None:
        await self._picked(asker, "nfl leaders", chosen(asker)[:1])

    async def _picked(self, asker: Asker, command: str, values: Sequence[str]) -> None:
        if values:
            await self._desk.answer(asker, command, *values)


class Makers:
    """What each command comes to."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend

    async def trades(self, _: Asker, club: str | None = None, player: str | None = None) -> Sheet:
        """The latest trades, a few a page, each with a button to the whole of it."""
        code = None if club is None else club_of(club)
        cards = await self._backend.trades.latest(code, player or "", TRADES_MAX)
        starts = range(0, len(cards), TRADES_A_PAGE)
        none = NO_TRADES if club or player else NO_TRADES_YET
        return [listed(cards[start : start + TRADES_A_PAGE]) for start in starts] or note(none)

    async def trade(self, asker: Asker, trade: str) -> Sheet:
        """One trade as its card tells it; where it was typed, with the card's other buttons."""
        card = await self._backend.trades.story(TradeId(trade))
        if card is None:
            return note(UNKNOWN_TRADE)
        told = render.story(card)
        row = [buttons.beside_story(card)] if asker.is_typed else []
        return [Page(text=told.text, blocks=(*told.blocks, *row))]

    async def player(
        self, _: Asker, name: str, season: int | None = None, games: object = None
    ) -> Sheet:
        """A player's line, or his games."""
        asked = self._backend.questions.player(name, season, games=games is True)
        return answers.sheet(await asked)

    async def compare(self, _: Asker, one: str, other: str, season: int | None = None) -> Sheet:
        """Two players."""
        return answers.sheet(await self._backend.questions.compare(one, other, season))

    async def leaders(self, _: Asker, statistic: str, season: int | None = None) -> Sheet:
        """Who has the most."""
        return answers.sheet(await self._backend.questions.leaders(statistic, season))

    async def team(self, _: Asker, club: str, season: int | None = None) -> Sheet:
        """A club's season."""
        return answers.sheet(await self._backend.questions.team(club_of(club), season))

    async def ask(self, _: Asker, question: str) -> Sheet:
        """A question in plain words."""
        return answers.sheet(await self._backend.questions.ask(question))


def listed(cards: Sequence[Card]) -> Page:
    """A page of trades, a line each with a button to its story."""
    title = "The latest trades"
    rows = [trade_line(card, f"{ASK}:{number}") for number, card in enumerate(cards)]
    return Page(text=title, blocks=(blocks.header(title), *rows))


def trade_line(card: Card, action: str) -> Block:
    """One trade, with a button that tells it."""
    day = f"{card.day:%a} {card.day.day} {card.day:%b %Y}"
    line = f"{card.status.upper()} · {text.mrkdwn(card.headline, LINE_MAX)}"
    place = Place(command="nfl trade", args=(card.trade,))
    return blocks.section([f"*{day}*", line], blocks.button("Story", action, str(place)))


def _command(name: str, usage: str, summary: str, act: Act) -> Offer:
    return Offer(
        kind=Kind.COMMAND,
        name=f"nfl {name}",
        right=Right.EVERYONE,
        act=act,
        usage=usage,
        summary=summary,
    )


def _choice(action: str, act: Act) -> Offer:
    return Offer(kind=Kind.ACTION, name=action, right=Right.EVERYONE, act=act)

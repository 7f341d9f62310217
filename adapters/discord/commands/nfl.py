"""`/nfl`: trades and statistics, for everybody, everywhere."""

from typing import Any

import discord
from discord import app_commands
from discord.app_commands import Choice, Range

from adapters.discord.commands import answers, complete, rights
from adapters.discord.commands.complete import Choices
from adapters.discord.commands.desk import Desk, note
from adapters.discord.commands.pages import Page, Place, Sheet
from adapters.discord.commands.rights import Right, declared
from adapters.discord.render import story, title
from adapters.discord.row import asked_row
from bot.chat.choices import club_of
from bot.model import Card, TradeId
from bot.ports import Backend

TRADES_MAX = 100
TRADES_A_PAGE = 5
FIRST_SEASON, LAST_SEASON = 1999, 2100  # nflverse's first

NO_TRADES_YET = "No trade is known yet: this bot knows those that were told since it was set up."
NO_TRADES = "No trade fits. Try without a club or a player."
UNKNOWN_TRADE = "This trade is not known: pick one that Discord offers in its list."

Interaction = discord.Interaction[Any]
_EVERYONE = declared(Right.EVERYONE)
_EVERYWHERE = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True)
_INSTALLS = app_commands.AppInstallationType(guild=True, user=True)

Name = Range[str, 1, 60]
Season = Range[int, FIRST_SEASON, LAST_SEASON]
_SEASON = "the season by its first year; left out: the latest"


class Nfl(app_commands.Group):
    """The group of commands, and what makes their pages."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(
            name="nfl",
            description="NFL trades and statistics",
            allowed_contexts=_EVERYWHERE,
            allowed_installs=_INSTALLS,
        )
        self._desk, self._backend = desk, desk.backend
        self._complete = complete.Complete(desk.backend)
        makers = Makers(desk.backend)
        for name in ("trades", "trade", "player", "compare", "leaders", "team", "ask"):
            desk.offer(f"nfl {name}", getattr(makers, name))

    @app_commands.command(description="The latest trades", extras=_EVERYONE)
    @app_commands.describe(
        club="only of this club", player="only of players with this in their name"
    )
    @app_commands.autocomplete(club=complete.club)
    async def trades(
        self, interaction: Interaction, club: Name | None = None, player: Name | None = None
    ) -> None:
        """The latest trades."""
        await self._desk.answer(interaction, "nfl trades", club, player)

    @app_commands.command(description="One trade, with its reasons and sources", extras=_EVERYONE)
    @app_commands.describe(trade="type a player or a club, and pick the trade")
    async def trade(self, interaction: Interaction, trade: Range[str, 1, 100]) -> None:
        """One trade."""
        await self._desk.answer(interaction, "nfl trade", trade)

    @app_commands.command(description="A player's season", extras=_EVERYONE)
    @app_commands.describe(name="the player", season=_SEASON, games="game by game")
    async def player(
        self,
        interaction: Interaction,
        name: Name,
        season: Season | None = None,
        games: bool = False,  # noqa: FBT001, FBT002 - an option
    ) -> None:
        """A player's season."""
        await self._desk.answer(interaction, "nfl player", name, season, games)

    @app_commands.command(description="Two players beside each other", extras=_EVERYONE)
    @app_commands.describe(one="the one player", other="the other player", season=_SEASON)
    async def compare(
        self, interaction: Interaction, one: Name, other: Name, season: Season | None = None
    ) -> None:
        """Two players."""
        await self._desk.answer(interaction, "nfl compare", one, other, season)

    @app_commands.command(description="Who has the most of a statistic", extras=_EVERYONE)
    @app_commands.describe(statistic="which statistic", season=_SEASON)
    async def leaders(
        self, interaction: Interaction, statistic: Name, season: Season | None = None
    ) -> None:
        """Leaders."""
        await self._desk.answer(interaction, "nfl leaders", statistic, season)

    @app_commands.command(description="A club's season", extras=_EVERYONE)
    @app_commands.describe(club="which club", season=_SEASON)
    @app_commands.autocomplete(club=complete.club)
    async def team(
        self, interaction: Interaction, club: Name, season: Season | None = None
    ) -> None:
        """A club's season."""
        await self._desk.answer(interaction, "nfl team", club, season)

    @app_commands.command(description="A question in plain words", extras=_EVERYONE)
    @app_commands.describe(question="such as: most rushing yards by a Bears player in 2023")
    async def ask(self, interaction: Interaction, question: Range[str, 1, 200]) -> None:
        """A question."""
        await self._desk.answer(interaction, "nfl ask", question)

    @trade.autocomplete("trade")
    async def _trades(self, interaction: Interaction, typed: str) -> Choices:
        return await self._complete.trades(interaction, typed)

    @player.autocomplete("name")
    @compare.autocomplete("one")
    @compare.autocomplete("other")
    async def _players(self, interaction: Interaction, typed: str) -> list[Choice[str]]:
        return await self._complete.players(interaction, typed)

    @leaders.autocomplete("statistic")
    async def _statistics(self, interaction: Interaction, typed: str) -> Choices:
        return await self._complete.statistics(interaction, typed)


class Makers:
    """What each command comes to."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend

    async def trades(
        self, _: Interaction, club: str | None = None, player: str | None = None
    ) -> Sheet:
        """The latest trades, a few a page, each with a button to the whole of it."""
        code = None if club is None else club_of(club)
        cards = await self._backend.trades.latest(code, player or "", TRADES_MAX)
        starts = range(0, len(cards), TRADES_A_PAGE)
        none = NO_TRADES if club or player else NO_TRADES_YET
        return [_trades(cards[start : start + TRADES_A_PAGE]) for start in starts] or _no(none)

    async def trade(self, interaction: Interaction, trade: str) -> Sheet:
        """One trade as its card tells it, with the card's buttons."""
        card = await self._backend.trades.story(TradeId(trade)) or await self._only(trade)
        if card is None:
            return _no(UNKNOWN_TRADE)
        buttons = asked_row(card, managed=rights.is_managed(interaction))
        return [Page(embed=story(card), buttons=tuple(buttons))]

    async def _only(self, typed: str) -> Card | None:
        """The one trade that has what was typed in its headline: who presses Enter soon picks nothing."""
        found = await self._backend.trades.named(typed, 2)
        return await self._backend.trades.story(found[0][0]) if len(found) == 1 else None

    async def player(
        self, _: Interaction, name: str, season: int | None = None, *games: bool
    ) -> Sheet:
        """A player's line, or his games."""
        return answers.sheet(await self._backend.questions.player(name, season, games=any(games)))

    async def compare(
        self, _: Interaction, one: str, other: str, season: int | None = None
    ) -> Sheet:
        """Two players."""
        return answers.sheet(await self._backend.questions.compare(one, other, season))

    async def leaders(self, _: Interaction, statistic: str, season: int | None = None) -> Sheet:
        """Who has the most."""
        return answers.sheet(await self._backend.questions.leaders(statistic, season))

    async def team(self, _: Interaction, club: str, season: int | None = None) -> Sheet:
        """A club's season."""
        return answers.sheet(await self._backend.questions.team(club_of(club), season))

    async def ask(self, _: Interaction, question: str) -> Sheet:
        """A question in plain words."""
        return answers.sheet(await self._backend.questions.ask(question))


def _trades(cards: list[Card] | Any) -> Page:
    embed = discord.Embed(title="The latest trades", colour=cards[0].colour)
    for card in cards:
        day = f"{card.day:%a} {card.day.day} {card.day:%b %Y}"
        embed.add_field(name=day, value=title(card), inline=False)
    asks = tuple((card.headline, Place(command="nfl trade", args=(card.trade,))) for card in cards)
    return Page(embed=embed, asks=asks)


def _no(text: str) -> list[Page]:
    return [Page(embed=page.embed, private=True) for page in note(text)]

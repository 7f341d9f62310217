"""The buttons under a card. None has a state: what each means stands in its id."""

import discord

from adapters.discord.marks import CUSTOM_ID_MAX, Wish, asking, custom_id
from adapters.discord.text import clean, cut, units
from bot.model import Card, DeliveryKey

PICK = "The full story of …"
OPTIONS_MAX, OPTION_MAX = 25, 100
STORY, LINE, COMPARE, FOLLOW, FOLLOW_ALL, MUTE = (
    *("Full story", "His season", "Compare players"),
    *("Follow this club", "Follow these clubs", "Mute"),
)


def button_row(card: Card, key: DeliveryKey) -> discord.ui.View:
    """The story's button, which is also the card's mark, and those that fit this trade."""
    view = discord.ui.View(timeout=None)
    view.add_item(_menu(card, key) if card.items else button(STORY, custom_id(key), emoji="📖"))
    if card.players:
        label = LINE if len(card.players) == 1 else COMPARE
        _add(view, label, "📊", asking(Wish.LINES, card.trade))
    if card.clubs:
        label = FOLLOW if len(card.clubs) == 1 else FOLLOW_ALL
        _add(view, label, "🔔", asking(Wish.FOLLOW, card.trade))
    _add(view, MUTE, "🔕", asking(Wish.MUTE, card.trade))
    return view


def button(label: str, mark: str, emoji: str | None = None) -> "discord.ui.Button[discord.ui.View]":
    """A grey button."""
    return discord.ui.Button(label=label, custom_id=mark, emoji=emoji)


def _menu(card: Card, key: DeliveryKey) -> "discord.ui.Select[discord.ui.View]":
    """The stories of a digest's trades; the menu is the digest's mark."""
    stories = {item.trade: item.headline for item in card.items}
    options = [
        discord.SelectOption(label=cut(clean(headline), OPTION_MAX) or "?", value=trade)
        for trade, headline in stories.items()
        if units(trade) <= OPTION_MAX
    ]
    return discord.ui.Select(
        custom_id=custom_id(key), placeholder=PICK, options=options[:OPTIONS_MAX]
    )


def _add(view: discord.ui.View, label: str, emoji: str, mark: str) -> None:
    if len(mark) <= CUSTOM_ID_MAX:
        view.add_item(button(label, mark, emoji))

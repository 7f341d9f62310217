"""The buttons under a card. None has a state: what each means stands in its id."""

from collections.abc import Iterator

import discord

from adapters.discord.marks import CUSTOM_ID_MAX, Wish, asking, custom_id
from adapters.discord.text import clean, cut, units
from bot.model import Card, DeliveryKey

Button = discord.ui.Button[discord.ui.View]

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
    for each in [*_for_readers(card), *_for_managers(card)]:
        view.add_item(each)
    return view


def asked_row(card: Card, *, managed: bool) -> list[Button]:
    """The same buttons under a card that was asked for.

    Args:
        managed: it stands where alerts can be managed.
    """
    told = _fitting(STORY, "📖", asking(Wish.STORY, card.trade))
    return [*told, *_for_readers(card), *(_for_managers(card) if managed else ())]


def button(label: str, mark: str, emoji: str | None = None) -> Button:
    """A grey button."""
    return discord.ui.Button(label=label, custom_id=mark, emoji=emoji)


def _for_readers(card: Card) -> Iterator[Button]:
    if card.players:
        label = LINE if len(card.players) == 1 else COMPARE
        yield from _fitting(label, "📊", asking(Wish.LINES, card.trade))


def _for_managers(card: Card) -> Iterator[Button]:
    if card.clubs:
        label = FOLLOW if len(card.clubs) == 1 else FOLLOW_ALL
        yield from _fitting(label, "🔔", asking(Wish.FOLLOW, card.trade))
    yield from _fitting(MUTE, "🔕", asking(Wish.MUTE, card.trade))


def _menu(card: Card, key: DeliveryKey) -> discord.ui.Select[discord.ui.View]:
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


def _fitting(label: str, emoji: str, mark: str) -> Iterator[Button]:
    """The button, unless Discord would refuse what it carries."""
    if len(mark) <= CUSTOM_ID_MAX:
        yield button(label, mark, emoji)

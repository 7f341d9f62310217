"""From a trade to its card: every text that a reader sees, before any platform's markup.

The same trade gives the same card in every process, and nothing is claimed that the gate did not allow.
"""

from bot.cards.card import build
from bot.cards.digest import digest
from bot.cards.news import news
from bot.cards.text import plain, printable
from bot.cards.words import asset_text

__all__ = ["asset_text", "build", "digest", "news", "plain", "printable"]

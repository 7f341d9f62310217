"""What holds for every card on Discord; the cards are those of any trade.

The oracle reads as Discord does (https://docs.discord.com/developers/reference#message-formatting), and knows
the few marks that are ours: a list's dash, bold, struck through, a moment.
"""

import re
import unicodedata
from collections.abc import Iterator

import discord

from adapters.discord import render
from adapters.discord.row import button_row
from bot.model import Card, Style
from tests.builders import a_key
from tests.servers import discord_rules

_ESCAPE = re.compile(r"\\([^0-9A-Za-z\s])")
_MOMENT = re.compile(r"<t:-?\d+:f>")
_ALIVE = re.compile(
    r"[*_~`|]|^\s*(?:#|>|-#|[-+]\s|\d+\.\s)|https?://|discord(?:\.gg|(?:app)?\.com/invite)/|@(?:everyone|here)"
    r"|<(?:@|#|:|/|a:|t:|id:)|\[[^\]]*\]\(",
    re.IGNORECASE,
)
_UNSEEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
# What ours looks like once escapes are gone: whole pairs, around text that has none of their signs.
_OURS = re.compile(r"\*\*([^*~]*)\*\*|~~([^*~]*)~~")


def problems(card: Card) -> list[str]:
    """Everything that is wrong with this card, in each of its forms."""
    shown = [render.embed(card), render.embed(card, Style.COMPACT), render.story(card)]
    components = button_row(card, a_key(trade=card.trade)).to_components()
    found = [*discord_rules.limits({"content": render.plain(card), "components": components})]
    for made in shown:
        found += discord_rules.limits({"embeds": [made.to_dict()]})
        found += [f"{line!r} holds {sign!r}" for line in _lines(made) for sign in alive(line)]
        found += [f"{text!r} holds {sign!r}" for text in _bare(made) for sign in _pinging(text)]
        found += [] if made.title and made.author.name else ["no title or no status"]
    found += [
        f"{line!r} holds {sign!r}"
        for line in render.plain(card).split("\n")
        for sign in alive(line)
    ]
    return found


def _lines(made: discord.Embed) -> Iterator[str]:
    """Every line of text in which Discord reads markup."""
    texts = [made.title, made.description, *(field.value for field in made.fields)]
    for text in (*texts, *(field.name for field in made.fields)):
        yield from (text or "").split("\n")


def _bare(made: discord.Embed) -> Iterator[str]:
    """Those in which it reads none."""
    yield from (made.author.name or "", made.footer.text or "")


def alive(line: str) -> list[str]:
    """What would do something, ours left out."""
    calm = _MOMENT.sub("", _ESCAPE.sub("\ue000", line)).removeprefix("- ").removeprefix("• ")
    while (quiet := _OURS.sub(r"\1\2", calm)) != calm:
        calm = quiet
    return [*_ALIVE.findall(calm), *_unseen(line), *_pinging(line)]


def _pinging(text: str) -> list[str]:
    """What a reader that knows no escapes would take for a ping."""
    return [*re.findall(r"@(?:everyone|here)|<[@#]", text, re.IGNORECASE), *_unseen(text)]


def _unseen(text: str) -> list[str]:
    return [char for char in text if unicodedata.category(char) in _UNSEEN]

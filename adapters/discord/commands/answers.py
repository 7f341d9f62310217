"""An answer of the statistics -> pages that fit a phone: pure."""

import discord

from adapters.discord.commands.desk import COLOUR
from adapters.discord.commands.pages import Page, Place
from adapters.discord.text import clean, cut, neutralise
from bot.chat.tables import Leaf, leaves
from bot.model import Answer, Table

TEXT_MAX = 1500
SAME_MAX = 300
FOOTER_MAX = 1000


def sheet(answer: Answer) -> list[Page]:
    """The pages of an answer; a refusal is one page for the one who asked, with what to ask instead."""
    if answer.refused is not None:
        asks = tuple(
            (choice, Place(command="nfl ask", args=(choice,))) for choice in answer.choices
        )
        return [Page(embed=_refused(answer), asks=asks, private=True)]
    bodies = blocks(answer.table) if answer.table is not None and answer.table.rows else [""]
    return [Page(embed=_embed(answer, body, first=body is bodies[0])) for body in bodies]


def blocks(table: Table) -> list[str]:
    """The table as monospace text, a page each."""
    return [_body(leaf) for leaf in leaves(table, _fit)]


def _body(leaf: Leaf) -> str:
    same = cut(neutralise(leaf.same), SAME_MAX)
    fenced = (f"```\n{block}\n```" for block in leaf.blocks)
    return "\n".join(filter(None, (same, *fenced)))


def _fit(text: str, limit: int) -> str:
    """Inside a code block only its end needs to be kept away."""
    return cut(clean(text).replace("`", "'"), limit)


def _embed(answer: Answer, body: str, *, first: bool) -> discord.Embed:
    text = cut(neutralise(answer.text or ""), TEXT_MAX) if first else ""
    made = discord.Embed(description="\n".join(filter(None, (text, body))), colour=COLOUR)
    made.title = cut(neutralise(answer.question), 200)
    return made.set_footer(text=_footer(answer))


def _refused(answer: Answer) -> discord.Embed:
    choices = [f"• {neutralise(choice)}" for choice in answer.choices]
    lines = [neutralise(answer.refused or ""), *choices]
    made = discord.Embed(description=cut("\n".join(lines), TEXT_MAX), colour=COLOUR)
    return made.set_footer(text=_footer(answer))


def _footer(answer: Answer) -> str:
    parts = [*answer.assumed, f"as of {answer.as_of}", answer.source]
    return cut("; ".join(clean(part) for part in parts if part), FOOTER_MAX)

"""An answer of the statistics -> pages: pure."""

from adapters.slack import blocks, text
from adapters.slack.blocks import Block
from adapters.slack.commands.pages import Page, Place
from bot.chat.tables import Leaf, leaves
from bot.model import Answer

TEXT_MAX = 1500
TITLE_MAX = 150
SAME_MAX = 300
FOOTER_MAX = 600
SUMMARY_MAX = 300


def sheet(answer: Answer) -> list[Page]:
    """The pages of an answer; a refusal is one page for the one who asked, with what to ask instead."""
    if answer.refused is not None:
        return [_refused(answer)]
    told = answer.table is not None and answer.table.rows
    parts = leaves(answer.table, _fit) if answer.table is not None and told else [None]
    return [_page(answer, leaf, first=leaf is parts[0]) for leaf in parts]


def _page(answer: Answer, leaf: Leaf | None, *, first: bool) -> Page:
    made = [blocks.header(answer.question)]
    if first and answer.text:
        made.append(_section(answer.text))
    if leaf is not None:
        made += [_section(leaf.same)] if leaf.same else []
        made += [blocks.monospace(block) for block in leaf.blocks]
    summary = text.mrkdwn(answer.text or answer.question, SUMMARY_MAX)
    return Page(text=summary or text.ELLIPSIS, blocks=(*made, _footer(answer)))


def _refused(answer: Answer) -> Page:
    refusal = answer.refused or ""
    asks = tuple((choice, Place(command="nfl ask", args=(choice,))) for choice in answer.choices)
    return Page(
        text=text.mrkdwn(refusal, SUMMARY_MAX) or text.ELLIPSIS,
        blocks=(_section(refusal), _footer(answer)),
        asks=asks,
        private=True,
    )


def _section(words: str) -> Block:
    return {"type": "section", "text": blocks.plain(words, TEXT_MAX)}


def _footer(answer: Answer) -> Block:
    parts = [*answer.assumed, f"as of {answer.as_of}", answer.source]
    return blocks.context("; ".join(part for part in parts if part))


def _fit(words: str, limit: int) -> str:
    """One clean line of at most so many characters; nothing is escaped where nothing is interpreted."""
    shown = text.clean(words).strip()
    if len(shown) <= limit:
        return shown
    kept = ""
    for grapheme in text.graphemes(shown):
        if len(kept) + len(grapheme) >= limit:
            break
        kept += grapheme
    return kept.rstrip() + text.ELLIPSIS

"""A card as text of 80 columns, for pipes and for terminals without colour."""

import textwrap
from collections.abc import Sequence

from bot.cards.words import day_text
from bot.model import Card, Side

_COLUMNS = 80


def plain(card: Card) -> str:
    """The card without markup and without characters that could steer a terminal."""
    day = day_text(card.day, year=True)
    top = f"{f'{card.status.upper()} · Trade':<{_COLUMNS - len(day)}}{day}"
    blocks = [
        [top, *_wrapped([card.headline])],
        _side_lines(card.sides),
        *([heading, *_wrapped(lines, indent=2)] for heading, lines in card.reasons),
        _wrapped(card.notes),
        _wrapped(card.timeline, indent=2),
        _wrapped([card.credit] if card.credit else []),
    ]
    return printable("\n\n".join("\n".join(block) for block in blocks if block))


def _side_lines(sides: Sequence[Side]) -> list[str]:
    labels = [f"  {side.name} get  " for side in sides]
    width = max(map(len, labels), default=0)
    return [
        row
        for side, label in zip(sides, labels, strict=True)
        for first, asset in zip([label, *[""] * len(side.gets)], side.gets, strict=False)
        for row in textwrap.wrap(
            asset,
            _COLUMNS,
            initial_indent=first.ljust(width),
            subsequent_indent=" " * (width + 2),
        )
    ]


def _wrapped(lines: Sequence[str], indent: int = 0) -> list[str]:
    first, rest = " " * indent, " " * indent * 2
    return [
        row
        for line in lines
        for row in textwrap.wrap(line, _COLUMNS, initial_indent=first, subsequent_indent=rest)
    ]


def printable(text: str) -> str:
    """Without control, bidi and zero-width characters; odd spaces become plain ones."""
    lines = text.split("\n")
    return "\n".join("".join(map(_shown, line)) for line in lines)


def _shown(char: str) -> str:
    return char if char.isprintable() else " " * char.isspace()
